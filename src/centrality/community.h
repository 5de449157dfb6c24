/* community.h: dividing a view into communities: groups with more ties inside than chance would
 * give. */
#ifndef GT_CENTRALITY_COMMUNITY_H
#define GT_CENTRALITY_COMMUNITY_H

#include "base/error.h"
#include "graph/view.h"

/* Fills community[n_vertices] with numbers from 0, by size, largest first (equal ones by their
 * smallest vertex); *n (may be null) is how many there are. Direction is ignored: the view must be
 * undirected; weights are strengths. Both methods maximise modularity (Newman and Girvan, "Finding
 * and evaluating community structure in networks", Physical Review E 69 (2004)).
 *
 * leiden: Traag, Waltman, van Eck, "From Louvain to Leiden", Scientific Reports 9 (2019), until
 * nothing changes, seed 1: igraph_community_leiden. fast_greedy: Clauset, Newman, Moore, "Finding
 * community structure in very large networks", Physical Review E 70 (2004):
 * igraph_community_fastgreedy. Fails with GT_USAGE for another method. */
GT_MUST_USE bool gt_community_find(const struct gt_view *view, const char *method,
                                   uint32_t *community, uint32_t *n, struct gt_error *err);

#endif
