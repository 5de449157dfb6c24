/* through.h: what two districts share without sharing a node: the parent, industry or place that a
 * node of A and a node of B are both tied to.
 *
 * 微系统所 is in 长宁's replies and 上海药物所 in 普陀's; both are part of 中科院. */
#ifndef GT_COMPARE_THROUGH_H
#define GT_COMPARE_THROUGH_H

#include "compare/overlap.h"

/* The edge types that a thing is shared through, as bits: source part of, located in or focused on
 * the thing. */
enum {
    GT_THROUGH_TYPES = 1 << GT_EDGE_part_of | 1 << GT_EDGE_located_in | 1 << GT_EDGE_focuses_on,
};

/* A node of one side, and the tie from it to the thing. */
struct gt_through_end {
    uint32_t node, edge;
};

/* A thing, and the nodes of A alone and of B alone that have a tie of one type to it; at least one
 * of each; by node number. */
struct gt_through {
    uint32_t thing; /* a node of any side, but no place node of the two districts */
    enum gt_edge_type type;
    struct gt_through_end *a, *b;
    uint32_t n_a, n_b;
};

struct gt_throughs {
    struct gt_through *item;
    uint32_t n;
    struct gt_arena arena;
};

/* Finds all that is shared through selected ties of some types (bits of enum gt_edge_type), in the
 * order of edge types, then of how many pairs of an A node and a B node meet there, most first,
 * then of the things' numbers. O(|V| + |E| log |E|). */
void gt_through_find(const struct gt_overlap *overlap, uint32_t edge_types,
                     struct gt_throughs *throughs);

void gt_throughs_fini(struct gt_throughs *throughs);

#endif
