/* test_whole.c: numbers of a whole view against plain distances between all pairs. */
#include "unit/unit.h"

#include "centrality/whole.h"

#include <math.h>

enum { MOST = 9, FAR = 1000 };

static bool same(double a, double b)
{
    return isnan(a) ? isnan(b) : fabs(a - b) < 1e-12;
}

static void expect_distances(const struct gt_view *view, const struct gt_whole *whole)
{
    uint32_t n = view->n_vertices, d[MOST][MOST];
    for (uint32_t a = 0; a < n; a++)
        for (uint32_t b = 0; b < n; b++)
            d[a][b] = a == b ? 0 : FAR;
    for (uint32_t e = 0; e < view->n_edges; e++)
        if (view->from[e] != view->to[e])
            d[view->from[e]][view->to[e]] = d[view->to[e]][view->from[e]] = 1;
    for (uint32_t k = 0; k < n; k++)
        for (uint32_t a = 0; a < n; a++)
            for (uint32_t b = 0; b < n; b++)
                if (d[a][k] + d[k][b] < d[a][b])
                    d[a][b] = d[a][k] + d[k][b];
    double sum = 0, pairs = 0, longest = n ? 0 : NAN;
    for (uint32_t a = 0; a < n; a++)
        for (uint32_t b = 0; b < a; b++)
            if (d[a][b] < FAR) {
                sum += d[a][b];
                pairs++;
                longest = d[a][b] > longest ? d[a][b] : longest;
            }
    assert_true(same(whole->diameter, longest));
    assert_true(same(whole->mean_distance, pairs > 0 ? sum / pairs : NAN));
}

static void agrees_with_plain_distances(void **state)
{
    (void)state;
    uint64_t seed = 60;
    for (int round = 0; round < 500; round++) {
        uint32_t n = unit_below(&seed, MOST + 1), m = n ? unit_below(&seed, 14) : 0;
        uint32_t from[14], to[14], proper = 0;
        for (uint32_t e = 0; e < m; e++) {
            from[e] = unit_below(&seed, n);
            to[e] = unit_below(&seed, n);
            proper += from[e] != to[e];
        }
        struct gt_error err = {0};
        struct gt_view *view;
        struct gt_whole whole;
        bool directed = round % 2;
        assert_true(gt_view_of_arrays(n, m, from, to, NULL,
                                      directed ? GT_DIRECTION_OUT : GT_DIRECTION_ALL, &view, &err));
        gt_whole_measure(view, GT_WHOLE_STEPS, &whole);
        assert_int_equal(whole.sources, n);
        expect_distances(view, &whole);
        double pairs = n * (n - 1.0) / (directed ? 1 : 2);
        assert_true(same(whole.density, n < 2 ? NAN : proper / pairs));
        uint32_t components, largest = 0, *of = gt_view_components(view, &components);
        for (uint32_t v = 0; v < n; v++)
            largest += of[v] == 0;
        assert_int_equal(whole.n_components, components);
        assert_int_equal(whole.largest, largest);
        free(of);
        gt_view_free(view);
    }
}

/* A path of vertices: whatever is searched from, the ends are the farthest, and a third of its
 * length is the mean distance. */
static void bounds_what_is_too_large(void **state)
{
    (void)state;
    enum { LONG = 3000 };
    static uint32_t from[LONG - 1], to[LONG - 1];
    for (uint32_t i = 0; i + 1 < LONG; i++) {
        from[i] = i;
        to[i] = i + 1;
    }
    struct gt_error err = {0};
    struct gt_view *view;
    struct gt_whole whole, all;
    assert_true(gt_view_of_arrays(LONG, LONG - 1, from, to, NULL, GT_DIRECTION_ALL, &view, &err));
    gt_whole_measure(view, GT_WHOLE_STEPS, &all);
    gt_whole_measure(view, 5 * 100 * 3 * LONG, &whole);
    assert_int_equal(all.sources, LONG);
    assert_in_range(whole.sources, 90, 110);
    assert_true(same(all.diameter, LONG - 1) && same(whole.diameter, LONG - 1));
    assert_true(same(all.mean_distance, (LONG + 1) / 3.0));
    assert_true(fabs(whole.mean_distance / all.mean_distance - 1) < 0.02);
    gt_view_free(view);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_plain_distances),
        cmocka_unit_test(bounds_what_is_too_large),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
