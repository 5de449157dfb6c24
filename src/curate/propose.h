/* propose.h: pairs of nodes that may be one organisation, each with its reason.
 *
 * How it works: the names and aliases of all nodes are taken apart (name.h). Names of equal content
 * meet in a table; a short name meets the longer ones that have its rarest character. Guards keep
 * apart: nodes of different types, tied nodes (东华大学 and its 科技园: the tie says that they are
 * two), a name that is the other's beginning up to its own head (parent and child), different
 * numbers, phases or sides (一期, 二期), different districts, cities or levels (区科委 of two
 * districts), and what a decision calls different. */
#ifndef GT_CURATE_PROPOSE_H
#define GT_CURATE_PROPOSE_H

#include "base/lang.h"
#include "graph/graph.h"

enum gt_reason {
#define REASON(name, ...) GT_REASON_##name,
#include "curate/reason.def"
#undef REASON
    GT_REASONS
};

struct gt_reason_info {
    const char *name;
    double confidence;
    struct gt_text title;
};

extern const struct gt_reason_info gt_reasons[GT_REASONS];

struct gt_proposal {
    uint32_t left, right; /* nodes, left < right */
    enum gt_reason reason;
    double confidence;                  /* the reason's, less where a name fits several nodes */
    const char *left_form, *right_form; /* the names that meet; the graph's */
};

struct gt_proposals {
    struct gt_proposal *item;
    size_t n, room;
};

void gt_proposals_fini(struct gt_proposals *proposals);

/* Finds the pairs, surest first, then by number. Works on a finished graph. */
void gt_propose(const struct gt_graph *graph, struct gt_proposals *proposals);

#endif
