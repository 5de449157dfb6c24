/* tense.h: when a tie holds, as its sentence says. */
#ifndef GT_EXTRACT_TENSE_H
#define GT_EXTRACT_TENSE_H

#include "extract/match.h"

/* False when the clause denies or only wishes the tie. Otherwise *status: the rule's own, or by the
 * words of the clause, the part of the document (下一步), and the edge's type: acts that are done
 * are past, lasting ties ongoing. */
bool gt_tense(const struct gt_scan *scan, const struct gt_mentions *mentions,
              const struct gt_match *match, enum gt_edge_status *status);

/* The date that stands in front of `at` in its sentence, as an ISO text in the arena; a month
 * without year takes the document's; null. */
const char *gt_tense_date(const struct gt_scan *scan, uint32_t at);

#endif
