/* test_map_label.c: labels break where people would break them, and fit. */
#include "unit/unit.h"

#include "graph/ontology.h"
#include "map/label.h"
#include "map/palette.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

static void expect(const char *text, uint32_t limit, const char *lines)
{
    struct gt_arena arena = {0};
    struct gt_label label = gt_label_wrap(text, limit, &arena);
    assert_string_equal(label.text, lines);
    uint32_t n = 1;
    for (const char *p = lines; *p; p++)
        n += *p == '\n';
    assert_int_equal(label.n_lines, n);
    gt_arena_fini(&arena);
}

static void breaks_between_words(void **state)
{
    (void)state;
    expect("长宁区", 9000, "长宁区");
    expect("长三角国家技术创新中心", 8000, "长三角国家\n技术创新中心");
    expect("集成电路概念验证中心", 8000, "集成电路\n概念验证中心");
    expect("技术转移示范机构项目", 8000, "技术转移示范\n机构项目");
    expect("Donghua University", 8000, "Donghua\nUniversity");
    expect("德国Drivery孵化器", 5000, "德国\nDrivery\n孵化器");
    expect("普陀区2025-2026年方案", 5000, "普陀区\n2025-2026\n年方案");
}

static void keeps_marks_with_their_words(void **state)
{
    (void)state;
    expect("中以（上海）创新园", 6000, "中以（上海）\n创新园");
    expect("普陀“十四五”规划", 6000, "普陀\n“十四五”\n规划");
    expect("上海、南京、苏州、无锡", 6000, "上海、南京、\n苏州、无锡");
    expect("（生活领域）", 3000, "（生活领域）");
}

static void survives_odd_texts(void **state)
{
    (void)state;
    expect("", 8000, "");
    expect("   ", 8000, "");
    expect("Pneumonoultramicroscopicsilicovolcanoconiosis", 3000,
           "Pneumonoultramicroscopicsilicovolcanoconiosis");
    expect("a\nb\tc\x01\x7f", 8000, "a b c");
    expect("<script>&\"", 9000, "<script>&\"");
}

/* Every line of random texts is within the limit, unless it is one unbreakable piece. */
static void lines_are_within_the_limit(void **state)
{
    (void)state;
    static const char *const parts[] = {"创", "区", "中心", "A", "bc", " ", "，", "（", "）", "7"};
    uint64_t random = 5;
    for (int i = 0; i < 2000; i++) {
        char text[256] = "";
        size_t n = 0;
        for (uint32_t k = unit_below(&random, 24); k > 0; k--) {
            const char *part = parts[unit_below(&random, UNIT_COUNT(parts))];
            memcpy(text + n, part, strlen(part) + 1);
            n += strlen(part);
        }
        struct gt_arena arena = {0};
        struct gt_label label = gt_label_wrap(text, 40000, &arena);
        assert_int_equal(label.n_lines, 1);
        label = gt_label_wrap(text, 16000, &arena);
        if (label.width > 16000 && label.n_lines * 2 > n)
            fail_msg("\"%s\" is too wide", text);
        size_t kept = 0, had = 0;
        for (const char *p = label.text; *p; p++)
            kept += *p != ' ' && *p != '\n';
        for (const char *p = text; *p; p++)
            had += *p != ' ';
        assert_int_equal(kept, had);
        gt_arena_fini(&arena);
    }
}

static double channel(const char *colour, int i)
{
    char two[3] = {colour[1 + 2 * i], colour[2 + 2 * i], '\0'};
    double value = (double)strtoul(two, NULL, 16) / 255;
    return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

/* Contrast of two colours by the rule of WCAG 2. */
static double contrast(const char *a, const char *b)
{
    double x = 0.2126 * channel(a, 0) + 0.7152 * channel(a, 1) + 0.0722 * channel(a, 2);
    double y = 0.2126 * channel(b, 0) + 0.7152 * channel(b, 1) + 0.0722 * channel(b, 2);
    return (fmax(x, y) + 0.05) / (fmin(x, y) + 0.05);
}

static void colours_can_be_read(void **state)
{
    (void)state;
    const struct gt_theme *theme = gt_theme_find(NULL);
    assert_null(gt_theme_find("no such theme"));
    for (int i = 0; i < GT_NODE_TYPES; i++)
        assert_true(contrast(gt_node_looks[i].colour, theme->page) >= 4.5);
    for (int g = 0; g < GT_GROUNDS; g++) {
        assert_true(contrast(theme->ink, theme->ground[g]) >= 4.5);
        for (int i = 0; i < GT_EDGE_FAMILIES; i++) /* lines: WCAG asks 3 of graphics */
            assert_true(contrast(gt_family_colours[i], theme->ground[g]) >= 3);
    }
    assert_true(contrast(theme->quiet, theme->page) >= 4.5);
}

static void every_type_has_its_own_sign(void **state)
{
    (void)state;
    for (int lang = 0; lang < GT_LANGS; lang++)
        for (int i = 0; i < GT_NODE_TYPES; i++)
            for (int k = 0; k < i; k++)
                assert_string_not_equal(gt_node_looks[i].sign.in[lang],
                                        gt_node_looks[k].sign.in[lang]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(breaks_between_words), cmocka_unit_test(keeps_marks_with_their_words),
        cmocka_unit_test(survives_odd_texts),   cmocka_unit_test(lines_are_within_the_limit),
        cmocka_unit_test(colours_can_be_read),  cmocka_unit_test(every_type_has_its_own_sign),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
