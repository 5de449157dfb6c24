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

/* Checks what -T, -f and the endings of the -o say, before anything is read; writes, once laid out,
 * the picture for each -o, or for standard output unless the quality is to stand there; says on
 * standard error which characters of the last drawing the machine's fonts do not have (map_form.c).
 */
GT_MUST_USE bool gt_map_check_forms(const struct gt_args *args, struct gt_error *err);
GT_MUST_USE bool gt_map_write(struct gt_run *run, struct gt_map *map, struct gt_error *err);
void gt_map_warn(const struct gt_run *run, const char *path, const struct gt_map *map);

/* True for a flow of capital: layers, of ties that are not named. */
bool gt_map_is_flow(const struct gt_args *args);

/* Title and stamp, once the selection is read (map_title.c). */
void gt_map_name(struct gt_map_request *request);

/* --group-by: patches of the field (map_group.c). */
GT_MUST_USE bool gt_map_read_groups(struct gt_map_request *request, struct gt_error *err);

/* --diff OLD,NEW: reads the graph, when the two are files; then, once it is selected from, what
 * became of each node and tie (map_diff.c). */
GT_MUST_USE bool gt_map_load(struct gt_map_request *request, struct gt_error *err);
GT_MUST_USE bool gt_map_read_changes(struct gt_map_request *request, struct gt_error *err);

/* Adds to what stands behind the subtitle. */
void gt_map_remark(struct gt_map_request *request, const struct gt_text *text);

/* --backbone and --top: takes from the selection and says so on the map (map_crowd.c). */
GT_MUST_USE bool gt_map_thin(struct gt_map_request *request, struct gt_error *err);

/* --quality: a table of what the map is like (map_quality.c). */
GT_MUST_USE bool gt_map_table(struct gt_map_request *request, const struct gt_map_quality *quality,
                              struct gt_error *err);

#endif
