/* reply_range.c: ranges of a folded text, digits and document numbers. */
#include "base/rank.h"
#include "base/utf8.h"
#include "read/reply.h"

#include <string.h>

enum { PREFIX_MOST = 14, PREFIX_FEWEST = 2, SERIAL_MOST = 6 };

static size_t bytes_of(const struct gt_folded *folded, struct gt_range range)
{
    return folded->offset[range.end] - folded->offset[range.start];
}

bool gt_range_starts(const struct gt_folded *folded, struct gt_range range, const char *text)
{
    size_t n = strlen(text);
    return bytes_of(folded, range) >= n &&
           memcmp(folded->text + folded->offset[range.start], text, n) == 0;
}

bool gt_range_ends(const struct gt_folded *folded, struct gt_range range, const char *text)
{
    size_t n = strlen(text);
    return bytes_of(folded, range) >= n &&
           memcmp(folded->text + folded->offset[range.end] - n, text, n) == 0;
}

/* The code point that starts at a byte of the text. */
static uint32_t code_at_byte(const struct gt_folded *folded, struct gt_range range, uint32_t byte)
{
    return range.start +
           gt_rank(folded->offset + range.start, range.end - range.start, GT_ITSELF, byte);
}

uint32_t gt_range_find(const struct gt_folded *folded, struct gt_range range, const char *text)
{
    const char *found = memmem(folded->text + folded->offset[range.start], bytes_of(folded, range),
                               text, strlen(text));
    return found ? code_at_byte(folded, range, (uint32_t)(found - folded->text)) : GT_NONE;
}

bool gt_code_is_ideograph(uint32_t code)
{
    return (code >= 0x4E00 && code <= 0x9FFF) || (code >= 0x3400 && code <= 0x4DBF) ||
           (code >= 0x20000 && code <= 0x3FFFF) || code == 0x3007;
}

/* --- digits ------------------------------------------------------------------------------------
 */

int gt_digit_arabic(uint32_t code)
{
    if (code >= '0' && code <= '9')
        return (int)(code - '0');
    return code >= 0xFF10 && code <= 0xFF19 ? (int)(code - 0xFF10) : -1;
}

int gt_digit_chinese(uint32_t code)
{
    static const uint32_t digits[] = {U'〇', U'一', U'二', U'三', U'四',
                                      U'五', U'六', U'七', U'八', U'九'};
    for (int i = 0; i < 10; i++)
        if (digits[i] == code)
            return i;
    return code == 0x96F6 || code == 0x25CB || code == 0x25EF || code == 0xFF2F ? 0
                                                                                : -1; /* 零○◯Ｏ */
}

bool gt_year_read(const struct gt_folded *folded, uint32_t end, uint32_t *at, uint32_t *year)
{
    int (*const read[])(uint32_t) = {gt_digit_arabic, gt_digit_chinese};
    if (end - *at < 4)
        return false;
    for (int which = 0; which < 2; which++) {
        int value = 0, n = 0;
        for (; n < 4; n++) {
            int digit = read[which](gt_folded_code(folded, *at + (uint32_t)n));
            if (digit < 0)
                break;
            value = value * 10 + digit;
        }
        if (n == 4 && value >= 1949 && value <= 2100) {
            *at += 4;
            *year = (uint32_t)value;
            return true;
        }
    }
    return false;
}

/* --- document numbers --------------------------------------------------------------------------
 */

static bool is_open_bracket(uint32_t code)
{
    return code == 0x3014 || code == '[' || code == 0x3010 || code == 0xFF08 || code == '(' ||
           code == 0xFF3B || code == 0x3016 || code == 0x3008;
}

static bool is_close_bracket(uint32_t code)
{
    return code == 0x3015 || code == ']' || code == 0x3011 || code == 0xFF09 || code == ')' ||
           code == 0xFF3D || code == 0x3017 || code == 0x3009;
}

/* Where the prefix of a number starts whose bracket is at `open`: at what is no ideograph, or at a
 * gap once there is enough of it. A number may be letter-spaced: 长 科 委〔2025〕3 号. */
static uint32_t prefix_start(const struct gt_folded *folded, uint32_t from, uint32_t open)
{
    uint32_t at = open, line = folded->lines[gt_folded_line(folded, open)].start;
    from = line > from ? line : from;
    while (at > from && open - at < PREFIX_MOST) {
        uint32_t code = gt_folded_code(folded, at - 1);
        if (!gt_code_is_ideograph(code))
            break;
        if (open - at >= PREFIX_FEWEST && gt_folded_gap(folded, at) &&
            !gt_folded_gap(folded, at + 1))
            break;
        at--;
    }
    return at;
}

/* Reads 5号, 第5号, behind the brackets; the digits are copied to `serial`. */
static bool read_serial(const struct gt_folded *folded, uint32_t end, uint32_t *at,
                        char serial[SERIAL_MOST + 1])
{
    size_t n = 0;
    if (*at < end && gt_folded_code(folded, *at) == 0x7B2C) /* 第 */
        ++*at;
    while (*at < end && n < SERIAL_MOST && gt_digit_arabic(gt_folded_code(folded, *at)) >= 0)
        serial[n++] = (char)('0' + gt_digit_arabic(gt_folded_code(folded, (*at)++)));
    serial[n] = '\0';
    if (n == 0 || *at >= end || gt_folded_code(folded, *at) != 0x53F7) /* 号 */
        return false;
    ++*at;
    return true;
}

bool gt_reply_number_find(const struct gt_folded *folded, struct gt_range range,
                          struct gt_arena *arena, struct gt_reply_number *number)
{
    for (uint32_t open = range.start; open + 6 < range.end; open++) {
        char serial[SERIAL_MOST + 1];
        uint32_t at = open + 1, year;
        if (!is_open_bracket(gt_folded_code(folded, open)) ||
            !gt_year_read(folded, range.end, &at, &year))
            continue;
        if (at < range.end && gt_folded_code(folded, at) == 0x5E74) /* 年 */
            at++;
        if (at >= range.end || !is_close_bracket(gt_folded_code(folded, at)))
            continue;
        at++;
        uint32_t start = prefix_start(folded, range.start, open);
        if (open - start < PREFIX_FEWEST || !read_serial(folded, range.end, &at, serial))
            continue;
        number->prefix = gt_folded_copy(folded, start, open, arena);
        number->serial = gt_arena_text(arena, serial, strlen(serial));
        number->year = year;
        number->at = (struct gt_range){start, at};
        number->text = gt_arena_format(arena, "%s〔%u〕%s号", number->prefix, year, serial);
        return true;
    }
    return false;
}
