/* plain.h: the lines of a text that is at hand: what text, Markdown and HTML files share. */
#ifndef GT_READ_PLAIN_H
#define GT_READ_PLAIN_H

#include "read/reader.h"

/* Decodes a file of text to UTF-8 and ends it with a NUL. Fails with GT_DATA when it is too long,
 * in no encoding that is read, or binary. */
GT_MUST_USE bool gt_plain_decode(const struct gt_bytes *file, const char *hint,
                                 struct gt_buffer *out, struct gt_error *err);

/* A text, read line by line: start with page and line 1. */
struct gt_plain {
    const char *p;
    uint32_t page, line; /* of the line that was given last; lines count as in an editor */
    bool ended, fed;     /* by a line break; by a form feed */
};

/* Gives the next line without its end; false at the end of the text. */
bool gt_plain_next(struct gt_plain *plain, const char **text, size_t *n);

#endif
