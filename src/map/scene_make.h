/* scene_make.h: the steps in which a scene comes to be, one noun a file. */
#ifndef GT_MAP_SCENE_MAKE_H
#define GT_MAP_SCENE_MAKE_H

#include "map/scene.h"

/* Pictures of the field: two when districts stand side by side. */
enum { GT_PICTURES = 2 };

/* The parts of the field (scene_zone.c). */
void gt_scene_add_zones(struct gt_scene *scene);

/* The boxes, each in its zone; box_of[GT_PICTURES * n_nodes], all GT_NONE, gets the number of each
 * node's box by picture (scene_zone.c). */
void gt_scene_add_boxes(struct gt_scene *scene, const struct gt_selected *selected,
                        uint32_t *box_of);

/* Labels and extents of all boxes (scene_size.c). */
void gt_scene_size_boxes(struct gt_scene *scene);

/* The lines between them (scene_line.c). */
void gt_scene_add_lines(struct gt_scene *scene, const struct gt_selected *selected,
                        const uint32_t *box_of);

/* The class that tells what became of a part between two states, with a blank before it; "" when
 * there is one state only. */
const char *gt_scene_change_class(const struct gt_scene *scene, enum gt_change change);

#endif
