/* test_networkx.c: measures against the values that networkx has for four graphs: a well-known one,
 * one in parts, one strongly connected, one that flows apart. The values are in networkx.def, which
 * test_networkx.py writes and checks. */
#include "oracle/oracle_view.h"

#include <string.h>

/* clang-format off */
#define LIST(...) {__VA_ARGS__}
/* clang-format on */

struct known_graph {
    uint32_t n, m;
    const uint32_t *from, *to;
    const double *weight;
};

/* One of networkx's lists. */
struct known_values {
    const char *measure;
    const struct known_graph *graph;
    enum gt_direction direction;
    bool weighted, raw;
    size_t n;
    const double *value;
};

#define NETWORKX_VALUES(...)
#define NETWORKX_GRAPH(name, n_, from_, to_, weight_)                                              \
    static const struct known_graph name##_graph = {                                               \
        .n = (n_),                                                                                 \
        .m = sizeof((const uint32_t[])from_) / sizeof(uint32_t),                                   \
        .from = (const uint32_t[])from_,                                                           \
        .to = (const uint32_t[])to_,                                                               \
        .weight = (const double[])weight_,                                                         \
    };
#include "oracle/networkx.def"
#undef NETWORKX_GRAPH
#undef NETWORKX_VALUES

static const struct known_values known[] = {
#define NETWORKX_GRAPH(...)
#define NETWORKX_VALUES(graph_, direction_, weighted_, raw_, measure_, value_)                     \
    {                                                                                              \
        .measure = #measure_,                                                                      \
        .graph = &graph_##_graph,                                                                  \
        .direction = GT_DIRECTION_##direction_,                                                    \
        .weighted = (weighted_),                                                                   \
        .raw = (raw_),                                                                             \
        .n = sizeof((const double[])value_) / sizeof(double),                                      \
        .value = (const double[])value_,                                                           \
    },
#include "oracle/networkx.def"
#undef NETWORKX_GRAPH
#undef NETWORKX_VALUES
};

static void compare(const struct known_values *wanted)
{
    const struct known_graph *graph = wanted->graph;
    double value[EDGES] = {0}, largest = 0;
    struct gt_error err = {0};
    struct gt_view *view = NULL;
    if (!gt_view_of_arrays(graph->n, graph->m, graph->from, graph->to,
                           wanted->weighted ? graph->weight : NULL, wanted->direction, &view, &err))
        fail_msg("%s", err.text);
    oracle_measure(wanted->measure, view, wanted->raw, value);
    bool of_edges = gt_measure_find(wanted->measure)->of_edges;
    assert_int_equal(wanted->n, of_edges ? view->n_edges : view->n_vertices);
    for (size_t i = 0; i < wanted->n; i++)
        largest = isfinite(value[i]) ? fmax(largest, value[i]) : largest;
    for (size_t i = 0; i < wanted->n; i++)
        if (!oracle_agree(value[i], wanted->value[i], largest, 1e-8))
            fail_msg("%s, n %u, direction %s, weighted %d, raw %d: number %zu is %.17g, networkx "
                     "says %.17g",
                     wanted->measure, graph->n, gt_direction_name(wanted->direction),
                     wanted->weighted, wanted->raw, i, value[i], wanted->value[i]);
    gt_view_free(view);
}

static void compare_all(const char *measure)
{
    size_t compared = 0;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i].measure, measure) == 0) {
            compare(&known[i]);
            compared++;
        }
    assert_in_range(compared, 6, SIZE_MAX); /* a measure without lists fails */
}

#define MEASURE(name, ...)                                                                         \
    static void networkx_agrees_on_##name(void **state)                                            \
    {                                                                                              \
        (void)state;                                                                               \
        compare_all(#name);                                                                        \
    }
#include "centrality/measure.def"
#undef MEASURE

int main(void)
{
    const struct CMUnitTest tests[] = {
#define MEASURE(name, ...) cmocka_unit_test(networkx_agrees_on_##name),
#include "centrality/measure.def"
#undef MEASURE
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
