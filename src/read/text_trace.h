/* text_trace.h: what the first stages of extraction saw of a document, as text. */
#ifndef GT_READ_TEXT_TRACE_H
#define GT_READ_TEXT_TRACE_H

#include "base/buffer.h"
#include "read/metadata.h"

/* Adds what the reader made of a file: its form and hash, then its lines with page, line, kind and
 * part of the document; a paragraph's first line is marked with '+', a dropped one with '-'. */
void gt_text_trace(const struct gt_folded *folded, const struct gt_metadata *metadata,
                   enum gt_lang lang, struct gt_buffer *out);

/* Adds what head and foot say, a field a line; "-" where they do not say. */
void gt_metadata_trace(const struct gt_metadata *metadata, enum gt_lang lang,
                       struct gt_buffer *out);

#endif
