/* check.c: rules of the ontology that one record alone cannot break. */
#include "graph/check.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "graph/edge_rule.h"
#include "graph/property.h"

#include <string.h>

/* --- ties between types ------------------------------------------------------------------------
 */

static void refuse_end(const struct gt_graph *graph, uint32_t edge, bool is_source, uint32_t types,
                       struct gt_faults *faults)
{
    const struct gt_edge *tie = &graph->edges[edge];
    const struct gt_node *node = &graph->nodes[is_source ? tie->source : tie->target];
    struct gt_buffer names = {0};
    for (int i = 0; i < GT_NODE_TYPES; i++)
        if (types & 1u << i)
            gt_buffer_format(&names, "%s%s", names.n ? ", " : "", gt_node_types[i].name);
    gt_fault_add(
        faults, graph->statements[tie->first].place,
        "found \"%s\" (%s) as the %s of %s, expected one of: %s",
        "发现“%s”（%s）是%s（%s），应为以下类型之一：%s", node->id, gt_node_types[node->type].name,
        is_source ? gt_say(faults->lang, "source", "起点") : gt_say(faults->lang, "target", "终点"),
        gt_edge_types[tie->type].name, names.bytes);
    gt_buffer_fini(&names);
}

static void check_edge(const struct gt_graph *graph, uint32_t edge, struct gt_faults *faults)
{
    const struct gt_edge *tie = &graph->edges[edge];
    enum gt_node_type source = graph->nodes[tie->source].type;
    uint32_t sources = gt_edge_sources(tie->type),
             targets = gt_edge_targets(tie->type, 1u << source);
    if (!(sources & 1u << source))
        refuse_end(graph, edge, true, sources, faults);
    else if (!(targets & 1u << graph->nodes[tie->target].type))
        refuse_end(graph, edge, false, targets, faults);
}

/* --- documents and statements ------------------------------------------------------------------
 */

static void check_document(const struct gt_graph *graph, const struct gt_document *document,
                           struct gt_faults *faults)
{
    uint32_t issuer = gt_graph_node(graph, document->issuer);
    if (issuer != GT_NONE && graph->nodes[issuer].type != GT_NODE_agency)
        gt_fault_add(faults, document->place, "found the issuer \"%s\" of type %s, expected agency",
                     "发文机关“%s”的类型是 %s，应为 agency", document->issuer,
                     gt_node_types[graph->nodes[issuer].type].name);
    if (document->file && strpbrk(document->file, "/\\"))
        gt_fault_add(faults, document->place,
                     "found the file \"%s\", expected a name without folder",
                     "发现文件名“%s”，应不含文件夹", document->file);
}

/* Dates of unequal precision compare as far as both go: 2025-04 is not after 2025-04-17. */
static bool is_after(const char *date, const char *other)
{
    size_t n = strlen(date), m = strlen(other);
    return strncmp(date, other, n < m ? n : m) > 0;
}

static void note_statement(const struct gt_graph *graph, const struct gt_statement *statement,
                           struct gt_faults *notes)
{
    const struct gt_document *document = &graph->documents[statement->evidence.document];
    if (statement->status == GT_STATUS_past && statement->date &&
        is_after(statement->date, document->date))
        gt_fault_add(notes, statement->place, "is past and dated %s, after its document of %s",
                     "状态为 past，日期 %s 却晚于文件日期 %s", statement->date, document->date);
}

/* --- nodes -------------------------------------------------------------------------------------
 */

static void check_node(const struct gt_node *node, struct gt_faults *faults)
{
    size_t codes = gt_utf8_count(node->name);
    if (!node->label && codes > GT_LABEL_CODES)
        gt_fault_add(faults, node->place,
                     "\"%s\" has a name of %zu characters and no label: names of more than %d need "
                     "one",
                     "“%s”的名称有 %zu 个字符，且没有 label：超过 %d 个字符的名称应有 label",
                     node->id, codes, (int)GT_LABEL_CODES);
    if (node->level == GT_LEVEL_district && !node->districts)
        gt_fault_add(faults, node->place, "\"%s\" is of level district and names no district",
                     "“%s”的层级是 district，却没有注明所在区", node->id);
}

/* Labels are what a map shows: two nodes with one label cannot be told apart. */
static void check_labels(const struct gt_graph *graph, struct gt_faults *faults)
{
    struct gt_strmap first = {0};
    for (uint32_t i = 0; i < graph->n_nodes; i++) {
        const char *label = gt_node_label(&graph->nodes[i], GT_ZH);
        uint32_t other = gt_strmap_get(&first, label);
        if (other == GT_NONE)
            gt_strmap_put(&first, label, i);
        else
            gt_fault_add(faults, graph->nodes[i].place,
                         "\"%s\" is shown as \"%s\", as is \"%s\" (%s)",
                         "“%s”显示为“%s”，与“%s”相同（%s）", graph->nodes[i].id, label,
                         graph->nodes[other].id, graph->nodes[other].place);
    }
    gt_strmap_fini(&first);
}

struct lookup {
    const struct gt_graph *graph;
    struct gt_strmap first; /* key -> node */
    struct gt_arena arena;
    struct gt_faults *notes;
};

static void note_name(struct lookup *lookup, uint32_t node, const char *name)
{
    const char *key = name ? gt_text_key(name, &lookup->arena) : "";
    uint32_t other = gt_strmap_get(&lookup->first, key);
    if (!*key || other == node)
        return;
    if (other == GT_NONE) {
        gt_strmap_put(&lookup->first, key, node);
        return;
    }
    const struct gt_node *nodes = lookup->graph->nodes;
    gt_fault_add(lookup->notes, nodes[node].place, "\"%s\" goes by \"%s\", as does \"%s\" (%s)",
                 "“%s”可称“%s”，与“%s”相同（%s）", nodes[node].id, name, nodes[other].id,
                 nodes[other].place);
}

static void note_names(const struct gt_graph *graph, struct gt_faults *notes)
{
    struct lookup lookup = {.graph = graph, .notes = notes};
    for (uint32_t i = 0; i < graph->n_nodes; i++) {
        const struct gt_node *node = &graph->nodes[i];
        note_name(&lookup, i, node->name);
        note_name(&lookup, i, node->name_en);
        for (uint32_t k = 0; k < node->aliases.n; k++)
            note_name(&lookup, i, node->aliases.item[k]);
    }
    gt_strmap_fini(&lookup.first);
    gt_arena_fini(&lookup.arena);
}

void gt_check(const struct gt_graph *graph, struct gt_faults *faults, struct gt_faults *notes)
{
    for (uint32_t i = 0; i < graph->n_documents; i++)
        check_document(graph, &graph->documents[i], faults);
    for (uint32_t i = 0; i < graph->n_nodes; i++)
        check_node(&graph->nodes[i], faults);
    check_labels(graph, faults);
    for (uint32_t i = 0; i < graph->n_edges; i++)
        check_edge(graph, i, faults);
    if (!notes)
        return;
    note_names(graph, notes);
    for (uint32_t i = 0; i < graph->n_statements; i++)
        note_statement(graph, &graph->statements[i], notes);
}
