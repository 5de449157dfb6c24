/* community.c: communities by igraph, numbered so that the same division has the same numbers. */
#include "centrality/community.h"

#include "base/memory.h"
#include "graph/view_igraph.h"

#include <stdlib.h>
#include <string.h>

/* Modularity as Leiden's quality: node weights are strengths, the resolution is 1 / 2m. */
static bool run_leiden(const struct gt_view *view, igraph_vector_int_t *membership,
                       struct gt_error *err)
{
    const double randomness = 0.01; /* of the refinement, as the paper has it */
    const igraph_t *graph = &view->foreign->graph;
    const igraph_vector_t *weights = gt_view_strengths(view);
    igraph_vector_t strength;
    if (!gt_igraph_done(igraph_vector_init(&strength, 0), "vector_init", err))
        return false;
    bool done = gt_igraph_done(
        igraph_strength(graph, &strength, igraph_vss_all(), IGRAPH_ALL, IGRAPH_LOOPS, weights),
        "strength", err);
    double total = done ? igraph_vector_sum(&strength) : 0;
    done = done &&
           gt_igraph_done(igraph_community_leiden(graph, weights, &strength, 1 / total, randomness,
                                                  false, -1, membership, NULL, NULL),
                          "community_leiden", err);
    igraph_vector_destroy(&strength);
    return done;
}

static bool run_fast_greedy(const struct gt_view *view, igraph_vector_int_t *membership,
                            struct gt_error *err)
{
    return gt_igraph_done(igraph_community_fastgreedy(&view->foreign->graph,
                                                      gt_view_strengths(view), NULL, NULL,
                                                      membership),
                          "community_fastgreedy", err);
}

static const struct {
    const char *name;
    bool (*run)(const struct gt_view *view, igraph_vector_int_t *membership, struct gt_error *err);
} methods[] = {
#define METHOD(name_, ...) {#name_, run_##name_},
#include "centrality/community_method.def"
#undef METHOD
};

enum { METHODS = sizeof methods / sizeof *methods };

struct group {
    uint32_t size, first, number;
};

static int compare_groups(const void *a, const void *b)
{
    const struct group *x = a, *y = b;
    if (x->size != y->size)
        return x->size > y->size ? -1 : 1;
    return (x->first > y->first) - (x->first < y->first);
}

/* Numbers the groups by size; returns how many there are. */
static uint32_t number_groups(const igraph_vector_int_t *membership, uint32_t n_vertices,
                              uint32_t *community)
{
    struct group *group = gt_xcalloc((size_t)n_vertices + 1, sizeof *group);
    uint32_t *number = gt_xcalloc((size_t)n_vertices + 1, sizeof *number), n = 0;
    for (uint32_t v = 0; v < n_vertices; v++) {
        uint32_t g = (uint32_t)VECTOR(*membership)[v];
        if (group[g].size++ == 0)
            group[g].first = v;
        group[g].number = g;
        n = g >= n ? g + 1 : n;
    }
    if (n)
        qsort(group, n, sizeof *group, compare_groups);
    for (uint32_t g = 0; g < n; g++)
        number[group[g].number] = g;
    for (uint32_t v = 0; v < n_vertices; v++)
        community[v] = number[VECTOR(*membership)[v]];
    free(group);
    free(number);
    return n;
}

static bool divide(const struct gt_view *view, int method, uint32_t *community, uint32_t *n,
                   struct gt_error *err)
{
    igraph_vector_int_t membership;
    gt_igraph_start();
    if (!gt_igraph_done(igraph_vector_int_init(&membership, 0), "vector_int_init", err))
        return false;
    bool done = methods[method].run(view, &membership, err);
    uint32_t groups = done ? number_groups(&membership, view->n_vertices, community) : 0;
    igraph_vector_int_destroy(&membership);
    if (n)
        *n = groups;
    return done;
}

bool gt_community_find(const struct gt_view *view, const char *method, uint32_t *community,
                       uint32_t *n, struct gt_error *err)
{
    for (int m = 0; m < METHODS; m++) {
        if (strcmp(methods[m].name, method) != 0)
            continue;
        if (view->n_edges)
            return divide(view, m, community, n, err);
        for (uint32_t v = 0; v < view->n_vertices; v++)
            community[v] = v; /* nothing holds them together; modularity is not defined */
        if (n)
            *n = view->n_vertices;
        return true;
    }
    return gt_fail(err, GT_USAGE, "unknown method \"%s\" of communities: leiden, fast_greedy",
                   "未知的社区划分方法“%s”：leiden、fast_greedy", method);
}
