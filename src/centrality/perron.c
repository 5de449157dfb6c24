/* perron.c: the dominant eigenvector of each class of a matrix.
 *
 * How it works: power iteration on A + sI, in numbers > 0 only, so that small entries are as exact
 * as large ones and equal vertices stay equal. The shift s, half of the running estimate of the
 * eigenvalue, makes it converge when A is periodic (a star, a ring). The eigenvalue lies between
 * the smallest and the largest ratio (A x)_v / x_v (Collatz); the iteration ends when these agree
 * to 1e-12. A chain of hundreds, or two groups tied loosely whose amounts are equal, converge too
 * slowly: after 5,000 rounds a class of up to 1,024 vertices goes to noda.c, which always ends; a
 * larger one fails after 1,000,000 rounds. */
#include "centrality/perron.h"

#include "base/memory.h"
#include "centrality/noda.h"

#include <math.h>
#include <stdlib.h>

static const double agreed = 1e-12;

/* Entries are kept above this, so that no ratio divides by 0 in the far end of a long chain. */
static const double floor_of_entries = 1e-290;

enum { PATIENT_ROUNDS = 5000, ROUNDS = 1000000 };

struct estimate {
    double low, high; /* bounds of the eigenvalue */
    double mean;      /* the Rayleigh quotient */
};

/* y = A x in the members; x is 0 outside of them, wherever their rows lead. */
static struct estimate multiply(const struct gt_matrix *matrix, const uint32_t *member, uint32_t m,
                                const double *x, double *y)
{
    struct estimate estimate = {.low = INFINITY};
    double xy = 0, xx = 0;
    for (uint32_t i = 0; i < m; i++) {
        uint32_t v = member[i];
        y[i] = gt_matrix_row(matrix, v, x);
        xy += x[v] * y[i];
        xx += x[v] * x[v];
        if (x[v] <= floor_of_entries)
            continue;
        estimate.low = fmin(estimate.low, y[i] / x[v]);
        estimate.high = fmax(estimate.high, y[i] / x[v]);
    }
    estimate.mean = xy / xx;
    return estimate;
}

/* x = y + shift x, with 1 as its largest. */
static void step(const uint32_t *member, uint32_t m, double shift, const double *y, double *x)
{
    double largest = 0;
    for (uint32_t i = 0; i < m; i++)
        largest = fmax(largest, x[member[i]] = y[i] + shift * x[member[i]]);
    for (uint32_t i = 0; i < m; i++)
        x[member[i]] = fmax(x[member[i]] / largest, floor_of_entries);
}

/* The dominant eigenvalue and vector of the members' block; < 0 when the iteration does not end.
 * y is scratch for m values. */
static double iterate(const struct gt_matrix *matrix, const uint32_t *member, uint32_t m, double *x,
                      double *y)
{
    for (uint32_t i = 0; i < m; i++)
        x[member[i]] = 1;
    if (m == 1)
        return gt_matrix_row(matrix, *member, x); /* its self-loops */
    for (int round = 0; round < ROUNDS; round++) {
        struct estimate estimate = multiply(matrix, member, m, x, y);
        if (estimate.high - estimate.low <= agreed * estimate.high)
            return (estimate.low + estimate.high) / 2;
        if (round == PATIENT_ROUNDS && m <= GT_NODA_VERTICES)
            return gt_noda(matrix, member, m, x);
        step(member, m, estimate.mean / 2, y, x);
    }
    return -1;
}

static void make_mean_square_one(const uint32_t *member, uint32_t m, double *x)
{
    double sum = 0;
    for (uint32_t i = 0; i < m; i++)
        sum += x[member[i]] * x[member[i]];
    for (uint32_t i = 0; i < m; i++)
        x[member[i]] *= sqrt(m / sum);
}

bool gt_perron(const struct gt_matrix *matrix, const struct gt_classes *classes, double *radius,
               double *x, struct gt_error *err)
{
    double *y = gt_xcalloc(matrix->n, sizeof *y);
    bool done = true;
    for (uint32_t v = 0; v < matrix->n; v++)
        x[v] = 0;
    /* last class first: rows lead to classes before, which are still 0 */
    for (uint32_t c = classes->n; c-- > 0 && done;) {
        const uint32_t *member = classes->member + classes->first[c];
        uint32_t m = classes->first[c + 1] - classes->first[c];
        radius[c] = iterate(matrix, member, m, x, y);
        done = radius[c] >= 0;
        make_mean_square_one(member, m, x);
    }
    free(y);
    return done || gt_fail(err, GT_DATA, "the dominant eigenvector does not converge in %d rounds",
                           "主特征向量在 %d 轮迭代内不收敛", ROUNDS);
}
