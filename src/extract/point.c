/* point.c: where a point of an enumeration begins. */
#include "extract/point.h"

#include "base/utf8.h"
#include "extract/word_list.h"

enum written { HAN, DIGIT, CIRCLED, SIDE, NONE };

static const struct style {
    const char *front, *back;
    enum written written;
} styles[] = {
#define POINT(name, front, back, written) {front, back, written},
#include "extract/point.def"
#undef POINT
};

/* 一 to 十九; its value, and where it ends in *at. */
static uint32_t read_han(const struct gt_codes *codes, uint32_t *at)
{
    static const char *const numerals[] = {"一", "二", "三", "四", "五",
                                           "六", "七", "八", "九", "十"};
    uint32_t ten = gt_codes_at(codes, *at, "十") ? 10 : 0;
    *at += ten ? 1 : 0;
    for (uint32_t i = 0; i < 9; i++)
        if (gt_codes_at(codes, *at, numerals[i])) {
            (*at)++;
            return ten + i + 1;
        }
    return ten;
}

/* 1 to 99. A year or a sum is no number of a point. */
static uint32_t read_digits(const struct gt_codes *codes, uint32_t *at)
{
    uint32_t value = 0, start = *at;
    while (*at < codes->n && *at < start + 2 && codes->code[*at] >= '0' && codes->code[*at] <= '9')
        value = value * 10 + codes->code[(*at)++] - '0';
    return value;
}

static uint32_t read_number(const struct gt_codes *codes, enum written written, uint32_t *at)
{
    uint32_t code = *at < codes->n ? codes->code[*at] : 0;
    switch (written) {
    case HAN:
        return read_han(codes, at);
    case DIGIT:
        return read_digits(codes, at);
    case CIRCLED:
        *at += 1;
        return code >= 0x2460 && code <= 0x2473 ? code - 0x245F : 0;
    case SIDE:
        *at += gt_codes_at(codes, *at, "另一") ? 2 : 1;
        return code == U'一' ? 1 : code == U'另' ? 2 : 0;
    case NONE:
        break;
    }
    return 0;
}

/* The length of the word of a list that stands at a place; GT_NONE. An empty list: 0. */
static uint32_t word_of(const struct gt_codes *codes, uint32_t at, const char *words)
{
    uint32_t n = gt_word_list_at(codes, at, words);
    return n || !*words ? n : GT_NONE;
}

/* True for a character that a point may begin with: nearly all others end the question here. */
static bool may_begin(uint32_t code)
{
    return gt_code_is_numeral(code) || gt_code_is_digit(code) || gt_code_opens(code) ||
           code == U'第' || code == U'其' || code == U'另' || code == 0x2014 ||
           (code >= 0x2460 && code <= 0x2473);
}

static bool reads(const struct gt_codes *codes, const struct style *style, uint32_t at,
                  struct gt_point *point)
{
    if (!gt_codes_at(codes, at, style->front))
        return false;
    at += (uint32_t)gt_utf8_count(style->front);
    point->number = read_number(codes, style->written, &at);
    uint32_t back = word_of(codes, at, style->back);
    if (back == GT_NONE || (style->written != NONE && point->number == 0))
        return false;
    point->end = at + back;
    bool sum = style->written == DIGIT && point->end < codes->n &&
               gt_code_is_digit(codes->code[point->end]);
    return !sum; /* 2.1亿元 */
}

bool gt_point_at(const struct gt_scan *scan, uint32_t at, struct gt_point *point)
{
    if (at >= scan->codes.n || scan->clause_start[at] != at)
        return false;
    while (at < scan->codes.n && scan->codes.code[at] == '*')
        at++; /* of Markdown */
    if (at >= scan->codes.n || !may_begin(scan->codes.code[at]))
        return false;
    for (size_t k = 0; k < sizeof styles / sizeof *styles; k++)
        if (reads(&scan->codes, &styles[k], at, point)) {
            point->kind = (enum gt_point_kind)k;
            return true;
        }
    return false;
}

bool gt_point_begins(const struct gt_scan *scan, uint32_t at)
{
    struct gt_point point;
    return gt_point_at(scan, at, &point) && point.kind != GT_POINT_chapter;
}
