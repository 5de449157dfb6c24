/* fuzz_graph_json.c: any bytes as a graph file (libFuzzer).
 *
 * Reading ends with faults that have places, or with a graph; what it made of the bytes, once
 * written, reads back without fault and is written the same. */
#include "base/utf8.h"
#include "format/export.h"
#include "format/graph_reader.h"
#include "graph/check.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static void demand(bool condition)
{
    if (!condition)
        abort();
}

static struct gt_graph *read_graph(const char *bytes, size_t n, struct gt_faults *faults)
{
    struct gt_graph *graph = gt_graph_new();
    struct gt_faults notes = {0};
    gt_graph_read(graph, "f", bytes, n, faults, &notes);
    gt_graph_finish(graph);
    gt_faults_fini(&notes);
    return graph;
}

/* Reads, writes to `out`, and checks; returns the number of faults. */
static uint64_t read_and_write(const struct gt_buffer *text, enum gt_lang lang,
                               struct gt_buffer *out)
{
    struct gt_faults faults = {.lang = lang}, doubts = {0}, notes = {0};
    struct gt_graph *graph = read_graph(gt_buffer_string(text), text->n, &faults);
    size_t bad;
    for (uint64_t i = 0; i < faults.n && i < GT_FAULTS_KEPT; i++)
        demand(faults.kept[i].place[0] == 'f' &&
               gt_utf8_check(faults.kept[i].text, strlen(faults.kept[i].text), &bad));
    gt_check(graph, &doubts, &notes);
    gt_export_format_find("json")->write(&(struct gt_export){.graph = graph}, out);
    gt_faults_fini(&doubts);
    gt_faults_fini(&notes);
    gt_faults_fini(&faults);
    gt_graph_free(graph);
    return faults.n;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    struct gt_buffer text = {0}, once = {0}, twice = {0};
    gt_buffer_add(&text, bytes, n);
    uint64_t faults = read_and_write(&text, n % 2 ? GT_ZH : GT_EN, &once);
    if (faults == 0) {
        demand(read_and_write(&once, GT_EN, &twice) == 0);
        demand(once.n == twice.n && memcmp(once.bytes, twice.bytes, once.n) == 0);
    }
    gt_buffer_fini(&text);
    gt_buffer_fini(&once);
    gt_buffer_fini(&twice);
    return 0;
}
