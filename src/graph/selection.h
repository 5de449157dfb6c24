/* selection.h: which part of a graph is looked at. */
#ifndef GT_GRAPH_SELECTION_H
#define GT_GRAPH_SELECTION_H

#include "base/json_writer.h"
#include "graph/district.h"

/* Zeroed selects everything. Sets are bits, 0 meaning all.
 *
 * Nodes are kept by type and district. Edges are kept when both ends are, by type, status (of the
 * edge), date (of any statement), and, with districts, when a reply of one of them states the edge
 * or it lies within what their nodes' attributes name. Where edges are filtered by type, status or
 * date, nodes left without a tie are dropped too. */
struct gt_selection {
    uint32_t node_types, edge_types, statuses;
    gt_districts districts;
    enum gt_membership by;
    const char *since, *until; /* ISO dates, inclusive; null is open. "2024" as until is its end */
    uint32_t around;           /* with `hops` > 0: only nodes within that many ties of this node */
    uint32_t hops;
    uint32_t named[2]; /* nodes asked for by name: of any type and district */
    uint32_t n_named;
    const bool *without; /* null, or [n_nodes]: nodes left out; borrowed */
};

/* What was selected: flags by node and by edge number. Zeroed is empty. */
struct gt_selected {
    bool *node, *edge;
    uint32_t n_nodes, n_edges;
};

void gt_selected_fini(struct gt_selected *selected);

/* Finds the selected nodes and edges. Never fails. O(|V| + |E| + |statements|). */
void gt_select(const struct gt_graph *graph, const struct gt_selection *selection,
               struct gt_selected *selected);

/* The selection as members of an open JSON object: only what restricts. */
void gt_selection_describe(const struct gt_graph *graph, const struct gt_selection *selection,
                           struct gt_json *json);

#endif
