/* property.h: the properties of documents, nodes, edges and statements as a table, so that code can
 * walk them; the rows are in property.def. */
#ifndef GT_GRAPH_PROPERTY_H
#define GT_GRAPH_PROPERTY_H

#include "base/lang.h"

#include <stdbool.h>
#include <stddef.h>

enum gt_property_kind {
#define PROPERTY_KIND(name, type) GT_KIND_##name,
#include "graph/property_kind.def"
#undef PROPERTY_KIND
    GT_PROPERTY_KINDS
};

enum { GT_LABEL_CODES = 12 };     /* longest label of a node, in code points */
enum { GT_EVIDENCE_CODES = 120 }; /* longest span of evidence, in code points */

struct gt_property {
    const char *name;
    enum gt_property_kind kind;
    bool required;
    size_t offset; /* in struct gt_document, gt_node, gt_edge or gt_statement */
    struct gt_text title;
};

/* What has properties. */
enum gt_owner { GT_OWNER_DOCUMENT, GT_OWNER_NODE, GT_OWNER_EDGE, GT_OWNER_STATEMENT, GT_OWNERS };

/* The properties of an owner, in file order; *n is their number. */
const struct gt_property *gt_properties(enum gt_owner owner, size_t *n);

#endif
