/* connection.c: the k best of the shortest ways between two sets of vertices.
 *
 * How it works: searches from A forwards and from B backwards give each vertex its two distances; a
 * vertex is on a shortest way when they add up to the least distance, and a way goes up in one by
 * one. Each such vertex gets the set, as bits, of how many plain vertices its ways onward to B can
 * have. A walk that only follows what those sets allow meets no dead end, and yields the ways with
 * 0, 1, 2 ... plain vertices in order. */
#include "compare/connection.h"

#include "base/memory.h"

#include <stdlib.h>

enum { COUNTED_EDGES = 60 }; /* longer ways do not fit the bits of a set */

struct layers {
    const struct gt_view *view;
    const bool *plain;
    uint32_t *from_a, *to_b; /* distances; GT_NONE when there is no way */
    uint32_t length;         /* the least distance between the sides */
    uint64_t *counts;        /* bit c: a way onward with c plain vertices, this one included */
    uint32_t *queue, n_queue;
};

/* Distances from the vertices of one side along the rows of csr. */
static void search_from(const struct gt_csr *csr, const enum gt_side *side, enum gt_side from,
                        struct layers *layers, uint32_t *distance)
{
    uint32_t n = 0, *queue = layers->queue;
    for (uint32_t v = 0; v < layers->view->n_vertices; v++) {
        distance[v] = side[v] == from ? 0 : GT_NONE;
        if (side[v] == from)
            queue[n++] = v;
    }
    for (uint32_t head = 0; head < n; head++) {
        uint32_t v = queue[head];
        for (uint32_t i = csr->offset[v]; i < csr->offset[v + 1]; i++)
            if (distance[csr->neighbour[i]] == GT_NONE) {
                distance[csr->neighbour[i]] = distance[v] + 1;
                queue[n++] = csr->neighbour[i];
            }
    }
    layers->n_queue = n;
}

static bool on_way(const struct layers *layers, uint32_t v)
{
    return layers->from_a[v] != GT_NONE && layers->to_b[v] != GT_NONE &&
           layers->from_a[v] + layers->to_b[v] == layers->length;
}

static bool leads_on(const struct layers *layers, uint32_t v, uint32_t w)
{
    return on_way(layers, w) && layers->from_a[w] == layers->from_a[v] + 1;
}

static bool is_plain(const struct layers *layers, uint32_t v)
{
    return layers->plain && layers->length <= COUNTED_EDGES && layers->plain[v];
}

/* Vertices nearer to B come first in the queue that the search from B left. */
static void fill_counts(struct layers *layers)
{
    const struct gt_csr *out = &layers->view->out;
    for (uint32_t head = 0; head < layers->n_queue; head++) {
        uint32_t v = layers->queue[head];
        if (!on_way(layers, v))
            continue;
        uint64_t counts = layers->to_b[v] == 0;
        for (uint32_t i = out->offset[v]; i < out->offset[v + 1]; i++)
            if (leads_on(layers, v, out->neighbour[i]))
                counts |= layers->counts[out->neighbour[i]];
        layers->counts[v] = counts << is_plain(layers, v);
    }
}

/* A walk: the vertices so far, the place in each one's row, and how many plain vertices are still
 * to come from each on. */
struct walk {
    uint32_t *vertex, *place, *left;
};

static void keep_way(const struct layers *layers, const struct walk *walk, struct gt_paths *paths)
{
    uint32_t n = layers->length;
    struct gt_path *path = &paths->path[paths->n++];
    *path = (struct gt_path){
        .vertex = gt_xcalloc((size_t)n + 1, sizeof *path->vertex),
        .edge = gt_xcalloc(n, sizeof *path->edge),
        .n_edges = n,
        .length = n,
    };
    for (uint32_t i = 0; i <= n; i++)
        path->vertex[i] = walk->vertex[i];
    for (uint32_t i = 0; i < n; i++)
        path->edge[i] = layers->view->out.edge[walk->place[i]];
}

/* Moves on from the walk's vertex number `at`, starting at its place; false when nothing is left.
 */
static bool step(const struct layers *layers, struct walk *walk, uint32_t at)
{
    const struct gt_csr *out = &layers->view->out;
    uint32_t v = walk->vertex[at], left = walk->left[at] - is_plain(layers, v);
    for (uint32_t *i = &walk->place[at]; *i < out->offset[v + 1]; (*i)++) {
        uint32_t w = out->neighbour[*i];
        bool again = *i > out->offset[v] && out->neighbour[*i - 1] == w;
        if (again || !leads_on(layers, v, w) || !(layers->counts[w] >> left & 1))
            continue;
        walk->vertex[at + 1] = w;
        walk->place[at + 1] = out->offset[w];
        walk->left[at + 1] = left;
        return true;
    }
    return false;
}

/* Keeps ways from one A vertex with `count` plain vertices until there are k. */
static void walk_from(const struct layers *layers, uint32_t start, uint32_t count, uint32_t k,
                      struct walk *walk, struct gt_paths *paths)
{
    uint32_t at = 0;
    walk->vertex[0] = start;
    walk->place[0] = layers->view->out.offset[start];
    walk->left[0] = count;
    while (paths->n < k) {
        if (at < layers->length && step(layers, walk, at)) {
            at++;
            continue;
        }
        if (at == layers->length)
            keep_way(layers, walk, paths);
        if (at == 0)
            break;
        walk->place[--at]++;
    }
}

static void walk_all(const struct layers *layers, uint32_t k, struct gt_paths *paths)
{
    struct walk walk = {
        .vertex = gt_xcalloc((size_t)layers->length + 1, sizeof *walk.vertex),
        .place = gt_xcalloc((size_t)layers->length + 1, sizeof *walk.place),
        .left = gt_xcalloc((size_t)layers->length + 1, sizeof *walk.left),
    };
    for (uint32_t count = 0; count <= COUNTED_EDGES + 1; count++)
        for (uint32_t v = 0; v < layers->view->n_vertices && paths->n < k; v++)
            if (layers->from_a[v] == 0 && on_way(layers, v) && (layers->counts[v] >> count & 1))
                walk_from(layers, v, count, k, &walk, paths);
    free(walk.vertex);
    free(walk.place);
    free(walk.left);
}

void gt_connection_find(const struct gt_view *view, const enum gt_side *side, const bool *plain,
                        uint32_t k, struct gt_paths *paths)
{
    uint32_t n = view->n_vertices;
    struct layers layers = {
        .view = view,
        .plain = plain,
        .from_a = gt_xcalloc(n, sizeof(uint32_t)),
        .to_b = gt_xcalloc(n, sizeof(uint32_t)),
        .counts = gt_xcalloc(n, sizeof(uint64_t)),
        .queue = gt_xcalloc(n, sizeof(uint32_t)),
        .length = GT_NONE,
    };
    *paths = (struct gt_paths){0};
    search_from(&view->out, side, GT_SIDE_A, &layers, layers.from_a);
    search_from(&view->in, side, GT_SIDE_B, &layers, layers.to_b);
    for (uint32_t v = 0; v < n; v++)
        if (side[v] == GT_SIDE_A && layers.to_b[v] < layers.length)
            layers.length = layers.to_b[v];
    if (layers.length != GT_NONE) {
        paths->path = gt_xcalloc(k, sizeof *paths->path);
        fill_counts(&layers);
        walk_all(&layers, k, paths);
    }
    free(layers.from_a);
    free(layers.to_b);
    free(layers.counts);
    free(layers.queue);
}
