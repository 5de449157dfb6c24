/* layout.h: where the boxes of a map stand: boxes of given sizes, tied, each in its zone of the
 * page.
 *
 * How it works: Graphviz lays each component out (start.c); forces spread the boxes over their zone
 * (force.c); overlaps are taken away (overlap.c); moves and swaps shorten ties and free them from
 * crossings and from boxes in their way (improve.c). The steps behind the first use no library, so
 * that one seed gives one picture. */
#ifndef GT_MAP_LAYOUT_H
#define GT_MAP_LAYOUT_H

#include "base/error.h"
#include "map/geometry.h"

#include <stdint.h>

struct gt_layout_box {
    double x, y; /* centre */
    double width, height;
    uint32_t zone;
};

struct gt_layout_tie {
    uint32_t from, to; /* boxes */
};

/* Ties at each box: at[offset[box] .. offset[box + 1]). */
struct gt_layout_index {
    uint32_t *offset, *at;
};

struct gt_layout {
    struct gt_layout_box *box;
    struct gt_layout_tie *tie;
    struct gt_rect *zone; /* side by side, from left to right */
    uint32_t n_boxes, n_ties, n_zones;
    uint32_t seed;
};

/* Zones' sizes by what they hold, then all the steps. The zones start at (0, 0), share one height,
 * have `gutter` between them, and together the given ratio of width to height. Runs Graphviz in a
 * child process. O(n^2) steps of bounded number. */
GT_MUST_USE bool gt_layout_run(struct gt_layout *layout, double ratio, double gutter,
                               struct gt_error *err);

/* The area that the zones will need, about. */
double gt_layout_area(const struct gt_layout *layout);

/* The steps, for layout.c and tests. */
GT_MUST_USE bool gt_layout_start(struct gt_layout *layout, struct gt_error *err);
void gt_layout_spread(struct gt_layout *layout);

/* Moves boxes apart until no two come nearer than `gap`, inside the zones, which grow when there is
 * no room otherwise. Always succeeds. */
void gt_layout_separate(struct gt_layout *layout, double gap);

void gt_layout_improve(struct gt_layout *layout, double gap);

/* Stretches what stands in each zone to the zone's full size, by `most` at most, and sets it in the
 * middle; boxes move only apart. */
void gt_layout_fill(struct gt_layout *layout, double most);

/* Pairs of boxes that overlap. O(n^2). */
uint32_t gt_layout_overlaps(const struct gt_layout *layout);

struct gt_rect gt_layout_rect(const struct gt_layout_box *box);

void gt_layout_index_init(struct gt_layout_index *index, const struct gt_layout *layout);
void gt_layout_index_fini(struct gt_layout_index *index);

#endif
