/* flow.c: see flow.h. */
#include "map/flow.h"

#include "base/memory.h"
#include "base/number.h"

#include <math.h>
#include <stdlib.h>

static const double wan = 1e4, yi = 1e8, million = 1e6, billion = 1e9;
static const double port_part = 0.7; /* of a box's side, that lines start and end on */

void gt_flow_name_amounts(struct gt_scene *scene)
{
    bool zh = scene->options->lang == GT_ZH;
    for (uint32_t i = 0; i < scene->n_lines; i++) {
        struct gt_scene_line *line = &scene->lines[i];
        char number[GT_NUMBER_TEXT];
        if (!(line->amount > 0))
            continue;
        bool large = line->amount >= (zh ? yi : billion);
        double unit = zh ? (large ? yi : wan) : large ? billion : million;
        gt_number_show(line->amount / unit, 4, number);
        line->label = zh ? gt_arena_format(&scene->arena, "%s%s", number, large ? "亿元" : "万元")
                         : gt_arena_format(&scene->arena, "CNY %s %s", number, large ? "bn" : "m");
    }
}

static double font_of(const struct gt_scene *scene)
{
    return GT_AMOUNT_FONT * scene->zoom;
}

double gt_flow_amount_width(const struct gt_scene *scene)
{
    double widest = 0;
    for (uint32_t i = 0; i < scene->n_lines; i++)
        if (scene->lines[i].label)
            widest = fmax(widest, gt_label_width(scene->lines[i].label) * font_of(scene) / 1000);
    return widest > 0 ? widest + 2 * font_of(scene) : 0;
}

/* --- lines -------------------------------------------------------------------------------------
 */

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

static void set_ports(struct gt_scene *scene)
{
    size_t n = (size_t)scene->n_lines * 2;
    struct port *port = gt_xcalloc(n + 1, sizeof *port);
    for (uint32_t i = 0; i < scene->n_lines; i++) {
        const struct gt_scene_line *line = &scene->lines[i];
        struct gt_point a = middle(&scene->boxes[line->from].rect);
        struct gt_point b = middle(&scene->boxes[line->to].rect);
        port[2 * i] = (struct port){line->from, i, b.x > a.x, true, b.y};
        port[2 * i + 1] = (struct port){line->to, i, a.x > b.x, false, a.y};
    }
    qsort(port, n, sizeof *port, compare_ports);
    for (size_t i = 0, end; i < n; i = end) {
        const struct gt_rect *rect = &scene->boxes[port[i].box].rect;
        for (end = i; end < n && port[end].box == port[i].box && port[end].right == port[i].right;)
            end++;
        double step = gt_rect_height(rect) * port_part / (double)(end - i);
        double top = middle(rect).y - step * (double)(end - i - 1) / 2;
        for (size_t k = i; k < end; k++) {
            struct gt_point at = {port[k].right ? rect->right : rect->left,
                                  top + step * (double)(k - i)};
            scene->lines[port[k].line].path.piece[0].p[port[k].start ? 0 : 3] = at;
        }
    }
    free(port);
}

static struct gt_curve s_shaped(struct gt_point a, struct gt_point b)
{
    double half = (b.x - a.x) / 2;
    return (struct gt_curve){{a, {a.x + half, a.y}, {b.x - half, b.y}, b}};
}

/* The curve that is at the heights `first` and `last` after one and two thirds of its way. */
static struct gt_curve through(struct gt_point a, struct gt_point b, double first, double last)
{
    double third = (b.x - a.x) / 3;
    double start = (-5 * a.y + 18 * first - 9 * last + 2 * b.y) / 6;
    double end = (2 * a.y - 9 * first + 18 * last - 5 * b.y) / 6;
    return (struct gt_curve){{a, {a.x + third, start}, {b.x - third, end}, b}};
}

/* The curve that is at a height in its middle. */
static struct gt_curve over(struct gt_point a, struct gt_point b, double height)
{
    double third = (b.x - a.x) / 3, y = (8 * height - a.y - b.y) / 6;
    return (struct gt_curve){{a, {a.x + third, y}, {b.x - third, y}, b}};
}

/* Boxes that a curve runs behind; more than any number of boxes when it leaves the field. */
static uint32_t count_passes(const struct gt_scene *scene, const struct gt_scene_line *line,
                             const struct gt_curve *curve)
{
    enum { PIECES = 24 };
    uint32_t passes = 0;
    struct gt_point at[PIECES + 1];
    for (int i = 0; i <= PIECES; i++) {
        at[i] = gt_curve_at(curve, (double)i / PIECES);
        if (at[i].y < scene->zones[0].field.top || at[i].y > scene->zones[0].field.bottom)
            passes = scene->n_boxes;
    }
    for (uint32_t i = 0; i < scene->n_boxes; i++) {
        struct gt_rect rect = gt_rect_grow(&scene->boxes[i].rect, 2);
        bool met = i == line->from || i == line->to;
        for (int k = 0; k < PIECES && !met; k++)
            if (gt_segment_meets(at[k], at[k + 1], &rect)) {
                met = true;
                passes++;
            }
    }
    return passes;
}

void gt_flow_route(struct gt_scene *scene, const struct gt_layout_bend *bend)
{
    enum { SHAPES = 12, LIFTS = 4 };
    set_ports(scene);
    for (uint32_t i = 0; i < scene->n_lines; i++) {
        struct gt_scene_line *line = &scene->lines[i];
        struct gt_point a = line->path.piece[0].p[0], b = line->path.piece[0].p[3];
        struct gt_curve shape[SHAPES] = {s_shaped(a, b)};
        int n = 1;
        if (isfinite(bend[i].first)) {
            shape[n++] = over(a, b, (bend[i].first + bend[i].last) / 2);
            shape[n++] = through(a, b, bend[i].first, bend[i].last);
        }
        for (int k = 1; k <= LIFTS; k++) {
            double lift = k * fabs(b.x - a.x) / 24;
            shape[n++] = over(a, b, (a.y + b.y) / 2 - lift);
            shape[n++] = over(a, b, (a.y + b.y) / 2 + lift);
        }
        uint32_t least = GT_NONE;
        for (int k = 0; k < n && least > 0; k++) {
            uint32_t passes = count_passes(scene, line, &shape[k]);
            if (passes < least) {
                least = passes;
                line->path = gt_path_of(&shape[k]);
            }
        }
    }
}

/* --- amounts -----------------------------------------------------------------------------------
 */

static bool is_free(const struct gt_scene *scene, uint32_t number, const struct gt_rect *rect)
{
    if (!gt_rect_holds(&scene->zones[0].field, rect))
        return false;
    for (uint32_t i = 0; i < scene->n_boxes; i++)
        if (gt_rects_overlap(&scene->boxes[i].rect, rect))
            return false;
    for (uint32_t i = 0; i < scene->n_lines; i++)
        if (i < number && scene->lines[i].label &&
            gt_rects_overlap(&scene->lines[i].label_rect, rect))
            return false;
    return true;
}

void gt_flow_place_amounts(struct gt_scene *scene)
{
    enum { TRIES = 37 };
    double font = font_of(scene);
    scene->hidden_amounts = 0;
    for (uint32_t i = 0; i < scene->n_lines; i++) {
        struct gt_scene_line *line = &scene->lines[i];
        bool found = false;
        if (!line->label)
            continue;
        double width = gt_label_width(line->label) * font / 1000 + font * 0.6;
        for (int k = 0; k < TRIES && !found; k++) { /* from the middle to both ends */
            double t = 0.5 + (k + 1) / 2 * (k % 2 ? 0.025 : -0.025);
            struct gt_point at = gt_path_at(&line->path, t);
            line->label_rect = gt_rect_around(at.x, at.y, width, font * 1.5);
            found = is_free(scene, i, &line->label_rect);
        }
        if (!found)
            line->label = NULL;
        scene->hidden_amounts += !found;
    }
}

void gt_flow_add_amounts(struct gt_scene *scene)
{
    for (uint32_t i = 0; i < scene->n_lines; i++) {
        const struct gt_scene_line *line = &scene->lines[i];
        if (!line->label)
            continue;
        gt_scene_add_text(scene, "amount", line->label, middle(&line->label_rect), font_of(scene),
                          GT_ALIGN_CENTRE, scene->theme->ink);
        struct gt_scene_item *item = &scene->items[scene->n_items - 1];
        item->rect = line->label_rect;
        item->fill = scene->theme->page;
    }
}
