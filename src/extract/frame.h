/* frame.h: what the files that read a clause by its build share. */
#ifndef GT_EXTRACT_FRAME_H
#define GT_EXTRACT_FRAME_H

#include "extract/side.h"

enum { GT_FRAME_LISTS = 6, GT_FRAME_PARTS = 48 }; /* of one clause, as far as people read */

/* The verb's clause: parts [first, verb), and where its own region begins. */
struct gt_frame {
    const struct gt_reading *reading;
    const struct gt_part *part;        /* of the document */
    uint32_t first, region, verb, end; /* numbers of parts; [verb, end) of the clause */
    uint32_t lead, partner[GT_FRAME_LISTS], n_partners;
    uint32_t by;   /* the word 由 in front of the agents; GT_NONE */
    bool inherits; /* the lead stands in a clause before */
    bool has_head; /* the clause has names of its own in front of the verb */
};

/* The word right in front of names that places them; GT_NONE. */
uint32_t gt_frame_governor(const struct gt_part *part, uint32_t names, uint32_t first);

/* True for names behind 与, 联合. */
bool gt_frame_is_along(const struct gt_part *part, uint32_t names, uint32_t first);

bool gt_frame_has_type(const struct gt_reading *reading, const struct gt_part *names,
                       uint32_t types);

/* The first part of a clause; a line of a million names is none. */
uint32_t gt_frame_clause_first(const struct gt_part *part, uint32_t at);

/* Where the region of the verb begins: behind the last word that makes names act. */
uint32_t gt_frame_region(const struct gt_part *part, uint32_t first, uint32_t verb);

/* The last 由 in front of names; GT_NONE. */
uint32_t gt_frame_last_by(const struct gt_part *part, uint32_t first, uint32_t end);

/* The head of names: of 甲的乙 the second. */
uint32_t gt_frame_head(const struct gt_part *part, uint32_t names, uint32_t end);

/* Of names, and those along with them, that V的 follows, the names that it tells of: 丙 of
 * 甲与乙申报的丙; GT_NONE. */
uint32_t gt_frame_told_by(const struct gt_part *part, uint32_t names, uint32_t end);

/* The first names of [first, end) that can be a subject, before any verb; GT_NONE. */
uint32_t gt_frame_head_names(const struct gt_reading *reading, uint32_t first, uint32_t end,
                             bool strict);

/* Fills who acts: lead, partners, by. first, region, verb and end are set. */
void gt_frame_find_agents(struct gt_frame *frame, uint32_t types);

#endif
