/* compute.h: what the measures' files share: their prototypes, and help with igraph's vectors. */
#ifndef GT_CENTRALITY_COMPUTE_H
#define GT_CENTRALITY_COMPUTE_H

#include "centrality/measure.h"
#include "graph/view_igraph.h"

#define MEASURE(name, ...) gt_measure_compute gt_compute_##name;
#include "centrality/measure.def"
#undef MEASURE

/* Fills value[] from an igraph vector of as many items, times a factor. */
void gt_values_take(const igraph_vector_t *vector, double factor, double *value);

/* Multiplies n values. */
void gt_values_scale(double *value, uint32_t n, double factor);

/* Divides n values >= 0 by their largest (raw) or by their Euclidean length; zeros stay zeros. */
void gt_values_by_largest(double *value, uint32_t n);
void gt_values_by_length(double *value, uint32_t n);

/* 1 / x, and 0 for 0: the factor of a normalisation that has no room (one vertex, two vertices). */
double gt_reciprocal(double x);

/* Lengths of edges for shortest paths in units of the shortest edge, so that the fixed tolerance of
 * igraph's comparisons fits amounts in yuan as well as counts; *unit turns them back (1 without
 * weights, when the vector stays empty). `lengths` is initialised here in any case; the caller
 * destroys it. */
GT_MUST_USE bool gt_lengths_init(const struct gt_view *view, igraph_vector_t *lengths, double *unit,
                                 struct gt_error *err);

/* The lengths as igraph takes them: null without weights. */
const igraph_vector_t *gt_lengths(const struct gt_view *view, const igraph_vector_t *lengths);

#endif
