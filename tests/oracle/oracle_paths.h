/* oracle_paths.h: measures of distances and paths, straight from their definitions. */
#ifndef TESTS_ORACLE_PATHS_H
#define TESTS_ORACLE_PATHS_H

#include "oracle/dense.h"

static bool lies_between(double a, double b, double whole)
{
    return isfinite(a) && isfinite(b) && near(a + b, whole);
}

static void oracle_betweenness(const struct dense *d, bool raw, double *value)
{
    double pairs = (d->n - 1.0) * (d->n - 2.0);
    for (uint32_t v = 0; v < d->n; v++) {
        double sum = 0;
        for (uint32_t s = 0; s < d->n; s++)
            for (uint32_t t = 0; t < d->n; t++)
                if (s != t && s != v && t != v &&
                    lies_between(d->distance[s][v], d->distance[v][t], d->distance[s][t]))
                    sum += d->paths[s][v] * d->paths[v][t] / d->paths[s][t];
        if (raw)
            value[v] = d->directed ? sum : sum / 2;
        else
            value[v] = d->n > 2 ? sum / pairs : 0;
    }
}

/* By edge of the list, not of the view. */
static void oracle_edge_betweenness(const struct dense *d, bool raw, double *value)
{
    for (uint32_t i = 0; i < EDGES; i++)
        value[i] = 0;
    for (uint32_t i = 0; i < d->n_ways; i++) {
        const struct way *way = &d->way[i];
        double sum = 0;
        for (uint32_t s = 0; s < d->n; s++)
            for (uint32_t t = 0; t < d->n; t++)
                if (s != t && way->from != way->to &&
                    lies_between(d->distance[s][way->from] + way->length, d->distance[way->to][t],
                                 d->distance[s][t]))
                    sum += d->paths[s][way->from] * d->paths[way->to][t] / d->paths[s][t];
        if (raw)
            value[way->edge] += d->directed ? sum : sum / 2;
        else
            value[way->edge] += d->n > 1 ? sum / (d->n * (d->n - 1.0)) : 0;
    }
}

/* Towards the vertex when as stated, otherwise from it. */
static double distance_of(const struct dense *d, uint32_t v, uint32_t other)
{
    return d->stated ? d->distance[other][v] : d->distance[v][other];
}

static void oracle_closeness(const struct dense *d, bool raw, double *value)
{
    for (uint32_t v = 0; v < d->n; v++) {
        double sum = 0, others = 0;
        for (uint32_t u = 0; u < d->n; u++)
            if (u != v && isfinite(distance_of(d, v, u))) {
                sum += distance_of(d, v, u);
                others++;
            }
        value[v] = 0;
        if (others > 0)
            value[v] = raw ? 1 / sum : others / (d->n - 1) * (others / sum);
    }
}

static void oracle_harmonic(const struct dense *d, bool raw, double *value)
{
    for (uint32_t v = 0; v < d->n; v++) {
        value[v] = 0;
        for (uint32_t u = 0; u < d->n; u++)
            if (u != v)
                value[v] += 1 / distance_of(d, v, u) / (raw ? 1 : d->n - 1);
    }
}

static void oracle_eccentricity(const struct dense *d, bool raw, double *value)
{
    (void)raw;
    for (uint32_t v = 0; v < d->n; v++) {
        value[v] = NAN;
        for (uint32_t u = 0; u < d->n; u++)
            if (u != v && isfinite(d->distance[v][u]))
                value[v] = fmax(value[v], d->distance[v][u]); /* fmax passes over NAN */
    }
}

#endif
