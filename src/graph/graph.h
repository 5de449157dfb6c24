/* graph.h: the typed property graph: documents, nodes, edges, and the statements behind each edge.
 *
 * How it works: readers put documents, nodes and statements in; what is put twice merges (the same
 * id is one node, the same tie is one edge). gt_graph_finish() then orders the statements by edge
 * and gives each edge the status of its newest statement. After that the graph is read only, except
 * for its columns. Numbers of nodes, edges, statements and documents are dense and stay as put;
 * statements are renumbered by gt_graph_finish().
 *
 * All texts are NUL-terminated, valid UTF-8 and belong to the graph's arena. */
#ifndef GT_GRAPH_GRAPH_H
#define GT_GRAPH_GRAPH_H

#include "base/arena.h"
#include "base/fault.h"
#include "base/strmap.h"
#include "base/text.h"
#include "graph/ontology.h"

#include <stdbool.h>
#include <stdint.h>

/* A sum of money in yuan. */
struct gt_amount {
    bool present;
    bool joint; /* several edges or nodes share it: add it up once */
    enum gt_amount_kind kind;
    double value;
};

/* Code points [start, end) of a document's folded text. */
struct gt_span {
    uint32_t document, start, end;
};

/* A set of numbers, ascending. Belongs to an arena. */
struct gt_numbers {
    uint32_t *item, n;
};

#define PROPERTY_KIND(name, type) /* a type's alias, for the fields below */                       \
    typedef type gt_kind_##name;
#include "graph/property_kind.def"
#undef PROPERTY_KIND

#define FIELD(name, kind, ...) gt_kind_##kind name;

struct gt_document {
#define DOCUMENT_PROPERTY FIELD
#include "graph/property.def"
#undef DOCUMENT_PROPERTY
    const char *place; /* where it was read: "graphs/a.json: /documents/0" */
};

struct gt_node {
#define NODE_PROPERTY FIELD
#include "graph/property.def"
#undef NODE_PROPERTY
    const char *place; /* where it was read first */
};

struct gt_edge {
#define EDGE_PROPERTY FIELD
#include "graph/property.def"
#undef EDGE_PROPERTY
    enum gt_edge_status status; /* of the newest document; set by gt_graph_finish() */
    uint32_t first, n;          /* its statements: graph->statements[first .. first + n) */
};

struct gt_statement {
#define STATEMENT_PROPERTY FIELD
#include "graph/property.def"
#undef STATEMENT_PROPERTY
    uint32_t edge;
    double share; /* of its amount; set by gt_graph_finish() */
    const char *place;
};

#undef FIELD

/* A named value for each node, NAN where there is none: how measures reach maps and exports. */
struct gt_column {
    const char *name;
    double *value; /* [n_nodes] */
};

struct gt_graph {
    struct gt_arena arena;
    struct gt_document *documents;
    struct gt_node *nodes;
    struct gt_edge *edges;
    struct gt_statement *statements; /* by edge, newest document first, then by place in the text */
    struct gt_column *columns;
    uint32_t n_documents, n_nodes, n_edges, n_statements, n_columns;
    /* below: for graph/ only */
    size_t room_documents, room_nodes, room_edges, room_statements, room_columns;
    struct gt_strmap document_by_id, node_by_id, edge_by_key;
};

/* An empty graph; ended by gt_graph_free(). */
struct gt_graph *gt_graph_new(void);
void gt_graph_free(struct gt_graph *graph);

/* Put copies every text and returns the number of what is now in the graph, which is an older
 * number when it merged. A contradiction (the same id with another type; the same document with
 * another hash) is added to `faults` with both places, and the older stays.
 *
 * Merging nodes: the fullest name wins and the others become aliases; aliases, mentions,
 * districts and documents are united; of the other properties the first one stays. */
uint32_t gt_graph_put_document(struct gt_graph *graph, const struct gt_document *document,
                               struct gt_faults *faults);
uint32_t gt_graph_put_node(struct gt_graph *graph, const struct gt_node *node,
                           struct gt_faults *faults);

/* Adds a number to a set unless it is there. */
void gt_numbers_add(struct gt_numbers *numbers, uint32_t number, struct gt_arena *arena);

/* Adds a statement of the tie (source, type, target), and the tie if it is new. Ends of a mutual
 * type may come in either order. A statement equal to one that is there in all that it says
 * (everything but rule and confidence, which say how it was found) is dropped, so that reading a
 * file twice changes nothing. Returns the edge. */
uint32_t gt_graph_put_statement(struct gt_graph *graph, uint32_t source, enum gt_edge_type type,
                                uint32_t target, const struct gt_statement *statement);

/* Orders statements and sets each edge's status; call once, when all is put. O(|statements| log).
 */
void gt_graph_finish(struct gt_graph *graph);

/* The number of a node or document by its id, GT_NONE when there is none. */
uint32_t gt_graph_node(const struct gt_graph *graph, const char *id);
uint32_t gt_graph_document(const struct gt_graph *graph, const char *id);

/* Room for a column of that name, all NAN; an older one of the same name is reset. */
double *gt_graph_add_column(struct gt_graph *graph, const char *name);

/* The values of a column, null when there is none. */
const double *gt_graph_column(const struct gt_graph *graph, const char *name);

/* The name for maps and tables in a language: its label, or its name; in English its English name.
 */
const char *gt_node_label(const struct gt_node *node, enum gt_lang lang);

/* The amount that a statement adds to a total: a joint sum is divided among the statements of the
 * same document that share it (same value and kind). 0 without amount. Of a finished graph. */
double gt_statement_share(const struct gt_graph *graph, uint32_t statement);

/* The date of a statement: of the fact where the text gives one, else of the document. */
const char *gt_statement_date(const struct gt_graph *graph, uint32_t statement);

#endif
