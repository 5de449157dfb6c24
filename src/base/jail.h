/* jail.h: running what may crash, hang or eat memory in a child process with limits.
 *
 * How it works: fork(2); the child gets limits on processor time and memory, does its work, and
 * sends the bytes of its answer through a pipe; the parent reads until the end or the time limit. A
 * crash, a limit or a refusal in the child is an ordinary failure in the parent. */
#ifndef GT_BASE_JAIL_H
#define GT_BASE_JAIL_H

#include "base/buffer.h"
#include "base/error.h"

#include <stddef.h>

struct gt_jail {
    const char *what_en, *what_zh; /* what the child does, for messages: "layout", "布局" */
    unsigned seconds;              /* processor and wall time; 0 is no limit */
    size_t bytes;                  /* address space; 0 is no limit */
};

/* Work for the child: fills `out`, or fails in `err`. Runs in a copy of this process: nothing that
 * it changes comes back but `out`. */
typedef bool gt_jail_work(void *context, struct gt_buffer *out, struct gt_error *err);

/* Runs work(context) in a child and adds its answer to `out`. */
GT_MUST_USE bool gt_jail_run(const struct gt_jail *jail, gt_jail_work *work, void *context,
                             struct gt_buffer *out, struct gt_error *err);

#endif
