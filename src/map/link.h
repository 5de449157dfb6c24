/* link.h: where the parts of a picture link to. */
#ifndef GT_MAP_LINK_H
#define GT_MAP_LINK_H

#include "map/scene.h"

/* The base and the node's slug: https://example.org/ + donghua-university. */
void gt_link_of_box(const struct gt_scene *scene, const struct gt_scene_box *box,
                    struct gt_buffer *out);

/* The base and the place that states the line's first tie: document, '#', first and last code
 * point: https://example.org/changning-commerce-2024-5#120-168. Where the base has a '#' already,
 * ':' stands for it. */
void gt_link_of_line(const struct gt_scene *scene, const struct gt_scene_line *line,
                     struct gt_buffer *out);

#endif
