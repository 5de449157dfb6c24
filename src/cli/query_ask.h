/* query_ask.h: one question, however it is put: by its name, as SQL, as a pattern. */
#ifndef GT_CLI_QUERY_ASK_H
#define GT_CLI_QUERY_ASK_H

#include "cli/command.h"
#include "query/query.h"

/* What is asked; one of the three is given. */
struct gt_asked {
    const char *name; /* of a saved question */
    const char *sql;
    const char *match; /* a pattern */
};

/* Answers into run->out; parameters are run->args.named, the form of the answer is in run->args. An
 * empty answer to what was typed makes run->status GT_NO. */
GT_MUST_USE bool gt_query_answer(struct gt_run *run, struct gt_query *query,
                                 const struct gt_asked *asked, struct gt_error *err);

#endif
