/* eigenvector.h: the eigenvector centrality of a matrix, component by component. */
#ifndef GT_CENTRALITY_EIGENVECTOR_H
#define GT_CENTRALITY_EIGENVECTOR_H

#include "centrality/matrix.h"

/* The eigenvector by component, documented in eigenvector.c; x[matrix->n]. Fails when an iteration
 * does not end. */
GT_MUST_USE bool gt_eigenvector_find(const struct gt_matrix *matrix, double *x,
                                     struct gt_error *err);

#endif
