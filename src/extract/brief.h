/* brief.h: names and their short forms. */
#ifndef GT_EXTRACT_BRIEF_H
#define GT_EXTRACT_BRIEF_H

#include "extract/mention.h"

/* A name with its usual words contracted (contraction.def): 云岭高新技术产业开发区 as 云岭高新区.
 */
const char *gt_brief_contract(const char *name, struct gt_arena *arena);

/* True when one name is short for the other, by its characters alone. */
bool gt_brief_is_same(const struct gt_codes *a, const struct gt_codes *b);

/* True when a is short for b, bodies of a type: the first two characters of the whole or of its
 * proper part, then the others in their order: 江州职院 for 江州职业技术学院, 白鹭产投 for
 * 江州白鹭产业投资集团有限公司. */
bool gt_brief_is_body(const struct gt_scan *scan, enum gt_node_type type, const struct gt_codes *a,
                      const struct gt_codes *b);

/* Adds the forms in which a text goes on to speak of a firm: its name without the place in front
 * and the legal form, down to the word that is its own: 白鹭生物, 白鹭生物医药 of
 * 江州市白鹭生物医药有限公司. Texts are the arena's. */
void gt_brief_of_firm(const struct gt_scan *scan, const struct gt_mention *mention,
                      struct gt_texts *forms);

#endif
