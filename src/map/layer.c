/* layer.c: the parts of a layered map on the page: see gt_layout_layers() in layer.h.
 *
 * How it works: each connected part is laid out alone (layering.c), with high layers parted into
 * more or fewer columns; parts then are packed under a skyline, the largest first, into widths of
 * all kinds. Of these, what needs the smallest page of the ratio wins, and among those that are
 * about as good, the one with the widest gutters. */
#include "map/layer.h"

#include "base/memory.h"
#include "base/strmap.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { CHOICES = 4, GUTTERS = 5, WIDTHS = 28, LARGE_PART = 800 };
static const double tall[CHOICES] = {1.01, 0.68, 0.5, 0.36}; /* of the highest layer */
static const double gutters[GUTTERS] = {44, 60, 80, 110, 150};
static const double beside = 46, below = 26; /* between parts */
static const double as_good = 1.03;

/* A connected part. */
struct part {
    struct gt_layout layout;
    uint32_t *box, *tie; /* their numbers in the whole */
    double *label_width;
    struct gt_layering *layering[CHOICES];
    double x, y, width, height;
    bool block; /* of boxes without ties: laid out already */
};

struct packing {
    struct gt_layout *layout;
    struct part *part;
    uint32_t *order; /* parts, the largest first */
    uint32_t n;
};

/* --- parts -------------------------------------------------------------------------------------
 */

static uint32_t find(uint32_t *first, uint32_t i)
{
    while (first[i] != i)
        i = first[i] = first[first[i]];
    return i;
}

/* Sets number[box] to that of its part; returns how many there are. */
static uint32_t number_parts(const struct gt_layout *layout, uint32_t *number)
{
    uint32_t *first = gt_xcalloc((size_t)layout->n_boxes + 1, sizeof *first), n = 0;
    for (uint32_t i = 0; i < layout->n_boxes; i++)
        first[i] = i;
    for (uint32_t e = 0; e < layout->n_ties; e++) {
        uint32_t a = find(first, layout->tie[e].from), b = find(first, layout->tie[e].to);
        first[a > b ? a : b] = a > b ? b : a;
    }
    for (uint32_t i = 0; i < layout->n_boxes; i++) /* a part's first box comes first */
        number[i] = find(first, i) == i ? n++ : number[first[i]];
    free(first);
    return n;
}

static void init_part(struct part *part, uint32_t n, uint32_t m)
{
    *part =
        (struct part){.layout = {.box = gt_xcalloc((size_t)n + 1, sizeof(struct gt_layout_box)),
                                 .tie = gt_xcalloc((size_t)m + 1, sizeof(struct gt_layout_tie))},
                      .box = gt_xcalloc((size_t)n + 1, sizeof(uint32_t)),
                      .tie = gt_xcalloc((size_t)m + 1, sizeof(uint32_t)),
                      .label_width = gt_xcalloc((size_t)m + 1, sizeof(double))};
}

static void make_parts(struct packing *packing, const double *label_width)
{
    const struct gt_layout *layout = packing->layout;
    uint32_t *number = gt_xcalloc((size_t)layout->n_boxes + 1, sizeof *number);
    uint32_t *local = gt_xcalloc((size_t)layout->n_boxes + 1, sizeof *local);
    uint32_t n = packing->n = number_parts(layout, number);
    uint32_t *boxes = gt_xcalloc((size_t)n + 1, sizeof *boxes);
    uint32_t *ties = gt_xcalloc((size_t)n + 1, sizeof *ties);
    for (uint32_t i = 0; i < layout->n_boxes; i++)
        boxes[number[i]]++;
    for (uint32_t e = 0; e < layout->n_ties; e++)
        ties[number[layout->tie[e].from]]++;
    packing->part = gt_xcalloc((size_t)n + 1, sizeof *packing->part);
    packing->order = gt_xcalloc((size_t)n + 1, sizeof *packing->order);
    for (uint32_t i = 0; i < n; i++)
        init_part(&packing->part[i], boxes[i], ties[i]);
    for (uint32_t i = 0; i < layout->n_boxes; i++) {
        struct part *part = &packing->part[number[i]];
        local[i] = part->layout.n_boxes;
        part->box[part->layout.n_boxes] = i;
        part->layout.box[part->layout.n_boxes++] = layout->box[i];
        part->block |= layout->box[i].fixed;
    }
    for (uint32_t e = 0; e < layout->n_ties; e++) {
        struct part *part = &packing->part[number[layout->tie[e].from]];
        part->tie[part->layout.n_ties] = e;
        part->label_width[part->layout.n_ties] = label_width[e];
        part->layout.tie[part->layout.n_ties++] =
            (struct gt_layout_tie){local[layout->tie[e].from], local[layout->tie[e].to]};
    }
    free(number);
    free(local);
    free(boxes);
    free(ties);
}

static void fini(struct packing *packing)
{
    for (uint32_t i = 0; i < packing->n; i++) {
        struct part *part = &packing->part[i];
        for (int k = 0; k < CHOICES; k++)
            gt_layering_free(part->layering[k]);
        free(part->layout.box);
        free(part->layout.tie);
        free(part->box);
        free(part->tie);
        free(part->label_width);
    }
    free(packing->part);
    free(packing->order);
}

/* --- packing -----------------------------------------------------------------------------------
 */

/* Columns of all parts for a choice, as high as that part of the highest layer of all. */
static void lay_out(struct packing *packing, int choice)
{
    double tallest = 1;
    for (uint32_t i = 0; i < packing->n; i++)
        tallest = fmax(tallest, gt_layering_tallest(&packing->part[i].layout));
    for (uint32_t i = 0; i < packing->n; i++)
        packing->part[i].layering[choice] =
            gt_layering_new(&packing->part[i].layout, tallest * tall[choice]);
}

static void place(struct packing *packing, int choice, double gutter)
{
    for (uint32_t i = 0; i < packing->n; i++) {
        struct part *part = &packing->part[i];
        struct gt_point extent =
            gt_layering_place(part->layering[choice], gutter, part->label_width);
        part->width = extent.x;
        part->height = extent.y;
    }
}

/* Places with ties first, then the block of those without; each by area. */
static bool goes_before(const struct part *a, const struct part *b)
{
    if (a->block != b->block)
        return b->block;
    return a->width * a->height > b->width * b->height;
}

static void sort_parts(struct packing *packing)
{
    for (uint32_t i = 0; i < packing->n; i++) { /* few, and equal ones keep their order */
        uint32_t at = i;
        for (; at > 0 && goes_before(&packing->part[i], &packing->part[packing->order[at - 1]]);
             at--)
            packing->order[at] = packing->order[at - 1];
        packing->order[at] = i;
    }
}

/* The height at which a part as wide comes to stand at a left border, on what is placed. */
static double rest_at(const struct packing *packing, uint32_t placed, double left, double width)
{
    double y = 0;
    for (uint32_t i = 0; i < placed; i++) {
        const struct part *part = &packing->part[packing->order[i]];
        if (part->x < left + width + beside - 1e-6 && left < part->x + part->width + beside - 1e-6)
            y = fmax(y, part->y + part->height + below);
    }
    return y;
}

/* Sets each part as high up as it can stand within a width, then as far left. Returns the extent.
 */
static struct gt_point pack(struct packing *packing, double width)
{
    struct gt_point extent = {0, 0};
    for (uint32_t i = 0; i < packing->n; i++) {
        struct part *part = &packing->part[packing->order[i]];
        double best = rest_at(packing, i, 0, part->width);
        part->x = 0;
        for (uint32_t k = 0; k < i; k++) {
            const struct part *other = &packing->part[packing->order[k]];
            double left = other->x + other->width + beside;
            double y = left + part->width <= width ? rest_at(packing, i, left, part->width) : best;
            if (y < best)
                best = y, part->x = left;
        }
        part->y = best;
        extent.x = fmax(extent.x, part->x + part->width);
        extent.y = fmax(extent.y, part->y + part->height);
    }
    return extent;
}

static double page_of(struct gt_point extent, double ratio)
{
    return fmax(extent.x / ratio, extent.y);
}

/* The width at which the parts, as they are placed, need the smallest page; *least is its height.
 */
static double best_width(struct packing *packing, double ratio, double *least)
{
    double narrow = 1, wide = 0, best = 1;
    *least = INFINITY;
    for (uint32_t i = 0; i < packing->n; i++) {
        narrow = fmax(narrow, packing->part[i].width);
        wide += packing->part[i].width + beside;
    }
    for (int i = 0; i < WIDTHS; i++) {
        double width = narrow * pow(fmax(wide / narrow, 1), (double)i / (WIDTHS - 1));
        double page = page_of(pack(packing, width), ratio);
        if (page < *least - 1e-9)
            *least = page, best = width;
    }
    return best;
}

/* Finds the best columns, gutter and width, and leaves the parts placed so. */
static int choose(struct packing *packing, double ratio)
{
    double page[CHOICES][GUTTERS], least = INFINITY;
    int choices = packing->layout->n_ties > LARGE_PART ? 2 : CHOICES;
    for (int c = 0; c < choices; c++) {
        lay_out(packing, c);
        for (int g = 0; g < GUTTERS; g++) {
            place(packing, c, gutters[g]);
            sort_parts(packing);
            best_width(packing, ratio, &page[c][g]);
            least = fmin(least, page[c][g]);
        }
    }
    for (int g = GUTTERS - 1; g >= 0; g--)
        for (int c = 0; c < choices; c++) {
            if (page[c][g] > least * as_good)
                continue;
            place(packing, c, gutters[g]);
            sort_parts(packing);
            pack(packing, best_width(packing, ratio, &least));
            return c;
        }
    return 0; /* never: the least is one of them */
}

/* --- the whole ---------------------------------------------------------------------------------
 */

static void set_boxes(const struct packing *packing)
{
    struct gt_layout *layout = packing->layout;
    struct gt_rect all = {0, 0, 1, 1};
    for (uint32_t i = 0; i < packing->n; i++) {
        const struct part *part = &packing->part[i];
        for (uint32_t k = 0; k < part->layout.n_boxes; k++) {
            layout->box[part->box[k]].x = part->layout.box[k].x + part->x;
            layout->box[part->box[k]].y = part->layout.box[k].y + part->y;
        }
        all.right = fmax(all.right, part->x + part->width);
        all.bottom = fmax(all.bottom, part->y + part->height);
    }
    layout->cell[0] = layout->zone[0] = all;
}

static void set_stops(const struct packing *packing, int choice, struct gt_layout_stops *stops)
{
    stops->column = gt_xcalloc((size_t)packing->layout->n_boxes + 1, sizeof *stops->column);
    stops->offset = gt_xcalloc((size_t)packing->layout->n_ties + 1, sizeof *stops->offset);
    for (uint32_t i = 0; i < packing->n; i++)
        for (uint32_t k = 0; k < packing->part[i].layout.n_ties; k++)
            stops->offset[packing->part[i].tie[k] + 1] =
                gt_layering_stops(packing->part[i].layering[choice], k, NULL);
    for (uint32_t e = 0; e < packing->layout->n_ties; e++)
        stops->offset[e + 1] += stops->offset[e];
    stops->at = gt_xcalloc((size_t)stops->offset[packing->layout->n_ties] + 1, sizeof *stops->at);
    for (uint32_t i = 0; i < packing->n; i++) {
        const struct part *part = &packing->part[i];
        for (uint32_t k = 0; k < part->layout.n_boxes; k++) {
            struct gt_layout_stop column = gt_layering_column(part->layering[choice], k);
            stops->column[part->box[k]] =
                (struct gt_layout_stop){column.left + part->x, column.right + part->x, 0};
        }
        for (uint32_t k = 0; k < part->layout.n_ties; k++) {
            struct gt_layout_stop *stop = &stops->at[stops->offset[part->tie[k]]];
            uint32_t n = gt_layering_stops(part->layering[choice], k, stop);
            for (uint32_t s = 0; s < n; s++) {
                stop[s].left += part->x, stop[s].right += part->x;
                stop[s].y += part->y;
            }
        }
    }
}

void gt_layout_stops_fini(struct gt_layout_stops *stops)
{
    free(stops->offset);
    free(stops->at);
    free(stops->column);
    *stops = (struct gt_layout_stops){0};
}

void gt_layout_layers(struct gt_layout *layout, double ratio, const double *label_width,
                      struct gt_layout_stops *stops)
{
    struct packing packing = {.layout = layout};
    make_parts(&packing, label_width);
    int choice = choose(&packing, ratio);
    set_boxes(&packing);
    set_stops(&packing, choice, stops);
    fini(&packing);
}
