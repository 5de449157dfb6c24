/* test_json_writer.c: what is written parses as JSON with the same content, in the layout wanted.
 */
#include "unit/unit.h"

#include "base/json_writer.h"
#include "base/utf8.h"

#include <cjson/cJSON.h>
#include <math.h>
#include <string.h>

/* Parses the whole of a buffer; fails where it is not JSON. */
static cJSON *parse(const struct gt_buffer *out)
{
    const char *end = NULL;
    cJSON *json = cJSON_ParseWithLengthOpts(out->bytes, out->n + 1, &end, true);
    if (!json)
        fail_msg("not JSON: %s", out->bytes);
    return json;
}

static void write_sample(struct gt_json *json)
{
    gt_json_object_begin(json);
    gt_json_key(json, "name");
    gt_json_text(json, "东华");
    gt_json_key(json, "none");
    gt_json_text(json, NULL);
    gt_json_key(json, "list");
    gt_json_array_begin(json);
    gt_json_number(json, 0.5);
    gt_json_uint(json, UINT64_MAX);
    gt_json_bool(json, true);
    gt_json_null(json);
    gt_json_array_end(json);
    gt_json_key(json, "empty");
    gt_json_object_begin(json);
    gt_json_object_end(json);
    gt_json_object_end(json);
}

static void lays_out_lines(void **state)
{
    (void)state;
    struct gt_buffer out = {0};
    struct gt_json flat = GT_JSON(&out, 0), lines = GT_JSON(&out, 2);
    write_sample(&flat);
    assert_string_equal(out.bytes, "{\"name\":\"东华\",\"none\":null,\"list\":[0.5,"
                                   "18446744073709551615,true,null],\"empty\":{}}");
    gt_buffer_clear(&out);
    write_sample(&lines);
    assert_string_equal(out.bytes,
                        "{\n  \"name\": \"东华\",\n  \"none\": null,\n  \"list\": [\n"
                        "    0.5,\n    18446744073709551615,\n    true,\n    null\n  ],\n"
                        "  \"empty\": {}\n}\n");
    gt_buffer_fini(&out);
}

static void inlines_what_is_begun_next(void **state)
{
    (void)state;
    struct gt_buffer out = {0};
    struct gt_json json = GT_JSON(&out, 1);
    gt_json_array_begin(&json);
    gt_json_inline_next(&json);
    gt_json_object_begin(&json);
    gt_json_key(&json, "a");
    gt_json_array_begin(&json);
    gt_json_uint(&json, 1);
    gt_json_uint(&json, 2);
    gt_json_array_end(&json);
    gt_json_key(&json, "b");
    gt_json_uint(&json, 3);
    gt_json_object_end(&json);
    gt_json_array_begin(&json); /* the one after is not */
    gt_json_uint(&json, 4);
    gt_json_array_end(&json);
    gt_json_array_end(&json);
    assert_string_equal(out.bytes, "[\n {\"a\": [1, 2], \"b\": 3},\n [\n  4\n ]\n]\n");
    gt_buffer_clear(&out);
    gt_json_inline_next(&json);
    gt_json_array_begin(&json); /* the outermost, too */
    gt_json_array_begin(&json);
    gt_json_uint(&json, 5);
    gt_json_array_end(&json);
    gt_json_uint(&json, 6);
    gt_json_array_end(&json);
    assert_string_equal(out.bytes, "[[5], 6]\n");
    gt_buffer_fini(&out);
}

static void escapes_what_json_forbids(void **state)
{
    (void)state;
    struct gt_buffer out = {0};
    struct gt_json json = GT_JSON(&out, 0);
    gt_json_text(&json, "\"\\/\b\f\n\r\t\x01\x1f\x7f é 长 𠮷");
    assert_string_equal(out.bytes, "\"\\\"\\\\/\\u0008\\u000c\\n\\u000d\\t\\u0001\\u001f\\u007f"
                                   " é 长 𠮷\"");
    gt_buffer_fini(&out);
}

static void every_text_comes_back(void **state)
{
    (void)state;
    uint64_t seed = 4;
    for (int i = 0; i < 3000; i++) {
        char text[64] = "";
        size_t n = 0;
        while (n < 56) {
            uint32_t code =
                unit_below(&seed, 4) ? 1 + unit_below(&seed, 0xD000) : 1 + unit_below(&seed, 0x90);
            n += gt_utf8_put(code, text + n);
        }
        struct gt_buffer out = {0};
        struct gt_json json = GT_JSON(&out, i % 3);
        gt_json_object_begin(&json);
        gt_json_key(&json, text);
        gt_json_text(&json, text);
        gt_json_object_end(&json);
        cJSON *back = parse(&out);
        assert_string_equal(back->child->string, text);
        assert_string_equal(back->child->valuestring, text);
        cJSON_Delete(back);
        gt_buffer_fini(&out);
    }
}

/* The name of a file may be any bytes. */
static void wrong_bytes_are_replaced(void **state)
{
    (void)state;
    struct gt_buffer out = {0};
    struct gt_json json = GT_JSON(&out, 0);
    gt_json_text(&json, "a\xff\xe9\x95z\xc0\x80\xed\xa0\x80\xf0\x9f");
    assert_string_equal(out.bytes, "\"a\\ufffd\\ufffd\\ufffdz\\ufffd\\ufffd"
                                   "\\ufffd\\ufffd\\ufffd\\ufffd\\ufffd\"");
    uint64_t seed = 5;
    for (int i = 0; i < 3000; i++) {
        char text[20] = "";
        size_t bad;
        for (int k = 0; k < 19; k++)
            text[k] = (char)(1 + unit_below(&seed, 255));
        gt_buffer_clear(&out);
        gt_json_text(&json, text);
        if (!gt_utf8_check(out.bytes, out.n, &bad))
            fail_msg("wrong byte at %zu: %s", bad, out.bytes);
        cJSON_Delete(parse(&out));
    }
    gt_buffer_fini(&out);
}

static void numbers_that_json_has_no_word_for_are_null(void **state)
{
    (void)state;
    struct gt_buffer out = {0};
    struct gt_json json = GT_JSON(&out, 0);
    gt_json_array_begin(&json);
    gt_json_number(&json, NAN);
    gt_json_number(&json, INFINITY);
    gt_json_number(&json, -INFINITY);
    gt_json_number(&json, -0.0);
    gt_json_number(&json, 1e300);
    gt_json_bool(&json, false);
    gt_json_array_end(&json);
    assert_string_equal(out.bytes, "[null,null,null,0,1e+300,false]");
    gt_buffer_fini(&out);
}

/* Writes a random value and the same into cJSON's tree. */
static cJSON *write_random(struct gt_json *json, uint64_t *seed, int depth)
{
    uint32_t kind = unit_below(seed, depth < 12 ? 6 : 4);
    if (kind == 0) {
        gt_json_uint(json, depth > 0);
        return cJSON_CreateNumber(depth > 0);
    }
    if (kind == 1) {
        gt_json_bool(json, true);
        return cJSON_CreateTrue();
    }
    if (kind == 2) {
        gt_json_null(json);
        return cJSON_CreateNull();
    }
    if (kind == 3) {
        gt_json_text(json, "长\n");
        return cJSON_CreateString("长\n");
    }
    cJSON *tree = kind == 4 ? cJSON_CreateArray() : cJSON_CreateObject();
    if (unit_below(seed, 3) == 0)
        gt_json_inline_next(json);
    kind == 4 ? gt_json_array_begin(json) : gt_json_object_begin(json);
    for (uint32_t i = unit_below(seed, 5); i > 0; i--) {
        char key[8];
        snprintf(key, sizeof key, "k%u", i);
        if (kind == 5)
            gt_json_key(json, key);
        cJSON *item = write_random(json, seed, depth + 1);
        kind == 4 ? cJSON_AddItemToArray(tree, item) : cJSON_AddItemToObject(tree, key, item);
    }
    kind == 4 ? gt_json_array_end(json) : gt_json_object_end(json);
    return tree;
}

static void random_trees_come_back(void **state)
{
    (void)state;
    uint64_t seed = 6;
    for (int i = 0; i < 3000; i++) {
        struct gt_buffer out = {0};
        struct gt_json json = GT_JSON(&out, i % 3);
        cJSON *tree = write_random(&json, &seed, 0), *back = parse(&out);
        if (!cJSON_Compare(tree, back, true))
            fail_msg("other content: %s", out.bytes);
        assert_int_equal(json.depth, 0);
        cJSON_Delete(tree);
        cJSON_Delete(back);
        gt_buffer_fini(&out);
    }
}

static void nests_deeply(void **state)
{
    (void)state;
    enum { DEEP = GT_JSON_DEPTH - 2 };
    struct gt_buffer out = {0};
    struct gt_json json = GT_JSON(&out, 1);
    for (int i = 0; i < DEEP; i++) {
        gt_json_inline_next(&json);
        gt_json_array_begin(&json);
    }
    gt_json_inline_next(&json);
    for (int i = 0; i < DEEP; i++)
        gt_json_array_end(&json);
    assert_int_equal(out.n, 2 * DEEP + 1);
    cJSON_Delete(parse(&out));
    gt_buffer_fini(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lays_out_lines),
        cmocka_unit_test(inlines_what_is_begun_next),
        cmocka_unit_test(escapes_what_json_forbids),
        cmocka_unit_test(every_text_comes_back),
        cmocka_unit_test(wrong_bytes_are_replaced),
        cmocka_unit_test(numbers_that_json_has_no_word_for_are_null),
        cmocka_unit_test(random_trees_come_back),
        cmocka_unit_test(nests_deeply),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
