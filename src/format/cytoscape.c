/* cytoscape.c: the JSON that Cytoscape.js takes as `elements` and Cytoscape 3 imports (.cyjs).
 *
 *     {"data": {...}, "elements": {"nodes": [{"data": {"id", "label", ...}, "position": {"x",
 * "y"}}], "edges": [{"data": {"id", "source", "target", ...}}]}}
 *
 * https://js.cytoscape.org/#notation/elements-json. The id of an edge is SOURCE:TYPE:TARGET; no
 * slug holds a colon, so it is unique. */
#include "format/export.h"
#include "format/property_writer.h"

static void write_position(const struct gt_export *export, struct gt_json *json, uint32_t node)
{
    double x, y;
    if (!gt_export_position(export, node, &x, &y))
        return;
    gt_json_key(json, "position");
    gt_json_object_begin(json);
    gt_json_key(json, "x");
    gt_json_number(json, x);
    gt_json_key(json, "y");
    gt_json_number(json, y);
    gt_json_object_end(json);
}

static void write_nodes(const struct gt_export *export, const struct gt_property_writer *writer)
{
    struct gt_json *json = writer->json;
    gt_json_array_begin(json);
    for (uint32_t i = 0; i < export->graph->n_nodes; i++) {
        const struct gt_node *node = &export->graph->nodes[i];
        if (export->selected && !export->selected->node[i])
            continue;
        gt_json_object_begin(json);
        gt_json_key(json, "data");
        gt_json_object_begin(json);
        gt_json_key(json, "label");
        gt_json_text(json, gt_node_label(node, export->lang));
        gt_write_properties(writer, GT_OWNER_NODE, node);
        gt_write_columns(writer, i);
        gt_json_object_end(json);
        write_position(export, json, i);
        gt_json_object_end(json);
    }
    gt_json_array_end(json);
}

static void write_edge(const struct gt_property_writer *writer, const struct gt_edge *edge,
                       enum gt_lang lang)
{
    struct gt_json *json = writer->json;
    struct gt_arena arena = {0};
    gt_json_object_begin(json);
    gt_json_key(json, "data");
    gt_json_object_begin(json);
    gt_json_key(json, "id");
    gt_json_text(json, gt_arena_format(&arena, "%s:%s:%s", writer->graph->nodes[edge->source].id,
                                       gt_edge_types[edge->type].name,
                                       writer->graph->nodes[edge->target].id));
    gt_json_key(json, "label");
    gt_json_text(json, gt_edge_types[edge->type].title.in[lang]);
    gt_write_properties(writer, GT_OWNER_EDGE, edge);
    gt_write_edge_facts(writer, edge);
    gt_json_object_end(json);
    gt_json_object_end(json);
    gt_arena_fini(&arena);
}

static void write_edges(const struct gt_export *export, const struct gt_property_writer *writer)
{
    gt_json_array_begin(writer->json);
    for (uint32_t i = 0; i < export->graph->n_edges; i++)
        if (!export->selected || export->selected->edge[i])
            write_edge(writer, &export->graph->edges[i], export->lang);
    gt_json_array_end(writer->json);
}

void gt_export_cytoscape(const struct gt_export *export, struct gt_buffer *out)
{
    struct gt_json json = GT_JSON(out, 1);
    struct gt_property_writer writer = {.graph = export->graph, .json = &json, .skip_label = true};
    gt_json_object_begin(&json);
    gt_json_key(&json, "data");
    gt_json_object_begin(&json);
    gt_write_graph_facts(&writer, export->stamp);
    gt_json_object_end(&json);
    gt_json_key(&json, "elements");
    gt_json_object_begin(&json);
    gt_json_key(&json, "nodes");
    write_nodes(export, &writer);
    gt_json_key(&json, "edges");
    write_edges(export, &writer);
    gt_json_object_end(&json);
    gt_json_object_end(&json);
}
