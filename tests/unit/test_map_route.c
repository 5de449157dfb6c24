/* test_map_route.c: ways around boxes are free and smooth, ports keep apart and in order, paths are
 * what their pieces are. */
#include "unit/unit.h"

#include "base/memory.h"
#include "map/detour.h"
#include "map/port.h"
#include "map/route.h"

#include <math.h>
#include <string.h>

/* A scene of boxes and lines in one field, enough for routing. */
struct field {
    struct gt_map_options options;
    struct gt_scene_zone zone;
    struct gt_scene scene;
};

static void init(struct field *field, uint32_t n_boxes, uint32_t n_lines)
{
    *field = (struct field){.zone = {.field = {0, 0, 1000, 700}}};
    field->scene = (struct gt_scene){
        .options = &field->options,
        .theme = gt_theme_find(NULL),
        .zones = &field->zone,
        .n_zones = 1,
        .boxes = gt_xcalloc((size_t)n_boxes + 1, sizeof *field->scene.boxes),
        .lines = gt_xcalloc((size_t)n_lines + 1, sizeof *field->scene.lines),
        .n_boxes = n_boxes,
        .n_lines = n_lines,
    };
    for (uint32_t i = 0; i < n_boxes; i++)
        field->scene.boxes[i] = (struct gt_scene_box){.font = 10, .type = GT_NODE_park};
}

static void fini(struct field *field)
{
    free(field->scene.boxes);
    free(field->scene.lines);
}

/* Boxes in rows and columns like bricks, nine points apart: no straight way through. */
static void lay_bricks(struct field *field, uint32_t columns)
{
    for (uint32_t i = 0; i < field->scene.n_boxes; i++) {
        double x = i % columns * 99.0 + (i / columns % 2 ? 60 : 10), y = i / columns * 39.0 + 30;
        field->scene.boxes[i].rect = (struct gt_rect){x, y, x + 90, y + 30};
    }
}

static struct gt_point middle(const struct gt_rect *rect)
{
    return (struct gt_point){(rect->left + rect->right) / 2, (rect->top + rect->bottom) / 2};
}

static void expect_smooth(const struct gt_path *path)
{
    for (int i = 0; i + 1 < path->n; i++) {
        const struct gt_point *p = path->piece[i].p, *q = path->piece[i + 1].p;
        assert_memory_equal(&p[3], &q[0], sizeof *p);
        double x = p[3].x - p[2].x, y = p[3].y - p[2].y, u = q[1].x - q[0].x, v = q[1].y - q[0].y;
        assert_true(fabs(atan2(x * v - y * u, x * u + y * v)) < 1e-3);
    }
}

static void there_is_a_way_through_any_wall(void **state)
{
    (void)state;
    struct field field;
    uint64_t seed = 4;
    init(&field, 9 * 16, 1);
    lay_bricks(&field, 9);
    struct gt_routing routing;
    gt_routing_init(&routing, &field.scene, GT_WIDE_BERTH);
    struct gt_detours *detours = gt_detours_new(&routing);
    for (int i = 0; i < 200; i++) {
        struct gt_scene_line *line = &field.scene.lines[0];
        line->from = unit_below(&seed, field.scene.n_boxes);
        line->to = unit_below(&seed, field.scene.n_boxes);
        if (line->from == line->to)
            continue;
        const struct gt_point end[2] = {middle(&field.scene.boxes[line->from].rect),
                                        middle(&field.scene.boxes[line->to].rect)};
        struct gt_way way[3];
        int n = gt_detours_find(detours, line, end, way, 3);
        assert_true(n >= 1);
        for (int k = 0; k < n; k++) {
            struct gt_track track = gt_track_of(&way[k].path);
            assert_int_equal(gt_routing_passes(&routing, line, &track), 0);
            assert_true(gt_rect_holds(&routing.field, &track.bounds));
            expect_smooth(&way[k].path);
        }
    }
    gt_detours_free(detours);
    gt_routing_fini(&routing);
    fini(&field);
}

/* Boxes that a straight line comes nearer to than `apart`, by looking at thousands of its points.
 */
static uint32_t count_slowly(const struct gt_scene *scene, const struct gt_scene_line *line,
                             double apart)
{
    enum { LOOKS = 4000 };
    struct gt_point a = middle(&scene->boxes[line->from].rect);
    struct gt_point b = middle(&scene->boxes[line->to].rect);
    uint32_t passes = 0;
    for (uint32_t k = 0; k < scene->n_boxes; k++) {
        struct gt_rect rect = gt_rect_grow(&scene->boxes[k].rect, apart);
        bool met = k == line->from || k == line->to;
        for (int t = 0; t <= LOOKS && !met; t++) {
            double x = a.x + (b.x - a.x) * t / LOOKS, y = a.y + (b.y - a.y) * t / LOOKS;
            met = x > rect.left && x < rect.right && y > rect.top && y < rect.bottom;
            passes += met;
        }
    }
    return passes;
}

/* What routing.c tells of a path is what a slow look at each box tells. */
static void passes_are_counted(void **state)
{
    (void)state;
    struct field field;
    uint64_t seed = 7;
    init(&field, 9 * 16, 1);
    lay_bricks(&field, 9);
    struct gt_routing routing;
    gt_routing_init(&routing, &field.scene, GT_CLEARANCE);
    for (int i = 0; i < 300; i++) {
        struct gt_scene_line *line = &field.scene.lines[0];
        line->from = unit_below(&seed, field.scene.n_boxes);
        line->to = (line->from + 1 + unit_below(&seed, 100)) % field.scene.n_boxes;
        struct gt_point a = middle(&field.scene.boxes[line->from].rect);
        struct gt_point b = middle(&field.scene.boxes[line->to].rect);
        struct gt_path path = gt_path_straight(a, b);
        struct gt_track track = gt_track_of(&path);
        uint32_t found = gt_routing_passes(&routing, line, &track);
        assert_true(found >= count_slowly(&field.scene, line, GT_CLEARANCE - 0.3));
        assert_true(found <= count_slowly(&field.scene, line, GT_CLEARANCE + 0.3));
    }
    gt_routing_fini(&routing);
    fini(&field);
}

/* A line that leaves its box and comes back runs behind it. */
static void own_boxes_count_on_return(void **state)
{
    (void)state;
    struct field field;
    init(&field, 2, 1);
    field.scene.boxes[0].rect = (struct gt_rect){100, 100, 300, 120};
    field.scene.boxes[1].rect = (struct gt_rect){100, 300, 200, 320};
    field.scene.lines[0] = (struct gt_scene_line){.from = 0, .to = 1};
    struct gt_routing routing;
    gt_routing_init(&routing, &field.scene, GT_CLEARANCE);
    const struct gt_curve back = {{{200, 102}, {200, -80}, {250, -80}, {150, 310}}};
    const struct gt_curve out = {{{200, 118}, {200, 200}, {150, 200}, {150, 310}}};
    struct gt_path path = gt_path_of(&back);
    struct gt_track track = gt_track_of(&path);
    assert_int_equal(gt_routing_passes(&routing, &field.scene.lines[0], &track), 1);
    path = gt_path_of(&out);
    track = gt_track_of(&path);
    assert_int_equal(gt_routing_passes(&routing, &field.scene.lines[0], &track), 0);
    gt_routing_fini(&routing);
    fini(&field);
}

/* Lines to forty boxes on one side leave a hub in their order, some points apart. */
static void ports_keep_apart_and_in_order(void **state)
{
    (void)state;
    enum { LEAVES = 24 };
    struct field field;
    struct gt_point port[2 * LEAVES];
    init(&field, LEAVES + 1, LEAVES);
    field.scene.boxes[0].rect = (struct gt_rect){400, 500, 600, 540};
    for (uint32_t i = 0; i < LEAVES; i++) {
        field.scene.boxes[i + 1].rect = gt_rect_around(480 + 2.0 * i, 40, 20, 20);
        field.scene.lines[i] = (struct gt_scene_line){.from = 0, .to = i + 1};
    }
    gt_ports_set(&field.scene, false, port);
    for (uint32_t i = 0; i < LEAVES; i++) {
        assert_true(port[2 * i].x > 400 && port[2 * i].x < 600);
        assert_true(port[2 * i].y > 500 && port[2 * i].y < 540);
        assert_true(!i || port[2 * i].x - port[2 * i - 2].x > 2.5);
    }
    fini(&field);
}

/* Two lines between the same boxes do not cross. */
static void twins_run_side_by_side(void **state)
{
    (void)state;
    struct field field;
    init(&field, 2, 3);
    field.scene.boxes[0].rect = (struct gt_rect){100, 100, 200, 130};
    field.scene.boxes[1].rect = (struct gt_rect){600, 400, 700, 430};
    for (uint32_t i = 0; i < 3; i++)
        field.scene.lines[i] =
            (struct gt_scene_line){.from = i == 1, .to = i != 1, .family = (enum gt_edge_family)i};
    gt_scene_route(&field.scene);
    for (int i = 0; i < 3; i++)
        for (int k = 0; k < i; k++) {
            struct gt_track a = gt_track_of(&field.scene.lines[i].path);
            struct gt_track b = gt_track_of(&field.scene.lines[k].path);
            for (int p = 0; p + 1 < a.n; p++)
                for (int q = 0; q + 1 < b.n; q++)
                    assert_false(
                        gt_segments_cross(a.mark[p], a.mark[p + 1], b.mark[q], b.mark[q + 1]));
        }
    fini(&field);
}

static void paths_are_their_pieces(void **state)
{
    (void)state;
    const double arc = 0.5522847498; /* a quarter of a circle, and the next one */
    struct gt_path path = {
        .n = 2,
        .piece = {{{{100, 0}, {100, 100 * arc}, {100 * arc, 100}, {0, 100}}},
                  {{{0, 100}, {-100 * arc, 100}, {-100, 100 * arc}, {-100, 0}}}}};
    struct gt_point mark[GT_MARKS_MOST];
    int n = gt_path_flatten(&path, mark);
    for (int i = 0; i < n; i++)
        assert_true(fabs(hypot(mark[i].x, mark[i].y) - 100) < 0.1);
    assert_true(fabs(gt_path_turn(&path) - 180) < 10);
    assert_true(gt_path_sharpest(&path, 9) < 12);
    for (int i = 0; i <= 20; i++) {
        struct gt_path part = gt_path_part(&path, 0.3, 1.6);
        struct gt_point a = gt_path_at(&part, i <= 10 ? i / 10.0 : 1 + (i - 10) / 10.0);
        double t = i <= 10 ? 0.3 + 0.7 * i / 10 : 1 + 0.6 * (i - 10) / 10;
        struct gt_point b = gt_path_at(&path, t);
        assert_true(hypot(a.x - b.x, a.y - b.y) < 1e-9);
    }
    struct gt_path corner = gt_path_straight((struct gt_point){0, 0}, (struct gt_point){50, 0});
    corner.piece[corner.n++] =
        gt_path_straight((struct gt_point){50, 0}, (struct gt_point){50, 50}).piece[0];
    assert_true(fabs(gt_path_turn(&corner) - 90) < 1e-6);
    assert_true(fabs(gt_path_sharpest(&corner, 9) - 90) < 1e-6);
    const struct gt_rect below = {-20, 90, 20, 110}, inside = {-20, -20, 20, 20};
    assert_true(gt_path_meets(&path, &below));
    assert_false(gt_path_meets(&path, &inside));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(there_is_a_way_through_any_wall),
        cmocka_unit_test(passes_are_counted),
        cmocka_unit_test(own_boxes_count_on_return),
        cmocka_unit_test(ports_keep_apart_and_in_order),
        cmocka_unit_test(twins_run_side_by_side),
        cmocka_unit_test(paths_are_their_pieces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
