/* zone.h: dividing the field among zones, and what stands in them with it. */
#ifndef GT_MAP_ZONE_H
#define GT_MAP_ZONE_H

#include "map/layout.h"

/* Divides the field by what the zones hold (zone.c): sets cells and zones, about as wide to high as
 * the ratio, from (0, 0). Patches want first positions. */
void gt_layout_divide(struct gt_layout *layout, double ratio);

/* Maps the cells linearly, zones with their constant frames, and boxes with their zones. Factors
 * are 1 at least. */
void gt_layout_scale(struct gt_layout *layout, double x_factor, double y_factor);

/* Right and lower border of all cells. */
struct gt_point gt_layout_extent(const struct gt_layout *layout);

/* Scales what stands in each zone into it, overlapping as it may. */
void gt_layout_fit(struct gt_layout *layout);

/* Stretches what stands in each zone to the zone's full size, by `most` at most, and sets it in the
 * middle; boxes move only apart. */
void gt_layout_fill(struct gt_layout *layout, double most);

#endif
