/* overlap.c: no two boxes may touch.
 *
 * How it works: boxes sorted by their left side are compared with those that begin before they end;
 * a pair that is too near is pushed apart along the axis that needs less, the smaller one more;
 * walls push back. Where a crowd blocks itself, the boxes still too near others go to the nearest
 * free place. When there is none the zone is too full: zones grow a little, with all positions, and
 * it starts again, up to a bound. What is left then is set right by one sweep from left to right,
 * which cannot fail. Graphviz's own removal needs a library (GTS) that not every build has, and
 * knows no zones. */
#include "map/overlap.h"

#include "map/grid.h"
#include "map/zone.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

enum { ROUNDS = 80, ROUNDS_OF_CROWD = 25, GROWTHS = 12 };
static const double growth = 1.06;
static const double hair =
    1e-6; /* pushes end a hair beyond the gap, so that rounding is no overlap */

/* Boxes by their left side, or by another key. */
struct order {
    double left;
    uint32_t box;
};

static int by_left(const void *p, const void *q)
{
    const struct order *a = p, *b = q;
    if (a->left != b->left)
        return a->left < b->left ? -1 : 1;
    return a->box < b->box ? -1 : a->box > b->box;
}

static void sort_by_left(const struct gt_layout *layout, struct order *order)
{
    for (uint32_t i = 0; i < layout->n_boxes; i++)
        order[i] = (struct order){layout->box[i].x - layout->box[i].width / 2, i};
    qsort(order, layout->n_boxes, sizeof *order, by_left);
}

/* Pushes a pair apart if it is nearer than the gap; true when it was. */
static bool push_pair(struct gt_layout_box *a, struct gt_layout_box *b, double gap)
{
    double x = b->x - a->x, y = b->y - a->y;
    gap = gt_layout_apart(a, b, gap);
    double x_miss = (a->width + b->width) / 2 + gap - fabs(x);
    double y_miss = (a->height + b->height) / 2 + gap - fabs(y);
    if (x_miss <= 0 || y_miss <= 0)
        return false;
    double size = a->width * a->height, other = b->width * b->height;
    /* of the way that a goes: dots give way to labels, which they would carry off */
    double part = a->fixed ? 0 : b->fixed ? 1 : other / (size + other);
    if (x_miss < y_miss) {
        double by = (x_miss + hair) * (x < 0 ? -1 : 1);
        a->x -= by * part, b->x += by * (1 - part);
    } else {
        double by = (y_miss + hair) * (y < 0 ? -1 : 1);
        a->y -= by * part, b->y += by * (1 - part);
    }
    return true;
}

static double within(double value, double low, double high)
{
    if (low > high)
        return (low + high) / 2;
    return value < low ? low : value > high ? high : value;
}

static void push_walls(struct gt_layout *layout)
{
    for (uint32_t i = 0; i < layout->n_boxes; i++) {
        struct gt_layout_box *box = &layout->box[i];
        const struct gt_rect *zone = &layout->zone[box->zone];
        if (box->fixed)
            box->x = zone->left, box->y = zone->bottom;
        box->x = within(box->x, zone->left + box->width / 2, zone->right - box->width / 2);
        box->y = within(box->y, zone->top + box->height / 2, zone->bottom - box->height / 2);
    }
}

/* One round over all pairs that may be near; the number that was. */
static uint32_t push_all(struct gt_layout *layout, struct order *order, double gap)
{
    uint32_t pushed = 0;
    sort_by_left(layout, order);
    for (uint32_t i = 0; i < layout->n_boxes; i++) {
        struct gt_layout_box *a = &layout->box[order[i].box];
        for (uint32_t j = i + 1; j < layout->n_boxes; j++) {
            if (order[j].left > order[i].left + a->width + gap)
                break;
            struct gt_layout_box *b = &layout->box[order[j].box];
            if (gt_layout_meet(a, b))
                pushed += push_pair(a, b, gap);
        }
    }
    return pushed;
}

/* True when a box keeps the gap to all others of its zone and stands inside it. The grid holds the
 * others where they are. */
static bool stands_free(const struct gt_layout *layout, struct gt_grid *grid, uint32_t number,
                        double gap)
{
    const struct gt_layout_box *a = &layout->box[number];
    struct gt_rect rect = gt_layout_rect(a);
    if (!gt_rect_holds(&layout->zone[a->zone], &rect))
        return false;
    rect = gt_rect_grow(&rect, fmin(gap, a->height / 2));
    gt_grid_cover_rect(grid, &rect);
    gt_grid_find(grid);
    for (uint32_t i = 0; i < grid->n_found; i++) {
        const struct gt_layout_box *b = &layout->box[grid->found[i]];
        double apart = gt_layout_apart(a, b, gap);
        if (grid->found[i] != number && gt_layout_meet(a, b) &&
            fabs(a->x - b->x) < (a->width + b->width) / 2 + apart &&
            fabs(a->y - b->y) < (a->height + b->height) / 2 + apart)
            return false;
    }
    return true;
}

static void enter(const struct gt_layout *layout, struct gt_grid *grid, uint32_t number)
{
    struct gt_rect rect = gt_layout_rect(&layout->box[number]);
    gt_grid_cover_rect(grid, &rect);
    gt_grid_add(grid, number);
}

/* Moves a box to a free place found on growing rings around it; false when the zone has none. */
static bool find_home(struct gt_layout *layout, struct gt_grid *grid, uint32_t number, double gap)
{
    struct gt_layout_box *box = &layout->box[number], old = *box;
    const struct gt_rect *zone = &layout->zone[box->zone];
    double y_step = fmax(box->height / 3, 2.5), x_step = y_step * 1.7;
    int rings = (int)fmax(gt_rect_width(zone) / x_step, gt_rect_height(zone) / y_step) + 1;
    for (int ring = 0; ring < rings; ring++) {
        for (int y = -ring; y <= ring; y++) {
            bool edge = y == -ring || y == ring;
            for (int x = -ring; x <= ring; x += edge || ring == 0 ? 1 : 2 * ring) {
                box->x = old.x + x * x_step;
                box->y = old.y + y * y_step;
                if (stands_free(layout, grid, number, gap))
                    return true;
            }
        }
    }
    *box = old;
    return false;
}

/* Settles the boxes from the largest to the smallest, each where it is or else at the nearest place
 * that those before it leave free, so that dots give way to labels; false when one finds none. */
static bool resettle(struct gt_layout *layout, struct order *order, double gap)
{
    bool done = true;
    struct gt_grid grid;
    struct gt_rect field = layout->zone[0];
    for (uint32_t z = 1; z < layout->n_zones; z++) {
        field.left = fmin(field.left, layout->zone[z].left);
        field.top = fmin(field.top, layout->zone[z].top);
        field.right = fmax(field.right, layout->zone[z].right);
        field.bottom = fmax(field.bottom, layout->zone[z].bottom);
    }
    gt_grid_init(&grid, &field, layout->n_boxes);
    for (uint32_t i = 0; i < layout->n_boxes; i++) {
        const struct gt_layout_box *box = &layout->box[i];
        order[i] = (struct order){box->fixed ? -INFINITY : -box->width * box->height, i};
    }
    qsort(order, layout->n_boxes, sizeof *order, by_left); /* by what stands for the left here */
    for (uint32_t i = 0; i < layout->n_boxes && done; i++) {
        uint32_t box = order[i].box;
        if (!layout->box[box].fixed && !stands_free(layout, &grid, box, gap))
            done = find_home(layout, &grid, box, gap);
        enter(layout, &grid, box);
    }
    gt_grid_fini(&grid);
    return done;
}

/* Sets each box right of all earlier ones that share its rows: always ends without overlaps. */
static void sweep(struct gt_layout *layout, struct order *order, double gap)
{
    sort_by_left(layout, order);
    for (uint32_t i = 1; i < layout->n_boxes; i++) {
        struct gt_layout_box *box = &layout->box[order[i].box];
        double left = box->x - box->width / 2;
        for (uint32_t j = 0; j < i; j++) {
            const struct gt_layout_box *set = &layout->box[order[j].box];
            if (fabs(set->y - box->y) < (set->height + box->height) / 2 + gap)
                left = fmax(left, set->x + set->width / 2 + gap);
        }
        box->x = left + box->width / 2;
    }
}

/* Makes every zone hold its boxes, after a sweep pushed some out. */
static void hold_boxes(struct gt_layout *layout)
{
    for (uint32_t i = 0; i < layout->n_boxes; i++) {
        struct gt_rect rect = gt_layout_rect(&layout->box[i]);
        struct gt_rect *zone = &layout->zone[layout->box[i].zone];
        zone->right = fmax(zone->right, rect.right);
        zone->top = fmin(zone->top, rect.top);
        zone->bottom = fmax(zone->bottom, rect.bottom);
    }
}

void gt_layout_separate(struct gt_layout *layout, double gap)
{
    struct order *order = gt_xcalloc((size_t)layout->n_boxes + 1, sizeof *order);
    for (int grown = 0; grown < GROWTHS; grown++) {
        for (int round = 0; round < (layout->n_boxes < GT_CROWD ? ROUNDS : ROUNDS_OF_CROWD);
             round++) {
            push_walls(layout);
            if (push_all(layout, order, gap) == 0)
                goto done;
        }
        push_walls(layout);
        if (resettle(layout, order, gap))
            goto done;
        gt_layout_scale(layout, growth, growth);
    }
    sweep(layout, order, gap);
    hold_boxes(layout);
done:
    free(order);
}
