/* perron.h: the dominant eigenvalue and eigenvector of each class of a matrix. */
#ifndef GT_CENTRALITY_PERRON_H
#define GT_CENTRALITY_PERRON_H

#include "centrality/classes.h"

/* The dominant eigenvalue of each class (radius[classes->n]; 0 for a vertex without self-loop) and
 * its eigenvector there, > 0, with mean square 1 (x[matrix->n]). Fails when the iteration does not
 * end. */
GT_MUST_USE bool gt_perron(const struct gt_matrix *matrix, const struct gt_classes *classes,
                           double *radius, double *x, struct gt_error *err);

#endif
