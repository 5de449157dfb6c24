/* test_oracle.c: every measure of measure.def against a slow implementation of its definition, on
 * 240 graphs, in all directions, with and without weights, raw and normalised. A row without an
 * oracle_<name> does not compile. */
#include "centrality/katz.h"
#include "centrality/measure.h"
#include "oracle/oracle_hits.h"
#include "oracle/oracle_paths.h"
#include "oracle/oracle_spectral.h"
#include "oracle/oracle_ties.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

typedef void oracle(const struct dense *dense, bool raw, double *value);

struct setting {
    enum gt_direction direction;
    bool weighted, raw;
};

static struct gt_view *make_view(const struct random_graph *graph, struct setting setting)
{
    struct gt_error err = {0};
    struct gt_view *view = NULL;
    if (!gt_view_of_arrays(graph->n, graph->m, graph->from, graph->to,
                           setting.weighted ? graph->weight : NULL, setting.direction, &view, &err))
        fail_msg("%s", err.text);
    return view;
}

static bool agree(double value, double expected, double largest, double tolerance)
{
    if (isnan(value) || isnan(expected))
        return isnan(value) && isnan(expected);
    return fabs(value - expected) <= tolerance * fabs(expected) + tolerance / 1000 * largest;
}

static void compare(const struct gt_measure *measure, const struct gt_view *view,
                    const struct random_graph *graph, struct setting setting, const double *value,
                    const double *expected)
{
    uint32_t n = measure->of_edges ? view->n_edges : view->n_vertices;
    /* the oracle of hubs goes over A A^T, where the gaps between eigenvalues are squared */
    bool squared = strcmp(measure->name, "hub") == 0 || strcmp(measure->name, "authority") == 0;
    double largest = 0, tolerance = squared ? 1e-7 : 1e-9;
    for (uint32_t i = 0; i < n; i++)
        largest = isfinite(value[i]) ? fmax(largest, fabs(value[i])) : largest;
    for (uint32_t i = 0; i < n; i++) {
        double wanted = expected[measure->of_edges ? view->tie[i] : i];
        if (!agree(value[i], wanted, largest, tolerance))
            fail_msg("%s of graph %u (n %u, m %u), direction %s, weights %d, raw %d: number %u is "
                     "%.17g, not %.17g",
                     measure->name, graph->number, graph->n, graph->m,
                     gt_direction_name(setting.direction), setting.weighted, setting.raw, i,
                     value[i], wanted);
    }
}

static void check_one(const struct gt_measure *measure, oracle *expect,
                      const struct random_graph *graph, struct setting setting)
{
    static struct dense dense;
    struct gt_error err = {0};
    struct gt_measure_options options = {.raw = setting.raw};
    double value[EDGES] = {0}, expected[EDGES] = {0};
    struct gt_view *view = make_view(graph, setting);
    dense_make(&dense, graph, setting.direction, setting.weighted);
    if (!measure->compute(view, &options, value, &err))
        fail_msg("%s of graph %u: %s", measure->name, graph->number, err.text);
    expect(&dense, setting.raw, expected);
    compare(measure, view, graph, setting, value, expected);
    gt_view_free(view);
}

static void check_measure(const char *name, oracle *expect)
{
    const struct gt_measure *measure = gt_measure_find(name);
    assert_non_null(measure);
    for (uint32_t number = 0; number < RANDOM_GRAPHS; number++) {
        struct random_graph graph = random_graph_make(number);
        for (int choice = 0; choice < 16; choice++) {
            struct setting setting = {(enum gt_direction)(choice / 4), choice & 1, choice & 2};
            check_one(measure, expect, &graph, setting);
        }
    }
}

#define MEASURE(name, ...)                                                                         \
    static void oracle_agrees_on_##name(void **state)                                              \
    {                                                                                              \
        (void)state;                                                                               \
        check_measure(#name, oracle_##name);                                                       \
    }
#include "centrality/measure.def"
#undef MEASURE

static void katz_alpha_is_the_documented_one(void **state)
{
    (void)state;
    static struct dense dense;
    for (uint32_t number = 0; number < RANDOM_GRAPHS; number++) {
        struct random_graph graph = random_graph_make(number);
        for (int choice = 0; choice < 8; choice++) {
            struct setting setting = {(enum gt_direction)(choice / 2), choice & 1, false};
            struct gt_error err = {0};
            double alpha = 0;
            struct gt_view *view = make_view(&graph, setting);
            dense_make(&dense, &graph, setting.direction, setting.weighted);
            assert_true(gt_katz_alpha(view, &alpha, &err));
            assert_true(agree(alpha, oracle_katz_alpha(&dense), 0, 1e-9));
            gt_view_free(view);
        }
    }
}

/* The graphs are worth little unless each kind is among them, many times. */
static void random_graphs_are_of_every_kind(void **state)
{
    (void)state;
    static struct dense dense;
    uint32_t loops = 0, parallel = 0, apart = 0, acyclic = 0, empty = 0;
    for (uint32_t number = 0; number < RANDOM_GRAPHS; number++) {
        struct random_graph graph = random_graph_make(number);
        dense_make(&dense, &graph, GT_DIRECTION_STATED, false);
        bool loop = false, twice = false, cycle = false;
        for (uint32_t a = 0; a < graph.n; a++)
            for (uint32_t b = 0; b < graph.n; b++) {
                loop |= a == b && dense.count[a][b] > 0;
                twice |= a != b && dense.count[a][b] > 1;
                cycle |= a != b && dense.reached[a][b] && dense.reached[b][a];
            }
        loops += loop;
        parallel += twice;
        acyclic += !cycle && graph.m > 0;
        empty += graph.m == 0;
        apart += count_parts(&dense, UINT32_MAX) > 1;
    }
    assert_in_range(loops, 60, RANDOM_GRAPHS);
    assert_in_range(parallel, 60, RANDOM_GRAPHS);
    assert_in_range(apart, 60, RANDOM_GRAPHS);
    assert_in_range(acyclic, 60, RANDOM_GRAPHS);
    assert_in_range(empty, 4, RANDOM_GRAPHS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define MEASURE(name, ...) cmocka_unit_test(oracle_agrees_on_##name),
#include "centrality/measure.def"
#undef MEASURE
        cmocka_unit_test(katz_alpha_is_the_documented_one),
        cmocka_unit_test(random_graphs_are_of_every_kind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
