/* line.h: reading lines from a person, with history and completion, or from a pipe. libedit's one
 * door. */
#ifndef GT_CLI_LINE_H
#define GT_CLI_LINE_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"

#include <stdbool.h>

/* Adds to `found` what can stand where `start` was typed. */
typedef void gt_line_complete(void *context, const char *start, struct gt_texts *found,
                              struct gt_arena *arena);

struct gt_line;

/* On a terminal keeps a history in the user's state folder. Ended by gt_line_close(). */
struct gt_line *gt_line_open(gt_line_complete *complete, void *context);
void gt_line_close(struct gt_line *line);

enum gt_line_end { GT_LINE_READ, GT_LINE_INTERRUPTED, GT_LINE_END };

/* Reads a line into `out` (cleared before), without its end. `more`: the question goes on. */
enum gt_line_end gt_line_read(struct gt_line *line, bool more, struct gt_buffer *out);

/* Keeps a question in the history. */
void gt_line_remember(struct gt_line *line, const char *text);

/* True when a person is at the other end. */
bool gt_line_is_terminal(const struct gt_line *line);

#endif
