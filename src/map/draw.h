/* draw.h: a finished scene as bytes of a format: one function for each row of format.def. Those
 * that draw texts with the machine's fonts add the characters that none has to `missing`, each
 * once. */
#ifndef GT_MAP_DRAW_H
#define GT_MAP_DRAW_H

#include "map/scene.h"

#define MAP_FORMAT(name, jailed, write)                                                            \
    GT_MUST_USE bool write(const struct gt_scene *scene, struct gt_buffer *out,                    \
                           struct gt_buffer *missing, struct gt_error *err);
#include "map/format.def"
#undef MAP_FORMAT

/* Draws a scene in its format (scene->format), in a child process where that is due, and adds the
 * bytes to `out` and what is missing to `missing` (render.c). */
GT_MUST_USE bool gt_scene_draw(const struct gt_scene *scene, struct gt_buffer *out,
                               struct gt_buffer *missing, struct gt_error *err);

#endif
