/* guard.h: what a question may do, and for how long. */
#ifndef GT_QUERY_GUARD_H
#define GT_QUERY_GUARD_H

#include "query/row.h"

/* Closes everything but reading: configuration, limits, authoriser, progress handler. After this no
 * PRAGMA can be run. The SQLite code of what failed, or SQLITE_OK. */
int gt_guard_start(struct gt_query *query);

/* Starts the clock of a question. */
void gt_guard_begin(struct gt_query *query);

/* Ends it: with interruptible settings an unseen Ctrl-C is dropped. */
void gt_guard_end(struct gt_query *query);

/* True when the time is over or Ctrl-C was pressed: long work asks between its steps. */
bool gt_guard_is_over(struct gt_query *query);

#endif
