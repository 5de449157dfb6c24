/* pattern_tree.h: a pattern as its compiler sees it: tokens, expressions, elements, variables. */
#ifndef GT_QUERY_PATTERN_TREE_H
#define GT_QUERY_PATTERN_TREE_H

#include "query/row.h"

#include <stdbool.h>

enum gt_token_kind {
    GT_TOKEN_END,
    GT_TOKEN_NAME, /* a word; any letters, Chinese ones too */
    GT_TOKEN_NUMBER,
    GT_TOKEN_STRING,    /* text without its quotes */
    GT_TOKEN_PARAMETER, /* $name */
    GT_TOKEN_SYMBOL
};

struct gt_token {
    enum gt_token_kind kind;
    size_t offset, length; /* in the pattern */
    const char *text;      /* of a string without its quotes, of a parameter without $ */
};

enum {
    GT_PATTERN_DEPTH = 60,    /* of expressions */
    GT_PATTERN_ELEMENTS = 40, /* nodes and ties; SQLite joins 64 tables at most */
    GT_PATTERN_ITEMS = 64     /* of RETURN */
};

enum gt_expression_kind {
    GT_EXPRESSION_LITERAL, /* text is SQL */
    GT_EXPRESSION_STRING,
    GT_EXPRESSION_PARAMETER,
    GT_EXPRESSION_VARIABLE,
    GT_EXPRESSION_PROPERTY, /* text of the variable's name, property's in `name` */
    GT_EXPRESSION_UNARY,    /* text is the operator */
    GT_EXPRESSION_BINARY,
    GT_EXPRESSION_IN,      /* first argument in the others; text is "IN" or "NOT IN" */
    GT_EXPRESSION_IS_NULL, /* text is "IS NULL" or "IS NOT NULL" */
    GT_EXPRESSION_CALL,
    GT_EXPRESSION_EXISTS
};

struct gt_scope;

struct gt_expression {
    enum gt_expression_kind kind;
    size_t offset, end; /* in the pattern */
    const char *text, *name;
    struct gt_expression **argument;
    size_t n, room;
    bool distinct, star;    /* count(DISTINCT x), count(*) */
    struct gt_scope *scope; /* of EXISTS */
};

enum gt_way { GT_WAY_ANY, GT_WAY_OUT, GT_WAY_IN, GT_WAY_MUTUAL };

/* A node, or a tie between the elements before and behind it. */
struct gt_element {
    bool tie, starts; /* starts: the first of its path */
    size_t offset;
    size_t variable; /* in the compiler's list */
    uint32_t types;  /* bits; 0: any */
    struct gt_expression *where;
    enum gt_way way;
    bool many;            /* variable length */
    uint32_t least, most; /* GT_NONE: no bound */
};

enum gt_variable_kind { GT_VARIABLE_NODE, GT_VARIABLE_TIE, GT_VARIABLE_WALK };

struct gt_variable {
    const char *name;  /* null: none was given */
    const char *alias; /* in SQL, quoted where it must be */
    enum gt_variable_kind kind;
    struct gt_scope *scope; /* that names it first */
};

/* The patterns of MATCH or EXISTS. */
struct gt_scope {
    struct gt_scope *outer;
    struct gt_element element[GT_PATTERN_ELEMENTS];
    size_t n_elements;
    bool repeatable;
    struct gt_expression *where;
};

struct gt_item {
    struct gt_expression *expression;
    const char *alias; /* null: as it stands */
    bool descending;   /* of ORDER BY */
};

struct gt_pattern {
    const struct gt_query_text *text;
    struct gt_error *err;
    struct gt_arena arena;
    struct gt_token *token;
    size_t n_tokens, room_tokens, at;
    unsigned depth;
    struct gt_variable *variable;
    size_t n_variables, room_variables;
    struct gt_scope scope;
    struct gt_item item[GT_PATTERN_ITEMS], order[GT_PATTERN_ITEMS];
    size_t n_items, n_order;
    bool distinct, all; /* RETURN *: all variables */
    const char *limit, *offset;
    struct gt_query *names;   /* the columns of the tables; no database */
    struct gt_scope *now;     /* the scope that is written */
    size_t override_variable; /* in a walk's own conditions, another alias ... */
    const char *override;     /* ... for this variable; null: none */
    unsigned n_walks;
};

/* Reads the tokens; fails at a character that begins none. */
GT_MUST_USE bool gt_pattern_read_tokens(struct gt_pattern *pattern);

/* Fails at an offset of the pattern. */
bool gt_pattern_fail(struct gt_pattern *pattern, size_t offset, const char *en, const char *zh, ...)
    __attribute__((format(printf, 3, 5), format(printf, 4, 5)));

/* Fails at the next token: what was expected, what was found. */
bool gt_pattern_expected(struct gt_pattern *pattern, const char *what);

/* Looking at tokens and taking them. A keyword is a name in any case. */
const struct gt_token *gt_pattern_peek(const struct gt_pattern *pattern, size_t ahead);
bool gt_pattern_at(const struct gt_pattern *pattern, const char *symbol);
bool gt_pattern_at_word(const struct gt_pattern *pattern, const char *word);
bool gt_pattern_take(struct gt_pattern *pattern, const char *symbol);
bool gt_pattern_take_word(struct gt_pattern *pattern, const char *word);
GT_MUST_USE bool gt_pattern_want(struct gt_pattern *pattern, const char *symbol);

/* A name that is no keyword, or null after failing with what was expected. */
const char *gt_pattern_name(struct gt_pattern *pattern, const char *what);

GT_MUST_USE bool gt_pattern_parse(struct gt_pattern *pattern);

/* Patterns up to WHERE and with it, into a scope. */
GT_MUST_USE bool gt_pattern_parse_scope(struct gt_pattern *pattern, struct gt_scope *scope);

/* An expression; null after failing. */
struct gt_expression *gt_pattern_parse_expression(struct gt_pattern *pattern);
struct gt_expression *gt_pattern_parse_primary(struct gt_pattern *pattern);
struct gt_expression *gt_expression_new(struct gt_pattern *pattern, enum gt_expression_kind kind,
                                        const char *text);
void gt_expression_add(struct gt_pattern *pattern, struct gt_expression *to,
                       struct gt_expression *argument);

/* The variable of that name; GT_NONE when there is none. */
size_t gt_pattern_find_variable(const struct gt_pattern *pattern, const char *name);

bool gt_expression_has_aggregate(const struct gt_expression *expression);

/* Writing SQL. */
GT_MUST_USE bool gt_pattern_write(struct gt_pattern *pattern, struct gt_buffer *sql);
GT_MUST_USE bool gt_expression_write(struct gt_pattern *pattern,
                                     const struct gt_expression *expression, struct gt_buffer *sql);
/* FROM, WHERE and, in front, WITH of a scope; `select` is what stands between. */
GT_MUST_USE bool gt_scope_write(struct gt_pattern *pattern, struct gt_scope *scope,
                                const char *select, struct gt_buffer *sql);
void gt_sql_string(const char *text, struct gt_buffer *sql);

#endif
