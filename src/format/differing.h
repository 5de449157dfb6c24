/* differing.h: noting where files disagree about the same node or document.
 *
 * It is no fault: the one read first stays. But a label that differs between files, or a level, is
 * most often a slip. */
#ifndef GT_FORMAT_DIFFERING_H
#define GT_FORMAT_DIFFERING_H

#include "graph/graph.h"

/* Compares what is about to be put with what the graph has under its id; call before putting.
 * Lists are united and names merge, so they do not differ. A null `notes` compares nothing. */
void gt_differing_document(const struct gt_graph *graph, const struct gt_document *document,
                           struct gt_faults *notes);
void gt_differing_node(const struct gt_graph *graph, const struct gt_node *node,
                       struct gt_faults *notes);

#endif
