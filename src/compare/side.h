/* side.h: on whose side a node stands when the ecosystems of two districts are compared. */
#ifndef GT_COMPARE_SIDE_H
#define GT_COMPARE_SIDE_H

#include "graph/district.h"

/* The ecosystems that a node is in: of district A alone, of B alone, of both, of neither. */
enum gt_side { GT_SIDE_NEITHER, GT_SIDE_A, GT_SIDE_B, GT_SIDE_SHARED };

/* The two districts that are compared. */
struct gt_pair {
    enum gt_district a, b;
};

/* The side that a set of districts puts something on. */
enum gt_side gt_side_of_districts(gt_districts districts, struct gt_pair pair);

/* The side of each node: an array of n_nodes that the caller frees. What stands for one of the two
 * districts itself (gt_node_is_district_own) is on its district's side even where the other's
 * replies name it too: 长宁区 in a reply of 普陀 is no shared node. O(|V| + |E| + |statements|). */
enum gt_side *gt_side_of_nodes(const struct gt_graph *graph, enum gt_membership by,
                               struct gt_pair pair);

/* True for a place node or agency of one of the two districts, and not of both. */
bool gt_node_is_own(const struct gt_node *node, struct gt_pair pair);

/* True for the place node of one of the two districts: ways between the ecosystems leave it out,
 * because whatever a reply says "our district" supports is two ties from everything else. */
bool gt_node_is_own_place(const struct gt_node *node, struct gt_pair pair);

#endif
