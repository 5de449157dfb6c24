/* evidence.h: statements in words: what is tied how, since when, for how much, and where it is
 * said. */
#ifndef GT_CLI_EVIDENCE_H
#define GT_CLI_EVIDENCE_H

#include "base/buffer.h"
#include "graph/graph.h"

/* A document's number, or its id where it has none. */
const char *gt_document_label(const struct gt_document *document);

/* "长商务发〔2024〕5号 [120-168]": code points of the folded text, counted from 0, end excluded. */
void gt_evidence_locator(const struct gt_graph *graph, uint32_t statement, struct gt_buffer *out);

/* The locators of all statements of an edge, "; " between them. */
void gt_evidence_locators(const struct gt_graph *graph, uint32_t edge, struct gt_buffer *out);

/* "8250000 CNY (grant)" or "825 万元（拨付）"; nothing without amount. */
void gt_amount_words(const struct gt_amount *amount, enum gt_lang lang, struct gt_buffer *out);

/* The arrow of an edge seen from one of its ends: "→", "←", or "↔". */
const char *gt_edge_arrow(const struct gt_edge *edge, uint32_t from);

#endif
