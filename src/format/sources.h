/* sources.h: quoting the documents themselves, from a folder of their texts.
 *
 * The data hold no sentence of a document, only where one stands: a span of code points in the
 * folded text, and the hash of that text. A quote is read from the file at hand, once its hash
 * shows that it is the text that was annotated. */
#ifndef GT_FORMAT_SOURCES_H
#define GT_FORMAT_SOURCES_H

#include "base/buffer.h"
#include "graph/graph.h"

enum { GT_SOURCE_LIMIT = 16 << 20 }; /* most bytes of a document's text file */

/* Adds the text of a document's file, folded, to `out`: for files that are more than UTF-8 text,
 * which this folder of the program cannot read. */
typedef bool gt_source_read(void *context, uint32_t document, const char *path,
                            struct gt_buffer *out, struct gt_error *err);

/* A folder of texts. Borrows folder and graph. */
struct gt_sources {
    const char *folder;
    const struct gt_graph *graph;
    gt_source_read *read; /* null: files are UTF-8 text; set after gt_sources_open() */
    void *context;
    const char **folded; /* [n_documents] read so far, folded; null: not read */
    struct gt_arena arena;
};

/* Fails with GT_FILE when the folder is none. */
GT_MUST_USE bool gt_sources_open(struct gt_sources *sources, const char *folder,
                                 const struct gt_graph *graph, struct gt_error *err);
void gt_sources_close(struct gt_sources *sources);

/* The folded text of a document, which stays the sources'. Fails with GT_FILE when its file cannot
 * be read; with GT_DATA when the document names none, or one outside the folder, or when the text
 * is not the one that was annotated. */
GT_MUST_USE bool gt_sources_text(struct gt_sources *sources, uint32_t document, const char **text,
                                 struct gt_error *err);

/* The words of a span, copied to an arena. Fails likewise. */
GT_MUST_USE bool gt_sources_quote(struct gt_sources *sources, const struct gt_span *span,
                                  struct gt_arena *arena, const char **quote, struct gt_error *err);

#endif
