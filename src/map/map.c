/* map.c: the steps from a graph to a picture. */
#include "map/map.h"

#include "base/memory.h"
#include "map/draw.h"
#include "map/page.h"
#include "map/paper.h"
#include "map/scene.h"

#include <stdlib.h>

struct gt_map {
    struct gt_scene scene;
    struct gt_map_options options; /* what the scene was made with */
    struct gt_buffer missing;      /* characters, of the last drawing */
};

bool gt_map_new(const struct gt_graph *graph, const struct gt_selected *selected,
                const struct gt_map_options *options, struct gt_map **map, struct gt_error *err)
{
    *map = gt_xcalloc(1, sizeof **map);
    struct gt_scene *scene = &(*map)->scene;
    (*map)->options = *options;
    bool done = options->paper ? gt_paper_fit(scene, graph, selected, &(*map)->options, err)
                               : gt_scene_make(scene, graph, selected, &(*map)->options, err) &&
                                     gt_scene_arrange(scene, err);
    if (done)
        return true;
    gt_map_free(*map);
    *map = NULL;
    return false;
}

void gt_map_free(struct gt_map *map)
{
    if (!map)
        return;
    gt_scene_fini(&map->scene);
    gt_buffer_fini(&map->missing);
    free(map);
}

bool gt_map_draw(struct gt_map *map, enum gt_map_format format, struct gt_buffer *out,
                 struct gt_error *err)
{
    map->scene.format = format;
    gt_buffer_clear(&map->missing);
    return gt_scene_draw(&map->scene, out, &map->missing, err);
}

const char *gt_map_missing(const struct gt_map *map)
{
    return map->missing.n ? map->missing.bytes : "";
}

const struct gt_map_quality *gt_map_quality(const struct gt_map *map)
{
    return &map->scene.quality;
}

bool gt_map_render(const struct gt_graph *graph, const struct gt_selected *selected,
                   const struct gt_map_options *options, struct gt_buffer *out,
                   struct gt_map_quality *quality, struct gt_error *err)
{
    struct gt_map *map;
    if (!gt_map_new(graph, selected, options, &map, err))
        return false;
    bool done = gt_map_draw(map, options->format, out, err);
    if (done && quality)
        *quality = *gt_map_quality(map);
    gt_map_free(map);
    return done;
}
