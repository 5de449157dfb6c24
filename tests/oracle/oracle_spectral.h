/* oracle_spectral.h: measures of eigenvectors and linear systems, by dense matrices. */
#ifndef TESTS_ORACLE_SPECTRAL_H
#define TESTS_ORACLE_SPECTRAL_H

#include "oracle/dense.h"

/* Row v holds whom v takes from: those that point at it when as stated, otherwise whom it points
 * at. IN has turned the ways already. */
static struct square taking(const struct dense *d)
{
    struct square a = {.n = d->n};
    for (uint32_t i = 0; i < d->n; i++)
        for (uint32_t j = 0; j < d->n; j++)
            a.at[i][j] = d->stated ? d->weight[j][i] : d->weight[i][j];
    return a;
}

static bool leads(const struct dense *d, uint32_t from, uint32_t to)
{
    return d->stated ? d->reached[to][from] : d->reached[from][to];
}

static bool same_class(const struct dense *d, uint32_t a, uint32_t b)
{
    return d->reached[a][b] && d->reached[b][a];
}

/* The block of v's class; who[] are its vertices. */
static struct square block_of(const struct dense *d, const struct square *a, uint32_t v,
                              uint32_t *who)
{
    struct square block = {.n = 0};
    for (uint32_t u = 0; u < d->n; u++)
        if (same_class(d, u, v))
            who[block.n++] = u;
    for (uint32_t i = 0; i < block.n; i++)
        for (uint32_t j = 0; j < block.n; j++)
            block.at[i][j] = a->at[who[i]][who[j]];
    return block;
}

/* Spectral radius of each vertex's class, and the eigenvector there with mean square 1. */
static void solve_classes(const struct dense *d, const struct square *a, double *radius,
                          double *own)
{
    for (uint32_t v = 0; v < d->n; v++) {
        uint32_t who[VERTICES];
        double x[VERTICES];
        struct square block = block_of(d, a, v, who);
        if (who[0] != v) {
            radius[v] = radius[who[0]]; /* the class was solved at its first vertex */
            continue;
        }
        radius[v] = square_perron(&block, x);
        for (uint32_t i = 0; i < block.n; i++)
            own[who[i]] = x[i] * sqrt(block.n);
    }
}

/* part[v] is the smallest vertex of v's component. */
static void find_parts(const struct dense *d, uint32_t *part)
{
    for (uint32_t v = 0; v < d->n; v++)
        part[v] = v;
    for (uint32_t round = 0; round < d->n; round++)
        for (uint32_t i = 0; i < d->n_ways; i++) {
            uint32_t a = d->way[i].from, b = d->way[i].to;
            part[a] = part[b] = part[a] < part[b] ? part[a] : part[b];
        }
}

/* The vector of one component: those of the top classes that no top class takes from are given, 0
 * for the other top ones and for all who take from none; the rest solves lambda x = A x. */
static void solve_part(const struct dense *d, const struct square *a, const uint32_t *part,
                       uint32_t p, double lambda, const double *radius, const double *own,
                       double *x)
{
    struct square system = {.n = d->n};
    for (uint32_t v = 0; v < d->n; v++) {
        bool top = part[v] == p && near(radius[v], lambda), feeds = false, takes = false;
        for (uint32_t u = 0; u < d->n; u++)
            if (part[u] == p && near(radius[u], lambda) && !same_class(d, u, v)) {
                feeds = feeds || leads(d, u, v);
                takes = takes || leads(d, v, u);
            }
        bool open = part[v] == p && !top && takes && !feeds;
        x[v] = top && !feeds ? own[v] : 0;
        for (uint32_t u = 0; u < d->n; u++)
            system.at[v][u] = (u == v ? (open ? lambda : 1) : 0) - (open ? a->at[v][u] : 0);
    }
    square_solve(system, x);
}

static double radius_of_all(const struct dense *d, const double *radius)
{
    double largest = 0;
    for (uint32_t v = 0; v < d->n; v++)
        largest = fmax(largest, radius[v]);
    return largest;
}

static void scale_to_largest(uint32_t n, double *value)
{
    double largest = 0;
    for (uint32_t v = 0; v < n; v++)
        largest = fmax(largest, value[v]);
    for (uint32_t v = 0; v < n; v++)
        value[v] = largest > 0 ? value[v] / largest : 0;
}

static void oracle_eigenvector(const struct dense *d, bool raw, double *value)
{
    struct square a = taking(d);
    double radius[VERTICES], own[VERTICES], x[VERTICES];
    uint32_t part[VERTICES];
    solve_classes(d, &a, radius, own);
    find_parts(d, part);
    for (uint32_t v = 0; v < d->n; v++)
        value[v] = 0;
    for (uint32_t p = 0; p < d->n; p++) {
        double lambda = 0, size = 0, sum = 0;
        for (uint32_t v = 0; v < d->n; v++)
            if (part[v] == p) {
                lambda = fmax(lambda, radius[v]);
                size++;
            }
        if (!(lambda > 0))
            continue;
        solve_part(d, &a, part, p, lambda, radius, own, x);
        for (uint32_t v = 0; v < d->n; v++)
            sum += x[v] * x[v];
        double length = sqrt(size / d->n) * lambda / radius_of_all(d, radius);
        for (uint32_t v = 0; v < d->n; v++)
            value[v] += x[v] / sqrt(sum) * length;
    }
    if (raw)
        scale_to_largest(d->n, value);
}

static double oracle_katz_alpha(const struct dense *d)
{
    struct square a = taking(d);
    double radius[VERTICES], own[VERTICES];
    solve_classes(d, &a, radius, own);
    double bound = radius_of_all(d, radius);
    for (uint32_t i = 0; i < d->n && !(radius_of_all(d, radius) > 0); i++) {
        double row = 0, column = 0;
        for (uint32_t j = 0; j < d->n; j++) {
            row += a.at[i][j];
            column += a.at[j][i];
        }
        bound = fmax(bound, fmax(row, column));
    }
    return bound > 0 ? 0.85 / bound : 0.85;
}

static void oracle_katz(const struct dense *d, bool raw, double *value)
{
    struct square a = taking(d), system = {.n = d->n};
    double alpha = oracle_katz_alpha(d), sum = 0;
    for (uint32_t i = 0; i < d->n; i++) {
        value[i] = 1;
        for (uint32_t j = 0; j < d->n; j++)
            system.at[i][j] = (i == j) - alpha * a.at[i][j];
    }
    square_solve(system, value);
    for (uint32_t i = 0; i < d->n; i++)
        sum += value[i] * value[i];
    for (uint32_t i = 0; i < d->n && !raw; i++)
        value[i] /= sqrt(sum);
}

static void oracle_pagerank(const struct dense *d, bool raw, double *value)
{
    (void)raw;
    struct square system = {.n = d->n};
    for (uint32_t i = 0; i < d->n; i++) {
        double leaving = 0;
        for (uint32_t j = 0; j < d->n; j++)
            leaving += d->weight[i][j];
        for (uint32_t j = 0; j < d->n; j++)
            system.at[j][i] =
                (i == j) - 0.85 * (leaving > 0 ? d->weight[i][j] / leaving : 1.0 / d->n);
        value[i] = 0.15 / d->n;
    }
    square_solve(system, value);
}

#endif
