/* brief.c: names and their short forms: contracted words, characters left out, the own word of a
 * firm. */
#include "extract/brief.h"

#include "base/utf8.h"

#include "extract/area.h"

#include <stdlib.h>
#include <string.h>

enum { SHORT_LEAST = 3, SHORT_MOST = 9, LONGER_MOST = 10, BODY_LONGER_MOST = 22 };

/* A name with its usual words contracted: 云岭高新技术产业开发区 as 云岭高新区. */
const char *gt_brief_contract(const char *name, struct gt_arena *arena)
{
    static const struct {
        const char *full, *brief;
    } words[] = {
#define CONTRACTION(full_, brief_) {full_, brief_},
#include "extract/contraction.def"
#undef CONTRACTION
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const char *at = strstr(name, words[i].full);
        if (at)
            name = gt_arena_format(arena, "%.*s%s%s", (int)(at - name), name, words[i].brief,
                                   at + strlen(words[i].full));
    }
    return name;
}

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

/* 国家技术转移东部中心 and 国家东部技术转移中心: the same characters. */
static bool is_permutation(const struct gt_codes *a, const struct gt_codes *b)
{
    uint32_t x[LONGER_MOST * 3], y[LONGER_MOST * 3], sum = 0;
    if (a->n != b->n || a->n > LONGER_MOST * 3 || a->n < 6)
        return false;
    for (uint32_t i = 0; i < a->n; i++)
        sum += a->code[i] - b->code[i];
    if (sum != 0)
        return false; /* most pairs go no further */
    memcpy(x, a->code, a->n * sizeof *x);
    memcpy(y, b->code, b->n * sizeof *y);
    qsort(x, a->n, sizeof *x, by_code);
    qsort(y, b->n, sizeof *y, by_code);
    return memcmp(x, y, a->n * sizeof *x) == 0;
}

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
static bool is_stem_of(const struct gt_codes *a, const struct gt_codes *b)
{
    if (a->n < SHORT_LEAST || a->n >= b->n || b->n > a->n + LONGER_MOST ||
        memcmp(a->code, b->code, a->n * sizeof *a->code) != 0)
        return false;
    for (uint32_t i = 0; i < gt_n_suffixes; i++)
        if (gt_codes_at(b, a->n, gt_suffixes[i].text) && !gt_suffix_is_common(&gt_suffixes[i]) &&
            gt_utf8_count(gt_suffixes[i].text) == b->n - a->n)
            return true;
    return false;
}

static bool ends_in(const struct gt_codes *codes, const char *text);

/* True when both are whole names of their kind, so that what one has more tells them apart:
 * 江州大学 and 江州财经大学; with only a place in front they may be one. */
static bool are_two(const struct gt_codes *a, const struct gt_codes *b)
{
    static const char *const wholes[] = {"大学", "学院", "医院", "中学", "小学", "职业学院"};
    bool whole = false;
    uint32_t last = a->n ? a->code[a->n - 1] : 0;
    if ((last != U'学' && last != U'院') || b->n == 0 || b->code[b->n - 1] != last)
        return false; /* most pairs go no further */
    for (size_t i = 0; i < sizeof wholes / sizeof *wholes; i++)
        whole = whole || (ends_in(a, wholes[i]) && ends_in(b, wholes[i]));
    const struct gt_codes *longer = a->n > b->n ? a : b, *other = a->n > b->n ? b : a;
    return whole && memcmp(longer->code + longer->n - other->n, other->code,
                           other->n * sizeof *other->code) != 0;
}

bool gt_brief_is_same(const struct gt_codes *a, const struct gt_codes *b)
{
    if (are_two(a, b))
        return false;
    return is_short_for(a, b) || is_short_for(b, a) || is_permutation(a, b) || is_stem_of(a, b) ||
           is_stem_of(b, a);
}

/* --- bodies -------------------------------------------------------------------------------------
 */

static bool ends_in(const struct gt_codes *codes, const char *text)
{
    return gt_codes_end(codes, codes->n, text) && codes->n > gt_utf8_count(text);
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
        for (size_t i = 0; n == 2 && i < sizeof units / sizeof *units; i++) {
            const char *whole = gt_arena_format(scan->arena, "%s%s",
                                                gt_codes_text(name, 0, n, scan->arena), units[i]);
            if (gt_strmap_get(&scan->lexicon->shipped, whole) != GT_NONE)
                return n; /* a county without its unit */
        }
        for (size_t i = 0; n >= 3 && n < 6 && i < sizeof units / sizeof *units; i++)
            if (gt_codes_at(name, n - 1, units[i]))
                return n;
    }
    return 0;
}

/* True when two characters stand side by side in a name: most pairs of names part here. */
static bool holds_pair(const struct gt_codes *name, const uint32_t *pair)
{
    for (uint32_t i = 0; i + 1 < name->n; i++)
        if (name->code[i] == pair[0] && name->code[i + 1] == pair[1])
            return true;
    return false;
}

/* 江州化物所 and 国科院江州化学物理研究所: from where the first two characters stand on. */
static bool is_institute(const struct gt_codes *a, const struct gt_codes *b)
{
    enum { LEAST = 4, MOST = 8 };
    if (a->n < LEAST || a->n > MOST || b->n < a->n + 2 || a->code[a->n - 1] != b->code[b->n - 1] ||
        a->code[a->n - 1] != U'所')
        return false;
    for (uint32_t i = 0; i + a->n < b->n; i++) {
        struct gt_codes rest = {b->code + i, b->n - i};
        if (rest.code[0] == a->code[0] && rest.code[1] == a->code[1])
            return is_subsequence(a, &rest);
    }
    return false;
}

/* 蓝鲸生物 and 江州蓝鲸生物医药有限公司; 江州职院 and 江州职业技术学院: the first two characters of
 * the whole or of its proper part, then the others in their order. */
bool gt_brief_is_body(const struct gt_scan *scan, enum gt_node_type type, const struct gt_codes *a,
                      const struct gt_codes *b)
{
    bool company = type == GT_NODE_company;
    if (type == GT_NODE_institute)
        return is_institute(a, b);
    if (a->n < SHORT_LEAST || a->n > SHORT_MOST || b->n > a->n + BODY_LONGER_MOST ||
        a->n + 2 > b->n || !holds_pair(b, a->code))
        return false;
    if ((!company && type != GT_NODE_university && type != GT_NODE_hospital) || are_two(a, b))
        return false;
    if (company ? !is_legal(b) || is_legal(a) : a->code[a->n - 1] != b->code[b->n - 1])
        return false;
    uint32_t starts[] = {0, proper_start(scan, b)};
    for (size_t i = 0; i < 2; i++) {
        struct gt_codes rest = {b->code + starts[i], b->n - starts[i]};
        bool part =
            !company && rest.n > a->n && memcmp(rest.code, a->code, a->n * sizeof *a->code) == 0;
        if (part)
            return false; /* 江州科技学院商学院 is a school of 江州科技学院 */
        if (rest.n > a->n && rest.code[0] == a->code[0] && rest.code[1] == a->code[1] &&
            is_subsequence(a, &rest))
            return true;
    }
    return false;
}

/* --- firms -------------------------------------------------------------------------------------
 */

/* Where the legal form of a firm's name begins, its place in brackets before it; `end` when there
 * is none. */
static uint32_t legal_form(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    static const char *const forms[] = {"股份有限公司", "有限责任公司", "集团有限公司", "有限公司",
                                        "集团公司",     "股份公司",     "集团",         "公司"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        struct gt_codes form = gt_codes_of(forms[i], scan->arena);
        if (form.n + 2 > end - start || !gt_codes_at(&scan->codes, end - form.n, forms[i]))
            continue;
        end -= form.n;
        for (uint32_t at = start; at < end; at++)
            if (scan->codes.code[at] == 0xFF08 || scan->codes.code[at] == '(')
                return at;
        return end;
    }
    return end;
}

void gt_brief_of_firm(const struct gt_scan *scan, const struct gt_mention *mention,
                      struct gt_texts *forms)
{
    enum { OWN_LEAST = 2, FORM_LEAST = 3 };
    uint32_t end = legal_form(scan, mention->name_start, mention->name_end);
    if (end == mention->name_end)
        return;
    uint32_t start = gt_area_last(scan, mention->name_start, end), own = start + OWN_LEAST;
    while (own < end && !gt_scan_is_generic(scan, own, end))
        own++; /* what follows are class words */
    if (own > end || gt_scan_is_generic(scan, start, own))
        return;
    for (uint32_t at = own; at <= end; at++) {
        bool whole = at == own || at == end || gt_scan_is_generic(scan, own, at);
        if (whole && at - start >= FORM_LEAST && at < mention->name_end)
            gt_texts_add(forms, gt_codes_text(&scan->codes, start, at, scan->arena), scan->arena);
    }
}
