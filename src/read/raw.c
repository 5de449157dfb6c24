/* raw.c: the lines that a reader hands over, and their way out of a child process. */
#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"
#include "read/reader.h"

#include <string.h>

void gt_raw_fini(struct gt_raw *raw)
{
    free(raw->lines);
    gt_arena_fini(&raw->arena);
    *raw = (struct gt_raw){0};
}

/* The length of a text without the white space at its end. */
static size_t trimmed(const char *text, size_t n)
{
    size_t kept = 0;
    const char *p = text;
    while (p < text + n)
        if (!gt_code_is_space(gt_utf8_next(&p)))
            kept = (size_t)(p - text);
    return kept;
}

struct gt_raw_line *gt_raw_add(struct gt_raw *raw, const char *text, size_t n)
{
    const char *copy = gt_arena_text(&raw->arena, text, n); /* ends in a NUL, as decoding wants */
    n = trimmed(copy, n);
    if (n == 0)
        return NULL;
    raw->lines = gt_xgrow(raw->lines, raw->n, &raw->room, sizeof *raw->lines);
    struct gt_raw_line *line = &raw->lines[raw->n++];
    *line = (struct gt_raw_line){.text = copy, .n = n, .page = 1, .line = 1};
    raw->bytes += n;
    return line;
}

void gt_raw_strip(struct gt_buffer *line)
{
    const char *p = gt_buffer_string(line), *end = p + line->n;
    size_t kept = 0;
    while (p < end) {
        const char *start = p;
        uint32_t code = gt_utf8_next(&p);
        if (code >= 0x7F && gt_code_is_unfit(code) && !gt_code_is_space(code))
            continue;
        memmove(line->bytes + kept, start, (size_t)(p - start));
        kept += (size_t)(p - start);
    }
    line->n = kept;
    if (line->bytes)
        line->bytes[kept] = '\0';
}

void gt_raw_measure(struct gt_raw_line *line)
{
    const char *p = line->text, *end = line->text + line->n;
    uint32_t at = 0;
    bool text = false;
    line->indent = 0;
    while (p < end) {
        uint32_t code = gt_utf8_next(&p);
        if (!text && !gt_code_is_space(code)) {
            line->indent = at;
            text = true;
        }
        at = code == '\t' ? (at / 8 + 1) * 8 : at + (gt_code_width(code) + 250) / 500;
    }
    line->extent = at;
}

bool gt_raw_fits(const struct gt_raw *raw, struct gt_error *err)
{
    if (raw->bytes <= GT_DOCUMENT_TEXT)
        return true;
    return gt_fail(err, GT_DATA, "more than the limit of %d MiB of text", "文字超过上限 %d MiB",
                   GT_DOCUMENT_TEXT >> 20);
}

/* --- through the pipe --------------------------------------------------------------------------
 */

/* What goes before the texts, and in front of each. Both ends are the same program. */
struct head {
    uint32_t n, n_pages, n_blank_pages, flowing;
};

struct line_head {
    uint32_t n, page, line, kind, starts, indent, extent, top, typeface;
};

void gt_raw_write(const struct gt_raw *raw, struct gt_buffer *out)
{
    struct head head = {raw->n, raw->n_pages, raw->n_blank_pages, raw->flowing};
    gt_buffer_add(out, &head, sizeof head);
    for (uint32_t i = 0; i < raw->n; i++) {
        const struct gt_raw_line *line = &raw->lines[i];
        struct line_head one = {(uint32_t)line->n, line->page,   line->line,
                                line->kind,        line->starts, line->indent,
                                line->extent,      line->top,    line->typeface};
        gt_buffer_add(out, &one, sizeof one);
        gt_buffer_add(out, line->text, line->n);
    }
}

/* Takes n bytes of what is left; false when there are fewer. */
static bool take(const char **p, const char *end, void *to, size_t n)
{
    if ((size_t)(end - *p) < n)
        return false;
    memcpy(to, *p, n);
    *p += n;
    return true;
}

static bool take_line(struct gt_raw *raw, const char **p, const char *end)
{
    struct line_head one;
    size_t bad;
    if (!take(p, end, &one, sizeof one) || (size_t)(end - *p) < one.n ||
        !gt_utf8_check(*p, one.n, &bad) || one.kind > GT_LINE_ROW)
        return false;
    struct gt_raw_line *line = gt_raw_add(raw, *p, one.n);
    *p += one.n;
    if (!line)
        return false;
    line->page = one.page;
    line->line = one.line;
    line->kind = (enum gt_line_kind)one.kind;
    line->starts = one.starts != 0;
    line->indent = one.indent;
    line->extent = one.extent;
    line->top = one.top;
    line->typeface = one.typeface;
    return true;
}

bool gt_raw_read(struct gt_raw *raw, const char *bytes, size_t n, struct gt_error *err)
{
    const char *p = bytes, *end = bytes + n;
    struct head head;
    bool done = take(&p, end, &head, sizeof head);
    for (uint32_t i = 0; done && i < head.n; i++)
        done = take_line(raw, &p, end);
    if (!done || p != end)
        return gt_fail(err, GT_BUG, "the reader's answer is damaged", "读取程序的结果已损坏");
    raw->n_pages = head.n_pages;
    raw->n_blank_pages = head.n_blank_pages;
    raw->flowing = head.flowing != 0;
    return gt_raw_fits(raw, err);
}
