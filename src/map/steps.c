/* steps.c: see steps.h. */
#include "map/steps.h"

#include "map/crowd.h"
#include "map/force.h"
#include "map/improve.h"
#include "map/overlap.h"
#include "map/start.h"
#include "map/zone.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* First positions, the field divided, and no two boxes overlap. */
static bool set_up(struct gt_layout *layout, double ratio, struct gt_error *err)
{
    if (!layout->patches)
        gt_layout_divide(layout, ratio);
    if (!gt_layout_start(layout, err))
        return false;
    if (layout->patches) {
        gt_layout_divide(layout, ratio);
        gt_layout_fit(layout);
    }
    if (layout->n_boxes < GT_CROWD)
        gt_layout_spread(layout);
    else
        gt_layout_even(layout);
    gt_layout_separate(layout, GT_GAP);
    return true;
}

/* Where all stands. */
struct places {
    struct gt_layout_box *box;
    struct gt_rect *zone, *cell;
};

static void copy_places(const struct gt_layout *layout, const struct places *from,
                        const struct places *to)
{
    memcpy(to->box, from->box, layout->n_boxes * sizeof *to->box);
    memcpy(to->zone, from->zone, layout->n_zones * sizeof *to->zone);
    if (from->cell)
        memcpy(to->cell, from->cell, layout->n_zones * sizeof *to->cell);
}

/* Sets up twice, from stress and from springs, improves both a little, and leaves the better. */
static bool set_up_better(struct gt_layout *layout, double ratio, struct gt_error *err)
{
    static const double little = 0.15;
    const struct places here = {layout->box, layout->zone, layout->cell};
    const struct places kept = {
        gt_xcalloc((size_t)layout->n_boxes + 1, sizeof *kept.box),
        gt_xcalloc(layout->n_zones, sizeof *kept.zone),
        layout->cell ? gt_xcalloc(layout->n_zones, sizeof *kept.cell) : NULL,
    };
    bool done = true;
    double least = INFINITY;
    for (int way = 0; way < 2 && done; way++) {
        layout->springs = way;
        done = set_up(layout, ratio, err);
        if (done)
            gt_layout_improve(layout, GT_GAP, little);
        double cost = done ? gt_layout_cost(layout) : 0;
        if (done && cost < least) {
            least = cost;
            copy_places(layout, &here, &kept);
        }
    }
    copy_places(layout, &kept, &here);
    free(kept.box);
    free(kept.zone);
    free(kept.cell);
    return done;
}

bool gt_layout_run(struct gt_layout *layout, double ratio, struct gt_error *err)
{
    enum { TWICE_FROM = 30, TWICE_TO = 600 }; /* boxes: few need no choice, many have no time */
    bool twice = layout->n_boxes >= TWICE_FROM && layout->n_boxes <= TWICE_TO;
    if (!(twice ? set_up_better(layout, ratio, err) : set_up(layout, ratio, err)))
        return false;
    gt_layout_improve(layout, GT_GAP, 1);
    return true;
}
