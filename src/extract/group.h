/* group.h: a counted class word that means names listed before: 三所高校. */
#ifndef GT_EXTRACT_GROUP_H
#define GT_EXTRACT_GROUP_H

#include "extract/clause.h"

/* Reads such words at `at`: where they end, how many there are, of which types (bits); GT_NONE when
 * none stands there. O(1). */
uint32_t gt_group_read(const struct gt_scan *scan, uint32_t at, uint32_t *n, uint32_t *types);

/* The last list of so many names of one of the types before the end of the parts; GT_NONE. Looks at
 * a few hundred parts at most. */
uint32_t gt_group_find(const struct gt_clauses *clauses, const struct gt_mentions *mentions,
                       uint32_t n, uint32_t types);

#endif
