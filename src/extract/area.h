/* area.h: whose area a letter, a word or the name of a department means. */
#ifndef GT_EXTRACT_AREA_H
#define GT_EXTRACT_AREA_H

#include "extract/scan.h"

/* True for what names of areas end with: 省 市 区 县 州 盟 旗. */
bool gt_area_is_unit(uint32_t code);

/* The area of a department's name as a key: "home" for the issuer's own (区科委, 科委, 长宁区科委),
 * "above" for the one that holds it (市科委, 上海市科委), else the area without its unit. `row` is
 * that of the department. Texts are static or the arena's. */
const char *gt_area_key(const struct gt_scan *scan, const char *form, uint32_t row);

/* True when a word for the issuer's area cannot mean it: 全市 in the reply of a district. */
bool gt_area_is_other(const struct gt_scan *scan, const char *word);

/* Where the name of a county, a district or a town begins whose unit stands at `unit`, with the
 * areas above in front (江州市云岭区); GT_NONE when there is none. */
uint32_t gt_area_start(const struct gt_scan *scan, uint32_t unit);

/* Where in [start, unit) the last area begins: 云岭区 of 江州市云岭区. */
uint32_t gt_area_last(const struct gt_scan *scan, uint32_t start, uint32_t unit);

/* True when a word of two characters or more that is no name stands in [start, end): a noun, a
 * verb.
 */
bool gt_area_holds_word(const struct gt_scan *scan, uint32_t start, uint32_t end);

/* The name of the issuer without the areas above its own: 长宁区商务委员会; null when there are
 * none. */
const char *gt_area_short_issuer(const struct gt_scan *scan);

/* True when [start, end) is the issuer's area without its unit. */
bool gt_area_is_home(const struct gt_scan *scan, uint32_t start, uint32_t end);

#endif
