/* stamp.h: what every artefact says of how it was made: tool, seed, inputs, and what was measured.
 *
 * The same inputs give the same stamp: it holds no time and no folder. */
#ifndef GT_GRAPH_STAMP_H
#define GT_GRAPH_STAMP_H

#include "base/hash.h"
#include "graph/view.h"

/* A file that was read. */
struct gt_input {
    const char *file;            /* its name without folder; "stdin" for standard input */
    char sha256[GT_SHA256_TEXT]; /* of its bytes */
};

struct gt_stamp {
    uint64_t seed;
    const struct gt_input *inputs; /* borrowed */
    uint32_t n_inputs;
    const struct gt_view *view; /* what was measured; null: the selection says it */
    const struct gt_graph *graph;
    const struct gt_selection *selection; /* null: all of the graph */
};

/* The stamp as an object: {"tool", "version", "seed", "inputs": [{"file", "sha256"}], "view"}. */
void gt_stamp_write(const struct gt_stamp *stamp, struct gt_json *json);

#endif
