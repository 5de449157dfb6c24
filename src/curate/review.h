/* review.h: a draft's entities, pairs of names and relations, and what a person says of each.
 *
 * Answers live in a table beside the draft (DRAFT.review.tsv), a row for each, in the order given;
 * of two rows about the same candidate the later counts. A row knows its candidate by a key made of
 * what the candidate says, so that answers survive when the draft is made anew. Answers about
 * pairs, and "merge with", are decisions as well (decision.h); there the decision is saved first,
 * so that a crash between the two only asks again.
 *
 * An entity that is refused takes its relations along: they are not asked about. */
#ifndef GT_CURATE_REVIEW_H
#define GT_CURATE_REVIEW_H

#include "curate/decision.h"
#include "curate/journal.h"
#include "graph/graph.h"

enum { GT_CANDIDATE_KEY = 18 }; /* a letter, 16 hexadecimal digits, NUL */

enum gt_candidate_kind {
#define CANDIDATE(name, ...) GT_CANDIDATE_##name,
#include "curate/candidate.def"
#undef CANDIDATE
    GT_CANDIDATES
};

enum gt_answer {
    GT_ANSWER_NONE,
#define ANSWER(name, ...) GT_ANSWER_##name,
#include "curate/answer.def"
#undef ANSWER
    GT_ANSWERS
};

struct gt_answer_info {
    const char *name; /* null for none */
    char key;
    struct gt_text title;
};

extern const struct gt_answer_info gt_answers[GT_ANSWERS];
extern const struct gt_word gt_candidate_kinds[GT_CANDIDATES];

/* The answer of a name, title or letter; GT_ANSWER_NONE when it is none. */
enum gt_answer gt_answer_find(const char *text);

/* What was said. */
struct gt_said {
    enum gt_answer answer;
    int type;         /* the type it should have: gt_node_type or gt_edge_type; -1: as it is */
    const char *with; /* an entity that it is one with, as decisions name it; null: none */
    bool reversed;    /* a relation whose ends should be swapped */
};

struct gt_candidate {
    enum gt_candidate_kind kind;
    char key[GT_CANDIDATE_KEY];
    uint32_t a, b;            /* node; pair of nodes; source and target */
    uint32_t statement;       /* tie: number; otherwise GT_NONE */
    int type;                 /* as the draft has it; -1 for pairs */
    double confidence;        /* NAN: not said */
    const char *reason;       /* the rule, or why the names may be one; null: not said */
    const char *left, *right; /* names, as decisions name them (an identifier where a name is of
                                 several nodes); right null for nodes */
    struct gt_said said;
};

struct gt_review {
    const struct gt_graph *graph;
    struct gt_decisions *decisions;
    struct gt_candidate *item;
    size_t n, room;
    struct gt_journal journal;
    struct gt_strmap by_key;
    bool *refused; /* [n_nodes] */
    struct gt_arena arena;
};

/* Lists the candidates of a draft in the order entities, pairs, relations (by document and place),
 * and reads the answers from `file` (which need not be there). Borrows all. Fails as journals and
 * with every row that is wrong. */
GT_MUST_USE bool gt_review_open(struct gt_review *review, const struct gt_graph *graph,
                                const char *file, struct gt_decisions *decisions, enum gt_lang lang,
                                struct gt_error *err);
void gt_review_close(struct gt_review *review);

/* The first candidate from number `at` on that is of a kind in `kinds` (bits; 0: all) and open:
 * without answer and not refused with an entity; review->n when there is none. */
size_t gt_review_next(const struct gt_review *review, size_t at, uint32_t kinds);

/* True when a relation's end was refused. */
bool gt_review_implied(const struct gt_review *review, const struct gt_candidate *candidate);

/* Records an answer and saves. Fails with GT_USAGE when the two of a pair, or of "merge with", are
 * tied (the relation says that they are two), when a relation's new type or direction cannot tie
 * its ends by the ontology, or when a relation without direction is reversed. On failure nothing
 * has changed. */
GT_MUST_USE bool gt_review_answer(struct gt_review *review, size_t candidate,
                                  const struct gt_said *said, struct gt_error *err);

/* Takes the last answer back and saves; *candidate is the one that is open again, review->n when
 * there was nothing to take back. */
GT_MUST_USE bool gt_review_undo(struct gt_review *review, size_t *candidate, struct gt_error *err);

/* How many candidates have each answer; [0] is those still open. */
void gt_review_count(const struct gt_review *review, uint32_t count[GT_ANSWERS]);

/* The accepted part as a graph, finished, which the caller frees: relations answered yes with their
 * ends, entities answered yes, with the types that were given; without confidence, since a person
 * stands behind it. */
struct gt_graph *gt_review_accepted(const struct gt_review *review);

/* --- for spreadsheets --------------------------------------------------------------------------
 */

/* The words around a candidate, and where they stand in the source ("" when that is not known). */
struct gt_review_words {
    const char *text, *place;
};

/* Gives the words around a candidate, in the arena. */
struct gt_review_voice {
    struct gt_review_words (*words)(const void *context, const struct gt_candidate *candidate,
                                    struct gt_arena *arena);
    const void *context;
};

/* Adds the candidates of `kinds` (bits; 0: all) as a table: what they say, and the columns answer,
 * new_type, with and direction for people to fill in. A null voice leaves the words out. */
void gt_review_export(const struct gt_review *review, uint32_t kinds,
                      const struct gt_review_voice *voice, struct gt_buffer *out);

/* A table at hand: UTF-8, fields parted by tabs, commas or semicolons, as its first row shows. */
struct gt_review_sheet {
    const char *file; /* for messages */
    const char *bytes;
    size_t n;
};

/* Takes the answers of such a table, whose rows may be in any order: by the columns key, answer,
 * new_type, with and direction; others are passed over, and so are rows without answer. *n is how
 * many were new. All or nothing: every row that is wrong is told with its line, and then nothing is
 * taken. */
GT_MUST_USE bool gt_review_import(struct gt_review *review, const struct gt_review_sheet *sheet,
                                  size_t *n, struct gt_error *err);

/* The name of a type of a candidate's kind; "" for -1. */
const char *gt_candidate_type(const struct gt_candidate *candidate, int type);

#endif
