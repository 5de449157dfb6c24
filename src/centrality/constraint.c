/* constraint.c: Burt's constraint: how far all contacts of a vertex lead back to the same ones. Low
 * values are structural holes: the vertex brokers between contacts that do not know each other.
 *
 * With a(i, j) the weight of all ties between i and j, both directions added, and p(i, j) its share
 * of i's ties: the sum over the contacts j of (p(i, j) + sum over q of p(i, q) p(q, j))^2. So
 * directions do not matter; self-loops are left out. Without weights every tie counts 1 (two
 * parallel ties, or an arc and its return, count 2). Isolates have none (NAN), as in igraph and
 * networkx. Components do not matter; there is no normalised form.
 *
 * O(sum over edges of the ends' degrees). R. S. Burt, Structural holes and good ideas, American
 * Journal of Sociology 110, 2004. */
#include "base/memory.h"
#include "centrality/compute.h"
#include "centrality/simple.h"

#include <math.h>
#include <stdlib.h>

/* p(i, j) for all places of `simple`; the caller frees. */
static double *share_ties(const struct gt_simple *simple, uint32_t n)
{
    double *share = gt_xcalloc(simple->offset[n], sizeof *share);
    for (uint32_t v = 0; v < n; v++) {
        double sum = 0;
        for (uint32_t i = simple->offset[v]; i < simple->offset[v + 1]; i++)
            sum += share[i] = simple->forward[i] + simple->backward[i];
        for (uint32_t i = simple->offset[v]; i < simple->offset[v + 1]; i++)
            share[i] /= sum;
    }
    return share;
}

/* `invested` holds zeros for all vertices before and after. */
static double constrain(const struct gt_simple *simple, const double *share, uint32_t vertex,
                        double *invested)
{
    const uint32_t *offset = simple->offset, *neighbour = simple->neighbour;
    double sum = 0;
    for (uint32_t i = offset[vertex]; i < offset[vertex + 1]; i++) {
        uint32_t contact = neighbour[i];
        invested[contact] += share[i];
        for (uint32_t k = offset[contact]; k < offset[contact + 1]; k++)
            invested[neighbour[k]] += share[i] * share[k];
    }
    for (uint32_t i = offset[vertex]; i < offset[vertex + 1]; i++)
        sum += invested[neighbour[i]] * invested[neighbour[i]];
    for (uint32_t i = offset[vertex]; i < offset[vertex + 1]; i++) {
        uint32_t contact = neighbour[i];
        invested[contact] = 0;
        for (uint32_t k = offset[contact]; k < offset[contact + 1]; k++)
            invested[neighbour[k]] = 0;
    }
    return sum;
}

bool gt_compute_constraint(const struct gt_view *view, const struct gt_measure_options *options,
                           double *value, struct gt_error *err)
{
    (void)options;
    (void)err;
    struct gt_simple simple;
    gt_simple_init(&simple, view);
    double *share = share_ties(&simple, view->n_vertices);
    double *invested = gt_xcalloc(view->n_vertices, sizeof *invested);
    for (uint32_t v = 0; v < view->n_vertices; v++)
        value[v] =
            simple.offset[v] == simple.offset[v + 1] ? NAN : constrain(&simple, share, v, invested);
    free(invested);
    free(share);
    gt_simple_fini(&simple);
    return true;
}
