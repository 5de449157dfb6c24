/* look.c: widths, dashes and baselines. */
#include "map/look.h"

#include "map/outline.h"

#include <math.h>

const double gt_look_dash[2] = {4, 2.4};

/* From the middle of a line of text down to its baseline, in parts of its size: between the middle
 * of Chinese characters (0.38) and that of Latin letters (0.35). */
static const double below_middle = 0.37;

/* An overview has thousands of lines: thin and faint, they show where it is dense. */
static const double overview_width = 0.4, overview_opacity = 0.3;

double gt_look_opacity(const struct gt_scene *scene)
{
    bool overview = gt_scene_layout(scene) == GT_MAP_OVERVIEW;
    return scene->theme->line_opacity * (overview ? overview_opacity : 1);
}

struct gt_line_look gt_look_of_line(const struct gt_scene *scene, const struct gt_scene_line *line)
{
    const struct gt_family_look *family = &scene->theme->family[line->family];
    bool past = line->status == GT_STATUS_past;
    const struct gt_change_look *change = &scene->theme->change[line->change];
    bool compared = scene->options->edge_change;
    double more = line->statements > 1 ? fmin(line->statements - 1, 4) * 0.4 : 0;
    return (struct gt_line_look){
        .colour = compared ? change->colour
                  : past   ? scene->theme->past
                           : family->colour,
        .width = (gt_scene_layout(scene) == GT_MAP_OVERVIEW ? overview_width : 1) *
                 ((past && !compared ? GT_PAST_WIDTH : GT_LINE_WIDTH) + more +
                  (compared && line->change == GT_CHANGE_NEW ? 0.6 : 0)),
        .dashed = compared ? line->change == GT_CHANGE_GONE : line->status == GT_STATUS_planned,
        .head = family->head,
    };
}

int gt_look_colours(const struct gt_scene *scene, const char *colour[GT_LINE_COLOURS])
{
    static const enum gt_change changes[] = {GT_CHANGE_KEPT, GT_CHANGE_GONE, GT_CHANGE_NEW};
    const struct gt_theme *theme = scene->theme;
    int n = 0;
    if (scene->options->edge_change) {
        for (; n < GT_CHANGES; n++)
            colour[n] = theme->change[changes[n]].colour;
        return n;
    }
    colour[n++] = theme->past;
    for (int family = GT_EDGE_FAMILIES - 1; family >= 0; family--)
        colour[n++] = theme->family[family].colour;
    return n;
}

struct gt_look_text gt_look_of_text(const struct gt_scene_box *box)
{
    const struct gt_rect *rect = &box->rect;
    double pitch = box->font * GT_LINE_PITCH, second = box->second_font * GT_LINE_PITCH;
    double first_height = box->label.n_lines * pitch;
    double height = first_height + box->second.n_lines * second;
    double top = (rect->top + rect->bottom - height) / 2;
    return (struct gt_look_text){
        .x = (rect->left + box->sign_width + rect->right) / 2,
        .baseline = top + pitch / 2 + box->font * below_middle,
        .pitch = pitch,
        .second_baseline = top + first_height + second / 2 + box->second_font * below_middle,
        .second_pitch = second,
    };
}

/* Where the bars of each tint are: parts of the frame's length at its foot and at its head. */
static const struct {
    double from, to;
    bool head;
} bars[GT_TINTS] = {
    {0, 1, false}, {0, 1, true}, {0.5, 1, false}, {0.5, 1, true}, {0, 0.5, false}, {0, 0.5, true},
};

int gt_look_bars(const struct gt_rect *frame, double left, enum gt_form form, double unit,
                 int ground, struct gt_rect bar[GT_BARS])
{
    static const double thick = 0.2;
    int n = 0;
    for (int i = 0; i < GT_TINTS; i++) {
        if (ground != i && !(ground == GT_GROUND_SHARED && i < GT_BARS))
            continue;
        bool cut = form == GT_FORM_CUT && bars[i].head;
        double right =
            frame->right - (cut ? unit * GT_CUT_CORNER : gt_outline_radius(frame, form, unit));
        bar[n++] = (struct gt_rect){
            .left = left + (right - left) * bars[i].from,
            .right = left + (right - left) * bars[i].to,
            .top = bars[i].head ? frame->top : frame->bottom - unit * thick,
            .bottom = bars[i].head ? frame->top + unit * thick : frame->bottom,
        };
    }
    return n;
}

double gt_look_frame(const struct gt_scene_box *box)
{
    return box->heavy ? 2.2 : 0.8;
}

double gt_look_sign(const struct gt_scene_box *box, enum gt_lang lang)
{
    return box->font * (lang == GT_ZH ? 1 : 0.95);
}

double gt_look_baseline(const struct gt_rect *rect, double font)
{
    return (rect->top + rect->bottom) / 2 + font * below_middle;
}
