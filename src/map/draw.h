/* draw.h: a finished scene as a graph for Graphviz, and as bytes of a format. */
#ifndef GT_MAP_DRAW_H
#define GT_MAP_DRAW_H

#include "map/scene.h"

#include <graphviz/cgraph.h>

/* The scene as one cgraph graph with pinned positions (draw.c); only in a jail. Ended by agclose().
 */
Agraph_t *gt_scene_graph(const struct gt_scene *scene);

/* Renders a scene by Graphviz in a child process and adds the bytes to `out` (render.c). */
GT_MUST_USE bool gt_scene_draw(const struct gt_scene *scene, struct gt_buffer *out,
                               struct gt_error *err);

/* Graphviz's SVG of a scene (svg.c) with our tooltips, ids and classes in it, and without its
 * comments. The groups carry numbers ("n12", "e3", "i7"), by which the scene's parts are found. */
void gt_svg_finish(const struct gt_scene *scene, const char *svg, struct gt_buffer *out);

/* Adds a text as XML character data or attribute value. */
void gt_svg_escape(const char *text, struct gt_buffer *out);

#endif
