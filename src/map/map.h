/* map.h: a network map: part of a graph drawn on a page, as DOT, SVG, PDF or PNG.
 *
 * How it works: a scene with a place for everything (scene.h) is laid out (layout.h), put into one
 * cgraph graph with pinned positions, and rendered by gvc in a child process. Sizes come from our
 * own width table, so DOT and SVG are the same bytes on every machine. */
#ifndef GT_MAP_MAP_H
#define GT_MAP_MAP_H

#include "base/buffer.h"
#include "map/options.h"

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

/* The characters, each once, of the texts drawn last that no font of this machine has: PDF and PNG
 * show empty boxes for them. "" for SVG and DOT, which only name fonts. */
const char *gt_map_missing(const struct gt_map *map);

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

#endif
