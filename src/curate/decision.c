/* decision.c: the file of decisions: reading it, adding to it, taking back. */
#include "curate/decision.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum { LEFT, RIGHT, VERDICT_, REASON_ };

const struct gt_word gt_verdicts[GT_VERDICTS] = {
#define VERDICT(name_, en, zh) [GT_VERDICT_##name_] = {.name = #name_, .title = GT_TEXT(en, zh)},
#include "curate/verdict.def"
#undef VERDICT
};

int gt_verdict_find(const char *text)
{
    for (int i = 0; i < GT_VERDICTS; i++)
        if (strcmp(gt_verdicts[i].name, text) == 0 ||
            strcmp(gt_verdicts[i].title.in[GT_EN], text) == 0 ||
            strcmp(gt_verdicts[i].title.in[GT_ZH], text) == 0)
            return i;
    return -1;
}

void gt_decisions_fini(struct gt_decisions *decisions)
{
    gt_journal_fini(&decisions->journal);
    free(decisions->item);
    *decisions = (struct gt_decisions){0};
}

static void add_row(struct gt_decisions *decisions, size_t number, int verdict)
{
    const struct gt_tsv_row *row = &decisions->journal.tsv.row[number];
    decisions->item =
        gt_xgrow(decisions->item, decisions->n, &decisions->room, sizeof *decisions->item);
    decisions->item[decisions->n++] = (struct gt_decision){
        .left = gt_tsv_field(row, LEFT),
        .right = gt_tsv_field(row, RIGHT),
        .reason = gt_tsv_field(row, REASON_),
        .verdict = (enum gt_verdict)verdict,
        .line = row->line,
        .row = number,
    };
}

static bool is_heading(const struct gt_tsv_row *row)
{
    return strcmp(gt_tsv_field(row, LEFT), "left") == 0 &&
           strcmp(gt_tsv_field(row, RIGHT), "right") == 0;
}

static void read_row(struct gt_decisions *decisions, size_t number, struct gt_faults *faults)
{
    const struct gt_tsv_row *row = &decisions->journal.tsv.row[number];
    const char *left = gt_tsv_field(row, LEFT), *right = gt_tsv_field(row, RIGHT);
    int verdict = gt_verdict_find(gt_tsv_field(row, VERDICT_));
    const char *place = gt_tsv_place(&decisions->journal.tsv, row);
    if (!*left || !*right)
        gt_fault_add(faults, place, "expected two names: left, right, verdict, reason",
                     "应有两个名称：左、右、判断、理由");
    else if (strcmp(left, right) == 0)
        gt_fault_add(faults, place, "\"%s\" is compared with itself", "“%s”与自身比较", left);
    else if (verdict < 0)
        gt_fault_add(faults, place, "found the verdict \"%s\", expected same, different or unsure",
                     "判断为“%s”，应为 same、different 或 unsure", gt_tsv_field(row, VERDICT_));
    else
        add_row(decisions, number, verdict);
}

/* Reads the rows of the journal anew. */
static bool take_rows(struct gt_decisions *decisions, struct gt_error *err)
{
    struct gt_faults faults = {.lang = err->lang};
    decisions->n = 0;
    for (size_t i = 0; i < decisions->journal.tsv.n; i++)
        if (i > 0 || !is_heading(&decisions->journal.tsv.row[i]))
            read_row(decisions, i, &faults);
    bool done = gt_faults_none(&faults, err);
    gt_faults_fini(&faults);
    return done;
}

bool gt_decisions_read(const char *file, struct gt_decisions *decisions, struct gt_error *err)
{
    *decisions = (struct gt_decisions){.journal.file = file};
    return gt_journal_read(&decisions->journal, err) && take_rows(decisions, err);
}

/* --- changing it -------------------------------------------------------------------------------
 */

bool gt_decisions_add_all(struct gt_decisions *decisions, const struct gt_decision *added, size_t n,
                          struct gt_error *err)
{
    struct gt_buffer rows = {0};
    for (size_t i = 0; i < n; i++) {
        gt_tsv_write(&rows, added[i].left, true);
        gt_tsv_write(&rows, added[i].right, false);
        gt_tsv_write(&rows, gt_verdicts[added[i].verdict].name, false);
        gt_tsv_write(&rows, added[i].reason, false);
        gt_buffer_text(&rows, "\n");
    }
    bool done = n == 0 || (gt_journal_append(&decisions->journal, "left\tright\tverdict\treason\n",
                                             &rows, err) &&
                           take_rows(decisions, err));
    gt_buffer_fini(&rows);
    return done;
}

bool gt_decisions_add(struct gt_decisions *decisions, const char *left, const char *right,
                      enum gt_verdict verdict, const char *reason, struct gt_error *err)
{
    const struct gt_decision decision = {
        .left = left, .right = right, .reason = reason, .verdict = verdict};
    return gt_decisions_add_all(decisions, &decision, 1, err);
}

bool gt_decisions_take_back(struct gt_decisions *decisions, const char *left, const char *right,
                            enum gt_verdict verdict, struct gt_error *err)
{
    if (!gt_journal_read(&decisions->journal, err) || !take_rows(decisions, err))
        return false;
    for (size_t i = decisions->n; i > 0; i--) {
        const struct gt_decision *item = &decisions->item[i - 1];
        if (item->verdict == verdict && strcmp(item->left, left) == 0 &&
            strcmp(item->right, right) == 0)
            return gt_journal_cut(&decisions->journal, item->row, err) && take_rows(decisions, err);
    }
    return true; /* someone has removed it already */
}
