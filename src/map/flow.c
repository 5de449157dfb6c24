/* flow.c: see flow.h. */
#include "map/flow.h"

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

static void add_straight(struct gt_path *path, struct gt_point a, struct gt_point b)
{
    if (path->n < GT_PIECES_MOST && fabs(a.x - b.x) > 0.01)
        path->piece[path->n++] = gt_path_straight(a, b).piece[0];
}

/* From one height to another, level at both ends. */
static void add_step(struct gt_path *path, struct gt_point a, struct gt_point b)
{
    double half = (b.x - a.x) / 2;
    if (path->n < GT_PIECES_MOST && fabs(half) > 0.01)
        path->piece[path->n++] = (struct gt_curve){{a, {a.x + half, a.y}, {b.x - half, b.y}, b}};
}

/* Level through its columns, in steps between them. */
static struct gt_path way_of(const struct gt_stage *stage, uint32_t number,
                             const struct gt_point end[2])
{
    const struct gt_scene_line *line = &stage->scene->lines[number];
    const struct gt_layout_stops *stops = &stage->stops;
    uint32_t first = stops->offset[number], n = stops->offset[number + 1] - first;
    bool right = end[1].x > end[0].x;
    const struct gt_layout_stop *from = &stops->column[stage->place[line->from]];
    const struct gt_layout_stop *to = &stops->column[stage->place[line->to]];
    struct gt_point at = {right ? from->right : from->left, end[0].y};
    struct gt_path path = {.n = 0};
    add_straight(&path, end[0], at);
    uint32_t stride = n / ((GT_PIECES_MOST - 3) / 2) + 1; /* as many as a path can have */
    for (uint32_t i = stride - 1; i < n; i += stride) {
        const struct gt_layout_stop *stop = &stops->at[first + i];
        struct gt_point in = {right ? stop->left : stop->right, stop->y};
        struct gt_point out = {right ? stop->right : stop->left, stop->y};
        add_step(&path, at, in);
        add_straight(&path, in, out);
        at = out;
    }
    struct gt_point last = {right ? to->left : to->right, end[1].y};
    add_step(&path, at, last);
    add_straight(&path, last, end[1]);
    return path.n ? path : gt_path_straight(end[0], end[1]);
}

void gt_flow_route(const struct gt_stage *stage)
{
    struct gt_scene *scene = stage->scene;
    struct gt_point *port = gt_xcalloc((size_t)scene->n_lines * 2 + 1, sizeof *port);
    set_ports(stage, port);
    for (uint32_t i = 0; i < scene->n_lines; i++) {
        scene->lines[i].path = way_of(stage, i, &port[2 * (size_t)i]);
        gt_scene_cut_line(scene, &scene->lines[i]);
    }
    free(port);
}
