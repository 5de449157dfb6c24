/* test_compare_separator.c: separators against all subsets of the vertices of small random graphs.
 * */
#include "compare/separator.h"

#include "oracle/compare_random.h"

enum { CASES = 800, MOST = 9 };

/* The vertices that ways from A reach without those in `removed` (sets are bits). */
static uint32_t reach(const struct random_case *this, uint32_t removed)
{
    uint32_t n = this->view->n_vertices, reached = 0, before;
    for (uint32_t v = 0; v < n; v++)
        if (this->side[v] == GT_SIDE_A && !(removed >> v & 1))
            reached |= 1u << v;
    do {
        before = reached;
        for (uint32_t u = 0; u < n; u++)
            for (uint32_t w = 0; w < n; w++)
                if ((reached >> u & 1) && !(removed >> w & 1) && count_arcs(this->view, u, w))
                    reached |= 1u << w;
    } while (reached != before);
    return reached;
}

static bool separates(const struct random_case *this, uint32_t removed)
{
    uint32_t reached = reach(this, removed);
    for (uint32_t v = 0; v < this->view->n_vertices; v++)
        if ((reached >> v & 1) && this->side[v] == GT_SIDE_B)
            return false;
    return true;
}

/* What removing a set costs: vertices first, then vertices of one side alone. */
static uint32_t cost(const struct random_case *this, uint32_t set)
{
    uint32_t sum = 0;
    for (uint32_t v = 0; v < this->view->n_vertices; v++)
        if (set >> v & 1)
            sum += this->side[v] == GT_SIDE_A || this->side[v] == GT_SIDE_B ? 101 : 100;
    return sum;
}

/* The best separators by trying all: how many, and the one that leaves A least to reach. */
struct best {
    uint32_t cost, count, nearest;
};

static struct best try_all(const struct random_case *this)
{
    struct best best = {.cost = UINT32_MAX};
    int least = 0;
    for (uint32_t set = 0; set < 1u << this->view->n_vertices; set++) {
        if (cost(this, set) > best.cost || !separates(this, set))
            continue;
        int reached = __builtin_popcount(reach(this, set));
        bool better = cost(this, set) < best.cost;
        best.count = better ? 1 : best.count + 1;
        if (better || reached < least) {
            best.nearest = set;
            least = reached;
        }
        best.cost = cost(this, set);
    }
    return best;
}

static uint32_t as_set(const uint32_t *vertex, uint32_t n)
{
    uint32_t set = 0;
    for (uint32_t i = 0; i < n; i++) {
        assert_true(i == 0 || vertex[i - 1] < vertex[i]);
        set |= 1u << vertex[i];
    }
    return set;
}

static void check_singles(const struct random_case *this, const struct gt_separator *separator)
{
    uint32_t singles = 0;
    for (uint32_t v = 0; v < this->view->n_vertices && separator->n == 1; v++)
        singles |= (uint32_t)separates(this, 1u << v) << v;
    assert_int_equal(as_set(separator->single, separator->n_single), singles);
}

static void check_random(enum gt_direction direction, uint32_t *sizes)
{
    uint64_t state = 7 + (uint64_t)direction;
    for (int i = 0; i < CASES; i++) {
        uint32_t n = 1 + unit_below(&state, MOST), m = unit_below(&state, 4 * n);
        struct random_case this = random_case_new(&state, n, m, direction);
        struct gt_separator separator;
        struct gt_error err = {0};
        assert_true(gt_separator_find(this.view, this.side, &separator, &err));
        uint32_t set = as_set(separator.vertex, separator.n);
        struct best best = try_all(&this);
        assert_true(separates(&this, set));
        assert_int_equal(cost(&this, set), best.cost);
        assert_int_equal(set, best.nearest);
        assert_int_equal(separator.unique, best.count == 1);
        check_singles(&this, &separator);
        sizes[separator.n]++;
        gt_separator_fini(&separator);
        random_case_free(&this);
    }
    for (int size = 0; size < 4; size++) /* the cases are worth trying */
        assert_true(sizes[size] > 20);
}

static void separators_are_smallest(void **state)
{
    (void)state;
    uint32_t sizes[MOST + 1] = {0};
    check_random(GT_DIRECTION_ALL, sizes);
}

static void separators_follow_arcs(void **state)
{
    (void)state;
    uint32_t sizes[MOST + 1] = {0};
    check_random(GT_DIRECTION_STATED, sizes);
}

/* A 0-1-2-3-4 B with 2 shared: the shared one is taken though each inner vertex would do. */
static void shared_vertices_are_preferred(void **state)
{
    (void)state;
    enum gt_side side[] = {GT_SIDE_A, GT_SIDE_A, GT_SIDE_SHARED, GT_SIDE_B, GT_SIDE_B};
    uint32_t from[] = {0, 1, 2, 3}, to[] = {1, 2, 3, 4};
    struct gt_view *view;
    struct gt_separator separator;
    struct gt_error err = {0};
    assert_true(gt_view_of_arrays(5, 4, from, to, NULL, GT_DIRECTION_ALL, &view, &err));
    assert_true(gt_separator_find(view, side, &separator, &err));
    assert_int_equal(separator.n, 1);
    assert_int_equal(separator.vertex[0], 2);
    assert_true(separator.unique);
    assert_int_equal(separator.n_single, 3); /* 1 and 3 would do as well, the ends not */
    gt_separator_fini(&separator);
    gt_view_free(view);
}

/* No vertices at all, and vertices without edges. */
static void nothing_to_separate(void **state)
{
    (void)state;
    enum gt_side side[] = {GT_SIDE_A, GT_SIDE_B};
    for (uint32_t n = 0; n <= 2; n += 2) {
        struct gt_view *view;
        struct gt_separator separator;
        struct gt_error err = {0};
        assert_true(gt_view_of_arrays(n, 0, NULL, NULL, NULL, GT_DIRECTION_ALL, &view, &err));
        assert_true(gt_separator_find(view, side, &separator, &err));
        assert_int_equal(separator.n, 0);
        assert_int_equal(separator.n_single, 0);
        gt_separator_fini(&separator);
        gt_view_free(view);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(separators_are_smallest),
        cmocka_unit_test(separators_follow_arcs),
        cmocka_unit_test(shared_vertices_are_preferred),
        cmocka_unit_test(nothing_to_separate),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
