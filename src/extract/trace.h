/* trace.h: what a stage of extraction saw, as text. */
#ifndef GT_EXTRACT_TRACE_H
#define GT_EXTRACT_TRACE_H

#include "base/buffer.h"
#include "extract/extract.h"

enum gt_trace {
    GT_TRACE_NONE,
#define TRACE_STAGE(name, ...) GT_TRACE_##name,
#include "extract/trace_stage.def"
#undef TRACE_STAGE
    GT_TRACES
};

/* The stage of a name; GT_TRACES when there is none. */
enum gt_trace gt_trace_find(const char *name);

/* Adds "name: what it shows" for each stage, each on a new line, indented by two. */
void gt_trace_list(enum gt_lang lang, struct gt_buffer *out);

/* Runs a document up to a stage and adds a line for each thing that the stage saw. Places are code
 * points of the folded text. */
void gt_trace_write(const struct gt_extractor *extractor, const struct gt_folded *folded,
                    const struct gt_metadata *metadata, enum gt_trace stage, enum gt_lang lang,
                    struct gt_buffer *out);

#endif
