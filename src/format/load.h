/* load.h: from paths on the command line to one graph. */
#ifndef GT_FORMAT_LOAD_H
#define GT_FORMAT_LOAD_H

#include "base/buffer.h"
#include "base/fault.h"
#include "graph/stamp.h"

#include <stddef.h>

#define GT_FILE_LIMIT ((size_t)64 << 20) /* most bytes of a file */

/* What was loaded. Zeroed is valid and empty. */
struct gt_load {
    struct gt_graph *graph;
    struct gt_input *inputs; /* in the order read; the same file once */
    uint32_t n_inputs;
    /* below: for load.c only */
    size_t room;
    struct gt_arena arena;
};

void gt_load_fini(struct gt_load *load);

/* What is done with a file: `file` names it in messages. */
typedef bool gt_load_take(void *context, const char *file, const struct gt_buffer *bytes,
                          struct gt_error *err);

/* Reads n paths and calls take(context, ...) for each file, once; stops at the first failure. The
 * files go to load->inputs; the graph is left alone. */
GT_MUST_USE bool gt_load_each(const char *const *paths, size_t n, struct gt_load *load,
                              gt_load_take *take, void *context, struct gt_error *err);

/* Reads n paths: files, folders (all of their *.json but schema.json, by name), or "-" for standard
 * input. Any fault of the data fails with GT_DATA and the first faults as the message; a path that
 * cannot be read fails with GT_FILE. */
GT_MUST_USE bool gt_load(const char *const *paths, size_t n, struct gt_load *load,
                         struct gt_error *err);

/* The same, but faults of the data are added to `faults` and only what cannot be read at all fails;
 * records with faults are left out of the graph. `notes` (null: not wanted) gets where files
 * disagree without contradiction. */
GT_MUST_USE bool gt_load_all(const char *const *paths, size_t n, struct gt_load *load,
                             struct gt_faults *faults, struct gt_faults *notes,
                             struct gt_error *err);

#endif
