/* page.c: the page: the field with its zones, between what furniture.c sets above and below. */
#include "map/layout.h"
#include "map/scene.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

static const double sheet = 1.4142135623730951; /* landscape ISO 216 */
static const double least_width = 842;          /* A4 */
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
    for (int i = 0; i < 60; i++) {
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
    scene->height = scene->width / ratio_of(scene);
    /* what is left over goes to the zones, by their widths */
    double room = scene->width - frame_width(scene->width);
    double stretch = (room - 2 * padding * n) / (width - 2 * padding * n);
    double top = scene->width * GT_MARGIN + gt_furniture_above(scene, scene->width) + padding;
    double bottom = top + scene->height - frame_height(scene, scene->width) - 2 * padding;
    double left = scene->width * GT_MARGIN + padding;
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
        ground.top -= gt_furniture_heading(scene, scene->width);
        scene->zones[z].ground = ground;
    }
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
        gt_furniture_add(scene);
    }
    free(layout.box);
    free(layout.tie);
    free(layout.zone);
    return done;
}
