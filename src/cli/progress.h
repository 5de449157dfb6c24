/* progress.h: how far a command is, on standard error, when it takes long and people look on.
 *
 * How it works: a thread shows one line after half a second and renews it until the end, when it
 * wipes it out; the command only counts. Nothing is shown, and no thread started, where standard
 * error is no terminal, or with --quiet. */
#ifndef GT_CLI_PROGRESS_H
#define GT_CLI_PROGRESS_H

#include "base/lang.h"

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <time.h>

/* Zeroed is valid: nothing is shown, and every call below does nothing. */
struct gt_progress {
    bool running;
    enum gt_lang lang;
    const char *command; /* borrowed */
    pthread_t thread;
    pthread_mutex_t lock; /* of what follows */
    pthread_cond_t changed;
    struct gt_text what; /* the things that are counted */
    size_t done, all;    /* all 0: nothing is counted, only time */
    struct timespec begun, stage_begun;
    bool over;
};

/* Begins to show how long a command takes. */
void gt_progress_begin(struct gt_progress *progress, const char *command, enum gt_lang lang);

/* From here on things of that name are counted, `all` of them in all; safe in any thread. */
void gt_progress_count(struct gt_progress *progress, struct gt_text what, size_t all);

/* One more of them is done; safe in any thread. */
void gt_progress_step(struct gt_progress *progress);

/* Wipes the line out; before something else is written to the terminal. May be called again. */
void gt_progress_end(struct gt_progress *progress);

#endif
