/* extract.h: from a reply's text to a graph: the stages in their order. */
#ifndef GT_EXTRACT_EXTRACT_H
#define GT_EXTRACT_EXTRACT_H

#include "extract/lexicon.h"
#include "extract/metadata.h"
#include "extract/trigger.h"

enum gt_trace { GT_TRACE_NONE, GT_TRACE_TOKENS, GT_TRACE_ENTITIES, GT_TRACE_RELATIONS };

/* What all documents share; read only once it is made. */
struct gt_extractor {
    struct gt_triggers triggers;
    struct gt_lexicon lexicon;
};

/* Makes an extractor of the shipped tables, the names of a graph (null: none), and a file of the
 * user's triggers (null: none). gt_extractor_fini() ends it, also after a failure. */
GT_MUST_USE bool gt_extractor_init(struct gt_extractor *extractor, const struct gt_graph *known,
                                   const char *rules, struct gt_error *err);
void gt_extractor_fini(struct gt_extractor *extractor);

/* Puts what a document states into `graph`: the document, its entities, its ties with evidence, rule
 * and confidence. `file` is the name of the source for the record (null: none). With a trace, what
 * the stage saw is added to `trace` as text instead. O(length). */
GT_MUST_USE bool gt_extract(const struct gt_extractor *extractor, const struct gt_folded *folded,
                            const char *file, enum gt_trace stage, struct gt_graph *graph,
                            struct gt_buffer *trace, struct gt_error *err);

#endif
