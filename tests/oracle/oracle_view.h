/* oracle_view.h: views of random graphs, and a measure's values on them, for all oracle tests. */
#ifndef TESTS_ORACLE_VIEW_H
#define TESTS_ORACLE_VIEW_H

#include "centrality/measure.h"
#include "oracle/random_graph.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static inline struct gt_view *oracle_view(const struct random_graph *graph,
                                          enum gt_direction direction, bool weighted)
{
    struct gt_error err = {0};
    struct gt_view *view = NULL;
    if (!gt_view_of_arrays(graph->n, graph->m, graph->from, graph->to,
                           weighted ? graph->weight : NULL, direction, &view, &err))
        fail_msg("%s", err.text);
    return view;
}

static inline void oracle_measure(const char *name, const struct gt_view *view, bool raw,
                                  double *value)
{
    struct gt_error err = {0};
    struct gt_measure_options options = {.raw = raw};
    const struct gt_measure *measure = gt_measure_find(name);
    assert_non_null(measure);
    if (!measure->compute(view, &options, value, &err))
        fail_msg("%s: %s", name, err.text);
}

/* Relative, and as a part of the largest value at hand; NAN agrees with NAN. */
static inline bool oracle_agree(double value, double expected, double largest, double tolerance)
{
    if (isnan(value) || isnan(expected))
        return isnan(value) && isnan(expected);
    return fabs(value - expected) <= tolerance * fabs(expected) + tolerance / 1000 * largest;
}

#endif
