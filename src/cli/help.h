/* help.h: help, manual page and completion, all from the tables of commands and options. */
#ifndef GT_CLI_HELP_H
#define GT_CLI_HELP_H

#include "cli/command.h"

/* The overview: every command with its title. */
void gt_help_overview(enum gt_lang lang, struct gt_buffer *out);

/* One command: short (usage, options) or full (description, measures, examples as well). */
void gt_help_command(const struct gt_command *command, bool full, enum gt_lang lang,
                     struct gt_buffer *out);

/* The manual page graphtool(1) as roff (man(7)). */
void gt_help_manual(enum gt_lang lang, struct gt_buffer *out);

/* A completion script; false when the shell is not one of bash, zsh, fish. */
bool gt_help_completion(const char *shell, struct gt_buffer *out);

#endif
