/* cmd_review.c: `graphtool review`: a draft's candidates one at a time, in the terminal or as a
 * table. */
#include "base/file.h"
#include "base/number.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/review_screen.h"
#include "graph/find.h"
#include "read/reader.h"

#include <string.h>

#define IMPORT_LIMIT ((size_t)64 << 20)

enum key {
#define KEY(name, ...) KEY_##name,
#include "cli/review_key.def"
#undef KEY
    KEYS
};

static const char key_of[KEYS] = {
#define KEY(name, key_, ...) key_,
#include "cli/review_key.def"
#undef KEY
};

struct session {
    struct gt_run *run;
    struct gt_review *review;
    struct gt_review_view view;
    struct gt_terminal terminal;
    size_t at;           /* the candidate that is asked about */
    uint32_t kinds;      /* bits; 0: all */
    const char *message; /* what the last key led to; null: nothing to say */
    bool over;
};

/* The next one that is open, from the beginning again where there is none behind. */
static void move_on(struct session *session)
{
    size_t next = gt_review_next(session->review, session->at + 1, session->kinds);
    if (next == session->review->n)
        next = gt_review_next(session->review, 0, session->kinds);
    session->at = next;
    session->view.reversed = false;
    session->over = next == session->review->n;
}

/* What the file system refuses ends the session; what only this answer is refused for is said. */
static bool survive(struct session *session, struct gt_error *err)
{
    if (err->status != GT_USAGE)
        return false;
    session->message = gt_arena_format(&session->run->arena, "%s", err->text);
    *err = (struct gt_error){.lang = session->run->lang};
    return true;
}

static bool answer(struct session *session, const struct gt_said *said, struct gt_error *err)
{
    if (!gt_review_answer(session->review, session->at, said, err))
        return survive(session, err);
    move_on(session);
    return true;
}

/* --- keys that ask for more --------------------------------------------------------------------
 */

static void say(struct session *session, const char *text)
{
    struct gt_buffer out = {0};
    gt_buffer_text(&out, text);
    gt_terminal_write(&session->terminal, &out);
    gt_buffer_fini(&out);
}

/* A line of the user's; false when there is none, or it is empty. */
static bool ask_line(struct session *session, struct gt_buffer *line)
{
    size_t bad;
    if (gt_terminal_line(&session->terminal, line) == GT_EVENT_END)
        session->over = true;
    if (!gt_utf8_check(gt_buffer_string(line), line->n, &bad))
        gt_buffer_clear(line);
    return !session->over && line->n > 0;
}

static int find_type(const struct gt_candidate *candidate, const char *text)
{
    enum gt_vocabulary vocabulary =
        candidate->kind == GT_CANDIDATE_tie ? GT_VOCABULARY_EDGE_TYPE : GT_VOCABULARY_NODE_TYPE;
    uint64_t number;
    if (gt_number_read_uint(text, &number))
        return number >= 1 && number <= (uint64_t)gt_vocabulary_size(vocabulary) ? (int)number - 1
                                                                                 : -1;
    return gt_vocabulary_find(vocabulary, text, true);
}

static bool edit_type(struct session *session, struct gt_error *err)
{
    const struct gt_candidate *candidate = &session->review->item[session->at];
    struct gt_buffer line = {0};
    bool done = true;
    if (candidate->kind == GT_CANDIDATE_pair) {
        session->message = gt_say(session->run->lang, "a pair has no type", "名称对没有类型");
        return true;
    }
    gt_review_view_types(&session->view, &session->terminal, candidate);
    if (ask_line(session, &line)) {
        const struct gt_said said = {.answer = GT_ANSWER_yes,
                                     .type = find_type(candidate, line.bytes),
                                     .reversed = session->view.reversed};
        if (said.type >= 0)
            done = answer(session, &said, err);
        else
            session->message = gt_arena_format(
                &session->run->arena,
                gt_say(session->run->lang, "there is no type \"%s\"", "没有类型“%s”"), line.bytes);
    }
    gt_buffer_fini(&line);
    return done;
}

/* The name by which decisions know a node: that of its candidate. */
static const char *decision_name(const struct gt_review *review, uint32_t node)
{
    for (size_t i = 0; i < review->n; i++)
        if (review->item[i].kind == GT_CANDIDATE_node && review->item[i].a == node)
            return review->item[i].left;
    return review->graph->nodes[node].id;
}

static bool merge_with(struct session *session, struct gt_error *err)
{
    const struct gt_candidate *candidate = &session->review->item[session->at];
    struct gt_buffer line = {0};
    uint32_t node;
    bool done = true;
    if (candidate->kind != GT_CANDIDATE_node) {
        session->message = gt_say(session->run->lang, "only an entity can be merged with another",
                                  "只有实体可以与其他实体合并");
        return true;
    }
    say(session, gt_say(session->run->lang, "\nmerge with (name; empty: leave)> ",
                        "\n合并到（名称；留空不改）> "));
    if (ask_line(session, &line)) {
        done = gt_find_node(session->review->graph, line.bytes, &node, err);
        if (!done)
            done = survive(session, err);
        else if (node == candidate->a)
            session->message =
                gt_say(session->run->lang, "that is the entity itself", "这正是该实体本身");
        else {
            const struct gt_said said = {
                .answer = GT_ANSWER_yes, .type = -1, .with = decision_name(session->review, node)};
            done = answer(session, &said, err);
        }
    }
    gt_buffer_fini(&line);
    return done;
}

static bool undo(struct session *session, struct gt_error *err)
{
    size_t candidate;
    if (!gt_review_undo(session->review, &candidate, err))
        return false;
    if (candidate == session->review->n) {
        session->message = gt_say(session->run->lang, "nothing to undo", "没有可撤销的");
        return true;
    }
    session->at = candidate;
    session->view.reversed = false;
    session->message = gt_say(session->run->lang, "taken back", "已撤销");
    return true;
}

/* Swaps the ends of a relation on the screen; what the ontology says to it shows at the answer, for
 * another type may come with it. */
static void reverse(struct session *session)
{
    if (session->review->item[session->at].kind == GT_CANDIDATE_tie)
        session->view.reversed = !session->view.reversed;
    else
        session->message =
            gt_say(session->run->lang, "only a relation has a direction", "只有关系才有方向");
}

/* --- the loop ----------------------------------------------------------------------------------
 */

static int find_key(uint32_t code)
{
    for (int i = 0; i < KEYS; i++)
        if ((uint32_t)key_of[i] == code)
            return i;
    return code == 0x7F || code == 8 ? KEY_undo : KEYS;
}

static bool press(struct session *session, enum key key, struct gt_error *err)
{
    struct gt_said said = {.type = -1, .reversed = session->view.reversed && key != KEY_no};
    session->message = NULL;
    switch (key) {
    case KEY_yes:
        said.answer = GT_ANSWER_yes;
        return answer(session, &said, err);
    case KEY_no:
        said.answer = GT_ANSWER_no;
        return answer(session, &said, err);
    case KEY_unsure:
        said.answer = GT_ANSWER_unsure;
        return answer(session, &said, err);
    case KEY_type:
        return edit_type(session, err);
    case KEY_reverse:
        reverse(session);
        return true;
    case KEY_merge:
        return merge_with(session, err);
    case KEY_skip:
        move_on(session);
        return true;
    case KEY_undo:
        return undo(session, err);
    case KEY_quit:
        session->over = true;
        return true;
    case KEYS:
        break;
    }
    session->message = gt_say(session->run->lang, "no such key", "没有这个键");
    return true;
}

static bool ask_all(struct session *session, struct gt_error *err)
{
    bool done = true;
    while (done && !session->over) {
        uint32_t code = 0;
        gt_review_view_draw(&session->view, &session->terminal, session->at, session->message);
        enum gt_event event = gt_terminal_key(&session->terminal, &code);
        if (event == GT_EVENT_END) {
            session->over = true;
            session->run->status = GT_INTERRUPTED;
        } else if (event == GT_EVENT_LEAVE) {
            session->over = true;
        } else if (event == GT_EVENT_KEY && code) {
            done = press(session, (enum key)find_key(code), err);
        }
    }
    say(session, "\n");
    return done;
}

static void say_summary(struct gt_run *run, const struct gt_review *review)
{
    uint32_t count[GT_ANSWERS];
    gt_review_count(review, count);
    gt_buffer_format(&run->out,
                     gt_say(run->lang, "%u yes, %u no, %u unsure, %u open; saved in %s\n",
                            "是 %u，否 %u，存疑 %u，未审 %u；保存在 %s\n"),
                     count[GT_ANSWER_yes], count[GT_ANSWER_no], count[GT_ANSWER_unsure],
                     count[GT_ANSWER_NONE], review->journal.file);
}

static bool ask_on_terminal(struct gt_run *run, struct gt_review *review,
                            const struct gt_review_view *view, uint32_t kinds, struct gt_error *err)
{
    struct session session = {.run = run, .review = review, .view = *view, .kinds = kinds};
    session.at = gt_review_next(review, 0, kinds);
    session.over = session.at == review->n;
    gt_progress_end(&run->progress);
    if (!gt_terminal_open(&session.terminal, err))
        return false;
    bool done = ask_all(&session, err);
    gt_terminal_close(&session.terminal);
    say_summary(run, review);
    return done;
}

/* --- options -----------------------------------------------------------------------------------
 */

static bool take_kind(void *context, const char *item, struct gt_error *err)
{
    uint32_t *kinds = context;
    for (int i = 0; i < GT_CANDIDATES; i++)
        if (strcmp(gt_candidate_kinds[i].name, item) == 0) {
            *kinds |= 1u << i;
            return true;
        }
    return gt_fail(err, GT_USAGE, "--ask is a list of node, pair, tie, not \"%s\"",
                   "--ask 只能是 node、pair、tie，而不是“%s”", item);
}

static bool export_table(struct gt_run *run, const struct gt_review_view *view, uint32_t kinds,
                         struct gt_error *err)
{
    struct gt_buffer out = {0};
    const struct gt_review_voice voice = {gt_review_view_words, view};
    gt_review_export(view->review, kinds, &voice, &out);
    bool done =
        gt_file_write(run->args.value[GT_OPTION_export], gt_buffer_string(&out), out.n, err);
    gt_buffer_fini(&out);
    return done;
}

/* Reads a table in whatever encoding a spreadsheet saved it (UTF-8, UTF-16, GB18030). */
static bool import_table(struct gt_run *run, struct gt_review *review, struct gt_error *err)
{
    const char *file = run->args.value[GT_OPTION_import];
    struct gt_buffer bytes = {0}, text = {0};
    size_t n = 0;
    if (strcmp(file, "-") != 0 && !gt_file_exists(file))
        return gt_fail(err, GT_FILE, "there is no file %s", "没有文件 %s", file);
    bool done = gt_file_read(file, IMPORT_LIMIT, &bytes, err);
    if (done) {
        const struct gt_bytes raw = {file, gt_buffer_string(&bytes), bytes.n};
        done = gt_encoding_read(&raw, NULL, &text, err) || gt_error_prefix(err, "%s: ", file);
    }
    if (done) {
        const struct gt_review_sheet sheet = {file, gt_buffer_string(&text), text.n};
        done = gt_review_import(review, &sheet, &n, err);
    }
    if (done) {
        gt_buffer_format(&run->out, gt_say(run->lang, "%zu new answers; ", "新增 %zu 个回答；"), n);
        say_summary(run, review);
    }
    gt_buffer_fini(&text);
    gt_buffer_fini(&bytes);
    return done;
}

static bool work(struct gt_run *run, struct gt_review *review, struct gt_error *err)
{
    const char *folder = run->args.value[GT_OPTION_sources];
    struct gt_source source = {0};
    struct gt_review_view view = {
        .review = review, .draft = run->args.operand[0], .lang = run->lang};
    uint32_t kinds = 0;
    bool asks = !run->args.value[GT_OPTION_export] && !run->args.value[GT_OPTION_import];
    bool done = !run->args.value[GT_OPTION_ask] ||
                gt_args_each(run->args.value[GT_OPTION_ask], take_kind, &kinds, err);
    if (done && kinds && run->args.value[GT_OPTION_import])
        done =
            gt_fail(err, GT_USAGE, "--ask does not go with --import", "--ask 不能与 --import 同用");
    if (done && folder) {
        done = gt_source_open(&source, folder, run->load.graph, err);
        view.source = &source;
    }
    if (done && run->args.value[GT_OPTION_import])
        done = import_table(run, review, err);
    if (done && run->args.value[GT_OPTION_export])
        done = export_table(run, &view, kinds, err);
    if (done && asks)
        done = ask_on_terminal(run, review, &view, kinds, err);
    gt_source_close(&source);
    return done;
}

/* The file of answers, and that of decisions: named, or beside the draft. */
static bool name_files(struct gt_run *run, const char **answers, const char **decisions,
                       struct gt_error *err)
{
    const char *draft = run->args.operand[0], *slash = strrchr(draft, '/');
    if (run->args.n_operands != 1 || strcmp(draft, "-") == 0 || gt_file_is_folder(draft))
        return gt_fail(err, GT_USAGE, "review wants one file: its answers go beside it",
                       "review 需要一个文件：回答保存在它旁边");
    *answers = run->args.value[GT_OPTION_answers];
    if (!*answers)
        *answers = gt_arena_format(&run->arena, "%s.review.tsv", draft);
    *decisions = run->args.value[GT_OPTION_decisions];
    if (!*decisions)
        *decisions = gt_arena_format(&run->arena, "%.*sdecisions.tsv",
                                     slash ? (int)(slash + 1 - draft) : 0, draft);
    return true;
}

bool gt_cmd_review(struct gt_run *run, struct gt_error *err)
{
    struct gt_decisions decisions = {0};
    struct gt_review review = {0};
    const char *answers = NULL, *decided = NULL;
    bool done = name_files(run, &answers, &decided, err) &&
                gt_load(run->args.operand, 1, &run->load, err) &&
                gt_decisions_read(decided, &decisions, err) &&
                gt_review_open(&review, run->load.graph, answers, &decisions, run->lang, err) &&
                work(run, &review, err);
    gt_review_close(&review);
    gt_decisions_fini(&decisions);
    return done;
}
