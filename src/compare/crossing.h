/* crossing.h: the shortest ways from the nodes of one side to those of the other: how long they
 * are, and which nodes lie on them.
 *
 * Ways run along a view's arcs, from vertices of GT_SIDE_A to vertices of GT_SIDE_B; weights are
 * not looked at. Parallel edges are different ways (a view merges them unless told otherwise);
 * self-loops are on none. */
#ifndef GT_COMPARE_CROSSING_H
#define GT_COMPARE_CROSSING_H

#include "compare/side.h"
#include "graph/view.h"

struct gt_crossings {
    /* [n_vertices] inter-district betweenness: the sum, over all pairs of an A vertex and a B
     * vertex, of the fraction of their shortest ways that pass through the vertex; ends do not
     * count. Over `connected` it is the share of the pairs that meet there, in [0, 1]. */
    double *betweenness;
    uint64_t *pairs_at; /* [n_lengths] pairs at distance d; [0] is always 0 */
    uint32_t n_lengths;
    uint64_t connected, apart; /* pairs with a way, and without any */
    double mean_length;        /* of the connected pairs; NAN without any */
};

/* Brandes' algorithm with sources and targets: "On variants of shortest-path betweenness centrality
 * and their generic computation", Social Networks 30 (2008), section 3.3. igraph's
 * betweenness_subset and networkx's betweenness_centrality_subset agree; both give half of it in
 * undirected graphs. O(|A| (|V| + |E|)) time, O(|V|) memory. */
void gt_crossings_find(const struct gt_view *view, const enum gt_side *side,
                       struct gt_crossings *crossings);

void gt_crossings_fini(struct gt_crossings *crossings);

#endif
