/* scene.h: everything that a map shows, with its place on the page, before any library draws it.
 *
 * Coordinates are points, x to the right, y downwards, (0, 0) the page's upper left corner. Texts
 * are clean (gt_label_clean) and belong to the scene's arena; they are escaped where they are
 * written. */
#ifndef GT_MAP_SCENE_H
#define GT_MAP_SCENE_H

#include "map/cite.h"
#include "map/geometry.h"
#include "map/label.h"
#include "map/options.h"
#include "map/palette.h"
#include "map/path.h"

enum { GT_SIZES = 5 };

/* Margin of the page, a part of its width; the smallest text on paper, in points. */
#define GT_MARGIN         0.022
#define GT_LEAST_ON_PAPER 6.0

/* The faces of all texts, the best first. */
#define GT_FONT_FAMILY                                                                             \
    "Noto Sans CJK SC,Source Han Sans SC,PingFang SC,Microsoft YaHei,Hiragino Sans GB,sans-serif"

/* Points of text by size step. */
extern const double gt_size_fonts[GT_SIZES];

/* Grounds of boxes that are not of one tinted district: of none, of several. */
enum { GT_GROUND_PLAIN = -2, GT_GROUND_SHARED = -1 };

/* A node of the graph: a box with its sign at the left. */
struct gt_scene_box {
    uint32_t node; /* in the graph */
    uint32_t zone; /* in the scene */
    enum gt_node_type type;
    gt_districts districts;
    uint32_t twin; /* the same node in the other picture (side by side), or GT_NONE */
    bool dot;      /* too small for a label (overview) */
    enum gt_change change;
    const char *id;                /* the node's; in the second picture with the zone's behind */
    struct gt_label label, second; /* second: in the other language, beneath; no lines: none */
    double font, second_font, sign_width;
    int ground;          /* of the theme's tints, or GT_GROUND_... */
    const char *fill;    /* by the ground */
    int size;            /* step 0 .. GT_SIZES - 1 */
    bool heavy;          /* emphasised: shared, or the centre */
    bool bold;           /* the label: the largest, which the eye is to find first */
    struct gt_rect rect; /* sign and label */
    const char *tooltip, *classes;
};

/* All ties of one family between two nodes: one line. */
struct gt_scene_line {
    uint32_t from, to; /* boxes */
    enum gt_edge_family family;
    enum gt_edge_status status; /* the most present one: ongoing, planned, past */
    bool head, tail;            /* arrowheads at `to`, at `from` */
    uint32_t statements;
    enum gt_change change;
    double amount;     /* yuan stated for its ties, joint sums divided; 0: none */
    const char *label; /* null, or the amount in words, for layers */
    struct gt_rect label_rect;
    uint32_t first, n; /* its ties: scene->ties[first .. first + n), edges of the graph */
    struct gt_path path;
    const char *tooltip, *classes;
};

/* A hop around the centre: an ellipse. */
struct gt_scene_ring {
    struct gt_point middle;
    double x_radius, y_radius;
    const char *title;
};

/* Part of the page with a ground of its own; one zone without title is the whole field. */
struct gt_scene_zone {
    struct gt_rect field, ground;
    const char *title, *name; /* name: the title in the map's first language */
    const char *id, *fill;
    uint32_t n_boxes;
};

enum gt_align { GT_ALIGN_LEFT, GT_ALIGN_CENTRE, GT_ALIGN_RIGHT };

/* A piece of title, legend or footer: a rectangle with or without colours, a text, or both. */
struct gt_scene_item {
    struct gt_rect rect;
    const char *text, *group; /* group: the class in SVG: "title", "legend", "footer" */
    double font;
    bool bold;
    enum gt_align align;
    enum gt_form form;
    const char *ink, *fill, *stroke; /* null: none */
    double stroke_width;
};

/* A sample line of the legend. */
struct gt_scene_sample {
    struct gt_point from, to;
    const char *colour;
    double width;
    bool dashed, headed;
    enum gt_head head;
};

struct gt_scene {
    struct gt_arena arena;
    const struct gt_graph *graph;         /* borrowed */
    const struct gt_map_options *options; /* borrowed */
    const struct gt_theme *theme;
    enum gt_map_format format;      /* that is being drawn */
    double width, height, scale;    /* of the page; of titles and legend, which grow with it */
    double least_font;              /* that is six points on paper; 0 without paper */
    double fill;                    /* how full the field may be; 0: as full as looks best */
    double zoom;                    /* of the boxes: a small map is drawn larger */
    double zone_padding, zone_head; /* between a zone's boxes and its border; above, besides */
    struct gt_scene_box *boxes;
    struct gt_scene_line *lines;
    uint32_t *ties;
    struct gt_scene_zone *zones;
    struct gt_scene_item *items;
    struct gt_scene_sample *samples;
    struct gt_scene_ring *rings;
    uint32_t n_boxes, n_lines, n_ties, n_zones, n_items, n_samples, n_rings;
    uint32_t left_out;       /* ties between the two pictures, which neither shows */
    uint32_t hidden_amounts; /* that found no place on their line */
    uint32_t seed;           /* of the layout that was kept */
    int tint[GT_DISTRICTS];  /* of the theme, by district; -1: none */
    int n_tints;             /* 0: districts are not told apart */
    size_t room_items, room_samples;
    int bold_size; /* the step from which on labels are bold; GT_SIZES: none */
    double size_low[GT_SIZES], size_high[GT_SIZES]; /* values seen of each size; low > high: none */
    struct gt_map_quality quality;
};

/* Fills a zeroed scene with boxes and lines, sized but without places. */
GT_MUST_USE bool gt_scene_make(struct gt_scene *scene, const struct gt_graph *graph,
                               const struct gt_selected *selected,
                               const struct gt_map_options *options, struct gt_error *err);
void gt_scene_fini(struct gt_scene *scene);

/* True when two districts are compared; true when their pictures stand side by side. */
bool gt_scene_compares(const struct gt_map_options *options);
bool gt_scene_doubles(const struct gt_map_options *options);

/* The colour of a box's sign and border: by type, or by change. */
const char *gt_scene_box_colour(const struct gt_scene *scene, const struct gt_scene_box *box);

/* The layout that a scene has: never GT_MAP_AUTO. */
enum gt_map_layout gt_scene_layout(const struct gt_scene *scene);

/* The lines of each box: at[offset[box] .. offset[box + 1]); the caller frees both. */
struct gt_scene_index {
    uint32_t *offset, *at;
};
struct gt_scene_index gt_scene_index(const struct gt_scene *scene);
void gt_scene_index_fini(struct gt_scene_index *index);

/* Grounds of boxes by district, when there are several; scene->tint says which (ground.c). */
void gt_scene_tint(struct gt_scene *scene);

/* Gives groups that lie side by side grounds of different tints, once they have places. */
void gt_scene_tint_groups(struct gt_scene *scene);

/* What stands around the field (furniture.c): points above it and below it on a page of that width,
 * and all of it, when the field is laid out. */
double gt_furniture_scale(double width);
double gt_furniture_least(const struct gt_scene *scene, double width); /* see least_font */
double gt_furniture_above(struct gt_scene *scene, double width);
double gt_furniture_below(struct gt_scene *scene, double width);
void gt_furniture_add(struct gt_scene *scene);
/* Headings of zones: before lines are led, which keep off them. */
void gt_furniture_add_headings(struct gt_scene *scene);

/* The legend (legend.c): its height within a width, and itself. Both in texts of that size. */
double gt_legend_height(struct gt_scene *scene, double width, double font);
void gt_legend_add(struct gt_scene *scene, const struct gt_rect *rect, double font);

/* Both texts, or that of the map's language: "节点 Nodes". */
const char *gt_scene_say(struct gt_scene *scene, const struct gt_text *text);

/* How much larger than the scene the sheet of paper is; 1 without. */
double gt_scene_zoom(const struct gt_scene *scene);

/* The documents that state what is drawn, as flags that the caller frees. */
bool *gt_scene_sources(const struct gt_scene *scene);

/* Adds a comparison's table of counts by type (inset.c), where there is room beside the title. */
void gt_inset_add(struct gt_scene *scene);

/* Adds a text of one line: `at` is its left, middle or right end at half its height. */
void gt_scene_add_text(struct gt_scene *scene, const char *group, const char *text,
                       struct gt_point at, double font, enum gt_align align, const char *ink);
struct gt_scene_item *gt_scene_add_item(struct gt_scene *scene, const char *group,
                                        const struct gt_rect *rect);
void gt_scene_add_sample(struct gt_scene *scene, const struct gt_scene_sample *sample);

/* What stands in the tooltips (tooltip.c). */
const char *gt_tooltip_of_box(struct gt_scene *scene, const struct gt_scene_box *box,
                              const struct gt_scene_index *index);
const char *gt_tooltip_of_line(struct gt_scene *scene, const struct gt_scene_line *line);

#endif
