/* port.c: where lines leave their boxes: see port.h.
 *
 * How it works: seen from the middle of a box, each line leaves at a place of the border. Places of
 * neighbours that are too near each other are moved apart along the border, as little as can be in
 * all (least squares that keep the order: pools of neighbours, as in layering.c). */
#include "map/port.h"

#include "map/outline.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

static const double apart = 5.5, most_of_border = 0.8, depth = 0.07;
static const double look_ahead = 26; /* points from a box: where its line goes */

struct port {
    uint32_t box, line;
    bool start;
    double place; /* on the border, from the upper left corner on */
    double turn;  /* lines to one box: in which order */
};

static int compare_ports(const void *p, const void *q)
{
    const struct port *a = p, *b = q;
    if (a->box != b->box)
        return a->box < b->box ? -1 : 1;
    if (a->place < b->place || a->place > b->place)
        return a->place < b->place ? -1 : 1;
    if (a->turn < b->turn || a->turn > b->turn)
        return a->turn < b->turn ? -1 : 1;
    return a->line < b->line ? -1 : a->line > b->line;
}

static struct gt_point middle(const struct gt_rect *rect)
{
    return (struct gt_point){(rect->left + rect->right) / 2, (rect->top + rect->bottom) / 2};
}

static double girth(const struct gt_rect *rect)
{
    return 2 * (gt_rect_width(rect) + gt_rect_height(rect));
}

/* Where a ray from the middle towards a point leaves a rectangle: the way along its border. */
static double place_of(const struct gt_rect *rect, struct gt_point toward)
{
    struct gt_point m = middle(rect);
    double w = gt_rect_width(rect), h = gt_rect_height(rect);
    double x = toward.x - m.x, y = toward.y - m.y;
    if (x == 0 && y == 0)
        return 0;
    if (fabs(x) * h > fabs(y) * w) { /* a side */
        double at = y / fabs(x) * w / 2;
        return x > 0 ? w + h / 2 + at : 2 * w + h + h / 2 - at;
    }
    double at = x / fabs(y) * h / 2;
    return y < 0 ? w / 2 + at : w + h + w / 2 - at;
}

static struct gt_point at_place(const struct gt_rect *rect, double place)
{
    double w = gt_rect_width(rect), h = gt_rect_height(rect);
    place = fmod(place + 2 * girth(rect), girth(rect));
    if (place < w)
        return (struct gt_point){rect->left + place, rect->top};
    if (place < w + h)
        return (struct gt_point){rect->right, rect->top + place - w};
    if (place < 2 * w + h)
        return (struct gt_point){rect->right - (place - w - h), rect->bottom};
    return (struct gt_point){rect->left, rect->bottom - (place - 2 * w - h)};
}

/* Moves places that stand in order apart to at least `least`. */
static void spread(struct port *port, size_t n, double least)
{
    double *mean = gt_xcalloc(n + 1, sizeof *mean);
    size_t *size = gt_xcalloc(n + 1, sizeof *size), pools = 0;
    for (size_t i = 0; i < n; i++) {
        mean[pools] = port[i].place - (double)i * least;
        size[pools++] = 1;
        while (pools > 1 && mean[pools - 2] > mean[pools - 1]) {
            size_t all = size[pools - 2] + size[pools - 1];
            mean[pools - 2] = (mean[pools - 2] * (double)size[pools - 2] +
                               mean[pools - 1] * (double)size[pools - 1]) /
                              (double)all;
            size[pools-- - 2] = all;
        }
    }
    for (size_t pool = 0, i = 0; pool < pools; pool++)
        for (size_t k = 0; k < size[pool]; k++, i++)
            port[i].place = mean[pool] + (double)i * least;
    free(mean);
    free(size);
}

/* The ports of one box, sorted by place: cuts the border where they leave the widest gap. */
static void spread_box(struct port *port, size_t n, double border)
{
    double widest = port[0].place + border - port[n - 1].place;
    size_t first = 0;
    for (size_t i = 1; i < n; i++)
        if (port[i].place - port[i - 1].place > widest)
            widest = port[i].place - port[i - 1].place, first = i;
    struct port *turned = gt_xcalloc(n, sizeof *turned);
    for (size_t i = 0; i < n; i++) {
        turned[i] = port[(first + i) % n];
        turned[i].place += first + i >= n ? border : 0;
    }
    spread(turned, n, fmin(apart, border * most_of_border / (double)n));
    for (size_t i = 0; i < n; i++)
        port[i] = turned[i];
    free(turned);
}

/* A place inside the box, a part of the way from the border to the middle: lines that bend leave
 * the box near their place all the same. */
static struct gt_point inside(const struct gt_scene *scene, const struct gt_scene_box *box,
                              double place)
{
    struct gt_point m = middle(&box->rect), at = at_place(&box->rect, place);
    for (double part = depth;; part += 0.1) {
        struct gt_point p = {at.x + (m.x - at.x) * part, at.y + (m.y - at.y) * part};
        if (part >= 1 ||
            gt_outline_holds(&box->rect, scene->theme->node[box->type].form, box->font, p))
            return p;
    }
}

/* Where a line goes: some way from the box. */
static struct gt_point aim(const struct gt_path *path, bool start)
{
    struct gt_point mark[GT_MARKS_MOST];
    int n = gt_path_flatten(path, mark);
    double way = 0;
    for (int i = 1; i < n; i++) {
        struct gt_point a = mark[start ? i - 1 : n - i], b = mark[start ? i : n - 1 - i];
        double step = hypot(b.x - a.x, b.y - a.y);
        if (way + step >= look_ahead) {
            double part = (look_ahead - way) / step;
            return (struct gt_point){a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part};
        }
        way += step;
    }
    return mark[start ? n - 1 : 0];
}

static struct port make_port(const struct gt_scene *scene, uint32_t number, bool start, bool routed)
{
    const struct gt_scene_line *line = &scene->lines[number];
    uint32_t own = start ? line->from : line->to, other = start ? line->to : line->from;
    const struct gt_rect *rect = &scene->boxes[own].rect;
    struct gt_point toward = routed ? aim(&line->path, start) : middle(&scene->boxes[other].rect);
    /* lines between the same two boxes stand in opposite orders at both, and so do not cross */
    double family = line->family, turn = own < other ? family : -family;
    return (struct port){own, number, start, place_of(rect, toward), turn};
}

void gt_ports_set(const struct gt_scene *scene, bool routed, struct gt_point *at)
{
    size_t n = (size_t)scene->n_lines * 2;
    struct port *port = gt_xcalloc(n + 1, sizeof *port);
    for (uint32_t i = 0; i < scene->n_lines; i++) {
        port[2 * i] = make_port(scene, i, true, routed);
        port[2 * i + 1] = make_port(scene, i, false, routed);
    }
    qsort(port, n, sizeof *port, compare_ports);
    for (size_t i = 0, end; i < n; i = end) {
        const struct gt_scene_box *box = &scene->boxes[port[i].box];
        for (end = i; end < n && port[end].box == port[i].box;)
            end++;
        spread_box(port + i, end - i, girth(&box->rect));
        for (size_t k = i; k < end; k++)
            at[2 * (size_t)port[k].line + !port[k].start] = inside(scene, box, port[k].place);
    }
    free(port);
}
