/* layout.c: the order of the steps, and what they share. */
#include "map/layout.h"

#include "map/crowd.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct gt_rect gt_layout_rect(const struct gt_layout_box *box)
{
    return gt_rect_around(box->x, box->y, box->width, box->height);
}

void gt_layout_index_init(struct gt_layout_index *index, const struct gt_layout *layout)
{
    uint32_t n = layout->n_boxes, m = layout->n_ties;
    index->offset = gt_xcalloc((size_t)n + 2, sizeof *index->offset);
    index->at = gt_xcalloc((size_t)m * 2 + 1, sizeof *index->at);
    for (uint32_t i = 0; i < m; i++) {
        index->offset[layout->tie[i].from + 2]++;
        index->offset[layout->tie[i].to + 2]++;
    }
    for (uint32_t v = 2; v < n + 2; v++)
        index->offset[v] += index->offset[v - 1];
    for (uint32_t i = 0; i < m; i++) {
        index->at[index->offset[layout->tie[i].from + 1]++] = i;
        index->at[index->offset[layout->tie[i].to + 1]++] = i;
    }
}

void gt_layout_index_fini(struct gt_layout_index *index)
{
    free(index->offset);
    free(index->at);
    *index = (struct gt_layout_index){0};
}

uint32_t gt_layout_overlaps(const struct gt_layout *layout)
{
    uint32_t found = 0;
    for (uint32_t i = 0; i < layout->n_boxes; i++) {
        struct gt_rect a = gt_layout_rect(&layout->box[i]);
        for (uint32_t j = i + 1; j < layout->n_boxes; j++) {
            struct gt_rect b = gt_layout_rect(&layout->box[j]);
            found += gt_layout_meet(&layout->box[i], &layout->box[j]) && gt_rects_overlap(&a, &b);
        }
    }
    return found;
}

double gt_layout_needs(const struct gt_layout_box *box, double fill)
{
    double gap = gt_layout_apart(box, box, GT_GAP);
    return (box->width + gap) * (box->height + gap) / (fill > 0 ? fill : GT_FILL);
}

/* What the centres of a zone's boxes span, and half the extent of those at its ends. */
struct span {
    double low, high;         /* centres */
    double low_end, high_end; /* borders */
};

static void span_add(struct span *span, double centre, double half)
{
    span->low = fmin(span->low, centre), span->high = fmax(span->high, centre);
    span->low_end = fmin(span->low_end, centre - half);
    span->high_end = fmax(span->high_end, centre + half);
}

/* The factor by which centres may be stretched so that the borders fit between two walls. */
static double stretch_of(const struct span *span, double room, double most)
{
    double extent = span->high_end - span->low_end, between = span->high - span->low;
    if (between <= 0 || room <= extent)
        return 1;
    return fmin(most, (room - (extent - between)) / between);
}

static void fill_zone(struct gt_layout *layout, uint32_t z, double most)
{
    const struct gt_rect *zone = &layout->zone[z];
    struct span x = {INFINITY, -INFINITY, INFINITY, -INFINITY}, y = x;
    for (uint32_t i = 0; i < layout->n_boxes; i++) {
        const struct gt_layout_box *box = &layout->box[i];
        if (box->zone != z)
            continue;
        span_add(&x, box->x, box->width / 2);
        span_add(&y, box->y, box->height / 2);
    }
    double wide = stretch_of(&x, gt_rect_width(zone), most);
    double high = stretch_of(&y, gt_rect_height(zone), most);
    /* the middle of the borders, after stretching, is the middle of the zone */
    double x_middle = (x.low_end + x.high_end + (x.low + x.high) * (wide - 1)) / 2;
    double y_middle = (y.low_end + y.high_end + (y.low + y.high) * (high - 1)) / 2;
    for (uint32_t i = 0; i < layout->n_boxes; i++) {
        struct gt_layout_box *box = &layout->box[i];
        if (box->zone != z)
            continue;
        box->x = (zone->left + zone->right) / 2 + box->x * wide - x_middle;
        box->y = (zone->top + zone->bottom) / 2 + box->y * high - y_middle;
    }
}

void gt_layout_fill(struct gt_layout *layout, double most)
{
    for (uint32_t z = 0; z < layout->n_zones; z++)
        fill_zone(layout, z, most);
}

/* First positions, the field divided, and no two boxes overlap. */
static bool set_up(struct gt_layout *layout, double ratio, struct gt_error *err)
{
    if (!layout->patches)
        gt_layout_divide(layout, ratio);
    if (!gt_layout_start(layout, err))
        return false;
    if (layout->patches) {
        gt_layout_divide(layout, ratio);
        gt_layout_fit(layout);
    }
    if (layout->n_boxes < GT_CROWD)
        gt_layout_spread(layout);
    else
        gt_layout_even(layout);
    gt_layout_separate(layout, GT_GAP);
    return true;
}

/* Where all stands. */
struct places {
    struct gt_layout_box *box;
    struct gt_rect *zone, *cell;
};

static void copy_places(const struct gt_layout *layout, const struct places *from,
                        const struct places *to)
{
    memcpy(to->box, from->box, layout->n_boxes * sizeof *to->box);
    memcpy(to->zone, from->zone, layout->n_zones * sizeof *to->zone);
    if (from->cell)
        memcpy(to->cell, from->cell, layout->n_zones * sizeof *to->cell);
}

/* Sets up twice, from stress and from springs, improves both a little, and leaves the better. */
static bool set_up_better(struct gt_layout *layout, double ratio, struct gt_error *err)
{
    static const double little = 0.15;
    const struct places here = {layout->box, layout->zone, layout->cell};
    const struct places kept = {
        gt_xcalloc((size_t)layout->n_boxes + 1, sizeof *kept.box),
        gt_xcalloc(layout->n_zones, sizeof *kept.zone),
        layout->cell ? gt_xcalloc(layout->n_zones, sizeof *kept.cell) : NULL,
    };
    bool done = true;
    double least = INFINITY;
    for (int way = 0; way < 2 && done; way++) {
        layout->springs = way;
        done = set_up(layout, ratio, err);
        if (done)
            gt_layout_improve(layout, GT_GAP, little);
        double cost = done ? gt_layout_cost(layout) : 0;
        if (done && cost < least) {
            least = cost;
            copy_places(layout, &here, &kept);
        }
    }
    copy_places(layout, &kept, &here);
    free(kept.box);
    free(kept.zone);
    free(kept.cell);
    return done;
}

bool gt_layout_run(struct gt_layout *layout, double ratio, struct gt_error *err)
{
    enum { TWICE_FROM = 30, TWICE_TO = 600 }; /* boxes: few need no choice, many have no time */
    bool twice = layout->n_boxes >= TWICE_FROM && layout->n_boxes <= TWICE_TO;
    if (!(twice ? set_up_better(layout, ratio, err) : set_up(layout, ratio, err)))
        return false;
    gt_layout_improve(layout, GT_GAP, 1);
    return true;
}
