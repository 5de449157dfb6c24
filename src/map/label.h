/* label.h: the lines of a label, and texts made safe for every output. */
#ifndef GT_MAP_LABEL_H
#define GT_MAP_LABEL_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

/* Distance of a label's lines, in sizes of its text. */
#define GT_LINE_PITCH 1.25

struct gt_label {
    const char *text; /* lines separated by '\n' */
    uint32_t n_lines;
    uint32_t width; /* of the widest line, in thousandths of an em */
};

/* Width of a text in thousandths of an em, with room for the faces that maps are drawn in: Latin
 * letters of CJK faces are up to a tenth wider than those of gt_text_width()'s table. */
uint32_t gt_label_width(const char *text);

/* Width of a text in the face that maps name first (Noto Sans CJK), regular or bold: what a picture
 * is told, so that the text is as long in every other face. Never more than gt_label_width(). */
uint32_t gt_label_length(const char *text, bool bold);

/* Breaks a text into the fewest lines of at most `limit` thousandths of an em, as even as they can
 * be. Lines break between Chinese characters and at blanks; never inside Latin words and numbers,
 * before a closing or after an opening mark. A word wider than the limit has a line of its own. The
 * text loses control characters (gt_label_clean). */
struct gt_label gt_label_wrap(const char *text, uint32_t limit, struct gt_arena *arena);

/* A copy in which control characters and what XML 1.0 forbids are blanks; '\n' stays if asked. */
const char *gt_label_clean(const char *text, bool keep_lines, struct gt_arena *arena);

#endif
