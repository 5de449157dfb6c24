/* graph.c: putting documents, nodes and statements in, and what merges. */
#include "graph/graph.h"

#include "base/memory.h"
#include "base/rank.h"
#include "base/utf8.h"
#include "graph/property.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct gt_graph *gt_graph_new(void)
{
    return gt_xcalloc(1, sizeof(struct gt_graph));
}

void gt_graph_free(struct gt_graph *graph)
{
    if (!graph)
        return;
    for (uint32_t i = 0; i < graph->n_columns; i++)
        free(graph->columns[i].value);
    free(graph->columns);
    free(graph->documents);
    free(graph->nodes);
    free(graph->edges);
    free(graph->statements);
    gt_strmap_fini(&graph->document_by_id);
    gt_strmap_fini(&graph->node_by_id);
    gt_strmap_fini(&graph->edge_by_key);
    gt_arena_fini(&graph->arena);
    free(graph);
}

uint32_t gt_graph_node(const struct gt_graph *graph, const char *id)
{
    return gt_strmap_get(&graph->node_by_id, id);
}

uint32_t gt_graph_document(const struct gt_graph *graph, const char *id)
{
    return gt_strmap_get(&graph->document_by_id, id);
}

/* Where a number stands in an ascending list, or belongs. */
static uint32_t find_number(const struct gt_numbers *numbers, uint32_t number)
{
    if (numbers->n && numbers->item[numbers->n - 1] < number)
        return numbers->n; /* most lists grow at their end */
    return gt_rank(numbers->item, numbers->n, GT_ITSELF, number);
}

void gt_numbers_add(struct gt_numbers *numbers, uint32_t number, struct gt_arena *arena)
{
    uint32_t at = find_number(numbers, number);
    if (at < numbers->n && numbers->item[at] == number)
        return;
    /* room is the next power of two, so that it need not be kept */
    if ((numbers->n & (numbers->n - 1)) == 0) {
        uint32_t *item =
            gt_arena_array(arena, numbers->n ? (size_t)numbers->n * 2 : 1, sizeof *item);
        if (numbers->n)
            memcpy(item, numbers->item, numbers->n * sizeof *item);
        numbers->item = item;
    }
    memmove(numbers->item + at + 1, numbers->item + at, (numbers->n - at) * sizeof *numbers->item);
    numbers->item[at] = number;
    numbers->n++;
}

static const char *copy(struct gt_graph *graph, const char *text)
{
    return text ? gt_arena_text(&graph->arena, text, strlen(text)) : NULL;
}

/* Copies into the arena every text and list that a record's properties point at. */
static void own_properties(struct gt_graph *graph, enum gt_owner owner, void *record)
{
    size_t n;
    const struct gt_property *rows = gt_properties(owner, &n);
    for (size_t i = 0; i < n; i++) {
        void *field = (char *)record + rows[i].offset;
        switch (rows[i].kind) {
        case GT_KIND_SLUG:
        case GT_KIND_TEXT:
        case GT_KIND_LABEL:
        case GT_KIND_DATE:
        case GT_KIND_HASH: {
            const char **text = field;
            *text = copy(graph, *text);
            break;
        }
        case GT_KIND_TEXTS: {
            struct gt_texts *texts = field, old = *texts;
            *texts = (struct gt_texts){0};
            for (uint32_t k = 0; k < old.n; k++)
                gt_texts_add(texts, copy(graph, old.item[k]), &graph->arena);
            break;
        }
        case GT_KIND_DOCUMENTS: {
            struct gt_numbers *numbers = field, old = *numbers;
            *numbers = (struct gt_numbers){0};
            for (uint32_t k = 0; k < old.n; k++)
                gt_numbers_add(numbers, old.item[k], &graph->arena);
            break;
        }
        case GT_KIND_COUNT:
        case GT_KIND_NUMBER:
        case GT_KIND_NODE_TYPE:
        case GT_KIND_EDGE_TYPE:
        case GT_KIND_STATUS:
        case GT_KIND_LEVEL:
        case GT_KIND_DISTRICT:
        case GT_KIND_DISTRICTS:
        case GT_KIND_AMOUNT:
        case GT_KIND_NODE:
        case GT_KIND_SPAN:
        case GT_PROPERTY_KINDS:
            break; /* plain values */
        }
    }
}

uint32_t gt_graph_put_document(struct gt_graph *graph, const struct gt_document *document,
                               struct gt_faults *faults)
{
    uint32_t number = gt_graph_document(graph, document->id);
    if (number != GT_NONE) {
        const struct gt_document *old = &graph->documents[number];
        if (strcmp(old->sha256, document->sha256) != 0 || old->length != document->length ||
            old->district != document->district || strcmp(old->date, document->date) != 0)
            gt_fault_add(faults, document->place,
                         "document \"%s\" differs from the one of that id at %s",
                         "文件“%s”与 %s 处同标识的文件不一致", document->id, old->place);
        return number;
    }
    number = graph->n_documents;
    graph->documents =
        gt_xgrow(graph->documents, number, &graph->room_documents, sizeof *graph->documents);
    struct gt_document *kept = &graph->documents[graph->n_documents++];
    *kept = *document;
    own_properties(graph, GT_OWNER_DOCUMENT, kept);
    kept->place = copy(graph, document->place);
    gt_strmap_put(&graph->document_by_id, kept->id, number);
    return number;
}

/* The fullest name wins; the other becomes an alias. A name that is an alias too is no alias. */
static void merge_names(struct gt_graph *graph, struct gt_node *old, const struct gt_node *new)
{
    if (strcmp(old->name, new->name) != 0) {
        const char *other = copy(graph, new->name);
        if (gt_utf8_count(new->name) > gt_utf8_count(old->name)) {
            const char *shorter = old->name;
            old->name = other;
            other = shorter;
        }
        gt_texts_add(&old->aliases, other, &graph->arena);
    }
    for (uint32_t i = 0; i < new->aliases.n; i++)
        if (!gt_texts_have(&old->aliases, new->aliases.item[i]))
            gt_texts_add(&old->aliases, copy(graph, new->aliases.item[i]), &graph->arena);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < old->aliases.n; i++)
        if (strcmp(old->aliases.item[i], old->name) != 0)
            old->aliases.item[kept++] = old->aliases.item[i];
    old->aliases.n = kept;
}

static void merge_node(struct gt_graph *graph, struct gt_node *old, const struct gt_node *new)
{
    merge_names(graph, old, new);
    for (uint32_t i = 0; i < new->mentions.n; i++)
        if (!gt_texts_have(&old->mentions, new->mentions.item[i]))
            gt_texts_add(&old->mentions, copy(graph, new->mentions.item[i]), &graph->arena);
    for (uint32_t i = 0; i < new->documents.n; i++)
        gt_numbers_add(&old->documents, new->documents.item[i], &graph->arena);
    old->districts |= new->districts;
    if (!old->label)
        old->label = copy(graph, new->label);
    if (!old->name_en)
        old->name_en = copy(graph, new->name_en);
    if (old->level == GT_LEVEL_NONE)
        old->level = new->level;
    if (!old->size.present)
        old->size = new->size;
}

uint32_t gt_graph_put_node(struct gt_graph *graph, const struct gt_node *node,
                           struct gt_faults *faults)
{
    uint32_t number = gt_graph_node(graph, node->id);
    if (number != GT_NONE) {
        struct gt_node *old = &graph->nodes[number];
        if (old->type != node->type)
            gt_fault_add(faults, node->place, "\"%s\" is of type %s here but %s at %s",
                         "“%s”在此处的类型是 %s，在别处是 %s：%s", node->id,
                         gt_node_types[node->type].name, gt_node_types[old->type].name, old->place);
        else
            merge_node(graph, old, node);
        return number;
    }
    number = graph->n_nodes;
    graph->nodes = gt_xgrow(graph->nodes, number, &graph->room_nodes, sizeof *graph->nodes);
    struct gt_node *kept = &graph->nodes[graph->n_nodes++];
    *kept = *node;
    own_properties(graph, GT_OWNER_NODE, kept);
    kept->place = copy(graph, node->place);
    gt_strmap_put(&graph->node_by_id, kept->id, number);
    return number;
}

static uint32_t put_edge(struct gt_graph *graph, uint32_t source, enum gt_edge_type type,
                         uint32_t target)
{
    uint32_t a = source, b = target;
    if (gt_edge_types[type].mutual && a > b) {
        a = target;
        b = source;
    }
    struct gt_arena scratch = {0};
    const char *key = gt_arena_format(&scratch, "%u %d %u", a, (int)type, b);
    uint32_t number = gt_strmap_get(&graph->edge_by_key, key);
    if (number == GT_NONE) {
        number = graph->n_edges;
        graph->edges = gt_xgrow(graph->edges, number, &graph->room_edges, sizeof *graph->edges);
        graph->edges[graph->n_edges++] =
            (struct gt_edge){.source = source, .type = type, .target = target};
        gt_strmap_put(&graph->edge_by_key, copy(graph, key), number);
    }
    gt_arena_fini(&scratch);
    return number;
}

uint32_t gt_graph_put_statement(struct gt_graph *graph, uint32_t source, enum gt_edge_type type,
                                uint32_t target, const struct gt_statement *statement)
{
    uint32_t edge = put_edge(graph, source, type, target);
    graph->statements = gt_xgrow(graph->statements, graph->n_statements, &graph->room_statements,
                                 sizeof *graph->statements);
    struct gt_statement *kept = &graph->statements[graph->n_statements++];
    *kept = *statement;
    kept->edge = edge;
    own_properties(graph, GT_OWNER_STATEMENT, kept);
    kept->place = copy(graph, statement->place);
    return edge;
}

/* --- finishing ---------------------------------------------------------------------------------
 */

/* The sort sees documents through this: qsort's comparison has no context of its own. */
struct ordered {
    struct gt_statement statement;
    const char *date, *document; /* of the document */
    uint32_t put;                /* order of arrival, to keep the sort stable */
};

static int compare_numbers(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

static int compare_texts(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) : (a != NULL) - (b != NULL);
}

static int compare_amounts(const struct gt_amount *a, const struct gt_amount *b)
{
    if (!a->present || !b->present)
        return a->present - b->present;
    int order = compare_numbers(a->kind, b->kind);
    if (order == 0)
        order = (a->value > b->value) - (a->value < b->value);
    return order ? order : a->joint - b->joint;
}

/* By edge; newest document first; then place in the text; what else they say only brings equal ones
 * together. 0 means that one of them can go. */
static int compare_content(const struct ordered *x, const struct ordered *y)
{
    int order = compare_numbers(x->statement.edge, y->statement.edge);
    if (order == 0)
        order = strcmp(y->date, x->date);
    if (order == 0)
        order = strcmp(x->document, y->document);
    if (order == 0)
        order = compare_numbers(x->statement.evidence.start, y->statement.evidence.start);
    if (order == 0)
        order = compare_numbers(x->statement.evidence.end, y->statement.evidence.end);
    if (order == 0)
        order = compare_numbers(x->statement.status, y->statement.status);
    if (order == 0)
        order = compare_texts(x->statement.date, y->statement.date);
    if (order == 0)
        order = compare_texts(x->statement.role, y->statement.role);
    return order ? order : compare_amounts(&x->statement.amount, &y->statement.amount);
}

static int compare_statements(const void *a, const void *b)
{
    const struct ordered *x = a, *y = b;
    int order = compare_content(x, y);
    return order ? order : compare_numbers(x->put, y->put);
}

static void order_statements(struct gt_graph *graph)
{
    uint32_t n = graph->n_statements;
    struct ordered *list = gt_xcalloc(n, sizeof *list);
    for (uint32_t i = 0; i < n; i++) {
        const struct gt_statement *statement = &graph->statements[i];
        const struct gt_document *document = &graph->documents[statement->evidence.document];
        list[i] = (struct ordered){*statement, document->date, document->id, i};
    }
    qsort(list, n, sizeof *list, compare_statements);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < n; i++)
        if (i == 0 || compare_content(&list[i - 1], &list[i]) != 0)
            graph->statements[kept++] = list[i].statement;
    graph->n_statements = kept;
    free(list);
}

/* Divides each joint sum among the statements that share it: of one document, kind and value. */
static void share_amounts(struct gt_graph *graph)
{
    struct gt_strmap sharing = {0};
    struct gt_arena scratch = {0};
    const char **key = gt_xcalloc(graph->n_statements, sizeof *key);
    for (uint32_t i = 0; i < graph->n_statements; i++) {
        struct gt_statement *this = &graph->statements[i];
        this->share = this->amount.present ? this->amount.value : 0;
        if (!this->amount.present || !this->amount.joint)
            continue;
        key[i] = gt_arena_format(&scratch, "%u %d %a", this->evidence.document,
                                 (int)this->amount.kind, this->amount.value);
        uint32_t so_far = gt_strmap_get(&sharing, key[i]);
        gt_strmap_put(&sharing, key[i], so_far == GT_NONE ? 1 : so_far + 1);
    }
    for (uint32_t i = 0; i < graph->n_statements; i++)
        if (key[i])
            graph->statements[i].share /= gt_strmap_get(&sharing, key[i]);
    free(key);
    gt_arena_fini(&scratch);
    gt_strmap_fini(&sharing);
}

void gt_graph_finish(struct gt_graph *graph)
{
    if (graph->n_statements)
        order_statements(graph);
    share_amounts(graph);
    for (uint32_t i = 0; i < graph->n_edges; i++)
        graph->edges[i].n = 0;
    for (uint32_t i = 0; i < graph->n_statements; i++) {
        struct gt_edge *edge = &graph->edges[graph->statements[i].edge];
        if (edge->n++ == 0) {
            edge->first = i;
            edge->status = graph->statements[i].status;
        }
    }
}

/* --- columns and readings ----------------------------------------------------------------------
 */

double *gt_graph_add_column(struct gt_graph *graph, const char *name)
{
    uint32_t i = 0;
    while (i < graph->n_columns && strcmp(graph->columns[i].name, name) != 0)
        i++;
    if (i == graph->n_columns) {
        graph->columns = gt_xgrow(graph->columns, graph->n_columns, &graph->room_columns,
                                  sizeof *graph->columns);
        graph->columns[graph->n_columns++] = (struct gt_column){
            .name = copy(graph, name), .value = gt_xcalloc(graph->n_nodes, sizeof(double))};
    }
    for (uint32_t k = 0; k < graph->n_nodes; k++)
        graph->columns[i].value[k] = NAN;
    return graph->columns[i].value;
}

const double *gt_graph_column(const struct gt_graph *graph, const char *name)
{
    for (uint32_t i = 0; i < graph->n_columns; i++)
        if (strcmp(graph->columns[i].name, name) == 0)
            return graph->columns[i].value;
    return NULL;
}

const char *gt_node_label(const struct gt_node *node, enum gt_lang lang)
{
    if (lang == GT_EN && node->name_en)
        return node->name_en;
    return node->label ? node->label : node->name;
}

double gt_statement_share(const struct gt_graph *graph, uint32_t statement)
{
    return graph->statements[statement].share;
}

const char *gt_statement_date(const struct gt_graph *graph, uint32_t statement)
{
    const struct gt_statement *this = &graph->statements[statement];
    return this->date ? this->date : graph->documents[this->evidence.document].date;
}
