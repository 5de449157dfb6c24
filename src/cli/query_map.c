/* query_map.c: drawing the nodes and ties of an answer. */
#include "cli/query_map.h"

#include "base/file.h"
#include "base/memory.h"
#include "cli/map_parts.h"

#include <stdlib.h>
#include <string.h>

static void select_edge(const struct gt_graph *graph, struct gt_selected *selected, uint32_t edge)
{
    const struct gt_edge *this = &graph->edges[edge];
    selected->n_edges += !selected->edge[edge];
    selected->edge[edge] = true;
    const uint32_t ends[] = {this->source, this->target};
    for (int i = 0; i < 2; i++) {
        selected->n_nodes += !selected->node[ends[i]];
        selected->node[ends[i]] = true;
    }
}

static void select_value(const struct gt_graph *graph, const struct gt_answer_column *column,
                         const struct gt_value *value, struct gt_selected *selected)
{
    if (value->kind == GT_VALUE_INTEGER && column->of_edges && value->integer >= 0 &&
        value->integer < graph->n_edges)
        select_edge(graph, selected, (uint32_t)value->integer);
    if (value->kind != GT_VALUE_TEXT)
        return;
    uint32_t node = gt_graph_node(graph, value->text);
    if (node == GT_NONE)
        return;
    selected->n_nodes += !selected->node[node];
    selected->node[node] = true;
}

static void select_answer(const struct gt_graph *graph, const struct gt_answer *answer,
                          struct gt_selected *selected)
{
    bool names_edges = false;
    *selected = (struct gt_selected){.node = gt_xcalloc((size_t)graph->n_nodes + 1, sizeof(bool)),
                                     .edge = gt_xcalloc((size_t)graph->n_edges + 1, sizeof(bool))};
    for (size_t i = 0; i < answer->n_columns; i++)
        names_edges = names_edges || answer->column[i].of_edges;
    for (size_t i = 0; i < answer->n_rows * answer->n_columns; i++)
        select_value(graph, &answer->column[i % answer->n_columns], &answer->value[i], selected);
    for (uint32_t e = 0; e < graph->n_edges && !names_edges; e++)
        if (selected->node[graph->edges[e].source] && selected->node[graph->edges[e].target])
            select_edge(graph, selected, e);
}

bool gt_query_map(struct gt_run *run, const struct gt_answer *answer,
                  const struct gt_question *question, const char *path, struct gt_error *err)
{
    struct gt_selected selected = {0};
    struct gt_buffer picture = {0};
    struct gt_map_options options = {.lang = run->lang, .seed = (uint32_t)run->seed};
    enum gt_map_format format = gt_map_format_of_file(path);
    struct gt_map *map = NULL;
    if (format == GT_MAP_FORMATS)
        return gt_fail(err, GT_USAGE, "--map wants a file that ends in .svg, .pdf, .png or .dot",
                       "--map 的文件名须以 .svg、.pdf、.png 或 .dot 结尾");
    if (question)
        options.title = question->title;
    options.stamp =
        gt_arena_say(&run->arena, "query %s", "query %s", question ? question->name : "");
    select_answer(run->graph, answer, &selected);
    bool done = gt_map_new(run->graph, &selected, &options, &map, err) &&
                gt_map_draw(map, format, &picture, err) &&
                gt_file_write(path, picture.bytes, picture.n, err);
    if (done)
        gt_map_warn(run, path, map);
    gt_map_free(map);
    gt_selected_fini(&selected);
    gt_buffer_fini(&picture);
    return done;
}
