/* map.h: a network map: part of a graph drawn on a page, as DOT, SVG, PDF or PNG.
 *
 * How it works: a scene with a place for everything (scene.h) is laid out (layout.h), put into one
 * cgraph graph with pinned positions, and rendered by gvc in a child process. Sizes come from our
 * own width table, so DOT and SVG are the same bytes on every machine. */
#ifndef GT_MAP_MAP_H
#define GT_MAP_MAP_H

#include "base/buffer.h"
#include "base/error.h"
#include "graph/selection.h"

struct gt_paper; /* palette.h */

enum gt_map_format {
#define MAP_FORMAT(name, ...) GT_MAP_##name,
#include "map/format.def"
#undef MAP_FORMAT
    GT_MAP_FORMATS
};

enum { GT_DPI = 144 };

/* Zeroed draws an SVG in English without sizes. Texts are borrowed; null ones are made up from what
 * is drawn. */
struct gt_map_options {
    enum gt_lang lang;
    bool both; /* the other language too: beneath labels, behind legend entries */
    enum gt_map_format format;
    const char *title, *subtitle, *second_title; /* second: in the other language */
    const char *left_out;    /* null, or what is not drawn and why, behind the subtitle */
    const char *stamp;       /* what was measured: view, hashes; stands behind version and seed */
    const char *size_column; /* a column of the graph that sizes the boxes; null: all equal */
    const char *size_title;  /* how people call it; null: the column's name */
    const char *theme;       /* null: light */
    const char *link_base;   /* null: no links; gt_link_check() has agreed to it */
    const struct gt_paper *paper; /* null: as large as the map asks for */
    double dpi;                   /* of PNG; 0: GT_DPI */
    enum gt_membership by;        /* how nodes belong to districts */
    gt_districts left, right; /* one district each, for a comparison: left-only nodes at the left,
                                 right-only ones at the right, shared ones between; nodes of neither
                                 are left out. 0: no comparison */
    const bool *centre;       /* null, or [n_nodes]: nodes drawn with a heavy frame (ego) */
    uint32_t seed;
};

/* What the picture is like, for its stamp and for tests. */
struct gt_map_quality {
    uint32_t nodes, lines;
    uint32_t overlaps;  /* pairs of boxes that overlap: always 0 */
    uint32_t crossings; /* pairs of lines that cross */
    uint32_t passes;    /* lines that run behind a box that is not theirs */
};

/* A map that is laid out and can be drawn in several formats: one layout, the same picture. Ended
 * by gt_map_free(); graph and options are borrowed until then. Fails as gt_map_render() does. */
struct gt_map;
GT_MUST_USE bool gt_map_new(const struct gt_graph *graph, const struct gt_selected *selected,
                            const struct gt_map_options *options, struct gt_map **map,
                            struct gt_error *err);
void gt_map_free(struct gt_map *map);

/* Adds the picture in a format to `out`; options->format is not looked at. */
GT_MUST_USE bool gt_map_draw(struct gt_map *map, enum gt_map_format format, struct gt_buffer *out,
                             struct gt_error *err);

const struct gt_map_quality *gt_map_quality(const struct gt_map *map);

/* Draws the selected part of a graph and adds the picture to `out`. Fails with GT_USAGE when an
 * option is wrong (no such column or theme, no such district in the graph) and with GT_NO when
 * nothing is selected. quality may be null. */
GT_MUST_USE bool gt_map_render(const struct gt_graph *graph, const struct gt_selected *selected,
                               const struct gt_map_options *options, struct gt_buffer *out,
                               struct gt_map_quality *quality, struct gt_error *err);

/* Where the map puts the nodes: centres in points, x to the right, y downwards; NAN for nodes that
 * are not selected. x and y have graph->n_nodes values. Fails as gt_map_render() does. */
GT_MUST_USE bool gt_map_positions(const struct gt_graph *graph, const struct gt_selected *selected,
                                  const struct gt_map_options *options, double *x, double *y,
                                  struct gt_error *err);

/* Agrees to what links may begin with: an address of http or https, or a relative one, of the
 * characters that RFC 3986 allows; fails with GT_USAGE otherwise. */
GT_MUST_USE bool gt_link_check(const char *base, struct gt_error *err);

/* The sheet of that name ("a4", "16:9"); null when there is none. */
const struct gt_paper *gt_paper_find(const char *name);

/* The format of a name ("svg") or of a file name's ending ("a.svg"); GT_MAP_FORMATS for none. */
enum gt_map_format gt_map_format_find(const char *name);
const char *gt_map_format_name(enum gt_map_format format);

#endif
