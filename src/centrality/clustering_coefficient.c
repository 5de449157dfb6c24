/* clustering_coefficient.c: how many of the pairs of a vertex's neighbours are tied themselves.
 *
 * On the simple graph: parallel ties are one (their weights added), self-loops are left out.
 * Undirected, 2 T / (d (d - 1)) with T triangles and d neighbours (Watts and Strogatz); directed,
 * T / (d (d - 1) - 2 b) with T directed triangles of any kind, d arcs in and out, and b neighbours
 * tied in both directions (Fagiolo), which is the same for STATED, OUT and IN. With weights a
 * triangle counts as the geometric mean of its three weights, each divided by the largest weight of
 * the view, self-loops included (Onnela and others). All as in networkx; 0 with fewer than two
 * neighbours. Raw: T itself. Components do not matter.
 *
 * How it works: with S the matrix of the cube roots of the weights (directed: plus its transpose),
 * the entry (v, v) of S^3 is twice the triangles of v. O(sum over edges of the ends' degrees).
 *
 * D. J. Watts, S. H. Strogatz, Collective dynamics of small-world networks, Nature 393, 1998; J.-P.
 * Onnela et al., Intensity and coherence of motifs in weighted complex networks, Physical Review E
 * 71, 2005; G. Fagiolo, Clustering in complex directed networks, Physical Review E 76, 2007. */
#include "base/memory.h"
#include "centrality/compute.h"
#include "centrality/simple.h"

#include <math.h>
#include <stdlib.h>

static double largest_weight(const struct gt_simple *simple, uint32_t n)
{
    double largest = 0;
    for (uint32_t i = 0; i < simple->offset[n]; i++)
        largest = fmax(largest, simple->forward[i]);
    for (uint32_t v = 0; v < n; v++)
        largest = fmax(largest, simple->loop[v]);
    return largest;
}

/* S for all places of `simple`; the caller frees. */
static double *take_roots(const struct gt_simple *simple, const struct gt_view *view)
{
    uint32_t m = simple->offset[view->n_vertices];
    double *root = gt_xcalloc(m, sizeof *root);
    double largest = largest_weight(simple, view->n_vertices);
    for (uint32_t i = 0; i < m; i++) {
        double out = simple->forward[i], in = simple->backward[i];
        double a = view->weight ? cbrt(out / largest) : out > 0;
        double b = view->weight ? cbrt(in / largest) : in > 0;
        root[i] = view->directed ? a + b : a;
    }
    return root;
}

/* Triangles of a vertex; `mark` holds zeros for all vertices before and after. */
static double count_triangles(const struct gt_simple *simple, const double *root, uint32_t vertex,
                              double *mark)
{
    const uint32_t *offset = simple->offset, *neighbour = simple->neighbour;
    double twice = 0;
    for (uint32_t i = offset[vertex]; i < offset[vertex + 1]; i++)
        mark[neighbour[i]] = root[i];
    for (uint32_t i = offset[vertex]; i < offset[vertex + 1]; i++) {
        uint32_t other = neighbour[i];
        for (uint32_t k = offset[other]; k < offset[other + 1]; k++)
            twice += root[i] * root[k] * mark[neighbour[k]];
    }
    for (uint32_t i = offset[vertex]; i < offset[vertex + 1]; i++)
        mark[neighbour[i]] = 0;
    return twice / 2;
}

/* How many triangles there could be. */
static double count_room(const struct gt_simple *simple, bool directed, uint32_t vertex)
{
    double ties = 0, both = 0;
    for (uint32_t i = simple->offset[vertex]; i < simple->offset[vertex + 1]; i++) {
        ties += (simple->forward[i] > 0) + (directed && simple->backward[i] > 0);
        both += simple->forward[i] > 0 && simple->backward[i] > 0;
    }
    return directed ? ties * (ties - 1) - 2 * both : ties * (ties - 1) / 2;
}

bool gt_compute_clustering_coefficient(const struct gt_view *view,
                                       const struct gt_measure_options *options, double *value,
                                       struct gt_error *err)
{
    (void)err;
    struct gt_simple simple;
    gt_simple_init(&simple, view);
    double *root = take_roots(&simple, view);
    double *mark = gt_xcalloc(view->n_vertices, sizeof *mark);
    for (uint32_t v = 0; v < view->n_vertices; v++) {
        value[v] = count_triangles(&simple, root, v, mark);
        if (!options->raw)
            value[v] *= gt_reciprocal(count_room(&simple, view->directed, v));
    }
    free(mark);
    free(root);
    gt_simple_fini(&simple);
    return true;
}
