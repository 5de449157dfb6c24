/* crowd.h: first positions of a component of thousands. */
#ifndef GT_MAP_CROWD_H
#define GT_MAP_CROWD_H

#include "map/layout.h"

/* Places n boxes that are tied to each other around (0, 0). O(n log n) for sparse graphs. */
void gt_layout_crowd(struct gt_layout *layout, const uint32_t *box, uint32_t n);

#endif
