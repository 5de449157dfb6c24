/* review_parts.h: what the files of a review share: rows of answers, read and checked. */
#ifndef GT_CURATE_REVIEW_PARTS_H
#define GT_CURATE_REVIEW_PARTS_H

#include "curate/review.h"

/* What was said, as texts; "" where nothing is. */
struct gt_said_text {
    const char *answer, *type, *with, *direction;
};

/* Reads what was said of a candidate from texts; false with a fault at `place`. */
bool gt_review_read_said(struct gt_review *review, const struct gt_candidate *candidate,
                         const struct gt_said_text *text, const char *place, struct gt_said *said,
                         struct gt_faults *faults);

/* The same from a row of the journal. */
bool gt_review_read_row(struct gt_review *review, const struct gt_tsv_row *row,
                        const struct gt_candidate *candidate, struct gt_said *said,
                        struct gt_faults *faults);

/* True for rows of the journal that are about candidates; *number is the candidate, GT_NONE when
 * the draft has it no more. */
bool gt_review_is_answer(const struct gt_review *review, size_t row, uint32_t *number);

/* Makes the answers what the journal and the decisions say. */
GT_MUST_USE bool gt_review_take_answers(struct gt_review *review, struct gt_error *err);

/* An answer that is to be saved; place: of its row, null for a key. */
struct gt_review_reply {
    size_t candidate;
    struct gt_said said;
    const char *place;
};

/* Adds to `faults` what cannot be, each with its reply's place. Of several replies about one
 * candidate the last counts. O(candidates + replies). */
void gt_review_check_replies(const struct gt_review *review, const struct gt_review_reply *replies,
                             size_t n, struct gt_faults *faults);

/* Saves answers that were checked: the decisions among them in one write, all of them in another;
 * when the second fails the first is taken back. */
GT_MUST_USE bool gt_review_save_replies(struct gt_review *review,
                                        const struct gt_review_reply *replies, size_t n,
                                        struct gt_error *err);

#endif
