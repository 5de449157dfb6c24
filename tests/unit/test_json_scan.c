/* test_json_scan.c: what is JSON by RFC 8259, and where what is not goes wrong. */
#include "unit/format_support.h"

#include "format/json_scan.h"
#include "format/json_tree.h"

struct scan_case {
    const char *name, *text;
    size_t n;          /* bytes of text; 0: up to its NUL */
    const char *place; /* null: accepted */
    const char *fault; /* part of the message in English */
};

#define ACCEPT(name_, text_)                                                                       \
    {                                                                                              \
        .name = "accepts " name_, .text = (text_)                                                  \
    }
#define REFUSE(name_, text_, place_, fault_)                                                       \
    {                                                                                              \
        .name = "refuses " name_, .text = (text_), .place = "f:" place_, .fault = (fault_)         \
    }
#define REFUSE_BYTES(name_, text_, place_, fault_)                                                 \
    {                                                                                              \
        .name = "refuses " name_, .text = (text_), .n = sizeof(text_) - 1, .place = "f:" place_,   \
        .fault = (fault_)                                                                          \
    }

static const struct scan_case cases[] = {
    /* values */
    ACCEPT("an empty object", "{}"),
    ACCEPT("an empty list", "[]"),
    ACCEPT("blanks around everything", " \t\r\n[ 1 , 2 ] \n"),
    ACCEPT("a lone number", "0"),
    ACCEPT("a lone text", "\"\""),
    ACCEPT("the three words", "[true,false,null]"),
    ACCEPT("a byte-order mark", "\xEF\xBB\xBF{}"),
    ACCEPT("numbers of every form", "[-0,0.5,1e5,1E+5,1.25e-7,-12,123456789012345678]"),
    ACCEPT("a number that underflows", "1e-999"),
    ACCEPT("the largest double", "1.7976931348623157e308"),
    ACCEPT("every escape", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u4e1c\\uFFFF\""),
    ACCEPT("a surrogate pair", "\"\\uD83D\\uDE00\""),
    ACCEPT("Chinese and four-byte text", "\"东华大学😀\""),
    ACCEPT("DEL in a text", "\"\x7F\""),
    ACCEPT("the same key in two objects", "[{\"a\":1},{\"a\":{\"a\":2}}]"),
    ACCEPT("an empty key", "{\"\":1}"),
    ACCEPT("keys where one begins another", "{\"a\":1,\"ab\":2,\"\":3}"),
    ACCEPT("nesting of 64", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
                            "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"),
    /* the whole */
    REFUSE("an empty file", "", "1:1", "the end of the file"),
    REFUSE("blanks alone", " \n ", "2:2", "the end of the file"),
    REFUSE("two values", "{} {}", "1:4", "expected the end of the file"),
    REFUSE("text behind the value", "{}x", "1:3", "found \"x\""),
    REFUSE("JSON Lines", "{}\n{}\n", "2:1", "expected the end of the file"),
    REFUSE("nesting of 65",
           "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
           "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
           "1:65", "deeper than 64"),
    /* words */
    REFUSE("True", "True", "1:1", "found \"True\", expected a value"),
    REFUSE("nul", "nul", "1:1", "found \"nul\""),
    REFUSE("nulls", "nulls", "1:1", "found \"nulls\""),
    REFUSE("a comment", "/* a */ {}", "1:1", "found \"/\""),
    REFUSE("a text in single quotes", "'a'", "1:1", "found \"'\""),
    REFUSE("a full-width quotation mark", "{“a”:1}", "1:2", "found \"“\", expected a key"),
    /* numbers */
    REFUSE("NaN", "[NaN]", "1:2", "found \"NaN\""),
    REFUSE("Infinity", "Infinity", "1:1", "found \"Infinity\""),
    REFUSE("-Infinity", "-Infinity", "1:2", "expected a digit"),
    REFUSE("a leading zero", "[01]", "1:2", "without leading zero"),
    REFUSE("a leading zero behind a sign", "-012", "1:1", "without leading zero"),
    REFUSE("a plus sign", "+1", "1:1", "found \"+\""),
    REFUSE("a point without digits before", ".5", "1:1", "found \".\""),
    REFUSE("a point without digits behind", "1.", "1:3", "expected a digit"),
    REFUSE("an exponent without digits", "1e", "1:3", "expected a digit"),
    REFUSE("an exponent with sign alone", "1e+", "1:4", "expected a digit"),
    REFUSE("a lone minus", "-", "1:2", "expected a digit"),
    REFUSE("hexadecimal", "0x1F", "1:2", "expected the end of the file"),
    REFUSE("full-width digits", "１", "1:1", "found \"１\""),
    REFUSE("1e999", "[1,\n1e999]", "2:1", "below 1.8e308"),
    REFUSE("-1e999", "-1e999", "1:1", "below 1.8e308"),
    REFUSE("a number of 61 digits", "1234567890123456789012345678901234567890123456789012345678901",
           "1:1", "61 characters, expected at most 60"),
    /* texts */
    REFUSE("an open text", "[\"abc", "1:2", "without closing quotation mark"),
    REFUSE("an open text that ends in an escape", "\"abc\\", "1:6", "the end of the file"),
    REFUSE("a line break in a text", "\"东\n\"", "1:3", "U+000A"),
    REFUSE("a tab in a text", "\"\t\"", "1:2", "U+0009"),
    REFUSE_BYTES("a NUL in a text", "[\"a\0b\"]", "1:4", "U+0000"),
    REFUSE_BYTES("a NUL behind the value", "{}\0", "1:3", "U+0000"),
    REFUSE("an unknown escape", "\"\\x41\"", "1:3", "behind the backslash"),
    REFUSE("too few digits behind \\u", "\"\\u12\"", "1:6", "four hexadecimal digits"),
    REFUSE("no digits behind \\u", "\"\\uGGGG\"", "1:4", "four hexadecimal digits"),
    REFUSE("\\u0000", "\"a\\u0000\"", "1:3", "\\u0000"),
    REFUSE("a lone high surrogate", "\"\\uD800\"", "1:2", "surrogate"),
    REFUSE("a lone low surrogate", "\"\\uDC00\"", "1:2", "surrogate"),
    REFUSE("a high surrogate before a letter", "\"\\uD800\\u0041\"", "1:2", "surrogate"),
    REFUSE("two high surrogates", "\"\\uD800\\uD800\"", "1:2", "surrogate"),
    /* structure */
    REFUSE("an open list", "[1", "1:3", "expected ',' or ']'"),
    REFUSE("an open object", "{\"a\":1", "1:7", "expected ',' or '}'"),
    REFUSE("a comma before ]", "[1,]", "1:4", "found \"]\", expected a value"),
    REFUSE("a comma before }", "{\"a\":1,}", "1:8", "found \"}\", expected a key"),
    REFUSE("two commas", "[1,,2]", "1:4", "expected a value"),
    REFUSE("a missing comma", "[1 2]", "1:4", "expected ',' or ']'"),
    REFUSE("a full-width comma", "[1，2]", "1:3", "found \"，\""),
    REFUSE("a missing colon", "{\"a\" 1}", "1:6", "expected ':'"),
    REFUSE("a missing value", "{\"a\":}", "1:6", "expected a value"),
    REFUSE("a key without quotation marks", "{a:1}", "1:2", "expected a key"),
    REFUSE("a number as key", "{1:1}", "1:2", "expected a key"),
    REFUSE("the wrong bracket", "[1}", "1:3", "expected ',' or ']'"),
    REFUSE("a bracket too many", "[1]]", "1:4", "expected the end of the file"),
    REFUSE("a key twice", "{\"a\":1,\n \"b\":2, \"a\":3}", "2:9", "the key \"a\" twice"),
    REFUSE("a key twice, once escaped", "{\"a\":1,\"\\u0061\":2}", "1:8", "the key \"a\" twice"),
    REFUSE("the first of two repeated keys", "{\"z\":1,\"z\":1,\"a\":1,\"a\":1}", "1:8",
           "the key \"z\" twice"),
    /* encoding */
    REFUSE_BYTES("UTF-16 with a mark", "\xFF\xFE{\0}\0", "1:1", "UTF-16"),
    REFUSE_BYTES("UTF-16 without a mark", "{\0}\0", "1:1", "UTF-16"),
    REFUSE_BYTES("big-endian UTF-16", "\0{\0}", "1:1", "UTF-16"),
    REFUSE("GBK", "{\"a\": \"\xB6\xAB\xBB\xAA\"}", "1:8", "byte 0xB6"),
    REFUSE("an overlong form", "\"\xC0\xAF\"", "1:2", "byte 0xC0"),
    REFUSE("a surrogate in UTF-8", "\"\xED\xA0\x80\"", "1:2", "byte 0xED"),
    REFUSE("a code above U+10FFFF", "\"\xF4\x90\x80\x80\"", "1:2", "byte 0xF4"),
    REFUSE("a cut sequence", "\"东\xE4\xB8\"", "1:3", "byte 0xE4"),
    REFUSE("a mark in the middle", "[\xEF\xBB\xBF]", "1:2", "expected a value"),
    REFUSE("two marks", "\xEF\xBB\xBF\xEF\xBB\xBF{}", "1:1", "expected a value"),
};

static void scan_case(void **state)
{
    const struct scan_case *c = *state;
    for (int lang = GT_EN; lang <= GT_ZH; lang++) {
        struct gt_faults faults = {.lang = (enum gt_lang)lang};
        struct gt_json_tree tree = {0};
        size_t n = c->n ? c->n : strlen(c->text);
        bool done = gt_json_tree_read("f", c->text, n, &tree, &faults);
        assert_int_equal(done, !c->place);
        assert_int_equal(faults.n, done ? 0 : 1);
        if (!done) {
            assert_string_equal(faults.kept[0].place, c->place);
            if (lang == GT_EN && !strstr(faults.kept[0].text, c->fault))
                fail_msg("\"%s\" is not in \"%s\"", c->fault, faults.kept[0].text);
            if (lang == GT_ZH)
                assert_null(strstr(faults.kept[0].text, "expected"));
        }
        gt_json_tree_fini(&tree);
        gt_faults_fini(&faults);
    }
}

CASES(cases, scan_case)

static void knows_lines_and_paths(void **state)
{
    (void)state;
    static const char text[] = "\xEF\xBB\xBF{\"a\": [1,\n {\"b/~\":\n\n true}],\n\"c\":2}";
    struct gt_faults faults = {0};
    struct gt_json_tree tree = {0};
    struct gt_arena arena = {0};
    assert_true(gt_json_tree_read("f", text, sizeof text - 1, &tree, &faults));
    const cJSON *deep = tree.root->child->child->next->child;
    assert_string_equal(gt_json_tree_place(&tree, deep, &arena), "f:4: /a/1/b~1~0");
    assert_string_equal(gt_json_tree_place(&tree, tree.root->child->next, &arena), "f:5: /c");
    assert_string_equal(gt_json_tree_place(&tree, tree.root, &arena), "f:1");
    gt_json_tree_fini(&tree);
    gt_arena_fini(&arena);
}

static void shows_nothing_that_a_terminal_obeys(void **state)
{
    (void)state;
    struct gt_faults faults = {0};
    struct gt_json_scan scan = {0};
    static const char text[] = "{\"\\u001b[2J\\u202e\":1,\"\\u001b[2J\\u202e\":2}";
    assert_false(gt_json_scan("f", text, sizeof text - 1, &scan, &faults));
    assert_string_equal(faults.kept[0].text,
                        "found the key \"\uFFFD[2J\uFFFD\" twice in an object");
    gt_json_scan_fini(&scan);
    gt_faults_fini(&faults);
}

int main(void)
{
    const struct CMUnitTest more[] = {
        cmocka_unit_test(knows_lines_and_paths),
        cmocka_unit_test(shows_nothing_that_a_terminal_obeys),
    };
    int failed = run_cases("json_scan");
    return failed + cmocka_run_group_tests(more, NULL, NULL);
}
