/* graph_json.c: our own JSON format, which graph_reader.c reads back without loss.
 *
 * A selection stands on its own: it takes along the documents of its nodes and statements, and the
 * issuers of those. */
#include "base/memory.h"
#include "format/export.h"
#include "format/property_writer.h"

/* What is written: flags by node and by document. */
struct part {
    bool *node, *document;
    uint32_t n_documents;
};

static bool has_edge(const struct gt_export *export, uint32_t edge)
{
    return !export->selected || export->selected->edge[edge];
}

static void take_issuers(const struct gt_graph *graph, struct part *part)
{
    for (uint32_t i = 0; i < graph->n_documents; i++) {
        uint32_t issuer = gt_graph_node(graph, graph->documents[i].issuer);
        if (part->document[i] && issuer != GT_NONE)
            part->node[issuer] = true;
    }
}

static struct part choose(const struct gt_export *export)
{
    const struct gt_graph *graph = export->graph;
    const struct gt_selected *selected = export->selected;
    struct part part = {.node = gt_xcalloc(graph->n_nodes, sizeof(bool)),
                        .document = gt_xcalloc(graph->n_documents, sizeof(bool))};
    for (uint32_t i = 0; i < graph->n_documents; i++)
        part.document[i] = !selected;
    for (uint32_t i = 0; i < graph->n_nodes; i++) {
        part.node[i] = !selected || selected->node[i];
        for (uint32_t k = 0; part.node[i] && k < graph->nodes[i].documents.n; k++)
            part.document[graph->nodes[i].documents.item[k]] = true;
    }
    for (uint32_t i = 0; i < graph->n_statements; i++)
        if (has_edge(export, graph->statements[i].edge))
            part.document[graph->statements[i].evidence.document] = true;
    take_issuers(graph, &part);
    for (uint32_t i = 0; i < graph->n_documents; i++)
        part.n_documents += part.document[i];
    return part;
}

static void write_nodes(const struct gt_property_writer *writer, const bool *node)
{
    gt_json_array_begin(writer->json);
    for (uint32_t i = 0; i < writer->graph->n_nodes; i++) {
        if (!node[i])
            continue;
        gt_json_object_begin(writer->json);
        gt_write_properties(writer, GT_OWNER_NODE, &writer->graph->nodes[i]);
        gt_json_object_end(writer->json);
    }
    gt_json_array_end(writer->json);
}

static void write_edges(const struct gt_export *export, const struct gt_property_writer *writer)
{
    gt_json_array_begin(writer->json);
    for (uint32_t i = 0; i < export->graph->n_edges; i++) {
        const struct gt_edge *edge = &export->graph->edges[i];
        if (!has_edge(export, i))
            continue;
        gt_json_object_begin(writer->json);
        gt_write_properties(writer, GT_OWNER_EDGE, edge);
        gt_json_key(writer->json, "statements");
        gt_write_statements(writer, edge);
        gt_json_object_end(writer->json);
    }
    gt_json_array_end(writer->json);
}

void gt_export_graph_json(const struct gt_export *export, struct gt_buffer *out)
{
    struct gt_json json = GT_JSON(out, 1);
    struct part part = choose(export);
    struct gt_property_writer writer = {.graph = export->graph,
                                        .json = &json,
                                        .documents = part.document,
                                        .n_written = part.n_documents};
    gt_json_object_begin(&json);
    if (export->schema) {
        gt_json_key(&json, "$schema");
        gt_json_text(&json, export->schema);
    }
    if (export->stamp) {
        gt_json_key(&json, "stamp");
        gt_stamp_write(export->stamp, &json);
    }
    gt_json_key(&json, "documents");
    gt_write_documents(&writer);
    gt_json_key(&json, "nodes");
    write_nodes(&writer, part.node);
    gt_json_key(&json, "edges");
    write_edges(export, &writer);
    gt_json_object_end(&json);
    free(part.node);
    free(part.document);
}
