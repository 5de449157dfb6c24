/* legend.c: the legend: what is on the map, and no more.
 *
 * How it works: the groups (types, families, line styles, districts, sizes) are listed first; then
 * they are set in columns of as many rows as give the least height, in several bands one below the
 * other where the page is narrow. Measuring and drawing are the same walk; measuring draws nothing.
 * Samples of sizes and of lines are as large as what they stand for. */
#include "map/legend_list.h"
#include "map/look.h"

#include <math.h>
#include <string.h>

enum { LEAST_ROWS = 4, MOST_ROWS = 9 };
static const double em = 1000;
/* In sizes of the legend's text. */
static const double pitch = 1.6, column_gap = 1.8, group_gap = 3.2, line_length = 2.8, side = 1.4,
                    ground_side = 1.2;

struct setting {
    struct gt_legend list;
    double font;
    bool drawing;
};

static const char group_name[] = "legend";

static double width_of(const char *text, double font)
{
    return gt_label_width(text) * font / em;
}

static void put_text(const struct setting *setting, struct gt_point at, const char *text,
                     double font, const char *ink)
{
    if (setting->drawing)
        gt_scene_add_text(setting->list.scene, group_name, text, at, font, GT_ALIGN_LEFT, ink);
}

/* Samples of grounds are as wide as short names, with room for bars. */
static double swatch_width(const struct setting *setting, const struct gt_legend_entry *entry)
{
    return side * setting->font * (entry->sign ? 1 : 1.8);
}

static void put_swatch(const struct setting *setting, struct gt_point at,
                       const struct gt_legend_entry *entry)
{
    const struct gt_theme *theme = setting->list.scene->theme;
    double half = (entry->sign ? side : ground_side) * setting->font / 2;
    struct gt_rect rect = {at.x, at.y - half, at.x + swatch_width(setting, entry), at.y + half};
    struct gt_rect bar[GT_BARS];
    if (!setting->drawing)
        return;
    struct gt_scene_item *item = gt_scene_add_item(setting->list.scene, group_name, &rect);
    item->fill = entry->fill;
    item->form = entry->form;
    item->align = GT_ALIGN_CENTRE;
    if (!entry->sign) {
        item->stroke = theme->quiet;
        item->stroke_width = 0.5;
        int n = gt_look_bars(&rect, rect.left, entry->form, 1.2 * half, entry->ground, bar);
        for (int i = 0; i < n; i++)
            gt_scene_add_item(setting->list.scene, group_name, &bar[i])->fill = theme->quiet;
        return;
    }
    item->text = entry->sign;
    item->ink = theme->page;
    item->font = setting->font * (setting->list.scene->options->lang == GT_ZH ? 0.95 : 0.8);
    item->font = fmax(item->font, setting->list.scene->least_font);
}

static void put_line(const struct setting *setting, struct gt_point at,
                     const struct gt_scene_sample *look)
{
    struct gt_scene_sample line = *look;
    line.from = at;
    line.to = (struct gt_point){at.x + line_length * setting->font, at.y};
    if (setting->drawing)
        gt_scene_add_sample(setting->list.scene, &line);
}

/* One row; returns its width. */
static double put_entry(const struct setting *setting, struct gt_point at,
                        const struct gt_legend_entry *entry)
{
    double left = at.x, font = setting->font;
    if (entry->fill) {
        put_swatch(setting, at, entry);
        at.x += swatch_width(setting, entry) + 0.4 * font;
    }
    if (entry->line) {
        put_line(setting, at, entry->line);
        at.x += (line_length + 0.5) * font;
    }
    put_text(setting, at, entry->text, font, setting->list.scene->theme->ink);
    at.x += width_of(entry->text, font);
    if (entry->count) {
        at.x += 0.5 * font;
        put_text(setting, at, entry->count, font, setting->list.scene->theme->quiet);
        at.x += width_of(entry->count, font);
    }
    return at.x - left;
}

/* Entries side by side: a sample of text over its meaning, standing on one line. */
static double put_across(const struct setting *setting, struct gt_point at,
                         const struct gt_legend_group *group)
{
    const struct gt_theme *theme = setting->list.scene->theme;
    const struct gt_text letters = GT_TEXT("Ab", "文");
    const char *letter = letters.in[setting->list.scene->options->lang];
    double left = at.x, largest = 0, font = setting->font;
    for (int i = 0; i < group->n; i++)
        largest = fmax(largest, group->entry[i].size);
    for (int i = 0; i < group->n; i++) {
        const struct gt_legend_entry *entry = &group->entry[i];
        /* the lower ends of all samples are level */
        struct gt_point sample_at = {at.x, at.y + largest * 1.15 - entry->size * 0.55};
        struct gt_point text_at = {at.x, at.y + largest * 1.15 + font * pitch * 0.7};
        put_text(setting, sample_at, letter, entry->size, theme->ink);
        if (setting->drawing)
            setting->list.scene->items[setting->list.scene->n_items - 1].bold = entry->bold;
        put_text(setting, text_at, entry->text, font, theme->ink);
        at.x += fmax(width_of(letter, entry->size), width_of(entry->text, font)) + font * 1.3;
    }
    return at.x - left - font * 1.3;
}

static double height_of(const struct setting *setting, const struct gt_legend_group *group,
                        int rows)
{
    double row = pitch * setting->font, largest = 0;
    for (int i = 0; i < group->n; i++)
        largest = fmax(largest, group->entry[i].size);
    if (group->across)
        return row + largest * 1.15 + row * 1.2;
    return row * (1.2 + (group->n < rows ? group->n : rows));
}

/* A group with its title; returns its width. */
static double put_group(const struct setting *setting, struct gt_point at,
                        const struct gt_legend_group *group, int rows)
{
    double row = pitch * setting->font, left = at.x, widest = 0;
    double title = width_of(group->title, setting->font);
    struct gt_point entry = {at.x, at.y + row * 1.2};
    put_text(setting, (struct gt_point){at.x, at.y + row / 2}, group->title, setting->font,
             setting->list.scene->theme->quiet);
    if (group->across)
        return fmax(title, put_across(setting, entry, group));
    for (int i = 0; i < group->n; i++) {
        if (i && i % rows == 0) {
            entry.x += widest + column_gap * setting->font;
            widest = 0;
        }
        struct gt_point place = {entry.x, entry.y + (i % rows + 0.5) * row};
        widest = fmax(widest, put_entry(setting, place, &group->entry[i]));
    }
    return fmax(title, entry.x + widest - left);
}

/* All groups in a width, bands one below the other; returns the height. */
static double put_all(struct setting *setting, struct gt_point at, double width, int rows,
                      bool drawing)
{
    double left = at.x, top = at.y, high = 0, gap = group_gap * setting->font, total = 0;
    for (int g = 0; g < setting->list.n; g++) {
        setting->drawing = false;
        total += put_group(setting, at, &setting->list.group[g], rows);
    }
    /* one band with room to spare: wider gaps, up to three times */
    double spare = width - total - gap * (setting->list.n - 1);
    if (setting->list.n > 1 && spare > 0)
        gap += fmin(spare / (setting->list.n - 1), 2 * gap);
    for (int g = 0; g < setting->list.n; g++) {
        const struct gt_legend_group *group = &setting->list.group[g];
        setting->drawing = false;
        double wide = put_group(setting, at, group, rows);
        if (at.x > left && at.x + wide > left + width + 1e-6) {
            at.x = left;
            at.y += high + pitch * setting->font * 0.6;
            high = 0;
        }
        setting->drawing = drawing;
        if (drawing)
            put_group(setting, at, group, rows);
        at.x += wide + gap;
        high = fmax(high, height_of(setting, group, rows));
    }
    return at.y + high - top;
}

static int best_rows(struct setting *setting, double width)
{
    int best = LEAST_ROWS;
    double least = INFINITY;
    for (int rows = LEAST_ROWS; rows <= MOST_ROWS; rows++) {
        double high = put_all(setting, (struct gt_point){0, 0}, width, rows, false);
        if (high < least - 1e-6) {
            least = high;
            best = rows;
        }
    }
    return best;
}

double gt_legend_height(struct gt_scene *scene, double width, double font)
{
    struct setting setting = {.font = font};
    gt_legend_list(&setting.list, scene);
    return put_all(&setting, (struct gt_point){0, 0}, width, best_rows(&setting, width), false);
}

void gt_legend_add(struct gt_scene *scene, const struct gt_rect *rect, double font)
{
    struct setting setting = {.font = font};
    gt_legend_list(&setting.list, scene);
    double width = gt_rect_width(rect);
    put_all(&setting, (struct gt_point){rect->left, rect->top}, width, best_rows(&setting, width),
            true);
}
