/* whole.h: numbers of a whole view: how large, how dense, how far across. */
#ifndef GT_CENTRALITY_WHOLE_H
#define GT_CENTRALITY_WHOLE_H

#include "graph/view.h"

struct gt_whole {
    uint32_t n_components, largest; /* vertices of the largest component; direction ignored */
    double density;       /* edges over pairs, without self-loops; NAN below two vertices */
    double diameter;      /* longest shortest path within a component, direction ignored */
    double mean_distance; /* over the pairs within components; NAN without any */
    uint32_t sources;     /* vertices that distances were measured from; where these are not all,
                             the diameter is a lower bound and the mean distance an estimate */
};

/* Work that may go into exact distances, in vertices and edges looked at: a few seconds, for graphs
 * of some ten thousand vertices. */
#define GT_WHOLE_STEPS UINT64_C(1000000000)

/* Measures a view as a whole; lengths count edges, weights are not looked at. Exact where |V| (|V|
 * + |E|) searches are at most `steps`; else from vertices evenly spaced in the view's order, and
 * from those found farthest away (Magnien, Latapy and Habib, "Fast computation of empirically tight
 * bounds for the diameter of massive graphs", 2009). O(min(steps, |V| (|V| + |E|))). */
void gt_whole_measure(const struct gt_view *view, uint64_t steps, struct gt_whole *whole);

#endif
