/* palette.c: the tables behind palette.h. */
#include "map/palette.h"

#include "map/options.h"

#include <string.h>
#include <strings.h>

const char *const gt_head_names[GT_HEADS] = {
    [GT_HEAD_normal] = "normal", [GT_HEAD_diamond] = "diamond", [GT_HEAD_vee] = "vee",
    [GT_HEAD_dot] = "dot",       [GT_HEAD_empty] = "empty",     [GT_HEAD_odot] = "odot"};

enum theme { THEME_light, THEME_dark, THEME_print, THEMES };

#define LOOK(colour_, form_, en, zh)                                                               \
    {                                                                                              \
        .colour = (colour_), .form = GT_FORM_##form_, .sign = GT_TEXT(en, zh)                      \
    }

static const struct gt_node_look nodes[THEMES][GT_NODE_TYPES] = {
#define NODE_LOOK(type, form, light, dark, print, en, zh)                                          \
    [THEME_light][GT_NODE_##type] = LOOK(light, form, en, zh),                                     \
    [THEME_dark][GT_NODE_##type] = LOOK(dark, form, en, zh),                                       \
    [THEME_print][GT_NODE_##type] = LOOK(print, form, en, zh),
#include "map/palette.def"
#undef NODE_LOOK
};

static const struct gt_family_look families[THEMES][GT_EDGE_FAMILIES] = {
#define FAMILY_LOOK(family, light, dark, print, head)                                              \
    [THEME_light][GT_FAMILY_##family] = {(light), GT_HEAD_##head},                                 \
    [THEME_dark][GT_FAMILY_##family] = {(dark), GT_HEAD_##head},                                   \
    [THEME_print][GT_FAMILY_##family] = {(print), GT_HEAD_##head},
#include "map/palette.def"
#undef FAMILY_LOOK
};

static const struct gt_change_look changes[THEMES][GT_CHANGES] = {
#define CHANGE_LOOK(change, light, dark, print, sign)                                              \
    [THEME_light][GT_CHANGE_##change] = {(light), (sign)},                                         \
    [THEME_dark][GT_CHANGE_##change] = {(dark), (sign)},                                           \
    [THEME_print][GT_CHANGE_##change] = {(print), (sign)},
#include "map/palette.def"
#undef CHANGE_LOOK
};

static const struct gt_theme themes[THEMES] = {
#define THEME(name_, opacity, page_, ink_, quiet_, box_, rule_, past_, left, both, right, shared_, \
              ...)                                                                                 \
    [THEME_##name_] = {.name = #name_,                                                             \
                       .page = (page_),                                                            \
                       .ink = (ink_),                                                              \
                       .quiet = (quiet_),                                                          \
                       .box = (box_),                                                              \
                       .rule = (rule_),                                                            \
                       .past = (past_),                                                            \
                       .zone = {left, both, right},                                                \
                       .line_opacity = (opacity),                                                  \
                       .shared = (shared_),                                                        \
                       .tint = {__VA_ARGS__},                                                      \
                       .node = nodes[THEME_##name_],                                               \
                       .family = families[THEME_##name_],                                          \
                       .change = changes[THEME_##name_]},
#include "map/palette.def"
#undef THEME
};

static const struct gt_paper papers[] = {
#define PAPER(...) {__VA_ARGS__},
#include "map/palette.def"
#undef PAPER
};

const struct gt_theme *gt_theme_find(const char *name)
{
    for (size_t i = 0; i < sizeof themes / sizeof *themes; i++)
        if (!name || strcmp(themes[i].name, name) == 0)
            return &themes[i];
    return NULL;
}

const struct gt_paper *gt_paper_find(const char *name)
{
    for (size_t i = 0; i < sizeof papers / sizeof *papers; i++)
        if (strcasecmp(papers[i].name, name) == 0)
            return &papers[i];
    return NULL;
}
