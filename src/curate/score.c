/* score.c: counting what is right, and listing what is not. */
#include "curate/score.h"

#include "base/memory.h"
#include "curate/align.h"
#include "graph/ontology.h"

#include <stdlib.h>
#include <string.h>

const char *const gt_score_names[GT_SCORES] = {"entity", "typed", "relation", "link"};

const struct gt_text gt_score_titles[GT_SCORES] = {
    [GT_SCORE_ENTITY] = GT_TEXT("entities, by form", "实体（仅名称）"),
    [GT_SCORE_TYPED] = GT_TEXT("entities, with type", "实体（含类型）"),
    [GT_SCORE_RELATION] = GT_TEXT("relations", "关系"),
    [GT_SCORE_LINK] = GT_TEXT("links, type aside", "连接（不计类型）"),
};

const struct gt_mistake_word gt_mistakes[GT_MISTAKES] = {
#define MISTAKE(name_, en, zh) [GT_MISTAKE_##name_] = {.name = #name_, .title = GT_TEXT(en, zh)},
#include "curate/mistake.def"
#undef MISTAKE
};

double gt_tally_precision(const struct gt_tally *tally)
{
    return tally->predicted ? (double)tally->hit / tally->predicted : 0;
}

double gt_tally_recall(const struct gt_tally *tally)
{
    return tally->gold ? (double)tally->hit / tally->gold : 0;
}

double gt_tally_f1(const struct gt_tally *tally)
{
    double precision = gt_tally_precision(tally), recall = gt_tally_recall(tally);
    return tally->hit ? 2 * precision * recall / (precision + recall) : 0;
}

void gt_score_fini(struct gt_score *score)
{
    free(score->entities.item);
    free(score->relations.item);
    gt_strmap_fini(&score->entities.by_type);
    gt_strmap_fini(&score->relations.by_type);
    free(score->mistakes);
    gt_arena_fini(&score->arena);
    *score = (struct gt_score){0};
}

static void add_tally(struct gt_tally *to, struct gt_tally added)
{
    to->hit += added.hit;
    to->predicted += added.predicted;
    to->gold += added.gold;
}

static void count(struct gt_type_tallies *tallies, const char *type, struct gt_tally added)
{
    type = type ? type : "";
    uint32_t at = gt_strmap_get(&tallies->by_type, type);
    if (at == GT_NONE) {
        at = (uint32_t)tallies->n;
        tallies->item = gt_xgrow(tallies->item, tallies->n, &tallies->room, sizeof *tallies->item);
        tallies->item[tallies->n++] = (struct gt_type_tally){.type = type};
        gt_strmap_put(&tallies->by_type, type, at);
    }
    add_tally(&tallies->item[at].tally, added);
}

static int compare_texts(const void *a, const void *b)
{
    const char *const *x = a, *const *y = b;
    return strcmp(*x, *y);
}

static struct gt_texts sorted(struct gt_score *score, const struct gt_texts *forms)
{
    struct gt_texts copy = {.n = forms->n};
    copy.item = gt_arena_array(&score->arena, forms->n, sizeof *copy.item);
    if (forms->n) {
        memcpy(copy.item, forms->item, forms->n * sizeof *copy.item);
        qsort(copy.item, copy.n, sizeof *copy.item, compare_texts);
    }
    return copy;
}

static void add_mistake(struct gt_score *score, const struct gt_mistake *mistake)
{
    score->mistakes = gt_xgrow(score->mistakes, score->n_mistakes, &score->room_mistakes,
                               sizeof *score->mistakes);
    score->mistakes[score->n_mistakes++] = *mistake;
}

/* --- entities ----------------------------------------------------------------------------------
 */

static void add_entity_mistake(struct gt_score *score, const char *document,
                               const struct gt_annotated_entity *gold,
                               const struct gt_annotated_entity *draft)
{
    struct gt_mistake mistake = {
        .kind = gold && draft ? GT_MISTAKE_wrong_type
                : gold        ? GT_MISTAKE_missed_entity
                              : GT_MISTAKE_spurious_entity,
        .document = document,
        .type = gold ? gold->type : draft->type,
        .other_type = gold && draft ? draft->type : NULL,
        .source = draft ? draft->id : NULL,
        .target = gold ? gold->id : NULL,
    };
    if (draft)
        mistake.source_forms = sorted(score, &draft->forms);
    if (gold)
        mistake.target_forms = sorted(score, &gold->forms);
    add_mistake(score, &mistake);
}

static void score_gold_entities(struct gt_score *score, const char *document,
                                const struct gt_alignment *alignment)
{
    for (size_t g = 0; g < alignment->gold.n; g++) {
        const struct gt_annotated_entity *gold = alignment->gold.entity[g];
        uint32_t d = alignment->to_draft[g];
        bool matched = d != GT_NONE;
        bool typed = matched && gt_same_type(gold->type, alignment->draft.entity[d]->type);
        add_tally(&score->total[GT_SCORE_ENTITY], (struct gt_tally){.hit = matched, .gold = 1});
        add_tally(&score->total[GT_SCORE_TYPED], (struct gt_tally){.hit = typed, .gold = 1});
        count(&score->entities, gold->type, (struct gt_tally){.hit = typed, .gold = 1});
        if (!matched)
            add_entity_mistake(score, document, gold, NULL);
    }
}

static void score_draft_entities(struct gt_score *score, const char *document,
                                 const struct gt_alignment *alignment)
{
    const struct gt_tally one = {.predicted = 1};
    for (size_t d = 0; d < alignment->draft.n; d++) {
        const struct gt_annotated_entity *draft = alignment->draft.entity[d];
        add_tally(&score->total[GT_SCORE_ENTITY], one);
        add_tally(&score->total[GT_SCORE_TYPED], one);
        count(&score->entities, draft->type, one);
        if (alignment->to_gold[d] == GT_NONE)
            add_entity_mistake(score, document, NULL, draft);
    }
    for (size_t d = 0; d < alignment->draft.n; d++) {
        const struct gt_annotated_entity *draft = alignment->draft.entity[d];
        uint32_t g = alignment->to_gold[d];
        if (g != GT_NONE && !gt_same_type(draft->type, alignment->gold.entity[g]->type))
            add_entity_mistake(score, document, alignment->gold.entity[g], draft);
    }
}

/* --- relations ---------------------------------------------------------------------------------
 */

static bool is_mutual(const char *type)
{
    int found = gt_vocabulary_find(GT_VOCABULARY_EDGE_TYPE, type, false);
    return found >= 0 && gt_edge_types[found].mutual;
}

static struct gt_annotated_relation put_in_order(struct gt_annotated_relation relation)
{
    if (is_mutual(relation.type) && strcmp(relation.source, relation.target) > 0) {
        const char *source = relation.source;
        relation.source = relation.target;
        relation.target = source;
    }
    return relation;
}

/* A set of relations, or of links; in the order added until it is sorted. */
struct set {
    struct gt_annotated_relation *item;
    size_t n, room;
    struct gt_strmap keys;
};

static void free_set(struct set *set)
{
    free(set->item);
    gt_strmap_fini(&set->keys);
}

static const char *key_of(const struct gt_annotated_relation *relation, struct gt_arena *arena)
{
    return gt_arena_format(arena, "%zu %s %zu %s %s", strlen(relation->source), relation->source,
                           strlen(relation->type), relation->type, relation->target);
}

static void add_to_set(struct set *set, struct gt_annotated_relation relation,
                       struct gt_arena *arena)
{
    const char *key = key_of(&relation, arena);
    if (gt_strmap_get(&set->keys, key) != GT_NONE)
        return;
    gt_strmap_put(&set->keys, key, 0);
    set->item = gt_xgrow(set->item, set->n, &set->room, sizeof *set->item);
    set->item[set->n++] = relation;
}

static bool set_has(const struct set *set, const struct gt_annotated_relation *relation,
                    struct gt_arena *arena)
{
    return gt_strmap_get(&set->keys, key_of(relation, arena)) != GT_NONE;
}

/* The ends alone, in the order of their ids. */
static void add_links(const struct set *from, struct set *links, struct gt_arena *arena)
{
    for (size_t i = 0; i < from->n; i++) {
        struct gt_annotated_relation link = from->item[i];
        if (strcmp(link.source, link.target) > 0) {
            link.source = from->item[i].target;
            link.target = from->item[i].source;
        }
        link.type = "";
        add_to_set(links, link, arena);
    }
}

/* An end of the draft as the gold names it; "ID?" where nothing matches. */
static const char *name_end(const struct gt_alignment *alignment, const char *id,
                            struct gt_arena *arena)
{
    uint32_t d = gt_strmap_get(&alignment->draft_by_id, id);
    uint32_t g = d == GT_NONE ? GT_NONE : alignment->to_gold[d];
    return g == GT_NONE ? gt_arena_format(arena, "%s?", id) : alignment->gold.entity[g]->id;
}

static int compare_relations(const void *a, const void *b)
{
    const struct gt_annotated_relation *x = a, *y = b;
    int order = strcmp(x->source, y->source);
    if (order == 0)
        order = strcmp(x->type, y->type);
    return order ? order : strcmp(x->target, y->target);
}

static void sort_set(struct set *set)
{
    if (set->n)
        qsort(set->item, set->n, sizeof *set->item, compare_relations);
}

static int compare_ids(const void *a, const void *b)
{
    const struct gt_annotated_entity *const *entity = b;
    return strcmp(a, (*entity)->id);
}

/* The forms of an end that a mistake names. */
static struct gt_texts forms_of(struct gt_score *score, const struct gt_alignment *alignment,
                                const char *end)
{
    size_t n = strlen(end);
    const struct gt_annotated_entity *const *gold =
        alignment->gold.n ? bsearch(end, alignment->gold.entity, alignment->gold.n,
                                    sizeof *alignment->gold.entity, compare_ids)
                          : NULL;
    if (gold)
        return sorted(score, &(*gold)->forms);
    uint32_t d =
        n ? gt_strmap_get(&alignment->draft_by_id, gt_arena_text(&score->arena, end, n - 1))
          : GT_NONE;
    return d == GT_NONE ? (struct gt_texts){0} : sorted(score, &alignment->draft.entity[d]->forms);
}

/* Lists what `set` has and `other` has not. */
static void list_relations(struct gt_score *score, enum gt_mistake_kind kind, const char *document,
                           const struct set *set, const struct set *other,
                           const struct gt_alignment *alignment)
{
    for (size_t i = 0; i < set->n; i++) {
        const struct gt_annotated_relation *relation = &set->item[i];
        if (set_has(other, relation, &score->arena))
            continue;
        struct gt_mistake mistake = {
            .kind = kind,
            .document = document,
            .type = relation->type,
            .source = relation->source,
            .target = relation->target,
            .source_forms = forms_of(score, alignment, relation->source),
            .target_forms = forms_of(score, alignment, relation->target),
            .place = relation->place,
        };
        add_mistake(score, &mistake);
    }
}

static struct gt_tally compare_sets(const struct set *gold, const struct set *draft,
                                    struct gt_arena *arena)
{
    struct gt_tally tally = {.predicted = (uint32_t)draft->n, .gold = (uint32_t)gold->n};
    for (size_t i = 0; i < draft->n; i++)
        tally.hit += set_has(gold, &draft->item[i], arena);
    return tally;
}

static void count_relations(struct gt_score *score, const struct set *gold, const struct set *draft)
{
    for (size_t i = 0; i < gold->n; i++)
        count(&score->relations, gold->item[i].type, (struct gt_tally){.gold = 1});
    for (size_t i = 0; i < draft->n; i++)
        count(&score->relations, draft->item[i].type,
              (struct gt_tally){.predicted = 1,
                                .hit = set_has(gold, &draft->item[i], &score->arena)});
}

static void score_relations(struct gt_score *score, const struct gt_annotation *gold,
                            const struct gt_annotation *draft, const struct gt_alignment *alignment)
{
    struct set g = {0}, d = {0}, gold_links = {0}, draft_links = {0};
    for (size_t i = 0; i < gold->n_relations; i++)
        add_to_set(&g, put_in_order(gold->relations[i]), &score->arena);
    for (size_t i = 0; i < draft->n_relations; i++) {
        struct gt_annotated_relation relation = draft->relations[i];
        relation.source = name_end(alignment, relation.source, &score->arena);
        relation.target = name_end(alignment, relation.target, &score->arena);
        add_to_set(&d, put_in_order(relation), &score->arena);
    }
    sort_set(&g);
    sort_set(&d);
    add_links(&g, &gold_links, &score->arena);
    add_links(&d, &draft_links, &score->arena);
    add_tally(&score->total[GT_SCORE_RELATION], compare_sets(&g, &d, &score->arena));
    add_tally(&score->total[GT_SCORE_LINK], compare_sets(&gold_links, &draft_links, &score->arena));
    count_relations(score, &g, &d);
    list_relations(score, GT_MISTAKE_missed_relation, gold->document, &g, &d, alignment);
    list_relations(score, GT_MISTAKE_spurious_relation, gold->document, &d, &g, alignment);
    free_set(&g);
    free_set(&d);
    free_set(&gold_links);
    free_set(&draft_links);
}

void gt_score_add(struct gt_score *score, const struct gt_annotation *gold,
                  const struct gt_annotation *draft)
{
    struct gt_alignment alignment;
    gt_align(gold, draft, &alignment);
    score_gold_entities(score, gold->document, &alignment);
    score_draft_entities(score, gold->document, &alignment);
    score_relations(score, gold, draft, &alignment);
    gt_alignment_fini(&alignment);
}

/* --- order of types ----------------------------------------------------------------------------
 */

static int compare_types(const struct gt_type_tally *x, const struct gt_type_tally *y,
                         enum gt_vocabulary vocabulary)
{
    unsigned a = (unsigned)gt_vocabulary_find(vocabulary, x->type, false);
    unsigned b =
        (unsigned)gt_vocabulary_find(vocabulary, y->type, false); /* unknown: the largest */
    return a != b ? (a > b) - (a < b) : strcmp(x->type, y->type);
}

static int compare_node_types(const void *a, const void *b)
{
    return compare_types(a, b, GT_VOCABULARY_NODE_TYPE);
}

static int compare_edge_types(const void *a, const void *b)
{
    return compare_types(a, b, GT_VOCABULARY_EDGE_TYPE);
}

void gt_score_finish(struct gt_score *score)
{
    if (score->entities.n)
        qsort(score->entities.item, score->entities.n, sizeof *score->entities.item,
              compare_node_types);
    if (score->relations.n)
        qsort(score->relations.item, score->relations.n, sizeof *score->relations.item,
              compare_edge_types);
}
