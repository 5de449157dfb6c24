/* detour.c: ways around blocks: see detour.h.
 *
 * How it works: the shortest way around rectangles touches their corners (grown by a little room),
 * so A* (Hart, Nilsson, Raphael, "A formal basis for the heuristic determination of minimum cost
 * paths", IEEE Transactions on Systems Science and Cybernetics 4, 1968) goes from corner to corner.
 * Which corners see each other is found only where it is asked for: from a corner the way straight
 * to the end is tried, and the outer corners of what is in that way follow. Each corner is there in
 * several distances from its block, so that lines around it run side by side. The way then is bent
 * smoothly through its corners, as widely as blocks allow. */
#include "map/detour.h"

#include "base/memory.h"

#include "base/strmap.h"

#include <math.h>
#include <stdlib.h>

enum { CORNERS = 4, LEVELS = 4, EXPANDED_MOST = 1200, LOOKED_AT_MOST = 24, NEAREST = 3 };
static const double nearest = 3.2, level_step = 3, apart = 3.1; /* points from a block */
static const double cost_of_turn = 22, cost_of_use = 14, cost_of_old = 60;
/* Turns by more than so many degrees within so many points look like corners; cost by degree. */
static const double no_corner = 32, corner_reach = 9, cost_of_corner = 0.03;
static const double haste = 1.1, hurry = 1.7; /* the search is that much greedier than exact */

struct corner {
    struct gt_point at;
    uint32_t search; /* that it was met in */
    uint32_t before; /* it on the way, GT_NONE: the start */
    double cost;     /* of the way to it, in points */
    uint16_t used;   /* lines that turn here */
    uint16_t old;    /* found ways between the same ends that turn here */
    unsigned char valid;
    bool closed;
};

enum { UNKNOWN, FREE, BLOCKED };

struct entry {
    double cost; /* to the end, at least */
    uint32_t corner;
};

struct gt_detours {
    struct gt_routing *routing;
    struct corner *corner; /* [n_blocks * CORNERS * LEVELS], the start, the end */
    uint32_t start, end, search;
    struct entry *heap;
    size_t n, room;
    const struct gt_scene_line *line;
    struct gt_rect field;
    bool hurried; /* looks for any way */
};

struct gt_detours *gt_detours_new(struct gt_routing *routing)
{
    struct gt_detours *detours = gt_xcalloc(1, sizeof *detours);
    size_t n = (size_t)routing->n_blocks * CORNERS * LEVELS;
    detours->routing = routing;
    detours->corner = gt_xcalloc(n + 2, sizeof *detours->corner);
    detours->start = (uint32_t)n;
    detours->end = (uint32_t)n + 1;
    for (size_t i = 0; i < n; i++) {
        const struct gt_rect *block = &routing->block[i / (CORNERS * LEVELS)];
        size_t which = i / LEVELS % CORNERS;
        struct gt_rect rect = gt_rect_grow(block, nearest + level_step * (double)(i % LEVELS));
        detours->corner[i].at = (struct gt_point){which & 1 ? rect.right : rect.left,
                                                  which & 2 ? rect.bottom : rect.top};
    }
    return detours;
}

void gt_detours_free(struct gt_detours *detours)
{
    if (!detours)
        return;
    free(detours->corner);
    free(detours->heap);
    free(detours);
}

void gt_detours_use(struct gt_detours *detours, const struct gt_way *way, int by)
{
    for (int i = 0; i < way->n_corners; i++) {
        struct corner *corner = &detours->corner[way->corner[i]];
        corner->used = (uint16_t)(corner->used + by);
    }
}

/* --- the search --------------------------------------------------------------------------------
 */

static void push(struct gt_detours *detours, double cost, uint32_t corner)
{
    detours->heap = gt_xgrow(detours->heap, detours->n, &detours->room, sizeof *detours->heap);
    struct entry *heap = detours->heap;
    size_t at = detours->n++;
    for (; at > 0 && heap[(at - 1) / 2].cost > cost; at = (at - 1) / 2)
        heap[at] = heap[(at - 1) / 2];
    heap[at] = (struct entry){cost, corner};
}

static uint32_t pop(struct gt_detours *detours)
{
    struct entry *heap = detours->heap, last = heap[--detours->n];
    uint32_t top = heap[0].corner;
    size_t at = 0;
    for (;;) {
        size_t child = 2 * at + 1;
        if (child >= detours->n)
            break;
        if (child + 1 < detours->n && heap[child + 1].cost < heap[child].cost)
            child++;
        if (heap[child].cost >= last.cost)
            break;
        heap[at] = heap[child];
        at = child;
    }
    heap[at] = last;
    return top;
}

/* True when no block covers a corner and it is in the field. */
static bool is_valid(struct gt_detours *detours, uint32_t number)
{
    struct corner *corner = &detours->corner[number];
    struct gt_rect here = {corner->at.x, corner->at.y, corner->at.x, corner->at.y};
    if (corner->valid == UNKNOWN)
        corner->valid = gt_routing_is_covered(detours->routing, corner->at, apart) ? BLOCKED : FREE;
    return corner->valid == FREE && gt_rect_holds(&detours->field, &here);
}

/* Of the distances at which a block's corner can be turned around, the nearest that fewest lines
 * use; GT_NONE when there is none. */
static uint32_t best_level(struct gt_detours *detours, uint32_t block, uint32_t which)
{
    uint32_t best = GT_NONE, first = (block * CORNERS + which) * LEVELS;
    for (uint32_t i = first; i < first + LEVELS; i++)
        if (is_valid(detours, i) &&
            (best == GT_NONE || detours->corner[i].used < detours->corner[best].used))
            best = i;
    return best;
}

static double turn_between(struct gt_point a, struct gt_point b, struct gt_point c)
{
    double x = b.x - a.x, y = b.y - a.y, u = c.x - b.x, v = c.y - b.y;
    return fabs(atan2(x * v - y * u, x * u + y * v));
}

/* What a step from one corner to the next adds to the cost. */
static double cost_of_step(const struct gt_detours *detours, uint32_t from, uint32_t to)
{
    const struct corner *a = &detours->corner[from], *b = &detours->corner[to];
    double cost = hypot(b->at.x - a->at.x, b->at.y - a->at.y) + cost_of_old * b->old +
                  (detours->hurried ? 0 : cost_of_use * b->used);
    if (a->before != GT_NONE)
        cost += cost_of_turn * turn_between(detours->corner[a->before].at, a->at, b->at);
    return cost;
}

static void reach(struct gt_detours *detours, uint32_t from, uint32_t to)
{
    struct corner *corner = &detours->corner[to];
    struct gt_point end = detours->corner[detours->end].at;
    double cost = detours->corner[from].cost + cost_of_step(detours, from, to);
    if (corner->search == detours->search && (corner->closed || corner->cost <= cost))
        return;
    corner->search = detours->search;
    corner->closed = false;
    corner->cost = cost;
    corner->before = from;
    push(detours,
         cost +
             (detours->hurried ? hurry : haste) * hypot(end.x - corner->at.x, end.y - corner->at.y),
         to);
}

/* The two corners of a block between which it is seen from a point, as bits; all when it is not
 * seen from outside. */
static unsigned silhouette(const struct gt_rect *rect, struct gt_point p)
{
    struct gt_rect grown = gt_rect_grow(rect, nearest);
    bool left = p.x<grown.left, right = p.x> grown.right;
    bool above = p.y<grown.top, below = p.y> grown.bottom;
    enum { UL = 1, UR = 2, LL = 4, LR = 8 };
    if ((above && left) || (below && right))
        return UR | LL;
    if ((above && right) || (below && left))
        return UL | LR;
    return above ? UL | UR : below ? LL | LR : left ? UL | LL : right ? UR | LR : 15;
}

/* Blocks whose corners are looked at from one place. */
struct looked_at {
    uint32_t block[LOOKED_AT_MOST], n;
};

static double distance_to(const struct gt_rect *rect, struct gt_point p)
{
    double x = fmax(fmax(rect->left - p.x, p.x - rect->right), 0);
    double y = fmax(fmax(rect->top - p.y, p.y - rect->bottom), 0);
    return x * x + y * y;
}

/* Adds the blocks that are first in a way: those behind them are seen from other corners. */
static void look_at_nearest(const struct gt_detours *detours, struct gt_point from,
                            struct gt_blockers *found, uint32_t n, struct looked_at *list)
{
    for (uint32_t taken = 0; taken < NEAREST && taken < n; taken++) {
        uint32_t best = taken;
        double least = INFINITY;
        for (uint32_t i = taken; i < n; i++) {
            double far = distance_to(&detours->routing->block[found->block[i]], from);
            if (far < least)
                least = far, best = i;
        }
        uint32_t block = found->block[best];
        found->block[best] = found->block[taken];
        bool known = false;
        for (uint32_t k = 0; k < list->n; k++)
            known = known || list->block[k] == block;
        if (!known && list->n < LOOKED_AT_MOST)
            list->block[list->n++] = block;
    }
}

/* Follows the ways from a corner to the end, and around what is in these ways. */
static void expand(struct gt_detours *detours, uint32_t from)
{
    struct looked_at list = {.n = 0};
    struct gt_blockers found;
    struct gt_point way[2] = {detours->corner[from].at, detours->corner[detours->end].at};
    uint32_t n = gt_routing_blockers(detours->routing, way, apart, &found);
    if (!n)
        reach(detours, from, detours->end);
    look_at_nearest(detours, way[0], &found, n, &list);
    for (uint32_t i = 0; i < list.n; i++) {
        unsigned seen = silhouette(&detours->routing->block[list.block[i]], way[0]);
        for (uint32_t which = 0; which < CORNERS; which++) {
            uint32_t to = seen >> which & 1 ? best_level(detours, list.block[i], which) : GT_NONE;
            if (to == GT_NONE || to == from)
                continue;
            way[1] = detours->corner[to].at;
            n = gt_routing_blockers(detours->routing, way, apart, &found);
            if (!n)
                reach(detours, from, to);
            look_at_nearest(detours, way[0], &found, n, &list);
        }
    }
}

static bool search(struct gt_detours *detours, const struct gt_point end[2])
{
    struct corner *corner = detours->corner;
    detours->search++;
    detours->n = 0;
    for (int i = 0; i < 2; i++)
        corner[detours->start + (uint32_t)i] = (struct corner){.at = end[i], .before = GT_NONE};
    corner[detours->start].search = detours->search;
    push(detours, 0, detours->start);
    for (int expanded = 0; detours->n && expanded < EXPANDED_MOST * (detours->hurried ? 4 : 1);
         expanded++) {
        uint32_t at = pop(detours);
        if (at == detours->end)
            return true;
        if (corner[at].closed)
            continue;
        corner[at].closed = true;
        expand(detours, at);
    }
    return false;
}

/* --- bending -----------------------------------------------------------------------------------
 */

/* The corners of the way that was found, from start to end; 0 when there are too many. */
static int list_points(const struct gt_detours *detours, struct gt_point *point, struct gt_way *way)
{
    int n = 0;
    way->n_corners = 0;
    for (uint32_t at = detours->end; at != GT_NONE; at = detours->corner[at].before) {
        if (n > GT_PIECES_MOST)
            return 0;
        point[n++] = detours->corner[at].at;
        if (at < detours->start)
            way->corner[way->n_corners++] = at;
    }
    for (int i = 0; i < n / 2; i++) {
        struct gt_point spare = point[i];
        point[i] = point[n - 1 - i], point[n - 1 - i] = spare;
    }
    return n;
}

/* Leaves out points that the way can do without; where two are close together, which would make a
 * kink, it may come as near to blocks as any line. Returns how many are left. */
static int pull_tight(struct gt_detours *detours, struct gt_point *point, int n)
{
    static const double close = 9;
    for (int i = 1; i + 1 < n;) {
        const struct gt_point way[2] = {point[i - 1], point[i + 1]};
        double before = hypot(point[i].x - way[0].x, point[i].y - way[0].y);
        double behind = hypot(point[i].x - way[1].x, point[i].y - way[1].y);
        double berth = fmin(before, behind) < close ? GT_WIDE_BERTH : apart;
        if (gt_routing_blockers(detours->routing, way, berth, NULL)) {
            i++;
            continue;
        }
        for (int k = i; k + 1 < n; k++)
            point[k] = point[k + 1];
        n--;
        i = i > 1 ? i - 1 : i;
    }
    return n;
}

static struct gt_point unit_of(struct gt_point a, struct gt_point b)
{
    double length = hypot(b.x - a.x, b.y - a.y);
    if (length <= 0)
        return (struct gt_point){0, 0};
    return (struct gt_point){(b.x - a.x) / length, (b.y - a.y) / length};
}

/* The directions in which a smooth line passes its points: between those of both sides; at its
 * ends a little away from where it turns next. */
static void find_directions(const struct gt_point *point, int n, struct gt_point *direction)
{
    for (int i = 1; i + 1 < n; i++) {
        struct gt_point in = unit_of(point[i - 1], point[i]), out = unit_of(point[i], point[i + 1]);
        direction[i] =
            unit_of((struct gt_point){0, 0}, (struct gt_point){in.x + out.x, in.y + out.y});
    }
    for (int end = 0; end < 2; end++) {
        int i = end ? n - 1 : 0, next = end ? n - 2 : 1;
        struct gt_point chord = unit_of(point[end ? n - 2 : 0], point[end ? n - 1 : 1]);
        struct gt_point turned = direction[next];
        struct gt_point sum = {2 * chord.x - turned.x, 2 * chord.y - turned.y};
        direction[i] = n > 2 ? unit_of((struct gt_point){0, 0},
                                       (struct gt_point){sum.x + chord.x, sum.y + chord.y})
                             : chord;
    }
}

static struct gt_curve piece_of(struct gt_point a, struct gt_point b, struct gt_point out,
                                struct gt_point in, double part)
{
    double reach = fmax(part * hypot(b.x - a.x, b.y - a.y), 1);
    return (struct gt_curve){{a,
                              {a.x + out.x * reach, a.y + out.y * reach},
                              {b.x - in.x * reach, b.y - in.y * reach},
                              b}};
}

static bool is_free(struct gt_detours *detours, const struct gt_curve *curve)
{
    struct gt_path path = gt_path_of(curve);
    struct gt_track track = gt_track_of(&path);
    return gt_rect_holds(&detours->field, &track.bounds) &&
           gt_routing_passes(detours->routing, detours->line, &track) == 0;
}

/* Bends a line through its points. Each piece is as round as the blocks beside it allow. */
static bool bend(struct gt_detours *detours, const struct gt_point *point, int n,
                 struct gt_path *path)
{
    static const double part[] = {0.4, 0.33, 0.26, 0.2, 0.14, 0.09, 0.05, 0.02, 0};
    struct gt_point direction[GT_PIECES_MOST + 1];
    find_directions(point, n, direction);
    path->n = n - 1;
    for (int i = 0; i + 1 < n; i++) {
        bool found = false;
        for (size_t k = 0; k < sizeof part / sizeof *part && !found; k++) {
            path->piece[i] =
                piece_of(point[i], point[i + 1], direction[i], direction[i + 1], part[k]);
            found = is_free(detours, &path->piece[i]);
        }
        if (!found)
            return false;
    }
    return true;
}

static double cost_of(const struct gt_point *point, int n)
{
    double length = 0, turns = 0;
    for (int i = 1; i < n; i++) {
        length += hypot(point[i].x - point[i - 1].x, point[i].y - point[i - 1].y);
        turns += i + 1 < n ? turn_between(point[i - 1], point[i], point[i + 1]) : 0;
    }
    double straight = hypot(point[n - 1].x - point[0].x, point[n - 1].y - point[0].y);
    return 1.2 * (length / fmax(straight, 1) - 1) + 0.3 * turns + 0.03 * n;
}

static void mark_old(struct gt_detours *detours, const struct gt_way *way, int by)
{
    for (int i = 0; i < way->n_corners; i++) { /* at all distances: the next goes elsewhere */
        uint32_t first = way->corner[i] / LEVELS * LEVELS;
        for (uint32_t k = first; k < first + LEVELS; k++)
            detours->corner[k].old = (uint16_t)(detours->corner[k].old + by);
    }
}

int gt_detours_find(struct gt_detours *detours, const struct gt_scene_line *line,
                    const struct gt_point end[2], struct gt_way *way, int most)
{
    struct gt_point point[GT_PIECES_MOST + 1];
    struct gt_way tried[8];
    int found = 0, tries = 0;
    detours->line = line;
    detours->hurried = false;
    detours->field = gt_routing_field(detours->routing, line);
    while (tries < most && tries < 8) {
        int n = search(detours, end) ? list_points(detours, point, &tried[tries]) : 0;
        if (n < 2 && (found || detours->hurried))
            break;
        if (n < 2) { /* too long a search, or too many turns */
            detours->hurried = true;
            continue;
        }
        struct gt_way *to = &way[found];
        *to = tried[tries];
        mark_old(detours, &tried[tries++], 1);
        n = pull_tight(detours, point, n);
        if (!bend(detours, point, n, &to->path))
            continue;
        double sharp = fmax(gt_path_sharpest(&to->path, corner_reach),
                            gt_path_sharpest(&to->path, corner_reach / 3));
        to->cost = cost_of(point, n) + cost_of_corner * fmax(0, sharp - no_corner);
        found++;
        if (n == 2) /* straight: nothing will be better */
            break;
    }
    for (int i = 0; i < tries; i++)
        mark_old(detours, &tried[i], -1);
    return found;
}
