/* whole.h: numbers of a whole view: how large, how dense, how far across. */
#ifndef GT_CENTRALITY_WHOLE_H
#define GT_CENTRALITY_WHOLE_H

#include "graph/view.h"

struct gt_whole {
    uint32_t n_components, largest; /* vertices of the largest component; direction ignored */
    double density;       /* edges over pairs, without self-loops; NAN below two vertices */
    double diameter;      /* longest shortest path within a component, direction ignored */
    double mean_distance; /* over the pairs within components; NAN without any */
};

/* Measures a view as a whole; lengths count edges, weights are not looked at.
 * O(|V| (|V| + |E|)). */
GT_MUST_USE bool gt_whole_measure(const struct gt_view *view, struct gt_whole *whole,
                                  struct gt_error *err);

#endif
