/* query_list.h: the saved questions as a table. */
#ifndef GT_CLI_QUERY_LIST_H
#define GT_CLI_QUERY_LIST_H

#include "cli/command.h"
#include "query/question.h"

/* Reads the saved questions: of --queries, else of queries/ here, else the installed ones. */
GT_MUST_USE bool gt_query_load_questions(struct gt_run *run, struct gt_questions *questions,
                                         struct gt_error *err);

/* One row a question; or, of one question, what it answers and a row a parameter. */
void gt_query_list(struct gt_run *run, const struct gt_questions *questions,
                   struct gt_table *table);
void gt_query_describe(struct gt_run *run, const struct gt_question *question,
                       struct gt_table *table);

#endif
