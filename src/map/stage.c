/* stage.c: see stage.h. Boxes that no line reaches would be scattered by any force; they are packed
 * into rows in the lower left corner of their zone. */
#include "map/stage.h"

#include "map/amount.h"
#include "map/improve.h"
#include "map/steps.h"

#include "base/memory.h"
#include "base/strmap.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double block_gap = 6, block_shape = 2.6; /* width to height */

/* --- places ------------------------------------------------------------------------------------
 */

/* True for each box that a line reaches, in either picture. The caller frees. */
static bool *find_tied(const struct gt_scene *scene)
{
    bool *tied = gt_xcalloc((size_t)scene->n_boxes + 1, sizeof *tied);
    for (uint32_t i = 0; i < scene->n_lines; i++)
        tied[scene->lines[i].from] = tied[scene->lines[i].to] = true;
    for (uint32_t i = 0; i < scene->n_boxes; i++) {
        uint32_t twin = scene->boxes[i].twin;
        tied[i] = tied[i] || twin != GT_NONE || scene->boxes[i].heavy;
        if (scene->zones[scene->boxes[i].zone].n_boxes < 2)
            tied[i] = true;
    }
    return tied;
}

struct gt_point gt_stage_extent(const struct gt_scene_box *box)
{
    enum { PARTS = 64 };
    return (struct gt_point){round(gt_rect_width(&box->rect) * PARTS) / PARTS,
                             round(gt_rect_height(&box->rect) * PARTS) / PARTS};
}

static uint32_t add_place(struct gt_stage *stage, const struct gt_layout_box *box)
{
    stage->layout.box[stage->layout.n_boxes] = *box;
    return stage->layout.n_boxes++;
}

static struct gt_layout_box place_of(const struct gt_stage *stage, uint32_t number)
{
    const struct gt_scene_box *box = &stage->scene->boxes[number];
    bool doubles = gt_scene_doubles(stage->scene->options);
    return (struct gt_layout_box){.width = gt_stage_extent(box).x,
                                  .height = gt_stage_extent(box).y,
                                  .zone = doubles ? 0 : box->zone,
                                  .plane = doubles && box->twin == GT_NONE ? box->zone + 1 : 0};
}

static void add_tied(struct gt_stage *stage, const bool *tied)
{
    for (uint32_t i = 0; i < stage->scene->n_boxes; i++) {
        uint32_t twin = stage->scene->boxes[i].twin;
        if (!tied[i])
            continue;
        struct gt_layout_box place = place_of(stage, i);
        stage->place[i] =
            twin != GT_NONE && twin < i ? stage->place[twin] : add_place(stage, &place);
    }
}

/* Sets the loose boxes of a zone in rows; their offsets are from the block's upper left corner
 * until its size is known. */
static void add_block(struct gt_stage *stage, const bool *tied, uint32_t zone)
{
    const struct gt_scene *scene = stage->scene;
    double area = 0, widest = 0, x = 0, y = stage->block_head, row = 0, width = 0;
    uint32_t n = 0, first = 0;
    for (uint32_t i = 0; i < scene->n_boxes; i++) {
        struct gt_point extent = gt_stage_extent(&scene->boxes[i]);
        if (tied[i] || scene->boxes[i].zone != zone)
            continue;
        first = n++ ? first : i;
        widest = fmax(widest, extent.x);
        area += (extent.x + block_gap) * (extent.y + block_gap);
    }
    if (!n)
        return;
    double room = fmax(sqrt(area * block_shape), fmax(widest, stage->block_head * 5));
    for (uint32_t i = first; i < scene->n_boxes; i++) {
        double wide = gt_stage_extent(&scene->boxes[i]).x,
               high = gt_stage_extent(&scene->boxes[i]).y;
        if (tied[i] || scene->boxes[i].zone != zone)
            continue;
        if (x > 0 && x + wide > room) {
            y += row + block_gap;
            x = row = 0;
        }
        stage->offset[i] = (struct gt_point){x + wide / 2, y + high / 2};
        row = fmax(row, high);
        width = fmax(width, x + wide);
        x += wide + block_gap;
    }
    struct gt_layout_box block = place_of(stage, first);
    block.width = fmax(width, stage->block_head * 5);
    block.height = y + row;
    block.fixed = true;
    uint32_t place = add_place(stage, &block);
    for (uint32_t i = first; i < scene->n_boxes; i++) {
        if (tied[i] || scene->boxes[i].zone != zone)
            continue;
        stage->place[i] = place;
        stage->offset[i].x -= block.width / 2;
        stage->offset[i].y -= block.height / 2;
    }
    stage->block_zone[stage->n_blocks++] = zone;
}

void gt_stage_init(struct gt_stage *stage, struct gt_scene *scene)
{
    size_t n = scene->n_boxes, m = scene->n_lines;
    uint32_t zones = gt_scene_doubles(scene->options) ? 1 : scene->n_zones;
    *stage = (struct gt_stage){
        .scene = scene,
        .layout = {.box = gt_xcalloc(n + 1, sizeof(struct gt_layout_box)),
                   .tie = gt_xcalloc(m + 1, sizeof(struct gt_layout_tie)),
                   .zone = gt_xcalloc(zones, sizeof(struct gt_rect)),
                   .cell = gt_xcalloc(zones, sizeof(struct gt_rect)),
                   .n_ties = scene->n_lines,
                   .n_zones = zones,
                   .frame = {scene->zone_padding, scene->zone_head},
                   .patches = scene->options->group && scene->n_zones > 1,
                   .fill = scene->fill,
                   .seed = scene->seed},
        .place = gt_xcalloc(n + 1, sizeof(uint32_t)),
        .offset = gt_xcalloc(n + 1, sizeof(struct gt_point)),
        .block_zone = gt_xcalloc(scene->n_zones, sizeof(uint32_t)),
        .block_head = fmax(13 * scene->scale, scene->least_font / 0.6),
        .hop = gt_xcalloc(n + 1, sizeof(uint32_t)),
        .ring = gt_xcalloc(n + 1, sizeof(struct gt_layout_ring)),
    };
    bool *tied = find_tied(scene);
    add_tied(stage, tied);
    for (uint32_t z = 0; z < scene->n_zones; z++)
        add_block(stage, tied, z);
    for (uint32_t i = 0; i < m; i++)
        stage->layout.tie[i] = (struct gt_layout_tie){stage->place[scene->lines[i].from],
                                                      stage->place[scene->lines[i].to]};
    free(tied);
}

void gt_stage_fini(struct gt_stage *stage)
{
    free(stage->layout.box);
    free(stage->layout.tie);
    free(stage->layout.zone);
    free(stage->layout.cell);
    free(stage->place);
    free(stage->offset);
    free(stage->block_zone);
    free(stage->hop);
    free(stage->ring);
    gt_layout_stops_fini(&stage->stops);
}

/* --- the layouts -------------------------------------------------------------------------------
 */

/* Ties from the centres to each place; what they do not reach is put with the loose ones, beyond
 * the last ring. */
static void find_hops(struct gt_stage *stage)
{
    const struct gt_layout *layout = &stage->layout;
    uint32_t last = 0;
    for (uint32_t i = 0; i < layout->n_boxes; i++)
        stage->hop[i] = GT_NONE;
    for (uint32_t i = 0; i < stage->scene->n_boxes; i++)
        if (stage->scene->options->centre[stage->scene->boxes[i].node])
            stage->hop[stage->place[i]] = 0;
    for (bool moved = true; moved;) {
        moved = false;
        for (uint32_t e = 0; e < layout->n_ties; e++) {
            uint32_t a = layout->tie[e].from, b = layout->tie[e].to;
            for (int end = 0; end < 2; end++) {
                uint32_t p = end ? b : a, q = end ? a : b;
                if (stage->hop[p] == last && stage->hop[q] == GT_NONE) {
                    stage->hop[q] = last + 1;
                    moved = true;
                }
            }
        }
        last += moved;
    }
}

static void lay_out_layers(struct gt_stage *stage, double ratio)
{
    double *width = gt_xcalloc((size_t)stage->scene->n_lines + 1, sizeof *width);
    for (uint32_t i = 0; i < stage->scene->n_lines; i++)
        width[i] = gt_amount_width(stage->scene, i);
    gt_layout_stops_fini(&stage->stops);
    gt_layout_layers(&stage->layout, ratio, width, &stage->stops);
    free(width);
}

bool gt_stage_run(struct gt_stage *stage, double ratio, struct gt_error *err)
{
    struct gt_scene *scene = stage->scene;
    switch (gt_scene_layout(scene)) {
    case GT_MAP_RINGS:
        find_hops(stage);
        stage->n_rings = gt_layout_rings(&stage->layout, stage->hop, ratio, stage->ring);
        gt_layout_reseat(&stage->layout, GT_GAP / 2, stage->hop);
        return true;
    case GT_MAP_LAYERED:
        lay_out_layers(stage, ratio);
        return true;
    case GT_MAP_AUTO:
    case GT_MAP_FORCE:
    case GT_MAP_OVERVIEW:
        break;
    }
    return gt_layout_run(&stage->layout, ratio, err);
}

void gt_stage_place(const struct gt_stage *stage, double shift)
{
    struct gt_scene *scene = stage->scene;
    bool doubles = gt_scene_doubles(scene->options);
    for (uint32_t i = 0; i < scene->n_boxes; i++) {
        struct gt_scene_box *box = &scene->boxes[i];
        const struct gt_layout_box *place = &stage->layout.box[stage->place[i]];
        struct gt_point extent = gt_stage_extent(box);
        /* whole points: sharp frames on a screen, and short numbers */
        box->rect.left = round(place->x + stage->offset[i].x - extent.x / 2) +
                         (doubles && box->zone ? round(shift) : 0);
        box->rect.top = round(place->y + stage->offset[i].y - extent.y / 2);
        box->rect.right = box->rect.left + extent.x;
        box->rect.bottom = box->rect.top + extent.y;
    }
}

void gt_stage_add_headings(const struct gt_stage *stage)
{
    struct gt_scene *scene = stage->scene;
    for (uint32_t i = 0; i < stage->n_blocks; i++) {
        uint32_t place = stage->layout.n_boxes - stage->n_blocks + i, n = 0;
        struct gt_rect all = {INFINITY, INFINITY, -INFINITY, -INFINITY};
        for (uint32_t k = 0; k < scene->n_boxes; k++) {
            if (stage->place[k] != place)
                continue;
            all.left = fmin(all.left, scene->boxes[k].rect.left);
            all.top = fmin(all.top, scene->boxes[k].rect.top);
            n++;
        }
        const struct gt_text lead = GT_TEXT("No ties here", "图中无连线");
        const char *text = gt_arena_format(&scene->arena, "%s %u", gt_scene_say(scene, &lead), n);
        struct gt_point at = {all.left, all.top - stage->block_head / 2};
        gt_scene_add_text(scene, "heading", text, at, stage->block_head * 0.62, GT_ALIGN_LEFT,
                          scene->theme->quiet);
        scene->items[scene->n_items - 1].fill =
            scene->n_zones > 1 ? scene->zones[stage->block_zone[i]].fill : scene->theme->page;
    }
}

static const char *ring_title(struct gt_scene *scene, uint32_t hops)
{
    struct gt_text text = hops == 1 ? gt_arena_say(&scene->arena, "%u tie away", "%u 步", hops)
                                    : gt_arena_say(&scene->arena, "%u ties away", "%u 步", hops);
    enum gt_lang lang = scene->options->lang;
    return scene->options->both
               ? gt_arena_format(&scene->arena, "%s · %s", text.in[lang], text.in[!lang])
               : text.in[lang];
}

void gt_stage_add_rings(const struct gt_stage *stage, double x_factor, double y_factor)
{
    struct gt_scene *scene = stage->scene;
    struct gt_rect centre = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (uint32_t i = 0; i < scene->n_boxes; i++) {
        const struct gt_rect *rect = &scene->boxes[i].rect;
        if (stage->hop[stage->place[i]] != 0)
            continue;
        centre.left = fmin(centre.left, rect->left), centre.right = fmax(centre.right, rect->right);
        centre.top = fmin(centre.top, rect->top), centre.bottom = fmax(centre.bottom, rect->bottom);
    }
    free(scene->rings);
    scene->rings = gt_xcalloc((size_t)stage->n_rings + 1, sizeof *scene->rings);
    scene->n_rings = stage->n_rings;
    for (uint32_t i = 0; i < stage->n_rings; i++)
        scene->rings[i] = (struct gt_scene_ring){
            .middle = {(centre.left + centre.right) / 2, (centre.top + centre.bottom) / 2},
            .x_radius = stage->ring[i].x_radius * x_factor,
            .y_radius = stage->ring[i].y_radius * y_factor,
            .title = ring_title(scene, i + 1)};
}

/* Lines that run under a rectangle; GT_NONE when it meets a box or leaves the field. */
static uint32_t count_under(const struct gt_scene *scene, const struct gt_rect *rect)
{
    uint32_t under = 0;
    if (!gt_rect_holds(&scene->zones[0].field, rect))
        return GT_NONE;
    for (uint32_t i = 0; i < scene->n_boxes; i++)
        if (gt_rects_overlap(&scene->boxes[i].rect, rect))
            return GT_NONE;
    for (uint32_t i = 0; i < scene->n_lines; i++)
        under += gt_path_meets(&scene->lines[i].path, rect);
    return under;
}

void gt_stage_add_ring_names(const struct gt_stage *stage)
{
    enum { ANGLES = 72 };
    static const double up = -1.5707963267948966, step = 0.08726646259971647;
    struct gt_scene *scene = stage->scene;
    double font = fmax(9 * scene->scale, scene->least_font * 1.05);
    for (uint32_t i = 0; i < scene->n_rings; i++) {
        const struct gt_scene_ring *ring = &scene->rings[i];
        double width = gt_label_width(ring->title) * font / 1000 + font;
        uint32_t least = GT_NONE;
        struct gt_point best = {0, 0};
        for (int k = 0; k < ANGLES && least > 0; k++) { /* from the top to both sides */
            double angle = up + step * ((k + 1) / 2) * (k % 2 ? 1 : -1);
            struct gt_point at = {ring->middle.x + ring->x_radius * cos(angle),
                                  ring->middle.y + ring->y_radius * sin(angle)};
            struct gt_rect rect = gt_rect_around(at.x, at.y, width, font * 1.6);
            uint32_t under = count_under(scene, &rect);
            if (under < least)
                least = under, best = at;
        }
        if (least == GT_NONE)
            continue;
        gt_scene_add_text(scene, "ring-name", ring->title, best, font, GT_ALIGN_CENTRE,
                          scene->theme->quiet);
        scene->items[scene->n_items - 1].fill = scene->theme->page;
    }
}
