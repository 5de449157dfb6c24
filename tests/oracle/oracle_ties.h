/* oracle_ties.h: measures of a vertex's own ties and neighbours, straight from their definitions.
 */
#ifndef TESTS_ORACLE_TIES_H
#define TESTS_ORACLE_TIES_H

#include "oracle/dense.h"

static void add_ends(const struct dense *d, bool weights, bool raw, double *value)
{
    for (uint32_t v = 0; v < d->n; v++) {
        value[v] = 0;
        for (uint32_t i = 0; i < d->n_ways; i++) {
            double worth = weights ? d->way[i].weight : 1;
            if (d->way[i].from == v)
                value[v] += worth;
            if (d->stated && d->way[i].to == v)
                value[v] += worth;
        }
        if (!raw)
            value[v] = d->n > 1 ? value[v] / (d->n - 1) : 0;
    }
}

static void oracle_degree(const struct dense *d, bool raw, double *value)
{
    add_ends(d, false, raw, value);
}

static void oracle_strength(const struct dense *d, bool raw, double *value)
{
    add_ends(d, true, raw, value);
}

/* Takes away who has less than k until nobody has. */
static void keep_core(const struct dense *d, double k, bool *kept)
{
    for (bool changed = true; changed;) {
        changed = false;
        for (uint32_t v = 0; v < d->n; v++) {
            double ties = 0;
            for (uint32_t u = 0; u < d->n; u++)
                if (u != v && kept[u])
                    ties += d->count[v][u] + (d->stated ? d->count[u][v] : 0);
            if (kept[v] && ties < k) {
                kept[v] = false;
                changed = true;
            }
        }
    }
}

static void oracle_coreness(const struct dense *d, bool raw, double *value)
{
    (void)raw;
    bool kept[VERTICES];
    for (uint32_t k = 0; k <= EDGES; k++) {
        for (uint32_t v = 0; v < d->n; v++)
            kept[v] = true;
        keep_core(d, k, kept);
        for (uint32_t v = 0; v < d->n; v++)
            if (kept[v])
                value[v] = k;
    }
}

/* Weight of all ties between the two. */
static double between(const struct dense *d, uint32_t i, uint32_t j)
{
    return i == j ? 0 : d->weight[i][j] + d->weight[j][i];
}

static double share(const struct dense *d, uint32_t i, uint32_t j)
{
    double sum = 0;
    for (uint32_t k = 0; k < d->n; k++)
        sum += between(d, i, k);
    return between(d, i, j) / sum;
}

static void oracle_constraint(const struct dense *d, bool raw, double *value)
{
    (void)raw;
    for (uint32_t i = 0; i < d->n; i++) {
        value[i] = NAN;
        for (uint32_t j = 0; j < d->n; j++) {
            if (!(between(d, i, j) > 0))
                continue;
            double invested = share(d, i, j);
            for (uint32_t q = 0; q < d->n; q++)
                if (q != i && q != j && between(d, i, q) > 0)
                    invested += share(d, i, q) * share(d, q, j);
            value[i] = (isnan(value[i]) ? 0 : value[i]) + invested * invested;
        }
    }
}

static double largest_of(const struct dense *d)
{
    double largest = 0;
    for (uint32_t a = 0; a < d->n; a++)
        for (uint32_t b = 0; b < d->n; b++) /* an undirected self-loop has two ways */
            largest = fmax(largest, d->weight[a][b] / (a == b && !d->directed ? 2 : 1));
    return largest;
}

/* All closed triples v, j, k with every choice of the direction of each tie. */
static void oracle_clustering_coefficient(const struct dense *d, bool raw, double *value)
{
    double largest = largest_of(d);
    for (uint32_t v = 0; v < d->n; v++) {
        double triangles = 0, ties = 0, both = 0;
        for (uint32_t j = 0; j < d->n; j++) {
            if (j == v)
                continue;
            ties += (d->count[v][j] > 0) + (d->directed && d->count[j][v] > 0);
            both += d->count[v][j] > 0 && d->count[j][v] > 0;
            for (uint32_t k = j + 1; k < d->n; k++)
                for (int choice = 0; k != v && choice < (d->directed ? 8 : 1); choice++) {
                    double a = choice & 1 ? d->weight[v][j] : d->weight[j][v];
                    double b = choice & 2 ? d->weight[v][k] : d->weight[k][v];
                    double c = choice & 4 ? d->weight[j][k] : d->weight[k][j];
                    if (a * b * c > 0)
                        triangles +=
                            !d->weighted ? 1 : cbrt(a / largest * (b / largest) * (c / largest));
                }
        }
        double room = d->directed ? ties * (ties - 1) - 2 * both : ties * (ties - 1) / 2;
        value[v] = raw || triangles == 0 ? triangles : triangles / room;
    }
}

static uint32_t count_parts(const struct dense *d, uint32_t without)
{
    uint32_t part[VERTICES], n = 0;
    for (uint32_t v = 0; v < d->n; v++)
        part[v] = v;
    for (uint32_t round = 0; round < d->n; round++)
        for (uint32_t i = 0; i < d->n_ways; i++) {
            uint32_t a = d->way[i].from, b = d->way[i].to;
            if (a != without && b != without)
                part[a] = part[b] = part[a] < part[b] ? part[a] : part[b];
        }
    for (uint32_t v = 0; v < d->n; v++)
        n += v != without && part[v] == v;
    return n;
}

static void oracle_articulation_point(const struct dense *d, bool raw, double *value)
{
    (void)raw;
    for (uint32_t v = 0; v < d->n; v++)
        value[v] = count_parts(d, v) > count_parts(d, UINT32_MAX);
}

#endif
