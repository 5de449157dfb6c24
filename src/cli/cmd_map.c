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

static bool read_pair(struct gt_run *run, struct gt_selection *selection,
                      struct gt_map_options *options, struct gt_error *err)
{
    const char *list = run->args.value[GT_OPTION_compare];
    struct pair pair = {0};
    if (!list)
        return true;
    if (!gt_args_each(list, take_district, &pair, err))
        return false;
    if (pair.n != 2 || pair.bit[0] == pair.bit[1])
        return gt_fail(err, GT_USAGE, "--compare wants two districts: A,B",
                       "--compare 需要两个不同的区：A,B");
    if (selection->districts)
        return gt_fail(err, GT_USAGE, "--compare and --district exclude each other",
                       "--compare 与 --district 不能同时使用");
    options->left = pair.bit[0];
    options->right = pair.bit[1];
    selection->districts = pair.bit[0] | pair.bit[1];
    return true;
}

/* By -T, else by the ending of the file's name, else SVG. */
static enum gt_map_format format_of(const struct gt_args *args, const char *path)
{
    const char *name = args->value[GT_OPTION_image];
    enum gt_map_format format = gt_map_format_find(name ? name : path);
    return format == GT_MAP_FORMATS ? GT_MAP_svg : format;
}

static bool check_format(const struct gt_args *args, struct gt_error *err)
{
    const char *name = args->value[GT_OPTION_image];
    if (name && gt_map_format_find(name) == GT_MAP_FORMATS)
        return gt_fail(err, GT_USAGE, "-T is one of %s, not \"%s\"",
                       "-T 只能是 %s 之一，而不是“%s”", gt_options[GT_OPTION_image].placeholder,
                       name);
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
    const struct gt_measure *measure = gt_measure_find(name);
    if (!measure || measure->of_edges)
        return gt_fail(err, GT_USAGE, "--size: unknown measure of nodes \"%s\"; did you mean %s?",
                       "--size：未知的节点指标“%s”；是否为 %s？", name,
                       gt_measure_suggest(name) ? gt_measure_suggest(name) : "degree");
    const struct gt_view_options policy = {0};
    const struct gt_measure_options raw = {.raw = true};
    struct gt_view *view = NULL;
    double *column = gt_graph_add_column(run->graph, measure->name);
    bool done = gt_view_new(run->graph, selection, &policy, &view, err) &&
                gt_measure_column(measure, view, &raw, column, err);
    gt_view_free(view);
    options->size_column = measure->name;
    options->size_title = run->both
                              ? gt_arena_format(&run->arena, "%s %s", measure->title.in[run->lang],
                                                measure->title.in[!run->lang])
                              : measure->title.in[run->lang];
    return done;
}

/* How the map was asked for and what was read, short enough for a footer: the options that decide
 * what is drawn, and the first digits of the inputs' hashes. */
static const char *make_stamp(struct gt_run *run)
{
    enum { HASH_DIGITS = 8 };
    const gt_option_set aside = GT_HAS(help) | GT_HAS(lang) | GT_HAS(output) | GT_HAS(image) |
                                GT_HAS(title) | GT_HAS(seed) | GT_HAS(theme) | GT_HAS(dpi) |
                                GT_HAS(link_base) | GT_HAS(quality) | GT_HAS(format);
    struct gt_buffer text = {0};
    gt_buffer_text(&text, "map");
    for (int i = 0; i < GT_OPTIONS; i++)
        if (run->args.value[i] && !(aside >> i & 1))
            gt_buffer_format(&text, " --%s %s", gt_options[i].name, run->args.value[i]);
    gt_buffer_text(&text, gt_say(run->lang, " · inputs", " · 输入"));
    for (uint32_t i = 0; i < run->load.n_inputs; i++)
        gt_buffer_format(&text, " %.*s", (int)HASH_DIGITS, run->load.inputs[i].sha256);
    const char *stamp = gt_arena_text(&run->arena, gt_buffer_string(&text), text.n);
    gt_buffer_fini(&text);
    return stamp;
}

/* True for a flow of capital: layers, of ties that are not named. */
static bool is_flow(const struct gt_args *args)
{
    const char *layout = args->value[GT_OPTION_layout];
    return layout && strcmp(layout, "layered") == 0 && !args->value[GT_OPTION_edge_type];
}

/* A title that says what was asked for; null leaves it to the map. */
static const char *make_title(struct gt_run *run, const struct gt_selection *selection,
                              enum gt_lang lang)
{
    struct gt_buffer text = {0};
    if (run->args.value[GT_OPTION_title])
        return run->args.value[GT_OPTION_title];
    if (selection->hops) {
        const char *name = gt_node_label(&run->graph->nodes[selection->around], lang);
        return gt_arena_format(&run->arena,
                               gt_say(lang, "Around %s: %u ties far", "%s 周围：%u 步之内"), name,
                               selection->hops);
    }
    if (run->args.value[GT_OPTION_compare])
        return NULL;
    if (!selection->districts)
        return is_flow(&run->args) ? gt_say(lang, "Flow of capital and support", "资金与支持流向")
                                   : NULL;
    for (int d = 0; d < GT_DISTRICTS; d++)
        if (selection->districts >> d & 1)
            gt_buffer_format(&text, "%s%s", text.n ? gt_say(lang, ", ", "、") : "",
                             gt_district_words[d].title.in[lang]);
    bool flow = is_flow(&run->args);
    const char *title =
        flow ? gt_arena_format(&run->arena,
                               gt_say(lang, "Flow of capital and support: %s", "%s资金与支持流向"),
                               text.bytes)
             : gt_arena_format(&run->arena,
                               gt_say(lang, "Innovation ecosystem of %s", "%s创新生态图谱"),
                               text.bytes);
    gt_buffer_fini(&text);
    return title;
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
    if (is_flow(args))
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
    return gt_map_load(request, err) && gt_run_selection(run, &request->selection, err) &&
           read_pair(run, &request->selection, &request->options, err) &&
           check_format(&run->args, err) && gt_map_read_look(run, &request->options, err) &&
           read_layout(request, err) && read_numbers(request, err) &&
           measure_sizes(run, &request->selection, &request->options, err);
}

/* A flow of capital has the ties with an amount, whatever their type. */
static void add_amounts(struct gt_map_request *request)
{
    const struct gt_run *run = request->run;
    struct gt_selected *selected = &request->selected, all = {0};
    if (!is_flow(&run->args))
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

/* Draws one layout once for each -o; without one, for standard output, unless the
 * quality is to stand there. */
static bool draw(struct gt_run *run, struct gt_map *map, struct gt_error *err)
{
    const struct gt_args *args = &run->args;
    if (!args->value[GT_OPTION_output] && args->value[GT_OPTION_quality])
        return true;
    if (!args->value[GT_OPTION_output])
        return gt_map_draw(map, format_of(args, ""), &run->out, err);
    run->outputs = gt_arena_array(&run->arena, (size_t)args->n_given, sizeof *run->outputs);
    for (int i = 0; i < args->n_given; i++) {
        if (args->given[i].option != GT_OPTION_output)
            continue;
        struct gt_output *output = &run->outputs[run->n_outputs++];
        output->path = args->given[i].value;
        if (!gt_map_draw(map, format_of(args, output->path), &output->bytes, err))
            return false;
    }
    return true;
}

bool gt_cmd_map(struct gt_run *run, struct gt_error *err)
{
    struct gt_map_request request = {.run = run, .options = {.lang = run->lang}};
    struct gt_map *map = NULL;
    if (!read_all(&request, err))
        return false;
    request.options.title = make_title(run, &request.selection, run->lang);
    if (run->both && !run->args.value[GT_OPTION_title])
        request.options.second_title = make_title(run, &request.selection, !run->lang);
    request.options.by = request.selection.by;
    request.options.stamp = make_stamp(run);
    set_centre(&request);
    gt_select(run->graph, &request.selection, &request.selected);
    add_amounts(&request);
    bool done = gt_map_read_changes(&request, err) && gt_map_thin(&request, err) &&
                gt_map_read_groups(&request, err) &&
                gt_map_new(run->graph, &request.selected, &request.options, &map, err) &&
                draw(run, map, err);
    if (done && run->args.value[GT_OPTION_quality])
        done = gt_map_table(&request, gt_map_quality(map), err);
    gt_map_free(map);
    gt_selected_fini(&request.selected);
    return done;
}
