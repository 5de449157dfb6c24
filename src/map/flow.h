/* flow.h: the lines of a layered map. */
#ifndef GT_MAP_FLOW_H
#define GT_MAP_FLOW_H

#include "map/stage.h"

/* Runs the lines from the right side of their source to the left side of their target, each from a
 * place of its own; long ones through the ways that the layout kept free. */
void gt_flow_route(const struct gt_stage *stage);

#endif
