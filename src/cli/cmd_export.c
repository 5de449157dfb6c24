/* cmd_export.c: `graphtool export`: the graph, or a part of it, for other programs. */
#include "centrality/measure.h"
#include "cli/commands.h"
#include "format/export.h"
#include "map/map.h"

#include <stdlib.h>
#include <string.h>

/* A layout of more nodes takes minutes; programs that draw have layouts of their own. */
enum { MOST_SEED = 1000000000, MOST_PLACED = 2500 };

static bool fail_format(const char *name, struct gt_error *err)
{
    struct gt_buffer known = {0};
    size_t n;
    const struct gt_export_format *formats = gt_export_formats(&n);
    const char *near = gt_export_format_suggest(name);
    for (size_t i = 0; i < n; i++)
        gt_buffer_format(&known, "%s%s", i ? ", " : "", formats[i].name);
    if (near)
        gt_fail(err, GT_USAGE, "--to: unknown format \"%s\"; did you mean %s? (known: %s)",
                "--to：未知格式“%s”；是否为 %s？（可选：%s）", name, near, known.bytes);
    else
        gt_fail(err, GT_USAGE, "--to: unknown format \"%s\"; known: %s",
                "--to：未知格式“%s”；可选：%s", name, known.bytes);
    gt_buffer_fini(&known);
    return false;
}

static bool read_format(struct gt_run *run, const struct gt_export_format **format,
                        struct gt_error *err)
{
    const char *name = run->args.value[GT_OPTION_to];
    name = name ? name : "json";
    *format = gt_export_format_find(name);
    return *format || fail_format(name, err);
}

struct measuring {
    struct gt_graph *graph;
    const struct gt_view *view;
};

static bool add_column(struct measuring *measuring, const struct gt_measure *measure,
                       struct gt_error *err)
{
    const struct gt_measure_options options = {.raw = false};
    double *column = gt_graph_add_column(measuring->graph, measure->name);
    return gt_measure_column(measure, measuring->view, &options, column, err);
}

static bool take_measure(void *context, const char *item, struct gt_error *err)
{
    size_t n;
    const struct gt_measure *all = gt_measures(&n), *measure;
    if (strcmp(item, "all") == 0) {
        for (size_t i = 0; i < n; i++)
            if (!all[i].of_edges && !add_column(context, &all[i], err))
                return false;
        return true;
    }
    if (!gt_measure_named(item, false, &measure, err))
        return false;
    return add_column(context, measure, err);
}

static bool measure_nodes(struct gt_run *run, const struct gt_selection *selection,
                          struct gt_error *err)
{
    const struct gt_view_options policy = {0};
    struct gt_view *view = NULL;
    if (!run->args.value[GT_OPTION_measure])
        return true;
    bool done = gt_view_new(run->graph, selection, &policy, &view, err);
    struct measuring measuring = {run->graph, view};
    done = done && gt_args_each(run->args.value[GT_OPTION_measure], take_measure, &measuring, err);
    gt_view_free(view);
    return done;
}

/* Positions as the map has them, for formats that draw. */
static bool place_nodes(struct gt_run *run, const struct gt_selected *selected, double *x,
                        double *y, struct gt_error *err)
{
    const struct gt_map_options options = {.lang = run->lang, .seed = (uint32_t)run->seed};
    return gt_map_positions(run->graph, selected, &options, x, y, err);
}

bool gt_cmd_export(struct gt_run *run, struct gt_error *err)
{
    const struct gt_export_format *format;
    struct gt_selection selection;
    struct gt_selected selected = {0};
    bool done = false;
    if (!read_format(run, &format, err) || !gt_run_load(run, err) ||
        !gt_run_selection(run, &selection, err) ||
        !gt_args_number(&run->args, GT_OPTION_seed, 1, MOST_SEED, &run->seed, err) ||
        !measure_nodes(run, &selection, err))
        return false;
    gt_select(run->graph, &selection, &selected);
    struct gt_stamp stamp = gt_run_stamp(run);
    stamp.graph = run->graph;
    stamp.selection = &selection;
    struct gt_export export = {
        .graph = run->graph, .selected = &selected, .stamp = &stamp, .lang = run->lang};
    bool drawn = strcmp(format->name, "json") != 0 && selected.n_nodes;
    if (drawn && selected.n_nodes > MOST_PLACED)
        fprintf(stderr,
                gt_say(run->lang, "graphtool: %u nodes are too many for positions (at most %d)\n",
                       "graphtool：%u 个节点过多，不写坐标（至多 %d 个）\n"),
                selected.n_nodes, (int)MOST_PLACED);
    else if (drawn) {
        double *x = gt_arena_array(&run->arena, run->graph->n_nodes, sizeof *x);
        double *y = gt_arena_array(&run->arena, run->graph->n_nodes, sizeof *y);
        export.x = x;
        export.y = y;
        if (!place_nodes(run, &selected, x, y, err))
            goto done;
    }
    format->write(&export, &run->out);
    done = true;
done:
    gt_selected_fini(&selected);
    return done;
}
