/* district.c: which district's ecosystem a node or tie belongs to. */
#include "graph/district.h"

#include "base/memory.h"

gt_districts *gt_district_of_nodes(const struct gt_graph *graph, enum gt_membership by)
{
    gt_districts *districts = gt_xcalloc(graph->n_nodes, sizeof *districts);
    for (uint32_t i = 0; i < graph->n_nodes; i++) {
        const struct gt_node *node = &graph->nodes[i];
        if (by != GT_BY_EVIDENCE)
            districts[i] |= node->districts;
        for (uint32_t k = 0; k < node->documents.n && by != GT_BY_ATTRIBUTE; k++)
            districts[i] |= 1u << graph->documents[node->documents.item[k]].district;
    }
    for (uint32_t e = 0; e < graph->n_edges && by != GT_BY_ATTRIBUTE; e++) {
        gt_districts of_edge = gt_district_of_edge(graph, e);
        districts[graph->edges[e].source] |= of_edge;
        districts[graph->edges[e].target] |= of_edge;
    }
    return districts;
}

gt_districts gt_district_of_edge(const struct gt_graph *graph, uint32_t edge)
{
    gt_districts districts = 0;
    const struct gt_edge *this = &graph->edges[edge];
    for (uint32_t i = this->first; i < this->first + this->n; i++)
        districts |= 1u << graph->documents[graph->statements[i].evidence.document].district;
    return districts;
}

gt_districts gt_district_all(const struct gt_graph *graph)
{
    gt_districts districts = 0;
    for (uint32_t i = 0; i < graph->n_documents; i++)
        districts |= 1u << graph->documents[i].district;
    return districts;
}

bool gt_node_is_district_place(const struct gt_node *node)
{
    return node->type == GT_NODE_place && node->level == GT_LEVEL_district && node->districts;
}

bool gt_node_is_district_own(const struct gt_node *node)
{
    return gt_node_is_district_place(node) ||
           (node->type == GT_NODE_agency && node->level == GT_LEVEL_district);
}
