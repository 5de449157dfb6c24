/* legend_list.h: what a legend lists, before it is set. */
#ifndef GT_MAP_LEGEND_LIST_H
#define GT_MAP_LEGEND_LIST_H

#include "map/scene.h"

enum { GT_LEGEND_GROUPS = 5, GT_LEGEND_ENTRIES = 24 };

struct gt_legend_entry {
    const char *text, *count; /* count: null for none */
    const char *sign, *fill;  /* of a swatch; fill null: no swatch */
    enum gt_form form;
    const struct gt_scene_sample *line; /* null: no line */
    double size;                        /* of a sample of text; 0: none */
    bool bold;
    int ground; /* of a district; others: GT_GROUND_PLAIN */
};

struct gt_legend_group {
    const char *title;
    struct gt_legend_entry entry[GT_LEGEND_ENTRIES];
    int n;
    bool across; /* entries stand side by side: the sizes */
};

struct gt_legend {
    struct gt_scene *scene;
    struct gt_legend_group group[GT_LEGEND_GROUPS];
    int n;
};

/* Lists types, families or changes, styles, districts and sizes: those that are on the map. */
void gt_legend_list(struct gt_legend *legend, struct gt_scene *scene);

#endif
