/* route.c: how lines run: straight, or gently bent, around what stands in their way.
 *
 * How it works: for each line curves of growing bend are tried: arcs to either side, lopsided ones,
 * and slight S-shapes; where none keeps off all boxes and headings, ways around them (detour.c).
 * What crosses the fewest lines for the least bend is taken. Short lines, which have the least
 * choice, go first; then all are taken up once more, now that the others are known. Lines leave a
 * box at places of their own (port.c) and end at its outline. The thousands of lines of an overview
 * stay straight. */
#include "map/route.h"

#include "map/detour.h"
#include "map/outline.h"
#include "map/port.h"
#include "map/routing.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { STEPS = 7, CURVES = (2 * STEPS + 1) * (2 * STEPS + 1), WEIGHED_MOST = 14, WAYS = 3 };
enum { STRAIGHT_FROM = 8000, AGAIN_BELOW = 1500 }; /* lines */
static const double step = 0.05;                   /* of a line's length, sideways */
static const double cost_of_bend = 1.1, cost_of_turn = 0.9;
static const double cost_of_pass = 1e3, cost_of_crossing = 0.11, cost_of_company = 0.006;
static const double company = 2.4; /* lines that are nearer than this for long run as one */

/* How far a curve leaves the straight line near its start and near its end. */
struct bend {
    double start, end, cost;
};

/* A line on its way. */
struct run {
    struct gt_way way;
    struct gt_track track;
    bool laid;
};

struct router {
    struct gt_scene *scene;
    struct gt_routing routing;
    struct gt_detours *detours;
    struct bend bend[CURVES]; /* cheapest first */
    struct run *run;          /* [n_lines] */
    struct gt_point *port;    /* [2 n_lines] */
    uint32_t *order;          /* [n_lines] */
};

/* --- curves ------------------------------------------------------------------------------------
 */

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

static struct gt_curve bent(const struct gt_point end[2], const struct bend *bend)
{
    struct gt_point a = end[0], b = end[1];
    double x = b.x - a.x, y = b.y - a.y;
    double start = bend->start * 4 / 3, last = bend->end * 4 / 3;
    return (struct gt_curve){{a,
                              {a.x + x * 0.3 - y * start, a.y + y * 0.3 + x * start},
                              {a.x + x * 0.7 - y * last, a.y + y * 0.7 + x * last},
                              b}};
}

/* --- what a way meets --------------------------------------------------------------------------
 */

/* Points that two nearly parallel strides run side by side. */
static double side_by_side(const struct gt_point *a, const struct gt_point *b)
{
    double x = a[1].x - a[0].x, y = a[1].y - a[0].y, length = hypot(x, y);
    double u = b[1].x - b[0].x, v = b[1].y - b[0].y, other = hypot(u, v);
    if (length <= 0 || other <= 0 || fabs(x * v - y * u) > 0.2 * length * other)
        return 0;
    double start = ((b[0].x - a[0].x) * x + (b[0].y - a[0].y) * y) / length;
    double end = ((b[1].x - a[0].x) * x + (b[1].y - a[0].y) * y) / length;
    double from = fmax(fmin(start, end), 0), to = fmin(fmax(start, end), length);
    if (to <= from || fabs(end - start) <= 0)
        return 0;
    /* how far b is from a in the middle of what they share */
    double part = ((from + to) / 2 - start) / (end - start);
    double px = b[0].x + u * part - a[0].x, py = b[0].y + v * part - a[0].y;
    return fabs(px * y - py * x) / length < company ? to - from : 0;
}

/* What a track costs beside the lines that are laid: those that it crosses, and how far it runs
 * as one with them. Gives up when it is more than `most`. */
static double cost_among(struct router *router, const struct gt_track *track, double most)
{
    struct gt_routing *routing = &router->routing;
    double cost = 0;
    routing->search++;
    for (int k = 0; k + 1 < track->n && cost <= most; k++) {
        const struct gt_point *p = &track->mark[k];
        gt_grid_cover_segment(&routing->lines, p[0], p[1]);
        gt_grid_find(&routing->lines);
        for (uint32_t i = 0; i < routing->lines.n_found; i++) {
            uint32_t found = routing->lines.found[i], other = found / GT_MARKS_MOST;
            const struct gt_point *q = &router->run[other].track.mark[found % GT_MARKS_MOST];
            cost += cost_of_company * side_by_side(p, q);
            if (routing->met[other] == routing->search ||
                !gt_segments_cross(p[0], p[1], q[0], q[1]))
                continue;
            routing->met[other] = routing->search;
            cost += cost_of_crossing;
        }
    }
    return cost;
}

static bool stays_inside(const struct gt_routing *routing, const struct gt_scene_line *line,
                         const struct gt_track *track)
{
    struct gt_rect field = gt_routing_field(routing, line);
    return gt_rect_holds(&field, &track->bounds);
}

/* --- choosing ----------------------------------------------------------------------------------
 */

static void lay(struct router *router, uint32_t number, bool add)
{
    struct run *run = &router->run[number];
    struct gt_grid *lines = &router->routing.lines;
    if (run->laid == add)
        return;
    for (int k = 0; k + 1 < run->track.n; k++) {
        gt_grid_cover_segment(lines, run->track.mark[k], run->track.mark[k + 1]);
        if (add)
            gt_grid_add(lines, number * GT_MARKS_MOST + (uint32_t)k);
        else
            gt_grid_remove(lines, number * GT_MARKS_MOST + (uint32_t)k);
    }
    gt_detours_use(router->detours, &run->way, add ? 1 : -1);
    run->laid = add;
}

/* Weighs a way by what it meets and keeps it when it is the best; `least` is the best cost. */
static void weigh(struct router *router, uint32_t number, const struct gt_way *way, double *least)
{
    struct run *run = &router->run[number];
    struct gt_track track = gt_track_of(&way->path);
    double cost = way->cost + cost_among(router, &track, *least - way->cost);
    if (cost >= *least)
        return;
    *least = cost;
    run->way = *way;
    run->track = track;
}

/* Tries single curves, gentle ones first, until a bend alone costs more than the best way. */
static void try_curves(struct router *router, uint32_t number, double *least)
{
    const struct gt_scene_line *line = &router->scene->lines[number];
    const struct gt_point *end = &router->port[2 * (size_t)number];
    int weighed = 0;
    for (int i = 0; i < CURVES && router->bend[i].cost < *least && weighed < WEIGHED_MOST; i++) {
        struct gt_curve curve = bent(end, &router->bend[i]);
        struct gt_way way = {.path = gt_path_of(&curve), .cost = router->bend[i].cost};
        struct gt_track track = gt_track_of(&way.path);
        if (!stays_inside(&router->routing, line, &track))
            continue;
        way.cost += cost_of_pass * gt_routing_passes(&router->routing, line, &track);
        if (way.cost >= *least)
            continue;
        weighed += way.cost < cost_of_pass;
        weigh(router, number, &way, least);
    }
}

static void try_detours(struct router *router, uint32_t number, double *least)
{
    struct gt_way way[WAYS];
    int n = gt_detours_find(router->detours, &router->scene->lines[number],
                            &router->port[2 * (size_t)number], way, WAYS);
    for (int i = 0; i < n; i++)
        if (way[i].cost < *least)
            weigh(router, number, &way[i], least);
}

static void route_line(struct router *router, uint32_t number)
{
    static const double enough = 0.45; /* a way this good needs no other */
    double least = INFINITY;
    lay(router, number, false);
    try_curves(router, number, &least);
    if (least > enough)
        try_detours(router, number, &least);
    if (least == INFINITY) { /* the field has no room: straight through */
        const struct gt_point *end = &router->port[2 * (size_t)number];
        struct run *run = &router->run[number];
        run->way = (struct gt_way){.path = gt_path_straight(end[0], end[1])};
        run->track = gt_track_of(&run->way.path);
    }
    lay(router, number, true);
}

/* --- ends --------------------------------------------------------------------------------------
 */

static bool holds(const struct gt_scene *scene, uint32_t box, struct gt_point p)
{
    const struct gt_scene_box *b = &scene->boxes[box];
    return gt_outline_holds(&b->rect, scene->theme->node[b->type].form, b->font, p);
}

/* Where a piece leaves a box that it begins in (or, `at_end`, enters one that it ends in). */
static double outline_at(const struct gt_scene *scene, const struct gt_curve *piece, uint32_t box,
                         bool at_end)
{
    enum { LOOKS = 64, HALVINGS = 30 };
    double in = at_end ? 1 : 0, out = in;
    if (!holds(scene, box, piece->p[at_end ? 3 : 0]))
        return in;
    for (int i = 1; i <= LOOKS; i++) {
        out = at_end ? 1 - (double)i / LOOKS : (double)i / LOOKS;
        if (!holds(scene, box, gt_curve_at(piece, out)))
            break;
        in = out;
    }
    for (int i = 0; i < HALVINGS; i++) {
        double half = (in + out) / 2;
        if (holds(scene, box, gt_curve_at(piece, half)))
            in = half;
        else
            out = half;
    }
    return out;
}

void gt_scene_cut_line(const struct gt_scene *scene, struct gt_scene_line *line)
{
    struct gt_path *path = &line->path;
    double start = outline_at(scene, &path->piece[0], line->from, false);
    double end = path->n - 1 + outline_at(scene, &path->piece[path->n - 1], line->to, true);
    if (start < end)
        *path = gt_path_part(path, start, end);
}

/* --- all lines ---------------------------------------------------------------------------------
 */

static struct gt_point middle(const struct gt_rect *rect)
{
    return (struct gt_point){(rect->left + rect->right) / 2, (rect->top + rect->bottom) / 2};
}

struct by_length {
    double length;
    uint32_t line;
};

static int compare_lengths(const void *p, const void *q)
{
    const struct by_length *a = p, *b = q;
    if (a->length < b->length || a->length > b->length)
        return a->length < b->length ? -1 : 1;
    return a->line < b->line ? -1 : a->line > b->line;
}

static void order_lines(struct router *router)
{
    const struct gt_scene *scene = router->scene;
    struct by_length *list = gt_xcalloc((size_t)scene->n_lines + 1, sizeof *list);
    for (uint32_t i = 0; i < scene->n_lines; i++) {
        struct gt_point a = middle(&scene->boxes[scene->lines[i].from].rect);
        struct gt_point b = middle(&scene->boxes[scene->lines[i].to].rect);
        list[i] = (struct by_length){hypot(a.x - b.x, a.y - b.y), i};
    }
    qsort(list, scene->n_lines, sizeof *list, compare_lengths);
    for (uint32_t i = 0; i < scene->n_lines; i++)
        router->order[i] = list[i].line;
    free(list);
}

static void set_straight(struct gt_scene *scene)
{
    for (uint32_t i = 0; i < scene->n_lines; i++) {
        struct gt_scene_line *line = &scene->lines[i];
        line->path = gt_path_straight(middle(&scene->boxes[line->from].rect),
                                      middle(&scene->boxes[line->to].rect));
        gt_scene_cut_line(scene, line);
    }
}

static void route_all(struct router *router)
{
    struct gt_scene *scene = router->scene;
    int rounds = scene->n_lines < AGAIN_BELOW ? 3 : 1;
    order_lines(router);
    for (int round = 0; round < rounds; round++) {
        if (round < 2)
            gt_ports_set(scene, round > 0, router->port);
        for (uint32_t i = 0; i < scene->n_lines; i++) {
            uint32_t number = router->order[i];
            route_line(router, number);
            struct gt_scene_line *line = &scene->lines[number];
            line->path = router->run[number].way.path;
            gt_scene_cut_line(scene, line);
        }
    }
}

void gt_scene_route(struct gt_scene *scene)
{
    if (scene->n_lines >= STRAIGHT_FROM) {
        set_straight(scene);
        return;
    }
    size_t n = scene->n_lines;
    struct router router = {.scene = scene,
                            .run = gt_xcalloc(n + 1, sizeof *router.run),
                            .port = gt_xcalloc(2 * n + 1, sizeof *router.port),
                            .order = gt_xcalloc(n + 1, sizeof *router.order)};
    gt_routing_init(&router.routing, scene, GT_WIDE_BERTH);
    router.detours = gt_detours_new(&router.routing);
    list_bends(router.bend);
    route_all(&router);
    gt_detours_free(router.detours);
    gt_routing_fini(&router.routing);
    free(router.run);
    free(router.port);
    free(router.order);
}
