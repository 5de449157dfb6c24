/* path.c: the k shortest loopless paths, by igraph. */
#include "graph/path.h"

#include "base/memory.h"
#include "graph/view_igraph.h"

#include <stdlib.h>

void gt_paths_fini(struct gt_paths *paths)
{
    for (uint32_t i = 0; i < paths->n; i++) {
        free(paths->path[i].vertex);
        free(paths->path[i].edge);
    }
    free(paths->path);
    *paths = (struct gt_paths){0};
}

static double edge_length(const struct gt_view *view, uint32_t edge)
{
    return view->weight ? 1 / view->weight[edge] : 1;
}

static void take_path(const struct gt_view *view, const igraph_vector_int_t *vertices,
                      const igraph_vector_int_t *edges, struct gt_path *path)
{
    uint32_t n = (uint32_t)igraph_vector_int_size(edges);
    path->n_edges = n;
    path->vertex = gt_xcalloc((size_t)n + 1, sizeof *path->vertex);
    path->edge = gt_xcalloc(n, sizeof *path->edge);
    for (uint32_t i = 0; i <= n; i++)
        path->vertex[i] = (uint32_t)VECTOR(*vertices)[i];
    for (uint32_t i = 0; i < n; i++) {
        path->edge[i] = (uint32_t)VECTOR(*edges)[i];
        path->length += edge_length(view, path->edge[i]);
    }
}

/* Shorter first; equally long to rounding: fewer edges, then smaller vertex and edge numbers. */
static int compare_paths(const void *a, const void *b)
{
    const struct gt_path *x = a, *y = b;
    double slack = 1e-12 * (x->length + y->length);
    if (x->length < y->length - slack || y->length < x->length - slack)
        return x->length < y->length ? -1 : 1;
    if (x->n_edges != y->n_edges)
        return x->n_edges < y->n_edges ? -1 : 1;
    for (uint32_t i = 0; i <= x->n_edges; i++)
        if (x->vertex[i] != y->vertex[i])
            return x->vertex[i] < y->vertex[i] ? -1 : 1;
    for (uint32_t i = 0; i < x->n_edges; i++) /* parallel edges */
        if (x->edge[i] != y->edge[i])
            return x->edge[i] < y->edge[i] ? -1 : 1;
    return 0;
}

bool gt_path_shortest(const struct gt_view *view, uint32_t from, uint32_t to, uint32_t k,
                      struct gt_paths *paths, struct gt_error *err)
{
    igraph_vector_int_list_t vertices, edges;
    bool done = false;
    *paths = (struct gt_paths){0};
    if (!gt_igraph_done(igraph_vector_int_list_init(&vertices, 0), "vector_int_list_init", err))
        return false;
    if (!gt_igraph_done(igraph_vector_int_list_init(&edges, 0), "vector_int_list_init", err))
        goto no_edges;
    done = gt_igraph_done(igraph_get_k_shortest_paths(&view->foreign->graph, gt_view_lengths(view),
                                                      &vertices, &edges, k, from, to, IGRAPH_OUT),
                          "get_k_shortest_paths", err);
    if (done) {
        paths->n = (uint32_t)igraph_vector_int_list_size(&edges);
        paths->path = gt_xcalloc(paths->n, sizeof *paths->path);
        for (uint32_t i = 0; i < paths->n; i++)
            take_path(view, igraph_vector_int_list_get_ptr(&vertices, i),
                      igraph_vector_int_list_get_ptr(&edges, i), &paths->path[i]);
        if (paths->n)
            qsort(paths->path, paths->n, sizeof *paths->path, compare_paths);
    }
    igraph_vector_int_list_destroy(&edges);
no_edges:
    igraph_vector_int_list_destroy(&vertices);
    return done;
}
