/* backbone.c: see backbone.h. */
#include "graph/backbone.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

/* Two tied nodes and one of their ties. */
struct bond {
    uint32_t a, b, edge; /* a <= b */
};

static int compare_bonds(const void *p, const void *q)
{
    const struct bond *x = p, *y = q;
    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    if (x->b != y->b)
        return x->b < y->b ? -1 : 1;
    return x->edge < y->edge ? -1 : x->edge > y->edge;
}

static struct bond *list_bonds(const struct gt_graph *graph, const struct gt_selected *selected,
                               uint32_t *n)
{
    struct bond *bond = gt_xcalloc((size_t)selected->n_edges + 1, sizeof *bond);
    *n = 0;
    for (uint32_t e = 0; e < graph->n_edges; e++) {
        uint32_t a = graph->edges[e].source, b = graph->edges[e].target;
        if (selected->edge[e])
            bond[(*n)++] = (struct bond){a < b ? a : b, a < b ? b : a, e};
    }
    qsort(bond, *n, sizeof *bond, compare_bonds);
    return bond;
}

/* The end of the run of ties between the same two nodes, and what they weigh together. */
static uint32_t end_of_run(const struct gt_graph *graph, const struct bond *bond, uint32_t first,
                           uint32_t n, double *weight)
{
    uint32_t end = first;
    *weight = 0;
    while (end < n && bond[end].a == bond[first].a && bond[end].b == bond[first].b)
        *weight += graph->edges[bond[end++].edge].n;
    return end;
}

static bool stands_out(double weight, double strength, double neighbours, double alpha)
{
    return neighbours > 1 && pow(1 - weight / strength, neighbours - 1) < alpha;
}

/* Drops the nodes that had ties before and have none now. */
static void drop_loose(const struct gt_graph *graph, const double *neighbours,
                       struct gt_selected *selected)
{
    bool *tied = gt_xcalloc((size_t)graph->n_nodes + 1, sizeof *tied);
    for (uint32_t e = 0; e < graph->n_edges; e++)
        if (selected->edge[e])
            tied[graph->edges[e].source] = tied[graph->edges[e].target] = true;
    for (uint32_t i = 0; i < graph->n_nodes; i++)
        if (selected->node[i] && neighbours[i] > 0 && !tied[i]) {
            selected->node[i] = false;
            selected->n_nodes--;
        }
    free(tied);
}

struct gt_left_out gt_backbone(const struct gt_graph *graph, double alpha,
                               struct gt_selected *selected)
{
    struct gt_left_out before = {selected->n_nodes, selected->n_edges};
    double *strength = gt_xcalloc((size_t)graph->n_nodes + 1, sizeof *strength);
    double *neighbours = gt_xcalloc((size_t)graph->n_nodes + 1, sizeof *neighbours), weight;
    uint32_t n;
    struct bond *bond = list_bonds(graph, selected, &n);
    for (uint32_t i = 0, end; i < n; i = end) {
        end = end_of_run(graph, bond, i, n, &weight);
        if (bond[i].a == bond[i].b)
            continue; /* a tie to itself says nothing about its neighbours */
        strength[bond[i].a] += weight, strength[bond[i].b] += weight;
        neighbours[bond[i].a]++, neighbours[bond[i].b]++;
    }
    for (uint32_t i = 0, end; i < n; i = end) {
        end = end_of_run(graph, bond, i, n, &weight);
        uint32_t a = bond[i].a, b = bond[i].b;
        if (a != b && (stands_out(weight, strength[a], neighbours[a], alpha) ||
                       stands_out(weight, strength[b], neighbours[b], alpha)))
            continue;
        for (uint32_t k = i; k < end; k++)
            selected->edge[bond[k].edge] = false;
        selected->n_edges -= end - i;
    }
    drop_loose(graph, neighbours, selected);
    free(strength);
    free(neighbours);
    free(bond);
    return (struct gt_left_out){before.nodes - selected->n_nodes, before.edges - selected->n_edges};
}

struct gt_left_out gt_selected_keep(const struct gt_graph *graph, const bool *keep,
                                    struct gt_selected *selected)
{
    struct gt_left_out before = {selected->n_nodes, selected->n_edges};
    for (uint32_t i = 0; i < graph->n_nodes; i++)
        if (selected->node[i] && !keep[i]) {
            selected->node[i] = false;
            selected->n_nodes--;
        }
    for (uint32_t e = 0; e < graph->n_edges; e++)
        if (selected->edge[e] && (!keep[graph->edges[e].source] || !keep[graph->edges[e].target])) {
            selected->edge[e] = false;
            selected->n_edges--;
        }
    return (struct gt_left_out){before.nodes - selected->n_nodes, before.edges - selected->n_edges};
}
