/* separator.h: the fewest nodes whose removal separates two ecosystems. */
#ifndef GT_COMPARE_SEPARATOR_H
#define GT_COMPARE_SEPARATOR_H

#include "base/error.h"
#include "compare/side.h"
#include "graph/view.h"

struct gt_separator {
    /* A smallest set of vertices, of any side, such that without them no way leads from a vertex of
     * GT_SIDE_A to one of GT_SIDE_B; ascending. Of the smallest sets, one with as many vertices as
     * possible that are on neither side alone, and of these the one nearest to A. By Menger's
     * theorem there are n, and no more, ways from A to B that have no vertex in common. */
    uint32_t *vertex, n; /* 0: no way leads from A to B as it is */
    bool unique;         /* no other set is as small with as many such vertices */

    /* When n is 1: every vertex that separates A from B alone, ascending. */
    uint32_t *single, n_single;
};

/* Minimum cut of a network in which every vertex is an arc: Menger, "Zur allgemeinen
 * Kurventheorie", Fund. Math. 10 (1927); Even, "An algorithm for determining whether the
 * connectivity of a graph is at least k", SIAM J. Comput. 4 (1975). igraph's maxflow (Goldberg and
 * Tarjan): O(|V|^3) at worst. */
GT_MUST_USE bool gt_separator_find(const struct gt_view *view, const enum gt_side *side,
                                   struct gt_separator *separator, struct gt_error *err);

void gt_separator_fini(struct gt_separator *separator);

#endif
