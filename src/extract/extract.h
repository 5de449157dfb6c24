/* extract.h: from a reply's text to a graph: the stages in their order. */
#ifndef GT_EXTRACT_EXTRACT_H
#define GT_EXTRACT_EXTRACT_H

#include "extract/relation.h"
#include "extract/topic.h"

/* What all documents share; read only once it is made. */
struct gt_extractor {
    struct gt_triggers triggers;
    struct gt_lexicon lexicon;
};

/* All that was read of a document. */
struct gt_reading_all {
    struct gt_scan scan;
    struct gt_mentions mentions;
    struct gt_entities entities;
    struct gt_matches matches;
    struct gt_clauses clauses;
    struct gt_topics topics;
    struct gt_relations relations;
    struct gt_reading reading;
};

/* Makes an extractor of the shipped tables, the names of a graph (null: none), and a file of the
 * user's triggers (null: none). gt_extractor_fini() ends it, also after a failure. */
GT_MUST_USE bool gt_extractor_init(struct gt_extractor *extractor, const struct gt_graph *known,
                                   const char *rules, struct gt_error *err);
void gt_extractor_fini(struct gt_extractor *extractor);

/* Runs all stages on a document. Borrows what it is given; texts are in the arena. O(length). */
void gt_read_document(const struct gt_extractor *extractor, const struct gt_folded *folded,
                      const struct gt_metadata *metadata, struct gt_arena *arena,
                      struct gt_reading_all *all);
void gt_reading_fini(struct gt_reading_all *all);

/* Puts what a document states into an empty graph and finishes it: the document, its entities, its
 * ties with evidence, rule and confidence. `file` is the source's name for the record (null: none).
 */
GT_MUST_USE bool gt_extract(const struct gt_extractor *extractor, const struct gt_folded *folded,
                            const struct gt_metadata *metadata, const char *file,
                            struct gt_graph *graph, struct gt_error *err);

#endif
