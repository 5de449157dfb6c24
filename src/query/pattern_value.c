/* pattern_value.c: the expressions of a pattern as SQL; names are looked up here. */
#include "query/pattern_tree.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

void gt_sql_string(const char *text, struct gt_buffer *sql)
{
    gt_buffer_text(sql, "'");
    for (const char *p = text; *p; p++)
        gt_buffer_format(sql, *p == '\'' ? "''" : "%c", *p);
    gt_buffer_text(sql, "'");
}

/* --- names -------------------------------------------------------------------------------------
 */

/* Variables of EXISTS are not seen outside of it. */
static bool is_visible(const struct gt_pattern *pattern, const struct gt_variable *variable)
{
    for (const struct gt_scope *scope = pattern->now; scope; scope = scope->outer)
        if (variable->scope == scope)
            return true;
    return false;
}

/* The variable that an expression names ("#3": by number); fails when there is none. */
static bool resolve(struct gt_pattern *pattern, const struct gt_expression *expression,
                    size_t *variable)
{
    const char *name = expression->text, *near = NULL;
    if (*name == '#') {
        *variable = (size_t)strtoul(name + 1, NULL, 10);
        return true;
    }
    *variable = gt_pattern_find_variable(pattern, name);
    if (*variable != GT_NONE && is_visible(pattern, &pattern->variable[*variable]))
        return true;
    for (size_t i = 0; i < pattern->n_variables; i++)
        if (pattern->variable[i].name && is_visible(pattern, &pattern->variable[i]) &&
            (!near ||
             gt_text_distance(pattern->variable[i].name, name) < gt_text_distance(near, name)))
            near = pattern->variable[i].name;
    return gt_pattern_fail(pattern, expression->offset, "the pattern names no \"%s\"; it names %s",
                           "模式中没有名为“%s”的节点或关系；已有 %s", name,
                           near ? near : gt_say(pattern->err->lang, "nothing", "无"));
}

static const char *alias_of(const struct gt_pattern *pattern, size_t variable)
{
    bool other = pattern->override && pattern->override_variable == variable;
    return other ? pattern->override : pattern->variable[variable].alias;
}

/* What a variable is here: in the conditions of a walk's steps, a tie. */
static enum gt_variable_kind kind_of(const struct gt_pattern *pattern, size_t variable)
{
    enum gt_variable_kind kind = pattern->variable[variable].kind;
    bool step =
        kind == GT_VARIABLE_WALK && pattern->override && pattern->override_variable == variable;
    return step ? GT_VARIABLE_TIE : kind;
}

/* Columns that only tell from which end a tie is seen. */
static bool is_of_ends(const char *name)
{
    static const char *const names[] = {"node", "other", "outgoing", "incoming"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

/* The column of a node or tie with that name; null after failing with the nearest. */
static const struct gt_sql_column *find_column(struct gt_pattern *pattern,
                                               const struct gt_expression *property, bool tie)
{
    const struct gt_sql_columns *columns = &pattern->names->columns[tie ? GT_SQL_tie : GT_SQL_node];
    const char *near = NULL;
    for (size_t i = 0; i < columns->n; i++) {
        const char *name = columns->item[i].name;
        if (tie && is_of_ends(name))
            continue;
        if (strcasecmp(name, property->name) == 0)
            return &columns->item[i];
        if (!near ||
            gt_text_distance(name, property->name) < gt_text_distance(near, property->name))
            near = name;
    }
    size_t offset = property->end ? property->end - strlen(property->name) : property->offset;
    gt_pattern_fail(pattern, offset,
                    tie ? "a tie has no property \"%s\"; did you mean %s?"
                        : "a node has no property \"%s\"; did you mean %s?",
                    tie ? "关系没有属性“%s”；是否为 %s？" : "节点没有属性“%s”；是否为 %s？",
                    property->name, near);
    return NULL;
}

/* The vocabulary whose words a column holds, -1 for none. */
static int vocabulary_of(const struct gt_sql_column *column)
{
    if (!column->property)
        return strcmp(column->name, "status") == 0     ? GT_VOCABULARY_STATUS
               : strcmp(column->name, "district") == 0 ? GT_VOCABULARY_DISTRICT
                                                       : -1;
    switch (column->property->kind) {
    case GT_KIND_NODE_TYPE:
        return GT_VOCABULARY_NODE_TYPE;
    case GT_KIND_EDGE_TYPE:
        return GT_VOCABULARY_EDGE_TYPE;
    case GT_KIND_LEVEL:
        return GT_VOCABULARY_LEVEL;
    case GT_KIND_STATUS:
    case GT_KIND_SLUG:
    case GT_KIND_TEXT:
    case GT_KIND_LABEL:
    case GT_KIND_TEXTS:
    case GT_KIND_DATE:
    case GT_KIND_HASH:
    case GT_KIND_COUNT:
    case GT_KIND_NUMBER:
    case GT_KIND_DISTRICT:
    case GT_KIND_DISTRICTS:
    case GT_KIND_DOCUMENTS:
    case GT_KIND_AMOUNT:
    case GT_KIND_NODE:
    case GT_KIND_SPAN:
    case GT_PROPERTY_KINDS:
        break;
    }
    return -1;
}

static bool write_property(struct gt_pattern *pattern, const struct gt_expression *property,
                           struct gt_buffer *sql)
{
    size_t variable;
    if (!resolve(pattern, property, &variable))
        return false;
    const char *alias = alias_of(pattern, variable);
    enum gt_variable_kind kind = kind_of(pattern, variable);
    if (kind == GT_VARIABLE_WALK) {
        if (strcasecmp(property->name, "length") != 0)
            return gt_pattern_fail(pattern, property->offset,
                                   "a tie of variable length has only a length",
                                   "可变长度的关系只有 length");
        gt_buffer_format(sql, "%s.length", alias);
        return true;
    }
    const struct gt_sql_column *column = find_column(pattern, property, kind == GT_VARIABLE_TIE);
    if (column)
        gt_buffer_format(sql, "%s.\"%s\"", alias, column->name);
    return column;
}

/* --- comparisons with words --------------------------------------------------------------------
 */

/* The vocabulary of a property, -1 for others; *district: a node's, which may be several. */
static bool word_property(struct gt_pattern *pattern, const struct gt_expression *expression,
                          int *vocabulary, bool *district, size_t *variable)
{
    *vocabulary = -1;
    *district = false;
    if (expression->kind != GT_EXPRESSION_PROPERTY)
        return true;
    if (!resolve(pattern, expression, variable))
        return false;
    enum gt_variable_kind kind = kind_of(pattern, *variable);
    if (kind == GT_VARIABLE_WALK)
        return true; /* has no words */
    const struct gt_sql_column *column = find_column(pattern, expression, kind == GT_VARIABLE_TIE);
    if (!column)
        return false;
    *vocabulary = vocabulary_of(column);
    *district = *vocabulary == GT_VOCABULARY_DISTRICT;
    return true;
}

/* A text that is compared with words of a vocabulary must be one of them; titles will do. */
static bool write_word(struct gt_pattern *pattern, const struct gt_expression *expression,
                       int vocabulary, struct gt_buffer *sql)
{
    if (vocabulary < 0 || expression->kind != GT_EXPRESSION_STRING)
        return gt_expression_write(pattern, expression, sql);
    enum gt_vocabulary known = (enum gt_vocabulary)vocabulary;
    int found = gt_vocabulary_find(known, expression->text, true);
    if (found >= 0) {
        gt_sql_string(gt_vocabulary_word(known, found).name, sql);
        return true;
    }
    const char *near = gt_vocabulary_suggest(known, expression->text);
    if (near)
        return gt_pattern_fail(pattern, expression->offset, "unknown \"%s\"; did you mean %s?",
                               "未知的“%s”；是否为 %s？", expression->text, near);
    return gt_pattern_fail(pattern, expression->offset, "unknown \"%s\"", "未知的“%s”",
                           expression->text);
}

/* The rest of "x = y" or "x IN (y, z)" behind x. */
static bool write_test(struct gt_pattern *pattern, const struct gt_expression *test,
                       const char *operator, int vocabulary, struct gt_buffer *sql)
{
    bool in = test->kind == GT_EXPRESSION_IN;
    gt_buffer_format(sql, " %s %s", operator, in ? "(" : "");
    for (size_t i = 1; i < test->n; i++) {
        gt_buffer_text(sql, i > 1 ? ", " : "");
        if (!write_word(pattern, test->argument[i], vocabulary, sql))
            return false;
    }
    gt_buffer_text(sql, in ? ")" : "");
    return true;
}

/* =, <> and IN. A node is in a district when any of its districts is it. */
static bool write_equality(struct gt_pattern *pattern, const struct gt_expression *test,
                           struct gt_buffer *sql)
{
    int vocabulary, right = -1;
    bool district, ignored;
    size_t variable = 0;
    bool in = test->kind == GT_EXPRESSION_IN;
    if (!word_property(pattern, test->argument[0], &vocabulary, &district, &variable))
        return false;
    if (district) {
        bool not = strcmp(test->text, "<>") == 0 || strcmp(test->text, "NOT IN") == 0;
        gt_buffer_format(sql,
                         "%sEXISTS (SELECT 1 FROM node_district AS d WHERE d.node = %s.id AND "
                         "d.district",
                         not ? "NOT " : "", alias_of(pattern, variable));
        if (!write_test(pattern, test, in ? "IN" : "=", vocabulary, sql))
            return false;
        gt_buffer_text(sql, ")");
        return true;
    }
    if (vocabulary < 0 && !in &&
        !word_property(pattern, test->argument[1], &right, &ignored, &variable))
        return false;
    return write_word(pattern, test->argument[0], right, sql) &&
           write_test(pattern, test, test->text, vocabulary, sql);
}

/* --- calls -------------------------------------------------------------------------------------
 */

static const struct {
    const char *name, *sql;
    size_t least, most;
} functions[] = {
#define PATTERN_FUNCTION(name_, sql_, least_, most_, kind) {#name_, sql_, least_, most_},
#include "query/pattern_function.def"
#undef PATTERN_FUNCTION
};

enum { FUNCTIONS = sizeof functions / sizeof *functions };

/* id(a), type(e), length(e): readings of a variable. */
static bool write_reading(struct gt_pattern *pattern, const struct gt_expression *call,
                          const char *column, bool walk, struct gt_buffer *sql)
{
    size_t variable;
    if (call->n != 1 || call->argument[0]->kind != GT_EXPRESSION_VARIABLE)
        return gt_pattern_fail(pattern, call->offset, "%s() wants a node or tie of the pattern",
                               "%s() 需要模式中的节点或关系", call->text);
    if (!resolve(pattern, call->argument[0], &variable))
        return false;
    bool is_walk = kind_of(pattern, variable) == GT_VARIABLE_WALK;
    if (is_walk != walk)
        return gt_pattern_fail(
            pattern, call->offset,
            walk ? "%s() wants a tie of variable length" : "%s() wants a node or a single tie",
            walk ? "%s() 需要可变长度的关系" : "%s() 需要节点或单条关系", call->text);
    gt_buffer_format(sql, "%s.%s", alias_of(pattern, variable), column);
    return true;
}

static bool fail_function(struct gt_pattern *pattern, const struct gt_expression *call)
{
    const char *near = functions[0].name;
    for (int i = 1; i < FUNCTIONS; i++)
        if (gt_text_distance(functions[i].name, call->text) < gt_text_distance(near, call->text))
            near = functions[i].name;
    return gt_pattern_fail(pattern, call->offset, "no function \"%s\"; did you mean %s?",
                           "没有函数“%s”；是否为 %s？", call->text, near);
}

static bool write_call(struct gt_pattern *pattern, const struct gt_expression *call,
                       struct gt_buffer *sql)
{
    int f = 0;
    if (strcasecmp(call->text, "id") == 0 || strcasecmp(call->text, "type") == 0)
        return write_reading(pattern, call, strcasecmp(call->text, "id") ? "type" : "id", false,
                             sql);
    if (strcasecmp(call->text, "length") == 0)
        return write_reading(pattern, call, "length", true, sql);
    while (f < FUNCTIONS && strcasecmp(functions[f].name, call->text) != 0)
        f++;
    if (f == FUNCTIONS)
        return fail_function(pattern, call);
    bool star = call->star && strcmp(functions[f].sql, "count") == 0;
    if (!star && (call->star || call->n < functions[f].least || call->n > functions[f].most))
        return gt_pattern_fail(pattern, call->offset, "%s() wants %zu to %zu arguments",
                               "%s() 需要 %zu 至 %zu 个参数", functions[f].name, functions[f].least,
                               functions[f].most);
    gt_buffer_format(sql, "%s(%s%s", functions[f].sql, call->distinct ? "DISTINCT " : "",
                     star ? "*" : "");
    for (size_t i = 0; i < call->n; i++) {
        gt_buffer_text(sql, i ? ", " : "");
        if (!gt_expression_write(pattern, call->argument[i], sql))
            return false;
    }
    gt_buffer_text(sql, ")");
    return true;
}

/* --- expressions -------------------------------------------------------------------------------
 */

static bool write_variable(struct gt_pattern *pattern, const struct gt_expression *expression,
                           struct gt_buffer *sql)
{
    size_t variable;
    if (!resolve(pattern, expression, &variable))
        return false;
    const char *alias = alias_of(pattern, variable);
    gt_buffer_format(
        sql, kind_of(pattern, variable) == GT_VARIABLE_WALK ? "trim(%s.ids, ',')" : "%s.id", alias);
    return true;
}

/* CONTAINS, STARTS WITH and ENDS WITH by functions: LIKE would fold case and read % in the text. */
static bool write_text_test(struct gt_pattern *pattern, const struct gt_expression *test,
                            struct gt_buffer *sql)
{
    struct gt_buffer a = {0}, b = {0};
    bool done = gt_expression_write(pattern, test->argument[0], &a) &&
                gt_expression_write(pattern, test->argument[1], &b);
    if (done && strcmp(test->text, "CONTAINS") == 0)
        gt_buffer_format(sql, "instr(%s, %s) > 0", a.bytes, b.bytes);
    else if (done && strcmp(test->text, "STARTS") == 0)
        gt_buffer_format(sql, "substr(%s, 1, length(%s)) = %s", a.bytes, b.bytes, b.bytes);
    else if (done) /* the whole of an empty text ends every text */
        gt_buffer_format(sql, "(length(%s) = 0 OR substr(%s, -length(%s)) = %s)", b.bytes, a.bytes,
                         b.bytes, b.bytes);
    gt_buffer_fini(&a);
    gt_buffer_fini(&b);
    return done;
}

static bool write_binary(struct gt_pattern *pattern, const struct gt_expression *expression,
                         struct gt_buffer *sql)
{
    static const char *const text_tests[] = {"CONTAINS", "STARTS", "ENDS"};
    for (int i = 0; i < 3; i++)
        if (strcmp(expression->text, text_tests[i]) == 0)
            return write_text_test(pattern, expression, sql);
    if (strcmp(expression->text, "=") == 0 || strcmp(expression->text, "<>") == 0)
        return write_equality(pattern, expression, sql);
    if (!gt_expression_write(pattern, expression->argument[0], sql))
        return false;
    gt_buffer_format(sql, " %s ", expression->text);
    return gt_expression_write(pattern, expression->argument[1], sql);
}

static bool write_exists(struct gt_pattern *pattern, const struct gt_expression *exists,
                         struct gt_buffer *sql)
{
    struct gt_scope *outer = pattern->now;
    pattern->now = exists->scope;
    gt_buffer_text(sql, "EXISTS (");
    bool done = gt_scope_write(pattern, exists->scope, "SELECT 1", sql);
    gt_buffer_text(sql, ")");
    pattern->now = outer;
    return done;
}

static bool write_kind(struct gt_pattern *pattern, const struct gt_expression *expression,
                       struct gt_buffer *sql)
{
    switch (expression->kind) {
    case GT_EXPRESSION_LITERAL:
        gt_buffer_text(sql, expression->text);
        return true;
    case GT_EXPRESSION_STRING:
        gt_sql_string(expression->text, sql);
        return true;
    case GT_EXPRESSION_PARAMETER:
        gt_buffer_format(sql, ":%s", expression->text);
        return true;
    case GT_EXPRESSION_VARIABLE:
        return write_variable(pattern, expression, sql);
    case GT_EXPRESSION_PROPERTY:
        return write_property(pattern, expression, sql);
    case GT_EXPRESSION_UNARY:
        gt_buffer_format(sql, "%s ", expression->text);
        return gt_expression_write(pattern, expression->argument[0], sql);
    case GT_EXPRESSION_BINARY:
        return write_binary(pattern, expression, sql);
    case GT_EXPRESSION_IN:
        return write_equality(pattern, expression, sql);
    case GT_EXPRESSION_IS_NULL:
        if (!gt_expression_write(pattern, expression->argument[0], sql))
            return false;
        gt_buffer_format(sql, " %s", expression->text);
        return true;
    case GT_EXPRESSION_CALL:
        return write_call(pattern, expression, sql);
    case GT_EXPRESSION_EXISTS:
        return write_exists(pattern, expression, sql);
    }
    return false;
}

/* Brackets around all that has operators: precedence is the pattern's, not SQL's. */
bool gt_expression_write(struct gt_pattern *pattern, const struct gt_expression *expression,
                         struct gt_buffer *sql)
{
    bool brackets =
        expression->kind == GT_EXPRESSION_UNARY || expression->kind == GT_EXPRESSION_BINARY ||
        expression->kind == GT_EXPRESSION_IN || expression->kind == GT_EXPRESSION_IS_NULL;
    gt_buffer_text(sql, brackets ? "(" : "");
    bool done = write_kind(pattern, expression, sql);
    gt_buffer_text(sql, brackets ? ")" : "");
    return done;
}
