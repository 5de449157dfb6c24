/* options.h: what a map is asked for, and what it says of itself. */
#ifndef GT_MAP_OPTIONS_H
#define GT_MAP_OPTIONS_H

#include "base/error.h"
#include "graph/selection.h"

struct gt_paper; /* palette.h */

enum gt_map_format {
#define MAP_FORMAT(name, ...) GT_MAP_##name,
#include "map/format.def"
#undef MAP_FORMAT
    GT_MAP_FORMATS
};

/* AUTO: rings where there is a centre, an overview of more than GT_MAP_LABELLED nodes, else forces.
 * FORCE: what is tied stands near. RINGS: around the centre, by the number of ties away. LAYERED:
 * from sources at the left to receivers at the right, amounts on the lines. OVERVIEW: dots, with
 * labels for the largest only. */
enum gt_map_layout { GT_MAP_AUTO, GT_MAP_FORCE, GT_MAP_RINGS, GT_MAP_LAYERED, GT_MAP_OVERVIEW };
enum { GT_MAP_LABELLED = 2500, GT_MAP_LABELS = 80 };

/* What became of a node or tie between two states of a graph. */
enum gt_change { GT_CHANGE_KEPT, GT_CHANGE_NEW, GT_CHANGE_GONE, GT_CHANGES };

enum { GT_DPI = 144 };

/* Zeroed draws an SVG in English without sizes. Texts are borrowed; those that may be null are null
 * in both languages. */
struct gt_map_options {
    enum gt_lang lang;
    bool both; /* the other language too: beneath labels, behind legend entries */
    enum gt_map_format format;
    struct gt_text title;      /* null: made up from what is drawn */
    struct gt_text remarks;    /* null, or what is not drawn and why, behind the subtitle */
    struct gt_text stamp;      /* null, or what was drawn: view, hashes; behind version and seed */
    const char *size_column;   /* a column of the graph that sizes the boxes; null: all equal */
    struct gt_text size_title; /* how people call it; null: the column's name */
    const char *theme;         /* null: light */
    const char *link_base;     /* null: no links; gt_link_check() has agreed to it */
    const struct gt_paper *paper; /* null: as large as the map asks for */
    double dpi;                   /* of PNG; 0: GT_DPI */
    enum gt_membership by;        /* how nodes belong to districts */
    gt_districts left, right; /* one district each, for a comparison: left-only nodes at the left,
                                 right-only ones at the right, shared ones between; nodes of neither
                                 are left out. 0: no comparison */
    bool side_by_side;        /* left and right as two pictures of the same positions, in which
                                 shared nodes stand in both */
    const bool *centre;       /* null, or [n_nodes]: nodes drawn with a heavy frame (ego) */
    enum gt_map_layout layout;
    uint32_t labels;       /* how many boxes an overview labels; 0: GT_MAP_LABELS */
    const uint32_t *group; /* null, or [n_nodes]: below n_groups: patches of the field, each
                              with its name; not with districts, rings or layers */
    const struct gt_text *group_name; /* [n_groups]; borrowed */
    uint32_t n_groups;
    const unsigned char *node_change,
        *edge_change;                       /* null, or [n_nodes], [n_edges]: enum gt_change */
    struct gt_text change_name[GT_CHANGES]; /* for the legend */
    uint32_t effort; /* layouts tried, with seeds from `seed` on; the best score wins; 0 is 1 */
    uint32_t seed;
};

/* What the picture is like, for its stamp, for choosing among tries and for tests. */
struct gt_map_quality {
    uint32_t nodes, lines;
    uint32_t labelled;  /* nodes with a whole label: all but in an overview */
    uint32_t overlaps;  /* pairs of boxes that overlap: always 0 */
    uint32_t crossings; /* pairs of lines that cross */
    bool estimated;     /* crossings are projected from a part of the lines */
    uint32_t passes;    /* lines that run behind a box that is not theirs, or a heading */
    double bend;        /* degrees that a line turns on its way, the mean of all */
    double stress;      /* 0: distances on the page are those in the graph; towards 1: not at all */
    double spread;      /* of the lines' lengths: standard deviation by mean */
    double cover;       /* part of the field that boxes take */
    double ratio;       /* of the page, width to height */
    double score;  /* crossings and twice the passes, each by line, + bend by 90 degrees + stress +
                      spread; less is better */
    uint32_t seed; /* of the layout that was kept */
};

/* Agrees to what links may begin with: an address of http or https, or a relative one, of the
 * characters that RFC 3986 allows; fails with GT_USAGE otherwise. */
GT_MUST_USE bool gt_link_check(const char *base, struct gt_error *err);

/* The sheet of that name ("a4", "16:9"); null when there is none. */
const struct gt_paper *gt_paper_find(const char *name);

/* The format of a name ("svg"), or of a file's ending ("a.SVG"); GT_MAP_FORMATS for none. Case does
 * not count. */
enum gt_map_format gt_map_format_find(const char *name);
enum gt_map_format gt_map_format_of_file(const char *path);
const char *gt_map_format_name(enum gt_map_format format);

#endif
