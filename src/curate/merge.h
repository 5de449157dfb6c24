/* merge.h: putting what was accepted into a graph, and never losing what is there.
 *
 * How it works: a node of a draft is one of the graph when it has its identifier and type, or, with
 * the same type, exactly one of its names (区科委 only within the district); otherwise it is new.
 * Then the decisions join what they call the same. Merged nodes keep all names, mentions, districts
 * and documents; statements keep their evidence; of properties that differ the graph's stays, and
 * the difference is told. */
#ifndef GT_CURATE_MERGE_H
#define GT_CURATE_MERGE_H

#include "curate/decision.h"

/* How a draft's node came into the graph. */
enum gt_arrival { GT_ARRIVAL_NEW, GT_ARRIVAL_BY_ID, GT_ARRIVAL_BY_NAME, GT_ARRIVALS };

struct gt_merge_size {
    uint32_t documents, nodes, edges, statements;
};

/* Tells in `notes` where a node differs from the graph's of its id; may be null. */
typedef void gt_merge_differing(const struct gt_graph *graph, const struct gt_node *node,
                                struct gt_faults *notes);

struct gt_merge {
    const struct gt_decisions *decisions;
    gt_merge_differing *differing;
    struct gt_faults *faults; /* contradictions: the result must not be used */
    struct gt_faults *notes;  /* what is worth a look */
    /* results */
    struct gt_merge_size before, after;
    uint32_t arrivals[GT_ARRIVALS]; /* nodes of drafts */
    uint32_t n_joined;              /* nodes that decisions made part of another */
};

/* Adds drafts to a graph (null: an empty one) and returns the result, finished, which the caller
 * frees; neither graph nor drafts change. Contradictions that would spoil data are added to
 * merge->faults: a document of another text, decisions against each other or against a tie. */
struct gt_graph *gt_merge_graphs(struct gt_merge *merge, const struct gt_graph *graph,
                                 const struct gt_graph *const *drafts, size_t n);

#endif
