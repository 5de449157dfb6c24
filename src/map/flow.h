/* flow.h: the lines of a layered map, and the amounts that stand on them. */
#ifndef GT_MAP_FLOW_H
#define GT_MAP_FLOW_H

#include "map/layer.h"
#include "map/scene.h"

/* Points of an amount at zoom 1. */
#define GT_AMOUNT_FONT 9.5

/* Words for each line's amount: "8108万元". Null where none is stated. */
void gt_flow_name_amounts(struct gt_scene *scene);

/* The width that the widest amount asks for, with room around it; 0 without amounts. */
double gt_flow_amount_width(const struct gt_scene *scene);

/* Runs the lines from the right side of their source to the left side of their target, each from a
 * place of its own; long ones through the heights that the layout kept free. O(lines * boxes). */
void gt_flow_route(struct gt_scene *scene, const struct gt_layout_bend *bend);

/* Finds a place on its line for every amount, off all boxes and other amounts; one that finds none
 * loses its label, and scene->hidden_amounts counts it. */
void gt_flow_place_amounts(struct gt_scene *scene);

/* Adds the amounts to what is drawn. */
void gt_flow_add_amounts(struct gt_scene *scene);

#endif
