/* oracle_hits.h: hubs by A A^T, and authorities by one more step from them. */
#ifndef TESTS_ORACLE_HITS_H
#define TESTS_ORACLE_HITS_H

#include "oracle/oracle_spectral.h"

/* Hubs are in one group when A A^T leads from one to the other. */
static void group_hubs(const struct square *aat, uint32_t *group)
{
    for (uint32_t v = 0; v < aat->n; v++)
        group[v] = v;
    for (uint32_t round = 0; round < aat->n; round++)
        for (uint32_t i = 0; i < aat->n; i++)
            for (uint32_t j = 0; j < aat->n; j++)
                if (aat->at[i][j] > 0)
                    group[i] = group[j] = group[i] < group[j] ? group[i] : group[j];
}

/* One group: h of length 1 from A A^T, a = A^T h with its length made 1. Returns the singular
 * value; *size counts its hubs and authorities. */
static double solve_group(const struct square *a, const struct square *aat, const uint32_t *group,
                          uint32_t g, double *h, double *authority, double *size)
{
    struct square block = {.n = 0};
    uint32_t who[VERTICES], n = a->n;
    double x[VERTICES], length = 0;
    for (uint32_t v = 0; v < n; v++) {
        h[v] = authority[v] = 0;
        if (group[v] == g && aat->at[v][v] > 0)
            who[block.n++] = v;
    }
    *size = block.n;
    if (block.n == 0)
        return 0;
    for (uint32_t i = 0; i < block.n; i++)
        for (uint32_t j = 0; j < block.n; j++)
            block.at[i][j] = aat->at[who[i]][who[j]];
    double lambda = square_perron(&block, x);
    for (uint32_t i = 0; i < block.n; i++)
        h[who[i]] = x[i];
    for (uint32_t v = 0; v < n; v++) {
        for (uint32_t u = 0; u < n; u++)
            authority[v] += a->at[u][v] * h[u];
        length += authority[v] * authority[v];
        *size += authority[v] > 0;
    }
    for (uint32_t v = 0; v < n; v++)
        authority[v] /= sqrt(length);
    return sqrt(lambda);
}

static void oracle_directed_hits(const struct dense *d, bool of_authority, double *value)
{
    struct square a = {.n = d->n}, turned = {.n = d->n}, aat;
    uint32_t group[VERTICES];
    double h[VERTICES], authority[VERTICES], size, top = 0;
    for (uint32_t i = 0; i < d->n; i++)
        for (uint32_t j = 0; j < d->n; j++)
            turned.at[j][i] = a.at[i][j] = d->weight[i][j];
    square_multiply(&a, &turned, &aat);
    group_hubs(&aat, group);
    for (uint32_t v = 0; v < d->n; v++) {
        value[v] = 0;
        top = fmax(top, solve_group(&a, &aat, group, v, h, authority, &size));
    }
    for (uint32_t g = 0; g < d->n; g++) {
        double singular = solve_group(&a, &aat, group, g, h, authority, &size);
        double length = top > 0 ? singular / top * sqrt(size) : 0;
        for (uint32_t v = 0; v < d->n; v++)
            value[v] += length * (of_authority ? authority[v] : h[v]);
    }
}

/* A A^T of a symmetric A has the eigenvectors of A, and more than those where A is bipartite; the
 * definition says which. */
static void oracle_hits(const struct dense *d, bool raw, bool of_authority, double *value)
{
    if (d->directed)
        oracle_directed_hits(d, of_authority, value);
    else
        oracle_eigenvector(d, false, value);
    double sum = 0;
    for (uint32_t v = 0; v < d->n; v++)
        sum += value[v];
    if (raw)
        scale_to_largest(d->n, value);
    for (uint32_t v = 0; v < d->n && !raw; v++)
        value[v] = sum > 0 ? value[v] / sum : 0;
}

static void oracle_hub(const struct dense *d, bool raw, double *value)
{
    oracle_hits(d, raw, false, value);
}

static void oracle_authority(const struct dense *d, bool raw, double *value)
{
    oracle_hits(d, raw, true, value);
}

#endif
