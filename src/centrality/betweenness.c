/* betweenness.c: the share of shortest paths that pass through a vertex, or along an edge.
 *
 * The ends of a path are not between; a pair without a path adds nothing, so components are
 * measured apart; self-loops lie on no shortest path. Each of k parallel ties is a way of its own:
 * together they make k shortest paths, as in igraph (networkx takes them for one). Paths whose
 * lengths differ by less than 1e-10 (relative) count as equally short. OUT, IN and STATED follow
 * the arcs; turning all of them changes nothing.
 *
 * Normalised, as in networkx: for a vertex divided by the number of pairs of others, (n - 1)(n -
 * 2), or half of it when undirected; for an edge by the number of all pairs, n(n - 1), or half of
 * it.
 *
 * O(|V| |E|), with weights O(|V| |E| + |V|^2 log |V|). L. C. Freeman, A set of measures of
 * centrality based on betweenness, Sociometry 40, 1977; M. Girvan, M. E. J. Newman, Community
 * structure in social and biological networks, PNAS 99, 2002; U. Brandes, A faster algorithm for
 * betweenness centrality, Journal of Mathematical Sociology 25, 2001. */
#include "centrality/compute.h"

static double pairs_among(const struct gt_view *view, double n)
{
    return view->directed ? n * (n - 1) : n * (n - 1) / 2;
}

/* Both measures differ in igraph's function and in n, whose pairs are all that could pass. */
static bool fill_betweenness(const struct gt_view *view, bool of_edges, double factor,
                             double *value, struct gt_error *err)
{
    const igraph_t *graph = &view->foreign->graph;
    igraph_vector_t lengths = {0}, result = {0};
    double unit;
    bool done = false;
    if (!gt_lengths_init(view, &lengths, &unit, err) ||
        !gt_igraph_done(igraph_vector_init(&result, 0), "vector_init", err))
        goto done;
    const igraph_vector_t *weights = gt_lengths(view, &lengths);
    done = of_edges
               ? gt_igraph_done(igraph_edge_betweenness(graph, &result, view->directed, weights),
                                "edge_betweenness", err)
               : gt_igraph_done(
                     igraph_betweenness(graph, &result, igraph_vss_all(), view->directed, weights),
                     "betweenness", err);
    if (done)
        gt_values_take(&result, factor, value);
done:
    igraph_vector_destroy(&result);
    igraph_vector_destroy(&lengths);
    return done;
}

bool gt_compute_betweenness(const struct gt_view *view, const struct gt_measure_options *options,
                            double *value, struct gt_error *err)
{
    double pairs = pairs_among(view, view->n_vertices - 1.0);
    return fill_betweenness(view, false, options->raw ? 1 : gt_reciprocal(pairs), value, err);
}

bool gt_compute_edge_betweenness(const struct gt_view *view,
                                 const struct gt_measure_options *options, double *value,
                                 struct gt_error *err)
{
    double pairs = pairs_among(view, view->n_vertices);
    return fill_betweenness(view, true, options->raw ? 1 : gt_reciprocal(pairs), value, err);
}
