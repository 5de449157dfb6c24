/* ring.c: boxes on rings around a centre, one ring for each tie that they are away from it.
 *
 * How it works: the ties' breadth-first tree gives every box a sector as wide as what hangs from it
 * (Eades, "Drawing free trees", Bulletin of the Institute for Combinatorics 5, 1992); boxes of the
 * first ring that are tied come near each other. A ring is an ellipse of the page's shape, or two
 * or three close ones when it is full: above and below the centre labels are wide, and stand one
 * behind the other. On a ring boxes push each other along until none overlaps; when they cannot,
 * the ring grows. */
#include "map/ring.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

enum { ROUNDS = 400, GROWTHS = 400 };
static const double turn = 6.283185307179586, push = 0.006, growth = 1.025;
static const double ring_gap = 34, track_gap = 6;

struct seat {
    uint32_t box;
    double angle;
    int track; /* of the ring */
};

struct rings {
    struct gt_layout *layout;
    struct gt_layout_index index;
    const uint32_t *hop;
    uint32_t *parent;
    double *weight, *from, *to; /* [n_boxes] leaves below; sector */
    struct seat *seat;          /* [n_boxes] by ring, then angle */
    uint32_t n_seats;           /* placed so far */
    double aspect;
};

static uint32_t other_end(const struct gt_layout *layout, uint32_t tie, uint32_t box)
{
    return layout->tie[tie].from == box ? layout->tie[tie].to : layout->tie[tie].from;
}

static uint32_t last_hop(const struct rings *rings)
{
    uint32_t last = 0;
    for (uint32_t i = 0; i < rings->layout->n_boxes; i++)
        if (rings->hop[i] != GT_NONE && rings->hop[i] > last)
            last = rings->hop[i];
    return last;
}

/* Each box hangs from its first neighbour one hop nearer; a leaf weighs as much as it is high. */
static void hang(struct rings *rings)
{
    const struct gt_layout *layout = rings->layout;
    for (uint32_t i = 0; i < layout->n_boxes; i++) {
        rings->parent[i] = GT_NONE;
        rings->weight[i] = 0;
        for (uint32_t k = rings->index.offset[i];
             k < rings->index.offset[i + 1] && rings->hop[i] != GT_NONE; k++) {
            uint32_t other = other_end(layout, rings->index.at[k], i);
            if (rings->hop[other] + 1 == rings->hop[i] && rings->hop[i] > 0 &&
                other < rings->parent[i])
                rings->parent[i] = other;
        }
    }
    for (uint32_t hop = last_hop(rings); hop > 0; hop--)
        for (uint32_t i = 0; i < layout->n_boxes; i++) {
            if (rings->hop[i] != hop)
                continue;
            rings->weight[i] = fmax(rings->weight[i], 1);
            rings->weight[rings->parent[i]] += rings->weight[i];
        }
}

/* Boxes that hang from one, or all of the first ring (GT_NONE: of the centres). */
static uint32_t list_below(const struct rings *rings, uint32_t parent, uint32_t hop, uint32_t *list)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < rings->layout->n_boxes; i++)
        if (rings->hop[i] == hop && (parent == GT_NONE || rings->parent[i] == parent))
            list[n++] = i;
    return n;
}

/* The box of the first ring that a box hangs from in the end. */
static uint32_t branch_of(const struct rings *rings, uint32_t box)
{
    while (rings->hop[box] != GT_NONE && rings->hop[box] > 1)
        box = rings->parent[box];
    return box;
}

/* How far ties between branches reach around the ring, when the branches stand in this order. */
static double reach_of(const struct rings *rings, const uint32_t *place, uint32_t n)
{
    const struct gt_layout *layout = rings->layout;
    double sum = 0;
    for (uint32_t e = 0; e < layout->n_ties; e++) {
        uint32_t a = branch_of(rings, layout->tie[e].from);
        uint32_t b = branch_of(rings, layout->tie[e].to);
        if (a == b || rings->hop[a] != 1 || rings->hop[b] != 1)
            continue;
        uint32_t apart = place[a] > place[b] ? place[a] - place[b] : place[b] - place[a];
        sum += apart < n - apart ? apart : n - apart;
    }
    return sum;
}

/* Swaps branches while that brings tied ones nearer. */
static void order_branches(const struct rings *rings, uint32_t *list, uint32_t n)
{
    enum { PASSES = 6, BRANCHES_MOST = 120 };
    uint32_t *place = gt_xcalloc(rings->layout->n_boxes, sizeof *place);
    for (uint32_t i = 0; i < n; i++)
        place[list[i]] = i;
    double best = reach_of(rings, place, n);
    for (int pass = 0; pass < PASSES && n <= BRANCHES_MOST; pass++)
        for (uint32_t i = 0; i < n; i++)
            for (uint32_t k = i + 1; k < n; k++) {
                uint32_t a = list[i], b = list[k];
                place[a] = k, place[b] = i;
                double reach = reach_of(rings, place, n);
                if (reach < best) {
                    best = reach;
                    list[i] = b, list[k] = a;
                } else {
                    place[a] = i, place[b] = k;
                }
            }
    free(place);
}

/* Divides the sector of a box among what hangs from it. */
static void divide(struct rings *rings, uint32_t parent, uint32_t hop, double from, double to)
{
    uint32_t *list = gt_xcalloc(rings->layout->n_boxes, sizeof *list);
    uint32_t n = list_below(rings, parent, hop, list);
    double all = 0;
    if (parent == GT_NONE)
        order_branches(rings, list, n);
    for (uint32_t i = 0; i < n; i++)
        all += rings->weight[list[i]];
    for (uint32_t i = 0; i < n; i++) {
        double end = from + (to - from) * rings->weight[list[i]] / all;
        all -= rings->weight[list[i]];
        rings->from[list[i]] = from, rings->to[list[i]] = end;
        divide(rings, list[i], hop + 1, from, end);
        from = end;
    }
    free(list);
}

static int by_angle(const void *p, const void *q)
{
    const struct seat *a = p, *b = q;
    if (a->angle < b->angle || a->angle > b->angle)
        return a->angle < b->angle ? -1 : 1;
    return a->box < b->box ? -1 : a->box > b->box;
}

static void sit(struct rings *rings, const struct seat *seat, double radius, double track)
{
    struct gt_layout_box *box = &rings->layout->box[seat->box];
    double r = radius + seat->track * track;
    box->x = r * rings->aspect * cos(seat->angle);
    box->y = r * sin(seat->angle);
}

static bool touch(const struct rings *rings, uint32_t i, uint32_t k)
{
    const struct gt_layout_box *a = &rings->layout->box[rings->seat[i].box];
    const struct gt_layout_box *b = &rings->layout->box[rings->seat[k].box];
    return fabs(a->x - b->x) < (a->width + b->width) / 2 + GT_GAP &&
           fabs(a->y - b->y) < (a->height + b->height) / 2 + GT_GAP;
}

/* Pushes the seats first .. first + n of a ring apart along it; true when none overlaps any that is
 * placed. */
static bool push_apart(struct rings *rings, uint32_t first, uint32_t n, double radius, double track)
{
    bool free = false;
    for (uint32_t i = first; i < first + n; i++)
        sit(rings, &rings->seat[i], radius, track);
    for (int round = 0; round < ROUNDS && !free; round++) {
        free = true;
        for (uint32_t i = 0; i < n; i++)
            /* the nearer way round only: the other would push them together */
            for (uint32_t step = 1; step <= 4 && 2 * step < n + (i < n / 2); step++) {
                struct seat *a = &rings->seat[first + i], *b = &rings->seat[first + (i + step) % n];
                if (!touch(rings, first + i, first + (i + step) % n))
                    continue;
                free = false;
                a->angle -= push, b->angle += push;
                sit(rings, a, radius, track);
                sit(rings, b, radius, track);
            }
    }
    for (uint32_t i = first; i < first + n && free; i++)
        for (uint32_t k = 0; k < i && free; k++)
            free = !touch(rings, i, k);
    return free;
}

/* Seats a ring as near to the one before as it can be; returns its outermost radius. */
static double seat_ring(struct rings *rings, uint32_t hop, double inner,
                        struct gt_layout_ring *ring)
{
    const struct gt_layout *layout = rings->layout;
    uint32_t first = rings->n_seats, n = 0;
    double high = 0;
    for (uint32_t i = 0; i < layout->n_boxes; i++) {
        if (rings->hop[i] != hop)
            continue;
        rings->seat[first + n++] = (struct seat){i, (rings->from[i] + rings->to[i]) / 2, 0};
        high = fmax(high, layout->box[i].height);
    }
    qsort(rings->seat + first, n, sizeof *rings->seat, by_angle);
    int tracks = n > 45 ? 3 : n > 14 ? 2 : 1;
    double track = high + track_gap, radius = inner + high / 2 + ring_gap;
    struct seat *start = gt_xcalloc((size_t)n + 1, sizeof *start);
    for (uint32_t i = 0; i < n; i++) {
        rings->seat[first + i].track = (int)(i % (uint32_t)tracks);
        start[i] = rings->seat[first + i];
    }
    for (int grown = 0; grown < GROWTHS; grown++) {
        for (uint32_t i = 0; i < n; i++)
            rings->seat[first + i] = start[i];
        if (push_apart(rings, first, n, radius, track))
            break;
        radius = radius * growth + 1;
    }
    free(start);
    rings->n_seats += n;
    double middle = radius + track * (tracks - 1) / 2.0;
    *ring = (struct gt_layout_ring){middle * rings->aspect, middle};
    return radius + track * (tracks - 1) + high / 2;
}

/* Centres stand one below the other. */
static double seat_centres(struct rings *rings)
{
    double top = 0;
    for (uint32_t i = 0; i < rings->layout->n_boxes; i++) {
        struct gt_layout_box *box = &rings->layout->box[i];
        if (rings->hop[i] != 0)
            continue;
        box->x = 0;
        box->y = top + box->height / 2;
        top += box->height + GT_GAP;
        rings->seat[rings->n_seats++] = (struct seat){i, 0, 0};
    }
    for (uint32_t i = 0; i < rings->n_seats; i++)
        rings->layout->box[rings->seat[i].box].y -= (top - GT_GAP) / 2;
    return top / 2;
}

/* The field around all boxes, a corner box in its corner where that is free, else below. */
static void set_field(struct rings *rings)
{
    struct gt_layout *layout = rings->layout;
    struct gt_rect all = {0, 0, 0, 0};
    for (uint32_t i = 0; i < rings->n_seats; i++) {
        struct gt_rect rect = gt_layout_rect(&layout->box[rings->seat[i].box]);
        all.left = fmin(all.left, rect.left), all.right = fmax(all.right, rect.right);
        all.top = fmin(all.top, rect.top), all.bottom = fmax(all.bottom, rect.bottom);
    }
    for (uint32_t i = 0; i < layout->n_boxes; i++) {
        struct gt_layout_box *box = &layout->box[i];
        if (rings->hop[i] != GT_NONE)
            continue;
        bool free = true;
        box->x = all.left + box->width / 2, box->y = all.bottom - box->height / 2;
        rings->seat[rings->n_seats++].box = i;
        for (uint32_t k = 0; k + 1 < rings->n_seats && free; k++)
            free = !touch(rings, k, rings->n_seats - 1);
        if (!free)
            box->y = all.bottom + GT_GAP + box->height / 2;
        all.bottom = fmax(all.bottom, box->y + box->height / 2);
    }
    for (uint32_t i = 0; i < layout->n_boxes; i++)
        layout->box[i].x -= all.left, layout->box[i].y -= all.top;
    layout->cell[0] = (struct gt_rect){0, 0, all.right - all.left, all.bottom - all.top};
    layout->zone[0] = layout->cell[0];
}

uint32_t gt_layout_rings(struct gt_layout *layout, const uint32_t *hop, double ratio,
                         struct gt_layout_ring *ring)
{
    size_t n = layout->n_boxes;
    struct rings rings = {.layout = layout,
                          .hop = hop,
                          .parent = gt_xcalloc(n, sizeof(uint32_t)),
                          .weight = gt_xcalloc(n, sizeof(double)),
                          .from = gt_xcalloc(n, sizeof(double)),
                          .to = gt_xcalloc(n, sizeof(double)),
                          .seat = gt_xcalloc(n, sizeof(struct seat)),
                          .aspect = ratio};
    gt_layout_index_init(&rings.index, layout);
    hang(&rings);
    divide(&rings, GT_NONE, 1, -turn / 2, turn / 2);
    double radius = seat_centres(&rings);
    uint32_t last = last_hop(&rings);
    for (uint32_t k = 1; k <= last; k++)
        radius = seat_ring(&rings, k, radius, &ring[k - 1]);
    set_field(&rings);
    gt_layout_index_fini(&rings.index);
    free(rings.parent);
    free(rings.weight);
    free(rings.from);
    free(rings.to);
    free(rings.seat);
    return last;
}
