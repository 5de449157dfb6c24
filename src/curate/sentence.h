/* sentence.h: the words around a span of a document's folded text. */
#ifndef GT_CURATE_SENTENCE_H
#define GT_CURATE_SENTENCE_H

#include "graph/graph.h"

enum { GT_SENTENCE_CODES = 160 }; /* most code points on either side of a span */

/* Byte offsets in a text: of the sentence, and of the span within it. */
struct gt_sentence {
    size_t start, from, to, end;
};

/* The sentence (up to 。！？； or a limit on either side) around code points [start, end). A span
 * behind the text's end is cut. O(length of the text). */
struct gt_sentence gt_sentence_around(const char *text, uint32_t start, uint32_t end);

/* The span of the first mention of a node: of its name, mentions and aliases the one that stands
 * first, of those that start together the longest. False when none is in the text. */
bool gt_sentence_find_node(const char *text, const struct gt_node *node, struct gt_span *span);

#endif
