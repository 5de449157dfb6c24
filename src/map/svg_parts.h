/* svg_parts.h: what an SVG document is put together from, one part a file. */
#ifndef GT_MAP_SVG_PARTS_H
#define GT_MAP_SVG_PARTS_H

#include "map/look.h"
#include "map/scene.h"

/* Maps with more boxes do without fading: a rule for each box would be slow. */
enum { GT_SVG_RULES = 1500 };

/* All lines (svg_line.c). */
void gt_svg_add_lines(const struct gt_scene *scene, struct gt_buffer *out);

/* The end of a line, drawn in the stroke around it. */
void gt_svg_add_head(struct gt_buffer *out, const struct gt_path *path, bool at_end,
                     const struct gt_line_look *look);

/* All boxes (svg_box.c). */
void gt_svg_add_boxes(const struct gt_scene *scene, struct gt_buffer *out);

#endif
