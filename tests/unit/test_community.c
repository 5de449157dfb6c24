/* test_community.c: communities of graphs whose division is plain. */
#include "unit/unit.h"

#include "centrality/community.h"

#include <string.h>

static const char *const methods[] = {"leiden", "fast_greedy"};

/* Two cliques of 6 and 4 vertices with one tie between, and a vertex alone. */
static void cliques_are_communities(void **state)
{
    (void)state;
    uint32_t from[32], to[32], n = 0, community[11], groups;
    struct gt_error err = {0};
    struct gt_view *view;
    for (uint32_t a = 0; a < 10; a++)
        for (uint32_t b = a + 1; b < 10; b++)
            if ((a < 4) == (b < 4)) {
                from[n] = a;
                to[n++] = b;
            }
    from[n] = 0;
    to[n++] = 9;
    assert_true(gt_view_of_arrays(11, n, from, to, NULL, GT_DIRECTION_ALL, &view, &err));
    for (size_t m = 0; m < UNIT_COUNT(methods); m++) {
        assert_true(gt_community_find(view, methods[m], community, &groups, &err));
        assert_int_equal(groups, 3);
        for (uint32_t v = 0; v < 11; v++) /* numbered by size */
            assert_int_equal(community[v], v < 4 ? 1 : v < 10 ? 0 : 2);
    }
    gt_view_free(view);
}

static void the_same_each_time(void **state)
{
    (void)state;
    enum { VERTICES = 60, EDGES = 120 };
    uint32_t from[EDGES], to[EDGES], first[VERTICES], again[VERTICES];
    uint64_t random = 5;
    struct gt_error err = {0};
    struct gt_view *view;
    for (uint32_t e = 0; e < EDGES; e++) {
        from[e] = unit_below(&random, VERTICES);
        to[e] = (from[e] + 1 + e % (VERTICES - 1)) % VERTICES;
    }
    assert_true(gt_view_of_arrays(VERTICES, EDGES, from, to, NULL, GT_DIRECTION_ALL, &view, &err));
    assert_true(gt_community_find(view, "leiden", first, NULL, &err));
    assert_true(gt_community_find(view, "leiden", again, NULL, &err));
    assert_memory_equal(first, again, sizeof first);
    gt_view_free(view);
}

static void without_ties_each_alone(void **state)
{
    (void)state;
    uint32_t community[3], groups;
    struct gt_error err = {0};
    struct gt_view *view;
    assert_true(gt_view_of_arrays(3, 0, NULL, NULL, NULL, GT_DIRECTION_ALL, &view, &err));
    assert_true(gt_community_find(view, "leiden", community, &groups, &err));
    assert_int_equal(groups, 3);
    assert_int_equal(community[2], 2);
    assert_false(gt_community_find(view, "astrology", community, &groups, &err));
    assert_int_equal(err.status, GT_USAGE);
    assert_non_null(strstr(err.text, "astrology"));
    gt_view_free(view);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cliques_are_communities),
        cmocka_unit_test(the_same_each_time),
        cmocka_unit_test(without_ties_each_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
