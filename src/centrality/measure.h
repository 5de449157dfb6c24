/* measure.h: measures of vertices and edges by name; the rows are in measure.def.
 *
 * Every measure takes a view, so that what was measured is explicit, and fills one value a vertex
 * (or edge) of the view. How each one treats direction, weights, unreachable pairs and components
 * is said in its row and documented in its file. */
#ifndef GT_CENTRALITY_MEASURE_H
#define GT_CENTRALITY_MEASURE_H

#include "base/error.h"
#include "base/lang.h"
#include "graph/view.h"

struct gt_measure_options {
    bool raw; /* not normalised */
};

/* Fills value[n_vertices] or, for edge measures, value[n_edges]; NAN where a measure is not defined
 * (documented by measure). */
typedef bool gt_measure_compute(const struct gt_view *view,
                                const struct gt_measure_options *options, double *value,
                                struct gt_error *err);

/* What a measure makes of the weights of a view. */
enum gt_weight_use {
    GT_WEIGHT_UNUSED,   /* looks at the ties alone */
    GT_WEIGHT_STRENGTH, /* a larger weight is a stronger tie */
    GT_WEIGHT_LENGTH,   /* a larger weight is a shorter way: length = 1 / weight */
};

struct gt_measure {
    const char *name; /* as options and JSON keys spell it: "clustering_coefficient" */
    bool of_edges;    /* one value an edge */
    bool descending;  /* larger is ranked first */
    enum gt_weight_use weight_use;
    struct gt_text title;
    struct gt_text definition; /* which definition, normalisation, what when disconnected */
    const char *reference;     /* the paper, and the igraph and networkx functions that agree */
    gt_measure_compute *compute;
};

/* All measures, in the order of measure.def; *n is their number. */
const struct gt_measure *gt_measures(size_t *n);

/* The measure of that name, title or other name of measure_alias.def; case, blanks, hyphens and
 * "centrality" behind it do not count ("度", "Betweenness Centrality"). Null when there is none. */
const struct gt_measure *gt_measure_find(const char *name);

/* The nearest name, for "did you mean"; null when none is near. */
const char *gt_measure_suggest(const char *name);

/* The measure of vertices, or of edges, of that name; fails with GT_USAGE and what there is. */
GT_MUST_USE bool gt_measure_named(const char *name, bool of_edges,
                                  const struct gt_measure **measure, struct gt_error *err);

/* Computes a measure of vertices and spreads it to a column of the graph: NAN for nodes outside the
 * view. `column` has graph->n_nodes values. */
GT_MUST_USE bool gt_measure_column(const struct gt_measure *measure, const struct gt_view *view,
                                   const struct gt_measure_options *options, double *column,
                                   struct gt_error *err);

/* Ranks values, 1 first; equal values (to 1e-9 relative, or 1e-15 of the largest, so that rounding
 * parts no tie) share a rank: 1, 2, 2, 4. NAN gets rank 0. O(n log n). */
void gt_rank(const double *value, uint32_t n, bool descending, uint32_t *rank);

#endif
