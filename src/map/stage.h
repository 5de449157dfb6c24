/* stage.h: between a scene and its layout: which box stands at which place. */
#ifndef GT_MAP_STAGE_H
#define GT_MAP_STAGE_H

#include "map/layer.h"
#include "map/layout.h"
#include "map/ring.h"
#include "map/scene.h"

/* A place of the layout is a box, or a box that stands in two pictures, or a block: all boxes of a
 * zone that no line reaches, in rows under a heading. */
struct gt_stage {
    struct gt_scene *scene;
    struct gt_layout layout;
    uint32_t *place;         /* [n_boxes] of each box */
    struct gt_point *offset; /* [n_boxes] from the middle of its place */
    uint32_t *block_zone;    /* zones of the blocks: places n_places - n_blocks on */
    uint32_t n_blocks;
    double block_head; /* height of a block's heading */
    uint32_t *hop;     /* [n_places] rings: ties to the centre */
    struct gt_layout_ring *ring;
    uint32_t n_rings;
    struct gt_layout_stops stops; /* layers */
};

/* A box's width and height: whole parts of a point, whatever was lost to rounding where it stood,
 * so that a second layout is that of the first. */
struct gt_point gt_stage_extent(const struct gt_scene_box *box);

void gt_stage_init(struct gt_stage *stage, struct gt_scene *scene);
void gt_stage_fini(struct gt_stage *stage);

/* Lays the places out by the scene's layout, about as wide to high as the ratio. */
GT_MUST_USE bool gt_stage_run(struct gt_stage *stage, double ratio, struct gt_error *err);

/* Gives the boxes their places; `shift` is from the first picture to the second. */
void gt_stage_place(const struct gt_stage *stage, double shift);

/* Adds the blocks' headings to the scene, once the boxes are placed. */
void gt_stage_add_headings(const struct gt_stage *stage);

/* Adds the rings' names where no box is; once the rings are there. */
void gt_stage_add_ring_names(const struct gt_stage *stage);

/* The rings, stretched by the factors since the layout, around the centre. */
void gt_stage_add_rings(const struct gt_stage *stage, double x_factor, double y_factor);

#endif
