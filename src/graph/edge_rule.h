/* edge_rule.h: which types of nodes an edge type can tie (edge_rule.def). Sets of types are bits.
 */
#ifndef GT_GRAPH_EDGE_RULE_H
#define GT_GRAPH_EDGE_RULE_H

#include "graph/ontology.h"

/* The types that may stand at the source of an edge type. */
uint32_t gt_edge_sources(enum gt_edge_type type);

/* The types that may stand at its target when one of `sources` stands at its source. */
uint32_t gt_edge_targets(enum gt_edge_type type, uint32_t sources);

bool gt_edge_allows(enum gt_edge_type type, enum gt_node_type source, enum gt_node_type target);

#endif
