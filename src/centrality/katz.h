/* katz.h: the attenuation that the measure katz chooses for a view. */
#ifndef GT_CENTRALITY_KATZ_H
#define GT_CENTRALITY_KATZ_H

#include "graph/view.h"

/* Fails when the spectral radius does not converge. */
GT_MUST_USE bool gt_katz_alpha(const struct gt_view *view, double *alpha, struct gt_error *err);

#endif
