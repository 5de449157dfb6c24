/* cmd_query.c: `graphtool query`: saved questions, SQL and patterns, answered with evidence. */
#include "cli/commands.h"
#include "cli/query_hook.h"
#include "cli/query_list.h"
#include "cli/query_map.h"
#include "cli/query_table.h"
#include "query/pattern.h"

#include <string.h>

enum { MOST_SECONDS = 86400, MOST_ROWS = 100000000, MOST_MEBIBYTES = 65536 };

/* What is asked: of question, sql and match one is given. */
struct asking {
    const struct gt_question *question; /* null for what was typed */
    struct gt_query_text text;
    struct gt_binding *bindings;
    size_t n_bindings;
    struct gt_buffer compiled; /* SQL of a pattern */
};

static bool read_limits(const struct gt_args *args, struct gt_query_limits *limits,
                        struct gt_error *err)
{
    uint64_t seconds, mebibytes;
    if (!gt_args_number(args, GT_OPTION_timeout, GT_QUERY_SECONDS, MOST_SECONDS, &seconds, err) ||
        !gt_args_number(args, GT_OPTION_limit, GT_QUERY_ROWS, MOST_ROWS, &limits->rows, err) ||
        !gt_args_number(args, GT_OPTION_memory, GT_QUERY_MEBIBYTES, MOST_MEBIBYTES, &mebibytes,
                        err))
        return false;
    limits->seconds = (uint32_t)seconds;
    limits->bytes = mebibytes << 20;
    if (seconds && limits->rows && mebibytes)
        return true;
    return gt_fail(err, GT_USAGE, "--timeout, --limit and --memory are 1 or more",
                   "--timeout、--limit、--memory 至少为 1");
}

/* The name of a question stands before the graphs. */
static const char *take_name(struct gt_args *args)
{
    if (args->n_operands == 0)
        return NULL;
    args->n_operands--;
    return *args->operand++;
}

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

static bool choose_question(struct gt_run *run, struct asking *asking, struct gt_error *err)
{
    struct gt_questions questions;
    const char *name = take_name(&run->args);
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

static bool read_asking(struct gt_run *run, struct asking *asking, struct gt_error *err)
{
    const char *sql = run->args.value[GT_OPTION_sql], *match = run->args.value[GT_OPTION_match];
    if (sql && match)
        return gt_fail(err, GT_USAGE, "-e and -m exclude each other", "-e 与 -m 不能同时使用");
    asking->text = (struct gt_query_text){.sql = sql ? sql : match, .blame = GT_USAGE};
    if (!asking->text.sql && !choose_question(run, asking, err))
        return false;
    if (match || (asking->question && asking->question->pattern))
        return compile(asking, err);
    return true;
}

/* The SQL, and a row for each step that SQLite takes. */
static bool explain(struct gt_run *run, struct gt_query *query, const struct asking *asking,
                    struct gt_answer *answer, struct gt_error *err)
{
    struct gt_table table = {0};
    if (!gt_query_plan(query, &asking->text, asking->bindings, asking->n_bindings, answer, err))
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
    bool done =
        gt_query_ask(query, &asking->text, asking->bindings, asking->n_bindings, answer, err) &&
        gt_query_table(run, answer, asking->question, &table, err) &&
        gt_run_table(run, &table, NULL, err) &&
        (!map || gt_query_map(run, answer, asking->question, map, err));
    if (done && answer->n_rows == 0 && !asking->question)
        run->status = GT_NO;
    gt_table_fini(&table);
    return done;
}

static bool answer_asking(struct gt_run *run, struct asking *asking,
                          const struct gt_query_settings *settings, struct gt_error *err)
{
    struct gt_query *query = NULL;
    struct gt_answer answer = {0};
    if (asking->question && !bind_question(run, asking, err))
        return false;
    if (!asking->question)
        bind_typed(run, asking);
    if (!gt_query_open(run->graph, settings, &query, err))
        return false;
    bool done = run->args.value[GT_OPTION_explain] ? explain(run, query, asking, &answer, err)
                                                   : reply(run, query, asking, &answer, err);
    gt_answer_fini(&answer);
    gt_query_close(query);
    return done;
}

static bool list(struct gt_run *run, struct gt_error *err)
{
    struct gt_questions questions;
    const struct gt_question *question = NULL;
    struct gt_table table = {0};
    const char *name = take_name(&run->args);
    if (!gt_query_load_questions(run, &questions, err) ||
        (name && !gt_questions_find(&questions, name, &question, err)))
        return false;
    if (question)
        gt_query_describe(run, question, &table);
    else
        gt_query_list(run, &questions, &table);
    bool done = gt_run_table(run, &table, NULL, err);
    gt_table_fini(&table);
    return done;
}

bool gt_cmd_query(struct gt_run *run, struct gt_error *err)
{
    struct gt_query_settings settings = {.lang = run->lang, .hook = &gt_query_hook};
    struct asking asking = {0};
    if (!read_limits(&run->args, &settings.limits, err))
        return false;
    if (run->args.value[GT_OPTION_list])
        return list(run, err);
    bool done = read_asking(run, &asking, err) && gt_run_load(run, err) &&
                answer_asking(run, &asking, &settings, err);
    gt_buffer_fini(&asking.compiled);
    return done;
}
