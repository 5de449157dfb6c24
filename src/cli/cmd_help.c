/* cmd_help.c: `graphtool help`: a command's help, the manual page, completion scripts. */
#include "cli/commands.h"
#include "cli/help.h"

bool gt_cmd_help(struct gt_run *run, struct gt_error *err)
{
    const struct gt_args *args = &run->args;
    const char *shell = args->value[GT_OPTION_completion];
    if (args->n_operands + (args->value[GT_OPTION_man] != NULL) + (shell != NULL) > 1)
        return gt_fail(err, GT_USAGE, "a command, --man and --completion exclude one another",
                       "命令、--man 与 --completion 只能给出一个");
    if (args->value[GT_OPTION_man]) {
        gt_help_manual(run->lang, &run->out);
        return true;
    }
    if (shell)
        return gt_help_completion(shell, &run->out) ||
               gt_fail(err, GT_USAGE, "--completion is one of %s, not \"%s\"",
                       "--completion 只能是 %s 之一，而不是“%s”",
                       gt_options[GT_OPTION_completion].placeholder, shell);
    if (args->n_operands == 0) {
        gt_help_overview(run->lang, &run->out);
        return true;
    }
    const struct gt_command *command = gt_command_find(args->operand[0]);
    if (!command)
        return gt_command_unknown(args->operand[0], err);
    gt_help_command(command, true, run->lang, &run->out);
    return true;
}
