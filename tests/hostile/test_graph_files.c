/* test_graph_files.c: files that are deep, wide, long or broken end with a message, in little time.
 */
#include "unit/format_support.h"

#include "base/file.h"
#include "base/utf8.h"
#include "format/export.h"
#include "format/graph_reader.h"
#include "format/load.h"
#include "graph/check.h"

#include <unistd.h>

enum {
    SECONDS = 120,           /* a test that takes longer ends the program */
    MUTATIONS = 4000,        /* of the shipped files together */
    SLOW_MUTATIONS = 200000, /* with GT_SLOW */
    MILLION = 1000000
};

static int start_clock(void **state)
{
    (void)state;
    alarm(SECONDS);
    return 0;
}

/* Reads a text; returns how many faults it has and keeps the first one's text. */
static uint64_t read_faults(const struct gt_buffer *text, char *first, size_t room)
{
    struct gt_graph *graph = gt_graph_new();
    struct gt_faults faults = {0};
    gt_graph_read(graph, "f", gt_buffer_string(text), text->n, &faults, NULL);
    gt_graph_finish(graph);
    snprintf(first, room, "%s", faults.n ? faults.kept[0].text : "");
    gt_graph_free(graph);
    gt_faults_fini(&faults);
    return faults.n;
}

/* Reads a text whose first fault has a part; ends it. */
static void expect_fault(struct gt_buffer *text, const char *part)
{
    char first[GT_ERROR_TEXT];
    assert_true(read_faults(text, first, sizeof first) > 0);
    if (!strstr(first, part))
        fail_msg("\"%s\" is not in \"%s\"", part, first);
    gt_buffer_fini(text);
}

static void add_times(struct gt_buffer *text, const char *piece, int times)
{
    for (int i = 0; i < times; i++)
        gt_buffer_text(text, piece);
}

static void nests_a_million_deep(void **state)
{
    (void)state;
    static const char *const pieces[] = {"[", "{\"a\":", "[{\"a\":"};
    for (size_t i = 0; i < UNIT_COUNT(pieces); i++) {
        struct gt_buffer text = {0};
        add_times(&text, pieces[i], MILLION);
        expect_fault(&text, "nesting deeper than 64 levels");
    }
    struct gt_buffer closed = {0};
    add_times(&closed, "[", MILLION);
    add_times(&closed, "]", MILLION);
    expect_fault(&closed, "nesting deeper than 64 levels");
}

static void has_a_million_keys(void **state)
{
    (void)state;
    struct gt_buffer text = {0};
    for (int i = 0; i < MILLION; i++)
        gt_buffer_format(&text, "%s\"k%d\":0", i ? "," : "{", i);
    gt_buffer_text(&text, ",\"k7\":0}");
    expect_fault(&text, "the key \"k7\" twice");
    for (int i = 0; i < MILLION; i++)
        gt_buffer_format(&text, "%s\"k%d\":0", i ? "," : "{", i);
    gt_buffer_text(&text, "}");
    expect_fault(&text, "unknown key \"k0\"");
}

static void has_more_values_than_memory(void **state)
{
    (void)state;
    struct gt_buffer text = {0};
    gt_buffer_text(&text, "[0");
    add_times(&text, ",0", 9 * MILLION);
    gt_buffer_text(&text, "]");
    expect_fault(&text, "more than 8388608 values");
}

static void has_a_million_faults(void **state)
{
    (void)state;
    struct gt_buffer text = {0};
    char first[GT_ERROR_TEXT];
    gt_buffer_text(&text, "{\"documents\":[],\"edges\":[],\"nodes\":[0");
    add_times(&text, ",0", MILLION - 1);
    gt_buffer_text(&text, "]}");
    assert_int_equal(read_faults(&text, first, sizeof first), MILLION);
    gt_buffer_fini(&text);
}

static void has_long_texts(void **state)
{
    (void)state;
    static const char *const keys[] = {"id", "type", "name", "no-such-key-as-this"};
    for (size_t i = 0; i < UNIT_COUNT(keys); i++) {
        struct gt_buffer text = {0};
        gt_buffer_format(&text, "{\"documents\":[],\"edges\":[],\"nodes\":[{\"%s\":\"", keys[i]);
        add_times(&text, "东", MILLION);
        gt_buffer_text(&text, "\"}]}");
        expect_fault(&text, "");
    }
    struct gt_buffer key = {0};
    gt_buffer_text(&key, "{\"");
    add_times(&key, "\\u4e1c", MILLION);
    gt_buffer_text(&key, "\":1}");
    expect_fault(&key, "unknown key");
}

static void has_edges_that_lead_nowhere(void **state)
{
    (void)state;
    struct gt_buffer text = {0};
    gt_buffer_text(&text, "{\"documents\":[],\"nodes\":[");
    for (int i = 0; i < 100000; i++)
        gt_buffer_format(&text, "%s{\"id\":\"node-number-%d\",\"type\":\"park\",\"name\":\"园\"}",
                         i ? "," : "", i);
    gt_buffer_text(&text, "],\"edges\":[");
    for (int i = 0; i < 100000; i++)
        gt_buffer_format(&text,
                         "%s{\"source\":\"nod-number-%d\",\"type\":\"founds\",\"target\":\"x\"}",
                         i ? "," : "", i);
    gt_buffer_text(&text, "]}");
    expect_fault(&text, "missing key \"statements\"");
}

/* Each node without a list of documents belongs to all: 100,000 * 1,000 pairs. */
static void has_many_nodes_and_documents(void **state)
{
    (void)state;
    struct gt_buffer text = {0};
    gt_buffer_text(&text, "{\"documents\":[0");
    add_times(&text, ",0", 999);
    gt_buffer_text(&text, "],\"edges\":[],\"nodes\":[0");
    add_times(&text, ",0", 99999);
    gt_buffer_text(&text, "]}");
    expect_fault(&text, "list the documents of each node");
}

/* --- mutations ---------------------------------------------------------------------------------
 */

struct files {
    struct gt_buffer bytes[8];
    uint32_t n;
};

static void read_shipped(struct files *files)
{
    struct gt_arena arena = {0};
    struct gt_error err = {0};
    const char *const *paths;
    size_t n;
    assert_true(gt_folder_list("graphs", ".json", &arena, &paths, &n, &err));
    for (size_t i = 0; i < n; i++)
        if (!strstr(paths[i], "schema.json")) {
            assert_true(files->n < UNIT_COUNT(files->bytes));
            assert_true(gt_file_read(paths[i], GT_FILE_LIMIT, &files->bytes[files->n++], &err));
        }
    gt_arena_fini(&arena);
    assert_true(files->n > 0);
}

/* Where a text in quotation marks starts and ends, looked for from a random place on. */
static bool find_text(const struct gt_buffer *text, uint64_t *random, size_t *start, size_t *end)
{
    const char *from = text->bytes + unit_below(random, (uint32_t)text->n);
    const char *quote = strchr(from, '"'), *close = quote ? strchr(quote + 1, '"') : NULL;
    if (!close)
        return false;
    *start = (size_t)(quote - text->bytes);
    *end = (size_t)(close - text->bytes) + 1;
    return true;
}

/* Puts `n` bytes in the place of [start, end). */
static void splice(struct gt_buffer *text, size_t start, size_t end, const char *bytes, size_t n)
{
    struct gt_buffer out = {0};
    gt_buffer_add(&out, text->bytes, start);
    gt_buffer_add(&out, bytes, n);
    gt_buffer_add(&out, text->bytes + end, text->n - end);
    gt_buffer_fini(text);
    *text = out;
}

/* One text of the file in the place of another: JSON still, with another meaning. */
static void swap_texts(struct gt_buffer *text, uint64_t *random)
{
    size_t from, from_end, to, to_end;
    if (!find_text(text, random, &from, &from_end) || !find_text(text, random, &to, &to_end))
        return;
    struct gt_buffer piece = {0};
    gt_buffer_add(&piece, text->bytes + from, from_end - from);
    splice(text, to, to_end, piece.bytes, piece.n);
    gt_buffer_fini(&piece);
}

static void put_token(struct gt_buffer *text, uint64_t *random)
{
    static const char *const tokens[] = {"null",        "-1",           "1e999", "{}",   "[]",
                                         "\"\"",        "1e14",         "0.5",   "[[[[", "\\u0000",
                                         "\"\\ud800\"", "true",         ",",     "9e15", "\"id\"",
                                         "\xFF",        "\xEF\xBB\xBF", ":",     "}",    "]"};
    const char *token = tokens[unit_below(random, UNIT_COUNT(tokens))];
    size_t start = 0, end = 0;
    if (unit_below(random, 2) && find_text(text, random, &start, &end)) {
        splice(text, start, end, token, strlen(token));
        return;
    }
    start = unit_below(random, (uint32_t)text->n);
    splice(text, start, start, token, strlen(token));
}

static void mutate(struct gt_buffer *text, uint64_t *random)
{
    size_t at = unit_below(random, (uint32_t)text->n);
    size_t n = 1 + unit_below(random, 40);
    switch (unit_below(random, 6)) {
    case 0:
        text->bytes[at] = (char)unit_random(random);
        break;
    case 1: /* a piece less */
        splice(text, at, at + n < text->n ? at + n : text->n, "", 0);
        break;
    case 2: /* cut off */
        if (unit_below(random, 8) == 0)
            text->bytes[text->n = at] = '\0';
        break;
    case 3: /* a digit changed */
        for (; at < text->n; at++)
            if (text->bytes[at] >= '0' && text->bytes[at] <= '9') {
                text->bytes[at] = (char)('0' + unit_below(random, 10));
                break;
            }
        break;
    case 4:
        put_token(text, random);
        break;
    default:
        swap_texts(text, random);
    }
}

/* Whatever was read, without fault or with the faulty records left out, is written as a file that
 * has no fault, and checks without a crash. */
static void expect_whole(const struct gt_graph *graph, const struct gt_faults *faults)
{
    struct gt_faults doubts = {0}, notes = {0};
    size_t bad;
    for (uint64_t i = 0; i < faults->n && i < GT_FAULTS_KEPT; i++) {
        assert_true(strncmp(faults->kept[i].place, "f:", 2) == 0);
        assert_true(strlen(faults->kept[i].text) > 0);
        assert_true(gt_utf8_check(faults->kept[i].text, strlen(faults->kept[i].text), &bad));
    }
    gt_check(graph, &doubts, &notes);
    gt_faults_fini(&doubts);
    gt_faults_fini(&notes);
    if (faults->n)
        return;
    struct gt_buffer out = {0};
    char first[GT_ERROR_TEXT];
    gt_export_format_find("json")->write(&(struct gt_export){.graph = graph}, &out);
    if (read_faults(&out, first, sizeof first))
        fail_msg("an export has the fault: %s", first);
    gt_buffer_fini(&out);
}

static void mutates_the_shipped_files(void **state)
{
    (void)state;
    struct files files = {0};
    uint64_t random = 1;
    int read_well = 0, refused = 0, mutations = getenv("GT_SLOW") ? SLOW_MUTATIONS : MUTATIONS;
    read_shipped(&files);
    alarm(0); /* each is small; sanitizers and GT_SLOW take their time */
    for (int i = 0; i < mutations; i++) {
        struct gt_buffer text = {0};
        const struct gt_buffer *from = &files.bytes[(uint32_t)i % files.n];
        gt_buffer_add(&text, from->bytes, from->n);
        for (uint32_t k = 0; k <= unit_below(&random, 3) && text.n; k++)
            mutate(&text, &random);
        struct gt_graph *graph = gt_graph_new();
        struct gt_faults faults = {.lang = i % 2 ? GT_ZH : GT_EN};
        gt_graph_read(graph, "f", gt_buffer_string(&text), text.n, &faults, NULL);
        gt_graph_finish(graph);
        expect_whole(graph, &faults);
        read_well += faults.n == 0;
        refused += faults.n != 0;
        gt_faults_fini(&faults);
        gt_graph_free(graph);
        gt_buffer_fini(&text);
    }
    /* both ways are walked often */
    assert_true(read_well > mutations / 20);
    assert_true(refused > mutations / 4);
    for (uint32_t i = 0; i < files.n; i++)
        gt_buffer_fini(&files.bytes[i]);
}

#define hostile_test(test) cmocka_unit_test_setup(test, start_clock)

int main(void)
{
    const struct CMUnitTest tests[] = {
        hostile_test(nests_a_million_deep),
        hostile_test(has_a_million_keys),
        hostile_test(has_more_values_than_memory),
        hostile_test(has_a_million_faults),
        hostile_test(has_long_texts),
        hostile_test(has_edges_that_lead_nowhere),
        hostile_test(has_many_nodes_and_documents),
        hostile_test(mutates_the_shipped_files),
    };
    return cmocka_run_group_tests_name("hostile graph files", tests, NULL, NULL);
}
