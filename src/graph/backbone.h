/* backbone.h: the ties of a crowded graph that are more than chance. */
#ifndef GT_GRAPH_BACKBONE_H
#define GT_GRAPH_BACKBONE_H

#include "graph/selection.h"

/* What a filter took away. */
struct gt_left_out {
    uint32_t nodes, edges;
};

/* The disparity filter: Serrano, Boguñá, Vespignani, "Extracting the multiscale backbone of complex
 * weighted networks", PNAS 106 (2009). All ties of two nodes are one, as strong as statements stand
 * behind it. At a node with k neighbours and strength s, a tie of weight w is kept when
 * (1 - w / s)^(k - 1) < alpha; one of its ends is enough. A node with one neighbour keeps its tie
 * only if the other end does. Drops the other ties from the selection, and the nodes that had ties
 * and have none now. O(|E| log |E|). */
struct gt_left_out gt_backbone(const struct gt_graph *graph, double alpha,
                               struct gt_selected *selected);

/* Keeps the nodes that are flagged, and the ties between them. */
struct gt_left_out gt_selected_keep(const struct gt_graph *graph, const bool *keep,
                                    struct gt_selected *selected);

#endif
