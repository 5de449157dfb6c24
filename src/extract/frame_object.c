/* frame_object.c: what a verb acts on, by the build of its clause.
 *
 * Behind the verb stands what is acted on; in front of 由 or 被, where there is nothing behind. Who
 * is made to act (支持甲建设乙) acts on something himself. */
#include "base/rank.h"
#include "extract/frame.h"

enum {
    OBJECT_REACH = 34,
    MAKING = 1 << GT_EDGE_founds | 1 << GT_EDGE_operates,
    THINGS = 1 << GT_NODE_programme | 1 << GT_NODE_fund | 1 << GT_NODE_park |
             1 << GT_NODE_alliance | 1 << GT_NODE_institute | 1 << GT_NODE_platform
};

/* Where the object is looked for: behind 由…的 when the verb is followed by such words. */
static uint32_t object_from(const struct gt_frame *frame, uint32_t verb_end)
{
    const struct gt_part *part = frame->part;
    uint32_t p = frame->verb + 1;
    bool placed = p < frame->end && part[p].kind == GT_PART_WORD && part[p].start <= verb_end + 2 &&
                  (part[p].word == GT_CLAUSE_BY || part[p].word == GT_CLAUSE_WITH ||
                   part[p].word == GT_CLAUSE_ON);
    if (!placed)
        return p;
    for (uint32_t k = p; k < frame->end; k++)
        if (part[k].kind == GT_PART_VERB && part[k].of)
            return k + 1;
    return p;
}

/* True for names that a verb of their own tells of: 甲打造的. */
static bool tells_of_more(const struct gt_frame *frame, uint32_t names)
{
    uint32_t next = names + 1;
    while (next < frame->end && frame->part[next].kind == GT_PART_NAMES &&
           gt_frame_is_along(frame->part, next, names))
        next++;
    return next < frame->end && frame->part[next].kind == GT_PART_VERB && frame->part[next].of;
}

/* 出资两亿元参与乙: the second verb leads on to what the first acts on. */
static bool takes_part(const struct gt_frame *frame, uint32_t verb)
{
    return gt_codes_at(&frame->reading->scan->codes, frame->part[verb].start, "参与");
}

uint32_t gt_frame_object(const struct gt_frame *frame, uint32_t verb_end, uint32_t types)
{
    const struct gt_part *part = frame->part;
    uint32_t spare = GT_NONE;
    for (uint32_t p = object_from(frame, verb_end); p < frame->end; p++) {
        bool adjacent = part[p].start <= part[p - 1].end + 1;
        if (part[p].kind == GT_PART_VERB && !part[p].of && !adjacent && !takes_part(frame, p))
            break;
        if (part[p].kind != GT_PART_NAMES)
            continue;
        if (part[p].start > verb_end + OBJECT_REACH && spare == GT_NONE &&
            part[p - 1].kind != GT_PART_VERB)
            break;
        uint32_t head = gt_frame_head(part, p, frame->end),
                 by = gt_frame_governor(part, p, frame->verb + 1);
        bool made_by =
            by != GT_NONE && part[by].word == GT_CLAUSE_BY && head != p; /* 由甲管理的乙 */
        bool placed = by != GT_NONE && !made_by && part[by].word != GT_CLAUSE_MAKE &&
                      part[by].word != GT_CLAUSE_JOIN;
        if (!placed && !tells_of_more(frame, head) &&
            gt_frame_has_type(frame->reading, &part[head], types)) {
            if (!part[head].owns)
                return head;
            spare = spare == GT_NONE ? head : spare;
        }
        p = head;
    }
    return spare;
}

/* Types without that of the issuer's area, which nobody runs or founds. */
static bool is_topic(const struct gt_frame *frame, uint32_t names, uint32_t types)
{
    const struct gt_part *part = &frame->part[names];
    const struct gt_reading *reading = frame->reading;
    return names != frame->lead && gt_frame_has_type(reading, part, types) &&
           reading->mentions->item[part->member[0]].node != reading->entities->home;
}

/* True when the verb states a tie of one of some types, as bits. */
static bool states(const struct gt_frame *frame, uint32_t verb, uint32_t edges)
{
    const struct gt_matches *matches = frame->reading->matches;
    uint32_t start = frame->part[verb].start;
    uint32_t i = gt_rank(matches->item, matches->n, GT_FIELD(struct gt_match, start), start);
    for (; i < matches->n && matches->item[i].start == start; i++)
        if (edges & 1u << matches->item[i].trigger->edge)
            return true;
    return false;
}

/* The last verb of [first, end) that tells of nothing behind it; GT_NONE. */
static uint32_t last_verb(const struct gt_part *part, uint32_t first, uint32_t end)
{
    while (end-- > first)
        if (part[end].kind == GT_PART_VERB && !part[end].of)
            return end;
    return GT_NONE;
}

/* What the last verb of a clause before, [first, end), founds, builds or issues; GT_NONE. */
static uint32_t made_in(const struct gt_frame *frame, uint32_t first, uint32_t end, uint32_t types)
{
    enum { MADE = MAKING | 1 << GT_EDGE_issues };
    struct gt_frame clause = *frame;
    clause.verb = last_verb(frame->part, first, end);
    clause.first = first;
    clause.end = end;
    if (clause.verb == GT_NONE || !states(&clause, clause.verb, MADE))
        return GT_NONE;
    return gt_frame_object(&clause, frame->part[clause.verb].end, types & THINGS);
}

/* The noun that is no name and ends at `at`, of those that stand for something; null. */
static const char *plain_noun(const struct gt_reading *reading, uint32_t at)
{
    static const char *const nouns[] = {"项目", "社区", "课题", "产品", "大赛",
                                        "工程", "大厦", "楼宇", "场馆", "场地",
                                        "活动", "课程", "街区", "酒店", "专业"};
    if (at == 0 || reading->mentions->cover[at - 1] != GT_NONE)
        return NULL;
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        if (gt_codes_end(&reading->scan->codes, at, nouns[i]))
            return nouns[i];
    return NULL;
}

/* 社区由甲投资: where a noun that is no name stands for what is acted on, in front of 由. What it
 * means ends so; a 项目 that nothing named ends with means none of what was named. */
static bool stands_noun(const struct gt_frame *frame, uint32_t *names)
{
    enum { BACK = 24, LENGTH = 2 };
    const struct gt_scan *scan = frame->reading->scan;
    const struct gt_part *part = frame->part;
    uint32_t end = frame->by == GT_NONE ? 0 : part[frame->by].start;
    const char *noun = plain_noun(frame->reading, end);
    *names = GT_NONE;
    if (!noun || scan->clause_start[end] + LENGTH != end)
        return noun != NULL;
    for (uint32_t p = frame->first; p-- > 0 && p + BACK > frame->first;) {
        uint32_t last = part[p].end;
        while (last > part[p].start && gt_code_closes(scan->codes.code[last - 1]))
            last--;
        if (part[p].kind == GT_PART_NAMES && gt_codes_end(&scan->codes, last, noun)) {
            *names = p;
            break;
        }
    }
    return true;
}

/* What the clause is about, or what was spoken of last before it. */
uint32_t gt_frame_topic(const struct gt_frame *frame, uint32_t types)
{
    const struct gt_part *part = frame->part;
    uint32_t end = frame->by != GT_NONE ? frame->by : frame->verb;
    uint32_t own = gt_frame_head_names(frame->reading, frame->first, end, false);
    if (own != GT_NONE && is_topic(frame, own, types))
        return own;
    if (stands_noun(frame, &own))
        return own != GT_NONE && is_topic(frame, own, types) ? own : GT_NONE;
    end = frame->first;
    for (int back = 0; back < 2 && end > 0 && part[end - 1].period == part[frame->verb].period;
         back++) {
        uint32_t first = gt_frame_clause_first(part, end - 1);
        if (gt_side_is_aside(frame->reading->scan, part[first].start)) {
            end = first;
            continue;
        }
        uint32_t made = made_in(frame, first, end, types);
        if (made != GT_NONE && is_topic(frame, made, types))
            return made;
        uint32_t head = gt_frame_head_names(frame->reading, first, end, false);
        if (head != GT_NONE && is_topic(frame, head, types))
            return head;
        for (uint32_t p = end; p-- > first;)
            if (part[p].kind == GT_PART_NAMES && !part[p].owns &&
                gt_frame_governor(part, p, first) == GT_NONE && is_topic(frame, p, types))
                return p;
        end = first;
    }
    return GT_NONE;
}

/* The verb of names that are made to act; GT_NONE. */
static uint32_t verb_made(const struct gt_frame *frame, uint32_t names)
{
    for (uint32_t p = names + 1; p < frame->end; p++)
        if (frame->part[p].kind == GT_PART_VERB && !frame->part[p].of)
            return p;
    return GT_NONE;
}

/* What the clause at part `first`, when it has no subject of its own, acts on; GT_NONE. */
static uint32_t object_of_clause(const struct gt_frame *frame, uint32_t first, uint32_t types,
                                 uint32_t edges)
{
    const struct gt_clauses *clauses = frame->reading->clauses;
    struct gt_frame next = *frame;
    next.first = first;
    for (next.end = first; next.end < clauses->n && next.end < first + GT_FRAME_PARTS &&
                           clauses->part[next.end].clause == clauses->part[first].clause;)
        next.end++;
    if (gt_frame_head_names(frame->reading, first, next.end, false) != GT_NONE)
        return GT_NONE;
    for (next.verb = first; next.verb < next.end; next.verb++)
        if (clauses->part[next.verb].kind == GT_PART_VERB && !clauses->part[next.verb].of)
            return states(&next, next.verb, edges)
                       ? gt_frame_object(&next, clauses->part[next.verb].end, types)
                       : GT_NONE;
    return GT_NONE;
}

/* 推动甲落户乙: 甲, who is made to do something else than to found or build. */
uint32_t gt_frame_made(const struct gt_frame *frame, uint32_t types)
{
    enum { NEAR = 4 };
    const struct gt_part *part = frame->part;
    uint32_t names = frame->verb + 1;
    if (!part[frame->verb].makes || names >= frame->end || part[names].kind != GT_PART_NAMES ||
        part[names].start > part[frame->verb].end + 1)
        return GT_NONE;
    uint32_t head = gt_frame_head(part, names, frame->end), verb = verb_made(frame, head);
    if (verb == GT_NONE || part[verb].start > part[head].end + NEAR ||
        states(frame, verb, MAKING) || part[head].with ||
        !gt_frame_has_type(frame->reading, &part[head], types))
        return GT_NONE;
    struct gt_frame made = *frame;
    made.verb = verb;
    return gt_frame_object(&made, part[verb].end, ~0u) == GT_NONE ? GT_NONE : head;
}

/* 支持甲建设乙: 乙; 支持甲牵头，联合丙建设乙: too. */
bool gt_frame_makes(const struct gt_frame *frame)
{
    const struct gt_part *part = frame->part;
    uint32_t names = frame->verb + 1;
    if (!part[frame->verb].makes || names >= frame->end || part[names].kind != GT_PART_NAMES)
        return false;
    uint32_t verb = verb_made(frame, names);
    return (verb != GT_NONE && states(frame, verb, MAKING)) ||
           gt_frame_result(frame, ~0u) != GT_NONE;
}

uint32_t gt_frame_result(const struct gt_frame *frame, uint32_t types)
{
    const struct gt_part *part = frame->part;
    uint32_t names = frame->verb + 1;
    if (!part[frame->verb].makes || names >= frame->end || part[names].kind != GT_PART_NAMES)
        return GT_NONE;
    uint32_t verb = verb_made(frame, names), object = GT_NONE;
    if (verb != GT_NONE) {
        struct gt_frame made = *frame;
        made.verb = verb;
        object =
            states(frame, verb, MAKING) ? gt_frame_object(&made, part[verb].end, types) : GT_NONE;
    }
    bool more = frame->end < frame->reading->clauses->n &&
                part[frame->end].period == part[frame->verb].period;
    return object == GT_NONE && more ? object_of_clause(frame, frame->end, types, MAKING) : object;
}

/* 出资两亿元，与丙共同组建乙: 乙, where the verb has no object in its own clause. */
uint32_t gt_frame_outcome(const struct gt_frame *frame, uint32_t verb_end, uint32_t types)
{
    enum { CLAUSES = 2 };
    const struct gt_clauses *clauses = frame->reading->clauses;
    uint32_t object = GT_NONE, first = frame->end;
    if (gt_frame_object(frame, verb_end, ~0u) != GT_NONE)
        return GT_NONE;
    for (int i = 0; i < CLAUSES && object == GT_NONE && first < clauses->n &&
                    clauses->part[first].period == frame->part[frame->verb].period;
         i++) {
        object = object_of_clause(frame, first, types, MAKING | 1 << GT_EDGE_invests_in);
        uint32_t clause = clauses->part[first].clause;
        while (first < clauses->n && clauses->part[first].clause == clause)
            first++;
    }
    return object;
}

/* The names behind a word of a role, in front of the verb. */
uint32_t gt_frame_placed(const struct gt_frame *frame, enum gt_clause_word word, uint32_t types)
{
    const struct gt_part *part = frame->part;
    for (uint32_t p = frame->verb; p-- > frame->first;) {
        uint32_t by =
            part[p].kind == GT_PART_NAMES ? gt_frame_governor(part, p, frame->first) : GT_NONE;
        if (by != GT_NONE && part[by].word == word &&
            gt_frame_has_type(frame->reading, &part[p], types))
            return gt_frame_head(part, p, frame->verb);
    }
    return GT_NONE;
}

static bool is_passive(const struct gt_part *part, uint32_t first, uint32_t end)
{
    for (; first < end; first++)
        if (part[first].kind == GT_PART_WORD && part[first].word == GT_CLAUSE_BY)
            return true;
    return false;
}

/* What a clause before, [first, end), leaves as that of which the next ones speak. */
static uint32_t theme_of(const struct gt_frame *frame, uint32_t first, uint32_t end, uint32_t types)
{
    uint32_t head = gt_frame_head_names(frame->reading, first, end, true);
    uint32_t verb = last_verb(frame->part, first, end), made = made_in(frame, first, end, types);
    if (made != GT_NONE)
        return made;
    if (head == GT_NONE && verb == GT_NONE)
        head = gt_frame_head_names(frame->reading, first, end, false);
    bool pays = verb != GT_NONE && !is_passive(frame->part, first, end) &&
                states(frame, verb, 1 << GT_EDGE_invests_in);
    bool fits = head != GT_NONE && gt_frame_has_type(frame->reading, &frame->part[head], types);
    return fits && !pays ? head : GT_NONE;
}

uint32_t gt_frame_theme(const struct gt_frame *frame, uint32_t types)
{
    enum { BACK = 6 };
    const struct gt_part *part = frame->part;
    uint32_t end = frame->first, theme = GT_NONE;
    for (int back = 0; back < BACK && end > 0 && theme == GT_NONE &&
                       part[end - 1].period == part[frame->verb].period;
         back++) {
        uint32_t first = gt_frame_clause_first(part, end - 1);
        if (!gt_side_is_aside(frame->reading->scan, part[first].start))
            theme = theme_of(frame, first, end, types);
        end = first;
    }
    return theme;
}

/* 将甲列入乙: 甲; 甲被丙列入乙: 甲; 甲列入乙: 甲. */
uint32_t gt_frame_held(const struct gt_frame *frame, uint32_t types)
{
    const struct gt_part *part = frame->part;
    for (uint32_t p = frame->verb; p-- > frame->first;) {
        uint32_t by =
            part[p].kind == GT_PART_NAMES ? gt_frame_governor(part, p, frame->first) : GT_NONE;
        uint32_t code = by == GT_NONE ? 0 : frame->reading->scan->codes.code[part[by].start];
        if (code == U'将' || code == U'把')
            return gt_frame_has_type(frame->reading, &part[p], types)
                       ? gt_frame_head(part, p, frame->verb)
                       : GT_NONE;
    }
    uint32_t names = frame->by != GT_NONE ? gt_frame_topic(frame, types) : frame->lead;
    return names != GT_NONE && gt_frame_has_type(frame->reading, &part[names], types) ? names
                                                                                      : GT_NONE;
}
