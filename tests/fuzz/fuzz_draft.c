/* fuzz_draft.c: the whole of extraction: text in, draft out.
 *
 * Whatever the text, a draft comes out whose evidence stands in the text, whose names are those of
 * the text, and which is read back as JSON without fault, is what `check` accepts, and is written
 * the same again. */
#include "fuzz/reader.h"

#include "extract/extract.h"
#include "format/export.h"
#include "format/graph_reader.h"
#include "graph/check.h"

#include <stdio.h>

enum { EVIDENCE_CODES = 120 };

/* Made once: it takes a tenth of a second. */
static const struct gt_extractor *extractor(void)
{
    static struct gt_extractor made;
    static bool is_made;
    struct gt_error err = {0};
    if (!is_made) {
        require(gt_extractor_init(&made, NULL, NULL, &err));
        is_made = true;
    }
    return &made;
}

static void check_statements(const struct gt_graph *graph, const struct gt_folded *folded)
{
    for (uint32_t i = 0; i < graph->n_statements; i++) {
        const struct gt_statement *statement = &graph->statements[i];
        const struct gt_span *span = &statement->evidence;
        require(span->start < span->end && span->end <= folded->length);
        require(span->end - span->start <= EVIDENCE_CODES);
        require(statement->rule && statement->confidence > 0 && statement->confidence <= 1);
    }
}

/* The forms of a node are in the text, letter by letter, as far as these are seen. */
static void check_forms(const struct gt_graph *graph, const struct gt_folded *folded)
{
    struct gt_arena arena = {0};
    const char *text = gt_folded_copy(folded, 0, folded->length, &arena);
    for (uint32_t i = 0; i < graph->n_nodes; i++)
        for (uint32_t k = 0; k < graph->nodes[i].mentions.n; k++) {
            struct gt_buffer form = {0};
            gt_buffer_text(&form, graph->nodes[i].mentions.item[k]);
            form.n = gt_utf8_fold(form.bytes, form.n);
            require(memmem(text, strlen(text), form.bytes, form.n) != NULL);
            gt_buffer_fini(&form);
        }
    gt_arena_fini(&arena);
}

static void tell(const struct gt_faults *faults)
{
    for (uint64_t i = 0; i < faults->n && i < GT_FAULTS_KEPT; i++)
        fprintf(stderr, "%s: %s\n", faults->kept[i].place, faults->kept[i].text);
    require(faults->n == 0);
}

/* Writes, reads, checks, writes again. */
static void check_round(const struct gt_graph *graph)
{
    struct gt_buffer once = {0}, twice = {0};
    struct gt_faults faults = {0}, notes = {0};
    struct gt_graph *again = gt_graph_new();
    gt_export_graph_json(&(struct gt_export){.graph = graph}, &once);
    gt_graph_read(again, "draft", gt_buffer_string(&once), once.n, &faults, &notes);
    gt_graph_finish(again);
    tell(&faults);
    gt_check(again, &faults, &notes);
    tell(&faults);
    gt_export_graph_json(&(struct gt_export){.graph = again}, &twice);
    require(once.n == twice.n && memcmp(once.bytes, twice.bytes, once.n) == 0);
    gt_graph_free(again);
    gt_faults_fini(&faults);
    gt_faults_fini(&notes);
    gt_buffer_fini(&once);
    gt_buffer_fini(&twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    struct gt_error err = {0};
    struct gt_folded *folded = NULL;
    struct gt_arena arena = {0};
    struct gt_metadata metadata;
    if (!gt_folded_make("a.txt", bytes, n, &folded, &err))
        return 0;
    struct gt_graph *graph = gt_graph_new();
    gt_metadata_read(folded, "a.txt", &arena, &metadata);
    if (!gt_extract(extractor(), folded, &metadata, "a.txt", graph, &err)) {
        fprintf(stderr, "%s\n", err.text);
        require(false);
    }
    check_statements(graph, folded);
    check_forms(graph, folded);
    check_round(graph);
    gt_graph_free(graph);
    gt_arena_fini(&arena);
    gt_folded_free(folded);
    return 0;
}
