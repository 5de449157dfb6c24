/* articulation_point.c: 1 for a vertex whose removal parts its component, otherwise 0.
 *
 * Direction, weights, self-loops and parallel ties do not matter; each component has its own; there
 * is no normalised form. Linear. J. Hopcroft, R. Tarjan, Efficient algorithms for graph
 * manipulation, Communications of the ACM 16, 1973. */
#include "centrality/compute.h"

bool gt_compute_articulation_point(const struct gt_view *view,
                                   const struct gt_measure_options *options, double *value,
                                   struct gt_error *err)
{
    (void)options;
    igraph_vector_int_t points = {0};
    bool done = false;
    if (!gt_igraph_done(igraph_vector_int_init(&points, 0), "vector_int_init", err) ||
        !gt_igraph_done(igraph_articulation_points(&view->foreign->graph, &points),
                        "articulation_points", err))
        goto done;
    for (uint32_t v = 0; v < view->n_vertices; v++)
        value[v] = 0;
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(&points); i++)
        value[VECTOR(points)[i]] = 1;
    done = true;
done:
    igraph_vector_int_destroy(&points);
    return done;
}
