/* home.h: the issuer and its area, where head and foot do not tell. */
#ifndef GT_EXTRACT_HOME_H
#define GT_EXTRACT_HOME_H

#include "extract/scan.h"

/* The metadata of the scan, with the issuer's area and name filled in where they are missing and
 * the body tells: the area by 我省, 全市 and the places named, the issuer by 我委 and the
 * departments of that area. In the scan's arena; O(n). */
const struct gt_metadata *gt_home_fill(const struct gt_scan *scan);

#endif
