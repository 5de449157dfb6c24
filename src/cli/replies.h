/* replies.h: the files that `graphtool extract` is to read. */
#ifndef GT_CLI_REPLIES_H
#define GT_CLI_REPLIES_H

#include "cli/command.h"

/* Zeroed is empty. All paths belong to the run's arena or to its arguments. */
struct gt_replies {
    const char **file; /* as named, and those of folders, sorted by bytes */
    size_t n;
    const char **other; /* what stands beside them in folders: other files, and folders with "/" */
    size_t n_others;
    bool folders; /* at least one was named */
};

/* Lists the files named, and of folders named those that are documents by their names. Fails with
 * GT_DATA when a folder has none, with GT_FILE when it cannot be read. */
GT_MUST_USE bool gt_replies_list(struct gt_run *run, struct gt_replies *replies,
                                 struct gt_error *err);

#endif
