/* match.h: where triggers' phrases stand in a document. */
#ifndef GT_EXTRACT_MATCH_H
#define GT_EXTRACT_MATCH_H

#include "extract/mention.h"
#include "extract/trigger.h"

/* Code points of a phrase found. */
struct gt_match {
    const struct gt_trigger *trigger;
    uint32_t start, end;               /* from the first piece to behind the last */
    uint32_t gap_start[2], gap_end[2]; /* of the gaps, where the phrase has them */
    uint32_t n_gaps;
};

struct gt_matches {
    struct gt_match *item;
    uint32_t n;
    size_t room;
};

void gt_matches_fini(struct gt_matches *matches);

/* Finds the phrases in the body, in the order of the text. Pieces inside a name do not count
 * (`mentions` settled, or null: all count). */
void gt_find_matches(const struct gt_scan *scan, const struct gt_triggers *triggers,
                     const struct gt_mentions *mentions, struct gt_matches *matches);

/* The code points that a side of a match looks at; false when its kind has none of its own
 * (subject, before, home, ...). */
bool gt_match_range(const struct gt_scan *scan, const struct gt_match *match,
                    enum gt_side_kind kind, uint32_t *start, uint32_t *end);

/* True for a phrase that names who does so: 发起 of 发起单位, 运营 of 运营方. */
bool gt_match_is_doer(const struct gt_scan *scan, const struct gt_match *match);

#endif
