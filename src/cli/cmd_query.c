/* cmd_query.c: `graphtool query`: saved questions, SQL and patterns, answered with evidence. */
#include "cli/commands.h"
#include "cli/query_ask.h"
#include "cli/query_hook.h"
#include "cli/query_list.h"
#include "cli/query_shell.h"

enum { MOST_SECONDS = 86400, MOST_ROWS = 100000000, MOST_MEBIBYTES = 65536 };

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

/* Answers one question, or all that are put to the prompt. */
static bool answer(struct gt_run *run, const struct gt_asked *asked,
                   const struct gt_query_limits *limits, struct gt_error *err)
{
    const bool shell = run->args.value[GT_OPTION_shell];
    const struct gt_query_settings settings = {
        .lang = run->lang, .limits = *limits, .hook = &gt_query_hook, .interruptible = shell};
    struct gt_query *query = NULL;
    if (!gt_run_load(run, err) || !gt_query_open(run->graph, &settings, &query, err))
        return false;
    if (shell)
        gt_progress_end(&run->progress);
    bool done = shell ? gt_query_shell(run, query, err) : gt_query_answer(run, query, asked, err);
    gt_query_close(query);
    return done;
}

bool gt_cmd_query(struct gt_run *run, struct gt_error *err)
{
    struct gt_query_limits limits;
    struct gt_asked asked = {.sql = run->args.value[GT_OPTION_sql],
                             .match = run->args.value[GT_OPTION_match]};
    if (!read_limits(&run->args, &limits, err))
        return false;
    if (run->args.value[GT_OPTION_shell] && run->args.value[GT_OPTION_output])
        return gt_fail(err, GT_USAGE, "--shell and -o exclude each other",
                       "--shell 与 -o 不能同时使用");
    if (run->args.value[GT_OPTION_list])
        return list(run, err);
    if (!asked.sql && !asked.match && !run->args.value[GT_OPTION_shell])
        asked.name = take_name(&run->args);
    return answer(run, &asked, &limits, err);
}
