/* sample.h: small and random graphs for the unit tests. */
#ifndef GT_TESTS_SAMPLE_H
#define GT_TESTS_SAMPLE_H

#include "unit/unit.h"

#include "graph/graph.h"

static inline uint32_t sample_document(struct gt_graph *graph, const char *id, const char *date,
                                       enum gt_district district)
{
    struct gt_faults faults = {0};
    struct gt_document document = {
        .id = id,
        .title = "标题",
        .issuer = "issuer",
        .date = date,
        .district = district,
        .sha256 = "00",
        .length = 1000,
        .place = id,
    };
    uint32_t number = gt_graph_put_document(graph, &document, &faults);
    assert_int_equal(faults.n, 0);
    return number;
}

static inline uint32_t sample_node(struct gt_graph *graph, const char *id, enum gt_node_type type,
                                   const char *name)
{
    struct gt_faults faults = {0};
    struct gt_node node = {.id = id, .type = type, .name = name, .place = "here"};
    uint32_t number = gt_graph_put_node(graph, &node, &faults);
    assert_int_equal(faults.n, 0);
    return number;
}

/* A tie that `document` states at `start`. */
static inline uint32_t sample_tie(struct gt_graph *graph, uint32_t source, enum gt_edge_type type,
                                  uint32_t target, struct gt_span evidence)
{
    struct gt_statement statement = {
        .status = GT_STATUS_ongoing, .evidence = evidence, .place = "there"};
    return gt_graph_put_statement(graph, source, type, target, &statement);
}

static inline struct gt_span at(uint32_t document, uint32_t start)
{
    return (struct gt_span){document, start, start + 5};
}

/* n nodes of all types and m random statements, some with amounts, of three documents. */
static inline struct gt_graph *random_graph(uint32_t n, uint32_t m, uint64_t *seed)
{
    static const char *const dates[] = {"2023", "2024-05", "2025-03-01"};
    struct gt_graph *graph = gt_graph_new();
    for (uint32_t i = 0; i < 3; i++) {
        char id[8];
        snprintf(id, sizeof id, "d%u", i);
        sample_document(graph, id, dates[i], (enum gt_district)(i * 2));
    }
    for (uint32_t i = 0; i < n; i++) {
        char id[16];
        snprintf(id, sizeof id, "n%u", i);
        uint32_t node =
            sample_node(graph, id, (enum gt_node_type)unit_below(seed, GT_NODE_TYPES), id);
        graph->nodes[node].districts = unit_below(seed, 3) ? 0 : 1u << unit_below(seed, 6);
    }
    for (uint32_t i = 0; i < m && n > 0; i++) {
        struct gt_statement statement = {
            .status = (enum gt_edge_status)unit_below(seed, GT_STATUSES),
            .amount = {.present = unit_below(seed, 2),
                       .joint = unit_below(seed, 3) == 0,
                       .kind = GT_AMOUNT_grant,
                       .value = 1 + unit_below(seed, 3)},
            .evidence = at(unit_below(seed, 3), unit_below(seed, 900)),
        };
        gt_graph_put_statement(graph, unit_below(seed, n),
                               (enum gt_edge_type)unit_below(seed, GT_EDGE_TYPES),
                               unit_below(seed, n), &statement);
    }
    gt_graph_finish(graph);
    return graph;
}

#endif
