/* page.h: the page: the field with its zones, between what stands above and below. */
#ifndef GT_MAP_PAGE_H
#define GT_MAP_PAGE_H

#include "map/scene.h"

/* Lays the boxes out and sets page, zones, title, legend and footer around them. */
GT_MUST_USE bool gt_scene_arrange(struct gt_scene *scene, struct gt_error *err);

/* The width that the page will have, about. */
double gt_scene_expected_width(struct gt_scene *scene);

#endif
