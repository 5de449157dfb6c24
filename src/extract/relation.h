/* relation.h: from triggers and the build of names to the ties that the text states. */
#ifndef GT_EXTRACT_RELATION_H
#define GT_EXTRACT_RELATION_H

#include "extract/clause.h"
#include "extract/entity.h"
#include "extract/match.h"
#include "graph/edge_rule.h"

struct gt_relation {
    uint32_t source, target; /* entities */
    enum gt_edge_type type;
    enum gt_edge_status status;
    uint32_t start, end; /* evidence: code points, at most GT_EVIDENCE_CODES */
    const char *rule;    /* id of the row that fired */
    const char *date, *role;
    struct gt_amount amount;
    bool by_default; /* its source is the issuer's area because the sentence names none */
    double confidence;
};

struct gt_relations {
    struct gt_relation *item;
    uint32_t n;
    size_t room;
};

struct gt_topics; /* topic.h */

/* What the stages of a document share. */
struct gt_reading {
    const struct gt_scan *scan;
    struct gt_mentions *mentions;
    struct gt_entities *entities;
    const struct gt_matches *matches;
    const struct gt_clauses *clauses;
    const struct gt_topics *topics;
};

void gt_relations_fini(struct gt_relations *relations);

/* Adds the ties that triggers state (relation.c) and those that names and marks state by themselves
 * (structure.c). One row a statement; the same tie may come several times. */
void gt_find_relations(const struct gt_reading *reading, struct gt_relations *relations);
void gt_find_structure(const struct gt_reading *reading, struct gt_relations *relations);

/* Bodies named after the short name of another (short_part.c). */
void gt_find_short_parts(const struct gt_reading *reading, struct gt_relations *relations);

/* Adds the ties of points that are names with what their list is of (point_list.c). */
void gt_find_point_lists(const struct gt_reading *reading, struct gt_relations *relations);

/* Puts ties in order; of several statements of a tie in one sentence the surest stays. */
void gt_relations_settle(const struct gt_reading *reading, struct gt_relations *relations);

/* Adds a tie of two entities whose words stand in [start, end); refuses one of an entity with
 * itself or of types that the ontology does not tie (graph/edge_rule.def). Null when refused. */
struct gt_relation *gt_relation_add(const struct gt_reading *reading,
                                    struct gt_relations *relations,
                                    const struct gt_relation *relation);

/* --- sides (side.c) ----------------------------------------------------------------------------
 */

enum { GT_SIDE_MOST = 32 };

/* The mentions that stand on a side of a match. */
struct gt_ends {
    uint32_t mention[GT_SIDE_MOST]; /* numbers of mentions; none for home and issuer */
    uint32_t entity[GT_SIDE_MOST];
    uint32_t n;
    bool by_default;
    bool barred;  /* the clause has a subject, so that none is to be supplied */
    bool wanting; /* only those who act along are named: 会同甲印发 */
};

/* Finds them; `edge` and `is_source` say what types may stand there. */
void gt_side_find(const struct gt_reading *reading, const struct gt_match *match,
                  const struct gt_side *side, uint32_t types, struct gt_ends *ends);

/* Finds a side by the build of the match's clause (frame.c). */
void gt_frame_find(const struct gt_reading *reading, const struct gt_match *match,
                   enum gt_side_kind kind, uint32_t types, struct gt_ends *ends);

#endif
