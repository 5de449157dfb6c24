/* position.c: where a map puts its nodes, for formats that other programs draw. */
#include "map/map.h"
#include "map/page.h"

#include <math.h>

bool gt_map_positions(const struct gt_graph *graph, const struct gt_selected *selected,
                      const struct gt_map_options *options, double *x, double *y,
                      struct gt_error *err)
{
    struct gt_scene scene = {0};
    bool done =
        gt_scene_make(&scene, graph, selected, options, err) && gt_scene_arrange(&scene, err);
    for (uint32_t i = 0; i < graph->n_nodes; i++)
        x[i] = y[i] = NAN;
    for (uint32_t i = 0; i < scene.n_boxes && done; i++) {
        const struct gt_rect *rect = &scene.boxes[i].rect;
        x[scene.boxes[i].node] = (rect->left + rect->right) / 2;
        y[scene.boxes[i].node] = (rect->top + rect->bottom) / 2;
    }
    gt_scene_fini(&scene);
    return done;
}
