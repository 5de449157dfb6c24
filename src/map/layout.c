/* layout.c: see layout.h. */
#include "map/layout.h"

#include "base/memory.h"

#include <stdlib.h>

struct gt_rect gt_layout_rect(const struct gt_layout_box *box)
{
    return gt_rect_around(box->x, box->y, box->width, box->height);
}

void gt_layout_index_init(struct gt_layout_index *index, const struct gt_layout *layout)
{
    uint32_t n = layout->n_boxes, m = layout->n_ties;
    index->offset = gt_xcalloc((size_t)n + 2, sizeof *index->offset);
    index->at = gt_xcalloc((size_t)m * 2 + 1, sizeof *index->at);
    for (uint32_t i = 0; i < m; i++) {
        index->offset[layout->tie[i].from + 2]++;
        index->offset[layout->tie[i].to + 2]++;
    }
    for (uint32_t v = 2; v < n + 2; v++)
        index->offset[v] += index->offset[v - 1];
    for (uint32_t i = 0; i < m; i++) {
        index->at[index->offset[layout->tie[i].from + 1]++] = i;
        index->at[index->offset[layout->tie[i].to + 1]++] = i;
    }
}

void gt_layout_index_fini(struct gt_layout_index *index)
{
    free(index->offset);
    free(index->at);
    *index = (struct gt_layout_index){0};
}

uint32_t gt_layout_overlaps(const struct gt_layout *layout)
{
    uint32_t found = 0;
    for (uint32_t i = 0; i < layout->n_boxes; i++) {
        struct gt_rect a = gt_layout_rect(&layout->box[i]);
        for (uint32_t j = i + 1; j < layout->n_boxes; j++) {
            struct gt_rect b = gt_layout_rect(&layout->box[j]);
            found += gt_layout_meet(&layout->box[i], &layout->box[j]) && gt_rects_overlap(&a, &b);
        }
    }
    return found;
}

double gt_layout_needs(const struct gt_layout_box *box, double fill)
{
    double gap = gt_layout_apart(box, box, GT_GAP);
    return (box->width + gap) * (box->height + gap) / (fill > 0 ? fill : GT_FILL);
}
