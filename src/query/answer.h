/* answer.h: gathering the rows of an answer. */
#ifndef GT_QUERY_ANSWER_H
#define GT_QUERY_ANSWER_H

#include "query/row.h"

/* Names the columns of a prepared statement. */
void gt_answer_begin(struct gt_answer *answer, sqlite3_stmt *statement);

/* Adds the row that the statement stands at; returns about how many bytes it takes. */
size_t gt_answer_add(struct gt_answer *answer, sqlite3_stmt *statement);

#endif
