/* find.h: naming a node: by slug, name, label, English name or alias. */
#ifndef GT_GRAPH_FIND_H
#define GT_GRAPH_FIND_H

#include "graph/graph.h"

/* Finds the one node that a user means. In this order: id; name, label or English name; alias; each
 * compared by gt_text_key(). Fails with GT_USAGE when none fits (and names the nearest, "did you
 * mean"), or when several fit equally (and lists them). O(|V|). */
GT_MUST_USE bool gt_find_node(const struct gt_graph *graph, const char *text, uint32_t *node,
                              struct gt_error *err);

#endif
