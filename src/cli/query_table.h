/* query_table.h: an answer of a query as a table. */
#ifndef GT_CLI_QUERY_TABLE_H
#define GT_CLI_QUERY_TABLE_H

#include "cli/command.h"
#include "query/question.h"

/* Adds a section with the answer. Columns "document", "start" and "end" get their quote where the
 * command has --sources. Texts are borrowed from the answer.
 * Titles of columns are those of the question; null: their names. Fails as gt_sources_quote() does.
 */
GT_MUST_USE bool gt_query_table(struct gt_run *run, const struct gt_answer *answer,
                                const struct gt_question *question, struct gt_table *table,
                                struct gt_error *err);

#endif
