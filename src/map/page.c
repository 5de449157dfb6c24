/* page.c: the page: the field with its zones, between what furniture.c sets above and below. */
#include "map/page.h"

#include "map/amount.h"
#include "map/flow.h"
#include "map/quality.h"
#include "map/route.h"
#include "map/stage.h"
#include "map/zone.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double sheet = 1.4142135623730951; /* landscape ISO 216 */
static const double least_width = 842;          /* A4 */
static const double zone_head = 27;             /* points at scale 1 */
static const double zone_padding = 10;
static const double most_stretch = 1.7;

/* Width by height of the page. */
static double ratio_of(const struct gt_scene *scene)
{
    const struct gt_paper *paper = scene->options->paper;
    return paper ? paper->width / paper->height : sheet;
}

/* Points around the field: at its sides, and above and below it. */
static double frame_width(double width)
{
    return 2 * GT_MARGIN * width;
}

static double frame_height(struct gt_scene *scene, double width)
{
    return frame_width(width) + gt_furniture_above(scene, width) + gt_furniture_below(scene, width);
}

/* The least page width at which the field is that wide and high, or that large (height 0). */
static double page_width(struct gt_scene *scene, double wide, double high, double area)
{
    double low = ratio_of(scene) >= 1 ? least_width : least_width * ratio_of(scene), most = 1e7;
    for (int i = 0; i < 40; i++) {
        double width = (low + most) / 2;
        double w = width - frame_width(width);
        double h = width / ratio_of(scene) - frame_height(scene, width);
        if (w >= wide && h >= high && w * h >= area)
            most = width;
        else
            low = width;
    }
    return most;
}

static double field_ratio(struct gt_scene *scene, double width)
{
    return (width - frame_width(width)) / (width / ratio_of(scene) - frame_height(scene, width));
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
    scene->width = page_width(scene, extent.x * pictures, extent.y, 0);
    scene->height = scene->width / ratio_of(scene);
    scene->scale = gt_furniture_scale(scene->width);
    double room = (scene->width - frame_width(scene->width)) / pictures;
    gt_layout_scale(layout, room / extent.x,
                    (scene->height - frame_height(scene, scene->width)) / extent.y);
    double left = scene->width * GT_MARGIN;
    double top = left + gt_furniture_above(scene, scene->width);
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

/* A small map that groups, or a large comparison: headings grow with the page that is expected. */
static void set_frame(struct gt_scene *scene, double page)
{
    scene->scale = gt_furniture_scale(page);
    scene->least_font = gt_furniture_least(scene, page);
    scene->zone_padding = scene->n_zones > 1 ? zone_padding : 0;
    scene->zone_head = scene->n_zones > 1 ? zone_head * scene->scale : 0;
}

/* The area that the boxes need; twice that of the larger picture, where two stand side by side. */
static double needed_area(const struct gt_scene *scene)
{
    double area[2] = {0, 0};
    bool doubles = gt_scene_doubles(scene->options);
    for (uint32_t i = 0; i < scene->n_boxes; i++) {
        struct gt_point extent = gt_stage_extent(&scene->boxes[i]);
        area[doubles ? scene->boxes[i].zone : 0] += gt_layout_needs(
            &(struct gt_layout_box){.width = extent.x, .height = extent.y}, scene->fill);
    }
    return doubles ? 2 * fmax(area[0], area[1]) : area[0];
}

double gt_scene_expected_width(struct gt_scene *scene)
{
    return page_width(scene, 0, 0, needed_area(scene));
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
    struct gt_point moved = {(cell->left + cell->right - all.left - all.right) / 2,
                             (cell->top + cell->bottom - all.top - all.bottom) / 2};
    for (uint32_t i = 0; i < layout->n_boxes; i++) {
        layout->box[i].x = old[i].x + moved.x;
        layout->box[i].y = old[i].y + moved.y;
        stage->stops.column[i].left += moved.x, stage->stops.column[i].right += moved.x;
    }
    for (uint32_t i = 0; i < stage->stops.offset[layout->n_ties]; i++) {
        struct gt_layout_stop *stop = &stage->stops.at[i];
        stop->left += moved.x, stop->right += moved.x, stop->y += moved.y;
    }
}

/* Lines as the layout wants them, with their amounts. */
static void draw_lines(struct gt_scene *scene, struct gt_stage *stage)
{
    if (gt_scene_layout(scene) != GT_MAP_LAYERED) {
        gt_scene_route(scene);
        return;
    }
    gt_flow_route(stage);
    gt_amount_name_all(scene);
    gt_amount_place_all(scene);
}

/* One try: layout, page, lines, and what they are like. */
static bool lay_out(struct gt_scene *scene, struct gt_stage *stage, struct gt_error *err)
{
    double page = gt_scene_expected_width(scene);
    set_frame(scene, page);
    gt_amount_name_all(scene);
    gt_stage_init(stage, scene);
    if (!gt_stage_run(stage, field_ratio(scene, page) / count_pictures(scene), err))
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
    scene->n_items = 0; /* those of an earlier try */
    gt_furniture_add_headings(scene);
    gt_stage_add_headings(stage);
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
        gt_furniture_add(scene);
        gt_inset_add(scene);
        gt_stage_add_ring_names(&stage);
        if (gt_scene_layout(scene) == GT_MAP_LAYERED)
            gt_amount_add_all(scene);
    }
    gt_stage_fini(&stage);
    return done;
}
