/* comparison.h: all that `graphtool overlap` found, and its finding in words. */
#ifndef GT_CLI_COMPARISON_H
#define GT_CLI_COMPARISON_H

#include "cli/table.h"
#include "compare/connection.h"
#include "compare/crossing.h"
#include "compare/overlap.h"
#include "compare/separator.h"
#include "compare/through.h"

struct gt_comparison {
    enum gt_lang lang;
    bool with_places; /* ways may run through the districts' own place nodes */
    struct gt_overlap *overlap;
    struct gt_throughs throughs;
    struct gt_view *view; /* what the ways below run in */
    enum gt_side *side;   /* [view->n_vertices] */
    struct gt_crossings crossings;
    struct gt_separator separator;
    struct gt_paths paths;
};

/* The name of a district. */
const char *gt_comparison_district(const struct gt_comparison *comparison, enum gt_side side);

/* Adds a side as a cell: a district or "shared". */
void gt_comparison_add_side(const struct gt_comparison *comparison, struct gt_table *table,
                            enum gt_side side);

/* Says in lines of words what is shared, what is not, and what stands between. */
void gt_comparison_say(const struct gt_comparison *comparison, struct gt_table *table);

/* The name of a node. */
const char *gt_comparison_label(const struct gt_comparison *comparison, uint32_t node);

/* Adds the type of a node as a cell. */
void gt_comparison_add_type(const struct gt_comparison *comparison, struct gt_table *table,
                            uint32_t node);

/* Adds the locators of an edge's statements as one cell. */
void gt_comparison_evidence(const struct gt_comparison *comparison, struct gt_table *table,
                            uint32_t edge);

/* Adds the sections on who has what: districts, types, shared nodes and ties, and what is shared
 * through a third. */
void gt_comparison_list_shares(const struct gt_comparison *comparison, struct gt_table *table);

/* Adds the sections on bridges (the first `top`, 0: all, and those to remove), distances and
 * connections. */
void gt_comparison_list_ways(const struct gt_comparison *comparison, uint64_t top,
                             struct gt_table *table);

/* Adds the gap list: what each alone has, by type. */
void gt_comparison_list_only(const struct gt_comparison *comparison, struct gt_table *table);

#endif
