/* test_selection.c: which nodes and ties a selection and a district hold, against plain rules. */
#include "unit/sample.h"

#include "graph/selection.h"

#include <time.h>

/* Two documents of two districts; a university with ties to both, a fund of Putuo alone. */
struct town {
    struct gt_graph *graph;
    uint32_t changning, putuo;                 /* documents */
    uint32_t university, fund, company, place; /* nodes */
    uint32_t supports, invests, plans;         /* edges */
};

static struct town make_town(void)
{
    struct town t = {.graph = gt_graph_new()};
    t.changning = sample_document(t.graph, "c", "2024-06", GT_DISTRICT_changning);
    t.putuo = sample_document(t.graph, "p", "2021", GT_DISTRICT_putuo);
    t.university = sample_node(t.graph, "university", GT_NODE_university, "东华大学");
    t.fund = sample_node(t.graph, "fund", GT_NODE_fund, "基金");
    t.company = sample_node(t.graph, "company", GT_NODE_company, "公司");
    t.place = sample_node(t.graph, "place", GT_NODE_place, "长宁区");
    t.graph->nodes[t.place].districts = 1u << GT_DISTRICT_changning;
    t.graph->nodes[t.place].level = GT_LEVEL_district;
    t.graph->nodes[t.company].districts = 1u << GT_DISTRICT_changning | 1u << GT_DISTRICT_hongkou;
    struct gt_statement plan = {
        .status = GT_STATUS_planned, .date = "2019-03", .evidence = at(t.putuo, 9)};
    t.supports = sample_tie(t.graph, t.place, GT_EDGE_supports, t.university, at(t.changning, 1));
    t.invests = sample_tie(t.graph, t.fund, GT_EDGE_invests_in, t.university, at(t.putuo, 1));
    t.plans = gt_graph_put_statement(t.graph, t.company, GT_EDGE_cooperates_with, t.place, &plan);
    gt_graph_finish(t.graph);
    return t;
}

/* Compares a selection with the nodes and edges expected, as bits. */
static void expect(const struct gt_graph *graph, struct gt_selection selection, uint32_t nodes,
                   uint32_t edges)
{
    struct gt_selected selected;
    uint32_t node = 0, edge = 0;
    gt_select(graph, &selection, &selected);
    for (uint32_t i = 0; i < graph->n_nodes; i++)
        node |= (uint32_t)selected.node[i] << i;
    for (uint32_t i = 0; i < graph->n_edges; i++)
        edge |= (uint32_t)selected.edge[i] << i;
    if (node != nodes || edge != edges)
        fail_msg("nodes %x, edges %x; expected %x, %x", node, edge, nodes, edges);
    assert_int_equal(selected.n_nodes, __builtin_popcount(nodes));
    assert_int_equal(selected.n_edges, __builtin_popcount(edges));
    gt_selected_fini(&selected);
}

enum { UNIVERSITY = 1, FUND = 2, COMPANY = 4, PLACE = 8, SUPPORTS = 1, INVESTS = 2, PLANS = 4 };

static void types_and_statuses(void **state)
{
    (void)state;
    struct town t = make_town();
    expect(t.graph, (struct gt_selection){0}, 15, 7);
    expect(t.graph, (struct gt_selection){.node_types = 1u << GT_NODE_fund}, FUND, 0);
    expect(t.graph,
           (struct gt_selection){.node_types = 1u << GT_NODE_fund | 1u << GT_NODE_university},
           FUND | UNIVERSITY, INVESTS);
    expect(t.graph, (struct gt_selection){.edge_types = 1u << GT_EDGE_supports}, PLACE | UNIVERSITY,
           SUPPORTS);
    expect(t.graph, (struct gt_selection){.statuses = 1u << GT_STATUS_planned}, COMPANY | PLACE,
           PLANS);
    bool without[] = {true, false, false, false};
    expect(t.graph, (struct gt_selection){.without = without}, FUND | COMPANY | PLACE, PLANS);
    gt_graph_free(t.graph);
}

static void dates_are_as_exact_as_they_are(void **state)
{
    (void)state;
    struct town t = make_town();
    static const struct {
        const char *since, *until;
        uint32_t edges;
    } rows[] = {
        {"2024", NULL, SUPPORTS},
        {"2024-06-30", NULL, SUPPORTS},
        {"2024-07", NULL, 0},
        {NULL, "2024", SUPPORTS | INVESTS | PLANS},
        {NULL, "2024-05", INVESTS | PLANS},
        {NULL, "2024-06-01", SUPPORTS | INVESTS | PLANS},
        {NULL, "2019", PLANS},
        {NULL, "2019-02-28", 0},
        {"2019-03", "2021-12-31", INVESTS | PLANS},
        {"2020", "2023", INVESTS},
    };
    for (size_t i = 0; i < UNIT_COUNT(rows); i++) {
        uint32_t e = rows[i].edges;
        uint32_t nodes = (e & SUPPORTS ? PLACE | UNIVERSITY : 0) |
                         (e & INVESTS ? FUND | UNIVERSITY : 0) | (e & PLANS ? COMPANY | PLACE : 0);
        expect(t.graph, (struct gt_selection){.since = rows[i].since, .until = rows[i].until},
               nodes, e);
    }
    gt_graph_free(t.graph);
}

static void districts_by_evidence_and_attribute(void **state)
{
    (void)state;
    struct town t = make_town();
    gt_districts changning = 1u << GT_DISTRICT_changning, putuo = 1u << GT_DISTRICT_putuo;
    expect(t.graph, (struct gt_selection){.districts = changning}, UNIVERSITY | COMPANY | PLACE,
           SUPPORTS | PLANS);
    expect(t.graph, (struct gt_selection){.districts = changning, .by = GT_BY_EVIDENCE},
           UNIVERSITY | PLACE, SUPPORTS);
    expect(t.graph, (struct gt_selection){.districts = changning, .by = GT_BY_ATTRIBUTE},
           COMPANY | PLACE, PLANS);
    expect(t.graph, (struct gt_selection){.districts = putuo}, 15, INVESTS | PLANS);
    expect(t.graph, (struct gt_selection){.districts = putuo, .by = GT_BY_ATTRIBUTE}, 0, 0);
    expect(t.graph, (struct gt_selection){.districts = 1u << GT_DISTRICT_hongkou}, COMPANY, 0);
    assert_int_equal(gt_district_all(t.graph), changning | putuo);
    assert_int_equal(gt_district_of_edge(t.graph, t.plans), putuo);
    gt_graph_free(t.graph);
}

static void nodes_belong_to_districts(void **state)
{
    (void)state;
    struct town t = make_town();
    gt_districts changning = 1u << GT_DISTRICT_changning, putuo = 1u << GT_DISTRICT_putuo;
    struct gt_arena arena = {0};
    uint32_t alone = sample_node(t.graph, "alone", GT_NODE_event, "活动");
    gt_numbers_add(&t.graph->nodes[alone].documents, t.putuo, &arena);
    gt_districts *both = gt_district_of_nodes(t.graph, GT_BY_BOTH);
    gt_districts *evidence = gt_district_of_nodes(t.graph, GT_BY_EVIDENCE);
    gt_districts *attribute = gt_district_of_nodes(t.graph, GT_BY_ATTRIBUTE);
    assert_int_equal(both[t.university], changning | putuo);
    assert_int_equal(evidence[t.fund], putuo);
    assert_int_equal(attribute[t.fund], 0);
    assert_int_equal(evidence[t.company], putuo);
    assert_int_equal(both[t.company], changning | putuo | 1u << GT_DISTRICT_hongkou);
    assert_int_equal(evidence[alone], putuo); /* a reply names it, though no tie does */
    assert_int_equal(attribute[alone], 0);
    free(both);
    free(evidence);
    free(attribute);
    gt_arena_fini(&arena);
    gt_graph_free(t.graph);
}

static void a_district_s_own_nodes(void **state)
{
    (void)state;
    struct gt_node place = {.type = GT_NODE_place, .level = GT_LEVEL_district, .districts = 1};
    struct gt_node agency = {.type = GT_NODE_agency, .level = GT_LEVEL_district, .districts = 1};
    assert_true(gt_node_is_district_place(&place) && gt_node_is_district_own(&place));
    assert_true(!gt_node_is_district_place(&agency) && gt_node_is_district_own(&agency));
    agency.level = GT_LEVEL_municipal;
    assert_false(gt_node_is_district_own(&agency));
    place.level = GT_LEVEL_regional;
    assert_false(gt_node_is_district_own(&place));
    place.level = GT_LEVEL_district;
    place.type = GT_NODE_park;
    assert_false(gt_node_is_district_own(&place));
}

static void around_a_node(void **state)
{
    (void)state;
    struct town t = make_town();
    expect(t.graph, (struct gt_selection){.around = t.fund, .hops = 1}, FUND | UNIVERSITY, INVESTS);
    expect(t.graph, (struct gt_selection){.around = t.fund, .hops = 2}, FUND | UNIVERSITY | PLACE,
           INVESTS | SUPPORTS);
    expect(t.graph, (struct gt_selection){.around = t.fund, .hops = UINT32_MAX}, 15, 7);
    expect(
        t.graph,
        (struct gt_selection){.around = t.fund, .hops = 3, .edge_types = 1u << GT_EDGE_invests_in},
        FUND | UNIVERSITY, INVESTS);
    expect(t.graph,
           (struct gt_selection){.around = t.fund, .hops = 3, .node_types = 1u << GT_NODE_company},
           0, 0);
    gt_graph_free(t.graph);
    struct gt_graph *empty = gt_graph_new();
    gt_graph_finish(empty);
    expect(empty, (struct gt_selection){.hops = 2}, 0, 0);
    gt_graph_free(empty);
}

/* Distances by relaxing every tie n times, as slow as it is plain. */
static void around_agrees_with_plain_distances(void **state)
{
    (void)state;
    uint64_t seed = 21;
    for (int round = 0; round < 200; round++) {
        struct gt_graph *graph = random_graph(12, 1 + unit_below(&seed, 16), &seed);
        struct gt_selection selection = {.around = unit_below(&seed, 12),
                                         .hops = 1 + unit_below(&seed, 5)};
        uint32_t distance[12], nodes = 0;
        for (uint32_t i = 0; i < 12; i++)
            distance[i] = i == selection.around ? 0 : 100;
        for (int pass = 0; pass < 12; pass++)
            for (uint32_t e = 0; e < graph->n_edges; e++) {
                uint32_t a = graph->edges[e].source, b = graph->edges[e].target;
                if (distance[a] + 1 < distance[b])
                    distance[b] = distance[a] + 1;
                if (distance[b] + 1 < distance[a])
                    distance[a] = distance[b] + 1;
            }
        struct gt_selected selected;
        gt_select(graph, &selection, &selected);
        for (uint32_t i = 0; i < 12; i++) {
            assert_int_equal(selected.node[i], distance[i] <= selection.hops);
            nodes += selected.node[i];
        }
        for (uint32_t e = 0; e < graph->n_edges; e++)
            assert_int_equal(selected.edge[e], selected.node[graph->edges[e].source] &&
                                                   selected.node[graph->edges[e].target]);
        assert_int_equal(selected.n_nodes, nodes);
        gt_selected_fini(&selected);
        gt_graph_free(graph);
    }
}

/* A chain is the longest way there is. */
static void around_takes_no_time(void **state)
{
    (void)state;
    enum { N = 60000 };
    struct gt_graph *graph = gt_graph_new();
    struct gt_selected selected;
    uint32_t d = sample_document(graph, "d", "2024", GT_DISTRICT_putuo);
    for (uint32_t i = 0; i < N; i++) {
        char id[16];
        snprintf(id, sizeof id, "n%u", i);
        sample_node(graph, id, GT_NODE_fund, "基金");
        if (i > 0)
            sample_tie(graph, i, GT_EDGE_part_of, i - 1, at(d, 1));
    }
    gt_graph_finish(graph);
    clock_t start = clock();
    gt_select(graph, &(struct gt_selection){.around = N - 1, .hops = N}, &selected);
    assert_true((double)(clock() - start) / CLOCKS_PER_SEC < 1); /* a pass a hop would take five */
    assert_int_equal(selected.n_nodes, N);
    gt_selected_fini(&selected);
    gt_graph_free(graph);
}

static void describes_only_what_restricts(void **state)
{
    (void)state;
    struct town t = make_town();
    struct gt_buffer out = {0};
    struct gt_json json = GT_JSON(&out, 0);
    bool without[] = {true, false, true, false};
    struct gt_selection all = {0};
    struct gt_selection some = {.node_types = 1u << GT_NODE_fund,
                                .edge_types = 1u << GT_EDGE_supports | 1u << GT_EDGE_leads,
                                .statuses = 1u << GT_STATUS_past,
                                .districts = 1u << GT_DISTRICT_putuo,
                                .by = GT_BY_EVIDENCE,
                                .since = "2020",
                                .around = t.fund,
                                .hops = 2,
                                .without = without};
    gt_json_object_begin(&json);
    gt_selection_describe(t.graph, &all, &json);
    gt_json_object_end(&json);
    assert_string_equal(out.bytes, "{}");
    gt_buffer_clear(&out);
    gt_json_object_begin(&json);
    gt_selection_describe(t.graph, &some, &json);
    gt_json_object_end(&json);
    assert_string_equal(out.bytes,
                        "{\"districts\":[\"putuo\"],\"by\":\"evidence\",\"types\":[\"fund\"],"
                        "\"edge_types\":[\"supports\",\"leads\"],\"status\":[\"past\"],"
                        "\"since\":\"2020\",\"around\":\"fund\",\"hops\":2,\"without\":2}");
    gt_buffer_fini(&out);
    gt_graph_free(t.graph);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(types_and_statuses),
        cmocka_unit_test(dates_are_as_exact_as_they_are),
        cmocka_unit_test(districts_by_evidence_and_attribute),
        cmocka_unit_test(nodes_belong_to_districts),
        cmocka_unit_test(a_district_s_own_nodes),
        cmocka_unit_test(around_a_node),
        cmocka_unit_test(around_agrees_with_plain_distances),
        cmocka_unit_test(around_takes_no_time),
        cmocka_unit_test(describes_only_what_restricts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
