/* igraph_ask.h: igraph's own functions for our measures, raw, on the igraph of a view. */
#ifndef TESTS_ORACLE_IGRAPH_ASK_H
#define TESTS_ORACLE_IGRAPH_ASK_H

#include "graph/view_igraph.h"

/* What igraph is asked for, one a measure. */
typedef igraph_error_t ask(const struct gt_view *view, igraph_vector_t *result);

static const igraph_t *graph_of(const struct gt_view *view)
{
    return &view->foreign->graph;
}

static igraph_neimode_t mode_of(const struct gt_view *view, igraph_neimode_t stated)
{
    return view->options.direction == GT_DIRECTION_STATED ? stated : IGRAPH_OUT;
}

static igraph_error_t ask_degree(const struct gt_view *view, igraph_vector_t *result)
{
    return igraph_strength(graph_of(view), result, igraph_vss_all(), mode_of(view, IGRAPH_ALL),
                           true, NULL);
}

static igraph_error_t ask_strength(const struct gt_view *view, igraph_vector_t *result)
{
    return igraph_strength(graph_of(view), result, igraph_vss_all(), mode_of(view, IGRAPH_ALL),
                           true, gt_view_strengths(view));
}

static igraph_error_t ask_betweenness(const struct gt_view *view, igraph_vector_t *result)
{
    return igraph_betweenness(graph_of(view), result, igraph_vss_all(), view->directed,
                              gt_view_lengths(view));
}

static igraph_error_t ask_edge_betweenness(const struct gt_view *view, igraph_vector_t *result)
{
    return igraph_edge_betweenness(graph_of(view), result, view->directed, gt_view_lengths(view));
}

static igraph_error_t ask_closeness(const struct gt_view *view, igraph_vector_t *result)
{
    return igraph_closeness(graph_of(view), result, NULL, NULL, igraph_vss_all(),
                            mode_of(view, IGRAPH_IN), gt_view_lengths(view), false);
}

static igraph_error_t ask_harmonic(const struct gt_view *view, igraph_vector_t *result)
{
    return igraph_harmonic_centrality(graph_of(view), result, igraph_vss_all(),
                                      mode_of(view, IGRAPH_IN), gt_view_lengths(view), false);
}

static igraph_error_t ask_eccentricity(const struct gt_view *view, igraph_vector_t *result)
{
    return igraph_eccentricity_dijkstra(graph_of(view), gt_view_lengths(view), result,
                                        igraph_vss_all(), IGRAPH_OUT);
}

static igraph_error_t ask_pagerank(const struct gt_view *view, igraph_vector_t *result)
{
    return igraph_pagerank(graph_of(view), IGRAPH_PAGERANK_ALGO_PRPACK, result, NULL,
                           igraph_vss_all(), view->directed, 0.85, gt_view_strengths(view), NULL);
}

/* igraph's goes along incoming arcs. */
static igraph_error_t ask_eigenvector(const struct gt_view *view, igraph_vector_t *result)
{
    igraph_arpack_options_t options;
    igraph_arpack_options_init(&options);
    return igraph_eigenvector_centrality(graph_of(view), result, NULL, view->directed, true,
                                         gt_view_strengths(view), &options);
}

static igraph_error_t ask_hub(const struct gt_view *view, igraph_vector_t *result)
{
    igraph_arpack_options_t options;
    igraph_arpack_options_init(&options);
    return igraph_hub_and_authority_scores(graph_of(view), result, NULL, NULL, true,
                                           gt_view_strengths(view), &options);
}

static igraph_error_t ask_authority(const struct gt_view *view, igraph_vector_t *result)
{
    igraph_arpack_options_t options;
    igraph_arpack_options_init(&options);
    return igraph_hub_and_authority_scores(graph_of(view), NULL, result, NULL, true,
                                           gt_view_strengths(view), &options);
}

static igraph_error_t ask_constraint(const struct gt_view *view, igraph_vector_t *result)
{
    return igraph_constraint(graph_of(view), result, igraph_vss_all(), gt_view_strengths(view));
}

static igraph_error_t ask_clustering(const struct gt_view *view, igraph_vector_t *result)
{
    return igraph_transitivity_local_undirected(graph_of(view), result, igraph_vss_all(),
                                                IGRAPH_TRANSITIVITY_ZERO);
}

static igraph_error_t ask_coreness(const struct gt_view *view, igraph_vector_t *result)
{
    igraph_vector_int_t cores;
    igraph_error_t code = igraph_vector_int_init(&cores, 0);
    if (code == IGRAPH_SUCCESS)
        code = igraph_coreness(graph_of(view), &cores, mode_of(view, IGRAPH_ALL));
    if (code == IGRAPH_SUCCESS)
        code = igraph_vector_resize(result, igraph_vector_int_size(&cores));
    for (igraph_integer_t v = 0; code == IGRAPH_SUCCESS && v < igraph_vector_size(result); v++)
        VECTOR(*result)[v] = (double)VECTOR(cores)[v];
    igraph_vector_int_destroy(&cores);
    return code;
}

static igraph_error_t ask_articulation(const struct gt_view *view, igraph_vector_t *result)
{
    igraph_vector_int_t points;
    igraph_error_t code = igraph_vector_int_init(&points, 0);
    if (code == IGRAPH_SUCCESS)
        code = igraph_articulation_points(graph_of(view), &points);
    if (code == IGRAPH_SUCCESS)
        code = igraph_vector_resize(result, view->n_vertices);
    if (code == IGRAPH_SUCCESS)
        igraph_vector_null(result);
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(&points); i++)
        VECTOR(*result)[VECTOR(points)[i]] = 1;
    igraph_vector_int_destroy(&points);
    return code;
}

#endif
