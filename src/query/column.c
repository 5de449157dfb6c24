/* column.c: the columns of the SQL tables: what a row says, as SQL values.
 *
 * A property makes one column of its name, but a sum makes three (amount, amount_kind,
 * amount_joint) and evidence three (document, start, end). Lists are JSON arrays, for json_each().
 */
#include "query/row.h"

#include "base/json_writer.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

const char *const gt_sql_table_names[GT_SQL_TABLES] = {
#define TABLE(name, ...) [GT_SQL_##name] = #name,
#include "query/table.def"
#undef TABLE
};

/* --- results -----------------------------------------------------------------------------------
 */

/* Texts of the graph outlive every statement. */
static void give_text(sqlite3_context *result, const char *text)
{
    sqlite3_result_text(result, text, -1, SQLITE_STATIC); /* null is NULL */
}

static void give_flag(sqlite3_context *result, bool flag)
{
    sqlite3_result_int(result, flag);
}

static void give_districts(sqlite3_context *result, gt_districts districts)
{
    struct gt_buffer text = {0};
    for (int d = 0; d < GT_DISTRICTS; d++)
        if (districts >> d & 1)
            gt_buffer_format(&text, "%s%s", text.n ? "," : "", gt_district_words[d].name);
    if (text.n)
        sqlite3_result_text(result, text.bytes, (int)text.n, SQLITE_TRANSIENT);
    gt_buffer_fini(&text);
}

/* --- derived columns ---------------------------------------------------------------------------
 */

#define DERIVE(table, name)                                                                        \
    static void derive_##table##_##name(struct gt_query *query, const struct gt_sql_row *row,      \
                                        sqlite3_context *result)

#define NODE     (&query->graph->nodes[row->node])
#define EDGE     (&query->graph->edges[row->edge])
#define DISCARDS ((void)query, (void)row)

DERIVE(node, title)
{
    give_text(result, gt_node_label(NODE, query->settings.lang));
}

DERIVE(node, district)
{
    give_districts(result, NODE->districts | gt_index_evidence(&query->index)[row->node]);
}

DERIVE(node, ties)
{
    const struct gt_groups *out = gt_index_by_source(&query->index);
    const struct gt_groups *in = gt_index_by_target(&query->index);
    uint32_t n = out->offset[row->node + 1] - out->offset[row->node] + in->offset[row->node + 1] -
                 in->offset[row->node];
    for (uint32_t i = out->offset[row->node]; i < out->offset[row->node + 1]; i++)
        n -= query->graph->edges[out->item[i]].target == row->node; /* a loop is one tie */
    sqlite3_result_int64(result, n);
}

DERIVE(alias, node)
{
    give_text(result, NODE->id);
}

enum { PART_NAME, PART_LABEL, PART_NAME_EN, PART_LISTS };

DERIVE(alias, name)
{
    const struct gt_node *node = NODE;
    const char *const single[PART_LISTS] = {node->name, node->label, node->name_en};
    uint32_t at = row->part;
    if (at < PART_LISTS)
        give_text(result, single[at]);
    else if (at - PART_LISTS < node->aliases.n)
        give_text(result, node->aliases.item[at - PART_LISTS]);
    else
        give_text(result, node->mentions.item[at - PART_LISTS - node->aliases.n]);
}

DERIVE(alias, kind)
{
    static const char *const single[PART_LISTS] = {"name", "label", "name_en"};
    if (row->part < PART_LISTS)
        give_text(result, single[row->part]);
    else
        give_text(result, row->part - PART_LISTS < NODE->aliases.n ? "alias" : "mention");
}

DERIVE(node_district, node)
{
    give_text(result, NODE->id);
}

DERIVE(node_district, district)
{
    DISCARDS;
    give_text(result, gt_district_words[row->part].name);
}

DERIVE(node_district, attribute)
{
    give_flag(result, NODE->districts >> row->part & 1);
}

DERIVE(node_district, evidence)
{
    give_flag(result, gt_index_evidence(&query->index)[row->node] >> row->part & 1);
}

DERIVE(edge, id)
{
    DISCARDS;
    sqlite3_result_int64(result, row->edge);
}

DERIVE(edge, status)
{
    give_text(result, gt_statuses[EDGE->status].name);
}

DERIVE(edge, family)
{
    give_text(result, gt_edge_families[gt_edge_types[EDGE->type].family].name);
}

DERIVE(edge, mutual)
{
    give_flag(result, gt_edge_types[EDGE->type].mutual);
}

DERIVE(edge, statements)
{
    sqlite3_result_int64(result, EDGE->n);
}

/* The earliest (sign < 0) or latest date that any statement of the edge is for. */
static void give_date(struct gt_query *query, const struct gt_sql_row *row, sqlite3_context *result,
                      int sign)
{
    const struct gt_edge *edge = EDGE;
    const char *best = NULL;
    for (uint32_t i = edge->first; i < edge->first + edge->n; i++) {
        const char *date = gt_statement_date(query->graph, i);
        if (!best || strcmp(date, best) * sign > 0)
            best = date;
    }
    give_text(result, best);
}

DERIVE(edge, since)
{
    give_date(query, row, result, -1);
}

DERIVE(edge, until)
{
    give_date(query, row, result, 1);
}

DERIVE(edge, amount)
{
    const double *share = gt_index_share(&query->index);
    const struct gt_edge *edge = EDGE;
    bool any = false;
    double sum = 0;
    for (uint32_t i = edge->first; i < edge->first + edge->n; i++) {
        any = any || query->graph->statements[i].amount.present;
        sum += share[i];
    }
    if (any)
        sqlite3_result_double(result, sum);
}

DERIVE(tie, node)
{
    give_text(result, NODE->id);
}

DERIVE(tie, other)
{
    const struct gt_edge *edge = EDGE;
    give_text(result, query->graph->nodes[row->part ? edge->source : edge->target].id);
}

/* A tie from a node to itself is one row, which leads both ways. */
static bool leads(const struct gt_edge *edge, bool forward)
{
    return forward || gt_edge_types[edge->type].mutual || edge->source == edge->target;
}

DERIVE(tie, outgoing)
{
    give_flag(result, leads(EDGE, row->part == 0));
}

DERIVE(tie, incoming)
{
    give_flag(result, leads(EDGE, row->part == 1));
}

#define derive_tie_id         derive_edge_id
#define derive_tie_status     derive_edge_status
#define derive_tie_family     derive_edge_family
#define derive_tie_mutual     derive_edge_mutual
#define derive_tie_statements derive_edge_statements
#define derive_tie_since      derive_edge_since
#define derive_tie_until      derive_edge_until
#define derive_tie_amount     derive_edge_amount

DERIVE(statement, id)
{
    DISCARDS;
    sqlite3_result_int64(result, row->statement);
}

DERIVE(statement, edge)
{
    DISCARDS;
    sqlite3_result_int64(result, row->edge);
}

DERIVE(statement, stated)
{
    give_text(result, gt_statement_date(query->graph, row->statement));
}

DERIVE(statement, share)
{
    if (query->graph->statements[row->statement].amount.present)
        sqlite3_result_double(result, gt_index_share(&query->index)[row->statement]);
}

static const struct {
    enum gt_sql_table table;
    struct gt_sql_column column;
} derived[] = {
#define COLUMN(table_, name_, type_, key_, en, zh)                                                 \
    {GT_SQL_##table_,                                                                              \
     {.name = #name_,                                                                              \
      .type = #type_,                                                                              \
      .key = GT_KEY_##key_,                                                                        \
      .title = GT_TEXT(en, zh),                                                                    \
      .derive = derive_##table_##_##name_}},
#include "query/column.def"
#undef COLUMN
};

/* --- columns of properties ---------------------------------------------------------------------
 */

enum { PART_VALUE, PART_KIND, PART_JOINT };   /* of an amount */
enum { PART_DOCUMENT, PART_START, PART_END }; /* of a span */

static void add_column(struct gt_sql_columns *columns, struct gt_sql_column column)
{
    columns->item = gt_xgrow(columns->item, columns->n, &columns->room, sizeof *columns->item);
    columns->item[columns->n++] = column;
}

/* Which index a property's column is looked up by. */
static enum gt_key key_of(enum gt_owner owner, const struct gt_property *property)
{
    bool is_id = strcmp(property->name, "id") == 0;
    switch (property->kind) {
    case GT_KIND_SLUG:
        return !is_id ? GT_KEY_NONE : owner == GT_OWNER_NODE ? GT_KEY_NODE : GT_KEY_DOCUMENT;
    case GT_KIND_NODE_TYPE:
        return GT_KEY_NODE_TYPE;
    case GT_KIND_EDGE_TYPE:
        return GT_KEY_EDGE_TYPE;
    case GT_KIND_NODE:
        return strcmp(property->name, "source") == 0 ? GT_KEY_SOURCE : GT_KEY_TARGET;
    case GT_KIND_STATUS: /* of a statement: its own, not the edge's */
    case GT_KIND_TEXT:
    case GT_KIND_LABEL:
    case GT_KIND_TEXTS:
    case GT_KIND_DATE:
    case GT_KIND_HASH:
    case GT_KIND_COUNT:
    case GT_KIND_NUMBER:
    case GT_KIND_LEVEL:
    case GT_KIND_DISTRICT:
    case GT_KIND_DISTRICTS:
    case GT_KIND_DOCUMENTS:
    case GT_KIND_AMOUNT:
    case GT_KIND_SPAN:
    case GT_PROPERTY_KINDS:
        break;
    }
    return GT_KEY_NONE;
}

static void add_property(struct gt_query *query, struct gt_sql_columns *columns,
                         enum gt_owner owner, const struct gt_property *property)
{
    struct gt_sql_column column = {.name = property->name,
                                   .type = "TEXT",
                                   .title = property->title,
                                   .key = key_of(owner, property),
                                   .owner = owner,
                                   .property = property};
    if (property->kind == GT_KIND_COUNT)
        column.type = "INTEGER";
    if (property->kind == GT_KIND_NUMBER)
        column.type = "REAL";
    if (property->kind == GT_KIND_SPAN) {
        static const char *const names[] = {"document", "start", "end"};
        for (column.part = PART_DOCUMENT; column.part <= PART_END; column.part++) {
            column.name = names[column.part];
            column.type = column.part == PART_DOCUMENT ? "TEXT" : "INTEGER";
            column.key = column.part == PART_DOCUMENT ? GT_KEY_DOCUMENT : GT_KEY_NONE;
            add_column(columns, column);
        }
        return;
    }
    if (property->kind == GT_KIND_AMOUNT)
        column.type = "REAL";
    add_column(columns, column);
    if (property->kind != GT_KIND_AMOUNT)
        return;
    column.name = gt_arena_format(&query->arena, "%s_kind", property->name);
    column.type = "TEXT";
    column.part = PART_KIND;
    add_column(columns, column);
    column.name = gt_arena_format(&query->arena, "%s_joint", property->name);
    column.type = "INTEGER";
    column.part = PART_JOINT;
    add_column(columns, column);
}

static void add_properties(struct gt_query *query, enum gt_sql_table table, enum gt_owner owner)
{
    size_t n;
    const struct gt_property *rows = gt_properties(owner, &n);
    for (size_t i = 0; i < n; i++)
        add_property(query, &query->columns[table], owner, &rows[i]);
}

static void add_derived(struct gt_query *query, enum gt_sql_table table)
{
    for (size_t i = 0; i < sizeof derived / sizeof *derived; i++)
        if (derived[i].table == table)
            add_column(&query->columns[table], derived[i].column);
}

void gt_sql_columns_make(struct gt_query *query)
{
    add_properties(query, GT_SQL_node, GT_OWNER_NODE);
    add_derived(query, GT_SQL_node);
    add_derived(query, GT_SQL_alias);
    add_derived(query, GT_SQL_node_district);
    add_properties(query, GT_SQL_edge, GT_OWNER_EDGE);
    add_derived(query, GT_SQL_edge);
    add_properties(query, GT_SQL_tie, GT_OWNER_EDGE);
    add_derived(query, GT_SQL_tie);
    add_properties(query, GT_SQL_statement, GT_OWNER_EDGE);
    add_properties(query, GT_SQL_statement, GT_OWNER_STATEMENT);
    add_derived(query, GT_SQL_statement);
    add_properties(query, GT_SQL_document, GT_OWNER_DOCUMENT);
}

/* --- values of properties ----------------------------------------------------------------------
 */

static const void *record_of(const struct gt_graph *graph, enum gt_owner owner,
                             const struct gt_sql_row *row)
{
    switch (owner) {
    case GT_OWNER_DOCUMENT:
        return &graph->documents[row->document];
    case GT_OWNER_NODE:
        return &graph->nodes[row->node];
    case GT_OWNER_EDGE:
        return &graph->edges[row->edge];
    case GT_OWNER_STATEMENT:
        return &graph->statements[row->statement];
    case GT_OWNERS:
        break;
    }
    return NULL;
}

static void give_list(sqlite3_context *result, const char *const *item, uint32_t n)
{
    struct gt_buffer text = {0};
    struct gt_json json = GT_JSON(&text, 0);
    if (!n)
        return;
    gt_json_array_begin(&json);
    for (uint32_t i = 0; i < n; i++)
        gt_json_text(&json, item[i]);
    gt_json_array_end(&json);
    sqlite3_result_text(result, text.bytes, (int)text.n, SQLITE_TRANSIENT);
    gt_buffer_fini(&text);
}

static void give_documents(const struct gt_graph *graph, sqlite3_context *result,
                           const struct gt_numbers *documents)
{
    const char **id = gt_xcalloc((size_t)documents->n + 1, sizeof *id);
    for (uint32_t i = 0; i < documents->n; i++)
        id[i] = graph->documents[documents->item[i]].id;
    give_list(result, id, documents->n);
    free(id);
}

static void give_district_list(sqlite3_context *result, gt_districts districts)
{
    const char *name[GT_DISTRICTS];
    uint32_t n = 0;
    for (int d = 0; d < GT_DISTRICTS; d++)
        if (districts >> d & 1)
            name[n++] = gt_district_words[d].name;
    give_list(result, name, n);
}

static void give_amount(sqlite3_context *result, const struct gt_amount *amount, int part)
{
    if (!amount->present)
        return;
    if (part == PART_VALUE)
        sqlite3_result_double(result, amount->value);
    else if (part == PART_KIND)
        give_text(result, gt_amount_kinds[amount->kind].name);
    else
        give_flag(result, amount->joint);
}

static void give_span(const struct gt_graph *graph, sqlite3_context *result,
                      const struct gt_span *span, int part)
{
    if (part == PART_DOCUMENT)
        give_text(result, graph->documents[span->document].id);
    else
        sqlite3_result_int64(result, part == PART_START ? span->start : span->end);
}

static void give_property(struct gt_query *query, const struct gt_sql_column *column,
                          const void *field, sqlite3_context *result)
{
    const struct gt_graph *graph = query->graph;
    switch (column->property->kind) {
    case GT_KIND_SLUG:
    case GT_KIND_TEXT:
    case GT_KIND_LABEL:
    case GT_KIND_DATE:
    case GT_KIND_HASH:
        give_text(result, *(const char *const *)field);
        return;
    case GT_KIND_TEXTS: {
        const struct gt_texts *texts = field;
        give_list(result, texts->item, texts->n);
        return;
    }
    case GT_KIND_COUNT:
        sqlite3_result_int64(result, *(const uint32_t *)field);
        return;
    case GT_KIND_NUMBER:
        sqlite3_result_double(result, *(const double *)field); /* NAN becomes NULL */
        return;
    case GT_KIND_NODE_TYPE:
        give_text(result, gt_node_types[*(const enum gt_node_type *)field].name);
        return;
    case GT_KIND_EDGE_TYPE:
        give_text(result, gt_edge_types[*(const enum gt_edge_type *)field].name);
        return;
    case GT_KIND_STATUS:
        give_text(result, gt_statuses[*(const enum gt_edge_status *)field].name);
        return;
    case GT_KIND_LEVEL:
        give_text(result, gt_levels[*(const enum gt_level *)field].name);
        return;
    case GT_KIND_DISTRICT:
        give_text(result, gt_district_words[*(const enum gt_district *)field].name);
        return;
    case GT_KIND_DISTRICTS:
        give_district_list(result, *(const gt_districts *)field);
        return;
    case GT_KIND_DOCUMENTS:
        give_documents(graph, result, field);
        return;
    case GT_KIND_AMOUNT:
        give_amount(result, field, column->part);
        return;
    case GT_KIND_NODE:
        give_text(result, graph->nodes[*(const uint32_t *)field].id);
        return;
    case GT_KIND_SPAN:
        give_span(graph, result, field, column->part);
        return;
    case GT_PROPERTY_KINDS:
        break;
    }
}

void gt_sql_column_value(struct gt_query *query, const struct gt_sql_column *column,
                         const struct gt_sql_row *row, sqlite3_context *result)
{
    if (column->derive) {
        column->derive(query, row, result);
        return;
    }
    const char *record = record_of(query->graph, column->owner, row);
    give_property(query, column, record + column->property->offset, result);
}
