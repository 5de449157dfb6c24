/* improve.c: moves and swaps of boxes that shorten ties, free them from boxes in their way, and
 * take crossings away.
 *
 * How it works: simulated annealing (Davidson, Harel, "Drawing graphs nicely using simulated
 * annealing", ACM Transactions on Graphics 15, 1996) over straight ties. A step moves one box near
 * its neighbours' middle, or a little, or swaps two of a zone; a step onto another box is refused,
 * so what was free of overlaps stays so. The work is bounded. */
#include "map/layout.h"
#include "map/random.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What a fault costs, in units of a tie as long as `unit` points. */
static const double unit = 100, cost_of_hit = 1.2, cost_of_crossing = 0.7;
static const double hot = 1.2, cold = 0.02;
static const double steps_most = 250000, steps_of_box = 1500, work_most = 6e8;
static const double clearance = 2.5; /* a line nearer to a box than this is in its way */

struct state {
    struct gt_layout *layout;
    struct gt_layout_index index;
    struct gt_random random;
    double gap, heat;
    double part; /* of the steps done */
    double work; /* boxes and ties looked at: time, counted so that it is the same everywhere */
};

static struct gt_point centre(const struct gt_layout *layout, uint32_t box)
{
    return (struct gt_point){layout->box[box].x, layout->box[box].y};
}

/* Boxes that lie in the way of a tie. */
static uint32_t count_hits(const struct gt_layout *layout, uint32_t tie)
{
    uint32_t a = layout->tie[tie].from, b = layout->tie[tie].to, hits = 0;
    struct gt_point p = centre(layout, a), q = centre(layout, b);
    double left = fmin(p.x, q.x) - clearance, right = fmax(p.x, q.x) + clearance;
    double top = fmin(p.y, q.y) - clearance, bottom = fmax(p.y, q.y) + clearance;
    for (uint32_t i = 0; i < layout->n_boxes; i++) {
        const struct gt_layout_box *box = &layout->box[i];
        double w = box->width / 2, h = box->height / 2;
        if (box->x + w < left || box->x - w > right || box->y + h < top || box->y - h > bottom)
            continue;
        struct gt_rect rect =
            gt_rect_around(box->x, box->y, box->width + 2 * clearance, box->height + 2 * clearance);
        hits += i != a && i != b && gt_segment_meets(p, q, &rect);
    }
    return hits;
}

static uint32_t count_crossings(const struct gt_layout *layout, uint32_t tie)
{
    uint32_t a = layout->tie[tie].from, b = layout->tie[tie].to, crossings = 0;
    struct gt_point p = centre(layout, a), q = centre(layout, b);
    double left = fmin(p.x, q.x), right = fmax(p.x, q.x);
    double top = fmin(p.y, q.y), bottom = fmax(p.y, q.y);
    for (uint32_t e = 0; e < layout->n_ties; e++) {
        uint32_t c = layout->tie[e].from, d = layout->tie[e].to;
        const struct gt_layout_box *u = &layout->box[c], *v = &layout->box[d];
        if ((u->x < left && v->x < left) || (u->x > right && v->x > right) ||
            (u->y < top && v->y < top) || (u->y > bottom && v->y > bottom))
            continue;
        if (a == c || a == d || b == c || b == d)
            continue;
        crossings += gt_segments_cross(p, q, centre(layout, c), centre(layout, d));
    }
    return crossings;
}

/* Other ties that run through a box. */
static uint32_t count_passing(const struct gt_layout *layout, uint32_t box)
{
    uint32_t passing = 0;
    struct gt_rect rect = gt_layout_rect(&layout->box[box]);
    rect = gt_rect_grow(&rect, clearance);
    for (uint32_t e = 0; e < layout->n_ties; e++) {
        uint32_t a = layout->tie[e].from, b = layout->tie[e].to;
        const struct gt_layout_box *u = &layout->box[a], *v = &layout->box[b];
        if ((u->x < rect.left && v->x < rect.left) || (u->x > rect.right && v->x > rect.right) ||
            (u->y < rect.top && v->y < rect.top) || (u->y > rect.bottom && v->y > rect.bottom))
            continue;
        passing +=
            a != box && b != box && gt_segment_meets(centre(layout, a), centre(layout, b), &rect);
    }
    return passing;
}

/* What a box costs where it stands: its ties, and the ties that it is in the way of. */
static double cost_of(struct state *state, uint32_t box)
{
    const struct gt_layout *layout = state->layout;
    double cost = cost_of_hit * count_passing(layout, box);
    for (uint32_t i = state->index.offset[box]; i < state->index.offset[box + 1]; i++) {
        uint32_t tie = state->index.at[i];
        struct gt_point p = centre(layout, layout->tie[tie].from);
        struct gt_point q = centre(layout, layout->tie[tie].to);
        cost += hypot(p.x - q.x, (p.y - q.y) * 1.3) / unit;
        cost += cost_of_hit * count_hits(layout, tie);
        cost += cost_of_crossing * count_crossings(layout, tie);
    }
    uint32_t ties = state->index.offset[box + 1] - state->index.offset[box];
    state->work += layout->n_ties + (double)ties * (layout->n_boxes + layout->n_ties);
    return cost;
}

/* True when a box stands within its zone and keeps the gap to all others. */
static bool stands_free(struct state *state, uint32_t box)
{
    const struct gt_layout *layout = state->layout;
    const struct gt_layout_box *a = &layout->box[box];
    struct gt_rect rect = gt_layout_rect(a);
    if (!gt_rect_holds(&layout->zone[a->zone], &rect))
        return false;
    state->work += layout->n_boxes;
    for (uint32_t i = 0; i < layout->n_boxes; i++) {
        const struct gt_layout_box *b = &layout->box[i];
        if (i != box && fabs(a->x - b->x) < (a->width + b->width) / 2 + state->gap &&
            fabs(a->y - b->y) < (a->height + b->height) / 2 + state->gap)
            return false;
    }
    return true;
}

static bool accept(struct state *state, double before, double after)
{
    double worse = after - before;
    return worse <= 0 || gt_random_real(&state->random) < exp(-worse / state->heat);
}

/* The middle of a box's neighbours. */
static struct gt_point middle_of_neighbours(const struct state *state, uint32_t box)
{
    const struct gt_layout *layout = state->layout;
    struct gt_point middle = centre(layout, box);
    uint32_t first = state->index.offset[box], end = state->index.offset[box + 1];
    if (first == end)
        return middle;
    middle = (struct gt_point){0, 0};
    for (uint32_t i = first; i < end; i++) {
        const struct gt_layout_tie *tie = &layout->tie[state->index.at[i]];
        struct gt_point p = centre(layout, tie->from == box ? tie->to : tie->from);
        middle.x += p.x / (end - first);
        middle.y += p.y / (end - first);
    }
    return middle;
}

/* Somewhere near the neighbours' middle, or near where the box is; nearer as time goes by. */
static struct gt_point propose(struct state *state, uint32_t box)
{
    const struct gt_rect *zone = &state->layout->zone[state->layout->box[box].zone];
    bool home = gt_random_real(&state->random) < 0.4;
    struct gt_point from = home ? middle_of_neighbours(state, box) : centre(state->layout, box);
    double reach = home ? 0.35 : 0.3 * (1 - state->part) + 0.02;
    double x = gt_random_real(&state->random) + gt_random_real(&state->random) - 1;
    double y = gt_random_real(&state->random) + gt_random_real(&state->random) - 1;
    return (struct gt_point){from.x + x * reach * gt_rect_width(zone),
                             from.y + y * reach * gt_rect_height(zone)};
}

static void try_move(struct state *state, uint32_t i)
{
    struct gt_layout_box *box = &state->layout->box[i], old = *box;
    struct gt_point to = propose(state, i);
    box->x = to.x, box->y = to.y;
    if (!stands_free(state, i)) {
        *box = old;
        return;
    }
    double after = cost_of(state, i);
    *box = old;
    double before = cost_of(state, i);
    if (accept(state, before, after))
        box->x = to.x, box->y = to.y;
}

static void exchange(struct gt_layout_box *a, struct gt_layout_box *b)
{
    struct gt_point spare = {a->x, a->y};
    a->x = b->x, a->y = b->y;
    b->x = spare.x, b->y = spare.y;
}

static void try_swap(struct state *state, uint32_t i, uint32_t j)
{
    struct gt_layout_box *a = &state->layout->box[i], *b = &state->layout->box[j];
    if (i == j || a->zone != b->zone)
        return;
    exchange(a, b);
    bool free = stands_free(state, i) && stands_free(state, j);
    double after = free ? cost_of(state, i) + cost_of(state, j) : 0;
    exchange(a, b);
    if (free && accept(state, cost_of(state, i) + cost_of(state, j), after))
        exchange(a, b);
}

void gt_layout_improve(struct gt_layout *layout, double gap)
{
    struct state state = {.layout = layout, .random = {layout->seed}, .gap = gap};
    if (layout->n_boxes < 2)
        return;
    gt_layout_index_init(&state.index, layout);
    double steps = fmin(steps_most, steps_of_box * layout->n_boxes);
    for (double step = 0; step < steps && state.work < work_most; step++) {
        state.part = fmax(step / steps, state.work / work_most);
        state.heat = hot * pow(cold / hot, state.part);
        uint32_t i = gt_random_below(&state.random, layout->n_boxes);
        if (gt_random_below(&state.random, 4) == 0)
            try_swap(&state, i, gt_random_below(&state.random, layout->n_boxes));
        else
            try_move(&state, i);
    }
    gt_layout_index_fini(&state.index);
}
