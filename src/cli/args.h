/* args.h: the command line as options and operands. */
#ifndef GT_CLI_ARGS_H
#define GT_CLI_ARGS_H

#include "base/arena.h"
#include "base/error.h"

#include <stdint.h>

enum gt_option {
#define OPTION(id, ...) GT_OPTION_##id,
#include "cli/option.def"
#undef OPTION
    GT_OPTIONS
};

enum gt_option_kind { GT_OPTION_FLAG, GT_OPTION_TEXT, GT_OPTION_LIST };

struct gt_option_info {
    const char *name; /* without the dashes */
    char letter;      /* 0 when there is none */
    enum gt_option_kind kind;
    const char *placeholder; /* null for flags */
    struct gt_text title;
};

extern const struct gt_option_info gt_options[GT_OPTIONS];

/* A set of options: GT_HAS(id) | GT_HAS(id) ... There are more than 64. */
__extension__ typedef unsigned __int128 gt_option_set;
#define GT_HAS(id) ((gt_option_set)1 << GT_OPTION_##id)

/* --NAME VALUE of a command that takes names of its own (GT_HAS(param)). */
struct gt_named_value {
    const char *name, *value;
};

/* One option as it was typed; "" for a flag. */
struct gt_given {
    enum gt_option option;
    const char *value;
};

struct gt_args {
    const char *value[GT_OPTIONS]; /* null when not given; "" for a flag */
    const char **operand;
    int n_operands;
    struct gt_named_value *named;
    int n_named;
    struct gt_given *given; /* all options in their order, repeated ones too */
    int n_given;
    bool short_help; /* -h, not --help */
};

/* Reads argv[0 .. argc), which starts behind the command's name. Only the options of `allowed` are
 * known; a mistyped one is answered with the nearest, or taken as a name of the command's own.
 * Texts are borrowed or in the arena. */
GT_MUST_USE bool gt_args_read(int argc, char **argv, gt_option_set allowed, struct gt_arena *arena,
                              struct gt_args *args, struct gt_error *err);

/* The value of an option as a whole number of at most `most`, or `otherwise` when not given. */
GT_MUST_USE bool gt_args_number(const struct gt_args *args, enum gt_option option,
                                uint64_t otherwise, uint64_t most, uint64_t *value,
                                struct gt_error *err);

/* The same for a number of things: at least 1. */
GT_MUST_USE bool gt_args_count(const struct gt_args *args, enum gt_option option,
                               uint64_t otherwise, uint64_t most, uint64_t *value,
                               struct gt_error *err);

/* The value of an option as one of the n words, or 0 when not given. The placeholder of the option
 * lists the words for messages. */
GT_MUST_USE bool gt_args_choice(const struct gt_args *args, enum gt_option option,
                                const char *const *words, int n, int *choice, struct gt_error *err);

/* Calls take(context, item) for each item of a comma-separated list (also ， and 、); stops at the
 * first that fails. */
typedef bool gt_take_item(void *context, const char *item, struct gt_error *err);
GT_MUST_USE bool gt_args_each(const char *list, gt_take_item *take, void *context,
                              struct gt_error *err);

_Static_assert(GT_OPTIONS <= 128, "gt_option_set has a bit for each option");

#endif
