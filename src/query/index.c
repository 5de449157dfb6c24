/* index.c: groups by counting sort, made when first asked for. */
#include "query/index.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

void gt_index_fini(struct gt_index *index)
{
    struct gt_groups *groups[] = {&index->by_source, &index->by_target, &index->by_edge_type,
                                  &index->by_node_type, &index->by_document};
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
        free(groups[i]->offset);
        free(groups[i]->item);
    }
    free(index->sorted_nodes);
    free(index->sorted_edges);
    free(index->evidence);
    free(index->share);
    *index = (struct gt_index){0};
}

typedef uint32_t group_of(const struct gt_graph *graph, uint32_t item);

static uint32_t source_of(const struct gt_graph *graph, uint32_t edge)
{
    return graph->edges[edge].source;
}

static uint32_t target_of(const struct gt_graph *graph, uint32_t edge)
{
    return graph->edges[edge].target;
}

static uint32_t edge_type_of(const struct gt_graph *graph, uint32_t edge)
{
    return graph->edges[edge].type;
}

static uint32_t node_type_of(const struct gt_graph *graph, uint32_t node)
{
    return graph->nodes[node].type;
}

static uint32_t document_of(const struct gt_graph *graph, uint32_t statement)
{
    return graph->statements[statement].evidence.document;
}

/* Sorts n items into groups, once. */
static const struct gt_groups *make_groups(const struct gt_graph *graph, struct gt_groups *groups,
                                           uint32_t n, uint32_t n_groups, group_of *group)
{
    if (groups->offset)
        return groups;
    groups->offset = gt_xcalloc((size_t)n_groups + 2, sizeof *groups->offset);
    groups->item = gt_xcalloc((size_t)n + 1, sizeof *groups->item);
    uint32_t *next = groups->offset + 1; /* after the loop below, where the next of a group goes */
    for (uint32_t i = 0; i < n; i++)
        next[group(graph, i) + 1]++;
    for (uint32_t g = 0; g < n_groups; g++)
        next[g + 1] += next[g];
    for (uint32_t i = 0; i < n; i++)
        groups->item[next[group(graph, i)]++] = i;
    return groups;
}

const struct gt_groups *gt_index_by_source(struct gt_index *index)
{
    const struct gt_graph *graph = index->graph;
    return make_groups(graph, &index->by_source, graph->n_edges, graph->n_nodes, source_of);
}

const struct gt_groups *gt_index_by_target(struct gt_index *index)
{
    const struct gt_graph *graph = index->graph;
    return make_groups(graph, &index->by_target, graph->n_edges, graph->n_nodes, target_of);
}

const struct gt_groups *gt_index_by_edge_type(struct gt_index *index)
{
    const struct gt_graph *graph = index->graph;
    return make_groups(graph, &index->by_edge_type, graph->n_edges, GT_EDGE_TYPES, edge_type_of);
}

const struct gt_groups *gt_index_by_node_type(struct gt_index *index)
{
    const struct gt_graph *graph = index->graph;
    return make_groups(graph, &index->by_node_type, graph->n_nodes, GT_NODE_TYPES, node_type_of);
}

const struct gt_groups *gt_index_by_document(struct gt_index *index)
{
    const struct gt_graph *graph = index->graph;
    return make_groups(graph, &index->by_document, graph->n_statements, graph->n_documents,
                       document_of);
}

/* Copies the groups in the order of their names, by repeated choice: there are few. */
static uint32_t *sort_groups(const struct gt_groups *groups, enum gt_vocabulary vocabulary)
{
    int n = gt_vocabulary_size(vocabulary);
    uint32_t *sorted = gt_xcalloc((size_t)groups->offset[n] + 1, sizeof *sorted), *next = sorted;
    const char *last = "";
    for (int i = 0; i < n; i++) {
        int least = -1;
        for (int g = 0; g < n; g++) {
            const char *name = gt_vocabulary_word(vocabulary, g).name;
            if (strcmp(name, last) > 0 &&
                (least < 0 || strcmp(name, gt_vocabulary_word(vocabulary, least).name) < 0))
                least = g;
        }
        uint32_t from = groups->offset[least], size = groups->offset[least + 1] - from;
        memcpy(next, groups->item + from, size * sizeof *next);
        next += size;
        last = gt_vocabulary_word(vocabulary, least).name;
    }
    return sorted;
}

const uint32_t *gt_index_sorted(struct gt_index *index, bool edges)
{
    uint32_t **sorted = edges ? &index->sorted_edges : &index->sorted_nodes;
    if (!*sorted)
        *sorted = edges ? sort_groups(gt_index_by_edge_type(index), GT_VOCABULARY_EDGE_TYPE)
                        : sort_groups(gt_index_by_node_type(index), GT_VOCABULARY_NODE_TYPE);
    return *sorted;
}

const gt_districts *gt_index_evidence(struct gt_index *index)
{
    if (!index->evidence)
        index->evidence = gt_district_of_nodes(index->graph, GT_BY_EVIDENCE);
    return index->evidence;
}

/* --- shares ------------------------------------------------------------------------------------
 */

struct joint {
    uint32_t document;
    enum gt_amount_kind kind;
    double value;
    uint32_t statement;
};

/* By document, kind and value: statements that share a sum stand side by side. */
static int compare_joint(const void *a, const void *b)
{
    const struct joint *x = a, *y = b;
    if (x->document != y->document)
        return x->document < y->document ? -1 : 1;
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    if (x->value < y->value || x->value > y->value)
        return x->value < y->value ? -1 : 1;
    return (x->statement > y->statement) - (x->statement < y->statement);
}

static bool shares_sum(const struct joint *a, const struct joint *b)
{
    return a->document == b->document && a->kind == b->kind && !(a->value < b->value) &&
           !(a->value > b->value);
}

const double *gt_index_share(struct gt_index *index)
{
    const struct gt_graph *graph = index->graph;
    if (index->share)
        return index->share;
    index->share = gt_xcalloc((size_t)graph->n_statements + 1, sizeof *index->share);
    struct joint *joint = gt_xcalloc((size_t)graph->n_statements + 1, sizeof *joint);
    size_t n = 0;
    for (uint32_t i = 0; i < graph->n_statements; i++) {
        const struct gt_statement *this = &graph->statements[i];
        index->share[i] = this->amount.present ? this->amount.value : 0;
        if (this->amount.present && this->amount.joint)
            joint[n++] =
                (struct joint){this->evidence.document, this->amount.kind, this->amount.value, i};
    }
    qsort(joint, n, sizeof *joint, compare_joint);
    for (size_t i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n && shares_sum(&joint[i], &joint[end]);)
            end++;
        for (size_t k = i; k < end; k++)
            index->share[joint[k].statement] = joint[k].value / (double)(end - i);
    }
    free(joint);
    return index->share;
}
