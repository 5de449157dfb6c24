/* check.h: what a graph says that the ontology does not allow, or that is worth a look. */
#ifndef GT_GRAPH_CHECK_H
#define GT_GRAPH_CHECK_H

#include "graph/graph.h"

/* Adds to `faults` what breaks a rule: an edge between types that it does not tie (edge_rule.def),
 * an issuer that is no agency, a long name without label, a label that two nodes share, a
 * district's node that names no district, a source file that is no plain name; and to `notes`
 * (null: not wanted) what may be right: a name by which two nodes are looked up, a fact done after
 * its document's date. Works on a finished graph. O(|V| + |E| + |statements|). */
void gt_check(const struct gt_graph *graph, struct gt_faults *faults, struct gt_faults *notes);

#endif
