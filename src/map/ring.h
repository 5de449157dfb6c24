/* ring.h: boxes on rings around a centre. */
#ifndef GT_MAP_RING_H
#define GT_MAP_RING_H

#include "base/strmap.h"
#include "map/layout.h"

/* Half the extent of a ring; its middle is that of the centre. */
struct gt_layout_ring {
    double x_radius, y_radius;
};

/* Places the boxes of one zone by hop[n_boxes], the ties between each box and the centre (hop 0);
 * GT_NONE is a box for the corner. Sets the cell around them. ring has room for the largest hop;
 * returns how many there are. O(n^2). */
uint32_t gt_layout_rings(struct gt_layout *layout, const uint32_t *hop, double ratio,
                         struct gt_layout_ring *ring);

#endif
