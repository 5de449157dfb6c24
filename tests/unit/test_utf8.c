/* test_utf8.c: UTF-8 as RFC 3629 has it, against a plain decoder, and the folding of a text. */
#include "unit/unit.h"

#include "base/utf8.h"

#include <string.h>
#include <utf8proc.h>

static void every_code_point_comes_back(void **state)
{
    (void)state;
    for (uint32_t code = 1; code <= 0x10FFFF; code++) {
        if (code >= 0xD800 && code <= 0xDFFF)
            continue;
        char text[5] = "";
        size_t bad, n = gt_utf8_put(code, text);
        const char *p = text;
        uint32_t back = gt_utf8_next(&p);
        if (n != strlen(text) || !gt_utf8_check(text, n, &bad) || back != code || p != text + n)
            fail_msg("U+%04X came back as U+%04X", code, back);
    }
}

/* What utf8proc says of every sequence of up to four bytes from the edges of the rules. */
static void every_wrong_sequence_is_refused(void **state)
{
    (void)state;
    static const unsigned char edge[] = {0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF,
                                         0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE,
                                         0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xF8, 0xFE, 0xFF};
    enum { E = sizeof edge };
    for (uint32_t i = 0; i < E * E * E * E; i++) {
        unsigned char text[5] = {edge[i % E], edge[i / E % E], edge[i / E / E % E],
                                 edge[i / E / E / E]};
        utf8proc_ssize_t at = 0;
        while (at < 4) {
            utf8proc_int32_t code;
            utf8proc_ssize_t n = utf8proc_iterate(text + at, 4 - at, &code);
            if (n <= 0)
                break;
            at += n;
        }
        size_t bad = 4;
        bool valid = gt_utf8_check((char *)text, 4, &bad);
        if (valid != (at == 4) || (size_t)at != bad)
            fail_msg("%02x %02x %02x %02x: wrong from %zu, expected %zd", text[0], text[1], text[2],
                     text[3], bad, at);
    }
}

static void a_cut_sequence_is_refused(void **state)
{
    (void)state;
    size_t bad;
    assert_true(gt_utf8_check("", 0, &bad));
    assert_true(gt_utf8_check("长宁", 6, &bad));
    for (size_t n = 4; n < 6; n++) {
        assert_false(gt_utf8_check("长宁", n, &bad));
        assert_int_equal(bad, 3);
    }
}

/* At most one byte is passed over for each wrong one, and nothing behind the end is read: the text
 * ends where its memory does. */
static void wrong_bytes_are_passed_over(void **state)
{
    (void)state;
    uint64_t seed = 7;
    for (int i = 0; i < 20000; i++) {
        size_t n = 1 + unit_below(&seed, 8);
        char *text = malloc(n + 1);
        for (size_t k = 0; k < n; k++)
            text[k] = (char)(1 + unit_below(&seed, 255));
        text[n] = '\0';
        const char *p = text;
        while (*p) {
            const char *before = p;
            uint32_t code = gt_utf8_next(&p);
            size_t bad, length = (size_t)(p - before);
            assert_in_range(length, 1, 4);
            bool valid = gt_utf8_check(before, length, &bad);
            assert_true(valid || (code == GT_REPLACEMENT && length == 1));
        }
        assert_ptr_equal(p, text + n);
        assert_true(gt_utf8_offset(text, 100) == n);
        free(text);
    }
}

static void counts_and_offsets(void **state)
{
    (void)state;
    assert_int_equal(gt_utf8_count(""), 0);
    assert_int_equal(gt_utf8_count("aé长𠮷"), 4);
    static const size_t offset[] = {0, 1, 3, 6, 10, 10};
    for (size_t i = 0; i < UNIT_COUNT(offset); i++)
        assert_int_equal(gt_utf8_offset("aé长𠮷", i), offset[i]);
}

static void trims_an_incomplete_end(void **state)
{
    (void)state;
    static const char *const whole[] = {"", "a", "é", "长", "𠮷", "长a", "a𠮷"};
    for (size_t i = 0; i < UNIT_COUNT(whole); i++) {
        size_t n = strlen(whole[i]), last = n;
        while (last > 0 && ((unsigned char)whole[i][--last] & 0xC0) == 0x80)
            ;
        for (size_t cut = last + (n > 0); cut <= n; cut++) {
            char text[8] = "";
            memcpy(text, whole[i], cut);
            gt_utf8_trim(text);
            assert_int_equal(strlen(text), cut == n ? n : last);
        }
    }
}

/* Unicode's White_Space (PropList.txt), by category and bidirectional class, and U+FEFF. */
static bool is_white(uint32_t code)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)code);
    return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
           category == UTF8PROC_CATEGORY_ZP || (code >= 9 && code <= 13) || code == 0x85 ||
           code == 0xFEFF;
}

static void knows_white_space(void **state)
{
    (void)state;
    for (uint32_t code = 0; code <= 0x10FFFF; code++)
        if (gt_code_is_space(code) != is_white(code))
            fail_msg("U+%04X", code);
}

static void folds_white_space_away(void **state)
{
    (void)state;
    char text[] = "\xEF\xBB\xBF 长\t宁\r\n区\xE3\x80\x80\xC2\xA0。\xE2\x80\x8B";
    size_t n = gt_utf8_fold(text, strlen(text));
    text[n] = '\0';
    assert_string_equal(text, "长宁区。\xE2\x80\x8B"); /* U+200B is no white space */
    assert_int_equal(gt_utf8_fold(text, 0), 0);
    char wrong[] = "a \xE9\x95 b\xFF \xE3\x80";
    n = gt_utf8_fold(wrong, strlen(wrong));
    wrong[n] = '\0';
    assert_string_equal(wrong, "a\xE9\x95"
                               "b\xFF\xE3\x80"); /* nothing else is dropped */
}

static void folds_random_text_like_a_plain_loop(void **state)
{
    (void)state;
    static const uint32_t some[] = {' ', 'a', 0x85, 0xA0, 0x2003, 0x3000, 0xFEFF, 0x957F, 0x20BB7};
    uint64_t seed = 8;
    for (int i = 0; i < 5000; i++) {
        char text[80], expected[80];
        size_t n = 0, kept = 0;
        for (int k = 0; k < 18; k++) {
            uint32_t code = some[unit_below(&seed, UNIT_COUNT(some))];
            size_t length = gt_utf8_put(code, text + n);
            if (!is_white(code)) {
                memcpy(expected + kept, text + n, length);
                kept += length;
            }
            n += length;
        }
        assert_int_equal(gt_utf8_fold(text, n), kept);
        assert_memory_equal(text, expected, kept);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_point_comes_back),
        cmocka_unit_test(every_wrong_sequence_is_refused),
        cmocka_unit_test(a_cut_sequence_is_refused),
        cmocka_unit_test(wrong_bytes_are_passed_over),
        cmocka_unit_test(counts_and_offsets),
        cmocka_unit_test(trims_an_incomplete_end),
        cmocka_unit_test(knows_white_space),
        cmocka_unit_test(folds_white_space_away),
        cmocka_unit_test(folds_random_text_like_a_plain_loop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
