/* completion.c: completion scripts for bash, zsh and fish, from the tables: commands, options, and
 * the words that an option takes (vocabularies, measures, formats, its choices). */
#include "cli/help.h"

#include "centrality/measure.h"
#include "format/export.h"

#include <string.h>

/* Adds a word; blanks stand between words. */
static void add_item(struct gt_buffer *out, size_t from, const char *word, size_t n)
{
    gt_buffer_text(out, out->n > from ? " " : "");
    gt_buffer_add(out, word, n);
}

static void add_vocabulary(enum gt_vocabulary vocabulary, struct gt_buffer *out)
{
    size_t from = out->n;
    for (int i = 0; i < gt_vocabulary_size(vocabulary); i++) {
        const char *name = gt_vocabulary_word(vocabulary, i).name;
        if (name)
            add_item(out, from, name, strlen(name));
    }
}

static void add_measures(struct gt_buffer *out)
{
    size_t n, from = out->n;
    const struct gt_measure *measures = gt_measures(&n);
    for (size_t i = 0; i < n; i++)
        add_item(out, from, measures[i].name, strlen(measures[i].name));
}

static void add_exports(struct gt_buffer *out)
{
    size_t n, from = out->n;
    const struct gt_export_format *formats = gt_export_formats(&n);
    for (size_t i = 0; i < n; i++)
        add_item(out, from, formats[i].name, strlen(formats[i].name));
}

/* The choices of a placeholder: table|csv|tsv. */
static void add_choices(const char *placeholder, struct gt_buffer *out)
{
    size_t from = out->n;
    for (const char *p = placeholder; strchr(placeholder, '|'); p++) {
        size_t n = strcspn(p, "|");
        add_item(out, from, p, n);
        p += n;
        if (!*p)
            break;
    }
}

/* The words that an option takes; nothing where they cannot be listed. */
static void add_values(int option, struct gt_buffer *out)
{
    if (!gt_options[option].placeholder)
        return;
    if (option == GT_OPTION_type)
        add_vocabulary(GT_VOCABULARY_NODE_TYPE, out);
    else if (option == GT_OPTION_edge_type)
        add_vocabulary(GT_VOCABULARY_EDGE_TYPE, out);
    else if (option == GT_OPTION_district || option == GT_OPTION_compare)
        add_vocabulary(GT_VOCABULARY_DISTRICT, out);
    else if (option == GT_OPTION_measure || option == GT_OPTION_size)
        add_measures(out);
    else if (option == GT_OPTION_to)
        add_exports(out);
    else
        add_choices(gt_options[option].placeholder, out);
}

/* True where a file or folder is asked for. */
static bool takes_file(const struct gt_option_info *option)
{
    const char *holder = option->placeholder;
    return holder && (strstr(holder, "FILE") || strstr(holder, "DIR") || strstr(holder, ".json") ||
                      strstr(holder, "OLD"));
}

/* The commands, or a command's long options, separated by blanks. */
static void add_commands(struct gt_buffer *out)
{
    for (size_t i = 0; i < gt_n_commands; i++)
        gt_buffer_format(out, "%s%s", i ? " " : "", gt_commands[i].name);
}

static void add_options(const struct gt_command *command, struct gt_buffer *out)
{
    size_t from = out->n;
    for (int i = 0; i < GT_OPTIONS; i++)
        if (command->options >> i & 1)
            gt_buffer_format(out, "%s--%s", out->n > from ? " " : "", gt_options[i].name);
}

/* For each option with words, a branch of a shell's `case` on the word before: "--lang) " words
 * between two texts. */
static void add_branches(const char *before, const char *behind, struct gt_buffer *out)
{
    for (int i = 0; i < GT_OPTIONS; i++) {
        struct gt_buffer values = {0};
        add_values(i, &values);
        if (values.n)
            gt_buffer_format(out, "  --%s) %s%s%s ;;\n", gt_options[i].name, before, values.bytes,
                             behind);
        gt_buffer_fini(&values);
    }
}

static void add_bash(struct gt_buffer *out)
{
    gt_buffer_text(out, "_graphtool() {\n"
                        "  local word=${COMP_WORDS[COMP_CWORD]} values= options= head=\n"
                        "  if [ \"$COMP_CWORD\" -eq 1 ] || [ \"${COMP_WORDS[1]}\" = help ]; then\n"
                        "    COMPREPLY=($(compgen -W \"");
    add_commands(out);
    gt_buffer_text(out, "\" -- \"$word\"))\n"
                        "    case $word in -*) ;; *) return ;; esac\n  fi\n"
                        "  case ${COMP_WORDS[COMP_CWORD-1]} in\n");
    add_branches("values=\"", "\"", out);
    gt_buffer_text(out, "  esac\n  if [ -n \"$values\" ]; then\n"
                        "    case $word in *,*) head=${word%,*}, word=${word##*,} ;; esac\n"
                        "    COMPREPLY=($(compgen -P \"$head\" -W \"$values\" -- \"$word\"))\n"
                        "    return\n  fi\n"
                        "  case ${COMP_WORDS[1]} in\n");
    for (size_t i = 0; i < gt_n_commands; i++) {
        gt_buffer_format(out, "  %s) options=\"", gt_commands[i].name);
        add_options(&gt_commands[i], out);
        gt_buffer_text(out, "\" ;;\n");
    }
    /* saved questions and their parameters are of the user's folder: asked for when needed */
    gt_buffer_text(out, "  esac\n"
                        "  if [ \"${COMP_WORDS[1]}\" = query ]; then\n"
                        "    if [ \"$COMP_CWORD\" -eq 2 ] && [[ $word != -* ]]; then\n"
                        "      COMPREPLY=($(compgen -W \"$(graphtool query --list -f tsv "
                        "2>/dev/null | tail -n +2 | cut -f1)\" -- \"$word\"))\n"
                        "      return\n    fi\n"
                        "    options+=\" $(graphtool query --list \"${COMP_WORDS[2]}\" -f tsv "
                        "2>/dev/null | cut -f1 | grep -- ^--)\"\n"
                        "  fi\n"
                        "  case $word in\n"
                        "  -*) COMPREPLY=($(compgen -W \"$options\" -- \"$word\")) ;;\n"
                        "  *) COMPREPLY=($(compgen -f -- \"$word\")) ;;\n"
                        "  esac\n}\ncomplete -F _graphtool graphtool\n");
}

/* Also a function to be autoloaded: the last line calls it then, and registers it when sourced. */
static void add_zsh(struct gt_buffer *out)
{
    gt_buffer_text(out,
                   "#compdef graphtool\n_graphtool() {\n"
                   "  if (( CURRENT == 2 )) || [[ $words[2] == help && $PREFIX != -* ]]; then\n"
                   "    compadd -- ");
    add_commands(out);
    gt_buffer_text(out, "\n    return\n  fi\n  local -a values\n"
                        "  case $words[CURRENT-1] in\n");
    add_branches("values=(", ")", out);
    gt_buffer_text(out, "  esac\n  if (( $#values )); then\n    compset -P '*,'\n"
                        "    compadd -- $values\n    return\n  fi\n"
                        "  if [[ $PREFIX == -* ]]; then\n    case $words[2] in\n");
    for (size_t i = 0; i < gt_n_commands; i++) {
        gt_buffer_format(out, "    %s) compadd -- ", gt_commands[i].name);
        add_options(&gt_commands[i], out);
        gt_buffer_text(out, " ;;\n");
    }
    gt_buffer_text(out,
                   "    esac\n    [[ $words[2] == query ]] && compadd -- "
                   "${(f)\"$(graphtool query --list \"$words[3]\" -f tsv 2>/dev/null | cut -f1 | "
                   "grep -- ^--)\"}\n    return\n  fi\n"
                   "  if [[ $words[2] == query ]] && (( CURRENT == 3 )); then\n"
                   "    compadd -- ${(f)\"$(graphtool query --list -f tsv 2>/dev/null | "
                   "tail -n +2 | cut -f1)\"}\n    return\n  fi\n"
                   "  _files\n}\n"
                   "if [[ $zsh_eval_context[-1] == loadautofunc ]]; then\n"
                   "  _graphtool \"$@\"\nelse\n  compdef _graphtool graphtool\nfi\n");
}

/* fish strings are quoted with ', in which \ and ' are escaped. */
static void add_fish_text(const char *text, struct gt_buffer *out)
{
    gt_buffer_text(out, "'");
    for (const char *p = text; *p; p++) {
        if (*p == '\'' || *p == '\\')
            gt_buffer_text(out, "\\");
        gt_buffer_add(out, p, 1);
    }
    gt_buffer_text(out, "'");
}

static void add_fish_option(const struct gt_command *command, int option, struct gt_buffer *out)
{
    const struct gt_option_info *info = &gt_options[option];
    struct gt_buffer values = {0};
    add_values(option, &values);
    gt_buffer_format(out, "complete -c graphtool -n '__fish_seen_subcommand_from %s' -l %s",
                     command->name, info->name);
    if (info->letter)
        gt_buffer_format(out, " -s %c", info->letter);
    if (info->placeholder)
        gt_buffer_text(out, takes_file(info) ? " -r" : " -x");
    if (values.n)
        gt_buffer_format(out, " -a '%s'", values.bytes);
    gt_buffer_text(out, " -d ");
    add_fish_text(info->title.in[GT_EN], out);
    gt_buffer_text(out, "\n");
    gt_buffer_fini(&values);
}

static void add_fish(struct gt_buffer *out)
{
    for (size_t i = 0; i < gt_n_commands; i++) {
        gt_buffer_format(out, "complete -c graphtool -n __fish_use_subcommand -f -a %s -d ",
                         gt_commands[i].name);
        add_fish_text(gt_commands[i].title.in[GT_EN], out);
        gt_buffer_text(out, "\n");
        for (int k = 0; k < GT_OPTIONS; k++)
            if (gt_commands[i].options >> k & 1)
                add_fish_option(&gt_commands[i], k, out);
    }
    gt_buffer_text(out, "complete -c graphtool -n '__fish_seen_subcommand_from help' -f -a '");
    add_commands(out);
    gt_buffer_text(out,
                   "'\n"
                   "complete -c graphtool -n '__fish_seen_subcommand_from query; and test (count "
                   "(commandline -opc)) -eq 2' -f -a '(graphtool query --list -f tsv "
                   "2>/dev/null | tail -n +2 | cut -f1,2)'\n");
}

bool gt_help_completion(const char *shell, struct gt_buffer *out)
{
    if (strcmp(shell, "bash") == 0)
        add_bash(out);
    else if (strcmp(shell, "zsh") == 0)
        add_zsh(out);
    else if (strcmp(shell, "fish") == 0)
        add_fish(out);
    else
        return false;
    return true;
}
