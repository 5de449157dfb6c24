/* path.c: see path.h. */
#include "map/path.h"

#include <math.h>

static const double stride = 11; /* points between two marks, about */

struct gt_path gt_path_of(const struct gt_curve *curve)
{
    struct gt_path path;
    path.piece[0] = *curve;
    path.n = 1;
    return path;
}

struct gt_path gt_path_straight(struct gt_point from, struct gt_point to)
{
    double x = (to.x - from.x) / 3, y = (to.y - from.y) / 3;
    const struct gt_curve curve = {{from, {from.x + x, from.y + y}, {to.x - x, to.y - y}, to}};
    return gt_path_of(&curve);
}

static int piece_of(const struct gt_path *path, double t)
{
    int piece = t > 0 ? (int)t : 0;
    return piece < path->n ? piece : path->n - 1;
}

struct gt_point gt_path_at(const struct gt_path *path, double t)
{
    int piece = piece_of(path, t);
    return gt_curve_at(&path->piece[piece], t - piece);
}

struct gt_path gt_path_part(const struct gt_path *path, double from, double to)
{
    int first = piece_of(path, from), last = piece_of(path, to);
    struct gt_path part;
    if (last > first && to <= last) /* ends where a piece begins */
        last--;
    part.n = last - first + 1;
    for (int i = first; i <= last; i++) {
        double start = i == first ? from - i : 0, end = i == last ? to - i : 1;
        part.piece[i - first] = gt_curve_part(&path->piece[i], start, end);
    }
    return part;
}

struct gt_rect gt_path_bounds(const struct gt_path *path)
{
    struct gt_rect all = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (int i = 0; i < path->n; i++)
        for (int k = 0; k < 4; k++) {
            struct gt_point p = path->piece[i].p[k];
            all.left = fmin(all.left, p.x), all.right = fmax(all.right, p.x);
            all.top = fmin(all.top, p.y), all.bottom = fmax(all.bottom, p.y);
        }
    return all;
}

/* Marks of one piece: one when it is straight. */
static int strides_of(const struct gt_curve *curve)
{
    const struct gt_point *p = curve->p;
    double x = p[3].x - p[0].x, y = p[3].y - p[0].y, length = hypot(x, y);
    double first = fabs(x * (p[1].y - p[0].y) - y * (p[1].x - p[0].x));
    double second = fabs(x * (p[2].y - p[0].y) - y * (p[2].x - p[0].x));
    if (fmax(first, second) < 0.05 * length)
        return 1;
    double polygon = hypot(p[1].x - p[0].x, p[1].y - p[0].y) +
                     hypot(p[2].x - p[1].x, p[2].y - p[1].y) +
                     hypot(p[3].x - p[2].x, p[3].y - p[2].y);
    double strides = ceil(polygon / stride);
    return strides < 4 ? 4 : strides > GT_STRIDES_MOST ? GT_STRIDES_MOST : (int)strides;
}

int gt_path_flatten(const struct gt_path *path, struct gt_point mark[GT_MARKS_MOST])
{
    int n = 0;
    mark[n++] = path->piece[0].p[0];
    for (int i = 0; i < path->n; i++) {
        int strides = strides_of(&path->piece[i]);
        for (int k = 1; k <= strides; k++)
            mark[n++] = gt_curve_at(&path->piece[i], (double)k / strides);
    }
    return n;
}

bool gt_path_meets(const struct gt_path *path, const struct gt_rect *rect)
{
    struct gt_point mark[GT_MARKS_MOST];
    struct gt_rect all = gt_path_bounds(path);
    if (!gt_rects_overlap(&all, rect))
        return false;
    int n = gt_path_flatten(path, mark);
    for (int i = 0; i + 1 < n; i++)
        if (gt_segment_meets(mark[i], mark[i + 1], rect))
            return true;
    return false;
}

static const double degrees = 57.295779513082323;

/* Degrees between two directions. */
static double angle(double x, double y, double u, double v)
{
    return fabs(atan2(x * v - y * u, x * u + y * v)) * degrees;
}

double gt_path_turn(const struct gt_path *path)
{
    struct gt_point mark[GT_MARKS_MOST];
    int n = gt_path_flatten(path, mark);
    double turn = 0;
    for (int i = 1; i + 1 < n; i++)
        turn += angle(mark[i].x - mark[i - 1].x, mark[i].y - mark[i - 1].y,
                      mark[i + 1].x - mark[i].x, mark[i + 1].y - mark[i].y);
    return turn;
}

/* The place that is so far from mark i along the marks, towards their beginning (by -1) or end. */
static struct gt_point away(const struct gt_point *mark, int n, int i, int by, double reach)
{
    for (int k = i + by; k >= 0 && k < n; k += by) {
        double step = hypot(mark[k].x - mark[k - by].x, mark[k].y - mark[k - by].y);
        if (step >= reach) {
            double part = reach / step;
            return (struct gt_point){mark[k - by].x + (mark[k].x - mark[k - by].x) * part,
                                     mark[k - by].y + (mark[k].y - mark[k - by].y) * part};
        }
        reach -= step;
    }
    return mark[by < 0 ? 0 : n - 1];
}

double gt_path_sharpest(const struct gt_path *path, double reach)
{
    struct gt_point mark[GT_MARKS_MOST];
    int n = gt_path_flatten(path, mark);
    double sharpest = 0;
    for (int i = 1; i + 1 < n; i++) {
        struct gt_point a = away(mark, n, i, -1, reach), b = away(mark, n, i, 1, reach);
        sharpest = fmax(sharpest,
                        angle(mark[i].x - a.x, mark[i].y - a.y, b.x - mark[i].x, b.y - mark[i].y));
    }
    return sharpest;
}
