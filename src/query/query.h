/* query.h: asking a graph in SQL: read-only tables on the live graph, within limits.
 *
 * How it works: an in-memory SQLite database without tables of its own gets virtual tables
 * (table.def) that read the graph in place, and table-valued functions (function.def). What a
 * statement may do is fixed by an authoriser, SQLite's limits, a progress handler, a heap limit and
 * defensive mode together (guard.c). SQLite's one door. */
#ifndef GT_QUERY_QUERY_H
#define GT_QUERY_QUERY_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/error.h"
#include "graph/view.h"

#include <stddef.h>
#include <stdint.h>

/* What centrality(measure, direction, weight, raw) asks for. */
struct gt_query_measure {
    const char *name;
    struct gt_view_options options;
    bool raw;
};

/* What the tables centrality, community and overlap answer from: functions of the layers that
 * query/ knows nothing of. Each fills [n_nodes] values, or fails. A null one makes its table fail.
 */
struct gt_query_hook {
    /* NAN and rank 0 where the measure is not defined. */
    bool (*measure)(const struct gt_graph *graph, const struct gt_query_measure *measure,
                    double *value, uint32_t *rank, struct gt_error *err);
    /* Community numbers from 0 by size, largest first. */
    bool (*community)(const struct gt_graph *graph, const char *method, uint32_t *community,
                      struct gt_error *err);
    /* 'a', 's' (shared), 'b', or 0 for nodes of neither district. */
    bool (*overlap)(const struct gt_graph *graph, const char *a, const char *b, char *side,
                    struct gt_error *err);
};

/* Zero means the default of each. */
struct gt_query_limits {
    uint32_t seconds; /* wall time of a question */
    uint64_t rows;    /* of an answer */
    uint64_t bytes;   /* memory that SQLite and the answer may take, each */
};

enum { GT_QUERY_SECONDS = 30, GT_QUERY_ROWS = 100000, GT_QUERY_MEBIBYTES = 256 };

struct gt_query_settings {
    enum gt_lang lang; /* of titles */
    struct gt_query_limits limits;
    const struct gt_query_hook *hook; /* borrowed */
    bool interruptible;               /* Ctrl-C ends the question, not the program */
};

struct gt_query;

/* Opens a database on a finished graph (borrowed); ended by gt_query_close(). One at a time: the
 * heap limit is the process's. */
GT_MUST_USE bool gt_query_open(const struct gt_graph *graph,
                               const struct gt_query_settings *settings, struct gt_query **query,
                               struct gt_error *err);
void gt_query_close(struct gt_query *query);

/* A question as SQL. */
struct gt_query_text {
    const char *sql;
    const char *place;    /* file, for messages; null for what was typed */
    enum gt_status blame; /* the status when it is wrong: GT_USAGE typed, GT_DATA a file */
};

/* A parameter: ":name" in SQL. Null text is NULL; numeric text of a number is bound as one. */
struct gt_binding {
    const char *name, *text;
    bool number;
};

enum gt_value_kind { GT_VALUE_NULL, GT_VALUE_INTEGER, GT_VALUE_REAL, GT_VALUE_TEXT };

struct gt_value {
    enum gt_value_kind kind;
    int64_t integer;
    double real;
    const char *text; /* valid UTF-8 without NUL; blobs are x'..' */
};

struct gt_answer_column {
    const char *name; /* unique in the answer */
    bool of_edges;    /* numbers of edges, as the tables say */
};

/* Rows of an answer, row by row. Zeroed is valid and empty. */
struct gt_answer {
    struct gt_answer_column *column;
    struct gt_value *value; /* [n_rows * n_columns] */
    size_t n_columns, n_rows, room;
    struct gt_arena arena;
};

void gt_answer_fini(struct gt_answer *answer);

/* Asks one SELECT. Fails with text->blame when it is no SELECT, is wrong (the message shows the
 * line with a caret), reads what may not be read, or goes over a limit; with GT_INTERRUPTED. */
GT_MUST_USE bool gt_query_ask(struct gt_query *query, const struct gt_query_text *text,
                              const struct gt_binding *bindings, size_t n_bindings,
                              struct gt_answer *answer, struct gt_error *err);

/* How SQLite would answer: a row for each step ("id", "parent", "detail"). */
GT_MUST_USE bool gt_query_plan(struct gt_query *query, const struct gt_query_text *text,
                               const struct gt_binding *bindings, size_t n_bindings,
                               struct gt_answer *answer, struct gt_error *err);

/* One column of a table or function, for help and completion. */
struct gt_query_column {
    const char *table, *column, *type;
    struct gt_text title;
};

/* Every column of every table, then of every function; *n of them. Arguments of functions are left
 * out. In the query's memory. */
const struct gt_query_column *gt_query_columns(struct gt_query *query, size_t *n);

#endif
