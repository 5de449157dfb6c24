/* folded.h: what the tests of the readers share. */
#ifndef GT_TESTS_FOLDED_H
#define GT_TESTS_FOLDED_H

#include "unit/unit.h"

#include "base/buffer.h"
#include "read/text.h"

#include <string.h>

/* Reads bytes that must be readable. */
static inline struct gt_folded *read_bytes(const char *name, const void *bytes, size_t n)
{
    struct gt_error err = {0};
    struct gt_folded *folded = NULL;
    if (!gt_folded_make(name, bytes, n, &folded, &err))
        fail_msg("%s", err.text);
    return folded;
}

static inline struct gt_folded *read_string(const char *name, const char *text)
{
    return read_bytes(name, text, strlen(text));
}

/* Bytes that must be refused with GT_DATA and a message, in both languages, that holds `words`. */
static inline void expect_refusal(const char *name, const void *bytes, size_t n, const char *words)
{
    struct gt_error en = {.lang = GT_EN}, zh = {.lang = GT_ZH};
    struct gt_folded *folded = NULL;
    assert_false(gt_folded_make(name, bytes, n, &folded, &en));
    assert_null(folded);
    assert_false(gt_folded_make(name, bytes, n, &folded, &zh));
    assert_int_equal(en.status, GT_DATA);
    assert_int_equal(zh.status, GT_DATA);
    assert_memory_equal(en.text, name, strlen(name));
    assert_string_not_equal(en.text, zh.text);
    if (!strstr(en.text, words))
        fail_msg("\"%s\" does not say \"%s\"", en.text, words);
}

/* The lines as a text to compare: "page:line kind text", a paragraph's first line with '+', dropped
 * ones with '-'. The caller frees. */
static inline char *describe(const struct gt_folded *folded)
{
    static const char *const kinds[] = {"body", "heading", "item", "row"};
    struct gt_buffer out = {0};
    for (uint32_t i = 0; i < folded->n_lines; i++) {
        const struct gt_line *line = &folded->lines[i];
        bool first = !line->dropped && folded->paragraphs[line->paragraph].first == i;
        gt_buffer_format(&out, "%s%u:%u %s ",
                         line->dropped ? "-"
                         : first       ? "+"
                                       : " ",
                         line->page, line->line, kinds[line->kind]);
        for (uint32_t at = line->start; at < line->end; at++) {
            if (at > line->start && gt_folded_gap(folded, at))
                gt_buffer_text(&out, " ");
            gt_buffer_add(&out, folded->text + folded->offset[at],
                          folded->offset[at + 1] - folded->offset[at]);
        }
        gt_buffer_format(&out, "%s\n", line->dropped ? line->dropped : "");
    }
    return out.bytes;
}

/* Compares what was read with the description; frees the document. */
static inline void expect_lines(struct gt_folded *folded, const char *wanted)
{
    char *found = describe(folded);
    assert_string_equal(found, wanted);
    free(found);
    gt_folded_free(folded);
}

#endif
