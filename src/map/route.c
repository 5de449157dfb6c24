/* route.c: how lines run: straight, or gently bent around boxes in their way.
 *
 * How it works: for each line curves of growing bend are tried: arcs to either side, lopsided ones,
 * and slight S-shapes; the one that passes behind the fewest boxes is taken, the least bent of
 * those. Several lines between the same two boxes take different curves. A line ends at the border
 * of its boxes; what is behind them is cut off. */
#include "map/scene.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

enum { PIECES = 16, STEPS = 5, CURVES = (2 * STEPS + 1) * (2 * STEPS + 1) };
static const double step = 0.07; /* of a line's length, sideways */
static const double clearance = 2, cost_of_bend = 1.1, cost_of_turn = 0.9, cost_of_twin = 50;

/* How far a curve leaves the straight line near its start and near its end. */
struct bend {
    double start, end, cost;
};

/* What is needed while lines are routed one after the other. */
struct routing {
    struct gt_scene *scene;
    struct gt_rect field;
    struct bend bend[CURVES]; /* cheapest first */
    int *taken;               /* [n_lines] the bend of each line routed so far */
};

static int by_cost(const void *p, const void *q)
{
    const struct bend *a = p, *b = q;
    if (a->cost < b->cost || a->cost > b->cost)
        return a->cost < b->cost ? -1 : 1;
    if (a->start < b->start || a->start > b->start)
        return a->start < b->start ? -1 : 1;
    return a->end < b->end ? -1 : a->end > b->end;
}

static void list_bends(struct bend *bend)
{
    for (int i = -STEPS; i <= STEPS; i++)
        for (int k = -STEPS; k <= STEPS; k++)
            *bend++ = (struct bend){
                i * step, k * step,
                step * (cost_of_bend * (abs(i) + abs(k)) + cost_of_turn * abs(i - k))};
    qsort(bend - CURVES, CURVES, sizeof *bend, by_cost);
}

static struct gt_point middle(const struct gt_rect *rect)
{
    return (struct gt_point){(rect->left + rect->right) / 2, (rect->top + rect->bottom) / 2};
}

static struct gt_curve bent(struct gt_point a, struct gt_point b, const struct bend *bend)
{
    double x = b.x - a.x, y = b.y - a.y;
    double start = bend->start * 4 / 3, end = bend->end * 4 / 3;
    return (struct gt_curve){{a,
                              {a.x + x * 0.3 - y * start, a.y + y * 0.3 + x * start},
                              {a.x + x * 0.7 - y * end, a.y + y * 0.7 + x * end},
                              b}};
}

static bool inside(const struct gt_rect *rect, struct gt_point p)
{
    return p.x > rect->left && p.x < rect->right && p.y > rect->top && p.y < rect->bottom;
}

/* The last parameter from `in` towards `out` at which the curve is inside a rectangle. */
static double border(const struct gt_curve *curve, const struct gt_rect *rect, double in,
                     double out)
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

/* True when an earlier line between the same boxes took this bend; seen from the other end, a bend
 * is to the other side. */
static bool is_taken(const struct routing *routing, uint32_t number, const struct bend *bend)
{
    const struct gt_scene_line *line = &routing->scene->lines[number];
    for (uint32_t i = 0; i < number; i++) {
        const struct gt_scene_line *other = &routing->scene->lines[i];
        const struct bend *theirs = &routing->bend[routing->taken[i]];
        bool same = other->from == line->from && other->to == line->to;
        bool turned = other->from == line->to && other->to == line->from;
        double start = same ? theirs->start : -theirs->end;
        double end = same ? theirs->end : -theirs->start;
        if ((same || turned) && fabs(start - bend->start) + fabs(end - bend->end) < 2.5 * step)
            return true;
    }
    return false;
}

/* True when no point of a curve leaves the field. */
static bool stays_inside(const struct routing *routing, const struct gt_curve *curve)
{
    struct gt_rect all = bounds(curve);
    if (gt_rect_holds(&routing->field, &all))
        return true;
    for (int i = 0; i <= PIECES; i++)
        if (!inside(&routing->field, gt_curve_at(curve, (double)i / PIECES)))
            return false;
    return true;
}

static void route_line(struct routing *routing, uint32_t number)
{
    struct gt_scene_line *line = &routing->scene->lines[number];
    const struct gt_rect *from = &routing->scene->boxes[line->from].rect;
    const struct gt_rect *to = &routing->scene->boxes[line->to].rect;
    double least = INFINITY;
    for (int i = 0; i < CURVES && routing->bend[i].cost < least; i++) {
        const struct bend *bend = &routing->bend[i];
        struct gt_curve whole = bent(middle(from), middle(to), bend);
        struct gt_curve curve = cut_ends(&whole, from, to);
        double cost = bend->cost + count_passes(routing->scene, line, &curve) +
                      (is_taken(routing, number, bend) ? cost_of_twin : 0) +
                      (stays_inside(routing, &curve) ? 0 : cost_of_twin);
        if (cost < least) {
            least = cost;
            routing->taken[number] = i;
            line->curve = curve;
        }
    }
}

void gt_scene_route(struct gt_scene *scene)
{
    struct routing routing = {.scene = scene,
                              .field = scene->zones[0].field,
                              .taken = gt_xcalloc((size_t)scene->n_lines + 1, sizeof(int))};
    for (uint32_t z = 1; z < scene->n_zones; z++) {
        const struct gt_rect *field = &scene->zones[z].field;
        routing.field.left = fmin(routing.field.left, field->left);
        routing.field.top = fmin(routing.field.top, field->top);
        routing.field.right = fmax(routing.field.right, field->right);
        routing.field.bottom = fmax(routing.field.bottom, field->bottom);
    }
    routing.field = gt_rect_grow(&routing.field, scene->zone_padding);
    list_bends(routing.bend);
    for (uint32_t i = 0; i < scene->n_lines; i++)
        route_line(&routing, i);
    free(routing.taken);
}
