/* compute.c: small help for measures: igraph's vectors, scaling. */
#include "centrality/compute.h"

#include <math.h>

void gt_values_take(const igraph_vector_t *vector, double factor, double *value)
{
    for (igraph_integer_t i = 0; i < igraph_vector_size(vector); i++)
        value[i] = VECTOR(*vector)[i] * factor;
}

void gt_values_scale(double *value, uint32_t n, double factor)
{
    for (uint32_t i = 0; i < n; i++)
        value[i] *= factor;
}

void gt_values_by_largest(double *value, uint32_t n)
{
    double largest = 0;
    for (uint32_t i = 0; i < n; i++)
        largest = fmax(largest, value[i]);
    gt_values_scale(value, n, gt_reciprocal(largest));
}

void gt_values_by_length(double *value, uint32_t n)
{
    gt_values_by_largest(value, n); /* so that no square leaves the range of a double */
    double sum = 0;
    for (uint32_t i = 0; i < n; i++)
        sum += value[i] * value[i];
    gt_values_scale(value, n, gt_reciprocal(sqrt(sum)));
}

double gt_reciprocal(double x)
{
    return x > 0 ? 1 / x : 0;
}

bool gt_lengths_init(const struct gt_view *view, igraph_vector_t *lengths, double *unit,
                     struct gt_error *err)
{
    const igraph_vector_t *plain = gt_view_lengths(view);
    *unit = 1;
    if (!gt_igraph_done(igraph_vector_init(lengths, 0), "vector_init", err))
        return false;
    if (!plain || igraph_vector_size(plain) == 0)
        return true;
    *unit = igraph_vector_min(plain);
    if (!gt_igraph_done(igraph_vector_append(lengths, plain), "vector_append", err))
        return false;
    /* dividing by the shortest, not multiplying by the largest weight, makes it exactly 1 */
    for (igraph_integer_t e = 0; e < igraph_vector_size(lengths); e++)
        VECTOR(*lengths)[e] /= *unit;
    return true;
}

const igraph_vector_t *gt_lengths(const struct gt_view *view, const igraph_vector_t *lengths)
{
    return gt_view_lengths(view) ? lengths : NULL;
}
