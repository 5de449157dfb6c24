/* improve.c: moves and swaps of boxes that shorten ties, free them from boxes in their way, and
 * take crossings away.
 *
 * How it works: simulated annealing (Davidson, Harel, "Drawing graphs nicely using simulated
 * annealing", ACM Transactions on Graphics 15, 1996) over straight ties. A step moves one box near
 * its neighbours' middle, or a little, or swaps two of a zone; a step onto another box is refused,
 * so what was free of overlaps stays so. Boxes and ties stand in grids, so that a step looks at
 * what is near. The work is bounded. */
#include "map/improve.h"

#include "map/grid.h"
#include "map/random.h"

#include "base/memory.h"
#include "base/strmap.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What a fault costs, in units of a tie as long as `unit` points. */
static const double unit = 100, cost_of_hit = 1.8, cost_of_crossing = 2.2;
static const double hot = 0.6, cold = 0.05;
static const double steps_most = 500000, steps_of_box = 3200, work_most = 1.25e8;
static const double clearance = 2.5; /* a line nearer to a box than this is in its way */

struct state {
    struct gt_layout *layout;
    struct gt_layout_index index;
    struct gt_grid boxes, ties;
    struct gt_random random;
    double gap, heat;
    const uint32_t *seat; /* null, or [n_boxes]: boxes only change places within their number */
    double part;          /* of the steps done */
    double work; /* boxes and ties looked at: time, counted so that it is the same everywhere */
};

static struct gt_point centre(const struct gt_layout *layout, uint32_t box)
{
    return (struct gt_point){layout->box[box].x, layout->box[box].y};
}

static bool planes_meet(uint32_t a, uint32_t b)
{
    return a == b || !a || !b;
}

static struct gt_rect wide_rect(const struct gt_layout_box *box)
{
    return gt_rect_around(box->x, box->y, box->width + 2 * clearance, box->height + 2 * clearance);
}

/* --- the grids ---------------------------------------------------------------------------------
 */

static void cover_tie(struct state *state, uint32_t tie)
{
    const struct gt_layout *layout = state->layout;
    gt_grid_cover_segment(&state->ties, centre(layout, layout->tie[tie].from),
                          centre(layout, layout->tie[tie].to));
}

/* Takes a box and its ties from the grids before it moves, or adds them after. */
static void enter(struct state *state, uint32_t box, bool add)
{
    void (*change)(struct gt_grid *, uint32_t) = add ? gt_grid_add : gt_grid_remove;
    struct gt_rect rect = wide_rect(&state->layout->box[box]);
    gt_grid_cover_rect(&state->boxes, &rect);
    change(&state->boxes, box);
    for (uint32_t i = state->index.offset[box]; i < state->index.offset[box + 1]; i++) {
        cover_tie(state, state->index.at[i]);
        change(&state->ties, state->index.at[i]);
    }
}

static void init_grids(struct state *state)
{
    const struct gt_layout *layout = state->layout;
    struct gt_rect field = layout->zone[0];
    for (uint32_t z = 1; z < layout->n_zones; z++) {
        field.left = fmin(field.left, layout->zone[z].left);
        field.top = fmin(field.top, layout->zone[z].top);
        field.right = fmax(field.right, layout->zone[z].right);
        field.bottom = fmax(field.bottom, layout->zone[z].bottom);
    }
    uint32_t most = layout->n_boxes > layout->n_ties ? layout->n_boxes : layout->n_ties;
    gt_grid_init(&state->boxes, &field, most); /* of the same cells */
    gt_grid_init(&state->ties, &field, most);
    for (uint32_t i = 0; i < layout->n_boxes; i++) {
        struct gt_rect rect = wide_rect(&layout->box[i]);
        gt_grid_cover_rect(&state->boxes, &rect);
        gt_grid_add(&state->boxes, i);
    }
    for (uint32_t i = 0; i < layout->n_ties; i++) {
        cover_tie(state, i);
        gt_grid_add(&state->ties, i);
    }
}

/* --- what a place costs ------------------------------------------------------------------------
 */

/* Boxes that lie in the way of a tie. */
static uint32_t count_hits(struct state *state, uint32_t tie)
{
    const struct gt_layout *layout = state->layout;
    uint32_t a = layout->tie[tie].from, b = layout->tie[tie].to, hits = 0;
    uint32_t plane = gt_layout_plane(layout, tie);
    struct gt_point p = centre(layout, a), q = centre(layout, b);
    gt_grid_cover_segment(&state->boxes, p, q);
    gt_grid_find(&state->boxes);
    state->work += state->boxes.n_found + state->boxes.n_covered;
    for (uint32_t i = 0; i < state->boxes.n_found; i++) {
        uint32_t other = state->boxes.found[i];
        if (other == a || other == b || !planes_meet(plane, layout->box[other].plane))
            continue;
        struct gt_rect rect = wide_rect(&layout->box[other]);
        hits += gt_segment_meets(p, q, &rect);
    }
    return hits;
}

/* Ties that cross a tie: right behind count_hits(), which finds the cells of both grids. */
static uint32_t count_crossings(struct state *state, uint32_t tie)
{
    const struct gt_layout *layout = state->layout;
    uint32_t a = layout->tie[tie].from, b = layout->tie[tie].to, crossings = 0;
    uint32_t plane = gt_layout_plane(layout, tie);
    struct gt_point p = centre(layout, a), q = centre(layout, b);
    gt_grid_find_as(&state->ties, &state->boxes);
    state->work += state->ties.n_found + state->boxes.n_covered;
    for (uint32_t i = 0; i < state->ties.n_found; i++) {
        uint32_t other = state->ties.found[i];
        uint32_t c = layout->tie[other].from, d = layout->tie[other].to;
        if (a == c || a == d || b == c || b == d)
            continue;
        crossings += gt_segments_cross(p, q, centre(layout, c), centre(layout, d)) &&
                     planes_meet(plane, gt_layout_plane(layout, other));
    }
    return crossings;
}

/* Other ties that run through a box. */
static uint32_t count_passing(struct state *state, uint32_t box)
{
    const struct gt_layout *layout = state->layout;
    struct gt_rect rect = wide_rect(&layout->box[box]);
    uint32_t passing = 0;
    gt_grid_cover_rect(&state->ties, &rect);
    gt_grid_find(&state->ties);
    state->work += state->ties.n_found + state->ties.n_covered;
    for (uint32_t i = 0; i < state->ties.n_found; i++) {
        uint32_t tie = state->ties.found[i], a = layout->tie[tie].from, b = layout->tie[tie].to;
        if (a == box || b == box)
            continue;
        passing += gt_segment_meets(centre(layout, a), centre(layout, b), &rect) &&
                   planes_meet(layout->box[box].plane, gt_layout_plane(layout, tie));
    }
    return passing;
}

static double length_of(const struct gt_layout *layout, uint32_t tie)
{
    struct gt_point p = centre(layout, layout->tie[tie].from);
    struct gt_point q = centre(layout, layout->tie[tie].to);
    double x = p.x - q.x, y = (p.y - q.y) * 1.3;
    return sqrt(x * x + y * y) / unit;
}

/* What a box costs where it stands: its ties, and the ties that it is in the way of. Its own places
 * in the grids are not looked at, so they may be old. Gives up when it is more than `most`. */
static double cost_of(struct state *state, uint32_t box, double most)
{
    uint32_t first = state->index.offset[box], end = state->index.offset[box + 1];
    double cost = 0;
    for (uint32_t i = first; i < end; i++)
        cost += length_of(state->layout, state->index.at[i]);
    if (cost <= most)
        cost += cost_of_hit * count_passing(state, box);
    for (uint32_t i = first; i < end && cost <= most; i++) {
        uint32_t tie = state->index.at[i];
        cost += cost_of_hit * count_hits(state, tie);
        if (cost <= most)
            cost += cost_of_crossing * count_crossings(state, tie);
    }
    return cost;
}

/* True when a box stands within its zone and keeps the gap to all others but one (GT_NONE: all). */
static bool stands_free(struct state *state, uint32_t box, uint32_t but)
{
    const struct gt_layout *layout = state->layout;
    const struct gt_layout_box *a = &layout->box[box];
    struct gt_rect rect = gt_layout_rect(a);
    if (!gt_rect_holds(&layout->zone[a->zone], &rect))
        return false;
    rect = gt_rect_grow(&rect, state->gap);
    gt_grid_cover_rect(&state->boxes, &rect);
    gt_grid_find(&state->boxes);
    state->work += state->boxes.n_found + state->boxes.n_covered;
    for (uint32_t i = 0; i < state->boxes.n_found; i++) {
        uint32_t other = state->boxes.found[i];
        const struct gt_layout_box *b = &layout->box[other];
        double apart = gt_layout_apart(a, b, state->gap);
        if (other != box && other != but && gt_layout_meet(a, b) &&
            fabs(a->x - b->x) < (a->width + b->width) / 2 + apart &&
            fabs(a->y - b->y) < (a->height + b->height) / 2 + apart)
            return false;
    }
    return true;
}

/* The cost up to which a change is taken, when it was `before`: more, by chance, while it is hot.
 */
static double draw_most(struct state *state, double before)
{
    return before - state->heat * log(1 - gt_random_real(&state->random));
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
    if (!stands_free(state, i, GT_NONE)) {
        *box = old;
        return;
    }
    *box = old;
    double most = draw_most(state, cost_of(state, i, INFINITY));
    box->x = to.x, box->y = to.y;
    bool better = cost_of(state, i, most) <= most;
    *box = old;
    if (!better)
        return;
    enter(state, i, false);
    box->x = to.x, box->y = to.y;
    enter(state, i, true);
}

static void exchange(struct state *state, uint32_t i, uint32_t j)
{
    struct gt_layout_box *a = &state->layout->box[i], *b = &state->layout->box[j];
    struct gt_point spare = {a->x, a->y};
    enter(state, i, false);
    a->x = b->x, a->y = b->y;
    enter(state, i, true);
    enter(state, j, false);
    b->x = spare.x, b->y = spare.y;
    enter(state, j, true);
}

/* True when two boxes would stand free, each where the other is. */
static bool may_swap(struct state *state, uint32_t i, uint32_t j)
{
    struct gt_layout_box *a = &state->layout->box[i], *b = &state->layout->box[j];
    struct gt_layout_box old_a = *a, old_b = *b;
    if (i == j || (state->seat && state->seat[i] != state->seat[j]) || a->zone != b->zone ||
        a->plane != b->plane || a->fixed || b->fixed)
        return false;
    a->x = old_b.x, a->y = old_b.y, b->x = old_a.x, b->y = old_a.y;
    double apart = gt_layout_apart(a, b, state->gap);
    /* the grid has each at its old place, so the two are told apart by hand */
    bool free = stands_free(state, i, j) && stands_free(state, j, i) &&
                (fabs(a->x - b->x) >= (a->width + b->width) / 2 + apart ||
                 fabs(a->y - b->y) >= (a->height + b->height) / 2 + apart);
    *a = old_a, *b = old_b;
    return free;
}

static void try_swap(struct state *state, uint32_t i, uint32_t j)
{
    if (!may_swap(state, i, j))
        return;
    double most = draw_most(state, cost_of(state, i, INFINITY) + cost_of(state, j, INFINITY));
    exchange(state, i, j);
    double after = cost_of(state, i, most);
    if (after <= most)
        after += cost_of(state, j, most - after);
    if (after > most)
        exchange(state, i, j);
}

static void init(struct state *state, struct gt_layout *layout)
{
    *state = (struct state){.layout = layout, .random = {layout->seed}};
    gt_layout_index_init(&state->index, layout);
    init_grids(state);
}

static void fini(struct state *state)
{
    gt_grid_fini(&state->boxes);
    gt_grid_fini(&state->ties);
    gt_layout_index_fini(&state->index);
}

static void anneal(struct state *state, double part)
{
    const struct gt_layout *layout = state->layout;
    double steps = part * fmin(steps_most, steps_of_box * layout->n_boxes);
    double most = part * work_most;
    for (double step = 0; step < steps && state->work < most; step++) {
        state->part = fmax(step / steps, state->work / most);
        state->heat = hot * pow(cold / hot, state->part);
        uint32_t i = gt_random_below(&state->random, layout->n_boxes);
        if (layout->box[i].fixed)
            continue;
        if (state->seat || gt_random_below(&state->random, 4) == 0)
            try_swap(state, i, gt_random_below(&state->random, layout->n_boxes));
        else
            try_move(state, i);
    }
}

void gt_layout_improve(struct gt_layout *layout, double gap, double part)
{
    struct state state;
    if (layout->n_boxes < 2)
        return;
    init(&state, layout);
    state.gap = gap;
    anneal(&state, part);
    fini(&state);
}

void gt_layout_reseat(struct gt_layout *layout, double gap, const uint32_t *seat)
{
    struct state state;
    if (layout->n_boxes < 2)
        return;
    init(&state, layout);
    state.gap = gap;
    state.seat = seat;
    anneal(&state, 1);
    fini(&state);
}

double gt_layout_cost(struct gt_layout *layout)
{
    struct state state;
    double cost = 0;
    init(&state, layout);
    for (uint32_t tie = 0; tie < layout->n_ties; tie++) {
        cost += length_of(layout, tie) + cost_of_hit * count_hits(&state, tie);
        cost += cost_of_crossing / 2 * count_crossings(&state, tie);
    }
    fini(&state);
    return cost;
}
