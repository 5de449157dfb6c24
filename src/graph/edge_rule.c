/* edge_rule.c: what the ontology ties. */
#include "graph/edge_rule.h"

#include <stddef.h>

struct edge_rule {
    enum gt_edge_type type;
    uint32_t sources, targets;
};

/* The rows name types without prefix: bits, whose names live in this function alone. */
static const struct edge_rule *edge_rules(size_t *n)
{
    enum {
#define NODE_TYPE(name, ...) name = 1 << GT_NODE_##name,
#include "graph/node_type.def"
#undef NODE_TYPE
        ANY = (1 << GT_NODE_TYPES) - 1
    };
#define ONLY(types)    (types)
#define ALL_BUT(types) (ANY & ~(types))
    static const struct edge_rule rules[] = {
#define EDGE_RULE(type_, sources_, targets_)                                                       \
    {.type = GT_EDGE_##type_, .sources = (sources_), .targets = (targets_)},
#include "graph/edge_rule.def"
#undef EDGE_RULE
    };
#undef ALL_BUT
#undef ONLY
    *n = sizeof rules / sizeof *rules;
    return rules;
}

uint32_t gt_edge_sources(enum gt_edge_type type)
{
    size_t n;
    uint32_t types = 0;
    const struct edge_rule *rules = edge_rules(&n);
    for (size_t i = 0; i < n; i++)
        types |= rules[i].type == type ? rules[i].sources : 0;
    return types;
}

uint32_t gt_edge_targets(enum gt_edge_type type, uint32_t sources)
{
    size_t n;
    uint32_t types = 0;
    const struct edge_rule *rules = edge_rules(&n);
    for (size_t i = 0; i < n; i++)
        types |= rules[i].type == type && rules[i].sources & sources ? rules[i].targets : 0;
    return types;
}

bool gt_edge_allows(enum gt_edge_type type, enum gt_node_type source, enum gt_node_type target)
{
    return gt_edge_sources(type) & 1u << source &&
           gt_edge_targets(type, 1u << source) & 1u << target;
}
