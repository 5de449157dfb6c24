/* scalar.c: functions of SQL expressions. */
#include "query/row.h"

#include "base/number.h"
#include "graph/find.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SCALAR_BODY(name)                                                                          \
    static void scalar_##name(sqlite3_context *result, int argc, sqlite3_value **argv)

static struct gt_query *query_of(sqlite3_context *result)
{
    return sqlite3_user_data(result);
}

static void give_buffer(sqlite3_context *result, struct gt_buffer *text)
{
    if (text->n)
        sqlite3_result_text(result, text->bytes, (int)text->n, SQLITE_TRANSIENT);
    gt_buffer_fini(text);
}

/* The title of a word of any vocabulary, null when it is none. No word is in two of them. */
static const char *find_title(const char *word, enum gt_lang lang)
{
    for (int v = 0; v < GT_VOCABULARIES; v++) {
        int found = gt_vocabulary_find((enum gt_vocabulary)v, word, false);
        if (found >= 0)
            return gt_vocabulary_word((enum gt_vocabulary)v, found).title.in[lang];
    }
    return NULL;
}

/* A list ("changning,putuo") is titled word by word; what has no title stays as it is. */
SCALAR_BODY(term)
{
    (void)argc;
    const char *words = (const char *)sqlite3_value_text(argv[0]);
    enum gt_lang lang = query_of(result)->settings.lang;
    struct gt_buffer titles = {0}, word = {0};
    for (const char *p = words; p; p = *p ? p + 1 : NULL) {
        size_t n = strcspn(p, ",");
        gt_buffer_clear(&word);
        gt_buffer_add(&word, p, n);
        const char *title = find_title(gt_buffer_string(&word), lang);
        gt_buffer_format(&titles, "%s%s", titles.n ? gt_say(lang, ", ", "、") : "",
                         title ? title : gt_buffer_string(&word));
        p += n;
    }
    give_buffer(result, &titles);
    gt_buffer_fini(&word);
}

SCALAR_BODY(entity)
{
    (void)argc;
    struct gt_query *query = query_of(result);
    const char *text = (const char *)sqlite3_value_text(argv[0]);
    uint32_t node;
    if (!text)
        return;
    if (gt_find_node(query->graph, text, &node, &query->failure))
        sqlite3_result_text(result, query->graph->nodes[node].id, -1, SQLITE_STATIC);
    else
        sqlite3_result_error(result, query->failure.text, -1);
}

static void add_locator(const struct gt_document *document, int64_t start, int64_t end,
                        struct gt_buffer *text)
{
    gt_buffer_format(text, "%s%s [%lld-%lld]", text->n ? "; " : "",
                     document->number ? document->number : document->id, (long long)start,
                     (long long)end);
}

SCALAR_BODY(evidence)
{
    (void)argc;
    const struct gt_graph *graph = query_of(result)->graph;
    struct gt_buffer text = {0};
    int64_t number = sqlite3_value_int64(argv[0]);
    if (sqlite3_value_numeric_type(argv[0]) != SQLITE_INTEGER || number < 0 ||
        number >= graph->n_edges)
        return;
    const struct gt_edge *edge = &graph->edges[number];
    for (uint32_t i = edge->first; i < edge->first + edge->n; i++) {
        const struct gt_span *span = &graph->statements[i].evidence;
        add_locator(&graph->documents[span->document], span->start, span->end, &text);
    }
    give_buffer(result, &text);
}

SCALAR_BODY(locator)
{
    (void)argc;
    const struct gt_graph *graph = query_of(result)->graph;
    const char *id = (const char *)sqlite3_value_text(argv[0]);
    uint32_t document = id ? gt_graph_document(graph, id) : GT_NONE;
    struct gt_buffer text = {0};
    if (document == GT_NONE)
        return;
    add_locator(&graph->documents[document], sqlite3_value_int64(argv[1]),
                sqlite3_value_int64(argv[2]), &text);
    give_buffer(result, &text);
}

/* The next number of ",1,22,"; false at its end. */
static bool next_number(const char **p, uint64_t *number)
{
    while (**p && (**p < '0' || **p > '9'))
        ++*p;
    if (!**p)
        return false;
    for (*number = 0; **p >= '0' && **p <= '9'; ++*p)
        *number = *number * 10 + (uint64_t)(**p - '0');
    return true;
}

static bool has_number(const char *list, uint64_t wanted)
{
    uint64_t number;
    while (next_number(&list, &number))
        if (number == wanted)
            return true;
    return false;
}

SCALAR_BODY(disjoint)
{
    (void)argc;
    const char *a = (const char *)sqlite3_value_text(argv[0]);
    const char *b = (const char *)sqlite3_value_text(argv[1]);
    bool apart = true;
    uint64_t number;
    if (!a || !b)
        return;
    while (apart && next_number(&a, &number))
        apart = !has_number(b, number);
    sqlite3_result_int(result, apart);
}

int gt_sql_scalars_register(struct gt_query *query)
{
    static const struct {
        const char *name;
        int arguments;
        void (*function)(sqlite3_context *, int, sqlite3_value **);
    } scalars[] = {
#define SCALAR(name, n, ...) {#name, n, scalar_##name},
#include "query/scalar.def"
#undef SCALAR
    };
    const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    int code = SQLITE_OK;
    for (size_t i = 0; i < sizeof scalars / sizeof *scalars && code == SQLITE_OK; i++)
        code = sqlite3_create_function_v2(query->db, scalars[i].name, scalars[i].arguments, flags,
                                          query, scalars[i].function, NULL, NULL, NULL);
    return code;
}
