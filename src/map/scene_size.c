/* scene_size.c: how large boxes are: text by value, label by text, frame by label. */
#include "map/scene_make.h"

#include "base/buffer.h"
#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const double gt_size_fonts[GT_SIZES] = {9.5, 10.5, 12, 14.5, 18};
static const double equal_font = 10;
static const int least_shared_size = 2; /* shared nodes are what a comparison is about */
static const int most_bold_sizes = 2;
static const uint32_t bold_one_in = 6;   /* boxes, at most */
static const uint32_t line_limit = 8600; /* widest line of a label, in thousandths of an em */
/* The boxes of a map smaller than this (square points, of an A4 sheet's half million) are enlarged.
 */
static const double area_of_small_map = 90000, most_zoom = 1.6;
static const double em = 1000;
static const double second_part = 0.76; /* of a label's size, for the second language */
static const double dot_side = 3;

/* Puts each box in one of GT_SIZES steps by the root of its value: area follows the value. */
static void set_sizes(struct gt_scene *scene, const double *column)
{
    double most = 0;
    for (uint32_t i = 0; column && i < scene->n_boxes; i++)
        most = fmax(most, fabs(column[scene->boxes[i].node])); /* fmax passes NAN over */
    for (int s = 0; s < GT_SIZES; s++)
        scene->size_low[s] = INFINITY, scene->size_high[s] = -INFINITY;
    for (uint32_t i = 0; i < scene->n_boxes; i++) {
        struct gt_scene_box *box = &scene->boxes[i];
        double value = column ? column[box->node] : NAN;
        box->font = equal_font;
        if (!column)
            continue;
        box->size = isfinite(value) && most > 0
                        ? (int)fmin(GT_SIZES - 1, sqrt(fabs(value) / most) * GT_SIZES)
                        : 0;
        box->font = gt_size_fonts[box->size];
        if (isfinite(value)) {
            scene->size_low[box->size] = fmin(scene->size_low[box->size], value);
            scene->size_high[box->size] = fmax(scene->size_high[box->size], value);
        }
    }
}

/* Bold are the centre and the largest steps, unless too many boxes are of them to stand out. */
static void choose_bold(struct gt_scene *scene)
{
    uint32_t boxes[GT_SIZES] = {0}, bold = 0;
    for (uint32_t i = 0; i < scene->n_boxes; i++)
        boxes[scene->boxes[i].size]++;
    scene->bold_size = GT_SIZES;
    while (scene->bold_size > GT_SIZES - most_bold_sizes &&
           (bold + boxes[scene->bold_size - 1]) * bold_one_in <= scene->n_boxes)
        bold += boxes[--scene->bold_size];
    for (uint32_t i = 0; i < scene->n_boxes; i++) {
        struct gt_scene_box *box = &scene->boxes[i];
        bool centre = scene->options->centre && scene->options->centre[box->node];
        box->bold = centre || (scene->options->size_column && box->size >= scene->bold_size);
    }
}

/* The name in the other language, where it is another name. */
static void measure_second(struct gt_scene *scene, struct gt_scene_box *box,
                           const struct gt_node *node)
{
    enum gt_lang lang = scene->options->lang;
    const char *first = gt_node_label(node, lang), *second = gt_node_label(node, !lang);
    box->second_font = box->font * second_part;
    box->second = (struct gt_label){.text = ""};
    if (scene->options->both && strcmp(first, second) != 0)
        box->second = gt_label_wrap(second, (uint32_t)(line_limit / second_part), &scene->arena);
}

static const char *change_sign(const struct gt_scene *scene, enum gt_change change)
{
    return scene->options->node_change ? scene->theme->change[change].sign : "";
}

/* Label and extent of a box: padding grows with the text. */
static void measure(struct gt_scene *scene, struct gt_scene_box *box)
{
    const struct gt_node *node = &scene->graph->nodes[box->node];
    enum gt_lang lang = scene->options->lang;
    uint32_t limit = lang == GT_ZH ? line_limit : line_limit * 5 / 4;
    if (box->heavy)
        box->font = fmax(box->font, gt_size_fonts[least_shared_size]);
    box->font *= scene->zoom;
    const char *text = gt_arena_format(&scene->arena, "%s%s", change_sign(scene, box->change),
                                       gt_node_label(node, lang));
    box->label = gt_label_wrap(text, limit, &scene->arena);
    /* whole points: Graphviz rounds sizes, and sign and label must meet */
    box->sign_width = ceil(box->font * 1.45);
    measure_second(scene, box, node);
    double words = fmax(box->label.width * box->font, box->second.width * box->second_font) / em;
    double lines = box->label.n_lines * box->font + box->second.n_lines * box->second_font;
    bool pill = scene->theme->node[box->type].form == GT_FORM_PILL;
    double width = words + box->font * (pill ? 1.25 : 0.9) + box->sign_width;
    double height = lines * GT_LINE_PITCH + box->font * 0.65;
    box->rect = gt_rect_around(0, 0, ceil(width), ceil(height));
    struct gt_buffer classes = {0};
    gt_buffer_format(&classes, "node %s%s%s", gt_node_types[box->type].name,
                     box->heavy ? (gt_scene_compares(scene->options) ? " shared" : " centre") : "",
                     gt_scene_change_class(scene, box->change));
    for (int d = 0; d < GT_DISTRICTS; d++)
        if (box->districts >> d & 1)
            gt_buffer_format(&classes, " %s", gt_district_words[d].name);
    box->classes = gt_arena_text(&scene->arena, classes.bytes, classes.n);
    gt_buffer_fini(&classes);
}

static void measure_dot(struct gt_scene *scene, struct gt_scene_box *box)
{
    double side = dot_side + box->size * 1.5;
    box->label = (struct gt_label){.text = "", .n_lines = 1};
    box->second = (struct gt_label){.text = ""};
    box->sign_width = side;
    box->rect = gt_rect_around(0, 0, side, side);
    box->classes = gt_arena_format(&scene->arena, "node %s dot", gt_node_types[box->type].name);
}

struct ranked {
    double value;
    uint32_t box;
};

static int compare_ranked(const void *p, const void *q)
{
    const struct ranked *a = p, *b = q;
    if (a->value < b->value || a->value > b->value)
        return a->value > b->value ? -1 : 1;
    return a->box < b->box ? -1 : a->box > b->box;
}

/* In an overview all boxes but the largest are dots. */
static void choose_dots(struct gt_scene *scene, const double *column)
{
    if (gt_scene_layout(scene) != GT_MAP_OVERVIEW)
        return;
    uint32_t labels = scene->options->labels ? scene->options->labels : GT_MAP_LABELS;
    struct ranked *ranked = gt_xcalloc(scene->n_boxes, sizeof *ranked);
    for (uint32_t i = 0; i < scene->n_boxes; i++) {
        double value = column ? column[scene->boxes[i].node] : 0;
        ranked[i] = (struct ranked){isfinite(value) ? value : -INFINITY, i};
    }
    qsort(ranked, scene->n_boxes, sizeof *ranked, compare_ranked);
    for (uint32_t i = labels; i < scene->n_boxes; i++)
        scene->boxes[ranked[i].box].dot = !scene->boxes[ranked[i].box].heavy;
    free(ranked);
}

/* Sizes all boxes; those of a small map so that they take their part of a sheet. */
void gt_scene_size_boxes(struct gt_scene *scene)
{
    const char *name = scene->options->size_column;
    const double *column = name ? gt_graph_column(scene->graph, name) : NULL;
    double area = 0;
    choose_dots(scene, column);
    for (int pass = 0; pass < 2; pass++) {
        scene->zoom = pass ? fmax(1, fmin(most_zoom, sqrt(area_of_small_map / area))) : 1;
        set_sizes(scene, column);
        choose_bold(scene);
        for (uint32_t i = 0; i < scene->n_boxes; i++) {
            struct gt_scene_box *box = &scene->boxes[i];
            if (box->dot)
                measure_dot(scene, box);
            else
                measure(scene, box);
            area += gt_rect_width(&box->rect) * gt_rect_height(&box->rect);
        }
    }
}
