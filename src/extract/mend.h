/* mend.h: boundary words that are part of a coined name. */
#ifndef GT_EXTRACT_MEND_H
#define GT_EXTRACT_MEND_H

#include "extract/scan.h"

/* Takes the boundaries inside coined names away. Needs words and boundaries only. O(n). */
void gt_mend_names(struct gt_scan *scan);

#endif
