/* steps.h: where the boxes of a map stand, in the order of the steps.
 *
 * How it works: Graphviz lays each component out (start.c); forces spread the boxes over their zone
 * (force.c); overlaps are taken away (overlap.c); moves and swaps shorten ties and free them from
 * crossings and from boxes in their way (improve.c). The steps behind the first use no library, so
 * that one seed gives one picture. */
#ifndef GT_MAP_STEPS_H
#define GT_MAP_STEPS_H

#include "map/layout.h"

/* First positions, the field divided, then all the steps. Runs Graphviz in a child process. O(n^2)
 * steps of bounded number; from GT_CROWD boxes on, only steps that are nearly linear. */
GT_MUST_USE bool gt_layout_run(struct gt_layout *layout, double ratio, struct gt_error *err);

#endif
