/* manual.c: the manual page, from the tables. */
#include "cli/help.h"

#include <string.h>

/* roff: a backslash is escaped, and so is a dot or quote at the start of a line, and every dash, so
 * that it can be copied as an ASCII one. */
static void add_roff(const char *text, struct gt_buffer *out)
{
    for (const char *p = text; *p; p++) {
        if (*p == '\\')
            gt_buffer_text(out, "\\e");
        else if (*p == '-')
            gt_buffer_text(out, "\\-");
        else if (p == text && (*p == '.' || *p == '\''))
            gt_buffer_format(out, "\\&%c", *p);
        else
            gt_buffer_add(out, p, 1);
    }
}

static void add_command(const struct gt_command *command, enum gt_lang lang, struct gt_buffer *out)
{
    gt_buffer_format(out, ".SS graphtool %s ", command->name);
    add_roff(command->operands, out);
    gt_buffer_text(out, "\n");
    add_roff(command->about.in[lang], out);
    gt_buffer_text(out, "\n");
    for (int i = 0; i < GT_OPTIONS; i++) {
        const struct gt_option_info *option = &gt_options[i];
        if (!(command->options >> i & 1))
            continue;
        gt_buffer_text(out, ".TP\n.B ");
        if (option->letter)
            gt_buffer_format(out, "\\-%c, ", option->letter);
        gt_buffer_text(out, "\\-\\-");
        add_roff(option->name, out);
        if (option->placeholder) {
            gt_buffer_text(out, " ");
            add_roff(option->placeholder, out);
        }
        gt_buffer_text(out, "\n");
        add_roff(option->title.in[lang], out);
        gt_buffer_text(out, "\n");
    }
    gt_buffer_text(out, ".PP\n.nf\n");
    for (int i = 0; i < GT_EXAMPLES; i++) {
        add_roff(command->example[i], out);
        gt_buffer_text(out, "\n");
    }
    gt_buffer_text(out, ".fi\n");
}

void gt_help_manual(enum gt_lang lang, struct gt_buffer *out)
{
    gt_buffer_format(out, ".TH GRAPHTOOL 1 \"\" \"graphtool %s\"\n.SH %s\n", GT_VERSION,
                     gt_say(lang, "NAME", "名称"));
    gt_buffer_text(out, gt_say(lang, "graphtool \\- official replies as a graph with evidence\n",
                               "graphtool \\- 把政府答复变成每条关系都有出处的图\n"));
    gt_buffer_format(out, ".SH %s\n.B graphtool\nCOMMAND [OPTIONS] [GRAPH...]\n.SH %s\n",
                     gt_say(lang, "SYNOPSIS", "用法"), gt_say(lang, "COMMANDS", "命令"));
    for (size_t i = 0; i < gt_n_commands; i++)
        add_command(&gt_commands[i], lang, out);
    gt_buffer_format(out, ".SH %s\n", gt_say(lang, "EXIT STATUS", "退出状态"));
    gt_buffer_text(
        out, gt_say(lang,
                    "0 done; 1 the answer is \"no\" (check found faults, no path); 2 usage; 3 "
                    "bad input data; 4 file system; 70 our bug; 130 interrupted\n",
                    "0 完成；1 答案为“否”（检查发现错误、没有路径）；2 用法错误；3 输入数据错误；"
                    "4 文件系统错误；70 程序缺陷；130 被中断\n"));
    gt_buffer_format(out, ".SH %s\n%s", gt_say(lang, "FILES", "文件"), GT_DATA_DIR "/graphs\n");
}
