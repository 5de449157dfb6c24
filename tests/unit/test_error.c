/* test_error.c: messages: the first wins, both languages, cut at a character, context in front;
 * and faults of data, which are counted beyond those that are kept. */
#include "unit/unit.h"

#include "base/error.h"
#include "base/fault.h"
#include "base/utf8.h"

#include <string.h>

static void the_first_failure_wins(void **state)
{
    (void)state;
    struct gt_error err = {0};
    assert_false(gt_fail(&err, GT_DATA, "%s of %d", "%s 之 %d", "one", 2));
    assert_false(gt_fail(&err, GT_BUG, "later", "后来"));
    assert_int_equal(err.status, GT_DATA);
    assert_string_equal(err.text, "one of 2");
}

static void messages_come_in_the_user_s_language(void **state)
{
    (void)state;
    struct gt_error err = {.lang = GT_ZH};
    gt_fail(&err, GT_FILE, "cannot read %s", "无法读取 %s", "a");
    assert_string_equal(err.text, "无法读取 a");
    assert_string_equal(gt_say(GT_EN, "en", "zh"), "en");
    assert_string_equal(gt_say(GT_ZH, "en", "zh"), "zh");
}

static void language_comes_from_the_environment(void **state)
{
    (void)state;
    static const struct {
        const char *all, *messages, *lang;
        enum gt_lang expected;
    } rows[] = {
        {NULL, NULL, NULL, GT_EN},       {NULL, NULL, "zh_CN.UTF-8", GT_ZH},
        {NULL, "en_GB", "zh_CN", GT_EN}, {"zh", "en_GB", "en_GB", GT_ZH},
        {"", "", "zh_TW", GT_ZH},        {"C", "zh_CN", "zh_CN", GT_EN},
        {NULL, NULL, "xzh", GT_EN},
    };
    for (size_t i = 0; i < UNIT_COUNT(rows); i++) {
        static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
        const char *values[] = {rows[i].all, rows[i].messages, rows[i].lang};
        for (int k = 0; k < 3; k++)
            values[k] ? setenv(names[k], values[k], 1) : unsetenv(names[k]);
        assert_int_equal(gt_lang_from_environment(), rows[i].expected);
    }
}

static void expect_valid(const char *text)
{
    size_t bad;
    if (!gt_utf8_check(text, strlen(text), &bad))
        fail_msg("wrong byte at %zu of %zu", bad, strlen(text));
}

/* Every way in which a three-byte and a four-byte character meets the end of the room. */
static void long_messages_are_cut_at_a_character(void **state)
{
    (void)state;
    char text[GT_ERROR_TEXT * 2];
    for (size_t lead = 0; lead < 4; lead++)
        for (int wide = 0; wide < 2; wide++) {
            struct gt_error err = {0};
            const char *one = wide ? "𠮷" : "长";
            memset(text, 'x', lead);
            for (size_t n = lead; n + 5 < sizeof text; n += strlen(one))
                memcpy(text + n, one, strlen(one) + 1);
            gt_fail(&err, GT_DATA, "%s", "%s", text);
            expect_valid(err.text);
            assert_true(strlen(err.text) >= GT_ERROR_TEXT - 5);
            assert_memory_equal(err.text, text, strlen(err.text));
            gt_error_prefix(&err, "%s: ", "长宁");
            expect_valid(err.text);
            assert_true(strlen(err.text) >= GT_ERROR_TEXT - 5);
            assert_memory_equal(err.text, "长宁: ", 8);
        }
}

static void context_goes_in_front(void **state)
{
    (void)state;
    struct gt_error err = {0};
    char longer[GT_ERROR_TEXT + 10];
    gt_fail(&err, GT_DATA, "no type", "没有类型");
    assert_false(gt_error_prefix(&err, "%s: ", "a.json"));
    assert_string_equal(err.text, "a.json: no type");
    assert_int_equal(err.status, GT_DATA);
    memset(longer, 'p', sizeof longer - 1);
    longer[sizeof longer - 1] = '\0';
    gt_error_prefix(&err, "%s", longer);
    assert_int_equal(strlen(err.text), GT_ERROR_TEXT - 1);
    assert_int_equal(err.text[GT_ERROR_TEXT - 2], 'p');
}

static void no_fault_is_no_failure(void **state)
{
    (void)state;
    struct gt_faults faults = {0};
    struct gt_error err = {0};
    assert_true(gt_faults_none(&faults, &err));
    assert_int_equal(err.status, GT_OK);
    gt_faults_fini(&faults);
}

static void faults_name_their_places(void **state)
{
    (void)state;
    struct gt_faults faults = {.lang = GT_ZH};
    struct gt_error err = {0};
    char place[] = "a.json: /nodes/3";
    gt_fault_add(&faults, place, "unknown type %s", "未知类型 %s", "firm");
    place[0] = 'x';
    gt_fault_add(&faults, "b.json", "second", "第二");
    assert_false(gt_faults_none(&faults, &err));
    assert_int_equal(err.status, GT_DATA);
    assert_string_equal(err.text, "a.json: /nodes/3: 未知类型 firm\nb.json: 第二");
    gt_faults_fini(&faults);
}

static void faults_are_counted_beyond_those_kept(void **state)
{
    (void)state;
    struct gt_faults faults = {0};
    struct gt_error err = {0};
    for (int i = 0; i < 200; i++)
        gt_fault_add(&faults, "p", "fault %d", "错误 %d", i);
    assert_int_equal(faults.n, 200);
    assert_string_equal(faults.kept[GT_FAULTS_KEPT - 1].text, "fault 49");
    assert_false(gt_faults_none(&faults, &err));
    assert_non_null(strstr(err.text, "p: fault 7\n… +192"));
    assert_null(strstr(err.text, "fault 8"));
    gt_faults_fini(&faults);
}

static void long_faults_are_cut_and_still_counted(void **state)
{
    (void)state;
    struct gt_faults faults = {0};
    struct gt_error err = {0};
    char text[GT_ERROR_TEXT * 2] = "";
    for (size_t n = 0; n + 4 < sizeof text; n += 3)
        memcpy(text + n, "长", 4);
    for (int i = 0; i < 20; i++)
        gt_fault_add(&faults, "p", "%.*s", "%.*s", i ? 900 : 4000, text);
    expect_valid(faults.kept[0].text);
    assert_true(strlen(faults.kept[0].text) >= GT_ERROR_TEXT - 5);
    gt_faults_fini(&faults);
    faults = (struct gt_faults){0};
    for (int i = 0; i < 20; i++)
        gt_fault_add(&faults, "p", "%.*s", "%.*s", 900, text);
    assert_false(gt_faults_none(&faults, &err));
    expect_valid(err.text);
    assert_string_equal(err.text + strlen(err.text) - strlen("\n… +18"), "\n… +18");
    gt_faults_fini(&faults);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_failure_wins),
        cmocka_unit_test(messages_come_in_the_user_s_language),
        cmocka_unit_test(language_comes_from_the_environment),
        cmocka_unit_test(long_messages_are_cut_at_a_character),
        cmocka_unit_test(context_goes_in_front),
        cmocka_unit_test(no_fault_is_no_failure),
        cmocka_unit_test(faults_name_their_places),
        cmocka_unit_test(faults_are_counted_beyond_those_kept),
        cmocka_unit_test(long_faults_are_cut_and_still_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
