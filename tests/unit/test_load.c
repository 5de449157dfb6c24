/* test_load.c: from paths to one graph: files, folders, what is missing, what is too large. */
#include "unit/folder.h"
#include "unit/format_support.h"

#include "format/load.h"

static const char *const small = "{\"documents\":[],\"nodes\":[{\"id\":\"a\",\"type\":\"park\","
                                 "\"name\":\"甲园\"}],\"edges\":[]}";

static bool load(const char *path, struct gt_load *loaded, struct gt_error *err)
{
    return gt_load(&path, 1, loaded, err);
}

/* Loading a path fails with a status and a message that says so much. */
static void expect_failure(const char *path, enum gt_status status, const char *message)
{
    for (int lang = GT_EN; lang <= GT_ZH; lang++) {
        struct gt_error err = {.lang = (enum gt_lang)lang};
        struct gt_load loaded = {0};
        assert_false(load(path, &loaded, &err));
        assert_int_equal(err.status, status);
        if (lang == GT_EN && !strstr(err.text, message))
            fail_msg("\"%s\" is not in \"%s\"", message, err.text);
        gt_load_fini(&loaded);
    }
}

static void loads_the_shipped_folder(void **state)
{
    struct folder *folder = *state;
    struct gt_error err = {0};
    struct gt_load loaded = {0};
    char path[5000];
    snprintf(path, sizeof path, "%s/graphs", folder->before);
    if (!load(path, &loaded, &err))
        fail_msg("%s", err.text);
    assert_int_equal(loaded.graph->n_documents, 5);
    assert_int_equal(loaded.n_inputs, 5);
    assert_true(loaded.graph->n_nodes > 100 && loaded.graph->n_edges > 100);
    for (uint32_t i = 0; i < loaded.n_inputs; i++) {
        assert_null(strchr(loaded.inputs[i].file, '/'));
        assert_int_equal(strlen(loaded.inputs[i].sha256), 64);
        if (i)
            assert_true(strcmp(loaded.inputs[i - 1].file, loaded.inputs[i].file) < 0);
    }
    gt_load_fini(&loaded);
}

static void passes_the_schema_over(void **state)
{
    (void)state;
    struct gt_error err = {0};
    struct gt_load loaded = {0};
    put_file("a.json", small);
    put_file("schema.json", "no graph");
    put_file(".hidden.json", "no graph");
    put_file("note.txt", "no graph");
    assert_true(load(".", &loaded, &err));
    assert_int_equal(loaded.n_inputs, 1);
    assert_string_equal(loaded.inputs[0].file, "a.json");
    gt_load_fini(&loaded);
}

static void reads_a_file_twice_as_once(void **state)
{
    (void)state;
    struct gt_error err = {0};
    struct gt_load loaded = {0};
    put_file("a.json", small);
    const char *const paths[] = {"a.json", "./a.json", ".", "a.json"};
    assert_true(gt_load(paths, UNIT_COUNT(paths), &loaded, &err));
    assert_int_equal(loaded.graph->n_nodes, 1);
    assert_int_equal(loaded.n_inputs, 1);
    gt_load_fini(&loaded);
}

static void hashes_what_it_reads(void **state)
{
    (void)state;
    struct gt_error err = {0};
    struct gt_load loaded = {0};
    char hash[GT_SHA256_TEXT];
    put_file("a.json", small);
    assert_true(load("a.json", &loaded, &err));
    assert_string_equal(loaded.inputs[0].sha256, gt_sha256(small, strlen(small), hash));
    gt_load_fini(&loaded);
}

static void refuses_what_is_not_there(void **state)
{
    (void)state;
    expect_failure("nowhere.json", GT_FILE, "cannot read nowhere.json");
    expect_failure(".", GT_DATA, "the folder has no graph file");
    put_file("schema.json", small);
    expect_failure(".", GT_DATA, "the folder has no graph file");
}

static void refuses_a_file_of_100_megabytes(void **state)
{
    (void)state;
    put_file("large.json", "{");
    assert_int_equal(truncate("large.json", 100 << 20), 0);
    expect_failure("large.json", GT_DATA, "large.json: larger than the limit of 64 MiB");
}

static void refuses_faults_and_names_their_places(void **state)
{
    (void)state;
    char *wrong = replaced(small, "park", "prak");
    put_file("wrong.json", wrong);
    expect_failure("wrong.json", GT_DATA,
                   "wrong.json:1: /nodes/0/type: found \"prak\", did you mean \"park\"?");
    put_file("empty.json", "");
    expect_failure("empty.json", GT_DATA, "empty.json:1:1: found the end of the file");
    free(wrong);
}

static void tolerates_faults_when_asked(void **state)
{
    (void)state;
    struct gt_error err = {0};
    struct gt_load loaded = {0};
    struct gt_faults faults = {0};
    char *wrong = replaced(small, "甲园", "");
    put_file("a.json", small);
    put_file("b.json", wrong);
    put_file("c.json", "[");
    const char *const paths[] = {"."};
    assert_true(gt_load_all(paths, 1, &loaded, &faults, NULL, &err));
    assert_int_equal(faults.n, 2);
    assert_string_equal(faults.kept[0].place, "./b.json:1: /nodes/0/name");
    assert_string_equal(faults.kept[1].place, "./c.json:1:2");
    assert_int_equal(loaded.graph->n_nodes, 1);
    assert_int_equal(loaded.n_inputs, 3);
    gt_load_fini(&loaded);
    gt_faults_fini(&faults);
    free(wrong);
}

static void merges_files(void **state)
{
    (void)state;
    struct gt_error err = {0};
    struct gt_load loaded = {0};
    char *longer = replaced(small, "甲园", "上海甲园");
    put_file("a.json", small);
    put_file("b.json", longer);
    assert_true(load(".", &loaded, &err));
    assert_int_equal(loaded.graph->n_nodes, 1);
    assert_string_equal(loaded.graph->nodes[0].name, "上海甲园");
    assert_int_equal(loaded.graph->nodes[0].aliases.n, 1);
    assert_string_equal(loaded.graph->nodes[0].aliases.item[0], "甲园");
    gt_load_fini(&loaded);
    free(longer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        folder_test(loads_the_shipped_folder),
        folder_test(passes_the_schema_over),
        folder_test(reads_a_file_twice_as_once),
        folder_test(hashes_what_it_reads),
        folder_test(refuses_what_is_not_there),
        folder_test(refuses_a_file_of_100_megabytes),
        folder_test(refuses_faults_and_names_their_places),
        folder_test(tolerates_faults_when_asked),
        folder_test(merges_files),
    };
    return cmocka_run_group_tests_name("load", tests, NULL, NULL);
}
