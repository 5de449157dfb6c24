/* pattern.c: from a pattern's text to SQL: what is returned, grouped and ordered. */
#include "query/pattern.h"

#include "query/pattern_tree.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* A variable that is returned shows what it is as well: a node's title, a tie's type, a walk's
 * length. */
static bool write_variable_item(const struct gt_variable *variable, const char *name,
                                struct gt_buffer *select)
{
    switch (variable->kind) {
    case GT_VARIABLE_NODE:
        gt_buffer_format(select, "%s.id AS \"%s\", %s.title AS \"%s_title\"", variable->alias, name,
                         variable->alias, name);
        return true;
    case GT_VARIABLE_TIE:
        gt_buffer_format(select, "%s.id AS \"%s\", %s.type AS \"%s_type\"", variable->alias, name,
                         variable->alias, name);
        return true;
    case GT_VARIABLE_WALK:
        gt_buffer_format(select, "trim(%s.ids, ',') AS \"%s\", %s.length AS \"%s_length\"",
                         variable->alias, name, variable->alias, name);
        return true;
    }
    return false;
}

/* The text of an expression, as the column's name. */
static const char *source_text(struct gt_pattern *pattern, const struct gt_expression *expression)
{
    size_t n = expression->end - expression->offset;
    char *text = gt_arena_text(&pattern->arena, pattern->text->sql + expression->offset, n);
    for (char *p = text; *p; p++)
        if (*p == '"' || *p == '\n' || *p == '\r' || *p == '\t')
            *p = *p == '"' ? '\'' : ' ';
    return text;
}

static bool write_item(struct gt_pattern *pattern, const struct gt_item *item,
                       struct gt_buffer *select)
{
    const struct gt_expression *expression = item->expression;
    size_t variable = expression->kind == GT_EXPRESSION_VARIABLE
                          ? gt_pattern_find_variable(pattern, expression->text)
                          : GT_NONE;
    if (variable != GT_NONE && pattern->variable[variable].scope == &pattern->scope)
        return write_variable_item(&pattern->variable[variable],
                                   item->alias ? item->alias : expression->text, select);
    if (!gt_expression_write(pattern, expression, select))
        return false;
    gt_buffer_format(select, " AS \"%s\"",
                     item->alias ? item->alias : source_text(pattern, expression));
    return true;
}

static bool write_select(struct gt_pattern *pattern, struct gt_buffer *select)
{
    size_t n = 0;
    gt_buffer_format(select, "SELECT %s", pattern->distinct ? "DISTINCT " : "");
    for (size_t i = 0; i < pattern->n_items; i++) {
        gt_buffer_text(select, i ? ", " : "");
        if (!write_item(pattern, &pattern->item[i], select))
            return false;
    }
    for (size_t i = 0; i < pattern->n_variables && pattern->all; i++) {
        const struct gt_variable *variable = &pattern->variable[i];
        if (!variable->name || variable->scope != &pattern->scope)
            continue;
        gt_buffer_text(select, n++ ? ", " : "");
        write_variable_item(variable, variable->name, select);
    }
    return !pattern->all || n ||
           gt_pattern_fail(pattern, 0, "RETURN * wants a name in the pattern",
                           "RETURN * 需要模式中有名称");
}

/* With an aggregate, what is returned beside it groups. */
static bool write_group(struct gt_pattern *pattern, struct gt_buffer *sql)
{
    bool any = false;
    size_t n = 0;
    for (size_t i = 0; i < pattern->n_items; i++)
        any = any || gt_expression_has_aggregate(pattern->item[i].expression);
    for (size_t i = 0; i < pattern->n_items && any; i++) {
        if (gt_expression_has_aggregate(pattern->item[i].expression))
            continue;
        gt_buffer_text(sql, n++ ? ", " : "\nGROUP BY ");
        if (!gt_expression_write(pattern, pattern->item[i].expression, sql))
            return false;
    }
    return true;
}

/* The name under which RETURN gives what ORDER BY names, null when it does not. */
static const char *returned_name(const struct gt_pattern *pattern,
                                 const struct gt_expression *expression)
{
    for (size_t i = 0; i < pattern->n_items; i++)
        if (expression->kind == GT_EXPRESSION_VARIABLE && pattern->item[i].alias &&
            strcasecmp(pattern->item[i].alias, expression->text) == 0)
            return pattern->item[i].alias;
    return NULL;
}

static bool write_order(struct gt_pattern *pattern, struct gt_buffer *sql)
{
    for (size_t i = 0; i < pattern->n_order; i++) {
        const struct gt_expression *expression = pattern->order[i].expression;
        const char *name = returned_name(pattern, expression);
        gt_buffer_text(sql, i ? ", " : "\nORDER BY ");
        if (name)
            gt_buffer_format(sql, "\"%s\"", name);
        else if (!gt_expression_write(pattern, expression, sql))
            return false;
        gt_buffer_text(sql, pattern->order[i].descending ? " DESC" : "");
    }
    if (pattern->limit || pattern->offset)
        gt_buffer_format(sql, "\nLIMIT %s", pattern->limit ? pattern->limit : "-1");
    if (pattern->offset)
        gt_buffer_format(sql, " OFFSET %s", pattern->offset);
    return true;
}

bool gt_pattern_write(struct gt_pattern *pattern, struct gt_buffer *sql)
{
    struct gt_buffer select = {0};
    pattern->now = &pattern->scope;
    bool done = write_select(pattern, &select) &&
                gt_scope_write(pattern, &pattern->scope, gt_buffer_string(&select), sql) &&
                write_group(pattern, sql) && write_order(pattern, sql);
    gt_buffer_fini(&select);
    return done;
}

bool gt_pattern_compile(const struct gt_query_text *text, struct gt_buffer *sql,
                        struct gt_error *err)
{
    struct gt_query names = {0}; /* for its columns alone */
    struct gt_pattern pattern = {.text = text, .err = err, .names = &names};
    gt_sql_columns_make(&names);
    bool done = gt_pattern_read_tokens(&pattern) && gt_pattern_parse(&pattern) &&
                gt_pattern_write(&pattern, sql);
    for (int t = 0; t < GT_SQL_TABLES; t++)
        free(names.columns[t].item);
    gt_arena_fini(&names.arena);
    gt_arena_fini(&pattern.arena);
    free(pattern.token);
    free(pattern.variable);
    return done;
}
