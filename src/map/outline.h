/* outline.h: the forms that pictures are drawn with, the same for every format: frames and signs of
 * boxes, ends of lines. */
#ifndef GT_MAP_OUTLINE_H
#define GT_MAP_OUTLINE_H

#include "map/geometry.h"
#include "map/palette.h"
#include "map/path.h"

enum { GT_STEPS = 16 };

/* The side of a cut corner, in sizes of the text. */
#define GT_CUT_CORNER 0.55

/* A closed or open outline: from a start, straight to p[2] or as a Bezier curve over p[0], p[1]; a
 * curve is a quarter of a circle that turns at its corner. */
struct gt_outline {
    struct gt_point start;
    struct {
        bool curved;
        struct gt_point p[3], corner;
    } step[GT_STEPS];
    int n;
    bool closed;
};

/* The frame of a box: BOX has slightly round corners, CUT lacks the upper right one, PILL ends in
 * half circles. `unit` is the size of its text, by which corners grow. */
double gt_outline_radius(const struct gt_rect *rect, enum gt_form form, double unit);
struct gt_outline gt_outline_frame(const struct gt_rect *rect, enum gt_form form, double unit);

/* True when a point lies in that frame. */
bool gt_outline_holds(const struct gt_rect *rect, enum gt_form form, double unit,
                      struct gt_point p);

/* The part of the frame with the sign: its first `width` points. */
struct gt_outline gt_outline_sign(const struct gt_rect *rect, enum gt_form form, double unit,
                                  double width);

/* The end of a line with its tip at the end of a path, or at its beginning; `*filled` is false for
 * one that only has an outline. */
struct gt_outline gt_outline_head(enum gt_head head, const struct gt_path *path, bool at_end,
                                  bool *filled);

/* Points that an end takes of its line. */
double gt_head_length(enum gt_head head);

/* What is left of a line between the ends that gt_outline_head() draws at its beginning (tail) and
 * at its end (head). */
struct gt_path gt_path_between(const struct gt_path *whole, bool tail, bool head,
                               enum gt_head kind);

#endif
