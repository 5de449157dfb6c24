/* test_path.c: shortest paths against the list of all loopless paths. */
#include "unit/unit.h"

#include "graph/path.h"

#include <math.h>
#include <string.h>

enum { MOST = 7, PATHS = 20000 };

/* All loopless paths, found by walking. */
struct walk {
    const struct gt_view *view;
    uint32_t to, depth, edge[MOST + 1];
    bool visited[MOST + 1];
    double length, all[PATHS];
    uint32_t n;
};

static void walk_on(struct walk *walk, uint32_t v)
{
    if (v == walk->to) {
        assert_true(walk->n < PATHS);
        walk->all[walk->n++] = walk->length;
        return;
    }
    walk->visited[v] = true;
    const struct gt_csr *out = &walk->view->out;
    for (uint32_t i = out->offset[v]; i < out->offset[v + 1]; i++)
        if (!walk->visited[out->neighbour[i]]) {
            double weight = walk->view->weight ? walk->view->weight[out->edge[i]] : 1;
            walk->length += 1 / weight;
            walk_on(walk, out->neighbour[i]);
            walk->length -= 1 / weight;
        }
    walk->visited[v] = false;
}

static int compare_lengths(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* A path goes from end to end over edges that are there, and comes nowhere twice. */
static void expect_path(const struct gt_view *view, const struct gt_path *path, uint32_t from,
                        uint32_t to)
{
    double length = 0;
    assert_int_equal(path->vertex[0], from);
    assert_int_equal(path->vertex[path->n_edges], to);
    for (uint32_t i = 0; i < path->n_edges; i++) {
        uint32_t a = path->vertex[i], b = path->vertex[i + 1], e = path->edge[i];
        assert_true((view->from[e] == a && view->to[e] == b) ||
                    (!view->directed && view->from[e] == b && view->to[e] == a));
        length += view->weight ? 1 / view->weight[e] : 1;
        for (uint32_t k = 0; k <= i; k++)
            assert_true(path->vertex[k] != b);
    }
    assert_true(fabs(length - path->length) < 1e-9);
}

static void expect_order(const struct gt_paths *paths)
{
    for (uint32_t i = 1; i < paths->n; i++) {
        const struct gt_path *x = &paths->path[i - 1], *y = &paths->path[i];
        assert_true(x->length < y->length + 1e-9);
        if (x->length < y->length - 1e-9 || x->n_edges != y->n_edges)
            continue;
        bool vertices = memcmp(x->vertex, y->vertex, (x->n_edges + 1) * sizeof *x->vertex) == 0;
        bool edges = memcmp(x->edge, y->edge, x->n_edges * sizeof *x->edge) == 0;
        assert_false(vertices && edges); /* none comes twice */
        for (uint32_t k = 0; vertices && k < x->n_edges; k++)
            if (x->edge[k] != y->edge[k]) {
                assert_true(x->edge[k] < y->edge[k]);
                break;
            }
    }
}

static void expect_shortest(const struct gt_view *view, uint32_t from, uint32_t to, uint32_t k)
{
    struct gt_error err = {0};
    struct gt_paths paths;
    static struct walk walk;
    memset(&walk, 0, sizeof walk);
    walk.view = view;
    walk.to = to;
    walk_on(&walk, from);
    qsort(walk.all, walk.n, sizeof *walk.all, compare_lengths);
    if (!gt_path_shortest(view, from, to, k, &paths, &err))
        fail_msg("%s", err.text);
    if (paths.n != (k < walk.n ? k : walk.n))
        fail_msg("%u paths of %u, %u wanted", paths.n, walk.n, k);
    for (uint32_t i = 0; i < paths.n; i++) {
        expect_path(view, &paths.path[i], from, to);
        if (fabs(paths.path[i].length - walk.all[i]) > 1e-9)
            fail_msg("path %u has length %g, expected %g", i, paths.path[i].length, walk.all[i]);
    }
    expect_order(&paths);
    gt_paths_fini(&paths);
}

static void agree_with_all_paths(void **state)
{
    (void)state;
    uint64_t seed = 40;
    for (int round = 0; round < 1500; round++) {
        uint32_t n = 1 + unit_below(&seed, MOST), m = unit_below(&seed, 13), from[13], to[13];
        double weight[13];
        for (uint32_t e = 0; e < m; e++) {
            from[e] = unit_below(&seed, n);
            to[e] = unit_below(&seed, n);
            weight[e] = 1 + unit_below(&seed, 3);
        }
        struct gt_error err = {0};
        struct gt_view *view;
        assert_true(gt_view_of_arrays(n, m, from, to, round % 2 ? weight : NULL,
                                      (enum gt_direction)(round / 2 % 4), &view, &err));
        static const uint32_t wanted[] = {0, 1, 2, 3, 5, 50};
        expect_shortest(view, unit_below(&seed, n), unit_below(&seed, n),
                        wanted[unit_below(&seed, UNIT_COUNT(wanted))]);
        gt_view_free(view);
    }
}

static void no_way_is_no_failure(void **state)
{
    (void)state;
    static const uint32_t from[] = {0}, to[] = {1};
    struct gt_error err = {0};
    struct gt_view *view;
    struct gt_paths paths;
    assert_true(gt_view_of_arrays(3, 1, from, to, NULL, GT_DIRECTION_OUT, &view, &err));
    assert_true(gt_path_shortest(view, 1, 0, 3, &paths, &err));
    assert_int_equal(paths.n, 0);
    gt_paths_fini(&paths);
    assert_true(gt_path_shortest(view, 0, 2, 3, &paths, &err));
    assert_int_equal(paths.n, 0);
    gt_paths_fini(&paths);
    assert_false(gt_path_shortest(view, 0, 7, 1, &paths, &err));
    assert_int_equal(err.status, GT_BUG);
    gt_paths_fini(&paths);
    gt_view_free(view);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agree_with_all_paths),
        cmocka_unit_test(no_way_is_no_failure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
