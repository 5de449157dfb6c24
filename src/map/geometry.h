/* geometry.h: points, rectangles and curves on the page, in points (1/72 inch), y downwards. */
#ifndef GT_MAP_GEOMETRY_H
#define GT_MAP_GEOMETRY_H

#include <stdbool.h>

struct gt_point {
    double x, y;
};

struct gt_rect {
    double left, top, right, bottom;
};

/* A cubic Bezier curve. */
struct gt_curve {
    struct gt_point p[4];
};

static inline double gt_rect_width(const struct gt_rect *rect)
{
    return rect->right - rect->left;
}

static inline double gt_rect_height(const struct gt_rect *rect)
{
    return rect->bottom - rect->top;
}

/* The rectangle around a centre. */
struct gt_rect gt_rect_around(double x, double y, double width, double height);

/* The rectangle with `by` more on every side. */
struct gt_rect gt_rect_grow(const struct gt_rect *rect, double by);

/* True when two rectangles share more than a border. */
bool gt_rects_overlap(const struct gt_rect *a, const struct gt_rect *b);

/* True when `inner` lies within `outer`, borders included. */
bool gt_rect_holds(const struct gt_rect *outer, const struct gt_rect *inner);

/* True when the segment from a to b passes through a rectangle: no axis, of x, y and across the
 * segment, tells them apart. Here, as what follows, since layouts ask it millions of times. */
static inline bool gt_segment_meets(struct gt_point a, struct gt_point b,
                                    const struct gt_rect *rect)
{
    double width = rect->right - rect->left, height = rect->bottom - rect->top;
    double x = b.x - a.x, y = b.y - a.y; /* sums are twice the middles */
    double u = a.x + b.x - rect->left - rect->right, v = a.y + b.y - rect->top - rect->bottom;
    double wide = x < 0 ? -x : x, high = y < 0 ? -y : y, across = x * v - y * u;
    return (u < 0 ? -u : u) < width + wide && (v < 0 ? -v : v) < height + high &&
           (across < 0 ? -across : across) < wide * height + high * width;
}

/* Twice the area of a triangle, by sign on which side of the line from a to b its corner c is. */
static inline double gt_side_of(struct gt_point a, struct gt_point b, struct gt_point c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/* True when two segments cross at an inner point of both. */
static inline bool gt_segments_cross(struct gt_point a, struct gt_point b, struct gt_point c,
                                     struct gt_point d)
{
    return gt_side_of(a, b, c) * gt_side_of(a, b, d) < 0 &&
           gt_side_of(c, d, a) * gt_side_of(c, d, b) < 0;
}

struct gt_point gt_curve_at(const struct gt_curve *curve, double t);

/* The part of a curve between two parameters. */
struct gt_curve gt_curve_part(const struct gt_curve *curve, double from, double to);

#endif
