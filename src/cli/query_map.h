/* query_map.h: drawing the nodes and ties of an answer. */
#ifndef GT_CLI_QUERY_MAP_H
#define GT_CLI_QUERY_MAP_H

#include "cli/command.h"
#include "query/question.h"

/* Draws every node whose id stands in the answer, with the ties that stand in it (numbers of
 * edges); where it names no tie, with all ties between its nodes. Writes to `path`, whose ending
 * says the form. Fails with GT_USAGE for another ending, with GT_NO when the answer has no node,
 * and as writing does. `question` (may be null) gives the title. */
GT_MUST_USE bool gt_query_map(struct gt_run *run, const struct gt_answer *answer,
                              const struct gt_question *question, const char *path,
                              struct gt_error *err);

#endif
