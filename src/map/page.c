/* page.c: the page: title above, the field with its zones, legend and source below.
 *
 * Titles and legend grow with the page, but slower: on a large sheet they leave more room to the
 * map, on a small one they stay legible. */
#include "map/layout.h"
#include "map/scene.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double sheet = 1.4142135623730951; /* landscape ISO 216 */
static const double margin = 0.022;             /* part of the page's width */
static const double least_width = 842;          /* A4 */
static const double width_of_scale_1 = 1190;    /* A3 */
/* Points at scale 1. */
static const double head = 56, zone_head = 27, legend_height = 94, foot = 30, space = 11;
static const double zone_padding = 10;
static const double most_stretch = 1.7;

static double scale_of(double width)
{
    double part = width / width_of_scale_1;
    return sqrt(part);
}

/* Points around the field: at its sides, and above and below it. */
static double frame_width(double width)
{
    return 2 * margin * width;
}

static double frame_height(const struct gt_scene *scene, double width)
{
    double zone = scene->n_zones > 1 ? zone_head : 0;
    double furniture = head + zone + legend_height + foot + 2 * space;
    return frame_width(width) + furniture * scale_of(width);
}

/* The least page width at which the field is that wide and high, or that large (height 0). */
static double page_width(const struct gt_scene *scene, double wide, double high, double area)
{
    double low = least_width, most = 1e7;
    for (int i = 0; i < 60; i++) {
        double width = (low + most) / 2;
        double w = width - frame_width(width), h = width / sheet - frame_height(scene, width);
        if (w >= wide && h >= high && w * h >= area)
            most = width;
        else
            low = width;
    }
    return most;
}

static double field_ratio(const struct gt_scene *scene, double width)
{
    return (width - frame_width(width)) / (width / sheet - frame_height(scene, width));
}

static void fill_layout(const struct gt_scene *scene, struct gt_layout *layout)
{
    *layout = (struct gt_layout){
        .box = gt_xcalloc(scene->n_boxes, sizeof *layout->box),
        .tie = gt_xcalloc((size_t)scene->n_lines + 1, sizeof *layout->tie),
        .zone = gt_xcalloc(scene->n_zones, sizeof *layout->zone),
        .n_boxes = scene->n_boxes,
        .n_ties = scene->n_lines,
        .n_zones = scene->n_zones,
        .seed = scene->options->seed,
    };
    for (uint32_t i = 0; i < scene->n_boxes; i++) {
        const struct gt_scene_box *box = &scene->boxes[i];
        layout->box[i] = (struct gt_layout_box){.width = gt_rect_width(&box->rect),
                                                .height = gt_rect_height(&box->rect),
                                                .zone = box->zone};
    }
    for (uint32_t i = 0; i < scene->n_lines; i++)
        layout->tie[i] = (struct gt_layout_tie){scene->lines[i].from, scene->lines[i].to};
}

/* Sets the page around the zones; a small map gets a whole sheet all the same. */
static void size_page(struct gt_scene *scene, struct gt_layout *layout)
{
    struct gt_rect *zone = layout->zone;
    uint32_t n = layout->n_zones;
    double padding = n > 1 ? zone_padding : 0;
    double width = zone[n - 1].right + 2 * padding, height = gt_rect_height(&zone[0]) + 2 * padding;
    scene->width = page_width(scene, width, height, 0);
    scene->height = scene->width / sheet;
    scene->scale = scale_of(scene->width);
    /* what is left over goes to the zones, by their widths */
    double room = scene->width - frame_width(scene->width);
    double stretch = (room - 2 * padding * n) / (width - 2 * padding * n);
    double top = scene->width * margin + (head + (n > 1 ? zone_head : 0)) * scene->scale + padding;
    double bottom = top + scene->height - frame_height(scene, scene->width) - 2 * padding;
    double left = scene->width * margin + padding;
    for (uint32_t z = 0; z < n; z++) {
        double wide = gt_rect_width(&zone[z]) * stretch;
        zone[z] = (struct gt_rect){left, top, left + wide, bottom};
        left += wide + 2 * padding;
    }
}

static void place_boxes(struct gt_scene *scene, const struct gt_layout *layout)
{
    for (uint32_t i = 0; i < scene->n_boxes; i++)
        scene->boxes[i].rect = gt_layout_rect(&layout->box[i]);
    double padding = scene->n_zones > 1 ? zone_padding : 0;
    for (uint32_t z = 0; z < scene->n_zones; z++) {
        scene->zones[z].field = layout->zone[z];
        struct gt_rect ground = gt_rect_grow(&layout->zone[z], padding - 1);
        ground.top -= scene->n_zones > 1 ? scene->scale * zone_head : 0;
        scene->zones[z].ground = ground;
    }
}

/* The documents that state what is drawn, as flags that the caller frees. */
static bool *used_documents(const struct gt_scene *scene)
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

/* "长宁、普陀创新生态图谱": the districts whose replies state what is drawn. */
static const char *title_of_districts(struct gt_scene *scene)
{
    enum gt_lang lang = scene->options->lang;
    gt_districts seen = 0;
    bool *used = used_documents(scene);
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
    const char *title = gt_arena_text(&scene->arena, gt_buffer_string(&out), out.n);
    gt_buffer_fini(&out);
    return title;
}

static const char *made_title(struct gt_scene *scene)
{
    enum gt_lang lang = scene->options->lang;
    const bool *centre = scene->options->centre;
    for (uint32_t i = 0; centre && i < scene->n_boxes; i++)
        if (centre[scene->boxes[i].node])
            return gt_arena_format(&scene->arena, gt_say(lang, "Around %s", "%s的周边关系"),
                                   gt_node_label(&scene->graph->nodes[scene->boxes[i].node], lang));
    if (scene->n_zones == 1)
        return title_of_districts(scene);
    return gt_arena_format(&scene->arena, "%s%s%s%s", scene->zones[0].title,
                           gt_say(lang, " and ", "区与"), scene->zones[2].title,
                           gt_say(lang, ": two innovation ecosystems", "区：两区创新生态对照"));
}

static void add_title(struct gt_scene *scene)
{
    const struct gt_map_options *options = scene->options;
    enum gt_lang lang = options->lang;
    double left = scene->width * margin, top = scene->width * margin;
    const char *title = options->title ? options->title : made_title(scene);
    const char *subtitle = options->subtitle
                               ? options->subtitle
                               : gt_arena_format(&scene->arena, "%u%s%u%s", scene->n_boxes,
                                                 gt_say(lang, " nodes, ", " 个节点，"),
                                                 scene->n_lines, gt_say(lang, " lines", " 条连线"));
    double font = 24 * scene->scale, room = scene->width * (1 - 2 * margin);
    font = fmin(font, room * 1000 / (gt_label_width(title) + 1));
    gt_scene_add_text(scene, "title", title, (struct gt_point){left, top + 14 * scene->scale}, font,
                      GT_ALIGN_LEFT, scene->theme->ink);
    font = fmin(11 * scene->scale, room * 1000 / (gt_label_width(subtitle) + 1));
    gt_scene_add_text(scene, "subtitle", subtitle, (struct gt_point){left, top + 40 * scene->scale},
                      font, GT_ALIGN_LEFT, scene->theme->quiet);
}

static void add_zone_titles(struct gt_scene *scene)
{
    for (uint32_t z = 0; scene->n_zones > 1 && z < scene->n_zones; z++) {
        const struct gt_scene_zone *zone = &scene->zones[z];
        const char *text = gt_arena_format(&scene->arena, "%s  %u", zone->title, zone->n_boxes);
        struct gt_point at = {(zone->ground.left + zone->ground.right) / 2,
                              zone->ground.top + scene->scale * zone_head * 0.6};
        gt_scene_add_text(scene, "heading", text, at, 16 * scene->scale, GT_ALIGN_CENTRE,
                          scene->theme->ink);
    }
}

/* The documents that state what is drawn: "来源：长商务发〔2024〕5号；…" */
static const char *source_line(struct gt_scene *scene)
{
    const struct gt_graph *graph = scene->graph;
    enum gt_lang lang = scene->options->lang;
    bool *used = used_documents(scene);
    struct gt_buffer out = {0};
    for (uint32_t d = 0; d < graph->n_documents; d++) {
        const struct gt_document *document = &graph->documents[d];
        if (used[d])
            gt_buffer_format(&out, "%s%s",
                             out.n ? gt_say(lang, "; ", "；") : gt_say(lang, "Source: ", "来源："),
                             document->number ? document->number : document->title);
    }
    const char *text = gt_arena_text(&scene->arena, gt_buffer_string(&out), out.n);
    gt_buffer_fini(&out);
    free(used);
    return text;
}

static const char *stamp_line(struct gt_scene *scene)
{
    const struct gt_map_options *options = scene->options;
    const struct gt_map_quality *quality = &scene->quality;
    enum gt_lang lang = options->lang;
    return gt_arena_format(&scene->arena, "graphtool %s · %s %u · %s %u · %s %u · %s %u%s%s",
                           GT_VERSION, gt_say(lang, "seed", "种子"), options->seed,
                           gt_say(lang, "overlaps", "重叠"), quality->overlaps,
                           gt_say(lang, "crossings", "交叉"), quality->crossings,
                           gt_say(lang, "lines behind boxes", "被遮连线"), quality->passes,
                           options->stamp ? " · " : "", options->stamp ? options->stamp : "");
}

static void add_footer_line(struct gt_scene *scene, const char *text, double y)
{
    double room = scene->width * (1 - 2 * margin), font = 7.5 * scene->scale;
    font = fmin(font, room * 1000 / (gt_label_width(text) + 1));
    if (*text)
        gt_scene_add_text(scene, "footer", text, (struct gt_point){scene->width * margin, y}, font,
                          GT_ALIGN_LEFT, scene->theme->quiet);
}

static void add_bottom(struct gt_scene *scene)
{
    double bottom = scene->height - scene->width * margin;
    double legend_bottom = bottom - scene->scale * foot;
    struct gt_rect legend = {scene->width * margin, legend_bottom - scene->scale * legend_height,
                             scene->width * (1 - margin), legend_bottom};
    gt_scene_add_legend(scene, &legend);
    add_footer_line(scene, source_line(scene), bottom - 15 * scene->scale);
    add_footer_line(scene, stamp_line(scene), bottom - 4 * scene->scale);
}

bool gt_scene_arrange(struct gt_scene *scene, struct gt_error *err)
{
    struct gt_layout layout;
    scene->zone_padding = zone_padding;
    fill_layout(scene, &layout);
    double page = page_width(scene, 0, 0, gt_layout_area(&layout));
    bool done = gt_layout_run(&layout, field_ratio(scene, page), 2 * zone_padding, err);
    if (done) {
        size_page(scene, &layout);
        gt_layout_fill(&layout, most_stretch);
        place_boxes(scene, &layout);
        gt_scene_route(scene);
        add_title(scene);
        add_zone_titles(scene);
        add_bottom(scene);
    }
    free(layout.box);
    free(layout.tie);
    free(layout.zone);
    return done;
}
