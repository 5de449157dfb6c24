/* zone.c: dividing the field among zones.
 *
 * Strips stand side by side, each as wide as what it holds asks for. Patches cut the field again
 * and again in two, like a k-d tree: zones that the first layout put near each other stay near,
 * each gets the area that its boxes need, and of the two directions of a cut the one is taken that
 * leaves no zone narrower than its widest box, or else the squarer ones. */
#include "map/zone.h"

#include "map/random.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double tight = 1e3; /* cost of a zone that is too narrow for its boxes */

enum { PLANES = 3 }; /* all, first, second */

/* What one zone holds. */
struct need {
    uint32_t zone;
    double area, width, height; /* least */
    double plane[PLANES];       /* area by plane */
    struct gt_point middle;     /* of its boxes, at first */
};

static struct need *find_needs(const struct gt_layout *layout)
{
    struct need *need = gt_xcalloc(layout->n_zones, sizeof *need);
    uint32_t *held = gt_xcalloc(layout->n_zones, sizeof *held);
    double padding = 2 * layout->frame.padding, head = layout->frame.head;
    for (uint32_t i = 0; i < layout->n_boxes; i++) {
        const struct gt_layout_box *box = &layout->box[i];
        struct need *of = &need[box->zone];
        held[box->zone]++;
        of->plane[box->plane < PLANES ? box->plane : 0] += gt_layout_needs(box, layout->fill);
        of->width = fmax(of->width, box->width + 4 * GT_GAP + padding);
        of->height = fmax(of->height, box->height + 2 * GT_GAP + padding + head);
        of->middle.x += box->x, of->middle.y += box->y;
    }
    for (uint32_t z = 0; z < layout->n_zones; z++) {
        struct need *of = &need[z];
        of->area = of->plane[0] + fmax(of->plane[1], of->plane[2]); /* which lie on each other */
        double side = sqrt(of->area);
        of->zone = z;
        of->area += side * (padding * 2 + head); /* about what the frame takes */
        of->width = fmax(of->width, 12 * GT_GAP + padding);
        of->height = fmax(of->height, 2 * GT_GAP + padding + head);
        if (held[z])
            of->middle.x /= held[z], of->middle.y /= held[z];
    }
    free(held);
    return need;
}

static void set_zones(struct gt_layout *layout)
{
    for (uint32_t z = 0; z < layout->n_zones; z++) {
        layout->zone[z] = gt_rect_grow(&layout->cell[z], -layout->frame.padding);
        layout->zone[z].top += layout->frame.head;
    }
}

/* Gives each zone the width that its area asks for, at least its widest box, and all the height of
 * the highest one. */
static void divide_strips(struct gt_layout *layout, const struct need *need, double ratio)
{
    double area = 1, left = 0, height;
    for (uint32_t z = 0; z < layout->n_zones; z++)
        area += need[z].area;
    height = sqrt(area / ratio);
    for (uint32_t z = 0; z < layout->n_zones; z++)
        height = fmax(height, need[z].height);
    for (uint32_t z = 0; z < layout->n_zones; z++) {
        double width = fmax(need[z].area / height, need[z].width);
        layout->cell[z] = (struct gt_rect){left, 0, left + width, height};
        left += width;
    }
    /* narrow zones took more than their part: the height follows, to keep the ratio */
    height = fmax(height, left / ratio);
    for (uint32_t z = 0; z < layout->n_zones; z++)
        layout->cell[z].bottom = height;
}

static int by_x(const void *p, const void *q)
{
    const struct need *a = p, *b = q;
    if (a->middle.x < b->middle.x || a->middle.x > b->middle.x)
        return a->middle.x < b->middle.x ? -1 : 1;
    return a->zone < b->zone ? -1 : a->zone > b->zone;
}

static int by_y(const void *p, const void *q)
{
    const struct need *a = p, *b = q;
    if (a->middle.y < b->middle.y || a->middle.y > b->middle.y)
        return a->middle.y < b->middle.y ? -1 : 1;
    return a->zone < b->zone ? -1 : a->zone > b->zone;
}

static double cost_of_cell(const struct need *need, const struct gt_rect *cell)
{
    double width = gt_rect_width(cell), height = gt_rect_height(cell);
    double narrow = fmax(need->width / width, need->height / height);
    double slim = fmax(width / height / 1.6, 1.6 * height / width);
    return slim + (narrow > 1 ? tight * narrow : 0);
}

/* Where a sorted run is cut so that both parts come nearest to one half of the area. */
static uint32_t half_of(const struct need *need, uint32_t n, double *part)
{
    double all = 0, before = 0, best = INFINITY;
    uint32_t cut = 1;
    for (uint32_t i = 0; i < n; i++)
        all += need[i].area;
    for (uint32_t i = 1; i < n; i++) {
        before += need[i - 1].area;
        if (fabs(before - all / 2) < best) {
            best = fabs(before - all / 2);
            cut = i;
            *part = before / all;
        }
    }
    return cut;
}

/* Cuts a rectangle among n zones and returns the cost. Both directions are tried at each of the
 * first `choices` levels, the longer side below. */
static double cut(struct gt_layout *layout, struct need *need, uint32_t n,
                  const struct gt_rect *rect, int choices)
{
    if (n == 1) {
        layout->cell[need->zone] = *rect;
        return cost_of_cell(need, rect);
    }
    bool wide = gt_rect_width(rect) > gt_rect_height(rect) * 1.2;
    double least = INFINITY;
    int best = wide ? 0 : 1;
    for (int turn = 0; turn < 3; turn++) {
        int way = turn < 2 ? turn : best;
        if (turn < 2 && choices <= 0)
            continue; /* no choice: the last turn does it */
        struct gt_rect one = *rect, other = *rect;
        double part = 0.5;
        qsort(need, n, sizeof *need, way == 0 ? by_x : by_y);
        uint32_t k = half_of(need, n, &part);
        if (way == 0)
            one.right = other.left = rect->left + part * gt_rect_width(rect);
        else
            one.bottom = other.top = rect->top + part * gt_rect_height(rect);
        double cost = cut(layout, need, k, &one, choices - 1) +
                      cut(layout, need + k, n - k, &other, choices - 1);
        if (cost < least)
            least = cost, best = way;
    }
    return least;
}

/* The mean way between the cells that ties run between: from middle to middle, and, since boxes can
 * come to the near side, from border to border; as a part of the field's height. */
static double tie_length(const struct gt_layout *layout, const uint32_t *ties, double height)
{
    double sum = 0, all = 0;
    for (uint32_t i = 0; i < layout->n_zones; i++)
        for (uint32_t k = 0; k < i; k++) {
            double n = ties[(size_t)i * layout->n_zones + k];
            const struct gt_rect *a = &layout->cell[i], *b = &layout->cell[k];
            double x = a->left + a->right - b->left - b->right;
            double y = a->top + a->bottom - b->top - b->bottom;
            double aside = fmax(fmax(a->left - b->right, b->left - a->right), 0);
            double above = fmax(fmax(a->top - b->bottom, b->top - a->bottom), 0);
            sum += n * (sqrt(x * x + y * y) / 2 * 0.4 + hypot(aside, above) * 0.6), all += n;
        }
    return all > 0 ? sum / all / height : 0;
}

/* Ties between each two zones, the larger number first. The caller frees. */
static uint32_t *count_ties(const struct gt_layout *layout)
{
    uint32_t n = layout->n_zones, *ties = gt_xcalloc((size_t)n * n, sizeof *ties);
    for (uint32_t e = 0; e < layout->n_ties; e++) {
        uint32_t a = layout->box[layout->tie[e].from].zone;
        uint32_t b = layout->box[layout->tie[e].to].zone;
        ties[(size_t)(a > b ? a : b) * n + (a > b ? b : a)]++;
    }
    return ties;
}

static void swap_middles(struct need *need, uint32_t i, uint32_t k)
{
    struct gt_point spare = need[i].middle;
    need[i].middle = need[k].middle;
    need[k].middle = spare;
}

/* What is wished for: tied zones near each other, cells of a good form. Cuts the field by need. */
static double cost_of_cut(struct gt_layout *layout, const struct need *need, const uint32_t *ties,
                          const struct gt_rect *field)
{
    enum { CHOICES = 3 };
    static const double cost_of_way = 15;
    uint32_t n = layout->n_zones;
    struct need *sorted = gt_xcalloc(n, sizeof *sorted);
    memcpy(sorted, need, n * sizeof *sorted);
    double cost = cut(layout, sorted, n, field, CHOICES) / n;
    free(sorted);
    return cost + cost_of_way * tie_length(layout, ties, gt_rect_height(field));
}

/* Cuts the field by where zones would be, and then by where others would be, by simulated
 * annealing: two zones exchange their places, or one goes somewhere else. */
static void arrange(struct gt_layout *layout, struct need *need, const struct gt_rect *field)
{
    enum { TRIES_OF_ZONE = 120, ZONES_MOST = 40 };
    static const double hot = 0.5, cold = 0.01;
    uint32_t n = layout->n_zones, *ties = count_ties(layout);
    struct gt_random random = {layout->seed};
    struct need *best = gt_xcalloc(n, sizeof *best), *old = gt_xcalloc(n, sizeof *old);
    double now = cost_of_cut(layout, need, ties, field), least = now;
    uint32_t tries = n > 1 && n <= ZONES_MOST ? TRIES_OF_ZONE * n : 0;
    memcpy(best, need, n * sizeof *best);
    for (uint32_t try = 0; try < tries; try++) {
        double heat = hot * pow(cold / hot, (double)try / tries);
        uint32_t i = gt_random_below(&random, n), k = gt_random_below(&random, n);
        memcpy(old, need, n * sizeof *old);
        if (gt_random_below(&random, 3))
            swap_middles(need, i, k);
        else /* between where two others are */
            need[i].middle =
                (struct gt_point){need[k].middle.x, need[gt_random_below(&random, n)].middle.y};
        double cost = cost_of_cut(layout, need, ties, field);
        if (cost > now - heat * log(1 - gt_random_real(&random))) {
            memcpy(need, old, n * sizeof *need);
            continue;
        }
        now = cost;
        if (cost < least) {
            least = cost;
            memcpy(best, need, n * sizeof *best);
        }
    }
    memcpy(need, best, n * sizeof *best);
    cost_of_cut(layout, need, ties, field);
    free(best);
    free(old);
    free(ties);
}

static void divide_patches(struct gt_layout *layout, struct need *need, double ratio)
{
    double area = 1, factor = 1;
    for (uint32_t z = 0; z < layout->n_zones; z++)
        area += need[z].area;
    double height = sqrt(area / ratio);
    arrange(layout, need, &(struct gt_rect){0, 0, height * ratio, height});
    for (uint32_t i = 0; i < layout->n_zones; i++) {
        const struct gt_rect *cell = &layout->cell[need[i].zone];
        factor = fmax(factor, fmax(need[i].width / gt_rect_width(cell),
                                   need[i].height / gt_rect_height(cell)));
    }
    for (uint32_t z = 0; z < layout->n_zones; z++) {
        struct gt_rect *cell = &layout->cell[z];
        *cell = (struct gt_rect){cell->left * factor, cell->top * factor, cell->right * factor,
                                 cell->bottom * factor};
    }
}

void gt_layout_divide(struct gt_layout *layout, double ratio)
{
    struct need *need = find_needs(layout);
    if (layout->patches)
        divide_patches(layout, need, ratio);
    else
        divide_strips(layout, need, ratio);
    set_zones(layout);
    free(need);
}

static double carry(double value, double low, double high, double new_low, double new_high)
{
    return high > low ? new_low + (value - low) / (high - low) * (new_high - new_low) : new_low;
}

void gt_layout_scale(struct gt_layout *layout, double x_factor, double y_factor)
{
    struct gt_rect *old = gt_xcalloc(layout->n_zones, sizeof *old);
    struct gt_rect *scaled = layout->cell ? layout->cell : layout->zone;
    for (uint32_t z = 0; z < layout->n_zones; z++) {
        struct gt_rect *rect = &scaled[z];
        old[z] = layout->zone[z];
        *rect = (struct gt_rect){rect->left * x_factor, rect->top * y_factor,
                                 rect->right * x_factor, rect->bottom * y_factor};
    }
    if (layout->cell)
        set_zones(layout);
    for (uint32_t i = 0; i < layout->n_boxes; i++) {
        struct gt_layout_box *box = &layout->box[i];
        const struct gt_rect *from = &old[box->zone], *to = &layout->zone[box->zone];
        box->x = carry(box->x, from->left, from->right, to->left, to->right);
        box->y = carry(box->y, from->top, from->bottom, to->top, to->bottom);
    }
    free(old);
}

struct gt_point gt_layout_extent(const struct gt_layout *layout)
{
    struct gt_point extent = {0, 0};
    for (uint32_t z = 0; z < layout->n_zones; z++) {
        extent.x = fmax(extent.x, layout->cell[z].right);
        extent.y = fmax(extent.y, layout->cell[z].bottom);
    }
    return extent;
}

void gt_layout_fit(struct gt_layout *layout)
{
    static const double part = 0.85;
    for (uint32_t z = 0; z < layout->n_zones; z++) {
        struct gt_rect span = {INFINITY, INFINITY, -INFINITY, -INFINITY};
        const struct gt_rect *zone = &layout->zone[z];
        for (uint32_t i = 0; i < layout->n_boxes; i++) {
            const struct gt_layout_box *box = &layout->box[i];
            if (box->zone != z)
                continue;
            span.left = fmin(span.left, box->x), span.right = fmax(span.right, box->x);
            span.top = fmin(span.top, box->y), span.bottom = fmax(span.bottom, box->y);
        }
        double x_scale = part * gt_rect_width(zone) / fmax(gt_rect_width(&span), 1);
        double y_scale = part * gt_rect_height(zone) / fmax(gt_rect_height(&span), 1);
        for (uint32_t i = 0; i < layout->n_boxes; i++) {
            struct gt_layout_box *box = &layout->box[i];
            if (box->zone != z)
                continue;
            box->x =
                (zone->left + zone->right) / 2 + (box->x - (span.left + span.right) / 2) * x_scale;
            box->y =
                (zone->top + zone->bottom) / 2 + (box->y - (span.top + span.bottom) / 2) * y_scale;
        }
    }
}

/* --- filling -----------------------------------------------------------------------------------
 */

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
