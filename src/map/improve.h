/* improve.h: moves and swaps of boxes that shorten ties and take crossings away. */
#ifndef GT_MAP_IMPROVE_H
#define GT_MAP_IMPROVE_H

#include "map/layout.h"

/* Boxes keep the gap to each other. `part` of the steps that do it well. */
void gt_layout_improve(struct gt_layout *layout, double gap, double part);

/* The same by swaps only, of boxes with the same number in seat[n_boxes]. */
void gt_layout_reseat(struct gt_layout *layout, double gap, const uint32_t *seat);

/* What gt_layout_improve() makes less of: lengths, hits and crossings of ties. */
double gt_layout_cost(struct gt_layout *layout);

#endif
