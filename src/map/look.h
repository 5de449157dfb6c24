/* look.h: how a line of a scene is drawn, the same for every format. */
#ifndef GT_MAP_LOOK_H
#define GT_MAP_LOOK_H

#include "map/scene.h"

/* Points of a line that one statement makes; of one that is past. */
#define GT_LINE_WIDTH 0.8
#define GT_PAST_WIDTH 0.5

struct gt_line_look {
    const char *colour;
    double width;
    bool dashed;
    enum gt_head head;
};

/* Colour by family, grey and thin when past; dashed when planned; thicker the more statements.
 * Between two states: colour by change; dashed when gone, thicker when new. */
struct gt_line_look gt_look_of_line(const struct gt_scene *scene, const struct gt_scene_line *line);

/* The colours of lines in the order in which they are drawn, what is past and kept below; returns
 * how many there are. */
enum { GT_LINE_COLOURS = GT_EDGE_FAMILIES + 1 };
int gt_look_colours(const struct gt_scene *scene, const char *colour[GT_LINE_COLOURS]);

/* How opaque lines are: the theme's, less in an overview. */
double gt_look_opacity(const struct gt_scene *scene);

/* Dashes of a planned line: points drawn, points left out. */
extern const double gt_look_dash[2];

/* Where the lines of a box's label stand: the middle of its text, the baseline of line 0, and the
 * distance from line to line; for the second language too. */
struct gt_look_text {
    double x, baseline, pitch, second_baseline, second_pitch;
};
struct gt_look_text gt_look_of_text(const struct gt_scene_box *box);

/* The bars along a frame that tell a box's district in print and to all eyes, besides its ground:
 * the part of the frame right of `left`, `unit` the size of its text. Returns how many, 2 at most.
 */
enum { GT_BARS = 2 };
int gt_look_bars(const struct gt_rect *frame, double left, enum gt_form form, double unit,
                 int ground, struct gt_rect bar[GT_BARS]);

/* Width of a frame, and size of a sign's text. */
double gt_look_frame(const struct gt_scene_box *box);
double gt_look_sign(const struct gt_scene_box *box, enum gt_lang lang);

/* The baseline of a text of one line in the middle of a rectangle. */
double gt_look_baseline(const struct gt_rect *rect, double font);

#endif
