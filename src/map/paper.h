/* paper.h: maps that must fit a sheet of paper or a slide. */
#ifndef GT_MAP_PAPER_H
#define GT_MAP_PAPER_H

#include "map/scene.h"

/* Makes and lays out a scene (zeroed) for options->paper, of as many nodes as can be drawn with
 * text of GT_LEAST_ON_PAPER points; options->remarks then says how many are not. Fails as
 * gt_scene_make() does, and with GT_USAGE when the sheet is too small for even a few. */
GT_MUST_USE bool gt_paper_fit(struct gt_scene *scene, const struct gt_graph *graph,
                              const struct gt_selected *selected, struct gt_map_options *options,
                              struct gt_error *err);

/* The smallest text of a laid-out scene, in points on its sheet. */
double gt_paper_least(const struct gt_scene *scene);

#endif
