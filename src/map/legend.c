/* legend.c: the legend: what is on the map, and no more.
 *
 * How it works: the groups (types, families, line styles, districts, sizes) are listed first; then
 * they are set in columns of as many rows as give the least height, in several bands one below the
 * other where the page is narrow. Measuring and drawing are the same walk; measuring draws nothing.
 * Samples of sizes and of lines are as large as what they stand for. */
#include "map/look.h"
#include "map/scene.h"

#include "base/number.h"

#include <math.h>
#include <string.h>

enum { LEAST_ROWS = 4, MOST_ROWS = 9, MOST_GROUPS = 5, MOST_ENTRIES = 24 };
static const double em = 1000;
/* In sizes of the legend's text. */
static const double pitch = 1.6, column_gap = 1.8, group_gap = 3.2, line_length = 2.8, side = 1.4,
                    ground_side = 1.2;

struct entry {
    const char *text, *count; /* count: null for none */
    const char *sign, *fill;  /* of a swatch; fill null: no swatch */
    enum gt_form form;
    const struct gt_scene_sample *line; /* null: no line */
    double size;                        /* of a sample of text; 0: none */
    int ground;                         /* of a district; others: GT_GROUND_PLAIN */
};

struct group {
    const char *title;
    struct entry entry[MOST_ENTRIES];
    int n;
    bool across; /* entries stand side by side: the sizes */
};

struct legend {
    struct gt_scene *scene;
    struct group group[MOST_GROUPS];
    int n;
    double font;
    bool drawing;
};

static const char group_name[] = "legend";

static double width_of(const char *text, double font)
{
    return gt_label_width(text) * font / em;
}

static const char *say(const struct legend *legend, const char *en, const char *zh)
{
    const struct gt_text text = GT_TEXT(en, zh);
    return gt_scene_say(legend->scene, &text);
}

static struct group *add_group(struct legend *legend, const char *title)
{
    struct group *group = &legend->group[legend->n++];
    *group = (struct group){.title = title};
    return group;
}

static void add_entry(struct group *group, const struct entry *entry)
{
    if (group->n < MOST_ENTRIES)
        group->entry[group->n++] = *entry;
}

/* --- what there is -----------------------------------------------------------------------------
 */

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

static void list_types(struct legend *legend)
{
    struct gt_scene *scene = legend->scene;
    const char *title = say(legend, "Nodes", "节点");
    for (uint32_t z = 0; z < scene->n_zones && gt_scene_compares(scene->options); z++)
        title = gt_arena_format(&scene->arena, "%s%s%s", title, z ? " · " : "  ",
                                scene->zones[z].title);
    struct group *group = add_group(legend, title);
    /* between two states, colours are of the change */
    const char *colour = scene->options->node_change ? scene->theme->change[0].colour : NULL;
    for (int type = 0; type < GT_NODE_TYPES; type++) {
        uint32_t all;
        const struct gt_node_look *look = &scene->theme->node[type];
        const char *count = count_of(scene, (enum gt_node_type)type, &all);
        if (all)
            add_entry(group,
                      &(struct entry){.text = gt_scene_say(scene, &gt_node_types[type].title),
                                      .count = count,
                                      .sign = look->sign.in[scene->options->lang],
                                      .fill = colour ? colour : look->colour,
                                      .form = look->form});
    }
}

static const struct gt_scene_sample *sample(struct legend *legend,
                                            const struct gt_scene_sample *look)
{
    struct gt_scene_sample *kept = gt_arena_alloc(&legend->scene->arena, sizeof *kept);
    *kept = *look;
    return kept;
}

static void list_families(struct legend *legend)
{
    struct gt_scene *scene = legend->scene;
    struct group *group = add_group(legend, say(legend, "Ties", "关系"));
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
            add_entry(group,
                      &(struct entry){.text = gt_scene_say(scene, &gt_edge_families[family].title),
                                      .count = gt_arena_format(&scene->arena, "%u", ties),
                                      .line = sample(legend, &line)});
    }
    if (!group->n)
        legend->n--;
}

/* What is new, gone and kept; families have no colours then. */
static void list_changes(struct legend *legend)
{
    struct gt_scene *scene = legend->scene;
    struct group *group = add_group(legend, say(legend, "Change", "变化"));
    for (int change = 0; change < GT_CHANGES; change++) {
        const struct gt_scene_line line = {.status = GT_STATUS_ongoing,
                                           .change = (enum gt_change)change};
        const struct gt_line_look look = gt_look_of_line(scene, &line);
        const struct gt_scene_sample shown = {
            .colour = look.colour, .width = look.width, .dashed = look.dashed};
        const struct gt_text *name = &scene->options->change_name[change];
        add_entry(group,
                  &(struct entry){.text = gt_arena_format(
                                      &scene->arena, "%s%s", scene->theme->change[change].sign,
                                      name->in[GT_EN] ? gt_scene_say(scene, name) : ""),
                                  .line = sample(legend, &shown)});
    }
}

static void list_styles(struct legend *legend)
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
    struct group *group = add_group(legend, say(legend, "Lines", "线型"));
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
            add_entry(group,
                      &(struct entry){.text = row[i].text, .line = sample(legend, &look[i])});
    if (!group->n)
        legend->n--;
}

static void add_ground(struct group *group, struct gt_scene *scene, int ground,
                       const struct entry *look)
{
    struct entry entry = *look;
    uint32_t n = 0;
    entry.ground = ground;
    for (uint32_t i = 0; i < scene->n_boxes; i++)
        n += scene->boxes[i].ground == ground;
    entry.count = gt_arena_format(&scene->arena, "%u", n);
    if (n)
        add_entry(group, &entry);
}

/* The districts, by the grounds of boxes; zones of a comparison have headings. */
static void list_districts(struct legend *legend)
{
    struct gt_scene *scene = legend->scene;
    const struct gt_theme *theme = scene->theme;
    if (!scene->n_tints)
        return;
    struct group *group =
        add_group(legend, say(legend, "Districts (ground, bar)", "区（底色、横杠）"));
    for (int d = 0; d < GT_DISTRICTS; d++)
        if (scene->tint[d] >= 0)
            add_ground(group, scene, scene->tint[d],
                       &(struct entry){.text = gt_scene_say(scene, &gt_district_words[d].title),
                                       .fill = theme->tint[scene->tint[d]]});
    add_ground(group, scene, GT_GROUND_SHARED,
               &(struct entry){.text = say(legend, "several", "共有"), .fill = theme->shared});
    add_ground(group, scene, GT_GROUND_PLAIN,
               &(struct entry){.text = say(legend, "others", "其他"), .fill = theme->box});
}

static void list_sizes(struct legend *legend)
{
    struct gt_scene *scene = legend->scene;
    const struct gt_map_options *options = scene->options;
    if (!options->size_column)
        return;
    struct group *group =
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
        add_entry(group, &(struct entry){.text = range, .size = gt_size_fonts[s] * scene->zoom});
    }
}

/* --- where it stands ---------------------------------------------------------------------------
 */

static void put_text(const struct legend *legend, struct gt_point at, const char *text, double font,
                     const char *ink)
{
    if (legend->drawing)
        gt_scene_add_text(legend->scene, group_name, text, at, font, GT_ALIGN_LEFT, ink);
}

/* Samples of grounds are as wide as short names, with room for bars. */
static double swatch_width(const struct legend *legend, const struct entry *entry)
{
    return side * legend->font * (entry->sign ? 1 : 1.8);
}

static void put_swatch(const struct legend *legend, struct gt_point at, const struct entry *entry)
{
    const struct gt_theme *theme = legend->scene->theme;
    double half = (entry->sign ? side : ground_side) * legend->font / 2;
    struct gt_rect rect = {at.x, at.y - half, at.x + swatch_width(legend, entry), at.y + half};
    struct gt_rect bar[GT_BARS];
    if (!legend->drawing)
        return;
    struct gt_scene_item *item = gt_scene_add_item(legend->scene, group_name, &rect);
    item->fill = entry->fill;
    item->form = entry->form;
    item->align = GT_ALIGN_CENTRE;
    if (!entry->sign) {
        item->stroke = theme->quiet;
        item->stroke_width = 0.5;
        int n = gt_look_bars(&rect, rect.left, entry->form, 1.2 * half, entry->ground, bar);
        for (int i = 0; i < n; i++)
            gt_scene_add_item(legend->scene, group_name, &bar[i])->fill = theme->quiet;
        return;
    }
    item->text = entry->sign;
    item->ink = theme->page;
    item->font = legend->font * (legend->scene->options->lang == GT_ZH ? 0.95 : 0.8);
    item->font = fmax(item->font, legend->scene->least_font);
}

static void put_line(const struct legend *legend, struct gt_point at,
                     const struct gt_scene_sample *look)
{
    struct gt_scene_sample line = *look;
    line.from = at;
    line.to = (struct gt_point){at.x + line_length * legend->font, at.y};
    if (legend->drawing)
        gt_scene_add_sample(legend->scene, &line);
}

/* One row; returns its width. */
static double put_entry(const struct legend *legend, struct gt_point at, const struct entry *entry)
{
    double left = at.x, font = legend->font;
    if (entry->fill) {
        put_swatch(legend, at, entry);
        at.x += swatch_width(legend, entry) + 0.4 * font;
    }
    if (entry->line) {
        put_line(legend, at, entry->line);
        at.x += (line_length + 0.5) * font;
    }
    put_text(legend, at, entry->text, font, legend->scene->theme->ink);
    at.x += width_of(entry->text, font);
    if (entry->count) {
        at.x += 0.5 * font;
        put_text(legend, at, entry->count, font, legend->scene->theme->quiet);
        at.x += width_of(entry->count, font);
    }
    return at.x - left;
}

/* Entries side by side: a sample of text over its meaning, standing on one line. */
static double put_across(const struct legend *legend, struct gt_point at, const struct group *group)
{
    const struct gt_theme *theme = legend->scene->theme;
    const struct gt_text letters = GT_TEXT("Ab", "文");
    const char *letter = letters.in[legend->scene->options->lang];
    double left = at.x, largest = 0, font = legend->font;
    for (int i = 0; i < group->n; i++)
        largest = fmax(largest, group->entry[i].size);
    for (int i = 0; i < group->n; i++) {
        const struct entry *entry = &group->entry[i];
        /* the lower ends of all samples are level */
        struct gt_point sample_at = {at.x, at.y + largest * 1.15 - entry->size * 0.55};
        struct gt_point text_at = {at.x, at.y + largest * 1.15 + font * pitch * 0.7};
        put_text(legend, sample_at, letter, entry->size, theme->ink);
        put_text(legend, text_at, entry->text, font, theme->ink);
        at.x += fmax(width_of(letter, entry->size), width_of(entry->text, font)) + font * 1.3;
    }
    return at.x - left - font * 1.3;
}

static double height_of(const struct legend *legend, const struct group *group, int rows)
{
    double row = pitch * legend->font, largest = 0;
    for (int i = 0; i < group->n; i++)
        largest = fmax(largest, group->entry[i].size);
    if (group->across)
        return row + largest * 1.15 + row * 1.2;
    return row * (1.2 + (group->n < rows ? group->n : rows));
}

/* A group with its title; returns its width. */
static double put_group(const struct legend *legend, struct gt_point at, const struct group *group,
                        int rows)
{
    double row = pitch * legend->font, left = at.x, widest = 0;
    double title = width_of(group->title, legend->font);
    struct gt_point entry = {at.x, at.y + row * 1.2};
    put_text(legend, (struct gt_point){at.x, at.y + row / 2}, group->title, legend->font,
             legend->scene->theme->quiet);
    if (group->across)
        return fmax(title, put_across(legend, entry, group));
    for (int i = 0; i < group->n; i++) {
        if (i && i % rows == 0) {
            entry.x += widest + column_gap * legend->font;
            widest = 0;
        }
        struct gt_point place = {entry.x, entry.y + (i % rows + 0.5) * row};
        widest = fmax(widest, put_entry(legend, place, &group->entry[i]));
    }
    return fmax(title, entry.x + widest - left);
}

/* All groups in a width, bands one below the other; returns the height. */
static double put_all(struct legend *legend, struct gt_point at, double width, int rows,
                      bool drawing)
{
    double left = at.x, top = at.y, high = 0, gap = group_gap * legend->font, total = 0;
    for (int g = 0; g < legend->n; g++) {
        legend->drawing = false;
        total += put_group(legend, at, &legend->group[g], rows);
    }
    /* one band with room to spare: wider gaps, up to three times */
    double spare = width - total - gap * (legend->n - 1);
    if (legend->n > 1 && spare > 0)
        gap += fmin(spare / (legend->n - 1), 2 * gap);
    for (int g = 0; g < legend->n; g++) {
        const struct group *group = &legend->group[g];
        legend->drawing = false;
        double wide = put_group(legend, at, group, rows);
        if (at.x > left && at.x + wide > left + width + 1e-6) {
            at.x = left;
            at.y += high + pitch * legend->font * 0.6;
            high = 0;
        }
        legend->drawing = drawing;
        if (drawing)
            put_group(legend, at, group, rows);
        at.x += wide + gap;
        high = fmax(high, height_of(legend, group, rows));
    }
    return at.y + high - top;
}

static void list_all(struct legend *legend, struct gt_scene *scene, double font)
{
    *legend = (struct legend){.scene = scene, .font = font};
    list_types(legend);
    if (legend->scene->options->edge_change)
        list_changes(legend);
    else
        list_families(legend);
    list_styles(legend);
    list_districts(legend);
    list_sizes(legend);
}

static int best_rows(struct legend *legend, double width)
{
    int best = LEAST_ROWS;
    double least = INFINITY;
    for (int rows = LEAST_ROWS; rows <= MOST_ROWS; rows++) {
        double high = put_all(legend, (struct gt_point){0, 0}, width, rows, false);
        if (high < least - 1e-6) {
            least = high;
            best = rows;
        }
    }
    return best;
}

double gt_legend_height(struct gt_scene *scene, double width, double font)
{
    struct legend legend;
    list_all(&legend, scene, font);
    return put_all(&legend, (struct gt_point){0, 0}, width, best_rows(&legend, width), false);
}

void gt_legend_add(struct gt_scene *scene, const struct gt_rect *rect, double font)
{
    struct legend legend;
    list_all(&legend, scene, font);
    double width = gt_rect_width(rect);
    put_all(&legend, (struct gt_point){rect->left, rect->top}, width, best_rows(&legend, width),
            true);
}
