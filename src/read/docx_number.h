/* docx_number.h: the numbers that Word puts in front of paragraphs by itself (ECMA-376 part 1,
 * 17.9): 一、（二）3. are no text of the document, but what its readers see. */
#ifndef GT_READ_DOCX_NUMBER_H
#define GT_READ_DOCX_NUMBER_H

#include "base/buffer.h"

#include <libxml/parser.h>

/* The definitions of word/numbering.xml and where each list has come to. */
struct gt_docx_numbers;

struct gt_docx_numbers *gt_docx_numbers_new(void);
void gt_docx_numbers_free(struct gt_docx_numbers *numbers);

/* A start tag of the part, with its n attributes as SAX2 gives them: five pointers each. */
void gt_docx_numbers_take(struct gt_docx_numbers *numbers, const char *element,
                          const xmlChar **attributes, int n);

/* Counts a paragraph of list `id` on a level (from 0), and adds its number as it is shown; nothing
 * for bullets, and for lists that are not defined. */
void gt_docx_number(struct gt_docx_numbers *numbers, unsigned id, unsigned level,
                    struct gt_buffer *out);

#endif
