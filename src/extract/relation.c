/* relation.c: ties that triggers state. */
#include "extract/relation.h"

#include "base/memory.h"
#include "extract/confidence.h"
#include "extract/tense.h"
#include "graph/property.h"

#include <stdlib.h>
#include <string.h>

void gt_relations_fini(struct gt_relations *relations)
{
    free(relations->item);
    *relations = (struct gt_relations){0};
}

/* Counties and cities are neither founded nor run. */
static bool is_governed(enum gt_edge_type type, const struct gt_entity *target)
{
    static const char *const units[] = {"省", "市", "县", "镇", "州", "区"};
    enum { AREA_CODES = 4 };
    size_t n = strlen(target->name);
    if (target->type != GT_NODE_place || (type != GT_EDGE_operates && type != GT_EDGE_founds))
        return false;
    for (size_t i = 0; target->n_codes <= AREA_CODES && i < sizeof units / sizeof *units; i++)
        if (n > 3 && strcmp(target->name + n - 3, units[i]) == 0)
            return true;
    return target->home || target->fact != GT_NONE;
}

struct gt_relation *gt_relation_add(const struct gt_reading *reading,
                                    struct gt_relations *relations,
                                    const struct gt_relation *relation)
{
    const struct gt_entity *item = reading->entities->item;
    if (relation->source == GT_NONE || relation->target == GT_NONE ||
        relation->source == relation->target ||
        !gt_edge_allows(relation->type, item[relation->source].type, item[relation->target].type) ||
        is_governed(relation->type, &item[relation->target]))
        return NULL;
    relations->item =
        gt_xgrow(relations->item, relations->n, &relations->room, sizeof *relations->item);
    relations->item[relations->n] = *relation;
    relations->item[relations->n].confidence = gt_confidence(relation->rule);
    return &relations->item[relations->n++];
}

/* Widens [*start, *end) by a mention. */
static void widen(const struct gt_reading *reading, uint32_t mention, uint32_t *start,
                  uint32_t *end)
{
    if (mention == GT_NONE)
        return;
    const struct gt_mention *m = &reading->mentions->item[mention];
    *start = m->start < *start ? m->start : *start;
    *end = m->end > *end ? m->end : *end;
}

/* The shortest span that names both ends and the phrase; where that is too long, the end farther
 * away is left out: the text implies it. */
static void set_evidence(const struct gt_reading *reading, const struct gt_match *match,
                         uint32_t source, uint32_t target, struct gt_relation *relation)
{
    uint32_t start = match->start, end = match->end;
    widen(reading, source, &start, &end);
    widen(reading, target, &start, &end);
    if (end - start > GT_EVIDENCE_CODES) {
        start = match->start;
        end = match->end;
        widen(reading, target, &start, &end);
    }
    if (end - start > GT_EVIDENCE_CODES) {
        start = match->start;
        end = match->end;
    }
    if (end - start > GT_EVIDENCE_CODES)
        end = start + GT_EVIDENCE_CODES;
    relation->start = start;
    relation->end = end;
}

/* 打造成为…: what follows is praise. */
static bool is_figure(const struct gt_reading *reading, const struct gt_match *match)
{
    const struct gt_codes *codes = &reading->scan->codes;
    return match->trigger->edge == GT_EDGE_operates && match->n_gaps == 0 &&
           (gt_codes_at(codes, match->end, "成") || gt_codes_at(codes, match->end, "为"));
}

/* 推动甲与乙合作建设: whoever is in the gap builds something else together. */
static bool is_joint_work(const struct gt_reading *reading, const struct gt_match *match)
{
    static const char *const words[] = {"合作", "联合", "共同", "携手"};
    if (match->trigger->edge != GT_EDGE_supports || match->n_gaps != 1 ||
        reading->scan->codes.code[match->start] != U'推')
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (gt_codes_end(&reading->scan->codes, match->gap_end[0], words[i]))
            return true;
    return false;
}

/* 推出“云岭十条”: what is launched and is a paper is issued; else it is run. */
static bool is_paper(const struct gt_entity *entity)
{
    static const char *const ends[] = {"条",   "清单", "意见", "办法",
                                       "措施", "方案", "条例", "政策"};
    size_t n = strlen(entity->name);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t m = strlen(ends[i]);
        if (n >= m && strcmp(entity->name + n - m, ends[i]) == 0)
            return entity->type == GT_NODE_programme;
    }
    return false;
}

/* The type of a tie to a target, as its trigger states it. */
static enum gt_edge_type type_of(const struct gt_reading *reading, const struct gt_match *match,
                                 uint32_t target)
{
    enum gt_edge_type type = match->trigger->edge;
    bool launched =
        type == GT_EDGE_organises && gt_codes_end(&reading->scan->codes, match->end, "推出");
    return launched && is_paper(&reading->entities->item[target]) ? GT_EDGE_issues : type;
}

/* What a plan says it will develop is planned. */
static bool is_in_plan(const struct gt_reading *reading, uint32_t source)
{
    const struct gt_entity *entity = &reading->entities->item[source];
    return entity->type == GT_NODE_programme && strstr(entity->name, "规划");
}

/* 推动某某市新能源发展: the area in front of the industry works on it, not who pushes. */
static uint32_t owner_of(const struct gt_reading *reading, const struct gt_match *match,
                         uint32_t target)
{
    const struct gt_mention *item = reading->mentions->item;
    if (match->trigger->edge != GT_EDGE_focuses_on || match->n_gaps || target == GT_NONE ||
        target == 0)
        return GT_NONE;
    uint32_t k = target - 1;
    while (k > 0 && item[k].outer != GT_NONE)
        k--;
    bool place = item[k].type == GT_NODE_place && item[k].node != GT_NONE;
    return place && item[k].end == item[target].start && item[k].start >= match->end ? item[k].node
                                                                                     : GT_NONE;
}

/* 管理人分别是甲、乙: each of one list goes with its like of the other. */
static bool is_each(const struct gt_reading *reading, const struct gt_match *match,
                    const struct gt_ends *sources, const struct gt_ends *targets)
{
    const struct gt_codes *codes = &reading->scan->codes;
    return sources->n == targets->n && sources->n > 1 &&
           (gt_codes_end(codes, match->end, "分别是") || gt_codes_end(codes, match->end, "分别为"));
}

static void add_pairs(const struct gt_reading *reading, const struct gt_match *match,
                      const struct gt_ends *sources, const struct gt_ends *targets,
                      struct gt_relations *relations)
{
    struct gt_relation relation = {.type = match->trigger->edge,
                                   .rule = match->trigger->id,
                                   .by_default = sources->by_default};
    if (is_figure(reading, match) || is_joint_work(reading, match))
        return;
    bool each = is_each(reading, match, sources, targets);
    enum gt_edge_status status;
    if (!gt_tense(reading->scan, reading->mentions, match, &status))
        return;
    relation.date = gt_tense_date(reading->scan, match->start);
    for (uint32_t i = 0; i < sources->n; i++)
        for (uint32_t k = 0; k < targets->n; k++) {
            if (each && i != k)
                continue;
            uint32_t owner = owner_of(reading, match, targets->mention[0]);
            relation.source = owner != GT_NONE ? owner : sources->entity[i];
            relation.target = targets->entity[k];
            relation.type = type_of(reading, match, relation.target);
            relation.status =
                is_in_plan(reading, relation.source) && match->trigger->edge == GT_EDGE_focuses_on
                    ? GT_STATUS_planned
                    : status;
            set_evidence(reading, match, sources->mention[i], targets->mention[k], &relation);
            gt_relation_add(reading, relations, &relation);
        }
}

/* 我局会同某某局研究，现答复如下: the making of the reply itself is no tie. */
static bool is_preamble(const struct gt_scan *scan, const struct gt_match *match)
{
    enum { ENDING = 12 };
    const struct gt_sentence *sentence = &scan->sentence[scan->sentence_at[match->start]];
    uint32_t end = sentence->end,
             least = end > sentence->start + ENDING ? end - ENDING : sentence->start;
    if (match->trigger->edge != GT_EDGE_cooperates_with)
        return false;
    for (uint32_t at = least; at < end; at++)
        if (gt_codes_at(&scan->codes, at, "如下"))
            return true;
    uint32_t clause = scan->clause_start[match->start];
    return gt_codes_at(&scan->codes, clause, "经与") || gt_codes_at(&scan->codes, clause, "经商") ||
           gt_codes_at(&scan->codes, clause, "经会同");
}

void gt_find_relations(const struct gt_reading *reading, struct gt_relations *relations)
{
    for (uint32_t i = 0; i < reading->matches->n; i++) {
        const struct gt_match *match = &reading->matches->item[i];
        const struct gt_trigger *trigger = match->trigger;
        struct gt_ends sources, targets;
        if (gt_match_is_doer(reading->scan, match) || is_preamble(reading->scan, match))
            continue;
        uint32_t allowed = gt_edge_sources(trigger->edge);
        gt_side_find(reading, match, &trigger->source, allowed, &sources);
        if (sources.n == 0)
            continue;
        uint32_t types = 0;
        for (uint32_t k = 0; k < sources.n; k++)
            types |= 1u << reading->entities->item[sources.entity[k]].type;
        gt_side_find(reading, match, &trigger->target, gt_edge_targets(trigger->edge, types),
                     &targets);
        add_pairs(reading, match, &sources, &targets, relations);
    }
}

/* --- one statement a sentence ------------------------------------------------------------------
 */

static int by_tie(const void *a, const void *b)
{
    const struct gt_relation *x = a, *y = b;
    if (x->source != y->source)
        return x->source < y->source ? -1 : 1;
    if (x->target != y->target)
        return x->target < y->target ? -1 : 1;
    if (x->type != y->type)
        return x->type < y->type ? -1 : 1;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    if (x->end != y->end)
        return x->end < y->end ? -1 : 1;
    return strcmp(x->rule, y->rule);
}

void gt_relations_settle(const struct gt_reading *reading, struct gt_relations *relations)
{
    struct gt_relation *item = relations->item;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < relations->n; i++)
        if (gt_edge_types[item[i].type].mutual && item[i].source > item[i].target) {
            uint32_t source = item[i].source;
            item[i].source = item[i].target;
            item[i].target = source;
        }
    if (relations->n)
        qsort(item, relations->n, sizeof *item, by_tie);
    for (uint32_t i = 0; i < relations->n; i++) {
        const struct gt_relation *last = kept ? &item[kept - 1] : NULL;
        bool same =
            last && last->source == item[i].source && last->target == item[i].target &&
            last->type == item[i].type &&
            reading->scan->sentence_at[last->start] == reading->scan->sentence_at[item[i].start];
        if (!same)
            item[kept++] = item[i];
        else if (item[i].confidence > last->confidence)
            item[kept - 1] = item[i];
    }
    relations->n = kept;
}
