/* test_graph_reader.c: every fault of a graph file is told, with its place and what was expected.
 *
 * Each case changes one thing in a file that is right. */
#include "unit/format_support.h"

#include "format/graph_reader.h"

#define HASH64 "9beee04f3820dc3e14bcb261d37cc24f63286bfece077e4723260159cec743c2"

static const char good[] =
    "{\"documents\": [\n"                                                                  /* 1 */
    " {\"id\":\"doc\",\"title\":\"答复\",\"issuer\":\"bureau\",\"date\":\"2025-04-17\",\n" /* 2 */
    "  \"district\":\"putuo\",\"sha256\":\"" HASH64 "\",\"length\":300}],\n"
    " \"nodes\": [\n"
    " {\"id\":\"bureau\",\"type\":\"agency\",\"name\":\"区科委\"},\n" /* 5 */
    " {\"id\":\"firm\",\"type\":\"company\",\"name\":\"新微集团\",\"label\":\"新微\",\n"
    "  \"aliases\":[\"新微公司\"],\"districts\":[\"putuo\"],\"level\":\"district\",\n"
    "  \"size\":{\"value\":5,\"currency\":\"CNY\"}}],\n"
    " \"edges\": [\n"
    " {\"source\":\"bureau\",\"type\":\"supports\",\"target\":\"firm\",\"statements\":[\n" /* 10 */
    "  {\"status\":\"past\",\"date\":\"2024-09\",\n"
    "   \"amount\":{\"value\":1e6,\"currency\":\"CNY\",\"kind\":\"grant\",\"scope\":\"joint\"},\n"
    "   \"role\":\"主任\",\"evidence\":{\"document\":\"doc\",\"start\":10,\"end\":20}}]}]}\n";

struct reader_case {
    const char *name, *from, *to;
    const char *place; /* null: no fault */
    const char *fault; /* part of the message in English */
};

static const struct reader_case cases[] = {
    {"a file that is right", "答复", "答复", NULL, NULL},
    {"a schema", "{\"documents\"", "{\"$schema\":\"schema.json\",\"documents\"", NULL, NULL},
    {"a stamp is passed over", "{\"documents\"", "{\"stamp\":{\"a\":[1]},\"documents\"", NULL,
     NULL},
    {"a date of a leap day", "2024-09", "2024-02-29", NULL, NULL},
    {"an amount of zero", "1e6", "0", NULL, NULL},
    {"evidence of 120 characters", "\"end\":20", "\"end\":130", NULL, NULL},
    {"evidence up to the end", "\"start\":10,\"end\":20", "\"start\":299,\"end\":300", NULL, NULL},
    {"a label of 12 characters", "\"新微\"", "\"一二三四五六七八九十甲乙\"", NULL, NULL},
    {"an empty list", "[\"新微公司\"]", "[]", NULL, NULL},
    {"documents of a node", "\"name\":\"区科委\"", "\"name\":\"区科委\",\"documents\":[\"doc\"]",
     NULL, NULL},
    /* form */
    {"not an object", good, "[]", "f:1", "found a list, expected an object {}"},
    {"no JSON", good, "{", "f:1:2", "found the end of the file"},
    {"an unknown key of the file", "\"edges\"", "\"egdes\"", "f:9: /egdes",
     "unknown key \"egdes\", did you mean \"edges\"?"},
    {"an unknown key of a document", "\"title\"", "\"number\":\"1\",\"titel\"",
     "f:2: /documents/0/titel", "did you mean \"title\"?"},
    {"an unknown key of a node", "\"label\"", "\"colour\":\"red\",\"label\"",
     "f:6: /nodes/1/colour", "unknown key \"colour\", expected one of: id, type, name"},
    {"an unknown key of an edge", "\"statements\"", "\"weight\":1,\"statements\"",
     "f:10: /edges/0/weight", "unknown key \"weight\""},
    {"a confidence above 1", "\"role\"", "\"confidence\":1.01,\"role\"",
     "f:13: /edges/0/statements/0/confidence", "expected a number from 0 to 1"},
    {"a confidence as a text", "\"role\"", "\"confidence\":\"high\",\"role\"",
     "f:13: /edges/0/statements/0/confidence", "expected a number from 0 to 1"},
    {"an unknown key of a statement", "\"role\"", "\"rolle\":\"a\",\"role\"",
     "f:13: /edges/0/statements/0/rolle", "did you mean \"role\"?"},
    {"an unknown key of evidence", "\"start\":10", "\"start\":10,\"from\":1",
     "f:13: /edges/0/statements/0/evidence/from", "expected one of: document, start, end"},
    {"an unknown key of an amount", "\"kind\":\"grant\"", "\"kind\":\"grant\",\"unit\":\"万\"",
     "f:12: /edges/0/statements/0/amount/unit", "unknown key"},
    {"a kind in a size", "5,\"currency\"", "5,\"kind\":\"grant\",\"currency\"",
     "f:8: /nodes/1/size/kind", "unknown key \"kind\", expected one of: value, currency, scope"},
    {"nodes that are no list", good, "{\"documents\":[],\"nodes\":{},\"edges\":[]}", "f:1: /nodes",
     "found an object, expected a list []"},
    {"a node that is no object", " \"nodes\": [\n", " \"nodes\": [7,\n", "f:4: /nodes/0",
     "found the number 7, expected an object {}"},
    {"no edges at all", good, "{\"documents\":[],\"nodes\":[]}", "f:1", "missing key \"edges\""},
    /* missing */
    {"no title", "\"title\":\"答复\",", "", "f:2: /documents/0", "missing key \"title\""},
    {"no name", ",\"name\":\"区科委\"", "", "f:5: /nodes/0", "missing key \"name\""},
    {"no status", "\"status\":\"past\",", "", "f:11: /edges/0/statements/0",
     "missing key \"status\""},
    {"no evidence", ",\"evidence\":{\"document\":\"doc\",\"start\":10,\"end\":20}", "",
     "f:11: /edges/0/statements/0", "missing key \"evidence\""},
    {"no start", "\"start\":10,", "", "f:13: /edges/0/statements/0/evidence",
     "missing key \"start\""},
    {"no kind of amount", ",\"kind\":\"grant\"", "", "f:12: /edges/0/statements/0/amount",
     "missing key \"kind\""},
    {"no statements", "\"target\":\"firm\",\"statements\":[\n", "\"target\":\"firm\"},{\"x\":[\n",
     "f:10: /edges/0", "missing key \"statements\""},
    {"an empty list of statements", "{\"source\"",
     "{\"source\":\"firm\",\"type\":\"part_of\",\"target\":\"bureau\",\"statements\":[]},{"
     "\"source\"",
     "f:10: /edges/0/statements", "expected a list [] of at least one statement"},
    /* types of values */
    {"null", "\"name\":\"区科委\"", "\"name\":null", "f:5: /nodes/0/name",
     "found null, expected a text in \"\""},
    {"a number for a text", "\"name\":\"区科委\"", "\"name\":12", "f:5: /nodes/0/name",
     "found the number 12, expected a text"},
    {"a text for a list", "[\"新微公司\"]", "\"新微公司\"", "f:7: /nodes/1/aliases",
     "found \"新微公司\", expected a list []"},
    {"a text for a number", "\"length\":300", "\"length\":\"300\"", "f:3: /documents/0/length",
     "found \"300\", expected a whole number"},
    {"true for a text", "\"title\":\"答复\"", "\"title\":true", "f:2: /documents/0/title",
     "found true, expected a text"},
    /* words */
    {"a mistyped node type", "\"company\"", "\"compny\"", "f:6: /nodes/1/type",
     "found \"compny\", did you mean \"company\"?"},
    {"a node type in Chinese", "\"company\"", "\"企业\"", "f:6: /nodes/1/type",
     "did you mean \"company\"?"},
    {"an unknown node type", "\"company\"", "\"spaceship\"", "f:6: /nodes/1/type",
     "expected one of: agency, university"},
    {"an unknown edge type", "\"supports\"", "\"suports\"", "f:10: /edges/0/type",
     "did you mean \"supports\"?"},
    {"an unknown status", "\"past\"", "\"done\"", "f:11: /edges/0/statements/0/status",
     "expected one of: past, ongoing, planned"},
    {"an unknown level", "\"level\":\"district\"", "\"level\":\"nation\"", "f:7: /nodes/1/level",
     "did you mean \"national\"?"},
    {"an unknown district", "[\"putuo\"]", "[\"changnin\"]", "f:7: /nodes/1/districts/0",
     "did you mean \"changning\"?"},
    {"a district twice", "[\"putuo\"]", "[\"putuo\",\"putuo\"]", "f:7: /nodes/1/districts/1",
     "found \"putuo\" twice in the list"},
    {"an unknown kind of amount", "\"grant\"", "\"gift\"",
     "f:12: /edges/0/statements/0/amount/kind",
     "expected one of: committed, paid_in, target, grant"},
    {"another currency", "1e6,\"currency\":\"CNY\"", "1e6,\"currency\":\"USD\"",
     "f:12: /edges/0/statements/0/amount/currency", "found \"USD\", expected \"CNY\""},
    {"another scope", "\"joint\"", "\"shared\"", "f:12: /edges/0/statements/0/amount/scope",
     "expected \"joint\""},
    /* texts */
    {"an empty name", "\"区科委\"", "\"\"", "f:5: /nodes/0/name", "found \"\", expected a text"},
    {"a name of a blank", "\"区科委\"", "\"　\"", "f:5: /nodes/0/name", "without blanks"},
    {"a blank in front", "\"区科委\"", "\" 区科委\"", "f:5: /nodes/0/name", "without blanks"},
    {"a blank behind", "\"区科委\"", "\"区科委\\u00a0\"", "f:5: /nodes/0/name", "without blanks"},
    {"a line break in a name", "\"区科委\"", "\"区\\n科委\"", "f:5: /nodes/0/name",
     "the character U+000A"},
    {"an escape for a terminal", "\"区科委\"", "\"区\\u001b[2J\"", "f:5: /nodes/0/name",
     "the character U+001B"},
    {"a blank of no width", "\"区科委\"", "\"区\\u200b委\"", "f:5: /nodes/0/name",
     "the character U+200B"},
    {"a hidden tag", "\"区科委\"", "\"区\\udb40\\udc41委\"", "f:5: /nodes/0/name",
     "the character U+E0041"},
    {"a mark that reverses writing", "\"区科委\"", "\"区\\u202e委\"", "f:5: /nodes/0/name",
     "the character U+202E"},
    {"a noncharacter", "\"区科委\"", "\"区\\uFFFE\"", "f:5: /nodes/0/name", "U+FFFE"},
    {"a label of 13 characters", "\"新微\"", "\"一二三四五六七八九十甲乙丙\"",
     "f:6: /nodes/1/label", "of 13 characters, expected at most 12"},
    {"an alias twice", "[\"新微公司\"]", "[\"新微公司\",\"新微公司\"]", "f:7: /nodes/1/aliases/1",
     "found \"新微公司\" twice in the list"},
    {"an empty alias", "[\"新微公司\"]", "[\"\"]", "f:7: /nodes/1/aliases/0", "expected a text"},
    /* identifiers */
    {"a capital in an identifier", "\"id\":\"firm\"", "\"id\":\"Firm\"", "f:6: /nodes/1/id",
     "found \"Firm\", expected lower-case ASCII"},
    {"an identifier beyond ASCII", "\"id\":\"doc\"", "\"id\":\"答复\"", "f:2: /documents/0/id",
     "expected lower-case ASCII"},
    {"an underscore in an identifier", "\"id\":\"doc\"", "\"id\":\"a_b\"", "f:2: /documents/0/id",
     "expected lower-case ASCII"},
    {"two hyphens", "\"id\":\"doc\"", "\"id\":\"a--b\"", "f:2: /documents/0/id", "words joined"},
    {"a hyphen in front", "\"id\":\"doc\"", "\"id\":\"-a\"", "f:2: /documents/0/id",
     "words joined"},
    {"an identifier of 81", "\"id\":\"doc\"",
     "\"id\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"",
     "f:2: /documents/0/id", "at most 80"},
    {"a node twice", "\"id\":\"firm\"", "\"id\":\"bureau\"", "f:6: /nodes/1/id",
     "found \"bureau\" again, expected each identifier once: it stands in line 5"},
    /* dates, hashes, counts */
    {"a day that is not there", "2025-04-17", "2025-02-29", "f:2: /documents/0/date",
     "found \"2025-02-29\", expected a date"},
    {"a month that is not there", "2024-09", "2024-13", "f:11: /edges/0/statements/0/date",
     "a date"},
    {"a century without leap day", "2025-04-17", "1900-02-29", "f:2: /documents/0/date", "a date"},
    {"a Chinese date", "2025-04-17", "2025年4月17日", "f:2: /documents/0/date", "a date"},
    {"a date with slashes", "2025-04-17", "2025/04/17", "f:2: /documents/0/date", "a date"},
    {"a date with time", "2025-04-17", "2025-04-17T08:00", "f:2: /documents/0/date", "a date"},
    {"the year 0", "2024-09", "0000", "f:11: /edges/0/statements/0/date", "a date"},
    {"a short hash", HASH64, "9beee0", "f:3: /documents/0/sha256", "64 lower-case hexadecimal"},
    {"a hash in capitals", "9bee", "9BEE", "f:3: /documents/0/sha256", "64 lower-case hexadecimal"},
    {"a negative length", "\"length\":300", "\"length\":-300", "f:3: /documents/0/length",
     "found the number -300, expected a whole number"},
    {"a fraction", "\"start\":10", "\"start\":10.5", "f:13: /edges/0/statements/0/evidence/start",
     "found the number 10.5, expected a whole number"},
    {"a count beyond 2^53", "\"length\":300", "\"length\":9007199254740993",
     "f:3: /documents/0/length", "expected a whole number from 0 to 4294967294"},
    {"a count of UINT32_MAX", "\"length\":300", "\"length\":4294967295", "f:3: /documents/0/length",
     "expected a whole number from 0 to 4294967294"},
    /* sums */
    {"a negative sum", "1e6", "-1", "f:12: /edges/0/statements/0/amount/value", "from 0 to below"},
    {"a sum of 1e15", "1e6", "1e15", "f:12: /edges/0/statements/0/amount/value", "below 1e15"},
    {"a sum that is no number", "1e6", "1e999", "f:12:22", "below 1.8e308"},
    {"a sum in words", "1e6", "\"一百万\"", "f:12: /edges/0/statements/0/amount/value",
     "found \"一百万\", expected a sum in yuan"},
    /* evidence */
    {"an empty span", "\"end\":20", "\"end\":10", "f:13: /edges/0/statements/0/evidence",
     "found start 10 and end 10"},
    {"a span backwards", "\"end\":20", "\"end\":5", "f:13: /edges/0/statements/0/evidence",
     "expected start before end"},
    {"evidence of 121 characters", "\"end\":20", "\"end\":131",
     "f:13: /edges/0/statements/0/evidence", "121 characters, expected at most 120"},
    {"a span behind the end", "\"start\":10,\"end\":20", "\"start\":290,\"end\":301",
     "f:13: /edges/0/statements/0/evidence", "found end 301, expected at most 300"},
    /* references */
    {"an end that is not there", "\"target\":\"firm\"", "\"target\":\"frim\"",
     "f:10: /edges/0/target",
     "found \"frim\", which is no node of this file; did you mean \"firm\"?"},
    {"an end far from all", "\"source\":\"bureau\"", "\"source\":\"zzzzzzzz\"",
     "f:10: /edges/0/source", "found \"zzzzzzzz\", which is no node of this file"},
    {"evidence in no document", "\"document\":\"doc\"", "\"document\":\"dox\"",
     "f:13: /edges/0/statements/0/evidence/document",
     "which is no document of this file; did you mean \"doc\"?"},
    {"an issuer that is not there", "\"issuer\":\"bureau\"", "\"issuer\":\"buro\"",
     "f:2: /documents/0/issuer", "found \"buro\", which is no node of this file"},
    {"a node's document that is not there", "\"name\":\"区科委\"",
     "\"name\":\"区科委\",\"documents\":[\"x\"]", "f:5: /nodes/0/documents/0",
     "which is no document of this file"},
    {"a node's document twice", "\"name\":\"区科委\"",
     "\"name\":\"区科委\",\"documents\":[\"doc\",\"doc\"]", "f:5: /nodes/0/documents/1", "twice"},
    /* ties */
    {"a node tied to itself", "\"target\":\"firm\"", "\"target\":\"bureau\"", "f:10: /edges/0",
     "found \"bureau\" tied to itself, expected two nodes"},
    {"a tie twice", " \"edges\": [\n",
     " \"edges\": "
     "[{\"source\":\"bureau\",\"type\":\"supports\",\"target\":\"firm\",\"statements\":["
     "{\"status\":\"past\",\"evidence\":{\"document\":\"doc\",\"start\":1,\"end\":2}}]},\n",
     "f:10: /edges/1", "found the tie \"bureau\" supports \"firm\" again"},
    {"a tie both ways", " \"edges\": [\n",
     " \"edges\": "
     "[{\"source\":\"firm\",\"type\":\"supports\",\"target\":\"bureau\",\"statements\":["
     "{\"status\":\"past\",\"evidence\":{\"document\":\"doc\",\"start\":1,\"end\":2}}]},\n",
     NULL, NULL},
    {"a mutual tie in either order", " \"edges\": [\n",
     " \"edges\": [{\"source\":\"firm\",\"type\":\"cooperates_with\",\"target\":\"bureau\","
     "\"statements\":[{\"status\":\"past\",\"evidence\":{\"document\":\"doc\",\"start\":1,\"end\":"
     "2}}"
     "]},{\"source\":\"bureau\",\"type\":\"cooperates_with\",\"target\":\"firm\",\"statements\":[{"
     "\"status\":\"past\",\"evidence\":{\"document\":\"doc\",\"start\":1,\"end\":2}}]},\n",
     "f:9: /edges/1", "again, expected each tie once: it stands in line 9"},
};

static void reader_case(void **state)
{
    const struct reader_case *c = *state;
    char *text = replaced(good, c->from, c->to);
    for (int lang = GT_EN; lang <= GT_ZH; lang++) {
        struct gt_graph *graph = gt_graph_new();
        struct gt_faults faults = {.lang = (enum gt_lang)lang};
        gt_graph_read(graph, "f", text, strlen(text), &faults, NULL);
        gt_graph_finish(graph);
        if (!c->place && faults.n)
            fail_msg("%s: %s", faults.kept[0].place, faults.kept[0].text);
        if (c->place) {
            assert_true(faults.n > 0);
            assert_string_equal(faults.kept[0].place, c->place);
            if (lang == GT_EN && !strstr(faults.kept[0].text, c->fault))
                fail_msg("\"%s\" is not in \"%s\"", c->fault, faults.kept[0].text);
            if (lang == GT_ZH)
                assert_null(strstr(faults.kept[0].text, "expected"));
        }
        gt_faults_fini(&faults);
        gt_graph_free(graph);
    }
    free(text);
}

CASES(cases, reader_case)

/* Reads a text that has `n_faults` faults. */
static struct gt_graph *read_text(const char *text, struct gt_faults *faults)
{
    struct gt_graph *graph = gt_graph_new();
    gt_graph_read(graph, "f", text, strlen(text), faults, NULL);
    gt_graph_finish(graph);
    return graph;
}

static void reads_every_property(void **state)
{
    (void)state;
    struct gt_faults faults = {0};
    struct gt_graph *graph = read_text(good, &faults);
    assert_int_equal(faults.n, 0);
    assert_int_equal(graph->n_documents, 1);
    assert_int_equal(graph->n_nodes, 2);
    assert_int_equal(graph->n_edges, 1);
    assert_int_equal(graph->n_statements, 1);
    const struct gt_node *firm = &graph->nodes[1];
    assert_string_equal(firm->label, "新微");
    assert_string_equal(firm->aliases.item[0], "新微公司");
    assert_int_equal(firm->districts, 1u << GT_DISTRICT_putuo);
    assert_int_equal(firm->level, GT_LEVEL_district);
    assert_true(firm->size.present && !firm->size.joint);
    assert_int_equal(firm->documents.n, 1);
    assert_string_equal(firm->place, "f:6: /nodes/1");
    const struct gt_statement *statement = &graph->statements[0];
    assert_int_equal(statement->status, GT_STATUS_past);
    assert_string_equal(statement->date, "2024-09");
    assert_true(statement->amount.joint);
    assert_float_equal(statement->amount.value, 1e6, 0);
    assert_int_equal(statement->amount.kind, GT_AMOUNT_grant);
    assert_int_equal(statement->evidence.start, 10);
    assert_int_equal(statement->evidence.end, 20);
    assert_string_equal(statement->place, "f:11: /edges/0/statements/0");
    gt_graph_free(graph);
}

static void tells_all_faults_of_a_file(void **state)
{
    (void)state;
    struct gt_faults faults = {0};
    char *one = replaced(good, "\"company\"", "\"compny\"");
    char *two = replaced(one, "2025-04-17", "2025-04-31");
    char *three = replaced(two, "\"past\"", "\"gone\"");
    struct gt_graph *graph = read_text(three, &faults);
    /* the edge whose end has a fault, the evidence in a document with one: not told again */
    assert_int_equal(faults.n, 3);
    assert_string_equal(faults.kept[0].place, "f:2: /documents/0/date");
    assert_string_equal(faults.kept[1].place, "f:6: /nodes/1/type");
    assert_string_equal(faults.kept[2].place, "f:11: /edges/0/statements/0/status");
    assert_int_equal(graph->n_documents, 0);
    assert_int_equal(graph->n_nodes, 1);
    assert_int_equal(graph->n_edges, 0);
    gt_graph_free(graph);
    gt_faults_fini(&faults);
    free(one);
    free(two);
    free(three);
}

static void counts_faults_beyond_those_kept(void **state)
{
    (void)state;
    struct gt_faults faults = {0};
    struct gt_buffer text = {0};
    gt_buffer_text(&text, "{\"documents\":[],\"edges\":[],\"nodes\":[0");
    for (int i = 1; i < 1000; i++)
        gt_buffer_text(&text, ",0");
    gt_buffer_text(&text, "]}");
    struct gt_graph *graph = read_text(text.bytes, &faults);
    assert_int_equal(faults.n, 1000);
    assert_string_equal(faults.kept[GT_FAULTS_KEPT - 1].place, "f:1: /nodes/49");
    gt_graph_free(graph);
    gt_faults_fini(&faults);
    gt_buffer_fini(&text);
}

static void refuses_lists_that_cost_a_square(void **state)
{
    (void)state;
    struct gt_faults faults = {0};
    struct gt_buffer list = {0};
    for (int i = 0; i < 1001; i++)
        gt_buffer_format(&list, "%s\"a%d\"", i ? "," : "[", i);
    gt_buffer_text(&list, "]");
    char *text = replaced(good, "[\"新微公司\"]", list.bytes);
    struct gt_graph *graph = read_text(text, &faults);
    assert_int_equal(faults.n, 1);
    assert_string_equal(faults.kept[0].text, "found a list of 1001 items, expected at most 1000");
    gt_graph_free(graph);
    gt_faults_fini(&faults);
    gt_buffer_fini(&list);
    free(text);
}

static void notes_where_files_differ(void **state)
{
    (void)state;
    struct gt_faults faults = {0}, notes = {0};
    struct gt_graph *graph = gt_graph_new();
    char *other = replaced(good, "\"label\":\"新微\"", "\"label\":\"新微集\"");
    char *name = replaced(other, "新微集团", "上海新微集团");
    gt_graph_read(graph, "f", good, strlen(good), &faults, &notes);
    assert_int_equal(notes.n, 0);
    gt_graph_read(graph, "g", name, strlen(name), &faults, &notes);
    assert_int_equal(faults.n, 0);
    assert_int_equal(notes.n, 1);
    assert_string_equal(notes.kept[0].place, "g:6: /nodes/1");
    assert_string_equal(notes.kept[0].text,
                        "label is \"新微集\" here, but \"新微\" at f:6: /nodes/1, which stays");
    assert_string_equal(graph->nodes[1].label, "新微");
    assert_string_equal(graph->nodes[1].name, "上海新微集团");
    gt_graph_free(graph);
    gt_faults_fini(&notes);
    free(other);
    free(name);
}

static void tells_contradictions_between_files(void **state)
{
    (void)state;
    struct gt_faults faults = {0};
    struct gt_graph *graph = gt_graph_new();
    char *other = replaced(good, "\"company\"", "\"fund\"");
    char *both = replaced(other, "9beee0", "000000");
    gt_graph_read(graph, "f", good, strlen(good), &faults, NULL);
    gt_graph_read(graph, "g", both, strlen(both), &faults, NULL);
    assert_int_equal(faults.n, 2);
    assert_string_equal(faults.kept[0].place, "g:2: /documents/0");
    assert_string_equal(faults.kept[1].place, "g:6: /nodes/1");
    assert_string_equal(faults.kept[1].text,
                        "\"firm\" is of type fund here but company at f:6: /nodes/1");
    gt_graph_free(graph);
    gt_faults_fini(&faults);
    free(other);
    free(both);
}

int main(void)
{
    const struct CMUnitTest more[] = {
        cmocka_unit_test(reads_every_property),
        cmocka_unit_test(tells_all_faults_of_a_file),
        cmocka_unit_test(counts_faults_beyond_those_kept),
        cmocka_unit_test(refuses_lists_that_cost_a_square),
        cmocka_unit_test(notes_where_files_differ),
        cmocka_unit_test(tells_contradictions_between_files),
    };
    int failed = run_cases("graph_reader");
    return failed + cmocka_run_group_tests(more, NULL, NULL);
}
