/* track_row.h: industries that only their list, or the verb in front, makes known. */
#ifndef GT_EXTRACT_TRACK_ROW_H
#define GT_EXTRACT_TRACK_ROW_H

#include "extract/mention.h"

/* Adds them where no mention stands. Mentions are settled before and must be so again after. */
void gt_find_track_rows(const struct gt_scan *scan, struct gt_mentions *mentions);

#endif
