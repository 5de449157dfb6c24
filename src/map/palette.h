/* palette.h: colours, signs, forms and sheets, as rows of palette.def. */
#ifndef GT_MAP_PALETTE_H
#define GT_MAP_PALETTE_H

#include "graph/ontology.h"

enum { GT_TINTS = 6 };

enum gt_form { GT_FORM_BOX, GT_FORM_CUT, GT_FORM_PILL };

/* Ends of directed lines. */
enum gt_head {
    GT_HEAD_normal,
    GT_HEAD_diamond,
    GT_HEAD_vee,
    GT_HEAD_dot,
    GT_HEAD_empty,
    GT_HEAD_odot,
    GT_HEADS
};

extern const char *const gt_head_names[GT_HEADS]; /* as Graphviz calls them */

struct gt_node_look {
    const char *colour;
    struct gt_text sign; /* one Chinese or two Latin letters */
    enum gt_form form;
};

struct gt_family_look {
    const char *colour;
    enum gt_head head;
};

/* How what is new, gone and kept is told apart: by colour and by a sign in front of the label. */
struct gt_change_look {
    const char *colour, *sign;
};

struct gt_theme {
    const char *name;
    const char *page, *ink, *quiet, *box, *rule, *past;
    const char *zone[3]; /* of a comparison: left, shared, right */
    const char *shared;
    double line_opacity; /* lines are many and stay behind the names */
    const char *tint[GT_TINTS];
    const struct gt_node_look *node;     /* [GT_NODE_TYPES] */
    const struct gt_family_look *family; /* [GT_EDGE_FAMILIES] */
    const struct gt_change_look *change; /* [GT_CHANGES] */
};

/* A sheet of paper or a slide, in points. */
struct gt_paper {
    const char *name;
    double width, height;
};

/* The theme of that name; the first for null; null when there is none. */
const struct gt_theme *gt_theme_find(const char *name);

#endif
