/* side.c: on whose side a node stands when the ecosystems of two districts are compared. */
#include "compare/side.h"

#include "base/memory.h"

#include <stdlib.h>

enum gt_side gt_side_of_districts(gt_districts districts, struct gt_pair pair)
{
    bool in_a = districts >> pair.a & 1, in_b = districts >> pair.b & 1;
    if (in_a && in_b)
        return GT_SIDE_SHARED;
    return in_a ? GT_SIDE_A : in_b ? GT_SIDE_B : GT_SIDE_NEITHER;
}

bool gt_node_is_own(const struct gt_node *node, struct gt_pair pair)
{
    enum gt_side side = gt_side_of_districts(node->districts, pair);
    return gt_node_is_district_own(node) && (side == GT_SIDE_A || side == GT_SIDE_B);
}

bool gt_node_is_own_place(const struct gt_node *node, struct gt_pair pair)
{
    return gt_node_is_district_place(node) && gt_node_is_own(node, pair);
}

enum gt_side *gt_side_of_nodes(const struct gt_graph *graph, enum gt_membership by,
                               struct gt_pair pair)
{
    gt_districts *districts = gt_district_of_nodes(graph, by);
    enum gt_side *side = gt_xcalloc(graph->n_nodes, sizeof *side);
    for (uint32_t i = 0; i < graph->n_nodes; i++) {
        const struct gt_node *node = &graph->nodes[i];
        side[i] = gt_side_of_districts(districts[i], pair);
        if (side[i] != GT_SIDE_NEITHER && gt_node_is_own(node, pair))
            side[i] = gt_side_of_districts(node->districts, pair);
    }
    free(districts);
    return side;
}
