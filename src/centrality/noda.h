/* noda.h: the dominant eigenvector of a small dense block, however slow power iteration is. */
#ifndef GT_CENTRALITY_NODA_H
#define GT_CENTRALITY_NODA_H

#include "centrality/matrix.h"

enum { GT_NODA_VERTICES = 1024 };

/* Improves x > 0 in the m members (at most GT_NODA_VERTICES) of an irreducible block; x is 0
 * outside of them, wherever their rows lead. Returns the eigenvalue. O(m^3). */
double gt_noda(const struct gt_matrix *matrix, const uint32_t *member, uint32_t m, double *x);

#endif
