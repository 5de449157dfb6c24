/* test_compare_crossing.c: subset betweenness and distances against plain counting on small random
 * graphs, and against igraph's betweenness_subset on larger ones. */
#include "compare/crossing.h"

#include "graph/view_igraph.h"
#include "oracle/compare_random.h"

#include <math.h>

enum { CASES = 300, MOST = 12, NO_WAY = 1000 };

/* Distances, and numbers of shortest ways, between all vertices, by the definition. */
struct table {
    uint32_t distance[MOST][MOST];
    double ways[MOST][MOST];
};

/* Ways of exactly `length` arcs, by powers of the adjacency matrix: the first length with any is
 * the distance. */
static void fill_table(const struct gt_view *view, struct table *table)
{
    uint32_t n = view->n_vertices;
    double power[MOST][MOST] = {{0}};
    for (uint32_t u = 0; u < n; u++)
        for (uint32_t w = 0; w < n; w++) {
            power[u][w] = u == w;
            table->distance[u][w] = u == w ? 0 : NO_WAY;
            table->ways[u][w] = u == w;
        }
    for (uint32_t length = 1; length < n; length++) {
        double next[MOST][MOST] = {{0}};
        for (uint32_t u = 0; u < n; u++)
            for (uint32_t w = 0; w < n; w++)
                for (uint32_t v = 0; v < n; v++)
                    next[u][w] += power[u][v] * count_arcs(view, v, w);
        for (uint32_t u = 0; u < n; u++)
            for (uint32_t w = 0; w < n; w++) {
                power[u][w] = next[u][w];
                if (table->distance[u][w] == NO_WAY && next[u][w] > 0) {
                    table->distance[u][w] = length;
                    table->ways[u][w] = next[u][w];
                }
            }
    }
}

/* The fraction of the shortest ways from s to t that pass through v. */
static double fraction(const struct table *table, uint32_t s, uint32_t t, uint32_t v)
{
    if (v == s || v == t || table->distance[s][t] == NO_WAY ||
        table->distance[s][v] + table->distance[v][t] != table->distance[s][t])
        return 0;
    return table->ways[s][v] * table->ways[v][t] / table->ways[s][t];
}

static void check_small(const struct random_case *this)
{
    struct table table;
    struct gt_crossings crossings;
    uint32_t n = this->view->n_vertices;
    uint64_t apart = 0, pairs_at[MOST] = {0}, connected = 0;
    double betweenness[MOST] = {0}, sum = 0;
    fill_table(this->view, &table);
    for (uint32_t s = 0; s < n; s++)
        for (uint32_t t = 0; t < n; t++) {
            if (this->side[s] != GT_SIDE_A || this->side[t] != GT_SIDE_B)
                continue;
            bool met = table.distance[s][t] != NO_WAY;
            connected += met;
            apart += !met;
            if (met)
                pairs_at[table.distance[s][t]]++;
            sum += met ? table.distance[s][t] : 0;
            for (uint32_t v = 0; v < n; v++)
                betweenness[v] += fraction(&table, s, t, v);
        }
    gt_crossings_find(this->view, this->side, &crossings);
    assert_int_equal(crossings.connected, connected);
    assert_int_equal(crossings.apart, apart);
    for (uint32_t d = 0; d < MOST; d++)
        assert_int_equal(d < crossings.n_lengths ? crossings.pairs_at[d] : 0, pairs_at[d]);
    assert_true(crossings.n_lengths == 0 || crossings.pairs_at[crossings.n_lengths - 1] > 0);
    for (uint32_t v = 0; v < n; v++)
        assert_true(fabs(crossings.betweenness[v] - betweenness[v]) < 1e-9);
    assert_true(connected ? fabs(crossings.mean_length - sum / (double)connected) < 1e-9
                          : isnan(crossings.mean_length));
    gt_crossings_fini(&crossings);
}

static void crossings_are_counted(void **unused)
{
    (void)unused;
    static const enum gt_direction direction[] = {GT_DIRECTION_ALL, GT_DIRECTION_STATED,
                                                  GT_DIRECTION_IN};
    uint64_t state = 11;
    for (int i = 0; i < CASES; i++) {
        uint32_t n = 1 + unit_below(&state, MOST), m = unit_below(&state, 3 * n);
        struct random_case this = random_case_new(&state, n, m, direction[i % 3]);
        check_small(&this);
        random_case_free(&this);
    }
}

/* igraph's sum over sources and targets; it counts an undirected pair once. */
static void check_igraph(const struct random_case *this)
{
    uint32_t n = this->view->n_vertices;
    struct gt_error err = {0};
    igraph_vector_t result;
    igraph_vector_int_t sources, targets;
    struct gt_crossings crossings;
    assert_int_equal(igraph_vector_init(&result, 0), IGRAPH_SUCCESS);
    assert_int_equal(igraph_vector_int_init(&sources, 0), IGRAPH_SUCCESS);
    assert_int_equal(igraph_vector_int_init(&targets, 0), IGRAPH_SUCCESS);
    for (uint32_t v = 0; v < n; v++)
        if (this->side[v] == GT_SIDE_A || this->side[v] == GT_SIDE_B)
            assert_int_equal(
                igraph_vector_int_push_back(this->side[v] == GT_SIDE_A ? &sources : &targets, v),
                IGRAPH_SUCCESS);
    igraph_error_t code = igraph_betweenness_subset(
        &this->view->foreign->graph, &result, igraph_vss_all(), this->view->directed,
        igraph_vss_vector(&sources), igraph_vss_vector(&targets), NULL);
    assert_true(gt_igraph_done(code, "betweenness_subset", &err));
    gt_crossings_find(this->view, this->side, &crossings);
    double scale = this->view->directed ? 1 : 2;
    for (uint32_t v = 0; v < n; v++)
        assert_true(fabs(crossings.betweenness[v] - scale * VECTOR(result)[v]) <
                    1e-9 * (1 + crossings.betweenness[v]));
    gt_crossings_fini(&crossings);
    igraph_vector_destroy(&result);
    igraph_vector_int_destroy(&sources);
    igraph_vector_int_destroy(&targets);
}

static void igraph_agrees(void **unused)
{
    (void)unused;
    uint64_t state = 13;
    for (int i = 0; i < 200; i++) {
        uint32_t n = 20 + unit_below(&state, 60), m = unit_below(&state, 3 * n);
        struct random_case this =
            random_case_new(&state, n, m, i % 2 ? GT_DIRECTION_ALL : GT_DIRECTION_STATED);
        check_igraph(&this);
        random_case_free(&this);
    }
}

/* Two A vertices, a middle, three B vertices: all six pairs meet in the middle. */
static void all_pairs_meet_in_the_middle(void **unused)
{
    (void)unused;
    enum gt_side side[] = {GT_SIDE_A, GT_SIDE_A, GT_SIDE_SHARED, GT_SIDE_B, GT_SIDE_B, GT_SIDE_B};
    uint32_t from[] = {0, 1, 2, 2, 2}, to[] = {2, 2, 3, 4, 5};
    struct gt_view *view;
    struct gt_crossings crossings;
    struct gt_error err = {0};
    assert_true(gt_view_of_arrays(6, 5, from, to, NULL, GT_DIRECTION_ALL, &view, &err));
    gt_crossings_find(view, side, &crossings);
    assert_int_equal(crossings.connected, 6);
    assert_int_equal(crossings.pairs_at[2], 6);
    assert_true(fabs(crossings.betweenness[2] - 6) < 1e-12);
    gt_crossings_fini(&crossings);
    gt_view_free(view);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(crossings_are_counted),
        cmocka_unit_test(igraph_agrees),
        cmocka_unit_test(all_pairs_meet_in_the_middle),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
