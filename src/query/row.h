/* row.h: what the SQL tables share: their columns, their rows, and the open database. */
#ifndef GT_QUERY_ROW_H
#define GT_QUERY_ROW_H

#include "graph/property.h"
#include "query/index.h"
#include "query/query.h"

#include <sqlite3.h>

enum gt_sql_table {
#define TABLE(name, ...) GT_SQL_##name,
#include "query/table.def"
#undef TABLE
    GT_SQL_TABLES
};

/* What a filter "column = value" can be answered by without a scan. */
enum gt_key {
    GT_KEY_NONE,
    GT_KEY_STATEMENT, /* numbers */
    GT_KEY_EDGE,
    GT_KEY_NODE, /* ids */
    GT_KEY_OTHER,
    GT_KEY_SOURCE,
    GT_KEY_TARGET,
    GT_KEY_DOCUMENT,
    GT_KEY_NODE_TYPE, /* words */
    GT_KEY_EDGE_TYPE,
    GT_KEY_STATUS,
    GT_KEY_DISTRICT,
    GT_KEYS
};

/* Where a row stands: the records it is made of; what a table has not is GT_NONE or 0. */
struct gt_sql_row {
    uint32_t document, node, edge, statement;
    uint32_t
        part; /* alias: which name; tie: 1 when seen from the target; node_district: district */
};

/* Puts the value of a row into a result. */
typedef void gt_sql_derive(struct gt_query *query, const struct gt_sql_row *row,
                           sqlite3_context *result);

struct gt_sql_column {
    const char *name, *type;
    struct gt_text title;
    enum gt_key key;
    gt_sql_derive *derive; /* null: a property */
    enum gt_owner owner;
    const struct gt_property *property;
    int part; /* of a property that makes several columns */
};

struct gt_sql_columns {
    struct gt_sql_column *item;
    size_t n, room;
};

struct gt_query {
    const struct gt_graph *graph;
    struct gt_query_settings settings;
    sqlite3 *db;
    struct gt_sql_columns columns[GT_SQL_TABLES];
    struct gt_index index;
    struct gt_arena arena;
    struct gt_error failure;  /* what a table or function failed with, behind SQLite's back */
    struct gt_view *view[2];  /* undirected; [1] without the districts' own places */
    uint32_t *mark, mark_now; /* [n_nodes] nodes that a walk has seen: mark_now */
    int64_t deadline;         /* nanoseconds of the monotonic clock */
    bool late, interrupted;
    uint64_t answer_bytes;
    const struct gt_query_column *listed;
    size_t n_listed;
};

/* The columns of all tables, from property.def and column.def. */
void gt_sql_columns_make(struct gt_query *query);

/* The value of a column in a row. */
void gt_sql_column_value(struct gt_query *query, const struct gt_sql_column *column,
                         const struct gt_sql_row *row, sqlite3_context *result);

extern const char *const gt_sql_table_names[GT_SQL_TABLES];

/* Registering with the database; the SQLite code of what failed, or SQLITE_OK. */
int gt_sql_tables_register(struct gt_query *query);
int gt_sql_functions_register(struct gt_query *query); /* table-valued */
int gt_sql_scalars_register(struct gt_query *query);

/* A view of the whole graph, undirected, parallel ties merged; with or without the districts' own
 * places. Made once. Null after a failure, which stands in query->failure. */
const struct gt_view *gt_query_view(struct gt_query *query, bool without_places);

/* The columns of a table-valued function for help. */
void gt_sql_functions_list(struct gt_query *query, struct gt_query_column *out, size_t *n);

#endif
