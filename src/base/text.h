/* text.h: measuring, comparing and listing UTF-8 text. */
#ifndef GT_BASE_TEXT_H
#define GT_BASE_TEXT_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A list of texts, as aliases and districts are kept. Items and array belong to an arena. */
struct gt_texts {
    const char **item;
    uint32_t n;
};

/* Adds a text (borrowed) unless it is there already. */
void gt_texts_add(struct gt_texts *texts, const char *text, struct gt_arena *arena);
bool gt_texts_have(const struct gt_texts *texts, const char *text);

/* Columns that a text takes on a terminal: East Asian wide and full-width characters are two
 * (Unicode Standard Annex 11), combining marks none. */
size_t gt_text_cells(const char *text);

/* Width of a text in thousandths of an em, the same on every machine: full-width characters are one
 * em, half-width ones come from a table of a common sans-serif face. */
uint32_t gt_text_width(const char *text);
uint32_t gt_code_width(uint32_t code);

/* A text for a terminal: what it would obey (control characters, line breaks but for those `kept`),
 * and what is no UTF-8, is U+FFFD. The text itself where nothing is. */
const char *gt_text_visible(const char *text, const char *kept, struct gt_arena *arena);

/* A key for looking a name up: NFKC, case folded, white space, quotation marks and 《》 removed
 * (Unicode Standard Annex 15). Runs of combining marks are cut at 30. */
const char *gt_text_key(const char *text, struct gt_arena *arena);

/* A text as annotations are compared: white space removed, then NFKC; case and punctuation stay.
 * Runs of combining marks are cut at 30. */
const char *gt_text_form(const char *text, struct gt_arena *arena);

enum { GT_DECOMPOSED = 80 };

/* Writes the compatibility decomposition of a code point (Unicode Standard Annex 15): fi for the
 * ligature U+FB01, U+7528 for the radical U+2F64; itself where it has none. Returns the bytes,
 * without NUL. */
size_t gt_code_decompose(uint32_t code, char out[GT_DECOMPOSED]);

/* How many code points must be put in, taken out, replaced, or swapped with their neighbour to make
 * one text the other (optimal string alignment). Cost: |a| * |b|; texts over 256 code points are
 * cut there. */
uint32_t gt_text_distance(const char *a, const char *b);

#endif
