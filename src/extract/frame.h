/* frame.h: what the files share that read the build of a clause (frame.c, frame_lead.c,
 * frame_object.c). */
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

/* --- names, words and who acts (frame_lead.c) ---------------------------------------------------
 */

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

/* --- what is acted on (frame_object.c): numbers of parts, GT_NONE for none ---------------------
 */

/* Names behind a verb that ends at `verb_end`. */
uint32_t gt_frame_object(const struct gt_frame *frame, uint32_t verb_end, uint32_t types);

/* What the clause is about, or what was spoken of last before it. */
uint32_t gt_frame_topic(const struct gt_frame *frame, uint32_t types);

/* 支持甲建设乙: 乙; 支持甲牵头，联合丙建设乙: too. */
uint32_t gt_frame_result(const struct gt_frame *frame, uint32_t types);

/* True when the verb makes names found or build something: 支持甲建设乙. */
bool gt_frame_makes(const struct gt_frame *frame);

/* 推动甲落户乙: 甲, who is made to do something else than to found or build. */
uint32_t gt_frame_made(const struct gt_frame *frame, uint32_t types);

/* 出资两亿元，与丙共同组建乙: 乙, where the verb has no object in its own clause. */
uint32_t gt_frame_outcome(const struct gt_frame *frame, uint32_t verb_end, uint32_t types);

/* What the clauses before leave to speak of: 乙 of 甲设立乙，聚焦…, of 乙规模十亿元，甲认缴…. */
uint32_t gt_frame_theme(const struct gt_frame *frame, uint32_t types);

/* 将甲列入乙: 甲; 甲被丙列入乙: 甲; 甲列入乙: 甲. */
uint32_t gt_frame_held(const struct gt_frame *frame, uint32_t types);

/* The names behind a word of a role, in front of the verb. */
uint32_t gt_frame_placed(const struct gt_frame *frame, enum gt_clause_word word, uint32_t types);

#endif
