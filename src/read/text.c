/* text.c: folding the lines of a document, and finding the way back.
 *
 * How it works: a reader gives lines; page furniture is marked; the other lines are folded one by
 * one behind each other, which is the same as folding the whole, since only white space parts
 * them. */
#include "read/text.h"

#include "base/file.h"
#include "base/memory.h"
#include "base/rank.h"
#include "base/strmap.h"
#include "base/utf8.h"
#include "read/reader.h"

#include <string.h>

const char *gt_form_name(enum gt_form form, enum gt_lang lang)
{
    static const struct gt_text names[] = {
#define FORM(id, en, zh) [GT_FORM_##id] = GT_TEXT(en, zh),
#include "read/form.def"
#undef FORM
    };
    return names[form].in[lang];
}

void gt_folded_free(struct gt_folded *folded)
{
    if (!folded)
        return;
    gt_arena_fini(&folded->arena);
    free(folded);
}

/* --- folding -----------------------------------------------------------------------------------
 */

/* What grows while lines are folded; its arrays are as long as they can get. */
struct fold {
    struct gt_folded *folded;
    char *text;
    uint32_t *offset, bytes, length;
    uint8_t *gaps;
    struct gt_line *lines;
    struct gt_paragraph *paragraphs;
    uint32_t n_lines, n_paragraphs;
};

static void fold_text(struct fold *fold, const char *p, const char *end)
{
    bool gap = true; /* the end of the line before */
    while (p < end) {
        const char *start = p;
        if (gt_code_is_space(gt_utf8_next(&p))) {
            gap = true;
            continue;
        }
        size_t n = (size_t)(p - start);
        memcpy(fold->text + fold->bytes, start, n);
        fold->offset[fold->length] = fold->bytes;
        if (gap)
            fold->gaps[fold->length / 8] |= (uint8_t)(1u << fold->length % 8);
        gap = false;
        fold->bytes += (uint32_t)n;
        fold->length++;
    }
}

static void start_paragraph(struct fold *fold, enum gt_line_kind kind)
{
    fold->paragraphs[fold->n_paragraphs++] =
        (struct gt_paragraph){.start = fold->length, .first = fold->n_lines, .kind = kind};
}

static void fold_line(struct fold *fold, const struct gt_raw_line *raw)
{
    struct gt_line *line = &fold->lines[fold->n_lines];
    *line = (struct gt_line){.start = fold->length,
                             .page = raw->page,
                             .line = raw->line,
                             .paragraph = GT_NONE,
                             .kind = raw->kind};
    if (raw->furniture) {
        line->dropped = gt_arena_text(&fold->folded->arena, raw->text, raw->n);
    } else {
        if (raw->starts || fold->n_paragraphs == 0)
            start_paragraph(fold, raw->kind);
        fold_text(fold, raw->text, raw->text + raw->n);
        struct gt_paragraph *paragraph = &fold->paragraphs[fold->n_paragraphs - 1];
        paragraph->n = fold->n_lines + 1 - paragraph->first;
        paragraph->end = fold->length;
        line->paragraph = fold->n_paragraphs - 1;
    }
    line->end = fold->length;
    fold->n_lines++;
}

static struct gt_folded *fold_all(const struct gt_raw *raw, enum gt_form form)
{
    struct gt_folded *folded = gt_xcalloc(1, sizeof *folded);
    struct gt_arena *arena = &folded->arena;
    struct fold fold = {
        .folded = folded,
        .text = gt_arena_array(arena, raw->bytes + 1, 1),
        .offset = gt_arena_array(arena, raw->bytes + 1, sizeof *fold.offset),
        .gaps = gt_arena_array(arena, raw->bytes / 8 + 1, 1),
        .lines = gt_arena_array(arena, raw->n, sizeof *fold.lines),
        .paragraphs = gt_arena_array(arena, raw->n, sizeof *fold.paragraphs),
    };
    for (uint32_t i = 0; i < raw->n; i++)
        fold_line(&fold, &raw->lines[i]);
    fold.offset[fold.length] = fold.bytes;
    folded->text = fold.text;
    folded->length = fold.length;
    folded->bytes = fold.bytes;
    folded->offset = fold.offset;
    folded->form = form;
    folded->lines = fold.lines;
    folded->n_lines = fold.n_lines;
    folded->paragraphs = fold.paragraphs;
    folded->n_paragraphs = fold.n_paragraphs;
    folded->n_pages = raw->n_pages ? raw->n_pages : 1;
    folded->n_blank_pages = raw->n_blank_pages;
    folded->gaps = fold.gaps;
    gt_sha256(fold.text, fold.bytes, folded->sha256);
    return folded;
}

/* --- reading -----------------------------------------------------------------------------------
 */

static bool read_form(enum gt_form form, const struct gt_bytes *file, struct gt_raw *raw,
                      struct gt_error *err)
{
    switch (form) {
#define FORM(id, en, zh)                                                                           \
    case GT_FORM_##id:                                                                             \
        return gt_form_read_##id(file, raw, err);
#include "read/form.def"
#undef FORM
    case GT_FORMS:
        break;
    }
    return gt_fail(err, GT_BUG, "no reader", "没有读取程序");
}

/* Says why there is nothing to read. */
static bool fail_empty(enum gt_form form, const struct gt_raw *raw, struct gt_error *err)
{
    if (form != GT_FORM_pdf)
        return gt_fail(err, GT_DATA, "no text in it", "文件中没有文字");
    return gt_fail(
        err, GT_DATA,
        "a PDF without a text layer (pages: %u): a scan; run a text recognition (OCR) on "
        "it first, for instance ocrmypdf -l chi_sim",
        "PDF 没有文字层（%u 页），应为扫描件；请先做文字识别（OCR），例如 ocrmypdf -l chi_sim",
        raw->n_pages);
}

static bool make(const struct gt_bytes *file, struct gt_folded **out, struct gt_error *err)
{
    struct gt_raw raw = {0};
    enum gt_form form;
    bool done = gt_form_detect(file, &form, err) && read_form(form, file, &raw, err) &&
                gt_raw_fits(&raw, err);
    if (done && raw.n == 0)
        done = fail_empty(form, &raw, err);
    if (done) {
        if (form == GT_FORM_pdf) {
            gt_furniture_mark(&raw);
            gt_columns_align(&raw);
        }
        if (!raw.flowing)
            gt_paragraphs_guess(&raw);
        *out = fold_all(&raw, form);
    }
    gt_raw_fini(&raw);
    return done;
}

bool gt_folded_make(const char *name, const void *bytes, size_t n, struct gt_folded **out,
                    struct gt_error *err)
{
    struct gt_buffer copy = {0};
    *out = NULL;
    gt_buffer_add(&copy, bytes, n);
    struct gt_bytes file = {.name = name, .bytes = copy.bytes, .n = n};
    bool done = n <= GT_DOCUMENT_BYTES ? make(&file, out, err)
                                       : gt_fail(err, GT_DATA, "larger than the limit of %d MiB",
                                                 "文件超过上限 %d MiB", GT_DOCUMENT_BYTES >> 20);
    gt_buffer_fini(&copy);
    return done || gt_error_prefix(err, "%s: ", name);
}

bool gt_folded_read(const char *path, struct gt_folded **out, struct gt_error *err)
{
    struct gt_buffer bytes = {0};
    *out = NULL;
    bool done = gt_file_read(path, GT_DOCUMENT_BYTES, &bytes, err);
    if (done) {
        struct gt_bytes file = {.name = path, .bytes = gt_buffer_string(&bytes), .n = bytes.n};
        done = make(&file, out, err) || gt_error_prefix(err, "%s: ", path);
    }
    gt_buffer_fini(&bytes);
    return done;
}

/* --- the way back ------------------------------------------------------------------------------
 */

uint32_t gt_folded_line(const struct gt_folded *folded, uint32_t at)
{
    /* the first line that ends behind it: a dropped one ends before */
    uint32_t low = gt_rank(folded->lines, folded->n_lines, GT_FIELD(struct gt_line, end), at + 1);
    return low < folded->n_lines ? low : folded->n_lines - 1;
}

void gt_folded_place(const struct gt_folded *folded, uint32_t at, uint32_t *page, uint32_t *line)
{
    const struct gt_line *found = &folded->lines[gt_folded_line(folded, at)];
    *page = found->page;
    *line = found->line;
}

uint32_t gt_folded_paragraph(const struct gt_folded *folded, uint32_t at)
{
    uint32_t low = gt_rank(folded->paragraphs, folded->n_paragraphs,
                           GT_FIELD(struct gt_paragraph, end), at + 1);
    return low < folded->n_paragraphs ? low : folded->n_paragraphs - 1;
}

bool gt_folded_gap(const struct gt_folded *folded, uint32_t at)
{
    return folded->gaps[at / 8] >> at % 8 & 1;
}

uint32_t gt_folded_code(const struct gt_folded *folded, uint32_t at)
{
    const char *p = folded->text + folded->offset[at];
    return gt_utf8_next(&p);
}

const char *gt_folded_copy(const struct gt_folded *folded, uint32_t start, uint32_t end,
                           struct gt_arena *arena)
{
    size_t n = folded->offset[end] - folded->offset[start], kept = 0;
    char *copy = gt_arena_array(arena, n + 1, 1);
    for (uint32_t at = start; at < end; at++) {
        size_t from = folded->offset[at], bytes = folded->offset[at + 1] - from;
        if (gt_code_is_unfit(gt_folded_code(folded, at)))
            continue;
        memcpy(copy + kept, folded->text + from, bytes);
        kept += bytes;
    }
    copy[kept] = '\0';
    return copy;
}
