/* geometry.c: the few predicates that layout and routing are made of. */
#include "map/geometry.h"

struct gt_rect gt_rect_around(double x, double y, double width, double height)
{
    return (struct gt_rect){x - width / 2, y - height / 2, x + width / 2, y + height / 2};
}

struct gt_rect gt_rect_grow(const struct gt_rect *rect, double by)
{
    return (struct gt_rect){rect->left - by, rect->top - by, rect->right + by, rect->bottom + by};
}

bool gt_rects_overlap(const struct gt_rect *a, const struct gt_rect *b)
{
    return a->left < b->right && b->left < a->right && a->top < b->bottom && b->top < a->bottom;
}

bool gt_rect_holds(const struct gt_rect *outer, const struct gt_rect *inner)
{
    return outer->left <= inner->left && inner->right <= outer->right && outer->top <= inner->top &&
           inner->bottom <= outer->bottom;
}

static struct gt_point between(struct gt_point a, struct gt_point b, double t)
{
    return (struct gt_point){a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
}

/* De Casteljau's subdivision: the curve's beginning up to t, and what follows. */
static struct gt_point split(const struct gt_curve *curve, double t, struct gt_curve *head,
                             struct gt_curve *tail)
{
    struct gt_point row[4] = {curve->p[0], curve->p[1], curve->p[2], curve->p[3]};
    for (int level = 0; level < 4; level++) {
        head->p[level] = row[0];
        tail->p[3 - level] = row[3 - level];
        for (int i = 0; i + level < 3; i++)
            row[i] = between(row[i], row[i + 1], t);
    }
    return row[0];
}

struct gt_point gt_curve_at(const struct gt_curve *curve, double t)
{
    struct gt_curve head, tail;
    return split(curve, t, &head, &tail);
}

struct gt_curve gt_curve_part(const struct gt_curve *curve, double from, double to)
{
    struct gt_curve head, tail, part;
    split(curve, to, &head, &tail);
    split(&head, to > 0 ? from / to : 0, &tail, &part);
    return part;
}
