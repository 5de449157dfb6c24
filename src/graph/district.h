/* district.h: which district's ecosystem a node or tie belongs to.
 *
 * A node is in district D's ecosystem when a reply of a D agency names it or states an edge of it
 * (evidence), or when its `districts` name D (attribute). */
#ifndef GT_GRAPH_DISTRICT_H
#define GT_GRAPH_DISTRICT_H

#include "graph/graph.h"

enum gt_membership { GT_BY_BOTH, GT_BY_EVIDENCE, GT_BY_ATTRIBUTE };

/* The districts of each node as bits: an array of n_nodes that the caller frees. */
gt_districts *gt_district_of_nodes(const struct gt_graph *graph, enum gt_membership by);

/* The districts whose replies state an edge. */
gt_districts gt_district_of_edge(const struct gt_graph *graph, uint32_t edge);

/* The districts that the graph speaks of: of its documents. */
gt_districts gt_district_all(const struct gt_graph *graph);

/* True for what stands for a district itself and so is never shared: its `place` node of level
 * district, and its agencies. */
bool gt_node_is_district_own(const struct gt_node *node);

/* True for a district's own place node (长宁区): paths run through it for no reason. */
bool gt_node_is_district_place(const struct gt_node *node);

#endif
