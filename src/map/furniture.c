/* furniture.c: what stands around the field: title and subtitle above; legend, sources and stamp
 * below.
 *
 * Titles and legend grow with the page, but slower: on a large sheet they leave more room to the
 * map, on a small one they stay legible. On paper no text is smaller than six points. */
#include "map/palette.h"
#include "map/quality.h"
#include "map/scene.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double margin = GT_MARGIN, em = 1000;
static const double width_of_scale_1 = 1190; /* A3 */
/* Points at scale 1. */
static const double title_font = 24, subtitle_font = 11, legend_font = 9, footer_font = 7.5;
static const double space = 12;
static const double pitch = 1.5; /* of texts on the bare page: what CJK faces ask for */

enum { MOST_SOURCES = 40 }; /* named on a map; more are counted */

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

const char *gt_scene_say(struct gt_scene *scene, const struct gt_text *text)
{
    if (!scene->options->both)
        return text->in[scene->options->lang];
    return gt_arena_format(&scene->arena, "%s %s", text->in[scene->options->lang],
                           text->in[!scene->options->lang]);
}

/* --- words -------------------------------------------------------------------------------------
 */

bool *gt_scene_sources(const struct gt_scene *scene)
{
    const struct gt_graph *graph = scene->graph;
    bool *used = gt_xcalloc((size_t)graph->n_documents + 1, sizeof *used);
    for (uint32_t i = 0; i < scene->n_ties; i++) {
        const struct gt_edge *edge = &graph->edges[scene->ties[i]];
        for (uint32_t s = edge->first; s < edge->first + edge->n; s++)
            used[graph->statements[s].evidence.document] = true;
    }
    return used;
}

static const char *keep(struct gt_scene *scene, struct gt_buffer *text)
{
    const char *kept = gt_arena_text(&scene->arena, gt_buffer_string(text), text->n);
    gt_buffer_fini(text);
    return kept;
}

/* "长宁、普陀创新生态图谱": the districts whose replies state what is drawn. */
static const char *title_of_districts(struct gt_scene *scene, enum gt_lang lang)
{
    gt_districts seen = 0;
    bool *used = gt_scene_sources(scene);
    for (uint32_t d = 0; d < scene->graph->n_documents; d++)
        seen |= used[d] ? 1u << scene->graph->documents[d].district : 0;
    free(used);
    struct gt_buffer out = {0};
    for (int d = 0; d < GT_DISTRICTS; d++)
        if (seen & 1u << d)
            gt_buffer_format(&out, "%s%s", out.n ? gt_say(lang, ", ", "、") : "",
                             gt_district_words[d].title.in[lang]);
    gt_buffer_text(&out, out.n ? gt_say(lang, ": innovation ecosystem", "区创新生态图谱")
                               : gt_say(lang, "Innovation ecosystem", "创新生态图谱"));
    return keep(scene, &out);
}

static const char *district_title(gt_districts district, enum gt_lang lang)
{
    for (int d = 0; d < GT_DISTRICTS; d++)
        if (district == 1u << d)
            return gt_district_words[d].title.in[lang];
    return "";
}

static const char *made_title(struct gt_scene *scene, enum gt_lang lang)
{
    const struct gt_map_options *options = scene->options;
    for (uint32_t i = 0; options->centre && i < scene->n_boxes; i++)
        if (options->centre[scene->boxes[i].node])
            return gt_arena_format(&scene->arena, gt_say(lang, "Around %s", "%s的周边关系"),
                                   gt_node_label(&scene->graph->nodes[scene->boxes[i].node], lang));
    if (!gt_scene_compares(options))
        return title_of_districts(scene, lang);
    return gt_arena_format(&scene->arena, "%s%s%s%s", district_title(options->left, lang),
                           gt_say(lang, " and ", "区与"), district_title(options->right, lang),
                           gt_say(lang, ": two innovation ecosystems", "区：两区创新生态对照"));
}

/* The title in a language; the second one is empty when the user has written the title. */
static const char *title_in(struct gt_scene *scene, enum gt_lang lang)
{
    const struct gt_map_options *options = scene->options;
    bool first = lang == options->lang;
    const char *given = first ? options->title : options->second_title;
    if (given)
        return given;
    return first || !options->title ? made_title(scene, lang) : "";
}

/* The years of the documents that state what is drawn: "2021–2025". */
static const char *years_of(struct gt_scene *scene, uint32_t *n)
{
    const struct gt_graph *graph = scene->graph;
    bool *used = gt_scene_sources(scene);
    const char *first = NULL, *last = NULL;
    *n = 0;
    for (uint32_t d = 0; d < graph->n_documents; d++) {
        const char *date = graph->documents[d].date;
        *n += used[d];
        if (!used[d] || !date || strlen(date) < 4)
            continue;
        first = !first || strcmp(date, first) < 0 ? date : first;
        last = !last || strcmp(date, last) > 0 ? date : last;
    }
    free(used);
    if (!first || !last)
        return "";
    if (strncmp(first, last, 4) == 0)
        return gt_arena_format(&scene->arena, "%.4s", first);
    return gt_arena_format(&scene->arena, "%.4s–%.4s", first, last);
}

/* Nodes that are drawn, each once. */
static uint32_t count_nodes(const struct gt_scene *scene)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < scene->n_boxes; i++)
        n += scene->boxes[i].twin == GT_NONE || scene->boxes[i].twin > i;
    return n;
}

/* How much is drawn of how much there is. */
static const char *subtitle_in(struct gt_scene *scene, enum gt_lang lang)
{
    const struct gt_graph *graph = scene->graph;
    uint32_t documents;
    const char *years = years_of(scene, &documents);
    struct gt_buffer out = {0};
    gt_buffer_format(&out,
                     gt_say(lang, "%u of %u nodes · %u of %u ties", "节点 %u / %u · 关系 %u / %u"),
                     count_nodes(scene), graph->n_nodes, scene->n_ties, graph->n_edges);
    if (documents)
        gt_buffer_format(&out, gt_say(lang, " · %u replies", " · 答复 %u 份"), documents);
    if (*years)
        gt_buffer_format(&out, gt_say(lang, ", %s", "（%s）"), years);
    return keep(scene, &out);
}

static const char *whole_subtitle(struct gt_scene *scene)
{
    const struct gt_map_options *options = scene->options;
    const char *text = options->subtitle;
    if (!text)
        text = subtitle_in(scene, options->lang);
    if (!options->subtitle && options->both)
        text = gt_arena_format(&scene->arena, "%s   %s", text, subtitle_in(scene, !options->lang));
    if (scene->left_out)
        text = gt_arena_format(&scene->arena,
                               gt_say(options->lang, "%s · %u ties between the two are not drawn",
                                      "%s · 未画两区之间的关系 %u 条"),
                               text, scene->left_out);
    if (scene->quality.labelled < scene->n_boxes)
        text = gt_arena_format(
            &scene->arena,
            gt_say(options->lang, "%s · the %u largest have labels", "%s · 最大的 %u 个有标签"),
            text, scene->quality.labelled);
    if (scene->hidden_amounts)
        text = gt_arena_format(
            &scene->arena,
            gt_say(options->lang, "%s · %u amounts without room", "%s · %u 个金额无处标注"), text,
            scene->hidden_amounts);
    if (options->left_out)
        text = gt_arena_format(&scene->arena, "%s · %s", text, options->left_out);
    return text;
}

/* The documents that state what is drawn: "来源：长商务发〔2024〕5号；第085号提案答复". */
static const char *source_line(struct gt_scene *scene)
{
    const struct gt_graph *graph = scene->graph;
    enum gt_lang lang = scene->options->lang;
    const struct gt_text lead = GT_TEXT("Sources", "来源");
    bool *used = gt_scene_sources(scene);
    struct gt_buffer out = {0};
    uint32_t n = 0;
    for (uint32_t d = 0; d < graph->n_documents; d++) {
        if (!used[d] || ++n > MOST_SOURCES)
            continue;
        if (out.n)
            gt_buffer_text(&out, gt_say(lang, "; ", "；"));
        else
            gt_buffer_format(&out, gt_say(lang, "%s: ", "%s："), gt_scene_say(scene, &lead));
        gt_buffer_text(&out, gt_cite_document(&graph->documents[d], &scene->arena));
    }
    free(used);
    if (n > MOST_SOURCES)
        gt_buffer_format(&out, gt_say(lang, " and %u more", "，另有 %u 份"), n - MOST_SOURCES);
    return keep(scene, &out);
}

/* How the picture was made. Without places yet, figures as long as they may become. */
static const char *stamp_line(struct gt_scene *scene)
{
    const struct gt_map_options *options = scene->options;
    const struct gt_map_quality unknown = {.nodes = 99999,
                                           .lines = 99999,
                                           .labelled = 9999,
                                           .overlaps = 0,
                                           .crossings = 99999,
                                           .passes = 9999,
                                           .stress = 0.999,
                                           .spread = 0.999,
                                           .cover = 0.999,
                                           .ratio = 1.778,
                                           .score = 9.999};
    const struct gt_map_quality *quality = scene->quality.nodes ? &scene->quality : &unknown;
    enum gt_lang lang = options->lang;
    return gt_arena_format(&scene->arena, "graphtool %s · %s %u · %s%s%s", GT_VERSION,
                           gt_say(lang, "seed", "种子"), scene->seed,
                           gt_quality_text(quality, lang, &scene->arena),
                           options->stamp ? " · " : "", options->stamp ? options->stamp : "");
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
    place.top += put_lines(scene, "title", title_in(scene, lang), &place, sizes->title);
    if (scene->options->both)
        place.top += put_lines(scene, "title", title_in(scene, !lang), &place, sizes->second);
    place.top += put_lines(scene, "subtitle", whole_subtitle(scene), &place, sizes->subtitle);
    return place.top - top + space * sizes->scale;
}

static double put_footer(struct gt_scene *scene, const struct sizes *sizes, double left, double top,
                         bool drawing)
{
    struct gt_rect place = {left, top, left + sizes->room, drawing ? INFINITY : -INFINITY};
    place.top += put_lines(scene, "footer", source_line(scene), &place, sizes->footer);
    place.top += put_lines(scene, "footer", stamp_line(scene), &place, sizes->footer);
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

void gt_furniture_add_headings(struct gt_scene *scene)
{
    for (uint32_t z = 0; scene->n_zones > 1 && z < scene->n_zones; z++) {
        const struct gt_scene_zone *zone = &scene->zones[z];
        const char *text = gt_arena_format(&scene->arena, "%s  %u", zone->title, zone->n_boxes);
        struct gt_point at = {(zone->ground.left + zone->ground.right) / 2,
                              zone->ground.top + scene->zone_head * 0.55};
        double font = scene->zone_head * (scene->options->group ? 0.5 : 0.59);
        double room = gt_rect_width(&zone->ground) - font;
        font = fmin(font, room * em / (gt_label_width(text) + 1));
        gt_scene_add_text(scene, "heading", text, at, font, GT_ALIGN_CENTRE, scene->theme->ink);
        scene->items[scene->n_items - 1].fill = zone->fill; /* lines run behind it */
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
