/* side_list.c: mentions on the sides of triggers, and lists of them: 甲、乙和丙. */
#include "extract/side.h"

#include "base/rank.h"
#include "base/utf8.h"

#include <string.h>

enum { JOIN_CODES = 14 };

const struct gt_mention *gt_side_mention(const struct gt_reading *reading, uint32_t m)
{
    return &reading->mentions->item[m];
}

/* The first mention that starts at `at` or behind it (n: none). */
uint32_t gt_side_first(const struct gt_reading *reading, uint32_t at)
{
    return gt_rank(reading->mentions->item, reading->mentions->n,
                   GT_FIELD(struct gt_mention, start), at);
}

bool gt_side_fits(const struct gt_reading *reading, uint32_t m, uint32_t types)
{
    const struct gt_mention *mention = gt_side_mention(reading, m);
    return mention->outer == GT_NONE && mention->node != GT_NONE &&
           types & 1u << reading->entities->item[mention->node].type;
}

/* True for an outermost mention of a body: a park, a firm, an institute. */
bool gt_side_is_body(const struct gt_reading *reading, uint32_t m)
{
    enum {
        BODIES = 1 << GT_NODE_company | 1 << GT_NODE_park | 1 << GT_NODE_platform |
                 1 << GT_NODE_institute | 1 << GT_NODE_university | 1 << GT_NODE_alliance
    };
    return gt_side_fits(reading, m, BODIES);
}

void gt_side_add(const struct gt_reading *reading, struct gt_ends *ends, uint32_t m)
{
    if (ends->n == GT_SIDE_MOST)
        return;
    uint32_t entity = gt_side_mention(reading, m)->node;
    for (uint32_t i = 0; i < ends->n; i++)
        if (ends->entity[i] == entity)
            return;
    ends->mention[ends->n] = m;
    ends->entity[ends->n++] = entity;
}

/* 该院由省、市…共建: such a word ends what is listed. */
static bool parts_list(const struct gt_scan *scan, uint32_t at)
{
    static const uint32_t words[] = {U'由', U'是', U'为', U'在', U'对',
                                     U'向', U'把', U'将', U'被', U'从'};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (scan->codes.code[at] == words[i])
            return scan->strong[at + 1] == 1;
    return false;
}

/* True when only a conjunction, or a short piece of a list, stands between two places. */
static bool is_joined(const struct gt_scan *scan, uint32_t from, uint32_t to)
{
    bool comma = false;
    if (to - from > JOIN_CODES)
        return false;
    for (uint32_t i = from; i < to; i++) {
        uint32_t code = scan->codes.code[i];
        if ((gt_code_ends_clause(code) && code != ':' && code != 0xFF1A) || parts_list(scan, i))
            return false;
        comma = comma || code == 0x3001;
    }
    if (comma || from == to)
        return true;
    for (uint32_t i = from; i < to; i++) {
        uint32_t code = scan->codes.code[i];
        bool joins = code == U'和' || code == U'与' || code == U'及' || code == U'以' ||
                     gt_code_opens(code) || gt_code_closes(code) || code == '"' || code == U'或';
        if (!joins)
            return gt_codes_at(&scan->codes, i, "等") && i + 1 == to;
    }
    return true;
}

/* 煤电节能改造、供热改造: two industries are listed only when nothing but what they are called
 * stands between. */
static bool is_next_track(const struct gt_scan *scan, uint32_t from, uint32_t to)
{
    static const char *const words[] = {"产业", "行业", "领域", "技术", "制造", "服务", "产品",
                                        "研发", "应用", "装备", "以及", "、",   "和",   "与",
                                        "及",   "“",    "”",    "\"",   "/",    "+"};
    while (from < to) {
        uint32_t n = 0;
        for (size_t i = 0; i < sizeof words / sizeof *words && !n; i++)
            n = gt_codes_at(&scan->codes, from, words[i]) ? (uint32_t)gt_utf8_count(words[i]) : 0;
        if (!n)
            return false;
        from += n;
    }
    return true;
}

/* What a mention owns or presents: “乙” of 甲集团的“乙”, 陈某某 of 某大学研究员陈某某; GT_NONE. */
uint32_t gt_side_head_noun(const struct gt_reading *reading, uint32_t m)
{
    const struct gt_scan *scan = reading->scan;
    uint32_t at = gt_side_mention(reading, m)->end, next = gt_side_first(reading, at);
    const struct gt_hit *title = gt_scan_word(scan, at, GT_WORD_TITLE);
    if (next >= reading->mentions->n)
        return GT_NONE;
    uint32_t start = gt_side_mention(reading, next)->start;
    if (at < scan->codes.n && scan->codes.code[at] == U'的' && start == at + 1)
        return next;
    static const char *const belongs[] = {"下属", "所属", "旗下", "下设"};
    for (size_t i = 0; i < sizeof belongs / sizeof *belongs; i++)
        if (start == at + 2 && gt_codes_at(&scan->codes, at, belongs[i]))
            return next;
    return title && title->end == start ? next : GT_NONE;
}

/* Behind what a bracket at `at` says of the name in front of it, when the list goes on there:
 * 甲公司 （以下称甲）、乙. */
static uint32_t behind_bracket(const struct gt_scan *scan, uint32_t at)
{
    uint32_t code = at < scan->codes.n ? scan->codes.code[at] : 0;
    uint32_t mate = code == 0xFF08 || code == '(' ? scan->mate[at] : GT_NONE;
    bool joined = mate != GT_NONE && mate > at && mate + 1 < scan->codes.n &&
                  (scan->codes.code[mate + 1] == 0x3001 || scan->codes.code[mate + 1] == U'和' ||
                   scan->codes.code[mate + 1] == U'与' || scan->codes.code[mate + 1] == U'及');
    return joined ? mate + 1 : at;
}

/* Adds a mention and the list that goes on from it within [.., end). */
void gt_side_add_list(const struct gt_reading *reading, uint32_t m, uint32_t end, uint32_t types,
                      struct gt_ends *ends)
{
    uint32_t last = behind_bracket(reading->scan, gt_side_mention(reading, m)->end);
    gt_side_add(reading, ends, m);
    for (uint32_t i = m + 1; i < reading->mentions->n; i++) {
        const struct gt_mention *next = gt_side_mention(reading, i);
        if (next->outer != GT_NONE || next->start < last)
            continue;
        if (next->end > end || !is_joined(reading->scan, last, next->start) ||
            (next->type == GT_NODE_industry && !is_next_track(reading->scan, last, next->start)))
            break;
        uint32_t owned = gt_side_head_noun(reading, i);
        if (owned != GT_NONE && gt_side_mention(reading, owned)->end <= end) {
            last = gt_side_mention(reading, owned)
                       ->start; /* 甲的“乙”、丙的“丁”: 乙 and 丁 are listed */
            continue;
        }
        if (gt_side_fits(reading, i, types) && reading->scan->codes.code[next->end - 1] != U'内')
            gt_side_add(reading, ends, i);
        last = behind_bracket(reading->scan, next->end);
    }
}

/* The first mention of the list that ends with `m`, not before `start`. */
uint32_t gt_side_list_head(const struct gt_reading *reading, uint32_t m, uint32_t start,
                           uint32_t types)
{
    uint32_t head = m;
    for (uint32_t i = m; i-- > 0;) {
        const struct gt_mention *before = gt_side_mention(reading, i);
        if (before->outer != GT_NONE)
            continue;
        if (before->start < start ||
            !is_joined(reading->scan, before->end, gt_side_mention(reading, head)->start))
            break;
        if (gt_side_fits(reading, i, types))
            head = i;
        else
            break;
    }
    return head;
}
