/* screen.h: a picture of styled text for a terminal, wrapped by East Asian width.
 *
 * With colour, styles are colours; without, emphasis is marked in the text itself, so that nothing
 * is said by colour alone: >>evidence<<, [1 source], [2 target]. */
#ifndef GT_CLI_SCREEN_H
#define GT_CLI_SCREEN_H

#include "base/buffer.h"
#include "cli/terminal.h"

#include <stddef.h>
#include <stdint.h>

enum gt_style {
    GT_STYLE_PLAIN,
    GT_STYLE_STRONG,
    GT_STYLE_FAINT,
    GT_STYLE_SOURCE,
    GT_STYLE_TARGET,
    GT_STYLE_EVIDENCE,
    GT_STYLES
};

/* What is being drawn. */
struct gt_screen {
    const struct gt_terminal *terminal;
    struct gt_buffer out;
    unsigned column, rows; /* rows that are full */
    enum gt_style style;
};

/* Starts a picture: clears the window, or, on a plain terminal, draws a line across. */
void gt_screen_begin(struct gt_screen *screen, const struct gt_terminal *terminal);
void gt_screen_end(struct gt_screen *screen); /* shows it and frees it */

/* Adds text in a style, wrapped at the right edge; control characters become U+FFFD. */
void gt_screen_text(struct gt_screen *screen, enum gt_style style, const char *text);
void gt_screen_format(struct gt_screen *screen, enum gt_style style, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void gt_screen_break(struct gt_screen *screen);

/* Adds n code points, each in a style of its own; where marks stand for styles they open and close
 * where the style changes. */
void gt_screen_styled(struct gt_screen *screen, const uint32_t *code,
                      const unsigned char *style /* bits 1 << enum gt_style */, size_t n);

/* Columns that n code points take on this screen, marks included. */
size_t gt_screen_cells(const struct gt_screen *screen, const uint32_t *code,
                       const unsigned char *style, size_t n);

#endif
