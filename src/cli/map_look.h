/* map_look.h: the options of `graphtool map` that say how it looks, not what it shows. */
#ifndef GT_CLI_MAP_LOOK_H
#define GT_CLI_MAP_LOOK_H

#include "cli/command.h"
#include "map/map.h"

/* Reads --theme, --paper, --dpi, --link-base and the second language; fails with GT_USAGE. */
GT_MUST_USE bool gt_map_read_look(const struct gt_run *run, struct gt_map_options *options,
                                  struct gt_error *err);

#endif
