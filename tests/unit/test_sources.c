/* test_sources.c: quotes come only from the text that was annotated. */
#include "unit/folder.h"
#include "unit/format_support.h"

#include "base/hash.h"
#include "format/sources.h"

/* Folded: 长宁区与东华大学合作。 (11 code points) */
static const char *const text = "\xEF\xBB\xBF长宁区\r\n　与 东华大学\t合作。\n";

/* A graph of one document, as long as said, whose text is in `file`. */
static struct gt_graph *one_document(const char *file, uint32_t length)
{
    struct gt_graph *graph = gt_graph_new();
    struct gt_faults faults = {0};
    static const char folded[] = "长宁区与东华大学合作。";
    char hash[GT_SHA256_TEXT];
    struct gt_document document = {.id = "d",
                                   .title = "t",
                                   .issuer = "i",
                                   .date = "2025",
                                   .file = file,
                                   .sha256 = gt_sha256(folded, sizeof folded - 1, hash),
                                   .length = length,
                                   .place = "f"};
    gt_graph_put_document(graph, &document, &faults);
    return graph;
}

/* Quoting characters 4 to 8 of the document; returns whether it was done. */
static bool quote(struct gt_graph *graph, const char **words, struct gt_arena *arena,
                  struct gt_error *err)
{
    struct gt_sources sources;
    const struct gt_span span = {.document = 0, .start = 4, .end = 8};
    if (!gt_sources_open(&sources, ".", graph, err))
        return false;
    bool done = gt_sources_quote(&sources, &span, arena, words, err);
    gt_sources_close(&sources);
    return done;
}

static void expect_failure(const char *file, uint32_t length, enum gt_status status,
                           const char *message)
{
    struct gt_graph *graph = one_document(file, length);
    struct gt_arena arena = {0};
    struct gt_error err = {0};
    const char *words = NULL;
    assert_false(quote(graph, &words, &arena, &err));
    assert_int_equal(err.status, status);
    if (!strstr(err.text, message))
        fail_msg("\"%s\" is not in \"%s\"", message, err.text);
    assert_null(words);
    gt_graph_free(graph);
}

static void quotes_a_span_of_the_folded_text(void **state)
{
    (void)state;
    struct gt_graph *graph = one_document("d.txt", 11);
    struct gt_arena arena = {0};
    struct gt_error err = {0};
    const char *words;
    put_file("d.txt", text);
    if (!quote(graph, &words, &arena, &err))
        fail_msg("%s", err.text);
    assert_string_equal(words, "东华大学");
    gt_arena_fini(&arena);
    gt_graph_free(graph);
}

static void refuses_another_text(void **state)
{
    (void)state;
    put_file("d.txt", "长宁区与东华大学合做。");
    expect_failure("d.txt", 11, GT_DATA, "is not the one that was annotated");
    put_file("d.txt", text);
    expect_failure("d.txt", 12, GT_DATA, "has 11 characters without white space");
    put_file("d.txt", "");
    expect_failure("d.txt", 11, GT_DATA, "has 0 characters");
    put_file("d.txt", "\xB3\xA4\xC4\xFE");
    expect_failure("d.txt", 11, GT_DATA, "byte 1 is not UTF-8");
}

static void refuses_what_is_not_there(void **state)
{
    (void)state;
    struct gt_error err = {0};
    struct gt_sources sources;
    struct gt_graph *graph = one_document("d.txt", 11);
    expect_failure("d.txt", 11, GT_FILE, "cannot read ./d.txt");
    expect_failure(NULL, 11, GT_DATA, "names no source file");
    assert_false(gt_sources_open(&sources, "nowhere", graph, &err));
    assert_int_equal(err.status, GT_FILE);
    gt_graph_free(graph);
}

static void stays_in_its_folder(void **state)
{
    (void)state;
    static const char *const names[] = {"../d.txt", "/etc/hostname", "a/d.txt", "..",
                                        ".",        "..\\d.txt",     ".d.txt"};
    for (size_t i = 0; i < UNIT_COUNT(names); i++)
        expect_failure(names[i], 11, GT_DATA, "is not a plain file name");
}

static void refuses_a_large_file(void **state)
{
    (void)state;
    put_file("d.txt", "a");
    assert_int_equal(truncate("d.txt", 100 << 20), 0);
    expect_failure("d.txt", 11, GT_DATA, "larger than the limit of 16 MiB");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        folder_test(quotes_a_span_of_the_folded_text),
        folder_test(refuses_another_text),
        folder_test(refuses_what_is_not_there),
        folder_test(stays_in_its_folder),
        folder_test(refuses_a_large_file),
    };
    return cmocka_run_group_tests_name("sources", tests, NULL, NULL);
}
