/* cmd_extract.c: `graphtool extract`: from replies to drafts of the graph.
 *
 * How it works: files are read and extracted in child processes (base/jail.h), some at a time; of
 * many small files one child reads several, for a fork costs as much as a page of text, and where
 * that child fails each gets a child of its own. Answers are taken in the order of the files, a
 * batch after the other, so that neither the order in which children end nor their number shows in
 * what is written, and memory does not grow with the number of files. */
#include "base/file.h"
#include "base/jail.h"
#include "base/strmap.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/replies.h"
#include "extract/trace.h"
#include "format/export.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    BATCH = 128,
    GROUP = 48,               /* most files of a child, */
    GROUP_BYTES = 512 * 1024, /* and bytes of them */
    MOST_JOBS = 64,
    FILE_SECONDS = 120, /* a large file of 16 MB takes some 10 */
    LISTED_FAILURES = 20,
    LISTED_OTHERS = 10
};

#define CHILD_BYTES ((size_t)8 << 30)

/* What all files of a run share, and what has become of them. */
struct job {
    struct gt_run *run;
    const struct gt_extractor *extractor;
    enum gt_trace trace;
    const struct gt_replies *replies;
    size_t n_jobs;
    const char *folder;         /* drafts go here; null: to run->out */
    struct gt_strmap delivered; /* identifier -> the reply that has it */
    struct gt_buffer failures;
    size_t n_failed;
    enum gt_status status; /* of all failures; GT_DATA when they are of several kinds */
};

/* One file of a batch. */
struct item {
    const struct job *job;
    const char *file;
    uint32_t number; /* among the replies */
    struct gt_buffer answer;
    struct gt_error err;
    bool done;
};

struct batch {
    struct item item[BATCH];
    size_t n, next, group; /* files of a child at most */
    pthread_mutex_t lock;
};

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* --- in the child ------------------------------------------------------------------------------
 */

static bool write_draft(const struct item *item, const struct gt_folded *folded,
                        const struct gt_metadata *metadata, struct gt_buffer *out,
                        struct gt_error *err)
{
    const char *file = strcmp(item->file, "-") == 0 ? "stdin" : base_name(item->file);
    struct gt_graph *graph = gt_graph_new();
    struct gt_export export = {.graph = graph, .lang = item->job->run->lang};
    bool done = gt_extract(item->job->extractor, folded, metadata, file, graph, err);
    if (done)
        gt_export_graph_json(&export, out);
    gt_graph_free(graph);
    return done;
}

/* The document's id on a line of its own, then its draft or trace. */
static bool read_file(void *context, struct gt_buffer *out, struct gt_error *err)
{
    const struct item *item = context;
    struct gt_folded *folded = NULL;
    struct gt_metadata metadata;
    struct gt_arena arena = {0};
    bool done = gt_folded_read(item->file, &folded, err);
    if (done) {
        const struct job *job = item->job;
        gt_metadata_read(folded, item->file, &arena, &metadata);
        gt_buffer_format(out, "%s\n", metadata.id);
        if (job->trace != GT_TRACE_NONE)
            gt_trace_write(job->extractor, folded, &metadata, job->trace, job->run->lang, out);
        else
            done = write_draft(item, folded, &metadata, out, err) ||
                   gt_error_prefix(err, "%s: ", item->file);
    }
    gt_folded_free(folded);
    gt_arena_fini(&arena);
    return done;
}

/* Files that one child reads. */
struct group {
    struct item *item;
    size_t n;
};

/* What stands in front of a file's answer, or message, in the answer of a group. */
struct head {
    uint32_t status, n;
};

static bool read_group(void *context, struct gt_buffer *out, struct gt_error *err)
{
    const struct group *group = context;
    for (size_t i = 0; i < group->n; i++) {
        struct gt_buffer answer = {0};
        struct gt_error one = {.lang = err->lang};
        bool done = read_file(&group->item[i], &answer, &one);
        const char *text = done ? gt_buffer_string(&answer) : one.text;
        struct head head = {.status = done ? GT_OK : one.status,
                            .n = (uint32_t)(done ? answer.n : strlen(one.text))};
        gt_buffer_add(out, &head, sizeof head);
        gt_buffer_add(out, text, head.n);
        gt_buffer_fini(&answer);
    }
    return true;
}

/* --- batches -----------------------------------------------------------------------------------
 */

static const struct gt_jail jail = {
    .what_en = "extraction", .what_zh = "抽取", .seconds = FILE_SECONDS, .bytes = CHILD_BYTES};

/* Takes the answers of a group's files apart; false when they are not all there. */
static bool take_apart(const struct group *group, const struct gt_buffer *answers)
{
    size_t at = 0;
    for (size_t i = 0; i < group->n; i++) {
        struct item *item = &group->item[i];
        struct head head;
        if (answers->n - at < sizeof head)
            return false;
        memcpy(&head, answers->bytes + at, sizeof head);
        at += sizeof head;
        if (answers->n - at < head.n)
            return false;
        gt_buffer_clear(&item->answer);
        item->err = (struct gt_error){.lang = item->job->run->lang};
        item->done = head.status == GT_OK;
        if (item->done)
            gt_buffer_add(&item->answer, answers->bytes + at, head.n);
        else
            gt_fail(&item->err, (enum gt_status)head.status, "%.*s", "%.*s", (int)head.n,
                    answers->bytes + at);
        at += head.n;
    }
    return at == answers->n;
}

static void run_group(struct group *group)
{
    struct gt_buffer answers = {0};
    struct gt_error err = {.lang = group->item->job->run->lang};
    bool done = group->n > 1 && gt_jail_run(&jail, read_group, group, &answers, &err) &&
                take_apart(group, &answers);
    for (size_t i = 0; i < group->n; i++) {
        struct item *item = &group->item[i];
        if (!done) {
            gt_buffer_clear(&item->answer);
            item->err = (struct gt_error){.lang = item->job->run->lang};
            item->done = gt_jail_run(&jail, read_file, item, &item->answer, &item->err);
        }
        gt_progress_step(&item->job->run->progress);
    }
    gt_buffer_fini(&answers);
}

/* The bytes of an ordinary file; more than a group may have for anything else. */
static size_t file_bytes(const char *path)
{
    struct stat about;
    if (strcmp(path, "-") == 0 || stat(path, &about) != 0 || !S_ISREG(about.st_mode) ||
        about.st_size > GROUP_BYTES)
        return GROUP_BYTES + 1;
    return (size_t)about.st_size;
}

/* The next files of a batch that go together; none at its end. */
static struct group next_group(struct batch *batch)
{
    size_t bytes = 0;
    pthread_mutex_lock(&batch->lock);
    struct group group = {.item = &batch->item[batch->next]};
    while (batch->next < batch->n && group.n < batch->group) {
        bytes += file_bytes(batch->item[batch->next].file);
        if (group.n > 0 && bytes > GROUP_BYTES)
            break;
        group.n++;
        batch->next++;
    }
    pthread_mutex_unlock(&batch->lock);
    return group;
}

static void *work(void *context)
{
    struct batch *batch = context;
    for (struct group group = next_group(batch); group.n > 0; group = next_group(batch))
        run_group(&group);
    return NULL;
}

/* Runs a batch on as many threads as there are jobs; where a thread cannot start, fewer do it. */
static void run_batch(struct batch *batch, size_t n_jobs)
{
    pthread_t thread[MOST_JOBS];
    size_t n = 0;
    while (n + 1 < n_jobs && n + 1 < batch->n && n < MOST_JOBS &&
           pthread_create(&thread[n], NULL, work, batch) == 0)
        n++;
    work(batch);
    while (n > 0)
        pthread_join(thread[--n], NULL);
}

/* --- results -----------------------------------------------------------------------------------
 */

static void note_failure(struct job *job, const struct item *item)
{
    bool alike = job->n_failed == 0 || job->status == item->err.status;
    job->status = alike ? item->err.status : GT_DATA;
    job->n_failed++;
    if (job->n_failed <= LISTED_FAILURES)
        gt_buffer_format(&job->failures, "\n  %s%s%s",
                         strstr(item->err.text, item->file) ? "" : item->file,
                         strstr(item->err.text, item->file) ? "" : ": ", item->err.text);
}

/* True when no reply before has this identifier. */
static bool is_first(struct job *job, const struct item *item, const char *id, struct gt_error *err)
{
    uint32_t other = gt_strmap_get(&job->delivered, id);
    if (other == GT_NONE) {
        gt_strmap_put(&job->delivered, id, item->number);
        return true;
    }
    gt_fail(err, GT_DATA,
            "the same document as %s, %s; replies without a number are told apart by the "
            "names of their files",
            "与 %s 是同一文件（%s）；没有文号的答复以文件名区分", job->replies->file[other], id);
    return gt_error_prefix(err, "%s: ", item->file);
}

static bool write_to_folder(struct job *job, const char *id, const char *text, size_t n,
                            struct gt_error *err)
{
    const char *slash = job->folder[strlen(job->folder) - 1] == '/' ? "" : "/";
    const char *ending = job->trace == GT_TRACE_NONE ? "json" : "txt";
    const char *path =
        gt_arena_format(&job->run->arena, "%s%s%s.%s", job->folder, slash, id, ending);
    return gt_file_write_unsynced(path, text, n, err);
}

static void deliver(struct job *job, struct item *item)
{
    const char *text = gt_buffer_string(&item->answer);
    size_t n = strcspn(text, "\n");
    if (item->done && !job->folder) {
        gt_buffer_take(&job->run->out, &item->answer, n + 1);
    } else if (item->done) {
        const char *id = gt_arena_text(&job->run->arena, text, n);
        item->done = is_first(job, item, id, &item->err) &&
                     write_to_folder(job, id, text + n + 1, item->answer.n - n - 1, &item->err);
    }
    if (!item->done)
        note_failure(job, item);
    gt_buffer_fini(&item->answer);
}

/* As many files for a child as leave work for every job in a batch. */
static size_t group_size(const struct job *job)
{
    size_t files = job->replies->n < BATCH ? job->replies->n : BATCH, n = files / (job->n_jobs * 4);
    return n < 1 ? 1 : n > GROUP ? GROUP : n;
}

static void run_files(struct job *job)
{
    gt_progress_count(&job->run->progress, (struct gt_text)GT_TEXT("replies", "答复"),
                      job->replies->n);
    for (size_t i = 0; i < job->replies->n; i += BATCH) {
        struct batch batch = {.lock = PTHREAD_MUTEX_INITIALIZER, .group = group_size(job)};
        for (; batch.n < BATCH && i + batch.n < job->replies->n; batch.n++)
            batch.item[batch.n] = (struct item){.job = job,
                                                .file = job->replies->file[i + batch.n],
                                                .number = (uint32_t)(i + batch.n),
                                                .err = {.lang = job->run->lang}};
        run_batch(&batch, job->n_jobs);
        for (size_t k = 0; k < batch.n; k++)
            deliver(job, &batch.item[k]);
        pthread_mutex_destroy(&batch.lock);
    }
}

/* --- options -----------------------------------------------------------------------------------
 */

/* Where drafts go: to a folder when there are several, or when the target is one. */
static bool choose_folder(struct job *job, bool folders, struct gt_error *err)
{
    const char *target = job->run->args.value[GT_OPTION_output];
    bool folder = target && gt_file_is_folder(target);
    if (job->replies->n == 1 && !folders && !folder)
        return true;
    if (!target || strcmp(target, "-") == 0)
        return gt_fail(err, GT_USAGE, "several replies want -o DIR: each has a draft of its own",
                       "多份答复需要 -o DIR：每份各有一个草稿文件");
    if (!folder && !gt_folder_make(target, err))
        return false;
    job->folder = target;
    job->run->args.value[GT_OPTION_output] = NULL;
    return true;
}

static bool load_known(struct gt_run *run, struct gt_error *err)
{
    const char *known = run->args.value[GT_OPTION_known];
    if (known && strcmp(known, "none") == 0)
        return true;
    if (!known)
        known = gt_file_is_folder("graphs") ? "graphs" : GT_DATA_DIR "/graphs";
    if (!run->args.value[GT_OPTION_known] && !gt_file_is_folder(known))
        return true; /* not in the project's folder, and not installed: rules and lexicons do */
    if (!gt_load(&known, 1, &run->load, err))
        return gt_error_prefix(err, "--known: ");
    run->graph = run->load.graph;
    return true;
}

static bool read_trace(struct job *job, struct gt_error *err)
{
    const char *name = job->run->args.value[GT_OPTION_trace];
    struct gt_buffer list = {0};
    job->trace = name ? gt_trace_find(name) : GT_TRACE_NONE;
    if (job->trace != GT_TRACES)
        return true;
    gt_trace_list(err->lang, &list);
    gt_fail(err, GT_USAGE, "--trace: there is no stage \"%s\"; the stages are:%s",
            "--trace：没有名为“%s”的阶段；各阶段为：%s", name, gt_buffer_string(&list));
    gt_buffer_fini(&list);
    return false;
}

static bool read_options(struct job *job, struct gt_error *err)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    uint64_t jobs;
    if (!read_trace(job, err) ||
        !gt_args_number(&job->run->args, GT_OPTION_jobs, processors > 0 ? (uint64_t)processors : 1,
                        MOST_JOBS, &jobs, err))
        return false;
    job->n_jobs = jobs ? (size_t)jobs : 1;
    return true;
}

/* What a folder holds that is no reply by its name, for the user to see that nothing is forgotten.
 */
static void tell_others(const struct job *job, struct gt_buffer *out)
{
    const struct gt_replies *replies = job->replies;
    if (replies->n_others == 0)
        return;
    gt_buffer_format(out,
                     gt_say(job->run->lang, "passed over, no replies by their names: %zu (",
                            "按名称不是答复，已略过：%zu 个（"),
                     replies->n_others);
    for (size_t i = 0; i < replies->n_others && i < LISTED_OTHERS; i++)
        gt_buffer_format(out, "%s%s", i ? gt_say(job->run->lang, ", ", "、") : "",
                         gt_text_visible(replies->other[i], "", &job->run->arena));
    gt_buffer_text(out,
                   replies->n_others > LISTED_OTHERS ? gt_say(job->run->lang, ", …", "、…") : "");
    gt_buffer_text(out, gt_say(job->run->lang, ")\n", "）\n"));
}

/* What has become of the replies: on standard output, or as one message when some have failed. */
static bool report(struct job *job, struct gt_error *err)
{
    struct gt_buffer others = {0};
    tell_others(job, &others);
    if (job->folder)
        gt_buffer_format(&job->run->out,
                         gt_say(job->run->lang, "%zu drafts in %s\n%s", "%zu 份草稿写入 %s\n%s"),
                         job->replies->n - job->n_failed, job->folder, gt_buffer_string(&others));
    if (job->n_failed > LISTED_FAILURES)
        gt_buffer_text(&job->failures, "\n  …");
    if (others.n)
        gt_buffer_format(&job->failures, "\n%.*s", (int)others.n - 1, others.bytes);
    gt_buffer_fini(&others);
    return job->n_failed == 0 ||
           gt_fail(err, job->status, "%zu of %zu files failed:%s", "%zu 份失败，共 %zu 份：%s",
                   job->n_failed, job->replies->n, gt_buffer_string(&job->failures));
}

bool gt_cmd_extract(struct gt_run *run, struct gt_error *err)
{
    struct gt_extractor extractor = {0};
    struct gt_replies replies = {0};
    struct job job = {.run = run, .extractor = &extractor, .replies = &replies};
    if (!read_options(&job, err) || !gt_replies_list(run, &replies, err) ||
        !choose_folder(&job, replies.folders, err) || !load_known(run, err))
        return false;
    bool done = gt_extractor_init(&extractor, run->graph, run->args.value[GT_OPTION_rules], err);
    if (done) {
        run_files(&job);
        done = (!job.folder || gt_folder_sync(job.folder, err)) && report(&job, err);
    }
    gt_buffer_fini(&job.failures);
    gt_strmap_fini(&job.delivered);
    gt_extractor_fini(&extractor);
    return done;
}
