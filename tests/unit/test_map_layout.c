/* test_map_layout.c: boxes never overlap, stay in their zones, and one seed gives one layout. */
#include "unit/unit.h"

#include "base/memory.h"
#include "map/layout.h"

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
                               .n_boxes = n,
                               .n_ties = n * 2,
                               .n_zones = n_zones,
                               .seed = (uint32_t)seed};
    double side = sqrt(n * 90.0 * 36.0 * part / n_zones) + 130;
    for (uint32_t z = 0; z < n_zones; z++)
        layout.zone[z] = (struct gt_rect){z * (side + 20), 0, z * (side + 20) + side, side};
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
    struct gt_layout_box box[] = {{0, 0, 10, 10, 0}, {9, 9, 10, 10, 0}, {30, 0, 10, 10, 0}};
    struct gt_layout layout = {.box = box, .n_boxes = 3};
    assert_int_equal(gt_layout_overlaps(&layout), 1);
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
            gt_layout_improve(&layout, gap);
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
    assert_true(gt_layout_run(&a, 1.8, 20, &err));
    assert_true(gt_layout_run(&b, 1.8, 20, &err));
    assert_memory_equal(a.box, b.box, a.n_boxes * sizeof *a.box);
    expect_good(&a);
    fini(&a);
    fini(&b);
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
        cmocka_unit_test(curves_are_cut_where_asked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
