/* file.c: whole files in, whole files out.
 *
 * A target is replaced by rename(2), which is atomic within a file system (POSIX.1-2017); the bytes
 * are synced first, so that a power cut leaves the old file or the new one.
 *
 * A signal that would end the program is held back while the temporary file is there. It is caught,
 * not blocked: a mask is one thread's, and the signal would go to another thread. */
#include "base/file.h"

#include "base/memory.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void gt_file_guard_standard(void)
{
    for (int fd = 0; fd <= 2; fd++)
        if (fcntl(fd, F_GETFD) == -1 && errno == EBADF) {
            int opened = open("/dev/null", fd == 0 ? O_RDONLY : O_WRONLY);
            (void)opened; /* the lowest free number is fd: 0 to fd-1 are open */
        }
}

/* What messages call a path that is read. */
static const char *source_name(const char *path, enum gt_lang lang)
{
    return strcmp(path, "-") == 0 ? gt_say(lang, "standard input", "标准输入") : path;
}

static bool fail_read(const char *path, int number, struct gt_error *err)
{
    const char *name = source_name(path, err->lang), *why = strerror(number);
    return gt_fail(err, GT_FILE, "cannot read %s: %s", "无法读取 %s：%s", name, why);
}

static bool fail_limit(const char *path, size_t limit, struct gt_error *err)
{
    bool small = limit < 1 << 20;
    return gt_fail(err, GT_DATA, "%s: larger than the limit of %zu %s", "%s：文件超过上限 %zu %s",
                   source_name(path, err->lang), small ? limit : limit >> 20, small ? "B" : "MiB");
}

static bool read_all(int fd, const char *path, size_t limit, struct gt_buffer *out,
                     struct gt_error *err)
{
    char chunk[1 << 16];
    size_t sum = 0;
    for (;;) {
        ssize_t n = read(fd, chunk, sizeof chunk);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return fail_read(path, errno, err);
        if (n == 0)
            return true;
        sum += (size_t)n;
        if (sum > limit)
            return fail_limit(path, limit, err);
        gt_buffer_add(out, chunk, (size_t)n);
    }
}

bool gt_file_read(const char *path, size_t limit, struct gt_buffer *out, struct gt_error *err)
{
    bool standard = strcmp(path, "-") == 0;
    int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return fail_read(path, errno, err);
    bool done = read_all(fd, path, limit, out, err);
    if (!standard)
        close(fd);
    return done;
}

bool gt_file_is_folder(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

bool gt_file_exists(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0;
}

bool gt_file_is_special(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && !S_ISREG(st.st_mode);
}

static bool name_fits(const char *name, const char *suffix)
{
    size_t n = strlen(name), m = suffix ? strlen(suffix) : 0;
    return name[0] != '.' && n >= m && (!suffix || strcmp(name + n - m, suffix) == 0);
}

static int compare_paths(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Sorts the paths and moves them to the arena. */
static const char *const *keep_sorted(const char **found, size_t n, struct gt_arena *arena)
{
    const char **kept = gt_arena_array(arena, n + 1, sizeof *kept);
    if (n) {
        qsort(found, n, sizeof *found, compare_paths);
        memcpy(kept, found, n * sizeof *kept);
    }
    return kept;
}

bool gt_folder_list(const char *path, const char *suffix, struct gt_arena *arena,
                    const char *const **files, size_t *n, struct gt_error *err)
{
    DIR *folder = opendir(path);
    if (!folder)
        return fail_read(path, errno, err);
    const char **found = NULL;
    const char *slash = path[strlen(path) - 1] == '/' ? "" : "/";
    size_t room = 0;
    struct dirent *entry;
    *n = 0;
    while (errno = 0, entry = readdir(folder)) {
        if (!name_fits(entry->d_name, suffix))
            continue;
        const char *file = gt_arena_format(arena, "%s%s%s", path, slash, entry->d_name);
        if (suffix && gt_file_is_special(file))
            continue;
        if (!suffix && gt_file_is_folder(file))
            file = gt_arena_format(arena, "%s/", file);
        found = gt_xgrow(found, *n, &room, sizeof *found);
        found[(*n)++] = file;
    }
    int number = errno;
    closedir(folder);
    *files = keep_sorted(found, *n, arena);
    free(found);
    return number == 0 || fail_read(path, number, err);
}

/* --- writing ------------------------------------------------------------------------------------
 */

static bool write_all(int fd, const char *bytes, size_t n)
{
    while (n > 0) {
        ssize_t written = write(fd, bytes, n);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes += written;
        n -= (size_t)written;
    }
    return true;
}

static bool fail_write(const char *path, int number, struct gt_error *err)
{
    const char *why = strerror(number);
    return gt_fail(err, GT_FILE, "cannot write %s: %s", "无法写入 %s：%s", path, why);
}

bool gt_file_print(const void *bytes, size_t n, struct gt_error *err)
{
    struct sigaction ignore = {.sa_handler = SIG_IGN}, before;
    sigaction(SIGPIPE, &ignore, &before); /* write(2) says it too, as EPIPE */
    bool done = write_all(STDOUT_FILENO, bytes, n);
    int number = errno;
    sigaction(SIGPIPE, &before, NULL);
    return done || fail_write(gt_say(err->lang, "standard output", "标准输出"), number, err);
}

static bool write_in_place(const char *path, const void *bytes, size_t n, struct gt_error *err)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    if (fd < 0)
        return fail_write(path, errno, err);
    bool written = write_all(fd, bytes, n);
    int number = errno;
    if (close(fd) != 0 && written) {
        written = false;
        number = errno;
    }
    return written || fail_write(path, number, err);
}

/* Rights of a new file: those of the one replaced, else what umask leaves of 0666. */
static mode_t wanted_mode(const char *path)
{
    struct stat st;
    if (stat(path, &st) == 0)
        return st.st_mode & 0777;
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

static const int held_signals[] = {SIGHUP, SIGINT, SIGTERM, SIGXFSZ};

enum { HELD_SIGNALS = sizeof held_signals / sizeof *held_signals };

/* The signal that came while a file was written: a handler has no other place to leave it. */
static volatile sig_atomic_t held;

static void hold(int number)
{
    if (number != SIGXFSZ) /* over the size limit: write(2) says it too, as EFBIG */
        held = number;
}

static void hold_signals(struct sigaction before[HELD_SIGNALS])
{
    struct sigaction action = {.sa_handler = hold, .sa_flags = SA_RESTART};
    held = 0;
    for (int i = 0; i < HELD_SIGNALS; i++)
        sigaction(held_signals[i], &action, &before[i]);
}

static void release_signals(const struct sigaction before[HELD_SIGNALS])
{
    for (int i = 0; i < HELD_SIGNALS; i++)
        sigaction(held_signals[i], &before[i], NULL);
    if (held)
        raise(held);
}

/* Some file systems (FAT, for one) have no rights to set: no reason not to write. */
static bool set_mode(int fd, mode_t mode)
{
    return fchmod(fd, mode) == 0 || errno == EPERM || errno == ENOTSUP;
}

/* Returns 0, or the errno of the first failure; then neither file has changed. */
static int write_beside(const char *target, char *temporary, const void *bytes, size_t n, bool sync)
{
    int fd = mkostemp(temporary, O_CLOEXEC);
    if (fd < 0)
        return errno;
    bool done =
        write_all(fd, bytes, n) && set_mode(fd, wanted_mode(target)) && (!sync || fsync(fd) == 0);
    int number = done ? 0 : errno;
    if (close(fd) != 0 && number == 0)
        number = errno;
    if (number == 0 && rename(temporary, target) != 0)
        number = errno;
    if (number != 0)
        unlink(temporary);
    return number;
}

/* The temporary file is hidden, and its name does not grow with the target's. */
static int replace(const char *target, const void *bytes, size_t n, bool sync)
{
    const char *slash = strrchr(target, '/');
    struct gt_buffer temporary = {0};
    struct sigaction before[HELD_SIGNALS];
    gt_buffer_add(&temporary, target, slash ? (size_t)(slash + 1 - target) : 0);
    gt_buffer_text(&temporary, ".graphtool-XXXXXX");
    hold_signals(before);
    int number = write_beside(target, temporary.bytes, bytes, n, sync);
    release_signals(before);
    gt_buffer_fini(&temporary);
    return number;
}

static bool write_file(const char *path, const void *bytes, size_t n, bool sync,
                       struct gt_error *err)
{
    if (strcmp(path, "-") == 0)
        return gt_file_print(bytes, n, err);
    struct stat st;
    if (stat(path, &st) == 0 && !S_ISREG(st.st_mode))
        return write_in_place(path, bytes, n, err);
    char *target = realpath(path, NULL); /* a link stays a link: its target is replaced */
    int number = replace(target ? target : path, bytes, n, sync);
    free(target);
    return number == 0 || fail_write(path, number, err);
}

bool gt_file_write(const char *path, const void *bytes, size_t n, struct gt_error *err)
{
    return write_file(path, bytes, n, true, err);
}

bool gt_file_write_unsynced(const char *path, const void *bytes, size_t n, struct gt_error *err)
{
    return write_file(path, bytes, n, false, err);
}

bool gt_folder_sync(const char *path, struct gt_error *err)
{
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return fail_write(path, errno, err);
    int number = syncfs(fd) == 0 ? 0 : errno;
    close(fd);
    return number == 0 || fail_write(path, number, err);
}

bool gt_folder_make(const char *path, struct gt_error *err)
{
    struct gt_buffer part = {0};
    bool done = true;
    for (const char *p = path; done; p++) {
        if ((*p == '/' && p > path) || !*p) {
            gt_buffer_clear(&part);
            gt_buffer_add(&part, path, (size_t)(p - path));
            if (mkdir(part.bytes, 0777) != 0 && errno != EEXIST)
                done = gt_fail(err, GT_FILE, "cannot create the folder %s: %s",
                               "无法创建文件夹 %s：%s", path, strerror(errno));
        }
        if (!*p)
            break;
    }
    gt_buffer_fini(&part);
    if (done && !gt_file_is_folder(path))
        return gt_fail(err, GT_FILE, "%s is not a folder", "%s 不是文件夹", path);
    return done;
}
