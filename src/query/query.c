/* query.c: opening a database on a graph, and asking it. */
#include "query/query.h"

#include "base/memory.h"
#include "base/number.h"
#include "query/answer.h"
#include "query/caret.h"
#include "query/guard.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static bool fail_sqlite(struct gt_query *query, const char *call, struct gt_error *err)
{
    return gt_fail(err, GT_BUG, "SQLite's %s failed: %s", "SQLite 的 %s 失败：%s", call,
                   query->db ? sqlite3_errmsg(query->db) : "out of memory");
}

static void fill_defaults(struct gt_query_limits *limits)
{
    if (!limits->seconds)
        limits->seconds = GT_QUERY_SECONDS;
    if (!limits->rows)
        limits->rows = GT_QUERY_ROWS;
    if (!limits->bytes)
        limits->bytes = (uint64_t)GT_QUERY_MEBIBYTES << 20;
}

bool gt_query_open(const struct gt_graph *graph, const struct gt_query_settings *settings,
                   struct gt_query **out, struct gt_error *err)
{
    struct gt_query *query = gt_xcalloc(1, sizeof *query);
    *out = query;
    query->graph = graph;
    query->index.graph = graph;
    query->settings = *settings;
    fill_defaults(&query->settings.limits);
    gt_sql_columns_make(query);
    if (sqlite3_open_v2(":memory:", &query->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
                        NULL) != SQLITE_OK)
        fail_sqlite(query, "open", err);
    else if (gt_sql_tables_register(query) != SQLITE_OK ||
             gt_sql_functions_register(query) != SQLITE_OK ||
             gt_sql_scalars_register(query) != SQLITE_OK)
        fail_sqlite(query, "create_module", err);
    else if (gt_guard_start(query) != SQLITE_OK)
        fail_sqlite(query, "set_authorizer", err);
    else
        return true;
    gt_query_close(query);
    *out = NULL;
    return false;
}

void gt_query_close(struct gt_query *query)
{
    if (!query)
        return;
    sqlite3_close(query->db);
    sqlite3_hard_heap_limit64(0);
    for (int t = 0; t < GT_SQL_TABLES; t++)
        free(query->columns[t].item);
    gt_index_fini(&query->index);
    for (int i = 0; i < 2; i++)
        gt_view_free(query->view[i]);
    free(query->mark);
    gt_arena_fini(&query->arena);
    free(query);
}

const struct gt_query_column *gt_query_columns(struct gt_query *query, size_t *n)
{
    if (!query->listed) {
        size_t total = 0, of_functions;
        for (int t = 0; t < GT_SQL_TABLES; t++)
            total += query->columns[t].n;
        gt_sql_functions_list(query, NULL, &of_functions);
        struct gt_query_column *list = gt_arena_array(&query->arena, total + of_functions,
                                                      sizeof *list),
                               *next = list;
        for (int t = 0; t < GT_SQL_TABLES; t++)
            for (size_t i = 0; i < query->columns[t].n; i++) {
                const struct gt_sql_column *column = &query->columns[t].item[i];
                *next++ = (struct gt_query_column){gt_sql_table_names[t], column->name,
                                                   column->type, column->title};
            }
        gt_sql_functions_list(query, next, &of_functions);
        query->listed = list;
        query->n_listed = total + of_functions;
    }
    *n = query->n_listed;
    return query->listed;
}

/* --- what goes wrong ---------------------------------------------------------------------------
 */

/* The place of a message: "queries/a.sql: ", or nothing for what was typed. */
static bool fail_at(const struct gt_query_text *text, size_t offset, struct gt_error *err,
                    const char *message)
{
    struct gt_buffer shown = {0};
    if (text->place) {
        struct gt_caret at = gt_caret_at(text->sql, offset);
        gt_buffer_format(&shown, "%s:%u:%u: ", text->place, at.line, at.column);
    }
    gt_buffer_text(&shown, message);
    gt_caret_show(text->sql, offset, &shown);
    gt_fail(err, text->blame, "%s", "%s", shown.bytes);
    gt_buffer_fini(&shown);
    return false;
}

/* The column, table or function nearest to a name that SQLite does not know. */
static const char *nearest_name(struct gt_query *query, const char *unknown, bool table)
{
    const char *dot = strrchr(unknown, '.'), *best = NULL, *name = dot ? dot + 1 : unknown;
    uint32_t least = (uint32_t)strlen(name) / 3 + 2;
    size_t n;
    const struct gt_query_column *column = gt_query_columns(query, &n);
    for (size_t i = 0; i < n; i++) {
        const char *known = table ? column[i].table : column[i].column;
        const char *plain = gt_arena_text(&query->arena, known, strcspn(known, "("));
        uint32_t distance = gt_text_distance(plain, name);
        if (distance < least) {
            least = distance;
            best = plain;
        }
    }
    return best;
}

/* SQLite's message with a suggestion, when it is about a name. */
static void explain_message(struct gt_query *query, const char *message, struct gt_buffer *out)
{
    static const struct {
        const char *start;
        bool table;
    } about[] = {{"no such column: ", false},
                 {"no such table: ", true},
                 {"vtable constructor failed: ", true}};
    enum gt_lang lang = query->settings.lang;
    gt_buffer_text(out, message);
    for (size_t i = 0; i < sizeof about / sizeof *about; i++) {
        size_t n = strlen(about[i].start);
        if (strncmp(message, about[i].start, n) != 0)
            continue;
        const char *near = nearest_name(query, message + n, about[i].table);
        if (near)
            gt_buffer_format(out, gt_say(lang, "; did you mean %s?", "；是否为 %s？"), near);
    }
}

static bool fail_limit(struct gt_query *query, const struct gt_query_text *text,
                       struct gt_error *err)
{
    const struct gt_query_limits *limits = &query->settings.limits;
    if (query->interrupted)
        return gt_fail(err, GT_INTERRUPTED, "interrupted", "已中断");
    if (query->late)
        return gt_fail(err, text->blame,
                       "the question takes longer than %u s (--timeout); narrow it down",
                       "查询超过 %u 秒（--timeout），请缩小范围", limits->seconds);
    return gt_fail(err, text->blame,
                   "the question takes more memory than %llu MiB (--memory); narrow it down",
                   "查询所需内存超过 %llu MiB（--memory），请缩小范围",
                   (unsigned long long)(limits->bytes >> 20));
}

/* Where the name stands that SQLite complains of without saying where ("no such table: x"); -1 when
 * it is not found. */
static int offset_of_name(const char *sql, const char *message)
{
    const char *colon = strstr(message, ": "), *found = NULL;
    if (colon && strncmp(message, "no such ", 8) == 0)
        found = strstr(sql, colon + 2);
    return found ? (int)(found - sql) : -1;
}

/* Turns what SQLite says into our message. */
static bool fail_statement(struct gt_query *query, const struct gt_query_text *text, int code,
                           struct gt_error *err)
{
    struct gt_buffer message = {0};
    int primary = code & 0xff, offset = sqlite3_error_offset(query->db);
    if (offset < 0)
        offset = offset_of_name(text->sql, sqlite3_errmsg(query->db));
    if (query->failure.status) { /* a table or function knew better */
        gt_fail(err, query->failure.status == GT_USAGE ? text->blame : query->failure.status, "%s",
                "%s", query->failure.text);
    } else if (primary == SQLITE_INTERRUPT || primary == SQLITE_NOMEM) {
        fail_limit(query, text, err);
    } else if (primary == SQLITE_AUTH) {
        gt_fail(err, text->blame, "only reading is allowed: %s", "只允许读取：%s",
                sqlite3_errmsg(query->db));
    } else {
        explain_message(query, sqlite3_errmsg(query->db), &message);
        if (offset >= 0 && (size_t)offset <= strlen(text->sql))
            fail_at(text, (size_t)offset, err, message.bytes);
        else
            gt_fail(err, text->blame, "%s", "%s", message.bytes);
    }
    gt_buffer_fini(&message);
    return false;
}

/* --- asking ------------------------------------------------------------------------------------
 */

/* Passes over blanks and comments. */
static const char *skip_blank(const char *sql)
{
    for (;;) {
        sql += strspn(sql, " \t\r\n\f");
        if (strncmp(sql, "--", 2) == 0)
            sql += strcspn(sql, "\n");
        else if (strncmp(sql, "/*", 2) == 0)
            sql = strstr(sql + 2, "*/") ? strstr(sql + 2, "*/") + 2 : sql + strlen(sql);
        else
            return sql;
    }
}

static bool prepare(struct gt_query *query, const struct gt_query_text *text, const char *sql,
                    sqlite3_stmt **statement, struct gt_error *err)
{
    const char *rest = NULL;
    int code = sqlite3_prepare_v3(query->db, sql, -1, 0, statement, &rest);
    if (code != SQLITE_OK)
        return fail_statement(query, text, code, err);
    if (!*statement)
        return gt_fail(err, text->blame, "the question is empty", "查询为空");
    const char *more = skip_blank(rest + strspn(rest, "; \t\r\n"));
    if (*more && sql == text->sql)
        return fail_at(text, (size_t)(more - sql), err,
                       gt_say(err->lang, "one SELECT at a time: more follows it",
                              "一次只能有一个 SELECT，其后还有内容"));
    if (!sqlite3_stmt_readonly(*statement) || sqlite3_column_count(*statement) == 0)
        return gt_fail(err, text->blame, "a question is a SELECT", "查询必须是 SELECT");
    return true;
}

static const struct gt_binding *find_binding(const struct gt_binding *bindings, size_t n,
                                             const char *name)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(bindings[i].name, name) == 0)
            return &bindings[i];
    return NULL;
}

static bool has_parameter(sqlite3_stmt *statement, const char *name)
{
    for (int i = 1; i <= sqlite3_bind_parameter_count(statement); i++) {
        const char *known = sqlite3_bind_parameter_name(statement, i);
        if (known && strcmp(known + 1, name) == 0)
            return true;
    }
    return false;
}

/* A whole number becomes an integer, another number a real, anything else a text. */
static int bind_one(sqlite3_stmt *statement, int i, const struct gt_binding *given)
{
    const double most = 1e15; /* whole numbers up to here are exact */
    double value;
    if (!given->text)
        return sqlite3_bind_null(statement, i);
    if (!given->number || !gt_number_read(given->text, &value))
        return sqlite3_bind_text(statement, i, given->text, -1, SQLITE_STATIC);
    if (fabs(value) <= most && !(floor(value) < value))
        return sqlite3_bind_int64(statement, i, (sqlite3_int64)value);
    return sqlite3_bind_double(statement, i, value);
}

static bool bind(struct gt_query *query, const struct gt_query_text *text, sqlite3_stmt *statement,
                 const struct gt_binding *bindings, size_t n, struct gt_error *err)
{
    for (int i = 1; i <= sqlite3_bind_parameter_count(statement); i++) {
        const char *name = sqlite3_bind_parameter_name(statement, i);
        const struct gt_binding *given = name ? find_binding(bindings, n, name + 1) : NULL;
        if (!name)
            return gt_fail(err, text->blame, "parameters have names: :name instead of ?",
                           "参数须有名称：用 :name 而不是 ?");
        if (!given)
            return gt_fail(err, GT_USAGE, "the question wants --%s VALUE", "查询需要 --%s 参数值",
                           name + 1);
        int code = bind_one(statement, i, given);
        if (code != SQLITE_OK)
            return fail_statement(query, text, code, err);
    }
    for (size_t k = 0; k < n; k++)
        if (!has_parameter(statement, bindings[k].name))
            return gt_fail(err, GT_USAGE, "the question has no parameter --%s", "查询没有参数 --%s",
                           bindings[k].name);
    return true;
}

static bool fetch(struct gt_query *query, const struct gt_query_text *text, sqlite3_stmt *statement,
                  struct gt_answer *answer, struct gt_error *err)
{
    const struct gt_query_limits *limits = &query->settings.limits;
    int code;
    gt_answer_begin(answer, statement);
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        if (answer->n_rows >= limits->rows)
            return gt_fail(err, text->blame,
                           "the answer has more than %llu rows (--limit); add LIMIT or narrow it "
                           "down",
                           "结果超过 %llu 行（--limit），请加 LIMIT 或缩小范围",
                           (unsigned long long)limits->rows);
        query->answer_bytes += gt_answer_add(answer, statement);
        if (query->answer_bytes > limits->bytes)
            return fail_limit(query, text, err);
    }
    return code == SQLITE_DONE || fail_statement(query, text, code, err);
}

static bool ask(struct gt_query *query, const struct gt_query_text *text, const char *sql,
                const struct gt_binding *bindings, size_t n_bindings, struct gt_answer *answer,
                struct gt_error *err)
{
    sqlite3_stmt *statement = NULL;
    gt_guard_begin(query);
    bool done = prepare(query, text, sql, &statement, err) &&
                bind(query, text, statement, bindings, n_bindings, err) &&
                fetch(query, text, statement, answer, err);
    gt_guard_end(query);
    sqlite3_finalize(statement);
    return done;
}

bool gt_query_ask(struct gt_query *query, const struct gt_query_text *text,
                  const struct gt_binding *bindings, size_t n_bindings, struct gt_answer *answer,
                  struct gt_error *err)
{
    *answer = (struct gt_answer){0};
    return ask(query, text, text->sql, bindings, n_bindings, answer, err);
}

bool gt_query_plan(struct gt_query *query, const struct gt_query_text *text,
                   const struct gt_binding *bindings, size_t n_bindings, struct gt_answer *answer,
                   struct gt_error *err)
{
    struct gt_buffer sql = {0};
    sqlite3_stmt *statement = NULL;
    *answer = (struct gt_answer){0};
    gt_guard_begin(query);
    bool done = prepare(query, text, text->sql, &statement, err); /* its faults, at their place */
    sqlite3_finalize(statement);
    gt_guard_end(query);
    gt_buffer_format(&sql, "EXPLAIN QUERY PLAN %s", text->sql);
    done = done && ask(query, text, sql.bytes, bindings, n_bindings, answer, err);
    gt_buffer_fini(&sql);
    return done;
}
