/* katz.c: the number of walks that end at a vertex, longer ones counting less.
 *
 * x = alpha A x + 1, networkx's definition with beta 1. ALL: A is symmetric. STATED and IN: walks
 * along the arcs that end at the vertex (networkx); OUT: that start there. Weights are strengths;
 * parallel ties add up; an undirected self-loop counts twice. alpha is 0.85 / lambda, lambda the
 * spectral radius, so the sum is finite for every graph; in an acyclic graph (lambda 0) it is 0.85
 * / the largest sum of a row or column of A; without ties 0.85. Vertices without walks have the
 * constant term alone. Components do not matter but for lambda. Raw: x; normalised: divided by its
 * Euclidean length, as in networkx.
 *
 * O(|E|) a round, see matrix.c. L. Katz, A new status index derived from sociometric analysis,
 * Psychometrika 18, 1953. */
#include "centrality/katz.h"

#include "base/memory.h"
#include "centrality/compute.h"
#include "centrality/linear.h"
#include "centrality/perron.h"

#include <math.h>
#include <stdlib.h>

static const double damping = 0.85;

static double largest_sum(const struct gt_view *view, const struct gt_csr *csr)
{
    double largest = 0;
    for (uint32_t v = 0; v < view->n_vertices; v++) {
        double sum = 0;
        for (uint32_t i = csr->offset[v]; i < csr->offset[v + 1]; i++)
            sum += view->weight ? view->weight[csr->edge[i]] : 1;
        largest = fmax(largest, sum);
    }
    return largest;
}

static bool choose_alpha(const struct gt_view *view, const struct gt_matrix *matrix,
                         const struct gt_classes *classes, double *alpha, struct gt_error *err)
{
    double *radius = gt_xcalloc(classes->n, sizeof *radius);
    double *scratch = gt_xcalloc(matrix->n, sizeof *scratch), lambda = 0;
    bool done = gt_perron(matrix, classes, radius, scratch, err);
    for (uint32_t c = 0; done && c < classes->n; c++)
        lambda = fmax(lambda, radius[c]);
    if (!(lambda > 0))
        lambda = fmax(largest_sum(view, &view->out), largest_sum(view, &view->in));
    *alpha = lambda > 0 ? damping / lambda : damping;
    free(scratch);
    free(radius);
    return done;
}

static struct gt_matrix matrix_of(const struct gt_view *view)
{
    return gt_matrix_of_view(view, view->options.direction == GT_DIRECTION_STATED);
}

bool gt_katz_alpha(const struct gt_view *view, double *alpha, struct gt_error *err)
{
    struct gt_matrix matrix = matrix_of(view);
    struct gt_classes classes;
    gt_classes_init(&classes, &matrix);
    bool done = choose_alpha(view, &matrix, &classes, alpha, err);
    gt_classes_fini(&classes);
    return done;
}

bool gt_compute_katz(const struct gt_view *view, const struct gt_measure_options *options,
                     double *value, struct gt_error *err)
{
    struct gt_matrix matrix = matrix_of(view);
    struct gt_classes classes;
    double alpha;
    gt_classes_init(&classes, &matrix);
    bool done = choose_alpha(view, &matrix, &classes, &alpha, err);
    for (uint32_t c = 0; done && c < classes.n; c++)
        done = gt_linear_solve(&matrix, &classes, c, alpha, 1, value, err);
    gt_classes_fini(&classes);
    if (done && !options->raw)
        gt_values_by_length(value, view->n_vertices);
    return done;
}
