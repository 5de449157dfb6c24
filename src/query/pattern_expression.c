/* pattern_expression.c: the expressions of WHERE, RETURN and ORDER BY, by recursive descent. */
#include "query/pattern_tree.h"

#include "base/memory.h"

#include <string.h>
#include <strings.h>

struct gt_expression *gt_expression_new(struct gt_pattern *pattern, enum gt_expression_kind kind,
                                        const char *text)
{
    struct gt_expression *expression = gt_arena_alloc(&pattern->arena, sizeof *expression);
    *expression = (struct gt_expression){
        .kind = kind, .text = text, .offset = gt_pattern_peek(pattern, 0)->offset};
    return expression;
}

void gt_expression_add(struct gt_pattern *pattern, struct gt_expression *to,
                       struct gt_expression *argument)
{
    if (to->n == to->room) {
        size_t room = to->room ? 2 * to->room : 2;
        struct gt_expression **list =
            gt_arena_array(&pattern->arena, room, sizeof(struct gt_expression *));
        if (to->n)
            memcpy(list, to->argument, to->n * sizeof *list);
        to->argument = list;
        to->room = room;
    }
    to->argument[to->n++] = argument;
}

/* Where the last token that was taken ends. */
static size_t last_end(const struct gt_pattern *pattern)
{
    const struct gt_token *last = &pattern->token[pattern->at ? pattern->at - 1 : 0];
    return last->offset + last->length;
}

/* A node of two operands; null when the right one failed. */
static struct gt_expression *join(struct gt_pattern *pattern, const char *operator,
                                  struct gt_expression * left, struct gt_expression *right)
{
    if (!right)
        return NULL;
    struct gt_expression *both = gt_expression_new(pattern, GT_EXPRESSION_BINARY, operator);
    both->offset = left->offset;
    both->end = last_end(pattern);
    gt_expression_add(pattern, both, left);
    gt_expression_add(pattern, both, right);
    return both;
}

typedef struct gt_expression *parse_level(struct gt_pattern *pattern);

/* Operands of one level joined by its operators, from the left. */
static struct gt_expression *parse_chain(struct gt_pattern *pattern, parse_level *operand,
                                         const char *const *operators, bool words)
{
    struct gt_expression *left = operand(pattern);
    for (int i = 0; left && operators[i];) {
        bool taken = words ? gt_pattern_take_word(pattern, operators[i])
                           : gt_pattern_take(pattern, operators[i]);
        if (!taken) {
            i++;
            continue;
        }
        left = join(pattern, operators[i], left, operand(pattern));
        i = 0;
    }
    return left;
}

static struct gt_expression *parse_sign(struct gt_pattern *pattern)
{
    if (!gt_pattern_at(pattern, "-"))
        return gt_pattern_parse_primary(pattern);
    struct gt_expression *minus = gt_expression_new(pattern, GT_EXPRESSION_UNARY, "-");
    pattern->at++;
    struct gt_expression *operand = gt_pattern_parse_primary(pattern);
    if (!operand)
        return NULL;
    gt_expression_add(pattern, minus, operand);
    minus->end = last_end(pattern);
    return minus;
}

static struct gt_expression *parse_product(struct gt_pattern *pattern)
{
    static const char *const operators[] = {"*", "/", "%", NULL};
    return parse_chain(pattern, parse_sign, operators, false);
}

static struct gt_expression *parse_sum(struct gt_pattern *pattern)
{
    static const char *const operators[] = {"+", "-", "||", NULL};
    return parse_chain(pattern, parse_product, operators, false);
}

/* "x IN [a, b]" or "x IN (a, b)" */
static struct gt_expression *parse_in(struct gt_pattern *pattern, struct gt_expression *left,
                                      bool not )
{
    struct gt_expression *in = gt_expression_new(pattern, GT_EXPRESSION_IN, not ? "NOT IN" : "IN");
    in->offset = left->offset;
    const char *close = gt_pattern_at(pattern, "(") ? ")" : "]";
    if (!gt_pattern_take(pattern, "(") && !gt_pattern_take(pattern, "[")) {
        gt_pattern_expected(pattern, "\"[\"");
        return NULL;
    }
    gt_expression_add(pattern, in, left);
    do {
        struct gt_expression *item = gt_pattern_parse_expression(pattern);
        if (!item)
            return NULL;
        gt_expression_add(pattern, in, item);
    } while (gt_pattern_take(pattern, ","));
    in->end = last_end(pattern);
    return gt_pattern_want(pattern, close) ? in : NULL;
}

static struct gt_expression *parse_is(struct gt_pattern *pattern, struct gt_expression *left)
{
    bool not = gt_pattern_take_word(pattern, "NOT");
    struct gt_expression *is =
        gt_expression_new(pattern, GT_EXPRESSION_IS_NULL, not ? "IS NOT NULL" : "IS NULL");
    is->offset = left->offset;
    gt_expression_add(pattern, is, left);
    if (!gt_pattern_take_word(pattern, "NULL")) {
        gt_pattern_expected(pattern, "NULL");
        return NULL;
    }
    return is;
}

/* "STARTS WITH", "ENDS WITH"; null when neither comes, *failed when WITH is missing. */
static const char *take_text_operator(struct gt_pattern *pattern, bool *failed)
{
    static const char *const first[] = {"STARTS", "ENDS"};
    if (gt_pattern_take_word(pattern, "CONTAINS"))
        return "CONTAINS";
    if (gt_pattern_take_word(pattern, "LIKE"))
        return "LIKE";
    for (int i = 0; i < 2; i++)
        if (gt_pattern_take_word(pattern, first[i])) {
            *failed =
                !gt_pattern_take_word(pattern, "WITH") && !gt_pattern_expected(pattern, "WITH");
            return first[i];
        }
    return NULL;
}

static struct gt_expression *negate(struct gt_pattern *pattern, struct gt_expression *expression)
{
    if (!expression)
        return NULL;
    struct gt_expression *not = gt_expression_new(pattern, GT_EXPRESSION_UNARY, "NOT");
    not ->offset = expression->offset;
    not ->end = expression->end;
    gt_expression_add(pattern, not, expression);
    return not ;
}

static struct gt_expression *parse_comparison(struct gt_pattern *pattern)
{
    static const char *const operators[] = {"=", "<>", "!=", "<=", ">=", "<", ">"};
    struct gt_expression *left = parse_sum(pattern);
    bool failed = false;
    if (!left)
        return NULL;
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
        if (gt_pattern_take(pattern, operators[i])) {
            const char *operator= strcmp(operators[i], "!=") == 0 ? "<>" : operators[i];
            return join(pattern, operator, left, parse_sum(pattern));
        }
    if (gt_pattern_take_word(pattern, "IS"))
        return parse_is(pattern, left);
    bool not = gt_pattern_take_word(pattern, "NOT");
    if (gt_pattern_take_word(pattern, "IN"))
        return parse_in(pattern, left, not );
    const char *operator= take_text_operator(pattern, &failed);
    if (operator&& !failed) {
        struct gt_expression *test = join(pattern, operator, left, parse_sum(pattern));
        return not ? negate(pattern, test) : test;
    }
    if (not &&!failed)
        failed = !gt_pattern_expected(pattern, "IN, LIKE, CONTAINS, STARTS WITH or ENDS WITH");
    return failed ? NULL : left;
}

static struct gt_expression *parse_not(struct gt_pattern *pattern)
{
    if (!gt_pattern_take_word(pattern, "NOT"))
        return parse_comparison(pattern);
    if (++pattern->depth > GT_PATTERN_DEPTH) {
        gt_pattern_fail(pattern, gt_pattern_peek(pattern, 0)->offset, "nested too deeply",
                        "嵌套过深");
        return NULL;
    }
    struct gt_expression *not = negate(pattern, parse_not(pattern));
    pattern->depth--;
    return not ;
}

static struct gt_expression *parse_and(struct gt_pattern *pattern)
{
    static const char *const operators[] = {"AND", NULL};
    return parse_chain(pattern, parse_not, operators, true);
}

struct gt_expression *gt_pattern_parse_expression(struct gt_pattern *pattern)
{
    static const char *const operators[] = {"OR", NULL};
    if (++pattern->depth > GT_PATTERN_DEPTH) {
        gt_pattern_fail(pattern, gt_pattern_peek(pattern, 0)->offset, "nested too deeply",
                        "嵌套过深");
        return NULL;
    }
    struct gt_expression *expression = parse_chain(pattern, parse_and, operators, true);
    if (expression)
        expression->end = last_end(pattern);
    pattern->depth--;
    return expression;
}

bool gt_expression_has_aggregate(const struct gt_expression *expression)
{
    static const struct {
        const char *name;
        bool aggregate;
    } functions[] = {
#define AGGREGATE                                       true
#define SCALAR                                          false
#define PATTERN_FUNCTION(name_, sql, least, most, kind) {#name_, kind},
#include "query/pattern_function.def"
#undef PATTERN_FUNCTION
#undef AGGREGATE
#undef SCALAR
    };
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        if (expression->kind == GT_EXPRESSION_CALL && functions[i].aggregate &&
            strcasecmp(functions[i].name, expression->text) == 0)
            return true;
    for (size_t i = 0; i < expression->n; i++)
        if (gt_expression_has_aggregate(expression->argument[i]))
            return true;
    return false;
}
