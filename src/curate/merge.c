/* merge.c: copying graphs into one, node by node, then joining what the decisions join. */
#include "curate/merge.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "curate/compare.h"
#include "graph/property.h"

#include <stdlib.h>
#include <string.h>

enum { SEVERAL = GT_NONE - 1 }; /* a name of more than one node */

/* The graph that grows, and its nodes by what names them. */
struct growing {
    struct gt_merge *merge;
    struct gt_graph *graph;
    struct gt_strmap by_name; /* name_key() -> node, or SEVERAL */
    struct gt_arena arena;
};

/* A graph on its way in: for each of its nodes the identifier and type that it gets. */
struct arriving {
    const struct gt_graph *graph;
    const char **id;
    enum gt_node_type *type;
    enum gt_arrival *arrival;
    uint32_t *document; /* number in the growing graph */
};

/* --- names -------------------------------------------------------------------------------------
 */

/* Type and name; a name that only says 区 goes with the node's district. Null when that is not
 * known. */
static const char *name_key(struct gt_arena *arena, const struct gt_node *node, const char *text)
{
    struct gt_name name = gt_name_parse(text, node->type, arena);
    bool one = node->districts && (node->districts & (node->districts - 1)) == 0;
    bool vague = name.relative && name.level == 'd';
    if (vague && !one)
        return NULL;
    return gt_arena_format(arena, "%d %u %s", (int)node->type, vague ? node->districts : 0,
                           name.key);
}

static void put_name(struct growing *growing, uint32_t number, const char *text)
{
    const char *key = name_key(&growing->arena, &growing->graph->nodes[number], text);
    if (!key)
        return;
    uint32_t older = gt_strmap_get(&growing->by_name, key);
    gt_strmap_put(&growing->by_name, key, older == GT_NONE || older == number ? number : SEVERAL);
}

static void index_node(struct growing *growing, uint32_t number)
{
    const struct gt_node *node = &growing->graph->nodes[number];
    put_name(growing, number, node->name);
    for (uint32_t i = 0; i < node->aliases.n; i++)
        put_name(growing, number, node->aliases.item[i]);
}

/* The one node that has one of the names; GT_NONE when there is none, SEVERAL when there are more.
 */
static uint32_t find_by_name(struct growing *growing, const struct gt_node *node)
{
    uint32_t found = GT_NONE;
    for (uint32_t i = 0; i <= node->aliases.n; i++) {
        const char *text = i ? node->aliases.item[i - 1] : node->name;
        const char *key = name_key(&growing->arena, node, text);
        uint32_t number = key ? gt_strmap_get(&growing->by_name, key) : GT_NONE;
        if (number == GT_NONE || number == found)
            continue;
        if (found != GT_NONE || number == SEVERAL)
            return SEVERAL;
        found = number;
    }
    return found;
}

static bool has_name(const struct gt_node *node, const char *key, struct gt_arena *arena)
{
    bool found = strcmp(gt_text_key(node->name, arena), key) == 0;
    for (uint32_t i = 0; i < node->aliases.n && !found; i++)
        found = strcmp(gt_text_key(node->aliases.item[i], arena), key) == 0;
    return found;
}

static bool share_name(const struct gt_node *a, const struct gt_node *b)
{
    struct gt_arena scratch = {0};
    bool found = has_name(a, gt_text_key(b->name, &scratch), &scratch);
    for (uint32_t i = 0; i < b->aliases.n && !found; i++)
        found = has_name(a, gt_text_key(b->aliases.item[i], &scratch), &scratch);
    gt_arena_fini(&scratch);
    return found;
}

/* True when the names may be one organisation's: nobody need look. */
static bool alike(const struct gt_node *a, const struct gt_node *b)
{
    struct gt_arena scratch = {0};
    enum gt_reason reason;
    struct gt_name x = gt_name_parse(a->name, a->type, &scratch);
    struct gt_name y = gt_name_parse(b->name, b->type, &scratch);
    struct gt_named left = {&x, a}, right = {&y, b};
    bool found = gt_compare_names(&left, &right, &reason);
    gt_arena_fini(&scratch);
    return found;
}

/* --- where a node goes -------------------------------------------------------------------------
 */

/* An identifier that neither graph has. */
static const char *free_id(struct growing *growing, const struct gt_graph *graph, const char *id)
{
    const char *tried = id;
    for (unsigned i = 2; gt_graph_node(growing->graph, tried) != GT_NONE ||
                         (tried != id && gt_graph_node(graph, tried) != GT_NONE);
         i++)
        tried = gt_arena_format(&growing->arena, "%.70s-%u", id, i);
    return tried;
}

static void make_new(struct growing *growing, struct arriving *arriving, uint32_t i)
{
    const struct gt_node *node = &arriving->graph->nodes[i];
    arriving->id[i] = free_id(growing, arriving->graph, node->id);
    arriving->type[i] = node->type;
    arriving->arrival[i] = GT_ARRIVAL_NEW;
    if (arriving->id[i] != node->id)
        gt_fault_add(growing->merge->notes, node->place,
                     "\"%s\" is the identifier of another node here; this one becomes \"%s\"",
                     "标识“%s”已属于另一个节点；此节点改为“%s”", node->id, arriving->id[i]);
}

static void take_by_id(struct growing *growing, struct arriving *arriving, uint32_t i,
                       uint32_t found)
{
    const struct gt_node *node = &arriving->graph->nodes[i];
    const struct gt_node *older = &growing->graph->nodes[found];
    bool shared = share_name(older, node);
    if (older->type != node->type && !shared) {
        make_new(growing, arriving, i);
        return;
    }
    arriving->id[i] = older->id;
    arriving->type[i] = older->type;
    arriving->arrival[i] = GT_ARRIVAL_BY_ID;
    if (older->type != node->type)
        gt_fault_add(growing->merge->notes, node->place,
                     "\"%s\" is of type %s here but %s at %s, which stays",
                     "“%s”在此处的类型是 %s，而先有的是 %s：%s，后者保留", node->id,
                     gt_node_types[node->type].name, gt_node_types[older->type].name, older->place);
    else if (!shared && !alike(older, node))
        gt_fault_add(growing->merge->notes, node->place,
                     "\"%s\" (%s) has no name in common with \"%s\", whose identifier it has",
                     "“%s”（%s）与同标识的“%s”没有相同的名称", node->name, node->id, older->name);
}

static void choose(struct growing *growing, struct arriving *arriving, uint32_t i)
{
    const struct gt_node *node = &arriving->graph->nodes[i];
    uint32_t found = gt_graph_node(growing->graph, node->id);
    if (found != GT_NONE) {
        take_by_id(growing, arriving, i, found);
        return;
    }
    found = find_by_name(growing, node);
    if (found == GT_NONE || found == SEVERAL) {
        if (found == SEVERAL)
            gt_fault_add(growing->merge->notes, node->place,
                         "\"%s\" has names of several nodes; it stays one of its own",
                         "“%s”的名称对应多个节点；单独保留", node->name);
        make_new(growing, arriving, i);
        return;
    }
    arriving->id[i] = growing->graph->nodes[found].id;
    arriving->type[i] = node->type;
    arriving->arrival[i] = GT_ARRIVAL_BY_NAME;
}

/* Two nodes that a tie links stay two: the one that came by its name becomes new. */
static void keep_ends_apart(struct growing *growing, struct arriving *arriving)
{
    for (uint32_t i = 0; i < arriving->graph->n_edges; i++) {
        const struct gt_edge *edge = &arriving->graph->edges[i];
        if (strcmp(arriving->id[edge->source], arriving->id[edge->target]) != 0)
            continue;
        bool second = arriving->arrival[edge->target] == GT_ARRIVAL_BY_NAME;
        uint32_t moved = second ? edge->target : edge->source;
        gt_fault_add(growing->merge->notes, arriving->graph->nodes[moved].place,
                     "\"%s\" has a name of \"%s\", but a tie says that they are two",
                     "“%s”与“%s”有相同名称，但有关系表明是两个", arriving->graph->nodes[moved].name,
                     arriving->graph->nodes[second ? edge->source : edge->target].name);
        make_new(growing, arriving, moved);
    }
}

/* --- putting in --------------------------------------------------------------------------------
 */

static void put_documents(struct growing *growing, struct arriving *arriving)
{
    for (uint32_t i = 0; i < arriving->graph->n_documents; i++) {
        struct gt_document document = arriving->graph->documents[i];
        uint32_t issuer = gt_graph_node(arriving->graph, document.issuer);
        if (issuer != GT_NONE)
            document.issuer = arriving->id[issuer];
        arriving->document[i] =
            gt_graph_put_document(growing->graph, &document, growing->merge->faults);
    }
}

/* A name that got too long for maps leaves the shorter one as label. */
static void keep_label(struct gt_graph *graph, uint32_t number, const char *was)
{
    struct gt_node *node = &graph->nodes[number];
    if (!node->label && strcmp(node->name, was) != 0 &&
        gt_utf8_count(node->name) > GT_LABEL_CODES && gt_utf8_count(was) <= GT_LABEL_CODES)
        node->label = gt_arena_text(&graph->arena, was, strlen(was));
}

static void put_node(struct growing *growing, struct arriving *arriving, uint32_t i)
{
    struct gt_graph *graph = growing->graph;
    struct gt_node node = arriving->graph->nodes[i];
    struct gt_numbers documents = {0};
    for (uint32_t k = 0; k < node.documents.n; k++)
        gt_numbers_add(&documents, arriving->document[node.documents.item[k]], &growing->arena);
    node.documents = documents;
    node.id = arriving->id[i];
    node.type = arriving->type[i];
    uint32_t older = gt_graph_node(graph, node.id);
    const char *was = older == GT_NONE ? node.name : graph->nodes[older].name;
    if (older != GT_NONE && growing->merge->differing)
        growing->merge->differing(graph, &node, growing->merge->notes);
    uint32_t number = gt_graph_put_node(graph, &node, growing->merge->faults);
    keep_label(graph, number, was);
    index_node(growing, number);
}

static void put_statements(struct growing *growing, struct arriving *arriving)
{
    const struct gt_graph *from = arriving->graph;
    for (uint32_t i = 0; i < from->n_statements; i++) {
        struct gt_statement statement = from->statements[i];
        const struct gt_edge *edge = &from->edges[statement.edge];
        statement.evidence.document = arriving->document[statement.evidence.document];
        gt_graph_put_statement(
            growing->graph, gt_graph_node(growing->graph, arriving->id[edge->source]), edge->type,
            gt_graph_node(growing->graph, arriving->id[edge->target]), &statement);
    }
}

static void put_all(struct growing *growing, struct arriving *arriving)
{
    put_documents(growing, arriving);
    for (uint32_t i = 0; i < arriving->graph->n_nodes; i++)
        put_node(growing, arriving, i);
    put_statements(growing, arriving);
}

static struct arriving arrive(const struct gt_graph *graph)
{
    return (struct arriving){
        .graph = graph,
        .id = gt_xcalloc(graph->n_nodes, sizeof(const char *)),
        .type = gt_xcalloc(graph->n_nodes, sizeof(enum gt_node_type)),
        .arrival = gt_xcalloc(graph->n_nodes, sizeof(enum gt_arrival)),
        .document = gt_xcalloc(graph->n_documents, sizeof(uint32_t)),
    };
}

static void free_arriving(struct arriving *arriving)
{
    free(arriving->id);
    free(arriving->type);
    free(arriving->arrival);
    free(arriving->document);
}

static void add_draft(struct growing *growing, const struct gt_graph *draft)
{
    struct arriving arriving = arrive(draft);
    for (uint32_t i = 0; i < draft->n_nodes; i++)
        choose(growing, &arriving, i);
    keep_ends_apart(growing, &arriving);
    for (uint32_t i = 0; i < draft->n_nodes; i++)
        growing->merge->arrivals[arriving.arrival[i]]++;
    put_all(growing, &arriving);
    free_arriving(&arriving);
}

/* --- decisions ---------------------------------------------------------------------------------
 */

static void name_as_it_is(struct arriving *arriving)
{
    for (uint32_t i = 0; i < arriving->graph->n_nodes; i++) {
        arriving->id[i] = arriving->graph->nodes[i].id;
        arriving->type[i] = arriving->graph->nodes[i].type;
    }
}

/* Copies the graph with the nodes of a class put as one. */
static void join(struct growing *growing, const struct gt_graph *whole,
                 const struct gt_identity *identity)
{
    struct arriving arriving = arrive(whole);
    for (uint32_t i = 0; i < whole->n_nodes; i++) {
        arriving.id[i] = whole->nodes[identity->first[i]].id;
        arriving.type[i] = whole->nodes[identity->first[i]].type;
    }
    put_all(growing, &arriving);
    free_arriving(&arriving);
}

/* --- contradictions among statements -----------------------------------------------------------
 */

static bool overlap(const struct gt_span *a, const struct gt_span *b)
{
    return a->document == b->document && a->start < b->end && b->start < a->end;
}

/* The same words cannot give two statuses. */
static void tell_status(struct gt_merge *merge, const struct gt_graph *graph,
                        const struct gt_edge *edge)
{
    for (uint32_t i = edge->first; i + 1 < edge->first + edge->n; i++) {
        const struct gt_statement *a = &graph->statements[i], *b = a + 1;
        if (a->status != b->status && overlap(&a->evidence, &b->evidence))
            gt_fault_add(merge->notes, b->place,
                         "the same words say that \"%s\" %s \"%s\" is %s here and %s at %s",
                         "同一处文字：“%s” %s “%s”在此处为 %s，在别处为 %s：%s",
                         graph->nodes[edge->source].name, gt_edge_types[edge->type].name,
                         graph->nodes[edge->target].name, gt_statuses[b->status].name,
                         gt_statuses[a->status].name, a->place);
    }
}

static const char *tie_key(struct gt_arena *arena, uint32_t a, enum gt_edge_type type, uint32_t b)
{
    return gt_arena_format(arena, "%u %d %u", a, (int)type, b);
}

/* The same words cannot put both ends first. */
static void tell_direction(struct gt_merge *merge, const struct gt_graph *graph,
                           const struct gt_edge *edge, const struct gt_edge *back)
{
    const struct gt_statement *a = &graph->statements[edge->first];
    for (uint32_t i = 0; i < back->n; i++) {
        const struct gt_statement *b = &graph->statements[back->first + i];
        if (edge->n == 0 || !overlap(&a->evidence, &b->evidence))
            continue;
        gt_fault_add(merge->notes, b->place,
                     "the same words say that \"%s\" %s \"%s\", and the other way round at %s",
                     "同一处文字：“%s” %s “%s”，而 %s 处方向相反", graph->nodes[back->source].name,
                     gt_edge_types[back->type].name, graph->nodes[back->target].name, a->place);
        return;
    }
}

static void tell_contradictions(struct gt_merge *merge, const struct gt_graph *graph)
{
    struct gt_strmap ties = {0};
    struct gt_arena arena = {0};
    for (uint32_t i = 0; i < graph->n_edges; i++) {
        const struct gt_edge *edge = &graph->edges[i];
        tell_status(merge, graph, edge);
        if (gt_edge_types[edge->type].mutual)
            continue;
        uint32_t back =
            gt_strmap_get(&ties, tie_key(&arena, edge->target, edge->type, edge->source));
        if (back != GT_NONE)
            tell_direction(merge, graph, &graph->edges[back], edge);
        gt_strmap_put(&ties, tie_key(&arena, edge->source, edge->type, edge->target), i);
    }
    gt_strmap_fini(&ties);
    gt_arena_fini(&arena);
}

/* --- the whole ---------------------------------------------------------------------------------
 */

static struct gt_merge_size size_of(const struct gt_graph *graph)
{
    return (struct gt_merge_size){graph->n_documents, graph->n_nodes, graph->n_edges,
                                  graph->n_statements};
}

static void end(struct growing *growing)
{
    gt_graph_finish(growing->graph);
    gt_strmap_fini(&growing->by_name);
    gt_arena_fini(&growing->arena);
}

static struct gt_graph *add_all(struct gt_merge *merge, const struct gt_graph *graph,
                                const struct gt_graph *const *drafts, size_t n)
{
    struct growing growing = {.merge = merge, .graph = gt_graph_new()};
    if (graph) {
        struct arriving arriving = arrive(graph);
        name_as_it_is(&arriving);
        put_all(&growing, &arriving);
        free_arriving(&arriving);
        merge->before = size_of(graph);
    }
    for (size_t i = 0; i < n; i++)
        add_draft(&growing, drafts[i]);
    end(&growing);
    return growing.graph;
}

struct gt_graph *gt_merge_graphs(struct gt_merge *merge, const struct gt_graph *graph,
                                 const struct gt_graph *const *drafts, size_t n)
{
    static const struct gt_decisions none = {0};
    struct gt_identity identity;
    struct gt_graph *whole = add_all(merge, graph, drafts, n);
    gt_identity_find(whole, merge->decisions ? merge->decisions : &none, &identity, merge->faults,
                     merge->notes);
    merge->n_joined = identity.n_joined;
    if (identity.n_joined && merge->faults->n == 0) {
        struct growing growing = {.merge = merge, .graph = gt_graph_new()};
        join(&growing, whole, &identity);
        end(&growing);
        gt_graph_free(whole);
        whole = growing.graph;
    }
    gt_identity_fini(&identity);
    tell_contradictions(merge, whole);
    merge->after = size_of(whole);
    return whole;
}
