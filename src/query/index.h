/* index.h: what is looked up by what: lists of edges by end and type, of nodes by type, of
 * statements by document; and sums that are dear to work out. Each is made when it is first asked
 * for. */
#ifndef GT_QUERY_INDEX_H
#define GT_QUERY_INDEX_H

#include "graph/district.h"

/* Members of group g: item[offset[g] .. offset[g + 1]), ascending. */
struct gt_groups {
    uint32_t *offset, *item;
};

struct gt_index {
    const struct gt_graph *graph; /* borrowed */
    struct gt_groups by_source, by_target, by_edge_type, by_node_type, by_document;
    uint32_t *sorted_nodes, *sorted_edges;
    gt_districts *evidence; /* [n_nodes] districts by evidence */
    double *share;          /* [n_statements] amount, joint sums divided */
};

void gt_index_fini(struct gt_index *index);

const struct gt_groups *gt_index_by_source(struct gt_index *index);    /* edges */
const struct gt_groups *gt_index_by_target(struct gt_index *index);    /* edges */
const struct gt_groups *gt_index_by_edge_type(struct gt_index *index); /* edges */
const struct gt_groups *gt_index_by_node_type(struct gt_index *index); /* nodes */
const struct gt_groups *gt_index_by_document(struct gt_index *index);  /* statements */
/* All nodes, or all edges, by the name of their type, then by number. */
const uint32_t *gt_index_sorted(struct gt_index *index, bool edges);

const gt_districts *gt_index_evidence(struct gt_index *index);

/* The same as gt_statement_share() of every statement, in O(n log n) for all. */
const double *gt_index_share(struct gt_index *index);

#endif
