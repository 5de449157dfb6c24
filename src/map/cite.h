/* cite.h: documents as people name them. */
#ifndef GT_MAP_CITE_H
#define GT_MAP_CITE_H

#include "graph/graph.h"

/* A document as a source line names it: its number, or what its title says of one:
 * "第085号提案答复"; else the beginning of its title. */
const char *gt_cite_document(const struct gt_document *document, struct gt_arena *arena);

#endif
