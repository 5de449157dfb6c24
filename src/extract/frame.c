/* frame.c: who does what to what, by the build of a clause.
 *
 * How it works: in front of a verb, names behind 由 act and the clause's head is acted on; else the
 * first names that no preposition places act, with those behind 与, 联合, 会同. Behind 支持, 推动
 * and the like the names there act. Who acts where a clause has no names of its own is told by
 * frame_lead.c. Behind the verb stands what is acted on; V的 tells of the names that follow. */
#include "extract/frame.h"

enum { OBJECT_REACH = 34, CLAUSE_PARTS = GT_FRAME_PARTS };

static void set_frame(const struct gt_reading *reading, uint32_t verb, uint32_t types,
                      struct gt_frame *frame)
{
    const struct gt_clauses *clauses = reading->clauses;
    *frame = (struct gt_frame){.reading = reading,
                               .part = clauses->part,
                               .first = gt_frame_clause_first(clauses->part, verb),
                               .verb = verb,
                               .end = verb + 1,
                               .lead = GT_NONE,
                               .by = GT_NONE};
    while (frame->end < clauses->n && frame->end < verb + CLAUSE_PARTS &&
           clauses->part[frame->end].clause == clauses->part[verb].clause)
        frame->end++;
    frame->region = gt_frame_region(clauses->part, frame->first, verb);
    gt_frame_find_agents(frame, types);
}

/* --- what is acted on --------------------------------------------------------------------------
 */

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

static uint32_t find_object(const struct gt_frame *frame, uint32_t verb_end, uint32_t types)
{
    const struct gt_part *part = frame->part;
    uint32_t spare = GT_NONE;
    for (uint32_t p = object_from(frame, verb_end); p < frame->end; p++) {
        bool adjacent = part[p].start <= part[p - 1].end + 1;
        if (part[p].kind == GT_PART_VERB && !part[p].of && !adjacent)
            break;
        if (part[p].kind != GT_PART_NAMES)
            continue;
        if (part[p].start > verb_end + OBJECT_REACH && spare == GT_NONE &&
            part[p - 1].kind != GT_PART_VERB)
            break;
        uint32_t head = gt_frame_head(part, p, frame->end),
                 by = gt_frame_governor(part, p, frame->verb + 1);
        bool placed =
            by != GT_NONE && part[by].word != GT_CLAUSE_MAKE && part[by].word != GT_CLAUSE_JOIN;
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

/* What the clause is about, or what was spoken of last before it. */
static uint32_t find_topic(const struct gt_frame *frame, uint32_t types)
{
    const struct gt_part *part = frame->part;
    uint32_t end = frame->by != GT_NONE ? frame->by : frame->verb;
    uint32_t own = gt_frame_head_names(frame->reading, frame->first, end, false);
    if (own != GT_NONE && is_topic(frame, own, types))
        return own;
    end = frame->first;
    for (int back = 0; back < 2 && end > 0 && part[end - 1].period == part[frame->verb].period;
         back++) {
        uint32_t first = gt_frame_clause_first(part, end - 1);
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
static uint32_t object_of_clause(const struct gt_frame *frame, uint32_t first, uint32_t types)
{
    const struct gt_clauses *clauses = frame->reading->clauses;
    struct gt_frame next = *frame;
    next.first = first;
    for (next.end = first; next.end < clauses->n && next.end < first + CLAUSE_PARTS &&
                           clauses->part[next.end].clause == clauses->part[first].clause;)
        next.end++;
    if (gt_frame_head_names(frame->reading, first, next.end, false) != GT_NONE)
        return GT_NONE;
    for (next.verb = first; next.verb < next.end; next.verb++)
        if (clauses->part[next.verb].kind == GT_PART_VERB && !clauses->part[next.verb].of)
            return find_object(&next, clauses->part[next.verb].end, types);
    return GT_NONE;
}

/* 支持甲建设乙: 乙; 支持甲牵头，联合丙建设乙: too. */
static uint32_t find_result(const struct gt_frame *frame, uint32_t types)
{
    const struct gt_part *part = frame->part;
    uint32_t names = frame->verb + 1;
    if (!part[frame->verb].makes || names >= frame->end || part[names].kind != GT_PART_NAMES)
        return GT_NONE;
    uint32_t verb = verb_made(frame, names), object = GT_NONE;
    if (verb != GT_NONE) {
        struct gt_frame made = *frame;
        made.verb = verb;
        object = find_object(&made, part[verb].end, types);
    }
    bool more = frame->end < frame->reading->clauses->n &&
                part[frame->end].period == part[frame->verb].period;
    return object == GT_NONE && more ? object_of_clause(frame, frame->end, types) : object;
}

/* The names behind a word of a role, in front of the verb. */
static uint32_t find_placed(const struct gt_frame *frame, enum gt_clause_word word, uint32_t types)
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

/* --- sides -------------------------------------------------------------------------------------
 */

static void add_names(const struct gt_frame *frame, uint32_t names, uint32_t types,
                      struct gt_ends *ends)
{
    if (names == GT_NONE)
        return;
    const struct gt_part *part = &frame->part[names];
    for (uint32_t i = 0; i < part->n; i++)
        if (gt_side_fits(frame->reading, part->member[i], types))
            gt_side_add(frame->reading, ends, part->member[i]);
}

static void add_all_partners(const struct gt_frame *frame, uint32_t types, struct gt_ends *ends)
{
    for (uint32_t i = 0; i < frame->n_partners; i++)
        add_names(frame, frame->partner[i], types, ends);
}

/* 甲与乙、丙: the others are partners of the first. */
static void split_pair(const struct gt_frame *frame, bool lead, uint32_t types,
                       struct gt_ends *ends)
{
    const struct gt_part *part = &frame->part[frame->lead];
    uint32_t from = lead ? 0 : part->with, to = lead ? part->with : part->n;
    for (uint32_t i = from; i < to; i++)
        if (gt_side_fits(frame->reading, part->member[i], types))
            gt_side_add(frame->reading, ends, part->member[i]);
}

static void find_actors(const struct gt_frame *frame, enum gt_side_kind kind, uint32_t types,
                        struct gt_ends *ends)
{
    bool pair = frame->lead != GT_NONE && frame->n_partners == 0 && frame->part[frame->lead].with &&
                frame->part[frame->lead].n >= 2;
    if ((kind == GT_SIDE_lead || kind == GT_SIDE_partner) && pair)
        split_pair(frame, kind == GT_SIDE_lead, types, ends);
    else if (kind != GT_SIDE_partner)
        add_names(frame, frame->lead, types, ends);
    if (kind != GT_SIDE_lead && !(kind == GT_SIDE_partner && pair))
        add_all_partners(frame, types, ends);
}

void gt_frame_find(const struct gt_reading *reading, const struct gt_match *match,
                   enum gt_side_kind kind, uint32_t types, struct gt_ends *ends)
{
    struct gt_frame frame;
    uint32_t verb = gt_clauses_verb(reading->clauses, match->start);
    if (verb == GT_NONE)
        return;
    bool acts = kind == GT_SIDE_agent || kind == GT_SIDE_doer || kind == GT_SIDE_lead ||
                kind == GT_SIDE_partner;
    set_frame(reading, verb, acts ? types : gt_edge_sources(match->trigger->edge), &frame);
    if (acts) {
        find_actors(&frame, kind, types, ends);
        ends->barred = frame.has_head;
        ends->wanting = frame.lead == GT_NONE && frame.n_partners > 0 && kind != GT_SIDE_partner;
        return;
    }
    uint32_t names = GT_NONE;
    if (kind == GT_SIDE_patient || kind == GT_SIDE_goal)
        names = find_object(&frame, match->end, types);
    if (names != GT_NONE && frame.part[verb].makes && find_result(&frame, ~0u) != GT_NONE)
        names = GT_NONE; /* 支持甲建设乙: not 甲 */
    bool last = reading->scan->clause_end[match->start] <= match->end + 3;
    bool passive = frame.by != GT_NONE || (frame.region > frame.first && last);
    if (kind == GT_SIDE_about)
        names = find_topic(&frame, types);
    if (passive && (kind == GT_SIDE_topic || (kind == GT_SIDE_patient && names == GT_NONE)))
        names = find_topic(&frame, types);
    if (kind == GT_SIDE_result)
        names = find_result(&frame, types);
    if (kind == GT_SIDE_venue)
        names = find_placed(&frame, GT_CLAUSE_AT, types);
    if (kind == GT_SIDE_receiver)
        names = find_placed(&frame, GT_CLAUSE_TO, types);
    if (kind == GT_SIDE_basis)
        names = find_placed(&frame, GT_CLAUSE_ON, types);
    add_names(&frame, names, types, ends);
}
