/* pagerank.c: how often a walker comes by who follows arcs at random, and starts anew anywhere with
 * probability 0.15 at each step.
 *
 * ALL: arcs both ways. STATED and OUT follow the arcs; IN goes against them. An arc is taken in
 * proportion to its weight; parallel ties add up; an undirected self-loop has two ends, as in
 * igraph. From a vertex without way out the walker goes anywhere (networkx's and igraph's rule), so
 * the graph need not be connected; isolates have the share of those who start anew. Values add up
 * to 1, raw or not.
 *
 * How it works: power iteration until the values move by less than 1e-14 together; at most 1,000
 * rounds, of which the damping 0.85 needs about 200. igraph's own solver gives other bits with each
 * number of threads. S. Brin, L. Page, The anatomy of a large-scale hypertextual web search engine,
 * Computer Networks 30, 1998. */
#include "base/memory.h"
#include "centrality/compute.h"
#include "centrality/matrix.h"

#include <math.h>
#include <stdlib.h>

static const double damping = 0.85, settled = 1e-14;

enum { ROUNDS = 1000 };

/* One step of the walk from x to y; `leaving` is what a vertex's arcs weigh together. */
static void walk(const struct gt_view *view, const double *leaving, const double *x, double *y)
{
    uint32_t n = view->n_vertices;
    double stuck = 0;
    for (uint32_t v = 0; v < n; v++) {
        y[v] = 0;
        if (!(leaving[v] > 0))
            stuck += x[v];
    }
    for (uint32_t v = 0; v < n; v++)
        for (uint32_t i = view->out.offset[v]; i < view->out.offset[v + 1]; i++)
            y[view->out.neighbour[i]] +=
                x[v] * (view->weight ? view->weight[view->out.edge[i]] : 1) / leaving[v];
    for (uint32_t v = 0; v < n; v++)
        y[v] = damping * (y[v] + stuck / n) + (1 - damping) / n;
}

bool gt_compute_pagerank(const struct gt_view *view, const struct gt_measure_options *options,
                         double *value, struct gt_error *err)
{
    (void)options;
    uint32_t n = view->n_vertices;
    struct gt_matrix matrix = gt_matrix_of_view(view, false);
    double *leaving = gt_xcalloc(n, sizeof *leaving), *next = gt_xcalloc(n, sizeof *next);
    for (uint32_t v = 0; v < n; v++)
        next[v] = 1;
    for (uint32_t v = 0; v < n; v++) {
        leaving[v] = gt_matrix_row(&matrix, v, next);
        value[v] = 1.0 / n;
    }
    double change = n > 0;
    for (int round = 0; round < ROUNDS && change > settled; round++) {
        walk(view, leaving, value, next);
        change = 0;
        for (uint32_t v = 0; v < n; v++) {
            change += fabs(next[v] - value[v]);
            value[v] = next[v];
        }
    }
    free(next);
    free(leaving);
    /* rounding of a large graph may never settle, but 0.85^1000 is beyond all digits */
    return change < 1e-9 || gt_fail(err, GT_BUG, "PageRank does not converge", "PageRank 不收敛");
}
