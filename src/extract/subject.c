/* subject.c: who acts.
 *
 * The subject of a Chinese clause stands at its head, or in front of the verb behind 推动, 支持 and
 * the like; a clause without one goes on with that of the clause before; items of an enumeration
 * (一是…；二是…) go on with that of the sentence in front of it. */
#include "extract/frame.h"
#include "extract/point.h"

#include <string.h>

/* Other places build and run nothing here; and of 我们云岭 the second word counts. */
static bool is_far_place(const struct gt_reading *reading, enum gt_edge_type edge, uint32_t m)
{
    const struct gt_mention *mention = gt_side_mention(reading, m);
    const struct gt_entity *entity = &reading->entities->item[mention->node];
    if (mention->kind == GT_MENTION_ANAPHOR && entity->issuer && m + 1 < reading->mentions->n &&
        mention[1].start == mention->end && mention[1].node == reading->entities->home)
        return true;
    return edge == GT_EDGE_operates && entity->type == GT_NODE_place && !entity->home;
}

/* The bodies of the centre ask for industries; they work on none here. */
static bool is_central(const struct gt_reading *reading, uint32_t m)
{
    const struct gt_entity *entity = &reading->entities->item[gt_side_mention(reading, m)->node];
    return entity->type == GT_NODE_agency && entity->fact != GT_NONE &&
           reading->scan->lexicon->fact[entity->fact].level == GT_LEVEL_national;
}

/* 某某园由甲公司运营，…: what follows is about the park, not about who is named behind 由. */
static bool is_agent(const struct gt_reading *reading, uint32_t m, uint32_t start)
{
    const struct gt_scan *scan = reading->scan;
    for (uint32_t at = gt_side_mention(reading, m)->start; at > start; at--)
        if (scan->codes.code[at - 1] == U'由' && scan->strong[at] == 1) {
            uint32_t before = gt_side_first(reading, start);
            return at - 1 > start && before < m && gt_side_mention(reading, before)->end <= at - 1;
        }
    return false;
}

/* 甲与乙申报的丙: 丙 in the place of 甲, within `end`. */
static uint32_t told_of(const struct gt_reading *reading, uint32_t m, uint32_t start, uint32_t end)
{
    const struct gt_clauses *clauses = reading->clauses;
    uint32_t list = gt_side_list_head(reading, m, start, ~0u);
    uint32_t names = gt_clauses_names(clauses, gt_side_mention(reading, list)->start);
    uint32_t told = names == GT_NONE ? GT_NONE : gt_frame_told_by(clauses->part, names, clauses->n);
    return told != GT_NONE && clauses->part[told].end <= end ? clauses->part[told].member[0] : m;
}

/* The subject in [start, end): the last mention that can be one; with `head`, the first. */
static uint32_t subject_in(const struct gt_reading *reading, const struct gt_sentence *clause,
                           enum gt_edge_type edge, uint32_t types, bool head)
{
    uint32_t found = GT_NONE, start = clause->start, end = clause->end;
    for (uint32_t m = gt_side_first(reading, start);
         m < reading->mentions->n && gt_side_mention(reading, m)->end <= end; m++) {
        const struct gt_mention *mention = gt_side_mention(reading, m);
        if (mention->outer != GT_NONE || mention->node == GT_NONE ||
            !gt_side_may_act(reading,
                             gt_side_mention(reading, gt_side_list_head(reading, m, start, ~0u))))
            continue;
        uint32_t owned = told_of(reading, m, start, end);
        for (uint32_t next = gt_side_head_noun(reading, m);
             next != GT_NONE && gt_side_mention(reading, next)->end <= end;
             next = gt_side_head_noun(reading, next))
            owned = next;
        if (head && is_agent(reading, owned, start))
            continue;
        if (!gt_side_fits(reading, owned, types) || is_far_place(reading, edge, owned) ||
            (edge == GT_EDGE_focuses_on && is_central(reading, owned)))
            continue;
        if (head)
            return owned;
        found = owned;
    }
    return found;
}

/* Where the sentence's subject may come from: ； does not end what is said of one. */
static uint32_t reach_back(const struct gt_scan *scan, uint32_t at)
{
    uint32_t s = scan->sentence_at[at];
    const struct gt_sentence *sentence = &scan->sentence[s];
    while (s > 0 && sentence->paragraph == scan->sentence[s - 1].paragraph) {
        uint32_t last = scan->codes.code[scan->sentence[s - 1].end - 1];
        if ((last != 0xFF1B && last != ';') || sentence->start + 600 < at)
            break;
        sentence = &scan->sentence[--s];
    }
    return sentence->start;
}

/* 云岭产业园方面，该项目…: what the sentence is about. */
static uint32_t topic_of(const struct gt_reading *reading, uint32_t at, uint32_t types)
{
    const struct gt_scan *scan = reading->scan;
    uint32_t start = scan->sentence[scan->sentence_at[at]].start;
    for (uint32_t m = gt_side_first(reading, start);
         m < reading->mentions->n && gt_side_mention(reading, m)->end < at; m++)
        if (gt_side_fits(reading, m, types) &&
            gt_codes_at(&scan->codes, gt_side_mention(reading, m)->end, "方面"))
            return m;
    return GT_NONE;
}

/* The number of an item that a clause begins: 1 of 一是, 2 of 二要, ②; 0 for none. */
static uint32_t ordinal_at(const struct gt_scan *scan, uint32_t at)
{
    struct gt_point point;
    return gt_point_at(scan, at, &point) ? point.number : 0;
}

/* True when a sentence goes on with what the one before was about: 同时，与… */
static bool goes_on(const struct gt_scan *scan, uint32_t at)
{
    static const char *const words[] = {"同时", "此外", "另外", "目前", "并", "还", "其"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (gt_codes_at(&scan->codes, at, words[i]))
            return true;
    return false;
}

/* The same with whom it joined: 协同江州能源局，修订了… */
static bool goes_on_with(const struct gt_scan *scan, uint32_t at)
{
    static const char *const words[] = {"协同", "会同", "联合", "配合"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (gt_codes_at(&scan->codes, at, words[i]))
            return true;
    return false;
}

/* The body that the sentence before `at` is about, in the same paragraph. */
static uint32_t subject_before(const struct gt_reading *reading, uint32_t at,
                               enum gt_edge_type edge, uint32_t types)
{
    const struct gt_scan *scan = reading->scan;
    uint32_t s = scan->sentence_at[at];
    if (s == 0 || scan->sentence[s - 1].paragraph != scan->sentence[s].paragraph)
        return GT_NONE;
    uint32_t m = GT_NONE, start = scan->sentence[s - 1].start, end = scan->sentence[s - 1].end;
    while (m == GT_NONE && start < end) {
        struct gt_sentence clause = {.start = start, .end = scan->clause_end[start]};
        m = subject_in(reading, &clause, edge, types, true);
        start = clause.end + 1;
    }
    bool acts = m != GT_NONE &&
                (gt_side_is_body(reading, m) ||
                 (goes_on_with(scan, at) && gt_side_fits(reading, m, 1u << GT_NODE_agency)));
    return acts ? m : GT_NONE;
}

/* 制定《…方案》，重点面向氢能: what was made in the clause before and closes it is what works on
 * the industry, not who made it. */
static uint32_t made_before(const struct gt_reading *reading, uint32_t start, uint32_t types)
{
    enum {
        MADE =
            1 << GT_NODE_programme | 1 << GT_NODE_fund | 1 << GT_NODE_park | 1 << GT_NODE_alliance
    };
    const struct gt_scan *scan = reading->scan;
    uint32_t end = start ? start - 1 : 0, m = gt_side_first(reading, end);
    if (!start || (scan->codes.code[end] != 0xFF0C && scan->codes.code[end] != ','))
        return GT_NONE;
    if (end && gt_code_closes(scan->codes.code[end - 1]) && scan->mate[end - 1] != GT_NONE &&
        scan->codes.code[end - 1] != 0x300B && scan->codes.code[end - 1] != 0x201D)
        end = scan->mate[end - 1];
    while (m-- > 0 && (gt_side_mention(reading, m)->end >= end ||
                       gt_side_mention(reading, m)->outer != GT_NONE))
        if (gt_side_mention(reading, m)->end == end && gt_side_fits(reading, m, types & MADE) &&
            gt_side_mention(reading, m)->kind != GT_MENTION_ANAPHOR &&
            scan->clause_start[gt_side_mention(reading, m)->start] !=
                gt_side_mention(reading, m)->start)
            return m;
    return GT_NONE;
}

/* True for a sentence that begins with what something is for: 为贯彻…，按照…，省委启动… */
static bool is_purpose(const struct gt_scan *scan, uint32_t sentence)
{
    static const char *const words[] = {"为", "按照", "根据", "围绕", "结合", "针对"};
    uint32_t at = scan->sentence[sentence].start;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (gt_codes_at(&scan->codes, at, words[i]))
            return true;
    return false;
}

/* 支持甲建设…；开展…: who is made to act does so up to ；, then who makes goes on. */
static bool is_made_elsewhere(const struct gt_reading *reading, uint32_t m, uint32_t at)
{
    static const char *const words[] = {"推动", "支持", "促成", "帮助", "引导", "指导",
                                        "组织", "协助", "鼓励", "争取", "由"};
    const struct gt_scan *scan = reading->scan;
    if (m == GT_NONE)
        return false;
    uint32_t head = gt_side_mention(reading, gt_side_list_head(reading, m, 0, ~0u))->start;
    if (scan->sentence_at[head] == scan->sentence_at[at])
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (gt_codes_end(&scan->codes, head, words[i]))
            return true;
    return false;
}

/* 会同甲、乙，我局举办…: a clause that only says with whom. */
static bool only_joins(const struct gt_reading *reading, uint32_t at)
{
    const struct gt_scan *scan = reading->scan;
    uint32_t end = scan->clause_end[at];
    return at == scan->clause_start[at] && goes_on_with(scan, at) &&
           reading->mentions->cover[end - 1] != GT_NONE;
}

/* 举办大会，由甲承办，并举行比赛: not 甲, where 由 did not begin the sentence. */
static bool is_done_by(const struct gt_reading *reading, uint32_t m, uint32_t at)
{
    const struct gt_scan *scan = reading->scan;
    if (m == GT_NONE || !gt_codes_at(&scan->codes, scan->clause_start[at], "并"))
        return false;
    uint32_t head = gt_side_mention(reading, gt_side_list_head(reading, m, 0, ~0u))->start;
    uint32_t clause = scan->clause_start[head];
    return gt_codes_end(&scan->codes, head, "由") && head == clause + 1 &&
           clause > scan->sentence[scan->sentence_at[head]].start;
}

/* Who acts in a later clause of the sentence. */
static uint32_t subject_ahead(const struct gt_reading *reading, const struct gt_match *match,
                              uint32_t types)
{
    const struct gt_scan *scan = reading->scan;
    uint32_t stop = scan->sentence[scan->sentence_at[match->start]].end, m = GT_NONE;
    uint32_t start = scan->clause_end[match->start] + 1;
    while (m == GT_NONE && start < stop) {
        struct gt_sentence clause = {.start = start, .end = scan->clause_end[start]};
        m = subject_in(reading, &clause, match->trigger->edge, types, true);
        start = clause.end + 1;
    }
    return m;
}

uint32_t gt_side_subject_before(const struct gt_reading *reading, const struct gt_match *match,
                                uint32_t types)
{
    uint32_t floor = reach_back(reading->scan, match->start);
    bool on = goes_on(reading->scan, floor) || goes_on_with(reading->scan, floor);
    return on ? subject_before(reading, floor, match->trigger->edge, types) : GT_NONE;
}

/* Who has a part in what a sentence is about, kept for where that is not named. */
struct aside {
    uint32_t mention, start, end; /* the clause's */
};

void gt_side_find_subject(const struct gt_reading *reading, const struct gt_match *match,
                          uint32_t types, struct gt_ends *ends)
{
    const struct gt_scan *scan = reading->scan;
    uint32_t start = scan->clause_start[match->start], end = match->start;
    uint32_t floor = reach_back(scan, match->start);
    enum gt_edge_type edge = match->trigger->edge;
    struct gt_sentence clause = {.start = start, .end = end};
    uint32_t m = subject_in(reading, &clause, edge, types, false);
    if (m == GT_NONE && edge == GT_EDGE_focuses_on)
        m = made_before(reading, start, types);
    if (m != GT_NONE && gt_side_mention(reading, m)->end < start) {
        gt_side_add(reading, ends, m);
        return;
    }
    bool sibling = m == GT_NONE && ordinal_at(scan, start) > 0;
    struct aside aside = {GT_NONE, 0, 0};
    while (m == GT_NONE && start > floor) {
        end = start;
        start = scan->clause_start[start - 1];
        start = start < floor ? floor : start;
        clause = (struct gt_sentence){.start = start, .end = end};
        uint32_t ordinal = ordinal_at(scan, start);
        if (!sibling)
            m = subject_in(reading, &clause, edge, types, true);
        if (is_made_elsewhere(reading, m, match->start) || is_done_by(reading, m, match->start))
            m = GT_NONE;
        if (m != GT_NONE && gt_side_is_aside(scan, start)) {
            aside = aside.mention == GT_NONE ? (struct aside){m, start, end} : aside;
            m = GT_NONE;
        }
        sibling = (sibling || ordinal > 0) && ordinal != 1;
    }
    if (m == GT_NONE && aside.mention != GT_NONE) {
        m = aside.mention;
        start = aside.start;
        end = aside.end;
    }
    if (m == GT_NONE)
        m = topic_of(reading, match->start, types);
    bool forward = ((edge == GT_EDGE_participates_in || edge == GT_EDGE_supports) &&
                    is_purpose(scan, scan->sentence_at[match->start])) ||
                   (edge == GT_EDGE_cooperates_with && only_joins(reading, match->start));
    uint32_t ahead = m == GT_NONE && forward
                         ? subject_ahead(reading, match, types & 1u << GT_NODE_agency)
                         : GT_NONE;
    if (ahead != GT_NONE) {
        gt_side_add_list(reading, ahead, scan->clause_end[gt_side_mention(reading, ahead)->start],
                         types, ends);
        return;
    }
    if (m == GT_NONE)
        return;
    uint32_t head = gt_side_list_head(reading, m, start, types);
    gt_side_add_list(reading, head, end, types, ends);
}
