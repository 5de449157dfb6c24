/* overlap.h: what the ecosystems of two districts have in common, and what only one of them has.
 *
 * An overlap is of a selection of a graph; nodes count by the side they stand on (compare/side.h),
 * ties by whose replies state them. Counts are of nodes and ties, indices are in [0, 1]. */
#ifndef GT_COMPARE_OVERLAP_H
#define GT_COMPARE_OVERLAP_H

#include "base/error.h"
#include "compare/side.h"
#include "graph/view.h"

/* Numbers of nodes or ties by side, ascending. |A| is a_only.n + shared.n. */
struct gt_share {
    struct gt_numbers a_only, shared, b_only;
};

/* |A ∩ B| / |A ∪ B|: NAN when both are empty.
 * Jaccard, "Étude comparative de la distribution florale", Bull. Soc. Vaud. Sci. Nat. 37 (1901). */
double gt_share_jaccard(const struct gt_share *share);

/* The overlap coefficient |A ∩ B| / min(|A|, |B|): NAN when one is empty. Unlike Jaccard's index it
 * reaches 1 when a small ecosystem lies within a large one.
 * Szymkiewicz, "Une contribution statistique à la géographie floristique", Acta Soc. Bot. Pol. 11
 * (1934); Simpson, "Mammals and the nature of continents", Am. J. Sci. 241 (1943). */
double gt_share_overlap(const struct gt_share *share);

/* The side that alone has any: A or B; SHARED when both do, NEITHER when none does. The gap list
 * is where this says A or B. */
enum gt_side gt_share_holder(const struct gt_share *share);

struct gt_overlap {
    const struct gt_graph *graph; /* borrowed */
    struct gt_selection selection;
    struct gt_pair pair;
    enum gt_side *side; /* [n_nodes]; NEITHER for nodes outside the selection */
    bool *edge;         /* [n_edges] selected */

    /* The districts' own place nodes and agencies count in |A| or |B| but are never shared. */
    struct gt_share nodes, node_type[GT_NODE_TYPES];
    uint32_t own_a, own_b;

    /* Ties by the district whose replies state them; shared is stated by both. */
    struct gt_share ties, edge_type[GT_EDGE_TYPES];
    struct gt_numbers between_shared; /* ties, stated by anyone, of two shared nodes */

    /* below: for compare/ only */
    bool *without; /* [n_nodes] what the selection leaves out, and the two place nodes */
    uint32_t *tie, *tie_offset; /* the selected ties of node i: tie[tie_offset[i] .. [i + 1]) */
    struct gt_arena arena;
};

/* Compares two districts; ended by gt_overlap_free(). Fails with GT_USAGE when they are the same,
 * or when one has no node in the graph. O(|V| + |E| + |statements|). */
GT_MUST_USE bool gt_overlap_new(const struct gt_graph *graph, const struct gt_selection *selection,
                                struct gt_pair pair, struct gt_overlap **overlap,
                                struct gt_error *err);

void gt_overlap_free(struct gt_overlap *overlap);

/* The selected ties of a node that replies of one district (GT_SIDE_A or GT_SIDE_B) state: the
 * evidence for its being shared. Empty where the replies only name it. Numbers of edges in
 * ascending order, in the arena. Linear in the node's ties and their statements. */
struct gt_numbers gt_overlap_ties(const struct gt_overlap *overlap, uint32_t node,
                                  enum gt_side side, struct gt_arena *arena);

/* The view that ways between the ecosystems are looked for in: undirected, parallel ties merged, no
 * weights; without the two district place nodes unless `with_places`. The overlap must outlive it.
 * Ended by gt_view_free(). */
GT_MUST_USE bool gt_overlap_view(const struct gt_overlap *overlap, bool with_places,
                                 struct gt_view **view, struct gt_error *err);

/* The side of each vertex of a view of the overlap's graph; the caller frees. */
enum gt_side *gt_overlap_sides(const struct gt_overlap *overlap, const struct gt_view *view);

#endif
