/* test_words.c: lists of words where they stand in a text, and the filter in front of them. */
#include "unit/unit.h"

#include "extract/word_list.h"

static const char text[] = "我区主要从事ABC研发，主营海棠";

static void the_longest_word_counts(void **state)
{
    (void)state;
    struct gt_arena arena = {0};
    struct gt_codes codes = gt_codes_of(text, &arena);
    assert_int_equal(gt_word_list_at(&codes, 2, "主要 主要从事 从事"), 4);
    assert_int_equal(gt_word_list_at(&codes, 2, "主营 从事"), 0);
    assert_int_equal(gt_word_list_at(&codes, 6, "AB ABC研"), 4);
    assert_int_equal(gt_word_list_at(&codes, 2, ""), 0);
    assert_int_equal(gt_word_list_at(&codes, codes.n - 1, "棠棠 棠"), 1);
    assert_int_equal(gt_word_list_at(&codes, codes.n, "棠"), 0);
    assert_int_equal(gt_word_list_end(&codes, 6, "从事 要从事 事"), 3);
    assert_int_equal(gt_word_list_end(&codes, 1, "我区 我"), 1);
    assert_int_equal(gt_word_list_end(&codes, 0, "我"), 0);
    assert_int_equal(gt_word_list_end(&codes, codes.n, "海棠 营海棠花"), 2);
    gt_arena_fini(&arena);
}

static void the_filter_lets_every_word_pass(void **state)
{
    (void)state;
    static const char words[] = "主要 从事 研发 海棠 ABC";
    struct gt_arena arena = {0};
    struct gt_codes codes = gt_codes_of(text, &arena);
    struct gt_word_filter filter = {0};
    assert_false(gt_word_filter_may(&filter, codes.code[0]));
    gt_word_filter_add(&filter, "主要 从事");
    gt_word_filter_add(&filter, "研发 海棠 ABC");
    uint32_t passed = 0;
    for (uint32_t at = 0; at < codes.n; at++) {
        bool may = gt_word_filter_may(&filter, codes.code[at]);
        passed += may;
        assert_true(may || gt_word_list_at(&codes, at, words) == 0);
    }
    assert_in_range(passed, 5, codes.n / 2); /* and keeps most others out */
    gt_arena_fini(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_longest_word_counts),
        cmocka_unit_test(the_filter_lets_every_word_pass),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
