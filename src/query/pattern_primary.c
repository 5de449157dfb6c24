/* pattern_primary.c: the smallest expressions: literals, variables, properties, calls, EXISTS. */
#include "query/pattern_tree.h"

#include <string.h>
#include <strings.h>

static struct gt_expression *finish(struct gt_pattern *pattern, struct gt_expression *expression)
{
    const struct gt_token *last = &pattern->token[pattern->at - 1];
    expression->end = last->offset + last->length;
    return expression;
}

/* name(x, ...) behind the name and "(". */
static struct gt_expression *parse_call(struct gt_pattern *pattern, struct gt_expression *call)
{
    call->kind = GT_EXPRESSION_CALL;
    call->distinct = gt_pattern_take_word(pattern, "DISTINCT");
    if (gt_pattern_take(pattern, "*")) {
        call->star = true;
    } else if (!gt_pattern_at(pattern, ")")) {
        do {
            struct gt_expression *argument = gt_pattern_parse_expression(pattern);
            if (!argument)
                return NULL;
            gt_expression_add(pattern, call, argument);
        } while (gt_pattern_take(pattern, ","));
    }
    return gt_pattern_want(pattern, ")") ? finish(pattern, call) : NULL;
}

/* EXISTS { pattern [WHERE condition] } */
static struct gt_expression *parse_exists(struct gt_pattern *pattern)
{
    struct gt_expression *exists = gt_expression_new(pattern, GT_EXPRESSION_EXISTS, NULL);
    pattern->at++;
    exists->scope = gt_arena_alloc(&pattern->arena, sizeof *exists->scope);
    exists->scope->outer = pattern->now;
    struct gt_scope *outer = pattern->now;
    pattern->now = exists->scope;
    bool done = gt_pattern_want(pattern, "{");
    gt_pattern_take_word(pattern, "MATCH");
    done = done && gt_pattern_parse_scope(pattern, exists->scope) && gt_pattern_want(pattern, "}");
    pattern->now = outer;
    return done ? finish(pattern, exists) : NULL;
}

static struct gt_expression *parse_word(struct gt_pattern *pattern)
{
    static const char *const constants[] = {"TRUE", "FALSE", "NULL"};
    for (int i = 0; i < 3; i++)
        if (gt_pattern_at_word(pattern, constants[i])) {
            struct gt_expression *constant =
                gt_expression_new(pattern, GT_EXPRESSION_LITERAL, constants[i]);
            pattern->at++;
            return finish(pattern, constant);
        }
    if (gt_pattern_at_word(pattern, "EXISTS"))
        return parse_exists(pattern);
    struct gt_expression *word = gt_expression_new(pattern, GT_EXPRESSION_VARIABLE, NULL);
    word->text =
        gt_pattern_name(pattern, "a value: a property (a.name), a number, a 'text', $name");
    if (!word->text)
        return NULL;
    if (gt_pattern_take(pattern, "("))
        return parse_call(pattern, word);
    if (gt_pattern_take(pattern, ".")) {
        word->kind = GT_EXPRESSION_PROPERTY;
        const struct gt_token *property = gt_pattern_peek(pattern, 0);
        if (property->kind != GT_TOKEN_NAME) {
            gt_pattern_expected(pattern, "the name of a property");
            return NULL;
        }
        word->name = property->text; /* keywords too: s.end */
        pattern->at++;
    }
    return finish(pattern, word);
}

struct gt_expression *gt_pattern_parse_primary(struct gt_pattern *pattern)
{
    static const enum gt_expression_kind kinds[] = {[GT_TOKEN_NUMBER] = GT_EXPRESSION_LITERAL,
                                                    [GT_TOKEN_STRING] = GT_EXPRESSION_STRING,
                                                    [GT_TOKEN_PARAMETER] = GT_EXPRESSION_PARAMETER};
    const struct gt_token *token = gt_pattern_peek(pattern, 0);
    if (token->kind == GT_TOKEN_NAME)
        return parse_word(pattern);
    if (token->kind == GT_TOKEN_NUMBER || token->kind == GT_TOKEN_STRING ||
        token->kind == GT_TOKEN_PARAMETER) {
        struct gt_expression *value = gt_expression_new(pattern, kinds[token->kind], token->text);
        pattern->at++;
        return finish(pattern, value);
    }
    if (gt_pattern_take(pattern, "(")) {
        struct gt_expression *inner = gt_pattern_parse_expression(pattern);
        return inner && gt_pattern_want(pattern, ")") ? inner : NULL;
    }
    gt_pattern_expected(pattern, "a value: a property (a.name), a number, a 'text', $name");
    return NULL;
}
