/* test_compare_shipped.c: the comparison of the two districts whose replies the project ships. The
 * numbers were counted by another program (networkx) from the files. */
#include "compare/connection.h"
#include "compare/crossing.h"
#include "compare/overlap.h"
#include "compare/separator.h"
#include "compare/through.h"
#include "format/load.h"
#include "unit/unit.h"

#include <math.h>
#include <string.h>

struct shipped {
    struct gt_load load;
    struct gt_overlap *overlap;
};

static int load(void **state)
{
    static struct shipped shipped;
    static const char *const paths[] = {"graphs"};
    struct gt_error err = {0};
    struct gt_selection selection = {0};
    struct gt_pair pair = {GT_DISTRICT_changning, GT_DISTRICT_putuo};
    *state = &shipped;
    return !(gt_load(paths, 1, &shipped.load, &err) &&
             gt_overlap_new(shipped.load.graph, &selection, pair, &shipped.overlap, &err));
}

static int unload(void **state)
{
    struct shipped *shipped = *state;
    gt_overlap_free(shipped->overlap);
    gt_load_fini(&shipped->load);
    return 0;
}

static const char *id_of(const struct shipped *shipped, uint32_t node)
{
    return shipped->load.graph->nodes[node].id;
}

static void shares(void **state)
{
    const struct shipped *shipped = *state;
    const struct gt_overlap *overlap = shipped->overlap;
    assert_int_equal(overlap->nodes.a_only.n, 115);
    assert_int_equal(overlap->nodes.shared.n, 11);
    assert_int_equal(overlap->nodes.b_only.n, 130);
    assert_int_equal(shipped->load.graph->n_nodes, 256);
    assert_true(fabs(gt_share_jaccard(&overlap->nodes) - 11.0 / 256) < 1e-12);
    assert_true(fabs(gt_share_overlap(&overlap->nodes) - 11.0 / 126) < 1e-12);
    for (int type = 0; type < GT_NODE_TYPES; type++) {
        uint32_t wanted = type == GT_NODE_industry                             ? 9
                          : type == GT_NODE_institute || type == GT_NODE_place ? 1
                                                                               : 0;
        assert_int_equal(overlap->node_type[type].shared.n, wanted);
    }
    assert_string_equal(id_of(shipped, overlap->node_type[GT_NODE_institute].shared.item[0]),
                        "cas");
    assert_string_equal(id_of(shipped, overlap->node_type[GT_NODE_place].shared.item[0]),
                        "yangtze-river-delta");
    assert_int_equal(overlap->ties.shared.n, 0);
    assert_int_equal(overlap->between_shared.n, 2);
}

static void is_shared_through_cas(void **state)
{
    const struct shipped *shipped = *state;
    const struct gt_graph *graph = shipped->load.graph;
    struct gt_throughs throughs;
    uint32_t met = 0;
    gt_through_find(shipped->overlap, GT_THROUGH_TYPES, &throughs);
    assert_int_equal(throughs.n, 11);
    for (uint32_t i = 0; i < throughs.n; i++) {
        const struct gt_through *this = &throughs.item[i];
        if (strcmp(id_of(shipped, this->thing), "cas") != 0)
            continue;
        met++;
        assert_int_equal(this->type, GT_EDGE_part_of);
        assert_int_equal(this->n_a, 1);
        assert_int_equal(this->n_b, 1);
        assert_string_equal(id_of(shipped, this->a[0].node), "sim-cas");
        assert_string_equal(id_of(shipped, this->b[0].node), "simm-cas");
        assert_int_equal(graph->edges[this->a[0].edge].source, this->a[0].node);
        assert_int_equal(graph->edges[this->b[0].edge].source, this->b[0].node);
    }
    assert_int_equal(met, 1);
    gt_throughs_fini(&throughs);
}

static void check_separator(const struct shipped *shipped, const struct gt_view *view,
                            const enum gt_side *side)
{
    struct gt_separator separator;
    struct gt_error err = {0};
    uint32_t shared = 0;
    assert_true(gt_separator_find(view, side, &separator, &err));
    assert_int_equal(separator.n, 6);
    for (uint32_t i = 0; i < separator.n; i++)
        shared += shipped->overlap->side[view->node[separator.vertex[i]]] == GT_SIDE_SHARED;
    assert_int_equal(shared, 3);
    gt_separator_fini(&separator);
}

static void ways_without_the_districts(void **state)
{
    const struct shipped *shipped = *state;
    struct gt_view *view;
    struct gt_crossings crossings;
    struct gt_paths paths;
    struct gt_error err = {0};
    assert_true(gt_overlap_view(shipped->overlap, false, &view, &err));
    enum gt_side *side = gt_overlap_sides(shipped->overlap, view);
    gt_crossings_find(view, side, &crossings);
    assert_int_equal(crossings.connected, 6798);
    assert_int_equal(crossings.apart, 7908);
    assert_int_equal(crossings.pairs_at[1], 0);
    assert_int_equal(crossings.pairs_at[2], 93);
    uint32_t chen = view->vertex[gt_graph_node(shipped->load.graph, "chen-yihan")];
    assert_true(fabs(crossings.betweenness[chen] - 2548 - 2.0 / 3) < 1e-6);
    check_separator(shipped, view, side);
    gt_connection_find(view, side, NULL, 1000, &paths);
    for (uint32_t i = 0; i < paths.n; i++)
        assert_int_equal(paths.path[i].n_edges, 2);
    assert_true(paths.n >= 93);
    gt_paths_fini(&paths);
    gt_crossings_fini(&crossings);
    free(side);
    gt_view_free(view);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shares),
        cmocka_unit_test(is_shared_through_cas),
        cmocka_unit_test(ways_without_the_districts),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
