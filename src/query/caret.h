/* caret.h: showing where a text is wrong: its line, and a caret below the place. */
#ifndef GT_QUERY_CARET_H
#define GT_QUERY_CARET_H

#include "base/buffer.h"

#include <stddef.h>
#include <stdint.h>

/* A place in a text; both count from 1, columns in code points. */
struct gt_caret {
    uint32_t line, column;
};

struct gt_caret gt_caret_at(const char *text, size_t offset);

/* Adds "\n  3 | SELECT nam FROM node\n    |        ^". Long lines are cut around the place. */
void gt_caret_show(const char *text, size_t offset, struct gt_buffer *out);

#endif
