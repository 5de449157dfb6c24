/* matrix.h: a square matrix >= 0 as sparse rows: what the spectral measures start from. */
#ifndef GT_CENTRALITY_MATRIX_H
#define GT_CENTRALITY_MATRIX_H

#include "graph/view.h"

/* Entry (v, row->neighbour[i]) is weight[row->edge[i]], or 1 without weights; entries at the same
 * place add up. Borrows all. */
struct gt_matrix {
    uint32_t n;
    const struct gt_csr *row;
    const double *weight;
};

/* The adjacency matrix of a view: row v holds the arcs that leave v, or (incoming) that arrive. An
 * undirected self-loop stands twice, as in igraph: a row adds up to the degree. */
struct gt_matrix gt_matrix_of_view(const struct gt_view *view, bool incoming);

/* Row v times x. */
double gt_matrix_row(const struct gt_matrix *matrix, uint32_t v, const double *x);

#endif
