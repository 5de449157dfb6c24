/* outline.c: frames, signs and ends of lines as outlines. */
#include "map/outline.h"

#include <math.h>

static const double round_corner = 0.16; /* of the size of the text */
static const double arc = 0.5522847498;  /* of a Bezier quarter circle */

static void line_to(struct gt_outline *outline, double x, double y)
{
    outline->step[outline->n].curved = false;
    outline->step[outline->n++].p[2] = (struct gt_point){x, y};
}

static struct gt_point current(const struct gt_outline *outline)
{
    return outline->n ? outline->step[outline->n - 1].p[2] : outline->start;
}

/* A quarter of a circle to (x, y), turning at the corner. */
static void round_to(struct gt_outline *outline, struct gt_point corner, double x, double y)
{
    struct gt_point from = current(outline);
    outline->step[outline->n].curved = true;
    outline->step[outline->n].corner = corner;
    outline->step[outline->n].p[0] =
        (struct gt_point){from.x + (corner.x - from.x) * arc, from.y + (corner.y - from.y) * arc};
    outline->step[outline->n].p[1] =
        (struct gt_point){x + (corner.x - x) * arc, y + (corner.y - y) * arc};
    outline->step[outline->n++].p[2] = (struct gt_point){x, y};
}

double gt_outline_radius(const struct gt_rect *rect, enum gt_form form, double unit)
{
    double half = fmin(gt_rect_width(rect), gt_rect_height(rect)) / 2;
    return fmin(half, form == GT_FORM_PILL ? unit * 0.95 : unit * round_corner);
}

/* Starts at the top, behind the upper left corner; ends there after the left side. */
static void left_side(struct gt_outline *outline, const struct gt_rect *rect, double r)
{
    line_to(outline, rect->left + r, rect->bottom);
    round_to(outline, (struct gt_point){rect->left, rect->bottom}, rect->left, rect->bottom - r);
    line_to(outline, rect->left, rect->top + r);
    round_to(outline, (struct gt_point){rect->left, rect->top}, rect->left + r, rect->top);
    outline->closed = true;
}

struct gt_outline gt_outline_frame(const struct gt_rect *rect, enum gt_form form, double unit)
{
    double r = gt_outline_radius(rect, form, unit),
           cut = form == GT_FORM_CUT ? unit * GT_CUT_CORNER : r;
    struct gt_outline outline = {.start = {rect->left + r, rect->top}};
    line_to(&outline, rect->right - cut, rect->top);
    if (form == GT_FORM_CUT)
        line_to(&outline, rect->right, rect->top + cut);
    else
        round_to(&outline, (struct gt_point){rect->right, rect->top}, rect->right, rect->top + r);
    line_to(&outline, rect->right, rect->bottom - r);
    round_to(&outline, (struct gt_point){rect->right, rect->bottom}, rect->right - r, rect->bottom);
    left_side(&outline, rect, r);
    return outline;
}

bool gt_outline_holds(const struct gt_rect *rect, enum gt_form form, double unit, struct gt_point p)
{
    double r = gt_outline_radius(rect, form, unit);
    if (p.x < rect->left || p.x > rect->right || p.y < rect->top || p.y > rect->bottom)
        return false;
    if (form == GT_FORM_CUT && p.x - p.y > rect->right - rect->top - unit * GT_CUT_CORNER)
        return false;
    double x = fmax(fmax(rect->left + r - p.x, p.x - (rect->right - r)), 0);
    double y = fmax(fmax(rect->top + r - p.y, p.y - (rect->bottom - r)), 0);
    bool at_cut = form == GT_FORM_CUT && p.x > rect->right - r && p.y < rect->top + r;
    return x * x + y * y <= r * r || at_cut;
}

struct gt_outline gt_outline_sign(const struct gt_rect *rect, enum gt_form form, double unit,
                                  double width)
{
    double r = gt_outline_radius(rect, form, unit);
    struct gt_outline outline = {.start = {rect->left + r, rect->top}};
    line_to(&outline, rect->left + width, rect->top);
    line_to(&outline, rect->left + width, rect->bottom);
    left_side(&outline, rect, r);
    return outline;
}

/* Length and half width of each end, in points. */
static const struct {
    double length, half;
    bool filled;
} ends[GT_HEADS] = {
    [GT_HEAD_normal] = {5.5, 1.9, true}, [GT_HEAD_diamond] = {7, 2.1, true},
    [GT_HEAD_vee] = {5.5, 2.3, true},    [GT_HEAD_dot] = {4, 2, true},
    [GT_HEAD_empty] = {5.5, 2, false},   [GT_HEAD_odot] = {4, 1.8, false},
};

double gt_head_length(enum gt_head head)
{
    return ends[head].length;
}

/* `along` points back from the tip and `aside` to its left. */
static struct gt_point back(struct gt_point tip, struct gt_point way, double along, double aside)
{
    return (struct gt_point){tip.x - way.x * along - way.y * aside,
                             tip.y - way.y * along + way.x * aside};
}

static void add(struct gt_outline *outline, struct gt_point p)
{
    line_to(outline, p.x, p.y);
}

static void add_circle(struct gt_outline *outline, struct gt_point tip, struct gt_point way,
                       double length)
{
    double r = length / 2;
    struct gt_point side = back(tip, way, r, r), end = back(tip, way, length, 0);
    struct gt_point other = back(tip, way, r, -r);
    round_to(outline, back(tip, way, 0, r), side.x, side.y);
    round_to(outline, back(tip, way, length, r), end.x, end.y);
    round_to(outline, back(tip, way, length, -r), other.x, other.y);
    round_to(outline, back(tip, way, 0, -r), tip.x, tip.y);
}

struct gt_outline gt_outline_head(enum gt_head head, const struct gt_path *path, bool at_end,
                                  bool *filled)
{
    const struct gt_point *p = path->piece[at_end ? path->n - 1 : 0].p;
    struct gt_point from = p[at_end ? 2 : 1], tip = p[at_end ? 3 : 0];
    double distance = hypot(tip.x - from.x, tip.y - from.y);
    struct gt_point way = {1, 0};
    if (distance > 0)
        way = (struct gt_point){(tip.x - from.x) / distance, (tip.y - from.y) / distance};
    double length = ends[head].length, half = ends[head].half;
    struct gt_outline outline = {.start = tip, .closed = true};
    *filled = ends[head].filled;
    switch (head) {
    case GT_HEAD_dot:
    case GT_HEAD_odot:
        add_circle(&outline, tip, way, length);
        break;
    case GT_HEAD_diamond:
        add(&outline, back(tip, way, length / 2, half));
        add(&outline, back(tip, way, length, 0));
        add(&outline, back(tip, way, length / 2, -half));
        break;
    case GT_HEAD_vee:
        add(&outline, back(tip, way, length, half));
        add(&outline, back(tip, way, length * 0.65, 0));
        add(&outline, back(tip, way, length, -half));
        break;
    case GT_HEAD_normal:
    case GT_HEAD_empty:
    case GT_HEADS:
        add(&outline, back(tip, way, length, half));
        add(&outline, back(tip, way, length, -half));
        break;
    }
    return outline;
}

/* The parameter at which an end of that length begins, seen from an end of the curve. */
static double end_begins(const struct gt_curve *curve, bool at_end, double length)
{
    struct gt_point tip = gt_curve_at(curve, at_end ? 1 : 0);
    double low = 0, high = 0.9; /* a line shorter than its end keeps a stump */
    for (int i = 0; i < 30; i++) {
        double half = (low + high) / 2;
        struct gt_point p = gt_curve_at(curve, at_end ? 1 - half : half);
        if (hypot(p.x - tip.x, p.y - tip.y) < length)
            low = half;
        else
            high = half;
    }
    return at_end ? 1 - high : high;
}

struct gt_path gt_path_between(const struct gt_path *whole, bool tail, bool head, enum gt_head kind)
{
    double length = ends[kind].length * (kind == GT_HEAD_vee ? 0.65 : 1);
    int last = whole->n - 1;
    double from = tail ? end_begins(&whole->piece[0], false, length) : 0;
    double to = last + (head ? end_begins(&whole->piece[last], true, length) : 1);
    if (from >= to)
        from = 0;
    return gt_path_part(whole, from, to);
}
