/* rank.c: ranks with ties.
 *
 * How it works: sort, then go down; a value that is as good as the first of the ties before it
 * shares their rank. Compared with the first, not with the one before, so that a long chain of near
 * values is no tie. */
#include "base/memory.h"
#include "centrality/measure.h"

#include <math.h>
#include <stdlib.h>

/* Relative, so that rounding parts no tie; and as a part of the largest value, since what should be
 * 0 may come out as 1e-17. */
static const double tie = 1e-9, nothing = 1e-15;

struct item {
    double value; /* larger is first */
    uint32_t at;
};

static int compare_items(const void *a, const void *b)
{
    const struct item *x = a, *y = b;
    if (x->value != y->value) /* NAN was left out */
        return x->value > y->value ? -1 : 1;
    return (x->at > y->at) - (x->at < y->at);
}

static bool are_tied(double a, double b, double scale)
{
    if (isinf(a) || isinf(b))
        return a == b;
    return fabs(a - b) <= fmax(tie * fmax(fabs(a), fabs(b)), nothing * scale);
}

void gt_rank(const double *value, uint32_t n, bool descending, uint32_t *rank)
{
    struct item *items = gt_xcalloc(n, sizeof *items);
    uint32_t kept = 0;
    double scale = 0;
    for (uint32_t i = 0; i < n; i++) {
        rank[i] = 0;
        if (isnan(value[i]))
            continue;
        items[kept++] = (struct item){descending ? value[i] : -value[i], i};
        if (isfinite(value[i]))
            scale = fmax(scale, fabs(value[i]));
    }
    if (kept)
        qsort(items, kept, sizeof *items, compare_items);
    for (uint32_t i = 0, first = 0; i < kept; i++) {
        if (!are_tied(items[i].value, items[first].value, scale))
            first = i;
        rank[items[i].at] = first + 1;
    }
    free(items);
}
