/* propose.c: which names meet, what they have in common, and what keeps their nodes apart. */
#include "curate/propose.h"

#include "base/memory.h"
#include "curate/compare.h"

#include <stdlib.h>
#include <string.h>

enum {
    MEET = 200,       /* most names that one name is compared with in a table */
    SHORT_CODES = 16, /* contents up to this may abbreviate others */
};

const struct gt_reason_info gt_reasons[GT_REASONS] = {
#define REASON(name_, confidence_, en, zh)                                                         \
    [GT_REASON_##name_] = {.name = #name_, .confidence = confidence_, .title = GT_TEXT(en, zh)},
#include "curate/reason.def"
#undef REASON
};

/* A name of a node. */
struct form {
    uint32_t node;
    const char *text;
    struct gt_name name;
};

/* A form by a key: the hash of its content, or a character of it. */
struct entry {
    uint64_t key;
    uint32_t form;
};

struct entries {
    struct entry *item;
    size_t n, room;
};

struct search {
    const struct gt_graph *graph;
    struct form *form;
    size_t n, room;
    struct entries by_content, by_code;
    struct gt_arena arena;
    struct gt_strmap tied, found; /* pairs of nodes "3 7": tied; number of the proposal */
    struct gt_proposals *proposals;
};

void gt_proposals_fini(struct gt_proposals *proposals)
{
    free(proposals->item);
    *proposals = (struct gt_proposals){0};
}

/* --- tables ------------------------------------------------------------------------------------
 */

static void add_entry(struct entries *entries, uint64_t key, uint32_t form)
{
    entries->item = gt_xgrow(entries->item, entries->n, &entries->room, sizeof *entries->item);
    entries->item[entries->n++] = (struct entry){key, form};
}

static int compare_entries(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return (x->form > y->form) - (x->form < y->form);
}

static void sort_entries(struct entries *entries)
{
    size_t kept = 0;
    if (entries->n)
        qsort(entries->item, entries->n, sizeof *entries->item, compare_entries);
    for (size_t i = 0; i < entries->n; i++)
        if (i == 0 || compare_entries(&entries->item[kept - 1], &entries->item[i]) != 0)
            entries->item[kept++] = entries->item[i];
    entries->n = kept;
}

/* The entries of a key: their first index; *n of them. */
static size_t find_entries(const struct entries *entries, uint64_t key, size_t *n)
{
    size_t low = 0, high = entries->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (entries->item[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    *n = 0;
    while (low + *n < entries->n && entries->item[low + *n].key == key)
        ++*n;
    return low;
}

static const char *pair_key(struct gt_arena *arena, uint32_t a, uint32_t b)
{
    return gt_arena_format(arena, "%u %u", a < b ? a : b, a < b ? b : a);
}

static void add_form(struct search *search, uint32_t node, const char *text)
{
    struct gt_name name = gt_name_parse(text, search->graph->nodes[node].type, &search->arena);
    if (name.core.n == 0)
        return;
    search->form = gt_xgrow(search->form, search->n, &search->room, sizeof *search->form);
    uint32_t number = (uint32_t)search->n++;
    search->form[number] = (struct form){node, text, name};
    add_entry(&search->by_content, gt_codes_hash(name.content), number);
    if (name.order)
        add_entry(&search->by_content, name.order, number);
    for (uint32_t i = 0; i < name.local.n; i++)
        add_entry(&search->by_code, name.local.code[i], number);
}

static void prepare(struct search *search)
{
    const struct gt_graph *graph = search->graph;
    for (uint32_t i = 0; i < graph->n_nodes; i++) {
        const struct gt_node *node = &graph->nodes[i];
        add_form(search, i, node->name);
        for (uint32_t k = 0; k < node->aliases.n; k++)
            add_form(search, i, node->aliases.item[k]);
    }
    sort_entries(&search->by_content);
    sort_entries(&search->by_code);
    for (uint32_t i = 0; i < graph->n_edges; i++)
        gt_strmap_put(&search->tied,
                      pair_key(&search->arena, graph->edges[i].source, graph->edges[i].target), 0);
}

/* --- pairs -------------------------------------------------------------------------------------
 */

static struct gt_named side_of(const struct search *search, const struct form *form)
{
    return (struct gt_named){&form->name, &search->graph->nodes[form->node]};
}

static void keep(struct search *search, const struct form *a, const struct form *b,
                 enum gt_reason reason, const char *key)
{
    uint32_t at = gt_strmap_get(&search->found, key);
    bool ordered = a->node < b->node;
    struct gt_proposal proposal = {
        .left = ordered ? a->node : b->node,
        .right = ordered ? b->node : a->node,
        .reason = reason,
        .confidence = gt_reasons[reason].confidence,
        .left_form = ordered ? a->text : b->text,
        .right_form = ordered ? b->text : a->text,
    };
    struct gt_proposals *list = search->proposals;
    if (at == GT_NONE) {
        list->item = gt_xgrow(list->item, list->n, &list->room, sizeof *list->item);
        gt_strmap_put(&search->found, key, (uint32_t)list->n);
        list->item[list->n++] = proposal;
    } else if (reason < list->item[at].reason) {
        list->item[at] = proposal;
    }
}

static void compare_forms(struct search *search, const struct form *a, const struct form *b)
{
    enum gt_reason reason;
    if (a->node == b->node)
        return;
    struct gt_named x = side_of(search, a), y = side_of(search, b);
    if (gt_kept_apart(&x, &y) || !gt_compare_names(&x, &y, &reason))
        return;
    const char *key = pair_key(&search->arena, a->node, b->node);
    if (gt_strmap_get(&search->tied, key) == GT_NONE)
        keep(search, a, b, reason, key);
}

/* The names of the same content, or of the same codes in another order. */
static void meet_equal(struct search *search, const struct form *form, uint64_t key)
{
    size_t n, at = find_entries(&search->by_content, key, &n);
    for (size_t i = 0; i < n && i < MEET; i++) {
        const struct form *other = &search->form[search->by_content.item[at + i].form];
        if (other > form)
            compare_forms(search, form, other);
    }
}

/* The names that have the rarest character of a short one. */
static void meet_longer(struct search *search, const struct form *form)
{
    const struct gt_codes local = form->name.local;
    size_t least = SIZE_MAX, first = 0;
    if (local.n > SHORT_CODES)
        return;
    for (uint32_t i = 0; i < local.n; i++) {
        size_t n, at = find_entries(&search->by_code, local.code[i], &n);
        if (n < least) {
            least = n;
            first = at;
        }
    }
    for (size_t i = 0; i < least && i < MEET * 10; i++) {
        const struct form *other = &search->form[search->by_code.item[first + i].form];
        if (other->name.local.n > local.n)
            compare_forms(search, form, other);
    }
}

/* --- the list ----------------------------------------------------------------------------------
 */

/* --- how clear a weak reason is ------------------------------------------------------------
 */

/* The partners of each node: partner[first[node] .. first[node + 1]). */
struct partners {
    uint32_t *first, *partner, *group;
    bool *weak; /* beside partner: the names differ by more than place and form */
};

static struct partners list_partners(const struct search *search)
{
    const struct gt_proposals *list = search->proposals;
    uint32_t n = search->graph->n_nodes;
    struct partners partners = {.first = gt_xcalloc((size_t)n + 2, sizeof(uint32_t)),
                                .partner = gt_xcalloc(list->n * 2, sizeof(uint32_t)),
                                .group = gt_xcalloc(n, sizeof(uint32_t)),
                                .weak = gt_xcalloc(list->n * 2, sizeof(bool))};
    for (size_t i = 0; i < list->n; i++) {
        partners.first[list->item[i].left + 2]++;
        partners.first[list->item[i].right + 2]++;
    }
    for (uint32_t i = 2; i < n + 2; i++)
        partners.first[i] += partners.first[i - 1];
    for (size_t i = 0; i < list->n; i++) {
        uint32_t left = list->item[i].left, right = list->item[i].right;
        bool weak = list->item[i].reason >= GT_REASON_head;
        partners.weak[partners.first[left + 1]] = weak;
        partners.weak[partners.first[right + 1]] = weak;
        partners.partner[partners.first[left + 1]++] = right;
        partners.partner[partners.first[right + 1]++] = left;
    }
    return partners;
}

/* Gives the partners of a partner, as far as they are `node`'s own, its group. */
static void spread(const struct partners *partners, uint32_t node, uint32_t from, uint32_t group)
{
    for (uint32_t i = partners->first[from]; i < partners->first[from + 1]; i++) {
        uint32_t other = partners->partner[i];
        if (other != node && partners->group[other] == UINT32_MAX) {
            partners->group[other] = group;
            spread(partners, node, other, group);
        }
    }
}

/* How many organisations the partners of a node are, those counted as one that are partners of each
 * other: 同济 may be 同济大学 or 同济大学医学院. */
static uint32_t count_groups(const struct partners *partners, uint32_t node)
{
    uint32_t groups = 0, first = partners->first[node], end = partners->first[node + 1];
    for (uint32_t i = first; i < end;
         i++) /* UINT32_MAX: not seen; those of the same name: passed */
        partners->group[partners->partner[i]] = partners->weak[i] ? UINT32_MAX : 0;
    for (uint32_t i = first; i < end; i++) {
        uint32_t partner = partners->partner[i];
        if (partners->group[partner] != UINT32_MAX)
            continue;
        partners->group[partner] = ++groups;
        spread(partners, node, partner, groups);
    }
    return groups;
}

/* A name that fits several organisations for a weak reason tells little: 科技园 of whom? */
static void discount(const struct search *search)
{
    struct gt_proposals *list = search->proposals;
    struct partners partners = list_partners(search);
    for (size_t i = 0; i < list->n; i++) {
        struct gt_proposal *proposal = &list->item[i];
        if (proposal->reason < GT_REASON_beginning)
            continue;
        uint32_t a = count_groups(&partners, proposal->left);
        uint32_t b = count_groups(&partners, proposal->right);
        proposal->confidence /= a > b ? a : b;
    }
    free(partners.first);
    free(partners.partner);
    free(partners.group);
    free(partners.weak);
}

static int compare_proposals(const void *a, const void *b)
{
    const struct gt_proposal *x = a, *y = b;
    if (x->confidence > y->confidence || x->confidence < y->confidence)
        return x->confidence > y->confidence ? -1 : 1;
    if (x->left != y->left)
        return x->left < y->left ? -1 : 1;
    return (x->right > y->right) - (x->right < y->right);
}

void gt_propose(const struct gt_graph *graph, struct gt_proposals *proposals)
{
    struct search search = {.graph = graph, .proposals = proposals};
    prepare(&search);
    for (size_t i = 0; i < search.n; i++) {
        meet_equal(&search, &search.form[i], gt_codes_hash(search.form[i].name.content));
        if (search.form[i].name.order)
            meet_equal(&search, &search.form[i], search.form[i].name.order);
        meet_longer(&search, &search.form[i]);
    }
    discount(&search);
    if (proposals->n)
        qsort(proposals->item, proposals->n, sizeof *proposals->item, compare_proposals);
    free(search.form);
    free(search.by_content.item);
    free(search.by_code.item);
    gt_strmap_fini(&search.tied);
    gt_strmap_fini(&search.found);
    gt_arena_fini(&search.arena);
}
