/* compare.h: whether two names may be one organisation's, and what keeps two nodes apart. */
#ifndef GT_CURATE_COMPARE_H
#define GT_CURATE_COMPARE_H

#include "curate/name.h"
#include "curate/propose.h"

/* A name and the node that has it. */
struct gt_named {
    const struct gt_name *name;
    const struct gt_node *node;
};

/* True when the names or nodes say that they are two: other types, numbers, years, cities,
 * districts or levels, or one name is the other's parent. */
bool gt_kept_apart(const struct gt_named *a, const struct gt_named *b);

/* True when the names have something in common; *reason is the surest. */
bool gt_compare_names(const struct gt_named *a, const struct gt_named *b, enum gt_reason *reason);

#endif
