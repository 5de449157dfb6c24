/* linear.h: (I - aA)^-1 b, class by class. */
#ifndef GT_CENTRALITY_LINEAR_H
#define GT_CENTRALITY_LINEAR_H

#include "centrality/classes.h"

/* Solves x = factor * A x + b in the rows of one class, where x of the classes before it is given.
 * Wants factor * radius < 1. Fails when the iteration does not end. */
GT_MUST_USE bool gt_linear_solve(const struct gt_matrix *matrix, const struct gt_classes *classes,
                                 uint32_t class, double factor, double b, double *x,
                                 struct gt_error *err);

#endif
