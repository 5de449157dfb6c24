/* test_find.c: every way of naming a node, and what is answered to a name that no node has. */
#include "unit/sample.h"

#include "base/utf8.h"
#include "graph/find.h"

#include <string.h>

static struct gt_graph *make_graph(void)
{
    struct gt_graph *graph = gt_graph_new();
    struct gt_faults faults = {0};
    const char *donghua[] = {"东华", "DHU"}, *fund[] = {"母基金", "东华", "普陀区"},
               *park[] = {"东华大学"};
    struct gt_node nodes[] = {
        {.id = "donghua-university",
         .name = "东华大学",
         .label = "东大",
         .name_en = "Donghua University",
         .aliases = {donghua, 2}},
        {.id = "fund", .name = "长宁区“创新”母基金", .aliases = {fund, 3}},
        {.id = "dhu-park", .name = "东华大学科技园", .aliases = {park, 1}},
        {.id = "bureau-a", .name = "科学技术委员会"},
        {.id = "bureau-b", .name = "科委", .label = "科学技术委员会"},
        {.id = "putuo", .name = "普陀区", .name_en = "Putuo"},
    };
    for (size_t i = 0; i < UNIT_COUNT(nodes); i++) {
        nodes[i].place = "here";
        gt_graph_put_node(graph, &nodes[i], &faults);
    }
    gt_graph_finish(graph);
    return graph;
}

static void finds_by_every_name(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        uint32_t node;
    } rows[] = {
        {"donghua-university", 0},
        {"Donghua-University", 0},
        {"ＤＯＮＧＨＵＡ－university ", 0},
        {"东华大学", 0}, /* a name before an alias */
        {" 《东华大学》", 0},
        {"东大", 0},
        {"donghua UNIVERSITY", 0},
        {"dhu", 0},
        {"母基金", 1},
        {"长宁区创新母基金", 1},
        {"科委", 4},
        {"putuo", 5},
        {"普陀\u3000区", 5},
    };
    struct gt_graph *graph = make_graph();
    for (size_t i = 0; i < UNIT_COUNT(rows); i++) {
        struct gt_error err = {0};
        uint32_t node = 99;
        if (!gt_find_node(graph, rows[i].text, &node, &err) || node != rows[i].node)
            fail_msg("\"%s\" is %u: %s", rows[i].text, node, err.text);
    }
    gt_graph_free(graph);
}

static void expect_answer(const char *text, enum gt_lang lang, const char *expected)
{
    struct gt_graph *graph = make_graph();
    struct gt_error err = {.lang = lang};
    uint32_t node;
    assert_false(gt_find_node(graph, text, &node, &err));
    assert_int_equal(err.status, GT_USAGE);
    assert_string_equal(err.text, expected);
    gt_graph_free(graph);
}

static void several_that_fit_are_listed(void **state)
{
    (void)state;
    expect_answer(
        "科学技术委员会", GT_EN,
        "\"科学技术委员会\" names 2 entities: 科学技术委员会 (bureau-a), 科委 (bureau-b)");
    expect_answer("东华", GT_ZH,
                  "“东华”对应 2 个实体：东华大学 (donghua-university)、"
                  "长宁区“创新”母基金 (fund)");
}

static void the_nearest_are_suggested(void **state)
{
    (void)state;
    expect_answer("东华大字", GT_EN,
                  "no entity \"东华大字\"; did you mean 东华大学 (donghua-university), "
                  "长宁区“创新”母基金 (fund), 东华大学科技园 (dhu-park)?");
    expect_answer("Putou", GT_EN, "no entity \"Putou\"; did you mean Putuo (putuo)?");
    expect_answer("donghau university", GT_ZH,
                  "没有名为“donghau university”的实体；您要找的是否为 "
                  "东华大学 (donghua-university)？");
    expect_answer("xyzzy", GT_EN, "no entity \"xyzzy\" in the graph");
    expect_answer("", GT_EN, "no entity \"\" in the graph");
    expect_answer("《》", GT_ZH, "图中没有名为“《》”的实体");
}

/* A text of any length and any bytes is answered, at once, in valid UTF-8 if it was valid; what has
 * nothing to do with a name is not said to be near it. */
static void hostile_text_does_no_harm(void **state)
{
    (void)state;
    enum { N = 1000000 };
    struct gt_graph *graph = make_graph();
    char *text = malloc(N + 1);
    uint32_t node;
    size_t bad;
    memset(text, 'z', N);
    text[N] = '\0';
    struct gt_error err = {0};
    assert_false(gt_find_node(graph, text, &node, &err));
    assert_true(gt_utf8_check(err.text, strlen(err.text), &bad));
    text[1200] = '\0';
    err = (struct gt_error){0};
    assert_false(gt_find_node(graph, text, &node, &err));
    assert_null(strstr(err.text, "did you mean"));
    uint64_t seed = 50;
    for (int i = 0; i < 2000; i++) {
        size_t n = unit_below(&seed, 60);
        for (size_t k = 0; k < n; k++)
            text[k] = (char)(1 + unit_below(&seed, 255));
        text[n] = '\0';
        err = (struct gt_error){0};
        assert_true(gt_find_node(graph, text, &node, &err) || err.status == GT_USAGE);
    }
    free(text);
    gt_graph_free(graph);
}

static void an_empty_graph_has_no_node(void **state)
{
    (void)state;
    struct gt_graph *graph = gt_graph_new();
    struct gt_error err = {0};
    uint32_t node;
    assert_false(gt_find_node(graph, "a", &node, &err));
    assert_string_equal(err.text, "no entity \"a\" in the graph");
    gt_graph_free(graph);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_by_every_name),        cmocka_unit_test(several_that_fit_are_listed),
        cmocka_unit_test(the_nearest_are_suggested),  cmocka_unit_test(hostile_text_does_no_harm),
        cmocka_unit_test(an_empty_graph_has_no_node),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
