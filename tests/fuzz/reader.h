/* reader.h: fuzzing one reader of documents: whatever the bytes, it ends with a document whose
 * ranges hold, or with a message. Readers that work in a child run in this process here
 * (FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION), so that the sanitizers see them. */
#ifndef GT_TESTS_FUZZ_READER_H
#define GT_TESTS_FUZZ_READER_H

#include "read/metadata.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static inline void require(bool holds)
{
    if (!holds)
        abort();
}

static inline void check_folded(const struct gt_folded *folded)
{
    uint32_t at = 0, paragraph_end = 0;
    size_t bad;
    require(folded->length > 0 && folded->n_lines > 0 && folded->n_paragraphs > 0);
    require(gt_utf8_check(folded->text, folded->bytes, &bad));
    require(gt_utf8_count(folded->text) == folded->length);
    require(folded->offset[folded->length] == folded->bytes);
    for (uint32_t i = 0; i < folded->n_lines; i++) {
        const struct gt_line *line = &folded->lines[i];
        require(line->start == at && line->end >= at && line->page > 0 && line->line > 0);
        require((line->start == line->end) == (line->dropped != NULL));
        at = line->end;
    }
    require(at == folded->length);
    for (uint32_t i = 0; i < folded->n_paragraphs; i++) {
        require(folded->paragraphs[i].start == paragraph_end);
        paragraph_end = folded->paragraphs[i].end;
        require(paragraph_end > folded->paragraphs[i].start);
    }
    require(paragraph_end == folded->length);
}

/* Reads bytes under a name, and checks what comes of it. */
static inline void fuzz_read(const char *name, const void *bytes, size_t n)
{
    struct gt_error err = {0};
    struct gt_folded *folded = NULL;
    if (!gt_folded_make(name, bytes, n, &folded, &err)) {
        require(err.status == GT_DATA && err.text[0] && !folded);
        return;
    }
    struct gt_arena arena = {0};
    struct gt_metadata metadata;
    check_folded(folded);
    gt_metadata_read(folded, name, &arena, &metadata);
    require(metadata.id && metadata.body_start <= metadata.body_end &&
            metadata.body_end <= folded->length);
    gt_arena_fini(&arena);
    gt_folded_free(folded);
}

/* The same behind a head that makes the bytes that reader's. */
static inline int fuzz_behind(const char *name, const char *head, const uint8_t *bytes, size_t n)
{
    size_t m = strlen(head);
    char *whole = malloc(m + n + 1);
    if (!whole)
        return 0;
    memcpy(whole, head, m);
    memcpy(whole + m, bytes, n);
    fuzz_read(name, whole, m + n);
    free(whole);
    return 0;
}

#endif
