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

/* Divides the field by what the zones hold (zone.c): sets cells and zones, about as wide to high as
 * the ratio, from (0, 0). Patches want first positions. */
void gt_layout_divide(struct gt_layout *layout, double ratio);

/* Maps the cells linearly, zones with their constant frames, and boxes with their zones. Factors
 * are 1 at least. */
void gt_layout_scale(struct gt_layout *layout, double x_factor, double y_factor);

/* Right and lower border of all cells. */
struct gt_point gt_layout_extent(const struct gt_layout *layout);

/* First positions, the field divided, then all the steps. Runs Graphviz in a child process. O(n^2)
 * steps of bounded number; from GT_CROWD boxes on, only steps that are nearly linear. */
enum { GT_CROWD = 4000 };
GT_MUST_USE bool gt_layout_run(struct gt_layout *layout, double ratio, struct gt_error *err);

/* The part of a zone that its boxes with their gaps may cover: less looks empty, more leaves the
 * lines no way through; and the most that may be asked for, where a sheet is small. */
#define GT_FILL      0.44
#define GT_FILL_MOST 0.62

/* The area that a box will need, about. */
double gt_layout_needs(const struct gt_layout_box *box, double fill);

/* The steps, for layout.c and tests. */
#define GT_GAP 9.0 /* points between two boxes: room for a line and its arrowhead */
GT_MUST_USE bool gt_layout_start(struct gt_layout *layout, struct gt_error *err);
/* Scales what stands in each zone into it, overlapping as it may. */
void gt_layout_fit(struct gt_layout *layout);
void gt_layout_spread(struct gt_layout *layout);

/* Moves boxes apart until no two come nearer than `gap`, inside the zones, which grow when there is
 * no room otherwise. Always succeeds. */
void gt_layout_separate(struct gt_layout *layout, double gap);

/* `part` of the steps that do it well. */
void gt_layout_improve(struct gt_layout *layout, double gap, double part);

/* The same by swaps only, of boxes with the same number in seat[n_boxes]. */
void gt_layout_reseat(struct gt_layout *layout, double gap, const uint32_t *seat);

/* Stretches what stands in each zone to the zone's full size, by `most` at most, and sets it in the
 * middle; boxes move only apart. */
void gt_layout_fill(struct gt_layout *layout, double most);

/* What gt_layout_improve() makes less of: lengths, hits and crossings of ties. */
double gt_layout_cost(struct gt_layout *layout);

/* Pairs of boxes that overlap. O(n^2). */
uint32_t gt_layout_overlaps(const struct gt_layout *layout);

struct gt_rect gt_layout_rect(const struct gt_layout_box *box);

void gt_layout_index_init(struct gt_layout_index *index, const struct gt_layout *layout);
void gt_layout_index_fini(struct gt_layout_index *index);

#endif
