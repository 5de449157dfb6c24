/* quality.h: what a map leaves to wish for. */
#ifndef GT_MAP_QUALITY_H
#define GT_MAP_QUALITY_H

#include "map/scene.h"

/* Counts what is left to wish for. */
void gt_scene_measure(struct gt_scene *scene);

/* The same in a line for the stamp. */
const char *gt_quality_text(const struct gt_map_quality *quality, enum gt_lang lang,
                            struct gt_arena *arena);

#endif
