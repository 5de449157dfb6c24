/* quality.c: what a map leaves to wish for, measured on what is drawn.
 *
 * Stress is that of Kamada and Kawai ("An algorithm for drawing general undirected graphs",
 * Information Processing Letters 31, 1989) per pair, with the scale at which it is least: 0 when
 * distances on the page are those in the graph. In large maps stress is taken from evenly chosen
 * nodes, and crossings from evenly chosen lines. */
#include "map/grid.h"
#include "map/scene.h"

#include "base/memory.h"
#include "base/number.h"

#include <math.h>
#include <stdlib.h>

enum { PIECES = 16, SOURCES_MOST = 300, LINES_MOST = 4000 };
static const double clearance = 2;

static struct gt_rect bounds(const struct gt_curve *curve)
{
    struct gt_rect all = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (int i = 0; i < 4; i++) {
        all.left = fmin(all.left, curve->p[i].x), all.right = fmax(all.right, curve->p[i].x);
        all.top = fmin(all.top, curve->p[i].y), all.bottom = fmax(all.bottom, curve->p[i].y);
    }
    return all;
}

static void flatten(const struct gt_curve *curve, struct gt_point at[PIECES + 1])
{
    for (int i = 0; i <= PIECES; i++)
        at[i] = gt_curve_at(curve, (double)i / PIECES);
}

static bool cross(const struct gt_curve *a, const struct gt_curve *b)
{
    struct gt_rect left = bounds(a), right = bounds(b);
    if (!gt_rects_overlap(&left, &right))
        return false;
    struct gt_point p[PIECES + 1], q[PIECES + 1];
    flatten(a, p);
    flatten(b, q);
    for (int i = 0; i < PIECES; i++)
        for (int k = 0; k < PIECES; k++)
            if (gt_segments_cross(p[i], p[i + 1], q[k], q[k + 1]))
                return true;
    return false;
}

/* Two straight lines, for maps of thousands. */
static bool cross_straight(const struct gt_curve *a, const struct gt_curve *b)
{
    return gt_segments_cross(a->p[0], a->p[3], b->p[0], b->p[3]);
}

static void count_crossings(struct gt_scene *scene)
{
    uint32_t n = scene->n_lines, stride = n / LINES_MOST + 1;
    uint64_t found = 0;
    for (uint32_t i = 0; i < n; i += stride)
        for (uint32_t k = stride == 1 ? i + 1 : 0; k < n; k++) {
            const struct gt_curve *a = &scene->lines[i].curve, *b = &scene->lines[k].curve;
            found += stride == 1 ? cross(a, b) : cross_straight(a, b);
        }
    if (stride > 1) /* each crossing is seen from both its lines */
        found = (uint64_t)((double)found / 2 * n / ((n + stride - 1) / stride));
    scene->quality.crossings = found > UINT32_MAX ? UINT32_MAX : (uint32_t)found;
    scene->quality.estimated = stride > 1;
}

static void init_grid(const struct gt_scene *scene, struct gt_grid *grid)
{
    struct gt_rect page = {0, 0, scene->width, scene->height};
    gt_grid_init(grid, &page, scene->n_boxes);
    for (uint32_t i = 0; i < scene->n_boxes; i++) {
        struct gt_rect rect = gt_rect_grow(&scene->boxes[i].rect, clearance);
        gt_grid_cover_rect(grid, &rect);
        gt_grid_add(grid, i);
    }
}

/* True when a line runs behind a box that is not its own. */
static bool passes(const struct gt_scene *scene, const struct gt_scene_line *line,
                   struct gt_grid *grid)
{
    struct gt_point at[PIECES + 1];
    flatten(&line->curve, at);
    for (int i = 0; i < PIECES; i++) {
        gt_grid_cover_segment(grid, at[i], at[i + 1]);
        gt_grid_find(grid);
        for (uint32_t k = 0; k < grid->n_found; k++) {
            uint32_t box = grid->found[k];
            struct gt_rect rect = gt_rect_grow(&scene->boxes[box].rect, clearance);
            if (box != line->from && box != line->to && gt_segment_meets(at[i], at[i + 1], &rect))
                return true;
        }
    }
    return false;
}

static void count_in_the_way(struct gt_scene *scene)
{
    struct gt_grid grid;
    init_grid(scene, &grid);
    for (uint32_t i = 0; i < scene->n_lines; i++)
        scene->quality.passes += passes(scene, &scene->lines[i], &grid);
    for (uint32_t i = 0; i < scene->n_boxes; i++) {
        gt_grid_cover_rect(&grid, &scene->boxes[i].rect);
        gt_grid_find(&grid);
        for (uint32_t k = 0; k < grid.n_found; k++)
            scene->quality.overlaps +=
                grid.found[k] > i &&
                gt_rects_overlap(&scene->boxes[i].rect, &scene->boxes[grid.found[k]].rect);
        scene->quality.labelled += !scene->boxes[i].dot;
    }
    gt_grid_fini(&grid);
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
    quality->score = quality->crossings / lines + 2 * quality->passes / lines +
                     10.0 * quality->overlaps + quality->stress + quality->spread;
}

const char *gt_quality_text(const struct gt_map_quality *quality, enum gt_lang lang,
                            struct gt_arena *arena)
{
    char stress[GT_NUMBER_TEXT], spread[GT_NUMBER_TEXT], score[GT_NUMBER_TEXT];
    gt_number_show(quality->stress, 2, stress);
    gt_number_show(quality->spread, 2, spread);
    gt_number_show(quality->score, 3, score);
    return gt_arena_format(
        arena,
        gt_say(lang,
               "overlaps %u · crossings %s%u · lines behind boxes %u · stress %s · spread %s · "
               "score %s",
               "重叠 %u · 交叉 %s%u · 被遮连线 %u · 应力 %s · 线长离散 %s · 评分 %s"),
        quality->overlaps, quality->estimated ? "≈" : "", quality->crossings, quality->passes,
        stress, spread, score);
}
