/* graph_reader.h: reading a file of our own JSON format into a graph.
 *
 *     {"documents": [...], "nodes": [...], "edges": [...]}
 *
 * The members of documents, nodes, edges and statements are the rows of graph/property.def. A file
 * stands on its own: the ends of its edges, the issuers of its documents and the documents of its
 * evidence are in it. "$schema" may name the schema; "stamp", which exports write, is passed over.
 */
#ifndef GT_FORMAT_GRAPH_READER_H
#define GT_FORMAT_GRAPH_READER_H

#include "graph/graph.h"

#include <stddef.h>

enum {
    GT_EDGE_STATEMENTS = 10000,     /* most statements of one edge in a file */
    GT_FILE_MENTIONS = 16 * 1000000 /* most pairs of node and document that a file implies */
};

/* Puts what the n bytes (which a NUL follows) hold into the graph; `file` names them in places.
 * Every fault of the file is added; a record with faults is left out. `notes` (null: not wanted)
 * gets what is no fault but worth a look: properties that differ from those read before. */
void gt_graph_read(struct gt_graph *graph, const char *file, const char *bytes, size_t n,
                   struct gt_faults *faults, struct gt_faults *notes);

/* What "$schema" says in the n bytes (which a NUL follows) of a file, copied to the arena; null
 * when it says nothing, or the bytes are no JSON. */
const char *gt_graph_read_schema(const char *bytes, size_t n, struct gt_arena *arena);

#endif
