/* review_answer.c: answers that are checked, saved, taken back. */
#include "curate/review_parts.h"

#include "base/memory.h"
#include "graph/edge_rule.h"

#include <stdlib.h>
#include <string.h>

static const char heading[] =
    "key\tkind\tleft\trelation\tright\tdocument\tstart\tend\tanswer\ttype\twith\tdirection\n";

const char *gt_candidate_type(const struct gt_candidate *candidate, int type)
{
    if (type < 0)
        return "";
    return candidate->kind == GT_CANDIDATE_tie ? gt_edge_types[type].name
                                               : gt_node_types[type].name;
}

static void write_row(const struct gt_review *review, const struct gt_candidate *candidate,
                      const struct gt_said *said, struct gt_buffer *out)
{
    const struct gt_statement *statement =
        candidate->statement == GT_NONE ? NULL : &review->graph->statements[candidate->statement];
    gt_tsv_write(out, candidate->key, true);
    gt_tsv_write(out, gt_candidate_kinds[candidate->kind].name, false);
    gt_tsv_write(out, candidate->left, false);
    gt_tsv_write(out, gt_candidate_type(candidate, candidate->type), false);
    gt_tsv_write(out, candidate->right, false);
    if (statement)
        gt_buffer_format(out, "\t%s\t%u\t%u",
                         review->graph->documents[statement->evidence.document].id,
                         statement->evidence.start, statement->evidence.end);
    else
        gt_buffer_text(out, "\t\t\t");
    gt_tsv_write(out, gt_answers[said->answer].name, false);
    gt_tsv_write(out, gt_candidate_type(candidate, said->type), false);
    gt_tsv_write(out, said->with, false);
    gt_tsv_write(out, said->reversed ? "reversed" : "", false);
    gt_buffer_text(out, "\n");
}

/* The decision that an answer is as well; false when it is none. */
static bool decision_of(const struct gt_candidate *candidate, const struct gt_said *said,
                        const char **right, enum gt_verdict *verdict)
{
    static const enum gt_verdict as[GT_ANSWERS] = {[GT_ANSWER_yes] = GT_VERDICT_same,
                                                   [GT_ANSWER_no] = GT_VERDICT_different,
                                                   [GT_ANSWER_unsure] = GT_VERDICT_unsure};
    *right = candidate->kind == GT_CANDIDATE_pair ? candidate->right : said->with;
    *verdict = candidate->kind == GT_CANDIDATE_pair ? as[said->answer] : GT_VERDICT_same;
    return *right != NULL;
}

/* --- what cannot be ----------------------------------------------------------------------------
 */

struct checking {
    const struct gt_review *review;
    const struct gt_said **said; /* [n candidates] what is or will be said */
    struct gt_strmap tied;       /* "left\nright" of relations that are not refused -> candidate */
    struct gt_arena arena;
    struct gt_faults *faults;
};

static const char *tied_key(struct checking *checking, const char *left, const char *right)
{
    return gt_arena_format(&checking->arena, "%s\n%s", left, right);
}

/* A relation that is not refused says that its ends are two. */
static void check_untied(struct checking *checking, const struct gt_candidate *candidate,
                         const char *right, const char *place)
{
    uint32_t forth = gt_strmap_get(&checking->tied, tied_key(checking, candidate->left, right));
    uint32_t back = gt_strmap_get(&checking->tied, tied_key(checking, right, candidate->left));
    if (forth == GT_NONE && back == GT_NONE)
        return;
    const struct gt_candidate *tie = &checking->review->item[forth == GT_NONE ? back : forth];
    gt_fault_add(checking->faults, place,
                 "a relation (%s) says that \"%s\" and \"%s\" are two: refuse it first",
                 "有关系（%s）表明“%s”与“%s”是两个：请先否决该关系", gt_edge_types[tie->type].name,
                 candidate->left, right);
}

/* The type that a node has, or is given. */
static enum gt_node_type node_type(const struct checking *checking, uint32_t node)
{
    const struct gt_candidate *item = &checking->review->item[node]; /* nodes come first */
    const struct gt_said *said = checking->said[node];
    return (enum gt_node_type)(said->type >= 0 ? said->type : item->type);
}

/* A relation that is changed has to be one that the ontology knows; others are the draft's. */
static void check_ends(struct checking *checking, const struct gt_candidate *candidate,
                       const struct gt_said *said, const char *place)
{
    enum gt_edge_type type = (enum gt_edge_type)(said->type >= 0 ? said->type : candidate->type);
    enum gt_node_type source = node_type(checking, said->reversed ? candidate->b : candidate->a);
    enum gt_node_type target = node_type(checking, said->reversed ? candidate->a : candidate->b);
    enum gt_lang lang = checking->faults->lang;
    if (said->answer == GT_ANSWER_no || (!said->reversed && said->type < 0))
        return;
    if (said->reversed && gt_edge_types[type].mutual)
        gt_fault_add(checking->faults, place, "%s has no direction", "%s没有方向",
                     lang == GT_ZH ? gt_edge_types[type].title.in[lang] : gt_edge_types[type].name);
    else if (!gt_edge_allows(type, source, target))
        gt_fault_add(checking->faults, place, "%s does not go from %s to %s",
                     "关系%s不能从“%s”到“%s”",
                     lang == GT_ZH ? gt_edge_types[type].title.in[lang] : gt_edge_types[type].name,
                     gt_node_types[source].title.in[lang], gt_node_types[target].title.in[lang]);
}

static void list_ties(struct checking *checking)
{
    const struct gt_review *review = checking->review;
    for (size_t i = 0; i < review->n; i++)
        if (review->item[i].kind == GT_CANDIDATE_tie && checking->said[i]->answer != GT_ANSWER_no)
            gt_strmap_put(&checking->tied,
                          tied_key(checking, review->item[i].left, review->item[i].right),
                          (uint32_t)i);
}

void gt_review_check_replies(const struct gt_review *review, const struct gt_review_reply *replies,
                             size_t n, struct gt_faults *faults)
{
    struct checking checking = {.review = review, .faults = faults};
    checking.said = gt_xcalloc(review->n, sizeof *checking.said);
    for (size_t i = 0; i < review->n; i++)
        checking.said[i] = &review->item[i].said;
    for (size_t i = 0; i < n; i++)
        checking.said[replies[i].candidate] = &replies[i].said;
    list_ties(&checking);
    for (size_t i = 0; i < n; i++) {
        const struct gt_candidate *candidate = &review->item[replies[i].candidate];
        const char *right, *place = replies[i].place ? replies[i].place : "";
        enum gt_verdict verdict;
        if (candidate->kind == GT_CANDIDATE_tie)
            check_ends(&checking, candidate, &replies[i].said, place);
        else if (decision_of(candidate, &replies[i].said, &right, &verdict) &&
                 verdict == GT_VERDICT_same)
            check_untied(&checking, candidate, right, place);
    }
    free(checking.said);
    gt_strmap_fini(&checking.tied);
    gt_arena_fini(&checking.arena);
}

/* --- saving ------------------------------------------------------------------------------------
 */

/* Adds the decisions that answers are as well, in one write. */
static bool decide(struct gt_review *review, const struct gt_review_reply *replies, size_t n,
                   struct gt_error *err)
{
    struct gt_decision *added = gt_xcalloc(n, sizeof *added);
    size_t n_added = 0;
    for (size_t i = 0; i < n; i++) {
        const struct gt_candidate *candidate = &review->item[replies[i].candidate];
        const char *right;
        enum gt_verdict verdict;
        if (!decision_of(candidate, &replies[i].said, &right, &verdict))
            continue;
        added[n_added++] =
            (struct gt_decision){.left = candidate->left,
                                 .right = right,
                                 .verdict = verdict,
                                 .reason = candidate->reason ? candidate->reason : ""};
    }
    bool done = gt_decisions_add_all(review->decisions, added, n_added, err);
    free(added);
    return done;
}

/* Takes the decisions among replies back, the last first; an error is there already. */
static void take_back(struct gt_review *review, const struct gt_review_reply *replies, size_t n)
{
    struct gt_error ignored = {0};
    for (size_t i = n; i > 0; i--) {
        const struct gt_candidate *candidate = &review->item[replies[i - 1].candidate];
        const char *right;
        enum gt_verdict verdict;
        if (decision_of(candidate, &replies[i - 1].said, &right, &verdict) &&
            !gt_decisions_take_back(review->decisions, candidate->left, right, verdict, &ignored))
            return;
    }
}

bool gt_review_save_replies(struct gt_review *review, const struct gt_review_reply *replies,
                            size_t n, struct gt_error *err)
{
    struct gt_buffer rows = {0};
    for (size_t i = 0; i < n; i++)
        write_row(review, &review->item[replies[i].candidate], &replies[i].said, &rows);
    bool done = decide(review, replies, n, err);
    if (done) {
        done = gt_journal_append(&review->journal, heading, &rows, err);
        if (!done)
            take_back(review, replies, n);
    }
    gt_buffer_fini(&rows);
    return done && gt_review_take_answers(review, err);
}

bool gt_review_answer(struct gt_review *review, size_t number, const struct gt_said *said,
                      struct gt_error *err)
{
    const struct gt_review_reply reply = {.candidate = number, .said = *said};
    struct gt_faults faults = {.lang = err->lang};
    gt_review_check_replies(review, &reply, 1, &faults);
    bool done = faults.n == 0 || gt_fail(err, GT_USAGE, "%s", "%s", faults.kept[0].text);
    gt_faults_fini(&faults);
    return done && gt_review_save_replies(review, &reply, 1, err);
}

/* The last row that is about a candidate; false when there is none. */
static bool find_last(const struct gt_review *review, size_t *row, uint32_t *number)
{
    for (*row = review->journal.tsv.n; *row > 0;) {
        --*row;
        if (gt_review_is_answer(review, *row, number) && *number != GT_NONE)
            return true;
    }
    return false;
}

bool gt_review_undo(struct gt_review *review, size_t *candidate, struct gt_error *err)
{
    struct gt_faults faults = {0};
    struct gt_said said;
    size_t row;
    uint32_t number;
    const char *right;
    enum gt_verdict verdict;
    *candidate = review->n;
    if (!gt_journal_read(&review->journal, err))
        return false;
    if (!find_last(review, &row, &number))
        return true;
    const struct gt_candidate *this = &review->item[number];
    bool known = gt_review_read_row(review, &review->journal.tsv.row[row], this, &said, &faults);
    gt_faults_fini(&faults);
    if (known && decision_of(this, &said, &right, &verdict) &&
        !gt_decisions_take_back(review->decisions, this->left, right, verdict, err))
        return false;
    *candidate = number;
    return gt_journal_cut(&review->journal, row, err) && gt_review_take_answers(review, err);
}
