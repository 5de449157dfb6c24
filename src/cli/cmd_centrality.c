/* cmd_centrality.c: `graphtool centrality`: nodes, or ties, ranked by measures. */
#include "centrality/measure.h"

#include "base/memory.h"
#include "cli/commands.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MEASURES = 32, DEFAULT_TOP = 0, MOST_TOP = 1000000000 };

/* What is ranked, by which measures. */
struct ranking {
    const struct gt_view *view;
    const struct gt_measure *measure[MEASURES];
    size_t n_measures;
    bool edges;
    uint32_t n;
    double *value[MEASURES];
    uint32_t *rank, *order; /* by the first measure */
};

static bool add_measure(struct ranking *ranking, const struct gt_measure *measure)
{
    for (size_t i = 0; i < ranking->n_measures; i++)
        if (ranking->measure[i] == measure)
            return true;
    ranking->measure[ranking->n_measures++] = measure;
    return true;
}

static bool take_measure(void *context, const char *item, struct gt_error *err)
{
    struct ranking *ranking = context;
    size_t n;
    const struct gt_measure *all = gt_measures(&n);
    if (strcmp(item, "all") == 0) {
        for (size_t i = 0; i < n; i++)
            if (all[i].of_edges == ranking->edges)
                add_measure(ranking, &all[i]);
        return true;
    }
    const struct gt_measure *measure = gt_measure_find(item);
    if (measure && measure->of_edges != ranking->edges)
        return gt_fail(err, GT_USAGE,
                       ranking->edges ? "%s is a measure of nodes; leave out --edges"
                                      : "%s is a measure of ties; add --edges",
                       ranking->edges ? "%s 是节点的指标，请去掉 --edges"
                                      : "%s 是关系的指标，请加上 --edges",
                       measure->name);
    if (!gt_measure_named(item, ranking->edges, &measure, err))
        return false;
    return add_measure(ranking, measure);
}

static bool compute(struct gt_run *run, struct ranking *ranking, struct gt_error *err)
{
    struct gt_measure_options options = {.raw = run->args.value[GT_OPTION_raw]};
    ranking->n = ranking->edges ? ranking->view->n_edges : ranking->view->n_vertices;
    gt_progress_count(&run->progress, (struct gt_text)GT_TEXT("measures", "指标"),
                      ranking->n_measures);
    for (size_t i = 0; i < ranking->n_measures; i++, gt_progress_step(&run->progress)) {
        ranking->value[i] = gt_xcalloc(ranking->n, sizeof(double));
        if (!ranking->measure[i]->compute(ranking->view, &options, ranking->value[i], err))
            return gt_error_prefix(err, "%s: ", ranking->measure[i]->name);
    }
    return true;
}

struct place {
    uint32_t rank, number;
};

static int compare_places(const void *a, const void *b)
{
    const struct place *x = a, *y = b;
    uint32_t i = x->rank ? x->rank : UINT32_MAX, k = y->rank ? y->rank : UINT32_MAX;
    if (i != k)
        return i < k ? -1 : 1;
    return (x->number > y->number) - (x->number < y->number);
}

static void put_in_order(struct ranking *ranking)
{
    struct place *places = gt_xcalloc(ranking->n, sizeof *places);
    ranking->rank = gt_xcalloc(ranking->n, sizeof *ranking->rank);
    ranking->order = gt_xcalloc(ranking->n, sizeof *ranking->order);
    gt_rank(ranking->value[0], ranking->n, ranking->measure[0]->descending, ranking->rank);
    for (uint32_t i = 0; i < ranking->n; i++)
        places[i] = (struct place){ranking->rank[i], i};
    if (ranking->n)
        qsort(places, ranking->n, sizeof *places, compare_places);
    for (uint32_t i = 0; i < ranking->n; i++)
        ranking->order[i] = places[i].number;
    free(places);
}

static void add_districts(struct gt_table *table, gt_districts districts, enum gt_lang lang)
{
    struct gt_texts codes = {0}, names = {0};
    for (int d = 0; d < GT_DISTRICTS; d++)
        if (districts >> d & 1) {
            gt_texts_add(&codes, gt_district_words[d].name, &table->arena);
            gt_texts_add(&names, gt_district_words[d].title.in[lang], &table->arena);
        }
    gt_table_words(table, &codes, &names);
}

static void add_node_heads(struct gt_table *table, enum gt_lang lang)
{
    gt_table_head(table, "id", NULL);
    gt_table_head(table, "rank", gt_say(lang, "rank", "名次"));
    gt_table_head(table, "name", gt_say(lang, "name", "名称"));
    gt_table_head(table, "type", gt_say(lang, "type", "类型"));
    gt_table_head(table, "districts", gt_say(lang, "ecosystem", "所在生态"));
}

static void add_node_cells(struct gt_table *table, const struct ranking *ranking, uint32_t vertex,
                           const gt_districts *districts, enum gt_lang lang)
{
    const struct gt_graph *graph = ranking->view->graph;
    uint32_t number = ranking->view->node[vertex];
    const struct gt_node *node = &graph->nodes[number];
    gt_table_text(table, node->id);
    gt_table_uint(table, ranking->rank[vertex]);
    gt_table_text(table, gt_node_label(node, lang));
    gt_table_word(table, gt_node_types[node->type].name, gt_node_types[node->type].title.in[lang]);
    add_districts(table, districts[number], lang);
}

static void add_edge_heads(struct gt_table *table, enum gt_lang lang)
{
    gt_table_head(table, "id", NULL);
    gt_table_head(table, "rank", gt_say(lang, "rank", "名次"));
    gt_table_head(table, "source", NULL);
    gt_table_head(table, "target", NULL);
    gt_table_head(table, "from", gt_say(lang, "from", "一端"));
    gt_table_head(table, "to", gt_say(lang, "to", "另一端"));
    gt_table_head(table, "types", gt_say(lang, "relations", "关系"));
}

static void add_edge_cells(struct gt_table *table, const struct ranking *ranking, uint32_t edge,
                           enum gt_lang lang)
{
    const struct gt_view *view = ranking->view;
    const struct gt_node *from = &view->graph->nodes[view->node[view->from[edge]]];
    const struct gt_node *to = &view->graph->nodes[view->node[view->to[edge]]];
    struct gt_texts codes = {0}, types = {0};
    for (uint32_t i = view->tie_offset[edge]; i < view->tie_offset[edge + 1]; i++) {
        const struct gt_edge_type_info *type =
            &gt_edge_types[view->graph->edges[view->tie[i]].type];
        gt_texts_add(&codes, type->name, &table->arena);
        gt_texts_add(&types, type->title.in[lang], &table->arena);
    }
    gt_table_format(table, "%s--%s", from->id, to->id);
    gt_table_uint(table, ranking->rank[edge]);
    gt_table_text(table, from->id);
    gt_table_text(table, to->id);
    gt_table_text(table, gt_node_label(from, lang));
    gt_table_text(table, gt_node_label(to, lang));
    gt_table_words(table, &codes, &types);
}

static void fill_table(struct gt_table *table, const struct ranking *ranking, uint64_t top,
                       enum gt_lang lang)
{
    gt_districts *districts =
        gt_district_of_nodes(ranking->view->graph, ranking->view->selection.by);
    if (ranking->edges)
        add_edge_heads(table, lang);
    else
        add_node_heads(table, lang);
    for (size_t i = 0; i < ranking->n_measures; i++)
        gt_table_head(table, ranking->measure[i]->name, ranking->measure[i]->title.in[lang]);
    for (uint32_t i = 0; i < ranking->n; i++) {
        uint32_t at = ranking->order[i];
        if (top && (ranking->rank[at] > top || ranking->rank[at] == 0))
            break;
        if (ranking->edges)
            add_edge_cells(table, ranking, at, lang);
        else
            add_node_cells(table, ranking, at, districts, lang);
        for (size_t k = 0; k < ranking->n_measures; k++)
            gt_table_number(table, ranking->value[k][at]);
    }
    free(districts);
}

/* How many ties stand behind the edges of a view: mutual ones may be two arcs. */
static uint32_t count_ties(const struct gt_view *view)
{
    bool *seen = gt_xcalloc(view->graph->n_edges, sizeof *seen);
    uint32_t n = 0;
    for (uint32_t i = 0; i < view->tie_offset[view->n_edges]; i++) {
        n += !seen[view->tie[i]];
        seen[view->tie[i]] = true;
    }
    free(seen);
    return n;
}

/* What was measured, in words: the view is part of every result. */
static void say_view(struct gt_table *table, const struct gt_view *view, enum gt_lang lang)
{
    const struct gt_view_options *options = &view->options;
    gt_table_say(table,
                 gt_say(lang,
                        "%u nodes, %u ties as %u edges; direction: %s; parallel ties: %s; "
                        "weight: %s",
                        "%u 个节点，%u 条关系（%u 条边）；方向：%s；并行关系：%s；权重：%s"),
                 view->n_vertices, count_ties(view), view->n_edges,
                 gt_direction_words[options->direction].title.in[lang],
                 gt_parallel_words[options->parallel].title.in[lang],
                 gt_weight_words[options->weight].title.in[lang]);
    if (options->weight == GT_WEIGHT_AMOUNT)
        gt_table_say(table, "%s",
                     gt_say(lang, "Ties without a stated amount are left out.",
                            "没有写明金额的关系不计入。"));
}

static bool rank_view(struct gt_run *run, struct ranking *ranking, struct gt_error *err)
{
    const char *list = run->args.value[GT_OPTION_measure];
    struct gt_table table = {0};
    uint64_t top;
    bool done = false;
    if (!list)
        list = ranking->edges ? "edge_betweenness" : "degree,betweenness,pagerank";
    if (!gt_args_each(list, take_measure, ranking, err) ||
        !gt_args_number(&run->args, GT_OPTION_top, DEFAULT_TOP, MOST_TOP, &top, err))
        goto done;
    if (ranking->n_measures == 0) {
        gt_fail(err, GT_USAGE, "--measure names none", "--measure 没有给出指标");
        goto done;
    }
    if (!compute(run, ranking, err))
        goto done;
    put_in_order(ranking);
    say_view(&table, ranking->view, run->lang);
    fill_table(&table, ranking, top, run->lang);
    done = gt_run_table(run, &table, ranking->view, err);
done:
    gt_table_fini(&table);
    return done;
}

bool gt_cmd_centrality(struct gt_run *run, struct gt_error *err)
{
    struct gt_selection selection;
    struct gt_view_options options;
    struct gt_view *view = NULL;
    struct ranking ranking = {.edges = run->args.value[GT_OPTION_edges]};
    bool done = false;
    if (!gt_run_load(run, err) || !gt_run_selection(run, &selection, err) ||
        !gt_run_view_options(run, &options, err) ||
        !gt_view_new(run->graph, &selection, &options, &view, err))
        goto done;
    ranking.view = view;
    done = rank_view(run, &ranking, err);
done:
    for (size_t i = 0; i < ranking.n_measures; i++)
        free(ranking.value[i]);
    free(ranking.rank);
    free(ranking.order);
    gt_view_free(view);
    return done;
}
