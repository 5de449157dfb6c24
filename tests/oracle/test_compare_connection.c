/* test_compare_connection.c: the k best shortest connections against the sorted list of all of
 * them. */
#include "compare/connection.h"

#include "oracle/compare_random.h"

enum { CASES = 900, MOST = 9, MOST_WAYS = 4096 };

struct way {
    uint32_t vertex[MOST], n; /* n vertices */
    uint32_t plain;
};

struct ways {
    struct way item[MOST_WAYS];
    uint32_t n;
};

/* Puts in every loopless way from the end of `way` to B of exactly `length` edges in all. */
static void extend(const struct random_case *this, const bool *plain, const struct way *way,
                   uint32_t length, struct ways *ways)
{
    uint32_t last = way->vertex[way->n - 1];
    if (way->n == length + 1) {
        if (this->side[last] == GT_SIDE_B) {
            assert_true(ways->n < MOST_WAYS);
            ways->item[ways->n++] = *way;
        }
        return;
    }
    for (uint32_t w = 0; w < this->view->n_vertices; w++) {
        struct way next = *way;
        bool met = false;
        for (uint32_t i = 0; i < way->n; i++)
            met = met || way->vertex[i] == w;
        if (met || !count_arcs(this->view, last, w))
            continue;
        next.vertex[next.n++] = w;
        next.plain += plain[w];
        extend(this, plain, &next, length, ways);
    }
}

static int compare_ways(const void *a, const void *b)
{
    const struct way *x = a, *y = b;
    if (x->plain != y->plain)
        return x->plain < y->plain ? -1 : 1;
    for (uint32_t i = 0; i < x->n; i++)
        if (x->vertex[i] != y->vertex[i])
            return x->vertex[i] < y->vertex[i] ? -1 : 1;
    return 0;
}

/* All ways of the least length that has any, best first. */
static void list_all(const struct random_case *this, const bool *plain, struct ways *ways)
{
    ways->n = 0;
    for (uint32_t length = 1; length < this->view->n_vertices && !ways->n; length++)
        for (uint32_t v = 0; v < this->view->n_vertices; v++) {
            struct way way = {.vertex = {v}, .n = 1, .plain = plain[v]};
            if (this->side[v] == GT_SIDE_A)
                extend(this, plain, &way, length, ways);
        }
    if (ways->n)
        qsort(ways->item, ways->n, sizeof *ways->item, compare_ways);
}

static void check_edges(const struct gt_view *view, const struct gt_path *path)
{
    for (uint32_t i = 0; i < path->n_edges; i++) {
        uint32_t u = path->vertex[i], w = path->vertex[i + 1], e = path->edge[i];
        assert_true((view->from[e] == u && view->to[e] == w) ||
                    (!view->directed && view->from[e] == w && view->to[e] == u));
    }
}

static void check_case(const struct random_case *this, const bool *plain, uint32_t k,
                       struct ways *ways)
{
    static const bool none[MOST];
    struct gt_paths paths;
    list_all(this, plain ? plain : none, ways);
    gt_connection_find(this->view, this->side, plain, k, &paths);
    assert_int_equal(paths.n, ways->n < k ? ways->n : k);
    for (uint32_t i = 0; i < paths.n; i++) {
        assert_int_equal(paths.path[i].n_edges + 1, ways->item[i].n);
        assert_true(paths.path[i].length == paths.path[i].n_edges);
        for (uint32_t j = 0; j < ways->item[i].n; j++)
            assert_int_equal(paths.path[i].vertex[j], ways->item[i].vertex[j]);
        check_edges(this->view, &paths.path[i]);
    }
    gt_paths_fini(&paths);
}

static void connections_come_in_order(void **unused)
{
    (void)unused;
    static const enum gt_direction direction[] = {GT_DIRECTION_ALL, GT_DIRECTION_STATED,
                                                  GT_DIRECTION_IN};
    struct ways *ways = gt_xcalloc(1, sizeof *ways);
    uint64_t state = 17;
    uint32_t far = 0, many = 0;
    for (int i = 0; i < CASES; i++) {
        uint32_t n = i % 2 ? MOST : 1 + unit_below(&state, MOST);
        uint32_t m = i % 2 ? n + unit_below(&state, n) : unit_below(&state, 3 * n);
        struct random_case this = random_case_new(&state, n, m, direction[i % 3]);
        bool plain[MOST];
        if (i % 2) /* no direct ties: longer ways */
            for (uint32_t v = 0; v < n; v++)
                this.side[v] = v == 0 ? GT_SIDE_A : v == n - 1 ? GT_SIDE_B : GT_SIDE_SHARED;
        for (uint32_t v = 0; v < n; v++)
            plain[v] = unit_below(&state, 2);
        check_case(&this, plain, 1 + unit_below(&state, 6), ways);
        check_case(&this, NULL, MOST_WAYS, ways);
        many += ways->n > 2;
        far += ways->n && ways->item[0].n > 3;
        random_case_free(&this);
    }
    assert_true(far > 50 && many > 50);
    free(ways);
}

/* A path of 80 edges: too long to count plain vertices, still found. */
static void long_ways_are_found(void **unused)
{
    (void)unused;
    enum { N = 81 };
    uint32_t from[N - 1], to[N - 1];
    enum gt_side side[N] = {[0] = GT_SIDE_A, [N - 1] = GT_SIDE_B};
    bool plain[N];
    struct gt_view *view;
    struct gt_paths paths;
    struct gt_error err = {0};
    for (uint32_t v = 0; v < N; v++)
        plain[v] = true;
    for (uint32_t e = 0; e < N - 1; e++) {
        from[e] = e;
        to[e] = e + 1;
    }
    assert_true(gt_view_of_arrays(N, N - 1, from, to, NULL, GT_DIRECTION_ALL, &view, &err));
    gt_connection_find(view, side, plain, 3, &paths);
    assert_int_equal(paths.n, 1);
    assert_int_equal(paths.path[0].n_edges, N - 1);
    for (uint32_t v = 0; v < N; v++)
        assert_int_equal(paths.path[0].vertex[v], v);
    gt_paths_fini(&paths);
    gt_view_free(view);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(connections_come_in_order),
        cmocka_unit_test(long_ways_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
