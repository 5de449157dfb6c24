/* view.c: making arrays and an igraph of a selection.
 *
 * How it works: every selected tie becomes one or two arcs; arcs are sorted by their ends; equal
 * ones merge (if wanted), which gives the edges; the edges give both CSR arrays and the igraph. */
#include "graph/view.h"

#include "base/memory.h"
#include "graph/view_igraph.h"

#include <stdlib.h>
#include <string.h>

struct arc {
    uint32_t from, to, tie;
    double weight;
};

#define WORD(index, name_, en, zh) [index] = {.name = (name_), .title = GT_TEXT(en, zh)},

const struct gt_word gt_direction_words[GT_DIRECTIONS + 1] = {
#define DIRECTION(id, name, en, zh) WORD(GT_DIRECTION_##id, name, en, zh)
#include "graph/view_word.def"
#undef DIRECTION
};

const struct gt_word gt_parallel_words[GT_PARALLELS + 1] = {
#define PARALLEL(id, name, en, zh) WORD(GT_PARALLEL_##id, name, en, zh)
#include "graph/view_word.def"
#undef PARALLEL
};

const struct gt_word gt_weight_words[GT_WEIGHTS + 1] = {
#define WEIGHT(id, name, en, zh) WORD(GT_WEIGHT_##id, name, en, zh)
#include "graph/view_word.def"
#undef WEIGHT
};

const char *gt_direction_name(enum gt_direction direction)
{
    return gt_direction_words[direction].name;
}

const char *gt_parallel_name(enum gt_parallel parallel)
{
    return gt_parallel_words[parallel].name;
}

const char *gt_weight_name(enum gt_weight weight)
{
    return gt_weight_words[weight].name;
}

static int compare_arcs(const void *a, const void *b)
{
    const struct arc *x = a, *y = b;
    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    if (x->to != y->to)
        return x->to < y->to ? -1 : 1;
    return (x->tie > y->tie) - (x->tie < y->tie);
}

static double weight_of_tie(const struct gt_graph *graph, const struct gt_edge *edge,
                            enum gt_weight weight)
{
    if (weight == GT_WEIGHT_COUNT)
        return edge->n;
    double sum = 0;
    for (uint32_t i = edge->first; i < edge->first + edge->n; i++)
        sum += gt_statement_share(graph, i);
    return sum;
}

/* The arcs of the selected ties, sorted; *n of them; the caller frees. */
static struct arc *list_arcs(const struct gt_view *view, const struct gt_selected *selected,
                             uint32_t *n)
{
    const struct gt_graph *graph = view->graph;
    struct arc *arcs = gt_xcalloc(2 * (size_t)selected->n_edges, sizeof *arcs);
    *n = 0;
    for (uint32_t e = 0; e < graph->n_edges; e++) {
        const struct gt_edge *edge = &graph->edges[e];
        if (!selected->edge[e])
            continue;
        struct arc arc = {view->vertex[edge->source], view->vertex[edge->target], e, 1};
        if (view->options.weight != GT_WEIGHT_NONE)
            arc.weight = weight_of_tie(graph, edge, view->options.weight);
        if (!(arc.weight > 0))
            continue; /* no amount is stated for this tie */
        struct arc back = {arc.to, arc.from, e, arc.weight};
        bool turned =
            view->directed ? view->options.direction == GT_DIRECTION_IN : arc.from > arc.to;
        arcs[(*n)++] = turned ? back : arc;
        if (view->directed && gt_edge_types[edge->type].mutual && arc.from != arc.to)
            arcs[(*n)++] = turned ? arc : back;
    }
    if (*n)
        qsort(arcs, *n, sizeof *arcs, compare_arcs);
    return arcs;
}

static void take_arcs(struct gt_view *view, const struct arc *arcs, uint32_t n)
{
    bool merge = view->options.parallel == GT_PARALLEL_MERGE;
    view->from = gt_xcalloc(n, sizeof *view->from);
    view->to = gt_xcalloc(n, sizeof *view->to);
    view->tie = gt_xcalloc(n, sizeof *view->tie);
    view->tie_offset = gt_xcalloc((size_t)n + 1, sizeof *view->tie_offset);
    view->weight = view->options.weight == GT_WEIGHT_NONE ? NULL : gt_xcalloc(n, sizeof(double));
    uint32_t m = 0;
    for (uint32_t i = 0; i < n; i++) {
        bool same = i > 0 && arcs[i].from == arcs[i - 1].from && arcs[i].to == arcs[i - 1].to;
        if (!(merge && same)) {
            view->from[m] = arcs[i].from;
            view->to[m] = arcs[i].to;
            view->tie_offset[m++] = i;
        }
        view->tie[i] = arcs[i].tie;
        if (view->weight)
            view->weight[m - 1] += arcs[i].weight;
    }
    view->tie_offset[m] = n;
    view->n_edges = m;
}

static void enter(struct gt_csr *csr, uint32_t place, uint32_t neighbour, uint32_t edge)
{
    csr->neighbour[place] = neighbour;
    csr->edge[place] = edge;
}

/* Counting sort of edges by one of their ends; `both` enters an edge at both. Edges come in order
 * of (from, to), so rows are ordered by neighbour after one more pass over the neighbours' rows. */
static struct gt_csr make_csr(const struct gt_view *view, const uint32_t *at, const uint32_t *other,
                              bool both)
{
    uint32_t n = view->n_vertices, m = view->n_edges;
    struct gt_csr csr = {
        .offset = gt_xcalloc((size_t)n + 2, sizeof *csr.offset),
        .neighbour = gt_xcalloc((size_t)m * (both ? 2 : 1), sizeof *csr.neighbour),
        .edge = gt_xcalloc((size_t)m * (both ? 2 : 1), sizeof *csr.edge),
    };
    uint32_t *fill = csr.offset + 1; /* one ahead, so that filling leaves the offsets right */
    for (uint32_t e = 0; e < m; e++) {
        fill[at[e] + 1]++;
        if (both)
            fill[other[e] + 1]++;
    }
    for (uint32_t v = 0; v < n; v++)
        fill[v + 1] += fill[v];
    /* smaller neighbours first: edges where the vertex is the larger end precede the others */
    for (uint32_t e = 0; e < m && both; e++)
        if (at[e] != other[e])
            enter(&csr, fill[other[e]]++, at[e], e);
    for (uint32_t e = 0; e < m; e++) {
        enter(&csr, fill[at[e]]++, other[e], e);
        if (both && at[e] == other[e])
            enter(&csr, fill[at[e]]++, other[e], e);
    }
    return csr;
}

static bool make_igraph(struct gt_view *view, struct gt_error *err)
{
    gt_igraph_start();
    view->foreign = gt_xcalloc(1, sizeof *view->foreign);
    struct gt_view_igraph *foreign = view->foreign;
    igraph_vector_int_t ends;
    igraph_integer_t m = view->n_edges;
    if (!gt_igraph_done(igraph_vector_int_init(&ends, 2 * m), "vector_int_init", err))
        return false;
    for (igraph_integer_t e = 0; e < m; e++) {
        VECTOR(ends)[2 * e] = view->from[e];
        VECTOR(ends)[2 * e + 1] = view->to[e];
    }
    bool done = gt_igraph_done(
        igraph_create(&foreign->graph, &ends, view->n_vertices, view->directed), "create", err);
    igraph_vector_int_destroy(&ends);
    if (!done || !view->weight)
        return done;
    if (!gt_igraph_done(igraph_vector_init(&foreign->weight, m), "vector_init", err) ||
        !gt_igraph_done(igraph_vector_init(&foreign->distance, m), "vector_init", err))
        return false;
    for (igraph_integer_t e = 0; e < m; e++) {
        VECTOR(foreign->weight)[e] = view->weight[e];
        VECTOR(foreign->distance)[e] = 1 / view->weight[e];
    }
    return true;
}

static bool finish_view(struct gt_view *view, struct gt_error *err)
{
    view->out = make_csr(view, view->from, view->to, !view->directed);
    view->in = view->directed ? make_csr(view, view->to, view->from, false) : view->out;
    return make_igraph(view, err);
}

static void number_vertices(struct gt_view *view, const struct gt_selected *selected)
{
    uint32_t n = view->graph->n_nodes;
    view->node = gt_xcalloc(selected->n_nodes, sizeof *view->node);
    view->vertex = gt_xcalloc(n, sizeof *view->vertex);
    for (uint32_t i = 0; i < n; i++) {
        view->vertex[i] = selected->node[i] ? view->n_vertices : GT_NONE;
        if (selected->node[i])
            view->node[view->n_vertices++] = i;
    }
}

bool gt_view_new(const struct gt_graph *graph, const struct gt_selection *selection,
                 const struct gt_view_options *options, struct gt_view **view, struct gt_error *err)
{
    struct gt_selected selected;
    struct gt_view *new = gt_xcalloc(1, sizeof *new);
    new->graph = graph;
    new->selection = *selection;
    new->options = *options;
    new->directed = options->direction != GT_DIRECTION_ALL;
    gt_select(graph, selection, &selected);
    number_vertices(new, &selected);
    uint32_t n;
    struct arc *arcs = list_arcs(new, &selected, &n);
    take_arcs(new, arcs, n);
    free(arcs);
    gt_selected_fini(&selected);
    *view = new;
    if (finish_view(new, err))
        return true;
    gt_view_free(new);
    *view = NULL;
    return false;
}

bool gt_view_of_arrays(uint32_t n_vertices, uint32_t n_edges, const uint32_t *from,
                       const uint32_t *to, const double *weight, enum gt_direction direction,
                       struct gt_view **view, struct gt_error *err)
{
    struct gt_view *new = gt_xcalloc(1, sizeof *new);
    struct arc *arcs = gt_xcalloc(n_edges, sizeof *arcs);
    new->directed = direction != GT_DIRECTION_ALL;
    new->n_vertices = n_vertices;
    new->options = (struct gt_view_options){
        .direction = direction,
        .parallel = GT_PARALLEL_KEEP,
        .weight = weight ? GT_WEIGHT_COUNT : GT_WEIGHT_NONE,
    };
    new->node = gt_xcalloc(n_vertices, sizeof *new->node);
    new->vertex = gt_xcalloc(n_vertices, sizeof *new->vertex);
    for (uint32_t v = 0; v < n_vertices; v++)
        new->node[v] = new->vertex[v] = v;
    for (uint32_t e = 0; e < n_edges; e++) {
        bool turned = new->directed ? direction == GT_DIRECTION_IN : from[e] > to[e];
        arcs[e] = (struct arc){turned ? to[e] : from[e], turned ? from[e] : to[e], e,
                               weight ? weight[e] : 1};
    }
    if (n_edges)
        qsort(arcs, n_edges, sizeof *arcs, compare_arcs);
    take_arcs(new, arcs, n_edges);
    free(arcs);
    *view = new;
    if (finish_view(new, err))
        return true;
    gt_view_free(new);
    *view = NULL;
    return false;
}

static void free_csr(struct gt_csr *csr)
{
    free(csr->offset);
    free(csr->neighbour);
    free(csr->edge);
}

void gt_view_free(struct gt_view *view)
{
    if (!view)
        return;
    if (view->foreign) { /* zeroed igraph structures can be destroyed */
        igraph_destroy(&view->foreign->graph);
        igraph_vector_destroy(&view->foreign->weight);
        igraph_vector_destroy(&view->foreign->distance);
        free(view->foreign);
    }
    free_csr(&view->out);
    if (view->directed)
        free_csr(&view->in);
    free(view->node);
    free(view->vertex);
    free(view->from);
    free(view->to);
    free(view->weight);
    free(view->tie);
    free(view->tie_offset);
    free(view);
}

/* --- components and description ----------------------------------------------------------------
 */

static uint32_t find_root(uint32_t *parent, uint32_t v)
{
    while (parent[v] != v)
        v = parent[v] = parent[parent[v]];
    return v;
}

struct component {
    uint32_t root, size;
};

static int compare_components(const void *a, const void *b)
{
    const struct component *x = a, *y = b;
    if (x->size != y->size)
        return x->size > y->size ? -1 : 1;
    return (x->root > y->root) - (x->root < y->root);
}

uint32_t *gt_view_components(const struct gt_view *view, uint32_t *n)
{
    uint32_t count = view->n_vertices;
    uint32_t *parent = gt_xcalloc(count, sizeof *parent);
    struct component *list = gt_xcalloc(count, sizeof *list);
    for (uint32_t v = 0; v < count; v++)
        parent[v] = v;
    for (uint32_t e = 0; e < view->n_edges; e++) {
        uint32_t a = find_root(parent, view->from[e]), b = find_root(parent, view->to[e]);
        parent[a > b ? a : b] = a > b ? b : a; /* the root is the smallest vertex */
    }
    for (uint32_t v = 0; v < count; v++) {
        uint32_t root = find_root(parent, v);
        list[root].root = root;
        list[root].size++;
    }
    if (count)
        qsort(list, count, sizeof *list, compare_components);
    uint32_t *number = gt_xcalloc(count, sizeof *number), *of = gt_xcalloc(count, sizeof *of);
    *n = 0;
    while (*n < count && list[*n].size) {
        number[list[*n].root] = *n;
        (*n)++;
    }
    for (uint32_t v = 0; v < count; v++)
        of[v] = number[find_root(parent, v)];
    free(parent);
    free(list);
    free(number);
    return of;
}

void gt_view_describe(const struct gt_view *view, struct gt_json *json)
{
    gt_json_key(json, "direction");
    gt_json_text(json, gt_direction_name(view->options.direction));
    gt_json_key(json, "parallel");
    gt_json_text(json, gt_parallel_name(view->options.parallel));
    gt_json_key(json, "weight");
    gt_json_text(json, gt_weight_name(view->options.weight));
    if (view->graph)
        gt_selection_describe(view->graph, &view->selection, json);
    gt_json_key(json, "vertices");
    gt_json_uint(json, view->n_vertices);
    gt_json_key(json, "edges");
    gt_json_uint(json, view->n_edges);
}
