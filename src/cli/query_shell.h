/* query_shell.h: a prompt for questions. */
#ifndef GT_CLI_QUERY_SHELL_H
#define GT_CLI_QUERY_SHELL_H

#include "cli/command.h"
#include "query/query.h"

/* Reads questions from standard input until its end or .quit and answers each on standard output:
 * SQL and patterns up to ";", saved questions with their parameters, and commands that begin with a
 * dot. On a terminal with history and completion; Ctrl-C drops the line or ends the answer. What
 * goes wrong is said, and the next question is read; run->status is then that of the first. Fails
 * only when it cannot write. */
GT_MUST_USE bool gt_query_shell(struct gt_run *run, struct gt_query *query, struct gt_error *err);

#endif
