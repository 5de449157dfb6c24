/* run.c: what commands share: reading graphs, selections and policies from the options. */
#include "cli/command.h"

#include "base/file.h"
#include "graph/find.h"

#include <string.h>

static const char *const default_graphs[] = {"graphs"};
static const char *const installed_graphs[] = {GT_DATA_DIR "/graphs"};

const char *const *gt_run_paths(struct gt_run *run, size_t *n)
{
    int own = run->command->n_operands;
    *n = 1;
    if (run->args.n_operands > own) {
        *n = (size_t)(run->args.n_operands - own);
        return run->args.operand + own;
    }
    return gt_file_is_folder(default_graphs[0]) ? default_graphs : installed_graphs;
}

bool gt_run_load(struct gt_run *run, struct gt_error *err)
{
    size_t n;
    const char *const *paths = gt_run_paths(run, &n);
    if (!gt_load(paths, n, &run->load, err))
        return false;
    run->graph = run->load.graph;
    return true;
}

bool gt_run_district(const char *text, enum gt_district *district, struct gt_error *err)
{
    int found = gt_vocabulary_find(GT_VOCABULARY_DISTRICT, text, true);
    if (found >= 0) {
        *district = (enum gt_district)found;
        return true;
    }
    const char *near = gt_vocabulary_suggest(GT_VOCABULARY_DISTRICT, text);
    if (near)
        return gt_fail(err, GT_USAGE, "unknown district \"%s\"; did you mean %s?",
                       "没有名为“%s”的区；是否为 %s？", text, near);
    return gt_fail(err, GT_USAGE, "unknown district \"%s\"", "没有名为“%s”的区", text);
}

/* --- sets of words -----------------------------------------------------------------------------
 */

struct word_set {
    enum gt_vocabulary vocabulary;
    enum gt_option option;
    uint32_t set;
};

static bool fail_word(const struct word_set *words, const char *item, struct gt_error *err)
{
    struct gt_buffer known = {0};
    for (int i = 0; i < gt_vocabulary_size(words->vocabulary); i++)
        gt_buffer_format(&known, "%s%s", i ? ", " : "",
                         gt_vocabulary_word(words->vocabulary, i).name);
    const char *near = gt_vocabulary_suggest(words->vocabulary, item);
    const char *option = gt_options[words->option].name;
    if (near)
        gt_fail(err, GT_USAGE, "--%s: unknown \"%s\"; did you mean %s? (known: %s)",
                "--%s：未知的“%s”；是否为 %s？（可选：%s）", option, item, near, known.bytes);
    else
        gt_fail(err, GT_USAGE, "--%s: unknown \"%s\"; known: %s", "--%s：未知的“%s”；可选：%s",
                option, item, known.bytes);
    gt_buffer_fini(&known);
    return false;
}

static bool take_word(void *context, const char *item, struct gt_error *err)
{
    struct word_set *words = context;
    int found = gt_vocabulary_find(words->vocabulary, item, true);
    if (found < 0)
        return fail_word(words, item, err);
    words->set |= 1u << found;
    return true;
}

static bool read_set(const struct gt_args *args, enum gt_option option,
                     enum gt_vocabulary vocabulary, uint32_t *set, struct gt_error *err)
{
    struct word_set words = {vocabulary, option, 0};
    if (args->value[option] && !gt_args_each(args->value[option], take_word, &words, err))
        return false;
    *set = words.set;
    return true;
}

/* A date as YYYY, YYYY-MM or YYYY-MM-DD. */
static bool read_date(const struct gt_args *args, enum gt_option option, const char **date,
                      struct gt_error *err)
{
    static const char form[] = "0000-00-00";
    const char *text = args->value[option];
    *date = text;
    if (!text)
        return true;
    size_t n = strlen(text), i = 0;
    bool fits = n == 4 || n == 7 || n == 10;
    for (; fits && i < n; i++)
        fits = form[i] == '-' ? text[i] == '-' : text[i] >= '0' && text[i] <= '9';
    if (fits)
        return true;
    return gt_fail(err, GT_USAGE, "--%s wants YYYY, YYYY-MM or YYYY-MM-DD, not \"%s\"",
                   "--%s 需要 YYYY、YYYY-MM 或 YYYY-MM-DD，而不是“%s”", gt_options[option].name,
                   text);
}

bool gt_run_selection(struct gt_run *run, struct gt_selection *selection, struct gt_error *err)
{
    static const char *const by[] = {"both", "evidence", "attribute"};
    const struct gt_args *args = &run->args;
    int choice;
    uint64_t hops;
    *selection = (struct gt_selection){0};
    if (!read_set(args, GT_OPTION_district, GT_VOCABULARY_DISTRICT, &selection->districts, err) ||
        !read_set(args, GT_OPTION_type, GT_VOCABULARY_NODE_TYPE, &selection->node_types, err) ||
        !read_set(args, GT_OPTION_edge_type, GT_VOCABULARY_EDGE_TYPE, &selection->edge_types,
                  err) ||
        !read_set(args, GT_OPTION_status, GT_VOCABULARY_STATUS, &selection->statuses, err) ||
        !read_date(args, GT_OPTION_since, &selection->since, err) ||
        !read_date(args, GT_OPTION_until, &selection->until, err) ||
        !gt_args_choice(args, GT_OPTION_by, by, 3, &choice, err) ||
        !gt_args_number(args, GT_OPTION_hops, 1, 1000, &hops, err))
        return false;
    selection->by = (enum gt_membership)choice;
    if (!args->value[GT_OPTION_around])
        return !args->value[GT_OPTION_hops] ||
               gt_fail(err, GT_USAGE, "--hops wants --around", "--hops 需要与 --around 同用");
    selection->hops = (uint32_t)hops;
    return gt_find_node(run->graph, args->value[GT_OPTION_around], &selection->around, err);
}

bool gt_run_view_options(struct gt_run *run, struct gt_view_options *options, struct gt_error *err)
{
    static const char *const direction[] = {"all", "stated", "out", "in"};
    static const char *const weight[] = {"none", "count", "amount"};
    static const char *const parallel[] = {"merge", "keep"};
    int d, w, p;
    if (!gt_args_choice(&run->args, GT_OPTION_direction, direction, 4, &d, err) ||
        !gt_args_choice(&run->args, GT_OPTION_weight, weight, 3, &w, err) ||
        !gt_args_choice(&run->args, GT_OPTION_parallel, parallel, 2, &p, err))
        return false;
    *options = (struct gt_view_options){
        .direction = (enum gt_direction)d,
        .parallel = (enum gt_parallel)p,
        .weight = (enum gt_weight)w,
    };
    return true;
}

void gt_run_without_places(struct gt_run *run, struct gt_selection *selection, const uint32_t *keep,
                           size_t n)
{
    const struct gt_graph *graph = run->graph;
    bool *without = gt_arena_array(&run->arena, graph->n_nodes, sizeof *without);
    for (uint32_t i = 0; i < graph->n_nodes; i++)
        without[i] = gt_node_is_district_place(&graph->nodes[i]);
    for (size_t i = 0; i < n; i++)
        without[keep[i]] = false;
    selection->without = without;
}

/* --- results -----------------------------------------------------------------------------------
 */

struct gt_stamp gt_run_stamp(const struct gt_run *run)
{
    return (struct gt_stamp){
        .seed = run->seed, .inputs = run->load.inputs, .n_inputs = run->load.n_inputs};
}

bool gt_run_table(struct gt_run *run, struct gt_table *table, const struct gt_view *view,
                  struct gt_error *err)
{
    int format;
    if (!gt_args_choice(&run->args, GT_OPTION_format, gt_table_format_names, GT_TABLE_FORMATS,
                        &format, err))
        return false;
    const struct gt_stamp stamp = gt_run_stamp(run);
    table->command = run->command->name;
    table->yes_no_zh = run->lang == GT_ZH;
    gt_table_write(table, (enum gt_table_format)format, view, &stamp, &run->out);
    return true;
}
