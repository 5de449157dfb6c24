/* query_hook.c: measures, communities and overlap for the tables centrality, community, overlap. */
#include "cli/query_hook.h"

#include "base/memory.h"
#include "centrality/community.h"
#include "centrality/measure.h"
#include "cli/command.h"
#include "compare/side.h"

#include <math.h>
#include <stdlib.h>

static bool fill_measure(const struct gt_graph *graph, const struct gt_query_measure *asked,
                         double *value, uint32_t *rank, struct gt_error *err)
{
    const struct gt_selection all = {0};
    const struct gt_measure *measure = gt_measure_find(asked->name);
    const struct gt_measure_options options = {.raw = asked->raw};
    struct gt_view *view = NULL;
    if (!measure || measure->of_edges) {
        const char *near = gt_measure_suggest(asked->name);
        return gt_fail(
            err, GT_USAGE, "centrality: unknown measure of nodes \"%s\"; did you mean %s?",
            "centrality：未知的节点指标“%s”；是否为 %s？", asked->name, near ? near : "degree");
    }
    for (uint32_t i = 0; i < graph->n_nodes; i++)
        value[i] = NAN;
    bool done = gt_view_new(graph, &all, &asked->options, &view, err) &&
                gt_measure_column(measure, view, &options, value, err);
    if (done)
        gt_rank(value, graph->n_nodes, measure->descending, rank);
    gt_view_free(view);
    return done;
}

static bool fill_community(const struct gt_graph *graph, const char *method, uint32_t *community,
                           struct gt_error *err)
{
    const struct gt_selection all = {0};
    const struct gt_view_options options = {0};
    struct gt_view *view = NULL;
    bool done = gt_view_new(graph, &all, &options, &view, err) &&
                gt_community_find(view, method, community, NULL, err); /* every node is a vertex */
    gt_view_free(view);
    return done;
}

static bool fill_overlap(const struct gt_graph *graph, const char *a, const char *b, char *side,
                         struct gt_error *err)
{
    static const char letter[] = {
        [GT_SIDE_NEITHER] = 0, [GT_SIDE_A] = 'a', [GT_SIDE_B] = 'b', [GT_SIDE_SHARED] = 's'};
    struct gt_pair pair;
    if (!gt_run_district(a, &pair.a, err) || !gt_run_district(b, &pair.b, err))
        return false;
    if (pair.a == pair.b)
        return gt_fail(err, GT_USAGE, "overlap: two different districts are compared",
                       "overlap：需要两个不同的区");
    enum gt_side *sides = gt_side_of_nodes(graph, GT_BY_BOTH, pair);
    for (uint32_t i = 0; i < graph->n_nodes; i++)
        side[i] = letter[sides[i]];
    free(sides);
    return true;
}

const struct gt_query_hook gt_query_hook = {
    .measure = fill_measure, .community = fill_community, .overlap = fill_overlap};
