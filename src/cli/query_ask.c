/* query_ask.c: one question, however it is put: found, bound, compiled, asked, answered. */
#include "cli/query_ask.h"

#include "cli/query_list.h"
#include "cli/query_map.h"
#include "cli/query_table.h"
#include "query/pattern.h"

#include <signal.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

/* A question on its way to SQLite. */
struct asking {
    const struct gt_question *question; /* null for what was typed */
    struct gt_query_text text;
    struct gt_binding *bindings;
    size_t n_bindings;
    struct gt_buffer compiled; /* SQL of a pattern */
};

/* The parameters of a saved question, by its header. */
static bool bind_question(struct gt_run *run, struct asking *asking, struct gt_error *err)
{
    size_t n = (size_t)run->args.n_named;
    struct gt_argument *given = gt_arena_array(&run->arena, n + 1, sizeof *given);
    for (size_t i = 0; i < n; i++)
        given[i] = (struct gt_argument){run->args.named[i].name, run->args.named[i].value};
    asking->n_bindings = asking->question->n_parameters;
    asking->bindings =
        gt_arena_array(&run->arena, asking->n_bindings + 1, sizeof *asking->bindings);
    return gt_question_bind(asking->question, run->graph, given, n, asking->bindings, err);
}

/* The parameters of what was typed: a value that is a number is bound as one. */
static void bind_typed(struct gt_run *run, struct asking *asking)
{
    asking->n_bindings = (size_t)run->args.n_named;
    asking->bindings =
        gt_arena_array(&run->arena, asking->n_bindings + 1, sizeof *asking->bindings);
    for (size_t i = 0; i < asking->n_bindings; i++)
        asking->bindings[i] =
            (struct gt_binding){run->args.named[i].name, run->args.named[i].value, true};
}

static bool choose_question(struct gt_run *run, const char *name, struct asking *asking,
                            struct gt_error *err)
{
    struct gt_questions questions;
    if (!name)
        return gt_fail(err, GT_USAGE,
                       "ask with a question's name (see --list), -e SELECT, or -m PATTERN",
                       "请给出问题名称（见 --list）、-e SELECT 或 -m PATTERN");
    if (!gt_query_load_questions(run, &questions, err) ||
        !gt_questions_find(&questions, name, &asking->question, err))
        return false;
    asking->text = (struct gt_query_text){
        .sql = asking->question->text, .place = asking->question->path, .blame = GT_DATA};
    return true;
}

/* Turns a pattern into SQL. Its own mistakes are shown in it; SQL that comes of it is right. */
static bool compile(struct asking *asking, struct gt_error *err)
{
    if (!gt_pattern_compile(&asking->text, &asking->compiled, err))
        return false;
    asking->text.sql = asking->compiled.bytes;
    asking->text.place = NULL;
    return true;
}

static bool read_asking(struct gt_run *run, const struct gt_asked *asked, struct asking *asking,
                        struct gt_error *err)
{
    if (asked->sql && asked->match)
        return gt_fail(err, GT_USAGE, "-e and -m exclude each other", "-e 与 -m 不能同时使用");
    asking->text =
        (struct gt_query_text){.sql = asked->sql ? asked->sql : asked->match, .blame = GT_USAGE};
    if (!asking->text.sql && !choose_question(run, asked->name, asking, err))
        return false;
    if (asked->match || (asking->question && asking->question->pattern))
        return compile(asking, err);
    return true;
}

/* --- the last resort ---------------------------------------------------------------------------
 */

enum { GRACE = 1 }; /* seconds that SQLite has to end by itself */

static void end_program(const char *text, size_t n)
{
    ssize_t written = write(STDERR_FILENO, text, n);
    _exit(written < 0 ? GT_FILE : GT_USAGE);
}

static void end_in_english(int signal)
{
    static const char text[] = "graphtool: the question takes longer than --timeout allows\n";
    (void)signal;
    end_program(text, sizeof text - 1);
}

static void end_in_chinese(int signal)
{
    static const char text[] = "graphtool: 查询超过 --timeout 所允许的时间\n";
    (void)signal;
    end_program(text, sizeof text - 1);
}

/* SQLite looks at the clock between its steps. One step can be long all the same: a function of SQL
 * on a hostile argument, a measure of a huge graph. Then the program ends; nothing is written yet.
 * At the prompt nothing is set: there a person can wait, or close the window. */
static void set_alarm(const struct gt_run *run, bool on)
{
    uint64_t seconds = GT_QUERY_SECONDS;
    struct gt_error checked = {0}; /* the option was read before */
    struct sigaction action = {.sa_handler = run->lang == GT_ZH ? end_in_chinese : end_in_english};
    struct itimerval timer = {0};
    if (run->args.value[GT_OPTION_shell] ||
        !gt_args_number(&run->args, GT_OPTION_timeout, GT_QUERY_SECONDS, UINT32_MAX, &seconds,
                        &checked))
        return;
    if (on) {
        sigaction(SIGALRM, &action, NULL);
        timer.it_value.tv_sec = (time_t)seconds + GRACE;
    }
    setitimer(ITIMER_REAL, &timer, NULL);
}

static bool ask(struct gt_run *run, struct gt_query *query, const struct asking *asking,
                struct gt_answer *answer, struct gt_error *err)
{
    set_alarm(run, true);
    bool done =
        run->args.value[GT_OPTION_explain]
            ? gt_query_plan(query, &asking->text, asking->bindings, asking->n_bindings, answer, err)
            : gt_query_ask(query, &asking->text, asking->bindings, asking->n_bindings, answer, err);
    set_alarm(run, false);
    return done;
}

/* The SQL, and a row for each step that SQLite takes. */
static bool explain(struct gt_run *run, struct gt_query *query, const struct asking *asking,
                    struct gt_answer *answer, struct gt_error *err)
{
    struct gt_table table = {0};
    if (!ask(run, query, asking, answer, err))
        return false;
    gt_table_say(&table, "%s", asking->text.sql);
    gt_table_head(&table, "step", gt_say(run->lang, "step", "步骤"));
    gt_table_head(&table, "parent", gt_say(run->lang, "part of", "所属"));
    gt_table_head(&table, "detail", gt_say(run->lang, "what SQLite does", "SQLite 的做法"));
    for (size_t r = 0; r < answer->n_rows; r++) {
        const struct gt_value *row = answer->value + r * answer->n_columns;
        gt_table_uint(&table, (uint64_t)row[0].integer);
        gt_table_uint(&table, (uint64_t)row[1].integer);
        gt_table_text(&table, row[answer->n_columns - 1].text);
    }
    bool done = gt_run_table(run, &table, NULL, err);
    gt_table_fini(&table);
    return done;
}

static bool reply(struct gt_run *run, struct gt_query *query, const struct asking *asking,
                  struct gt_answer *answer, struct gt_error *err)
{
    struct gt_table table = {0};
    const char *map = run->args.value[GT_OPTION_draw];
    bool done = ask(run, query, asking, answer, err) &&
                gt_query_table(run, answer, asking->question, &table, err) &&
                gt_run_table(run, &table, NULL, err) &&
                (!map || gt_query_map(run, answer, asking->question, map, err));
    if (done && answer->n_rows == 0 && !asking->question)
        run->status = GT_NO;
    gt_table_fini(&table);
    return done;
}

bool gt_query_answer(struct gt_run *run, struct gt_query *query, const struct gt_asked *asked,
                     struct gt_error *err)
{
    struct asking asking = {0};
    struct gt_answer answer = {0};
    bool done = read_asking(run, asked, &asking, err);
    if (done && asking.question)
        done = bind_question(run, &asking, err);
    else if (done)
        bind_typed(run, &asking);
    if (done)
        done = run->args.value[GT_OPTION_explain] ? explain(run, query, &asking, &answer, err)
                                                  : reply(run, query, &asking, &answer, err);
    gt_answer_fini(&answer);
    gt_buffer_fini(&asking.compiled);
    return done;
}
