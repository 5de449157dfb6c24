/* reply_date.c: dates in Arabic and Chinese numerals. */
#include "read/reply.h"

enum { YEAR = 0x5E74, MONTH = 0x6708, DAY = 0x65E5, TEN = 0x5341, ALSO_DAY = 0x53F7 };

/* Reads 1 to 99 at *at: 4, 04, 四, 十, 十九, 二十, 二十一, 卅一 aside. */
static bool read_small(const struct gt_folded *folded, uint32_t end, uint32_t *at, uint32_t *value)
{
    uint32_t start = *at, sum = 0;
    int digit;
    while (*at < end && *at - start < 2 &&
           (digit = gt_digit_arabic(gt_folded_code(folded, *at))) >= 0) {
        sum = sum * 10 + (uint32_t)digit;
        ++*at;
    }
    if (*at > start) {
        *value = sum;
        return true;
    }
    if (*at < end && (digit = gt_digit_chinese(gt_folded_code(folded, *at))) >= 0) {
        sum = (uint32_t)digit;
        ++*at;
    }
    if (*at < end && gt_folded_code(folded, *at) == TEN) {
        sum = (*at > start ? sum : 1) * 10;
        ++*at;
        if (*at < end && (digit = gt_digit_chinese(gt_folded_code(folded, *at))) > 0) {
            sum += (uint32_t)digit;
            ++*at;
        }
    }
    *value = sum;
    return *at > start;
}

static bool accept(const struct gt_folded *folded, uint32_t end, uint32_t *at, uint32_t code)
{
    if (*at >= end || gt_folded_code(folded, *at) != code)
        return false;
    ++*at;
    return true;
}

static bool is_calendar_date(const struct gt_reply_date *date)
{
    static const uint32_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    uint32_t y = date->year;
    bool leap = (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
    if (date->month < 1 || date->month > 12)
        return false;
    return date->day >= 1 && date->day <= days[date->month - 1] + (date->month == 2 && leap);
}

/* 年4月19日 behind a year; the day, or month and day, may be missing. */
static bool read_characters(const struct gt_folded *folded, uint32_t end, uint32_t *at,
                            struct gt_reply_date *date)
{
    if (!accept(folded, end, at, YEAR))
        return false;
    uint32_t behind = *at;
    if (!read_small(folded, end, at, &date->month) || !accept(folded, end, at, MONTH)) {
        *at = behind;
        date->month = 0;
        return true;
    }
    behind = *at;
    if (!read_small(folded, end, at, &date->day) ||
        !(accept(folded, end, at, DAY) || accept(folded, end, at, ALSO_DAY))) {
        *at = behind;
        date->day = 0;
        return date->month >= 1 && date->month <= 12;
    }
    return is_calendar_date(date);
}

/* -04-19, .4.19, /4/19 behind a year. */
static bool read_marks(const struct gt_folded *folded, uint32_t end, uint32_t *at,
                       struct gt_reply_date *date)
{
    uint32_t mark = *at < end ? gt_folded_code(folded, *at) : 0;
    return (mark == '-' || mark == '.' || mark == '/' || mark == 0xFF0E) &&
           accept(folded, end, at, mark) && read_small(folded, end, at, &date->month) &&
           accept(folded, end, at, mark) && read_small(folded, end, at, &date->day) &&
           is_calendar_date(date);
}

bool gt_reply_date_find(const struct gt_folded *folded, struct gt_range range,
                        struct gt_reply_date *date)
{
    for (uint32_t start = range.start; start + 4 < range.end; start++) {
        uint32_t at = start, behind;
        struct gt_reply_date found = {0};
        if (start > range.start && gt_digit_arabic(gt_folded_code(folded, start - 1)) >= 0)
            continue; /* within a longer number */
        if (!gt_year_read(folded, range.end, &at, &found.year))
            continue;
        behind = at;
        if (!read_characters(folded, range.end, &at, &found)) {
            at = behind;
            found.month = found.day = 0;
            if (!read_marks(folded, range.end, &at, &found))
                continue;
        }
        found.at = (struct gt_range){start, at};
        *date = found;
        return true;
    }
    return false;
}

const char *gt_reply_date_text(const struct gt_reply_date *date, struct gt_arena *arena)
{
    if (date->month == 0)
        return gt_arena_format(arena, "%04u", date->year);
    if (date->day == 0)
        return gt_arena_format(arena, "%04u-%02u", date->year, date->month);
    return gt_arena_format(arena, "%04u-%02u-%02u", date->year, date->month, date->day);
}
