/* layer.c: boxes in layers from left to right along directed ties.
 *
 * Sugiyama, Tagawa, Toda, "Methods for visual understanding of hierarchical system structures",
 * IEEE Transactions on Systems, Man, and Cybernetics 11 (1981): cycles are cut, each box stands
 * behind all that it hangs on, ties over several layers get an invisible stop in each, layers are
 * ordered by their neighbours' means while crossings go down, and heights follow the neighbours as
 * far as the order lets them: isotonic regression, exact for each layer (Barlow and others,
 * "Statistical inference under order restrictions", 1972). */
#include "map/layer.h"

#include "base/memory.h"
#include "base/strmap.h"

#include <math.h>
#include <stdlib.h>

enum { SWEEPS = 40, SETTLINGS = 60 };
static const double stop_height = 4, gutter_least = 74, gutter_most = 460, row_gap = 9;

/* A box or an invisible stop. */
struct post {
    uint32_t box; /* GT_NONE: a stop */
    uint32_t layer, rank;
    double height, y, wish;
};

struct link {
    uint32_t from, to; /* posts of neighbouring layers */
};

struct layers {
    struct gt_layout *layout;
    struct post *post;
    struct link *link;
    size_t n_posts, n_links, room_posts, room_links;
    uint32_t n_layers;
    uint32_t *order, *start; /* posts by layer and rank; where a layer starts */
    bool *turned;            /* [n_ties] runs against the layers */
    uint32_t *chain;         /* [n_ties] first stop of a tie, GT_NONE */
};

/* --- layers ------------------------------------------------------------------------------------
 */

static void visit(struct layers *layers, const struct gt_layout_index *index, uint32_t box,
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

static void cut_cycles(struct layers *layers, const struct gt_layout_index *index)
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

static uint32_t tail(const struct layers *layers, uint32_t tie)
{
    const struct gt_layout_tie *t = &layers->layout->tie[tie];
    return layers->turned[tie] ? t->to : t->from;
}

static uint32_t head(const struct layers *layers, uint32_t tie)
{
    const struct gt_layout_tie *t = &layers->layout->tie[tie];
    return layers->turned[tie] ? t->from : t->to;
}

/* Longest way from a source; sources then move right to just before what they lead to. */
static void assign_layers(struct layers *layers)
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

static void add_link(struct layers *layers, uint32_t from, uint32_t to)
{
    layers->link =
        gt_xgrow(layers->link, layers->n_links, &layers->room_links, sizeof *layers->link);
    layers->link[layers->n_links++] = (struct link){from, to};
}

static void add_stops(struct layers *layers)
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

static void list_layers(struct layers *layers)
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

static uint64_t count_crossings(const struct layers *layers)
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
static void find_wishes(struct layers *layers, int side, bool of_rank)
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

static void sort_layer(struct layers *layers, uint32_t layer)
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

static void order_layers(struct layers *layers)
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

static double apart(const struct layers *layers, uint32_t first, uint32_t i)
{
    const struct post *a = &layers->post[layers->order[first + i - 1]];
    const struct post *b = &layers->post[layers->order[first + i]];
    return (a->height + b->height) / 2 + row_gap;
}

/* Heights of a layer nearest to their wishes (least squares) that keep order and distances: pools
 * of neighbours that would come too near move as one. */
static void settle(struct layers *layers, uint32_t layer)
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

static void settle_all(struct layers *layers)
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

/* Takes out the bands that no box of any layer stands in, but for a gap. Returns the height. */
static double squeeze(struct layers *layers)
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
    double height = n ? bottom - cut - span[0].top : 0;
    free(span);
    free(band);
    return height;
}

/* Room between columns: what labels need, more where the page is wide. */
static double gutter_of(const struct layers *layers, double label_width, double width)
{
    double least = gutter_least + label_width, all = 0;
    for (uint32_t k = 0; k < layers->n_layers; k++) {
        double widest = 0;
        for (uint32_t i = layers->start[k]; i < layers->start[k + 1]; i++) {
            uint32_t box = layers->post[layers->order[i]].box;
            if (box != GT_NONE && !layers->layout->box[box].fixed)
                widest = fmax(widest, layers->layout->box[box].width);
        }
        all += widest;
    }
    if (layers->n_layers < 2)
        return least;
    return fmax(least, fmin((width - all) / (layers->n_layers - 1), gutter_most));
}

/* Columns as wide as their widest box, set in the middle of it. */
static double place_columns(struct layers *layers, double gutter)
{
    struct gt_layout *layout = layers->layout;
    double left = 0;
    for (uint32_t k = 0; k < layers->n_layers; k++) {
        double widest = 0;
        for (uint32_t i = layers->start[k]; i < layers->start[k + 1]; i++) {
            uint32_t box = layers->post[layers->order[i]].box;
            widest = box == GT_NONE || layout->box[box].fixed
                         ? widest
                         : fmax(widest, layout->box[box].width);
        }
        for (uint32_t i = layers->start[k]; i < layers->start[k + 1]; i++) {
            const struct post *post = &layers->post[layers->order[i]];
            if (post->box == GT_NONE)
                continue;
            layout->box[post->box].x = left + widest / 2;
            layout->box[post->box].y = post->y;
        }
        left += widest + (k + 1 < layers->n_layers ? gutter : 0);
    }
    return left;
}

static void set_field(struct gt_layout *layout, double width)
{
    double top = INFINITY, bottom = -INFINITY;
    for (uint32_t i = 0; i < layout->n_boxes; i++) {
        struct gt_rect rect = gt_layout_rect(&layout->box[i]);
        if (layout->box[i].fixed)
            continue;
        top = fmin(top, rect.top), bottom = fmax(bottom, rect.bottom);
    }
    for (uint32_t i = 0; i < layout->n_boxes; i++) {
        struct gt_layout_box *box = &layout->box[i];
        if (box->fixed) {
            box->x = box->width / 2;
            box->y = bottom + 2 * GT_GAP + box->height / 2;
            width = fmax(width, box->width);
        }
    }
    for (uint32_t i = 0; i < layout->n_boxes; i++) {
        bottom = fmax(bottom, layout->box[i].y + layout->box[i].height / 2);
        layout->box[i].y -= top;
    }
    layout->cell[0] = layout->zone[0] = (struct gt_rect){0, 0, width, bottom - top};
}

static void find_bends(const struct layers *layers, struct gt_layout_bend *bend)
{
    double top = layers->layout->n_boxes ? layers->layout->box[0].y - layers->post[0].y : 0;
    for (uint32_t e = 0; e < layers->layout->n_ties; e++) {
        uint32_t first = layers->chain[e];
        bend[e] = (struct gt_layout_bend){NAN, NAN};
        if (first == GT_NONE)
            continue;
        uint32_t span = layers->post[head(layers, e)].layer - layers->post[tail(layers, e)].layer;
        double a = layers->post[first].y + top, b = layers->post[first + span - 2].y + top;
        bend[e] = layers->turned[e] ? (struct gt_layout_bend){b, a} : (struct gt_layout_bend){a, b};
    }
}

void gt_layout_layers(struct gt_layout *layout, double ratio, double label_width,
                      struct gt_layout_bend *bend)
{
    size_t n = layout->n_boxes, m = layout->n_ties;
    struct gt_layout_index index;
    struct layers layers = {.layout = layout,
                            .turned = gt_xcalloc(m + 1, sizeof(bool)),
                            .chain = gt_xcalloc(m + 1, sizeof(uint32_t)),
                            .post = gt_xcalloc(n + 1, sizeof(struct post)),
                            .n_posts = n,
                            .room_posts = n + 1};
    for (uint32_t i = 0; i < n; i++)
        layers.post[i] =
            (struct post){.box = i, .height = layout->box[i].fixed ? 0 : layout->box[i].height};
    gt_layout_index_init(&index, layout);
    cut_cycles(&layers, &index);
    assign_layers(&layers);
    add_stops(&layers);
    list_layers(&layers);
    order_layers(&layers);
    settle_all(&layers);
    double width = squeeze(&layers) * ratio;
    set_field(layout, place_columns(&layers, gutter_of(&layers, label_width, width)));
    find_bends(&layers, bend);
    gt_layout_index_fini(&index);
    free(layers.turned);
    free(layers.chain);
    free(layers.post);
    free(layers.link);
    free(layers.order);
    free(layers.start);
}
