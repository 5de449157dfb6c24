/* crossing.c: subset betweenness and distances between two sets of vertices.
 *
 * How it works: from each A vertex a breadth-first search counts the shortest ways to every vertex;
 * going back through the search's order, each vertex collects what the B vertices behind it give:
 * a B vertex gives 1, split among the ways that lead to it. */
#include "compare/crossing.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

/* One search: the order in which vertices were met, their distances, the number of shortest ways
 * to each (a double: it grows exponentially), and what they collect on the way back. */
struct search {
    uint32_t *order, *distance, n;
    double *ways, *collected;
};

static void search_init(struct search *search, uint32_t n_vertices)
{
    *search = (struct search){
        .order = gt_xcalloc(n_vertices, sizeof *search->order),
        .distance = gt_xcalloc(n_vertices, sizeof *search->distance),
        .ways = gt_xcalloc(n_vertices, sizeof *search->ways),
        .collected = gt_xcalloc(n_vertices, sizeof *search->collected),
    };
    for (uint32_t v = 0; v < n_vertices; v++)
        search->distance[v] = GT_NONE;
}

static void search_fini(struct search *search)
{
    free(search->order);
    free(search->distance);
    free(search->ways);
    free(search->collected);
}

/* Forgets the last search, at the cost of what it met only. */
static void search_reset(struct search *search)
{
    for (uint32_t i = 0; i < search->n; i++) {
        uint32_t v = search->order[i];
        search->distance[v] = GT_NONE;
        search->ways[v] = search->collected[v] = 0;
    }
    search->n = 0;
}

static void search_forward(struct search *search, const struct gt_view *view, uint32_t source)
{
    const struct gt_csr *out = &view->out;
    search->order[search->n++] = source;
    search->distance[source] = 0;
    search->ways[source] = 1;
    for (uint32_t head = 0; head < search->n; head++) {
        uint32_t v = search->order[head];
        for (uint32_t i = out->offset[v]; i < out->offset[v + 1]; i++) {
            uint32_t w = out->neighbour[i];
            if (search->distance[w] == GT_NONE) {
                search->distance[w] = search->distance[v] + 1;
                search->order[search->n++] = w;
            }
            if (search->distance[w] == search->distance[v] + 1)
                search->ways[w] += search->ways[v];
        }
    }
}

/* Fills collected[] and adds it to the betweenness of all but the source. */
static void search_back(struct search *search, const struct gt_view *view, const enum gt_side *side,
                        double *betweenness)
{
    const struct gt_csr *out = &view->out;
    for (uint32_t k = search->n; k-- > 1;) {
        uint32_t v = search->order[k];
        for (uint32_t i = out->offset[v]; i < out->offset[v + 1]; i++) {
            uint32_t w = out->neighbour[i];
            if (search->distance[w] == search->distance[v] + 1)
                search->collected[v] += search->ways[v] / search->ways[w] *
                                        (search->collected[w] + (side[w] == GT_SIDE_B));
        }
        betweenness[v] += search->collected[v];
    }
}

static void count_distances(const struct search *search, const enum gt_side *side,
                            struct gt_crossings *crossings)
{
    for (uint32_t k = 1; k < search->n; k++) {
        uint32_t v = search->order[k], distance = search->distance[v];
        if (side[v] != GT_SIDE_B)
            continue;
        crossings->connected++;
        crossings->pairs_at[distance]++;
        if (crossings->n_lengths <= distance)
            crossings->n_lengths = distance + 1;
    }
}

void gt_crossings_find(const struct gt_view *view, const enum gt_side *side,
                       struct gt_crossings *crossings)
{
    uint32_t n = view->n_vertices;
    uint64_t n_a = 0, n_b = 0;
    struct search search;
    *crossings = (struct gt_crossings){
        .betweenness = gt_xcalloc(n, sizeof(double)),
        .pairs_at = gt_xcalloc((size_t)n + 1, sizeof(uint64_t)),
    };
    search_init(&search, n);
    for (uint32_t v = 0; v < n; v++) {
        n_b += side[v] == GT_SIDE_B;
        if (side[v] != GT_SIDE_A)
            continue;
        n_a++;
        search_forward(&search, view, v);
        search_back(&search, view, side, crossings->betweenness);
        count_distances(&search, side, crossings);
        search_reset(&search);
    }
    search_fini(&search);
    crossings->apart = n_a * n_b - crossings->connected;
    double sum = 0;
    for (uint32_t d = 1; d < crossings->n_lengths; d++)
        sum += (double)d * (double)crossings->pairs_at[d];
    crossings->mean_length = crossings->connected ? sum / (double)crossings->connected : NAN;
}

void gt_crossings_fini(struct gt_crossings *crossings)
{
    free(crossings->betweenness);
    free(crossings->pairs_at);
    *crossings = (struct gt_crossings){0};
}
