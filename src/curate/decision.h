/* decision.h: what people have decided about pairs of names, in a plain file that is replayed on
 * every run.
 *
 *     left       right                                 verdict    reason
 *     微系统所   中国科学院上海微系统与信息技术研究所  same       short form
 *     东华大学   东华大学科技园                        different
 *
 * The columns are parted by tabs. left and right name nodes, by name, alias or identifier; verdict
 * is same, different or unsure. The first row may be those headings; further columns are passed
 * over. Of two rows about the same pair the later counts. Rows about names that the graph does not
 * have wait for one that does. */
#ifndef GT_CURATE_DECISION_H
#define GT_CURATE_DECISION_H

#include "curate/journal.h"
#include "graph/graph.h"

enum gt_verdict {
#define VERDICT(name, ...) GT_VERDICT_##name,
#include "curate/verdict.def"
#undef VERDICT
    GT_VERDICTS
};

extern const struct gt_word gt_verdicts[GT_VERDICTS];

/* The verdict of that name, -1 when there is none. Its titles count too. */
int gt_verdict_find(const char *text);

struct gt_decision {
    const char *left, *right, *reason;
    enum gt_verdict verdict;
    uint32_t line;
    size_t row; /* in the journal */
};

/* The decisions of a file. Zeroed is valid and empty. */
struct gt_decisions {
    struct gt_journal journal;
    struct gt_decision *item;
    size_t n, room;
};

void gt_decisions_fini(struct gt_decisions *decisions);

/* Reads a file (its name is borrowed); one that is not there is empty. Fails with GT_FILE, or with
 * GT_DATA and every row that is wrong. */
GT_MUST_USE bool gt_decisions_read(const char *file, struct gt_decisions *decisions,
                                   struct gt_error *err);

/* Add a decision at the end, several in one write (of which left, right, verdict and reason count),
 * or take the last one of that pair and verdict back; the file is saved at once, and what others
 * have changed in it meanwhile stays. */
GT_MUST_USE bool gt_decisions_add(struct gt_decisions *decisions, const char *left,
                                  const char *right, enum gt_verdict verdict, const char *reason,
                                  struct gt_error *err);
GT_MUST_USE bool gt_decisions_add_all(struct gt_decisions *decisions,
                                      const struct gt_decision *added, size_t n,
                                      struct gt_error *err);
GT_MUST_USE bool gt_decisions_take_back(struct gt_decisions *decisions, const char *left,
                                        const char *right, enum gt_verdict verdict,
                                        struct gt_error *err);

/* --- decisions about a graph -------------------------------------------------------------------
 */

/* Which nodes are one, by the decisions. */
struct gt_identity {
    uint32_t *first;           /* [n_nodes] the first node of each one's class */
    uint32_t n_joined;         /* nodes that are not the first of theirs */
    struct gt_strmap verdicts; /* "3 7", the smaller first -> enum gt_verdict */
    struct gt_arena arena;
};

void gt_identity_fini(struct gt_identity *identity);

/* Replays the decisions on a graph. Adds to `notes` (null: not wanted) rows that apply to several
 * nodes, which are left aside, and to `faults` what contradicts: nodes made one that a tie says are
 * two, and nodes called different that other rows make one. O(|V| + |E| + rows). */
void gt_identity_find(const struct gt_graph *graph, const struct gt_decisions *decisions,
                      struct gt_identity *identity, struct gt_faults *faults,
                      struct gt_faults *notes);

/* What was decided about a pair: a verdict, or -1. */
int gt_identity_verdict(const struct gt_identity *identity, uint32_t a, uint32_t b);

#endif
