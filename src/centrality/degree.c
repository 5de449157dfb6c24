/* degree.c: degree and strength: how many ties a vertex has, and how much they weigh together.
 *
 * Directions: ALL counts every tie, a self-loop at both its ends; STATED adds what arrives and what
 * leaves; OUT and IN count what leaves in the view's graph. Parallel ties count each. Normalised:
 * divided by n - 1, the number of others; 0 in a view of one vertex (networkx says 1 there, which
 * would make an isolate the most central). Linear.
 *
 * L. C. Freeman, Centrality in social networks: conceptual clarification, Social Networks 1, 1978;
 * A. Barrat et al., The architecture of complex weighted networks, PNAS 101, 2004. */
#include "centrality/compute.h"

static double weigh_row(const struct gt_csr *csr, uint32_t vertex, const double *weight)
{
    if (!weight)
        return csr->offset[vertex + 1] - csr->offset[vertex];
    double sum = 0;
    for (uint32_t i = csr->offset[vertex]; i < csr->offset[vertex + 1]; i++)
        sum += weight[csr->edge[i]];
    return sum;
}

static void weigh_ends(const struct gt_view *view, const double *weight, bool raw, double *value)
{
    uint32_t n = view->n_vertices;
    for (uint32_t v = 0; v < n; v++) {
        value[v] = weigh_row(&view->out, v, weight);
        if (view->options.direction == GT_DIRECTION_STATED)
            value[v] += weigh_row(&view->in, v, weight);
    }
    if (!raw)
        gt_values_scale(value, n, gt_reciprocal(n - 1.0));
}

bool gt_compute_degree(const struct gt_view *view, const struct gt_measure_options *options,
                       double *value, struct gt_error *err)
{
    (void)err;
    weigh_ends(view, NULL, options->raw, value);
    return true;
}

bool gt_compute_strength(const struct gt_view *view, const struct gt_measure_options *options,
                         double *value, struct gt_error *err)
{
    (void)err;
    weigh_ends(view, view->weight, options->raw, value);
    return true;
}
