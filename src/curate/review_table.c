/* review_table.c: candidates and answers as a table for people who prefer a spreadsheet. */
#include "base/memory.h"
#include "base/number.h"
#include "curate/review_parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *const columns[] = {
    "key",      "kind",   "document",   "start",  "end",        "left",   "left_type",
    "relation", "right",  "right_type", "status", "confidence", "reason", "sentence",
    "place",    "answer", "new_type",   "with",   "direction",
};

enum { N_COLUMNS = sizeof columns / sizeof *columns };

/* A spreadsheet takes what begins with = + - @ for a formula. */
static void write_shown(struct gt_buffer *out, const char *text)
{
    struct gt_buffer safe = {0};
    if (text && *text && strchr("=+-@", *text)) {
        gt_buffer_format(&safe, "'%s", text);
        text = safe.bytes;
    }
    gt_tsv_write(out, text, false);
    gt_buffer_fini(&safe);
}

static void write_place(const struct gt_review *review, const struct gt_candidate *candidate,
                        struct gt_buffer *out)
{
    if (candidate->statement == GT_NONE) {
        gt_buffer_text(out, "\t\t\t");
        return;
    }
    const struct gt_span *span = &review->graph->statements[candidate->statement].evidence;
    write_shown(out, review->graph->documents[span->document].id);
    gt_buffer_format(out, "\t%u\t%u", span->start, span->end);
}

static void write_candidate(const struct gt_review *review, const struct gt_candidate *candidate,
                            const struct gt_review_words *words, struct gt_buffer *out)
{
    const struct gt_graph *graph = review->graph;
    bool tie = candidate->kind == GT_CANDIDATE_tie, node = candidate->kind == GT_CANDIDATE_node;
    const struct gt_said *said = &candidate->said;
    char number[GT_NUMBER_TEXT];
    gt_tsv_write(out, candidate->key, true);
    gt_tsv_write(out, gt_candidate_kinds[candidate->kind].name, false);
    write_place(review, candidate, out);
    write_shown(out, graph->nodes[candidate->a].name);
    gt_tsv_write(out, gt_node_types[graph->nodes[candidate->a].type].name, false);
    gt_tsv_write(out, tie ? gt_candidate_type(candidate, candidate->type) : "", false);
    write_shown(out, node ? "" : graph->nodes[candidate->b].name);
    gt_tsv_write(out, node ? "" : gt_node_types[graph->nodes[candidate->b].type].name, false);
    gt_tsv_write(out, tie ? gt_statuses[graph->statements[candidate->statement].status].name : "",
                 false);
    gt_tsv_write(out,
                 isnan(candidate->confidence) ? "" : gt_number_write(candidate->confidence, number),
                 false);
    write_shown(out, candidate->reason);
    write_shown(out, words->text);
    write_shown(out, words->place);
    gt_tsv_write(out, gt_answers[said->answer].name, false);
    gt_tsv_write(out, gt_candidate_type(candidate, said->type), false);
    write_shown(out, said->with);
    gt_tsv_write(out, said->reversed ? "reversed" : "", false);
    gt_buffer_text(out, "\n");
}

void gt_review_export(const struct gt_review *review, uint32_t kinds,
                      const struct gt_review_voice *voice, struct gt_buffer *out)
{
    struct gt_arena arena = {0};
    for (int i = 0; i < N_COLUMNS; i++)
        gt_tsv_write(out, columns[i], i == 0);
    gt_buffer_text(out, "\n");
    for (size_t i = 0; i < review->n; i++) {
        const struct gt_candidate *candidate = &review->item[i];
        struct gt_review_words words = {"", ""};
        if (kinds && !(kinds >> candidate->kind & 1))
            continue;
        if (voice)
            words = voice->words(voice->context, candidate, &arena);
        write_candidate(review, candidate, &words, out);
    }
    gt_arena_fini(&arena);
}

/* --- reading it back ---------------------------------------------------------------------------
 */

enum wanted { KEY, ANSWER_, NEW_TYPE, WITH, DIRECTION_, WANTED };

struct importing {
    struct gt_review *review;
    struct gt_tsv tsv;
    struct gt_faults faults;
    uint32_t column[WANTED]; /* GT_NONE: not there */
    struct gt_review_reply *reply;
    size_t n, room;
};

static bool find_columns(struct importing *importing, const char *file)
{
    static const char *const names[WANTED] = {"key", "answer", "new_type", "with", "direction"};
    for (int i = 0; i < WANTED; i++) {
        importing->column[i] = GT_NONE;
        for (uint32_t k = 0; importing->tsv.n && k < importing->tsv.row[0].n; k++)
            if (strcmp(importing->tsv.row[0].field[k], names[i]) == 0)
                importing->column[i] = k;
    }
    if (importing->column[KEY] != GT_NONE && importing->column[ANSWER_] != GT_NONE)
        return true;
    gt_fault_add(&importing->faults, file,
                 "the first row has no columns \"key\" and \"answer\", parted by tabs, commas or "
                 "semicolons",
                 "首行没有以制表符、逗号或分号分隔的“key”与“answer”两列");
    return false;
}

static const char *cell(const struct importing *importing, const struct gt_tsv_row *row,
                        enum wanted wanted)
{
    uint32_t column = importing->column[wanted];
    const char *text = column == GT_NONE ? "" : gt_tsv_field(row, column);
    return wanted == WITH && text[0] == '\'' ? text + 1 : text; /* see write_shown() */
}

static bool same_said(const struct gt_said *a, const struct gt_said *b)
{
    bool with = a->with && b->with ? strcmp(a->with, b->with) == 0 : a->with == b->with;
    return a->answer == b->answer && a->type == b->type && a->reversed == b->reversed && with;
}

static void import_row(struct importing *importing, const struct gt_tsv_row *row)
{
    struct gt_review *review = importing->review;
    const char *place = gt_tsv_place(&importing->tsv, row);
    const struct gt_said_text text = {cell(importing, row, ANSWER_), cell(importing, row, NEW_TYPE),
                                      cell(importing, row, WITH), cell(importing, row, DIRECTION_)};
    if (!*text.answer)
        return;
    uint32_t number = gt_strmap_get(&review->by_key, cell(importing, row, KEY));
    struct gt_said said;
    if (number == GT_NONE)
        gt_fault_add(&importing->faults, place, "the draft has no candidate \"%s\"",
                     "草稿中没有候选“%s”", cell(importing, row, KEY));
    else if (gt_review_read_said(review, &review->item[number], &text, place, &said,
                                 &importing->faults) &&
             !same_said(&said, &review->item[number].said)) {
        importing->reply =
            gt_xgrow(importing->reply, importing->n, &importing->room, sizeof *importing->reply);
        importing->reply[importing->n++] = (struct gt_review_reply){number, said, place};
    }
}

/* What parts the fields: the first of tab, semicolon and comma that the first row has; spreadsheets
 * write all three. */
static char find_separator(const struct gt_review_sheet *sheet)
{
    size_t n = 0;
    while (n < sheet->n && sheet->bytes[n] != '\n')
        n++;
    for (const char *p = "\t;,"; *p; p++)
        if (memchr(sheet->bytes, *p, n))
            return *p;
    return '\t';
}

bool gt_review_import(struct gt_review *review, const struct gt_review_sheet *sheet, size_t *n,
                      struct gt_error *err)
{
    struct importing importing = {.review = review, .faults.lang = err->lang};
    importing.tsv.separator = find_separator(sheet);
    if (gt_tsv_read(sheet->file, sheet->bytes, sheet->n, &importing.tsv, &importing.faults) &&
        find_columns(&importing, sheet->file))
        for (size_t i = 1; i < importing.tsv.n; i++)
            import_row(&importing, &importing.tsv.row[i]);
    gt_review_check_replies(review, importing.reply, importing.n, &importing.faults);
    *n = importing.n;
    bool done =
        gt_faults_none(&importing.faults, err) &&
        (importing.n == 0 || gt_review_save_replies(review, importing.reply, importing.n, err));
    gt_tsv_fini(&importing.tsv);
    gt_faults_fini(&importing.faults);
    free(importing.reply);
    return done;
}
