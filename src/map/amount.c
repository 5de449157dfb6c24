/* amount.c: see amount.h. */
#include "map/amount.h"

#include "base/number.h"

#include <math.h>

static const double wan = 1e4, yi = 1e8, million = 1e6, billion = 1e9;

void gt_amount_name_all(struct gt_scene *scene)
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

double gt_amount_width(const struct gt_scene *scene, uint32_t line)
{
    const char *label = scene->lines[line].label;
    return label ? gt_label_width(label) * font_of(scene) / 1000 + 3 * font_of(scene) : 0;
}

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

/* Other lines that run under a rectangle. */
static uint32_t count_under(const struct gt_scene *scene, uint32_t number,
                            const struct gt_rect *rect)
{
    uint32_t under = 0;
    for (uint32_t i = 0; i < scene->n_lines; i++)
        under += i != number && gt_path_meets(&scene->lines[i].path, rect);
    return under;
}

/* The place on its line where an amount hides the fewest lines, as near to the middle as can be. */
static bool find_place(const struct gt_scene *scene, struct gt_scene_line *line, uint32_t number,
                       double font)
{
    enum { STEPS_OF_PIECE = 24 };
    double width = gt_label_width(line->label) * font / 1000 + font * 0.6, least = INFINITY;
    int steps = line->path.n * STEPS_OF_PIECE;
    for (int k = 1; k < steps; k++) {
        double t = (double)k / STEPS_OF_PIECE;
        struct gt_point at = gt_path_at(&line->path, t);
        struct gt_rect rect = gt_rect_around(at.x, at.y, width, font * 1.5);
        double cost = fabs(t / line->path.n - 0.5);
        if (cost >= least || !is_free(scene, number, &rect))
            continue;
        cost += count_under(scene, number, &rect);
        if (cost < least) {
            least = cost;
            line->label_rect = rect;
        }
    }
    return least < INFINITY;
}

void gt_amount_place_all(struct gt_scene *scene)
{
    scene->hidden_amounts = 0;
    for (uint32_t i = 0; i < scene->n_lines; i++) {
        struct gt_scene_line *line = &scene->lines[i];
        if (!line->label || find_place(scene, line, i, font_of(scene)))
            continue;
        line->label = NULL;
        scene->hidden_amounts++;
    }
}

static struct gt_point middle(const struct gt_rect *rect)
{
    return (struct gt_point){(rect->left + rect->right) / 2, (rect->top + rect->bottom) / 2};
}

void gt_amount_add_all(struct gt_scene *scene)
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
