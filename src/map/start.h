/* start.h: first positions of boxes, by Graphviz. */
#ifndef GT_MAP_START_H
#define GT_MAP_START_H

#include "map/layout.h"

/* Runs in a child process. Boxes may overlap. */
GT_MUST_USE bool gt_layout_start(struct gt_layout *layout, struct gt_error *err);

#endif
