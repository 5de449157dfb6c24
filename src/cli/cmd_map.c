/* cmd_map.c: `graphtool map`: a picture of the network, or of a part. */
#include "centrality/measure.h"
#include "cli/commands.h"
#include "cli/map_look.h"
#include "cli/map_parts.h"
#include "graph/find.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_SEED = 1000000000, MOST_LABELS = 100000, MOST_EFFORT = 1000 };

/* Takes the two districts of --compare. */
struct pair {
    gt_districts bit[2];
    int n;
};

static bool take_district(void *context, const char *item, struct gt_error *err)
{
    struct pair *pair = context;
    enum gt_district district;
    if (!gt_run_district(item, &district, err))
        return false;
    if (pair->n < 2)
        pair->bit[pair->n] = 1u << district;
    pair->n++;
    return true;
}

/* One district, then the other as an operand: "--compare 长宁 普陀". */
static bool fail_pair(const struct gt_run *run, const struct pair *pair, struct gt_error *err)
{
    const char *list = run->args.value[GT_OPTION_compare];
    const char *operand = run->args.n_operands ? run->args.operand[0] : NULL;
    if (pair->n == 1 && operand && gt_vocabulary_find(GT_VOCABULARY_DISTRICT, operand, true) >= 0)
        return gt_fail(err, GT_USAGE, "--compare wants two districts as A,B: --compare %s,%s",
                       "--compare 需要用逗号隔开的两个区：--compare %s,%s", list, operand);
    return gt_fail(err, GT_USAGE, "--compare wants two districts as A,B, not \"%s\"",
                   "--compare 需要两个不同的区（A,B），而不是“%s”", list);
}

static bool read_pair(struct gt_run *run, struct gt_map_options *options, struct gt_error *err)
{
    const char *list = run->args.value[GT_OPTION_compare];
    struct pair pair = {0};
    if (!list)
        return true;
    if (!gt_args_each(list, take_district, &pair, err))
        return false;
    if (pair.n != 2 || pair.bit[0] == pair.bit[1])
        return fail_pair(run, &pair, err);
    if (run->args.value[GT_OPTION_district])
        return gt_fail(err, GT_USAGE, "--compare and --district exclude each other",
                       "--compare 与 --district 不能同时使用");
    options->left = pair.bit[0];
    options->right = pair.bit[1];
    return true;
}

/* Measures the drawn part and leaves the values in a column for the map. */
static bool measure_sizes(struct gt_run *run, const struct gt_selection *selection,
                          struct gt_map_options *options, struct gt_error *err)
{
    const char *name = run->args.value[GT_OPTION_size];
    name = name ? name : "degree";
    if (strcmp(name, "none") == 0)
        return true;
    const struct gt_measure *measure;
    if (!gt_measure_named(name, false, &measure, err))
        return gt_error_prefix(err, "--size: ");
    const struct gt_view_options policy = {0};
    const struct gt_measure_options raw = {.raw = true};
    struct gt_view *view = NULL;
    double *column = gt_graph_add_column(run->graph, measure->name);
    bool done = gt_view_new(run->graph, selection, &policy, &view, err) &&
                gt_measure_column(measure, view, &raw, column, err);
    gt_view_free(view);
    options->size_column = measure->name;
    options->size_title = measure->title;
    return done;
}

/* --layout, and what it makes of the selection: a flow of capital when no ties are named. */
static bool read_layout(struct gt_map_request *request, struct gt_error *err)
{
    static const char *const words[] = {"auto", "force", "rings", "layered", "overview"};
    const struct gt_args *args = &request->run->args;
    int layout;
    if (!gt_args_choice(args, GT_OPTION_layout, words, 5, &layout, err))
        return false;
    request->options.layout = (enum gt_map_layout)layout;
    if (gt_map_is_flow(args))
        for (int type = 0; type < GT_EDGE_TYPES; type++)
            if (gt_edge_types[type].family == GT_FAMILY_capital || type == GT_EDGE_issues)
                request->selection.edge_types |= 1u << type;
    return true;
}

static bool read_numbers(struct gt_map_request *request, struct gt_error *err)
{
    struct gt_run *run = request->run;
    uint64_t labels, effort;
    if (!gt_args_number(&run->args, GT_OPTION_seed, 1, MOST_SEED, &run->seed, err) ||
        !gt_args_number(&run->args, GT_OPTION_labels, 0, MOST_LABELS, &labels, err) ||
        !gt_args_number(&run->args, GT_OPTION_effort, 1, MOST_EFFORT, &effort, err))
        return false;
    request->options.seed = (uint32_t)run->seed;
    request->options.labels = (uint32_t)labels;
    request->options.effort = (uint32_t)effort;
    request->options.side_by_side = run->args.value[GT_OPTION_side_by_side] != NULL;
    if (request->options.side_by_side && !request->options.left)
        return gt_fail(err, GT_USAGE, "--side-by-side wants --compare",
                       "--side-by-side 需要与 --compare 同用");
    return true;
}

static bool read_all(struct gt_map_request *request, struct gt_error *err)
{
    struct gt_run *run = request->run;
    if (!gt_map_check_forms(&run->args, err) || !read_pair(run, &request->options, err) ||
        !gt_map_load(request, err) || !gt_run_selection(run, &request->selection, err))
        return false;
    if (request->options.left)
        request->selection.districts = request->options.left | request->options.right;
    return gt_map_read_look(run, &request->options, err) && read_layout(request, err) &&
           read_numbers(request, err) &&
           measure_sizes(run, &request->selection, &request->options, err);
}

/* A flow of capital has the ties with an amount, whatever their type. */
static void add_amounts(struct gt_map_request *request)
{
    const struct gt_run *run = request->run;
    struct gt_selected *selected = &request->selected, all = {0};
    if (!gt_map_is_flow(&run->args))
        return;
    request->selection.edge_types = 0;
    gt_select(run->graph, &request->selection, &all);
    for (uint32_t e = 0; e < run->graph->n_edges; e++) {
        const struct gt_edge *edge = &run->graph->edges[e];
        bool amount = false;
        for (uint32_t i = edge->first; i < edge->first + edge->n; i++)
            amount = amount || run->graph->statements[i].amount.present;
        if (!amount || !all.edge[e] || selected->edge[e])
            continue;
        const uint32_t ends[] = {edge->source, edge->target};
        selected->edge[e] = true;
        selected->n_edges++;
        for (int k = 0; k < 2; k++) {
            selected->n_nodes += !selected->node[ends[k]];
            selected->node[ends[k]] = true;
        }
    }
    gt_selected_fini(&all);
}

static void set_centre(struct gt_map_request *request)
{
    struct gt_run *run = request->run;
    if (!request->selection.hops)
        return;
    bool *centre = gt_arena_array(&run->arena, run->graph->n_nodes, sizeof *centre);
    centre[request->selection.around] = true;
    request->options.centre = centre;
}

bool gt_cmd_map(struct gt_run *run, struct gt_error *err)
{
    struct gt_map_request request = {.run = run, .options = {.lang = run->lang}};
    struct gt_map *map = NULL;
    if (!read_all(&request, err))
        return false;
    request.options.by = request.selection.by;
    gt_map_name(&request);
    set_centre(&request);
    gt_select(run->graph, &request.selection, &request.selected);
    add_amounts(&request);
    bool done = gt_map_read_changes(&request, err) && gt_map_thin(&request, err) &&
                gt_map_read_groups(&request, err) &&
                gt_map_new(run->graph, &request.selected, &request.options, &map, err) &&
                gt_map_write(run, map, err);
    if (done && run->args.value[GT_OPTION_quality])
        done = gt_map_table(&request, gt_map_quality(map), err);
    gt_map_free(map);
    gt_selected_fini(&request.selected);
    return done;
}
