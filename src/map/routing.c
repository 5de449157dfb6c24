/* routing.c: see routing.h: what stands in the field, and what a path would meet there. */
#include "map/routing.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Its own boxes are met by a line that comes so far into them. */
static const double inner = 0.5;

static bool is_heading(const struct gt_scene_item *item)
{
    return strcmp(item->group, "heading") == 0;
}

static struct gt_rect whole_field(const struct gt_scene *scene)
{
    struct gt_rect all = scene->zones[0].field;
    for (uint32_t z = 1; z < scene->n_zones; z++) {
        const struct gt_rect *field = &scene->zones[z].field;
        all.left = fmin(all.left, field->left), all.right = fmax(all.right, field->right);
        all.top = fmin(all.top, field->top), all.bottom = fmax(all.bottom, field->bottom);
    }
    return gt_rect_grow(&all, fmax(scene->zone_padding, 4));
}

void gt_routing_init(struct gt_routing *routing, const struct gt_scene *scene, double clearance)
{
    uint32_t n = scene->n_boxes;
    *routing =
        (struct gt_routing){.scene = scene, .field = whole_field(scene), .clearance = clearance};
    routing->block = gt_xcalloc((size_t)n + scene->n_items + 1, sizeof *routing->block);
    for (uint32_t i = 0; i < n; i++)
        routing->block[i] = scene->boxes[i].rect;
    for (uint32_t i = 0; i < scene->n_items; i++)
        if (is_heading(&scene->items[i]))
            routing->block[n++] = scene->items[i].rect;
    routing->n_blocks = n;
    uint32_t most = n > scene->n_lines ? n : scene->n_lines;
    routing->met = gt_xcalloc((size_t)most + 1, sizeof *routing->met);
    gt_grid_init(&routing->blocks, &routing->field, n);
    gt_grid_init(&routing->lines, &routing->field, scene->n_lines * GT_MARKS_MOST);
    for (uint32_t i = 0; i < n; i++) {
        struct gt_rect rect = gt_rect_grow(&routing->block[i], GT_APART_MOST);
        gt_grid_cover_rect(&routing->blocks, &rect);
        gt_grid_add(&routing->blocks, i);
    }
}

void gt_routing_fini(struct gt_routing *routing)
{
    gt_grid_fini(&routing->blocks);
    gt_grid_fini(&routing->lines);
    free(routing->block);
    free(routing->met);
    *routing = (struct gt_routing){0};
}

struct gt_track gt_track_of(const struct gt_path *path)
{
    struct gt_track track;
    track.n = gt_path_flatten(path, track.mark);
    track.bounds = (struct gt_rect){INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (int i = 0; i < track.n; i++) {
        struct gt_rect *all = &track.bounds;
        all->left = fmin(all->left, track.mark[i].x),
        all->right = fmax(all->right, track.mark[i].x);
        all->top = fmin(all->top, track.mark[i].y),
        all->bottom = fmax(all->bottom, track.mark[i].y);
    }
    return track;
}

static bool is_in(const struct gt_rect *rect, struct gt_point p)
{
    return p.x > rect->left && p.x < rect->right && p.y > rect->top && p.y < rect->bottom;
}

/* The strides of a track between those in the box that it leaves and those in the box it ends in.
 */
static void find_between(const struct gt_routing *routing, const struct gt_scene_line *line,
                         const struct gt_track *track, int *leaves, int *enters)
{
    struct gt_rect from = gt_rect_grow(&routing->block[line->from], -inner);
    struct gt_rect to = gt_rect_grow(&routing->block[line->to], -inner);
    for (*leaves = 0; *leaves + 1 < track->n && is_in(&from, track->mark[*leaves]);)
        ++*leaves;
    for (*enters = track->n - 1; *enters > 0 && is_in(&to, track->mark[*enters]);)
        --*enters;
}

uint32_t gt_routing_passes(struct gt_routing *routing, const struct gt_scene_line *line,
                           const struct gt_track *track)
{
    uint32_t passes = 0;
    int leaves, enters;
    find_between(routing, line, track, &leaves, &enters);
    routing->search++;
    for (int k = 0; k + 1 < track->n; k++) {
        gt_grid_cover_segment(&routing->blocks, track->mark[k], track->mark[k + 1]);
        gt_grid_find(&routing->blocks);
        for (uint32_t i = 0; i < routing->blocks.n_found; i++) {
            uint32_t block = routing->blocks.found[i];
            if (routing->met[block] == routing->search)
                continue;
            bool own = block == line->from || block == line->to;
            struct gt_rect rect =
                gt_rect_grow(&routing->block[block], own ? -inner : routing->clearance);
            if ((block == line->from && k < leaves) || (block == line->to && k >= enters) ||
                !gt_segment_meets(track->mark[k], track->mark[k + 1], &rect))
                continue;
            routing->met[block] = routing->search;
            passes++;
        }
    }
    return passes;
}

uint32_t gt_routing_blockers(struct gt_routing *routing, const struct gt_point way[2], double apart,
                             struct gt_blockers *found)
{
    uint32_t n = 0;
    gt_grid_cover_segment(&routing->blocks, way[0], way[1]);
    gt_grid_find(&routing->blocks);
    for (uint32_t i = 0; i < routing->blocks.n_found; i++) {
        const struct gt_rect *block = &routing->block[routing->blocks.found[i]];
        struct gt_rect rect = gt_rect_grow(block, apart);
        if (is_in(block, way[0]) || is_in(block, way[1]) ||
            !gt_segment_meets(way[0], way[1], &rect))
            continue;
        if (!found)
            return 1;
        if (n < GT_BLOCKERS_MOST)
            found->block[n++] = routing->blocks.found[i];
    }
    return n;
}

bool gt_routing_is_covered(struct gt_routing *routing, struct gt_point p, double apart)
{
    gt_grid_cover_segment(&routing->blocks, p, p);
    gt_grid_find(&routing->blocks);
    for (uint32_t i = 0; i < routing->blocks.n_found; i++) {
        struct gt_rect rect = gt_rect_grow(&routing->block[routing->blocks.found[i]], apart);
        if (is_in(&rect, p))
            return true;
    }
    return false;
}

struct gt_rect gt_routing_field(const struct gt_routing *routing, const struct gt_scene_line *line)
{
    const struct gt_scene *scene = routing->scene;
    if (!gt_scene_doubles(scene->options))
        return routing->field;
    return gt_rect_grow(&scene->zones[scene->boxes[line->from].zone].field,
                        scene->zone_padding - 1);
}
