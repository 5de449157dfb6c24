/* route.c: how lines run: straight, or gently bent around boxes in their way.
 *
 * How it works: for each line curves of growing bend are tried: arcs to either side, lopsided ones,
 * and slight S-shapes; of those that pass behind the fewest boxes for the least bend, the one that
 * crosses the fewest lines routed before is taken. Several lines between the same two boxes take
 * different curves. A line ends at the border of its boxes; what is behind them is cut off. Boxes
 * and lines stand in grids, so that a curve looks at what is near. The thousands of lines of an
 * overview stay straight. */
#include "map/grid.h"
#include "map/scene.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

enum { PIECES = 16, STEPS = 7, CURVES = (2 * STEPS + 1) * (2 * STEPS + 1), BEST = 6 };
enum { STRAIGHT_FROM = 8000 };   /* lines */
static const double step = 0.06; /* of a line's length, sideways */
static const double clearance = 2, cost_of_bend = 1.1, cost_of_turn = 0.9, cost_of_twin = 50;
static const double cost_of_pass = 1.4, cost_of_crossing = 0.1;

/* How far a curve leaves the straight line near its start and near its end. */
struct bend {
    double start, end, cost;
};

/* What is needed while lines are routed one after the other. */
struct routing {
    struct gt_scene *scene;
    struct gt_rect field;
    struct gt_grid boxes, lines;
    struct bend bend[CURVES]; /* cheapest first */
    int *taken;               /* [n_lines] the bend of each line routed so far */
    uint32_t *met, search;    /* [n_boxes and n_lines] met in this search */
};

/* A curve that may be taken. */
struct choice {
    struct gt_curve curve;
    double cost;
    int bend;
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
    for (int i = 0; i < 24; i++) {
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

/* Boxes that a curve passes behind. */
static uint32_t count_passes(struct routing *routing, const struct gt_scene_line *line,
                             const struct gt_point at[PIECES + 1])
{
    const struct gt_scene *scene = routing->scene;
    uint32_t passes = 0;
    routing->search++;
    for (int k = 0; k < PIECES; k++) {
        gt_grid_cover_segment(&routing->boxes, at[k], at[k + 1]);
        gt_grid_find(&routing->boxes);
        for (uint32_t i = 0; i < routing->boxes.n_found; i++) {
            uint32_t box = routing->boxes.found[i];
            struct gt_rect rect = gt_rect_grow(&scene->boxes[box].rect, clearance);
            if (box == line->from || box == line->to || routing->met[box] == routing->search ||
                !gt_segment_meets(at[k], at[k + 1], &rect))
                continue;
            routing->met[box] = routing->search;
            passes++;
        }
    }
    return passes;
}

static bool crosses(const struct gt_curve *curve, struct gt_point a, struct gt_point b)
{
    struct gt_rect all = bounds(curve);
    if (fmax(a.x, b.x) < all.left || fmin(a.x, b.x) > all.right || fmax(a.y, b.y) < all.top ||
        fmin(a.y, b.y) > all.bottom)
        return false;
    struct gt_point from = curve->p[0];
    for (int i = 1; i <= PIECES / 2; i++) {
        struct gt_point to = gt_curve_at(curve, 2.0 * i / PIECES);
        if (gt_segments_cross(from, to, a, b))
            return true;
        from = to;
    }
    return false;
}

/* Lines routed before that a curve crosses. */
static uint32_t count_crossings(struct routing *routing, const struct gt_point at[PIECES + 1])
{
    uint32_t crossings = 0;
    routing->search++;
    for (int k = 0; k < PIECES; k++) {
        gt_grid_cover_segment(&routing->lines, at[k], at[k + 1]);
        gt_grid_find(&routing->lines);
        for (uint32_t i = 0; i < routing->lines.n_found; i++) {
            uint32_t other = routing->lines.found[i];
            if (routing->met[other] == routing->search ||
                !crosses(&routing->scene->lines[other].curve, at[k], at[k + 1]))
                continue;
            routing->met[other] = routing->search;
            crossings++;
        }
    }
    return crossings;
}

/* True when an earlier line between the same boxes took this bend; seen from the other end, a bend
 * is to the other side. Such lines follow each other. */
static bool is_taken(const struct routing *routing, uint32_t number, const struct bend *bend)
{
    const struct gt_scene_line *line = &routing->scene->lines[number];
    for (uint32_t i = number; i-- > 0;) {
        const struct gt_scene_line *other = &routing->scene->lines[i];
        const struct bend *theirs = &routing->bend[routing->taken[i]];
        bool same = other->from == line->from && other->to == line->to;
        bool turned = other->from == line->to && other->to == line->from;
        double start = same ? theirs->start : -theirs->end;
        double end = same ? theirs->end : -theirs->start;
        if (!same && !turned)
            return false;
        if (fabs(start - bend->start) + fabs(end - bend->end) < 2.5 * step)
            return true;
    }
    return false;
}

/* True when no point of a curve leaves the field; of two pictures side by side, its own. */
static bool stays_inside(const struct routing *routing, const struct gt_scene_line *line,
                         const struct gt_point at[PIECES + 1])
{
    const struct gt_scene *scene = routing->scene;
    struct gt_rect field = routing->field;
    if (gt_scene_doubles(scene->options))
        field = gt_rect_grow(&scene->zones[scene->boxes[line->from].zone].field,
                             scene->zone_padding - 1);
    for (int i = 0; i <= PIECES; i++)
        if (!inside(&field, at[i]))
            return false;
    return true;
}

/* Keeps a choice among the BEST cheapest of n; returns how many there are now. */
static int keep(struct choice best[BEST], int n, const struct choice *choice)
{
    int at = n < BEST ? n : BEST - 1;
    if (n == BEST && choice->cost >= best[at].cost)
        return n;
    for (; at > 0 && best[at - 1].cost > choice->cost; at--)
        best[at] = best[at - 1];
    best[at] = *choice;
    return n < BEST ? n + 1 : n;
}

static void take(struct routing *routing, uint32_t number, const struct choice *choice)
{
    struct gt_point at[PIECES + 1];
    routing->taken[number] = choice->bend;
    routing->scene->lines[number].curve = choice->curve;
    flatten(&choice->curve, at);
    for (int k = 0; k < PIECES; k++) {
        gt_grid_cover_segment(&routing->lines, at[k], at[k + 1]);
        gt_grid_add(&routing->lines, number);
    }
}

static void route_line(struct routing *routing, uint32_t number)
{
    const struct gt_scene_line *line = &routing->scene->lines[number];
    const struct gt_rect *from = &routing->scene->boxes[line->from].rect;
    const struct gt_rect *to = &routing->scene->boxes[line->to].rect;
    struct choice best[BEST];
    struct gt_point at[PIECES + 1];
    int n = 0;
    for (int i = 0; i < CURVES && (n < BEST || routing->bend[i].cost < best[0].cost); i++) {
        const struct bend *bend = &routing->bend[i];
        struct gt_curve whole = bent(middle(from), middle(to), bend);
        struct choice choice = {cut_ends(&whole, from, to), bend->cost, i};
        flatten(&choice.curve, at);
        choice.cost += cost_of_pass * count_passes(routing, line, at) +
                       (is_taken(routing, number, bend) ? cost_of_twin : 0) +
                       (stays_inside(routing, line, at) ? 0 : cost_of_twin);
        n = keep(best, n, &choice);
    }
    for (int i = 0; i < n; i++) {
        flatten(&best[i].curve, at);
        best[i].cost += cost_of_crossing * count_crossings(routing, at);
    }
    const struct choice *chosen = &best[0];
    for (int i = 1; i < n; i++)
        chosen = best[i].cost < chosen->cost ? &best[i] : chosen;
    take(routing, number, chosen);
}

static void init(struct routing *routing)
{
    struct gt_scene *scene = routing->scene;
    size_t most = scene->n_boxes > scene->n_lines ? scene->n_boxes : scene->n_lines;
    routing->field = scene->zones[0].field;
    for (uint32_t z = 1; z < scene->n_zones; z++) {
        const struct gt_rect *field = &scene->zones[z].field;
        routing->field.left = fmin(routing->field.left, field->left);
        routing->field.top = fmin(routing->field.top, field->top);
        routing->field.right = fmax(routing->field.right, field->right);
        routing->field.bottom = fmax(routing->field.bottom, field->bottom);
    }
    routing->field = gt_rect_grow(&routing->field, scene->zone_padding + 1);
    routing->taken = gt_xcalloc((size_t)scene->n_lines + 1, sizeof *routing->taken);
    routing->met = gt_xcalloc(most + 1, sizeof *routing->met);
    gt_grid_init(&routing->boxes, &routing->field, scene->n_boxes);
    gt_grid_init(&routing->lines, &routing->field, scene->n_lines);
    list_bends(routing->bend);
    for (uint32_t i = 0; i < scene->n_boxes; i++) {
        struct gt_rect rect = gt_rect_grow(&scene->boxes[i].rect, clearance);
        gt_grid_cover_rect(&routing->boxes, &rect);
        gt_grid_add(&routing->boxes, i);
    }
}

static void set_straight(struct gt_scene *scene)
{
    const struct bend none = {0, 0, 0};
    for (uint32_t i = 0; i < scene->n_lines; i++) {
        struct gt_scene_line *line = &scene->lines[i];
        const struct gt_rect *from = &scene->boxes[line->from].rect;
        const struct gt_rect *to = &scene->boxes[line->to].rect;
        struct gt_curve whole = bent(middle(from), middle(to), &none);
        line->curve = cut_ends(&whole, from, to);
    }
}

void gt_scene_route(struct gt_scene *scene)
{
    struct routing routing = {.scene = scene};
    if (scene->n_lines >= STRAIGHT_FROM) {
        set_straight(scene);
        return;
    }
    init(&routing);
    for (uint32_t i = 0; i < scene->n_lines; i++)
        route_line(&routing, i);
    gt_grid_fini(&routing.boxes);
    gt_grid_fini(&routing.lines);
    free(routing.taken);
    free(routing.met);
}
