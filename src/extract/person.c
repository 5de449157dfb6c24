/* person.c: persons, named behind a public role (某大学校长陈某某), and nowhere else: delegates,
 * signers and contacts stand outside the body, or without such a role. */
#include "extract/mention.h"

#include "base/utf8.h"

static bool is_surname(uint32_t code)
{
    static const char *const names =
#define SURNAME(names_) names_
#include "extract/surname.def"
#undef SURNAME
        ;
    for (const char *p = names; *p;)
        if (gt_utf8_next(&p) == code)
            return true;
    return false;
}

/* True when a name can end before `at`: punctuation, or a word that is no part of a name. */
static bool ends_name(const struct gt_scan *scan, uint32_t at)
{
    static const char *const words[] = {"为", "担", "任", "的", "等", "和", "与", "带", "领",
                                        "牵", "主", "率", "团", "出", "作", "同", "及", "、"};
    if (at >= scan->codes.n || !gt_code_is_han(scan->codes.code[at]))
        return true;
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

static void add_person(const struct gt_scan *scan, uint32_t at, struct gt_mentions *mentions)
{
    if (at + 2 > scan->codes.n || !is_surname(scan->codes.code[at]))
        return;
    for (uint32_t n = 3; n >= 2; n--) {
        bool han = at + n <= scan->codes.n;
        for (uint32_t i = at; han && i < at + n; i++)
            han = gt_code_is_han(scan->codes.code[i]);
        if (!han || !ends_name(scan, at + n) || gt_scan_is_generic(scan, at, at + n))
            continue;
        if (!is_team(scan, at + n))
            gt_mention_add(mentions, GT_MENTION_PERSON, GT_NODE_person, at, at + n);
        return;
    }
}

void gt_find_persons(const struct gt_scan *scan, struct gt_mentions *mentions)
{
    for (uint32_t at = scan->metadata->body_start; at < scan->metadata->body_end; at++) {
        const struct gt_hit *title = gt_scan_word(scan, at, GT_WORD_TITLE);
        if (title && !gt_scan_word(scan, title->end, GT_WORD_TITLE))
            add_person(scan, title->end, mentions);
    }
}
