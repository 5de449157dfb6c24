/* clause.h: a document's clauses as names, words that place names, and verbs. */
#ifndef GT_EXTRACT_CLAUSE_H
#define GT_EXTRACT_CLAUSE_H

#include "extract/match.h"

enum gt_part_kind { GT_PART_NAMES, GT_PART_WORD, GT_PART_VERB };

enum { GT_PART_MEMBERS = 24 };

/* A list of names, a word, or a verb of a trigger; code points [start, end). */
struct gt_part {
    enum gt_part_kind kind;
    enum gt_clause_word word;
    uint32_t start, end;
    uint32_t clause, period;          /* numbers in the document; ； does not end a period */
    uint32_t member[GT_PART_MEMBERS]; /* NAMES: mentions */
    uint32_t n;
    bool owns;   /* NAMES: an attribute of what follows (甲的乙, 甲旗下乙) */
    bool stands; /* NAMES: 以…为代表 */
    bool told;   /* NAMES: what does something to what follows (甲孵化的乙) */
    uint32_t with; /* NAMES: the first member behind 与, or 1 where all act 共同; 0: no such list */
    bool makes;    /* VERB: may make the names behind it act (支持甲建设) */
    bool joins;    /* VERB: names right behind it act along (牵头甲、乙组建) */
    bool of;       /* VERB: 的 follows, so that it tells of what follows */
};

struct gt_clauses {
    struct gt_part *part; /* in the order of the text */
    uint32_t n;
    size_t room;
};

/* Cuts the body into parts. Mentions have their entities. Ends with gt_clauses_fini(). O(length).
 */
void gt_clauses_find(const struct gt_scan *scan, const struct gt_mentions *mentions,
                     const struct gt_matches *matches, struct gt_clauses *clauses);
void gt_clauses_fini(struct gt_clauses *clauses);

/* The number of the verb that starts at a place; GT_NONE. O(log n). */
uint32_t gt_clauses_verb(const struct gt_clauses *clauses, uint32_t start);

/* The same of a list of names. */
uint32_t gt_clauses_names(const struct gt_clauses *clauses, uint32_t start);

/* True when only a conjunction, or a short piece of a list, stands between two places. */
bool gt_clause_joins(const struct gt_scan *scan, uint32_t from, uint32_t to);

#endif
