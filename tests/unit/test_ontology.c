/* test_ontology.c: every table of the vocabulary: unique names, both languages, and the same words
 * in the same order as graphs/schema.json has them. */
#include "unit/unit.h"

#include "base/file.h"
#include "base/utf8.h"
#include "graph/graph.h"
#include "graph/property.h"

#include <cjson/cJSON.h>
#include <stdbool.h>
#include <string.h>

/* What a reader of English and a reader of Chinese see: neither may find the other's. */
static void expect_both_languages(const char *name, const struct gt_text *text)
{
    size_t bad;
    bool chinese = false;
    const char *en = text->in[GT_EN], *zh = text->in[GT_ZH];
    if (!en || !*en || !zh || !*zh)
        fail_msg("%s lacks a language", name);
    assert_true(gt_utf8_check(zh, strlen(zh), &bad));
    for (const char *p = en; *p; p++)
        if ((unsigned char)*p >= 0x80)
            fail_msg("%s: \"%s\" is no English", name, en);
    for (const char *p = zh; *p;)
        chinese |= gt_utf8_next(&p) >= 0x4E00;
    if (!chinese)
        fail_msg("%s: \"%s\" is no Chinese", name, zh);
}

/* Names are what files, options and SQL spell: lower-case words joined by '_'. */
static void expect_name(const char *name)
{
    if (!*name || strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_") != strlen(name))
        fail_msg("\"%s\" is no name", name);
}

static void words_are_unique_in_both_languages(void **state)
{
    (void)state;
    for (int v = 0; v < GT_VOCABULARIES; v++)
        for (int i = 0, n = gt_vocabulary_size((enum gt_vocabulary)v); i < n; i++) {
            struct gt_word word = gt_vocabulary_word((enum gt_vocabulary)v, i);
            if (i == 0 && (v == GT_VOCABULARY_LEVEL || v == GT_VOCABULARY_AMOUNT_KIND)) {
                assert_null(word.name);
                continue;
            }
            expect_name(word.name);
            expect_both_languages(word.name, &word.title);
            assert_int_equal(gt_vocabulary_find((enum gt_vocabulary)v, word.name, false), i);
            for (int lang = 0; lang < GT_LANGS; lang++)
                if (gt_vocabulary_find((enum gt_vocabulary)v, word.title.in[lang], true) != i)
                    fail_msg("\"%s\" is not %s", word.title.in[lang], word.name);
        }
}

static void types_and_families_are_explained(void **state)
{
    (void)state;
    bool used[GT_EDGE_FAMILIES] = {false};
    for (int i = 0; i < GT_NODE_TYPES; i++)
        expect_both_languages(gt_node_types[i].name, &gt_node_types[i].covers);
    for (int i = 0; i < GT_EDGE_TYPES; i++) {
        expect_both_languages(gt_edge_types[i].name, &gt_edge_types[i].reading);
        assert_int_equal(gt_edge_types[i].mutual, i == GT_EDGE_cooperates_with);
        used[gt_edge_types[i].family] = true;
    }
    for (int i = 0; i < GT_EDGE_FAMILIES; i++) {
        expect_name(gt_edge_families[i].name);
        expect_both_languages(gt_edge_families[i].name, &gt_edge_families[i].title);
        assert_true(used[i]);
        for (int k = 0; k < i; k++)
            assert_string_not_equal(gt_edge_families[i].name, gt_edge_families[k].name);
    }
    assert_true(GT_DISTRICTS <= 32 && GT_NODE_TYPES <= 32 &&
                GT_EDGE_TYPES <= 32); /* sets of bits */
}

static void words_are_found_as_people_type_them(void **state)
{
    (void)state;
    static const struct {
        enum gt_vocabulary vocabulary;
        const char *text;
        int strict, loose;
    } rows[] = {
        {GT_VOCABULARY_DISTRICT, "changning", GT_DISTRICT_changning, GT_DISTRICT_changning},
        {GT_VOCABULARY_DISTRICT, "Changning", -1, GT_DISTRICT_changning},
        {GT_VOCABULARY_DISTRICT, "长宁", -1, GT_DISTRICT_changning},
        {GT_VOCABULARY_DISTRICT, "长宁区", -1, GT_DISTRICT_changning},
        {GT_VOCABULARY_DISTRICT, "长宁区区", -1, -1},
        {GT_VOCABULARY_DISTRICT, "长", -1, -1},
        {GT_VOCABULARY_DISTRICT, "JING'AN", -1, GT_DISTRICT_jingan},
        {GT_VOCABULARY_NODE_TYPE, "Agency", -1, GT_NODE_agency},
        {GT_VOCABULARY_NODE_TYPE, "政府机关", -1, GT_NODE_agency},
        {GT_VOCABULARY_EDGE_TYPE, "Part_Of", -1, GT_EDGE_part_of},
        {GT_VOCABULARY_EDGE_TYPE, "part of", -1, GT_EDGE_part_of},
        {GT_VOCABULARY_STATUS, "", -1, -1},
        {GT_VOCABULARY_LEVEL, "", -1, -1},
        {GT_VOCABULARY_AMOUNT_KIND, "", -1, -1},
    };
    for (size_t i = 0; i < UNIT_COUNT(rows); i++) {
        int strict = gt_vocabulary_find(rows[i].vocabulary, rows[i].text, false);
        int loose = gt_vocabulary_find(rows[i].vocabulary, rows[i].text, true);
        if (strict != rows[i].strict || loose != rows[i].loose)
            fail_msg("\"%s\" is %d, loosely %d", rows[i].text, strict, loose);
    }
    assert_string_equal(gt_vocabulary_suggest(GT_VOCABULARY_DISTRICT, "chagning"), "changning");
    assert_string_equal(gt_vocabulary_suggest(GT_VOCABULARY_NODE_TYPE, "univercity"), "university");
    assert_null(gt_vocabulary_suggest(GT_VOCABULARY_NODE_TYPE, "zzzzzzzz"));
    assert_null(gt_vocabulary_suggest(GT_VOCABULARY_LEVEL, ""));
}

static size_t size_of_owner(enum gt_owner owner)
{
    static const size_t size[GT_OWNERS] = {sizeof(struct gt_document), sizeof(struct gt_node),
                                           sizeof(struct gt_edge), sizeof(struct gt_statement)};
    return size[owner];
}

static void properties_are_unique_in_both_languages(void **state)
{
    (void)state;
    for (int owner = 0; owner < GT_OWNERS; owner++) {
        size_t n;
        const struct gt_property *rows = gt_properties((enum gt_owner)owner, &n);
        assert_true(n > 0);
        for (size_t i = 0; i < n; i++) {
            expect_name(rows[i].name);
            expect_both_languages(rows[i].name, &rows[i].title);
            assert_true(rows[i].kind < GT_PROPERTY_KINDS);
            assert_true(rows[i].offset < size_of_owner((enum gt_owner)owner));
            for (size_t k = 0; k < i; k++) {
                assert_string_not_equal(rows[i].name, rows[k].name);
                assert_true(rows[i].offset != rows[k].offset);
            }
        }
    }
}

/* --- the schema ---------------------------------------------------------------------------------
 */

static cJSON *schema;

static int read_schema(void **state)
{
    (void)state;
    static const char *const paths[] = {"graphs/schema.json", "../../graphs/schema.json"};
    struct gt_error err = {0};
    struct gt_buffer out = {0};
    const char *path = gt_file_exists(paths[0]) ? paths[0] : paths[1];
    bool done = gt_file_read(path, 1 << 20, &out, &err);
    if (done)
        schema = cJSON_Parse(out.bytes);
    gt_buffer_fini(&out);
    return schema ? 0 : -1;
}

static int drop_schema(void **state)
{
    (void)state;
    cJSON_Delete(schema);
    return 0;
}

/* A value of the schema by a path of keys: "node/properties/type". */
static const cJSON *at_path(const char *path)
{
    char key[64];
    const cJSON *now = cJSON_GetObjectItemCaseSensitive(schema, "$defs");
    while (now && *path) {
        size_t n = strcspn(path, "/");
        snprintf(key, sizeof key, "%.*s", (int)n, path);
        now = cJSON_GetObjectItemCaseSensitive(now, key);
        path += n + (path[n] == '/');
    }
    if (!now)
        fail_msg("the schema has no %s", key);
    return now;
}

static bool lists(const cJSON *array, const char *name)
{
    for (const cJSON *item = array ? array->child : NULL; item; item = item->next)
        if (strcmp(item->valuestring, name) == 0)
            return true;
    return false;
}

static void expect_enum(const char *path, enum gt_vocabulary vocabulary)
{
    int i = gt_vocabulary_word(vocabulary, 0).name ? 0 : 1;
    for (const cJSON *item = at_path(path)->child; item; item = item->next, i++) {
        assert_true(i < gt_vocabulary_size(vocabulary));
        assert_string_equal(gt_vocabulary_word(vocabulary, i).name, item->valuestring);
    }
    assert_int_equal(i, gt_vocabulary_size(vocabulary));
}

static void the_schema_has_the_same_words(void **state)
{
    (void)state;
    expect_enum("node/properties/type/enum", GT_VOCABULARY_NODE_TYPE);
    expect_enum("edge/properties/type/enum", GT_VOCABULARY_EDGE_TYPE);
    expect_enum("statement/properties/status/enum", GT_VOCABULARY_STATUS);
    expect_enum("node/properties/level/enum", GT_VOCABULARY_LEVEL);
    expect_enum("statement/properties/amount/properties/kind/enum", GT_VOCABULARY_AMOUNT_KIND);
    expect_enum("district/enum", GT_VOCABULARY_DISTRICT);
}

/* Which statements an edge has is told by where they stand: no row of the table. */
static bool only_in_schema(const char *owner, const char *name)
{
    return strcmp(owner, "edge") == 0 && strcmp(name, "statements") == 0;
}

/* The kinds as the schema names them, by what it refers to. */
static const char *kind_of(enum gt_property_kind kind)
{
    static const char *const name[GT_PROPERTY_KINDS] = {
        [GT_KIND_SLUG] = "#/$defs/slug",  [GT_KIND_NODE] = "#/$defs/slug",
        [GT_KIND_LABEL] = "#/$defs/form", [GT_KIND_TEXTS] = "#/$defs/forms",
        [GT_KIND_DATE] = "#/$defs/date",  [GT_KIND_DISTRICT] = "#/$defs/district",
    };
    return name[kind];
}

static void expect_properties(enum gt_owner owner, const char *name)
{
    size_t n, i = 0;
    const struct gt_property *rows = gt_properties(owner, &n);
    const cJSON *definition = at_path(name);
    const cJSON *required = cJSON_GetObjectItemCaseSensitive(definition, "required");
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(definition, "properties")->child;
    for (; item; item = item->next) {
        if (only_in_schema(name, item->string))
            continue;
        if (i == n || strcmp(rows[i].name, item->string) != 0)
            fail_msg("%s: the schema has %s, property.def %s", name, item->string,
                     i < n ? rows[i].name : "nothing");
        if (rows[i].required && !lists(required, rows[i].name))
            fail_msg("%s: %s is required in property.def alone", name, rows[i].name);
        const cJSON *refers = cJSON_GetObjectItemCaseSensitive(item, "$ref");
        if (kind_of(rows[i].kind))
            assert_string_equal(refers ? refers->valuestring : "", kind_of(rows[i].kind));
        i++;
    }
    assert_int_equal(i, n);
}

static void the_schema_has_the_same_properties(void **state)
{
    (void)state;
    expect_properties(GT_OWNER_DOCUMENT, "document");
    expect_properties(GT_OWNER_NODE, "node");
    expect_properties(GT_OWNER_EDGE, "edge");
    expect_properties(GT_OWNER_STATEMENT, "statement");
    assert_int_equal(at_path("node/properties/label/maxLength")->valueint, GT_LABEL_CODES);
    char span[32];
    snprintf(span, sizeof span, "end - start is %d at most", GT_EVIDENCE_CODES);
    assert_non_null(
        strstr(at_path("statement/properties/evidence/description")->valuestring, span));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_unique_in_both_languages),
        cmocka_unit_test(types_and_families_are_explained),
        cmocka_unit_test(words_are_found_as_people_type_them),
        cmocka_unit_test(properties_are_unique_in_both_languages),
        cmocka_unit_test(the_schema_has_the_same_words),
        cmocka_unit_test(the_schema_has_the_same_properties),
    };
    return cmocka_run_group_tests(tests, read_schema, drop_schema);
}
