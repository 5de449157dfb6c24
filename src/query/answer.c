/* answer.c: rows copied out of SQLite: valid UTF-8, without NUL, under names that differ. */
#include "query/answer.h"

#include "base/memory.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

void gt_answer_fini(struct gt_answer *answer)
{
    free(answer->value);
    gt_arena_fini(&answer->arena);
    *answer = (struct gt_answer){0};
}

/* The n bytes as text: what is no UTF-8, and NUL, become U+FFFD. */
static const char *clean_text(struct gt_arena *arena, const char *text, size_t n)
{
    size_t bad;
    if (gt_utf8_check(text, n, &bad) && !memchr(text, '\0', n))
        return gt_arena_text(arena, text, n);
    struct gt_buffer out = {0};
    char *copy = gt_xcalloc(n + 1, 1), code[4];
    memcpy(copy, text, n);
    for (const char *p = copy; p < copy + n;) {
        uint32_t next = *p ? gt_utf8_next(&p) : (p++, (uint32_t)GT_REPLACEMENT);
        gt_buffer_add(&out, code, gt_utf8_put(next, code));
    }
    const char *clean = gt_arena_text(arena, gt_buffer_string(&out), out.n);
    gt_buffer_fini(&out);
    free(copy);
    return clean;
}

static bool is_taken(const struct gt_answer *answer, size_t n, const char *name)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(answer->column[i].name, name) == 0)
            return true;
    return false;
}

/* True for columns that hold numbers of edges, as far as SQLite knows where they come from. */
static bool is_of_edges(sqlite3_stmt *statement, int column)
{
    const char *table = sqlite3_column_table_name(statement, column);
    const char *origin = sqlite3_column_origin_name(statement, column);
    if (!table || !origin)
        return false;
    bool ties = strcmp(table, "edge") == 0 || strcmp(table, "tie") == 0;
    return ties ? strcmp(origin, "id") == 0
                : (strcmp(table, "statement") == 0 || strcmp(table, "path") == 0) &&
                      strcmp(origin, "edge") == 0;
}

void gt_answer_begin(struct gt_answer *answer, sqlite3_stmt *statement)
{
    *answer = (struct gt_answer){.n_columns = (size_t)sqlite3_column_count(statement)};
    answer->column = gt_arena_array(&answer->arena, answer->n_columns + 1, sizeof *answer->column);
    for (size_t i = 0; i < answer->n_columns; i++) {
        const char *given = sqlite3_column_name(statement, (int)i);
        const char *name =
            clean_text(&answer->arena, given ? given : "", given ? strlen(given) : 0);
        const char *plain = name;
        for (unsigned k = 2; is_taken(answer, i, name); k++)
            name = gt_arena_format(&answer->arena, "%s_%u", plain, k);
        answer->column[i] =
            (struct gt_answer_column){.name = name, .of_edges = is_of_edges(statement, (int)i)};
    }
}

static const char *blob_text(struct gt_arena *arena, const unsigned char *bytes, size_t n)
{
    static const char digits[] = "0123456789abcdef";
    char *text = gt_arena_alloc(arena, 2 * n + 4);
    text[0] = 'x';
    text[1] = '\'';
    for (size_t i = 0; i < n; i++) {
        text[2 + 2 * i] = digits[bytes[i] >> 4];
        text[3 + 2 * i] = digits[bytes[i] & 15];
    }
    text[2 + 2 * n] = '\'';
    return text;
}

static struct gt_value read_value(struct gt_arena *arena, sqlite3_stmt *statement, int column)
{
    size_t n;
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
        return (struct gt_value){.kind = GT_VALUE_INTEGER,
                                 .integer = sqlite3_column_int64(statement, column)};
    case SQLITE_FLOAT:
        return (struct gt_value){.kind = GT_VALUE_REAL,
                                 .real = sqlite3_column_double(statement, column)};
    case SQLITE_TEXT: {
        const char *text = (const char *)sqlite3_column_text(statement, column);
        n = (size_t)sqlite3_column_bytes(statement, column);
        return (struct gt_value){.kind = GT_VALUE_TEXT,
                                 .text = clean_text(arena, text ? text : "", text ? n : 0)};
    }
    case SQLITE_BLOB: {
        const unsigned char *bytes = sqlite3_column_blob(statement, column);
        n = (size_t)sqlite3_column_bytes(statement, column);
        return (struct gt_value){.kind = GT_VALUE_TEXT,
                                 .text = blob_text(arena, bytes, bytes ? n : 0)};
    }
    default: /* SQLITE_NULL */
        return (struct gt_value){.kind = GT_VALUE_NULL};
    }
}

size_t gt_answer_add(struct gt_answer *answer, sqlite3_stmt *statement)
{
    size_t bytes = 0, n = answer->n_rows * answer->n_columns;
    for (size_t i = 0; i < answer->n_columns; i++, n++) {
        answer->value = gt_xgrow(answer->value, n, &answer->room, sizeof *answer->value);
        struct gt_value *value = &answer->value[n];
        *value = read_value(&answer->arena, statement, (int)i);
        bytes += sizeof *value + (value->text ? strlen(value->text) + 1 : 0);
    }
    answer->n_rows++;
    return bytes;
}
