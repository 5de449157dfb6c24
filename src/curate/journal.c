/* journal.c: reading, adding, taking out. */
#include "curate/journal.h"

#include "base/file.h"

#define JOURNAL_LIMIT ((size_t)64 << 20)

void gt_journal_fini(struct gt_journal *journal)
{
    gt_buffer_fini(&journal->text);
    gt_tsv_fini(&journal->tsv);
}

static bool parse(struct gt_journal *journal, struct gt_error *err)
{
    struct gt_faults faults = {.lang = err->lang};
    gt_tsv_fini(&journal->tsv);
    bool done = gt_tsv_read(journal->file, gt_buffer_string(&journal->text), journal->text.n,
                            &journal->tsv, &faults) ||
                gt_faults_none(&faults, err);
    gt_faults_fini(&faults);
    return done;
}

bool gt_journal_read(struct gt_journal *journal, struct gt_error *err)
{
    gt_buffer_clear(&journal->text);
    if (gt_file_exists(journal->file) &&
        !gt_file_read(journal->file, JOURNAL_LIMIT, &journal->text, err))
        return false;
    return parse(journal, err);
}

/* Writes the text and takes it over. */
static bool save(struct gt_journal *journal, struct gt_buffer *text, struct gt_error *err)
{
    if (!gt_file_write(journal->file, gt_buffer_string(text), text->n, err))
        return false;
    struct gt_buffer old = journal->text;
    journal->text = *text;
    *text = old;
    return parse(journal, err);
}

bool gt_journal_append(struct gt_journal *journal, const char *heading,
                       const struct gt_buffer *rows, struct gt_error *err)
{
    struct gt_buffer text = {0};
    bool done = gt_journal_read(journal, err);
    if (done) {
        gt_buffer_add(&text, gt_buffer_string(&journal->text), journal->text.n);
        if (text.n == 0)
            gt_buffer_text(&text, heading);
        else if (text.bytes[text.n - 1] != '\n')
            gt_buffer_text(&text, "\n");
        gt_buffer_add(&text, gt_buffer_string(rows), rows->n);
        done = save(journal, &text, err);
    }
    gt_buffer_fini(&text);
    return done;
}

bool gt_journal_cut(struct gt_journal *journal, size_t i, struct gt_error *err)
{
    struct gt_buffer text = {0};
    const struct gt_tsv_row *row = &journal->tsv.row[i];
    gt_buffer_add(&text, journal->text.bytes, row->start);
    gt_buffer_add(&text, journal->text.bytes + row->end, journal->text.n - row->end);
    bool done = save(journal, &text, err);
    gt_buffer_fini(&text);
    return done;
}
