/* question.c: reading the headers of saved questions. */
#include "query/question.h"

#include "base/file.h"
#include "base/utf8.h"
#include "query/caret.h"

#include <stdlib.h>
#include <string.h>

enum { FILE_LIMIT = 100000 }; /* bytes: as much as SQLite is given */

static const struct {
    const char *name;
    struct gt_text title;
} kinds[GT_PARAMETER_KINDS] = {
#define PARAMETER_KIND(name_, en, zh) {#name_, GT_TEXT(en, zh)},
#include "query/parameter_kind.def"
#undef PARAMETER_KIND
};

const char *gt_parameter_kind_name(enum gt_parameter_kind kind)
{
    return kinds[kind].name;
}

struct gt_text gt_parameter_kind_title(enum gt_parameter_kind kind)
{
    return kinds[kind].title;
}

/* --- reading a header --------------------------------------------------------------------------
 */

/* A header line: "-- KEY REST: VALUE". */
struct header {
    struct gt_question *question;
    struct gt_arena *arena;
    struct gt_error *err;
    size_t offset; /* of the line in the text */
    const char *key, *value;
};

static bool fail_header(const struct header *header, const char *en, const char *zh)
{
    struct gt_buffer shown = {0};
    struct gt_caret at = gt_caret_at(header->question->text, header->offset);
    gt_caret_show(header->question->text, header->offset, &shown);
    gt_fail(header->err, GT_DATA, "%s:%u: %s%s", "%s:%u：%s%s", header->question->path, at.line,
            gt_say(header->err->lang, en, zh), shown.bytes);
    gt_buffer_fini(&shown);
    return false;
}

static const char *trim(struct gt_arena *arena, const char *text, size_t n)
{
    while (n && (*text == ' ' || *text == '\t')) {
        text++;
        n--;
    }
    while (n && strchr(" \t\r", text[n - 1]))
        n--;
    return gt_arena_text(arena, text, n);
}

/* "English | 中文" */
static bool read_titles(const struct header *header, struct gt_text *title)
{
    const char *bar = strchr(header->value, '|');
    if (!bar)
        return fail_header(header, "expected titles: English | Chinese", "应有标题：英文 | 中文");
    title->in[GT_EN] = trim(header->arena, header->value, (size_t)(bar - header->value));
    title->in[GT_ZH] = trim(header->arena, bar + 1, strlen(bar + 1));
    return (*title->in[GT_EN] && *title->in[GT_ZH]) ||
           fail_header(header, "a title is empty", "标题为空");
}

/* The first word of a text; *rest is what follows. */
static const char *first_word(struct gt_arena *arena, const char *text, const char **rest)
{
    text += strspn(text, " ");
    size_t n = strcspn(text, " =");
    *rest = text + n + strspn(text + n, " ");
    return gt_arena_text(arena, text, n);
}

/* Names are what SQL takes as :name and the command line as --name. */
static bool is_name(const char *text)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
    size_t n = strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789_");
    return *text && !text[n] && strchr(letters, *text);
}

/* "district district = putuo" */
static bool read_parameter(const struct header *header, const char *words)
{
    struct gt_question *question = header->question;
    if (question->n_parameters == GT_QUESTION_PARAMETERS)
        return fail_header(header, "too many parameters", "参数过多");
    struct gt_parameter *parameter = &question->parameter[question->n_parameters++];
    const char *rest;
    parameter->name = first_word(header->arena, words, &rest);
    const char *kind = first_word(header->arena, rest, &rest);
    if (!is_name(parameter->name))
        return fail_header(header, "a parameter's name is of lower-case letters, digits and _",
                           "参数名由小写字母、数字与 _ 组成");
    int k = 0;
    while (k < GT_PARAMETER_KINDS && strcmp(kinds[k].name, kind) != 0)
        k++;
    if (k == GT_PARAMETER_KINDS)
        return fail_header(header, "unknown kind of parameter: see parameter_kind.def",
                           "未知的参数类型");
    parameter->kind = (enum gt_parameter_kind)k;
    if (*rest == '=') {
        parameter->optional = true;
        rest = trim(header->arena, rest + 1, strlen(rest + 1));
        parameter->otherwise = *rest ? rest : NULL;
    } else if (*rest) {
        return fail_header(header, "expected \"=\" and a default", "应有“=”与默认值");
    }
    return read_titles(header, &parameter->title);
}

static bool read_column(const struct header *header, const char *words)
{
    struct gt_question *question = header->question;
    const char *rest;
    if (question->n_columns == GT_QUESTION_COLUMNS)
        return fail_header(header, "too many columns", "列过多");
    struct gt_question_column *column = &question->column[question->n_columns++];
    column->name = first_word(header->arena, words, &rest);
    column->hidden = strcmp(header->value, "-") == 0;
    return column->hidden || read_titles(header, &column->title);
}

/* Texts over several lines are joined. */
static void add_text(const struct header *header, const char **text)
{
    *text = *text && **text ? gt_arena_format(header->arena, "%s %s", *text, header->value)
                            : header->value;
}

static bool read_header_line(const struct header *header)
{
    struct gt_question *question = header->question;
    const char *rest, *word = first_word(header->arena, header->key, &rest);
    struct {
        const char *name;
        const char **text;
    } texts[] = {{"title", &question->title.in[GT_EN]},
                 {"title.zh", &question->title.in[GT_ZH]},
                 {"about", &question->about.in[GT_EN]},
                 {"about.zh", &question->about.in[GT_ZH]},
                 {"example", &question->example}};
    if (strcmp(word, "param") == 0)
        return read_parameter(header, rest);
    if (strcmp(word, "column") == 0)
        return read_column(header, rest);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (strcmp(header->key, texts[i].name) == 0) {
            add_text(header, texts[i].text);
            return true;
        }
    return fail_header(header, "expected title, about, param, column or example",
                       "应为 title、about、param、column 或 example");
}

/* The header is the comments at the top; "-- word" without a colon is a remark. */
static bool read_header(struct gt_question *question, struct gt_arena *arena, struct gt_error *err)
{
    struct header header = {.question = question, .arena = arena, .err = err};
    const char *line = question->text;
    for (; strncmp(line, "--", 2) == 0; line += strcspn(line, "\n"), line += *line == '\n') {
        size_t n = strcspn(line, "\n");
        const char *content = trim(arena, line + 2, n - 2), *colon = strchr(content, ':');
        header.offset = (size_t)(line - question->text);
        if (!colon)
            continue;
        header.key = trim(arena, content, (size_t)(colon - content));
        header.value = trim(arena, colon + 1, strlen(colon + 1));
        if (!read_header_line(&header))
            return false;
    }
    header.offset = 0;
    for (int l = 0; l < GT_LANGS; l++)
        if (!question->title.in[l] || !question->about.in[l])
            return fail_header(&header, "the header wants title, title.zh, about and about.zh",
                               "文件头须有 title、title.zh、about、about.zh");
    return question->example ||
           fail_header(&header, "the header wants an example", "文件头须有 example");
}

static bool load_one(const char *path, struct gt_arena *arena, struct gt_question *question,
                     struct gt_error *err)
{
    struct gt_buffer text = {0};
    const char *slash = strrchr(path, '/'), *base = slash ? slash + 1 : path;
    const char *dot = strrchr(base, '.');
    size_t bad;
    bool done = gt_file_read(path, FILE_LIMIT, &text, err);
    if (done && (!gt_utf8_check(gt_buffer_string(&text), text.n, &bad) ||
                 strlen(gt_buffer_string(&text)) != text.n))
        done = gt_fail(err, GT_DATA, "%s: not valid UTF-8, or with NUL",
                       "%s：不是有效的 UTF-8，或含 NUL", path);
    *question = (struct gt_question){
        .name = gt_arena_text(arena, base, (size_t)(dot - base)),
        .path = path,
        .text = gt_arena_text(arena, gt_buffer_string(&text), text.n),
        .pattern = strcmp(dot, ".gql") == 0,
    };
    gt_buffer_fini(&text);
    return done && read_header(question, arena, err);
}

static int compare_questions(const void *a, const void *b)
{
    return strcmp(((const struct gt_question *)a)->name, ((const struct gt_question *)b)->name);
}

bool gt_questions_load(const char *folder, struct gt_arena *arena, struct gt_questions *questions,
                       struct gt_error *err)
{
    static const char *const endings[] = {".sql", ".gql"};
    const char *const *files[2];
    size_t n[2];
    for (int i = 0; i < 2; i++)
        if (!gt_folder_list(folder, endings[i], arena, &files[i], &n[i], err))
            return false;
    *questions = (struct gt_questions){
        .item = gt_arena_array(arena, n[0] + n[1] + 1, sizeof *questions->item)};
    for (int i = 0; i < 2; i++)
        for (size_t k = 0; k < n[i]; k++)
            if (!load_one(files[i][k], arena, &questions->item[questions->n++], err))
                return false;
    qsort(questions->item, questions->n, sizeof *questions->item, compare_questions);
    for (size_t i = 1; i < questions->n; i++)
        if (strcmp(questions->item[i - 1].name, questions->item[i].name) == 0)
            return gt_fail(err, GT_DATA, "two questions are called %s: %s, %s",
                           "有两个问题同名 %s：%s、%s", questions->item[i].name,
                           questions->item[i - 1].path, questions->item[i].path);
    return true;
}

bool gt_questions_find(const struct gt_questions *questions, const char *name,
                       const struct gt_question **question, struct gt_error *err)
{
    const char *near = NULL;
    uint32_t least = 5;
    for (size_t i = 0; i < questions->n; i++) {
        const struct gt_question *this = &questions->item[i];
        uint32_t distance = gt_text_distance(this->name, name);
        if (strcmp(this->name, name) == 0 || strcmp(this->title.in[GT_ZH], name) == 0) {
            *question = this;
            return true;
        }
        if (distance < least || (strstr(this->name, name) && !near)) {
            least = distance < least ? distance : least;
            near = this->name;
        }
    }
    if (near)
        return gt_fail(err, GT_USAGE, "no question \"%s\"; did you mean %s?",
                       "没有名为“%s”的问题；是否为 %s？", name, near);
    return gt_fail(err, GT_USAGE, "no question \"%s\"; see graphtool query --list",
                   "没有名为“%s”的问题；见 graphtool query --list", name);
}
