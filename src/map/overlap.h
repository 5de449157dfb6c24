/* overlap.h: no two boxes may touch. */
#ifndef GT_MAP_OVERLAP_H
#define GT_MAP_OVERLAP_H

#include "map/layout.h"

/* Moves boxes apart until no two come nearer than `gap`, inside the zones, which grow when there is
 * no room otherwise. Always succeeds. */
void gt_layout_separate(struct gt_layout *layout, double gap);

#endif
