/* cmd_info.c: `graphtool info`: what is in a graph, and how it hangs together. */
#include "cli/commands.h"
#include "cli/evidence.h"

#include "base/memory.h"
#include "centrality/whole.h"

#include <math.h>
#include <stdlib.h>

/* Rows of one count: a word and how many. */
static void add_count_heads(struct gt_table *table, const char *key, const char *title,
                            enum gt_lang lang)
{
    gt_table_section(table, key, title);
    gt_table_head(table, "id", NULL);
    gt_table_head(table, "name", gt_say(lang, "name", "名称"));
    gt_table_head(table, "count", gt_say(lang, "count", "数量"));
}

static void add_count(struct gt_table *table, const struct gt_word *word, uint64_t count,
                      enum gt_lang lang)
{
    gt_table_text(table, word->name);
    gt_table_text(table, word->title.in[lang]);
    gt_table_uint(table, count);
}

static void count_types(struct gt_table *table, const struct gt_view *view, enum gt_lang lang)
{
    uint64_t nodes[GT_NODE_TYPES] = {0}, edges[GT_EDGE_TYPES] = {0}, statuses[GT_STATUSES] = {0};
    for (uint32_t v = 0; v < view->n_vertices; v++)
        nodes[view->graph->nodes[view->node[v]].type]++;
    for (uint32_t e = 0; e < view->n_edges; e++) {
        const struct gt_edge *edge = &view->graph->edges[view->tie[e]];
        edges[edge->type]++;
        statuses[edge->status]++;
    }
    const struct {
        enum gt_vocabulary vocabulary;
        const char *key, *title;
        const uint64_t *count;
    } parts[] = {
        {GT_VOCABULARY_NODE_TYPE, "node_type", gt_say(lang, "Nodes by type", "节点类型"), nodes},
        {GT_VOCABULARY_EDGE_TYPE, "edge_type", gt_say(lang, "Ties by type", "关系类型"), edges},
        {GT_VOCABULARY_STATUS, "status", gt_say(lang, "Ties by status", "关系状态"), statuses},
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        add_count_heads(table, parts[i].key, parts[i].title, lang);
        for (int k = 0; k < gt_vocabulary_size(parts[i].vocabulary); k++) {
            struct gt_word word = gt_vocabulary_word(parts[i].vocabulary, k);
            if (parts[i].count[k])
                add_count(table, &word, parts[i].count[k], lang);
        }
    }
}

static void count_districts(struct gt_table *table, const struct gt_view *view, enum gt_lang lang)
{
    const struct gt_graph *graph = view->graph;
    gt_districts *of = gt_district_of_nodes(graph, view->selection.by);
    add_count_heads(table, "district",
                    gt_say(lang, "Nodes by district's ecosystem", "各区生态的节点"), lang);
    uint64_t shared = 0, none = 0;
    for (int d = 0; d < GT_DISTRICTS; d++) {
        uint64_t count = 0;
        for (uint32_t v = 0; v < view->n_vertices; v++)
            count += of[view->node[v]] >> d & 1;
        if (count)
            add_count(table, &gt_district_words[d], count, lang);
    }
    for (uint32_t v = 0; v < view->n_vertices; v++) {
        gt_districts bits = of[view->node[v]];
        shared += (bits & (bits - 1)) != 0;
        none += bits == 0;
    }
    const struct gt_word several = {"several", GT_TEXT("in more than one", "属于多个区")};
    const struct gt_word nowhere = {"none", GT_TEXT("in none", "不属于任何区")};
    add_count(table, &several, shared, lang);
    if (none)
        add_count(table, &nowhere, none, lang);
    free(of);
}

static void list_documents(struct gt_table *table, const struct gt_view *view, enum gt_lang lang)
{
    const struct gt_graph *graph = view->graph;
    gt_table_section(table, "document", gt_say(lang, "Documents", "文件"));
    gt_table_head(table, "id", "id");
    gt_table_head(table, "number", gt_say(lang, "number", "文号"));
    gt_table_head(table, "date", gt_say(lang, "date", "日期"));
    gt_table_head(table, "district", gt_say(lang, "district", "区"));
    gt_table_head(table, "statements", gt_say(lang, "statements", "陈述"));
    gt_table_head(table, "title", gt_say(lang, "title", "标题"));
    for (uint32_t d = 0; d < graph->n_documents; d++) {
        const struct gt_document *document = &graph->documents[d];
        uint64_t statements = 0;
        for (uint32_t e = 0; e < view->n_edges; e++) {
            const struct gt_edge *edge = &graph->edges[view->tie[e]];
            for (uint32_t i = edge->first; i < edge->first + edge->n; i++)
                statements += graph->statements[i].evidence.document == d;
        }
        gt_table_text(table, document->id);
        gt_table_text(table, document->number);
        gt_table_text(table, document->date);
        gt_table_word(table, gt_district_words[document->district].name,
                      gt_district_words[document->district].title.in[lang]);
        gt_table_uint(table, statements);
        gt_table_text(table, document->title);
    }
}

static void list_isolated(struct gt_table *table, const struct gt_view *view, enum gt_lang lang)
{
    gt_table_section(
        table, "isolated",
        gt_say(lang, "Isolated: named, but tied to nothing", "孤立节点：提到而无关系"));
    gt_table_head(table, "id", "id");
    gt_table_head(table, "name", gt_say(lang, "name", "名称"));
    gt_table_head(table, "type", gt_say(lang, "type", "类型"));
    for (uint32_t v = 0; v < view->n_vertices; v++) {
        const struct gt_node *node = &view->graph->nodes[view->node[v]];
        if (view->out.offset[v + 1] > view->out.offset[v])
            continue;
        gt_table_text(table, node->id);
        gt_table_text(table, gt_node_label(node, lang));
        gt_table_word(table, gt_node_types[node->type].name,
                      gt_node_types[node->type].title.in[lang]);
    }
}

static void add_whole(struct gt_table *table, const char *id, const char *name, double value)
{
    gt_table_text(table, id);
    gt_table_text(table, name);
    gt_table_number(table, value);
}

/* Distances of a large graph are bounds and estimates, and are called so. */
static void describe_distances(struct gt_table *table, const struct gt_whole *whole, bool exact,
                               enum gt_lang lang)
{
    if (exact) {
        add_whole(table, "diameter", gt_say(lang, "diameter, in ties", "直径（步）"),
                  whole->diameter);
        add_whole(table, "mean_distance", gt_say(lang, "mean distance, in ties", "平均距离（步）"),
                  whole->mean_distance);
        return;
    }
    add_whole(table, "diameter_at_least",
              gt_say(lang, "diameter, in ties, at least", "直径（步），至少"), whole->diameter);
    add_whole(table, "mean_distance_estimated",
              gt_say(lang, "mean distance, in ties, estimated", "平均距离（步），估计"),
              whole->mean_distance);
    add_whole(table, "distance_sources",
              gt_say(lang, "nodes it is estimated from", "估计所用的节点"), whole->sources);
}

/* Numbers of the whole, on the undirected graph of distinct ties: density 2m / n(n-1) without
 * self-loops; the diameter is the longest shortest path within a component. */
static void describe_whole(struct gt_table *table, const struct gt_view *view, enum gt_lang lang)
{
    struct gt_whole whole;
    gt_whole_measure(view, GT_WHOLE_STEPS, &whole);
    gt_table_section(table, "whole", gt_say(lang, "The whole", "总体"));
    gt_table_head(table, "id", NULL);
    gt_table_head(table, "name", gt_say(lang, "quantity", "项目"));
    gt_table_head(table, "value", gt_say(lang, "value", "数值"));
    add_whole(table, "nodes", gt_say(lang, "nodes", "节点"), view->n_vertices);
    add_whole(table, "adjacent_pairs",
              gt_say(lang, "pairs of nodes that are tied", "有关系的节点对"), view->n_edges);
    add_whole(table, "components", gt_say(lang, "components", "连通分量"), whole.n_components);
    add_whole(table, "largest_component", gt_say(lang, "nodes of the largest", "最大分量的节点"),
              whole.largest);
    add_whole(table, "density", gt_say(lang, "density", "密度"), whole.density);
    describe_distances(table, &whole, whole.sources == view->n_vertices, lang);
}

bool gt_cmd_info(struct gt_run *run, struct gt_error *err)
{
    struct gt_selection selection;
    struct gt_view *ties = NULL, *pairs = NULL;
    struct gt_table table = {0};
    bool done = false;
    const struct gt_view_options keep = {.parallel = GT_PARALLEL_KEEP},
                                 merge = {.parallel = GT_PARALLEL_MERGE};
    if (!gt_run_load(run, err) || !gt_run_selection(run, &selection, err) ||
        !gt_view_new(run->graph, &selection, &keep, &ties, err) ||
        !gt_view_new(run->graph, &selection, &merge, &pairs, err))
        goto done;
    gt_table_say(&table, gt_say(run->lang, "%u nodes, %u ties", "%u 个节点，%u 条关系"),
                 ties->n_vertices, ties->n_edges);
    describe_whole(&table, pairs, run->lang);
    count_types(&table, ties, run->lang);
    count_districts(&table, ties, run->lang);
    list_documents(&table, ties, run->lang);
    list_isolated(&table, ties, run->lang);
    done = gt_run_table(run, &table, ties, err);
done:
    gt_table_fini(&table);
    gt_view_free(ties);
    gt_view_free(pairs);
    return done;
}
