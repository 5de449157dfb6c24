/* line.c: reading lines from a person by libedit, or plainly from a pipe. */
#include "cli/line.h"

#include "base/file.h"
#include "base/memory.h"

#include <errno.h>
#include <histedit.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

enum { REMEMBERED = 1000, SHOWN = 60 };

struct gt_line {
    gt_line_complete *complete;
    void *context;
    bool terminal, more;
    EditLine *editor;
    History *history;
    struct gt_buffer file; /* of the history; empty: none */
    struct sigaction old;
    char *plain; /* getline()'s */
    size_t room;
};

/* --- on a terminal -----------------------------------------------------------------------------
 */

static struct gt_line *line_of(EditLine *editor)
{
    void *line = NULL;
    el_get(editor, EL_CLIENTDATA, &line);
    return line;
}

static char *prompt(EditLine *editor)
{
    static char first[] = "graphtool> ", more[] = "      ...> ";
    return line_of(editor)->more ? more : first;
}

static bool ends_word(char c)
{
    return strchr(" \t\n()[]{},;=<>'\"|:", c);
}

/* How many bytes all texts begin with alike. */
static size_t common_start(const struct gt_texts *texts)
{
    size_t n = strlen(texts->item[0]);
    for (uint32_t i = 1; i < texts->n; i++) {
        size_t k = 0;
        while (k < n && texts->item[i][k] == texts->item[0][k])
            k++;
        n = k;
    }
    return n;
}

static void show_choices(const struct gt_texts *found)
{
    fputs("\n", stdout);
    for (uint32_t i = 0; i < found->n && i < SHOWN; i++)
        fprintf(stdout, "%s  ", found->item[i]);
    fputs(found->n > SHOWN ? "...\n" : "\n", stdout);
}

/* Tab: completes the word before the cursor as far as it is clear, and shows the choices. */
static unsigned char complete_word(EditLine *editor, int key)
{
    (void)key;
    struct gt_line *line = line_of(editor);
    const LineInfo *info = el_line(editor);
    const char *start = info->cursor;
    struct gt_texts found = {0};
    struct gt_arena arena = {0};
    unsigned char result = CC_ERROR;
    while (start > info->buffer && !ends_word(start[-1]))
        start--;
    const char *word = gt_arena_text(&arena, start, (size_t)(info->cursor - start));
    line->complete(line->context, word, &found, &arena);
    if (found.n) {
        size_t typed = strlen(word), n = common_start(&found);
        const char *rest = gt_arena_text(&arena, found.item[0] + typed, n > typed ? n - typed : 0);
        if (found.n == 1)
            rest = gt_arena_format(&arena, "%s ", rest);
        result = *rest && el_insertstr(editor, rest) == 0 ? CC_REFRESH : CC_ERROR;
        if (!*rest) {
            show_choices(&found);
            result = CC_REDISPLAY;
        }
    }
    gt_arena_fini(&arena);
    return result;
}

static void ignore_signal(int signal)
{
    (void)signal; /* it interrupts read(2), and that is enough */
}

/* The history's file and its folder: $XDG_STATE_HOME/graphtool/history, or below ~/.local/state. */
static void find_history(struct gt_buffer *file)
{
    const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
    struct gt_error ignored = {0};
    if (state && *state == '/')
        gt_buffer_format(file, "%s/graphtool", state);
    else if (home && *home == '/')
        gt_buffer_format(file, "%s/.local/state/graphtool", home);
    if (!file->n)
        return;
    if (gt_folder_make(file->bytes, &ignored))
        gt_buffer_text(file, "/history");
    else
        gt_buffer_clear(file);
}

static void open_editor(struct gt_line *line)
{
    HistEvent event;
    struct sigaction action = {.sa_handler = ignore_signal}; /* no SA_RESTART */
    setlocale(LC_CTYPE, "C.UTF-8"); /* for the editor alone: what is typed is UTF-8 */
    sigaction(SIGINT, &action, &line->old);
    line->editor = el_init("graphtool", stdin, stdout, stderr);
    line->history = history_init();
    history(line->history, &event, H_SETSIZE, REMEMBERED);
    history(line->history, &event, H_SETUNIQUE, 1);
    find_history(&line->file);
    if (line->file.n)
        history(line->history, &event, H_LOAD, line->file.bytes);
    el_set(line->editor, EL_CLIENTDATA, line);
    el_set(line->editor, EL_PROMPT, prompt);
    el_set(line->editor, EL_SIGNAL, 0);
    el_set(line->editor, EL_EDITOR, "emacs");
    el_set(line->editor, EL_HIST, history, line->history);
    el_set(line->editor, EL_ADDFN, "complete-word", "completes a word", complete_word);
    el_set(line->editor, EL_BIND, "^I", "complete-word", NULL);
    el_set(line->editor, EL_BIND, "^R", "em-inc-search-prev", NULL);
}

static enum gt_line_end read_edited(struct gt_line *line, struct gt_buffer *out)
{
    int n = 0;
    errno = 0;
    const char *text = el_gets(line->editor, &n);
    if (!text || n <= 0) {
        bool interrupted = errno == EINTR;
        fputs("\n", stdout);
        if (interrupted)
            el_reset(line->editor);
        return interrupted ? GT_LINE_INTERRUPTED : GT_LINE_END;
    }
    gt_buffer_add(out, text, (size_t)n);
    return GT_LINE_READ;
}

/* --- both --------------------------------------------------------------------------------------
 */

struct gt_line *gt_line_open(gt_line_complete *complete, void *context)
{
    struct gt_line *line = gt_xcalloc(1, sizeof *line);
    line->complete = complete;
    line->context = context;
    line->terminal = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
    if (line->terminal)
        open_editor(line);
    return line;
}

void gt_line_close(struct gt_line *line)
{
    HistEvent event;
    if (line->terminal) {
        if (line->file.n)
            history(line->history, &event, H_SAVE, line->file.bytes);
        history_end(line->history);
        el_end(line->editor);
        sigaction(SIGINT, &line->old, NULL);
    }
    gt_buffer_fini(&line->file);
    free(line->plain);
    free(line);
}

enum gt_line_end gt_line_read(struct gt_line *line, bool more, struct gt_buffer *out)
{
    enum gt_line_end end = GT_LINE_READ;
    gt_buffer_clear(out);
    line->more = more;
    if (line->terminal) {
        end = read_edited(line, out);
    } else {
        ssize_t n = getline(&line->plain, &line->room, stdin);
        if (n < 0)
            return GT_LINE_END;
        gt_buffer_add(out, line->plain, (size_t)n);
    }
    while (out->n && strchr("\r\n", out->bytes[out->n - 1]))
        out->bytes[--out->n] = '\0';
    return end;
}

void gt_line_remember(struct gt_line *line, const char *text)
{
    HistEvent event;
    if (line->terminal)
        history(line->history, &event, H_ENTER, text);
}

bool gt_line_is_terminal(const struct gt_line *line)
{
    return line->terminal;
}
