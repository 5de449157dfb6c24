/* trace.h: what a stage of extraction saw, as text. */
#ifndef GT_EXTRACT_TRACE_H
#define GT_EXTRACT_TRACE_H

#include "base/buffer.h"
#include "extract/extract.h"

enum gt_trace { GT_TRACE_NONE, GT_TRACE_TOKENS, GT_TRACE_ENTITIES, GT_TRACE_RELATIONS };

/* Adds one line for each thing that the stage saw: words of the lexicons by sentence; mentions with
 * their kind, type and entity; phrases of triggers with what they tie. Places are code points of
 * the folded text. */
void gt_trace_write(const struct gt_reading_all *all, enum gt_trace stage, enum gt_lang lang,
                    struct gt_buffer *out);

#endif
