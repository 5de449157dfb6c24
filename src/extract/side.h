/* side.h: what the files that find the sides of a trigger share: mentions, and lists of them. */
#ifndef GT_EXTRACT_SIDE_H
#define GT_EXTRACT_SIDE_H

#include "extract/relation.h"

/* --- mentions and lists (side_list.c); `types` are bits ----------------------------------------
 */

const struct gt_mention *gt_side_mention(const struct gt_reading *reading, uint32_t m);

/* The first mention that starts at `at` or behind it (n: none). */
uint32_t gt_side_first(const struct gt_reading *reading, uint32_t at);

/* True for an outermost mention of an entity of the types. */
bool gt_side_fits(const struct gt_reading *reading, uint32_t m, uint32_t types);

/* The same of a body: a park, a firm, an institute. */
bool gt_side_is_body(const struct gt_reading *reading, uint32_t m);

/* Adds a mention's entity, once. */
void gt_side_add(const struct gt_reading *reading, struct gt_ends *ends, uint32_t m);

/* Adds a mention and the list that goes on from it within [.., end). */
void gt_side_add_list(const struct gt_reading *reading, uint32_t m, uint32_t end, uint32_t types,
                      struct gt_ends *ends);

/* The first mention of the list that ends with `m`, not before `start`. */
uint32_t gt_side_list_head(const struct gt_reading *reading, uint32_t m, uint32_t start,
                           uint32_t types);

/* What a mention owns or presents: “乙” of 甲集团的“乙”, 陈某某 of 某大学研究员陈某某; GT_NONE. */
uint32_t gt_side_head_noun(const struct gt_reading *reading, uint32_t m);

/* Adds those of what is counted behind a match that the clauses behind name (side_count.c):
 * 引进首店3家，包括甲、乙. */
void gt_side_find_counted(const struct gt_reading *reading, const struct gt_match *match,
                          uint32_t types, struct gt_ends *ends);

/* --- who may act (side_act.c) -----------------------------------------------------------------
 */

/* True where what stands in front leaves a mention a subject: nothing of the clause, time, 由. */
bool gt_side_may_act(const struct gt_reading *reading, const struct gt_mention *mention);

/* True for a clause that says who has which part in what its sentence is about: 甲认缴3亿元,
 * 乙任理事长单位. What follows goes on about that. */
bool gt_side_is_aside(const struct gt_scan *scan, uint32_t at);

/* --- subjects (subject.c) ----------------------------------------------------------------------
 */

/* Who acts: in the clause, or an earlier one of the sentence; none by default. */
void gt_side_find_subject(const struct gt_reading *reading, const struct gt_match *match,
                          uint32_t types, struct gt_ends *ends);

/* Who acted in the sentence before one that goes on with it (同时，…), in its paragraph; GT_NONE.
 */
uint32_t gt_side_subject_before(const struct gt_reading *reading, const struct gt_match *match,
                                uint32_t types);

#endif
