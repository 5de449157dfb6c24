/* noda.c: Noda's inverse iteration.
 *
 * How it works: with r the largest ratio (A x)_v / x_v, an upper bound of the eigenvalue, solve
 * (r I - A) y = x; y > 0 is the next x, and r falls quadratically. The matrix is an M-matrix, so
 * Gauss's elimination needs no pivots; close to the end it is singular to rounding, which shows in
 * the last pivot alone.
 *
 * T. Noda, Note on the computation of the maximal eigenvalue of a non-negative irreducible matrix,
 * Numerische Mathematik 17, 1971. */
#include "centrality/noda.h"

#include "base/memory.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>

enum { STEPS = 60 };

static double largest_ratio(const struct gt_matrix *matrix, const uint32_t *member, uint32_t m,
                            const double *x)
{
    double largest = 0;
    for (uint32_t i = 0; i < m; i++)
        largest = fmax(largest, gt_matrix_row(matrix, member[i], x) / x[member[i]]);
    return largest;
}

/* dense = r I - A; place[v] is the place of v among the members, GT_NONE for others. */
static void fill_dense(const struct gt_matrix *matrix, const uint32_t *member, uint32_t m,
                       const uint32_t *place, double r, double *dense)
{
    const struct gt_csr *row = matrix->row;
    for (size_t k = 0; k < (size_t)m * m; k++)
        dense[k] = 0;
    for (uint32_t i = 0; i < m; i++) {
        dense[(size_t)i * m + i] = r;
        for (uint32_t k = row->offset[member[i]]; k < row->offset[member[i] + 1]; k++)
            if (place[row->neighbour[k]] != GT_NONE)
                dense[(size_t)i * m + place[row->neighbour[k]]] -=
                    matrix->weight ? matrix->weight[row->edge[k]] : 1;
    }
}

/* Solves dense * y = y in place. */
static void eliminate(double *dense, uint32_t m, double smallest, double *y)
{
    for (uint32_t k = 0; k < m; k++) {
        const double *pivot = dense + (size_t)k * m;
        double at = fmax(pivot[k], smallest);
        dense[(size_t)k * m + k] = at;
        for (uint32_t i = k + 1; i < m; i++) {
            double *row = dense + (size_t)i * m, factor = row[k] / at;
            if (!(factor < 0)) /* most are 0 */
                continue;
            for (uint32_t j = k; j < m; j++)
                row[j] -= factor * pivot[j];
            y[i] -= factor * y[k];
        }
    }
    for (uint32_t k = m; k-- > 0;) {
        const double *row = dense + (size_t)k * m;
        for (uint32_t j = k + 1; j < m; j++)
            y[k] -= row[j] * y[j];
        y[k] /= row[k];
    }
}

double gt_noda(const struct gt_matrix *matrix, const uint32_t *member, uint32_t m, double *x)
{
    double *dense = gt_xcalloc((size_t)m * m, sizeof *dense), *y = gt_xcalloc(m, sizeof *y);
    uint32_t *place = gt_xcalloc(matrix->n, sizeof *place);
    for (uint32_t v = 0; v < matrix->n; v++)
        place[v] = GT_NONE;
    for (uint32_t i = 0; i < m; i++)
        place[member[i]] = i;
    double r = largest_ratio(matrix, member, m, x), last = INFINITY;
    for (int steps = 0; steps < STEPS && r < last * (1 - DBL_EPSILON); steps++) {
        fill_dense(matrix, member, m, place, r, dense);
        for (uint32_t i = 0; i < m; i++)
            y[i] = x[member[i]];
        eliminate(dense, m, r * DBL_EPSILON, y);
        double largest = 0;
        for (uint32_t i = 0; i < m; i++)
            largest = fmax(largest, y[i]);
        for (uint32_t i = 0; i < m; i++)
            x[member[i]] = fmax(y[i] / largest, DBL_MIN);
        last = r;
        r = largest_ratio(matrix, member, m, x);
    }
    free(place);
    free(dense);
    free(y);
    return r;
}
