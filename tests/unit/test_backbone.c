/* test_backbone.c: the disparity filter against its formula, worked by hand, and what is kept. */
#include "unit/sample.h"

#include "graph/backbone.h"

/* A hub with four leaves; the tie to the first is stated nine times, the others once. */
static struct gt_graph *star(void)
{
    struct gt_graph *graph = gt_graph_new();
    uint32_t document = sample_document(graph, "d", "2025-01-01", GT_DISTRICT_putuo);
    uint32_t hub = sample_node(graph, "hub", GT_NODE_agency, "中心");
    for (uint32_t leaf = 1; leaf <= 4; leaf++) {
        char id[8];
        snprintf(id, sizeof id, "n%u", leaf);
        uint32_t node = sample_node(graph, id, GT_NODE_company, id);
        for (uint32_t k = 0; k < (leaf == 1 ? 9 : 1); k++)
            sample_tie(graph, hub, GT_EDGE_supports, node, at(document, 100 * leaf + 10 * k));
    }
    sample_node(graph, "alone", GT_NODE_fund, "独");
    gt_graph_finish(graph);
    return graph;
}

static struct gt_left_out filter(const struct gt_graph *graph, double alpha,
                                 struct gt_selected *selected)
{
    gt_select(graph, &(struct gt_selection){0}, selected);
    return gt_backbone(graph, alpha, selected);
}

/* The strong tie: (1 - 9/12)^3 = 0.0156; the weak ones: (1 - 1/12)^3 = 0.77. */
static void keeps_what_stands_out(void **state)
{
    (void)state;
    static const struct {
        double alpha;
        uint32_t edges, nodes; /* kept; the node without ties stays */
    } row[] = {{0.01, 0, 1}, {0.015, 0, 1}, {0.016, 1, 3}, {0.7, 1, 3}, {0.78, 4, 6}};
    struct gt_graph *graph = star();
    for (size_t i = 0; i < UNIT_COUNT(row); i++) {
        struct gt_selected selected = {0};
        struct gt_left_out out = filter(graph, row[i].alpha, &selected);
        assert_int_equal(selected.n_edges, row[i].edges);
        assert_int_equal(selected.n_nodes, row[i].nodes);
        assert_int_equal(out.edges, 4 - row[i].edges);
        assert_int_equal(out.nodes, 6 - row[i].nodes);
        gt_selected_fini(&selected);
    }
    gt_graph_free(graph);
}

/* Counts agree with flags, and a larger alpha keeps all that a smaller one does. */
static void is_monotonous_on_random_graphs(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed < 20; seed++) {
        uint64_t random = seed;
        struct gt_graph *graph = random_graph(30, 120, &random);
        struct gt_selected less = {0}, more = {0};
        filter(graph, 0.1, &less);
        filter(graph, 0.4, &more);
        uint32_t n = 0;
        for (uint32_t e = 0; e < graph->n_edges; e++) {
            const struct gt_edge *edge = &graph->edges[e];
            assert_true(!less.edge[e] || more.edge[e]);
            assert_true(!more.edge[e] || (more.node[edge->source] && more.node[edge->target]));
            n += more.edge[e];
        }
        assert_int_equal(n, more.n_edges);
        gt_selected_fini(&less);
        gt_selected_fini(&more);
        gt_graph_free(graph);
    }
}

static void keeps_flagged_nodes_and_their_ties(void **state)
{
    (void)state;
    struct gt_graph *graph = star();
    struct gt_selected selected = {0};
    const bool keep[] = {true, true, false, true, false, false};
    gt_select(graph, &(struct gt_selection){0}, &selected);
    struct gt_left_out out = gt_selected_keep(graph, keep, &selected);
    assert_int_equal(out.nodes, 3);
    assert_int_equal(out.edges, 2);
    assert_int_equal(selected.n_nodes, 3);
    assert_int_equal(selected.n_edges, 2);
    gt_selected_fini(&selected);
    gt_graph_free(graph);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_what_stands_out),
        cmocka_unit_test(is_monotonous_on_random_graphs),
        cmocka_unit_test(keeps_flagged_nodes_and_their_ties),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
