/* test_measures.c: what holds for every measure: its row, tiny graphs, the same bits for the same
 * input, no difference when vertices are renumbered; and graphs on which naive iterations fail. */
#include "centrality/katz.h"
#include "oracle/oracle_view.h"

#include "unit/sample.h"

#include <string.h>

static void rows_are_complete(void **state)
{
    (void)state;
    size_t n;
    const struct gt_measure *measures = gt_measures(&n);
    for (size_t i = 0; i < n; i++) {
        assert_ptr_equal(gt_measure_find(measures[i].name), &measures[i]);
        assert_string_not_equal(measures[i].reference, "");
        for (int lang = 0; lang < GT_LANGS; lang++) {
            assert_string_not_equal(measures[i].title.in[lang], "");
            const char *said = measures[i].definition.in[lang];
            assert_non_null(strstr(said, lang == GT_EN ? "irection" : "方向"));
            assert_non_null(strstr(said, lang == GT_EN ? "isconnected" : "不连通"));
            assert_non_null(strstr(said, lang == GT_EN ? "elf-loops" : "自环"));
            assert_non_null(strstr(said, lang == GT_EN ? "arallel ties" : "平行边"));
            assert_non_null(strstr(said, lang == GT_EN ? "ormalis" : "归一化"));
        }
    }
}

static void names_are_suggested(void **state)
{
    (void)state;
    size_t n;
    const struct gt_measure *measures = gt_measures(&n);
    assert_null(gt_measure_find("betweeness"));
    for (size_t i = 0; i < n; i++) { /* by what tables show, in both languages */
        assert_ptr_equal(gt_measure_find(measures[i].title.in[GT_EN]), &measures[i]);
        assert_ptr_equal(gt_measure_find(measures[i].title.in[GT_ZH]), &measures[i]);
    }
    assert_string_equal(gt_measure_find("度中心性")->name, "degree");
    assert_string_equal(gt_measure_find("介数中心性")->name, "betweenness");
    assert_string_equal(gt_measure_find("Closeness-Centrality")->name, "closeness");
    assert_string_equal(gt_measure_find("k_core")->name, "coreness");
    assert_null(gt_measure_find("centrality"));
    assert_null(gt_measure_find("中心性"));
    assert_null(gt_measure_suggest("随便写的"));
    assert_string_equal(gt_measure_suggest("betweeness"), "betweenness");
    assert_string_equal(gt_measure_suggest("page_rank"), "pagerank");
    assert_string_equal(gt_measure_suggest("clustering"), "clustering_coefficient");
    assert_string_equal(gt_measure_suggest("authorities"), "authority");
    assert_null(gt_measure_suggest("量"));
    assert_null(gt_measure_suggest(""));
    assert_null(gt_measure_suggest("zzzzzzz"));
}

/* --- tiny graphs -------------------------------------------------------------------------------
 */

struct tiny {
    const char *measure;
    bool raw;
    double lone, loop, tie[2]; /* of a vertex alone, with a self-loop, of 0 -> 1 as stated */
};

static void expect_tiny(const char *measure, bool raw, const struct random_graph *graph,
                        const double *expected)
{
    double value[2] = {-1, -1};
    struct gt_view *view = oracle_view(graph, GT_DIRECTION_STATED, false);
    oracle_measure(measure, view, raw, value);
    for (uint32_t v = 0; v < graph->n; v++)
        if (!oracle_agree(value[v], expected[v], 1, 1e-12))
            fail_msg("%s, raw %d, n %u, m %u: vertex %u is %.17g, not %.17g", measure, raw,
                     graph->n, graph->m, v, value[v], expected[v]);
    gt_view_free(view);
}

static void tiny_graphs_have_plain_values(void **state)
{
    (void)state;
    static const struct tiny tinies[] = {
        {"degree", true, 0, 2, {1, 1}},
        {"degree", false, 0, 0, {1, 1}},
        {"strength", true, 0, 2, {1, 1}},
        {"strength", false, 0, 0, {1, 1}},
        {"betweenness", true, 0, 0, {0, 0}},
        {"betweenness", false, 0, 0, {0, 0}},
        {"closeness", true, 0, 0, {0, 1}},
        {"closeness", false, 0, 0, {0, 1}},
        {"harmonic", true, 0, 0, {0, 1}},
        {"harmonic", false, 0, 0, {0, 1}},
        {"eigenvector", true, 0, 1, {0, 0}},
        {"eigenvector", false, 0, 1, {0, 0}},
        {"katz", true, 1, 1 / (1 - 0.85), {1, 1.85}},
        {"katz", false, 1, 1, {0.4755170343654741, 0.87970651357612709}},
        {"pagerank", true, 1, 1, {1 / 2.85, 1.85 / 2.85}},
        {"pagerank", false, 1, 1, {1 / 2.85, 1.85 / 2.85}},
        {"hub", true, 0, 1, {1, 0}},
        {"hub", false, 0, 1, {1, 0}},
        {"authority", true, 0, 1, {0, 1}},
        {"authority", false, 0, 1, {0, 1}},
        {"coreness", false, 0, 0, {1, 1}},
        {"constraint", false, NAN, NAN, {1, 1}},
        {"clustering_coefficient", true, 0, 0, {0, 0}},
        {"clustering_coefficient", false, 0, 0, {0, 0}},
        {"eccentricity", false, NAN, NAN, {1, NAN}},
        {"articulation_point", false, 0, 0, {0, 0}},
    };
    const struct random_graph lone = {.n = 1}, loop = {.n = 1, .m = 1};
    const struct random_graph tie = {.n = 2, .m = 1, .to = {1}};
    for (size_t i = 0; i < sizeof tinies / sizeof *tinies; i++) {
        const struct tiny *tiny = &tinies[i];
        expect_tiny(tiny->measure, tiny->raw, &lone, &tiny->lone);
        expect_tiny(tiny->measure, tiny->raw, &loop, &tiny->loop);
        expect_tiny(tiny->measure, tiny->raw, &tie, tiny->tie);
    }
}

/* --- what must not matter ----------------------------------------------------------------------
 */

static void same_input_gives_same_bits(void **state)
{
    (void)state;
    size_t n;
    const struct gt_measure *measures = gt_measures(&n);
    for (uint32_t number = 0; number < RANDOM_GRAPHS; number++) {
        struct random_graph graph = random_graph_make(number);
        for (size_t i = 0; i < n; i++) {
            double first[EDGES] = {0}, again[EDGES] = {0};
            enum gt_direction direction = (enum gt_direction)(number / 7 % 4);
            for (int turn = 0; turn < 2; turn++) {
                struct gt_view *view = oracle_view(&graph, direction, true);
                oracle_measure(measures[i].name, view, false, turn ? again : first);
                gt_view_free(view);
            }
            assert_memory_equal(first, again, sizeof first);
        }
    }
}

static void renumber(struct random_graph *graph, uint32_t *number)
{
    for (uint32_t v = 0; v < graph->n; v++)
        number[v] = v;
    for (uint32_t v = graph->n; v-- > 1;) {
        uint32_t with = random_below(graph, v + 1), kept = number[v];
        number[v] = number[with];
        number[with] = kept;
    }
    for (uint32_t e = 0; e < graph->m; e++) {
        graph->from[e] = number[graph->from[e]];
        graph->to[e] = number[graph->to[e]];
    }
}

static void numbers_of_vertices_do_not_matter(void **state)
{
    (void)state;
    size_t n;
    const struct gt_measure *measures = gt_measures(&n);
    for (uint32_t seed = 0; seed < RANDOM_GRAPHS; seed++) {
        struct random_graph graph = random_graph_make(seed), other = graph;
        uint32_t number[VERTICES], rank[VERTICES], rank_of_other[VERTICES];
        renumber(&other, number);
        enum gt_direction direction = (enum gt_direction)(seed / 7 % 4);
        struct gt_view *view = oracle_view(&graph, direction, seed & 1);
        struct gt_view *view_of_other = oracle_view(&other, direction, seed & 1);
        for (size_t i = 0; i < n; i++) {
            double value[VERTICES], value_of_other[VERTICES];
            if (measures[i].of_edges)
                continue;
            oracle_measure(measures[i].name, view, false, value);
            oracle_measure(measures[i].name, view_of_other, false, value_of_other);
            gt_rank(value, graph.n, measures[i].descending, rank);
            gt_rank(value_of_other, graph.n, measures[i].descending, rank_of_other);
            for (uint32_t v = 0; v < graph.n; v++) {
                assert_true(oracle_agree(value_of_other[number[v]], value[v], 1, 1e-8));
                if (rank_of_other[number[v]] != rank[v])
                    fail_msg("%s of graph %u ranks vertex %u as %u or %u", measures[i].name, seed,
                             v, rank[v], rank_of_other[number[v]]);
            }
        }
        gt_view_free(view);
        gt_view_free(view_of_other);
    }
}

/* --- hard cases --------------------------------------------------------------------------------
 */

/* A chain of n has lambda 2 cos(pi / (n + 1)) and vector sin(pi v / (n + 1)), v from 1:
 * neighbouring eigenvalues are so near that plain iteration takes a million rounds. */
static void long_chains_have_eigenvectors(void **state)
{
    (void)state;
    enum { CHAIN = 900 };
    static uint32_t from[CHAIN - 1], to[CHAIN - 1];
    static double value[CHAIN];
    const double turn = acos(-1) / (CHAIN + 1);
    struct gt_error err = {0};
    struct gt_view *view;
    double alpha = 0;
    for (uint32_t v = 0; v + 1 < CHAIN; v++) {
        from[v] = v;
        to[v] = v + 1;
    }
    assert_true(gt_view_of_arrays(CHAIN, CHAIN - 1, from, to, NULL, GT_DIRECTION_ALL, &view, &err));
    oracle_measure("eigenvector", view, true, value);
    for (uint32_t v = 0; v < CHAIN; v++)
        assert_true(oracle_agree(value[v], sin(turn * (v + 1)) / sin(turn * 450), 0, 1e-6));
    assert_true(gt_katz_alpha(view, &alpha, &err));
    assert_true(oracle_agree(alpha, 0.85 / (2 * cos(turn)), 0, 1e-12));
    gt_view_free(view);
}

/* Two pairs with 100 million between them each, tied by 100 yuan over a chain: eigenvalues that
 * agree to all digits, which amounts in yuan do have. By symmetry both pairs are equal. */
static void equal_groups_far_apart_converge(void **state)
{
    (void)state;
    const uint32_t from[] = {0, 1, 2, 3, 4}, to[] = {1, 2, 3, 4, 5};
    const double weight[] = {1e8, 100, 100, 100, 1e8};
    double value[6];
    struct gt_error err = {0};
    struct gt_view *view;
    assert_true(gt_view_of_arrays(6, 5, from, to, weight, GT_DIRECTION_ALL, &view, &err));
    oracle_measure("eigenvector", view, true, value);
    for (uint32_t v = 0; v < 3; v++)
        assert_true(oracle_agree(value[v], value[5 - v], 0, 1e-9));
    assert_true(oracle_agree(value[2], 1e-6, 0, 1e-3));
    assert_true(oracle_agree(value[0], 1, 0, 1e-6));
    gt_view_free(view);
}

/* The same, tied more closely and with one more small tie at one end, which breaks the symmetry:
 * plain iteration would take 40 million rounds to choose between the pairs. */
static void nearly_equal_groups_converge(void **state)
{
    (void)state;
    const uint32_t from[] = {0, 1, 2, 3, 4, 5}, to[] = {1, 2, 3, 4, 5, 6};
    const double weight[] = {1e8, 1e6, 1e6, 1e6, 1e8, 1e5};
    double x[7], alpha = 0;
    struct gt_error err = {0};
    struct gt_view *view;
    assert_true(gt_view_of_arrays(7, 6, from, to, weight, GT_DIRECTION_ALL, &view, &err));
    oracle_measure("eigenvector", view, true, x);
    assert_true(gt_katz_alpha(view, &alpha, &err));
    for (uint32_t v = 0; v < 7; v++) {
        double sum = 0;
        for (uint32_t e = 0; e < 6; e++) {
            sum += from[e] == v ? weight[e] * x[to[e]] : 0;
            sum += to[e] == v ? weight[e] * x[from[e]] : 0;
        }
        assert_true(oracle_agree(sum, 0.85 / alpha * x[v], 0, 1e-8));
    }
    gt_view_free(view);
}

/* --- columns -----------------------------------------------------------------------------------
 */

static void columns_are_spread_to_nodes(void **state)
{
    (void)state;
    struct gt_error err = {0};
    struct gt_view *view;
    const struct gt_measure_options raw = {.raw = true};
    struct gt_view_options options = {.direction = GT_DIRECTION_ALL};
    struct gt_graph *graph = gt_graph_new();
    uint32_t document = sample_document(graph, "d", "2024", (enum gt_district)0), node[4];
    static const char *const id[] = {"a", "b", "c", "d"};
    bool without[4] = {false, true, false, false};
    struct gt_selection selection = {.without = without};
    for (uint32_t i = 0; i < 4; i++)
        node[i] = sample_node(graph, id[i], GT_NODE_company, id[i]);
    for (uint32_t i = 0; i < 3; i++)
        sample_tie(graph, node[i], GT_EDGE_invests_in, node[3], at(document, 10 * i));
    gt_graph_finish(graph);
    assert_true(gt_view_new(graph, &selection, &options, &view, &err));
    double column[4];
    assert_true(gt_measure_column(gt_measure_find("degree"), view, &raw, column, &err));
    assert_true(isnan(column[node[1]]));
    assert_true(oracle_agree(column[node[0]], 1, 0, 0) && oracle_agree(column[node[2]], 1, 0, 0));
    assert_true(oracle_agree(column[node[3]], 2, 0, 0));
    assert_false(gt_measure_column(gt_measure_find("edge_betweenness"), view, &raw, column, &err));
    assert_int_equal(err.status, GT_BUG);
    gt_view_free(view);
    gt_graph_free(graph);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_complete),
        cmocka_unit_test(names_are_suggested),
        cmocka_unit_test(tiny_graphs_have_plain_values),
        cmocka_unit_test(same_input_gives_same_bits),
        cmocka_unit_test(numbers_of_vertices_do_not_matter),
        cmocka_unit_test(long_chains_have_eigenvectors),
        cmocka_unit_test(equal_groups_far_apart_converge),
        cmocka_unit_test(nearly_equal_groups_converge),
        cmocka_unit_test(columns_are_spread_to_nodes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
