/* pattern_parse.c: the elements of a pattern, and what is returned of it. */
#include "query/pattern_tree.h"

#include "base/memory.h"
#include "base/number.h"

#include <string.h>
#include <strings.h>

/* --- variables ---------------------------------------------------------------------------------
 */

size_t gt_pattern_find_variable(const struct gt_pattern *pattern, const char *name)
{
    for (size_t i = 0; i < pattern->n_variables; i++)
        if (pattern->variable[i].name && strcasecmp(pattern->variable[i].name, name) == 0)
            return i;
    return GT_NONE;
}

static size_t add_variable(struct gt_pattern *pattern, const char *name, enum gt_variable_kind kind)
{
    size_t n = pattern->n_variables;
    const char *alias = name ? gt_arena_format(&pattern->arena, "\"%s\"", name)
                             : gt_arena_format(&pattern->arena, "_%zu", n + 1);
    pattern->variable =
        gt_xgrow(pattern->variable, n, &pattern->room_variables, sizeof *pattern->variable);
    pattern->variable[pattern->n_variables++] =
        (struct gt_variable){.name = name, .alias = alias, .kind = kind, .scope = pattern->now};
    return n;
}

/* A node's name may come again and is the same node; a tie's may not. */
static bool name_element(struct gt_pattern *pattern, struct gt_element *element, const char *name,
                         size_t offset)
{
    size_t known = name ? gt_pattern_find_variable(pattern, name) : GT_NONE;
    if (known == GT_NONE) {
        element->variable =
            add_variable(pattern, name, element->tie ? GT_VARIABLE_TIE : GT_VARIABLE_NODE);
        return true;
    }
    element->variable = known;
    if (!element->tie && pattern->variable[known].kind == GT_VARIABLE_NODE)
        return true;
    return gt_pattern_fail(pattern, offset, "\"%s\" is taken already: a tie has a name of its own",
                           "“%s”已被使用：关系须有自己的名称", name);
}

/* --- elements ----------------------------------------------------------------------------------
 */

static bool parse_type(struct gt_pattern *pattern, struct gt_element *element)
{
    enum gt_vocabulary vocabulary =
        element->tie ? GT_VOCABULARY_EDGE_TYPE : GT_VOCABULARY_NODE_TYPE;
    const struct gt_token *token = gt_pattern_peek(pattern, 0);
    if (token->kind != GT_TOKEN_NAME)
        return gt_pattern_expected(pattern, element->tie ? "a type of tie" : "a type of node");
    int found = gt_vocabulary_find(vocabulary, token->text, true);
    if (found >= 0) {
        element->types |= 1u << found;
        pattern->at++;
        return true;
    }
    const char *near = gt_vocabulary_suggest(vocabulary, token->text);
    if (near)
        return gt_pattern_fail(pattern, token->offset, "no type \"%s\"; did you mean %s?",
                               "没有类型“%s”；是否为 %s？", token->text, near);
    return gt_pattern_fail(pattern, token->offset, "no type \"%s\"", "没有类型“%s”", token->text);
}

static void add_condition(struct gt_pattern *pattern, struct gt_element *element,
                          struct gt_expression *condition)
{
    struct gt_expression *both = condition;
    if (element->where) {
        both = gt_expression_new(pattern, GT_EXPRESSION_BINARY, "AND");
        gt_expression_add(pattern, both, element->where);
        gt_expression_add(pattern, both, condition);
    }
    element->where = both;
}

/* {id: 'cas', level: 'national'} */
static bool parse_properties(struct gt_pattern *pattern, struct gt_element *element)
{
    if (!gt_pattern_take(pattern, "{"))
        return true;
    do {
        struct gt_expression *equal = gt_expression_new(pattern, GT_EXPRESSION_BINARY, "=");
        struct gt_expression *property = gt_expression_new(pattern, GT_EXPRESSION_PROPERTY, NULL);
        property->name = gt_pattern_name(pattern, "the name of a property");
        property->room = 0;
        if (!property->name || !gt_pattern_want(pattern, ":"))
            return false;
        struct gt_expression *value = gt_pattern_parse_expression(pattern);
        if (!value)
            return false;
        property->text = gt_arena_format(&pattern->arena, "#%zu", element->variable);
        gt_expression_add(pattern, equal, property);
        gt_expression_add(pattern, equal, value);
        add_condition(pattern, element, equal);
    } while (gt_pattern_take(pattern, ","));
    return gt_pattern_want(pattern, "}");
}

static bool take_count(struct gt_pattern *pattern, uint32_t *count)
{
    const struct gt_token *token = gt_pattern_peek(pattern, 0);
    uint64_t value;
    if (token->kind != GT_TOKEN_NUMBER)
        return false;
    if (!gt_number_read_uint(token->text, &value) || value > 1000)
        return gt_pattern_fail(pattern, token->offset, "a length is a whole number up to 1000",
                               "长度为不超过 1000 的整数");
    *count = (uint32_t)value;
    pattern->at++;
    return true;
}

/* "1..3", "2", "..3", "1.." or, with a comma, "1,3", up to `close` or what follows. */
static bool parse_bounds(struct gt_pattern *pattern, struct gt_element *element, const char *comma)
{
    size_t offset = gt_pattern_peek(pattern, 0)->offset;
    element->many = true;
    element->least = 1;
    element->most = GT_NONE;
    bool low = take_count(pattern, &element->least);
    if (gt_pattern_take(pattern, comma)) {
        if (!low && strcmp(comma, ",") == 0)
            element->least = 0;
        take_count(pattern, &element->most);
    } else if (low) {
        element->most = element->least;
    }
    if (pattern->err->status)
        return false;
    return element->least <= element->most ||
           gt_pattern_fail(pattern, offset, "the least length is over the greatest",
                           "最小长度大于最大长度");
}

/* What stands between ( and ), or [ and ]: name, types, length, properties, WHERE. */
static bool parse_inside(struct gt_pattern *pattern, struct gt_element *element)
{
    const struct gt_token *token = gt_pattern_peek(pattern, 0);
    const char *name = NULL;
    if (token->kind == GT_TOKEN_NAME && !gt_pattern_at_word(pattern, "WHERE")) {
        name = gt_pattern_name(pattern, "a name");
        if (!name)
            return false;
    }
    if (!name_element(pattern, element, name, token->offset))
        return false;
    if (gt_pattern_take(pattern, ":") || gt_pattern_take_word(pattern, "IS"))
        do {
            if (!parse_type(pattern, element))
                return false;
        } while (gt_pattern_take(pattern, "|"));
    if (element->tie && gt_pattern_take(pattern, "*") && !parse_bounds(pattern, element, ".."))
        return false;
    if (!parse_properties(pattern, element))
        return false;
    if (gt_pattern_take_word(pattern, "WHERE")) {
        struct gt_expression *condition = gt_pattern_parse_expression(pattern);
        if (!condition)
            return false;
        add_condition(pattern, element, condition);
    }
    return true;
}

static struct gt_element *new_element(struct gt_pattern *pattern, struct gt_scope *scope, bool tie)
{
    if (scope->n_elements == GT_PATTERN_ELEMENTS) {
        gt_pattern_fail(pattern, gt_pattern_peek(pattern, 0)->offset, "more than %d nodes and ties",
                        "节点与关系超过 %d 个", (int)GT_PATTERN_ELEMENTS);
        return NULL;
    }
    struct gt_element *element = &scope->element[scope->n_elements++];
    *element = (struct gt_element){.tie = tie, .offset = gt_pattern_peek(pattern, 0)->offset};
    return element;
}

static bool parse_node(struct gt_pattern *pattern, struct gt_scope *scope, bool starts)
{
    struct gt_element *node = new_element(pattern, scope, false);
    if (!node)
        return false;
    node->starts = starts;
    if (!gt_pattern_take(pattern, "("))
        return gt_pattern_expected(pattern, "a node: \"(\"");
    if (!parse_inside(pattern, node))
        return false;
    if (gt_pattern_take(pattern, ")"))
        return true;
    return gt_pattern_expected(pattern, node->types ? "\")\", \"|\", \"{\" or WHERE"
                                                    : "\")\", \":\", \"{\" or WHERE");
}

/* {1,3}, * or + behind the arrow, as GQL has it */
static bool parse_quantifier(struct gt_pattern *pattern, struct gt_element *tie)
{
    size_t offset = gt_pattern_peek(pattern, 0)->offset;
    bool star = gt_pattern_take(pattern, "*"), plus = !star && gt_pattern_take(pattern, "+");
    bool braces = !star && !plus && gt_pattern_take(pattern, "{");
    if (!star && !plus && !braces)
        return true;
    if (tie->many)
        return gt_pattern_fail(pattern, offset, "the tie has a length already", "关系已有长度");
    if (braces)
        return parse_bounds(pattern, tie, ",") && gt_pattern_want(pattern, "}");
    tie->many = true;
    tie->least = plus;
    tie->most = GT_NONE;
    return true;
}

static bool is_tie_next(const struct gt_pattern *pattern)
{
    return gt_pattern_at(pattern, "-") || gt_pattern_at(pattern, "<") ||
           gt_pattern_at(pattern, "~");
}

/* The arrow behind "]", or the whole of one without brackets: ">" decides. */
static bool finish_arrow(struct gt_pattern *pattern, struct gt_element *tie, bool left,
                         bool bracketed)
{
    if (tie->way == GT_WAY_MUTUAL)
        return !bracketed || gt_pattern_want(pattern, "~");
    if (bracketed && !gt_pattern_take(pattern, "-"))
        return gt_pattern_expected(pattern, left ? "\"-\"" : "\"-\" or \"->\"");
    if (!bracketed)
        gt_pattern_take(pattern, "-"); /* "-->" is "->" */
    bool right = gt_pattern_at(pattern, ">");
    if (left && right)
        return gt_pattern_fail(pattern, gt_pattern_peek(pattern, 0)->offset,
                               "an arrow has one head; without a head any direction fits",
                               "箭头只能指向一端；不带箭头则方向不限");
    pattern->at += right;
    tie->way = left ? GT_WAY_IN : right ? GT_WAY_OUT : GT_WAY_ANY;
    return true;
}

static bool parse_tie(struct gt_pattern *pattern, struct gt_scope *scope)
{
    struct gt_element *tie = new_element(pattern, scope, true);
    if (!tie)
        return false;
    bool left = gt_pattern_take(pattern, "<");
    if (gt_pattern_take(pattern, "~"))
        tie->way = GT_WAY_MUTUAL;
    else if (!gt_pattern_want(pattern, "-"))
        return false;
    bool bracketed = gt_pattern_take(pattern, "[");
    if (bracketed && (!parse_inside(pattern, tie)))
        return false;
    if (bracketed && !gt_pattern_take(pattern, "]"))
        return gt_pattern_expected(pattern, tie->types ? "\"]\", \"|\", \"*\", \"{\" or WHERE"
                                                       : "\"]\", \":\", \"*\", \"{\" or WHERE");
    if (!bracketed && !name_element(pattern, tie, NULL, 0))
        return false;
    if (!finish_arrow(pattern, tie, left, bracketed) || !parse_quantifier(pattern, tie))
        return false;
    if (tie->many)
        pattern->variable[tie->variable].kind = GT_VARIABLE_WALK;
    if (tie->many && tie->most == GT_NONE && scope->repeatable)
        return gt_pattern_fail(pattern, tie->offset,
                               "REPEATABLE ELEMENTS wants an upper bound of length: *1..4",
                               "REPEATABLE ELEMENTS 须有长度上限：*1..4");
    return true;
}

bool gt_pattern_parse_scope(struct gt_pattern *pattern, struct gt_scope *scope)
{
    do {
        if (!parse_node(pattern, scope, true))
            return false;
        while (is_tie_next(pattern))
            if (!parse_tie(pattern, scope) || !parse_node(pattern, scope, false))
                return false;
    } while (gt_pattern_take(pattern, ","));
    if (!gt_pattern_take_word(pattern, "WHERE"))
        return true;
    scope->where = gt_pattern_parse_expression(pattern);
    return scope->where;
}

/* --- RETURN ------------------------------------------------------------------------------------
 */

static bool parse_item(struct gt_pattern *pattern, struct gt_item *list, size_t *n, bool named)
{
    if (*n == GT_PATTERN_ITEMS)
        return gt_pattern_fail(pattern, gt_pattern_peek(pattern, 0)->offset, "more than %d items",
                               "超过 %d 项", (int)GT_PATTERN_ITEMS);
    struct gt_item *item = &list[(*n)++];
    *item = (struct gt_item){.expression = gt_pattern_parse_expression(pattern)};
    if (!item->expression)
        return false;
    if (named && gt_pattern_take_word(pattern, "AS")) {
        item->alias = gt_pattern_name(pattern, "a name");
        return item->alias;
    }
    if (!named) {
        item->descending = gt_pattern_take_word(pattern, "DESC");
        if (!item->descending)
            gt_pattern_take_word(pattern, "ASC");
    }
    return true;
}

static bool parse_number(struct gt_pattern *pattern, const char **number)
{
    const struct gt_token *token = gt_pattern_peek(pattern, 0);
    uint64_t value;
    if (token->kind != GT_TOKEN_NUMBER || !gt_number_read_uint(token->text, &value))
        return gt_pattern_expected(pattern, "a whole number");
    *number = token->text;
    pattern->at++;
    return true;
}

static bool parse_order(struct gt_pattern *pattern)
{
    if (!gt_pattern_take_word(pattern, "ORDER"))
        return true;
    if (!gt_pattern_take_word(pattern, "BY"))
        return gt_pattern_expected(pattern, "BY");
    do {
        if (!parse_item(pattern, pattern->order, &pattern->n_order, false))
            return false;
    } while (gt_pattern_take(pattern, ","));
    return true;
}

static bool parse_return(struct gt_pattern *pattern)
{
    if (!gt_pattern_take_word(pattern, "RETURN"))
        return gt_pattern_expected(pattern, pattern->scope.where
                                                ? "AND, OR or RETURN"
                                                : "a tie (-[ ]->), \",\", WHERE or RETURN");
    pattern->distinct = gt_pattern_take_word(pattern, "DISTINCT");
    pattern->all = gt_pattern_take(pattern, "*");
    if (!pattern->all)
        do {
            if (!parse_item(pattern, pattern->item, &pattern->n_items, true))
                return false;
        } while (gt_pattern_take(pattern, ","));
    if (!parse_order(pattern))
        return false;
    if ((gt_pattern_take_word(pattern, "OFFSET") || gt_pattern_take_word(pattern, "SKIP")) &&
        !parse_number(pattern, &pattern->offset))
        return false;
    if (gt_pattern_take_word(pattern, "LIMIT") && !parse_number(pattern, &pattern->limit))
        return false;
    gt_pattern_take(pattern, ";");
    return gt_pattern_peek(pattern, 0)->kind == GT_TOKEN_END ||
           gt_pattern_expected(pattern, pattern->limit ? "the end"
                                                       : "\",\", AS, ORDER BY, LIMIT or the end");
}

bool gt_pattern_parse(struct gt_pattern *pattern)
{
    pattern->now = &pattern->scope;
    if (gt_pattern_take_word(pattern, "MATCH")) {
        pattern->scope.repeatable = gt_pattern_take_word(pattern, "REPEATABLE");
        if (pattern->scope.repeatable ? !gt_pattern_take_word(pattern, "ELEMENTS")
                                      : gt_pattern_take_word(pattern, "DIFFERENT") &&
                                            !gt_pattern_take_word(pattern, "EDGES"))
            return gt_pattern_expected(pattern, pattern->scope.repeatable ? "ELEMENTS" : "EDGES");
    }
    return gt_pattern_parse_scope(pattern, &pattern->scope) && parse_return(pattern);
}
