/* test_jail.c: a child's answer, refusal, crash, silence and hunger, as its parent tells them. */
#include "unit/unit.h"

#include "base/jail.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

/* There is no limit on memory under a sanitizer: see jail.c. */
#if defined(__SANITIZE_ADDRESS__)
enum { UNLIMITED = 1 };
#elif defined(__has_feature)
enum { UNLIMITED = __has_feature(address_sanitizer) };
#else
enum { UNLIMITED = 0 };
#endif

static const struct gt_jail jail = {
    .what_en = "layout", .what_zh = "布局", .seconds = 10, .bytes = (size_t)1 << 30};

static bool answer(void *context, struct gt_buffer *out, struct gt_error *err)
{
    (void)err;
    gt_buffer_text(out, context);
    ((char *)context)[0] = 'X'; /* in the child's copy only */
    puts("chatter");
    fflush(stdout);
    return true;
}

static bool answer_much(void *context, struct gt_buffer *out, struct gt_error *err)
{
    (void)err;
    for (uint32_t i = 0; i < *(uint32_t *)context; i++)
        gt_buffer_add(out, &i, sizeof i);
    return true;
}

static bool refuse(void *context, struct gt_buffer *out, struct gt_error *err)
{
    gt_buffer_text(out, "half an answer");
    return gt_fail(err, GT_DATA, "no %s", "没有 %s", (const char *)context);
}

static bool refuse_silently(void *context, struct gt_buffer *out, struct gt_error *err)
{
    (void)context, (void)out, (void)err;
    return false;
}

static bool crash(void *context, struct gt_buffer *out, struct gt_error *err)
{
    (void)out, (void)err;
    signal(*(int *)context, SIG_DFL); /* a sanitizer may have taken it */
    raise(*(int *)context);
    return true;
}

static bool leave(void *context, struct gt_buffer *out, struct gt_error *err)
{
    (void)out, (void)err;
    _exit(*(int *)context);
}

static bool spin(void *context, struct gt_buffer *out, struct gt_error *err)
{
    (void)context, (void)out, (void)err;
    volatile bool on = true;
    while (on)
        ;
    return true;
}

static bool sleep_long(void *context, struct gt_buffer *out, struct gt_error *err)
{
    (void)out, (void)err;
    if (context)
        (void)!write(*(int *)context, "!", 1);
    while (true)
        pause();
    return true;
}

static bool map_much(void *context, struct gt_buffer *out, struct gt_error *err)
{
    (void)context;
    void *p = mmap(NULL, (size_t)2 << 30, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    gt_buffer_text(out, "mapped");
    return p != MAP_FAILED || gt_fail(err, GT_DATA, "refused", "拒绝");
}

static void gives_the_answer_back(void **state)
{
    (void)state;
    struct gt_error err = {0};
    struct gt_buffer out = {0};
    char text[] = "答复 in full";
    gt_buffer_text(&out, "> ");
    assert_true(gt_jail_run(&jail, answer, text, &out, &err));
    assert_string_equal(out.bytes, "> 答复 in full");
    assert_string_equal(text, "答复 in full");
    gt_buffer_fini(&out);
}

static void gives_answers_of_any_size_back(void **state)
{
    (void)state;
    static const uint32_t sizes[] = {0, 1, 16383, 16384, 16385, 3000000};
    for (size_t i = 0; i < UNIT_COUNT(sizes); i++) {
        struct gt_error err = {0};
        struct gt_buffer out = {0};
        uint32_t n = sizes[i];
        assert_true(gt_jail_run(&jail, answer_much, &n, &out, &err));
        assert_int_equal(out.n, n * sizeof n);
        for (uint32_t k = 0; k < n; k++)
            if (memcmp(out.bytes + k * sizeof k, &k, sizeof k) != 0)
                fail_msg("word %u of %u is wrong", k, n);
        gt_buffer_fini(&out);
    }
}

static void gives_the_refusal_back(void **state)
{
    (void)state;
    struct gt_error err = {.lang = GT_ZH}, silent = {0};
    struct gt_buffer out = {0};
    char what[] = "节点";
    assert_false(gt_jail_run(&jail, refuse, what, &out, &err));
    assert_int_equal(err.status, GT_DATA);
    assert_string_equal(err.text, "没有 节点");
    assert_false(gt_jail_run(&jail, refuse_silently, NULL, &out, &silent));
    assert_int_equal(silent.status, GT_BUG);
    assert_int_equal(out.n, 0);
    gt_buffer_fini(&out);
}

static void expect_failure(const struct gt_jail *in, gt_jail_work *work, int number,
                           const char *text)
{
    struct gt_error err = {.lang = GT_ZH};
    struct gt_buffer out = {0};
    assert_false(gt_jail_run(in, work, &number, &out, &err));
    assert_int_equal(err.status, GT_BUG);
    assert_string_equal(err.text, text);
    assert_int_equal(out.n, 0);
    gt_buffer_fini(&out);
}

static void a_crash_is_a_failure(void **state)
{
    (void)state;
    struct gt_jail endless = {.what_en = "layout", .what_zh = "布局"};
    expect_failure(&jail, crash, SIGSEGV, "布局（layout）因信号 11 中止");
    expect_failure(&jail, crash, SIGABRT, "布局（layout）因信号 6 中止");
    expect_failure(&endless, crash, SIGKILL, "布局（layout）因信号 9 中止"); /* memory is out */
    expect_failure(&jail, leave, 0, "布局（layout）没有给出结果");
    expect_failure(&jail, leave, 70, "布局（layout）没有给出结果");
}

static void time_is_limited(void **state)
{
    (void)state;
    struct gt_jail brief = {.what_en = "layout", .what_zh = "布局", .seconds = 1};
    expect_failure(&brief, spin, 0, "布局（layout）超过 1 秒");
    struct gt_error err = {0};
    struct gt_buffer out = {0};
    assert_false(gt_jail_run(&brief, sleep_long, NULL, &out, &err));
    assert_string_equal(err.text, "layout (布局) took longer than 1 s");
    gt_buffer_fini(&out);
}

static void a_very_long_limit_is_no_short_one(void **state)
{
    (void)state;
    struct gt_jail patient = {.what_en = "a", .what_zh = "b", .seconds = UINT32_MAX};
    struct gt_error err = {0};
    struct gt_buffer out = {0};
    char text[] = "done";
    assert_true(gt_jail_run(&patient, answer, text, &out, &err));
    assert_string_equal(out.bytes, "done");
    gt_buffer_fini(&out);
}

static void memory_is_limited(void **state)
{
    (void)state;
    struct gt_error err = {0};
    struct gt_buffer out = {0};
    bool done = gt_jail_run(&jail, map_much, NULL, &out, &err);
    assert_int_equal(done, UNLIMITED);
    assert_string_equal(done ? out.bytes : err.text, UNLIMITED ? "mapped" : "refused");
    gt_buffer_fini(&out);
}

/* The child holds the writing end of a pipe of ours: its end shows as the end of that pipe. */
static void the_child_goes_with_its_parent(void **state)
{
    (void)state;
    int ends[2];
    char byte;
    assert_int_equal(pipe(ends), 0);
    fflush(NULL);
    pid_t parent = fork();
    if (parent == 0) {
        struct gt_error err = {0};
        struct gt_buffer out = {0};
        close(ends[0]);
        _exit(gt_jail_run(&jail, sleep_long, &ends[1], &out, &err));
    }
    close(ends[1]);
    assert_int_equal(read(ends[0], &byte, 1), 1); /* it is at work */
    kill(parent, SIGKILL);
    waitpid(parent, NULL, 0);
    struct pollfd p = {.fd = ends[0], .events = POLLIN};
    assert_int_equal(poll(&p, 1, 3000), 1);
    assert_int_equal(read(ends[0], &byte, 1), 0);
    close(ends[0]);
}

static bool leave_a_sleeper(void *context, struct gt_buffer *out, struct gt_error *err)
{
    (void)context, (void)err;
    if (fork() == 0) {
        sleep(4);
        _exit(0);
    }
    gt_buffer_text(out, "done");
    return true;
}

/* As a child does that another thread starts between our pipe and our fork. */
static void who_else_holds_the_pipe_holds_nothing_up(void **state)
{
    (void)state;
    struct gt_jail brief = {.what_en = "layout", .what_zh = "布局", .seconds = 2};
    struct gt_error err = {0};
    struct gt_buffer out = {0};
    assert_true(gt_jail_run(&brief, leave_a_sleeper, NULL, &out, &err));
    assert_string_equal(out.bytes, "done");
    gt_buffer_fini(&out);
}

static int open_descriptors(void)
{
    int n = 0;
    for (int fd = 0; fd < 256; fd++)
        n += fcntl(fd, F_GETFD) != -1;
    return n;
}

static void nothing_stays_open(void **state)
{
    (void)state;
    int before = open_descriptors(), number = SIGSEGV;
    char text[] = "x";
    for (int i = 0; i < 5; i++) {
        struct gt_error err = {0};
        struct gt_buffer out = {0};
        assert_true(gt_jail_run(&jail, answer, text, &out, &err));
        assert_false(gt_jail_run(&jail, crash, &number, &out, &err));
        gt_buffer_fini(&out);
    }
    assert_int_equal(open_descriptors(), before);
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1); /* no child is left */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_the_answer_back),
        cmocka_unit_test(gives_answers_of_any_size_back),
        cmocka_unit_test(gives_the_refusal_back),
        cmocka_unit_test(a_crash_is_a_failure),
        cmocka_unit_test(time_is_limited),
        cmocka_unit_test(a_very_long_limit_is_no_short_one),
        cmocka_unit_test(memory_is_limited),
        cmocka_unit_test(the_child_goes_with_its_parent),
        cmocka_unit_test(who_else_holds_the_pipe_holds_nothing_up),
        cmocka_unit_test(nothing_stays_open),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
