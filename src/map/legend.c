/* legend.c: the legend: what is on the map, and no more. */
#include "map/scene.h"

#include "base/number.h"

#include <math.h>
#include <string.h>

enum { ROWS = 6 };
static const double em = 1000;

/* Where the next entry goes; sizes are points at scale 1. */
struct legend {
    struct gt_scene *scene;
    struct gt_rect rect;
    double x, row_height, font;
    double widest; /* of the column at hand */
    int row;
    uint32_t starts[8], samples[8]; /* first item and sample of each group */
    int n_groups;
};

static const char group_name[] = "legend";

static const char *say(const struct legend *legend, const char *en, const char *zh)
{
    return gt_say(legend->scene->options->lang, en, zh);
}

static double width_of(const char *text, double font)
{
    return gt_label_width(text) * font / em;
}

static double row_middle(const struct legend *legend)
{
    return legend->rect.top + (legend->row + 1.6) * legend->row_height;
}

static void next_column(struct legend *legend)
{
    if (legend->widest > 0)
        legend->x += legend->widest + legend->font * 1.6;
    legend->widest = 0;
    legend->row = 0;
}

static void next_row(struct legend *legend, double width)
{
    legend->widest = fmax(legend->widest, width);
    if (++legend->row == ROWS)
        next_column(legend);
}

static void begin_group(struct legend *legend, const char *title)
{
    next_column(legend);
    legend->starts[legend->n_groups] = legend->scene->n_items;
    legend->samples[legend->n_groups++] = legend->scene->n_samples;
    struct gt_point at = {legend->x, legend->rect.top + legend->row_height * 0.5};
    gt_scene_add_text(legend->scene, group_name, title, at, legend->font, GT_ALIGN_LEFT,
                      legend->scene->theme->quiet);
}

/* A text at a distance from the column's left side; returns where it ends, from there. */
static double put_text(struct legend *legend, double from, const char *text, double font)
{
    struct gt_point at = {legend->x + from, row_middle(legend)};
    gt_scene_add_text(legend->scene, group_name, text, at, font, GT_ALIGN_LEFT,
                      legend->scene->theme->ink);
    return from + width_of(text, font);
}

/* How many of a type there are, by zone in a comparison: "12 · 1 · 9". */
static const char *count_of(struct gt_scene *scene, enum gt_node_type type, uint32_t *all)
{
    uint32_t n[3] = {0};
    bool compares = gt_scene_compares(scene->options), doubles = gt_scene_doubles(scene->options);
    for (uint32_t i = 0; i < scene->n_boxes; i++)
        if (scene->boxes[i].type == type)
            n[compares ? scene->boxes[i].zone : 0]++;
    *all = n[0] + n[1] + n[2];
    if (doubles)
        return gt_arena_format(&scene->arena, "%u · %u", n[0], n[1]);
    if (!compares)
        return gt_arena_format(&scene->arena, "%u", n[0]);
    return gt_arena_format(&scene->arena, "%u · %u · %u", n[0], n[1], n[2]);
}

static void add_types(struct legend *legend)
{
    struct gt_scene *scene = legend->scene;
    enum gt_lang lang = scene->options->lang;
    double side = legend->font * 1.35;
    const char *zones = "";
    for (uint32_t z = 0; z < scene->n_zones && gt_scene_compares(scene->options); z++)
        zones =
            gt_arena_format(&scene->arena, "%s%s%s", zones, z ? " · " : "", scene->zones[z].title);
    begin_group(legend,
                *zones ? gt_arena_format(&scene->arena, "%s%s%s", say(legend, "Nodes (", "节点（"),
                                         zones, say(legend, ")", "）"))
                       : say(legend, "Nodes", "节点"));
    for (int type = 0; type < GT_NODE_TYPES; type++) {
        uint32_t all;
        const char *count = count_of(scene, (enum gt_node_type)type, &all);
        if (!all)
            continue;
        double y = row_middle(legend);
        struct gt_rect sign = {legend->x, y - side / 2, legend->x + side, y + side / 2};
        struct gt_scene_item *item = gt_scene_add_item(scene, group_name, &sign);
        item->fill = gt_node_looks[type].colour;
        item->text = gt_node_looks[type].sign.in[lang];
        item->ink = scene->theme->page;
        item->font = legend->font * (lang == GT_ZH ? 0.95 : 0.8);
        item->align = GT_ALIGN_CENTRE;
        double end = put_text(legend, side * 1.3, gt_node_types[type].title.in[lang], legend->font);
        struct gt_point at = {legend->x + end + legend->font * 0.5, y};
        gt_scene_add_text(scene, group_name, count, at, legend->font, GT_ALIGN_LEFT,
                          scene->theme->quiet);
        next_row(legend, end + legend->font * 0.5 + width_of(count, legend->font));
    }
}

/* A sample line and what it means. */
static void add_line(struct legend *legend, const struct gt_scene_sample *look, const char *text)
{
    struct gt_scene_sample sample = *look;
    double length = legend->font * 2.6, y = row_middle(legend);
    sample.from = (struct gt_point){legend->x, y};
    sample.to = (struct gt_point){legend->x + length, y};
    gt_scene_add_sample(legend->scene, &sample);
    next_row(legend, put_text(legend, length + legend->font * 0.5, text, legend->font));
}

static void add_families(struct legend *legend)
{
    struct gt_scene *scene = legend->scene;
    begin_group(legend, say(legend, "Ties", "关系"));
    for (int family = 0; family < GT_EDGE_FAMILIES; family++) {
        bool present = false;
        for (uint32_t i = 0; i < scene->n_lines && !present; i++)
            present = (int)scene->lines[i].family == family;
        struct gt_scene_sample look = {.colour = gt_family_colours[family], .width = 1.6};
        if (present)
            add_line(legend, &look, gt_edge_families[family].title.in[scene->options->lang]);
    }
}

/* What is new, gone and kept; families have no colours then. */
static void add_changes(struct legend *legend)
{
    begin_group(legend, say(legend, "Change", "变化"));
    for (int change = 0; change < GT_CHANGES; change++) {
        struct gt_scene_sample look = {.colour = gt_change_looks[change].colour,
                                       .width = change == GT_CHANGE_NEW ? 2 : 1.4,
                                       .dashed = change == GT_CHANGE_GONE};
        const char *name = legend->scene->options->change_name[change];
        add_line(legend, &look,
                 gt_arena_format(&legend->scene->arena, "%s%s", gt_change_looks[change].sign,
                                 name ? name : ""));
    }
}

static void add_styles(struct legend *legend)
{
    const char *ink = legend->scene->theme->quiet;
    begin_group(legend, say(legend, "Lines", "线型"));
    add_line(legend, &(struct gt_scene_sample){.colour = ink, .width = 1.4},
             say(legend, "ongoing", "进行中"));
    add_line(legend, &(struct gt_scene_sample){.colour = ink, .width = 0.6},
             say(legend, "past", "已完成"));
    add_line(legend, &(struct gt_scene_sample){.colour = ink, .width = 1.2, .dashed = true},
             say(legend, "planned", "计划"));
    add_line(legend, &(struct gt_scene_sample){.colour = ink, .width = 1.2, .head = true},
             say(legend, "directed; mutual ties have no head", "有方向；双向关系无箭头"));
    add_line(legend, &(struct gt_scene_sample){.colour = ink, .width = 2.6},
             say(legend, "thicker: stated more often", "越粗：出处越多"));
}

static void add_sizes(struct legend *legend)
{
    struct gt_scene *scene = legend->scene;
    const struct gt_map_options *options = scene->options;
    if (!options->size_column)
        return;
    begin_group(legend,
                gt_arena_format(&scene->arena, "%s%s", say(legend, "Size: ", "大小："),
                                options->size_title ? options->size_title : options->size_column));
    /* true to size where the rows have room, all smaller in proportion where not */
    double largest = gt_size_fonts[GT_SIZES - 1] * scene->zoom;
    double part = fmin(1, legend->row_height / largest);
    for (int s = 0; s < GT_SIZES; s++) {
        char low[GT_NUMBER_TEXT], high[GT_NUMBER_TEXT];
        if (scene->size_low[s] > scene->size_high[s])
            continue;
        gt_number_show(scene->size_low[s], 3, low);
        gt_number_show(scene->size_high[s], 3, high);
        const char *range = strcmp(low, high) == 0
                                ? gt_arena_format(&scene->arena, "%s", low)
                                : gt_arena_format(&scene->arena, "%s – %s", low, high);
        put_text(legend, 0, say(legend, "Ab", "文"), gt_size_fonts[s] * scene->zoom * part);
        next_row(legend, put_text(legend, largest * part * 1.5, range, legend->font));
    }
}

/* Shares the width that is left over among the gaps between groups. */
static void justify(struct legend *legend)
{
    struct gt_scene *scene = legend->scene;
    next_column(legend);
    double left = legend->rect.right - (legend->x - legend->font * 1.6);
    double gap = legend->n_groups > 1 ? fmin(left / (legend->n_groups - 1), legend->font * 9) : 0;
    for (int g = 1; g < legend->n_groups && gap > 0; g++) {
        for (uint32_t i = legend->starts[g]; i < scene->n_items; i++)
            scene->items[i].rect.left += gap, scene->items[i].rect.right += gap;
        for (uint32_t i = legend->samples[g]; i < scene->n_samples; i++)
            scene->samples[i].from.x += gap, scene->samples[i].to.x += gap;
    }
}

void gt_scene_add_legend(struct gt_scene *scene, const struct gt_rect *rect)
{
    struct legend legend = {.scene = scene,
                            .rect = *rect,
                            .x = rect->left,
                            .row_height = gt_rect_height(rect) / (ROWS + 1.2),
                            .font = 9 * scene->scale};
    add_types(&legend);
    if (scene->options->edge_change)
        add_changes(&legend);
    else
        add_families(&legend);
    add_styles(&legend);
    add_sizes(&legend);
    justify(&legend);
}
