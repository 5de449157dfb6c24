/* coreness.c: the largest k such that the vertex is in the k-core: a part where everybody has k
 * ties or more within the part.
 *
 * ALL and STATED ignore direction, as networkx does: an arc and its return are two ties, and
 * parallel ties count each. OUT and IN ask for k arcs that leave in the view's graph. Self-loops
 * tie nobody in and are left out (igraph counts them twice, networkx refuses them). Weights are
 * ignored; there is no normalised form; components do not matter. Linear.
 *
 * S. B. Seidman, Network structure and minimum degree, Social Networks 5, 1983; V. Batagelj, M.
 * Zaversnik, An O(m) algorithm for cores decomposition of networks, 2003. */
#include "centrality/compute.h"

bool gt_compute_coreness(const struct gt_view *view, const struct gt_measure_options *options,
                         double *value, struct gt_error *err)
{
    (void)options;
    enum gt_direction direction = view->options.direction;
    bool outward = direction == GT_DIRECTION_OUT || direction == GT_DIRECTION_IN;
    igraph_t graph = {0};
    igraph_vector_int_t cores = {0};
    bool done = false;
    if (!gt_igraph_done(igraph_copy(&graph, &view->foreign->graph), "copy", err) ||
        !gt_igraph_done(igraph_simplify(&graph, false, true, NULL), "simplify", err) ||
        !gt_igraph_done(igraph_vector_int_init(&cores, 0), "vector_int_init", err) ||
        !gt_igraph_done(igraph_coreness(&graph, &cores, outward ? IGRAPH_OUT : IGRAPH_ALL),
                        "coreness", err))
        goto done;
    for (uint32_t v = 0; v < view->n_vertices; v++)
        value[v] = (double)VECTOR(cores)[v];
    done = true;
done:
    igraph_vector_int_destroy(&cores);
    igraph_destroy(&graph);
    return done;
}
