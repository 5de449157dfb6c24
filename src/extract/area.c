/* area.c: whose area is meant. The issuer's area ends in a unit (长宁区, 苏州市, 湖北省), and the
 * letter of that unit in front of a department, or behind 我, 本, 全, means it; the letter of the
 * unit above means the area that holds it, as far as the issuer's name tells that. */
#include "extract/area.h"

#include "extract/mention.h"

#include "base/utf8.h"

#include <string.h>

static const char *const units[] = {"省", "市", "区", "县", "州", "盟", "旗"};

bool gt_area_is_unit(uint32_t code)
{
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        const char *p = units[i];
        if (gt_utf8_next(&p) == code)
            return true;
    }
    return false;
}

/* The unit at the end of [text, text + n); null. */
static const char *unit_of(const char *text, size_t n)
{
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (n >= 3 && memcmp(text + n - 3, units[i], 3) == 0)
            return units[i];
    return NULL;
}

/* The bytes of a name without its unit, when two characters are left. */
static size_t stem_of(const char *text, size_t n)
{
    return n > 6 && unit_of(text, n) ? n - 3 : n;
}

static bool ends_in(const char *text, size_t n, const char *end, size_t m)
{
    return m > 0 && n >= m && memcmp(text + n - m, end, m) == 0;
}

/* True when [text, text + n) ends with the area, with or without its unit. */
static bool names_area(const char *text, size_t n, const char *area, size_t m)
{
    return ends_in(text, n, area, m) || ends_in(text, n, area, stem_of(area, m));
}

/* The bytes of a department's name in front of the department itself. */
static size_t area_bytes(const char *form, uint32_t row)
{
    size_t n = strlen(form), best = 0, length = strlen(gt_bureaus[row].name);
    if (ends_in(form, n, gt_bureaus[row].name, length))
        best = length;
    for (const char *p = gt_bureaus[row].shorts; *p; p += length + (p[length] == ' ')) {
        length = strcspn(p, " ");
        if (length > best && ends_in(form, n, p, length))
            best = length;
    }
    return n - best;
}

/* The areas in front of the issuer's own in its name: 上海市 of 上海市长宁区…; *n bytes. */
static const char *area_above(const struct gt_scan *scan, size_t *n)
{
    const char *home = scan->metadata->district_name, *issuer = scan->metadata->issuer_name;
    const char *at = home && issuer ? strstr(issuer, home) : NULL;
    *n = at ? (size_t)(at - issuer) : 0;
    if (*n)
        return issuer;
    const char *city = scan->metadata->district ? "上海市" : "";
    *n = strlen(city);
    return city;
}

const char *gt_area_key(const struct gt_scan *scan, const char *form, uint32_t row)
{
    const char *home = scan->metadata->district_name;
    size_t n = area_bytes(form, row), m = home ? strlen(home) : 0, above_n;
    const char *above = area_above(scan, &above_n), *unit = unit_of(form, n);
    bool letter = unit && (n == 3 || (n == strlen("自治区") && memcmp(form, "自治区", n) == 0));
    if (n == 0)
        return "home";
    if (letter && home)
        return unit == unit_of(home, m)          ? "home"
               : unit == unit_of(above, above_n) ? "above"
                                                 : gt_arena_text(scan->arena, form, n);
    if (letter)
        return unit;
    if (home && names_area(form, n, home, m))
        return "home";
    if (above_n && names_area(form, n, above, above_n))
        return "above";
    return gt_arena_text(scan->arena, form, stem_of(form, n));
}

bool gt_area_is_other(const struct gt_scan *scan, const char *word)
{
    static const char *const any[] = {"辖区", "区域"};
    const char *home = scan->metadata->district_name;
    const char *own = home ? unit_of(home, strlen(home)) : NULL;
    if (strcmp(word, "自治区") == 0)
        return !home || !ends_in(home, strlen(home), word, strlen(word));
    for (size_t i = 0; i < sizeof any / sizeof *any; i++)
        if (strstr(word, any[i]))
            return false;
    for (size_t i = 0; own && i < sizeof units / sizeof *units; i++)
        if (strstr(word, units[i]))
            return units[i] != own;
    return false;
}

const char *gt_area_short_issuer(const struct gt_scan *scan)
{
    const char *home = scan->metadata->district_name, *issuer = scan->metadata->issuer_name;
    const char *at = home && issuer ? strstr(issuer, home) : NULL;
    return at && at > issuer ? at : NULL;
}

/* --- names of counties and districts ------------------------------------------------------------
 */

bool gt_area_holds_word(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    for (uint32_t at = start; at < end; at++)
        for (uint32_t i = scan->first[at]; i < scan->first[at + 1]; i++) {
            enum gt_word_kind kind = gt_scan_lexeme(scan, &scan->hit[i])->kind;
            bool place = kind == GT_WORD_FACT || kind == GT_WORD_COUNTY || kind == GT_WORD_KEEP ||
                         kind == GT_WORD_TITLE;
            if (!place && scan->hit[i].end > at + 1 && scan->hit[i].end <= end + 1)
                return true;
        }
    return false;
}

uint32_t gt_area_last(const struct gt_scan *scan, uint32_t start, uint32_t unit)
{
    enum { FEWEST = 2 }; /* characters on both sides of a unit */
    for (uint32_t at = start; at < unit; at++) {
        const struct gt_hit *fact = gt_scan_word(scan, at, GT_WORD_FACT);
        bool place =
            fact && scan->lexicon->fact[gt_scan_lexeme(scan, fact)->row].type == GT_NODE_place;
        if (at == start && place && fact->end < unit)
            start = fact->end;
        else if (gt_area_is_unit(scan->codes.code[at]) && at >= start + FEWEST &&
                 at + FEWEST < unit)
            start = at + 1;
    }
    return start;
}

/* The city right in front of a known district whose unit stands at `unit`: 江州市 of 江州市某某区.
 */
static const struct gt_hit *place_ending(const struct gt_scan *scan, uint32_t unit)
{
    for (uint32_t back = 2; back <= 4 && back <= unit; back++) {
        const struct gt_hit *district = gt_scan_word(scan, unit - back, GT_WORD_FACT);
        if (!district || district->end != unit + 1)
            continue;
        for (uint32_t more = 2; more <= 5 && more <= district->start; more++) {
            const struct gt_hit *city = gt_scan_word(scan, district->start - more, GT_WORD_FACT);
            if (city && city->end == district->start &&
                scan->lexicon->fact[gt_scan_lexeme(scan, city)->row].type == GT_NODE_place)
                return city;
        }
    }
    return NULL;
}

uint32_t gt_area_start(const struct gt_scan *scan, uint32_t unit)
{
    enum { FEWEST = 2, MOST = 4 };
    const struct gt_hit *city = place_ending(scan, unit);
    uint32_t start = city ? city->start : gt_name_start(scan, unit);
    if (start == GT_NONE)
        return GT_NONE;
    if (city)
        return start;
    uint32_t last = gt_area_last(scan, start, unit), n = unit - last;
    bool brief = n == 1 && last > start && scan->codes.code[unit] == U'县'; /* 江州市云县 */
    if (n > MOST || (n < FEWEST && !brief) || gt_area_holds_word(scan, last, unit))
        return GT_NONE;
    if (gt_code_is_numeral(scan->codes.code[unit - 1]))
        return GT_NONE; /* 七市 */
    for (uint32_t i = last; i < unit; i++)
        if (!gt_code_is_han(scan->codes.code[i]))
            return GT_NONE;
    return start;
}

bool gt_area_is_home(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    const char *home = scan->metadata->district_name;
    struct gt_codes name = home ? gt_codes_of(home, scan->arena) : (struct gt_codes){0};
    return name.n > 2 && end - start == name.n - 1 &&
           memcmp(name.code, scan->codes.code + start, (name.n - 1) * sizeof *name.code) == 0;
}
