/* coin.h: names that nothing but their make shows: coined words in front of a usual tail
 * (岚曜智控), Latin words, and items of lists whose other items are names. */
#ifndef GT_EXTRACT_COIN_H
#define GT_EXTRACT_COIN_H

#include "extract/mention.h"

/* Adds coined names with a tail of policy BRAND, and Latin ones, where no mention stands. Mentions
 * are settled before and must be so again after. O(n). */
void gt_find_coined(const struct gt_scan *scan, struct gt_mentions *mentions);

/* Adds coined names in lists with names of companies and parks. The same holds. */
void gt_find_neighbours(const struct gt_scan *scan, struct gt_mentions *mentions);

#endif
