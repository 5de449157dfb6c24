/* function.h: what the table-valued functions share: their arguments and the rows that they fill.
 */
#ifndef GT_QUERY_FUNCTION_H
#define GT_QUERY_FUNCTION_H

#include "query/row.h"

enum { GT_ARGUMENTS = 4 }; /* most arguments of a function */

/* Texts as given; null: not given. */
struct gt_arguments {
    const char *function;
    const char *text[GT_ARGUMENTS];
    const char *name[GT_ARGUMENTS];
};

enum gt_datum_kind { GT_DATUM_NULL, GT_DATUM_NODE, GT_DATUM_INTEGER, GT_DATUM_REAL, GT_DATUM_WORD };

struct gt_datum {
    enum gt_datum_kind kind;
    uint32_t number; /* node or integer */
    double real;
    const char *word; /* a literal */
};

/* Rows of `width` values, row by row. */
struct gt_rows {
    struct gt_datum *datum;
    size_t n, room, width;
};

void gt_rows_node(struct gt_rows *rows, uint32_t node);
void gt_rows_integer(struct gt_rows *rows, uint32_t number);
void gt_rows_real(struct gt_rows *rows, double real); /* NAN is NULL */
void gt_rows_word(struct gt_rows *rows, const char *word);

/* Fills the rows of a call; fails when an argument is wrong. */
typedef bool gt_function_fill(struct gt_query *query, const struct gt_arguments *arguments,
                              struct gt_rows *rows, struct gt_error *err);

#define FUNCTION(name, ...) gt_function_fill gt_fill_##name;
#include "query/function.def"
#undef FUNCTION

/* Reading arguments. */
GT_MUST_USE bool gt_argument_node(struct gt_query *query, const struct gt_arguments *arguments,
                                  int i, uint32_t *node, struct gt_error *err);
GT_MUST_USE bool gt_argument_number(const struct gt_arguments *arguments, int i, uint32_t otherwise,
                                    uint32_t *number, struct gt_error *err);
/* One of n words; `otherwise` when not given. */
GT_MUST_USE bool gt_argument_choice(const struct gt_arguments *arguments, int i,
                                    const char *const *words, int n, int *choice,
                                    struct gt_error *err);

#endif
