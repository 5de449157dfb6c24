/* linear.c: linear systems class by class: Gauss-Seidel to 1e-14; a class of one vertex is solved
 * outright, so acyclic parts are exact. */
#include "centrality/linear.h"

#include <float.h>
#include <math.h>

static const double settled = 1e-14;

enum { ROUNDS = 1000000 };

static double weight_of_loops(const struct gt_matrix *matrix, uint32_t v)
{
    const struct gt_csr *row = matrix->row;
    double sum = 0;
    for (uint32_t i = row->offset[v]; i < row->offset[v + 1]; i++)
        if (row->neighbour[i] == v)
            sum += matrix->weight ? matrix->weight[row->edge[i]] : 1;
    return sum;
}

bool gt_linear_solve(const struct gt_matrix *matrix, const struct gt_classes *classes,
                     uint32_t class, double factor, double b, double *x, struct gt_error *err)
{
    uint32_t first = classes->first[class], end = classes->first[class + 1];
    for (uint32_t i = first; i < end; i++)
        x[classes->member[i]] = 0;
    if (end - first == 1) {
        uint32_t v = classes->member[first];
        double given = factor * gt_matrix_row(matrix, v, x) + b;
        x[v] = given / (1 - factor * weight_of_loops(matrix, v));
        return true;
    }
    for (int round = 0; round < ROUNDS; round++) {
        double change = 0; /* relative to each value: all grow from 0 */
        for (uint32_t i = first; i < end; i++) {
            uint32_t v = classes->member[i];
            double value = factor * gt_matrix_row(matrix, v, x) + b;
            if (value > DBL_MIN)
                change = fmax(change, fabs(value - x[v]) / value);
            x[v] = value;
        }
        if (change <= settled)
            return true;
    }
    return gt_fail(err, GT_DATA, "the linear system does not converge in %d rounds",
                   "线性方程组在 %d 轮迭代内不收敛", ROUNDS);
}
