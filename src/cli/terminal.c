/* terminal.c: termios and signals. */
#include "cli/terminal.h"

#include "base/utf8.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { COLUMNS = 80, ROWS = 24, NARROWEST = 16, LOWEST = 6, LONGEST_LINE = 4096 };

static const int caught[GT_TERMINAL_SIGNALS] = {SIGINT,   SIGTERM, SIGHUP,
                                                SIGWINCH, SIGTSTP, SIGCONT};

/* The signal that came last: a handler has no other place to leave it. */
static volatile sig_atomic_t came;

static void note(int number)
{
    /* what ends the reading is not forgotten for what came with it */
    if (came != SIGINT && came != SIGTERM && came != SIGHUP)
        came = number;
}

static void measure(struct gt_terminal *terminal)
{
    struct winsize size;
    terminal->columns = COLUMNS;
    terminal->rows = ROWS;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col && size.ws_row) {
        terminal->columns = size.ws_col < NARROWEST ? NARROWEST : size.ws_col;
        terminal->rows = size.ws_row < LOWEST ? LOWEST : size.ws_row;
    }
}

static void take_keys(const struct gt_terminal *terminal)
{
    struct termios raw = terminal->before;
    raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    tcsetattr(STDIN_FILENO, TCSADRAIN, &raw);
}

static void give_back(const struct gt_terminal *terminal)
{
    tcsetattr(STDIN_FILENO, TCSADRAIN, &terminal->before);
}

bool gt_terminal_open(struct gt_terminal *terminal, struct gt_error *err)
{
    const char *kind = getenv("TERM"), *no_colour = getenv("NO_COLOR");
    struct sigaction action = {.sa_handler = note};
    sigset_t mask;
    *terminal = (struct gt_terminal){0};
    if (!isatty(STDOUT_FILENO) || tcgetattr(STDIN_FILENO, &terminal->before) != 0)
        return gt_fail(err, GT_USAGE,
                       "review asks on a terminal, and this is none: use --export and --import",
                       "review 需要终端，而此处不是：请用 --export 与 --import");
    terminal->plain = !kind || !*kind || strcmp(kind, "dumb") == 0 ||
                      strcmp(kind, "unknown") == 0 || strcmp(kind, "emacs") == 0;
    terminal->colour = !terminal->plain && !(no_colour && *no_colour);
    sigemptyset(&mask);
    for (int i = 0; i < GT_TERMINAL_SIGNALS; i++)
        sigaddset(&mask, caught[i]);
    sigprocmask(SIG_BLOCK, &mask, &terminal->mask_before);
    came = 0;
    for (int i = 0; i < GT_TERMINAL_SIGNALS; i++)
        sigaction(caught[i], &action, &terminal->action_before[i]);
    take_keys(terminal);
    measure(terminal);
    return true;
}

void gt_terminal_close(struct gt_terminal *terminal)
{
    give_back(terminal);
    for (int i = 0; i < GT_TERMINAL_SIGNALS; i++)
        sigaction(caught[i], &terminal->action_before[i], NULL);
    sigprocmask(SIG_SETMASK, &terminal->mask_before, NULL);
}

/* Stops the program as Ctrl-Z does, with the terminal as it was; goes on after SIGCONT. */
static void stop(struct gt_terminal *terminal)
{
    give_back(terminal);
    kill(getpid(), SIGSTOP);
    take_keys(terminal);
}

/* Reads a byte, waiting for it; false when a signal came, or the input ended. */
static bool read_byte(struct gt_terminal *terminal, unsigned char *byte, enum gt_event *event)
{
    struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
    int ready = ppoll(&input, 1, NULL, &terminal->mask_before);
    int number = came;
    *event = GT_EVENT_REDRAW;
    if (number == SIGINT || number == SIGTERM || number == SIGHUP)
        *event = GT_EVENT_END;
    else
        came = 0;
    if (number == SIGTSTP)
        stop(terminal);
    if (number)
        measure(terminal);
    if (ready <= 0 || number) {
        if (ready < 0 && errno != EINTR)
            *event = GT_EVENT_END;
        return false;
    }
    *event = GT_EVENT_KEY;
    ssize_t n = read(STDIN_FILENO, byte, 1);
    if (n <= 0)
        *event = GT_EVENT_END;
    return n == 1;
}

/* True when another byte is there already: it belongs to the same key. */
static bool more_follows(void)
{
    struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
    return poll(&input, 1, 10) > 0;
}

static size_t length_of(unsigned char first)
{
    return first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

static uint32_t plain_key(uint32_t code)
{
    if (code > 0xFF00 && code < 0xFF5F)
        code -= 0xFEE0; /* full-width, as input methods leave it */
    return code >= 'A' && code <= 'Z' ? code + ('a' - 'A') : code;
}

/* The rest of a function key's sequence: ESC [ ... letter or ~, ESC O letter, ESC key. */
static void pass_sequence(struct gt_terminal *terminal)
{
    unsigned char byte;
    enum gt_event event;
    if (!more_follows() || !read_byte(terminal, &byte, &event) || (byte != '[' && byte != 'O'))
        return;
    while (more_follows() && read_byte(terminal, &byte, &event))
        if (byte >= 0x40 && byte <= 0x7E)
            return;
}

enum gt_event gt_terminal_key(struct gt_terminal *terminal, uint32_t *key)
{
    unsigned char bytes[5] = {0};
    enum gt_event event;
    *key = 0;
    if (!read_byte(terminal, &bytes[0], &event))
        return event;
    if (bytes[0] == 0x1B) {
        pass_sequence(terminal);
        return GT_EVENT_KEY;
    }
    if (bytes[0] == 4) /* Ctrl-D */
        return GT_EVENT_LEAVE;
    for (size_t i = 1, n = length_of(bytes[0]); i < n; i++)
        if (!more_follows() || !read_byte(terminal, &bytes[i], &event))
            return event;
    const char *p = (const char *)bytes;
    *key = *p ? plain_key(gt_utf8_next(&p)) : 0;
    return GT_EVENT_KEY;
}

enum gt_event gt_terminal_line(struct gt_terminal *terminal, struct gt_buffer *line)
{
    unsigned char byte = 0;
    enum gt_event event = GT_EVENT_KEY;
    gt_buffer_clear(line);
    gt_buffer_text(line, "");
    give_back(terminal);
    while (byte != '\n' && event != GT_EVENT_END)
        if (read_byte(terminal, &byte, &event) && byte != '\n' && line->n < LONGEST_LINE)
            gt_buffer_add(line, &byte, 1);
    take_keys(terminal);
    return event == GT_EVENT_END ? GT_EVENT_END : GT_EVENT_KEY;
}

void gt_terminal_write(const struct gt_terminal *terminal, const struct gt_buffer *out)
{
    (void)terminal;
    const char *p = gt_buffer_string(out);
    for (size_t left = out->n; left > 0;) {
        ssize_t n = write(STDOUT_FILENO, p, left);
        if (n < 0 && errno != EINTR)
            return;
        if (n > 0) {
            p += n;
            left -= (size_t)n;
        }
    }
}
