/* jail.c: a child process with limits. */
#include "base/jail.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/pidfd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* The last byte of an answer says how the work ended; before it stands the answer or the message.
 */
enum { TAIL = 1 };

enum { CHUNK = 1 << 16 }; /* all that a pipe holds */

/* The sanitizer's shadow memory takes terabytes of address space: no limit on it then. */
#if defined(__SANITIZE_ADDRESS__)
enum { ADDRESS_SANITIZER = 1 };
#elif defined(__has_feature)
enum { ADDRESS_SANITIZER = __has_feature(address_sanitizer) };
#else
enum { ADDRESS_SANITIZER = 0 };
#endif

static bool send_all(int fd, const char *bytes, size_t n)
{
    while (n > 0) {
        ssize_t sent = write(fd, bytes, n);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent < 0)
            return false;
        bytes += sent;
        n -= (size_t)sent;
    }
    return true;
}

static void set_limit(__rlimit_resource_t what, rlim_t value)
{
    struct rlimit limit = {.rlim_cur = value, .rlim_max = value};
    setrlimit(what, &limit); /* where it is refused, the parent's clock still holds */
}

static _Noreturn void be_the_child(const struct gt_jail *jail, gt_jail_work *work, void *context,
                                   int fd, enum gt_lang lang)
{
    struct gt_error err = {.lang = lang};
    struct gt_buffer out = {0};
    prctl(PR_SET_PDEATHSIG, SIGKILL); /* no one waits for the answer any more */
    set_limit(RLIMIT_CORE, 0);
    if (jail->seconds)
        set_limit(RLIMIT_CPU, jail->seconds);
    if (jail->bytes && !ADDRESS_SANITIZER)
        set_limit(RLIMIT_AS, jail->bytes);
    int null = open("/dev/null", O_WRONLY);
    if (null >= 0) {
        dup2(null, STDERR_FILENO); /* libraries' chatter; our messages go through the pipe */
        dup2(null, STDOUT_FILENO);
    }
    bool done = work(context, &out, &err);
    const char *text = done ? gt_buffer_string(&out) : err.text;
    size_t n = done ? out.n : strlen(err.text);
    char tail = (char)(done ? GT_OK : err.status != GT_OK ? err.status : GT_BUG);
    bool sent = send_all(fd, text, n) && send_all(fd, &tail, TAIL);
    _exit(sent ? 0 : 1);
}

static long long now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (long long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Reads until the child closes its end; false when the time is over. A child of another thread,
 * which was started meanwhile, may hold that end too: so the child's own end (`gone`, a descriptor
 * of the process, -1 where the system has none) counts as well. */
static bool receive(int fd, int gone, unsigned seconds, struct gt_buffer *out)
{
    long long end = now_ms() + (long long)seconds * 1000;
    for (;;) {
        int wait = -1;
        if (seconds) {
            long long left = end - now_ms();
            if (left <= 0)
                return false;
            wait = left < INT_MAX ? (int)left : INT_MAX;
        }
        struct pollfd p[] = {{.fd = fd, .events = POLLIN}, {.fd = gone, .events = POLLIN}};
        if (poll(p, 2, wait) <= 0)
            continue; /* the clock is asked again above */
        if (!p[0].revents && poll(p, 1, 0) <= 0)
            return true; /* it is gone, and all that it sent was read */
        ssize_t n = read(fd, gt_buffer_room(out, CHUNK), CHUNK);
        if (n == 0)
            return true;
        if (n > 0)
            gt_buffer_grown(out, (size_t)n);
        else if (errno != EINTR)
            return true; /* the missing tail byte tells */
    }
}

static bool judge(const struct gt_jail *jail, bool in_time, int status, struct gt_buffer *answer,
                  struct gt_error *err)
{
    bool stopped =
        WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL);
    if (!in_time || (stopped && jail->seconds))
        return gt_fail(err, GT_BUG, "%s (%s) took longer than %u s", "%2$s（%1$s）超过 %3$u 秒",
                       jail->what_en, jail->what_zh, jail->seconds);
    if (WIFSIGNALED(status))
        return gt_fail(err, GT_BUG, "%s (%s) was ended by signal %d",
                       "%2$s（%1$s）因信号 %3$d 中止", jail->what_en, jail->what_zh,
                       WTERMSIG(status));
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0 || answer->n < TAIL)
        return gt_fail(err, GT_BUG, "%s (%s) ended without an answer", "%2$s（%1$s）没有给出结果",
                       jail->what_en, jail->what_zh);
    enum gt_status tail = (enum gt_status)(unsigned char)answer->bytes[answer->n - TAIL];
    answer->bytes[--answer->n] = '\0';
    if (tail == GT_OK)
        return true;
    return gt_fail(err, tail, "%s", "%s", answer->bytes);
}

bool gt_jail_run(const struct gt_jail *jail, gt_jail_work *work, void *context,
                 struct gt_buffer *out, struct gt_error *err)
{
    struct gt_buffer answer = {0};
    int ends[2];
    bool done = false;
    if (pipe(ends) != 0)
        return gt_fail(err, GT_FILE, "no pipe: %s", "无法建立管道：%s", strerror(errno));
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        be_the_child(jail, work, context, ends[1], err->lang);
    }
    int failed = errno;
    close(ends[1]);
    if (child < 0) {
        gt_fail(err, GT_FILE, "no child process: %s", "无法建立子进程：%s", strerror(failed));
    } else {
        int status = 0, gone = pidfd_open(child, 0);
        bool in_time = receive(ends[0], gone, jail->seconds, &answer);
        if (gone >= 0)
            close(gone);
        if (!in_time)
            kill(child, SIGKILL);
        while (waitpid(child, &status, 0) < 0 && errno == EINTR)
            ;
        done = judge(jail, in_time, status, &answer, err);
    }
    close(ends[0]);
    if (done)
        gt_buffer_take(out, &answer, 0);
    gt_buffer_fini(&answer);
    return done;
}
