/* pattern_scope.c: the nodes and ties of a pattern as FROM and WHERE.
 *
 * How it works: a node is a row of `node`, a tie one of `tie` (a tie as seen from an end), joined
 * by ids. A tie of variable length is a recursive common table expression that walks from the nodes
 * of the end that is narrowed down more; it keeps the numbers of its ties as text (",4,17,"), so
 * that disjoint() can tell that none is used twice. */
#include "query/pattern_tree.h"

#include <string.h>
#include <strings.h>

/* Conditions joined by AND. */
static void and_next(struct gt_buffer *where)
{
    if (where->n)
        gt_buffer_text(where, "\n  AND ");
}

static void write_types(const struct gt_element *element, const char *alias,
                        struct gt_buffer *where)
{
    enum gt_vocabulary vocabulary =
        element->tie ? GT_VOCABULARY_EDGE_TYPE : GT_VOCABULARY_NODE_TYPE;
    bool several = element->types & (element->types - 1), first = true;
    if (!element->types)
        return;
    and_next(where);
    gt_buffer_format(where, several ? "%s.type IN (" : "%s.type = ", alias);
    for (int i = 0; i < gt_vocabulary_size(vocabulary); i++)
        if (element->types >> i & 1) {
            gt_buffer_format(where, "%s'%s'", first ? "" : ", ",
                             gt_vocabulary_word(vocabulary, i).name);
            first = false;
        }
    gt_buffer_text(where, several ? ")" : "");
}

static void write_way(enum gt_way way, const char *alias, struct gt_buffer *where)
{
    static const char *const columns[] = {
        [GT_WAY_OUT] = "outgoing", [GT_WAY_IN] = "incoming", [GT_WAY_MUTUAL] = "mutual"};
    if (way == GT_WAY_ANY)
        return;
    and_next(where);
    gt_buffer_format(where, "%s.%s", alias, columns[way]);
}

static bool write_condition(struct gt_pattern *pattern, const struct gt_expression *condition,
                            struct gt_buffer *where)
{
    if (!condition)
        return true;
    if (gt_expression_has_aggregate(condition))
        return gt_pattern_fail(pattern, condition->offset,
                               "count, sum and the like stand in RETURN, not in a condition",
                               "count、sum 等只能用于 RETURN，不能用于条件");
    and_next(where);
    return gt_expression_write(pattern, condition, where);
}

/* --- walks -------------------------------------------------------------------------------------
 */

/* True when an expression reads this variable and no other. */
static bool reads_only(const struct gt_pattern *pattern, const struct gt_expression *expression,
                       size_t variable)
{
    char number[24];
    snprintf(number, sizeof number, "#%zu", variable);
    if (expression->kind == GT_EXPRESSION_EXISTS || expression->kind == GT_EXPRESSION_CALL)
        return false;
    if (expression->kind == GT_EXPRESSION_VARIABLE || expression->kind == GT_EXPRESSION_PROPERTY)
        return strcmp(expression->text, number) == 0 ||
               gt_pattern_find_variable(pattern, expression->text) == variable;
    for (size_t i = 0; i < expression->n; i++)
        if (!reads_only(pattern, expression->argument[i], variable))
            return false;
    return true;
}

/* Calls take(...) for each part of a condition that AND joins. */
static size_t list_parts(const struct gt_expression *condition, const struct gt_expression **list,
                         size_t n, size_t most)
{
    if (!condition || n == most)
        return n;
    if (condition->kind == GT_EXPRESSION_BINARY && strcmp(condition->text, "AND") == 0)
        return list_parts(condition->argument[1], list,
                          list_parts(condition->argument[0], list, n, most), most);
    list[n] = condition;
    return n + 1;
}

/* Adds what is asked of a node alone, wherever it is asked, for an alias; *score is how much it
 * narrows down. Without `where` it only counts. */
static bool write_own(struct gt_pattern *pattern, const struct gt_scope *scope, size_t variable,
                      struct gt_buffer *where, unsigned *score)
{
    enum { PARTS = 64, SHARP = 10 };
    const struct gt_expression *part[PARTS];
    size_t n = list_parts(scope->where, part, 0, PARTS);
    *score = 0;
    for (size_t i = 0; i < scope->n_elements; i++)
        if (scope->element[i].variable == variable) {
            n = list_parts(scope->element[i].where, part, n, PARTS);
            *score += scope->element[i].types != 0;
            if (where)
                write_types(&scope->element[i], pattern->override, where);
        }
    for (size_t i = 0; i < n; i++) {
        if (!reads_only(pattern, part[i], variable))
            continue;
        bool sharp = part[i]->kind == GT_EXPRESSION_BINARY && strcmp(part[i]->text, "=") == 0 &&
                     part[i]->argument[0]->kind == GT_EXPRESSION_PROPERTY &&
                     strcasecmp(part[i]->argument[0]->name, "id") == 0;
        *score += sharp ? SHARP : 1;
        if (where && !write_condition(pattern, part[i], where))
            return false;
    }
    return true;
}

static enum gt_way turn(enum gt_way way)
{
    return way == GT_WAY_OUT ? GT_WAY_IN : way == GT_WAY_IN ? GT_WAY_OUT : way;
}

/* The conditions of a walk's step along the tie "t" from the walk "w". */
static bool write_step(struct gt_pattern *pattern, const struct gt_scope *scope,
                       const struct gt_element *tie, enum gt_way way, struct gt_buffer *where)
{
    if (tie->most != GT_NONE) {
        and_next(where);
        gt_buffer_format(where, "w.length < %u", tie->most);
    }
    write_types(tie, "t", where);
    write_way(way, "t", where);
    if (!scope->repeatable) {
        and_next(where);
        gt_buffer_text(where, "disjoint(w.ids, t.id)");
    }
    pattern->override_variable = tie->variable;
    pattern->override = "t";
    bool done = write_condition(pattern, tie->where, where);
    pattern->override = NULL;
    return done;
}

/* The name and body of a walk; *turned: it starts at the right end. */
static bool write_walk(struct gt_pattern *pattern, const struct gt_scope *scope, size_t at,
                       bool *turned, struct gt_buffer *with)
{
    const struct gt_element *tie = &scope->element[at];
    unsigned left, right;
    struct gt_buffer seed = {0}, step = {0};
    if (!write_own(pattern, scope, tie[-1].variable, NULL, &left) ||
        !write_own(pattern, scope, tie[1].variable, NULL, &right))
        return false;
    *turned = right > left;
    pattern->override_variable = *turned ? tie[1].variable : tie[-1].variable;
    pattern->override = "s";
    bool done = write_own(pattern, scope, pattern->override_variable, &seed, &left);
    pattern->override = NULL;
    done = done && write_step(pattern, scope, tie, *turned ? turn(tie->way) : tie->way, &step);
    if (done)
        gt_buffer_format(with,
                         "%swalk_%u(start, node, ids, length) AS (\n"
                         "  SELECT s.id, s.id, ',', 0 FROM node AS s%s%s\n"
                         "  UNION ALL\n"
                         "  SELECT w.start, t.other, %s, w.length + 1\n"
                         "  FROM walk_%u AS w JOIN tie AS t ON t.node = w.node%s%s)",
                         with->n ? ",\n" : "WITH RECURSIVE ", pattern->n_walks,
                         seed.n ? "\n  WHERE " : "", gt_buffer_string(&seed),
                         *turned ? "',' || t.id || w.ids" : "w.ids || t.id || ','",
                         pattern->n_walks, step.n ? "\n  WHERE " : "", gt_buffer_string(&step));
    gt_buffer_fini(&seed);
    gt_buffer_fini(&step);
    return done;
}

/* --- joins -------------------------------------------------------------------------------------
 */

struct parts {
    struct gt_buffer with, from, where;
};

static void add_source(struct parts *parts, const char *table, const char *alias)
{
    gt_buffer_format(&parts->from, "%s%s AS %s", parts->from.n ? ", " : "", table, alias);
}

static bool is_first(const struct gt_scope *scope, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (scope->element[i].variable == scope->element[at].variable)
            return false;
    return true;
}

static bool write_node(struct gt_pattern *pattern, const struct gt_scope *scope, size_t at,
                       struct parts *parts)
{
    const struct gt_element *node = &scope->element[at];
    const struct gt_variable *variable = &pattern->variable[node->variable];
    if (variable->scope == scope && is_first(scope, at))
        add_source(parts, "node", variable->alias);
    write_types(node, variable->alias, &parts->where);
    return write_condition(pattern, node->where, &parts->where);
}

static bool write_tie(struct gt_pattern *pattern, const struct gt_scope *scope, size_t at,
                      struct parts *parts)
{
    const struct gt_element *tie = &scope->element[at];
    const char *alias = pattern->variable[tie->variable].alias;
    const char *left = pattern->variable[tie[-1].variable].alias;
    const char *right = pattern->variable[tie[1].variable].alias;
    bool turned;
    if (!tie->many) {
        add_source(parts, "tie", alias);
        and_next(&parts->where);
        gt_buffer_format(&parts->where, "%s.node = %s.id AND %s.other = %s.id", alias, left, alias,
                         right);
        write_types(tie, alias, &parts->where);
        write_way(tie->way, alias, &parts->where);
        return write_condition(pattern, tie->where, &parts->where);
    }
    pattern->n_walks++;
    if (!write_walk(pattern, scope, at, &turned, &parts->with))
        return false;
    add_source(parts, gt_arena_format(&pattern->arena, "walk_%u", pattern->n_walks), alias);
    and_next(&parts->where);
    gt_buffer_format(&parts->where, "%s.start = %s.id AND %s.node = %s.id AND %s.length >= %u",
                     alias, turned ? right : left, alias, turned ? left : right, alias, tie->least);
    return true;
}

/* No tie twice: between all pairs of ties whose types leave it open. */
static void write_different(const struct gt_pattern *pattern, const struct gt_scope *scope,
                            struct gt_buffer *where)
{
    for (size_t i = 0; i < scope->n_elements; i++)
        for (size_t k = i + 1; k < scope->n_elements; k++) {
            const struct gt_element *a = &scope->element[i], *b = &scope->element[k];
            if (!a->tie || !b->tie || (a->types && b->types && !(a->types & b->types)))
                continue;
            const char *x = pattern->variable[a->variable].alias;
            const char *y = pattern->variable[b->variable].alias;
            and_next(where);
            if (a->many || b->many)
                gt_buffer_format(where, "disjoint(%s.%s, %s.%s)", x, a->many ? "ids" : "id", y,
                                 b->many ? "ids" : "id");
            else
                gt_buffer_format(where, "%s.id <> %s.id", x, y);
        }
}

bool gt_scope_write(struct gt_pattern *pattern, struct gt_scope *scope, const char *select,
                    struct gt_buffer *sql)
{
    struct parts parts = {0};
    bool done = true;
    for (size_t i = 0; i < scope->n_elements && done; i++)
        done = scope->element[i].tie ? write_tie(pattern, scope, i, &parts)
                                     : write_node(pattern, scope, i, &parts);
    if (!scope->repeatable)
        write_different(pattern, scope, &parts.where);
    done = done && write_condition(pattern, scope->where, &parts.where);
    if (done) {
        gt_buffer_format(sql, "%s%s%s", gt_buffer_string(&parts.with), parts.with.n ? "\n" : "",
                         select);
        if (parts.from.n)
            gt_buffer_format(sql, "\nFROM %s", parts.from.bytes);
        if (parts.where.n)
            gt_buffer_format(sql, "\nWHERE %s", parts.where.bytes);
    }
    gt_buffer_fini(&parts.with);
    gt_buffer_fini(&parts.from);
    gt_buffer_fini(&parts.where);
    return done;
}
