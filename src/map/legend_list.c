/* legend_list.c: what is on the map, and no more: the groups and entries of its legend. */
#include "map/legend_list.h"

#include "map/look.h"

#include "base/number.h"

#include <math.h>
#include <string.h>

static const char *say(const struct gt_legend *legend, const char *en, const char *zh)
{
    const struct gt_text text = GT_TEXT(en, zh);
    return gt_scene_say(legend->scene, &text);
}

static struct gt_legend_group *add_group(struct gt_legend *legend, const char *title)
{
    struct gt_legend_group *group = &legend->group[legend->n++];
    *group = (struct gt_legend_group){.title = title};
    return group;
}

static void add_entry(struct gt_legend_group *group, const struct gt_legend_entry *entry)
{
    if (group->n < GT_LEGEND_ENTRIES)
        group->entry[group->n++] = *entry;
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

static void list_types(struct gt_legend *legend)
{
    struct gt_scene *scene = legend->scene;
    const char *title = say(legend, "Nodes", "节点");
    for (uint32_t z = 0; z < scene->n_zones && gt_scene_compares(scene->options); z++)
        title = gt_arena_format(&scene->arena, "%s%s%s", title, z ? " · " : "  ",
                                scene->zones[z].title);
    struct gt_legend_group *group = add_group(legend, title);
    /* between two states, colours are of the change */
    const char *colour = scene->options->node_change ? scene->theme->change[0].colour : NULL;
    for (int type = 0; type < GT_NODE_TYPES; type++) {
        uint32_t all;
        const struct gt_node_look *look = &scene->theme->node[type];
        const char *count = count_of(scene, (enum gt_node_type)type, &all);
        if (all)
            add_entry(group, &(struct gt_legend_entry){
                                 .text = gt_scene_say(scene, &gt_node_types[type].title),
                                 .count = count,
                                 .sign = look->sign.in[scene->options->lang],
                                 .fill = colour ? colour : look->colour,
                                 .form = look->form});
    }
}

static const struct gt_scene_sample *sample(struct gt_legend *legend,
                                            const struct gt_scene_sample *look)
{
    struct gt_scene_sample *kept = gt_arena_alloc(&legend->scene->arena, sizeof *kept);
    *kept = *look;
    return kept;
}

static void list_families(struct gt_legend *legend)
{
    struct gt_scene *scene = legend->scene;
    struct gt_legend_group *group = add_group(legend, say(legend, "Ties", "关系"));
    for (int family = 0; family < GT_EDGE_FAMILIES; family++) {
        uint32_t ties = 0;
        bool headed = false;
        for (uint32_t i = 0; i < scene->n_lines; i++) {
            const struct gt_scene_line *line = &scene->lines[i];
            if ((int)line->family != family)
                continue;
            ties += line->n;
            headed |= line->head;
        }
        const struct gt_family_look *look = &scene->theme->family[family];
        const struct gt_scene_sample line = {
            .colour = look->colour, .width = 1.2, .headed = headed, .head = look->head};
        if (ties)
            add_entry(group, &(struct gt_legend_entry){
                                 .text = gt_scene_say(scene, &gt_edge_families[family].title),
                                 .count = gt_arena_format(&scene->arena, "%u", ties),
                                 .line = sample(legend, &line)});
    }
    if (!group->n)
        legend->n--;
}

/* What is new, gone and kept; families have no colours then. */
static void list_changes(struct gt_legend *legend)
{
    struct gt_scene *scene = legend->scene;
    struct gt_legend_group *group = add_group(legend, say(legend, "Change", "变化"));
    for (int change = 0; change < GT_CHANGES; change++) {
        const struct gt_scene_line line = {.status = GT_STATUS_ongoing,
                                           .change = (enum gt_change)change};
        const struct gt_line_look look = gt_look_of_line(scene, &line);
        const struct gt_scene_sample shown = {
            .colour = look.colour, .width = look.width, .dashed = look.dashed};
        const struct gt_text *name = &scene->options->change_name[change];
        add_entry(group, &(struct gt_legend_entry){
                             .text = gt_arena_format(
                                 &scene->arena, "%s%s", scene->theme->change[change].sign,
                                 name->in[GT_EN] ? gt_scene_say(scene, name) : ""),
                             .line = sample(legend, &shown)});
    }
}

static void list_styles(struct gt_legend *legend)
{
    struct gt_scene *scene = legend->scene;
    const struct gt_theme *theme = scene->theme;
    bool status[GT_STATUSES] = {0}, mutual = false, headed = false;
    double widest = 0;
    for (uint32_t i = 0; i < scene->n_lines; i++) {
        const struct gt_scene_line *line = &scene->lines[i];
        status[line->status] = !scene->options->edge_change; /* which takes dashes and greys */
        mutual |= !line->head && !line->tail;
        headed |= line->head;
        widest = fmax(widest, gt_look_of_line(scene, line).width);
    }
    struct gt_legend_group *group = add_group(legend, say(legend, "Lines", "线型"));
    struct gt_scene_sample look[] = {
        {.colour = theme->ink, .width = GT_LINE_WIDTH},
        {.colour = theme->ink, .width = GT_LINE_WIDTH, .dashed = true},
        {.colour = theme->past, .width = GT_PAST_WIDTH},
        {.colour = theme->quiet, .width = GT_LINE_WIDTH, .headed = true},
        {.colour = theme->quiet, .width = GT_LINE_WIDTH},
        {.colour = theme->quiet, .width = widest},
    };
    const struct {
        bool there;
        const char *text;
    } row[] = {
        {status[GT_STATUS_ongoing], say(legend, "ongoing", "进行中")},
        {status[GT_STATUS_planned], say(legend, "planned", "计划")},
        {status[GT_STATUS_past], say(legend, "past", "已完成")},
        {headed, say(legend, "with an end: directed", "有端头：有方向")},
        {mutual, say(legend, "without: mutual", "无端头：双向")},
        {widest > GT_LINE_WIDTH, say(legend, "thicker: stated more often", "越粗：出处越多")},
    };
    for (size_t i = 0; i < sizeof row / sizeof *row; i++)
        if (row[i].there)
            add_entry(group, &(struct gt_legend_entry){.text = row[i].text,
                                                       .line = sample(legend, &look[i])});
    if (!group->n)
        legend->n--;
}

static void add_ground(struct gt_legend_group *group, struct gt_scene *scene, int ground,
                       const struct gt_legend_entry *look)
{
    struct gt_legend_entry entry = *look;
    uint32_t n = 0;
    entry.ground = ground;
    for (uint32_t i = 0; i < scene->n_boxes; i++)
        n += scene->boxes[i].ground == ground;
    entry.count = gt_arena_format(&scene->arena, "%u", n);
    if (n)
        add_entry(group, &entry);
}

/* The districts, by the grounds of boxes; zones of a comparison have headings. */
static void list_districts(struct gt_legend *legend)
{
    struct gt_scene *scene = legend->scene;
    const struct gt_theme *theme = scene->theme;
    if (!scene->n_tints)
        return;
    struct gt_legend_group *group =
        add_group(legend, say(legend, "Districts (ground, bar)", "区（底色、横杠）"));
    for (int d = 0; d < GT_DISTRICTS; d++)
        if (scene->tint[d] >= 0)
            add_ground(
                group, scene, scene->tint[d],
                &(struct gt_legend_entry){.text = gt_scene_say(scene, &gt_district_words[d].title),
                                          .fill = theme->tint[scene->tint[d]]});
    add_ground(
        group, scene, GT_GROUND_SHARED,
        &(struct gt_legend_entry){.text = say(legend, "several", "共有"), .fill = theme->shared});
    add_ground(
        group, scene, GT_GROUND_PLAIN,
        &(struct gt_legend_entry){.text = say(legend, "others", "其他"), .fill = theme->box});
}

static void list_sizes(struct gt_legend *legend)
{
    struct gt_scene *scene = legend->scene;
    const struct gt_map_options *options = scene->options;
    if (!options->size_column)
        return;
    struct gt_legend_group *group =
        add_group(legend, gt_arena_format(&scene->arena, gt_say(options->lang, "%s: %s", "%s：%s"),
                                          say(legend, "Size", "大小"),
                                          options->size_title.in[options->lang]
                                              ? gt_scene_say(scene, &options->size_title)
                                              : options->size_column));
    group->across = true;
    for (int s = 0; s < GT_SIZES; s++) {
        char low[GT_NUMBER_TEXT], high[GT_NUMBER_TEXT];
        if (scene->size_low[s] > scene->size_high[s])
            continue;
        gt_number_show(scene->size_low[s], 3, low);
        gt_number_show(scene->size_high[s], 3, high);
        const char *range = strcmp(low, high) == 0
                                ? gt_arena_format(&scene->arena, "%s", low)
                                : gt_arena_format(&scene->arena, "%s–%s", low, high);
        add_entry(group, &(struct gt_legend_entry){.text = range,
                                                   .size = gt_size_fonts[s] * scene->zoom,
                                                   .bold = s >= scene->bold_size});
    }
}

void gt_legend_list(struct gt_legend *legend, struct gt_scene *scene)
{
    *legend = (struct gt_legend){.scene = scene};
    list_types(legend);
    if (legend->scene->options->edge_change)
        list_changes(legend);
    else
        list_families(legend);
    list_styles(legend);
    list_districts(legend);
    list_sizes(legend);
}
