/* item.h: entities that only their list or a trigger makes known, and industries. */
#ifndef GT_EXTRACT_ITEM_H
#define GT_EXTRACT_ITEM_H

#include "extract/match.h"

/* Adds the items of lists that open sides of triggers stand for: names, or industries (`tracks`).
 * Mentions are settled before and must be so again after. */
void gt_find_items(const struct gt_scan *scan, const struct gt_matches *matches, bool tracks,
                   struct gt_mentions *mentions);

/* Adds programmes that triggers issue without a title in 《》 (unquoted.c). */
void gt_find_unquoted(const struct gt_scan *scan, const struct gt_matches *matches,
                      struct gt_mentions *mentions);

/* Adds names in lists whose tail says what they are (甲、乙等企业), and behind a dash. */
void gt_find_listed(const struct gt_scan *scan, struct gt_mentions *mentions);

/* Adds the industries of the lexicon wherever no other mention stands. */
void gt_find_industries(const struct gt_scan *scan, struct gt_mentions *mentions);

/* Works in lists that their end calls projects: 甲热电、乙热电二期扩建等项目 (works.c). */
void gt_find_works(const struct gt_scan *scan, struct gt_mentions *mentions);

#endif
