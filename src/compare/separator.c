/* separator.c: the fewest vertices whose removal separates two sets of vertices.
 *
 * How it works: vertex v becomes the arc 2v -> 2v+1 that carries as much as removing v costs; arcs
 * of the view, and those from the super-source to A and from B to the super-target, carry any
 * amount. A minimum cut then consists of arcs of vertices only. Removing a vertex of one side alone
 * costs |V| + 2, another |V| + 1: |V| dearer ones cannot make up for one vertex more, so the cut
 * has the fewest vertices and, among those, the fewest of one side alone.
 *
 * igraph returns the minimum cut nearest to the target. Asked for ways from B to A against the
 * arcs, it gives the one nearest to A, and the two agree exactly when there is no other. */
#include "compare/separator.h"

#include "base/memory.h"
#include "graph/view_igraph.h"

#include <stdlib.h>
#include <string.h>

static bool on_one_side(enum gt_side side)
{
    return side == GT_SIDE_A || side == GT_SIDE_B;
}

/* The network's arcs as pairs of ends, and what they carry. */
struct network {
    igraph_vector_int_t ends;
    igraph_vector_t capacity;
    igraph_integer_t n;
};

static void add_arc(struct network *network, uint64_t from, uint64_t to, double capacity)
{
    VECTOR(network->ends)[2 * network->n] = (igraph_integer_t)from;
    VECTOR(network->ends)[2 * network->n + 1] = (igraph_integer_t)to;
    VECTOR(network->capacity)[network->n++] = capacity;
}

/* Source is 2 n_vertices, target 2 n_vertices + 1; ways go from the vertices of side `from` to the
 * other side's, against the view's arcs when they go from B. */
static void fill_network(const struct gt_view *view, const enum gt_side *side, enum gt_side from,
                         struct network *network)
{
    uint64_t source = 2 * (uint64_t)view->n_vertices, target = source + 1;
    double base = (double)view->n_vertices + 1, any = (base + 1) * (base + 1);
    for (uint64_t v = 0; v < view->n_vertices; v++) {
        add_arc(network, 2 * v, 2 * v + 1, base + on_one_side(side[v]));
        if (on_one_side(side[v])) {
            bool starts = side[v] == from;
            add_arc(network, starts ? source : 2 * v + 1, starts ? 2 * v : target, any);
        }
    }
    for (uint32_t e = 0; e < view->n_edges; e++) {
        uint64_t u = view->from[e], w = view->to[e];
        bool forward = !view->directed || from == GT_SIDE_A;
        bool backward = !view->directed || from == GT_SIDE_B;
        if (forward)
            add_arc(network, 2 * u + 1, 2 * w, any);
        if (backward)
            add_arc(network, 2 * w + 1, 2 * u, any);
    }
}

static void mark_cut(const struct gt_view *view, const igraph_vector_int_t *behind, bool *removed)
{
    bool *is_behind = gt_xcalloc(2 * (size_t)view->n_vertices + 2, sizeof *is_behind);
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(behind); i++)
        is_behind[VECTOR(*behind)[i]] = true;
    for (uint32_t v = 0; v < view->n_vertices; v++)
        removed[v] = !is_behind[2 * (size_t)v] && is_behind[2 * (size_t)v + 1];
    free(is_behind);
}

static bool cut_network(const struct gt_view *view, const struct network *network, bool *removed,
                        struct gt_error *err)
{
    igraph_integer_t source = 2 * (igraph_integer_t)view->n_vertices;
    igraph_t graph = {0};
    igraph_vector_int_t behind = {0};
    igraph_real_t value;
    bool done =
        gt_igraph_done(igraph_vector_int_init(&behind, 0), "vector_int_init", err) &&
        gt_igraph_done(igraph_create(&graph, &network->ends, source + 2, true), "create", err) &&
        gt_igraph_done(igraph_maxflow(&graph, &value, NULL, NULL, NULL, &behind, source, source + 1,
                                      &network->capacity, NULL),
                       "maxflow", err);
    if (done)
        mark_cut(view, &behind, removed);
    igraph_destroy(&graph);
    igraph_vector_int_destroy(&behind);
    return done;
}

/* Marks the smallest set nearest to the side that ways do not start from. */
static bool find_cut(const struct gt_view *view, const enum gt_side *side, enum gt_side from,
                     bool *removed, struct gt_error *err)
{
    struct network network = {0};
    igraph_integer_t room = 2 * (igraph_integer_t)view->n_vertices +
                            (view->directed ? 1 : 2) * (igraph_integer_t)view->n_edges;
    bool done =
        gt_igraph_done(igraph_vector_int_init(&network.ends, 2 * room), "vector_int_init", err) &&
        gt_igraph_done(igraph_vector_init(&network.capacity, room), "vector_init", err);
    if (done) {
        fill_network(view, side, from, &network);
        done = gt_igraph_done(igraph_vector_int_resize(&network.ends, 2 * network.n),
                              "vector_int_resize", err) &&
               gt_igraph_done(igraph_vector_resize(&network.capacity, network.n), "vector_resize",
                              err) &&
               cut_network(view, &network, removed, err);
    }
    igraph_vector_int_destroy(&network.ends);
    igraph_vector_destroy(&network.capacity);
    return done;
}

/* Searches from A around one vertex; with parent[], true also leaves the way back from the B vertex
 * that was met, which is returned; GT_NONE when none is met. */
static uint32_t search_around(const struct gt_view *view, const enum gt_side *side,
                              uint32_t without, uint32_t *queue, uint32_t *parent)
{
    uint32_t n = 0;
    for (uint32_t v = 0; v < view->n_vertices; v++) {
        parent[v] = GT_NONE;
        if (side[v] == GT_SIDE_A && v != without)
            parent[queue[n++] = v] = v;
    }
    for (uint32_t head = 0; head < n; head++) {
        uint32_t v = queue[head];
        if (side[v] == GT_SIDE_B)
            return v;
        for (uint32_t i = view->out.offset[v]; i < view->out.offset[v + 1]; i++) {
            uint32_t w = view->out.neighbour[i];
            if (w != without && parent[w] == GT_NONE) {
                parent[w] = v;
                queue[n++] = w;
            }
        }
    }
    return GT_NONE;
}

static int compare_numbers(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* What separates alone lies on every way, so the vertices of one way are tried. */
static void find_singles(const struct gt_view *view, const enum gt_side *side,
                         struct gt_separator *separator)
{
    uint32_t n = view->n_vertices;
    uint32_t *queue = gt_xcalloc(n, sizeof *queue), *parent = gt_xcalloc(n, sizeof *parent);
    uint32_t *way = gt_xcalloc(n, sizeof *way), length = 0;
    uint32_t at = search_around(view, side, GT_NONE, queue, parent);
    for (; parent[at] != at; at = parent[at])
        way[length++] = at;
    way[length++] = at;
    separator->single = gt_xcalloc(length, sizeof *separator->single);
    for (uint32_t i = 0; i < length; i++)
        if (search_around(view, side, way[i], queue, parent) == GT_NONE)
            separator->single[separator->n_single++] = way[i];
    qsort(separator->single, separator->n_single, sizeof *separator->single, compare_numbers);
    free(queue);
    free(parent);
    free(way);
}

bool gt_separator_find(const struct gt_view *view, const enum gt_side *side,
                       struct gt_separator *separator, struct gt_error *err)
{
    uint32_t n = view->n_vertices;
    bool *near_a = gt_xcalloc(n, sizeof *near_a), *near_b = gt_xcalloc(n, sizeof *near_b);
    *separator = (struct gt_separator){0};
    bool done = find_cut(view, side, GT_SIDE_B, near_a, err) &&
                find_cut(view, side, GT_SIDE_A, near_b, err);
    if (done) {
        separator->vertex = gt_xcalloc(n, sizeof *separator->vertex);
        for (uint32_t v = 0; v < n; v++)
            if (near_a[v])
                separator->vertex[separator->n++] = v;
        separator->unique = memcmp(near_a, near_b, n * sizeof *near_a) == 0;
        if (separator->n == 1)
            find_singles(view, side, separator);
    }
    free(near_a);
    free(near_b);
    return done;
}

void gt_separator_fini(struct gt_separator *separator)
{
    free(separator->vertex);
    free(separator->single);
    *separator = (struct gt_separator){0};
}
