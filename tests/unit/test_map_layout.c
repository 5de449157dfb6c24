/* test_map_layout.c: boxes never overlap, stay in their zones, and one seed gives one layout. */
#include "unit/unit.h"

#include "base/memory.h"
#include "map/grid.h"
#include "map/improve.h"
#include "map/layer.h"
#include "map/layout.h"
#include "map/overlap.h"
#include "map/ring.h"
#include "map/steps.h"
#include "map/zone.h"

#include <math.h>
#include <string.h>
#include <time.h>

static const double gap = 6;

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/* n boxes of random size and place in zones of equal width; `part` of the place that they need. */
static struct gt_layout random_layout(uint32_t n, uint32_t n_zones, double part, uint64_t seed)
{
    struct gt_layout layout = {.box = gt_xcalloc(n, sizeof *layout.box),
                               .tie = gt_xcalloc((size_t)n * 2, sizeof *layout.tie),
                               .zone = gt_xcalloc(n_zones, sizeof *layout.zone),
                               .cell = gt_xcalloc(n_zones, sizeof *layout.cell),
                               .n_boxes = n,
                               .n_ties = n * 2,
                               .n_zones = n_zones,
                               .seed = (uint32_t)seed};
    double side = sqrt(n * 90.0 * 36.0 * part / n_zones) + 130;
    for (uint32_t z = 0; z < n_zones; z++)
        layout.zone[z] = layout.cell[z] =
            (struct gt_rect){z * (side + 20), 0, z * (side + 20) + side, side};
    for (uint32_t i = 0; i < n; i++) {
        uint32_t zone = unit_below(&seed, n_zones);
        layout.box[i] = (struct gt_layout_box){.x = layout.zone[zone].left +
                                                    unit_below(&seed, 1000) * side / 1000,
                                               .y = unit_below(&seed, 1000) * side / 1000,
                                               .width = 20 + unit_below(&seed, 100),
                                               .height = 14 + unit_below(&seed, 30),
                                               .zone = zone};
    }
    for (uint32_t e = 0; e < n * 2; e++)
        layout.tie[e] = (struct gt_layout_tie){unit_below(&seed, n), unit_below(&seed, n)};
    return layout;
}

static void fini(struct gt_layout *layout)
{
    free(layout->box);
    free(layout->tie);
    free(layout->zone);
    free(layout->cell);
}

static void expect_good(const struct gt_layout *layout)
{
    assert_int_equal(gt_layout_overlaps(layout), 0);
    for (uint32_t i = 0; i < layout->n_boxes; i++) {
        struct gt_rect rect = gt_layout_rect(&layout->box[i]);
        struct gt_rect zone = gt_rect_grow(&layout->zone[layout->box[i].zone], 1e-6);
        assert_true(gt_rect_holds(&zone, &rect));
    }
}

static void separates_random_boxes(void **state)
{
    (void)state;
    static const uint32_t sizes[] = {1, 2, 10, 50, 200, 700, 2000};
    for (size_t i = 0; i < UNIT_COUNT(sizes); i++) {
        for (uint32_t zones = 1; zones <= 3; zones += 2) {
            struct gt_layout layout = random_layout(sizes[i], zones, 2.5, i + 1);
            double start = seconds();
            gt_layout_separate(&layout, gap);
            assert_true(seconds() - start < 10);
            expect_good(&layout);
            fini(&layout);
        }
    }
}

static void separates_what_stands_on_one_point(void **state)
{
    (void)state;
    struct gt_layout layout = random_layout(300, 1, 0.3, 3);
    for (uint32_t i = 0; i < layout.n_boxes; i++)
        layout.box[i].x = layout.box[i].y = 50;
    gt_layout_separate(&layout, gap);
    expect_good(&layout);
    fini(&layout);
}

static void counts_overlaps(void **state)
{
    (void)state;
    struct gt_layout_box box[] = {{.x = 0, .y = 0, .width = 10, .height = 10},
                                  {.x = 9, .y = 9, .width = 10, .height = 10},
                                  {.x = 30, .y = 0, .width = 10, .height = 10}};
    struct gt_layout layout = {.box = box, .n_boxes = 3};
    assert_int_equal(gt_layout_overlaps(&layout), 1);
    box[0].plane = 1; /* drawn in one picture, the other in the second */
    box[1].plane = 2;
    assert_int_equal(gt_layout_overlaps(&layout), 0);
}

static void improving_shortens_and_keeps_apart(void **state)
{
    (void)state;
    struct gt_layout layout = random_layout(120, 3, 3, 7);
    gt_layout_separate(&layout, gap);
    double before = 0, after = 0;
    for (int pass = 0; pass < 2; pass++) {
        for (uint32_t e = 0; e < layout.n_ties; e++) {
            const struct gt_layout_box *a = &layout.box[layout.tie[e].from];
            const struct gt_layout_box *b = &layout.box[layout.tie[e].to];
            *(pass ? &after : &before) += hypot(a->x - b->x, a->y - b->y);
        }
        if (!pass)
            gt_layout_improve(&layout, gap, 1);
    }
    expect_good(&layout);
    assert_true(after < before);
    gt_layout_fill(&layout, 1.5);
    expect_good(&layout);
    fini(&layout);
}

static void one_seed_gives_one_layout(void **state)
{
    (void)state;
    struct gt_error err = {0};
    struct gt_layout a = random_layout(80, 2, 2, 11), b = random_layout(80, 2, 2, 11);
    a.frame = b.frame = (struct gt_layout_frame){10, 20};
    assert_true(gt_layout_run(&a, 1.8, &err));
    assert_true(gt_layout_run(&b, 1.8, &err));
    assert_memory_equal(a.box, b.box, a.n_boxes * sizeof *a.box);
    expect_good(&a);
    fini(&a);
    fini(&b);
}

/* Cells tile a field of about the ratio; each holds its zone, its zone its boxes. */
static void expect_tiles(const struct gt_layout *layout, double ratio)
{
    struct gt_point extent = gt_layout_extent(layout);
    double area = 0;
    for (uint32_t z = 0; z < layout->n_zones; z++) {
        struct gt_rect cell = gt_rect_grow(&layout->cell[z], 1e-6);
        assert_true(gt_rect_holds(&cell, &layout->zone[z]));
        area += gt_rect_width(&layout->cell[z]) * gt_rect_height(&layout->cell[z]);
        for (uint32_t k = 0; k < z; k++) {
            struct gt_rect a = gt_rect_grow(&layout->cell[k], -1e-6);
            struct gt_rect b = gt_rect_grow(&layout->cell[z], -1e-6);
            assert_false(gt_rects_overlap(&a, &b));
        }
    }
    assert_true(fabs(area / (extent.x * extent.y) - 1) < 1e-6);
    assert_true(fabs(extent.x / extent.y / ratio - 1) < 0.35);
}

static void patches_tile_the_field(void **state)
{
    (void)state;
    for (uint32_t zones = 1; zones <= 24; zones += 5) {
        struct gt_error err = {0};
        struct gt_layout layout = random_layout(150, zones, 2, zones);
        layout.frame = (struct gt_layout_frame){8, 18};
        layout.patches = true;
        assert_true(gt_layout_run(&layout, 1.5, &err));
        expect_good(&layout);
        expect_tiles(&layout, 1.5);
        fini(&layout);
    }
}

/* A corner box stays in its corner while others find room around it. */
static void corner_boxes_stay(void **state)
{
    (void)state;
    struct gt_error err = {0};
    struct gt_layout layout = random_layout(90, 3, 2, 5);
    for (uint32_t i = 0; i < 3; i++) {
        struct gt_layout_box *box = &layout.box[i];
        *box = (struct gt_layout_box){.width = 180, .height = 120, .zone = i, .fixed = true};
    }
    for (uint32_t e = 0; e < layout.n_ties; e++) /* which no tie reaches */
        layout.tie[e] = (struct gt_layout_tie){3 + layout.tie[e].from % 87, 3 + e % 87};
    assert_true(gt_layout_run(&layout, 1.6, &err));
    expect_good(&layout);
    for (uint32_t i = 0; i < 3; i++) {
        struct gt_rect rect = gt_layout_rect(&layout.box[i]);
        assert_true(fabs(rect.left - layout.zone[i].left) < 1e-6);
        assert_true(fabs(rect.bottom - layout.zone[i].bottom) < 1e-6);
    }
    fini(&layout);
}

/* Every box has the distance from the middle that its hop asks for: a ring is outside the last. */
static void rings_are_in_order(void **state)
{
    (void)state;
    for (uint32_t n = 2; n <= 200; n = n * 2 + 1) {
        struct gt_layout layout = random_layout(n, 1, 2, n);
        uint32_t *hop = gt_xcalloc(n, sizeof *hop);
        struct gt_layout_ring *ring = gt_xcalloc(n, sizeof *ring);
        layout.n_ties = n - 1;
        for (uint32_t i = 1; i < n; i++) {
            layout.tie[i - 1] = (struct gt_layout_tie){(i - 1) / 5, i};
            hop[i] = hop[(i - 1) / 5] + 1;
        }
        uint32_t rings = gt_layout_rings(&layout, hop, 1.6, ring);
        assert_int_equal(rings, hop[n - 1]);
        expect_good(&layout);
        for (uint32_t i = 1; i < n; i++) {
            double x = (layout.box[i].x - layout.box[0].x) / 1.6;
            double radius = hypot(x, layout.box[i].y - layout.box[0].y);
            assert_true(hop[i] == 1 || radius > ring[hop[i] - 2].y_radius);
            assert_true(hop[i] == rings || radius < ring[hop[i]].y_radius);
        }
        free(hop);
        free(ring);
        fini(&layout);
    }
}

/* No box stands where a tie passes through a column. */
static void expect_free_ways(const struct gt_layout *layout, const struct gt_layout_stops *stops)
{
    for (uint32_t i = 0; i < stops->offset[layout->n_ties]; i++)
        for (uint32_t k = 0; k < layout->n_boxes; k++) {
            struct gt_rect rect = gt_layout_rect(&layout->box[k]);
            struct gt_rect way = (struct gt_rect){stops->at[i].left, stops->at[i].y - 2,
                                                  stops->at[i].right, stops->at[i].y + 2};
            assert_false(gt_rects_overlap(&rect, &way));
        }
}

/* A flow that would be ten times as high as wide fills a page: its parts stand side by side. */
static void layers_fill_the_ratio(void **state)
{
    (void)state;
    struct gt_layout layout = random_layout(120, 1, 2, 5);
    struct gt_layout_stops stops = {0};
    double label[80] = {0};
    layout.n_ties = 80;
    for (uint32_t e = 0; e < 40; e++) { /* forty pairs, and a star of forty */
        layout.tie[e] = (struct gt_layout_tie){2 * e, 2 * e + 1};
        layout.tie[40 + e] = (struct gt_layout_tie){80, e ? 80 + e : 119};
    }
    gt_layout_layers(&layout, 1.4, label, &stops);
    expect_good(&layout);
    double ratio = gt_rect_width(&layout.cell[0]) / gt_rect_height(&layout.cell[0]);
    assert_true(ratio > 1.4 * 0.75 && ratio < 1.4 / 0.75);
    gt_layout_stops_fini(&stops);
    fini(&layout);
}

/* Ties of an acyclic graph run to the right; in any graph nothing overlaps. */
static void layers_run_to_the_right(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed < 9; seed++) {
        struct gt_layout layout = random_layout(60, 1, 2, seed);
        struct gt_layout_stops stops = {0};
        double label[90];
        bool acyclic = seed % 2;
        layout.n_ties = 90;
        for (uint32_t e = 0; e < layout.n_ties; e++) {
            struct gt_layout_tie *tie = &layout.tie[e];
            label[e] = 40;
            if (tie->from == tie->to)
                tie->to = (tie->from + 1) % 60;
            if (acyclic && tie->from > tie->to)
                *tie = (struct gt_layout_tie){tie->to, tie->from};
        }
        gt_layout_layers(&layout, 1.4, label, &stops);
        expect_good(&layout);
        for (uint32_t e = 0; e < layout.n_ties && acyclic; e++) {
            struct gt_rect from = gt_layout_rect(&layout.box[layout.tie[e].from]);
            struct gt_rect to = gt_layout_rect(&layout.box[layout.tie[e].to]);
            assert_true(from.right + 40 < to.left);
        }
        expect_free_ways(&layout, &stops);
        gt_layout_stops_fini(&stops);
        fini(&layout);
    }
}

/* What a grid finds near a segment or rectangle is all that a look at everything finds. */
static void grids_miss_nothing(void **state)
{
    (void)state;
    struct gt_layout layout = random_layout(200, 1, 2, 9);
    struct gt_rect field = layout.zone[0];
    struct gt_grid grid;
    gt_grid_init(&grid, &field, layout.n_boxes);
    for (uint32_t i = 0; i < layout.n_boxes; i++) {
        struct gt_rect rect = gt_layout_rect(&layout.box[i]);
        gt_grid_cover_rect(&grid, &rect);
        gt_grid_add(&grid, i);
    }
    for (uint32_t e = 0; e < layout.n_ties; e++) {
        const struct gt_layout_box *a = &layout.box[layout.tie[e].from];
        const struct gt_layout_box *b = &layout.box[layout.tie[e].to];
        struct gt_point p = {a->x, a->y}, q = {b->x, b->y};
        bool *found = gt_xcalloc(layout.n_boxes, sizeof *found);
        gt_grid_cover_segment(&grid, p, q);
        gt_grid_find(&grid);
        for (uint32_t i = 0; i < grid.n_found; i++) {
            assert_false(found[grid.found[i]]);
            found[grid.found[i]] = true;
        }
        for (uint32_t i = 0; i < layout.n_boxes; i++) {
            struct gt_rect rect = gt_layout_rect(&layout.box[i]);
            assert_true(found[i] || !gt_segment_meets(p, q, &rect));
        }
        free(found);
    }
    gt_grid_fini(&grid);
    fini(&layout);
}

static void curves_are_cut_where_asked(void **state)
{
    (void)state;
    struct gt_curve curve = {{{0, 0}, {10, 30}, {40, -20}, {60, 10}}};
    struct gt_curve part = gt_curve_part(&curve, 0.25, 0.75);
    for (int i = 0; i <= 10; i++) {
        struct gt_point p = gt_curve_at(&curve, 0.25 + 0.05 * i), q = gt_curve_at(&part, 0.1 * i);
        assert_true(hypot(p.x - q.x, p.y - q.y) < 1e-9);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(separates_random_boxes),
        cmocka_unit_test(separates_what_stands_on_one_point),
        cmocka_unit_test(counts_overlaps),
        cmocka_unit_test(improving_shortens_and_keeps_apart),
        cmocka_unit_test(one_seed_gives_one_layout),
        cmocka_unit_test(patches_tile_the_field),
        cmocka_unit_test(corner_boxes_stay),
        cmocka_unit_test(rings_are_in_order),
        cmocka_unit_test(layers_run_to_the_right),
        cmocka_unit_test(layers_fill_the_ratio),
        cmocka_unit_test(grids_miss_nothing),
        cmocka_unit_test(curves_are_cut_where_asked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
