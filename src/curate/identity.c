/* identity.c: which nodes the decisions make one: a forest of nodes, joined row by row. */
#include "base/memory.h"
#include "curate/decision.h"

#include <stdlib.h>
#include <string.h>

enum { SEVERAL = GT_NONE - 1 }; /* a name of more than one node */

/* Nodes by what names them: identifier, name, alias; a stronger kind comes before a weaker. */
struct names {
    const struct gt_graph *graph;
    struct gt_strmap by_name, by_alias;
    struct gt_arena arena;
};

void gt_identity_fini(struct gt_identity *identity)
{
    free(identity->first);
    gt_strmap_fini(&identity->verdicts);
    gt_arena_fini(&identity->arena);
    *identity = (struct gt_identity){0};
}

static const char *pair_key(struct gt_arena *arena, uint32_t a, uint32_t b)
{
    return gt_arena_format(arena, "%u %u", a < b ? a : b, a < b ? b : a);
}

static void put_name(struct names *names, struct gt_strmap *map, const char *text, uint32_t node)
{
    if (!text)
        return;
    const char *key = gt_text_key(text, &names->arena);
    uint32_t older = gt_strmap_get(map, key);
    gt_strmap_put(map, key, older == GT_NONE || older == node ? node : SEVERAL);
}

static void index_names(struct names *names)
{
    for (uint32_t i = 0; i < names->graph->n_nodes; i++) {
        const struct gt_node *node = &names->graph->nodes[i];
        put_name(names, &names->by_name, node->name, i);
        put_name(names, &names->by_name, node->label, i);
        put_name(names, &names->by_name, node->name_en, i);
        for (uint32_t k = 0; k < node->aliases.n; k++)
            put_name(names, &names->by_alias, node->aliases.item[k], i);
    }
}

/* The node that a row means: GT_NONE when there is none, SEVERAL when it is not clear. */
static uint32_t find_node(struct names *names, const char *text)
{
    uint32_t found = gt_graph_node(names->graph, text);
    if (found != GT_NONE)
        return found;
    const char *key = gt_text_key(text, &names->arena);
    found = gt_strmap_get(&names->by_name, key);
    return found != GT_NONE ? found : gt_strmap_get(&names->by_alias, key);
}

static uint32_t first_of(struct gt_identity *identity, uint32_t node)
{
    while (identity->first[node] != node) {
        identity->first[node] = identity->first[identity->first[node]];
        node = identity->first[node];
    }
    return node;
}

/* A row whose two nodes are known. */
struct known {
    uint32_t a, b;
    const struct gt_decision *decision;
};

struct replay {
    struct names names;
    const struct gt_decisions *decisions;
    struct gt_identity *identity;
    struct gt_faults *faults, *notes;
    struct known *known;
    size_t n_known;
};

static const char *place_of(struct replay *replay, const struct gt_decision *decision)
{
    return gt_arena_format(&replay->names.arena, "%s:%u", replay->decisions->journal.file,
                           decision->line);
}

static void find_rows(struct replay *replay)
{
    for (size_t i = 0; i < replay->decisions->n; i++) {
        const struct gt_decision *decision = &replay->decisions->item[i];
        uint32_t a = find_node(&replay->names, decision->left);
        uint32_t b = find_node(&replay->names, decision->right);
        bool several = a == SEVERAL || b == SEVERAL;
        if (several && a != GT_NONE && b != GT_NONE && replay->notes)
            gt_fault_add(replay->notes, place_of(replay, decision),
                         "\"%s\" names several nodes: say which by its identifier; left aside",
                         "“%s”对应多个节点，请用标识指明；此行未用",
                         a == SEVERAL ? decision->left : decision->right);
        if (several || a == GT_NONE || b == GT_NONE || a == b)
            continue;
        const char *key = pair_key(&replay->identity->arena, a, b);
        gt_strmap_put(&replay->identity->verdicts, key, (uint32_t)decision->verdict);
        replay->known[replay->n_known++] = (struct known){a, b, decision};
    }
}

/* True when a later row about the same pair says otherwise. */
static bool is_overruled(struct replay *replay, const struct known *row)
{
    return gt_identity_verdict(replay->identity, row->a, row->b) != (int)row->decision->verdict;
}

static void join(struct gt_identity *identity, uint32_t a, uint32_t b)
{
    uint32_t x = first_of(identity, a), y = first_of(identity, b);
    identity->first[x > y ? x : y] = x > y ? y : x;
    identity->n_joined += x != y;
}

static void join_rows(struct replay *replay)
{
    for (size_t i = 0; i < replay->n_known; i++) {
        const struct known *row = &replay->known[i];
        if (row->decision->verdict == GT_VERDICT_same && !is_overruled(replay, row))
            join(replay->identity, row->a, row->b);
    }
}

/* A tie within a class would be lost with it: it says that its ends are two. */
static void check_ties(struct replay *replay)
{
    const struct gt_graph *graph = replay->names.graph;
    for (uint32_t i = 0; i < graph->n_edges; i++) {
        const struct gt_edge *edge = &graph->edges[i];
        if (edge->n == 0 || edge->source == edge->target ||
            first_of(replay->identity, edge->source) != first_of(replay->identity, edge->target))
            continue;
        gt_fault_add(replay->faults, replay->decisions->journal.file,
                     "\"%s\" and \"%s\" are made one, but a tie (%s, at %s) says that they are two",
                     "“%s”与“%s”成为同一，但关系（%s，见 %s）表明是两个",
                     graph->nodes[edge->source].name, graph->nodes[edge->target].name,
                     gt_edge_types[edge->type].name, graph->statements[edge->first].place);
    }
}

static void check_different(struct replay *replay)
{
    for (size_t i = 0; i < replay->n_known; i++) {
        const struct known *row = &replay->known[i];
        if (row->decision->verdict != GT_VERDICT_different || is_overruled(replay, row) ||
            first_of(replay->identity, row->a) != first_of(replay->identity, row->b))
            continue;
        gt_fault_add(replay->faults, place_of(replay, row->decision),
                     "\"%s\" and \"%s\" are called different, but other rows make them one",
                     "“%s”与“%s”判为不同，但其他行使二者成为同一", row->decision->left,
                     row->decision->right);
    }
}

void gt_identity_find(const struct gt_graph *graph, const struct gt_decisions *decisions,
                      struct gt_identity *identity, struct gt_faults *faults,
                      struct gt_faults *notes)
{
    struct replay replay = {.names.graph = graph,
                            .decisions = decisions,
                            .identity = identity,
                            .faults = faults,
                            .notes = notes,
                            .known = gt_xcalloc(decisions->n, sizeof *replay.known)};
    *identity = (struct gt_identity){.first = gt_xcalloc(graph->n_nodes, sizeof(uint32_t))};
    for (uint32_t i = 0; i < graph->n_nodes; i++)
        identity->first[i] = i;
    if (decisions->n) {
        index_names(&replay.names);
        find_rows(&replay);
        join_rows(&replay);
        check_ties(&replay);
        check_different(&replay);
    }
    for (uint32_t i = 0; i < graph->n_nodes; i++)
        identity->first[i] = first_of(identity, i);
    free(replay.known);
    gt_strmap_fini(&replay.names.by_name);
    gt_strmap_fini(&replay.names.by_alias);
    gt_arena_fini(&replay.names.arena);
}

int gt_identity_verdict(const struct gt_identity *identity, uint32_t a, uint32_t b)
{
    struct gt_arena scratch = {0};
    uint32_t verdict = gt_strmap_get(&identity->verdicts, pair_key(&scratch, a, b));
    gt_arena_fini(&scratch);
    return verdict == GT_NONE ? -1 : (int)verdict;
}
