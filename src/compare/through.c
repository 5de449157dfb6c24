/* through.c: the parent, industry or place that nodes of both sides are tied to.
 *
 * How it works: the ties in question are sorted by (type, thing, side, node), so that each run of
 * equal type and thing is one group. */
#include "compare/through.h"

#include "base/memory.h"

#include <stdlib.h>

struct tie {
    enum gt_edge_type type;
    uint32_t thing;
    enum gt_side side;
    struct gt_through_end end;
};

static int order(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

static int compare_ties(const void *a, const void *b)
{
    const struct tie *x = a, *y = b;
    if (x->type != y->type)
        return order(x->type, y->type);
    if (x->thing != y->thing)
        return order(x->thing, y->thing);
    if (x->side != y->side)
        return order(x->side, y->side);
    return order(x->end.node, y->end.node);
}

static int compare_throughs(const void *a, const void *b)
{
    const struct gt_through *x = a, *y = b;
    uint64_t pairs_x = (uint64_t)x->n_a * x->n_b, pairs_y = (uint64_t)y->n_a * y->n_b;
    if (x->type != y->type)
        return order(x->type, y->type);
    if (pairs_x != pairs_y)
        return pairs_x > pairs_y ? -1 : 1;
    return order(x->thing, y->thing);
}

/* The ties from nodes of A alone and of B alone, sorted; *n of them; the caller frees. */
static struct tie *list_ties(const struct gt_overlap *overlap, uint32_t edge_types, uint32_t *n)
{
    const struct gt_graph *graph = overlap->graph;
    struct tie *ties = gt_xcalloc(graph->n_edges, sizeof *ties);
    *n = 0;
    for (uint32_t e = 0; e < graph->n_edges; e++) {
        const struct gt_edge *edge = &graph->edges[e];
        enum gt_side side = overlap->side[edge->source];
        if (overlap->edge[e] && (edge_types >> edge->type & 1) && edge->source != edge->target &&
            (side == GT_SIDE_A || side == GT_SIDE_B) &&
            !gt_node_is_own_place(&graph->nodes[edge->target], overlap->pair))
            ties[(*n)++] = (struct tie){edge->type, edge->target, side, {edge->source, e}};
    }
    if (*n)
        qsort(ties, *n, sizeof *ties, compare_ties);
    return ties;
}

/* Copies ties first .. first + n as ends. */
static struct gt_through_end *copy_ends(const struct tie *first, uint32_t n, struct gt_arena *arena)
{
    struct gt_through_end *ends = gt_arena_array(arena, n, sizeof *ends);
    for (uint32_t i = 0; i < n; i++)
        ends[i] = first[i].end;
    return ends;
}

void gt_through_find(const struct gt_overlap *overlap, uint32_t edge_types,
                     struct gt_throughs *throughs)
{
    uint32_t n;
    struct tie *ties = list_ties(overlap, edge_types, &n);
    *throughs = (struct gt_throughs){0};
    throughs->item = gt_arena_array(&throughs->arena, n, sizeof *throughs->item);
    for (uint32_t i = 0, next; i < n; i = next) {
        struct gt_through group = {.thing = ties[i].thing, .type = ties[i].type};
        for (next = i; next < n && ties[next].type == group.type && ties[next].thing == group.thing;
             next++)
            *(ties[next].side == GT_SIDE_A ? &group.n_a : &group.n_b) += 1;
        if (!group.n_a || !group.n_b)
            continue;
        group.a = copy_ends(&ties[i], group.n_a, &throughs->arena);
        group.b = copy_ends(&ties[i + group.n_a], group.n_b, &throughs->arena);
        throughs->item[throughs->n++] = group;
    }
    if (throughs->n)
        qsort(throughs->item, throughs->n, sizeof *throughs->item, compare_throughs);
    free(ties);
}

void gt_throughs_fini(struct gt_throughs *throughs)
{
    gt_arena_fini(&throughs->arena);
    *throughs = (struct gt_throughs){0};
}
