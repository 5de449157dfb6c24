/* crowd.c: first positions of a component of thousands, where Graphviz's sfdp takes minutes.
 *
 * How it works, after Hu, "Efficient and high-quality force-directed graph drawing", Mathematica
 * Journal 10 (2005): tied vertices are merged in pairs, lightest first, until a hundred are left;
 * these are laid out by springs and charges, then each pair is parted again and all is laid out
 * anew from there. Charges of far groups act as one (Barnes and Hut, "A hierarchical O(N log N)
 * force-calculation algorithm", Nature 324, 1986), in a quadtree of squares. */
#include "map/crowd.h"
#include "map/random.h"

#include "base/memory.h"
#include "base/strmap.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { COARSEST = 100, LEVELS = 24, ROUNDS = 60, ROUNDS_COARSEST = 300, DEPTH = 24 };
static const double spring = 60; /* points of a tie at rest */
static const double charge = 0.25, opening = 1.1, cooling = 0.93;

/* A graph of one level: vertices with their weight, each tie at both its ends. */
struct level {
    uint32_t n;
    uint32_t *offset, *to; /* [n + 1]; ties of a vertex */
    double *weight;        /* [n] vertices of the finest level in each */
    uint32_t *parent;      /* [n] in the next coarser level */
    struct gt_point *at;
};

struct quad {
    struct gt_point middle; /* of its vertices */
    double weight;
    uint32_t child; /* the first of four, 0: none */
};

struct tree {
    struct quad *quad;
    size_t n, room;
    struct gt_point corner;
    double side;
};

struct pair {
    uint32_t a, b;
};

static int compare_pairs(const void *p, const void *q)
{
    const struct pair *x = p, *y = q;
    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    return x->b < y->b ? -1 : x->b > y->b;
}

/* A level of m arcs (each tie in both directions); the same twice is one. */
static void make_level(struct level *level, uint32_t n, struct pair *arc, size_t m)
{
    size_t kept = 0;
    qsort(arc, m, sizeof *arc, compare_pairs);
    *level = (struct level){.n = n,
                            .offset = gt_xcalloc((size_t)n + 2, sizeof(uint32_t)),
                            .to = gt_xcalloc(m + 1, sizeof(uint32_t)),
                            .weight = gt_xcalloc((size_t)n + 1, sizeof(double)),
                            .parent = gt_xcalloc((size_t)n + 1, sizeof(uint32_t)),
                            .at = gt_xcalloc((size_t)n + 1, sizeof(struct gt_point))};
    for (size_t i = 0; i < m; i++) {
        if (arc[i].a == arc[i].b || (i && compare_pairs(&arc[i], &arc[i - 1]) == 0))
            continue;
        level->offset[arc[i].a + 1]++;
        level->to[kept++] = arc[i].b;
    }
    for (uint32_t v = 0; v < n; v++)
        level->offset[v + 1] += level->offset[v];
}

static void free_level(struct level *level)
{
    free(level->offset);
    free(level->to);
    free(level->weight);
    free(level->parent);
    free(level->at);
}

/* Merges each vertex with its lightest free neighbour; one that has none goes to its lightest
 * neighbour's pair, so that stars shrink too. Returns the number of vertices that are left. */
static uint32_t merge(struct level *level)
{
    uint32_t next = 0;
    for (uint32_t v = 0; v < level->n; v++)
        level->parent[v] = GT_NONE;
    for (uint32_t v = 0; v < level->n; v++) {
        uint32_t best = GT_NONE;
        if (level->parent[v] != GT_NONE)
            continue;
        for (uint32_t i = level->offset[v]; i < level->offset[v + 1]; i++) {
            uint32_t u = level->to[i];
            if (level->parent[u] == GT_NONE &&
                (best == GT_NONE || level->weight[u] < level->weight[best]))
                best = u;
        }
        if (best == GT_NONE && level->offset[v] < level->offset[v + 1]) {
            level->parent[v] = level->parent[level->to[level->offset[v]]];
            continue;
        }
        level->parent[v] = next;
        if (best != GT_NONE)
            level->parent[best] = next;
        next++;
    }
    return next;
}

static void coarsen(struct level *fine, struct level *coarse)
{
    uint32_t n = merge(fine);
    size_t m = fine->offset[fine->n];
    struct pair *arc = gt_xcalloc(m + 1, sizeof *arc);
    for (uint32_t v = 0; v < fine->n; v++)
        for (uint32_t i = fine->offset[v]; i < fine->offset[v + 1]; i++)
            arc[i] = (struct pair){fine->parent[v], fine->parent[fine->to[i]]};
    make_level(coarse, n, arc, m);
    for (uint32_t v = 0; v < fine->n; v++)
        coarse->weight[fine->parent[v]] += fine->weight[v];
    free(arc);
}

/* --- charges -----------------------------------------------------------------------------------
 */

static uint32_t quarter(struct gt_point at, struct gt_point *corner, double half)
{
    uint32_t part = 0;
    if (at.x >= corner->x + half)
        part |= 1, corner->x += half;
    if (at.y >= corner->y + half)
        part |= 2, corner->y += half;
    return part;
}

static void add_to(struct quad *quad, struct gt_point at, double weight)
{
    double all = quad->weight + weight;
    quad->middle.x += (at.x - quad->middle.x) * weight / all;
    quad->middle.y += (at.y - quad->middle.y) * weight / all;
    quad->weight = all;
}

static uint32_t part_quad(struct tree *tree)
{
    uint32_t first = (uint32_t)tree->n;
    for (int i = 0; i < 4; i++) {
        tree->quad = gt_xgrow(tree->quad, tree->n, &tree->room, sizeof *tree->quad);
        tree->quad[tree->n++] = (struct quad){.weight = 0};
    }
    return first;
}

static void insert(struct tree *tree, struct gt_point at, double weight)
{
    struct gt_point corner = tree->corner;
    double side = tree->side;
    uint32_t number = 0;
    for (int depth = 0; depth < DEPTH; depth++) {
        struct quad old = tree->quad[number];
        add_to(&tree->quad[number], at, weight);
        if (old.weight <= 0)
            return;
        side /= 2;
        if (!old.child) { /* a leaf that is taken: what was there moves down */
            struct gt_point down = corner;
            uint32_t first = part_quad(tree);
            tree->quad[number].child = first;
            add_to(&tree->quad[first + quarter(old.middle, &down, side)], old.middle, old.weight);
            old.child = first;
        }
        number = old.child + quarter(at, &corner, side);
    }
    add_to(&tree->quad[number], at, weight);
}

static void grow_tree(struct tree *tree, const struct level *level)
{
    struct gt_rect all = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (uint32_t v = 0; v < level->n; v++) {
        all.left = fmin(all.left, level->at[v].x), all.right = fmax(all.right, level->at[v].x);
        all.top = fmin(all.top, level->at[v].y), all.bottom = fmax(all.bottom, level->at[v].y);
    }
    tree->corner = (struct gt_point){all.left, all.top};
    tree->side = fmax(fmax(gt_rect_width(&all), gt_rect_height(&all)), 1) * 1.0001;
    tree->n = 0;
    part_quad(tree);
    for (uint32_t v = 0; v < level->n; v++)
        insert(tree, level->at[v], level->weight[v]);
}

/* What all charges do at a place. */
static struct gt_point push_at(const struct tree *tree, struct gt_point at, double strength)
{
    struct {
        uint32_t quad;
        double side;
    } stack[4 * DEPTH + 8];
    struct gt_point push = {0, 0};
    int n = 0;
    stack[n].quad = 0, stack[n++].side = tree->side;
    while (n) {
        n--;
        const struct quad *quad = &tree->quad[stack[n].quad];
        double side = stack[n].side, x = at.x - quad->middle.x, y = at.y - quad->middle.y;
        double square = x * x + y * y;
        if (quad->weight <= 0)
            continue;
        if (!quad->child || side * side < opening * opening * square) {
            double force = square > 1e-9 ? strength * quad->weight / square : 0;
            push.x += x * force, push.y += y * force;
            continue;
        }
        for (uint32_t i = 0; i < 4; i++)
            stack[n].quad = quad->child + i, stack[n++].side = side / 2;
    }
    return push;
}

/* --- springs -----------------------------------------------------------------------------------
 */

static void settle(struct level *level, double length, int rounds, double step)
{
    struct tree tree = {0};
    struct gt_point *move = gt_xcalloc((size_t)level->n + 1, sizeof *move);
    for (int round = 0; round < rounds; round++, step *= cooling) {
        grow_tree(&tree, level);
        for (uint32_t v = 0; v < level->n; v++) {
            struct gt_point p = level->at[v];
            struct gt_point sum = push_at(&tree, p, charge * length * length);
            for (uint32_t i = level->offset[v]; i < level->offset[v + 1]; i++) {
                struct gt_point q = level->at[level->to[i]];
                double pull = hypot(q.x - p.x, q.y - p.y) / length;
                sum.x += (q.x - p.x) * pull, sum.y += (q.y - p.y) * pull;
            }
            double size = hypot(sum.x, sum.y), part = size > 0 ? fmin(step, size) / size : 0;
            move[v] = (struct gt_point){sum.x * part, sum.y * part};
        }
        for (uint32_t v = 0; v < level->n; v++)
            level->at[v].x += move[v].x, level->at[v].y += move[v].y;
    }
    free(move);
    free(tree.quad);
}

static void descend(const struct level *coarse, struct level *fine, struct gt_random *random)
{
    static const double growth = 1.4; /* twice the vertices want twice the area */
    for (uint32_t v = 0; v < fine->n; v++) {
        struct gt_point at = coarse->at[fine->parent[v]];
        fine->at[v].x = at.x * growth + (gt_random_real(random) - 0.5) * spring / 4;
        fine->at[v].y = at.y * growth + (gt_random_real(random) - 0.5) * spring / 4;
    }
}

static void make_finest(struct level *level, const struct gt_layout *layout, const uint32_t *box,
                        uint32_t n)
{
    uint32_t *vertex = gt_xcalloc((size_t)layout->n_boxes + 1, sizeof *vertex);
    struct pair *arc = gt_xcalloc((size_t)layout->n_ties * 2 + 1, sizeof *arc);
    size_t m = 0;
    for (uint32_t i = 0; i < layout->n_boxes; i++)
        vertex[i] = GT_NONE;
    for (uint32_t i = 0; i < n; i++)
        vertex[box[i]] = i;
    for (uint32_t e = 0; e < layout->n_ties; e++) {
        uint32_t a = vertex[layout->tie[e].from], b = vertex[layout->tie[e].to];
        if (a == GT_NONE || b == GT_NONE)
            continue;
        arc[m++] = (struct pair){a, b};
        arc[m++] = (struct pair){b, a};
    }
    make_level(level, n, arc, m);
    for (uint32_t i = 0; i < n; i++)
        level->weight[i] = 1;
    free(arc);
    free(vertex);
}

static void centre(struct gt_layout *layout, const uint32_t *box, const struct level *level)
{
    struct gt_point middle = {0, 0};
    for (uint32_t v = 0; v < level->n; v++) {
        middle.x += level->at[v].x / level->n;
        middle.y += level->at[v].y / level->n;
    }
    for (uint32_t v = 0; v < level->n; v++) {
        layout->box[box[v]].x = level->at[v].x - middle.x;
        layout->box[box[v]].y = level->at[v].y - middle.y;
    }
}

void gt_layout_crowd(struct gt_layout *layout, const uint32_t *box, uint32_t n)
{
    struct level level[LEVELS];
    struct gt_random random = {layout->seed};
    int top = 0;
    make_finest(&level[0], layout, box, n);
    while (top + 1 < LEVELS && level[top].n > COARSEST) {
        coarsen(&level[top], &level[top + 1]);
        top++;
        if (level[top].n > level[top - 1].n * 0.95)
            break;
    }
    double side = spring * sqrt(level[top].n);
    for (uint32_t v = 0; v < level[top].n; v++)
        level[top].at[v] =
            (struct gt_point){gt_random_real(&random) * side, gt_random_real(&random) * side};
    settle(&level[top], spring, ROUNDS_COARSEST, side / 10);
    for (int k = top - 1; k >= 0; k--) {
        descend(&level[k + 1], &level[k], &random);
        settle(&level[k], spring, ROUNDS, spring * 1.5);
    }
    centre(layout, box, &level[0]);
    for (int k = 0; k <= top; k++)
        free_level(&level[k]);
}
