/* port.h: where lines leave their boxes. */
#ifndef GT_MAP_PORT_H
#define GT_MAP_PORT_H

#include "map/scene.h"

/* Where lines start and end: places inside their boxes, near the border, in the order in which the
 * lines leave, so that they neither cross there nor end on each other (port.c). `port` gets two
 * points a line. Ways that lines have already, if any (`routed`), decide the order. */
void gt_ports_set(const struct gt_scene *scene, bool routed, struct gt_point *port);

#endif
