/* cmd_overlap.c: placeholder until the comparison lands. */
#include "cli/commands.h"

bool gt_cmd_overlap(struct gt_run *run, struct gt_error *err)
{
    (void)run;
    return gt_fail(err, GT_BUG, "overlap is not built yet", "overlap 尚未完成");
}
