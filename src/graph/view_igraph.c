/* view_igraph.c: igraph's settings and errors for a whole process.
 *
 * igraph's own handler ends the program; ours records the text (one thread uses igraph at a time)
 * and lets igraph free its stack. */
#include "graph/view_igraph.h"

#include <stdio.h>

/* igraph's handlers have no context argument, so its last message has to wait in a variable. */
static _Thread_local char last_reason[512];

static void record_error(const char *reason, const char *file, int line, igraph_error_t code)
{
    (void)file;
    (void)line;
    (void)code;
    snprintf(last_reason, sizeof last_reason, "%s", reason);
    IGRAPH_FINALLY_FREE();
}

static void ignore_warning(const char *reason, const char *file, int line)
{
    (void)reason;
    (void)file;
    (void)line;
}

void gt_igraph_start(void)
{
    igraph_set_error_handler(record_error);
    igraph_set_warning_handler(ignore_warning);
    igraph_rng_seed(igraph_rng_default(), 1);
}

bool gt_igraph_done(igraph_error_t code, const char *call, struct gt_error *err)
{
    if (code == IGRAPH_SUCCESS)
        return true;
    return gt_fail(err, GT_BUG, "igraph's %s failed: %s", "igraph 的 %s 失败：%s", call,
                   last_reason);
}

const igraph_vector_t *gt_view_strengths(const struct gt_view *view)
{
    return view->weight ? &view->foreign->weight : NULL;
}

const igraph_vector_t *gt_view_lengths(const struct gt_view *view)
{
    return view->weight ? &view->foreign->distance : NULL;
}
