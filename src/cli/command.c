/* command.c: the table of commands, and the way from argv to the exit status. */
#include "cli/command.h"

#include "base/file.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/help.h"

#include <signal.h>
#include <string.h>

const struct gt_command gt_commands[] = {
#define COMMAND(name_, operands_, n, options_, en, zh, about_en, about_zh, ...)                    \
    {.name = #name_,                                                                               \
     .operands = operands_,                                                                        \
     .n_operands = n,                                                                              \
     .options = options_,                                                                          \
     .title = GT_TEXT(en, zh),                                                                     \
     .about = GT_TEXT(about_en, about_zh),                                                         \
     .example = {__VA_ARGS__},                                                                     \
     .run = gt_cmd_##name_},
#include "cli/command.def"
#undef COMMAND
};

const size_t gt_n_commands = sizeof gt_commands / sizeof *gt_commands;

const struct gt_command *gt_command_find(const char *name)
{
    for (size_t i = 0; i < gt_n_commands; i++)
        if (strcmp(gt_commands[i].name, name) == 0)
            return &gt_commands[i];
    return NULL;
}

bool gt_command_unknown(const char *name, struct gt_error *err)
{
    const char *best = NULL;
    uint32_t least = UINT32_MAX;
    for (size_t i = 0; i < gt_n_commands; i++) {
        uint32_t distance = gt_text_distance(gt_commands[i].name, name);
        if (distance < least && distance <= 1 + strlen(gt_commands[i].name) / 4) {
            least = distance;
            best = gt_commands[i].name;
        }
    }
    struct gt_buffer known = {0};
    for (size_t i = 0; i < gt_n_commands; i++)
        gt_buffer_format(&known, "%s%s", i ? ", " : "", gt_commands[i].name);
    if (*name == '-')
        gt_fail(err, GT_USAGE,
                "the command comes before %s: graphtool COMMAND [OPTIONS]; known: %s",
                "命令应写在 %s 之前：graphtool 命令 [选项]；可选：%s", name, known.bytes);
    else if (best)
        gt_fail(err, GT_USAGE, "unknown command \"%s\"; did you mean %s? (known: %s)",
                "未知命令“%s”；是否为 %s？（可选：%s）", name, best, known.bytes);
    else
        gt_fail(err, GT_USAGE, "unknown command \"%s\"; known: %s", "未知命令“%s”；可选：%s", name,
                known.bytes);
    gt_buffer_fini(&known);
    return false;
}

/* The language that --lang asks for; it is looked for before anything can fail. Maps may have both,
 * Chinese first; messages are then in the locale's. */
static bool choose_language(int argc, char **argv, enum gt_lang *lang, bool *both,
                            struct gt_error *err)
{
    bool map = argc > 1 && strcmp(argv[1], "map") == 0;
    *lang = gt_lang_from_environment();
    err->lang = *lang;
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
        const char *value = NULL;
        if (strncmp(argv[i], "--lang=", 7) == 0)
            value = argv[i] + 7;
        else if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc)
            value = argv[i + 1];
        if (!value)
            continue;
        *both = map && strcmp(value, "both") == 0;
        if (!*both && strcmp(value, "zh") != 0 && strcmp(value, "en") != 0)
            return gt_fail(err, GT_USAGE, "--lang is one of %s, not \"%s\"",
                           "--lang 只能是 %s 之一，而不是“%s”", map ? "zh|en|both" : "zh|en",
                           value);
        *lang = strcmp(value, "en") == 0 ? GT_EN : GT_ZH;
        if (!*both)
            err->lang = *lang;
    }
    return true;
}

/* True when the arguments ask for errors as JSON. */
static bool wants_json(int argc, char **argv)
{
    for (int i = 1; i < argc; i++)
        if (strcmp(argv[i], "--format=json") == 0 || strcmp(argv[i], "-fjson") == 0 ||
            (i + 1 < argc && strcmp(argv[i + 1], "json") == 0 &&
             (strcmp(argv[i], "-f") == 0 || strcmp(argv[i], "--format") == 0)))
            return true;
    return false;
}

static bool check_operands(struct gt_run *run, struct gt_error *err)
{
    const struct gt_command *command = run->command;
    if (command->run == gt_cmd_help ? run->args.n_operands > 1
                                    : run->args.n_operands < command->n_operands)
        return gt_fail(err, GT_USAGE, "usage: graphtool %s [OPTIONS] %s",
                       "用法：graphtool %s [选项] %s", command->name, command->operands);
    for (int i = 0; i < run->args.n_operands; i++) {
        size_t bad;
        if (!gt_utf8_check(run->args.operand[i], strlen(run->args.operand[i]), &bad))
            return gt_fail(err, GT_USAGE, "operand %d is not valid UTF-8",
                           "第 %d 个参数不是有效的 UTF-8", i + 1);
    }
    return true;
}

static bool run_command(struct gt_run *run, int argc, char **argv, struct gt_error *err)
{
    if (!gt_args_read(argc, argv, run->command->options, &run->arena, &run->args, err))
        return false;
    if (run->args.value[GT_OPTION_help]) {
        gt_help_command(run->command, !run->args.short_help, run->lang, &run->out);
        run->args.value[GT_OPTION_output] = NULL;
        return true;
    }
    if (!check_operands(run, err))
        return false;
    if (!run->args.value[GT_OPTION_quiet])
        gt_progress_begin(&run->progress, run->command->name, run->lang);
    bool done = run->command->run(run, err);
    gt_progress_end(&run->progress);
    return done;
}

static bool deliver(struct gt_run *run, struct gt_error *err)
{
    const char *path = run->args.value[GT_OPTION_output];
    for (uint32_t i = 0; i < run->n_outputs; i++) {
        const struct gt_output *output = &run->outputs[i];
        if (!gt_file_write(output->path, gt_buffer_string(&output->bytes), output->bytes.n, err))
            return false;
    }
    if (run->n_outputs && !run->out.n)
        return true;
    return gt_file_write(path && !run->n_outputs ? path : "-", gt_buffer_string(&run->out),
                         run->out.n, err);
}

static bool run_arguments(struct gt_run *run, int argc, char **argv, struct gt_error *err)
{
    if (!choose_language(argc, argv, &run->lang, &run->both, err))
        return false;
    run->seed = 1;
    int at = 1; /* --lang may stand before the command; choose_language() has looked at it */
    while (at < argc && strncmp(argv[at], "--lang", 6) == 0)
        at += argv[at][6] == '=' ? 1 : 2;
    const char *name = at < argc ? argv[at] : "help";
    if (strcmp(name, "-h") == 0 || strcmp(name, "--help") == 0) {
        gt_help_overview(run->lang, &run->out);
        return deliver(run, err);
    }
    if (strcmp(name, "--version") == 0 || strcmp(name, "-V") == 0) {
        gt_buffer_text(&run->out, "graphtool " GT_VERSION "\n");
        return deliver(run, err);
    }
    run->command = gt_command_find(name);
    if (!run->command)
        return gt_command_unknown(name, err);
    int skip = at + 1 < argc ? at + 1 : argc;
    return run_command(run, argc - skip, argv + skip, err) && deliver(run, err);
}

static void report(const struct gt_error *err, bool json)
{
    struct gt_arena arena = {0};
    struct gt_buffer text = {0};
    if (json) {
        struct gt_json writer = GT_JSON(&text, 0);
        gt_json_object_begin(&writer);
        gt_json_key(&writer, "error");
        gt_json_text(&writer, err->text);
        gt_json_key(&writer, "status");
        gt_json_uint(&writer, (uint64_t)err->status);
        gt_json_object_end(&writer);
        gt_buffer_text(&text, "\n");
    } else {
        /* names of files are in it, which may hold anything */
        gt_buffer_format(&text, "graphtool: %s\n", gt_text_visible(err->text, "\n\t", &arena));
    }
    fputs(text.bytes, stderr);
    gt_buffer_fini(&text);
    gt_arena_fini(&arena);
}

int gt_cli_main(int argc, char **argv)
{
    struct gt_run run = {0};
    struct gt_error err = {0};
    gt_file_guard_standard();
    signal(SIGPIPE, SIG_IGN); /* a closed pipe is a write error with a message */
    if (!run_arguments(&run, argc, argv, &err))
        report(&err, wants_json(argc, argv));
    gt_load_fini(&run.load);
    gt_buffer_fini(&run.out);
    for (uint32_t i = 0; i < run.n_outputs; i++)
        gt_buffer_fini(&run.outputs[i].bytes);
    gt_arena_fini(&run.arena);
    return (int)(err.status ? err.status : run.status);
}
