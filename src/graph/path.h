/* path.h: shortest ways between two vertices of a view. */
#ifndef GT_GRAPH_PATH_H
#define GT_GRAPH_PATH_H

#include "graph/view.h"

/* One way: n_edges + 1 vertices and the view edges between them. */
struct gt_path {
    uint32_t *vertex, *edge;
    uint32_t n_edges;
    double length; /* edges, or the sum of lengths (1 / weight) in a weighted view */
};

struct gt_paths {
    struct gt_path *path;
    uint32_t n;
};

void gt_paths_fini(struct gt_paths *paths);

/* The k shortest loopless paths from one vertex to another, following arcs forward, shortest first,
 * equally long ones by vertex numbers. Of equally long ones at the end of the list some may be left
 * out, always the same for the same view. Fewer than k when there are no more;
 * none is no failure. igraph's get_k_shortest_paths: Yen, "Finding the k shortest loopless paths in
 * a network", Management Science 17 (1971). O(k |V| (|E| + |V| log |V|)). */
GT_MUST_USE bool gt_path_shortest(const struct gt_view *view, uint32_t from, uint32_t to,
                                  uint32_t k, struct gt_paths *paths, struct gt_error *err);

#endif
