/* cmd_map.c: `graphtool map`: a picture of the network, or of a part. */
#include "centrality/measure.h"
#include "cli/commands.h"
#include "cli/map_look.h"
#include "graph/find.h"
#include "map/map.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_SEED = 1000000000 };

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
                                GT_HAS(link_base);
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
    if (!selection->districts || run->args.value[GT_OPTION_compare])
        return NULL;
    for (int d = 0; d < GT_DISTRICTS; d++)
        if (selection->districts >> d & 1)
            gt_buffer_format(&text, "%s%s", text.n ? gt_say(lang, ", ", "、") : "",
                             gt_district_words[d].title.in[lang]);
    const char *title = gt_arena_format(
        &run->arena, gt_say(lang, "Innovation ecosystem of %s", "%s创新生态图谱"), text.bytes);
    gt_buffer_fini(&text);
    return title;
}

/* Draws one layout once for each -o; without one, for standard output. */
static bool draw(struct gt_run *run, struct gt_map *map, struct gt_error *err)
{
    const struct gt_args *args = &run->args;
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
    struct gt_selection selection;
    struct gt_selected selected = {0};
    struct gt_map_options options = {.lang = run->lang};
    struct gt_map *map = NULL;
    if (!gt_run_load(run, err) || !gt_run_selection(run, &selection, err) ||
        !read_pair(run, &selection, &options, err) || !check_format(&run->args, err) ||
        !gt_map_read_look(run, &options, err) ||
        !gt_args_number(&run->args, GT_OPTION_seed, 1, MOST_SEED, &run->seed, err) ||
        !measure_sizes(run, &selection, &options, err))
        return false;
    options.title = make_title(run, &selection, run->lang);
    if (run->both && !run->args.value[GT_OPTION_title])
        options.second_title = make_title(run, &selection, !run->lang);
    options.seed = (uint32_t)run->seed;
    options.by = selection.by;
    options.stamp = make_stamp(run);
    if (selection.hops) {
        bool *centre = gt_arena_array(&run->arena, run->graph->n_nodes, sizeof *centre);
        centre[selection.around] = true;
        options.centre = centre;
    }
    gt_select(run->graph, &selection, &selected);
    bool done = gt_map_new(run->graph, &selected, &options, &map, err) && draw(run, map, err);
    gt_map_free(map);
    gt_selected_fini(&selected);
    return done;
}
