/* selection.c: which part of a graph is looked at. */
#include "graph/selection.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

void gt_selected_fini(struct gt_selected *selected)
{
    free(selected->node);
    free(selected->edge);
    *selected = (struct gt_selected){0};
}

static bool in_set(uint32_t set, int member)
{
    return set == 0 || (set >> member & 1);
}

/* A date of fewer digits stands for its whole year or month: as `until`, 2024 includes 2024-05-01;
 * as `since`, 2024-05 includes a fact dated 2024. */
static bool date_fits(const char *date, const char *since, const char *until)
{
    size_t n = strlen(date);
    if (since && strncmp(date, since, n < strlen(since) ? n : strlen(since)) < 0)
        return false;
    return !until || strncmp(date, until, n < strlen(until) ? n : strlen(until)) <= 0;
}

static bool edge_in_time(const struct gt_graph *graph, const struct gt_edge *edge,
                         const struct gt_selection *selection)
{
    if (!selection->since && !selection->until)
        return true;
    for (uint32_t i = edge->first; i < edge->first + edge->n; i++)
        if (date_fits(gt_statement_date(graph, i), selection->since, selection->until))
            return true;
    return false;
}

static bool edge_in_district(const struct gt_graph *graph, uint32_t edge,
                             const struct gt_selection *selection)
{
    gt_districts wanted = selection->districts;
    if (!wanted)
        return true;
    if (selection->by != GT_BY_ATTRIBUTE && (gt_district_of_edge(graph, edge) & wanted))
        return true;
    const struct gt_edge *this = &graph->edges[edge];
    return selection->by != GT_BY_EVIDENCE && (graph->nodes[this->source].districts & wanted) &&
           (graph->nodes[this->target].districts & wanted);
}

static void select_nodes(const struct gt_graph *graph, const struct gt_selection *selection,
                         bool *node)
{
    gt_districts *districts = gt_district_of_nodes(graph, selection->by);
    for (uint32_t i = 0; i < graph->n_nodes; i++)
        node[i] = in_set(selection->node_types, (int)graph->nodes[i].type) &&
                  (!selection->districts || (districts[i] & selection->districts)) &&
                  !(selection->without && selection->without[i]);
    for (uint32_t i = 0; i < selection->n_named; i++)
        node[selection->named[i]] = true;
    free(districts);
}

static void select_edges(const struct gt_graph *graph, const struct gt_selection *selection,
                         const bool *node, bool *edge)
{
    for (uint32_t i = 0; i < graph->n_edges; i++) {
        const struct gt_edge *this = &graph->edges[i];
        edge[i] = node[this->source] && node[this->target] &&
                  in_set(selection->edge_types, (int)this->type) &&
                  in_set(selection->statuses, (int)this->status) &&
                  edge_in_time(graph, this, selection) && edge_in_district(graph, i, selection);
    }
}

static void drop_untied(const struct gt_graph *graph, const struct gt_selection *selection,
                        struct gt_selected *selected)
{
    bool *tied = gt_xcalloc(graph->n_nodes, sizeof *tied);
    for (uint32_t i = 0; i < selection->n_named; i++)
        tied[selection->named[i]] = true;
    for (uint32_t i = 0; i < graph->n_edges; i++)
        if (selected->edge[i])
            tied[graph->edges[i].source] = tied[graph->edges[i].target] = true;
    for (uint32_t i = 0; i < graph->n_nodes; i++)
        selected->node[i] = selected->node[i] && tied[i];
    free(tied);
}

/* Rows of nodes at the ends of selected edges, either direction: what is tied to node v stands at
 * neighbour[offset[v]] to neighbour[offset[v + 1]]. */
struct ties {
    uint32_t *offset, *neighbour;
};

static struct ties list_ties(const struct gt_graph *graph, const struct gt_selected *selected)
{
    struct ties ties = {
        .offset = gt_xcalloc((size_t)graph->n_nodes + 2, sizeof *ties.offset),
        .neighbour = gt_xcalloc(2 * (size_t)graph->n_edges, sizeof *ties.neighbour),
    };
    uint32_t *fill = ties.offset + 1; /* one ahead, so that filling leaves the offsets right */
    for (uint32_t i = 0; i < graph->n_edges; i++)
        if (selected->edge[i]) {
            fill[graph->edges[i].source + 1]++;
            fill[graph->edges[i].target + 1]++;
        }
    for (uint32_t v = 0; v < graph->n_nodes; v++)
        fill[v + 1] += fill[v];
    for (uint32_t i = 0; i < graph->n_edges; i++)
        if (selected->edge[i]) {
            ties.neighbour[fill[graph->edges[i].source]++] = graph->edges[i].target;
            ties.neighbour[fill[graph->edges[i].target]++] = graph->edges[i].source;
        }
    return ties;
}

/* Marks what lies within `hops` ties of a node, breadth first. */
static void mark_near(const struct ties *ties, uint32_t around, uint32_t hops, uint32_t n_nodes,
                      bool *near)
{
    uint32_t *queue = gt_xcalloc(n_nodes, sizeof *queue), first = 0, n = 1;
    queue[0] = around;
    near[around] = true;
    for (uint32_t hop = 0; hop < hops && first < n; hop++)
        for (uint32_t ring = n; first < ring; first++)
            for (uint32_t i = ties->offset[queue[first]]; i < ties->offset[queue[first] + 1]; i++)
                if (!near[ties->neighbour[i]]) {
                    near[ties->neighbour[i]] = true;
                    queue[n++] = ties->neighbour[i];
                }
    free(queue);
}

/* Keeps what lies within `hops` ties of a node, going over selected edges in either direction. */
static void keep_around(const struct gt_graph *graph, const struct gt_selection *selection,
                        struct gt_selected *selected)
{
    bool *near = gt_xcalloc(graph->n_nodes, sizeof *near);
    struct ties ties = list_ties(graph, selected);
    if (selected->node[selection->around])
        mark_near(&ties, selection->around, selection->hops, graph->n_nodes, near);
    for (uint32_t i = 0; i < graph->n_nodes; i++)
        selected->node[i] = selected->node[i] && near[i];
    for (uint32_t i = 0; i < graph->n_edges; i++)
        selected->edge[i] =
            selected->edge[i] && near[graph->edges[i].source] && near[graph->edges[i].target];
    free(ties.offset);
    free(ties.neighbour);
    free(near);
}

void gt_select(const struct gt_graph *graph, const struct gt_selection *selection,
               struct gt_selected *selected)
{
    *selected = (struct gt_selected){
        .node = gt_xcalloc(graph->n_nodes, sizeof(bool)),
        .edge = gt_xcalloc(graph->n_edges, sizeof(bool)),
    };
    select_nodes(graph, selection, selected->node);
    select_edges(graph, selection, selected->node, selected->edge);
    if (selection->edge_types || selection->statuses || selection->since || selection->until)
        drop_untied(graph, selection, selected);
    if (selection->hops)
        keep_around(graph, selection, selected);
    for (uint32_t i = 0; i < graph->n_nodes; i++)
        selected->n_nodes += selected->node[i];
    for (uint32_t i = 0; i < graph->n_edges; i++)
        selected->n_edges += selected->edge[i];
}

static void describe_set(struct gt_json *json, const char *key, enum gt_vocabulary vocabulary,
                         uint32_t set)
{
    if (!set)
        return;
    gt_json_key(json, key);
    gt_json_inline_next(json);
    gt_json_array_begin(json);
    for (int i = 0; i < gt_vocabulary_size(vocabulary); i++)
        if (set >> i & 1)
            gt_json_text(json, gt_vocabulary_word(vocabulary, i).name);
    gt_json_array_end(json);
}

static void describe_text(struct gt_json *json, const char *key, const char *text)
{
    if (!text)
        return;
    gt_json_key(json, key);
    gt_json_text(json, text);
}

void gt_selection_describe(const struct gt_graph *graph, const struct gt_selection *selection,
                           struct gt_json *json)
{
    static const char *const by[] = {
        [GT_BY_BOTH] = "both", [GT_BY_EVIDENCE] = "evidence", [GT_BY_ATTRIBUTE] = "attribute"};
    describe_set(json, "districts", GT_VOCABULARY_DISTRICT, selection->districts);
    if (selection->districts)
        describe_text(json, "by", by[selection->by]);
    describe_set(json, "types", GT_VOCABULARY_NODE_TYPE, selection->node_types);
    describe_set(json, "edge_types", GT_VOCABULARY_EDGE_TYPE, selection->edge_types);
    describe_set(json, "status", GT_VOCABULARY_STATUS, selection->statuses);
    describe_text(json, "since", selection->since);
    describe_text(json, "until", selection->until);
    if (selection->hops) {
        describe_text(json, "around", graph->nodes[selection->around].id);
        gt_json_key(json, "hops");
        gt_json_uint(json, selection->hops);
    }
    uint32_t without = 0;
    for (uint32_t i = 0; i < graph->n_nodes && selection->without; i++)
        without += selection->without[i];
    if (without) {
        gt_json_key(json, "without");
        gt_json_uint(json, without);
    }
}
