/* map_form.c: what a picture is written as, by -T or by the ending of each -o; and writing it. */
#include "cli/map_parts.h"

#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

/* By -T, else by the ending of the file's name; standard output ("" or "-") gets SVG. */
static enum gt_map_format form_of(const struct gt_args *args, const char *path)
{
    const char *name = args->value[GT_OPTION_image];
    if (name)
        return gt_map_format_find(name);
    return *path && strcmp(path, "-") != 0 ? gt_map_format_of_file(path) : GT_MAP_svg;
}

static const char known[] =
#define MAP_FORMAT(name, ...) " ." #name
#include "map/format.def"
#undef MAP_FORMAT
    ;

static bool check_file(const char *path, struct gt_error *err)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    const char *dot = strrchr(name, '.');
    if (strcmp(path, "-") == 0 || gt_map_format_of_file(path) != GT_MAP_FORMATS)
        return true;
    if (dot && dot[1])
        return gt_fail(err, GT_USAGE, "-o %s: no map is written as \"%s\"; known:%s, or say -T %s",
                       "-o %s：地图不能写成“%s”；可选：%s，或用 -T %s 指明", path, dot, known,
                       gt_options[GT_OPTION_image].placeholder);
    return gt_fail(err, GT_USAGE,
                   "-o %s: without an ending, -T %s must say what is written (endings:%s)",
                   "-o %s：文件名没有后缀，须用 -T %s 指明格式（后缀：%s）", path,
                   gt_options[GT_OPTION_image].placeholder, known);
}

bool gt_map_check_forms(const struct gt_args *args, struct gt_error *err)
{
    const char *name = args->value[GT_OPTION_image], *table = args->value[GT_OPTION_format];
    int format;
    if (name && gt_map_format_find(name) == GT_MAP_FORMATS)
        return gt_fail(err, GT_USAGE, "-T is one of %s, not \"%s\"",
                       "-T 只能是 %s 之一，而不是“%s”", gt_options[GT_OPTION_image].placeholder,
                       name);
    if (table && gt_map_format_find(table) != GT_MAP_FORMATS)
        return gt_fail(err, GT_USAGE,
                       "-f is for the table of --quality; the picture's form is -T %s",
                       "-f 用于 --quality 的表格；图片格式请用 -T %s", table);
    if (!gt_args_choice(args, GT_OPTION_format, gt_table_format_names, GT_TABLE_FORMATS, &format,
                        err))
        return false;
    for (int i = 0; i < args->n_given && !name; i++)
        if (args->given[i].option == GT_OPTION_output && !check_file(args->given[i].value, err))
            return false;
    return true;
}

void gt_map_warn(const struct gt_run *run, const char *path, const struct gt_map *map)
{
    enum { SHOWN = 8 };
    const char *missing = gt_map_missing(map);
    size_t n = gt_utf8_count(missing);
    if (!n)
        return;
    fprintf(
        stderr,
        gt_say(
            run->lang,
            "graphtool: warning: %s: empty boxes stand for %zu characters that no font of "
            "this machine has (%.*s%s); install a Chinese font (on Debian fonts-noto-cjk), "
            "or write SVG\n",
            "graphtool：警告：%s：本机字体缺少 %zu 个字符（%.*s%s），图中以空框代替；请安装中文字体"
            "（Debian 上为 fonts-noto-cjk），或改写 SVG\n"),
        path, n, (int)gt_utf8_offset(missing, SHOWN), missing, n > SHOWN ? "…" : "");
}

bool gt_map_write(struct gt_run *run, struct gt_map *map, struct gt_error *err)
{
    const struct gt_args *args = &run->args;
    if (!args->value[GT_OPTION_output] && args->value[GT_OPTION_quality])
        return true;
    if (!args->value[GT_OPTION_output]) {
        if (!gt_map_draw(map, form_of(args, ""), &run->out, err))
            return false;
        gt_map_warn(run, "-", map);
        return true;
    }
    run->outputs = gt_arena_array(&run->arena, (size_t)args->n_given, sizeof *run->outputs);
    for (int i = 0; i < args->n_given; i++) {
        if (args->given[i].option != GT_OPTION_output)
            continue;
        struct gt_output *output = &run->outputs[run->n_outputs++];
        output->path = args->given[i].value;
        if (!gt_map_draw(map, form_of(args, output->path), &output->bytes, err))
            return false;
        gt_map_warn(run, output->path, map);
    }
    return true;
}
