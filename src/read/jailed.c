/* jailed.c: reading what hostile files may break in a child process with limits. */
#include "base/jail.h"
#include "read/reader.h"

/* Limits on a child: seconds; bytes of address space, which holds the file, what it unpacks to,
 * and the libraries. */
enum { READER_SECONDS = 30 };

#define READER_BYTES ((size_t)3 << 30)

struct task {
    const struct gt_bytes *file;
    gt_reader_work *work;
};

static bool read_in_child(void *context, struct gt_buffer *out, struct gt_error *err)
{
    const struct task *task = context;
    struct gt_raw raw = {0};
    bool done = task->work(task->file, &raw, err) && gt_raw_fits(&raw, err);
    if (done)
        gt_raw_write(&raw, out);
    gt_raw_fini(&raw);
    return done;
}

static bool run(const struct gt_jail *jail, struct task *task, struct gt_buffer *answer,
                struct gt_error *err)
{
#ifdef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION /* where the fuzzer sees it */
    (void)jail;
    return read_in_child(task, answer, err);
#else
    return gt_jail_run(jail, read_in_child, task, answer, err);
#endif
}

bool gt_read_jailed(const struct gt_bytes *file, enum gt_form form, gt_reader_work *work,
                    struct gt_raw *raw, struct gt_error *err)
{
    char en[64], zh[64];
    struct task task = {.file = file, .work = work};
    struct gt_error inner = {.lang = err->lang};
    struct gt_buffer answer = {0};
    snprintf(en, sizeof en, "reading %s", gt_form_name(form, GT_EN));
    snprintf(zh, sizeof zh, "读取 %s", gt_form_name(form, GT_ZH));
    struct gt_jail jail = {
        .what_en = en, .what_zh = zh, .seconds = READER_SECONDS, .bytes = READER_BYTES};
    bool done = run(&jail, &task, &answer, &inner) &&
                gt_raw_read(raw, gt_buffer_string(&answer), answer.n, &inner);
    gt_buffer_fini(&answer);
    if (done)
        return true;
    if (inner.status != GT_BUG)
        return gt_fail(err, inner.status, "%s", "%s", inner.text);
    return gt_fail(err, GT_DATA, "damaged or hostile: %s", "文件已损坏或属恶意构造：%s",
                   inner.text);
}
