/* progress.c: one line on the terminal, renewed by a thread. */
#include "cli/progress.h"

#include "base/text.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { FIRST_MS = 500, EVERY_MS = 200, LINE_BYTES = 160, COLUMNS = 80 };

static double seconds_since(const struct timespec *begun)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - begun->tv_sec) + (double)(now.tv_nsec - begun->tv_nsec) / 1e9;
}

/* "extract: replies 34 of 100, 3 s left", or without a count "map: 2 s". */
static void write_line(const struct gt_progress *progress, char line[LINE_BYTES])
{
    double passed = seconds_since(&progress->stage_begun);
    int n = snprintf(line, LINE_BYTES, gt_say(progress->lang, "%s: ", "%s："), progress->command);
    char *rest = line + n;
    size_t room = LINE_BYTES - (size_t)n;
    if (progress->all == 0)
        snprintf(rest, room, gt_say(progress->lang, "%.0f s", "%.0f 秒"),
                 seconds_since(&progress->begun));
    else if (progress->done == 0)
        snprintf(rest, room, gt_say(progress->lang, "%s 0 of %zu, %.0f s", "%s 0 / %zu，%.0f 秒"),
                 progress->what.in[progress->lang], progress->all, passed);
    else
        snprintf(rest, room,
                 gt_say(progress->lang, "%s %zu of %zu, %.0f s left", "%s %zu / %zu，还需 %.0f 秒"),
                 progress->what.in[progress->lang], progress->done, progress->all,
                 passed * (double)(progress->all - progress->done) / (double)progress->done);
}

static size_t window_columns(void)
{
    struct winsize size;
    return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col ? size.ws_col : COLUMNS;
}

/* Writes the line over the one before, which took *cells; nothing where it does not fit. Blanks
 * wipe out what is left of that one: a dumb terminal knows no sequences. */
static void show(const struct gt_progress *progress, size_t *cells)
{
    char line[LINE_BYTES], out[2 * LINE_BYTES + 8] = "\r";
    write_line(progress, line);
    size_t wide = gt_text_cells(line);
    if (wide >= window_columns())
        return;
    int blanks = *cells > wide ? (int)(*cells - wide) : 0;
    int n = snprintf(out, sizeof out, "\r%s%*s", line, blanks, "");
    *cells = wide;
    if (write(STDERR_FILENO, out, (size_t)n) < 0)
        return; /* the terminal is gone: nobody looks on */
}

static void wipe(size_t cells)
{
    char out[LINE_BYTES + 8];
    int n =
        snprintf(out, sizeof out, "\r%*s\r", (int)(cells < LINE_BYTES ? cells : LINE_BYTES), "");
    if (cells && write(STDERR_FILENO, out, (size_t)n) < 0)
        return;
}

/* Waits until the end, or so long; true at the end. The lock is held. */
static bool wait_for_end(struct gt_progress *progress, long ms)
{
    struct timespec until;
    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_nsec += ms * 1000000;
    until.tv_sec += until.tv_nsec / 1000000000;
    until.tv_nsec %= 1000000000;
    while (!progress->over &&
           pthread_cond_timedwait(&progress->changed, &progress->lock, &until) == 0)
        ;
    return progress->over;
}

static void *look_on(void *context)
{
    struct gt_progress *progress = context;
    size_t cells = 0;
    pthread_mutex_lock(&progress->lock);
    for (long ms = FIRST_MS; !wait_for_end(progress, ms); ms = EVERY_MS)
        show(progress, &cells);
    pthread_mutex_unlock(&progress->lock);
    wipe(cells);
    return NULL;
}

void gt_progress_begin(struct gt_progress *progress, const char *command, enum gt_lang lang)
{
    pthread_condattr_t clock;
    sigset_t all, before;
    *progress = (struct gt_progress){.lang = lang, .command = command};
    if (!isatty(STDERR_FILENO))
        return;
    clock_gettime(CLOCK_MONOTONIC, &progress->begun);
    progress->stage_begun = progress->begun;
    pthread_mutex_init(&progress->lock, NULL);
    pthread_condattr_init(&clock);
    pthread_condattr_setclock(&clock, CLOCK_MONOTONIC);
    pthread_cond_init(&progress->changed, &clock);
    pthread_condattr_destroy(&clock);
    sigfillset(&all); /* signals are the command's business */
    pthread_sigmask(SIG_SETMASK, &all, &before);
    progress->running = pthread_create(&progress->thread, NULL, look_on, progress) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
}

void gt_progress_count(struct gt_progress *progress, struct gt_text what, size_t all)
{
    if (!progress->running)
        return;
    pthread_mutex_lock(&progress->lock);
    progress->what = what;
    progress->all = all;
    progress->done = 0;
    clock_gettime(CLOCK_MONOTONIC, &progress->stage_begun);
    pthread_mutex_unlock(&progress->lock);
}

void gt_progress_step(struct gt_progress *progress)
{
    if (!progress->running)
        return;
    pthread_mutex_lock(&progress->lock);
    progress->done += progress->done < progress->all;
    pthread_mutex_unlock(&progress->lock);
}

void gt_progress_end(struct gt_progress *progress)
{
    if (!progress->running)
        return;
    pthread_mutex_lock(&progress->lock);
    progress->over = true;
    pthread_cond_signal(&progress->changed);
    pthread_mutex_unlock(&progress->lock);
    pthread_join(progress->thread, NULL);
    pthread_cond_destroy(&progress->changed);
    pthread_mutex_destroy(&progress->lock);
    progress->running = false;
}
