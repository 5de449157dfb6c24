/* test_graph.c: what merges, what contradicts, and what an edge's statements say of it. */
#include "unit/sample.h"

#include "base/utf8.h"

#include <math.h>
#include <string.h>
#include <time.h>

static void put_copies_every_text(void **state)
{
    (void)state;
    struct gt_graph *graph = gt_graph_new();
    struct gt_faults faults = {0};
    char id[] = "donghua", name[] = "东华大学", alias[] = "东华", place[] = "a.json";
    const char *aliases[] = {alias};
    struct gt_node node = {.id = id, .name = name, .place = place, .aliases = {aliases, 1}};
    uint32_t number = gt_graph_put_node(graph, &node, &faults);
    memset(id, 'x', 7);
    memset(name, 'x', 7);
    memset(alias, 'x', 3);
    memset(place, 'x', 6);
    const struct gt_node *kept = &graph->nodes[number];
    assert_string_equal(kept->id, "donghua");
    assert_string_equal(kept->name, "东华大学");
    assert_string_equal(kept->aliases.item[0], "东华");
    assert_string_equal(kept->place, "a.json");
    assert_null(kept->label);
    assert_int_equal(gt_graph_node(graph, "donghua"), number);
    assert_int_equal(gt_graph_node(graph, "donghu"), GT_NONE);
    gt_graph_free(graph);
    gt_graph_free(NULL);
}

static void the_same_id_is_one_node(void **state)
{
    (void)state;
    struct gt_graph *graph = gt_graph_new();
    struct gt_faults faults = {0};
    const char *first[] = {"东华", "纺大"}, *second[] = {"纺大", "东华大学（延安路）", "DHU"};
    uint32_t d0[] = {0}, d1[] = {1, 0};
    struct gt_node one = {.id = "donghua",
                          .type = GT_NODE_university,
                          .name = "东华大学",
                          .label = "东华",
                          .aliases = {first, 2},
                          .mentions = {first, 1},
                          .districts = 1u << GT_DISTRICT_changning,
                          .documents = {d0, 1}};
    struct gt_node two = {.id = "donghua",
                          .type = GT_NODE_university,
                          .name = "东华大学（延安路）",
                          .label = "东大",
                          .name_en = "Donghua University",
                          .level = GT_LEVEL_national,
                          .aliases = {second, 3},
                          .mentions = {second, 1},
                          .districts = 1u << GT_DISTRICT_songjiang,
                          .documents = {d1, 2},
                          .size = {.present = true, .value = 5}};
    assert_int_equal(gt_graph_put_node(graph, &one, &faults), 0);
    assert_int_equal(gt_graph_put_node(graph, &two, &faults), 0);
    const struct gt_node *node = &graph->nodes[0];
    assert_string_equal(node->label, "东华");
    assert_int_equal(gt_graph_put_node(graph, &one, &faults), 0);
    assert_int_equal(graph->n_nodes, 1);
    assert_string_equal(node->name, "东华大学（延安路）");
    assert_int_equal(node->aliases.n, 4); /* 东华, 纺大, 东华大学, DHU: not the name */
    assert_true(gt_texts_have(&node->aliases, "东华大学"));
    assert_true(gt_texts_have(&node->aliases, "DHU"));
    assert_false(gt_texts_have(&node->aliases, node->name));
    assert_string_equal(node->label, "东华");
    assert_string_equal(node->name_en, "Donghua University");
    assert_int_equal(node->level, GT_LEVEL_national);
    assert_int_equal(node->mentions.n, 2);
    assert_int_equal(node->documents.n, 2);
    assert_int_equal(node->districts, 1u << GT_DISTRICT_changning | 1u << GT_DISTRICT_songjiang);
    assert_true(node->size.present);
    assert_int_equal(faults.n, 0);
    gt_graph_free(graph);
}

/* Whichever comes first, the longer name wins; of equally long ones the first does. Length is in
 * characters: 长宁科委 is fuller than ABCDEF no less than CN is shorter. */
static void the_fullest_name_wins(void **state)
{
    (void)state;
    static const struct {
        const char *first, *second, *name, *alias;
    } rows[] = {
        {"科委", "长宁区科委", "长宁区科委", "科委"},
        {"长宁区科委", "科委", "长宁区科委", "科委"},
        {"ABCD", "科委会", "ABCD", "科委会"},
        {"区科委", "科委会", "区科委", "科委会"},
    };
    for (size_t i = 0; i < UNIT_COUNT(rows); i++) {
        struct gt_graph *graph = gt_graph_new();
        sample_node(graph, "a", GT_NODE_agency, rows[i].first);
        sample_node(graph, "a", GT_NODE_agency, rows[i].second);
        assert_string_equal(graph->nodes[0].name, rows[i].name);
        assert_int_equal(graph->nodes[0].aliases.n, 1);
        assert_string_equal(graph->nodes[0].aliases.item[0], rows[i].alias);
        gt_graph_free(graph);
    }
}

static void another_type_is_a_fault_with_both_places(void **state)
{
    (void)state;
    struct gt_graph *graph = gt_graph_new();
    struct gt_faults faults = {0};
    struct gt_node one = {
        .id = "a", .type = GT_NODE_fund, .name = "基金", .place = "x.json: /nodes/1"};
    struct gt_node two = {
        .id = "a", .type = GT_NODE_company, .name = "更长的名字", .place = "y.json: /nodes/2"};
    gt_graph_put_node(graph, &one, &faults);
    assert_int_equal(gt_graph_put_node(graph, &two, &faults), 0);
    assert_int_equal(faults.n, 1);
    assert_string_equal(faults.kept[0].place, "y.json: /nodes/2");
    assert_non_null(strstr(faults.kept[0].text, "company here but fund at x.json: /nodes/1"));
    assert_int_equal(graph->nodes[0].type, GT_NODE_fund);
    assert_string_equal(graph->nodes[0].name, "基金");
    gt_faults_fini(&faults);
    gt_graph_free(graph);
}

static void another_document_of_that_id_is_a_fault(void **state)
{
    (void)state;
    struct gt_document base = {.id = "d",
                               .title = "t",
                               .issuer = "i",
                               .date = "2024",
                               .district = GT_DISTRICT_putuo,
                               .sha256 = "aa",
                               .length = 9,
                               .place = "x"};
    for (int change = 0; change < 5; change++) {
        struct gt_graph *graph = gt_graph_new();
        struct gt_faults faults = {.lang = GT_ZH};
        struct gt_document other = base;
        other.place = "y";
        if (change == 1)
            other.sha256 = "ab";
        if (change == 2)
            other.length = 8;
        if (change == 3)
            other.district = GT_DISTRICT_changning;
        if (change == 4)
            other.date = "2024-01";
        assert_int_equal(gt_graph_put_document(graph, &base, &faults), 0);
        assert_int_equal(gt_graph_put_document(graph, &other, &faults), 0);
        assert_int_equal(faults.n, change > 0);
        assert_int_equal(graph->n_documents, 1);
        if (change) {
            assert_string_equal(faults.kept[0].place, "y");
            assert_non_null(strstr(faults.kept[0].text, "x 处"));
        }
        gt_faults_fini(&faults);
        gt_graph_free(graph);
    }
}

static void mutual_ties_have_no_order(void **state)
{
    (void)state;
    struct gt_graph *graph = gt_graph_new();
    uint32_t d = sample_document(graph, "d", "2024", GT_DISTRICT_putuo);
    uint32_t a = sample_node(graph, "a", GT_NODE_university, "甲");
    uint32_t b = sample_node(graph, "b", GT_NODE_company, "乙");
    uint32_t mutual = sample_tie(graph, b, GT_EDGE_cooperates_with, a, at(d, 1));
    assert_int_equal(sample_tie(graph, a, GT_EDGE_cooperates_with, b, at(d, 2)), mutual);
    uint32_t there = sample_tie(graph, a, GT_EDGE_supports, b, at(d, 1));
    uint32_t back = sample_tie(graph, b, GT_EDGE_supports, a, at(d, 1));
    assert_int_equal(sample_tie(graph, a, GT_EDGE_supports, b, at(d, 9)), there);
    assert_true(there != back && there != mutual && back != mutual);
    gt_graph_finish(graph);
    assert_int_equal(graph->n_edges, 3);
    assert_int_equal(graph->edges[mutual].source, b); /* as first stated */
    assert_int_equal(graph->edges[mutual].n, 2);
    assert_int_equal(graph->edges[back].n, 1);
    gt_graph_free(graph);
}

static void statements_stand_newest_first(void **state)
{
    (void)state;
    struct gt_graph *graph = gt_graph_new();
    uint32_t old = sample_document(graph, "z-old", "2021-08", GT_DISTRICT_putuo);
    uint32_t new = sample_document(graph, "a-new", "2025-01-02", GT_DISTRICT_putuo);
    uint32_t twin = sample_document(graph, "b-new", "2025-01-02", GT_DISTRICT_putuo);
    uint32_t a = sample_node(graph, "a", GT_NODE_agency, "甲");
    uint32_t b = sample_node(graph, "b", GT_NODE_fund, "乙");
    uint32_t other = sample_tie(graph, b, GT_EDGE_supports, a, at(twin, 1));
    struct gt_statement planned = {.status = GT_STATUS_planned, .evidence = at(old, 5)};
    struct gt_statement past = {.status = GT_STATUS_past, .evidence = at(new, 30)};
    struct gt_statement later = {.status = GT_STATUS_planned, .evidence = at(new, 31)};
    uint32_t edge = gt_graph_put_statement(graph, a, GT_EDGE_supports, b, &planned);
    sample_tie(graph, a, GT_EDGE_supports, b, at(twin, 1));
    gt_graph_put_statement(graph, a, GT_EDGE_supports, b, &later);
    gt_graph_put_statement(graph, a, GT_EDGE_supports, b, &past);
    gt_graph_finish(graph);
    const struct gt_statement *first = &graph->statements[graph->edges[edge].first];
    assert_int_equal(graph->edges[edge].n, 4);
    assert_int_equal(graph->edges[edge].status, GT_STATUS_past);
    assert_int_equal(graph->edges[other].status, GT_STATUS_ongoing);
    assert_int_equal(first[0].evidence.start, 30);
    assert_int_equal(first[1].evidence.start, 31);
    assert_int_equal(first[2].evidence.document, twin);
    assert_int_equal(first[3].evidence.document, old);
    for (uint32_t i = 0; i < graph->n_statements; i++) {
        const struct gt_edge *of = &graph->edges[graph->statements[i].edge];
        assert_in_range(i, of->first, of->first + of->n - 1);
    }
    gt_graph_free(graph);
}

enum { CHANGES = 12 };

/* Two equal statements but for one property; change 0 leaves them equal. */
static void vary(int change, struct gt_statement *x, struct gt_statement *y)
{
    *x = (struct gt_statement){.status = GT_STATUS_past, .evidence = {0, 10, 20}};
    if (change >= 6)
        x->amount = (struct gt_amount){true, false, GT_AMOUNT_grant, 5};
    *y = *x;
    y->status = change == 1 ? GT_STATUS_planned : x->status;
    y->date = change == 2 || change == 11 ? "2024" : NULL;
    x->date = change == 11 ? "2023" : NULL;
    y->role = change == 3 ? "主任" : NULL;
    y->evidence.end += change == 4;
    y->evidence.start -= change == 5;
    y->evidence.document += change == 10;
    y->amount.present = change > 6;
    y->amount.value += change == 7;
    y->amount.kind = change == 8 ? GT_AMOUNT_target : x->amount.kind;
    y->amount.joint = change == 9;
}

/* Each property alone makes two statements of one; without a difference one goes. */
static void only_equal_statements_are_dropped(void **state)
{
    (void)state;
    for (int change = 0; change < CHANGES; change++) {
        struct gt_statement x, y;
        struct gt_graph *graph = gt_graph_new();
        sample_document(graph, "d", "2024", GT_DISTRICT_putuo);
        sample_document(graph, "e", "2024", GT_DISTRICT_putuo);
        uint32_t a = sample_node(graph, "a", GT_NODE_agency, "甲");
        uint32_t b = sample_node(graph, "b", GT_NODE_fund, "乙");
        vary(change, &x, &y);
        for (int round = 0; round < 3; round++) {
            gt_graph_put_statement(graph, a, GT_EDGE_supports, b, &x);
            gt_graph_put_statement(graph, a, GT_EDGE_supports, b, &y);
        }
        gt_graph_finish(graph);
        if (graph->n_statements != (change ? 2u : 1u))
            fail_msg("change %d leaves %u statements", change, graph->n_statements);
        assert_int_equal(graph->edges[0].n, graph->n_statements);
        gt_graph_free(graph);
    }
}

/* The order of the files decides nothing but numbers. */
static void the_order_of_putting_does_not_matter(void **state)
{
    (void)state;
    enum { N = 60 };
    uint64_t seed = 20;
    struct gt_statement list[N];
    for (int i = 0; i < N; i++)
        list[i] =
            (struct gt_statement){.status = (enum gt_edge_status)unit_below(&seed, 3),
                                  .role = unit_below(&seed, 2) ? "主任" : NULL,
                                  .evidence = {unit_below(&seed, 2), unit_below(&seed, 3), 10}};
    struct gt_statement first[N];
    uint32_t n = 0;
    for (int round = 0; round < 50; round++) {
        struct gt_graph *graph = gt_graph_new();
        sample_document(graph, "d", "2024", GT_DISTRICT_putuo);
        sample_document(graph, "e", "2025", GT_DISTRICT_putuo);
        uint32_t a = sample_node(graph, "a", GT_NODE_agency, "甲");
        for (uint32_t i = 0; i < N; i++)
            gt_graph_put_statement(graph, a, GT_EDGE_supports, a, &list[i]);
        gt_graph_finish(graph);
        if (round == 0)
            n = graph->n_statements;
        assert_int_equal(graph->n_statements, n);
        for (uint32_t i = 0; i < n; i++) {
            const struct gt_statement *now = &graph->statements[i];
            if (round == 0)
                first[i] = list[0], first[i].status = now->status,
                first[i].evidence = now->evidence;
            assert_int_equal(now->status, first[i].status);
            assert_memory_equal(&now->evidence, &first[i].evidence, sizeof now->evidence);
        }
        gt_graph_free(graph);
        for (uint32_t i = N - 1; i > 0; i--) {
            uint32_t k = unit_below(&seed, i + 1);
            struct gt_statement other = list[i];
            list[i] = list[k];
            list[k] = other;
        }
    }
}

static void joint_sums_are_shared_out(void **state)
{
    (void)state;
    struct gt_graph *graph = gt_graph_new();
    sample_document(graph, "d", "2024", GT_DISTRICT_putuo);
    sample_document(graph, "e", "2025", GT_DISTRICT_putuo);
    uint32_t a = sample_node(graph, "a", GT_NODE_agency, "甲");
    static const struct {
        struct gt_amount amount;
        uint32_t document;
        double share;
    } rows[] = {
        {{true, true, GT_AMOUNT_grant, 9}, 0, 3},  {{true, true, GT_AMOUNT_grant, 9}, 0, 3},
        {{true, true, GT_AMOUNT_grant, 9}, 0, 3},  {{true, true, GT_AMOUNT_grant, 9}, 1, 9},
        {{true, true, GT_AMOUNT_target, 9}, 0, 9}, {{true, true, GT_AMOUNT_grant, 8}, 0, 8},
        {{true, false, GT_AMOUNT_grant, 9}, 0, 9}, {{false, true, GT_AMOUNT_grant, 9}, 0, 0},
    };
    for (uint32_t i = 0; i < UNIT_COUNT(rows); i++) {
        struct gt_statement statement = {.amount = rows[i].amount,
                                         .evidence = at(rows[i].document, i)};
        gt_graph_put_statement(graph, a, (enum gt_edge_type)i, a, &statement);
    }
    gt_graph_finish(graph);
    for (uint32_t i = 0; i < UNIT_COUNT(rows); i++)
        if (fabs(gt_statement_share(graph, graph->edges[i].first) - rows[i].share) > 1e-12)
            fail_msg("row %u has %g", i, gt_statement_share(graph, graph->edges[i].first));
    gt_graph_free(graph);
}

static void dates_and_labels(void **state)
{
    (void)state;
    struct gt_graph *graph = gt_graph_new();
    uint32_t d = sample_document(graph, "d", "2024-05", GT_DISTRICT_putuo);
    uint32_t a = sample_node(graph, "a", GT_NODE_agency, "甲");
    struct gt_statement dated = {.date = "2019", .evidence = at(d, 1)};
    gt_graph_put_statement(graph, a, GT_EDGE_leads, a, &dated);
    sample_tie(graph, a, GT_EDGE_leads, a, at(d, 2));
    gt_graph_finish(graph);
    assert_string_equal(gt_statement_date(graph, 0), "2019");
    assert_string_equal(gt_statement_date(graph, 1), "2024-05");
    struct gt_node node = {.name = "名", .label = "签", .name_en = "En"};
    assert_string_equal(gt_node_label(&node, GT_EN), "En");
    assert_string_equal(gt_node_label(&node, GT_ZH), "签");
    node.label = node.name_en = NULL;
    assert_string_equal(gt_node_label(&node, GT_EN), "名");
    gt_graph_free(graph);
}

static void columns_are_found_by_name(void **state)
{
    (void)state;
    struct gt_graph *graph = gt_graph_new();
    for (int i = 0; i < 3; i++)
        sample_node(graph, i == 0 ? "a" : i == 1 ? "b" : "c", GT_NODE_fund, "基金");
    assert_null(gt_graph_column(graph, "degree"));
    char name[] = "c0";
    for (int i = 0; i < 20; i++) {
        name[1] = (char)('a' + i);
        double *value = gt_graph_add_column(graph, name);
        assert_true(isnan(value[0]) && isnan(value[2]));
        value[1] = i;
    }
    assert_int_equal(graph->n_columns, 20);
    assert_true(fabs(gt_graph_column(graph, "ct")[1] - 19) < 1e-12);
    assert_true(isnan(gt_graph_add_column(graph, "ct")[1]));
    assert_int_equal(graph->n_columns, 20);
    gt_graph_free(graph);
}

/* A file may state one tie two hundred thousand times. */
static void many_statements_of_one_tie_take_no_time(void **state)
{
    (void)state;
    struct gt_graph *graph = gt_graph_new();
    uint32_t d = sample_document(graph, "d", "2024", GT_DISTRICT_putuo);
    uint32_t a = sample_node(graph, "a", GT_NODE_agency, "甲");
    for (uint32_t i = 0; i < 200000; i++)
        sample_tie(graph, a, GT_EDGE_leads, a, at(d, i / 2));
    clock_t start = clock();
    gt_graph_finish(graph);
    assert_true((double)(clock() - start) / CLOCKS_PER_SEC < 2); /* pairs would take ten */
    assert_int_equal(graph->n_statements, 100000);
    gt_graph_free(graph);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(put_copies_every_text),
        cmocka_unit_test(the_same_id_is_one_node),
        cmocka_unit_test(the_fullest_name_wins),
        cmocka_unit_test(another_type_is_a_fault_with_both_places),
        cmocka_unit_test(another_document_of_that_id_is_a_fault),
        cmocka_unit_test(mutual_ties_have_no_order),
        cmocka_unit_test(statements_stand_newest_first),
        cmocka_unit_test(only_equal_statements_are_dropped),
        cmocka_unit_test(the_order_of_putting_does_not_matter),
        cmocka_unit_test(joint_sums_are_shared_out),
        cmocka_unit_test(dates_and_labels),
        cmocka_unit_test(columns_are_found_by_name),
        cmocka_unit_test(many_statements_of_one_tie_take_no_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
