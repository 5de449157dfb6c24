/* query.c: how long a look-up takes in a graph of a million ties, beside the same data in tables of
 * SQLite with indexes: `make bench`. Each time is of a whole question: prepared, bound, answered.
 */
#include "query/query.h"
#include "base/memory.h"
#include "graph/graph.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { NODES = 100000, TIES = 1000000, TYPES = 16, ROUNDS = 200, ID = 16, MOST_MS = 1 };

struct question {
    const char *name, *sql;
    bool of_node; /* :key is a node's id, else a number */
    bool scans;   /* reads more than a few rows: no limit of time */
};

static const struct question questions[] = {
    {"node by id", "SELECT type, name FROM node WHERE id = :key", true, false},
    {"ties by source", "SELECT type, target FROM edge WHERE source = :key", true, false},
    {"ties by target", "SELECT type, source FROM edge WHERE target = :key", true, false},
    {"ties by source and type", "SELECT target FROM edge WHERE source = :key AND type = 'supports'",
     true, false},
    {"tie by number", "SELECT source, target FROM edge WHERE id = :key", false, false},
    {"statements of a tie", "SELECT status, \"start\" FROM statement WHERE edge = :key", false,
     false},
    {"two hops",
     "SELECT count(*) FROM edge AS a JOIN edge AS b ON b.source = a.target WHERE a.source = :key",
     true, false},
    {"count by type", "SELECT count(*) FROM edge WHERE type = 'founds' AND :key IS NOT NULL", true,
     true},
    {"group all", "SELECT type, count(*) FROM edge WHERE :key IS NOT NULL GROUP BY type", true,
     true},
};

enum { QUESTIONS = sizeof questions / sizeof *questions };

static double milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* Numbers that are the same on every machine (SplitMix64). */
static uint32_t below(uint64_t *state, uint32_t n)
{
    uint64_t z = *state += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return (uint32_t)((z ^ z >> 31) % n);
}

static const char *node_id(uint32_t number, char id[ID])
{
    snprintf(id, ID, "n%u", number);
    return id;
}

static struct gt_graph *make_graph(void)
{
    struct gt_graph *graph = gt_graph_new();
    struct gt_faults faults = {0};
    char id[ID];
    uint64_t state = 1;
    gt_graph_put_document(graph,
                          &(struct gt_document){.id = "d",
                                                .title = "t",
                                                .issuer = "n0",
                                                .date = "2024",
                                                .sha256 = "0",
                                                .length = TIES,
                                                .place = ""},
                          &faults);
    for (uint32_t i = 0; i < NODES; i++) {
        struct gt_node node = {.id = node_id(i, id), .name = id, .place = ""};
        node.type = (enum gt_node_type)below(&state, GT_NODE_TYPES);
        gt_graph_put_node(graph, &node, &faults);
    }
    for (uint32_t i = 0; i < TIES; i++) {
        const struct gt_statement statement = {.evidence = {0, i, i + 1}, .place = ""};
        gt_graph_put_statement(graph, below(&state, NODES), (enum gt_edge_type)below(&state, TYPES),
                               below(&state, NODES), &statement);
    }
    gt_graph_finish(graph);
    gt_faults_fini(&faults);
    return graph;
}

/* --- the peer ----------------------------------------------------------------------------------
 */

static void run(sqlite3 *db, const char *sql)
{
    if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK) {
        fprintf(stderr, "%s: %s\n", sql, sqlite3_errmsg(db));
        exit(1);
    }
}

static void insert_nodes(sqlite3 *db, const struct gt_graph *graph)
{
    sqlite3_stmt *insert;
    sqlite3_prepare_v2(db, "INSERT INTO node VALUES (?, ?, ?)", -1, &insert, NULL);
    for (uint32_t i = 0; i < graph->n_nodes; i++) {
        const struct gt_node *node = &graph->nodes[i];
        sqlite3_bind_text(insert, 1, node->id, -1, SQLITE_STATIC);
        sqlite3_bind_text(insert, 2, gt_node_types[node->type].name, -1, SQLITE_STATIC);
        sqlite3_bind_text(insert, 3, node->name, -1, SQLITE_STATIC);
        sqlite3_step(insert);
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
}

static void insert_edges(sqlite3 *db, const struct gt_graph *graph)
{
    sqlite3_stmt *edge, *statement;
    sqlite3_prepare_v2(db, "INSERT INTO edge VALUES (?, ?, ?, ?)", -1, &edge, NULL);
    sqlite3_prepare_v2(db, "INSERT INTO statement VALUES (?, ?, ?)", -1, &statement, NULL);
    for (uint32_t i = 0; i < graph->n_edges; i++) {
        const struct gt_edge *this = &graph->edges[i];
        sqlite3_bind_int64(edge, 1, i);
        sqlite3_bind_text(edge, 2, graph->nodes[this->source].id, -1, SQLITE_STATIC);
        sqlite3_bind_text(edge, 3, gt_edge_types[this->type].name, -1, SQLITE_STATIC);
        sqlite3_bind_text(edge, 4, graph->nodes[this->target].id, -1, SQLITE_STATIC);
        sqlite3_step(edge);
        sqlite3_reset(edge);
        for (uint32_t s = this->first; s < this->first + this->n; s++) {
            sqlite3_bind_int64(statement, 1, i);
            sqlite3_bind_text(statement, 2, "past", -1, SQLITE_STATIC);
            sqlite3_bind_int64(statement, 3, graph->statements[s].evidence.start);
            sqlite3_step(statement);
            sqlite3_reset(statement);
        }
    }
    sqlite3_finalize(edge);
    sqlite3_finalize(statement);
}

static sqlite3 *make_peer(const struct gt_graph *graph)
{
    sqlite3 *db;
    if (sqlite3_open(":memory:", &db) != SQLITE_OK)
        exit(1);
    run(db, "CREATE TABLE node(id TEXT PRIMARY KEY, type TEXT, name TEXT) WITHOUT ROWID;"
            "CREATE TABLE edge(id INTEGER PRIMARY KEY, source TEXT, type TEXT, target TEXT);"
            "CREATE TABLE statement(edge INTEGER, status TEXT, \"start\" INTEGER); BEGIN");
    insert_nodes(db, graph);
    insert_edges(db, graph);
    run(db, "COMMIT; CREATE INDEX by_source ON edge(source, type);"
            "CREATE INDEX by_target ON edge(target); CREATE INDEX by_type ON edge(type);"
            "CREATE INDEX by_edge ON statement(edge); ANALYZE");
    return db;
}

static size_t ask_peer(sqlite3 *db, const char *sql, const char *key, bool text)
{
    sqlite3_stmt *statement;
    size_t rows = 0;
    if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK)
        exit(1);
    if (text)
        sqlite3_bind_text(statement, 1, key, -1, SQLITE_STATIC);
    else
        sqlite3_bind_int64(statement, 1, strtoll(key, NULL, 10));
    while (sqlite3_step(statement) == SQLITE_ROW)
        rows++;
    sqlite3_finalize(statement);
    return rows;
}

/* --- measuring ---------------------------------------------------------------------------------
 */

static size_t ask_graph(struct gt_query *query, const char *sql, const char *key, bool text)
{
    struct gt_error err = {0};
    struct gt_answer answer;
    const struct gt_query_text question = {.sql = sql, .blame = GT_USAGE};
    const struct gt_binding binding = {"key", key, !text};
    if (!gt_query_ask(query, &question, &binding, 1, &answer, &err)) {
        fprintf(stderr, "%s\n", err.text);
        exit(1);
    }
    size_t rows = answer.n_rows;
    gt_answer_fini(&answer);
    return rows;
}

static int compare_doubles(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Medians of both; false when the answers differ in size, or a look-up takes too long. */
static bool measure(struct gt_query *query, sqlite3 *peer, const struct question *question)
{
    static double ours[ROUNDS], theirs[ROUNDS];
    int rounds = question->scans ? 5 : ROUNDS;
    uint64_t state = 7;
    char key[ID];
    bool same = true;
    ask_graph(query, question->sql, "0", question->of_node); /* makes the index */
    for (int i = 0; i < rounds; i++) {
        uint32_t number = below(&state, NODES);
        snprintf(key, sizeof key, question->of_node ? "n%u" : "%u", number);
        double start = milliseconds();
        size_t a = ask_graph(query, question->sql, key, question->of_node);
        double middle = milliseconds();
        size_t b = ask_peer(peer, question->sql, key, question->of_node);
        ours[i] = middle - start;
        theirs[i] = milliseconds() - middle;
        same = same && a == b;
    }
    qsort(ours, (size_t)rounds, sizeof *ours, compare_doubles);
    qsort(theirs, (size_t)rounds, sizeof *theirs, compare_doubles);
    double us = ours[rounds / 2], them = theirs[rounds / 2], worst = ours[rounds - 1 - rounds / 20];
    printf("%-26s %9.4f ms  (95%%: %9.4f)  SQLite table %9.4f ms  ratio %5.2f%s\n", question->name,
           us, worst, them, us / them, same ? "" : "  ANSWERS DIFFER");
    return same && (question->scans || us < MOST_MS);
}

int main(void)
{
    struct gt_error err = {0};
    struct gt_query *query;
    const struct gt_query_settings settings = {.limits = {.seconds = 600, .bytes = 4ull << 30}};
    bool fine = true;
    double start = milliseconds();
    struct gt_graph *graph = make_graph();
    printf("%u nodes, %u ties, made in %.0f ms\n", graph->n_nodes, graph->n_edges,
           milliseconds() - start);
    start = milliseconds();
    sqlite3 *peer = make_peer(graph);
    printf("SQLite tables with indexes: a copy, made in %.0f ms\n", milliseconds() - start);
    start = milliseconds();
    if (!gt_query_open(graph, &settings, &query, &err))
        return 1;
    ask_graph(query, "SELECT 1 FROM tie WHERE node = :key", "n0", true);
    ask_graph(query, "SELECT 1 FROM edge WHERE type = :key LIMIT 1", "founds", true);
    printf("virtual tables: no copy; opened and indexed in %.0f ms\n\n", milliseconds() - start);
    for (int i = 0; i < QUESTIONS; i++)
        fine = measure(query, peer, &questions[i]) && fine;
    gt_query_close(query);
    sqlite3_close(peer);
    gt_graph_free(graph);
    printf("\n%s\n", fine ? "every look-up in less than 1 ms" : "a look-up is too slow, or wrong");
    return !fine;
}
