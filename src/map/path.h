/* path.h: lines of several pieces that go over into one another without a corner. */
#ifndef GT_MAP_PATH_H
#define GT_MAP_PATH_H

#include "map/geometry.h"

enum {
    GT_PIECES_MOST = 24,
    GT_STRIDES_MOST = 24,
    GT_MARKS_MOST = GT_PIECES_MOST * GT_STRIDES_MOST + 1
};

struct gt_path {
    struct gt_curve piece[GT_PIECES_MOST];
    int n; /* at least 1 */
};

/* A path of one piece; a straight one. */
struct gt_path gt_path_of(const struct gt_curve *curve);
struct gt_path gt_path_straight(struct gt_point from, struct gt_point to);

/* The point at a parameter from 0 to path->n: piece and place in it. */
struct gt_point gt_path_at(const struct gt_path *path, double t);

/* The part between two parameters, from < to. */
struct gt_path gt_path_part(const struct gt_path *path, double from, double to);

/* What holds the whole path: its control points do. */
struct gt_rect gt_path_bounds(const struct gt_path *path);

/* A polyline along a path, never farther than a fraction of a point from it where pieces bend
 * gently: `mark` gets GT_MARKS_MOST points at most. Returns how many. */
int gt_path_flatten(const struct gt_path *path, struct gt_point mark[GT_MARKS_MOST]);

/* Degrees that a path turns from its beginning to its end, to either side. */
double gt_path_turn(const struct gt_path *path);

/* The most degrees that it turns within `reach` points before and behind a place. */
double gt_path_sharpest(const struct gt_path *path, double reach);

/* True when a path runs through a rectangle. */
bool gt_path_meets(const struct gt_path *path, const struct gt_rect *rect);

#endif
