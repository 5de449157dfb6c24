/* fact.c: mentions of what is known before reading: facts of the lexicons and of --known,
 * departments behind their area (区科委, 上海市长宁区商务委员会), and words that mean the area or
 * the issuer. */
#include "extract/mention.h"

#include "base/utf8.h"
#include "extract/area.h"

#include <string.h>

/* True when a longer word holds the hit, so that it is part of another word. */
static bool is_covered(const struct gt_scan *scan, const struct gt_hit *hit)
{
    for (uint32_t back = 0; back <= 6 && back <= hit->start; back++) {
        uint32_t at = hit->start - back;
        for (uint32_t i = scan->first[at]; i < scan->first[at + 1]; i++) {
            const struct gt_hit *other = &scan->hit[i];
            enum gt_word_kind kind = gt_scan_lexeme(scan, other)->kind;
            bool longer = other->end - other->start > hit->end - hit->start;
            if (longer && other->end >= hit->end && kind == GT_WORD_KEEP)
                return true;
        }
    }
    return false;
}

/* Roads and house numbers are no areas: 长宁路. */
static bool is_address(const struct gt_scan *scan, uint32_t end)
{
    static const char *const words[] = {"路", "街道", "大道", "号", "街"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (gt_codes_at(&scan->codes, end, words[i]))
            return true;
    return false;
}

/* A name that only its own district's replies mean so: 区产业引导基金, 引导基金. */
static bool is_relative(const struct gt_scan *scan, const struct gt_hit *hit)
{
    uint32_t code = scan->codes.code[hit->start];
    bool area = hit->end - hit->start > 2 && (code == U'区' || code == U'市');
    return area || gt_scan_is_generic(scan, hit->start, hit->end);
}

static bool is_of_home(const struct gt_scan *scan, const struct gt_fact *fact)
{
    int home = scan->metadata->district
                   ? gt_vocabulary_find(GT_VOCABULARY_DISTRICT, scan->metadata->district, false)
                   : -1;
    return home >= 0 && fact->districts & 1u << home;
}

/* Where the city begins that stands in front of its district: 江州市云岭区. */
static uint32_t city_start(const struct gt_scan *scan, const struct gt_hit *district)
{
    uint32_t unit = scan->codes.code[district->end - 1];
    if (unit != U'区' && unit != U'县')
        return district->start;
    for (uint32_t back = 6; back >= 2; back--) {
        if (back > district->start)
            continue;
        const struct gt_hit *city = gt_scan_word(scan, district->start - back, GT_WORD_FACT);
        if (city && city->end == district->start && scan->codes.code[city->end - 1] == U'市' &&
            scan->lexicon->fact[gt_scan_lexeme(scan, city)->row].type == GT_NODE_place)
            return city->start;
    }
    return district->start;
}

static void add_fact(const struct gt_scan *scan, const struct gt_hit *hit,
                     struct gt_mentions *mentions)
{
    uint32_t row = gt_scan_lexeme(scan, hit)->row;
    const struct gt_fact *fact = &scan->lexicon->fact[row];
    if (is_covered(scan, hit) || (fact->type == GT_NODE_place && is_address(scan, hit->end)))
        return;
    if (hit->end < scan->codes.n && scan->codes.code[hit->end] == '+')
        return; /* “清华+” */
    if (fact->type == GT_NODE_place && hit->end == hit->start + 2 && hit->start > 0 &&
        scan->codes.code[hit->end - 1] == U'县')
        for (uint32_t i = scan->first[hit->start - 1]; i < scan->first[hit->start]; i++)
            if (scan->hit[i].end == hit->start + 1)
                return; /* 示范县 is no 范县 */
    if (hit->end < scan->codes.n && scan->codes.code[hit->end] == U'门' &&
        scan->codes.code[hit->end - 1] == U'部')
        return; /* 省自然资源部门 */
    if (fact->type == GT_NODE_industry || fact->type == GT_NODE_person)
        return; /* industry.c, person.c */
    if (fact->known && !is_of_home(scan, fact) && is_relative(scan, hit))
        return;
    uint32_t start =
        fact->type == GT_NODE_place && fact->names.n == 1 ? city_start(scan, hit) : hit->start;
    struct gt_mention *mention =
        gt_mention_add(mentions, GT_MENTION_FACT, fact->type, start, hit->end);
    mention->row = row;
}

/* --- counties ----------------------------------------------------------------------------------
 */

static bool is_place_word(const struct gt_scan *scan, const struct gt_hit *hit)
{
    const struct gt_lexeme *lexeme = gt_scan_lexeme(scan, hit);
    return lexeme->kind == GT_WORD_COUNTY ||
           (lexeme->kind == GT_WORD_FACT && scan->lexicon->fact[lexeme->row].type == GT_NODE_place);
}

static bool is_joint(const struct gt_scan *scan, uint32_t at)
{
    uint32_t code = at < scan->codes.n ? scan->codes.code[at] : 0;
    return code == 0x3001 || code == U'和' || code == U'与' || code == U'及';
}

/* True when a place's name ends at `end`. */
static bool place_ends(const struct gt_scan *scan, uint32_t end)
{
    for (uint32_t back = 2; back <= 8 && back <= end; back++)
        for (uint32_t i = scan->first[end - back]; i < scan->first[end - back + 1]; i++)
            if (scan->hit[i].end == end && is_place_word(scan, &scan->hit[i]))
                return true;
    return false;
}

static bool place_starts(const struct gt_scan *scan, uint32_t at)
{
    for (uint32_t i = scan->first[at]; i < scan->first[at + 1]; i++)
        if (is_place_word(scan, &scan->hit[i]))
            return true;
    return false;
}

/* A county without its unit, in a list of places: 在康平、法库及辽中等地. */
static void add_county(const struct gt_scan *scan, const struct gt_hit *hit,
                       struct gt_mentions *mentions)
{
    uint32_t code = hit->end < scan->codes.n ? scan->codes.code[hit->end] : U'。';
    bool left =
        hit->start > 2 && is_joint(scan, hit->start - 1) && place_ends(scan, hit->start - 1);
    bool right = is_joint(scan, hit->end) && place_starts(scan, hit->end + 1);
    bool closed =
        is_joint(scan, hit->end) || code == U'等' || code == U'的' || gt_code_ends_clause(code);
    if (!(left || right) || !closed || !(left || gt_scan_is_edge(scan, hit->start)))
        return;
    struct gt_mention *mention =
        gt_mention_add(mentions, GT_MENTION_FACT, GT_NODE_place, hit->start, hit->end);
    mention->row = gt_scan_lexeme(scan, hit)->row;
}

/* --- departments -------------------------------------------------------------------------------
 */

/* Where an area's name that ends at `end` begins; `end` when none does. */
static uint32_t area_start(const struct gt_scan *scan, uint32_t end)
{
    for (uint32_t back = 10; back >= 2; back--) {
        if (back > end)
            continue;
        for (uint32_t i = scan->first[end - back]; i < scan->first[end - back + 1]; i++) {
            const struct gt_lexeme *lexeme = gt_scan_lexeme(scan, &scan->hit[i]);
            if (scan->hit[i].end == end && lexeme->kind == GT_WORD_FACT &&
                scan->lexicon->fact[lexeme->row].type == GT_NODE_place)
                return end - back;
        }
    }
    const char *home = scan->metadata->district_name;
    uint32_t n = home ? (uint32_t)gt_utf8_count(home) : 0;
    return n && n <= end && gt_codes_at(&scan->codes, end - n, home) ? end - n : end;
}

static bool is_department_cut(const struct gt_scan *scan, uint32_t end)
{
    static const char *const words[] = {"托", "员", "派", "任", "副", "常委", "集团"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (gt_codes_at(&scan->codes, end, words[i]))
            return true;
    return false;
}

/* A short form without its area, 科委: the issuer's area is meant. */
static bool is_short(const struct gt_scan *scan, const struct gt_hit *hit)
{
    const struct gt_lexeme *lexeme = gt_scan_lexeme(scan, hit);
    uint32_t last = scan->codes.code[hit->end - 1];
    if (hit->start >= 2 && (gt_codes_at(&scan->codes, hit->start - 2, "各地") ||
                            gt_codes_at(&scan->codes, hit->start - 2, "等地")))
        return false; /* 各地科技局 */
    return strcmp(lexeme->text, gt_bureaus[lexeme->row].name) != 0 &&
           (last == U'委' || last == U'局' || last == U'办') && hit->end - hit->start <= 4;
}

/* 省财政资金, 省财政部门: no department but what is the treasury's. */
static bool is_of_treasury(const struct gt_scan *scan, uint32_t end)
{
    static const uint32_t codes[] = {U'部', U'资', U'收', U'支', U'预', U'体', U'政'};
    if (end >= scan->codes.n || end < 2 || !gt_codes_at(&scan->codes, end - 2, "财政"))
        return false;
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (scan->codes.code[end] == codes[i])
            return true;
    return false;
}

static void add_department(const struct gt_scan *scan, const struct gt_hit *hit,
                           struct gt_mentions *mentions)
{
    bool region = gt_codes_at(&scan->codes, hit->start, "自治区");
    bool prefixed = region || gt_area_is_unit(scan->codes.code[hit->start]);
    uint32_t end = hit->start + (region ? 3 : prefixed), start = area_start(scan, end);
    bool short_form = hit->end - hit->start <= 2;
    if ((short_form && is_department_cut(scan, hit->end)) || is_of_treasury(scan, hit->end))
        return;
    if (start == end && !prefixed) {
        bool letter = hit->start && gt_area_is_unit(scan->codes.code[hit->start - 1]);
        bool known = letter || (gt_scan_is_edge(scan, hit->start) && is_short(scan, hit));
        if (!known)
            return;
        start = end = hit->start - letter; /* 区科学技术委员会; 科委 */
        if (letter && start >= 2 && gt_codes_at(&scan->codes, start - 2, "自治区"))
            start = end = start - 2;
    }
    bool autonomous = hit->start >= 2 && gt_codes_at(&scan->codes, hit->start - 2, "自治区");
    if (start == end)
        start = prefixed ? hit->start - (autonomous ? 2 : 0) : start;
    else
        start = area_start(scan, start); /* 上海市长宁区 */
    struct gt_mention *mention =
        gt_mention_add(mentions, GT_MENTION_BUREAU, GT_NODE_agency, start, hit->end);
    mention->row = gt_scan_lexeme(scan, hit)->row;
}

/* --- references --------------------------------------------------------------------------------
 */

static void add_reference(const struct gt_scan *scan, const struct gt_hit *hit,
                          struct gt_mentions *mentions)
{
    const struct gt_lexeme *lexeme = gt_scan_lexeme(scan, hit);
    if (lexeme->row == GT_ANAPHOR_home && gt_area_is_other(scan, lexeme->text))
        return;
    struct gt_mention *mention = gt_mention_add(
        mentions, GT_MENTION_ANAPHOR,
        lexeme->row == GT_ANAPHOR_home ? GT_NODE_place : GT_NODE_agency, hit->start, hit->end);
    mention->row = lexeme->row;
}

/* The issuer's area where no lexicon knows it, with and without its last character. */
static void find_home(const struct gt_scan *scan, struct gt_mentions *mentions)
{
    const char *home = scan->metadata->district_name;
    if (!home || gt_utf8_count(home) < 3)
        return;
    struct gt_codes name = gt_codes_of(home, scan->arena);
    for (uint32_t at = scan->metadata->body_start; at + name.n <= scan->metadata->body_end; at++) {
        if (memcmp(scan->codes.code + at, name.code, (name.n - 1) * sizeof *name.code) != 0)
            continue;
        uint32_t n =
            scan->codes.code[at + name.n - 1] == name.code[name.n - 1] ? name.n : name.n - 1;
        if (!is_address(scan, at + n))
            gt_mention_add(mentions, GT_MENTION_FACT, GT_NODE_place, at, at + n);
    }
}

void gt_find_facts(const struct gt_scan *scan, struct gt_mentions *mentions)
{
    for (uint32_t at = scan->metadata->body_start; at < scan->metadata->body_end; at++)
        for (uint32_t i = scan->first[at]; i < scan->first[at + 1]; i++) {
            const struct gt_hit *hit = &scan->hit[i];
            switch (gt_scan_lexeme(scan, hit)->kind) {
            case GT_WORD_FACT:
                add_fact(scan, hit, mentions);
                break;
            case GT_WORD_COUNTY:
                add_county(scan, hit, mentions);
                break;
            case GT_WORD_BUREAU:
                add_department(scan, hit, mentions);
                break;
            case GT_WORD_ANAPHOR:
                add_reference(scan, hit, mentions);
                break;
            case GT_WORD_INDUSTRY:
            case GT_WORD_GENERIC:
            case GT_WORD_STRONG:
            case GT_WORD_WEAK:
            case GT_WORD_FAINT:
            case GT_WORD_KEEP:
            case GT_WORD_COMMON:
            case GT_WORD_HEAD:
            case GT_WORD_TITLE:
            case GT_WORD_SUFFIX:
            case GT_WORD_TENSE:
            case GT_WORD_REFER:
            case GT_WORD_CLAUSE:
            case GT_WORD_TRIGGER:
            case GT_WORD_KINDS:
                break;
            }
        }
    find_home(scan, mentions);
}
