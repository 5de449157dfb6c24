/* cmd_extract.c: `graphtool extract`: from replies to drafts of the graph.
 *
 * How it works: files are read and extracted in child processes (base/jail.h), some at a time; of
 * many small files one child reads several, for a fork costs as much as a page of text, and where
 * that child fails each gets a child of its own. Answers are taken in the order of the files, a
 * batch after the other, so that neither the order in which children end nor their number shows in
 * what is written, and memory does not grow with the number of files. */
#include "base/file.h"
#include "base/jail.h"
#include "cli/commands.h"
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
    GROUP = 16,               /* most files of a child, */
    GROUP_BYTES = 256 * 1024, /* and bytes of them */
    MOST_JOBS = 64,
    FILE_SECONDS = 120, /* a large file of 16 MB takes some 10 */
    LISTED_FAILURES = 20
};

#define CHILD_BYTES ((size_t)8 << 30)

/* What all files of a run share, and what has become of them. */
struct job {
    struct gt_run *run;
    const struct gt_extractor *extractor;
    enum gt_trace trace;
    const char *const *files;
    size_t n_files, n_jobs;
    const char *folder; /* drafts go here; null: to run->out */
    struct gt_texts written;
    struct gt_buffer failures;
    size_t n_failed;
};

/* One file of a batch. */
struct item {
    const struct job *job;
    const char *file;
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
    job->n_failed++;
    if (job->n_failed <= LISTED_FAILURES)
        gt_buffer_format(&job->failures, "\n  %s%s%s",
                         strstr(item->err.text, item->file) ? "" : item->file,
                         strstr(item->err.text, item->file) ? "" : ": ", item->err.text);
}

static bool write_to_folder(struct job *job, const char *id, const char *text, size_t n,
                            struct gt_error *err)
{
    struct gt_arena *arena = &job->run->arena;
    if (gt_texts_have(&job->written, id))
        return gt_fail(err, GT_DATA, "another file of this run is the same document, %s",
                       "本次运行中另有文件是同一文件：%s", id);
    gt_texts_add(&job->written, gt_arena_text(arena, id, strlen(id)), arena);
    const char *path = gt_arena_format(arena, "%s/%s.%s", job->folder, id,
                                       job->trace == GT_TRACE_NONE ? "json" : "txt");
    return gt_file_write(path, text, n, err);
}

static void deliver(struct job *job, struct item *item)
{
    const char *text = gt_buffer_string(&item->answer);
    size_t n = strcspn(text, "\n");
    if (item->done && !job->folder) {
        gt_buffer_take(&job->run->out, &item->answer, n + 1);
    } else if (item->done) {
        const char *id = gt_arena_text(&job->run->arena, text, n);
        item->done = write_to_folder(job, id, text + n + 1, item->answer.n - n - 1, &item->err);
    }
    if (!item->done)
        note_failure(job, item);
    gt_buffer_fini(&item->answer);
}

/* As many files for a child as leave work for every job in a batch. */
static size_t group_size(const struct job *job)
{
    size_t files = job->n_files < BATCH ? job->n_files : BATCH, n = files / (job->n_jobs * 4);
    return n < 1 ? 1 : n > GROUP ? GROUP : n;
}

static void run_files(struct job *job)
{
    gt_progress_count(&job->run->progress, (struct gt_text)GT_TEXT("replies", "答复"),
                      job->n_files);
    for (size_t i = 0; i < job->n_files; i += BATCH) {
        struct batch batch = {.lock = PTHREAD_MUTEX_INITIALIZER, .group = group_size(job)};
        for (; batch.n < BATCH && i + batch.n < job->n_files; batch.n++)
            batch.item[batch.n] = (struct item){
                .job = job, .file = job->files[i + batch.n], .err = {.lang = job->run->lang}};
        run_batch(&batch, job->n_jobs);
        for (size_t k = 0; k < batch.n; k++)
            deliver(job, &batch.item[k]);
        pthread_mutex_destroy(&batch.lock);
    }
}

/* --- options -----------------------------------------------------------------------------------
 */

static bool is_reply(const char *path)
{
    static const char *const suffixes[] = {".txt", ".md",  ".markdown", ".html",
                                           ".htm", ".pdf", ".docx"};
    const char *dot = strrchr(base_name(path), '.');
    for (size_t i = 0; dot && i < sizeof suffixes / sizeof *suffixes; i++)
        if (strcasecmp(dot, suffixes[i]) == 0)
            return true;
    return false;
}

struct paths {
    const char **item;
    size_t n;
};

static void add_path(struct paths *paths, const char *path, struct gt_arena *arena)
{
    const char **more = gt_arena_array(arena, paths->n + 1, sizeof *more);
    if (paths->n && (paths->n & (paths->n - 1)) == 0) { /* room doubles */
        more = gt_arena_array(arena, paths->n * 2, sizeof *more);
        memcpy(more, paths->item, paths->n * sizeof *more);
        paths->item = more;
    } else if (!paths->n) {
        paths->item = more;
    }
    paths->item[paths->n++] = path;
}

/* The files named, and those of folders that can be replies. */
static bool list_files(struct gt_run *run, struct paths *paths, bool *folders, struct gt_error *err)
{
    for (int i = 0; i < run->args.n_operands; i++) {
        const char *path = run->args.operand[i];
        const char *const *files;
        size_t n, before = paths->n;
        if (!gt_file_is_folder(path)) {
            add_path(paths, path, &run->arena);
            continue;
        }
        *folders = true;
        if (!gt_folder_list(path, "", &run->arena, &files, &n, err))
            return false;
        for (size_t k = 0; k < n; k++)
            if (is_reply(files[k]))
                add_path(paths, files[k], &run->arena);
        if (paths->n == before)
            return gt_fail(err, GT_DATA, "%s: no reply in this folder (.txt .md .html .pdf .docx)",
                           "%s：文件夹中没有答复（.txt .md .html .pdf .docx）", path);
    }
    return true;
}

/* Where drafts go: to a folder when there are several, or when the target is one. */
static bool choose_folder(struct job *job, bool folders, struct gt_error *err)
{
    const char *target = job->run->args.value[GT_OPTION_output];
    bool folder = target && gt_file_is_folder(target);
    if (job->n_files == 1 && !folders && !folder)
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

/* What has failed, as one message; the status of a single failure is kept. */
static bool report(struct job *job, size_t n_files, struct gt_error *err)
{
    if (job->n_failed == 0)
        return true;
    if (job->n_failed > LISTED_FAILURES)
        gt_buffer_text(&job->failures, "\n  …");
    return gt_fail(err, GT_DATA, "%zu of %zu files failed:%s", "%zu 份失败，共 %zu 份：%s",
                   job->n_failed, n_files, gt_buffer_string(&job->failures));
}

bool gt_cmd_extract(struct gt_run *run, struct gt_error *err)
{
    struct gt_extractor extractor = {0};
    struct job job = {.run = run, .extractor = &extractor};
    struct paths paths = {0};
    bool folders = false;
    if (!read_options(&job, err) || !list_files(run, &paths, &folders, err))
        return false;
    job.files = paths.item;
    job.n_files = paths.n;
    if (!choose_folder(&job, folders, err) || !load_known(run, err))
        return false;
    bool done = gt_extractor_init(&extractor, run->graph, run->args.value[GT_OPTION_rules], err);
    if (done) {
        run_files(&job);
        if (job.folder)
            gt_buffer_format(&run->out,
                             gt_say(run->lang, "%zu drafts in %s\n", "%zu 份草稿写入 %s\n"),
                             job.n_files - job.n_failed, job.folder);
        done = report(&job, job.n_files, err);
    }
    gt_buffer_fini(&job.failures);
    gt_extractor_fini(&extractor);
    return done;
}
