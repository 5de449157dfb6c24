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
    if (paths == installed_graphs && !gt_file_is_folder(paths[0]))
        return gt_fail(err, GT_FILE,
                       "no graph is named, there is no folder graphs/ here, and none in %s",
                       "没有给出图文件，当前目录没有 graphs/，%s 中也没有", GT_DATA_DIR);
    if (!gt_load(paths, n, &run->load, err))
        return false;
    run->graph = run->load.graph;
    return true;
}

/* The words of a vocabulary as a user of the message's language types them. */
static void list_words(enum gt_vocabulary vocabulary, enum gt_lang lang, struct gt_buffer *out)
{
    for (int i = 0; i < gt_vocabulary_size(vocabulary); i++) {
        struct gt_word word = gt_vocabulary_word(vocabulary, i);
        gt_buffer_format(out, "%s%s", i ? gt_say(lang, ", ", "、") : "",
                         lang == GT_ZH ? word.title.in[GT_ZH] : word.name);
    }
}

/* The word nearest to what was typed, in the same way; null when none is near. */
static const char *near_word(enum gt_vocabulary vocabulary, const char *text, enum gt_lang lang)
{
    int nearest = gt_vocabulary_nearest(vocabulary, text);
    if (nearest < 0)
        return NULL;
    struct gt_word word = gt_vocabulary_word(vocabulary, nearest);
    return lang == GT_ZH ? word.title.in[GT_ZH] : word.name;
}

bool gt_run_district(const char *text, enum gt_district *district, struct gt_error *err)
{
    int found = gt_vocabulary_find(GT_VOCABULARY_DISTRICT, text, true);
    if (found >= 0) {
        *district = (enum gt_district)found;
        return true;
    }
    struct gt_buffer known = {0};
    const char *near = near_word(GT_VOCABULARY_DISTRICT, text, err->lang);
    list_words(GT_VOCABULARY_DISTRICT, err->lang, &known);
    if (near)
        gt_fail(err, GT_USAGE, "unknown district \"%s\"; did you mean %s? (known: %s)",
                "没有名为“%s”的区；是否为 %s？（可选：%s）", text, near, known.bytes);
    else
        gt_fail(err, GT_USAGE, "unknown district \"%s\"; known: %s", "没有名为“%s”的区；可选：%s",
                text, known.bytes);
    gt_buffer_fini(&known);
    return false;
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
    const char *near = near_word(words->vocabulary, item, err->lang);
    const char *option = gt_options[words->option].name;
    list_words(words->vocabulary, err->lang, &known);
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
    return words.set || !args->value[option] ||
           gt_fail(err, GT_USAGE, "--%s names nothing: \"%s\"", "--%s 没有给出任何值：“%s”",
                   gt_options[option].name, args->value[option]);
}

/* YYYY, YYYY-MM or YYYY-MM-DD of the calendar. */
static bool is_date(const char *text)
{
    static const char form[] = "0000-00-00";
    static const int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    size_t n = strlen(text);
    if (n != 4 && n != 7 && n != 10)
        return false;
    for (size_t i = 0; i < n; i++)
        if (form[i] == '-' ? text[i] != '-' : text[i] < '0' || text[i] > '9')
            return false;
    int year =
        (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + text[3] - '0';
    int month = n > 4 ? (text[5] - '0') * 10 + text[6] - '0' : 1;
    int day = n > 7 ? (text[8] - '0') * 10 + text[9] - '0' : 1;
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month >= 1 && month <= 12 && day >= 1 &&
           day <= days[month - 1] - (month == 2 && !leap ? 1 : 0);
}

static bool read_date(const struct gt_args *args, enum gt_option option, const char **date,
                      struct gt_error *err)
{
    *date = args->value[option];
    return !*date || is_date(*date) ||
           gt_fail(err, GT_USAGE, "--%s wants YYYY, YYYY-MM or YYYY-MM-DD, not \"%s\"",
                   "--%s 需要 YYYY、YYYY-MM 或 YYYY-MM-DD，而不是“%s”", gt_options[option].name,
                   *date);
}

/* Both ends of the time, in their order; a year or month stands for all its days. */
static bool read_time(const struct gt_args *args, struct gt_selection *selection,
                      struct gt_error *err)
{
    if (!read_date(args, GT_OPTION_since, &selection->since, err) ||
        !read_date(args, GT_OPTION_until, &selection->until, err))
        return false;
    if (!selection->since || !selection->until)
        return true;
    size_t a = strlen(selection->since), b = strlen(selection->until);
    return strncmp(selection->since, selection->until, a < b ? a : b) <= 0 ||
           gt_fail(err, GT_USAGE, "--since %s is later than --until %s",
                   "--since %s 晚于 --until %s", selection->since, selection->until);
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
        !read_time(args, selection, err) ||
        !gt_args_choice(args, GT_OPTION_by, by, 3, &choice, err) ||
        !gt_args_count(args, GT_OPTION_hops, 1, 1000, &hops, err))
        return false;
    selection->by = (enum gt_membership)choice;
    run->selection = *selection;
    if (!args->value[GT_OPTION_around])
        return !args->value[GT_OPTION_hops] ||
               gt_fail(err, GT_USAGE, "--hops wants --around", "--hops 需要与 --around 同用");
    selection->hops = (uint32_t)hops;
    if (!gt_find_node(run->graph, args->value[GT_OPTION_around], &selection->around, err))
        return false;
    selection->named[selection->n_named++] = selection->around;
    return true;
}

/* A policy of the view, by its name or its title ("出", "金额"), which may leave out what stands in
 * brackets. */
static bool read_policy(const struct gt_args *args, enum gt_option option,
                        const struct gt_word *words, int *choice, struct gt_error *err)
{
    const char *text = args->value[option];
    size_t bytes = text ? strlen(text) : 0;
    struct gt_buffer known = {0};
    *choice = 0;
    for (int i = 0; text && words[i].name; i++) {
        const char *zh = words[i].title.in[GT_ZH];
        bool titled = strncmp(zh, text, bytes) == 0 &&
                      (!zh[bytes] || strncmp(zh + bytes, "（", strlen("（")) == 0);
        gt_buffer_format(&known, "%s%s", i ? "|" : "", words[i].name);
        if (!titled && strcmp(words[i].name, text) != 0)
            continue;
        *choice = i;
        text = NULL;
        break;
    }
    if (text)
        gt_fail(err, GT_USAGE, "--%s is one of %s, not \"%s\"", "--%s 只能是 %s 之一，而不是“%s”",
                gt_options[option].name, known.bytes, text);
    gt_buffer_fini(&known);
    return !text;
}

bool gt_run_view_options(struct gt_run *run, struct gt_view_options *options, struct gt_error *err)
{
    int direction, weight, parallel;
    if (!read_policy(&run->args, GT_OPTION_direction, gt_direction_words, &direction, err) ||
        !read_policy(&run->args, GT_OPTION_weight, gt_weight_words, &weight, err) ||
        !read_policy(&run->args, GT_OPTION_parallel, gt_parallel_words, &parallel, err))
        return false;
    *options = (struct gt_view_options){
        .direction = (enum gt_direction)direction,
        .parallel = (enum gt_parallel)parallel,
        .weight = (enum gt_weight)weight,
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
    const char *file = run->args.value[GT_OPTION_output];
    if (!run->args.value[GT_OPTION_format] && file)
        format = (int)gt_table_format_of_file(file);
    struct gt_stamp stamp = gt_run_stamp(run);
    stamp.view = view;
    stamp.graph = run->graph;
    stamp.selection = run->graph ? &run->selection : NULL;
    table->command = run->command->name;
    table->yes_no_zh = run->lang == GT_ZH;
    gt_table_write(table, (enum gt_table_format)format, view, &stamp, &run->out);
    return true;
}
