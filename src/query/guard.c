/* guard.c: what a question may do, and for how long.
 *
 * No single one of SQLite's defences holds alone: ATTACH counts as read-only, a progress handler is
 * not asked during one long function call, an authoriser knows no sizes. Together they do: the
 * authoriser allows SELECT on the tables of table.def and function.def alone; the limits keep each
 * value so small that no function call on it is long; the progress handler ends what takes too
 * long; the heap limit what takes too much; nothing is kept in files, not even temporarily. */
#include "query/guard.h"

#include <signal.h>
#include <string.h>
#include <time.h>

enum {
    STEPS = 2000,              /* of SQLite's machine between two looks at the clock */
    LONGEST_VALUE = 256 << 10, /* bytes: instr() of two such takes a second at most */
    LONGEST_SQL = 100000,
    MIB = 1 << 20,
    NANOSECONDS = 1000000000
};

static int64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * NANOSECONDS + time.tv_nsec;
}

/* Functions that reach beyond the data; the others only compute. */
static bool function_is_allowed(const char *name)
{
    static const char *const closed[] = {"load_extension", "fts3_tokenizer", "sqlite_log",
                                         "readfile",       "writefile",      "edit",
                                         "sqlite_offset",  "match"};
    for (size_t i = 0; i < sizeof closed / sizeof *closed; i++)
        if (sqlite3_stricmp(name, closed[i]) == 0)
            return false;
    return true;
}

static const char *const open_tables[] = {
#define TABLE(name_, ...) #name_,
#include "query/table.def"
#undef TABLE
#define FUNCTION(name_, ...) #name_,
#include "query/function.def"
#undef FUNCTION
    "json_each", "json_tree"};

enum { OPEN_TABLES = sizeof open_tables / sizeof *open_tables };

static bool table_is_allowed(const char *name)
{
    for (int i = 0; i < OPEN_TABLES; i++)
        if (sqlite3_stricmp(name, open_tables[i]) == 0)
            return true;
    return false;
}

/* Connects every open table: what is not connected now never will be, since declaring a virtual
 * table takes more than the authoriser allows. */
static int connect_tables(sqlite3 *db)
{
    int code = SQLITE_OK;
    for (int i = 0; i < OPEN_TABLES && code == SQLITE_OK; i++) {
        sqlite3_stmt *statement = NULL;
        char *sql = sqlite3_mprintf("SELECT 1 FROM \"%w\"", open_tables[i]);
        code = sql ? sqlite3_prepare_v2(db, sql, -1, &statement, NULL) : SQLITE_NOMEM;
        sqlite3_finalize(statement);
        sqlite3_free(sql);
    }
    return code;
}

/* sqlite3_set_authorizer's callback: `first` and `second` mean what SQLite's manual says for each
 * action. Reading no column (count(*)) names a table or a common table expression. */
static int authorise(void *context, int action, const char *first, const char *second,
                     const char *database, const char *trigger)
{
    (void)context;
    (void)database;
    (void)trigger;
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_RECURSIVE:
        return SQLITE_OK;
    case SQLITE_READ:
        return !*second || table_is_allowed(first) ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_FUNCTION:
        return function_is_allowed(second) ? SQLITE_OK : SQLITE_DENY;
    default: /* SQLite's codes, not ours: whatever is or comes, no */
        return SQLITE_DENY;
    }
}

/* A blocked SIGINT waits to be seen: no handler, no global flag. */
static bool interrupt_waits(void)
{
    sigset_t waiting;
    return sigpending(&waiting) == 0 && sigismember(&waiting, SIGINT) == 1;
}

bool gt_guard_is_over(struct gt_query *query)
{
    query->late = query->late || now() > query->deadline;
    query->interrupted = query->interrupted || (query->settings.interruptible && interrupt_waits());
    return query->late || query->interrupted;
}

static int look_at_clock(void *context)
{
    return gt_guard_is_over(context);
}

static sigset_t only_interrupt(void)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    return set;
}

void gt_guard_begin(struct gt_query *query)
{
    const sigset_t set = only_interrupt();
    query->late = query->interrupted = false;
    query->deadline = now() + (int64_t)query->settings.limits.seconds * NANOSECONDS;
    query->answer_bytes = 0;
    query->failure = (struct gt_error){.lang = query->settings.lang};
    if (query->settings.interruptible)
        sigprocmask(SIG_BLOCK, &set, NULL);
}

void gt_guard_end(struct gt_query *query)
{
    const sigset_t set = only_interrupt();
    const struct timespec at_once = {0};
    if (!query->settings.interruptible)
        return;
    while (sigtimedwait(&set, NULL, &at_once) > 0)
        query->interrupted = true;
    sigprocmask(SIG_UNBLOCK, &set, NULL);
}

static void set_limits(sqlite3 *db)
{
    static const struct {
        int limit, value;
    } limits[] = {
        {SQLITE_LIMIT_LENGTH, LONGEST_VALUE},
        {SQLITE_LIMIT_SQL_LENGTH, LONGEST_SQL},
        {SQLITE_LIMIT_COLUMN, 200},
        {SQLITE_LIMIT_EXPR_DEPTH, 200},
        {SQLITE_LIMIT_COMPOUND_SELECT, 50},
        {SQLITE_LIMIT_VDBE_OP, 250000},
        {SQLITE_LIMIT_FUNCTION_ARG, 50},
        {SQLITE_LIMIT_ATTACHED, 0},
        {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200},
        {SQLITE_LIMIT_VARIABLE_NUMBER, 100},
        {SQLITE_LIMIT_TRIGGER_DEPTH, 1},
        {SQLITE_LIMIT_WORKER_THREADS, 0},
    };
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
        sqlite3_limit(db, limits[i].limit, limits[i].value);
}

int gt_guard_start(struct gt_query *query)
{
    static const struct {
        int setting, on;
    } settings[] = {
        {SQLITE_DBCONFIG_DEFENSIVE, 1},
        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
        {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
        {SQLITE_DBCONFIG_DQS_DML, 0},
        {SQLITE_DBCONFIG_DQS_DDL, 0},
        {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
    };
    int code = sqlite3_exec(query->db, "PRAGMA temp_store = MEMORY; PRAGMA query_only = ON", NULL,
                            NULL, NULL);
    for (size_t i = 0; i < sizeof settings / sizeof *settings && code == SQLITE_OK; i++)
        code = sqlite3_db_config(query->db, settings[i].setting, settings[i].on, NULL);
    if (code == SQLITE_OK)
        code = connect_tables(query->db);
    set_limits(query->db);
    sqlite3_hard_heap_limit64((sqlite3_int64)query->settings.limits.bytes);
    sqlite3_progress_handler(query->db, STEPS, look_at_clock, query);
    if (code == SQLITE_OK)
        code = sqlite3_set_authorizer(query->db, authorise, query);
    return code;
}
