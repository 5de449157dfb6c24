/* test_rank.c: ranks, ties, and what is no number. */
#include "oracle/oracle_view.h"

enum { MANY = 8 };

static void expect_ranks(const double *value, uint32_t n, bool descending, const uint32_t *expected)
{
    uint32_t rank[MANY];
    gt_rank(value, n, descending, rank);
    for (uint32_t i = 0; i < n; i++)
        assert_int_equal(rank[i], expected[i]);
}

static void ties_share_a_rank(void **state)
{
    (void)state;
    expect_ranks((double[]){3, 1, 2, 2, 0}, 5, true, (uint32_t[]){1, 4, 2, 2, 5});
    expect_ranks((double[]){3, 1, 2, 2, 0}, 5, false, (uint32_t[]){5, 2, 3, 3, 1});
    expect_ranks((double[]){7, 7, 7}, 3, true, (uint32_t[]){1, 1, 1});
    expect_ranks((double[]){0, 0}, 2, true, (uint32_t[]){1, 1});
    expect_ranks((double[]){-1, -2, -1}, 3, true, (uint32_t[]){1, 3, 1});
}

static void rounding_parts_no_tie(void **state)
{
    (void)state;
    expect_ranks((double[]){0.1 + 0.2, 0.3, 0.4}, 3, true, (uint32_t[]){2, 2, 1});
    expect_ranks((double[]){1, 1 + 5e-10, 1 + 5e-9}, 3, true, (uint32_t[]){2, 2, 1});
    expect_ranks((double[]){1e-17, 0, 1}, 3, true, (uint32_t[]){2, 2, 1});
    expect_ranks((double[]){1e-12, 2e-12, 0}, 3, true, (uint32_t[]){2, 1, 3});
}

/* Each is near its neighbour; the last is far from the first. */
static void a_chain_of_near_values_is_no_tie(void **state)
{
    (void)state;
    double step = 0.8e-9;
    expect_ranks((double[]){1, 1 - step, 1 - 2 * step, 1 - 3 * step}, 4, true,
                 (uint32_t[]){1, 1, 3, 3});
}

static void no_number_has_rank_0(void **state)
{
    (void)state;
    expect_ranks((double[]){NAN, 2, NAN, 1}, 4, true, (uint32_t[]){0, 1, 0, 2});
    expect_ranks((double[]){NAN, 2, NAN, 1}, 4, false, (uint32_t[]){0, 2, 0, 1});
    expect_ranks((double[]){NAN}, 1, true, (uint32_t[]){0});
    expect_ranks((double[]){INFINITY, 1, INFINITY, -INFINITY}, 4, true, (uint32_t[]){1, 3, 1, 4});
    gt_rank(NULL, 0, true, NULL);
}

static void ranks_agree_with_counting(void **state)
{
    (void)state;
    for (uint32_t number = 0; number < RANDOM_GRAPHS; number++) {
        struct random_graph graph = random_graph_make(number);
        double value[MANY];
        uint32_t expected[MANY];
        for (uint32_t i = 0; i < MANY; i++)
            value[i] = random_below(&graph, 5);
        for (uint32_t i = 0; i < MANY; i++) {
            expected[i] = 1;
            for (uint32_t k = 0; k < MANY; k++)
                expected[i] += value[k] > value[i];
        }
        expect_ranks(value, MANY, true, expected);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ties_share_a_rank),
        cmocka_unit_test(rounding_parts_no_tie),
        cmocka_unit_test(a_chain_of_near_values_is_no_tie),
        cmocka_unit_test(no_number_has_rank_0),
        cmocka_unit_test(ranks_agree_with_counting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
