/* review.c: the candidates of a draft, and the rows of answers. */
#include "curate/review_parts.h"

#include "base/hash.h"
#include "base/memory.h"
#include "curate/propose.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define PROPOSED_FROM 0.3 /* pairs below this are not asked about */

/* The columns of the journal that are read back; see review_answer.c for all. */
enum { KEY, SAID = 8, TYPE, WITH, DIRECTION_ };

const struct gt_answer_info gt_answers[GT_ANSWERS] = {
#define ANSWER(name_, key_, en, zh)                                                                \
    [GT_ANSWER_##name_] = {.name = #name_, .key = key_, .title = GT_TEXT(en, zh)},
#include "curate/answer.def"
#undef ANSWER
};

const struct gt_word gt_candidate_kinds[GT_CANDIDATES] = {
#define CANDIDATE(name_, en, zh)                                                                   \
    [GT_CANDIDATE_##name_] = {.name = #name_, .title = GT_TEXT(en, zh)},
#include "curate/candidate.def"
#undef CANDIDATE
};

enum gt_answer gt_answer_find(const char *text)
{
    for (int i = 1; i < GT_ANSWERS; i++) {
        const struct gt_answer_info *info = &gt_answers[i];
        if (strcmp(info->name, text) == 0 || strcmp(info->title.in[GT_ZH], text) == 0 ||
            (text[0] == info->key && !text[1]))
            return (enum gt_answer)i;
    }
    return GT_ANSWER_NONE;
}

/* --- candidates --------------------------------------------------------------------------------
 */

/* Names by how many nodes have them, so that decisions are clear. */
struct naming {
    struct gt_review *review;
    struct gt_strmap holders; /* key -> node, or GT_NONE - 1 */
};

static void hold(struct naming *naming, const char *text, uint32_t node)
{
    if (!text)
        return;
    const char *key = gt_text_key(text, &naming->review->arena);
    uint32_t older = gt_strmap_get(&naming->holders, key);
    gt_strmap_put(&naming->holders, key, older == GT_NONE || older == node ? node : GT_NONE - 1);
}

static void hold_all(struct naming *naming)
{
    const struct gt_graph *graph = naming->review->graph;
    for (uint32_t i = 0; i < graph->n_nodes; i++) {
        hold(naming, graph->nodes[i].name, i);
        hold(naming, graph->nodes[i].label, i);
        hold(naming, graph->nodes[i].name_en, i);
    }
}

static const char *name_for_decisions(struct naming *naming, uint32_t node)
{
    const struct gt_node *this = &naming->review->graph->nodes[node];
    const char *key = gt_text_key(this->name, &naming->review->arena);
    return gt_strmap_get(&naming->holders, key) == node ? this->name : this->id;
}

/* The key of what a candidate says: n, p or t and 64 bits of its SHA-256. What is said twice gets a
 * number. */
static void make_key(struct gt_review *review, struct gt_candidate *candidate, const char *says)
{
    char hash[GT_SHA256_TEXT];
    unsigned copy = 0;
    do {
        const char *text = gt_arena_format(&review->arena, "%s\n%u", says, copy++);
        gt_sha256(text, strlen(text), hash);
        memcpy(candidate->key + 1, hash, GT_CANDIDATE_KEY - 2);
        candidate->key[0] = gt_candidate_kinds[candidate->kind].name[0];
        candidate->key[GT_CANDIDATE_KEY - 1] = '\0';
    } while (gt_strmap_get(&review->by_key, candidate->key) != GT_NONE);
}

static void add_candidate(struct gt_review *review, struct gt_candidate *candidate,
                          const char *says)
{
    make_key(review, candidate, says);
    candidate->said.type = -1;
    review->item = gt_xgrow(review->item, review->n, &review->room, sizeof *review->item);
    review->item[review->n] = *candidate;
    gt_strmap_put(&review->by_key,
                  gt_arena_text(&review->arena, candidate->key, strlen(candidate->key)),
                  (uint32_t)review->n++);
}

static void add_nodes(struct naming *naming)
{
    struct gt_review *review = naming->review;
    for (uint32_t i = 0; i < review->graph->n_nodes; i++) {
        const struct gt_node *node = &review->graph->nodes[i];
        struct gt_candidate candidate = {
            .kind = GT_CANDIDATE_node,
            .a = i,
            .b = GT_NONE,
            .statement = GT_NONE,
            .type = (int)node->type,
            .confidence = NAN,
            .left = name_for_decisions(naming, i),
        };
        add_candidate(review, &candidate,
                      gt_arena_format(&review->arena, "node\n%s\n%s",
                                      gt_node_types[node->type].name, node->name));
    }
}

static void add_pairs(struct naming *naming, enum gt_lang lang)
{
    struct gt_review *review = naming->review;
    struct gt_proposals proposals = {0};
    gt_propose(review->graph, &proposals);
    for (size_t i = 0; i < proposals.n && proposals.item[i].confidence >= PROPOSED_FROM; i++) {
        const struct gt_proposal *proposal = &proposals.item[i];
        struct gt_candidate candidate = {
            .kind = GT_CANDIDATE_pair,
            .a = proposal->left,
            .b = proposal->right,
            .statement = GT_NONE,
            .type = -1,
            .confidence = proposal->confidence,
            .reason = gt_reasons[proposal->reason].title.in[lang],
            .left = name_for_decisions(naming, proposal->left),
            .right = name_for_decisions(naming, proposal->right),
        };
        add_candidate(
            review, &candidate,
            gt_arena_format(&review->arena, "pair\n%s\n%s", candidate.left, candidate.right));
    }
    gt_proposals_fini(&proposals);
}

/* --- relations in the order of the text --------------------------------------------------------
 */

struct placed {
    uint32_t statement, document, start, end;
};

static int compare_placed(const void *a, const void *b)
{
    const struct placed *x = a, *y = b;
    if (x->document != y->document)
        return x->document < y->document ? -1 : 1;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    if (x->end != y->end)
        return x->end < y->end ? -1 : 1;
    return (x->statement > y->statement) - (x->statement < y->statement);
}

static void add_tie(struct naming *naming, uint32_t number)
{
    struct gt_review *review = naming->review;
    const struct gt_graph *graph = review->graph;
    const struct gt_statement *statement = &graph->statements[number];
    const struct gt_edge *edge = &graph->edges[statement->edge];
    struct gt_candidate candidate = {
        .kind = GT_CANDIDATE_tie,
        .a = edge->source,
        .b = edge->target,
        .statement = number,
        .type = (int)edge->type,
        .confidence = statement->confidence,
        .reason = statement->rule,
        .left = name_for_decisions(naming, edge->source),
        .right = name_for_decisions(naming, edge->target),
    };
    add_candidate(review, &candidate,
                  gt_arena_format(&review->arena, "tie\n%s\n%s\n%s\n%s\n%s\n%u\n%u",
                                  graph->nodes[edge->source].name, gt_edge_types[edge->type].name,
                                  graph->nodes[edge->target].name,
                                  gt_statuses[statement->status].name,
                                  graph->documents[statement->evidence.document].id,
                                  statement->evidence.start, statement->evidence.end));
}

static void add_ties(struct naming *naming)
{
    const struct gt_graph *graph = naming->review->graph;
    struct placed *placed = gt_xcalloc(graph->n_statements, sizeof *placed);
    for (uint32_t i = 0; i < graph->n_statements; i++) {
        const struct gt_span *span = &graph->statements[i].evidence;
        placed[i] = (struct placed){i, span->document, span->start, span->end};
    }
    if (graph->n_statements)
        qsort(placed, graph->n_statements, sizeof *placed, compare_placed);
    for (uint32_t i = 0; i < graph->n_statements; i++)
        add_tie(naming, placed[i].statement);
    free(placed);
}

/* --- answers -----------------------------------------------------------------------------------
 */

static int find_type(const struct gt_candidate *candidate, const char *text)
{
    enum gt_vocabulary vocabulary =
        candidate->kind == GT_CANDIDATE_tie ? GT_VOCABULARY_EDGE_TYPE : GT_VOCABULARY_NODE_TYPE;
    return candidate->kind == GT_CANDIDATE_pair ? -1 : gt_vocabulary_find(vocabulary, text, true);
}

/* 0: as the draft has it; 1: reversed; -1: no direction. */
static int find_direction(const char *text)
{
    static const struct gt_word words[] = {
#define DIRECTION(name_, en, zh) {.name = #name_, .title = GT_TEXT(en, zh)},
#include "curate/direction.def"
#undef DIRECTION
    };
    if (!*text)
        return 0;
    for (int i = 0; i < (int)(sizeof words / sizeof *words); i++)
        if (strcmp(words[i].name, text) == 0 || strcmp(words[i].title.in[GT_EN], text) == 0 ||
            strcmp(words[i].title.in[GT_ZH], text) == 0)
            return i;
    return -1;
}

bool gt_review_read_said(struct gt_review *review, const struct gt_candidate *candidate,
                         const struct gt_said_text *text, const char *place, struct gt_said *said,
                         struct gt_faults *faults)
{
    int direction = find_direction(text->direction);
    bool tie = candidate->kind == GT_CANDIDATE_tie;
    said->answer = gt_answer_find(gt_text_key(text->answer, &review->arena)); /* YES, ｙ */
    said->type = *text->type ? find_type(candidate, text->type) : -1;
    said->with = *text->with ? gt_arena_text(&review->arena, text->with, strlen(text->with)) : NULL;
    said->reversed = direction == 1;
    if (said->answer == GT_ANSWER_NONE)
        gt_fault_add(faults, place, "found the answer \"%s\", expected yes, no or unsure",
                     "回答为“%s”，应为 yes、no 或 unsure", text->answer);
    else if (*text->type && said->type < 0)
        gt_fault_add(faults, place, "there is no type \"%s\"", "没有类型“%s”", text->type);
    else if (said->with && candidate->kind != GT_CANDIDATE_node)
        gt_fault_add(faults, place, "only an entity can be one with another",
                     "只有实体可以与其他实体合并");
    else if (direction < 0)
        gt_fault_add(faults, place, "found the direction \"%s\", expected stated or reversed",
                     "方向为“%s”，应为 stated 或 reversed（反向）", text->direction);
    else if (said->reversed && !tie)
        gt_fault_add(faults, place, "only a relation has a direction", "只有关系才有方向");
    else
        return true;
    return false;
}

bool gt_review_read_row(struct gt_review *review, const struct gt_tsv_row *row,
                        const struct gt_candidate *candidate, struct gt_said *said,
                        struct gt_faults *faults)
{
    const struct gt_said_text text = {gt_tsv_field(row, SAID), gt_tsv_field(row, TYPE),
                                      gt_tsv_field(row, WITH), gt_tsv_field(row, DIRECTION_)};
    return gt_review_read_said(review, candidate, &text, gt_tsv_place(&review->journal.tsv, row),
                               said, faults);
}

bool gt_review_is_answer(const struct gt_review *review, size_t row, uint32_t *number)
{
    const struct gt_tsv_row *this = &review->journal.tsv.row[row];
    if (strcmp(gt_tsv_field(this, KEY), "key") == 0)
        return false;
    *number = gt_strmap_get(&review->by_key, gt_tsv_field(this, KEY));
    return true;
}

static void refuse_nodes(struct gt_review *review)
{
    for (size_t i = 0; i < review->n; i++)
        if (review->item[i].kind == GT_CANDIDATE_node)
            review->refused[review->item[i].a] = review->item[i].said.answer == GT_ANSWER_no;
}

/* A pair that was decided elsewhere is answered. */
static void take_decisions(struct gt_review *review)
{
    static const enum gt_answer as[GT_VERDICTS] = {[GT_VERDICT_same] = GT_ANSWER_yes,
                                                   [GT_VERDICT_different] = GT_ANSWER_no,
                                                   [GT_VERDICT_unsure] = GT_ANSWER_unsure};
    struct gt_faults faults = {0};
    struct gt_identity identity;
    gt_identity_find(review->graph, review->decisions, &identity, &faults, NULL);
    for (size_t i = 0; i < review->n; i++) {
        struct gt_candidate *candidate = &review->item[i];
        if (candidate->kind != GT_CANDIDATE_pair)
            continue;
        int verdict = gt_identity_verdict(&identity, candidate->a, candidate->b);
        candidate->said.answer = verdict < 0 ? GT_ANSWER_NONE : as[verdict];
    }
    gt_identity_fini(&identity);
    gt_faults_fini(&faults); /* told when the decisions are used */
}

/* The file of answers begins with its heading: another table would be read as no answers at all. */
static void check_heading(struct gt_review *review, struct gt_faults *faults)
{
    const struct gt_tsv_row *row = review->journal.tsv.row;
    if (review->journal.tsv.n == 0 || (strcmp(gt_tsv_field(row, KEY), "key") == 0 &&
                                       strcmp(gt_tsv_field(row, SAID), "answer") == 0))
        return;
    gt_fault_add(
        faults, gt_tsv_place(&review->journal.tsv, row),
        "this is no file of answers, which begins with key, kind ... answer: a table of "
        "--export goes to --import",
        "这不是答案文件（其首行为 key、kind……answer）：--export 导出的表格请用 --import 读入");
}

bool gt_review_take_answers(struct gt_review *review, struct gt_error *err)
{
    struct gt_faults faults = {.lang = err->lang};
    check_heading(review, &faults);
    bool table = faults.n == 0;
    uint32_t number;
    for (size_t i = 0; i < review->n; i++)
        review->item[i].said = (struct gt_said){.type = -1};
    take_decisions(review);
    for (size_t i = 0; table && i < review->journal.tsv.n; i++) {
        struct gt_said said;
        if (!gt_review_is_answer(review, i, &number) || number == GT_NONE)
            continue;
        struct gt_candidate *candidate = &review->item[number];
        if (gt_review_read_row(review, &review->journal.tsv.row[i], candidate, &said, &faults) &&
            candidate->kind != GT_CANDIDATE_pair)
            candidate->said = said;
    }
    refuse_nodes(review);
    bool done = gt_faults_none(&faults, err);
    gt_faults_fini(&faults);
    return done;
}

bool gt_review_open(struct gt_review *review, const struct gt_graph *graph, const char *file,
                    struct gt_decisions *decisions, enum gt_lang lang, struct gt_error *err)
{
    *review = (struct gt_review){.graph = graph,
                                 .decisions = decisions,
                                 .journal.file = file,
                                 .refused = gt_xcalloc(graph->n_nodes, sizeof(bool))};
    struct naming naming = {.review = review};
    hold_all(&naming);
    add_nodes(&naming);
    add_pairs(&naming, lang);
    add_ties(&naming);
    gt_strmap_fini(&naming.holders);
    return gt_journal_read(&review->journal, err) && gt_review_take_answers(review, err);
}

void gt_review_close(struct gt_review *review)
{
    free(review->item);
    free(review->refused);
    gt_journal_fini(&review->journal);
    gt_strmap_fini(&review->by_key);
    gt_arena_fini(&review->arena);
    *review = (struct gt_review){0};
}

bool gt_review_implied(const struct gt_review *review, const struct gt_candidate *candidate)
{
    return candidate->kind != GT_CANDIDATE_node &&
           (review->refused[candidate->a] || review->refused[candidate->b]);
}

size_t gt_review_next(const struct gt_review *review, size_t at, uint32_t kinds)
{
    for (; at < review->n; at++) {
        const struct gt_candidate *candidate = &review->item[at];
        bool wanted = kinds == 0 || (kinds >> candidate->kind & 1);
        if (wanted && candidate->said.answer == GT_ANSWER_NONE &&
            !gt_review_implied(review, candidate))
            break;
    }
    return at;
}

void gt_review_count(const struct gt_review *review, uint32_t count[GT_ANSWERS])
{
    memset(count, 0, GT_ANSWERS * sizeof *count);
    for (size_t i = 0; i < review->n; i++) {
        bool implied = gt_review_implied(review, &review->item[i]);
        if (!implied || review->item[i].said.answer != GT_ANSWER_NONE)
            count[review->item[i].said.answer]++;
    }
}

/* --- what is accepted --------------------------------------------------------------------------
 */

struct accepting {
    const struct gt_review *review;
    struct gt_graph *graph;
    struct gt_faults faults; /* stays empty: all was one graph before */
    bool *node;              /* [n_nodes] accepted */
    int *type;               /* [n_nodes] */
};

static bool is_accepted(const struct gt_review *review, const struct gt_candidate *candidate)
{
    return candidate->said.answer == GT_ANSWER_yes && !gt_review_implied(review, candidate);
}

static void choose_nodes(struct accepting *accepting)
{
    const struct gt_review *review = accepting->review;
    for (size_t i = 0; i < review->n; i++) {
        const struct gt_candidate *candidate = &review->item[i];
        if (candidate->kind == GT_CANDIDATE_node)
            accepting->type[candidate->a] =
                candidate->said.type >= 0 ? candidate->said.type : candidate->type;
        if (candidate->kind == GT_CANDIDATE_pair || !is_accepted(review, candidate))
            continue;
        accepting->node[candidate->a] = true;
        if (candidate->kind == GT_CANDIDATE_tie)
            accepting->node[candidate->b] = true;
    }
    for (uint32_t i = 0; i < review->graph->n_documents; i++) {
        uint32_t issuer = gt_graph_node(review->graph, review->graph->documents[i].issuer);
        if (issuer != GT_NONE) /* a file stands on its own: its documents' issuers are in it */
            accepting->node[issuer] = true;
    }
}

static void put_accepted(struct accepting *accepting)
{
    const struct gt_review *review = accepting->review;
    const struct gt_graph *from = review->graph;
    for (uint32_t i = 0; i < from->n_documents; i++)
        gt_graph_put_document(accepting->graph, &from->documents[i], &accepting->faults);
    for (uint32_t i = 0; i < from->n_nodes; i++) {
        struct gt_node node = from->nodes[i];
        node.type = (enum gt_node_type)accepting->type[i];
        if (accepting->node[i])
            gt_graph_put_node(accepting->graph, &node, &accepting->faults);
    }
    for (size_t i = 0; i < review->n; i++) {
        const struct gt_candidate *candidate = &review->item[i];
        if (candidate->kind != GT_CANDIDATE_tie || !is_accepted(review, candidate))
            continue;
        struct gt_statement statement = from->statements[candidate->statement];
        int type = candidate->said.type >= 0 ? candidate->said.type : candidate->type;
        statement.confidence = NAN;
        bool reversed = candidate->said.reversed;
        uint32_t source = reversed ? candidate->b : candidate->a;
        uint32_t target = reversed ? candidate->a : candidate->b;
        gt_graph_put_statement(accepting->graph,
                               gt_graph_node(accepting->graph, from->nodes[source].id),
                               (enum gt_edge_type)type,
                               gt_graph_node(accepting->graph, from->nodes[target].id), &statement);
    }
}

struct gt_graph *gt_review_accepted(const struct gt_review *review)
{
    uint32_t n = review->graph->n_nodes;
    struct accepting accepting = {.review = review,
                                  .graph = gt_graph_new(),
                                  .node = gt_xcalloc(n, sizeof(bool)),
                                  .type = gt_xcalloc(n, sizeof(int))};
    choose_nodes(&accepting);
    put_accepted(&accepting);
    gt_graph_finish(accepting.graph);
    gt_faults_fini(&accepting.faults);
    free(accepting.node);
    free(accepting.type);
    return accepting.graph;
}
