/* screen.c: wrapping, and styles as ANSI sequences (ECMA-48) or as marks. */
#include "cli/screen.h"

#include "base/text.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>

struct marks {
    const char *ansi, *open, *close;
};

static const struct marks marks[GT_STYLES] = {
    [GT_STYLE_PLAIN] = {"", "", ""},
    [GT_STYLE_STRONG] = {"\x1b[1m", "", ""},
    [GT_STYLE_FAINT] = {"\x1b[2m", "", ""},
    [GT_STYLE_SOURCE] = {"\x1b[1;36m", "[1 ", "]"},
    [GT_STYLE_TARGET] = {"\x1b[1;35m", "[2 ", "]"},
    [GT_STYLE_EVIDENCE] = {"\x1b[4m", ">>", "<<"},
};

static size_t cells_of(uint32_t code)
{
    char text[5] = {0};
    gt_utf8_put(code, text);
    return gt_text_cells(text);
}

static bool is_unfit(uint32_t code)
{
    return code < 0x20 || (code >= 0x7F && code <= 0x9F) || (code >= 0x2028 && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069);
}

void gt_screen_begin(struct gt_screen *screen, const struct gt_terminal *terminal)
{
    *screen = (struct gt_screen){.terminal = terminal};
    if (!terminal->plain) {
        gt_buffer_text(&screen->out, "\x1b[H\x1b[2J\x1b[3J");
        return;
    }
    gt_buffer_text(&screen->out, "\n");
    gt_buffer_repeat(&screen->out, '-', terminal->columns - 1);
    gt_buffer_text(&screen->out, "\n");
}

void gt_screen_end(struct gt_screen *screen)
{
    gt_terminal_write(screen->terminal, &screen->out);
    gt_buffer_fini(&screen->out);
}

void gt_screen_break(struct gt_screen *screen)
{
    gt_buffer_text(&screen->out, "\n");
    screen->column = 0;
    screen->rows++;
}

/* Adds a code point; the last column stays free, where terminals differ on what comes next. */
static void put_code(struct gt_screen *screen, uint32_t code)
{
    char text[4];
    if (is_unfit(code))
        code = GT_REPLACEMENT;
    size_t cells = cells_of(code);
    if (screen->column + cells >= screen->terminal->columns)
        gt_screen_break(screen);
    gt_buffer_add(&screen->out, text, gt_utf8_put(code, text));
    screen->column += (unsigned)cells;
}

static void put_text(struct gt_screen *screen, const char *text)
{
    while (*text)
        put_code(screen, gt_utf8_next(&text));
}

static void set_ansi(struct gt_screen *screen, unsigned styles)
{
    gt_buffer_text(&screen->out, "\x1b[0m");
    for (int i = 0; i < GT_STYLES; i++)
        if (styles >> i & 1)
            gt_buffer_text(&screen->out, marks[i].ansi);
}

void gt_screen_text(struct gt_screen *screen, enum gt_style style, const char *text)
{
    bool coloured = screen->terminal->colour && style != GT_STYLE_PLAIN;
    if (coloured)
        set_ansi(screen, 1u << style);
    put_text(screen, text);
    if (coloured)
        gt_buffer_text(&screen->out, "\x1b[0m");
}

void gt_screen_format(struct gt_screen *screen, enum gt_style style, const char *format, ...)
{
    char text[1024];
    va_list ap;
    va_start(ap, format);
    vsnprintf(text, sizeof text, format, ap);
    va_end(ap);
    gt_utf8_trim(text);
    gt_screen_text(screen, style, text);
}

/* What changes between two sets of styles: marks close inside out and open outside in. */
static void change_marks(struct gt_screen *screen, unsigned before, unsigned after)
{
    for (int i = 0; i < GT_STYLES; i++)
        if ((before & ~after) >> i & 1)
            put_text(screen, marks[i].close);
    for (int i = GT_STYLES - 1; i >= 0; i--)
        if ((after & ~before) >> i & 1)
            put_text(screen, marks[i].open);
}

void gt_screen_styled(struct gt_screen *screen, const uint32_t *code, const unsigned char *style,
                      size_t n)
{
    unsigned before = 0;
    for (size_t i = 0; i <= n; i++) {
        unsigned after = i < n ? style[i] : 0;
        if (after != before) {
            if (screen->terminal->colour)
                set_ansi(screen, after);
            else
                change_marks(screen, before, after);
        }
        if (i < n)
            put_code(screen, code[i]);
        before = after;
    }
}

size_t gt_screen_cells(const struct gt_screen *screen, const uint32_t *code,
                       const unsigned char *style, size_t n)
{
    size_t cells = 0;
    unsigned before = 0;
    for (size_t i = 0; i <= n; i++) {
        unsigned after = i < n ? style[i] : 0;
        for (int k = 0; k < GT_STYLES && !screen->terminal->colour; k++) {
            cells += (before & ~after) >> k & 1 ? gt_text_cells(marks[k].close) : 0;
            cells += (after & ~before) >> k & 1 ? gt_text_cells(marks[k].open) : 0;
        }
        cells += i < n ? cells_of(is_unfit(code[i]) ? GT_REPLACEMENT : code[i]) : 0;
        before = after;
    }
    return cells;
}
