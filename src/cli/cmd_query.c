/* cmd_query.c: `graphtool query`: SQL on the graph, answered with evidence. */
#include "cli/commands.h"
#include "cli/query_hook.h"
#include "cli/query_table.h"

#include <string.h>

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

bool gt_cmd_query(struct gt_run *run, struct gt_error *err)
{
    struct gt_query_settings settings = {.lang = run->lang, .hook = &gt_query_hook};
    struct gt_query *query = NULL;
    struct gt_answer answer = {0};
    struct gt_table table = {0};
    bool done = false;
    const struct gt_query_text text = {.sql = run->args.value[GT_OPTION_sql], .blame = GT_USAGE};
    if (!text.sql)
        return gt_fail(err, GT_USAGE, "ask with -e SELECT", "请用 -e SELECT 提问");
    if (!read_limits(&run->args, &settings.limits, err) || !gt_run_load(run, err) ||
        !gt_query_open(run->graph, &settings, &query, err))
        return false;
    struct gt_binding *bindings =
        gt_arena_array(&run->arena, (size_t)run->args.n_named + 1, sizeof *bindings);
    for (int i = 0; i < run->args.n_named; i++)
        bindings[i] = (struct gt_binding){run->args.named[i].name, run->args.named[i].value, true};
    done = (run->args.value[GT_OPTION_explain]
                ? gt_query_plan(query, &text, bindings, (size_t)run->args.n_named, &answer, err)
                : gt_query_ask(query, &text, bindings, (size_t)run->args.n_named, &answer, err)) &&
           gt_query_table(run, &answer, &table, err) && gt_run_table(run, &table, NULL, err);
    if (done && answer.n_rows == 0)
        run->status = GT_NO;
    gt_table_fini(&table);
    gt_answer_fini(&answer);
    gt_query_close(query);
    return done;
}
