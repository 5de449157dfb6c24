/* map.c: the steps from a graph to a picture. */
#include "map/map.h"

#include "map/draw.h"
#include "map/scene.h"

bool gt_map_render(const struct gt_graph *graph, const struct gt_selected *selected,
                   const struct gt_map_options *options, struct gt_buffer *out,
                   struct gt_map_quality *quality, struct gt_error *err)
{
    struct gt_scene scene = {0};
    bool done = gt_scene_make(&scene, graph, selected, options, err) &&
                gt_scene_arrange(&scene, err) && gt_scene_draw(&scene, out, err);
    if (done && quality)
        *quality = scene.quality;
    gt_scene_fini(&scene);
    return done;
}
