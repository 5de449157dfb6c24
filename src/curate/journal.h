/* journal.h: a table in a file to which answers are added one at a time, each saved at once.
 *
 * The file is read again before it is changed, so that what another program has added meanwhile, or
 * a person in an editor, stays. It is replaced whole: a crash leaves it as it was, or as it is. */
#ifndef GT_CURATE_JOURNAL_H
#define GT_CURATE_JOURNAL_H

#include "curate/tsv.h"

/* Zeroed is valid and empty; `file` is borrowed. */
struct gt_journal {
    const char *file;
    struct gt_buffer text;
    struct gt_tsv tsv; /* the rows of the text; the heading among them */
};

void gt_journal_fini(struct gt_journal *journal);

/* Reads the file; one that is not there is empty. Fails with GT_FILE or GT_DATA. */
GT_MUST_USE bool gt_journal_read(struct gt_journal *journal, struct gt_error *err);

/* Adds rows (with their line breaks) at the end and saves; a new file begins with `heading`. */
GT_MUST_USE bool gt_journal_append(struct gt_journal *journal, const char *heading,
                                   const struct gt_buffer *rows, struct gt_error *err);

/* Takes row number i out and saves. */
GT_MUST_USE bool gt_journal_cut(struct gt_journal *journal, size_t i, struct gt_error *err);

#endif
