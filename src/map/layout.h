/* layout.h: the boxes of a map: of given sizes, tied, each in its zone of the page, and where they
 * stand. What moves them are the steps of steps.h. */
#ifndef GT_MAP_LAYOUT_H
#define GT_MAP_LAYOUT_H

#include "base/error.h"
#include "map/geometry.h"

#include <stdint.h>

struct gt_layout_box {
    double x, y; /* centre */
    double width, height;
    uint32_t zone;
    uint32_t plane; /* boxes of different planes are drawn apart and do not see each other; those of
                       plane 0 are in all */
    bool fixed;     /* stands in the lower left corner of its zone */
};

struct gt_layout_tie {
    uint32_t from, to; /* boxes */
};

/* Ties at each box: at[offset[box] .. offset[box + 1]). */
struct gt_layout_index {
    uint32_t *offset, *at;
};

/* Points between a zone's cell, its part of the page, and the zone, where boxes may stand. */
struct gt_layout_frame {
    double padding, head; /* on all sides; above, besides */
};

struct gt_layout {
    struct gt_layout_box *box;
    struct gt_layout_tie *tie;
    struct gt_rect *zone;
    struct gt_rect *cell; /* null: zones have no frame */
    uint32_t n_boxes, n_ties, n_zones;
    struct gt_layout_frame frame;
    double fill;  /* 0: GT_FILL */
    bool patches; /* cells stand where their ties want them; else side by side, left to right */
    bool springs; /* starts from sfdp's positions, whatever the size */
    uint32_t seed;
};

/* True when two boxes can be in each other's way. */
static inline bool gt_layout_meet(const struct gt_layout_box *a, const struct gt_layout_box *b)
{
    return a->zone == b->zone && (a->plane == b->plane || !a->plane || !b->plane);
}

/* Points to keep between two boxes: `gap`, less beside one that is very small (the dots of an
 * overview). */
static inline double gt_layout_apart(const struct gt_layout_box *a, const struct gt_layout_box *b,
                                     double gap)
{
    double half = (a->height < b->height ? a->height : b->height) / 2;
    return half < gap ? half : gap;
}

/* The plane of a tie: that of its ends, 0 when they have none. */
static inline uint32_t gt_layout_plane(const struct gt_layout *layout, uint32_t tie)
{
    uint32_t a = layout->box[layout->tie[tie].from].plane;
    return a ? a : layout->box[layout->tie[tie].to].plane;
}

/* The part of a zone that its boxes with their gaps may cover: less looks empty, more leaves the
 * lines no way through; and the most that may be asked for, where a sheet is small. */
#define GT_FILL      0.44
#define GT_FILL_MOST 0.62

/* Boxes from which on only steps that are nearly linear are taken. */
enum { GT_CROWD = 4000 };

/* The area that a box will need, about. */
double gt_layout_needs(const struct gt_layout_box *box, double fill);

#define GT_GAP 9.0 /* points between two boxes: room for a line and its arrowhead */

/* Pairs of boxes that overlap. O(n^2). */
uint32_t gt_layout_overlaps(const struct gt_layout *layout);

struct gt_rect gt_layout_rect(const struct gt_layout_box *box);

void gt_layout_index_init(struct gt_layout_index *index, const struct gt_layout *layout);
void gt_layout_index_fini(struct gt_layout_index *index);

#endif
