/* layer.h: boxes in layers from left to right along directed ties. */
#ifndef GT_MAP_LAYER_H
#define GT_MAP_LAYER_H

#include "map/layout.h"

/* Places the boxes of one zone in columns: ties run to the right, with room of `label_width` (0 for
 * none) on the way, more where the ratio of width to height asks for it. A fixed box comes below.
 * Sets the cell around all. `bend`, [n_ties], gets the heights at which a tie that spans several
 * layers passes through the second and the last but one; NAN where it spans one. */
struct gt_layout_bend {
    double first, last;
};
void gt_layout_layers(struct gt_layout *layout, double ratio, double label_width,
                      struct gt_layout_bend *bend);

#endif
