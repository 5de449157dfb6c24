/* pattern_lex.c: a pattern as tokens, and what the parser says when the wrong one comes. */
#include "query/pattern_tree.h"

#include "base/memory.h"
#include "query/caret.h"

#include <stdarg.h>
#include <string.h>
#include <strings.h>

bool gt_pattern_fail(struct gt_pattern *pattern, size_t offset, const char *en, const char *zh, ...)
{
    const struct gt_query_text *text = pattern->text;
    struct gt_caret at = gt_caret_at(text->sql, offset);
    struct gt_buffer shown = {0};
    struct gt_error message = {.lang = pattern->err->lang};
    va_list ap;
    va_start(ap, zh);
    vsnprintf(message.text, sizeof message.text, gt_say(message.lang, en, zh), ap);
    va_end(ap);
    gt_caret_show(text->sql, offset, &shown);
    gt_fail(pattern->err, text->blame, "%s%sline %u, column %u: %s%s", "%s%s第 %u 行第 %u 列：%s%s",
            text->place ? text->place : "", text->place ? ": " : "", at.line, at.column,
            message.text, gt_buffer_string(&shown));
    gt_buffer_fini(&shown);
    return false;
}

const struct gt_token *gt_pattern_peek(const struct gt_pattern *pattern, size_t ahead)
{
    size_t at = pattern->at + ahead;
    return &pattern->token[at < pattern->n_tokens ? at : pattern->n_tokens - 1];
}

bool gt_pattern_expected(struct gt_pattern *pattern, const char *what)
{
    const struct gt_token *found = gt_pattern_peek(pattern, 0);
    if (found->kind == GT_TOKEN_END)
        return gt_pattern_fail(pattern, found->offset, "expected %s, found the end",
                               "此处应为 %s，却已结束", what);
    return gt_pattern_fail(pattern, found->offset, "expected %s, found \"%.*s\"",
                           "此处应为 %s，而不是“%.*s”", what, (int)found->length,
                           pattern->text->sql + found->offset);
}

bool gt_pattern_at(const struct gt_pattern *pattern, const char *symbol)
{
    const struct gt_token *token = gt_pattern_peek(pattern, 0);
    return token->kind == GT_TOKEN_SYMBOL && token->length == strlen(symbol) &&
           strncmp(pattern->text->sql + token->offset, symbol, token->length) == 0;
}

bool gt_pattern_at_word(const struct gt_pattern *pattern, const char *word)
{
    const struct gt_token *token = gt_pattern_peek(pattern, 0);
    return token->kind == GT_TOKEN_NAME && strcasecmp(token->text, word) == 0;
}

bool gt_pattern_take(struct gt_pattern *pattern, const char *symbol)
{
    bool taken = gt_pattern_at(pattern, symbol);
    pattern->at += taken;
    return taken;
}

bool gt_pattern_take_word(struct gt_pattern *pattern, const char *word)
{
    bool taken = gt_pattern_at_word(pattern, word);
    pattern->at += taken;
    return taken;
}

bool gt_pattern_want(struct gt_pattern *pattern, const char *symbol)
{
    char quoted[16];
    snprintf(quoted, sizeof quoted, "\"%s\"", symbol);
    return gt_pattern_take(pattern, symbol) || gt_pattern_expected(pattern, quoted);
}

static bool is_keyword(const char *text)
{
    static const char *const keywords[] = {
        "MATCH", "WHERE", "RETURN", "DISTINCT", "AS",     "ORDER", "BY",   "ASC",   "DESC",
        "LIMIT", "SKIP",  "OFFSET", "AND",      "OR",     "NOT",   "IN",   "IS",    "NULL",
        "LIKE",  "TRUE",  "FALSE",  "CONTAINS", "STARTS", "ENDS",  "WITH", "EXISTS"};
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++)
        if (strcasecmp(keywords[i], text) == 0)
            return true;
    return false;
}

const char *gt_pattern_name(struct gt_pattern *pattern, const char *what)
{
    const struct gt_token *token = gt_pattern_peek(pattern, 0);
    if (token->kind != GT_TOKEN_NAME || is_keyword(token->text)) {
        gt_pattern_expected(pattern, what);
        return NULL;
    }
    pattern->at++;
    return token->text;
}

/* --- characters --------------------------------------------------------------------------------
 */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Bytes of names: letters, _, and whatever is not ASCII. */
static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (unsigned char)c >= 0x80;
}

/* "--" and "//" begin comments, but "-->" and "--(" are arrows. */
static const char *skip_blank(const char *p)
{
    for (;;) {
        if (strchr(" \t\r\n\f", *p) && *p)
            p++;
        else if (strncmp(p, "//", 2) == 0 ||
                 (strncmp(p, "--", 2) == 0 && p[2] != '>' && p[2] != '(' && p[2] != '['))
            p += strcspn(p, "\n");
        else if (strncmp(p, "/*", 2) == 0 && strstr(p + 2, "*/"))
            p = strstr(p + 2, "*/") + 2;
        else
            return p;
    }
}

static size_t word_length(const char *p)
{
    size_t n = 0;
    while (is_letter(p[n]) || is_digit(p[n]))
        n++;
    return n;
}

/* "1", "1.5", "1e9"; of "1..3" only the 1. */
static size_t number_length(const char *p)
{
    size_t n = strspn(p, "0123456789");
    if (p[n] == '.' && is_digit(p[n + 1]))
        n += 1 + strspn(p + n + 1, "0123456789");
    size_t sign = p[n] && strchr("eE", p[n]) && p[n + 1] && strchr("+-", p[n + 1]);
    if (p[n] && strchr("eE", p[n]) && is_digit(p[n + 1 + sign]))
        n += 1 + sign + strspn(p + n + 1 + sign, "0123456789");
    return n;
}

static size_t symbol_length(const char *p)
{
    static const char *const two[] = {"<=", ">=", "<>", "!=", "||", ".."};
    for (size_t i = 0; i < sizeof two / sizeof *two; i++)
        if (strncmp(p, two[i], 2) == 0)
            return 2;
    return *p && strchr("()[]{},.:|*+-/%=<>~;", *p) ? 1 : 0;
}

/* A string in ' or ", in which a doubled quote stands for one. */
static bool read_string(struct gt_pattern *pattern, struct gt_token *token)
{
    const char *start = pattern->text->sql + token->offset, *p = start + 1;
    struct gt_buffer text = {0};
    for (; *p && !(*p == *start && p[1] != *start); p++) {
        p += *p == *start;
        gt_buffer_add(&text, p, 1);
    }
    token->text = gt_arena_text(&pattern->arena, gt_buffer_string(&text), text.n);
    token->length = (size_t)(p - start) + 1;
    gt_buffer_fini(&text);
    return *p || gt_pattern_fail(pattern, token->offset, "this text has no closing quote",
                                 "文本缺少结束引号");
}

static bool read_token(struct gt_pattern *pattern, struct gt_token *token)
{
    const char *p = pattern->text->sql + token->offset;
    if (!*p)
        return true;
    if (*p == '\'' || *p == '"') {
        token->kind = GT_TOKEN_STRING;
        return read_string(pattern, token);
    }
    if (is_digit(*p)) {
        token->kind = GT_TOKEN_NUMBER;
        token->length = number_length(p);
    } else if (is_letter(*p)) {
        token->kind = GT_TOKEN_NAME;
        token->length = word_length(p);
    } else if (*p == '$' && word_length(p + 1)) {
        token->kind = GT_TOKEN_PARAMETER;
        token->length = 1 + word_length(p + 1);
    } else {
        token->kind = GT_TOKEN_SYMBOL;
        token->length = symbol_length(p);
    }
    size_t skip = token->kind == GT_TOKEN_PARAMETER;
    token->text = gt_arena_text(&pattern->arena, p + skip, token->length - skip);
    return token->length ||
           gt_pattern_fail(pattern, token->offset, "no pattern has \"%c\"", "模式中不能有“%c”", *p);
}

bool gt_pattern_read_tokens(struct gt_pattern *pattern)
{
    const char *start = pattern->text->sql, *p = start;
    struct gt_token token;
    do {
        p = skip_blank(p);
        token = (struct gt_token){.offset = (size_t)(p - start), .text = ""};
        if (!read_token(pattern, &token))
            return false;
        pattern->token = gt_xgrow(pattern->token, pattern->n_tokens, &pattern->room_tokens,
                                  sizeof *pattern->token);
        pattern->token[pattern->n_tokens++] = token;
        p += token.length;
    } while (token.kind != GT_TOKEN_END);
    return true;
}
