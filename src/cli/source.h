/* source.h: the documents that a graph speaks of, read by the readers of extract/ whatever their
 * form, and the way from a span of their text back to page and line. */
#ifndef GT_CLI_SOURCE_H
#define GT_CLI_SOURCE_H

#include "format/sources.h"
#include "read/text.h"

/* Zeroed is valid: there are no sources. Must not be moved while it is open. */
struct gt_source {
    struct gt_sources sources;
    struct gt_folded **folded; /* [n] by document; null: not read */
    uint32_t n;
};

/* Opens a folder of documents; borrows it and the graph. Fails as gt_sources_open(). */
GT_MUST_USE bool gt_source_open(struct gt_source *source, const char *folder,
                                const struct gt_graph *graph, struct gt_error *err);
void gt_source_close(struct gt_source *source);

/* Adds where a span stands in its document: "page 2, line 7", "line 7", "paragraph 7" (Word);
 * nothing when the document was not read. */
void gt_source_place(const struct gt_source *source, const struct gt_span *span, enum gt_lang lang,
                     struct gt_buffer *out);

#endif
