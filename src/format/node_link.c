/* node_link.c: the node-link JSON that networkx reads (node_link_graph) and D3's force layout
 * takes.
 *
 *     {"directed": true, "multigraph": true, "graph": {...}, "nodes": [{"id", ...}],
 *      "links": [{"source", "target", "key", ...}]}
 *
 * https://networkx.org/documentation/stable/reference/readwrite/json_graph.html. The key, which
 * tells parallel links apart, is the type of the tie. A mutual tie is one link with "mutual": true:
 * a reader that wants both directions adds the other one. */
#include "format/export.h"
#include "format/property_writer.h"

/* As attributes, which D3 takes; columns of these names are written as columns. */
static void write_position(const struct gt_export *export, struct gt_json *json, uint32_t node)
{
    double x, y;
    if (gt_graph_column(export->graph, "x") || !gt_export_position(export, node, &x, &y))
        return;
    gt_json_key(json, "x");
    gt_json_number(json, x);
    gt_json_key(json, "y");
    gt_json_number(json, y);
}

static void write_nodes(const struct gt_export *export, const struct gt_property_writer *writer)
{
    gt_json_array_begin(writer->json);
    for (uint32_t i = 0; i < export->graph->n_nodes; i++) {
        if (export->selected && !export->selected->node[i])
            continue;
        gt_json_object_begin(writer->json);
        gt_write_properties(writer, GT_OWNER_NODE, &export->graph->nodes[i]);
        gt_write_columns(writer, i);
        write_position(export, writer->json, i);
        gt_json_object_end(writer->json);
    }
    gt_json_array_end(writer->json);
}

static void write_links(const struct gt_export *export, const struct gt_property_writer *writer)
{
    gt_json_array_begin(writer->json);
    for (uint32_t i = 0; i < export->graph->n_edges; i++) {
        const struct gt_edge *edge = &export->graph->edges[i];
        if (export->selected && !export->selected->edge[i])
            continue;
        gt_json_object_begin(writer->json);
        gt_json_key(writer->json, "key");
        gt_json_text(writer->json, gt_edge_types[edge->type].name);
        gt_write_properties(writer, GT_OWNER_EDGE, edge);
        gt_write_edge_facts(writer, edge);
        gt_json_object_end(writer->json);
    }
    gt_json_array_end(writer->json);
}

void gt_export_node_link(const struct gt_export *export, struct gt_buffer *out)
{
    struct gt_json json = GT_JSON(out, 1);
    struct gt_property_writer writer = {.graph = export->graph, .json = &json};
    gt_json_object_begin(&json);
    gt_json_key(&json, "directed");
    gt_json_bool(&json, true);
    gt_json_key(&json, "multigraph");
    gt_json_bool(&json, true);
    gt_json_key(&json, "graph");
    gt_json_object_begin(&json);
    gt_write_graph_facts(&writer, export->stamp);
    gt_json_object_end(&json);
    gt_json_key(&json, "nodes");
    write_nodes(export, &writer);
    gt_json_key(&json, "links");
    write_links(export, &writer);
    gt_json_object_end(&json);
}
