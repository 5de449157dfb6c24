/* view_igraph.h: a view as igraph sees it, and igraph's errors as ours. igraph's one door. */
#ifndef GT_GRAPH_VIEW_IGRAPH_H
#define GT_GRAPH_VIEW_IGRAPH_H

#include "graph/view.h"

#include <igraph.h>

/* Vertex v of the igraph is vertex v of the view, edge e is edge e. */
struct gt_view_igraph {
    igraph_t graph;
    igraph_vector_t weight;   /* empty without weights */
    igraph_vector_t distance; /* 1 / weight: a strong tie is a short way; empty without weights */
};

/* Strengths, or null without weights: as igraph's functions take them. */
const igraph_vector_t *gt_view_strengths(const struct gt_view *view);

/* Lengths of edges for shortest paths, or null without weights. */
const igraph_vector_t *gt_view_lengths(const struct gt_view *view);

/* Runs once per process before any call of igraph: a recording error handler, seed 1.
 * Safe to call again. */
void gt_igraph_start(void);

/* True for IGRAPH_SUCCESS; otherwise fails with what igraph said, naming the call. */
GT_MUST_USE bool gt_igraph_done(igraph_error_t code, const char *call, struct gt_error *err);

#endif
