/* closeness.c: closeness and harmonic centrality: how near the others are.
 *
 * Distances: OUT and IN go from the vertex along the arcs of the view's graph; STATED looks at the
 * distances towards the vertex, as networkx does for directed graphs. With weights an edge is as
 * long as 1 / weight. Self-loops and parallel ties shorten nothing.
 *
 * Closeness, raw: 1 / (sum of the distances to those reached), as igraph has it. Normalised: the
 * formula of Wasserman and Faust for graphs that are not connected (networkx's wf_improved): with r
 * others reached, r / (n - 1) * r / sum, so that a near but small circle does not count as central.
 * Who reaches nobody has 0 (igraph: NaN).
 *
 * Harmonic, raw: the sum of 1 / distance, 0 for the unreached; normalised: divided by n - 1.
 *
 * O(|V| |E|), with weights O(|V| |E| log |V|). A. Bavelas, Communication patterns in task-oriented
 * groups, JASA 22, 1950; S. Wasserman, K. Faust, Social Network Analysis, 1994, p. 201; P. Boldi,
 * S. Vigna, Axioms for centrality, Internet Mathematics 10, 2014. */
#include "centrality/compute.h"

static igraph_neimode_t mode_of(const struct gt_view *view)
{
    return view->options.direction == GT_DIRECTION_STATED ? IGRAPH_IN : IGRAPH_OUT;
}

bool gt_compute_closeness(const struct gt_view *view, const struct gt_measure_options *options,
                          double *value, struct gt_error *err)
{
    igraph_vector_t lengths = {0}, result = {0};
    igraph_vector_int_t reached = {0}; /* others than the vertex itself */
    double unit;
    bool done = false;
    if (!gt_lengths_init(view, &lengths, &unit, err) ||
        !gt_igraph_done(igraph_vector_init(&result, 0), "vector_init", err) ||
        !gt_igraph_done(igraph_vector_int_init(&reached, 0), "vector_int_init", err) ||
        !gt_igraph_done(igraph_closeness(&view->foreign->graph, &result, &reached, NULL,
                                         igraph_vss_all(), mode_of(view),
                                         gt_lengths(view, &lengths), false),
                        "closeness", err))
        goto done;
    for (uint32_t v = 0; v < view->n_vertices; v++) {
        double others = (double)VECTOR(reached)[v];
        value[v] = others > 0 ? VECTOR(result)[v] / unit : 0;
        if (!options->raw)
            value[v] *= others * others * gt_reciprocal(view->n_vertices - 1.0);
    }
    done = true;
done:
    igraph_vector_int_destroy(&reached);
    igraph_vector_destroy(&result);
    igraph_vector_destroy(&lengths);
    return done;
}

bool gt_compute_harmonic(const struct gt_view *view, const struct gt_measure_options *options,
                         double *value, struct gt_error *err)
{
    igraph_vector_t lengths = {0}, result = {0};
    double unit, factor = options->raw ? 1 : gt_reciprocal(view->n_vertices - 1.0);
    bool done = false;
    if (!gt_lengths_init(view, &lengths, &unit, err) ||
        !gt_igraph_done(igraph_vector_init(&result, 0), "vector_init", err) ||
        !gt_igraph_done(igraph_harmonic_centrality(&view->foreign->graph, &result, igraph_vss_all(),
                                                   mode_of(view), gt_lengths(view, &lengths),
                                                   false),
                        "harmonic_centrality", err))
        goto done;
    gt_values_take(&result, factor / unit, value);
    done = true;
done:
    igraph_vector_destroy(&result);
    igraph_vector_destroy(&lengths);
    return done;
}
