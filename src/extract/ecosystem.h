/* ecosystem.h: in which districts of Shanghai the text places the entities of a document. */
#ifndef GT_EXTRACT_ECOSYSTEM_H
#define GT_EXTRACT_ECOSYSTEM_H

#include "extract/relation.h"

/* Sets the districts of each entity (districts[n entities], zeroed) that its name or the ties of
 * ecosystem.def say; `home` is the issuer's district, -1 elsewhere. Bodies of the nation and the
 * city, industries and persons are left out: they are in no one's ecosystem by being tied to it.
 * O(relations). */
void gt_ecosystem_find(const struct gt_reading *reading, const struct gt_relations *relations,
                       int home, gt_districts *districts);

#endif
