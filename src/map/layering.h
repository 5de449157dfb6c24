/* layering.h: one connected part of a layered map, for layer.c. */
#ifndef GT_MAP_LAYERING_H
#define GT_MAP_LAYERING_H

#include "map/layout.h"

/* A free way through a column: from side to side at a height. */
struct gt_layout_stop {
    double left, right, y;
};

struct gt_layering;

/* Orders the boxes of a part in columns that are about `tallest` points high at most (0: only finds
 * layers, for gt_layering_tallest()). Boxes and ties are borrowed until gt_layering_free().
 * O(ties^2) for up to some thousands, then without an order that lessens crossings. */
struct gt_layering *gt_layering_new(const struct gt_layout *part, double tallest);
void gt_layering_free(struct gt_layering *layering);

/* The height of the highest layer, were it one column. */
double gt_layering_tallest(const struct gt_layout *part);

/* Places the boxes from (0, 0) on, with a gutter between columns, and what the labels of the ties
 * that start there want besides. Returns the extent. */
struct gt_point gt_layering_place(struct gt_layering *layering, double gutter,
                                  const double *label_width);

/* The column of a box of the part. */
struct gt_layout_stop gt_layering_column(const struct gt_layering *layering, uint32_t box);

/* Where a tie passes through columns, from its source on; null only counts. */
uint32_t gt_layering_stops(const struct gt_layering *layering, uint32_t tie,
                           struct gt_layout_stop *stop);

#endif
