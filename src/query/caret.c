/* caret.c: showing where a text is wrong. */
#include "query/caret.h"

#include "base/text.h"
#include "base/utf8.h"

#include <string.h>

enum { SHOWN_BEFORE = 60, SHOWN_AFTER = 40 }; /* code points around the place */

static size_t line_start(const char *text, size_t offset)
{
    while (offset > 0 && text[offset - 1] != '\n')
        offset--;
    return offset;
}

struct gt_caret gt_caret_at(const char *text, size_t offset)
{
    struct gt_caret caret = {1, 1};
    size_t start = line_start(text, offset);
    for (size_t i = 0; i < start; i++)
        caret.line += text[i] == '\n';
    for (const char *p = text + start; p < text + offset;) {
        gt_utf8_next(&p);
        caret.column++;
    }
    return caret;
}

static bool is_control(uint32_t code)
{
    return code < 0x20 || (code >= 0x7F && code < 0xA0);
}

/* Adds code points of [from, to); what a terminal would obey, tabs too, is shown as a blank. */
static void add_plain(const char *from, const char *to, struct gt_buffer *out)
{
    while (from < to) {
        const char *start = from;
        if (is_control(gt_utf8_next(&from)))
            gt_buffer_text(out, " ");
        else
            gt_buffer_add(out, start, (size_t)(from - start));
    }
}

void gt_caret_show(const char *text, size_t offset, struct gt_buffer *out)
{
    struct gt_caret caret = gt_caret_at(text, offset);
    struct gt_buffer before = {0}, number = {0};
    const char *from = text + line_start(text, offset), *at = text + offset, *to = at;
    for (uint32_t skip = caret.column - 1; skip > SHOWN_BEFORE; skip--)
        gt_utf8_next(&from);
    for (int n = 0; n < SHOWN_AFTER && *to && *to != '\n' && *to != '\r'; n++)
        gt_utf8_next(&to);
    add_plain(from, at, &before);
    gt_buffer_format(&number, "%u", caret.line);
    gt_buffer_format(out, "\n  %s | %s", number.bytes, gt_buffer_string(&before));
    add_plain(at, to, out);
    gt_buffer_text(out, "\n  ");
    gt_buffer_repeat(out, ' ', number.n);
    gt_buffer_text(out, " | ");
    gt_buffer_repeat(out, ' ', gt_text_cells(gt_buffer_string(&before)));
    gt_buffer_text(out, "^");
    gt_buffer_fini(&before);
    gt_buffer_fini(&number);
}
