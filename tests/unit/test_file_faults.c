/* test_file_faults.c: whatever fails or interrupts while a file is written, the target is the old
 * file or the new one, and nothing lies beside it.
 *
 * How it works: the functions below stand in front of the C library's; they fail, shorten or signal
 * as the test says, and otherwise make the system call. */
#include "unit/folder.h"

#include "base/file.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>

enum call { NO_CALL, WRITE, FCHMOD, FSYNC, CLOSE, RENAME };

static struct {
    enum call fails; /* the call that fails */
    int number;      /* with this errno */
    bool trickle;    /* write one byte at a time, each time interrupted first */
    int signal;      /* comes during fsync */
} plan;

static bool fails(enum call call)
{
    if (plan.fails != call)
        return false;
    errno = plan.number;
    return true;
}

ssize_t write(int fd, const void *bytes, size_t n)
{
    static bool turn;
    if (fd > 2 && fails(WRITE))
        return -1;
    if (fd > 2 && plan.trickle && (turn = !turn)) {
        errno = EINTR;
        return -1;
    }
    return syscall(SYS_write, fd, bytes, fd > 2 && plan.trickle ? 1 : n);
}

int fchmod(int fd, mode_t mode)
{
    return fails(FCHMOD) ? -1 : (int)syscall(SYS_fchmod, fd, mode);
}

int fsync(int fd)
{
    if (plan.signal) {
        kill(getpid(), plan.signal);
        usleep(20000); /* another thread may take it */
    }
    return fails(FSYNC) ? -1 : (int)syscall(SYS_fsync, fd);
}

int close(int fd)
{
    int done = (int)syscall(SYS_close, fd);
    return fails(CLOSE) ? -1 : done;
}

int rename(const char *from, const char *to)
{
    return fails(RENAME) ? -1 : (int)syscall(SYS_rename, from, to);
}

static int plan_nothing(void **state)
{
    memset(&plan, 0, sizeof plan);
    return folder_teardown(state);
}

static void a_failing_call_leaves_the_old_file(void **state)
{
    (void)state;
    static const enum call calls[] = {WRITE, FSYNC, CLOSE, RENAME, FCHMOD};
    for (size_t i = 0; i < UNIT_COUNT(calls); i++)
        for (int there = 0; there < 2; there++) {
            struct gt_error err = {0};
            if (there)
                put_file("a", "old");
            plan.fails = calls[i];
            plan.number = EIO;
            bool done = gt_file_write("a", "new", 3, &err);
            plan.fails = NO_CALL;
            assert_false(done);
            assert_int_equal(err.status, GT_FILE);
            assert_string_equal(err.text, "cannot write a: Input/output error");
            assert_int_equal(count_entries(), there);
            if (there)
                expect_file("a", "old");
            remove("a");
        }
}

/* A file that is not synced on its own does not ask for it; its folder does, and says when it
 * fails. */
static void many_files_are_synced_at_once(void **state)
{
    (void)state;
    struct gt_error err = {0};
    plan.fails = FSYNC;
    plan.number = EIO;
    assert_true(gt_file_write_unsynced("a", "new", 3, &err));
    expect_file("a", "new");
    plan.fails = RENAME;
    assert_false(gt_file_write_unsynced("a", "newer", 5, &err));
    expect_file("a", "new");
    assert_int_equal(count_entries(), 1);
    plan.fails = NO_CALL;
    assert_true(gt_folder_sync(".", &err));
    assert_false(gt_folder_sync("missing", &err));
    assert_int_equal(err.status, GT_FILE);
}

static void rights_that_cannot_be_set_are_no_failure(void **state)
{
    (void)state;
    struct gt_error err = {0};
    plan.fails = FCHMOD;
    plan.number = EPERM;
    assert_true(gt_file_write("a", "new", 3, &err));
    expect_file("a", "new");
}

static void short_and_interrupted_writes_go_on(void **state)
{
    (void)state;
    struct gt_error err = {0};
    plan.trickle = true;
    assert_true(gt_file_write("a", "华东师范大学", 18, &err));
    expect_file("a", "华东师范大学");
}

static void *sleep_on(void *context)
{
    pause();
    return context;
}

/* Writes in a child while the signal comes; returns how the child ended. */
static int write_under(int signal, void (*handler)(int), bool threads)
{
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        struct gt_error err = {0};
        pthread_t thread;
        struct sigaction action = {.sa_handler = handler};
        sigaction(signal, &action, NULL);
        if (threads)
            pthread_create(&thread, NULL, sleep_on, NULL);
        plan.signal = signal;
        bool done = gt_file_write("a", "new", 3, &err);
        _exit(done ? 0 : 1);
    }
    int status;
    waitpid(child, &status, 0);
    return status;
}

static void a_signal_waits_until_the_file_is_whole(void **state)
{
    (void)state;
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
    for (size_t i = 0; i < UNIT_COUNT(signals); i++)
        for (int threads = 0; threads < 2; threads++) {
            int status = write_under(signals[i], SIG_DFL, threads);
            assert_true(WIFSIGNALED(status) && WTERMSIG(status) == signals[i]);
            expect_file("a", "new");
            assert_int_equal(count_entries(), 1);
            remove("a");
        }
}

static void leave(int signal)
{
    _exit(100 + signal);
}

static void the_program_s_own_handler_runs_after(void **state)
{
    (void)state;
    int status = write_under(SIGINT, leave, true);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 100 + SIGINT);
    expect_file("a", "new");
    assert_int_equal(count_entries(), 1);
}

static void an_ignored_signal_stays_ignored(void **state)
{
    (void)state;
    int status = write_under(SIGHUP, SIG_IGN, false);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    expect_file("a", "new");
}

/* ulimit -f: the system sends SIGXFSZ, which would end the program with the file half written. */
static void the_size_limit_is_a_plain_failure(void **state)
{
    (void)state;
    put_file("a", "old");
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        static const char bytes[10000];
        struct gt_error err = {0};
        struct rlimit limit = {4096, 4096};
        setrlimit(RLIMIT_FSIZE, &limit);
        bool done = gt_file_write("a", bytes, sizeof bytes, &err);
        _exit(!done && strstr(err.text, "File too large") ? 0 : 1);
    }
    int status;
    waitpid(child, &status, 0);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    expect_file("a", "old");
    assert_int_equal(count_entries(), 1);
}

#define fault_test(test) cmocka_unit_test_setup_teardown(test, folder_setup, plan_nothing)

int main(void)
{
    const struct CMUnitTest tests[] = {
        fault_test(a_failing_call_leaves_the_old_file),
        fault_test(many_files_are_synced_at_once),
        fault_test(rights_that_cannot_be_set_are_no_failure),
        fault_test(short_and_interrupted_writes_go_on),
        fault_test(a_signal_waits_until_the_file_is_whole),
        fault_test(the_program_s_own_handler_runs_after),
        fault_test(an_ignored_signal_stays_ignored),
        fault_test(the_size_limit_is_a_plain_failure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
