/* brief.h: short forms of names: which name is short for which, and the short forms that brackets
 * introduce. */
#ifndef GT_EXTRACT_BRIEF_H
#define GT_EXTRACT_BRIEF_H

#include "extract/mention.h"

/* True when names of this type have short forms. */
bool gt_brief_has(enum gt_node_type type);

/* True when a is short for b, both of a type. O(length of b). */
bool gt_brief_is_of(const struct gt_scan *scan, enum gt_node_type type, const struct gt_codes *a,
                    const struct gt_codes *b);

/* The same characters in another order: 国家技术转移东部中心 and 国家东部技术转移中心. */
bool gt_brief_is_permuted(const struct gt_codes *a, const struct gt_codes *b);

/* The short form that the brackets behind a mention introduce (（以下简称“云岭中心”）), in the
 * document's arena; null when there is none. */
const char *gt_brief_in_brackets(const struct gt_scan *scan, const struct gt_mention *mention);

/* Where the short forms of a company's name end that its own words part: 蓝鲸生物 of
 * 江州蓝鲸生物医药有限公司. Puts up to `room` ends in end[], the longest form last, and the place
 * where they begin in *start; returns how many. */
uint32_t gt_brief_cuts(const struct gt_scan *scan, const struct gt_mention *mention,
                       uint32_t *start, uint32_t *end, uint32_t room);

#endif
