/* test_text.c: how wide a text is, what it is looked up by, and how far two are apart. */
#include "unit/unit.h"

#include "base/text.h"
#include "base/utf8.h"

#include <string.h>
#include <time.h>

static void lists_hold_each_text_once(void **state)
{
    (void)state;
    struct gt_arena arena = {0};
    struct gt_texts texts = {0};
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < 100; i++)
            gt_texts_add(&texts, gt_arena_format(&arena, "%d", i), &arena);
    assert_int_equal(texts.n, 100);
    for (int i = 0; i < 100; i++)
        assert_int_equal(atoll(texts.item[i]), i);
    assert_true(gt_texts_have(&texts, "99"));
    assert_false(gt_texts_have(&texts, "100"));
    /* Items may be taken out: the room is worked out from the number that is left. */
    for (uint32_t n = 1; n < 100; n++) {
        texts.n = n;
        for (int i = 0; i < 5; i++)
            gt_texts_add(&texts, gt_arena_format(&arena, "%u-%d", n, i), &arena);
        assert_string_equal(texts.item[n + 4], gt_arena_format(&arena, "%u-4", n));
        assert_string_equal(texts.item[0], "0");
    }
    gt_arena_fini(&arena);
}

static void counts_cells_of_a_terminal(void **state)
{
    (void)state;
    assert_int_equal(gt_text_cells(""), 0);
    assert_int_equal(gt_text_cells("abc"), 3);
    assert_int_equal(gt_text_cells("长宁区"), 6);
    assert_int_equal(gt_text_cells("Ａ，（"), 6);
    assert_int_equal(gt_text_cells("ｱ"), 1);
    assert_int_equal(gt_text_cells("e\xCC\x81"), 1);
    assert_int_equal(gt_text_cells("\xE2\x80\x8B"), 0);
    assert_int_equal(gt_text_cells("AI+医疗"), 7);
}

static void measures_width_in_ems(void **state)
{
    (void)state;
    assert_int_equal(gt_text_width(""), 0);
    assert_int_equal(gt_text_width("长宁"), 2000);
    assert_int_equal(gt_text_width("“长”"), 3000);
    assert_int_equal(gt_text_width(" "), 278);
    assert_int_equal(gt_text_width("W"), 944);
    assert_int_equal(gt_text_width("il~"), 222 + 222 + 584);
    assert_int_equal(gt_text_width("e\xCC\x81"), 556);
    assert_int_equal(gt_code_width('@'), 1015);
    for (uint32_t code = 0; code < 0x30000; code++)
        assert_in_range(gt_code_width(code), 0, 1015);
}

static void expect_key(const char *text, const char *expected)
{
    struct gt_arena arena = {0};
    assert_string_equal(gt_text_key(text, &arena), expected);
    gt_arena_fini(&arena);
}

static void keys_forget_form_and_case(void **state)
{
    (void)state;
    expect_key("", "");
    expect_key("东华大学", "东华大学");
    expect_key(" Donghua\tUniversity\xE3\x80\x80", "donghuauniversity");
    expect_key("ＡＩ（医疗）", "ai(医疗)");
    expect_key("《“十四五”规划》", "十四五规划");
    expect_key("「〈『数字』〉」", "数字");
    expect_key("＂＇'\"", "");
    expect_key("e\xCC\x81\xC3\x89", "\xC3\xA9\xC3\xA9");
    expect_key("Straße", "strasse");
    expect_key("①㈱", "1(株)");
    expect_key("a\xE2\x80\x8B\xC2\xAD\xEF\xBB\xBF"
               "b",
               "ab");
    expect_key("Jing'an", "jingan");
    expect_key("\xEF\xA4\x80", "\xE8\xB1\x88"); /* U+F900 is 豈 */
}

static void keys_are_text_without_white_space(void **state)
{
    (void)state;
    static const uint32_t ranges[][2] = {{1, 0x500},       {0x1E00, 0x300},  {0x2000, 0x2000},
                                         {0x3000, 0x300},  {0xF900, 0x200},  {0xFB00, 0x500},
                                         {0x4E00, 0x5000}, {0x1D400, 0x400}, {0xFF00, 0xF0}};
    uint64_t seed = 10;
    for (int i = 0; i < 20000; i++) {
        struct gt_arena arena = {0};
        char text[64] = "";
        size_t n = 0;
        while (n < 40) {
            const uint32_t *range = ranges[unit_below(&seed, UNIT_COUNT(ranges))];
            n += gt_utf8_put(range[0] + unit_below(&seed, range[1]), text + n);
        }
        const char *key = gt_text_key(text, &arena);
        size_t bad;
        assert_true(gt_utf8_check(key, strlen(key), &bad));
        for (const char *p = key; *p;) {
            uint32_t code = gt_utf8_next(&p);
            assert_false(gt_code_is_space(code) || code == '"' || (code >= 'A' && code <= 'Z'));
        }
        gt_arena_fini(&arena);
    }
}

/* Marks of two classes by turns are what sorting them has most work with; between them stands, in
 * turn, nothing, what normalisation drops, and a letter that decomposes to a mark. */
static void runs_of_marks_are_cut(void **state)
{
    (void)state;
    static const char *const between[] = {"", "\xE2\x80\x8B", "\xEF\xBE\x9E", "\xE0\xBD\xB3"};
    enum { RUN = 60000 };
    for (size_t i = 0; i < UNIT_COUNT(between); i++) {
        struct gt_arena arena = {0};
        char *text = calloc(RUN, 2 + strlen(between[i])), *p = text;
        for (int k = 0; k < RUN; k++) {
            memcpy(p, k % 2 ? "\xCC\x81" : "\xCC\x96", 2);
            memcpy(p + 2, between[i], strlen(between[i]));
            p += k < RUN - 1 ? 2 + strlen(between[i]) : 0;
        }
        *p = '\0';
        clock_t start = clock();
        const char *key = gt_text_key(text, &arena);
        assert_true((double)(clock() - start) / CLOCKS_PER_SEC < 2);
        assert_in_range(gt_utf8_count(key), 15, 30);
        free(text);
        gt_arena_fini(&arena);
    }
    struct gt_arena arena = {0};
    char short_run[] = "a\xCC\x96\xCC\x81"
                       "b\xCC\x96";
    assert_int_equal(gt_utf8_count(gt_text_key(short_run, &arena)), 4);
    gt_arena_fini(&arena);
}

static void keys_of_wrong_bytes_do_no_harm(void **state)
{
    (void)state;
    uint64_t seed = 11;
    for (int i = 0; i < 5000; i++) {
        struct gt_arena arena = {0};
        char *text = calloc(1, 24);
        for (int k = 0; k < 23; k++)
            text[k] = (char)(1 + unit_below(&seed, 255));
        assert_non_null(gt_text_key(text, &arena));
        gt_text_cells(text);
        gt_text_width(text);
        gt_text_distance(text, "abc");
        free(text);
        gt_arena_fini(&arena);
    }
}

/* The definition itself: optimal string alignment by recursion. */
static uint32_t plain_distance(const char *a, size_t n, const char *b, size_t m)
{
    if (n == 0 || m == 0)
        return (uint32_t)(n + m);
    uint32_t least = plain_distance(a, n - 1, b, m - 1) + (a[n - 1] != b[m - 1]);
    uint32_t out = plain_distance(a, n - 1, b, m) + 1, in = plain_distance(a, n, b, m - 1) + 1;
    least = out < least ? out : least;
    least = in < least ? in : least;
    if (n > 1 && m > 1 && a[n - 1] == b[m - 2] && a[n - 2] == b[m - 1]) {
        uint32_t swap = plain_distance(a, n - 2, b, m - 2) + 1;
        least = swap < least ? swap : least;
    }
    return least;
}

static void distances_are_those_of_the_definition(void **state)
{
    (void)state;
    uint64_t seed = 12;
    for (int i = 0; i < 3000; i++) {
        char a[8] = "", b[8] = "";
        size_t n = unit_below(&seed, 7), m = unit_below(&seed, 7);
        for (size_t k = 0; k < n; k++)
            a[k] = (char)('a' + unit_below(&seed, 3));
        for (size_t k = 0; k < m; k++)
            b[k] = (char)('a' + unit_below(&seed, 3));
        if (gt_text_distance(a, b) != plain_distance(a, n, b, m))
            fail_msg("\"%s\" to \"%s\" is %u, expected %u", a, b, gt_text_distance(a, b),
                     plain_distance(a, n, b, m));
    }
    assert_int_equal(gt_text_distance("长宁区", "宁长区"), 1);
    assert_int_equal(gt_text_distance("长宁", "普陀区"), 3);
    assert_int_equal(gt_text_distance("ca", "abc"), 3); /* no part is edited twice */
}

static void distances_of_long_texts_are_cut(void **state)
{
    (void)state;
    static char a[1000], b[1000];
    memset(a, 'a', 999);
    memset(b, 'b', 999);
    assert_int_equal(gt_text_distance(a, b), 256);
    assert_int_equal(gt_text_distance(a, ""), 256);
    memcpy(b, a, 256);
    assert_int_equal(gt_text_distance(a, b), 0);
}

/* What names of files and of graphs may hold, on its way to a terminal. */
static void shows_what_a_terminal_would_obey(void **state)
{
    (void)state;
    struct gt_arena arena = {0};
    static const char *const cases[][3] = {
        {"", "", ""},
        {"答复 1.txt", "", "答复 1.txt"},
        {"a\x1b[31mb", "", "a\uFFFD[31mb"},
        {"a\nb\tc", "", "a\uFFFDb\uFFFDc"},
        {"a\nb\tc\r", "\n\t", "a\nb\tc\uFFFD"},
        {"\x7f\xc2\x9b"
         "31m",
         "\n", "\uFFFD\uFFFD31m"},
        {"\xff.txt", "", "\uFFFD.txt"},
    };
    for (size_t i = 0; i < UNIT_COUNT(cases); i++) {
        const char *shown = gt_text_visible(cases[i][0], cases[i][1], &arena);
        assert_string_equal(shown, cases[i][2]);
        assert_int_equal(shown == cases[i][0], strcmp(cases[i][0], cases[i][2]) == 0);
    }
    gt_arena_fini(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_hold_each_text_once),
        cmocka_unit_test(shows_what_a_terminal_would_obey),
        cmocka_unit_test(counts_cells_of_a_terminal),
        cmocka_unit_test(measures_width_in_ems),
        cmocka_unit_test(keys_forget_form_and_case),
        cmocka_unit_test(keys_are_text_without_white_space),
        cmocka_unit_test(runs_of_marks_are_cut),
        cmocka_unit_test(keys_of_wrong_bytes_do_no_harm),
        cmocka_unit_test(distances_are_those_of_the_definition),
        cmocka_unit_test(distances_of_long_texts_are_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
