/* layer.h: boxes in layers from left to right along directed ties. */
#ifndef GT_MAP_LAYER_H
#define GT_MAP_LAYER_H

#include "map/layering.h"

/* The ways of each tie through the columns that it passes, from its source on: at[offset[tie] ..
 * offset[tie + 1]). */
struct gt_layout_stops {
    uint32_t *offset; /* [n_ties + 1] */
    struct gt_layout_stop *at;
    struct gt_layout_stop *column; /* [n_boxes] the sides of the column that a box stands in */
};
void gt_layout_stops_fini(struct gt_layout_stops *stops);

/* Places the boxes of one zone in columns: ties run to the right, with room for their labels
 * (label_width, [n_ties], 0 for none) on the way. What is not connected stands apart; all of it
 * fills the ratio of width to height. Sets the cell around all and fills zeroed stops. */
void gt_layout_layers(struct gt_layout *layout, double ratio, const double *label_width,
                      struct gt_layout_stops *stops);

#endif
