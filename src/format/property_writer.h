/* property_writer.h: writing a record's properties as members of a JSON object, by the table of
 * properties; what is absent is left out. */
#ifndef GT_FORMAT_PROPERTY_WRITER_H
#define GT_FORMAT_PROPERTY_WRITER_H

#include "base/json_writer.h"
#include "graph/property.h"
#include "graph/stamp.h"

struct gt_property_writer {
    const struct gt_graph *graph;
    struct gt_json *json;
    const bool *documents; /* [graph->n_documents] those written; null: all */
    uint32_t n_written;    /* of documents: a node named by so many does not list them, as our own
                              format has it; 0 lists them always */
    bool skip_label;       /* the format has a label of its own */
};

/* The members of a document, node, edge or statement. */
void gt_write_properties(const struct gt_property_writer *writer, enum gt_owner owner,
                         const void *record);

/* The statements of an edge as a list of objects. */
void gt_write_statements(const struct gt_property_writer *writer, const struct gt_edge *edge);

/* The documents written, as a list of objects. */
void gt_write_documents(const struct gt_property_writer *writer);

/* For formats of other tools: what a tie is besides its properties ("mutual", "status") and its
 * statements; and, of the whole graph, the stamp (null: none) and the documents. */
void gt_write_edge_facts(const struct gt_property_writer *writer, const struct gt_edge *edge);
void gt_write_graph_facts(const struct gt_property_writer *writer, const struct gt_stamp *stamp);

/* The columns of the graph as members: a node's values where it has any. */
void gt_write_columns(const struct gt_property_writer *writer, uint32_t node);

#endif
