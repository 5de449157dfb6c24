/* walk.c: the table-valued functions that walk along ties: neighbours, reach, path, component,
 * similar. */
#include "query/function.h"

#include "base/memory.h"
#include "graph/path.h"
#include "query/guard.h"

#include <stdlib.h>

enum { ALL, OUT, IN, WAYS };

static const char *const ways[WAYS] = {"all", "out", "in"};

/* --- breadth first -----------------------------------------------------------------------------
 */

struct step {
    uint32_t node, distance, previous;
};

/* Nodes in the order in which they are found. Marks are of the query and count up, so that a walk
 * costs what it visits and no more. */
struct walk {
    struct gt_query *query;
    int way;
    struct step *step;
    size_t n, room;
};

static void visit(struct walk *walk, uint32_t node, uint32_t distance, uint32_t previous)
{
    if (walk->query->mark[node] == walk->query->mark_now)
        return;
    walk->query->mark[node] = walk->query->mark_now;
    walk->step = gt_xgrow(walk->step, walk->n, &walk->room, sizeof *walk->step);
    walk->step[walk->n++] = (struct step){node, distance, previous};
}

static bool leads(const struct walk *walk, const struct gt_edge *edge, bool forward)
{
    return walk->way == ALL || gt_edge_types[edge->type].mutual || (walk->way == OUT) == forward;
}

static void visit_neighbours(struct walk *walk, const struct step *from)
{
    const struct gt_graph *graph = walk->query->graph;
    const struct gt_groups *out = gt_index_by_source(&walk->query->index);
    const struct gt_groups *in = gt_index_by_target(&walk->query->index);
    uint32_t node = from->node, distance = from->distance + 1;
    for (uint32_t i = out->offset[node]; i < out->offset[node + 1]; i++)
        if (leads(walk, &graph->edges[out->item[i]], true))
            visit(walk, graph->edges[out->item[i]].target, distance, node);
    for (uint32_t i = in->offset[node]; i < in->offset[node + 1]; i++)
        if (leads(walk, &graph->edges[in->item[i]], false))
            visit(walk, graph->edges[in->item[i]].source, distance, node);
}

/* Walks from a node; the first step is the node itself. The caller frees walk->step. */
static bool walk_from(struct walk *walk, uint32_t node, uint32_t hops, struct gt_error *err)
{
    struct gt_query *query = walk->query;
    if (!query->mark)
        query->mark = gt_xcalloc(query->graph->n_nodes, sizeof *query->mark);
    query->mark_now++;
    visit(walk, node, 0, GT_NONE);
    for (size_t i = 0; i < walk->n && walk->step[i].distance < hops; i++) {
        const struct step from = walk->step[i]; /* the array may move */
        visit_neighbours(walk, &from);
        if (i % 4096 == 4095 && gt_guard_is_over(query))
            return gt_fail(err, GT_USAGE, "the time is over", "超时");
    }
    return true;
}

bool gt_fill_neighbours(struct gt_query *query, const struct gt_arguments *arguments,
                        struct gt_rows *rows, struct gt_error *err)
{
    struct walk walk = {.query = query, .way = ALL};
    uint32_t node, hops;
    bool done = gt_argument_node(query, arguments, 0, &node, err) &&
                gt_argument_number(arguments, 1, 1, &hops, err) &&
                gt_argument_choice(arguments, 2, ways, WAYS, &walk.way, err) &&
                walk_from(&walk, node, hops, err);
    for (size_t i = 1; i < walk.n && done; i++) {
        gt_rows_node(rows, walk.step[i].node);
        gt_rows_integer(rows, walk.step[i].distance);
        gt_rows_node(rows, walk.step[i].previous);
    }
    free(walk.step);
    return done;
}

bool gt_fill_reach(struct gt_query *query, const struct gt_arguments *arguments,
                   struct gt_rows *rows, struct gt_error *err)
{
    struct walk walk = {.query = query, .way = OUT};
    uint32_t node;
    bool done = gt_argument_node(query, arguments, 0, &node, err) &&
                gt_argument_choice(arguments, 1, ways, WAYS, &walk.way, err) &&
                walk_from(&walk, node, UINT32_MAX, err);
    for (size_t i = 1; i < walk.n && done; i++) {
        gt_rows_node(rows, walk.step[i].node);
        gt_rows_integer(rows, walk.step[i].distance);
    }
    free(walk.step);
    return done;
}

/* --- views -------------------------------------------------------------------------------------
 */

const struct gt_view *gt_query_view(struct gt_query *query, bool without_places)
{
    const struct gt_graph *graph = query->graph;
    struct gt_view **view = &query->view[without_places];
    const struct gt_view_options options = {0};
    struct gt_selection selection = {0};
    if (*view)
        return *view;
    if (without_places) {
        bool *without = gt_arena_array(&query->arena, (size_t)graph->n_nodes + 1, sizeof *without);
        for (uint32_t i = 0; i < graph->n_nodes; i++)
            without[i] = gt_node_is_district_place(&graph->nodes[i]);
        selection.without = without;
    }
    return gt_view_new(graph, &selection, &options, view, &query->failure) ? *view : NULL;
}

/* A view for one question with its own set of places: those of the ends stay in. */
static bool view_between(struct gt_query *query, uint32_t a, uint32_t b, struct gt_view **view,
                         struct gt_error *err)
{
    const struct gt_graph *graph = query->graph;
    const struct gt_view_options options = {0};
    bool *without = gt_xcalloc((size_t)graph->n_nodes + 1, sizeof *without);
    struct gt_selection selection = {.without = without};
    for (uint32_t i = 0; i < graph->n_nodes; i++)
        without[i] = gt_node_is_district_place(&graph->nodes[i]) && i != a && i != b;
    bool done = gt_view_new(graph, &selection, &options, view, err);
    if (done)
        (*view)->selection.without = NULL; /* the flags end here */
    free(without);
    return done;
}

static void add_path(const struct gt_view *view, const struct gt_path *path, uint32_t number,
                     struct gt_rows *rows)
{
    for (uint32_t hop = 0; hop < path->n_edges; hop++) {
        uint32_t edge = path->edge[hop];
        for (uint32_t t = view->tie_offset[edge]; t < view->tie_offset[edge + 1]; t++) {
            gt_rows_integer(rows, number);
            gt_rows_integer(rows, path->n_edges);
            gt_rows_integer(rows, hop + 1);
            gt_rows_node(rows, view->node[path->vertex[hop]]);
            gt_rows_node(rows, view->node[path->vertex[hop + 1]]);
            gt_rows_integer(rows, view->tie[t]);
        }
    }
}

static bool add_paths(const struct gt_view *view, const uint32_t end[2], uint32_t count,
                      struct gt_rows *rows, struct gt_error *err)
{
    struct gt_paths paths = {0};
    bool done =
        gt_path_shortest(view, view->vertex[end[0]], view->vertex[end[1]], count, &paths, err);
    for (uint32_t i = 0; i < paths.n && done; i++)
        add_path(view, &paths.path[i], i + 1, rows);
    gt_paths_fini(&paths);
    return done;
}

bool gt_fill_path(struct gt_query *query, const struct gt_arguments *arguments,
                  struct gt_rows *rows, struct gt_error *err)
{
    enum { MOST_PATHS = 1000 };
    uint32_t end[2], count, places;
    if (!gt_argument_node(query, arguments, 0, &end[0], err) ||
        !gt_argument_node(query, arguments, 1, &end[1], err) ||
        !gt_argument_number(arguments, 2, 1, &count, err) ||
        !gt_argument_number(arguments, 3, 0, &places, err))
        return false;
    if (count > MOST_PATHS)
        return gt_fail(err, GT_USAGE, "path: count is at most %d", "path：count 最多为 %d",
                       MOST_PATHS);
    if (end[0] == end[1] || count == 0)
        return true;
    bool plain = places || (!gt_node_is_district_place(&query->graph->nodes[end[0]]) &&
                            !gt_node_is_district_place(&query->graph->nodes[end[1]]));
    if (plain) {
        const struct gt_view *view = gt_query_view(query, !places);
        return view && add_paths(view, end, count, rows, err);
    }
    struct gt_view *view = NULL;
    bool done =
        view_between(query, end[0], end[1], &view, err) && add_paths(view, end, count, rows, err);
    gt_view_free(view);
    return done;
}

bool gt_fill_component(struct gt_query *query, const struct gt_arguments *arguments,
                       struct gt_rows *rows, struct gt_error *err)
{
    uint32_t places, n;
    if (!gt_argument_number(arguments, 0, 1, &places, err))
        return false;
    const struct gt_view *view = gt_query_view(query, !places);
    if (!view)
        return false;
    uint32_t *component = gt_view_components(view, &n);
    uint32_t *size = gt_xcalloc((size_t)n + 1, sizeof *size);
    for (uint32_t v = 0; v < view->n_vertices; v++)
        size[component[v]]++;
    for (uint32_t v = 0; v < view->n_vertices; v++) {
        gt_rows_node(rows, view->node[v]);
        gt_rows_integer(rows, component[v] + 1);
        gt_rows_integer(rows, size[component[v]]);
    }
    free(component);
    free(size);
    return true;
}

/* --- similarity --------------------------------------------------------------------------------
 */

/* Neighbours of a vertex without itself. */
static uint32_t degree_of(const struct gt_view *view, uint32_t v)
{
    uint32_t n = 0;
    for (uint32_t i = view->out.offset[v]; i < view->out.offset[v + 1]; i++)
        n += view->out.neighbour[i] != v &&
             (i == view->out.offset[v] || view->out.neighbour[i] != view->out.neighbour[i - 1]);
    return n;
}

struct alike {
    uint32_t vertex, common;
    double similarity;
};

/* Most alike first. */
static int compare_alike(const void *a, const void *b)
{
    const struct alike *x = a, *y = b;
    if (x->similarity > y->similarity || x->similarity < y->similarity)
        return x->similarity > y->similarity ? -1 : 1;
    if (x->common != y->common)
        return x->common > y->common ? -1 : 1;
    return (x->vertex > y->vertex) - (x->vertex < y->vertex);
}

/* Counts the ways of two hops from v; parallel ties are merged in the view. */
static void count_common(const struct gt_view *view, uint32_t v, uint32_t *common)
{
    const struct gt_csr *out = &view->out;
    for (uint32_t i = out->offset[v]; i < out->offset[v + 1]; i++) {
        uint32_t between = out->neighbour[i];
        if (between == v)
            continue;
        for (uint32_t k = out->offset[between]; k < out->offset[between + 1]; k++)
            common[out->neighbour[k]] += out->neighbour[k] != between;
    }
}

/* Jaccard, "Étude comparative de la distribution florale", Bull. Soc. Vaud. Sci. Nat. 37 (1901), of
 * the two sets of neighbours. */
bool gt_fill_similar(struct gt_query *query, const struct gt_arguments *arguments,
                     struct gt_rows *rows, struct gt_error *err)
{
    uint32_t node, places, v;
    if (!gt_argument_node(query, arguments, 0, &node, err) ||
        !gt_argument_number(arguments, 1, 0, &places, err))
        return false;
    const struct gt_view *view = gt_query_view(query, !places);
    if (!view)
        return false;
    v = view->vertex[node];
    if (v == GT_NONE)
        return true;
    uint32_t *common = gt_xcalloc((size_t)view->n_vertices + 1, sizeof *common);
    struct alike *alike = gt_xcalloc((size_t)view->n_vertices + 1, sizeof *alike);
    size_t n = 0;
    count_common(view, v, common);
    for (uint32_t u = 0; u < view->n_vertices; u++) {
        uint32_t all =
            u != v && common[u] ? degree_of(view, u) + degree_of(view, v) - common[u] : 0;
        if (all)
            alike[n++] = (struct alike){u, common[u], (double)common[u] / all};
    }
    qsort(alike, n, sizeof *alike, compare_alike);
    for (size_t i = 0; i < n; i++) {
        gt_rows_node(rows, view->node[alike[i].vertex]);
        gt_rows_real(rows, alike[i].similarity);
        gt_rows_integer(rows, alike[i].common);
    }
    free(common);
    free(alike);
    return true;
}
