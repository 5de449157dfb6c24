/* hub.c: hubs and authorities: good hubs point at good authorities, which are pointed at by good
 * hubs (HITS).
 *
 * h = A a, a = A^T h up to a factor: the dominant eigenvectors of A A^T and A^T A. ALL: both are
 * the eigenvector centrality of the graph. IN swaps the two; STATED is OUT. Weights are strengths;
 * parallel ties add up.
 *
 * The same as the eigenvector of the undirected graph of 2 n vertices that has each vertex twice,
 * as a hub and as an authority, and an edge from hub u to authority v for each arc u -> v. Arcs of
 * most directed graphs fall apart there, into components which no iteration can compare; so each
 * has its own vector, scaled as eigenvector.c says. Where there is only one (isolates apart) the
 * values are those of igraph and networkx. Who points at nobody is no hub (0), who is pointed at by
 * nobody no authority.
 *
 * Normalised: the sum is 1, as in networkx; raw: the largest is 1, as igraph's `scale` does.
 *
 * O(|E|) a round, see matrix.c. J. M. Kleinberg, Authoritative sources in a hyperlinked
 * environment, Journal of the ACM 46, 1999. */
#include "base/memory.h"
#include "centrality/compute.h"
#include "centrality/eigenvector.h"

#include <stdlib.h>

/* The rows of the graph with each vertex twice: v as a hub is v, as an authority n + v. */
static struct gt_csr double_rows(const struct gt_view *view)
{
    uint32_t n = view->n_vertices, m = view->out.offset[n];
    size_t entries = 2 * (size_t)m;
    struct gt_csr twice = {
        .offset = gt_xcalloc(2 * (size_t)n + 1, sizeof *twice.offset),
        .neighbour = gt_xcalloc(entries, sizeof *twice.neighbour),
        .edge = gt_xcalloc(entries, sizeof *twice.edge),
    };
    for (uint32_t v = 0; v < n; v++) {
        twice.offset[v + 1] = view->out.offset[v + 1];
        twice.offset[n + v + 1] = m + view->in.offset[v + 1];
    }
    for (uint32_t i = 0; i < m; i++) {
        twice.neighbour[i] = n + view->out.neighbour[i];
        twice.edge[i] = view->out.edge[i];
        twice.neighbour[m + i] = view->in.neighbour[i];
        twice.edge[m + i] = view->in.edge[i];
    }
    return twice;
}

static bool fill_scores(const struct gt_view *view, const struct gt_measure_options *options,
                        bool authority, double *value, struct gt_error *err)
{
    uint32_t n = view->n_vertices;
    if (n > UINT32_MAX / 2 || view->out.offset[n] > UINT32_MAX / 2)
        return gt_fail(err, GT_DATA, "too many vertices or edges for hubs: %u",
                       "枢纽度的顶点或边过多：%u", n);
    struct gt_csr twice = double_rows(view);
    struct gt_matrix matrix = {.n = 2 * n, .row = &twice, .weight = view->weight};
    double *both = gt_xcalloc(2 * (size_t)n, sizeof *both), sum = 0;
    bool done = gt_eigenvector_find(&matrix, both, err);
    for (uint32_t v = 0; done && v < n; v++)
        sum += value[v] = both[authority ? n + v : v];
    if (options->raw)
        gt_values_by_largest(value, done ? n : 0);
    else
        gt_values_scale(value, done ? n : 0, gt_reciprocal(sum));
    free(both);
    free(twice.offset);
    free(twice.neighbour);
    free(twice.edge);
    return done;
}

bool gt_compute_hub(const struct gt_view *view, const struct gt_measure_options *options,
                    double *value, struct gt_error *err)
{
    return fill_scores(view, options, false, value, err);
}

bool gt_compute_authority(const struct gt_view *view, const struct gt_measure_options *options,
                          double *value, struct gt_error *err)
{
    return fill_scores(view, options, true, value, err);
}
