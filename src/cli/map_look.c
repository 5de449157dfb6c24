/* map_look.c: how a map looks: theme, sheet, resolution, links, languages. */
#include "cli/map_look.h"

enum { LEAST_DPI = 36, MOST_DPI = 2400 };

static bool read_theme(const struct gt_args *args, struct gt_map_options *options,
                       struct gt_error *err)
{
    static const char *const words[] = {"light", "dark", "print"};
    int theme;
    if (!gt_args_choice(args, GT_OPTION_theme, words, 3, &theme, err))
        return false;
    options->theme = words[theme];
    return true;
}

static bool read_paper(const struct gt_args *args, struct gt_map_options *options,
                       struct gt_error *err)
{
    const char *name = args->value[GT_OPTION_paper];
    options->paper = name ? gt_paper_find(name) : NULL;
    if (name && !options->paper)
        return gt_fail(err, GT_USAGE, "--paper is one of %s, not \"%s\"",
                       "--paper 只能是 %s 之一，而不是“%s”",
                       gt_options[GT_OPTION_paper].placeholder, name);
    return true;
}

static bool read_dpi(const struct gt_args *args, struct gt_map_options *options,
                     struct gt_error *err)
{
    uint64_t dpi;
    if (!gt_args_number(args, GT_OPTION_dpi, GT_DPI, MOST_DPI, &dpi, err))
        return false;
    if (dpi < LEAST_DPI)
        return gt_fail(err, GT_USAGE, "--dpi is a whole number from %d to %d",
                       "--dpi 须为 %d 到 %d 之间的整数", LEAST_DPI, MOST_DPI);
    options->dpi = (double)dpi;
    return true;
}

bool gt_map_read_look(const struct gt_run *run, struct gt_map_options *options,
                      struct gt_error *err)
{
    options->both = run->both;
    options->link_base = run->args.value[GT_OPTION_link_base];
    return read_theme(&run->args, options, err) && read_paper(&run->args, options, err) &&
           read_dpi(&run->args, options, err) &&
           (!options->link_base || gt_link_check(options->link_base, err));
}
