/* force.c: spreading the boxes over their zones with springs and charges.
 *
 * Fruchterman, Reingold, "Graph drawing by force-directed placement", Software: Practice and
 * Experience 21 (1991), with two changes: heights count more than widths, since labels are wide and
 * low; and a tie pulls less the more ties its less tied end has, so that hubs do not swallow each
 * other. Charges act within a zone, ties across all, walls keep the boxes in. O(n^2) a round. */
#include "map/force.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

enum { ROUNDS_MOST = 300, ROUNDS_LEAST = 20 };
static const double pairs_in_all = 2e8; /* bounds the time for large maps */

struct forces {
    struct gt_layout *layout;
    struct gt_point *push; /* [n_boxes] */
    double *pull;          /* [n_ties] strength */
    double stretch;        /* a point of height counts as so many of width */
    double *spacing;       /* [n_zones] distance at which a pair is at rest */
};

static void init(struct forces *forces, struct gt_layout *layout)
{
    uint32_t n = layout->n_boxes, m = layout->n_ties;
    *forces = (struct forces){.layout = layout,
                              .push = gt_xcalloc((size_t)n + 1, sizeof *forces->push),
                              .pull = gt_xcalloc((size_t)m + 1, sizeof *forces->pull),
                              .spacing = gt_xcalloc(layout->n_zones, sizeof *forces->spacing)};
    double width = 0, height = 0;
    uint32_t *held = gt_xcalloc(layout->n_zones, sizeof *held);
    for (uint32_t i = 0; i < n; i++) {
        width += layout->box[i].width;
        height += layout->box[i].height;
        held[layout->box[i].zone]++;
    }
    forces->stretch = n ? sqrt(width / height) : 1;
    for (uint32_t z = 0; z < layout->n_zones; z++) {
        double area = gt_rect_width(&layout->zone[z]) * gt_rect_height(&layout->zone[z]);
        forces->spacing[z] = sqrt(area * forces->stretch / (held[z] + 1));
    }
    free(held);
    struct gt_layout_index index;
    gt_layout_index_init(&index, layout);
    for (uint32_t e = 0; e < m; e++) {
        uint32_t a = layout->tie[e].from, b = layout->tie[e].to;
        uint32_t ties_a = index.offset[a + 1] - index.offset[a];
        uint32_t ties_b = index.offset[b + 1] - index.offset[b];
        forces->pull[e] = 1 / sqrt(ties_a < ties_b ? ties_a : ties_b);
    }
    gt_layout_index_fini(&index);
}

static void fini(struct forces *forces)
{
    free(forces->push);
    free(forces->pull);
    free(forces->spacing);
}

static void add_charges(struct forces *forces)
{
    const struct gt_layout *layout = forces->layout;
    for (uint32_t i = 0; i < layout->n_boxes; i++) {
        const struct gt_layout_box *a = &layout->box[i];
        double rest = forces->spacing[a->zone];
        for (uint32_t j = i + 1; j < layout->n_boxes; j++) {
            const struct gt_layout_box *b = &layout->box[j];
            if (!gt_layout_meet(a, b))
                continue;
            double x = a->x - b->x, y = (a->y - b->y) * forces->stretch;
            double square = fmax(x * x + y * y, 1), force = rest * rest / square;
            forces->push[i].x += x * force, forces->push[i].y += y * force;
            forces->push[j].x -= x * force, forces->push[j].y -= y * force;
        }
    }
}

static void add_springs(struct forces *forces)
{
    const struct gt_layout *layout = forces->layout;
    for (uint32_t e = 0; e < layout->n_ties; e++) {
        uint32_t i = layout->tie[e].from, j = layout->tie[e].to;
        const struct gt_layout_box *a = &layout->box[i], *b = &layout->box[j];
        double x = b->x - a->x, y = (b->y - a->y) * forces->stretch;
        double force = sqrt(x * x + y * y) / forces->spacing[a->zone] * forces->pull[e];
        forces->push[i].x += x * force, forces->push[i].y += y * force;
        forces->push[j].x -= x * force, forces->push[j].y -= y * force;
    }
}

static double clamp(double value, double low, double high)
{
    return value < low ? low : value > high ? high : value;
}

static void move_boxes(struct forces *forces, double most)
{
    struct gt_layout *layout = forces->layout;
    for (uint32_t i = 0; i < layout->n_boxes; i++) {
        struct gt_layout_box *box = &layout->box[i];
        const struct gt_rect *zone = &layout->zone[box->zone];
        struct gt_point *push = &forces->push[i];
        if (box->fixed) { /* the walls hold it in its corner */
            box->x = zone->left + box->width / 2, box->y = zone->bottom - box->height / 2;
            *push = (struct gt_point){0, 0};
            continue;
        }
        double length = sqrt(push->x * push->x + push->y * push->y);
        double part = length > most ? most / length : 1;
        box->x = clamp(box->x + push->x * part, zone->left + box->width / 2,
                       zone->right - box->width / 2);
        box->y = clamp(box->y + push->y * part / forces->stretch, zone->top + box->height / 2,
                       zone->bottom - box->height / 2);
        *push = (struct gt_point){0, 0};
    }
}

void gt_layout_spread(struct gt_layout *layout)
{
    struct forces forces;
    double pairs = (double)layout->n_boxes * layout->n_boxes / 2 + 1;
    int rounds = (int)clamp(pairs_in_all / pairs, ROUNDS_LEAST, ROUNDS_MOST);
    init(&forces, layout);
    double start = layout->n_zones ? gt_rect_height(&layout->zone[0]) / 12 : 0;
    for (int i = 0; i < rounds; i++) {
        add_charges(&forces);
        add_springs(&forces);
        move_boxes(&forces, start * (rounds - i) / rounds + 0.5);
    }
    fini(&forces);
}
