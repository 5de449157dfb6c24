/* cmd_path.c: `graphtool path`: the shortest ways between two entities, hop by hop with evidence.
 */
#include "base/number.h"
#include "cli/commands.h"
#include "cli/evidence.h"
#include "graph/find.h"
#include "graph/path.h"

enum { DEFAULT_COUNT = 3, MOST_COUNT = 1000, DIGITS = 4 };

static void add_heads(struct gt_table *table, enum gt_lang lang)
{
    gt_table_head(table, "id", NULL);
    gt_table_head_grouped(table, "path", gt_say(lang, "path", "路径"));
    gt_table_head(table, "length", NULL);
    gt_table_head_grouped(table, "hop", gt_say(lang, "hop", "步"));
    gt_table_head(table, "from", NULL);
    gt_table_head(table, "to", NULL);
    gt_table_head_grouped(table, "from_name", gt_say(lang, "from", "从"));
    gt_table_head(table, "direction", gt_say(lang, "", ""));
    gt_table_head(table, "relation", gt_say(lang, "relation", "关系"));
    gt_table_head(table, "to_name", gt_say(lang, "to", "到"));
    gt_table_head(table, "status", gt_say(lang, "status", "状态"));
    gt_table_head(table, "evidence", gt_say(lang, "evidence", "出处"));
}

/* One tie of a hop: a hop has as many rows as there are ties between its ends. */
static void add_tie(struct gt_table *table, const struct gt_view *view, const struct gt_path *path,
                    uint32_t number, uint32_t hop, uint32_t tie, enum gt_lang lang)
{
    const struct gt_graph *graph = view->graph;
    const struct gt_edge *edge = &graph->edges[tie];
    uint32_t from = view->node[path->vertex[hop]], to = view->node[path->vertex[hop + 1]];
    struct gt_buffer locators = {0};
    gt_evidence_locators(graph, tie, &locators);
    gt_table_format(table, "%u.%u", number + 1, hop + 1);
    gt_table_uint(table, number + 1);
    gt_table_number(table, path->length);
    gt_table_uint(table, hop + 1);
    gt_table_text(table, graph->nodes[from].id);
    gt_table_text(table, graph->nodes[to].id);
    gt_table_text(table, gt_node_label(&graph->nodes[from], lang));
    gt_table_text(table, gt_edge_arrow(edge, from));
    gt_table_word(table, gt_edge_types[edge->type].name, gt_edge_types[edge->type].title.in[lang]);
    gt_table_text(table, gt_node_label(&graph->nodes[to], lang));
    gt_table_word(table, gt_statuses[edge->status].name, gt_statuses[edge->status].title.in[lang]);
    gt_table_format(table, "%s", locators.bytes);
    gt_buffer_fini(&locators);
}

static void say_path(struct gt_table *table, const struct gt_view *view, const struct gt_path *path,
                     uint32_t number, enum gt_lang lang)
{
    struct gt_buffer way = {0};
    for (uint32_t i = 0; i <= path->n_edges; i++)
        gt_buffer_format(&way, "%s%s", i ? " - " : "",
                         gt_node_label(&view->graph->nodes[view->node[path->vertex[i]]], lang));
    gt_buffer_format(&way, gt_say(lang, " (%u ties", "（%u 步"), path->n_edges);
    if (view->weight) {
        char length[GT_NUMBER_TEXT];
        gt_buffer_format(&way, gt_say(lang, ", length %s", "，长度 %s"),
                         gt_number_show(path->length, DIGITS, length));
    }
    gt_table_say(table, "%u. %s%s", number + 1, way.bytes, gt_say(lang, ")", "）"));
    gt_buffer_fini(&way);
}

static void fill_table(struct gt_table *table, const struct gt_view *view,
                       const struct gt_paths *paths, enum gt_lang lang)
{
    add_heads(table, lang);
    for (uint32_t i = 0; i < paths->n; i++) {
        const struct gt_path *path = &paths->path[i];
        say_path(table, view, path, i, lang);
        for (uint32_t hop = 0; hop < path->n_edges; hop++)
            for (uint32_t t = view->tie_offset[path->edge[hop]];
                 t < view->tie_offset[path->edge[hop] + 1]; t++)
                add_tie(table, view, path, i, hop, view->tie[t], lang);
    }
}

static bool find_ends(struct gt_run *run, uint32_t end[2], struct gt_error *err)
{
    for (int i = 0; i < 2; i++)
        if (!gt_find_node(run->graph, run->args.operand[i], &end[i], err))
            return false;
    if (end[0] == end[1])
        return gt_fail(err, GT_USAGE, "both ends are %s", "两端都是 %s",
                       run->graph->nodes[end[0]].id);
    return true;
}

static bool list_paths(struct gt_run *run, const struct gt_view *view, const uint32_t end[2],
                       struct gt_error *err)
{
    struct gt_paths paths = {0};
    struct gt_table table = {0};
    uint64_t count;
    bool done = false;
    if (!gt_args_count(&run->args, GT_OPTION_count, DEFAULT_COUNT, MOST_COUNT, &count, err))
        return false;
    uint32_t from = view->vertex[end[0]], to = view->vertex[end[1]];
    if (from != GT_NONE && to != GT_NONE &&
        !gt_path_shortest(view, from, to, (uint32_t)count, &paths, err))
        goto done;
    if (paths.n == 0) {
        gt_table_say(&table, gt_say(run->lang, "no way from %s to %s", "%s与%s之间没有路径"),
                     gt_node_label(&run->graph->nodes[end[0]], run->lang),
                     gt_node_label(&run->graph->nodes[end[1]], run->lang));
        if (!run->args.value[GT_OPTION_through_places])
            gt_table_say(&table, "%s",
                         gt_say(run->lang,
                                "(ways through the districts themselves are left out; "
                                "--through-places takes them)",
                                "（未计经过各区本身的路径；加上 --through-places 则计入）"));
        run->status = GT_NO;
    }
    fill_table(&table, view, &paths, run->lang);
    done = gt_run_table(run, &table, view, err);
done:
    gt_paths_fini(&paths);
    gt_table_fini(&table);
    return done;
}

bool gt_cmd_path(struct gt_run *run, struct gt_error *err)
{
    struct gt_selection selection;
    struct gt_view_options options;
    struct gt_view *view = NULL;
    uint32_t end[2];
    if (!gt_run_load(run, err) || !gt_run_selection(run, &selection, err) ||
        !gt_run_view_options(run, &options, err) || !find_ends(run, end, err))
        return false;
    for (int i = 0; i < 2; i++)
        selection.named[selection.n_named++] = end[i];
    if (!run->args.value[GT_OPTION_through_places])
        gt_run_without_places(run, &selection, end, 2);
    bool done = gt_view_new(run->graph, &selection, &options, &view, err) &&
                list_paths(run, view, end, err);
    gt_view_free(view);
    return done;
}
