/* measure.c: the table of measures, finding one, and spreading its values to nodes. */
#include "centrality/measure.h"

#include "base/memory.h"
#include "base/text.h"
#include "centrality/compute.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The words of measure.def. */
enum { OF_VERTICES = false, OF_EDGES = true };
enum { FIRST_LOW = false, FIRST_HIGH = true };

static const struct gt_measure measures[] = {
#define MEASURE(name_, of, first, use, title_en, title_zh, definition_en, definition_zh, source)   \
    {                                                                                              \
        .name = #name_,                                                                            \
        .of_edges = OF_##of,                                                                       \
        .descending = FIRST_##first,                                                               \
        .weight_use = GT_WEIGHT_##use,                                                             \
        .title = GT_TEXT(title_en, title_zh),                                                      \
        .definition = GT_TEXT(definition_en, definition_zh),                                       \
        .reference = (source),                                                                     \
        .compute = gt_compute_##name_,                                                             \
    },
#include "centrality/measure.def"
#undef MEASURE
};

enum { MEASURES = sizeof measures / sizeof *measures };

const struct gt_measure *gt_measures(size_t *n)
{
    *n = MEASURES;
    return measures;
}

const struct gt_measure *gt_measure_find(const char *name)
{
    for (size_t i = 0; i < MEASURES; i++)
        if (strcmp(measures[i].name, name) == 0)
            return &measures[i];
    return NULL;
}

const char *gt_measure_suggest(const char *name)
{
    const char *best = NULL;
    uint32_t nearest = 1 + (uint32_t)strlen(name) / 3; /* farther is a guess */
    for (size_t i = 0; i < MEASURES; i++) {
        uint32_t distance = gt_text_distance(name, measures[i].name);
        bool begins = strlen(name) >= 3 && strncmp(name, measures[i].name, strlen(name)) == 0;
        if (begins)
            return measures[i].name;
        if (distance < nearest || (distance == nearest && !best)) {
            best = measures[i].name;
            nearest = distance;
        }
    }
    return best;
}

bool gt_measure_column(const struct gt_measure *measure, const struct gt_view *view,
                       const struct gt_measure_options *options, double *column,
                       struct gt_error *err)
{
    if (measure->of_edges || !view->graph)
        return gt_fail(err, GT_BUG, "%s has no value for each node", "%s 没有逐节点的值",
                       measure->name);
    double *value = gt_xcalloc(view->n_vertices, sizeof *value);
    bool done = measure->compute(view, options, value, err);
    if (done) {
        for (uint32_t i = 0; i < view->graph->n_nodes; i++)
            column[i] = NAN;
        for (uint32_t v = 0; v < view->n_vertices; v++)
            column[view->node[v]] = value[v];
    }
    free(value);
    return done;
}
