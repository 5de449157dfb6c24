/* dense.h: a graph as plain square arrays, made from the list of edges without any view, and slow
 * linear algebra on them. What the oracles stand on. */
#ifndef TESTS_ORACLE_DENSE_H
#define TESTS_ORACLE_DENSE_H

#include "graph/view.h"
#include "oracle/random_graph.h"

#include <math.h>
#include <string.h>

/* One way along an edge; an undirected edge has two, a self-loop, too. */
struct way {
    uint32_t from, to, edge;
    double weight, length;
};

struct dense {
    uint32_t n, n_ways;
    bool directed, stated, weighted;
    struct way way[2 * EDGES];
    double count[VERTICES][VERTICES];  /* ways from row to column */
    double weight[VERTICES][VERTICES]; /* ... their weights */
    double distance[VERTICES][VERTICES];
    double paths[VERTICES][VERTICES]; /* shortest ones */
    bool reached[VERTICES][VERTICES]; /* by 0 or more ways */
};

/* Equal but for rounding. */
static inline bool near(double a, double b)
{
    return a == b || fabs(a - b) <= 1e-10 * (fabs(a) + fabs(b));
}

static inline void dense_add(struct dense *dense, uint32_t from, uint32_t to, uint32_t edge,
                             double weight)
{
    dense->way[dense->n_ways++] = (struct way){from, to, edge, weight, 1 / weight};
    dense->count[from][to]++;
    dense->weight[from][to] += weight;
}

/* Floyd and Warshall. */
static inline void dense_measure(struct dense *dense)
{
    uint32_t n = dense->n;
    for (uint32_t a = 0; a < n; a++)
        for (uint32_t b = 0; b < n; b++)
            dense->distance[a][b] = a == b ? 0 : INFINITY;
    for (uint32_t i = 0; i < dense->n_ways; i++) {
        struct way *way = &dense->way[i];
        double *distance = &dense->distance[way->from][way->to];
        *distance = fmin(*distance, way->length);
    }
    for (uint32_t v = 0; v < n; v++)
        for (uint32_t a = 0; a < n; a++)
            for (uint32_t b = 0; b < n; b++)
                dense->distance[a][b] =
                    fmin(dense->distance[a][b], dense->distance[a][v] + dense->distance[v][b]);
    for (uint32_t a = 0; a < n; a++)
        for (uint32_t b = 0; b < n; b++)
            dense->reached[a][b] = isfinite(dense->distance[a][b]);
}

/* The number of shortest paths is what comes in over last steps; repeated until nothing changes. */
static inline void dense_count_paths(struct dense *dense)
{
    uint32_t n = dense->n;
    for (uint32_t s = 0; s < n; s++) {
        double *paths = dense->paths[s];
        paths[s] = 1;
        for (bool changed = true; changed;) {
            changed = false;
            for (uint32_t t = 0; t < n; t++) {
                double sum = 0;
                for (uint32_t i = 0; i < dense->n_ways; i++) {
                    const struct way *way = &dense->way[i];
                    double length = dense->distance[s][way->from] + way->length;
                    if (way->to == t && way->from != t && isfinite(length) &&
                        near(length, dense->distance[s][t]))
                        sum += paths[way->from];
                }
                if (t == s || !(fabs(sum - paths[t]) > 0))
                    continue;
                paths[t] = sum;
                changed = true;
            }
        }
    }
}

static inline void dense_make(struct dense *dense, const struct random_graph *graph,
                              enum gt_direction direction, bool weighted)
{
    memset(dense, 0, sizeof *dense);
    dense->n = graph->n;
    dense->directed = direction != GT_DIRECTION_ALL;
    dense->stated = direction == GT_DIRECTION_STATED;
    dense->weighted = weighted;
    for (uint32_t e = 0; e < graph->m; e++) {
        double weight = weighted ? graph->weight[e] : 1;
        if (direction != GT_DIRECTION_IN)
            dense_add(dense, graph->from[e], graph->to[e], e, weight);
        if (direction == GT_DIRECTION_ALL || direction == GT_DIRECTION_IN)
            dense_add(dense, graph->to[e], graph->from[e], e, weight);
    }
    dense_measure(dense);
    dense_count_paths(dense);
}

/* --- linear algebra ----------------------------------------------------------------------------
 */

struct square {
    uint32_t n;
    double at[VERTICES][VERTICES];
};

/* Solves a x = x in place: Gauss with pivots. */
static inline void square_solve(struct square a, double *x)
{
    for (uint32_t k = 0; k < a.n; k++) {
        uint32_t best = k;
        for (uint32_t i = k; i < a.n; i++)
            if (fabs(a.at[i][k]) > fabs(a.at[best][k]))
                best = i;
        for (uint32_t j = 0; j < a.n; j++) {
            double swap = a.at[k][j];
            a.at[k][j] = a.at[best][j];
            a.at[best][j] = swap;
        }
        double swap = x[k];
        x[k] = x[best];
        x[best] = swap;
        for (uint32_t i = 0; i < a.n; i++) {
            double factor = i == k ? 0 : a.at[i][k] / a.at[k][k];
            for (uint32_t j = k; j < a.n; j++)
                a.at[i][j] -= factor * a.at[k][j];
            x[i] -= factor * x[k];
        }
    }
    for (uint32_t k = 0; k < a.n; k++)
        x[k] /= a.at[k][k];
}

static inline void square_multiply(const struct square *a, const struct square *b,
                                   struct square *product)
{
    product->n = a->n;
    for (uint32_t i = 0; i < a->n; i++)
        for (uint32_t j = 0; j < a->n; j++) {
            product->at[i][j] = 0;
            for (uint32_t k = 0; k < a->n; k++)
                product->at[i][j] += a->at[i][k] * b->at[k][j];
        }
}

/* The dominant eigenvalue and vector (length 1) of an irreducible matrix >= 0: the columns of its
 * 2^64th power are all the same direction. A diagonal is added first so that it is not periodic. */
static inline double square_perron(const struct square *a, double *x)
{
    struct square power = *a, twice;
    double shift = 0, length = 0;
    for (uint32_t i = 0; i < a->n; i++)
        for (uint32_t j = 0; j < a->n; j++)
            shift = fmax(shift, a->at[i][j]);
    for (uint32_t i = 0; i < a->n; i++)
        power.at[i][i] += shift;
    for (int round = 0; round < 64; round++) {
        double largest = 0;
        square_multiply(&power, &power, &twice);
        for (uint32_t i = 0; i < a->n; i++)
            for (uint32_t j = 0; j < a->n; j++)
                largest = fmax(largest, twice.at[i][j]);
        for (uint32_t i = 0; i < a->n; i++)
            for (uint32_t j = 0; j < a->n; j++)
                power.at[i][j] = largest > 0 ? twice.at[i][j] / largest : 0;
    }
    for (uint32_t i = 0; i < a->n; i++) {
        x[i] = 0;
        for (uint32_t j = 0; j < a->n; j++)
            x[i] += power.at[i][j];
        length += x[i] * x[i];
    }
    if (!(length > 0)) { /* a lone vertex without self-loop */
        x[0] = 1;
        return 0;
    }
    double lambda = 0;
    for (uint32_t i = 0; i < a->n; i++)
        x[i] /= sqrt(length);
    for (uint32_t i = 0; i < a->n; i++)
        for (uint32_t j = 0; j < a->n; j++)
            lambda += x[i] * a->at[i][j] * x[j];
    return lambda;
}

#endif
