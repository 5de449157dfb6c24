/* function.c: table-valued functions as SQLite's eponymous virtual tables.
 *
 * How it works: the arguments are hidden columns; a call fills all its rows at once. The rows of
 * the last call are kept, because SQLite may ask for them again for every row of another table; and
 * a node's row among them is found without a scan. */
#include "query/function.h"

#include "base/memory.h"
#include "base/number.h"
#include "graph/find.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct text_pair {
    const char *name, *type;
    struct gt_text title;
};

enum function {
#define FUNCTION(name, ...) FUNCTION_##name,
#include "query/function.def"
#undef FUNCTION
    FUNCTIONS
};

static const struct {
    const char *name;
    int required;
    gt_function_fill *fill;
} functions[FUNCTIONS] = {
#define FUNCTION(name_, required_, en, zh) {#name_, required_, gt_fill_##name_},
#include "query/function.def"
#undef FUNCTION
};

struct function_column {
    enum function function;
    struct text_pair text;
};

static const struct function_column results[] = {
#define RESULT(function_, name_, type_, en, zh)                                                    \
    {FUNCTION_##function_, {#name_, #type_, GT_TEXT(en, zh)}},
#include "query/function.def"
#undef RESULT
};

static const struct function_column arguments[] = {
#define ARGUMENT(function_, name_, en, zh) {FUNCTION_##function_, {#name_, "", GT_TEXT(en, zh)}},
#include "query/function.def"
#undef ARGUMENT
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* --- rows --------------------------------------------------------------------------------------
 */

static void add_datum(struct gt_rows *rows, struct gt_datum datum)
{
    rows->datum = gt_xgrow(rows->datum, rows->n, &rows->room, sizeof *rows->datum);
    rows->datum[rows->n++] = datum;
}

void gt_rows_node(struct gt_rows *rows, uint32_t node)
{
    enum gt_datum_kind kind = node == GT_NONE ? GT_DATUM_NULL : GT_DATUM_NODE;
    add_datum(rows, (struct gt_datum){.kind = kind, .number = node});
}

void gt_rows_integer(struct gt_rows *rows, uint32_t number)
{
    add_datum(rows, (struct gt_datum){.kind = GT_DATUM_INTEGER, .number = number});
}

void gt_rows_real(struct gt_rows *rows, double real)
{
    enum gt_datum_kind kind = isnan(real) ? GT_DATUM_NULL : GT_DATUM_REAL;
    add_datum(rows, (struct gt_datum){.kind = kind, .real = real});
}

void gt_rows_word(struct gt_rows *rows, const char *word)
{
    add_datum(rows, (struct gt_datum){.kind = GT_DATUM_WORD, .word = word});
}

/* --- arguments ---------------------------------------------------------------------------------
 */

bool gt_argument_node(struct gt_query *query, const struct gt_arguments *given, int i,
                      uint32_t *node, struct gt_error *err)
{
    return gt_find_node(query->graph, given->text[i], node, err) ||
           gt_error_prefix(err, "%s: ", given->function);
}

bool gt_argument_number(const struct gt_arguments *given, int i, uint32_t otherwise,
                        uint32_t *number, struct gt_error *err)
{
    uint64_t value = otherwise;
    if (given->text[i] && (!gt_number_read_uint(given->text[i], &value) || value > UINT32_MAX - 1))
        return gt_fail(err, GT_USAGE, "%s: %s wants a whole number, not \"%s\"",
                       "%s：%s 需要整数，而不是“%s”", given->function, given->name[i],
                       given->text[i]);
    *number = (uint32_t)value;
    return true;
}

bool gt_argument_choice(const struct gt_arguments *given, int i, const char *const *words, int n,
                        int *choice, struct gt_error *err)
{
    struct gt_buffer known = {0};
    if (!given->text[i])
        return true;
    for (int k = 0; k < n; k++) {
        if (strcmp(words[k], given->text[i]) == 0) {
            *choice = k;
            gt_buffer_fini(&known);
            return true;
        }
        gt_buffer_format(&known, "%s%s", k ? "|" : "", words[k]);
    }
    gt_fail(err, GT_USAGE, "%s: %s is one of %s, not \"%s\"", "%s：%s 只能是 %s 之一，而不是“%s”",
            given->function, given->name[i], known.bytes, given->text[i]);
    gt_buffer_fini(&known);
    return false;
}

/* --- results, kept -----------------------------------------------------------------------------
 */

/* A node and the row that it has. */
struct place {
    uint32_t node, row;
};

struct result {
    int users;  /* cursors, and the table that keeps it */
    char *call; /* the arguments in one text */
    struct gt_rows rows;
    struct place *by_node; /* by node; made when first asked for */
};

static void release(struct result *result)
{
    if (!result || --result->users > 0)
        return;
    free(result->call);
    free(result->rows.datum);
    free(result->by_node);
    free(result);
}

static size_t n_rows(const struct result *result)
{
    return result->rows.n / result->rows.width;
}

static int compare_places(const void *a, const void *b)
{
    const struct place *x = a, *y = b;
    return (x->node > y->node) - (x->node < y->node);
}

/* The row of a node, or n_rows() when it has none. */
static size_t find_row(struct result *result, uint32_t node)
{
    size_t n = n_rows(result);
    if (!result->by_node) {
        result->by_node = gt_xcalloc(n + 1, sizeof *result->by_node);
        for (size_t i = 0; i < n; i++)
            result->by_node[i] =
                (struct place){result->rows.datum[i * result->rows.width].number, (uint32_t)i};
        qsort(result->by_node, n, sizeof *result->by_node, compare_places);
    }
    const struct place key = {.node = node};
    const struct place *found =
        bsearch(&key, result->by_node, n, sizeof *result->by_node, compare_places);
    return found ? found->row : n;
}

/* --- the virtual table -------------------------------------------------------------------------
 */

struct function_table {
    sqlite3_vtab base;
    struct gt_query *query;
    enum function function;
    size_t n_results, n_arguments;
    struct gt_arguments names;
    bool by_id; /* the first column names a node, once */
    struct result *kept;
};

struct function_cursor {
    sqlite3_vtab_cursor base;
    struct result *result;
    size_t at, end;
};

static int connect_function(sqlite3 *db, void *aux, int argc, const char *const *argv,
                            sqlite3_vtab **out, char **message)
{
    (void)argc;
    (void)message;
    struct function_table *this = gt_xcalloc(1, sizeof *this);
    struct gt_buffer sql = {0};
    this->query = aux;
    while (strcmp(functions[this->function].name, argv[0]) != 0)
        this->function++;
    this->names.function = functions[this->function].name;
    for (size_t i = 0; i < COUNT(results); i++)
        if (results[i].function == this->function) {
            this->by_id = this->by_id || strcmp(results[i].text.name, "id") == 0;
            gt_buffer_format(&sql, "%s\"%s\" %s", this->n_results++ ? ", " : "CREATE TABLE t(",
                             results[i].text.name, results[i].text.type);
        }
    for (size_t i = 0; i < COUNT(arguments); i++)
        if (arguments[i].function == this->function) {
            this->names.name[this->n_arguments++] = arguments[i].text.name;
            gt_buffer_format(&sql, ", \"%s\" HIDDEN", arguments[i].text.name);
        }
    gt_buffer_text(&sql, ")");
    int code = sqlite3_declare_vtab(db, sql.bytes);
    gt_buffer_fini(&sql);
    *out = &this->base;
    if (code == SQLITE_OK)
        sqlite3_vtab_config(db, SQLITE_VTAB_INNOCUOUS);
    else
        free(this);
    return code;
}

static int disconnect_function(sqlite3_vtab *table)
{
    release(((struct function_table *)table)->kept);
    free(table);
    return SQLITE_OK;
}

static int open_cursor(sqlite3_vtab *table, sqlite3_vtab_cursor **out)
{
    (void)table;
    struct function_cursor *cursor = gt_xcalloc(1, sizeof *cursor);
    *out = &cursor->base;
    return SQLITE_OK;
}

static int close_cursor(sqlite3_vtab_cursor *cursor)
{
    release(((struct function_cursor *)cursor)->result);
    free(cursor);
    return SQLITE_OK;
}

enum { BY_ID = GT_ARGUMENTS }; /* the bit of idxNum behind those of the arguments */

/* A given argument must be usable before the rows can be filled; idxNum tells which are given. */
static int best_index(sqlite3_vtab *base, sqlite3_index_info *info)
{
    const struct function_table *this = (const struct function_table *)base;
    int place[GT_ARGUMENTS + 1] = {0}, given = 0, n = 0;
    for (int i = 0; i < info->nConstraint; i++) {
        const struct sqlite3_index_constraint *constraint = &info->aConstraint[i];
        int column = constraint->iColumn, argument = column - (int)this->n_results;
        if (constraint->op != SQLITE_INDEX_CONSTRAINT_EQ || column < 0)
            continue;
        if (argument >= 0 && !constraint->usable)
            return SQLITE_CONSTRAINT;
        if (column == 0 && this->by_id && constraint->usable &&
            strcmp(sqlite3_vtab_collation(info, i), "BINARY") == 0)
            argument = BY_ID;
        if (argument < 0 || given >> argument & 1)
            continue;
        given |= 1 << argument;
        place[argument] = i;
    }
    for (int a = 0; a <= BY_ID; a++)
        if (given >> a & 1) {
            info->aConstraintUsage[place[a]].argvIndex = ++n;
            info->aConstraintUsage[place[a]].omit = a < BY_ID;
        }
    info->idxNum = given;
    info->estimatedRows = given >> BY_ID & 1 ? 1 : 100;
    info->estimatedCost = given >> BY_ID & 1 ? 10 : 1000;
    return SQLITE_OK;
}

/* Reads the given arguments; false when one that must be there is missing or NULL. */
static bool read_arguments(const struct function_table *this, int given, sqlite3_value **argv,
                           struct gt_arguments *read, struct gt_buffer *call)
{
    int n = 0;
    *read = this->names;
    for (int a = 0; a < GT_ARGUMENTS; a++) {
        if (given >> a & 1)
            read->text[a] = (const char *)sqlite3_value_text(argv[n++]);
        gt_buffer_format(call, "%s\x1f", read->text[a] ? read->text[a] : "\x1e");
        if (a < functions[this->function].required && !read->text[a])
            return false;
    }
    return true;
}

static bool fail_missing(const struct function_table *this, int given, struct gt_error *err)
{
    int required = functions[this->function].required;
    for (int a = 0; a < required; a++)
        if (!(given >> a & 1))
            return gt_fail(err, GT_USAGE, "%s() wants %d arguments: %s%s%s",
                           "%s() 需要 %d 个参数：%s%s%s", this->names.function, required,
                           this->names.name[0], required > 1 ? ", " : "",
                           required > 1 ? this->names.name[1] : "");
    return true;
}

static struct result *compute(struct function_table *this, const struct gt_arguments *given,
                              const char *call)
{
    struct result *result = gt_xcalloc(1, sizeof *result);
    result->users = 1;
    result->rows.width = this->n_results;
    if (!functions[this->function].fill(this->query, given, &result->rows, &this->query->failure)) {
        release(result);
        return NULL;
    }
    result->call = gt_xcalloc(strlen(call) + 1, 1);
    memcpy(result->call, call, strlen(call));
    return result;
}

/* The rows of a call: those kept, or new ones, which are kept then. */
static struct result *rows_of(struct function_table *this, const struct gt_arguments *given,
                              const char *call)
{
    if (!this->kept || strcmp(this->kept->call, call) != 0) {
        struct result *result = compute(this, given, call);
        if (!result)
            return NULL;
        release(this->kept);
        this->kept = result;
    }
    this->kept->users++;
    return this->kept;
}

static void narrow_to_node(struct function_cursor *cursor, uint32_t node)
{
    if (node == GT_NONE) {
        cursor->end = 0;
        return;
    }
    size_t row = find_row(cursor->result, node);
    cursor->at = row;
    cursor->end = row < cursor->end ? row + 1 : row;
}

static int filter_rows(sqlite3_vtab_cursor *base, int given, const char *name, int argc,
                       sqlite3_value **argv)
{
    (void)name;
    struct function_cursor *cursor = (struct function_cursor *)base;
    struct function_table *this = (struct function_table *)base->pVtab;
    struct gt_arguments read;
    struct gt_buffer call = {0};
    int code = SQLITE_OK;
    release(cursor->result);
    cursor->result = NULL;
    cursor->at = cursor->end = 0;
    if (!fail_missing(this, given, &this->query->failure))
        return SQLITE_ERROR;
    if (!read_arguments(this, given, argv, &read, &call))
        goto done; /* NULL: no rows */
    cursor->result = rows_of(this, &read, call.bytes);
    if (!cursor->result) {
        code = this->query->late || this->query->interrupted ? SQLITE_INTERRUPT : SQLITE_ERROR;
        goto done;
    }
    cursor->end = n_rows(cursor->result);
    if (given >> BY_ID & 1) {
        const char *id = (const char *)sqlite3_value_text(argv[argc - 1]);
        narrow_to_node(cursor, id ? gt_graph_node(this->query->graph, id) : GT_NONE);
    }
done:
    gt_buffer_fini(&call);
    return code;
}

static int next_row(sqlite3_vtab_cursor *base)
{
    ((struct function_cursor *)base)->at++;
    return SQLITE_OK;
}

static int is_at_end(sqlite3_vtab_cursor *base)
{
    const struct function_cursor *cursor = (const struct function_cursor *)base;
    return cursor->at >= cursor->end;
}

static int column_value(sqlite3_vtab_cursor *base, sqlite3_context *result, int column)
{
    const struct function_cursor *cursor = (const struct function_cursor *)base;
    const struct function_table *this = (const struct function_table *)base->pVtab;
    const struct gt_rows *rows = &cursor->result->rows;
    if ((size_t)column >= rows->width)
        return SQLITE_OK; /* an argument reads as NULL */
    const struct gt_datum *datum = &rows->datum[cursor->at * rows->width + (size_t)column];
    switch (datum->kind) {
    case GT_DATUM_NULL:
        break;
    case GT_DATUM_NODE:
        sqlite3_result_text(result, this->query->graph->nodes[datum->number].id, -1, SQLITE_STATIC);
        break;
    case GT_DATUM_INTEGER:
        sqlite3_result_int64(result, datum->number);
        break;
    case GT_DATUM_REAL:
        sqlite3_result_double(result, datum->real);
        break;
    case GT_DATUM_WORD:
        sqlite3_result_text(result, datum->word, -1, SQLITE_STATIC);
        break;
    }
    return SQLITE_OK;
}

static int row_id(sqlite3_vtab_cursor *base, sqlite3_int64 *id)
{
    *id = (sqlite3_int64)((const struct function_cursor *)base)->at;
    return SQLITE_OK;
}

static const sqlite3_module module = {
    .xConnect = connect_function,
    .xBestIndex = best_index,
    .xDisconnect = disconnect_function,
    .xOpen = open_cursor,
    .xClose = close_cursor,
    .xFilter = filter_rows,
    .xNext = next_row,
    .xEof = is_at_end,
    .xColumn = column_value,
    .xRowid = row_id,
};

int gt_sql_functions_register(struct gt_query *query)
{
    int code = SQLITE_OK;
    for (int f = 0; f < FUNCTIONS && code == SQLITE_OK; f++)
        code = sqlite3_create_module_v2(query->db, functions[f].name, &module, query, NULL);
    return code;
}

void gt_sql_functions_list(struct gt_query *query, struct gt_query_column *out, size_t *n)
{
    *n = COUNT(results);
    for (size_t i = 0; i < COUNT(results) && out; i++) {
        struct gt_buffer call = {0};
        int given = 0;
        gt_buffer_format(&call, "%s(", functions[results[i].function].name);
        for (size_t a = 0; a < COUNT(arguments); a++)
            if (arguments[a].function == results[i].function)
                gt_buffer_format(&call, "%s%s", given++ ? ", " : "", arguments[a].text.name);
        gt_buffer_text(&call, ")");
        out[i] = (struct gt_query_column){.table = gt_arena_text(&query->arena, call.bytes, call.n),
                                          .column = results[i].text.name,
                                          .type = results[i].text.type,
                                          .title = results[i].text.title};
        gt_buffer_fini(&call);
    }
}
