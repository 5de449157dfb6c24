/* query_shell.c: a prompt for questions. */
#include "cli/query_shell.h"

#include "base/file.h"
#include "base/utf8.h"
#include "cli/line.h"
#include "cli/query_ask.h"
#include "cli/query_list.h"

#include <string.h>
#include <strings.h>

enum { MOST_WORDS = 64 };

struct shell {
    struct gt_run *run;
    struct gt_query *query;
    struct gt_line *line;
    struct gt_questions questions; /* none when they cannot be read */
    bool quit;
};

/* --- completion --------------------------------------------------------------------------------
 */

static void offer(const char *word, const char *start, struct gt_texts *found,
                  struct gt_arena *arena)
{
    if (word && strncasecmp(word, start, strlen(start)) == 0)
        gt_texts_add(found, word, arena);
}

static void offer_vocabulary(const char *start, struct gt_texts *found, struct gt_arena *arena)
{
    for (int v = 0; v < GT_VOCABULARIES; v++)
        for (int i = 0; i < gt_vocabulary_size((enum gt_vocabulary)v); i++)
            offer(gt_vocabulary_word((enum gt_vocabulary)v, i).name, start, found, arena);
}

/* Entities are offered once something of them was typed. */
static void offer_entities(const struct gt_graph *graph, const char *start, struct gt_texts *found,
                           struct gt_arena *arena)
{
    enum { MOST = 200 };
    for (uint32_t i = 0; i < graph->n_nodes && *start && found->n < MOST; i++) {
        offer(graph->nodes[i].id, start, found, arena);
        offer(graph->nodes[i].name, start, found, arena);
    }
}

static void complete(void *context, const char *start, struct gt_texts *found,
                     struct gt_arena *arena)
{
    static const char *const words[] = {
#define SHELL_WORD(word) word,
#include "cli/shell_word.def"
#undef SHELL_WORD
    };
    const struct shell *shell = context;
    size_t n;
    const struct gt_query_column *column = gt_query_columns(shell->query, &n);
    const char *dot = strrchr(start, '.');
    const char *prefix =
        dot && dot > start ? gt_arena_text(arena, start, (size_t)(dot - start) + 1) : "";
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        offer(words[i], start, found, arena);
    for (size_t i = 0; i < n; i++) {
        offer(gt_arena_format(arena, "%s%s", prefix, column[i].column), start, found, arena);
        offer(gt_arena_text(arena, column[i].table, strcspn(column[i].table, "(")), start, found,
              arena);
    }
    for (size_t i = 0; i < shell->questions.n; i++)
        offer(shell->questions.item[i].name, start, found, arena);
    offer_vocabulary(start, found, arena);
    offer_entities(shell->run->graph, start, found, arena);
}

/* --- answering ---------------------------------------------------------------------------------
 */

/* Says what went wrong; the first status is kept. */
static void complain(struct shell *shell, const struct gt_error *err)
{
    fprintf(stderr, "%s\n", err->text);
    if (shell->run->status == GT_OK || shell->run->status == GT_NO)
        shell->run->status = err->status;
}

static bool print(struct shell *shell, struct gt_error *err)
{
    struct gt_buffer *out = &shell->run->out;
    bool done = gt_file_print(gt_buffer_string(out), out->n, err);
    gt_buffer_clear(out);
    return done;
}

/* Asks, and prints the answer or what is wrong. Fails only when it cannot print. */
static bool ask(struct shell *shell, const struct gt_asked *asked, struct gt_error *err)
{
    struct gt_error wrong = {.lang = shell->run->lang};
    enum gt_status status = shell->run->status;
    if (!gt_query_answer(shell->run, shell->query, asked, &wrong)) {
        gt_buffer_clear(&shell->run->out);
        complain(shell, &wrong);
        return true;
    }
    if (status != GT_OK)
        shell->run->status = status; /* an empty answer hides no fault */
    return print(shell, err);
}

/* Splits a line at blanks; '..' and ".." hold blanks. Returns how many words there are. */
static int split(struct gt_arena *arena, const char *line, char *words[MOST_WORDS])
{
    int n = 0;
    while (n < MOST_WORDS) {
        struct gt_buffer word = {0};
        line += strspn(line, " \t");
        if (!*line)
            break;
        for (char quote = 0; *line && (quote || !strchr(" \t", *line)); line++) {
            if (quote ? *line == quote : strchr("'\"", *line) != NULL)
                quote = quote ? 0 : *line;
            else
                gt_buffer_add(&word, line, 1);
        }
        words[n++] = gt_arena_text(arena, gt_buffer_string(&word), word.n);
        gt_buffer_fini(&word);
    }
    return n;
}

/* NAME --parameter value: read as on the command line. */
static bool ask_saved(struct shell *shell, const char *text, struct gt_error *err)
{
    struct gt_run *run = shell->run;
    struct gt_error wrong = {.lang = run->lang};
    struct gt_args given, before = run->args;
    char *words[MOST_WORDS];
    int n = split(&run->arena, text, words);
    const struct gt_asked asked = {.name = words[0]};
    if (!gt_args_read(n - 1, words + 1, GT_HAS(param), &run->arena, &given, &wrong)) {
        complain(shell, &wrong);
        return true;
    }
    run->args.named = given.named;
    run->args.n_named = given.n_named;
    bool done = ask(shell, &asked, err);
    run->args = before;
    return done;
}

/* --- commands ----------------------------------------------------------------------------------
 */

static bool show(struct shell *shell, struct gt_table *table, struct gt_error *err)
{
    bool done = gt_run_table(shell->run, table, NULL, err) && print(shell, err);
    gt_table_fini(table);
    return done;
}

static bool show_tables(struct shell *shell, struct gt_error *err)
{
    struct gt_table table = {0};
    enum gt_lang lang = shell->run->lang;
    size_t n;
    const struct gt_query_column *column = gt_query_columns(shell->query, &n);
    gt_table_head(&table, "table", gt_say(lang, "table", "表"));
    gt_table_head(&table, "column", gt_say(lang, "column", "列"));
    gt_table_head(&table, "type", gt_say(lang, "type", "类型"));
    gt_table_head(&table, "title", gt_say(lang, "what it is", "说明"));
    for (size_t i = 0; i < n; i++) {
        gt_table_text(&table, column[i].table);
        gt_table_text(&table, column[i].column);
        gt_table_text(&table, column[i].type);
        gt_table_text(&table, column[i].title.in[lang]);
    }
    return show(shell, &table, err);
}

static bool show_questions(struct shell *shell, const char *name, struct gt_error *err)
{
    struct gt_table table = {0};
    struct gt_error wrong = {.lang = shell->run->lang};
    const struct gt_question *question = NULL;
    if (name && !gt_questions_find(&shell->questions, name, &question, &wrong)) {
        complain(shell, &wrong);
        return true;
    }
    if (question)
        gt_query_describe(shell->run, question, &table);
    else
        gt_query_list(shell->run, &shell->questions, &table);
    return show(shell, &table, err);
}

static bool show_help(struct shell *shell, struct gt_error *err)
{
    gt_buffer_text(&shell->run->out,
                   gt_say(shell->run->lang,
                          "SELECT ... ;                SQL, up to the semicolon\n"
                          "(a)-[:type]->(b) RETURN ... ;   a pattern, up to the semicolon\n"
                          "NAME --parameter value      a saved question\n"
                          ".list [NAME]                the saved questions, or one of them\n"
                          ".tables                     tables, functions and their columns\n"
                          ".format table|csv|tsv|json|md\n"
                          ".explain                    show SQL and plan instead of answers, or "
                          "again answers\n"
                          ".quit                       or Ctrl-D; Ctrl-C ends a question\n",
                          "SELECT ... ;                SQL，以分号结束\n"
                          "(a)-[:类型]->(b) RETURN ... ;   模式，以分号结束\n"
                          "NAME --参数 值              已保存的问题\n"
                          ".list [NAME]                列出已保存的问题，或其中一个\n"
                          ".tables                     表、函数及其列\n"
                          ".format table|csv|tsv|json|md\n"
                          ".explain                    显示 SQL 与执行方式，再次输入则恢复\n"
                          ".quit                       或 Ctrl-D；Ctrl-C 中断查询\n"));
    return print(shell, err);
}

static bool set_format(struct shell *shell, const char *name)
{
    struct gt_error wrong = {.lang = shell->run->lang};
    struct gt_args args = {.value[GT_OPTION_format] = name ? name : ""};
    int format;
    if (gt_args_choice(&args, GT_OPTION_format, gt_table_format_names, GT_TABLE_FORMATS, &format,
                       &wrong))
        shell->run->args.value[GT_OPTION_format] = gt_table_format_names[format];
    else
        complain(shell, &wrong);
    return true;
}

static bool run_command(struct shell *shell, const char *text, struct gt_error *err)
{
    struct gt_run *run = shell->run;
    char *words[MOST_WORDS];
    int n = split(&run->arena, text, words);
    const char *word = n > 1 ? words[1] : NULL;
    if (strcmp(words[0], ".quit") == 0 || strcmp(words[0], ".exit") == 0) {
        shell->quit = true;
        return true;
    }
    if (strcmp(words[0], ".help") == 0)
        return show_help(shell, err);
    if (strcmp(words[0], ".tables") == 0)
        return show_tables(shell, err);
    if (strcmp(words[0], ".list") == 0)
        return show_questions(shell, word, err);
    if (strcmp(words[0], ".format") == 0)
        return set_format(shell, word);
    if (strcmp(words[0], ".explain") == 0) {
        run->args.value[GT_OPTION_explain] = run->args.value[GT_OPTION_explain] ? NULL : "";
        return true;
    }
    struct gt_error wrong = {.lang = run->lang};
    gt_fail(&wrong, GT_USAGE, "no command %s; see .help", "没有命令 %s；见 .help", words[0]);
    complain(shell, &wrong);
    return true;
}

/* --- reading -----------------------------------------------------------------------------------
 */

static bool begins_with(const char *text, const char *word)
{
    size_t n = strlen(word);
    return strncasecmp(text, word, n) == 0 && (!text[n] || strchr(" \t\n(*", text[n]));
}

static bool is_pattern(const char *text)
{
    return *text == '(' || begins_with(text, "MATCH");
}

static bool is_sql(const char *text)
{
    static const char *const first[] = {"SELECT", "WITH", "VALUES", "EXPLAIN"};
    for (size_t i = 0; i < sizeof first / sizeof *first; i++)
        if (begins_with(text, first[i]))
            return true;
    return false;
}

/* True when a text needs no more lines. */
static bool is_whole(const char *text, size_t n)
{
    if (!is_pattern(text) && !is_sql(text))
        return true;
    while (n && strchr(" \t\n", text[n - 1]))
        n--;
    return n && text[n - 1] == ';';
}

static bool answer_text(struct shell *shell, const char *text, struct gt_error *err)
{
    size_t bad, n = strlen(text);
    struct gt_error wrong = {.lang = shell->run->lang};
    if (!gt_utf8_check(text, n, &bad)) {
        gt_fail(&wrong, GT_USAGE, "not valid UTF-8", "不是有效的 UTF-8");
        complain(shell, &wrong);
        return true;
    }
    gt_line_remember(shell->line, text);
    if (*text == '.')
        return run_command(shell, text, err);
    if (is_pattern(text))
        return ask(shell, &(struct gt_asked){.match = text}, err);
    if (is_sql(text))
        return ask(shell, &(struct gt_asked){.sql = text}, err);
    return ask_saved(shell, text, err);
}

/* Gathers lines to a question and answers it. */
static bool take_line(struct shell *shell, const struct gt_buffer *line, struct gt_buffer *text,
                      struct gt_error *err)
{
    const char *start = gt_buffer_string(line);
    if (!text->n)
        start += strspn(start, " \t");
    if (!text->n && (!*start || strncmp(start, "--", 2) == 0))
        return true;
    gt_buffer_format(text, "%s%s", text->n ? "\n" : "", start);
    if (!is_whole(text->bytes, text->n))
        return true;
    bool done = answer_text(shell, text->bytes, err);
    gt_buffer_clear(text);
    return done;
}

bool gt_query_shell(struct gt_run *run, struct gt_query *query, struct gt_error *err)
{
    struct shell shell = {.run = run, .query = query};
    struct gt_error ignored = {.lang = run->lang}; /* the prompt works without saved questions */
    struct gt_buffer line = {0}, text = {0};
    bool done = true;
    if (!gt_query_load_questions(run, &shell.questions, &ignored))
        shell.questions = (struct gt_questions){0};
    shell.line = gt_line_open(complete, &shell);
    while (done && !shell.quit) {
        enum gt_line_end end = gt_line_read(shell.line, text.n, &line);
        if (end == GT_LINE_INTERRUPTED)
            gt_buffer_clear(&text);
        else if (end == GT_LINE_READ)
            done = take_line(&shell, &line, &text, err);
        else
            break;
    }
    if (done && text.n) /* a last question without ";" */
        done = answer_text(&shell, text.bytes, err);
    gt_line_close(shell.line);
    gt_buffer_fini(&line);
    gt_buffer_fini(&text);
    return done;
}
