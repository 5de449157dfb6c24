/* force.h: spreading boxes over their zones. */
#ifndef GT_MAP_FORCE_H
#define GT_MAP_FORCE_H

#include "map/layout.h"

/* O(n^2) a round, rounds in bounded number. Boxes may overlap. */
void gt_layout_spread(struct gt_layout *layout);

#endif
