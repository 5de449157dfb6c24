/* table.c: the SQL tables as SQLite's virtual tables on the live graph.
 *
 * How it works: a scan walks one or two segments: a list of records from an index, or all of them;
 * a record makes one or more rows (its parts). xBestIndex offers every "column = value" whose
 * column has a key; xFilter walks the shortest segment that the given keys allow and leaves out
 * rows that the other keys do not fit. SQLite checks all of it again, so a key may only ever save
 * work. */
#include "query/row.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

struct sql_table {
    sqlite3_vtab base;
    struct gt_query *query;
    enum gt_sql_table table;
};

/* Records list[0 .. n), or 0 .. n without a list; of each the parts first_part .. last_part. */
struct segment {
    const uint32_t *list;
    uint32_t n, first_part, last_part;
};

enum { SEGMENTS = 2, ALL_PARTS = UINT32_MAX - 1 };

/* What a segment counts for statements: edges, whose statements are its parts, or statements. */
enum unit { UNIT_RECORD, UNIT_EDGE };

struct cursor {
    sqlite3_vtab_cursor base;
    enum unit unit;
    struct segment segment[SEGMENTS];
    uint32_t n_segments, at_segment, at, part;
    uint32_t keys; /* bits of the given ones */
    uint32_t key[GT_KEYS];
    uint32_t single; /* a list of one */
    struct gt_sql_row row;
    bool done;
};

static uint32_t n_records(const struct gt_graph *graph, enum gt_sql_table table)
{
    switch (table) {
    case GT_SQL_node:
    case GT_SQL_alias:
    case GT_SQL_node_district:
        return graph->n_nodes;
    case GT_SQL_edge:
    case GT_SQL_tie:
        return graph->n_edges;
    case GT_SQL_statement:
        return graph->n_statements;
    case GT_SQL_document:
        return graph->n_documents;
    case GT_SQL_TABLES:
        break;
    }
    return 0;
}

/* --- connecting --------------------------------------------------------------------------------
 */

static int connect_table(sqlite3 *db, void *aux, int argc, const char *const *argv,
                         sqlite3_vtab **out, char **message)
{
    (void)argc;
    (void)message;
    struct gt_query *query = aux;
    enum gt_sql_table table = 0;
    while (strcmp(gt_sql_table_names[table], argv[0]) != 0)
        table++;
    struct gt_buffer sql = {0};
    const struct gt_sql_columns *columns = &query->columns[table];
    for (size_t i = 0; i < columns->n; i++)
        gt_buffer_format(&sql, "%s\"%s\" %s", i ? ", " : "CREATE TABLE t(", columns->item[i].name,
                         columns->item[i].type);
    gt_buffer_text(&sql, ")");
    int code = sqlite3_declare_vtab(db, sql.bytes);
    gt_buffer_fini(&sql);
    if (code != SQLITE_OK)
        return code;
    sqlite3_vtab_config(db, SQLITE_VTAB_INNOCUOUS);
    struct sql_table *this = gt_xcalloc(1, sizeof *this);
    *this = (struct sql_table){.query = query, .table = table};
    *out = &this->base;
    return SQLITE_OK;
}

static int disconnect_table(sqlite3_vtab *table)
{
    free(table);
    return SQLITE_OK;
}

static int open_cursor(sqlite3_vtab *table, sqlite3_vtab_cursor **out)
{
    (void)table;
    struct cursor *cursor = gt_xcalloc(1, sizeof *cursor);
    *out = &cursor->base;
    return SQLITE_OK;
}

static int close_cursor(sqlite3_vtab_cursor *cursor)
{
    free(cursor);
    return SQLITE_OK;
}

/* --- planning ----------------------------------------------------------------------------------
 */

static const char *const key_names[GT_KEYS] = {
    [GT_KEY_STATEMENT] = "statement", [GT_KEY_EDGE] = "edge",         [GT_KEY_NODE] = "node",
    [GT_KEY_OTHER] = "other",         [GT_KEY_SOURCE] = "source",     [GT_KEY_TARGET] = "target",
    [GT_KEY_DOCUMENT] = "document",   [GT_KEY_NODE_TYPE] = "type",    [GT_KEY_EDGE_TYPE] = "type",
    [GT_KEY_STATUS] = "status",       [GT_KEY_DISTRICT] = "district",
};

#define KEY(name) (1u << GT_KEY_##name)

static double per(double n, uint32_t groups)
{
    return n / (groups ? groups : 1) + 1;
}

/* How many rows a scan by keys is likely to give. */
static double expected_rows(const struct gt_graph *graph, enum gt_sql_table table, uint32_t keys)
{
    double n = n_records(graph, table);
    if (table == GT_SQL_tie)
        n *= 2;
    if (table == GT_SQL_alias)
        n *= 5; /* name, label, English name, and some */
    if (keys & (KEY(STATEMENT) | KEY(EDGE)))
        return table == GT_SQL_statement && !(keys & KEY(STATEMENT)) ? 2 : 1;
    if (keys & (KEY(NODE) | KEY(OTHER) | KEY(SOURCE) | KEY(TARGET)))
        n = per(n, graph->n_nodes);
    else if (keys & KEY(DOCUMENT))
        n = per(n, graph->n_documents);
    uint32_t ends = keys & (KEY(NODE) | KEY(OTHER) | KEY(SOURCE) | KEY(TARGET));
    if (ends & (ends - 1)) /* both ends */
        n = 1;
    if (keys & KEY(NODE_TYPE))
        n = per(n, 4);
    if (keys & KEY(EDGE_TYPE))
        n = per(n, 6);
    if (keys & KEY(STATUS))
        n = per(n, 2);
    return keys & KEY(DISTRICT) ? per(n, 2) : n;
}

/* Rows that a scan by keys has to look at. */
static double expected_cost(const struct gt_graph *graph, enum gt_sql_table table, uint32_t keys)
{
    uint32_t scanned = keys & ~(KEY(STATUS) | KEY(DISTRICT));
    return 4 + expected_rows(graph, table, scanned);
}

static void name_plan(sqlite3_index_info *info, uint32_t keys)
{
    struct gt_buffer text = {0};
    for (int k = 0; k < GT_KEYS; k++)
        if (keys >> k & 1)
            gt_buffer_format(&text, "%s%s", text.n ? ", " : "by ", key_names[k]);
    info->idxStr = sqlite3_mprintf("%s", text.n ? text.bytes : "all");
    info->needToFreeIdxStr = 1;
    gt_buffer_fini(&text);
}

enum { SORTED = 1 << 30 }; /* of idxNum: all rows, by the names of their types */

/* True when SQLite wants rows sorted, or grouped, by type and nothing else. */
static bool is_by_type(const struct sql_table *this, const sqlite3_index_info *info)
{
    bool has_index = this->table == GT_SQL_node || this->table == GT_SQL_edge;
    if (!has_index || info->nOrderBy != 1 || info->aOrderBy[0].desc ||
        info->aOrderBy[0].iColumn < 0)
        return false;
    enum gt_key key = this->query->columns[this->table].item[info->aOrderBy[0].iColumn].key;
    return key == GT_KEY_NODE_TYPE || key == GT_KEY_EDGE_TYPE;
}

static bool is_unique(enum gt_sql_table table, uint32_t keys)
{
    switch (table) {
    case GT_SQL_node:
        return keys & KEY(NODE);
    case GT_SQL_node_district:
        return (keys & KEY(NODE)) && (keys & KEY(DISTRICT));
    case GT_SQL_edge:
        return keys & KEY(EDGE);
    case GT_SQL_statement:
        return keys & KEY(STATEMENT);
    case GT_SQL_document:
        return keys & KEY(DOCUMENT);
    case GT_SQL_alias:
    case GT_SQL_tie:
    case GT_SQL_TABLES:
        break;
    }
    return false;
}

static int best_index(sqlite3_vtab *vtab, sqlite3_index_info *info)
{
    const struct sql_table *this = (const struct sql_table *)vtab;
    const struct gt_sql_columns *columns = &this->query->columns[this->table];
    int argument[GT_KEYS] = {0};
    uint32_t keys = 0;
    for (int i = 0; i < info->nConstraint; i++) {
        const struct sqlite3_index_constraint *constraint = &info->aConstraint[i];
        if (!constraint->usable || constraint->op != SQLITE_INDEX_CONSTRAINT_EQ ||
            constraint->iColumn < 0)
            continue;
        enum gt_key key = columns->item[constraint->iColumn].key;
        if (key == GT_KEY_NONE || keys >> key & 1 ||
            strcmp(sqlite3_vtab_collation(info, i), "BINARY") != 0)
            continue;
        keys |= 1u << key;
        argument[key] = i;
    }
    for (int k = 0, n = 0; k < GT_KEYS; k++)
        if (keys >> k & 1)
            info->aConstraintUsage[argument[k]].argvIndex = ++n;
    const struct gt_graph *graph = this->query->graph;
    info->orderByConsumed = !keys && is_by_type(this, info);
    info->idxNum = (int)keys | (info->orderByConsumed ? SORTED : 0);
    info->estimatedRows = (sqlite3_int64)expected_rows(graph, this->table, keys);
    info->estimatedCost = expected_cost(graph, this->table, keys);
    if (is_unique(this->table, keys))
        info->idxFlags = SQLITE_INDEX_SCAN_UNIQUE;
    name_plan(info, keys);
    return info->idxStr ? SQLITE_OK : SQLITE_NOMEM;
}

/* --- keys --------------------------------------------------------------------------------------
 */

static uint32_t word_number(enum gt_vocabulary vocabulary, const char *text)
{
    int found = gt_vocabulary_find(vocabulary, text, false);
    return found < 0 ? GT_NONE : (uint32_t)found;
}

/* The number that a value names, GT_NONE when there is nothing of that name. */
static uint32_t key_number(const struct gt_graph *graph, enum gt_key key, sqlite3_value *value)
{
    const char *text = (const char *)sqlite3_value_text(value);
    if (!text)
        return GT_NONE;
    switch (key) {
    case GT_KEY_STATEMENT:
    case GT_KEY_EDGE: {
        uint32_t most = key == GT_KEY_EDGE ? graph->n_edges : graph->n_statements;
        double number = sqlite3_value_double(value);
        return number >= 0 && number < most ? (uint32_t)number : GT_NONE;
    }
    case GT_KEY_NODE:
    case GT_KEY_OTHER:
    case GT_KEY_SOURCE:
    case GT_KEY_TARGET:
        return gt_graph_node(graph, text);
    case GT_KEY_DOCUMENT:
        return gt_graph_document(graph, text);
    case GT_KEY_NODE_TYPE:
        return word_number(GT_VOCABULARY_NODE_TYPE, text);
    case GT_KEY_EDGE_TYPE:
        return word_number(GT_VOCABULARY_EDGE_TYPE, text);
    case GT_KEY_STATUS:
        return word_number(GT_VOCABULARY_STATUS, text);
    case GT_KEY_DISTRICT:
        return word_number(GT_VOCABULARY_DISTRICT, text);
    case GT_KEY_NONE:
    case GT_KEYS:
        break;
    }
    return GT_NONE;
}

/* What a key says of a row. */
static uint32_t row_number(const struct gt_graph *graph, enum gt_sql_table table, enum gt_key key,
                           const struct gt_sql_row *row)
{
    switch (key) {
    case GT_KEY_STATEMENT:
        return row->statement;
    case GT_KEY_EDGE:
        return row->edge;
    case GT_KEY_NODE:
        return row->node;
    case GT_KEY_OTHER:
        return row->part ? graph->edges[row->edge].source : graph->edges[row->edge].target;
    case GT_KEY_SOURCE:
        return graph->edges[row->edge].source;
    case GT_KEY_TARGET:
        return graph->edges[row->edge].target;
    case GT_KEY_DOCUMENT:
        return table == GT_SQL_statement ? graph->statements[row->statement].evidence.document
                                         : row->document;
    case GT_KEY_NODE_TYPE:
        return graph->nodes[row->node].type;
    case GT_KEY_EDGE_TYPE:
        return graph->edges[row->edge].type;
    case GT_KEY_STATUS:
        return graph->edges[row->edge].status;
    case GT_KEY_DISTRICT:
        return row->part;
    case GT_KEY_NONE:
    case GT_KEYS:
        break;
    }
    return GT_NONE;
}

/* --- scanning ----------------------------------------------------------------------------------
 */

/* How many rows a record can make. */
static uint32_t n_parts(const struct gt_graph *graph, enum gt_sql_table table,
                        const struct cursor *cursor, uint32_t record)
{
    switch (table) {
    case GT_SQL_alias:
        return 3 + graph->nodes[record].aliases.n + graph->nodes[record].mentions.n;
    case GT_SQL_node_district:
        return GT_DISTRICTS;
    case GT_SQL_tie:
        return 2;
    case GT_SQL_statement:
        return cursor->unit == UNIT_EDGE ? graph->edges[record].n : 1;
    case GT_SQL_node:
    case GT_SQL_edge:
    case GT_SQL_document:
    case GT_SQL_TABLES:
        break;
    }
    return 1;
}

static void tie_row(const struct gt_graph *graph, uint32_t record, uint32_t part,
                    struct gt_sql_row *row)
{
    const struct gt_edge *edge = &graph->edges[record];
    *row = (struct gt_sql_row){
        .edge = record, .part = part, .node = part ? edge->target : edge->source};
}

/* The row of a part of a record; false when it makes none. */
static bool make_row(struct gt_query *query, enum gt_sql_table table, const struct cursor *cursor,
                     uint32_t record, struct gt_sql_row *row)
{
    const struct gt_graph *graph = query->graph;
    uint32_t part = cursor->part;
    switch (table) {
    case GT_SQL_node:
        *row = (struct gt_sql_row){.node = record};
        return true;
    case GT_SQL_alias:
        *row = (struct gt_sql_row){.node = record, .part = part};
        return !((part == 1 && !graph->nodes[record].label) ||
                 (part == 2 && !graph->nodes[record].name_en));
    case GT_SQL_node_district:
        *row = (struct gt_sql_row){.node = record, .part = part};
        return (graph->nodes[record].districts | gt_index_evidence(&query->index)[record]) >> part &
               1;
    case GT_SQL_edge:
        *row = (struct gt_sql_row){.edge = record};
        return true;
    case GT_SQL_tie: /* a loop is seen once */
        tie_row(graph, record, part, row);
        return part == 0 || graph->edges[record].source != graph->edges[record].target;
    case GT_SQL_statement:
        *row = (struct gt_sql_row){.statement = record};
        if (cursor->unit == UNIT_EDGE)
            row->statement = graph->edges[record].first + part;
        row->edge = graph->statements[row->statement].edge;
        return true;
    case GT_SQL_document:
        *row = (struct gt_sql_row){.document = record};
        return true;
    case GT_SQL_TABLES:
        break;
    }
    return false;
}

static bool row_fits(const struct gt_graph *graph, enum gt_sql_table table,
                     const struct cursor *cursor)
{
    for (int k = 0; k < GT_KEYS; k++)
        if (cursor->keys >> k & 1 &&
            row_number(graph, table, (enum gt_key)k, &cursor->row) != cursor->key[k])
            return false;
    return true;
}

/* Moves on to the next row that fits, starting with the place the cursor is at. */
static void settle(struct sql_table *this, struct cursor *cursor)
{
    const struct gt_graph *graph = this->query->graph;
    for (; cursor->at_segment < cursor->n_segments; cursor->at_segment++, cursor->at = 0) {
        const struct segment *segment = &cursor->segment[cursor->at_segment];
        for (; cursor->at < segment->n; cursor->at++, cursor->part = 0) {
            uint32_t record = segment->list ? segment->list[cursor->at] : cursor->at;
            uint32_t parts = n_parts(graph, this->table, cursor, record);
            if (cursor->part < segment->first_part)
                cursor->part = segment->first_part;
            for (; cursor->part < parts && cursor->part <= segment->last_part; cursor->part++)
                if (make_row(this->query, this->table, cursor, record, &cursor->row) &&
                    row_fits(graph, this->table, cursor))
                    return;
        }
    }
    cursor->done = true;
}

static int next_row(sqlite3_vtab_cursor *base)
{
    struct cursor *cursor = (struct cursor *)base;
    cursor->part++;
    settle((struct sql_table *)base->pVtab, cursor);
    return SQLITE_OK;
}

static void add_segment(struct cursor *cursor, const uint32_t *list, uint32_t n, uint32_t first,
                        uint32_t last)
{
    cursor->segment[cursor->n_segments++] = (struct segment){list, n, first, last};
}

static void add_group(struct cursor *cursor, const struct gt_groups *groups, uint32_t group,
                      uint32_t first, uint32_t last)
{
    uint32_t from = groups->offset[group], to = groups->offset[group + 1];
    add_segment(cursor, groups->item + from, to - from, first, last);
}

static void add_single(struct cursor *cursor, uint32_t record)
{
    cursor->single = record;
    add_segment(cursor, &cursor->single, 1, 0, ALL_PARTS);
}

/* Segments of the tables of edges and statements; false when no key helps. */
static bool choose_edges(struct gt_index *index, enum gt_sql_table table, struct cursor *cursor)
{
    const uint32_t *key = cursor->key, keys = cursor->keys;
    cursor->unit = table == GT_SQL_statement ? UNIT_EDGE : UNIT_RECORD;
    if (keys & KEY(EDGE)) {
        add_single(cursor, key[GT_KEY_EDGE]);
    } else if (keys & KEY(NODE)) {
        add_group(cursor, gt_index_by_source(index), key[GT_KEY_NODE], 0, 0);
        add_group(cursor, gt_index_by_target(index), key[GT_KEY_NODE], 1, 1);
    } else if (keys & KEY(OTHER)) {
        add_group(cursor, gt_index_by_target(index), key[GT_KEY_OTHER], 0, 0);
        add_group(cursor, gt_index_by_source(index), key[GT_KEY_OTHER], 1, 1);
    } else if (keys & KEY(SOURCE)) {
        add_group(cursor, gt_index_by_source(index), key[GT_KEY_SOURCE], 0, ALL_PARTS);
    } else if (keys & KEY(TARGET)) {
        add_group(cursor, gt_index_by_target(index), key[GT_KEY_TARGET], 0, ALL_PARTS);
    } else if (keys & KEY(EDGE_TYPE)) {
        add_group(cursor, gt_index_by_edge_type(index), key[GT_KEY_EDGE_TYPE], 0, ALL_PARTS);
    } else {
        cursor->unit = UNIT_RECORD;
        return false;
    }
    return true;
}

static bool choose_segments(struct gt_index *index, enum gt_sql_table table, struct cursor *cursor)
{
    const uint32_t *key = cursor->key, keys = cursor->keys;
    switch (table) {
    case GT_SQL_node:
    case GT_SQL_alias:
    case GT_SQL_node_district:
        if (keys & KEY(NODE))
            add_single(cursor, key[GT_KEY_NODE]);
        else if (keys & KEY(NODE_TYPE))
            add_group(cursor, gt_index_by_node_type(index), key[GT_KEY_NODE_TYPE], 0, ALL_PARTS);
        return cursor->n_segments;
    case GT_SQL_statement:
        if (keys & KEY(STATEMENT))
            add_single(cursor, key[GT_KEY_STATEMENT]);
        else if (!choose_edges(index, table, cursor) && keys & KEY(DOCUMENT))
            add_group(cursor, gt_index_by_document(index), key[GT_KEY_DOCUMENT], 0, ALL_PARTS);
        return cursor->n_segments;
    case GT_SQL_edge:
    case GT_SQL_tie:
        return choose_edges(index, table, cursor);
    case GT_SQL_document:
        if (keys & KEY(DOCUMENT))
            add_single(cursor, key[GT_KEY_DOCUMENT]);
        return cursor->n_segments;
    case GT_SQL_TABLES:
        break;
    }
    return false;
}

static int filter_rows(sqlite3_vtab_cursor *base, int keys, const char *name, int argc,
                       sqlite3_value **argv)
{
    (void)name;
    (void)argc;
    struct cursor *cursor = (struct cursor *)base;
    struct sql_table *this = (struct sql_table *)base->pVtab;
    const struct gt_graph *graph = this->query->graph;
    *cursor = (struct cursor){.base = cursor->base, .keys = (uint32_t)(keys & ~SORTED)};
    for (int k = 0, n = 0; k < GT_KEYS; k++) {
        if (!(keys >> k & 1))
            continue;
        cursor->key[k] = key_number(graph, (enum gt_key)k, argv[n++]);
        cursor->done = cursor->done || cursor->key[k] == GT_NONE;
    }
    if (cursor->done)
        return SQLITE_OK;
    if (keys & SORTED)
        add_segment(cursor, gt_index_sorted(&this->query->index, this->table == GT_SQL_edge),
                    n_records(graph, this->table), 0, ALL_PARTS);
    else if (!choose_segments(&this->query->index, this->table, cursor))
        add_segment(cursor, NULL, n_records(graph, this->table), 0, ALL_PARTS);
    settle(this, cursor);
    return SQLITE_OK;
}

static int is_at_end(sqlite3_vtab_cursor *base)
{
    return ((struct cursor *)base)->done;
}

static int column_value(sqlite3_vtab_cursor *base, sqlite3_context *result, int column)
{
    const struct cursor *cursor = (const struct cursor *)base;
    const struct sql_table *this = (const struct sql_table *)base->pVtab;
    gt_sql_column_value(this->query, &this->query->columns[this->table].item[column], &cursor->row,
                        result);
    return SQLITE_OK;
}

/* The same row has the same number however it was found: SQLite joins the rows of an OR by it. */
static int row_id(sqlite3_vtab_cursor *base, sqlite3_int64 *id)
{
    const struct gt_sql_row *row = &((const struct cursor *)base)->row;
    switch (((const struct sql_table *)base->pVtab)->table) {
    case GT_SQL_node:
    case GT_SQL_alias:
    case GT_SQL_node_district:
        *id = (sqlite3_int64)row->node << 31 | row->part;
        break;
    case GT_SQL_edge:
    case GT_SQL_tie:
        *id = (sqlite3_int64)row->edge << 1 | row->part;
        break;
    case GT_SQL_statement:
        *id = row->statement;
        break;
    case GT_SQL_document:
        *id = row->document;
        break;
    case GT_SQL_TABLES:
        break;
    }
    return SQLITE_OK;
}

static const sqlite3_module module = {
    .xConnect = connect_table, /* no xCreate: the tables are simply there */
    .xBestIndex = best_index,
    .xDisconnect = disconnect_table,
    .xOpen = open_cursor,
    .xClose = close_cursor,
    .xFilter = filter_rows,
    .xNext = next_row,
    .xEof = is_at_end,
    .xColumn = column_value,
    .xRowid = row_id,
};

int gt_sql_tables_register(struct gt_query *query)
{
    int code = SQLITE_OK;
    for (int t = 0; t < GT_SQL_TABLES && code == SQLITE_OK; t++)
        code = sqlite3_create_module_v2(query->db, gt_sql_table_names[t], &module, query, NULL);
    return code;
}
