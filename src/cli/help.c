/* help.c: help texts from the tables. */
#include "cli/help.h"

#include "base/utf8.h"
#include "centrality/measure.h"

#include <string.h>

enum { INDENT = 2, OPTION_CELLS = 30, PAGE_CELLS = 96 };

/* Adds a text wrapped at PAGE_CELLS, continued at an indent. Chinese breaks between any two
 * characters but not before closing punctuation; Latin at blanks. */
static void add_wrapped(const char *text, size_t indent, struct gt_buffer *out)
{
    size_t at = indent;
    while (*text) {
        const char *end = text;
        uint32_t code = gt_utf8_next(&end);
        if (code < 0x2E80) /* a Latin word, up to a blank or a wide character */
            while (*end && *end != ' ' && (unsigned char)*end < 0xE2)
                end++;
        struct gt_buffer word = {0};
        gt_buffer_add(&word, text, (size_t)(end - text));
        size_t cells = gt_text_cells(word.bytes);
        bool closing = strstr("，。；：、）”》", word.bytes) != NULL;
        if (at + cells > PAGE_CELLS && !closing) {
            gt_buffer_text(out, "\n");
            gt_buffer_repeat(out, ' ', indent);
            at = indent;
            if (*text == ' ') {
                gt_buffer_fini(&word);
                text++;
                continue;
            }
        }
        gt_buffer_add(out, word.bytes, word.n);
        at += cells;
        gt_buffer_fini(&word);
        text = end;
    }
    gt_buffer_text(out, "\n");
}

/* " -f, --format table|csv" */
static void option_usage(const struct gt_option_info *option, struct gt_buffer *out)
{
    if (option->letter)
        gt_buffer_format(out, "-%c, ", option->letter);
    else
        gt_buffer_text(out, "    ");
    gt_buffer_format(out, "--%s", option->name);
    if (option->placeholder)
        gt_buffer_format(out, " %s", option->placeholder);
}

static void add_option(const struct gt_option_info *option, enum gt_lang lang,
                       struct gt_buffer *out)
{
    struct gt_buffer usage = {0};
    option_usage(option, &usage);
    size_t cells = gt_text_cells(usage.bytes) + INDENT;
    gt_buffer_format(out, "%*s%s", INDENT, "", usage.bytes);
    if (cells + 1 > OPTION_CELLS) {
        gt_buffer_text(out, "\n");
        cells = 0;
    }
    gt_buffer_repeat(out, ' ', OPTION_CELLS - cells);
    add_wrapped(option->title.in[lang], OPTION_CELLS, out);
    gt_buffer_fini(&usage);
}

void gt_help_overview(enum gt_lang lang, struct gt_buffer *out)
{
    gt_buffer_format(out, "graphtool %s - %s\n\n", GT_VERSION,
                     gt_say(lang, "official replies as a graph in which every tie has its evidence",
                            "把政府答复变成每条关系都有出处的图"));
    gt_buffer_text(out, gt_say(lang, "Usage: graphtool COMMAND [OPTIONS] [GRAPH...]\n\nCommands:\n",
                               "用法：graphtool 命令 [选项] [图文件...]\n\n命令：\n"));
    for (size_t i = 0; i < gt_n_commands; i++)
        gt_buffer_format(out, "  %-11s %s\n", gt_commands[i].name, gt_commands[i].title.in[lang]);
    gt_buffer_text(
        out,
        gt_say(lang,
               "\nGRAPH is a file or folder of graphs (default: graphs/ here, else the installed "
               "ones); - is standard input.\n`graphtool help COMMAND` tells more.\n",
               "\nGRAPH 是图文件或文件夹（默认为当前目录的 graphs/，否则为已安装的数据）；- "
               "为标准输入。\n"
               "详见 `graphtool help 命令`。\n"));
}

static void add_measures(enum gt_lang lang, struct gt_buffer *out)
{
    size_t n;
    const struct gt_measure *measures = gt_measures(&n);
    gt_buffer_text(out, gt_say(lang, "\nMeasures:\n", "\n指标：\n"));
    for (size_t i = 0; i < n; i++) {
        gt_buffer_format(out, "  %s (%s)\n      ", measures[i].name, measures[i].title.in[lang]);
        add_wrapped(measures[i].definition.in[lang], 6, out);
        gt_buffer_repeat(out, ' ', 6);
        add_wrapped(measures[i].reference, 6, out);
    }
}

void gt_help_command(const struct gt_command *command, bool full, enum gt_lang lang,
                     struct gt_buffer *out)
{
    gt_buffer_format(out, "graphtool %s - %s\n\n%s graphtool %s [OPTIONS] %s\n", command->name,
                     command->title.in[lang], gt_say(lang, "Usage:", "用法："), command->name,
                     command->operands);
    if (full) {
        gt_buffer_text(out, "\n");
        add_wrapped(command->about.in[lang], 0, out);
    }
    gt_buffer_text(out, gt_say(lang, "\nOptions:\n", "\n选项：\n"));
    for (int i = 0; i < GT_OPTIONS; i++)
        if (command->options >> i & 1)
            add_option(&gt_options[i], lang, out);
    if (!full)
        return;
    if (command->options & GT_HAS(raw))
        add_measures(lang, out);
    gt_buffer_text(out, gt_say(lang, "\nExamples:\n", "\n示例：\n"));
    for (int i = 0; i < GT_EXAMPLES; i++)
        gt_buffer_format(out, "  %s\n", command->example[i]);
}
