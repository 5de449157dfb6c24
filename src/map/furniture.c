/* furniture.c: what stands around the field: title and subtitle above; legend, sources and stamp
 * below.
 *
 * Titles and legend grow with the page, but slower: on a large sheet they leave more room to the
 * map, on a small one they stay legible. On paper no text is smaller than six points. */
#include "map/caption.h"
#include "map/palette.h"

#include "base/utf8.h"

#include <math.h>
#include <string.h>

static const double margin = GT_MARGIN, em = 1000;
static const double width_of_scale_1 = 1190; /* A3 */
/* Points at scale 1. */
static const double title_font = 24, subtitle_font = 11, legend_font = 9, footer_font = 7.5;
static const double space = 12;
static const double pitch = 1.5; /* of texts on the bare page: what CJK faces ask for */

/* Sizes of texts on a page of some width. */
struct sizes {
    double scale, least, title, second, subtitle, legend, footer, room;
};

double gt_furniture_scale(double width)
{
    return sqrt(width / width_of_scale_1);
}

double gt_furniture_least(const struct gt_scene *scene, double width)
{
    const struct gt_paper *paper = scene->options->paper;
    return paper ? GT_LEAST_ON_PAPER * width / paper->width : 0;
}

static struct sizes sizes_of(const struct gt_scene *scene, double width)
{
    double scale = gt_furniture_scale(width), least = gt_furniture_least(scene, width);
    return (struct sizes){
        .scale = scale,
        .least = least,
        .title = fmax(title_font * scale, least * 2),
        .second = fmax(15 * scale, least * 1.4),
        .subtitle = fmax(subtitle_font * scale, least * 1.1),
        .legend = fmax(legend_font * scale, least * 1.06),
        .footer = fmax(footer_font * scale, least),
        .room = width * (1 - 2 * margin),
    };
}

double gt_scene_zoom(const struct gt_scene *scene)
{
    return scene->options->paper ? scene->options->paper->width / scene->width : 1;
}

/* --- places ------------------------------------------------------------------------------------
 */

/* A text broken into lines within a width. A word that is wider still is set smaller with its text.
 */
static struct gt_label wrap(struct gt_scene *scene, const char *text, double room, double *font)
{
    struct gt_label label = gt_label_wrap(text, (uint32_t)(room * em / *font), &scene->arena);
    if (label.width * *font > room * em)
        *font = room * em / label.width;
    if (!*text)
        label.n_lines = 0;
    return label;
}

/* Adds, or only measures, the lines of a text from a top downwards; returns the height. */
static double put_lines(struct gt_scene *scene, const char *group, const char *text,
                        const struct gt_rect *place, double font)
{
    struct gt_label label = wrap(scene, text, gt_rect_width(place), &font);
    double step = font * pitch * 0.87;
    const char *ink = strcmp(group, "title") == 0 ? scene->theme->ink : scene->theme->quiet;
    double y = place->top + step / 2;
    for (const char *line = label.text; label.n_lines && place->bottom > place->top;) {
        const char *end = strchr(line, '\n');
        size_t n = end ? (size_t)(end - line) : strlen(line);
        gt_scene_add_text(scene, group, gt_arena_text(&scene->arena, line, n),
                          (struct gt_point){place->left, y}, font, GT_ALIGN_LEFT, ink);
        scene->items[scene->n_items - 1].bold = strcmp(group, "title") == 0;
        y += step;
        if (!end)
            break;
        line = end + 1;
    }
    return label.n_lines * step;
}

/* What stands above the field, from a top; measured only when `drawing` is false. */
static double put_head(struct gt_scene *scene, const struct sizes *sizes, double left, double top,
                       bool drawing)
{
    enum gt_lang lang = scene->options->lang;
    struct gt_rect place = {left, top, left + sizes->room, drawing ? INFINITY : -INFINITY};
    const bool both = scene->options->both;
    place.top += put_lines(scene, "title", gt_caption_title(scene, lang), &place, sizes->title);
    if (both)
        place.top +=
            put_lines(scene, "title", gt_caption_title(scene, !lang), &place, sizes->second);
    for (int second = 0; second <= both; second++)
        place.top += put_lines(scene, "subtitle", gt_caption_counts(scene, second ? !lang : lang),
                               &place, sizes->subtitle);
    return place.top - top + space * sizes->scale;
}

static double put_footer(struct gt_scene *scene, const struct sizes *sizes, double left, double top,
                         bool drawing)
{
    enum gt_lang lang = scene->options->lang;
    struct gt_rect place = {left, top, left + sizes->room, drawing ? INFINITY : -INFINITY};
    place.top += put_lines(scene, "footer", gt_caption_sources(scene), &place, sizes->footer);
    for (int second = 0; second <= scene->options->both; second++)
        place.top += put_lines(scene, "footer", gt_caption_stamp(scene, second ? !lang : lang),
                               &place, sizes->footer);
    return place.top - top;
}

double gt_furniture_above(struct gt_scene *scene, double width)
{
    struct sizes sizes = sizes_of(scene, width);
    return put_head(scene, &sizes, 0, 0, false);
}

double gt_furniture_below(struct gt_scene *scene, double width)
{
    struct sizes sizes = sizes_of(scene, width);
    return put_footer(scene, &sizes, 0, 0, false) + 2 * space * sizes.scale +
           gt_legend_height(scene, sizes.room, sizes.legend);
}

/* A zone's title with its number of boxes, as wide as its ground allows: in both languages, in one,
 * or cut, rather than much smaller than the others. `font` is the size wanted, and given. */
static const char *fit_heading(struct gt_scene *scene, const struct gt_scene_zone *zone,
                               double *font)
{
    const double wanted = *font, room = (gt_rect_width(&zone->ground) - wanted) * em;
    const double least = fmax(wanted * 0.7, scene->least_font);
    const char *text = gt_arena_format(&scene->arena, "%s  %u", zone->title, zone->n_boxes);
    if (gt_label_width(text) * least > room)
        text = gt_arena_format(&scene->arena, "%s  %u", zone->name, zone->n_boxes);
    for (size_t n = gt_utf8_count(zone->name); n > 1 && gt_label_width(text) * least > room; n--)
        text = gt_arena_format(&scene->arena, "%.*s…  %u", (int)gt_utf8_offset(zone->name, n - 1),
                               zone->name, zone->n_boxes);
    *font = fmin(wanted, room / (gt_label_width(text) + 1));
    return text;
}

void gt_furniture_add_headings(struct gt_scene *scene)
{
    gt_scene_tint_groups(scene);
    for (uint32_t z = 0; scene->n_zones > 1 && z < scene->n_zones; z++) {
        const struct gt_scene_zone *zone = &scene->zones[z];
        struct gt_point at = {(zone->ground.left + zone->ground.right) / 2,
                              zone->ground.top + scene->zone_head * 0.55};
        double font = scene->zone_head * (scene->options->group ? 0.5 : 0.59);
        const char *text = fit_heading(scene, zone, &font);
        gt_scene_add_text(scene, "heading", text, at, font, GT_ALIGN_CENTRE, scene->theme->ink);
        scene->items[scene->n_items - 1].fill = zone->fill; /* lines run behind it */
        scene->items[scene->n_items - 1].bold = true;
    }
}

void gt_furniture_add(struct gt_scene *scene)
{
    struct sizes sizes = sizes_of(scene, scene->width);
    double left = scene->width * margin, bottom = scene->height - scene->width * margin;
    scene->least_font = sizes.least;
    put_head(scene, &sizes, left, scene->width * margin, true);
    double foot = bottom - put_footer(scene, &sizes, left, 0, false);
    double legend = foot - space * sizes.scale - gt_legend_height(scene, sizes.room, sizes.legend);
    gt_legend_add(scene, &(struct gt_rect){left, legend, left + sizes.room, foot}, sizes.legend);
    put_footer(scene, &sizes, left, foot, true);
}
