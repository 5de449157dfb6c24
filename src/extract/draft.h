/* draft.h: what was read of a document as part of a graph. */
#ifndef GT_EXTRACT_DRAFT_H
#define GT_EXTRACT_DRAFT_H

#include "extract/relation.h"
#include "extract/slug.h"

/* Puts the document, the entities worth keeping (organisations, and whatever is tied) and the ties
 * into a graph. */
void gt_draft_put(const struct gt_reading *reading, const struct gt_relations *relations,
                  const char *file, struct gt_graph *graph, struct gt_faults *faults);

#endif
