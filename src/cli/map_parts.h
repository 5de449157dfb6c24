/* map_parts.h: what the options of `graphtool map` ask for, one part a file. */
#ifndef GT_CLI_MAP_PARTS_H
#define GT_CLI_MAP_PARTS_H

#include "cli/command.h"
#include "map/map.h"

/* A map being put together. Texts and arrays belong to run->arena. */
struct gt_map_request {
    struct gt_run *run;
    struct gt_selection selection;
    struct gt_selected selected;
    struct gt_map_options options;
};

/* --group-by: patches of the field (map_group.c). */
GT_MUST_USE bool gt_map_read_groups(struct gt_map_request *request, struct gt_error *err);

/* --diff OLD,NEW: reads the graph, when the two are files; then, once it is selected from, what
 * became of each node and tie (map_diff.c). */
GT_MUST_USE bool gt_map_load(struct gt_map_request *request, struct gt_error *err);
GT_MUST_USE bool gt_map_read_changes(struct gt_map_request *request, struct gt_error *err);

/* --backbone and --top: takes from the selection and says so on the map (map_crowd.c). */
GT_MUST_USE bool gt_map_thin(struct gt_map_request *request, struct gt_error *err);

/* --quality: a table of what the map is like (map_quality.c). */
GT_MUST_USE bool gt_map_table(struct gt_map_request *request, const struct gt_map_quality *quality,
                              struct gt_error *err);

#endif
