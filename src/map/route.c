/* route.c: how lines run: straight, or gently bent around boxes in their way.
 *
 * How it works: for each line a few arcs of growing bend are tried, and the one that passes behind
 * the fewest boxes is taken, the least bent of those; several lines between the same two boxes take
 * different arcs. A line ends at the border of its boxes; what is behind them is cut off. */
#include "map/scene.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

enum { PIECES = 16 };
static const double bends[] = {0,    0.06,  -0.06, 0.12, -0.12, 0.18,
                               -0.18, 0.25, -0.25, 0.33, -0.33};
static const double clearance = 2, cost_of_bend = 2.2, cost_of_twin = 50;

static struct gt_point middle(const struct gt_rect *rect)
{
    return (struct gt_point){(rect->left + rect->right) / 2, (rect->top + rect->bottom) / 2};
}

/* An arc between two points that leaves the straight line by `bend` of its length. */
static struct gt_curve arc(struct gt_point a, struct gt_point b, double bend)
{
    double x = b.x - a.x, y = b.y - a.y;
    struct gt_point by = {-y * bend * 4 / 3, x * bend * 4 / 3};
    return (struct gt_curve){{a,
                              {a.x + x * 0.3 + by.x, a.y + y * 0.3 + by.y},
                              {a.x + x * 0.7 + by.x, a.y + y * 0.7 + by.y},
                              b}};
}

static bool inside(const struct gt_rect *rect, struct gt_point p)
{
    return p.x > rect->left && p.x < rect->right && p.y > rect->top && p.y < rect->bottom;
}

/* The last parameter from `in` towards `out` at which the curve is inside a rectangle. */
static double border(const struct gt_curve *curve, const struct gt_rect *rect, double in, double out)
{
    for (int i = 0; i < 40; i++) {
        double half = (in + out) / 2;
        if (inside(rect, gt_curve_at(curve, half)))
            in = half;
        else
            out = half;
    }
    return out;
}

static struct gt_curve cut_ends(const struct gt_curve *curve, const struct gt_rect *from,
                                const struct gt_rect *to)
{
    double start = border(curve, from, 0, 0.5), end = border(curve, to, 1, 0.5);
    if (start >= end)
        return *curve;
    return gt_curve_part(curve, start, end);
}

static struct gt_rect bounds(const struct gt_curve *curve)
{
    struct gt_rect all = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (int i = 0; i < 4; i++) {
        all.left = fmin(all.left, curve->p[i].x), all.right = fmax(all.right, curve->p[i].x);
        all.top = fmin(all.top, curve->p[i].y), all.bottom = fmax(all.bottom, curve->p[i].y);
    }
    return all;
}

static void flatten(const struct gt_curve *curve, struct gt_point at[PIECES + 1])
{
    for (int i = 0; i <= PIECES; i++)
        at[i] = gt_curve_at(curve, (double)i / PIECES);
}

static uint32_t count_passes(const struct gt_scene *scene, const struct gt_scene_line *line,
                             const struct gt_curve *curve)
{
    struct gt_point at[PIECES + 1];
    struct gt_rect all = bounds(curve);
    uint32_t passes = 0;
    flatten(curve, at);
    for (uint32_t i = 0; i < scene->n_boxes; i++) {
        struct gt_rect rect = gt_rect_grow(&scene->boxes[i].rect, clearance);
        if (i == line->from || i == line->to || !gt_rects_overlap(&rect, &all))
            continue;
        bool met = false;
        for (int k = 0; k < PIECES && !met; k++)
            met = gt_segment_meets(at[k], at[k + 1], &rect);
        passes += met;
    }
    return passes;
}

/* True when an earlier line between the same boxes took this bend. */
static bool is_taken(const struct gt_scene *scene, uint32_t number, const int *bend_of, int bend)
{
    const struct gt_scene_line *line = &scene->lines[number];
    for (uint32_t i = 0; i < number; i++) {
        const struct gt_scene_line *other = &scene->lines[i];
        bool same = other->from == line->from && other->to == line->to;
        bool turned = other->from == line->to && other->to == line->from;
        /* turned round, the same number means the other side */
        if (same && bend_of[i] == bend)
            return true;
        if (turned && bends[bend_of[i]] + bends[bend] == 0)
            return true;
    }
    return false;
}

static void route_line(struct gt_scene *scene, uint32_t number, int *bend_of)
{
    struct gt_scene_line *line = &scene->lines[number];
    const struct gt_rect *from = &scene->boxes[line->from].rect;
    const struct gt_rect *to = &scene->boxes[line->to].rect;
    const struct gt_rect page = {0, 0, scene->width, scene->height};
    double least = INFINITY;
    for (int i = 0; i < (int)(sizeof bends / sizeof *bends); i++) {
        struct gt_curve whole = arc(middle(from), middle(to), bends[i]);
        struct gt_curve curve = cut_ends(&whole, from, to);
        struct gt_rect all = bounds(&curve);
        double cost = count_passes(scene, line, &curve) + cost_of_bend * fabs(bends[i]) +
                      (is_taken(scene, number, bend_of, i) ? cost_of_twin : 0) +
                      (gt_rect_holds(&page, &all) ? 0 : cost_of_twin);
        if (cost < least) {
            least = cost;
            bend_of[number] = i;
            line->curve = curve;
        }
    }
}

static uint32_t count_pair(const struct gt_curve *a, const struct gt_curve *b)
{
    struct gt_rect left = bounds(a), right = bounds(b);
    if (!gt_rects_overlap(&left, &right))
        return 0;
    struct gt_point p[PIECES + 1], q[PIECES + 1];
    flatten(a, p);
    flatten(b, q);
    for (int i = 0; i < PIECES; i++)
        for (int k = 0; k < PIECES; k++)
            if (gt_segments_cross(p[i], p[i + 1], q[k], q[k + 1]))
                return 1;
    return 0;
}

static void measure(struct gt_scene *scene)
{
    struct gt_map_quality *quality = &scene->quality;
    quality->nodes = scene->n_boxes;
    quality->lines = scene->n_lines;
    for (uint32_t i = 0; i < scene->n_lines; i++) {
        const struct gt_scene_line *line = &scene->lines[i];
        quality->passes += count_passes(scene, line, &line->curve) > 0;
        for (uint32_t k = i + 1; k < scene->n_lines; k++)
            quality->crossings += count_pair(&line->curve, &scene->lines[k].curve);
    }
    for (uint32_t i = 0; i < scene->n_boxes; i++)
        for (uint32_t k = i + 1; k < scene->n_boxes; k++)
            quality->overlaps += gt_rects_overlap(&scene->boxes[i].rect, &scene->boxes[k].rect);
}

void gt_scene_route(struct gt_scene *scene)
{
    int *bend_of = gt_xcalloc((size_t)scene->n_lines + 1, sizeof *bend_of);
    for (uint32_t i = 0; i < scene->n_lines; i++)
        route_line(scene, i, bend_of);
    free(bend_of);
    measure(scene);
}
