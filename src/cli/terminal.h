/* terminal.h: one key at a time from a terminal, and its size.
 *
 * How it works: termios (POSIX.1-2017, chapter 11) without a library on top. A screen library would
 * bring its own idea of widths, colours and signals, and would not run on a dumb terminal, in an
 * editor's shell window or under a screen reader, where lines that scroll are what is wanted.
 * Signals are blocked except while waiting for a key, so that none comes between an answer and
 * its file: SIGINT, SIGTERM and SIGHUP end the reading, SIGWINCH and SIGCONT ask for a new picture,
 * SIGTSTP gives the terminal back before the program stops. */
#ifndef GT_CLI_TERMINAL_H
#define GT_CLI_TERMINAL_H

#include "base/buffer.h"
#include "base/error.h"

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <termios.h>

enum { GT_TERMINAL_SIGNALS = 6 };

struct gt_terminal {
    bool plain;  /* lines only: TERM is dumb, unknown or not set */
    bool colour; /* not plain, and NO_COLOR is not set */
    unsigned columns, rows;
    struct termios before;
    sigset_t mask_before;
    struct sigaction action_before[GT_TERMINAL_SIGNALS];
};

enum gt_event {
    GT_EVENT_KEY,
    GT_EVENT_REDRAW, /* the window has another size, or the program was stopped and goes on */
    GT_EVENT_LEAVE,  /* Ctrl-D: the user says that it is enough */
    GT_EVENT_END     /* a signal, or the end of input */
};

/* Takes standard input, one key at a time and without echo, until gt_terminal_close(). Fails with
 * GT_USAGE when standard input or output is no terminal. */
GT_MUST_USE bool gt_terminal_open(struct gt_terminal *terminal, struct gt_error *err);
void gt_terminal_close(struct gt_terminal *terminal);

/* Waits for a key: its code point in lower case, full-width letters as plain ones; sequences of
 * function keys are passed over. */
enum gt_event gt_terminal_key(struct gt_terminal *terminal, uint32_t *key);

/* Reads a line with the terminal's own editing, without its line break. */
enum gt_event gt_terminal_line(struct gt_terminal *terminal, struct gt_buffer *line);

/* Writes to the terminal; a terminal that is gone shows at the next key. */
void gt_terminal_write(const struct gt_terminal *terminal, const struct gt_buffer *out);

#endif
