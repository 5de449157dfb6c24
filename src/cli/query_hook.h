/* query_hook.h: what the query's functions ask of the layers that it knows nothing of. */
#ifndef GT_CLI_QUERY_HOOK_H
#define GT_CLI_QUERY_HOOK_H

#include "query/query.h"

/* Measures, communities and overlap, for gt_query_open(). */
extern const struct gt_query_hook gt_query_hook;

#endif
