/* args.c: options and operands, read by the tables; as GNU programs read them: --name value,
 * --name=value, -n value, -nvalue, -ab for flags, options and operands in any order, -- ends them.
 */
#include "cli/args.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

/* "|text|metadata|...": the stages that --trace can name. */
static const char trace_stages[] =
#define TRACE_STAGE(name, ...) "|" #name
#include "extract/trace_stage.def"
#undef TRACE_STAGE
    ;

const struct gt_option_info gt_options[GT_OPTIONS] = {
#define OPTION(id, name_, letter_, kind_, placeholder_, en, zh)                                    \
    [GT_OPTION_##id] = {.name = name_,                                                             \
                        .letter = letter_,                                                         \
                        .kind = GT_OPTION_##kind_,                                                 \
                        .placeholder = placeholder_,                                               \
                        .title = GT_TEXT(en, zh)},
#include "cli/option.def"
#undef OPTION
};

struct reader {
    char **argv;
    int argc, at;
    gt_option_set allowed;
    struct gt_arena *arena;
    struct gt_args *args;
    struct gt_error *err;
};

static bool is_allowed(const struct reader *reader, int option)
{
    return reader->allowed >> option & 1;
}

static bool fail_unknown(const struct reader *reader, const char *typed, const char *name)
{
    const char *best = NULL;
    uint32_t least = 3;
    for (int i = 0; i < GT_OPTIONS; i++) {
        uint32_t distance = gt_text_distance(gt_options[i].name, name);
        if (is_allowed(reader, i) && distance < least) {
            least = distance;
            best = gt_options[i].name;
        }
    }
    if (best)
        return gt_fail(reader->err, GT_USAGE, "unknown option %s; did you mean --%s?",
                       "未知选项 %s；是否为 --%s？", typed, best);
    return gt_fail(reader->err, GT_USAGE, "unknown option %s", "未知选项 %s", typed);
}

static void set_value(struct reader *reader, int option, const char *value)
{
    const char **slot = &reader->args->value[option];
    reader->args->given[reader->args->n_given++] = (struct gt_given){(enum gt_option)option, value};
    if (*slot && gt_options[option].kind == GT_OPTION_LIST)
        *slot = gt_arena_format(reader->arena, "%s,%s", *slot, value);
    else
        *slot = value;
}

/* Takes the value of an option: what is attached, or the next argument. */
static bool take_value(struct reader *reader, int option, const char *attached)
{
    const struct gt_option_info *info = &gt_options[option];
    if (info->kind == GT_OPTION_FLAG) {
        if (attached)
            return gt_fail(reader->err, GT_USAGE, "--%s takes no value", "--%s 不带参数值",
                           info->name);
        set_value(reader, option, "");
        return true;
    }
    if (!attached && reader->at >= reader->argc)
        return gt_fail(reader->err, GT_USAGE, "--%s wants a value: %s", "--%s 需要参数值：%s",
                       info->name, info->placeholder);
    const char *value = attached ? attached : reader->argv[reader->at++];
    if (!*value)
        return gt_fail(reader->err, GT_USAGE, "--%s wants a value: %s", "--%s 需要参数值：%s",
                       info->name, info->placeholder);
    set_value(reader, option, value);
    return true;
}

static bool add_named(struct reader *reader, const char *name, const char *value)
{
    reader->args->named[reader->args->n_named++] = (struct gt_named_value){name, value};
    return true;
}

/* --param NAME=VALUE */
static bool take_pair(struct reader *reader, const char *pair)
{
    const char *equals = pair ? strchr(pair, '=') : NULL;
    if (!equals || equals == pair)
        return gt_fail(reader->err, GT_USAGE, "--param wants NAME=VALUE",
                       "--param 需要 NAME=VALUE");
    return add_named(reader, gt_arena_text(reader->arena, pair, (size_t)(equals - pair)),
                     equals + 1);
}

/* --NAME VALUE or --NAME=VALUE, where no option has that name. */
static bool take_named(struct reader *reader, const char *name, const char *attached)
{
    if (!attached && reader->at >= reader->argc)
        return gt_fail(reader->err, GT_USAGE, "--%s wants a value", "--%s 需要参数值", name);
    return add_named(reader, name, attached ? attached : reader->argv[reader->at++]);
}

static bool read_long(struct reader *reader, const char *typed)
{
    const char *name = typed + 2, *equals = strchr(name, '=');
    size_t n = equals ? (size_t)(equals - name) : strlen(name);
    const char *plain = gt_arena_text(reader->arena, name, n);
    const char *attached = equals ? equals + 1 : NULL;
    for (int i = 0; i < GT_OPTIONS; i++)
        if (is_allowed(reader, i) && strcmp(gt_options[i].name, plain) == 0) {
            if (i == GT_OPTION_param && !attached && reader->at < reader->argc)
                attached = reader->argv[reader->at++];
            return i == GT_OPTION_param ? take_pair(reader, attached)
                                        : take_value(reader, i, attached);
        }
    if (is_allowed(reader, GT_OPTION_param))
        return take_named(reader, plain, attached);
    return fail_unknown(reader, gt_arena_format(reader->arena, "--%s", plain), plain);
}

static bool read_short(struct reader *reader, const char *typed)
{
    for (const char *p = typed + 1; *p; p++) {
        int i = 0;
        while (i < GT_OPTIONS && !(is_allowed(reader, i) && gt_options[i].letter == *p))
            i++;
        if (i == GT_OPTIONS)
            return fail_unknown(reader, typed, p);
        if (i == GT_OPTION_help)
            reader->args->short_help = true;
        if (gt_options[i].kind != GT_OPTION_FLAG)
            return take_value(reader, i, p[1] ? p + 1 : NULL);
        set_value(reader, i, "");
    }
    return true;
}

bool gt_args_read(int argc, char **argv, gt_option_set allowed, struct gt_arena *arena,
                  struct gt_args *args, struct gt_error *err)
{
    struct reader reader = {argv, argc, 0, allowed, arena, args, err};
    size_t letters = 1; /* no argument gives more options than it has letters */
    for (int i = 0; i < argc; i++)
        letters += strlen(argv[i]) + 1;
    *args =
        (struct gt_args){.operand = gt_arena_array(arena, (size_t)argc + 1, sizeof *args->operand),
                         .named = gt_arena_array(arena, (size_t)argc + 1, sizeof *args->named),
                         .given = gt_arena_array(arena, letters, sizeof *args->given)};
    bool only_operands = false;
    while (reader.at < argc) {
        const char *typed = argv[reader.at++];
        bool done = true;
        if (only_operands || typed[0] != '-' || !typed[1])
            args->operand[args->n_operands++] = typed;
        else if (strcmp(typed, "--") == 0)
            only_operands = true;
        else if (typed[1] == '-')
            done = read_long(&reader, typed);
        else
            done = read_short(&reader, typed);
        if (!done)
            return false;
    }
    return true;
}

bool gt_args_number(const struct gt_args *args, enum gt_option option, uint64_t otherwise,
                    uint64_t most, uint64_t *value, struct gt_error *err)
{
    *value = otherwise;
    const char *text = args->value[option];
    if (!text || (gt_number_read_uint(text, value) && *value <= most))
        return true;
    return gt_fail(err, GT_USAGE, "--%s wants a whole number up to %llu, not \"%s\"",
                   "--%s 需要不超过 %llu 的整数，而不是“%s”", gt_options[option].name,
                   (unsigned long long)most, text);
}

bool gt_args_count(const struct gt_args *args, enum gt_option option, uint64_t otherwise,
                   uint64_t most, uint64_t *value, struct gt_error *err)
{
    if (!gt_args_number(args, option, otherwise, most, value, err))
        return false;
    return *value > 0 || gt_fail(err, GT_USAGE, "--%s wants at least 1", "--%s 至少为 1",
                                 gt_options[option].name);
}

bool gt_args_choice(const struct gt_args *args, enum gt_option option, const char *const *words,
                    int n, int *choice, struct gt_error *err)
{
    const char *text = args->value[option];
    *choice = 0;
    if (!text)
        return true;
    for (int i = 0; i < n; i++)
        if (strcmp(words[i], text) == 0) {
            *choice = i;
            return true;
        }
    return gt_fail(err, GT_USAGE, "--%s is one of %s, not \"%s\"",
                   "--%s 只能是 %s 之一，而不是“%s”", gt_options[option].name,
                   gt_options[option].placeholder, text);
}

/* Length of a separator at p: a comma, or a Chinese one (3 bytes); 0 when there is none. */
static size_t separator(const char *p)
{
    if (*p == ',')
        return 1;
    return strncmp(p, "，", 3) == 0 || strncmp(p, "、", 3) == 0 ? 3 : 0;
}

bool gt_args_each(const char *list, gt_take_item *take, void *context, struct gt_error *err)
{
    struct gt_buffer item = {0};
    bool done = true;
    for (const char *p = list; done; p++) {
        size_t n = *p ? separator(p) : 0;
        if (*p && !n) {
            gt_buffer_add(&item, p, 1);
            continue;
        }
        if (item.n)
            done = take(context, item.bytes, err);
        gt_buffer_clear(&item);
        if (!*p)
            break;
        p += n - 1;
    }
    gt_buffer_fini(&item);
    return done;
}
