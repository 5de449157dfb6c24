/* test_export.c: what is exported is JSON, holds everything, and reads back without loss. */
#include "unit/folder.h"
#include "unit/format_support.h"

#include "base/file.h"
#include "format/export.h"
#include "format/graph_reader.h"
#include "format/json_tree.h"
#include "format/load.h"

#include <math.h>

#define HASH64 "9beee04f3820dc3e14bcb261d37cc24f63286bfece077e4723260159cec743c2"

/* Two documents, every property, both scopes, sums that are hard to write. */
static const char rich[] =
    "{\"documents\":[{\"id\":\"d1\",\"number\":\"1号\",\"title\":\"甲\",\"issuer\":\"a\",\"date\":"
    "\"2024\",\"district\":\"putuo\",\"file\":\"d1.txt\",\"sha256\":\"" HASH64
    "\",\"length\":300},{\"id\":\"d2\",\"title\":\"乙 \\\"引\\\" \\\\\",\"issuer\":\"a\",\"date\":"
    "\"2025-01\",\"district\":\"changning\",\"sha256\":\"" HASH64 "\",\"length\":4294967294}],"
    "\"nodes\":[{\"id\":\"a\",\"type\":\"agency\",\"name\":\"区科委\",\"documents\":[\"d2\",\"d1\"]"
    "},"
    "{\"id\":\"b\",\"type\":\"fund\",\"name\":\"基金\",\"label\":\"金\",\"name_en\":\"Fund\","
    "\"aliases\":[\"乙\",\"甲\"],\"mentions\":[\"该基金\"],\"districts\":[\"putuo\",\"huangpu\"],"
    "\"level\":\"national\",\"documents\":[\"d2\"],\"size\":{\"value\":0.1,\"currency\":\"CNY\","
    "\"scope\":\"joint\"}},{\"id\":\"c\",\"type\":\"company\",\"name\":\"😀司\",\"documents\":[],"
    "\"size\":{\"value\":999999999999999,\"currency\":\"CNY\"}}],"
    "\"edges\":[{\"source\":\"c\",\"type\":\"cooperates_with\",\"target\":\"b\",\"statements\":["
    "{\"status\":\"planned\",\"evidence\":{\"document\":\"d1\",\"start\":7,\"end\":9}},"
    "{\"status\":\"past\",\"date\":\"2024-02-29\",\"amount\":{\"value\":123456.789,\"currency\":"
    "\"CNY\",\"kind\":\"paid_in\",\"scope\":\"joint\"},\"role\":\"主任\",\"evidence\":{"
    "\"document\":"
    "\"d2\",\"start\":0,\"end\":1},\"rule\":\"成立\",\"confidence\":0.85}]},{\"source\":\"b\","
    "\"type\":\"invests_in\",\"target\":\"c\","
    "\"statements\":[{\"status\":\"ongoing\",\"amount\":{\"value\":0,\"currency\":\"CNY\",\"kind\":"
    "\"target\"},\"evidence\":{\"document\":\"d1\",\"start\":0,\"end\":120}}]}]}";

static struct gt_graph *read_graph(const char *text)
{
    struct gt_graph *graph = gt_graph_new();
    struct gt_faults faults = {0};
    gt_graph_read(graph, "f", text, strlen(text), &faults, NULL);
    if (faults.n)
        fail_msg("%s: %s", faults.kept[0].place, faults.kept[0].text);
    gt_graph_finish(graph);
    return graph;
}

/* The export of a format, which must be JSON; the caller frees. */
static char *export_as(const char *format, const struct gt_export *export)
{
    struct gt_buffer out = {0};
    struct gt_faults faults = {0};
    struct gt_json_tree tree = {0};
    gt_export_format_find(format)->write(export, &out);
    if (!gt_json_tree_read(format, out.bytes, out.n, &tree, &faults))
        fail_msg("%s: %s", faults.kept[0].place, faults.kept[0].text);
    gt_json_tree_fini(&tree);
    gt_faults_fini(&faults);
    return out.bytes;
}

static char *export_text(const char *format, const char *text)
{
    struct gt_graph *graph = read_graph(text);
    char *out = export_as(format, &(struct gt_export){.graph = graph});
    gt_graph_free(graph);
    return out;
}

static void reads_back_every_property(void **state)
{
    (void)state;
    char *once = export_text("json", rich), *twice = export_text("json", once);
    assert_string_equal(once, twice);
    static const char *const kept[] = {
        "\"乙 \\\"引\\\" \\\\\"",  "\"value\": 0.1,",       "\"value\": 999999999999999,",
        "\"value\": 123456.789,",  "\"scope\": \"joint\"",  "\"length\": 4294967294",
        "\"kind\": \"paid_in\"",   "\"role\": \"主任\"",    "\"documents\": []",
        "\"level\": \"national\"", "\"name_en\": \"Fund\"", "\"date\": \"2024-02-29\"",
        "\"rule\": \"成立\"",      "\"confidence\": 0.85",
    };
    for (size_t i = 0; i < UNIT_COUNT(kept); i++)
        if (!strstr(once, kept[i]))
            fail_msg("%s is not in the export", kept[i]);
    free(once);
    free(twice);
}

/* Says which file is meant, so that a failure names it. */
static void expect_as_shipped(const char *path)
{
    struct gt_buffer bytes = {0};
    struct gt_error err = {0};
    assert_true(gt_file_read(path, GT_FILE_LIMIT, &bytes, &err));
    char *out = export_text("json", bytes.bytes);
    char *bare = replaced(bytes.bytes, " \"$schema\": \"schema.json\",\n", "");
    if (strcmp(out, bare) != 0)
        fail_msg("the export of %s differs from it", path);
    gt_buffer_fini(&bytes);
    free(out);
    free(bare);
}

static void writes_a_shipped_file_as_it_stands(void **state)
{
    (void)state;
    struct gt_arena arena = {0};
    struct gt_error err = {0};
    const char *const *files;
    size_t n, compared = 0;
    assert_true(gt_folder_list("graphs", ".json", &arena, &files, &n, &err));
    for (size_t i = 0; i < n; i++) {
        if (strstr(files[i], "schema.json"))
            continue;
        expect_as_shipped(files[i]);
        compared++;
    }
    assert_int_equal(compared, 5);
    gt_arena_fini(&arena);
}

static void writes_the_merged_graph_without_loss(void **state)
{
    (void)state;
    struct gt_load loaded = {0};
    struct gt_error err = {0};
    const char *path = "graphs";
    assert_true(gt_load(&path, 1, &loaded, &err));
    char *once = export_as("json", &(struct gt_export){.graph = loaded.graph});
    struct gt_graph *again = read_graph(once);
    char *twice = export_as("json", &(struct gt_export){.graph = again});
    assert_string_equal(once, twice);
    assert_int_equal(again->n_nodes, loaded.graph->n_nodes);
    assert_int_equal(again->n_edges, loaded.graph->n_edges);
    assert_int_equal(again->n_statements, loaded.graph->n_statements);
    gt_graph_free(again);
    gt_load_fini(&loaded);
    free(once);
    free(twice);
}

/* A part of a graph is a file that stands on its own: the reader finds no fault in it. */
static void writes_a_selection_that_stands_alone(void **state)
{
    (void)state;
    struct gt_load loaded = {0};
    struct gt_error err = {0};
    const char *path = "graphs";
    assert_true(gt_load(&path, 1, &loaded, &err));
    for (int type = 0; type < GT_NODE_TYPES; type++) {
        const struct gt_selection selection = {.node_types = 1u << type};
        struct gt_selected selected = {0};
        gt_select(loaded.graph, &selection, &selected);
        char *out =
            export_as("json", &(struct gt_export){.graph = loaded.graph, .selected = &selected});
        struct gt_graph *part = read_graph(out);
        assert_int_equal(part->n_edges, selected.n_edges);
        assert_true(part->n_nodes >= selected.n_nodes);
        assert_true(part->n_nodes <= selected.n_nodes + part->n_documents);
        gt_graph_free(part);
        gt_selected_fini(&selected);
        free(out);
    }
    gt_load_fini(&loaded);
}

static void leaves_out_what_is_not_selected(void **state)
{
    (void)state;
    struct gt_graph *graph = read_graph(rich);
    struct gt_selected selected = {0};
    gt_select(graph, &(struct gt_selection){.edge_types = 1u << GT_EDGE_invests_in}, &selected);
    size_t n;
    const struct gt_export_format *formats = gt_export_formats(&n);
    for (size_t i = 0; i < n; i++) {
        char *out =
            export_as(formats[i].name, &(struct gt_export){.graph = graph, .selected = &selected});
        assert_non_null(strstr(out, "invests_in"));
        assert_null(strstr(out, "cooperates_with"));
        free(out);
    }
    gt_selected_fini(&selected);
    gt_graph_free(graph);
}

static void writes_columns_where_they_have_values(void **state)
{
    (void)state;
    struct gt_graph *graph = read_graph(rich);
    double *degree = gt_graph_add_column(graph, "degree_of_test");
    degree[0] = 0.1;
    degree[1] = INFINITY;
    static const char *const formats[] = {"cytoscape", "node-link"};
    for (size_t i = 0; i < UNIT_COUNT(formats); i++) {
        char *out = export_as(formats[i], &(struct gt_export){.graph = graph});
        const char *first = strstr(out, "\"degree_of_test\": 0.1");
        assert_non_null(first);
        assert_null(strstr(first + 2, "degree_of_test"));
        free(out);
    }
    char *out = export_as("json", &(struct gt_export){.graph = graph});
    assert_null(strstr(out, "degree_of_test"));
    free(out);
    gt_graph_free(graph);
}

static void writes_positions(void **state)
{
    (void)state;
    struct gt_graph *graph = read_graph(rich);
    const double x[] = {1.5, NAN, 3}, y[] = {-2.5, 1, 0};
    char *out = export_as("cytoscape", &(struct gt_export){.graph = graph, .x = x, .y = y});
    assert_non_null(strstr(out, "\"x\": 1.5,\n     \"y\": -2.5"));
    assert_non_null(strstr(out, "\"x\": 3,\n     \"y\": 0"));
    const char *at = out;
    int positions = 0;
    while ((at = strstr(at + 1, "\"position\"")))
        positions++;
    assert_int_equal(positions, 2);
    free(out);
    gt_graph_add_column(graph, "x")[2] = 7;
    gt_graph_add_column(graph, "y")[2] = 8;
    out = export_as("cytoscape", &(struct gt_export){.graph = graph});
    assert_non_null(strstr(out, "\"position\": {\n     \"x\": 7,\n     \"y\": 8"));
    free(out);
    gt_graph_free(graph);
}

static void stamps_without_time_or_folder(void **state)
{
    (void)state;
    struct gt_load loaded = {0};
    struct gt_error err = {0};
    const char *path = "graphs";
    assert_true(gt_load(&path, 1, &loaded, &err));
    const struct gt_selection selection = {.statuses = 1u << GT_STATUS_planned};
    const struct gt_stamp stamp = {.seed = 42,
                                   .inputs = loaded.inputs,
                                   .n_inputs = loaded.n_inputs,
                                   .graph = loaded.graph,
                                   .selection = &selection};
    size_t n;
    const struct gt_export_format *formats = gt_export_formats(&n);
    for (size_t i = 0; i < n; i++) {
        char *out =
            export_as(formats[i].name, &(struct gt_export){.graph = loaded.graph, .stamp = &stamp});
        assert_non_null(strstr(out, "\"tool\": \"graphtool\""));
        assert_non_null(strstr(out, "\"version\": \"" GT_VERSION "\""));
        assert_non_null(strstr(out, "\"seed\": 42"));
        assert_non_null(strstr(out, "\"file\": \"changning-commerce-2024-5.json\""));
        assert_non_null(strstr(out, loaded.inputs[4].sha256));
        assert_non_null(strstr(out, "\"planned\""));
        assert_null(strstr(out, "graphs/"));
        free(out);
    }
    gt_load_fini(&loaded);
}

static void knows_its_formats(void **state)
{
    (void)state;
    size_t n;
    const struct gt_export_format *formats = gt_export_formats(&n);
    assert_true(n >= 3);
    for (size_t i = 0; i < n; i++) {
        assert_ptr_equal(gt_export_format_find(formats[i].name), &formats[i]);
        assert_true(strlen(formats[i].suffix) > 0);
        assert_string_not_equal(formats[i].title.in[GT_EN], formats[i].title.in[GT_ZH]);
    }
    assert_null(gt_export_format_find("gexfx"));
    assert_string_equal(gt_export_format_suggest("cytoscap"), "cytoscape");
    assert_null(gt_export_format_suggest("completely different"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_back_every_property),
        cmocka_unit_test(writes_a_shipped_file_as_it_stands),
        cmocka_unit_test(writes_the_merged_graph_without_loss),
        cmocka_unit_test(writes_a_selection_that_stands_alone),
        cmocka_unit_test(leaves_out_what_is_not_selected),
        cmocka_unit_test(writes_columns_where_they_have_values),
        cmocka_unit_test(writes_positions),
        cmocka_unit_test(stamps_without_time_or_folder),
        cmocka_unit_test(knows_its_formats),
    };
    return cmocka_run_group_tests_name("export", tests, NULL, NULL);
}
