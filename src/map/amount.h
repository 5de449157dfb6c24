/* amount.h: sums of money on the lines of a layered map. */
#ifndef GT_MAP_AMOUNT_H
#define GT_MAP_AMOUNT_H

#include "map/scene.h"

/* Points of an amount at zoom 1. */
#define GT_AMOUNT_FONT 9.5

/* Words for each line's amount: "8108万元". Null where none is stated. */
void gt_amount_name_all(struct gt_scene *scene);

/* The width that a line's amount asks for, with room around it; 0 without one. */
double gt_amount_width(const struct gt_scene *scene, uint32_t line);

/* Finds a place on its line for every amount, off all boxes, other amounts and, where there is one,
 * other lines; one that finds none loses its label, and scene->hidden_amounts counts it. */
void gt_amount_place_all(struct gt_scene *scene);

/* Adds the amounts to what is drawn. */
void gt_amount_add_all(struct gt_scene *scene);

#endif
