/* whole.c: numbers of a whole view, by breadth-first searches. */
#include "centrality/whole.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

enum {
    SHARE = 5,  /* where all distances are too many, so much of the work goes into some */
    SWEEPS = 8, /* searches from the farthest vertex of the search before */
    LEAST = 16  /* searches, however large the graph */
};

struct search {
    const struct gt_view *view;
    uint32_t *distance; /* [n_vertices]; GT_NONE: not reached */
    uint32_t *queue;
    uint32_t last; /* one of the farthest */
    uint64_t sum, pairs;
    uint32_t longest;
};

/* Self-loops are no ties of a pair. */
static double measure_density(const struct gt_view *view)
{
    double n = view->n_vertices, m = 0;
    for (uint32_t e = 0; e < view->n_edges; e++)
        m += view->from[e] != view->to[e];
    return n < 2 ? NAN : m / (n * (n - 1) / (view->directed ? 1 : 2));
}

static uint32_t reach(struct search *search, const struct gt_csr *row, uint32_t v, uint32_t n)
{
    for (uint32_t i = row->offset[v]; i < row->offset[v + 1]; i++) {
        uint32_t other = row->neighbour[i];
        if (search->distance[other] != GT_NONE)
            continue;
        search->distance[other] = search->distance[v] + 1;
        search->queue[n++] = other;
    }
    return n;
}

/* Distances from one vertex, direction ignored; counted as pairs unless it is only to find what is
 * far away. */
static void search_from(struct search *search, uint32_t source, bool counted)
{
    const struct gt_view *view = search->view;
    uint32_t n = 1;
    for (uint32_t v = 0; v < view->n_vertices; v++)
        search->distance[v] = GT_NONE;
    search->distance[source] = 0;
    search->queue[0] = source;
    for (uint32_t at = 0; at < n; at++) {
        uint32_t v = search->queue[at];
        search->sum += counted ? search->distance[v] : 0;
        n = reach(search, &view->out, v, n);
        if (view->directed)
            n = reach(search, &view->in, v, n);
    }
    search->pairs += counted ? n - 1 : 0;
    search->last = search->queue[n - 1];
    if (search->distance[search->last] > search->longest)
        search->longest = search->distance[search->last];
}

static uint32_t count_sources(const struct gt_view *view, uint64_t steps)
{
    uint64_t n = view->n_vertices, each = n + 2 * (uint64_t)view->n_edges;
    if (n == 0 || n <= steps / each)
        return (uint32_t)n;
    uint64_t some = steps / SHARE / each;
    some = some < LEAST ? LEAST : some;
    return (uint32_t)(some < n ? some : n);
}

static void measure_distances(const struct gt_view *view, uint64_t steps, struct gt_whole *whole)
{
    uint32_t n = view->n_vertices, farthest = 0, longest = 0;
    struct search search = {.view = view,
                            .distance = gt_xcalloc(n, sizeof *search.distance),
                            .queue = gt_xcalloc(n, sizeof *search.queue)};
    whole->sources = count_sources(view, steps);
    for (uint32_t i = 0; i < whole->sources; i++) {
        search_from(&search, (uint32_t)((uint64_t)i * n / whole->sources), true);
        if (search.longest > longest) {
            longest = search.longest;
            farthest = search.last;
        }
    }
    for (int i = 0; whole->sources < n && i < SWEEPS; i++) {
        search_from(&search, farthest, false);
        farthest = search.last;
    }
    whole->diameter = n ? (double)search.longest : NAN;
    whole->mean_distance = search.pairs ? (double)search.sum / (double)search.pairs : NAN;
    free(search.distance);
    free(search.queue);
}

void gt_whole_measure(const struct gt_view *view, uint64_t steps, struct gt_whole *whole)
{
    *whole = (struct gt_whole){.density = measure_density(view)};
    measure_distances(view, steps, whole);
    uint32_t *component = gt_view_components(view, &whole->n_components);
    for (uint32_t v = 0; v < view->n_vertices; v++)
        whole->largest += component[v] == 0;
    free(component);
}
