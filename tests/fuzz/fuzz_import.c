/* fuzz_import.c: a table of answers as spreadsheets leave it: it is taken whole, and then the
 * answers are those of its rows in a later session too, or not at all. */
#include "fuzz/scratch.h"

#include "curate/review.h"
#include "format/graph_reader.h"
#include "read/reader.h"

/* Two entities that may be one, a third, a relation. The keys are in the seeds. */
static const char draft[] =
    "{\"documents\": [{\"id\": \"d\", \"title\": \"t\", \"issuer\": \"o\", \"date\": \"2024\","
    "\"district\": \"putuo\", \"sha256\": "
    "\"0000000000000000000000000000000000000000000000000000000000000000\", \"length\": 99}],"
    "\"nodes\": [{\"id\": \"o\", \"type\": \"agency\", \"name\": \"青松办公室\"},"
    "{\"id\": \"a\", \"type\": \"company\", \"name\": \"青松芯微电子有限公司\"},"
    "{\"id\": \"b\", \"type\": \"company\", \"name\": \"青松芯微电子\"},"
    "{\"id\": \"p\", \"type\": \"park\", \"name\": \"红梅科技园\"}],"
    "\"edges\": [{\"source\": \"p\", \"type\": \"incubates\", \"target\": \"a\", \"statements\": "
    "[{\"status\": \"past\", \"evidence\": {\"document\": \"d\", \"start\": 1, \"end\": 9}}]}]}";

struct session {
    struct gt_decisions decisions;
    struct gt_review review;
};

static void open_session(struct session *session, const struct gt_graph *graph, const char *answers,
                         const char *decisions)
{
    struct gt_error err = {0};
    require(gt_decisions_read(decisions, &session->decisions, &err));
    require(gt_review_open(&session->review, graph, answers, &session->decisions, GT_EN, &err));
}

static void close_session(struct session *session)
{
    gt_review_close(&session->review);
    gt_decisions_fini(&session->decisions);
}

static void import(const struct gt_graph *graph, const struct gt_review_sheet *sheet,
                   const char *answers, const char *decisions)
{
    struct session first, second;
    struct gt_error err = {0};
    uint32_t before[GT_ANSWERS], after[GT_ANSWERS];
    size_t n;
    open_session(&first, graph, answers, decisions);
    bool done = gt_review_import(&first.review, sheet, &n, &err);
    gt_review_count(&first.review, before);
    require(done || (err.status == GT_DATA && strstr(err.text, sheet->file)));
    require(done || before[0] == first.review.n);
    open_session(&second, graph, answers, decisions);
    gt_review_count(&second.review, after);
    require(memcmp(before, after, sizeof before) == 0);
    gt_graph_free(gt_review_accepted(&second.review));
    close_session(&second);
    close_session(&first);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    char answers[SCRATCH_PATH], decisions[SCRATCH_PATH];
    struct gt_error err = {0};
    struct gt_buffer copy = {0}, text = {0};
    struct gt_faults faults = {0};
    struct gt_graph *graph = gt_graph_new();
    gt_graph_read(graph, "draft", draft, sizeof draft - 1, &faults, NULL);
    gt_graph_finish(graph);
    require(faults.n == 0);
    scratch_path("answers.tsv", answers);
    scratch_path("decided.tsv", decisions);
    gt_buffer_add(&copy, bytes, n);
    gt_buffer_text(&copy, "");
    const struct gt_bytes raw = {"table.csv", copy.bytes, n};
    if (gt_encoding_read(&raw, NULL, &text, &err)) {
        const struct gt_review_sheet sheet = {"table.csv", gt_buffer_string(&text), text.n};
        import(graph, &sheet, answers, decisions);
    }
    unlink(answers);
    unlink(decisions);
    gt_buffer_fini(&text);
    gt_buffer_fini(&copy);
    gt_faults_fini(&faults);
    gt_graph_free(graph);
    return 0;
}
