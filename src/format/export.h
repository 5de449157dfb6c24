/* export.h: writing a graph in the formats of export_format.def. */
#ifndef GT_FORMAT_EXPORT_H
#define GT_FORMAT_EXPORT_H

#include "base/buffer.h"
#include "graph/stamp.h"

/* What to write; all borrowed. */
struct gt_export {
    const struct gt_graph *graph;
    const struct gt_selected *selected; /* null: everything */
    const struct gt_stamp *stamp;       /* null: none */
    enum gt_lang lang;                  /* of labels */
    const char *schema;                 /* own format: what "$schema" says; null: nothing */
    const double *x, *y; /* positions [n_nodes], NAN without; null: columns "x" and "y", if any */
};

/* Adds the graph to `out`. Own format: a selection takes along the documents of what it selects and
 * their issuers, so that the file stands on its own; columns and positions are left out, being no
 * data. The other formats write every column as an attribute of the nodes. */
typedef void gt_export_write(const struct gt_export *export, struct gt_buffer *out);

struct gt_export_format {
    const char *name;   /* as the command line spells it */
    const char *suffix; /* of files, without dot */
    struct gt_text title;
    gt_export_write *write;
};

/* Where a node is drawn: false when there is no place for it. */
bool gt_export_position(const struct gt_export *export, uint32_t node, double *x, double *y);

/* All formats, in the order of export_format.def; *n is their number. */
const struct gt_export_format *gt_export_formats(size_t *n);

/* The format of that name, null when there is none. */
const struct gt_export_format *gt_export_format_find(const char *name);

/* The nearest name, for "did you mean"; null when none is near. */
const char *gt_export_format_suggest(const char *name);

#define EXPORT_FORMAT(name, suffix, writer, en, zh) gt_export_write writer;
#include "format/export_format.def"
#undef EXPORT_FORMAT

#endif
