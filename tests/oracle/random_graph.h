/* random_graph.h: small graphs of all shapes, the same ones on every machine.
 *
 * The number of a graph decides everything: shape, size (0 to 25 vertices), parts, self-loops,
 * parallel edges, and which kind of weights it has. */
#ifndef TESTS_ORACLE_RANDOM_GRAPH_H
#define TESTS_ORACLE_RANDOM_GRAPH_H

#include <stdbool.h>
#include <stdint.h>

enum { VERTICES = 26, EDGES = 400, RANDOM_GRAPHS = 240 };

struct random_graph {
    uint32_t number, n, m;
    uint32_t from[EDGES], to[EDGES];
    double weight[EDGES];
    uint64_t state; /* of the generator */
};

/* splitmix64, Steele and others 2014. */
static inline uint64_t random_next(uint64_t *state)
{
    uint64_t z = *state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

/* A number below `end`. */
static inline uint32_t random_below(struct random_graph *graph, uint32_t end)
{
    return (uint32_t)(random_next(&graph->state) % end);
}

static inline bool random_chance(struct random_graph *graph, uint32_t percent)
{
    return random_below(graph, 100) < percent;
}

/* Small counts, so that many shortest paths are equally long; round sums of yuan; any fraction. */
static inline double random_weight(struct random_graph *graph)
{
    if (graph->number % 3 == 0)
        return 1 + random_below(graph, 3);
    if (graph->number % 3 == 1)
        return 1e6 * (1 + random_below(graph, 9)) * (random_chance(graph, 30) ? 100 : 1);
    return 0.05 + random_below(graph, 1000000) / 1e5;
}

static inline void random_add(struct random_graph *graph, uint32_t from, uint32_t to)
{
    if (graph->m == EDGES)
        return;
    graph->from[graph->m] = from;
    graph->to[graph->m] = to;
    graph->weight[graph->m++] = random_weight(graph);
}

/* A few parts, ties within each at random: undirected or mutual ones are drawn as they come. */
static inline void random_fill_parts(struct random_graph *graph, uint32_t parts, uint32_t percent)
{
    for (uint32_t a = 0; a < graph->n; a++)
        for (uint32_t b = 0; b < graph->n; b++)
            if (a != b && a % parts == b % parts && random_chance(graph, percent))
                random_add(graph, a, b);
}

/* Shapes with structure: ring, chain, star, tree, layers without cycles, mutual pairs in a row. */
static inline void random_fill_shape(struct random_graph *graph, uint32_t shape)
{
    for (uint32_t v = 1; v < graph->n; v++) {
        if (shape == 0 || shape == 1)
            random_add(graph, v - 1, v);
        if (shape == 2)
            random_add(graph, random_chance(graph, 50) ? 0 : v, random_chance(graph, 50) ? v : 0);
        if (shape == 3)
            random_add(graph, random_below(graph, v), v);
        if (shape == 4)
            for (uint32_t u = 0; u < v; u++)
                if (random_chance(graph, 25))
                    random_add(graph, u, v);
        if (shape == 5) {
            random_add(graph, v - 1, v);
            if (v % 2 == 1)
                random_add(graph, v, v - 1);
        }
    }
    if (shape == 0 && graph->n > 2)
        random_add(graph, graph->n - 1, 0);
}

static inline struct random_graph random_graph_make(uint32_t number)
{
    struct random_graph graph = {.number = number, .state = number};
    uint32_t kind = number % 12;
    graph.n = number < 12 ? number % 4 : number / 2 % VERTICES;
    if (kind < 6)
        random_fill_parts(&graph, 1 + kind % 3, kind < 3 ? 8 : 30);
    else
        random_fill_shape(&graph, kind - 6);
    bool loops = number / 12 % 2, parallel = number / 24 % 2;
    for (uint32_t i = 0; loops && i < graph.n; i++)
        if (random_chance(&graph, 20))
            random_add(&graph, i, i);
    for (uint32_t i = 0, m = graph.m; parallel && i < m; i++)
        if (random_chance(&graph, 30))
            random_add(&graph, graph.from[i], graph.to[i]);
    return graph;
}

#endif
