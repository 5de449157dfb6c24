/* opener.c: the numbers that open headings and items. */
#include "read/opener.h"

#include "base/utf8.h"

#include <stdbool.h>
#include <string.h>

/* A text with its end, read code point by code point. */
struct cursor {
    const char *p, *end;
};

static uint32_t peek(const struct cursor *cursor)
{
    const char *p = cursor->p;
    return p < cursor->end ? gt_utf8_next(&p) : 0;
}

static bool accept(struct cursor *cursor, const char *set)
{
    if (cursor->p >= cursor->end)
        return false;
    const char *p = cursor->p;
    gt_utf8_next(&p);
    if (!memmem(set, strlen(set), cursor->p, (size_t)(p - cursor->p)))
        return false;
    cursor->p = p;
    return true;
}

/* Passes over a run of characters of a set; returns how many. */
static size_t run(struct cursor *cursor, const char *set)
{
    size_t n = 0;
    while (accept(cursor, set))
        n++;
    return n;
}

#define CHINESE "〇一二三四五六七八九十百"
#define ARABIC  "0123456789"

enum { LONGEST = 4 }; /* digits of a number that opens */

static bool is_number(struct cursor *cursor)
{
    size_t n = run(cursor, CHINESE);
    if (n == 0)
        n = run(cursor, ARABIC);
    return n > 0 && n <= LONGEST;
}

static bool opens(struct cursor *cursor)
{
    uint32_t code = peek(cursor);
    if (code >= 0x2460 && code <= 0x24FF) { /* ① and its kind */
        gt_utf8_next(&cursor->p);
        return true;
    }
    if (accept(cursor, "（("))
        return is_number(cursor) && accept(cursor, "）)");
    if (accept(cursor, "第"))
        return is_number(cursor) && accept(cursor, "条章节");
    bool arabic = code >= '0' && code <= '9';
    if (!is_number(cursor))
        return false;
    if (accept(cursor, "、．)）"))
        return true;
    if (!arabic)
        return accept(cursor, "是"); /* 一是…，二是… */
    return accept(cursor, ".") && !(peek(cursor) >= '0' && peek(cursor) <= '9'); /* no 3.5 */
}

size_t gt_opener_length(const char *text, size_t n)
{
    struct cursor cursor = {text, text + n};
    while (cursor.p < cursor.end && gt_code_is_space(peek(&cursor)))
        gt_utf8_next(&cursor.p);
    return opens(&cursor) ? (size_t)(cursor.p - text) : 0;
}
