/* compare_random.h: random views and sides for the oracles of compare/. */
#ifndef GT_TESTS_COMPARE_RANDOM_H
#define GT_TESTS_COMPARE_RANDOM_H

#include "base/memory.h"
#include "compare/side.h"
#include "graph/view.h"
#include "unit/unit.h"

/* A random graph with some parallel edges and self-loops, and the sides of its vertices. */
struct random_case {
    struct gt_view *view;
    enum gt_side *side;
};

static inline struct random_case random_case_new(uint64_t *state, uint32_t n, uint32_t m,
                                                 enum gt_direction direction)
{
    struct random_case this = {.side = gt_xcalloc(n, sizeof *this.side)};
    struct gt_error err = {0};
    uint32_t *from = gt_xcalloc(m, sizeof *from), *to = gt_xcalloc(m, sizeof *to);
    uint32_t sides = 2 + unit_below(state, 3); /* 2: hardly any shared; 4: all four equally */
    for (uint32_t v = 0; v < n; v++) {
        uint32_t draw = unit_below(state, 2 * sides);
        this.side[v] = draw < 2   ? GT_SIDE_A
                       : draw < 4 ? GT_SIDE_B
                       : draw < 6 ? GT_SIDE_SHARED
                                  : GT_SIDE_NEITHER;
    }
    for (uint32_t e = 0; e < m; e++) {
        from[e] = unit_below(state, n);
        to[e] = unit_below(state, n);
    }
    assert_true(gt_view_of_arrays(n, m, from, to, NULL, direction, &this.view, &err));
    free(from);
    free(to);
    return this;
}

static inline void random_case_free(struct random_case *this)
{
    gt_view_free(this->view);
    free(this->side);
}

/* How many arcs lead from u to w, self-loops none. */
static inline uint32_t count_arcs(const struct gt_view *view, uint32_t u, uint32_t w)
{
    uint32_t n = 0;
    for (uint32_t e = 0; e < view->n_edges; e++)
        n += u != w && ((view->from[e] == u && view->to[e] == w) ||
                        (!view->directed && view->from[e] == w && view->to[e] == u));
    return n;
}

#endif
