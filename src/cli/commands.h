/* commands.h: the commands' functions, one for each row of command.def, for command.c. */
#ifndef GT_CLI_COMMANDS_H
#define GT_CLI_COMMANDS_H

#include "cli/command.h"

#define COMMAND(name, ...) bool gt_cmd_##name(struct gt_run *run, struct gt_error *err);
#include "cli/command.def"
#undef COMMAND

/* Fails with GT_USAGE and the nearest command. */
bool gt_command_unknown(const char *name, struct gt_error *err);

#endif
