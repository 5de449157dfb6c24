/* page.c: the page: title above, the field with its zones, legend and source below.
 *
 * Titles and legend grow with the page, but slower: on a large sheet they leave more room to the
 * map, on a small one they stay legible. */
#include "map/flow.h"
#include "map/layout.h"
#include "map/scene.h"
#include "map/stage.h"

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

static double frame_height(double width)
{
    double furniture = head + legend_height + foot + 2 * space;
    return frame_width(width) + furniture * scale_of(width);
}

/* The least page width at which the field is that wide and high, or that large (height 0). */
static double page_width(double wide, double high, double area)
{
    double low = least_width, most = 1e7;
    for (int i = 0; i < 60; i++) {
        double width = (low + most) / 2;
        double w = width - frame_width(width), h = width / sheet - frame_height(width);
        if (w >= wide && h >= high && w * h >= area)
            most = width;
        else
            low = width;
    }
    return most;
}

static double field_ratio(double width)
{
    return (width - frame_width(width)) / (width / sheet - frame_height(width));
}

/* How often the layout stands on the page. */
static uint32_t count_pictures(const struct gt_scene *scene)
{
    return gt_scene_doubles(scene->options) ? 2 : 1;
}

/* Sets the page around the cells; what is left over goes to them. */
static void size_page(struct gt_scene *scene, struct gt_layout *layout)
{
    uint32_t pictures = count_pictures(scene);
    struct gt_point extent = gt_layout_extent(layout);
    scene->width = page_width(extent.x * pictures, extent.y, 0);
    scene->height = scene->width / sheet;
    scene->scale = scale_of(scene->width);
    double room = (scene->width - frame_width(scene->width)) / pictures;
    gt_layout_scale(layout, room / extent.x,
                    (scene->height - frame_height(scene->width)) / extent.y);
    double left = scene->width * margin, top = left + head * scene->scale;
    for (uint32_t z = 0; z < layout->n_zones; z++) {
        struct gt_rect *cell = &layout->cell[z], *zone = &layout->zone[z];
        cell->left += left, cell->right += left, cell->top += top, cell->bottom += top;
        zone->left += left, zone->right += left, zone->top += top, zone->bottom += top;
    }
    for (uint32_t i = 0; i < layout->n_boxes; i++)
        layout->box[i].x += left, layout->box[i].y += top;
}

static void set_zones(struct gt_scene *scene, const struct gt_layout *layout)
{
    double shift = gt_rect_width(&layout->cell[0]);
    for (uint32_t z = 0; z < scene->n_zones; z++) {
        struct gt_scene_zone *zone = &scene->zones[z];
        bool second = z >= layout->n_zones;
        zone->field = layout->zone[second ? 0 : z];
        zone->ground = gt_rect_grow(&layout->cell[second ? 0 : z], scene->n_zones > 1 ? -1 : 0);
        if (second) {
            zone->field.left += shift, zone->field.right += shift;
            zone->ground.left += shift, zone->ground.right += shift;
        }
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
    if (!gt_scene_compares(scene->options))
        return title_of_districts(scene);
    return gt_arena_format(&scene->arena, "%s%s%s%s", scene->zones[0].title,
                           gt_say(lang, " and ", "区与"), scene->zones[scene->n_zones - 1].title,
                           gt_say(lang, ": two innovation ecosystems", "区：两区创新生态对照"));
}

static uint32_t count_nodes(const struct gt_scene *scene)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < scene->n_boxes; i++)
        n += scene->boxes[i].twin == GT_NONE || scene->boxes[i].twin > i;
    return n;
}

/* What is drawn, and what is not. */
static const char *make_subtitle(struct gt_scene *scene)
{
    const struct gt_map_options *options = scene->options;
    enum gt_lang lang = options->lang;
    const char *text = options->subtitle;
    if (!text)
        text = gt_arena_format(&scene->arena, "%u%s%u%s", count_nodes(scene),
                               gt_say(lang, " nodes, ", " 个节点，"), scene->n_lines,
                               gt_say(lang, " lines", " 条连线"));
    if (scene->left_out)
        text = gt_arena_format(&scene->arena,
                               gt_say(lang, "%s; %u ties between the two are not drawn",
                                      "%s；未画两区之间的关系 %u 条"),
                               text, scene->left_out);
    if (scene->quality.labelled < scene->n_boxes)
        text = gt_arena_format(
            &scene->arena, gt_say(lang, "%s; the %u largest have labels", "%s；最大的 %u 个有标签"),
            text, scene->quality.labelled);
    if (scene->hidden_amounts)
        text = gt_arena_format(&scene->arena,
                               gt_say(lang, "%s; %u amounts without room", "%s；%u 个金额无处标注"),
                               text, scene->hidden_amounts);
    if (options->left_out)
        text = gt_arena_format(&scene->arena, "%s%s%s", text, gt_say(lang, "; ", "；"),
                               options->left_out);
    return text;
}

static void add_title(struct gt_scene *scene)
{
    const struct gt_map_options *options = scene->options;
    double left = scene->width * margin, top = scene->width * margin;
    const char *title = options->title ? options->title : made_title(scene);
    const char *subtitle = make_subtitle(scene);
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
                              zone->ground.top + scene->zone_head * 0.55};
        double font = scene->zone_head * (scene->options->group ? 0.5 : 0.59);
        double room = gt_rect_width(&zone->ground) - font;
        font = fmin(font, room * 1000 / (gt_label_width(text) + 1));
        gt_scene_add_text(scene, "heading", text, at, font, GT_ALIGN_CENTRE, scene->theme->ink);
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
    enum gt_lang lang = options->lang;
    return gt_arena_format(&scene->arena, "graphtool %s · %s %u · %s%s%s", GT_VERSION,
                           gt_say(lang, "seed", "种子"), scene->seed,
                           gt_quality_text(&scene->quality, lang, &scene->arena),
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

/* A small map that groups, or a large comparison: headings grow with the page that is expected. */
static void set_frame(struct gt_scene *scene, double page)
{
    scene->scale = scale_of(page);
    scene->zone_padding = scene->n_zones > 1 ? zone_padding : 0;
    scene->zone_head = scene->n_zones > 1 ? zone_head * scene->scale : 0;
}

static double needed_area(const struct gt_scene *scene)
{
    double area = 0;
    for (uint32_t i = 0; i < scene->n_boxes; i++) {
        const struct gt_rect *rect = &scene->boxes[i].rect;
        area += gt_layout_needs(
            &(struct gt_layout_box){.width = gt_rect_width(rect), .height = gt_rect_height(rect)});
    }
    return area;
}

/* Sets a layout in the middle of its cell as it was before the page was sized around it. */
static void keep_shape(struct gt_stage *stage, const struct gt_layout_box *old)
{
    struct gt_layout *layout = &stage->layout;
    struct gt_rect all = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (uint32_t i = 0; i < layout->n_boxes; i++) {
        struct gt_rect rect = gt_layout_rect(&old[i]);
        all.left = fmin(all.left, rect.left), all.right = fmax(all.right, rect.right);
        all.top = fmin(all.top, rect.top), all.bottom = fmax(all.bottom, rect.bottom);
    }
    const struct gt_rect *cell = &layout->cell[0];
    stage->moved = (struct gt_point){(cell->left + cell->right - all.left - all.right) / 2,
                                     (cell->top + cell->bottom - all.top - all.bottom) / 2};
    for (uint32_t i = 0; i < layout->n_boxes; i++) {
        layout->box[i].x = old[i].x + stage->moved.x;
        layout->box[i].y = old[i].y + stage->moved.y;
    }
}

/* Lines as the layout wants them, with their amounts. */
static void draw_lines(struct gt_scene *scene, struct gt_stage *stage)
{
    if (gt_scene_layout(scene) != GT_MAP_LAYERED) {
        gt_scene_route(scene);
        return;
    }
    for (uint32_t i = 0; i < scene->n_lines; i++) {
        stage->bend[i].first += stage->moved.y;
        stage->bend[i].last += stage->moved.y;
    }
    gt_flow_route(scene, stage->bend);
    gt_flow_name_amounts(scene);
    gt_flow_place_amounts(scene);
}

/* One try: layout, page, lines, and what they are like. */
static bool lay_out(struct gt_scene *scene, struct gt_stage *stage, struct gt_error *err)
{
    double page = page_width(0, 0, needed_area(scene));
    set_frame(scene, page);
    gt_flow_name_amounts(scene);
    gt_stage_init(stage, scene);
    if (!gt_stage_run(stage, field_ratio(page) / count_pictures(scene), err))
        return false;
    struct gt_layout *layout = &stage->layout;
    struct gt_point before = gt_layout_extent(layout);
    struct gt_layout_box *old = gt_xcalloc((size_t)layout->n_boxes + 1, sizeof *old);
    memcpy(old, layout->box, layout->n_boxes * sizeof *old);
    size_page(scene, layout);
    struct gt_rect after = stage->layout.cell[0];
    bool drawn_to_shape = gt_scene_layout(scene) == GT_MAP_RINGS;
    if (gt_scene_layout(scene) == GT_MAP_LAYERED) { /* columns and heights stay as they are */
        keep_shape(stage, old);
        drawn_to_shape = true;
    }
    double x_factor = drawn_to_shape ? gt_rect_width(&after) / before.x : 1;
    double y_factor = drawn_to_shape ? gt_rect_height(&after) / before.y : 1;
    if (!drawn_to_shape) {
        memcpy(layout->box, old, layout->n_boxes * sizeof *old);
        gt_layout_fill(layout, most_stretch);
    }
    free(old);
    set_zones(scene, &stage->layout);
    gt_stage_place(stage, gt_rect_width(&stage->layout.cell[0]));
    if (stage->n_rings)
        gt_stage_add_rings(stage, x_factor, y_factor);
    draw_lines(scene, stage);
    gt_scene_measure(scene);
    return true;
}

/* Tries layouts with seeds from the first on, and leaves the seed of the best. */
static bool choose_seed(struct gt_scene *scene, struct gt_error *err)
{
    uint32_t best = scene->seed, tries = scene->options->effort;
    double least = INFINITY;
    for (uint32_t i = 0; i < tries; i++) {
        struct gt_stage stage;
        scene->seed = scene->options->seed + i;
        bool done = lay_out(scene, &stage, err);
        gt_stage_fini(&stage);
        if (!done)
            return false;
        if (scene->quality.score < least)
            least = scene->quality.score, best = scene->seed;
    }
    scene->seed = best;
    return true;
}

bool gt_scene_arrange(struct gt_scene *scene, struct gt_error *err)
{
    struct gt_stage stage;
    if (scene->options->effort > 1 && !choose_seed(scene, err))
        return false;
    bool done = lay_out(scene, &stage, err);
    if (done) {
        add_title(scene);
        add_zone_titles(scene);
        gt_stage_add_headings(&stage);
        gt_stage_add_ring_names(&stage);
        if (gt_scene_layout(scene) == GT_MAP_LAYERED)
            gt_flow_add_amounts(scene);
        add_bottom(scene);
    }
    gt_stage_fini(&stage);
    return done;
}
