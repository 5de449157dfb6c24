/* whole.c: numbers of a whole view, by igraph. */
#include "centrality/whole.h"

#include "graph/view_igraph.h"

#include <math.h>
#include <stdlib.h>

/* igraph_density() counts self-loops as edges also where it takes them for impossible. */
static double measure_density(const struct gt_view *view)
{
    double n = view->n_vertices, m = 0;
    for (uint32_t e = 0; e < view->n_edges; e++)
        m += view->from[e] != view->to[e];
    return n < 2 ? NAN : m / (n * (n - 1) / (view->directed ? 1 : 2));
}

bool gt_whole_measure(const struct gt_view *view, struct gt_whole *whole, struct gt_error *err)
{
    const igraph_t *graph = &view->foreign->graph;
    *whole = (struct gt_whole){0};
    if (!gt_igraph_done(igraph_diameter(graph, &whole->diameter, NULL, NULL, NULL, NULL,
                                        IGRAPH_UNDIRECTED, true),
                        "diameter", err) ||
        !gt_igraph_done(
            igraph_average_path_length(graph, &whole->mean_distance, NULL, IGRAPH_UNDIRECTED, true),
            "average_path_length", err))
        return false;
    whole->density = measure_density(view);
    if (view->n_vertices == 0)
        whole->diameter = NAN;
    uint32_t *component = gt_view_components(view, &whole->n_components);
    for (uint32_t v = 0; v < view->n_vertices; v++)
        whole->largest += component[v] == 0;
    free(component);
    return true;
}
