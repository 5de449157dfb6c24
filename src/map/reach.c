/* reach.c: lines are cut at the rectangles of their boxes; where a box is narrower than its
 * rectangle, at a round end or a cut corner, they are carried on until they meet it. */
#include "map/outline.h"
#include "map/scene.h"

#include <math.h>

static const double stride = 0.4, farthest = 14; /* points */

/* True when a point of the rectangle is inside the form. */
static bool is_inside(const struct gt_rect *rect, enum gt_form form, double unit, struct gt_point p)
{
    double r = gt_outline_radius(rect, form, unit);
    if (p.x < rect->left || p.x > rect->right || p.y < rect->top || p.y > rect->bottom)
        return false;
    if (form == GT_FORM_CUT)
        return p.x - p.y < rect->right - rect->top - unit * GT_CUT_CORNER;
    double x = fmax(fmax(rect->left + r - p.x, p.x - (rect->right - r)), 0);
    double y = fmax(fmax(rect->top + r - p.y, p.y - (rect->bottom - r)), 0);
    return x * x + y * y <= r * r || x <= 0 || y <= 0;
}

/* The parameter at or beyond an end of the curve at which it meets the box; the end itself when it
 * never does. */
static double meet(const struct gt_curve *curve, bool at_end, const struct gt_scene_box *box,
                   enum gt_form form)
{
    double end = at_end ? 1 : 0, t = end, way = 0;
    struct gt_point last = gt_curve_at(curve, end);
    struct gt_point near = curve->p[at_end ? 2 : 1];
    double speed = 3 * hypot(last.x - near.x, last.y - near.y);
    while (way < farthest && speed > 0) {
        struct gt_rect grown = gt_rect_grow(&box->rect, 0.05);
        if (is_inside(&grown, form, box->font, last))
            return t;
        t += (at_end ? 1 : -1) * stride / speed;
        struct gt_point p = gt_curve_at(curve, t);
        way += hypot(p.x - last.x, p.y - last.y);
        last = p;
    }
    return end;
}

void gt_scene_reach(struct gt_scene *scene)
{
    for (uint32_t i = 0; i < scene->n_lines; i++) {
        struct gt_scene_line *line = &scene->lines[i];
        const struct gt_scene_box *from = &scene->boxes[line->from], *to = &scene->boxes[line->to];
        double start = meet(&line->curve, false, from, scene->theme->node[from->type].form);
        double end = meet(&line->curve, true, to, scene->theme->node[to->type].form);
        line->curve = gt_curve_part(&line->curve, start, end);
    }
}
