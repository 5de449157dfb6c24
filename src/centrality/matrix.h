/* matrix.h: a square matrix >= 0 as sparse rows, its strongly connected classes, and what the
 * spectral measures want of it: the spectral radius, the dominant eigenvector, (I - aA)^-1 b. */
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

/* Strongly connected classes, each with the vertices of its own: member[first[c] .. first[c+1]).
 * A row's entries lie in its own class or in ones with a smaller number. */
struct gt_classes {
    uint32_t n;
    uint32_t *of;     /* [matrix->n] class of each vertex */
    uint32_t *first;  /* [n + 1] */
    uint32_t *member; /* [matrix->n] */
};

/* Ends with gt_classes_fini(). Linear. */
void gt_classes_init(struct gt_classes *classes, const struct gt_matrix *matrix);
void gt_classes_fini(struct gt_classes *classes);

/* The dominant eigenvalue of each class (radius[classes->n]; 0 for a vertex without self-loop) and
 * its eigenvector there, > 0, with mean square 1 (x[matrix->n]). Fails when the iteration does not
 * end. */
GT_MUST_USE bool gt_matrix_perron(const struct gt_matrix *matrix, const struct gt_classes *classes,
                                  double *radius, double *x, struct gt_error *err);

/* Solves x = factor * A x + b in the rows of one class, where x of the classes before it is given.
 * Wants factor * radius < 1. Fails when the iteration does not end. */
GT_MUST_USE bool gt_matrix_solve(const struct gt_matrix *matrix, const struct gt_classes *classes,
                                 uint32_t class, double factor, double b, double *x,
                                 struct gt_error *err);

/* The eigenvector by component, documented in eigenvector.c; x[matrix->n]. */
GT_MUST_USE bool gt_matrix_eigenvector(const struct gt_matrix *matrix, double *x,
                                       struct gt_error *err);

#endif
