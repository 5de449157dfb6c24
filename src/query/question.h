/* question.h: saved questions: files with a header in comments and one SELECT, or one pattern.
 *
 *     -- title: Alliances of a district
 *     -- title.zh: 一区的联盟
 *     -- about: Which alliances there are, and how many members each has.
 *     -- about.zh: 有哪些联盟，各有多少成员。
 *     -- param district district = putuo: the district | 区
 *     -- column id: -
 *     -- column name: alliance | 联盟
 *     -- example: --district changning
 *     SELECT id, title AS name ...
 *
 * A file's name without .sql or .gql is the question's. param: name, kind (parameter_kind.def), and
 * a default; "=" without a value makes it optional (NULL); without "=" it must be given. column:
 * titles for people; "-" keeps the column for data formats. */
#ifndef GT_QUERY_QUESTION_H
#define GT_QUERY_QUESTION_H

#include "base/arena.h"
#include "base/error.h"
#include "graph/graph.h"
#include "query/query.h"

enum gt_parameter_kind {
#define PARAMETER_KIND(name, ...) GT_PARAMETER_##name,
#include "query/parameter_kind.def"
#undef PARAMETER_KIND
    GT_PARAMETER_KINDS
};

struct gt_parameter {
    const char *name;
    enum gt_parameter_kind kind;
    bool optional;
    const char *otherwise; /* default; null: none */
    struct gt_text title;
};

struct gt_question_column {
    const char *name;
    bool hidden;
    struct gt_text title;
};

enum { GT_QUESTION_PARAMETERS = 8, GT_QUESTION_COLUMNS = 32 };

struct gt_question {
    const char *name, *path;
    const char *text; /* the whole file */
    bool pattern;     /* .gql */
    struct gt_text title, about;
    struct gt_parameter parameter[GT_QUESTION_PARAMETERS];
    struct gt_question_column column[GT_QUESTION_COLUMNS];
    size_t n_parameters, n_columns;
    const char *example; /* arguments behind the name; "" for none */
};

struct gt_questions {
    struct gt_question *item; /* by name */
    size_t n;
};

/* Reads every *.sql and *.gql of a folder, into the arena. A header that is wrong fails with
 * GT_DATA, file, line and column. */
GT_MUST_USE bool gt_questions_load(const char *folder, struct gt_arena *arena,
                                   struct gt_questions *questions, struct gt_error *err);

/* The question of that name; fails with GT_USAGE and the nearest. */
GT_MUST_USE bool gt_questions_find(const struct gt_questions *questions, const char *name,
                                   const struct gt_question **question, struct gt_error *err);

/* A value as a user gave it. */
struct gt_argument {
    const char *name, *value;
};

/* Checks what was given against the parameters and fills the defaults in: bindings has room for
 * question->n_parameters. Entities become ids, words of the vocabulary their spelling. Texts are
 * borrowed. Fails with GT_USAGE. */
GT_MUST_USE bool gt_question_bind(const struct gt_question *question, const struct gt_graph *graph,
                                  const struct gt_argument *given, size_t n_given,
                                  struct gt_binding *bindings, struct gt_error *err);

const char *gt_parameter_kind_name(enum gt_parameter_kind kind);
struct gt_text gt_parameter_kind_title(enum gt_parameter_kind kind);

#endif
