/* eccentricity.c: the distance to the farthest vertex that can be reached.
 *
 * Within the reachable set, as in igraph (networkx refuses graphs that are not connected), so
 * compare vertices of one component only. A vertex that reaches nobody has none (NAN; igraph says
 * 0, which would rank isolates first). STATED and OUT go along the arcs, as both libraries do; IN
 * against them. With weights an edge is as long as 1 / weight. There is no normalised form.
 *
 * O(|V| |E|), with weights O(|V| |E| log |V|). F. Harary, Graph Theory, 1969, p. 35. */
#include "centrality/compute.h"

#include <math.h>

bool gt_compute_eccentricity(const struct gt_view *view, const struct gt_measure_options *options,
                             double *value, struct gt_error *err)
{
    (void)options;
    igraph_vector_t lengths = {0}, result = {0};
    double unit;
    bool done = false;
    if (!gt_lengths_init(view, &lengths, &unit, err) ||
        !gt_igraph_done(igraph_vector_init(&result, 0), "vector_init", err) ||
        !gt_igraph_done(igraph_eccentricity_dijkstra(&view->foreign->graph,
                                                     gt_lengths(view, &lengths), &result,
                                                     igraph_vss_all(), IGRAPH_OUT),
                        "eccentricity_dijkstra", err))
        goto done;
    gt_values_take(&result, unit, value);
    for (uint32_t v = 0; v < view->n_vertices; v++)
        if (!(value[v] > 0))
            value[v] = NAN;
    done = true;
done:
    igraph_vector_destroy(&result);
    igraph_vector_destroy(&lengths);
    return done;
}
