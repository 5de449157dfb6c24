/* overlap.c: what the ecosystems of two districts have in common, and what only one of them has. */
#include "compare/overlap.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

double gt_share_jaccard(const struct gt_share *share)
{
    double both = share->shared.n, either = both + share->a_only.n + share->b_only.n;
    return either > 0 ? both / either : NAN;
}

double gt_share_overlap(const struct gt_share *share)
{
    double both = share->shared.n;
    double smaller = both + fmin(share->a_only.n, share->b_only.n);
    return smaller > 0 ? both / smaller : NAN;
}

enum gt_side gt_share_holder(const struct gt_share *share)
{
    bool a = share->shared.n || share->a_only.n, b = share->shared.n || share->b_only.n;
    if (a && b)
        return GT_SIDE_SHARED;
    return a ? GT_SIDE_A : b ? GT_SIDE_B : GT_SIDE_NEITHER;
}

static struct gt_numbers *list_of_side(struct gt_share *share, enum gt_side side)
{
    switch (side) {
    case GT_SIDE_A:
        return &share->a_only;
    case GT_SIDE_B:
        return &share->b_only;
    case GT_SIDE_SHARED:
        return &share->shared;
    case GT_SIDE_NEITHER:
        break;
    }
    return NULL;
}

/* Counts an item of a list or, once all are counted, gives the list its room and puts it in. */
static void put_item(struct gt_numbers *list, uint32_t item, bool counted, struct gt_arena *arena)
{
    if (counted && !list->item) {
        list->item = gt_arena_array(arena, list->n, sizeof *list->item);
        list->n = 0;
    }
    if (counted)
        list->item[list->n] = item;
    list->n++;
}

/* Sorts items 0 .. n into the lists of their sides, all together and by kind. */
static void share_out(const enum gt_side *side, const uint32_t *kind, uint32_t n,
                      struct gt_share *all_and_kinds[2], struct gt_arena *arena)
{
    for (int pass = 0; pass < 2; pass++)
        for (uint32_t i = 0; i < n; i++) {
            if (side[i] == GT_SIDE_NEITHER)
                continue;
            put_item(list_of_side(all_and_kinds[0], side[i]), i, pass == 1, arena);
            put_item(list_of_side(&all_and_kinds[1][kind[i]], side[i]), i, pass == 1, arena);
        }
}

static void share_nodes(struct gt_overlap *overlap)
{
    const struct gt_graph *graph = overlap->graph;
    uint32_t *type = gt_xcalloc(graph->n_nodes, sizeof *type);
    for (uint32_t i = 0; i < graph->n_nodes; i++) {
        const struct gt_node *node = &graph->nodes[i];
        type[i] = node->type;
        if (overlap->side[i] != GT_SIDE_NEITHER && gt_node_is_own(node, overlap->pair))
            *(overlap->side[i] == GT_SIDE_A ? &overlap->own_a : &overlap->own_b) += 1;
    }
    struct gt_share *shares[] = {&overlap->nodes, overlap->node_type};
    share_out(overlap->side, type, graph->n_nodes, shares, &overlap->arena);
    free(type);
}

static bool is_shared(const struct gt_overlap *overlap, uint32_t node)
{
    return overlap->side[node] == GT_SIDE_SHARED;
}

static void share_ties(struct gt_overlap *overlap)
{
    const struct gt_graph *graph = overlap->graph;
    uint32_t *type = gt_xcalloc(graph->n_edges, sizeof *type);
    enum gt_side *side = gt_xcalloc(graph->n_edges, sizeof *side);
    struct gt_numbers *between = &overlap->between_shared;
    between->item = gt_arena_array(&overlap->arena, graph->n_edges, sizeof *between->item);
    for (uint32_t e = 0; e < graph->n_edges; e++) {
        const struct gt_edge *edge = &graph->edges[e];
        if (!overlap->edge[e])
            continue;
        type[e] = edge->type;
        side[e] = gt_side_of_districts(gt_district_of_edge(graph, e), overlap->pair);
        if (is_shared(overlap, edge->source) && is_shared(overlap, edge->target))
            between->item[between->n++] = e;
    }
    struct gt_share *shares[] = {&overlap->ties, overlap->edge_type};
    share_out(side, type, graph->n_edges, shares, &overlap->arena);
    free(type);
    free(side);
}

static void select_part(struct gt_overlap *overlap)
{
    const struct gt_graph *graph = overlap->graph;
    const struct gt_selection *selection = &overlap->selection;
    struct gt_selected selected;
    gt_select(graph, selection, &selected);
    overlap->without = gt_arena_array(&overlap->arena, graph->n_nodes, sizeof(bool));
    for (uint32_t i = 0; i < graph->n_nodes; i++) {
        if (!selected.node[i])
            overlap->side[i] = GT_SIDE_NEITHER;
        overlap->without[i] = (selection->without && selection->without[i]) ||
                              gt_node_is_own_place(&graph->nodes[i], overlap->pair);
    }
    overlap->edge = selected.edge;
    selected.edge = NULL;
    gt_selected_fini(&selected);
}

/* Lists the selected ties of each node: counting sort by end, a self-loop once. */
static void index_ties(struct gt_overlap *overlap)
{
    const struct gt_graph *graph = overlap->graph;
    uint32_t *offset = gt_arena_array(&overlap->arena, (size_t)graph->n_nodes + 2, sizeof *offset);
    uint32_t *fill = offset + 1; /* one ahead, so that filling leaves the offsets right */
    overlap->tie_offset = offset;
    overlap->tie = gt_arena_array(&overlap->arena, 2 * (size_t)graph->n_edges, sizeof(uint32_t));
    for (int pass = 0; pass < 2; pass++) {
        for (uint32_t e = 0; e < graph->n_edges; e++) {
            uint32_t end[] = {graph->edges[e].source, graph->edges[e].target};
            for (int k = 0; overlap->edge[e] && k < 1 + (end[0] != end[1]); k++) {
                if (pass == 0)
                    fill[end[k] + 1]++;
                else
                    overlap->tie[fill[end[k]]++] = e;
            }
        }
        for (uint32_t i = 0; pass == 0 && i < graph->n_nodes; i++)
            fill[i + 1] += fill[i];
    }
}

static bool fail_empty(const struct gt_overlap *overlap, enum gt_district district,
                       struct gt_error *err)
{
    const struct gt_text *title = &gt_district_words[district].title;
    return gt_fail(err, GT_USAGE,
                   "nothing selected belongs to the ecosystem of %s (of %u nodes in the graph)",
                   "所选内容中没有属于%s创新生态的节点（图中共 %u 个节点）", title->in[err->lang],
                   overlap->graph->n_nodes);
}

bool gt_overlap_new(const struct gt_graph *graph, const struct gt_selection *selection,
                    struct gt_pair pair, struct gt_overlap **overlap, struct gt_error *err)
{
    *overlap = NULL;
    if (pair.a == pair.b)
        return gt_fail(err, GT_USAGE, "%s cannot be compared with itself; name two districts",
                       "不能将%s与自身比较；请给出两个不同的区",
                       gt_district_words[pair.a].title.in[err->lang]);
    struct gt_overlap *new = gt_xcalloc(1, sizeof *new);
    new->graph = graph;
    new->selection = *selection;
    new->pair = pair;
    new->side = gt_side_of_nodes(graph, selection->by, pair);
    select_part(new);
    share_nodes(new);
    share_ties(new);
    index_ties(new);
    bool any_a = new->nodes.a_only.n || new->nodes.shared.n;
    bool any_b = new->nodes.b_only.n || new->nodes.shared.n;
    if (any_a && any_b) {
        *overlap = new;
        return true;
    }
    fail_empty(new, any_a ? pair.b : pair.a, err);
    gt_overlap_free(new);
    return false;
}

void gt_overlap_free(struct gt_overlap *overlap)
{
    if (!overlap)
        return;
    free(overlap->side);
    free(overlap->edge);
    gt_arena_fini(&overlap->arena);
    free(overlap);
}

struct gt_numbers gt_overlap_ties(const struct gt_overlap *overlap, uint32_t node,
                                  enum gt_side side, struct gt_arena *arena)
{
    enum gt_district district = side == GT_SIDE_B ? overlap->pair.b : overlap->pair.a;
    uint32_t first = overlap->tie_offset[node], end = overlap->tie_offset[node + 1];
    struct gt_numbers ties = {gt_arena_array(arena, end - first, sizeof *ties.item), 0};
    for (uint32_t i = first; i < end; i++)
        if (gt_district_of_edge(overlap->graph, overlap->tie[i]) >> district & 1)
            ties.item[ties.n++] = overlap->tie[i];
    return ties;
}

bool gt_overlap_view(const struct gt_overlap *overlap, bool with_places, struct gt_view **view,
                     struct gt_error *err)
{
    static const struct gt_view_options undirected = {.direction = GT_DIRECTION_ALL};
    struct gt_selection selection = overlap->selection;
    if (!with_places)
        selection.without = overlap->without;
    return gt_view_new(overlap->graph, &selection, &undirected, view, err);
}

enum gt_side *gt_overlap_sides(const struct gt_overlap *overlap, const struct gt_view *view)
{
    enum gt_side *side = gt_xcalloc(view->n_vertices, sizeof *side);
    for (uint32_t v = 0; v < view->n_vertices; v++)
        side[v] = overlap->side[view->node[v]];
    return side;
}
