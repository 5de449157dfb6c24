/* flow.c: see flow.h. */
#include "map/flow.h"

#include "map/route.h"
#include "map/routing.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

static const double port_part = 0.72;         /* of a box's side, that lines start and end on */
static const double most_step = 7, depth = 3; /* points between ends; of ends inside their box */

/* An end of a line on a side of a box. */
struct port {
    uint32_t box, line;
    bool right, start;
    double toward; /* height of the other end: ports stand in this order */
};

static int compare_ports(const void *p, const void *q)
{
    const struct port *a = p, *b = q;
    if (a->box != b->box)
        return a->box < b->box ? -1 : 1;
    if (a->right != b->right)
        return a->right ? 1 : -1;
    if (a->toward < b->toward || a->toward > b->toward)
        return a->toward < b->toward ? -1 : 1;
    return a->line < b->line ? -1 : a->line > b->line;
}

static struct gt_point middle(const struct gt_rect *rect)
{
    return (struct gt_point){(rect->left + rect->right) / 2, (rect->top + rect->bottom) / 2};
}

/* The height that a line goes to first from one of its ends. */
static double height_toward(const struct gt_stage *stage, uint32_t number, bool start)
{
    const struct gt_layout_stops *stops = &stage->stops;
    const struct gt_scene_line *line = &stage->scene->lines[number];
    uint32_t first = stops->offset[number], end = stops->offset[number + 1];
    if (first < end)
        return stops->at[start ? first : end - 1].y;
    return middle(&stage->scene->boxes[start ? line->to : line->from].rect).y;
}

static void set_ports(const struct gt_stage *stage, struct gt_point *at)
{
    const struct gt_scene *scene = stage->scene;
    size_t n = (size_t)scene->n_lines * 2;
    struct port *port = gt_xcalloc(n + 1, sizeof *port);
    for (uint32_t i = 0; i < scene->n_lines; i++) {
        const struct gt_scene_line *line = &scene->lines[i];
        bool right =
            middle(&scene->boxes[line->to].rect).x > middle(&scene->boxes[line->from].rect).x;
        port[2 * i] = (struct port){line->from, i, right, true, height_toward(stage, i, true)};
        port[2 * i + 1] = (struct port){line->to, i, !right, false, height_toward(stage, i, false)};
    }
    qsort(port, n, sizeof *port, compare_ports);
    for (size_t i = 0, end; i < n; i = end) {
        const struct gt_rect *rect = &scene->boxes[port[i].box].rect;
        for (end = i; end < n && port[end].box == port[i].box && port[end].right == port[i].right;)
            end++;
        double step = fmin(gt_rect_height(rect) * port_part / (double)(end - i), most_step);
        double top = middle(rect).y - step * (double)(end - i - 1) / 2;
        for (size_t k = i; k < end; k++) /* inside the box: the line is cut at its outline */
            at[2 * port[k].line + !port[k].start] =
                (struct gt_point){port[k].right ? rect->right - depth : rect->left + depth,
                                  top + step * (double)(k - i)};
    }
    free(port);
}

/* --- ways --------------------------------------------------------------------------------------
 */

/* Straight pieces in a row are one. */
static void add_straight(struct gt_path *path, struct gt_point a, struct gt_point b)
{
    struct gt_curve *last = path->n ? &path->piece[path->n - 1] : NULL;
    if (fabs(a.x - b.x) < 0.01)
        return;
    if (last && fabs(last->p[0].y - b.y) < 0.01 && fabs(last->p[3].y - b.y) < 0.01)
        *last = gt_path_straight(last->p[0], b).piece[0];
    else if (path->n < GT_PIECES_MOST)
        path->piece[path->n++] = gt_path_straight(a, b).piece[0];
}

/* From one height to another, level at both ends. */
static void add_step(struct gt_path *path, struct gt_point a, struct gt_point b)
{
    double half = (b.x - a.x) / 2;
    if (fabs(a.y - b.y) < 0.01)
        add_straight(path, a, b);
    else if (path->n < GT_PIECES_MOST && fabs(half) > 0.01)
        path->piece[path->n++] = (struct gt_curve){{a, {a.x + half, a.y}, {b.x - half, b.y}, b}};
}

/* What leads a line from one box to another. */
struct guide {
    const struct gt_stage *stage;
    struct gt_routing *routing;
    uint32_t number;
    struct gt_point end[2], leave, enter; /* ports; at the sides of their columns */
    bool right;
};

static struct gt_point side_of(const struct guide *guide, const struct gt_layout_stop *stop,
                               bool in)
{
    return (struct gt_point){guide->right == in ? stop->left : stop->right, stop->y};
}

/* Level through its columns, in steps between them. */
static struct gt_path through_columns(const struct guide *guide)
{
    const struct gt_layout_stops *stops = &guide->stage->stops;
    struct gt_path path = {.n = 0};
    struct gt_point at = guide->leave;
    add_straight(&path, guide->end[0], at);
    for (uint32_t i = stops->offset[guide->number]; i < stops->offset[guide->number + 1]; i++) {
        struct gt_point out = side_of(guide, &stops->at[i], false);
        add_step(&path, at, side_of(guide, &stops->at[i], true));
        add_straight(&path, side_of(guide, &stops->at[i], true), out);
        at = out;
    }
    add_step(&path, at, guide->enter);
    add_straight(&path, guide->enter, guide->end[1]);
    return path;
}

static bool is_clear(const struct guide *guide, struct gt_point a, struct gt_point b)
{
    struct gt_path path = {.n = 0};
    add_step(&path, a, b);
    if (!path.n)
        return true;
    struct gt_track track = gt_track_of(&path);
    const struct gt_scene_line *line = &guide->stage->scene->lines[guide->number];
    return gt_routing_passes(guide->routing, line, &track) == 0;
}

/* The same in as few steps as can be, for a line through so many columns that a path has not the
 * pieces for all: each step goes as far as no box is in its way. */
static struct gt_path in_few_steps(const struct guide *guide)
{
    const struct gt_layout_stops *stops = &guide->stage->stops;
    uint32_t first = stops->offset[guide->number], end = stops->offset[guide->number + 1];
    struct gt_path path = {.n = 0};
    struct gt_point at = guide->leave;
    add_straight(&path, guide->end[0], at);
    for (uint32_t i = first; i <= end;) {
        uint32_t far = end;
        while (
            far > i &&
            !is_clear(guide, at, far < end ? side_of(guide, &stops->at[far], true) : guide->enter))
            far--;
        struct gt_point in = far < end ? side_of(guide, &stops->at[far], true) : guide->enter;
        add_step(&path, at, in);
        at = far < end ? side_of(guide, &stops->at[far], false) : guide->enter;
        add_straight(&path, in, at);
        i = far + 1;
    }
    add_straight(&path, guide->enter, guide->end[1]);
    return path;
}

static struct gt_path way_of(const struct gt_stage *stage, struct gt_routing *routing,
                             uint32_t number, const struct gt_point end[2])
{
    const struct gt_scene_line *line = &stage->scene->lines[number];
    const struct gt_layout_stop *from = &stage->stops.column[stage->place[line->from]];
    const struct gt_layout_stop *to = &stage->stops.column[stage->place[line->to]];
    struct guide guide = {.stage = stage,
                          .routing = routing,
                          .number = number,
                          .end = {end[0], end[1]},
                          .right = end[1].x > end[0].x};
    guide.leave = (struct gt_point){guide.right ? from->right : from->left, end[0].y};
    guide.enter = (struct gt_point){guide.right ? to->left : to->right, end[1].y};
    struct gt_path path = through_columns(&guide);
    if (path.n == GT_PIECES_MOST)
        path = in_few_steps(&guide);
    if (path.n == 0 || path.n == GT_PIECES_MOST)
        path = gt_path_straight(end[0], end[1]);
    return path;
}

void gt_flow_route(const struct gt_stage *stage)
{
    struct gt_scene *scene = stage->scene;
    struct gt_point *port = gt_xcalloc((size_t)scene->n_lines * 2 + 1, sizeof *port);
    struct gt_routing routing;
    set_ports(stage, port);
    gt_routing_init(&routing, scene, GT_CLEARANCE);
    for (uint32_t i = 0; i < scene->n_lines; i++) {
        scene->lines[i].path = way_of(stage, &routing, i, &port[2 * (size_t)i]);
        gt_scene_cut_line(scene, &scene->lines[i]);
    }
    gt_routing_fini(&routing);
    free(port);
}
