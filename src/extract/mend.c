/* mend.c: boundary words of one character that are part of a coined name: 和 in 日本和颂株式会社,
 * 将 in 岚将集团. What they would leave on their right side tells them: nothing that could be a
 * name, or a 将 without a verb. The same three characters are then a name's wherever they stand. */
#include "extract/mend.h"

#include "base/utf8.h"

#include <string.h>

/* True when the ending of a body begins at `at`, of two characters or more. */
static bool starts_body(const struct gt_scan *scan, uint32_t at)
{
    for (uint32_t i = at < scan->codes.n ? scan->first[at] : 0;
         at < scan->codes.n && i < scan->first[at + 1]; i++) {
        const struct gt_lexeme *lexeme = gt_scan_lexeme(scan, &scan->hit[i]);
        if (lexeme->kind == GT_WORD_SUFFIX && scan->hit[i].end > at + 1 &&
            gt_suffixes[lexeme->row].type == GT_NODE_company)
            return true;
    }
    return false;
}

/* 与泰和人寿合作: one character alone between another boundary and 和, and the ending of a body
 * behind it; no unit (由市和集团), and nothing that is said of many (校和企). */
static bool is_left_alone(const struct gt_scan *scan, uint32_t at)
{
    static const char units[] = {"省市区县州镇乡村校院企所园人水车法你我他"};
    if (scan->codes.code[at] != U'和' || at < 2 || !gt_code_is_han(scan->codes.code[at - 1]) ||
        scan->strong[at] || !scan->strong[at - 1] || !starts_body(scan, at + 1))
        return false;
    for (const char *p = units; *p;)
        if (gt_utf8_next(&p) == scan->codes.code[at - 1])
            return false;
    return true;
}

/* True when the boundary word of one character at `at` is part of a coined name: nothing that could
 * be a name is left behind it (日本和颂株式会社, 岚将集团), or 将 has no verb (岚将谷。). */
static bool is_of_name(const struct gt_scan *scan, uint32_t at)
{
    uint32_t code = scan->codes.code[at], next = scan->codes.code[at + 1];
    if (scan->strong[at + 1] != 1 || (code != U'和' && code != U'将') || at < 2 ||
        at + 3 > scan->codes.n || !gt_code_is_han(scan->codes.code[at - 1]) || scan->strong[at])
        return false;
    for (uint32_t i = scan->first[at + 1]; i < scan->first[at + 2]; i++)
        if (scan->hit[i].end > at + 2 && (code == U'和' || !starts_body(scan, at + 1)))
            return false;
    if (code == U'将') {
        uint32_t after = scan->codes.code[at + 2];
        bool closed = gt_code_is_han(next) &&
                      (gt_code_ends_clause(after) || after == 0x3001 || gt_code_closes(after));
        return closed || gt_codes_at(&scan->codes, at + 1, "集团");
    }
    for (uint32_t back = 2; back <= 4 && back <= at; back++) /* 蓝鲸集团和岚创投 are two */
        for (uint32_t i = scan->first[at - back]; i < scan->first[at - back + 1]; i++)
            if (scan->hit[i].end == at &&
                gt_scan_lexeme(scan, &scan->hit[i])->kind == GT_WORD_SUFFIX)
                return false;
    return gt_code_is_han(next) && starts_body(scan, at + 2) && next != U'大' && next != U'新' &&
           next != U'各' && next != U'其' && next != U'该' && next != U'本' && next != U'子';
}

void gt_mend_names(struct gt_scan *scan)
{
    enum { NAMES = 8, SPAN = 3 };
    uint32_t found[NAMES], n = 0;
    for (uint32_t at = 2; at + 2 < scan->codes.n && n < NAMES; at++)
        if (scan->strong[at + 1] == 1 && (is_of_name(scan, at) || is_left_alone(scan, at))) {
            found[n++] = at - 1;
            scan->strong[at + 1] = 0;
        }
    for (uint32_t at = 0; n && at + SPAN < scan->codes.n; at++)
        for (uint32_t i = 0; i < n && scan->strong[at + 2] == 1; i++)
            if (memcmp(scan->codes.code + at, scan->codes.code + found[i],
                       SPAN * sizeof *scan->codes.code) == 0)
                scan->strong[at + 2] = 0;
}
