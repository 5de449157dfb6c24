/* palette.c: the tables behind palette.h. */
#include "map/palette.h"

#include "map/map.h"

#include <string.h>

const struct gt_node_look gt_node_looks[GT_NODE_TYPES] = {
#define NODE_COLOUR(type, colour_, en, zh)                                                         \
    [GT_NODE_##type] = {.colour = (colour_), .sign = GT_TEXT(en, zh)},
#include "map/palette.def"
#undef NODE_COLOUR
};

const char *const gt_family_colours[GT_EDGE_FAMILIES] = {
#define FAMILY_COLOUR(family, colour) [GT_FAMILY_##family] = (colour),
#include "map/palette.def"
#undef FAMILY_COLOUR
};

const struct gt_change_look gt_change_looks[] = {
#define CHANGE_LOOK(change, colour_, sign_)                                                        \
    [GT_CHANGE_##change] = {.colour = (colour_), .sign = (sign_)},
#include "map/palette.def"
#undef CHANGE_LOOK
};

static const struct gt_theme themes[] = {
#define THEME(name_, page_, ink_, quiet_, box_, rule_, ...)                                        \
    {.name = #name_,                                                                               \
     .page = (page_),                                                                              \
     .ink = (ink_),                                                                                \
     .quiet = (quiet_),                                                                            \
     .box = (box_),                                                                                \
     .rule = (rule_),                                                                              \
     .ground = {__VA_ARGS__}},
#include "map/palette.def"
#undef THEME
};

const struct gt_theme *gt_theme_find(const char *name)
{
    for (size_t i = 0; i < sizeof themes / sizeof *themes; i++)
        if (!name || strcmp(themes[i].name, name) == 0)
            return &themes[i];
    return NULL;
}
