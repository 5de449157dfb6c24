/* figure.h: sums of money in the text. */
#ifndef GT_EXTRACT_FIGURE_H
#define GT_EXTRACT_FIGURE_H

#include "extract/relation.h"

/* A sum, and what it is: kind GT_AMOUNT_NONE is a volume. */
struct gt_figure {
    uint32_t start, end;
    double value; /* yuan */
    enum gt_amount_kind kind;
};

/* Reads the sum that starts at `at`: 3,108.5万元, 10亿元, 三千万元. False when none does. */
bool gt_figure_read(const struct gt_scan *scan, uint32_t at, struct gt_figure *figure);

/* Gives the sums of the document to the ties of their sentence whose type can bear them (a fund
 * founded, an investment, a grant), joint where several share one; and volumes to funds. */
void gt_figures_assign(const struct gt_reading *reading, struct gt_relations *relations);

#endif
