/* person.c: persons, named behind a public role (某大学校长陈某某), and nowhere else: delegates,
 * signers and contacts stand outside the body, or without such a role. */
#include "extract/mention.h"

#include "base/utf8.h"

#include <string.h>

/* Characters of the surname that begins at a place; 0 when none does. */
static uint32_t surname_codes(const struct gt_scan *scan, uint32_t at)
{
    static const char *const names =
#define SURNAME(names_) names_
#define COMPOUND_SURNAME(names_)
#include "extract/surname.def"
#undef COMPOUND_SURNAME
#undef SURNAME
        ;
    static const char *const compounds =
#define SURNAME(names_)
#define COMPOUND_SURNAME(names_) names_
#include "extract/surname.def"
#undef COMPOUND_SURNAME
#undef SURNAME
        ;
    if (at + 2 > scan->codes.n)
        return 0;
    for (const char *p = compounds; *p; p += *p == ' ')
        if (gt_utf8_next(&p) == scan->codes.code[at] &&
            gt_utf8_next(&p) == scan->codes.code[at + 1])
            return 2;
        else
            p += strcspn(p, " ");
    for (const char *p = names; *p;)
        if (gt_utf8_next(&p) == scan->codes.code[at])
            return 1;
    return 0;
}

/* True when a name can end before `at`: punctuation, or a word that is no part of a name. */
static bool ends_name(const struct gt_scan *scan, uint32_t at)
{
    static const char *const words[] = {"为", "担", "任", "的", "等", "和", "与", "带",
                                        "领", "牵", "主", "率", "团", "出", "作", "同",
                                        "及", "、", "兼", "当", "受", "创", "研", "任"};
    if (at >= scan->codes.n || !gt_code_is_han(scan->codes.code[at]) ||
        gt_scan_word(scan, at, GT_WORD_TITLE))
        return true; /* 主任陈某某教授 */
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (gt_codes_at(&scan->codes, at, words[i]))
            return true;
    return false;
}

/* A team that bears a person's name is no person's mention. */
static bool is_team(const struct gt_scan *scan, uint32_t at)
{
    return gt_codes_at(&scan->codes, at, "团队") || gt_codes_at(&scan->codes, at, "工作室") ||
           gt_codes_at(&scan->codes, at, "委员") || gt_codes_at(&scan->codes, at, "代表");
}

/* 申屠雅担|任, 任副主|任: a verb begins in what would be the name, or is it. */
static bool is_verb_cut(const struct gt_scan *scan, uint32_t at, uint32_t end)
{
    static const char *const verbs[] = {"担任", "出任", "兼任", "当选", "受聘", "主任", "主持"};
    static const char *const roles[] = {"任副", "任主", "任首", "任理", "任会", "任轮", "任名"};
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (gt_codes_at(&scan->codes, end - 1, verbs[i]))
            return true;
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (gt_codes_at(&scan->codes, at, roles[i]))
            return true;
    return false;
}

/* True when [at, end) can be a person's name: a surname and one or two characters. */
static bool is_person(const struct gt_scan *scan, uint32_t at, uint32_t end)
{
    uint32_t surname = surname_codes(scan, at);
    if (!surname || end < at + surname + 1 || end > at + surname + 2)
        return false;
    for (uint32_t i = at; i < end; i++)
        if (!gt_code_is_han(scan->codes.code[i]))
            return false;
    return !gt_scan_is_generic(scan, at, end) && !is_verb_cut(scan, at, end);
}

/* A name behind a role: 校长陈某某. */
static void add_person(const struct gt_scan *scan, uint32_t at, struct gt_mentions *mentions)
{
    for (uint32_t n = 4; n >= 2; n--) {
        if (at + n > scan->codes.n || !is_person(scan, at, at + n) || !ends_name(scan, at + n))
            continue;
        if (!is_team(scan, at + n))
            gt_mention_add(mentions, GT_MENTION_PERSON, GT_NODE_person, at, at + n);
        return;
    }
}

/* True when a body's name, or a department, ends at a place. */
static bool ends_body(const struct gt_scan *scan, uint32_t at)
{
    for (uint32_t back = 1; back <= 12 && back <= at; back++)
        for (uint32_t i = scan->first[at - back]; i < scan->first[at - back + 1]; i++) {
            const struct gt_lexeme *lexeme = gt_scan_lexeme(scan, &scan->hit[i]);
            enum gt_node_type type =
                lexeme->kind == GT_WORD_FACT     ? scan->lexicon->fact[lexeme->row].type
                : lexeme->kind == GT_WORD_SUFFIX ? gt_suffixes[lexeme->row].type
                                                 : GT_NODE_place;
            if (scan->hit[i].end == at &&
                (lexeme->kind == GT_WORD_BUREAU || type == GT_NODE_university ||
                 type == GT_NODE_institute || type == GT_NODE_hospital))
                return true;
        }
    return false;
}

static bool takes_office(const struct gt_scan *scan, uint32_t at)
{
    return gt_codes_at(&scan->codes, at, "任") || gt_codes_at(&scan->codes, at, "担任") ||
           gt_codes_at(&scan->codes, at, "出任") || gt_codes_at(&scan->codes, at, "兼任") ||
           gt_codes_at(&scan->codes, at, "受聘");
}

/* A name between a body and a role: 江州大学陈某某教授. */
static void add_before(const struct gt_scan *scan, uint32_t title, struct gt_mentions *mentions)
{
    for (uint32_t back = 1; back <= 4 && back <= title; back++) {
        const struct gt_hit *longer = gt_scan_word(scan, title - back, GT_WORD_TITLE);
        if (longer && longer->end > title)
            return; /* 常务副校长 */
    }
    const struct gt_hit *own = gt_scan_word(scan, title, GT_WORD_TITLE);
    bool acts = own && takes_office(scan, own->end); /* ，陈某某教授任主任 */
    for (uint32_t n = 4; n >= 2; n--)
        if (n <= title && is_person(scan, title - n, title) &&
            (ends_body(scan, title - n) ||
             (acts && gt_scan_is_edge(scan, title - n) && !scan->strong[title - n]))) {
            gt_mention_add(mentions, GT_MENTION_PERSON, GT_NODE_person, title - n, title);
            return;
        }
}

void gt_find_persons(const struct gt_scan *scan, struct gt_mentions *mentions)
{
    for (uint32_t at = scan->metadata->body_start; at < scan->metadata->body_end; at++) {
        const struct gt_hit *title = gt_scan_word(scan, at, GT_WORD_TITLE);
        if (!title)
            continue;
        if (!gt_scan_word(scan, title->end, GT_WORD_TITLE))
            add_person(scan, title->end, mentions);
        add_before(scan, at, mentions);
    }
}
