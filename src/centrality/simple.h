/* simple.h: a view without self-loops and parallel ties: each vertex with its different neighbours
 * and what flows each way between the two. */
#ifndef GT_CENTRALITY_SIMPLE_H
#define GT_CENTRALITY_SIMPLE_H

#include "graph/view.h"

/* Neighbours of v stand at [offset[v], offset[v+1]), ascending. */
struct gt_simple {
    uint32_t *offset;    /* [n_vertices + 1] */
    uint32_t *neighbour; /* vertex */
    double *forward;     /* weight of all ties from v to the neighbour, added up; 0 when none */
    double *backward;    /* ... from the neighbour to v; undirected: the same as forward */
    double *loop;        /* [n_vertices] weight of all self-loops of v */
};

/* Ends with gt_simple_fini(). Without weights in the view every tie weighs 1. Linear. */
void gt_simple_init(struct gt_simple *simple, const struct gt_view *view);
void gt_simple_fini(struct gt_simple *simple);

#endif
