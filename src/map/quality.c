/* quality.c: what a map leaves to wish for, measured on what is drawn.
 *
 * Stress is that of Kamada and Kawai ("An algorithm for drawing general undirected graphs",
 * Information Processing Letters 31, 1989) per pair, with the scale at which it is least: 0 when
 * distances on the page are those in the graph. In large maps stress is taken from evenly chosen
 * nodes, and crossings from evenly chosen lines. */
#include "map/quality.h"

#include "map/routing.h"

#include "base/memory.h"
#include "base/number.h"

#include <math.h>
#include <stdlib.h>

enum { SOURCES_MOST = 300, LINES_MOST = 4000 };

static bool cross(const struct gt_track *a, const struct gt_track *b)
{
    if (!gt_rects_overlap(&a->bounds, &b->bounds))
        return false;
    for (int i = 0; i + 1 < a->n; i++) {
        struct gt_point from = a->mark[i], to = a->mark[i + 1];
        if (fmax(from.x, to.x) < b->bounds.left || fmin(from.x, to.x) > b->bounds.right ||
            fmax(from.y, to.y) < b->bounds.top || fmin(from.y, to.y) > b->bounds.bottom)
            continue;
        for (int k = 0; k + 1 < b->n; k++)
            if (gt_segments_cross(from, to, b->mark[k], b->mark[k + 1]))
                return true;
    }
    return false;
}

static struct gt_point end_of(const struct gt_path *path)
{
    return path->piece[path->n - 1].p[3];
}

/* Lines as if they were straight, for maps of thousands. */
static bool cross_straight(const struct gt_path *a, const struct gt_path *b)
{
    return gt_segments_cross(a->piece[0].p[0], end_of(a), b->piece[0].p[0], end_of(b));
}

static void estimate_crossings(struct gt_scene *scene)
{
    uint32_t n = scene->n_lines, stride = n / LINES_MOST + 1;
    uint64_t found = 0;
    for (uint32_t i = 0; i < n; i += stride)
        for (uint32_t k = 0; k < n; k++)
            found += cross_straight(&scene->lines[i].path, &scene->lines[k].path);
    /* each crossing is seen from both its lines */
    found = (uint64_t)((double)found / 2 * n / ((n + stride - 1) / stride));
    scene->quality.crossings = found > UINT32_MAX ? UINT32_MAX : (uint32_t)found;
    scene->quality.estimated = true;
}

static void count_crossings(struct gt_scene *scene)
{
    uint32_t n = scene->n_lines;
    if (n >= LINES_MOST) {
        estimate_crossings(scene);
        return;
    }
    struct gt_track *track = gt_xcalloc((size_t)n + 1, sizeof *track);
    for (uint32_t i = 0; i < n; i++) {
        track[i] = gt_track_of(&scene->lines[i].path);
        for (uint32_t k = 0; k < i; k++)
            scene->quality.crossings += cross(&track[i], &track[k]);
    }
    free(track);
}

static void count_in_the_way(struct gt_scene *scene)
{
    struct gt_routing routing;
    struct gt_grid *grid = &routing.blocks;
    gt_routing_init(&routing, scene, GT_CLEARANCE);
    for (uint32_t i = 0; i < scene->n_lines; i++) {
        struct gt_track track = gt_track_of(&scene->lines[i].path);
        scene->quality.bend += gt_path_turn(&scene->lines[i].path) / scene->n_lines;
        scene->quality.passes += gt_routing_passes(&routing, &scene->lines[i], &track) > 0;
    }
    for (uint32_t i = 0; i < scene->n_boxes; i++) {
        gt_grid_cover_rect(grid, &scene->boxes[i].rect);
        gt_grid_find(grid);
        for (uint32_t k = 0; k < grid->n_found; k++) {
            uint32_t other = grid->found[k];
            scene->quality.overlaps +=
                other > i && other < scene->n_boxes &&
                gt_rects_overlap(&scene->boxes[i].rect, &scene->boxes[other].rect);
        }
        scene->quality.labelled += !scene->boxes[i].dot;
    }
    gt_routing_fini(&routing);
}

static struct gt_point middle(const struct gt_rect *rect)
{
    return (struct gt_point){(rect->left + rect->right) / 2, (rect->top + rect->bottom) / 2};
}

/* Lengths of lines from middle to middle: their standard deviation as a part of their mean. */
static double length_spread(const struct gt_scene *scene)
{
    double sum = 0, squares = 0;
    for (uint32_t i = 0; i < scene->n_lines; i++) {
        struct gt_point a = middle(&scene->boxes[scene->lines[i].from].rect);
        struct gt_point b = middle(&scene->boxes[scene->lines[i].to].rect);
        double length = hypot(a.x - b.x, a.y - b.y);
        sum += length;
        squares += length * length;
    }
    double mean = scene->n_lines ? sum / scene->n_lines : 0;
    return mean > 0 ? sqrt(fmax(squares / scene->n_lines - mean * mean, 0)) / mean : 0;
}

/* Ties between a box and all others; GT_NONE where there is no way. `queue` has room for all. */
static void find_distances(const struct gt_scene *scene, const struct gt_scene_index *index,
                           uint32_t source, uint32_t *distance, uint32_t *queue)
{
    uint32_t first = 0, end = 1;
    for (uint32_t i = 0; i < scene->n_boxes; i++)
        distance[i] = GT_NONE;
    distance[source] = 0;
    queue[0] = source;
    while (first < end) {
        uint32_t box = queue[first++];
        for (uint32_t i = index->offset[box]; i < index->offset[box + 1]; i++) {
            const struct gt_scene_line *line = &scene->lines[index->at[i]];
            uint32_t other = line->from == box ? line->to : line->from;
            if (distance[other] != GT_NONE)
                continue;
            distance[other] = distance[box] + 1;
            queue[end++] = other;
        }
    }
}

static double find_stress(const struct gt_scene *scene)
{
    uint32_t n = scene->n_boxes, stride = n / SOURCES_MOST + 1;
    uint32_t *distance = gt_xcalloc(n, sizeof *distance), *queue = gt_xcalloc(n, sizeof *queue);
    struct gt_scene_index index = gt_scene_index(scene);
    /* of length e and distance d: sum of (s e / d - 1)^2 with s at its best */
    double linear = 0, square = 0, pairs = 0;
    for (uint32_t i = 0; i < n; i += stride) {
        struct gt_point p = middle(&scene->boxes[i].rect);
        find_distances(scene, &index, i, distance, queue);
        for (uint32_t k = 0; k < n; k++) {
            if (k == i || distance[k] == GT_NONE)
                continue;
            struct gt_point q = middle(&scene->boxes[k].rect);
            double e = hypot(p.x - q.x, p.y - q.y) / distance[k];
            linear += e, square += e * e, pairs++;
        }
    }
    gt_scene_index_fini(&index);
    free(distance);
    free(queue);
    return pairs > 0 && square > 0 ? 1 - linear * linear / square / pairs : 0;
}

/* The part of the fields that boxes cover. */
static double find_cover(const struct gt_scene *scene)
{
    double boxes = 0, fields = 0;
    for (uint32_t i = 0; i < scene->n_boxes; i++)
        boxes += gt_rect_width(&scene->boxes[i].rect) * gt_rect_height(&scene->boxes[i].rect);
    for (uint32_t z = 0; z < scene->n_zones; z++)
        fields += gt_rect_width(&scene->zones[z].field) * gt_rect_height(&scene->zones[z].field);
    return fields > 0 ? boxes / fields : 0;
}

void gt_scene_measure(struct gt_scene *scene)
{
    struct gt_map_quality *quality = &scene->quality;
    double lines = fmax(scene->n_lines, 1);
    *quality = (struct gt_map_quality){.nodes = scene->n_boxes,
                                       .lines = scene->n_lines,
                                       .spread = length_spread(scene),
                                       .stress = find_stress(scene),
                                       .cover = find_cover(scene),
                                       .ratio = scene->width / scene->height,
                                       .seed = scene->seed};
    count_crossings(scene);
    count_in_the_way(scene);
    quality->score = quality->crossings / lines + 2 * quality->passes / lines + quality->bend / 90 +
                     10.0 * quality->overlaps + quality->stress + quality->spread;
}

const char *gt_quality_text(const struct gt_map_quality *quality, enum gt_lang lang,
                            struct gt_arena *arena)
{
    char bend[GT_NUMBER_TEXT], stress[GT_NUMBER_TEXT], spread[GT_NUMBER_TEXT],
        score[GT_NUMBER_TEXT];
    gt_number_show(quality->bend, 2, bend);
    gt_number_show(quality->stress, 2, stress);
    gt_number_show(quality->spread, 2, spread);
    gt_number_show(quality->score, 3, score);
    return gt_arena_format(
        arena,
        gt_say(lang,
               "overlaps %u · crossings %s%u · lines behind boxes %u · bend %s° · stress %s · "
               "spread %s · "
               "score %s",
               "重叠 %u · 交叉 %s%u · 被遮连线 %u · 弯曲 %s° · 应力 %s · 线长离散 %s · 评分 %s"),
        quality->overlaps, quality->estimated ? "≈" : "", quality->crossings, quality->passes, bend,
        stress, spread, score);
}
