/* frame.c: who does what to what, by the build of a clause.
 *
 * How it works: in front of a verb, names behind 由 act and the clause's head is acted on; else the
 * first names that no preposition places act, with those behind 与, 联合, 会同. Behind 支持, 推动
 * and the like the names there act. Who acts where a clause has no names of its own is told by
 * frame_lead.c, what is acted on by frame_object.c. V的 tells of the names that follow. */
#include "extract/frame.h"

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
    while (frame->end < clauses->n && frame->end < verb + GT_FRAME_PARTS &&
           clauses->part[frame->end].clause == clauses->part[verb].clause)
        frame->end++;
    frame->region = gt_frame_region(clauses->part, frame->first, verb);
    gt_frame_find_agents(frame, types);
}

/* --- sides -------------------------------------------------------------------------------------
 */

/* 南京国实投资, 深圳来的运营商: a place in front of a word that nothing knows says where the one is
 * from that acts. */
static bool says_whence(const struct gt_reading *reading, const struct gt_mention *mention)
{
    enum { LEAST = 2 };
    const struct gt_scan *scan = reading->scan;
    const struct gt_entity *entity = &reading->entities->item[mention->node];
    uint32_t at = mention->end;
    if (entity->type != GT_NODE_place || entity->home || at >= scan->codes.n ||
        reading->mentions->cover[at] != GT_NONE)
        return false;
    if (gt_code_is_latin(scan->codes.code[at]))
        return true;
    for (uint32_t i = scan->first[at]; i < scan->first[at + 1]; i++)
        if (scan->hit[i].end >= at + LEAST)
            return false;
    return gt_code_is_han(scan->codes.code[at]) && !gt_codes_at(&scan->codes, at, "等") &&
           !gt_codes_at(&scan->codes, at, "的") && !scan->strong[at + 1] && !scan->weak[at + 1];
}

static void add_names(const struct gt_frame *frame, uint32_t names, uint32_t types,
                      struct gt_ends *ends)
{
    if (names == GT_NONE)
        return;
    const struct gt_reading *reading = frame->reading;
    const struct gt_part *part = &frame->part[names];
    for (uint32_t i = 0; i < part->n; i++)
        if (gt_side_fits(reading, part->member[i], types) &&
            !says_whence(reading, gt_side_mention(reading, part->member[i])))
            gt_side_add(reading, ends, part->member[i]);
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

/* 大会由甲主办，乙协办: the clause before says by whom, so that this one does too. */
static bool goes_on_passive(const struct gt_frame *frame)
{
    uint32_t first = frame->first;
    if (!frame->has_head || first == 0)
        return false;
    const uint32_t *sentence = frame->reading->scan->sentence_at;
    const struct gt_part *part = frame->part;
    if (sentence[part[first - 1].start] != sentence[part[frame->verb].start])
        return false;
    return gt_frame_last_by(part, gt_frame_clause_first(part, first - 1), first) != GT_NONE;
}

void gt_frame_find(const struct gt_reading *reading, const struct gt_match *match,
                   enum gt_side_kind kind, uint32_t types, struct gt_ends *ends)
{
    struct gt_frame frame;
    uint32_t verb = gt_clauses_verb(reading->clauses, match->start);
    if (verb == GT_NONE)
        return;
    bool acts = kind == GT_SIDE_agent || kind == GT_SIDE_doer || kind == GT_SIDE_lead ||
                kind == GT_SIDE_partner || kind == GT_SIDE_theme;
    set_frame(reading, verb, acts ? types : gt_edge_sources(match->trigger->edge), &frame);
    uint32_t theme =
        kind == GT_SIDE_theme && !frame.has_head ? gt_frame_theme(&frame, types) : GT_NONE;
    if (theme != GT_NONE) {
        frame.lead = theme;
        frame.n_partners = 0;
    }
    if (acts) {
        find_actors(&frame, kind, types, ends);
        ends->barred = frame.has_head;
        ends->wanting = frame.lead == GT_NONE && frame.n_partners > 0 && kind != GT_SIDE_partner;
        return;
    }
    uint32_t names = GT_NONE;
    if (kind == GT_SIDE_patient || kind == GT_SIDE_goal)
        names = gt_frame_object(&frame, match->end, types);
    if (names != GT_NONE && match->trigger->edge != GT_EDGE_incubates && gt_frame_makes(&frame))
        names = GT_NONE; /* 支持甲建设乙: not 甲; but 引入甲建设乙 */
    if (kind == GT_SIDE_made)
        names = gt_frame_made(&frame, types);
    if (kind == GT_SIDE_stage && gt_frame_object(&frame, match->end, types) == GT_NONE)
        names = frame.lead != GT_NONE && gt_frame_has_type(reading, &frame.part[frame.lead], types)
                    ? frame.lead
                    : gt_frame_topic(&frame, types);
    if (kind == GT_SIDE_outcome)
        names = gt_frame_outcome(&frame, match->end, types);
    if (kind == GT_SIDE_held)
        names = gt_frame_held(&frame, types);
    bool last = reading->scan->clause_end[match->start] <= match->end + 3;
    bool passive = frame.by != GT_NONE || (frame.region > frame.first && last) ||
                   (last && (frame.part[frame.verb].of || goes_on_passive(&frame)));
    if (kind == GT_SIDE_about) {
        if (frame.inherits && match->trigger->edge == GT_EDGE_operates)
            frame.lead = GT_NONE; /* 某某基金，管理人分别是…: who was spoken of is the topic */
        names = gt_frame_topic(&frame, types);
    }
    if (passive && (kind == GT_SIDE_topic || (kind == GT_SIDE_patient && names == GT_NONE)))
        names = gt_frame_topic(&frame, types);
    if (kind == GT_SIDE_result)
        names = gt_frame_result(&frame, types);
    if (kind == GT_SIDE_venue)
        names = gt_frame_placed(&frame, GT_CLAUSE_AT, types);
    if (kind == GT_SIDE_receiver)
        names = gt_frame_placed(&frame, GT_CLAUSE_TO, types);
    if (kind == GT_SIDE_basis)
        names = gt_frame_placed(&frame, GT_CLAUSE_ON, types);
    add_names(&frame, names, types, ends);
}
