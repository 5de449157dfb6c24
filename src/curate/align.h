/* align.h: which entity of a draft is which of the gold: greedy, one to one, best pairs first. */
#ifndef GT_CURATE_ALIGN_H
#define GT_CURATE_ALIGN_H

#include "base/strmap.h"
#include "graph/annotation.h"

/* The entities of an annotation by id: of equal ids the last counts. */
struct gt_roll {
    const struct gt_annotated_entity **entity; /* sorted by id */
    size_t n;
};

/* An alignment. Zeroed is valid and empty. */
struct gt_alignment {
    struct gt_roll gold, draft;
    uint32_t *to_gold;  /* [draft.n] number in gold, GT_NONE: no match */
    uint32_t *to_draft; /* [gold.n] the inverse */
    struct gt_strmap draft_by_id;
};

void gt_alignment_fini(struct gt_alignment *alignment);

/* Aligns; borrows the annotations. */
void gt_align(const struct gt_annotation *gold, const struct gt_annotation *draft,
              struct gt_alignment *alignment);

/* True when both types are the same text, or both are absent. */
bool gt_same_type(const char *a, const char *b);

#endif
