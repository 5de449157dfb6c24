/* scene.c: a map before it is laid out: its zones, boxes and lines, and the texts that are added
 * later.
 */
#include "map/scene_make.h"

#include "base/buffer.h"
#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

bool gt_scene_compares(const struct gt_map_options *options)
{
    return options->left && options->right;
}

bool gt_scene_doubles(const struct gt_map_options *options)
{
    return gt_scene_compares(options) && options->side_by_side;
}

enum gt_map_layout gt_scene_layout(const struct gt_scene *scene)
{
    const struct gt_map_options *options = scene->options;
    if (options->layout != GT_MAP_AUTO)
        return options->layout;
    if (options->centre && !gt_scene_compares(options) && !options->group)
        return GT_MAP_RINGS;
    return scene->n_boxes > GT_MAP_LABELLED ? GT_MAP_OVERVIEW : GT_MAP_FORCE;
}

const char *gt_scene_box_colour(const struct gt_scene *scene, const struct gt_scene_box *box)
{
    return scene->options->node_change ? scene->theme->change[box->change].colour
                                       : scene->theme->node[box->type].colour;
}

const char *gt_scene_change_class(const struct gt_scene *scene, enum gt_change change)
{
    static const char *const classes[GT_CHANGES] = {
        [GT_CHANGE_KEPT] = " kept", [GT_CHANGE_NEW] = " new", [GT_CHANGE_GONE] = " gone"};
    return scene->options->node_change ? classes[change] : "";
}

/* Layouts and divisions of the field that exclude each other. */
static bool check_layout(const struct gt_map_options *options, struct gt_error *err)
{
    bool parted = gt_scene_compares(options) || options->group;
    if (options->group && gt_scene_compares(options))
        return gt_fail(err, GT_USAGE, "groups and a comparison of districts exclude each other",
                       "分组与两区对比不能同时使用");
    if (parted && (options->layout == GT_MAP_RINGS || options->layout == GT_MAP_LAYERED))
        return gt_fail(err, GT_USAGE, "rings and layers have no zones: leave groups and comparison",
                       "环形与分层布局没有分区：不能与分组或对比同用");
    if (options->layout == GT_MAP_RINGS && !options->centre)
        return gt_fail(err, GT_USAGE, "rings want an entity in the middle",
                       "环形布局需要一个中心实体");
    return true;
}

static bool check(const struct gt_scene *scene, const struct gt_selected *selected,
                  struct gt_error *err)
{
    const struct gt_map_options *options = scene->options;
    if (!scene->theme)
        return gt_fail(err, GT_USAGE, "no such theme: %s", "没有这个配色：%s", options->theme);
    if (options->size_column && !gt_graph_column(scene->graph, options->size_column))
        return gt_fail(err, GT_USAGE, "no such column: %s", "没有这一列：%s", options->size_column);
    if (!check_layout(options, err))
        return false;
    if (selected->n_nodes == 0)
        return gt_fail(err, GT_NO, "nothing to draw: the selection is empty",
                       "没有可画的内容：选择为空");
    return true;
}

/* Tooltips and classes. */
static void describe(struct gt_scene *scene)
{
    struct gt_scene_index index = gt_scene_index(scene);
    for (uint32_t i = 0; i < scene->n_boxes; i++)
        scene->boxes[i].tooltip = gt_tooltip_of_box(scene, &scene->boxes[i], &index);
    gt_scene_index_fini(&index);
    for (uint32_t i = 0; i < scene->n_lines; i++) {
        struct gt_scene_line *line = &scene->lines[i];
        line->tooltip = gt_tooltip_of_line(scene, line);
        line->classes = gt_arena_format(
            &scene->arena, "edge %s %s%s", gt_edge_families[line->family].name,
            gt_statuses[line->status].name, gt_scene_change_class(scene, line->change));
    }
}

bool gt_scene_make(struct gt_scene *scene, const struct gt_graph *graph,
                   const struct gt_selected *selected, const struct gt_map_options *options,
                   struct gt_error *err)
{
    scene->graph = graph;
    scene->options = options;
    scene->theme = gt_theme_find(options->theme);
    if (!check(scene, selected, err))
        return false;
    uint32_t *box_of = gt_xcalloc((size_t)graph->n_nodes * GT_PICTURES, sizeof *box_of);
    for (size_t i = 0; i < (size_t)graph->n_nodes * GT_PICTURES; i++)
        box_of[i] = GT_NONE;
    scene->seed = options->seed;
    gt_scene_add_zones(scene);
    gt_scene_add_boxes(scene, selected, box_of);
    if (scene->n_boxes)
        gt_scene_size_boxes(scene);
    gt_scene_add_lines(scene, selected, box_of);
    gt_scene_tint(scene);
    free(box_of);
    if (scene->n_boxes == 0)
        return gt_fail(err, GT_NO, "nothing to draw: no node is of either district",
                       "没有可画的内容：没有属于这两个区的节点");
    describe(scene);
    return true;
}

struct gt_scene_index gt_scene_index(const struct gt_scene *scene)
{
    size_t n = scene->n_boxes, m = scene->n_lines;
    struct gt_scene_index index = {.offset = gt_xcalloc(n + 2, sizeof *index.offset),
                                   .at = gt_xcalloc(m * 2 + 1, sizeof *index.at)};
    for (uint32_t i = 0; i < m; i++) {
        index.offset[scene->lines[i].from + 2]++;
        index.offset[scene->lines[i].to + 2]++;
    }
    for (size_t v = 2; v < n + 2; v++)
        index.offset[v] += index.offset[v - 1];
    for (uint32_t i = 0; i < m; i++) {
        index.at[index.offset[scene->lines[i].from + 1]++] = i;
        index.at[index.offset[scene->lines[i].to + 1]++] = i;
    }
    return index;
}

void gt_scene_index_fini(struct gt_scene_index *index)
{
    free(index->offset);
    free(index->at);
}

void gt_scene_fini(struct gt_scene *scene)
{
    free(scene->items);
    free(scene->samples);
    free(scene->rings);
    gt_arena_fini(&scene->arena);
}

struct gt_scene_item *gt_scene_add_item(struct gt_scene *scene, const char *group,
                                        const struct gt_rect *rect)
{
    scene->items = gt_xgrow(scene->items, scene->n_items, &scene->room_items, sizeof *scene->items);
    struct gt_scene_item *item = &scene->items[scene->n_items++];
    *item = (struct gt_scene_item){.rect = *rect, .group = group};
    return item;
}

void gt_scene_add_text(struct gt_scene *scene, const char *group, const char *text,
                       struct gt_point at, double font, enum gt_align align, const char *ink)
{
    const char *clean = gt_label_clean(text, false, &scene->arena);
    static const double em = 1000, item_pitch = 1.3;
    double width = gt_label_width(clean) * font / em, height = font * item_pitch;
    double left = align == GT_ALIGN_LEFT    ? at.x
                  : align == GT_ALIGN_RIGHT ? at.x - width
                                            : at.x - width / 2;
    struct gt_rect rect = {left, at.y - height / 2, left + width, at.y + height / 2};
    struct gt_scene_item *item = gt_scene_add_item(scene, group, &rect);
    item->text = clean;
    item->font = font;
    item->align = align;
    item->ink = ink;
}

void gt_scene_add_sample(struct gt_scene *scene, const struct gt_scene_sample *sample)
{
    scene->samples =
        gt_xgrow(scene->samples, scene->n_samples, &scene->room_samples, sizeof *scene->samples);
    scene->samples[scene->n_samples++] = *sample;
}
