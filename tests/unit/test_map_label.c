/* test_map_label.c: labels break where people would break them, and fit. */
#include "unit/unit.h"

#include "graph/ontology.h"
#include "map/label.h"

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(breaks_between_words),
        cmocka_unit_test(keeps_marks_with_their_words),
        cmocka_unit_test(survives_odd_texts),
        cmocka_unit_test(lines_are_within_the_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
