/* routing.h: what the routing of lines shares: the field, what stands in it, and what a path would
 * meet there. */
#ifndef GT_MAP_ROUTING_H
#define GT_MAP_ROUTING_H

#include "map/grid.h"
#include "map/scene.h"

/* A line that is nearer to a box than this runs behind it; what lines are led by: a little more. */
#define GT_CLEARANCE  2.0
#define GT_WIDE_BERTH 2.6
#define GT_APART_MOST 5.0 /* that can be asked for */

/* Boxes and headings are blocks: the first n_boxes of them are the scene's boxes, in its order.
 * The grid of lines holds their strides: number of the line * GT_MARKS_MOST + number of the mark.
 */
struct gt_routing {
    const struct gt_scene *scene;
    struct gt_rect field;
    struct gt_rect *block;
    uint32_t n_blocks;
    double clearance;
    struct gt_grid blocks, lines;
    uint32_t *met, search; /* [n_blocks and n_lines] met in this search */
};

/* Points along a line, and what holds them. */
struct gt_track {
    struct gt_point mark[GT_MARKS_MOST];
    int n;
    struct gt_rect bounds;
};

void gt_routing_init(struct gt_routing *routing, const struct gt_scene *scene, double clearance);
void gt_routing_fini(struct gt_routing *routing);

struct gt_track gt_track_of(const struct gt_path *path);

/* Blocks that a line on this track runs behind; its own boxes count when it comes back to them. */
uint32_t gt_routing_passes(struct gt_routing *routing, const struct gt_scene_line *line,
                           const struct gt_track *track);

/* The blocks that a segment comes nearer to than `apart`, but for those that it starts or ends in:
 * how many, GT_BLOCKERS_MOST at most; 0 or 1 when found is null. */
enum { GT_BLOCKERS_MOST = 96 };
struct gt_blockers {
    uint32_t block[GT_BLOCKERS_MOST];
};
uint32_t gt_routing_blockers(struct gt_routing *routing, const struct gt_point way[2], double apart,
                             struct gt_blockers *found);

/* True when a point is nearer to a block than `apart`. */
bool gt_routing_is_covered(struct gt_routing *routing, struct gt_point p, double apart);

/* The part of the page that a line stays in: of two pictures side by side, its own. */
struct gt_rect gt_routing_field(const struct gt_routing *routing, const struct gt_scene_line *line);

#endif
