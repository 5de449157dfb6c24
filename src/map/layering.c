/* layering.c: one connected part of a layered map: columns from left to right along directed ties.
 *
 * Sugiyama, Tagawa, Toda, "Methods for visual understanding of hierarchical system structures",
 * IEEE Transactions on Systems, Man, and Cybernetics 11 (1981): cycles are cut, each box stands
 * behind all that it hangs on, layers that are too high are parted into several columns, ties over
 * several columns get an invisible stop in each, columns are ordered by their neighbours' means
 * while crossings go down, and heights follow the neighbours as far as the order lets them:
 * isotonic regression, exact for each column (Barlow and others, "Statistical inference under order
 * restrictions", 1972). */
#include "map/layering.h"

#include "base/memory.h"
#include "base/strmap.h"

#include <math.h>
#include <stdlib.h>

enum { SWEEPS = 40, SETTLINGS = 60, COLUMNS_OF_LAYER = 4 };
static const double stop_height = 3, row_gap = 9, stop_gap = 6, gap_of_stops = 3;

/* A box or an invisible stop. */
struct post {
    uint32_t box; /* GT_NONE: a stop */
    uint32_t layer, rank;
    double height, y, wish;
};

struct link {
    uint32_t from, to; /* posts of neighbouring layers */
};

struct gt_layering {
    struct gt_layout part; /* whose boxes are borrowed */
    struct gt_layout *layout;
    struct post *post;
    struct link *link;
    size_t n_posts, n_links, room_posts, room_links;
    uint32_t n_layers;
    uint32_t *order, *start;       /* posts by layer and rank; where a layer starts */
    bool *turned;                  /* [n_ties] runs against the layers */
    uint32_t *chain;               /* [n_ties] first stop of a tie, GT_NONE */
    struct gt_layout_stop *column; /* [n_layers] its sides */
    double top;                    /* that all heights have lost */
};

/* --- layers ------------------------------------------------------------------------------------
 */

static void visit(struct gt_layering *layers, const struct gt_layout_index *index, uint32_t box,
                  unsigned char *state)
{
    const struct gt_layout *layout = layers->layout;
    state[box] = 1;
    for (uint32_t i = index->offset[box]; i < index->offset[box + 1]; i++) {
        uint32_t tie = index->at[i], to = layout->tie[tie].to;
        if (layout->tie[tie].from != box)
            continue;
        if (state[to] == 1)
            layers->turned[tie] = true;
        else if (state[to] == 0)
            visit(layers, index, to, state);
    }
    state[box] = 2;
}

static void cut_cycles(struct gt_layering *layers, const struct gt_layout_index *index)
{
    struct gt_layout *layout = layers->layout;
    unsigned char *state = gt_xcalloc(layout->n_boxes, sizeof *state);
    uint32_t *in = gt_xcalloc(layout->n_boxes, sizeof *in);
    for (uint32_t e = 0; e < layout->n_ties; e++)
        in[layout->tie[e].to]++;
    for (int pass = 0; pass < 2; pass++) /* sources first: they stay at the left */
        for (uint32_t i = 0; i < layout->n_boxes; i++)
            if (!state[i] && (pass || !in[i]))
                visit(layers, index, i, state);
    free(state);
    free(in);
}

static uint32_t tail(const struct gt_layering *layers, uint32_t tie)
{
    const struct gt_layout_tie *t = &layers->layout->tie[tie];
    return layers->turned[tie] ? t->to : t->from;
}

static uint32_t head(const struct gt_layering *layers, uint32_t tie)
{
    const struct gt_layout_tie *t = &layers->layout->tie[tie];
    return layers->turned[tie] ? t->from : t->to;
}

/* Longest way from a source; sources then move right to just before what they lead to. */
static void assign_layers(struct gt_layering *layers)
{
    const struct gt_layout *layout = layers->layout;
    bool moved = true;
    while (moved) { /* ends: cycles are cut */
        moved = false;
        for (uint32_t e = 0; e < layout->n_ties; e++) {
            uint32_t least = layers->post[tail(layers, e)].layer + 1;
            if (layers->post[head(layers, e)].layer < least) {
                layers->post[head(layers, e)].layer = least;
                moved = true;
            }
        }
    }
    for (uint32_t i = 0; i < layout->n_boxes; i++) {
        uint32_t nearest = GT_NONE;
        bool source = true;
        for (uint32_t e = 0; e < layout->n_ties; e++) {
            source = source && head(layers, e) != i;
            if (tail(layers, e) == i && layers->post[head(layers, e)].layer < nearest)
                nearest = layers->post[head(layers, e)].layer;
        }
        if (source && nearest != GT_NONE)
            layers->post[i].layer = nearest - 1;
    }
    for (uint32_t i = 0; i < layout->n_boxes; i++)
        if (layers->post[i].layer + 1 > layers->n_layers)
            layers->n_layers = layers->post[i].layer + 1;
}

static double height_of(const struct gt_layering *layers, uint32_t box)
{
    return layers->layout->box[box].height + row_gap;
}

/* Which boxes of a layer go into its left columns: those that lead nowhere before those that lines
 * go on from. */
struct share {
    int order;
    uint32_t box;
};

static int by_order(const void *p, const void *q)
{
    const struct share *a = p, *b = q;
    if (a->order != b->order)
        return a->order < b->order ? -1 : 1;
    return a->box < b->box ? -1 : a->box > b->box;
}

static void list_shares(const struct gt_layering *layers, struct share *share)
{
    const struct gt_layout *layout = layers->layout;
    for (uint32_t i = 0; i < layout->n_boxes; i++)
        share[i] = (struct share){0, i};
    for (uint32_t e = 0; e < layout->n_ties; e++) {
        share[tail(layers, e)].order |= 2;
        share[head(layers, e)].order |= 1;
    }
    for (uint32_t i = 0; i < layout->n_boxes; i++) /* in only, both, out only */
        share[i].order = share[i].order == 1 ? 0 : share[i].order == 3 ? 1 : 2;
    qsort(share, layout->n_boxes, sizeof *share, by_order);
}

/* Parts layers that are higher than `tallest` into columns of about the same height. */
static void part_layers(struct gt_layering *layers, double tallest)
{
    uint32_t n = layers->layout->n_boxes, next = 0;
    struct share *share = gt_xcalloc((size_t)n + 1, sizeof *share);
    uint32_t *column = gt_xcalloc((size_t)n + 1, sizeof *column);
    list_shares(layers, share);
    for (uint32_t layer = 0; layer < layers->n_layers; layer++) {
        double all = 0, before = 0;
        for (uint32_t i = 0; i < n; i++)
            all += layers->post[i].layer == layer ? height_of(layers, i) : 0;
        double columns = fmin(fmax(ceil(all / tallest), 1), COLUMNS_OF_LAYER);
        for (uint32_t i = 0; i < n; i++) {
            uint32_t box = share[i].box;
            if (layers->post[box].layer != layer)
                continue;
            double middle = before + height_of(layers, box) / 2;
            column[box] = next + (uint32_t)fmin(middle / all * columns, columns - 1);
            before += height_of(layers, box);
        }
        next += (uint32_t)columns;
    }
    for (uint32_t i = 0; i < n; i++)
        layers->post[i].layer = column[i];
    layers->n_layers = next;
    free(share);
    free(column);
}

static void add_link(struct gt_layering *layers, uint32_t from, uint32_t to)
{
    layers->link =
        gt_xgrow(layers->link, layers->n_links, &layers->room_links, sizeof *layers->link);
    layers->link[layers->n_links++] = (struct link){from, to};
}

static void add_stops(struct gt_layering *layers)
{
    const struct gt_layout *layout = layers->layout;
    for (uint32_t e = 0; e < layout->n_ties; e++) {
        uint32_t from = tail(layers, e), to = head(layers, e), end = layers->post[to].layer;
        layers->chain[e] = GT_NONE;
        for (uint32_t layer = layers->post[from].layer + 1; layer < end; layer++) {
            layers->post =
                gt_xgrow(layers->post, layers->n_posts, &layers->room_posts, sizeof *layers->post);
            layers->post[layers->n_posts] =
                (struct post){.box = GT_NONE, .layer = layer, .height = stop_height};
            if (layers->chain[e] == GT_NONE)
                layers->chain[e] = (uint32_t)layers->n_posts;
            add_link(layers, from, (uint32_t)layers->n_posts);
            from = (uint32_t)layers->n_posts++;
        }
        add_link(layers, from, to);
    }
}

/* --- order -------------------------------------------------------------------------------------
 */

struct wished {
    double wish;
    uint32_t post;
};

static int by_wish(const void *p, const void *q)
{
    const struct wished *a = p, *b = q;
    if (a->wish < b->wish || a->wish > b->wish)
        return a->wish < b->wish ? -1 : 1;
    return a->post < b->post ? -1 : a->post > b->post;
}

static void list_layers(struct gt_layering *layers)
{
    size_t n = layers->n_posts;
    layers->order = gt_xcalloc(n + 1, sizeof *layers->order);
    layers->start = gt_xcalloc((size_t)layers->n_layers + 2, sizeof *layers->start);
    for (size_t i = 0; i < n; i++)
        layers->start[layers->post[i].layer + 2]++;
    for (uint32_t k = 2; k < layers->n_layers + 2; k++)
        layers->start[k] += layers->start[k - 1];
    for (uint32_t i = 0; i < n; i++) {
        struct post *post = &layers->post[i];
        post->rank = layers->start[post->layer + 1] - layers->start[post->layer];
        layers->order[layers->start[post->layer + 1]++] = i;
    }
}

static uint64_t count_crossings(const struct gt_layering *layers)
{
    uint64_t found = 0;
    for (size_t i = 0; i < layers->n_links; i++)
        for (size_t k = i + 1; k < layers->n_links; k++) {
            const struct post *a = &layers->post[layers->link[i].from];
            const struct post *b = &layers->post[layers->link[k].from];
            const struct post *c = &layers->post[layers->link[i].to];
            const struct post *d = &layers->post[layers->link[k].to];
            if (a->layer == b->layer)
                found += (a->rank < b->rank && c->rank > d->rank) ||
                         (a->rank > b->rank && c->rank < d->rank);
        }
    return found;
}

/* The mean of a value of each post's neighbours on one side (or both: side 0); its own where it has
 * none. */
static void find_wishes(struct gt_layering *layers, int side, bool of_rank)
{
    size_t n = layers->n_posts;
    double *sum = gt_xcalloc(n, sizeof *sum), *count = gt_xcalloc(n, sizeof *count);
    for (size_t i = 0; i < layers->n_links; i++) {
        uint32_t a = layers->link[i].from, b = layers->link[i].to;
        double at_a = of_rank ? layers->post[a].rank : layers->post[a].y;
        double at_b = of_rank ? layers->post[b].rank : layers->post[b].y;
        if (side <= 0)
            sum[b] += at_a, count[b]++;
        if (side >= 0)
            sum[a] += at_b, count[a]++;
    }
    for (size_t i = 0; i < n; i++) {
        struct post *post = &layers->post[i];
        post->wish = count[i] > 0 ? sum[i] / count[i] : of_rank ? post->rank : post->y;
    }
    free(sum);
    free(count);
}

static void sort_layer(struct gt_layering *layers, uint32_t layer)
{
    uint32_t first = layers->start[layer], n = layers->start[layer + 1] - first;
    struct wished *list = gt_xcalloc((size_t)n + 1, sizeof *list);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t post = layers->order[first + i];
        /* ranks as fractions, so that posts without neighbours keep their place */
        list[i] = (struct wished){layers->post[post].wish, post};
    }
    qsort(list, n, sizeof *list, by_wish);
    for (uint32_t i = 0; i < n; i++) {
        layers->order[first + i] = list[i].post;
        layers->post[list[i].post].rank = i;
    }
    free(list);
}

static void order_layers(struct gt_layering *layers)
{
    size_t n = layers->n_posts;
    uint32_t *best = gt_xcalloc(n + 1, sizeof *best);
    uint64_t least = UINT64_MAX;
    for (int sweep = 0; sweep < SWEEPS && layers->n_links < 4000; sweep++) {
        bool down = sweep % 2 == 0;
        for (uint32_t k = 0; k < layers->n_layers; k++) {
            find_wishes(layers, down ? -1 : 1, true);
            sort_layer(layers, down ? k : layers->n_layers - 1 - k);
        }
        uint64_t found = count_crossings(layers);
        for (size_t i = 0; i < n && found < least; i++)
            best[i] = layers->order[i];
        least = found < least ? found : least;
    }
    for (size_t i = 0; i < n && least < UINT64_MAX; i++) {
        layers->order[i] = best[i];
        struct post *post = &layers->post[best[i]];
        post->rank = (uint32_t)i - layers->start[post->layer];
    }
    free(best);
}

/* --- heights -----------------------------------------------------------------------------------
 */

static double apart(const struct gt_layering *layers, uint32_t first, uint32_t i)
{
    const struct post *a = &layers->post[layers->order[first + i - 1]];
    const struct post *b = &layers->post[layers->order[first + i]];
    bool stop_a = a->box == GT_NONE, stop_b = b->box == GT_NONE;
    double gap = stop_a && stop_b ? gap_of_stops : stop_a || stop_b ? stop_gap : row_gap;
    return (a->height + b->height) / 2 + gap;
}

/* Heights of a layer nearest to their wishes (least squares) that keep order and distances: pools
 * of neighbours that would come too near move as one. */
static void settle(struct gt_layering *layers, uint32_t layer)
{
    uint32_t first = layers->start[layer], n = layers->start[layer + 1] - first, pools = 0;
    double *mean = gt_xcalloc((size_t)n + 1, sizeof *mean);
    uint32_t *size = gt_xcalloc((size_t)n + 1, sizeof *size);
    double offset = 0;
    for (uint32_t i = 0; i < n; i++) {
        offset += i ? apart(layers, first, i) : 0;
        mean[pools] = layers->post[layers->order[first + i]].wish - offset;
        size[pools++] = 1;
        while (pools > 1 && mean[pools - 2] > mean[pools - 1]) {
            double all = mean[pools - 2] * size[pools - 2] + mean[pools - 1] * size[pools - 1];
            size[pools - 2] += size[pools - 1];
            mean[pools - 2] = all / size[pools - 2];
            pools--;
        }
    }
    offset = 0;
    for (uint32_t pool = 0, i = 0; pool < pools; pool++)
        for (uint32_t k = 0; k < size[pool]; k++, i++) {
            offset += i ? apart(layers, first, i) : 0;
            layers->post[layers->order[first + i]].y = mean[pool] + offset;
        }
    free(mean);
    free(size);
}

static void settle_all(struct gt_layering *layers)
{
    for (uint32_t k = 0; k < layers->n_layers; k++) {
        double y = 0;
        for (uint32_t i = layers->start[k]; i < layers->start[k + 1]; i++) {
            y += i > layers->start[k] ? apart(layers, layers->start[k], i - layers->start[k]) : 0;
            layers->post[layers->order[i]].y = y;
        }
        for (uint32_t i = layers->start[k]; i < layers->start[k + 1]; i++)
            layers->post[layers->order[i]].y -= y / 2;
    }
    for (int round = 0; round < SETTLINGS; round++) {
        int side = round % 3 - 1; /* left, both, right neighbours */
        for (uint32_t k = 0; k < layers->n_layers; k++) {
            find_wishes(layers, side, false);
            settle(layers, side > 0 ? layers->n_layers - 1 - k : k);
        }
    }
}

/* --- the page ----------------------------------------------------------------------------------
 */

struct span {
    double top, bottom;
};

static int by_top(const void *p, const void *q)
{
    const struct span *a = p, *b = q;
    if (a->top < b->top || a->top > b->top)
        return a->top < b->top ? -1 : 1;
    return 0;
}

/* Takes out the bands that no box of any layer stands in, but for a gap. */
static void squeeze(struct gt_layering *layers)
{
    enum { BAND = 16 };
    size_t n = 0;
    struct span *span = gt_xcalloc(layers->n_posts + 1, sizeof *span);
    struct span *band = gt_xcalloc(layers->n_posts + 1, sizeof *band);
    size_t bands = 0;
    for (size_t i = 0; i < layers->n_posts; i++)
        if (layers->post[i].box != GT_NONE && layers->post[i].height > 0)
            span[n++] = (struct span){layers->post[i].y - layers->post[i].height / 2,
                                      layers->post[i].y + layers->post[i].height / 2};
    qsort(span, n, sizeof *span, by_top);
    double bottom = n ? span[0].bottom : 0, cut = 0;
    for (size_t i = 1; i < n; i++) {
        if (span[i].top > bottom + BAND) /* from here on, all moves up by so much */
            band[bands++] = (struct span){bottom, cut += span[i].top - bottom - BAND};
        bottom = fmax(bottom, span[i].bottom);
    }
    for (size_t i = 0; i < layers->n_posts; i++) {
        double up = 0;
        for (size_t k = 0; k < bands && band[k].top <= layers->post[i].y; k++)
            up = band[k].bottom;
        layers->post[i].y -= up;
    }
    free(span);
    free(band);
}

/* The width that the labels want which stand behind a column. */
static double label_behind(const struct gt_layering *layers, const double *label_width,
                           uint32_t column)
{
    double widest = 0;
    for (uint32_t e = 0; e < layers->layout->n_ties; e++)
        if (layers->post[tail(layers, e)].layer == column)
            widest = fmax(widest, label_width[e]);
    return widest;
}

struct gt_point gt_layering_place(struct gt_layering *layers, double gutter,
                                  const double *label_width)
{
    struct gt_layout *layout = layers->layout;
    double left = 0, top = INFINITY, bottom = -INFINITY;
    for (uint32_t k = 0; k < layers->n_layers; k++) {
        double widest = 0;
        for (uint32_t i = layers->start[k]; i < layers->start[k + 1]; i++) {
            uint32_t box = layers->post[layers->order[i]].box;
            widest = box == GT_NONE ? widest : fmax(widest, layout->box[box].width);
        }
        layers->column[k] = (struct gt_layout_stop){left, left + widest, 0};
        left +=
            widest + (k + 1 < layers->n_layers ? gutter + label_behind(layers, label_width, k) : 0);
    }
    for (uint32_t i = 0; i < layout->n_boxes; i++) {
        struct gt_layout_box *box = &layout->box[i];
        const struct gt_layout_stop *column = &layers->column[layers->post[i].layer];
        box->x = (column->left + column->right) / 2;
        box->y = layers->post[i].y;
        top = fmin(top, box->y - box->height / 2);
        bottom = fmax(bottom, box->y + box->height / 2);
    }
    for (uint32_t i = 0; i < layout->n_boxes; i++)
        layout->box[i].y -= top;
    layers->top = top;
    return (struct gt_point){left, bottom - top};
}

struct gt_layout_stop gt_layering_column(const struct gt_layering *layers, uint32_t box)
{
    return layers->column[layers->post[box].layer];
}

uint32_t gt_layering_stops(const struct gt_layering *layers, uint32_t tie,
                           struct gt_layout_stop *stop)
{
    uint32_t first = layers->chain[tie];
    if (first == GT_NONE)
        return 0;
    uint32_t a = layers->post[tail(layers, tie)].layer, b = layers->post[head(layers, tie)].layer;
    uint32_t n = b - a - 1;
    for (uint32_t i = 0; stop && i < n; i++) {
        uint32_t k = layers->turned[tie] ? n - 1 - i : i;
        stop[i] = layers->column[a + 1 + k];
        stop[i].y = layers->post[first + k].y - layers->top;
    }
    return n;
}

double gt_layering_tallest(const struct gt_layout *part)
{
    struct gt_layering *layers = gt_layering_new(part, 0);
    double tallest = 0;
    for (uint32_t k = 0; k < layers->n_layers; k++) {
        double all = 0;
        for (uint32_t i = 0; i < part->n_boxes; i++)
            all += layers->post[i].layer == k ? height_of(layers, i) : 0;
        tallest = fmax(tallest, all);
    }
    gt_layering_free(layers);
    return tallest;
}

struct gt_layering *gt_layering_new(const struct gt_layout *part, double tallest)
{
    size_t n = part->n_boxes, m = part->n_ties;
    struct gt_layering *layers = gt_xcalloc(1, sizeof *layers);
    *layers = (struct gt_layering){.part = *part,
                                   .turned = gt_xcalloc(m + 1, sizeof(bool)),
                                   .chain = gt_xcalloc(m + 1, sizeof(uint32_t)),
                                   .post = gt_xcalloc(n + 1, sizeof(struct post)),
                                   .n_posts = n,
                                   .room_posts = n + 1};
    layers->layout = &layers->part;
    for (uint32_t i = 0; i < n; i++)
        layers->post[i] = (struct post){.box = i, .height = part->box[i].height};
    struct gt_layout_index index;
    gt_layout_index_init(&index, part);
    cut_cycles(layers, &index);
    gt_layout_index_fini(&index);
    assign_layers(layers);
    if (tallest <= 0)
        return layers;
    part_layers(layers, tallest);
    add_stops(layers);
    list_layers(layers);
    layers->column = gt_xcalloc((size_t)layers->n_layers + 1, sizeof *layers->column);
    order_layers(layers);
    settle_all(layers);
    squeeze(layers);
    return layers;
}

void gt_layering_free(struct gt_layering *layers)
{
    if (!layers)
        return;
    free(layers->turned);
    free(layers->chain);
    free(layers->post);
    free(layers->link);
    free(layers->order);
    free(layers->start);
    free(layers->column);
    free(layers);
}
