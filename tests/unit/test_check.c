/* test_check.c: what the ontology does not allow is told, and the shipped data break no rule. */
#include "unit/format_support.h"

#include "format/load.h"
#include "graph/check.h"

/* A graph of two nodes and one tie of them. */
static struct gt_graph *one_tie(enum gt_node_type source, enum gt_edge_type type,
                                enum gt_node_type target)
{
    struct gt_graph *graph = gt_graph_new();
    struct gt_faults faults = {0};
    const struct gt_document document = {.id = "d",
                                         .title = "t",
                                         .issuer = "i",
                                         .date = "2025-04-17",
                                         .sha256 = "",
                                         .length = 9,
                                         .place = "doc"};
    const struct gt_node a = {.id = "a", .type = source, .name = "甲", .place = "first"};
    const struct gt_node b = {.id = "b", .type = target, .name = "乙", .place = "second"};
    const struct gt_statement statement = {.evidence = {.end = 1}, .place = "tie"};
    gt_graph_put_document(graph, &document, &faults);
    gt_graph_put_node(graph, &a, &faults);
    gt_graph_put_node(graph, &b, &faults);
    gt_graph_put_statement(graph, 0, type, 1, &statement);
    assert_int_equal(faults.n, 0);
    return graph;
}

/* Checks and frees a graph that has one fault or one note, whose text has a part. */
static void expect_one(struct gt_graph *graph, bool note, const char *place, const char *part)
{
    struct gt_faults faults = {0}, notes = {0}, *told = note ? &notes : &faults;
    gt_graph_finish(graph);
    gt_check(graph, &faults, &notes);
    assert_int_equal(told->n, 1);
    assert_int_equal(faults.n + notes.n, 1);
    assert_string_equal(told->kept[0].place, place);
    if (!strstr(told->kept[0].text, part))
        fail_msg("\"%s\" is not in \"%s\"", part, told->kept[0].text);
    gt_faults_fini(told);
    gt_graph_free(graph);
}

struct tie_case {
    const char *name;
    enum gt_node_type source;
    enum gt_edge_type type;
    enum gt_node_type target;
    const char *fault; /* null: allowed */
};

#define TIE(source_, type_, target_, fault_)                                                       \
    {                                                                                              \
        .name = #source_ " " #type_ " " #target_, .source = GT_NODE_##source_,                     \
        .type = GT_EDGE_##type_, .target = GT_NODE_##target_, .fault = (fault_)                    \
    }

static const struct tie_case ties[] = {
    TIE(agency, part_of, agency, NULL),
    TIE(industry, part_of, industry, NULL),
    TIE(industry, part_of, company, "\"b\" (company) as the target of part_of"),
    TIE(company, part_of, industry, "as the target of part_of"),
    TIE(person, part_of, university, "as the source of part_of"),
    TIE(company, located_in, park, NULL),
    TIE(company, located_in, fund, "expected one of: park, place"),
    TIE(place, operates, platform, NULL),
    TIE(place, operates, person, "as the target of operates"),
    TIE(industry, founds, fund, "as the source of founds"),
    TIE(event, member_of, alliance, "as the source of member_of"),
    TIE(fund, invests_in, company, NULL),
    TIE(fund, invests_in, industry, "as the target of invests_in"),
    TIE(programme, supports, company, NULL),
    TIE(industry, supports, company, "as the source of supports"),
    TIE(place, cooperates_with, place, NULL),
    TIE(place, cooperates_with, industry, "as the target of cooperates_with"),
    TIE(park, incubates, company, NULL),
    TIE(company, incubates, park, "expected one of: park, platform"),
    TIE(institute, transfers_to, company, NULL),
    TIE(institute, transfers_to, event, "as the target of transfers_to"),
    TIE(fund, organises, event, NULL),
    TIE(event, organises, fund, "as the source of organises"),
    TIE(agency, organises, agency, "expected one of: programme, event"),
    TIE(place, participates_in, event, NULL),
    TIE(place, participates_in, company, "as the target of participates_in"),
    TIE(agency, issues, programme, NULL),
    TIE(programme, issues, agency, "as the source of issues"),
    TIE(agency, issues, company, "expected one of: programme"),
    TIE(programme, focuses_on, industry, NULL),
    TIE(programme, focuses_on, company, "expected one of: industry"),
    TIE(person, leads, alliance, NULL),
    TIE(alliance, leads, person, "as the target of leads"),
    TIE(person, affiliated_with, university, NULL),
    TIE(university, affiliated_with, person, "expected one of: person"),
};

static void tie_case(void **state)
{
    const struct tie_case *c = *state;
    struct gt_graph *graph = one_tie(c->source, c->type, c->target);
    struct gt_faults faults = {0};
    if (c->fault) {
        expect_one(graph, false, "tie", c->fault);
        return;
    }
    gt_graph_finish(graph);
    gt_check(graph, &faults, NULL);
    if (faults.n)
        fail_msg("%s", faults.kept[0].text);
    gt_graph_free(graph);
}

CASES(ties, tie_case)

static struct gt_graph *good(void)
{
    return one_tie(GT_NODE_agency, GT_EDGE_supports, GT_NODE_company);
}

/* A type without a rule would refuse every tie: each has one that allows something. */
static void has_a_rule_for_every_type(void **state)
{
    (void)state;
    for (int type = 0; type < GT_EDGE_TYPES; type++) {
        int allowed = 0;
        for (int pair = 0; pair < GT_NODE_TYPES * GT_NODE_TYPES; pair++) {
            struct gt_faults faults = {0};
            struct gt_graph *graph =
                one_tie((enum gt_node_type)(pair / GT_NODE_TYPES), (enum gt_edge_type)type,
                        (enum gt_node_type)(pair % GT_NODE_TYPES));
            gt_graph_finish(graph);
            gt_check(graph, &faults, NULL);
            allowed += faults.n == 0;
            gt_faults_fini(&faults);
            gt_graph_free(graph);
        }
        if (allowed == 0 || allowed == GT_NODE_TYPES * GT_NODE_TYPES)
            fail_msg("%s allows %d pairs of types", gt_edge_types[type].name, allowed);
    }
}

static void finds_no_fault_in_the_shipped_data(void **state)
{
    (void)state;
    struct gt_load loaded = {0};
    struct gt_error err = {0};
    struct gt_faults faults = {0}, notes = {0};
    const char *path = "graphs";
    assert_true(gt_load_all(&path, 1, &loaded, &faults, &notes, &err));
    gt_check(loaded.graph, &faults, &notes);
    if (faults.n)
        fail_msg("%s: %s", faults.kept[0].place, faults.kept[0].text);
    /* 区科委 and 区商务委 each name the body of either district */
    assert_int_equal(notes.n, 2);
    gt_faults_fini(&notes);
    gt_load_fini(&loaded);
}

static void tells_an_issuer_that_is_no_agency(void **state)
{
    (void)state;
    struct gt_graph *graph = good();
    graph->documents[0].issuer = "b";
    expect_one(graph, false, "doc", "the issuer \"b\" of type company");
}

static void tells_a_file_in_another_folder(void **state)
{
    (void)state;
    struct gt_graph *graph = good();
    graph->documents[0].file = "../d.txt";
    expect_one(graph, false, "doc", "a name without folder");
}

static void tells_a_long_name_without_label(void **state)
{
    (void)state;
    struct gt_graph *graph = good();
    graph->nodes[0].name = "一二三四五六七八九十甲乙丙";
    expect_one(graph, false, "first", "a name of 13 characters and no label");
    graph = good();
    graph->nodes[0].name = "一二三四五六七八九十甲乙丙";
    graph->nodes[0].label = "甲";
    struct gt_faults faults = {0};
    gt_graph_finish(graph);
    gt_check(graph, &faults, NULL);
    assert_int_equal(faults.n, 0);
    gt_graph_free(graph);
}

static void tells_a_label_that_two_nodes_share(void **state)
{
    (void)state;
    struct gt_graph *graph = good();
    graph->nodes[1].label = "甲";
    expect_one(graph, false, "second", "\"b\" is shown as \"甲\", as is \"a\" (first)");
}

static void tells_a_district_node_without_district(void **state)
{
    (void)state;
    struct gt_graph *graph = good();
    graph->nodes[0].level = GT_LEVEL_district;
    expect_one(graph, false, "first", "names no district");
}

static void notes_a_name_that_two_nodes_share(void **state)
{
    (void)state;
    struct gt_graph *graph = good();
    const char *alias = "“甲 ”";
    graph->nodes[1].aliases = (struct gt_texts){.item = &alias, .n = 1};
    expect_one(graph, true, "second", "goes by \"“甲 ”\", as does \"a\" (first)");
}

static void notes_a_fact_after_its_document(void **state)
{
    (void)state;
    struct gt_graph *graph = good();
    graph->statements[0].status = GT_STATUS_past;
    graph->statements[0].date = "2025-05";
    expect_one(graph, true, "tie", "dated 2025-05, after its document of 2025-04-17");
    graph = good();
    graph->statements[0].status = GT_STATUS_past;
    graph->statements[0].date = "2025"; /* the year of the document: not after it */
    struct gt_faults faults = {0}, notes = {0};
    gt_graph_finish(graph);
    gt_check(graph, &faults, &notes);
    assert_int_equal(faults.n + notes.n, 0);
    gt_graph_free(graph);
}

int main(void)
{
    const struct CMUnitTest more[] = {
        cmocka_unit_test(has_a_rule_for_every_type),
        cmocka_unit_test(finds_no_fault_in_the_shipped_data),
        cmocka_unit_test(tells_an_issuer_that_is_no_agency),
        cmocka_unit_test(tells_a_file_in_another_folder),
        cmocka_unit_test(tells_a_long_name_without_label),
        cmocka_unit_test(tells_a_label_that_two_nodes_share),
        cmocka_unit_test(tells_a_district_node_without_district),
        cmocka_unit_test(notes_a_name_that_two_nodes_share),
        cmocka_unit_test(notes_a_fact_after_its_document),
    };
    int failed = run_cases("check ties");
    return failed + cmocka_run_group_tests_name("check", more, NULL, NULL);
}
