/* palette.h: colours and signs, as rows of palette.def. */
#ifndef GT_MAP_PALETTE_H
#define GT_MAP_PALETTE_H

#include "graph/ontology.h"

enum { GT_GROUNDS = 4 };

struct gt_node_look {
    const char *colour;
    struct gt_text sign; /* one Chinese or two Latin letters */
};

struct gt_theme {
    const char *name;
    const char *page, *ink, *quiet, *box, *rule;
    const char *ground[GT_GROUNDS]; /* districts' tints; [2] is the ground of what is shared */
};

extern const struct gt_node_look gt_node_looks[GT_NODE_TYPES];
extern const char *const gt_family_colours[GT_EDGE_FAMILIES];

/* How what is new, gone and kept is told apart: by colour and by a sign in front of the label. */
struct gt_change_look {
    const char *colour, *sign;
};
extern const struct gt_change_look gt_change_looks[];

/* The theme of that name; the first for null; null when there is none. */
const struct gt_theme *gt_theme_find(const char *name);

#endif
