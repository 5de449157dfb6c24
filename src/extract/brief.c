/* brief.c: which name is short for which.
 *
 * A short form keeps the order of the characters, and both ends of the name or its proper part:
 * 张江 普陀园 for 张江高新区普陀园, 江州职院 for 江州职业技术学院. Of a company the proper part
 * begins behind its place, and the legal form is left out: 蓝鲸生物 for 江州蓝鲸生物医药有限公司.
 */
#include "extract/brief.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

enum {
    SHORT_LEAST = 3,
    SHORT_MOST = 9,
    LONGER_MOST = 10,
    BODY_LONGER_MOST = 22,
    BRACKET_CODES = 16
};

bool gt_brief_has(enum gt_node_type type)
{
    return type != GT_NODE_place && type != GT_NODE_industry && type != GT_NODE_person &&
           type != GT_NODE_event;
}

/* --- characters in their order ------------------------------------------------------------------
 */

/* True when the codes of a stand in b in their order. */
static bool is_subsequence(const struct gt_codes *a, const struct gt_codes *b)
{
    uint32_t i = 0;
    for (uint32_t k = 0; k < b->n && i < a->n; k++)
        i += a->code[i] == b->code[k];
    return i == a->n;
}

static int by_code(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

bool gt_brief_is_permuted(const struct gt_codes *a, const struct gt_codes *b)
{
    uint32_t x[LONGER_MOST * 3], y[LONGER_MOST * 3];
    if (a->n != b->n || a->n > LONGER_MOST * 3 || a->n < 6)
        return false;
    memcpy(x, a->code, a->n * sizeof *x);
    memcpy(y, b->code, b->n * sizeof *y);
    qsort(x, a->n, sizeof *x, by_code);
    qsort(y, b->n, sizeof *y, by_code);
    return memcmp(x, y, a->n * sizeof *x) == 0;
}

/* True when `a` is short for `b`. */
static bool is_short_for(const struct gt_codes *a, const struct gt_codes *b)
{
    if (a->n < SHORT_LEAST || a->n >= b->n || b->n > a->n + LONGER_MOST)
        return false;
    bool ends = memcmp(a->code + a->n - 2, b->code + b->n - 2, 2 * sizeof *a->code) == 0 ||
                (a->code[a->n - 1] == b->code[b->n - 1] && a->n <= 5);
    if (!ends || !is_subsequence(a, b))
        return false;
    uint32_t latin = 0;
    while (latin < a->n && gt_code_is_latin(a->code[latin]))
        latin++; /* a Latin name counts as one character */
    if (a->n - latin > SHORT_MOST)
        return memcmp(a->code, b->code + b->n - a->n, a->n * sizeof *a->code) == 0;
    if (memcmp(a->code, b->code, a->n * sizeof *a->code) == 0)
        return false; /* a beginning: is_stem_of() */
    if (a->code[0] == b->code[0])
        return a->n >= 4 || a->code[1] == b->code[1];
    return a->n >= 4 && memcmp(a->code, b->code + b->n - a->n, a->n * sizeof *a->code) == 0;
}

/* 生命元山 of 生命元山产业园: what is left over is the ending and class words. */
static bool is_stem_of(const struct gt_scan *scan, const struct gt_codes *a,
                       const struct gt_codes *b)
{
    if (a->n < SHORT_LEAST || a->n >= b->n || b->n > a->n + LONGER_MOST ||
        memcmp(a->code, b->code, a->n * sizeof *a->code) != 0)
        return false;
    struct gt_codes left = {b->code + a->n, b->n - a->n};
    for (uint32_t i = 0; i < gt_n_suffixes; i++) {
        struct gt_codes ending = gt_codes_of(gt_suffixes[i].text, scan->arena);
        if (!gt_suffix_is_weak(&gt_suffixes[i]) && gt_suffixes[i].policy != GT_SUFFIX_AREA &&
            ending.n == left.n && memcmp(left.code, ending.code, ending.n * sizeof *left.code) == 0)
            return true;
    }
    return false;
}

/* --- bodies -------------------------------------------------------------------------------------
 */

static bool ends_in(const struct gt_codes *codes, const char *text)
{
    uint32_t n = (uint32_t)gt_utf8_count(text);
    return codes->n > n && gt_codes_at(codes, codes->n - n, text);
}

/* True for a name with its legal form: 公司, 集团, and either with its place in brackets behind. */
static bool is_legal(const struct gt_codes *name)
{
    struct gt_codes front = *name;
    if (front.n && (front.code[front.n - 1] == 0xFF09 || front.code[front.n - 1] == ')'))
        return true;
    return ends_in(&front, "公司") || ends_in(&front, "集团") || ends_in(&front, "企业") ||
           ends_in(&front, "银行") || ends_in(&front, "（有限合伙）");
}

/* Where the proper part of a body's name begins: behind a place, with or without its unit. */
static uint32_t proper_start(const struct gt_scan *scan, const struct gt_codes *name)
{
    static const char *const units[] = {"省", "市", "区", "县"};
    for (uint32_t n = name->n < 6 ? name->n : 6; n >= 2; n--) {
        uint32_t row =
            gt_strmap_get(&scan->lexicon->shipped, gt_codes_text(name, 0, n, scan->arena));
        if (row != GT_NONE && scan->lexicon->fact[row].type == GT_NODE_place)
            return n;
        for (size_t i = 0; n >= 3 && n < 6 && i < sizeof units / sizeof *units; i++)
            if (gt_codes_at(name, n - 1, units[i]))
                return n;
    }
    return 0;
}

/* 蓝鲸生物 and 江州蓝鲸生物医药有限公司; 江州职院 and 江州职业技术学院: the first two characters of
 * the whole or of its proper part, then the others in their order. */
static bool is_body_short(const struct gt_scan *scan, enum gt_node_type type,
                          const struct gt_codes *a, const struct gt_codes *b)
{
    bool company = type == GT_NODE_company;
    if (a->n < SHORT_LEAST || a->n > SHORT_MOST || b->n > a->n + BODY_LONGER_MOST ||
        a->n + 2 > b->n)
        return false;
    if (!company && type != GT_NODE_university && type != GT_NODE_hospital)
        return false;
    if (company ? !is_legal(b) || is_legal(a) : a->code[a->n - 1] != b->code[b->n - 1])
        return false;
    uint32_t starts[] = {0, proper_start(scan, b)};
    for (size_t i = 0; i < 2; i++) {
        struct gt_codes rest = {b->code + starts[i], b->n - starts[i]};
        if (rest.n > a->n && rest.code[0] == a->code[0] && rest.code[1] == a->code[1] &&
            is_subsequence(a, &rest))
            return true;
    }
    return false;
}

bool gt_brief_is_of(const struct gt_scan *scan, enum gt_node_type type, const struct gt_codes *a,
                    const struct gt_codes *b)
{
    return is_short_for(a, b) || is_stem_of(scan, a, b) || is_body_short(scan, type, a, b);
}

uint32_t gt_brief_cuts(const struct gt_scan *scan, const struct gt_mention *mention,
                       uint32_t *start, uint32_t *end, uint32_t room)
{
    struct gt_codes name = {scan->codes.code + mention->name_start,
                            mention->name_end - mention->name_start};
    uint32_t n = 0;
    if (mention->type != GT_NODE_company || mention->outer != GT_NONE || !is_legal(&name))
        return 0;
    *start = mention->name_start + proper_start(scan, &name);
    for (uint32_t at = *start + SHORT_LEAST; at < mention->name_end && n < room; at++) {
        bool parts =
            gt_code_opens(scan->codes.code[at]) || gt_scan_word(scan, at, GT_WORD_GENERIC) ||
            gt_scan_word(scan, at, GT_WORD_INDUSTRY) || gt_scan_word(scan, at, GT_WORD_SUFFIX);
        if (parts && !gt_scan_is_generic(scan, *start, at))
            end[n++] = at;
        if (gt_code_opens(scan->codes.code[at]))
            break;
    }
    return n;
}

/* --- brackets -----------------------------------------------------------------------------------
 */

/* True when what a bracket holds can be short for what stands in front: Latin letters, or
 * characters of the name in their order. */
static bool is_abbreviation(const struct gt_scan *scan, const struct gt_mention *mention,
                            uint32_t start, uint32_t end)
{
    const uint32_t *code = scan->codes.code;
    uint32_t k = mention->name_start, latin = 0;
    for (uint32_t i = start; i < end; i++) {
        latin += gt_code_is_latin(code[i]);
        if (latin)
            continue;
        while (k < mention->name_end && code[k] != code[i])
            k++;
        if (k++ >= mention->name_end)
            return false;
    }
    return latin == 0 ? end - start >= 2 : latin >= 2;
}

/* The form without quotes around it; null when it is none. */
static const char *form_of(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    const uint32_t *code = scan->codes.code;
    while (start < end && (gt_code_opens(code[start]) || code[start] == '"'))
        start++;
    while (start < end && (gt_code_closes(code[end - 1]) || code[end - 1] == '"'))
        end--;
    if (end - start < 2 || end - start > BRACKET_CODES)
        return NULL;
    return gt_codes_text(&scan->codes, start, end, scan->arena);
}

const char *gt_brief_in_brackets(const struct gt_scan *scan, const struct gt_mention *mention)
{
    static const char *const words[] = {
#define BRIEF(text_) text_,
#include "extract/brief.def"
#undef BRIEF
    };
    uint32_t open = mention->end;
    if (open >= scan->codes.n ||
        (scan->codes.code[open] != 0xFF08 && scan->codes.code[open] != '('))
        return NULL;
    uint32_t start = open + 1, end = scan->mate[open];
    if (end == GT_NONE || end < start || end - start > BRACKET_CODES + 8)
        return NULL;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (gt_codes_at(&scan->codes, start, words[i])) {
            start += (uint32_t)gt_utf8_count(words[i]);
            start +=
                gt_codes_at(&scan->codes, start, "：") || gt_codes_at(&scan->codes, start, ":");
            return form_of(scan, start, end);
        }
    if (end - start <= BRACKET_CODES && is_abbreviation(scan, mention, start, end))
        return form_of(scan, start, end);
    return NULL;
}
