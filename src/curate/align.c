/* align.c: pairs of entities that share a form, best first.
 *
 * An index from forms to the gold's entities leaves only pairs that share something. */
#include "curate/align.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

struct pair {
    uint32_t draft, gold; /* numbers by id: comparing them compares ids */
    uint32_t shared;
    bool same_type;
};

struct pairs {
    struct pair *item;
    size_t n, room;
};

bool gt_same_type(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

void gt_alignment_fini(struct gt_alignment *alignment)
{
    free(alignment->gold.entity);
    free(alignment->draft.entity);
    free(alignment->to_gold);
    free(alignment->to_draft);
    gt_strmap_fini(&alignment->draft_by_id);
    *alignment = (struct gt_alignment){0};
}

static int compare_entities(const void *a, const void *b)
{
    const struct gt_annotated_entity *const *x = a, *const *y = b;
    return strcmp((*x)->id, (*y)->id);
}

static struct gt_roll call_roll(const struct gt_annotation *annotation)
{
    struct gt_roll roll = {.entity = gt_xcalloc(annotation->n_entities, sizeof *roll.entity)};
    struct gt_strmap seen = {0};
    for (size_t i = 0; i < annotation->n_entities; i++) {
        const struct gt_annotated_entity *entity = &annotation->entities[i];
        uint32_t at = gt_strmap_get(&seen, entity->id);
        if (at == GT_NONE) {
            at = (uint32_t)roll.n++;
            gt_strmap_put(&seen, entity->id, at);
        }
        roll.entity[at] = entity;
    }
    if (roll.n)
        qsort(roll.entity, roll.n, sizeof *roll.entity, compare_entities);
    gt_strmap_fini(&seen);
    return roll;
}

/* --- which share a form ------------------------------------------------------------------------
 */

/* For each form of the gold, the entities that have it, as chains of links. */
struct link {
    uint32_t gold, next;
};

struct form_index {
    struct gt_strmap head; /* form -> its first link */
    struct link *link;
    size_t n, room;
};

static void index_forms(const struct gt_roll *gold, struct form_index *index)
{
    for (size_t g = 0; g < gold->n; g++)
        for (uint32_t i = 0; i < gold->entity[g]->forms.n; i++) {
            const char *form = gold->entity[g]->forms.item[i];
            index->link = gt_xgrow(index->link, index->n, &index->room, sizeof *index->link);
            index->link[index->n] =
                (struct link){.gold = (uint32_t)g, .next = gt_strmap_get(&index->head, form)};
            gt_strmap_put(&index->head, form, (uint32_t)index->n++);
        }
}

/* Counts in shared[gold] the forms that a draft's entity shares; met[0 .. return) are those with
 * any. */
static size_t count_shared(const struct form_index *index, const struct gt_texts *forms,
                           uint32_t *shared, uint32_t *met)
{
    size_t n = 0;
    for (uint32_t i = 0; i < forms->n; i++) {
        uint32_t at = gt_strmap_get(&index->head, forms->item[i]);
        for (; at != GT_NONE; at = index->link[at].next)
            if (shared[index->link[at].gold]++ == 0)
                met[n++] = index->link[at].gold;
    }
    return n;
}

static void find_pairs(const struct gt_alignment *alignment, struct pairs *pairs)
{
    const struct gt_roll *gold = &alignment->gold, *draft = &alignment->draft;
    struct form_index index = {0};
    uint32_t *shared = gt_xcalloc(gold->n, sizeof *shared);
    uint32_t *met = gt_xcalloc(gold->n, sizeof *met);
    index_forms(gold, &index);
    for (size_t d = 0; d < draft->n; d++) {
        size_t n = count_shared(&index, &draft->entity[d]->forms, shared, met);
        for (size_t i = 0; i < n; i++) {
            uint32_t g = met[i];
            bool same = gt_same_type(draft->entity[d]->type, gold->entity[g]->type);
            pairs->item = gt_xgrow(pairs->item, pairs->n, &pairs->room, sizeof *pairs->item);
            pairs->item[pairs->n++] = (struct pair){(uint32_t)d, g, shared[g], same};
            shared[g] = 0;
        }
    }
    free(shared);
    free(met);
    free(index.link);
    gt_strmap_fini(&index.head);
}

static int compare_numbers(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

static int compare_pairs(const void *a, const void *b)
{
    const struct pair *x = a, *y = b;
    int order = y->same_type - x->same_type;
    if (order == 0)
        order = compare_numbers(y->shared, x->shared);
    if (order == 0)
        order = compare_numbers(x->draft, y->draft);
    return order ? order : compare_numbers(x->gold, y->gold);
}

static uint32_t *fill_none(size_t n)
{
    uint32_t *numbers = gt_xcalloc(n, sizeof *numbers);
    for (size_t i = 0; i < n; i++)
        numbers[i] = GT_NONE;
    return numbers;
}

void gt_align(const struct gt_annotation *gold, const struct gt_annotation *draft,
              struct gt_alignment *alignment)
{
    struct pairs pairs = {0};
    *alignment = (struct gt_alignment){.gold = call_roll(gold), .draft = call_roll(draft)};
    alignment->to_gold = fill_none(alignment->draft.n);
    alignment->to_draft = fill_none(alignment->gold.n);
    for (size_t i = 0; i < alignment->draft.n; i++)
        gt_strmap_put(&alignment->draft_by_id, alignment->draft.entity[i]->id, (uint32_t)i);
    find_pairs(alignment, &pairs);
    if (pairs.n)
        qsort(pairs.item, pairs.n, sizeof *pairs.item, compare_pairs);
    for (size_t i = 0; i < pairs.n; i++) {
        const struct pair *pair = &pairs.item[i];
        if (alignment->to_gold[pair->draft] != GT_NONE ||
            alignment->to_draft[pair->gold] != GT_NONE)
            continue;
        alignment->to_gold[pair->draft] = pair->gold;
        alignment->to_draft[pair->gold] = pair->draft;
    }
    free(pairs.item);
}
