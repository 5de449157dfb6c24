/* detour.h: ways around what stands in the way of lines. */
#ifndef GT_MAP_DETOUR_H
#define GT_MAP_DETOUR_H

#include "map/routing.h"

/* A way that a line may take. The cost is in lengths of the straight line, about. */
struct gt_way {
    struct gt_path path;
    double cost;
    uint32_t corner[GT_PIECES_MOST]; /* that it turns around, for gt_detours_use() */
    int n_corners;
};

struct gt_detours;
struct gt_detours *gt_detours_new(struct gt_routing *routing);
void gt_detours_free(struct gt_detours *detours);

/* Finds up to `most` smooth ways from a to b that are behind no block; returns how many. */
int gt_detours_find(struct gt_detours *detours, const struct gt_scene_line *line,
                    const struct gt_point end[2], struct gt_way *way, int most);

/* Tells that a line takes a way, or no longer does (by -1): others keep a little off it. */
void gt_detours_use(struct gt_detours *detours, const struct gt_way *way, int by);

#endif
