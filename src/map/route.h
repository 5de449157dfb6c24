/* route.h: how lines run. */
#ifndef GT_MAP_ROUTE_H
#define GT_MAP_ROUTE_H

#include "map/scene.h"

/* Bends the lines around boxes and headings. */
void gt_scene_route(struct gt_scene *scene);

/* Cuts a line that runs from inside one box to inside another at their outlines. */
void gt_scene_cut_line(const struct gt_scene *scene, struct gt_scene_line *line);

#endif
