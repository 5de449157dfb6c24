/* phrase.h: names that the build of their phrase shows. */
#ifndef GT_EXTRACT_PHRASE_H
#define GT_EXTRACT_PHRASE_H

#include "extract/mention.h"

/* Adds what shares its ending with the last of its list: 甲、乙、丙抽水蓄能电站 are three. Mentions
 * are settled before and must be so again after. */
void gt_find_shared(const struct gt_scan *scan, struct gt_mentions *mentions);

/* Adds technologies that only their own words name: 湿法磷酸净化技术. Likewise. */
void gt_find_techniques(const struct gt_scan *scan, struct gt_mentions *mentions);

/* Lines in lists, by their ends: 岚西—冀北、云东—云中等送电通道. O(n). */
void gt_find_lines(const struct gt_scan *scan, struct gt_mentions *mentions);

#endif
