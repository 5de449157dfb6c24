/* file.c: whole files in, whole files out.
 *
 * A target is replaced by rename(2), which is atomic within a file system (POSIX.1-2017); the bytes
 * are synced first, so that a power cut leaves the old file or the new one. */
#include "base/file.h"

#include "base/memory.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
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

static bool fail_read(const char *path, struct gt_error *err)
{
    const char *why = strerror(errno);
    return gt_fail(err, GT_FILE, "cannot read %s: %s", "无法读取 %s：%s", path, why);
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
            return fail_read(path, err);
        if (n == 0)
            return true;
        sum += (size_t)n;
        if (sum > limit)
            return gt_fail(err, GT_DATA, "%s: larger than the limit of %zu MiB",
                           "%s：文件超过上限 %zu MiB", path, limit >> 20);
        gt_buffer_add(out, chunk, (size_t)n);
    }
}

bool gt_file_read(const char *path, size_t limit, struct gt_buffer *out, struct gt_error *err)
{
    bool standard = strcmp(path, "-") == 0;
    int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return fail_read(path, err);
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

static bool name_fits(const char *name, const char *suffix)
{
    size_t n = strlen(name), m = strlen(suffix);
    return name[0] != '.' && n >= m && strcmp(name + n - m, suffix) == 0;
}

static int compare_paths(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

bool gt_folder_list(const char *path, const char *suffix, struct gt_arena *arena,
                    const char *const **files, size_t *n, struct gt_error *err)
{
    DIR *folder = opendir(path);
    if (!folder)
        return fail_read(path, err);
    const char **found = NULL;
    size_t room = 0;
    *n = 0;
    for (struct dirent *entry; (entry = readdir(folder));) {
        if (!name_fits(entry->d_name, suffix))
            continue;
        size_t end = strlen(path);
        const char *slash = end > 0 && path[end - 1] == '/' ? "" : "/";
        found = gt_xgrow(found, *n, &room, sizeof *found);
        found[(*n)++] = gt_arena_format(arena, "%s%s%s", path, slash, entry->d_name);
    }
    closedir(folder);
    if (*n)
        qsort(found, *n, sizeof *found, compare_paths);
    const char **kept = gt_arena_array(arena, *n + 1, sizeof *kept);
    for (size_t i = 0; i < *n; i++)
        kept[i] = found[i];
    *files = kept;
    free(found);
    return true;
}

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
    if (write_all(STDOUT_FILENO, bytes, n))
        return true;
    return fail_write(gt_say(err->lang, "standard output", "标准输出"), errno, err);
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

static bool write_beside(const char *path, char *temporary, const void *bytes, size_t n,
                         struct gt_error *err)
{
    int fd = mkostemp(temporary, O_CLOEXEC);
    if (fd < 0)
        return fail_write(path, errno, err);
    bool done = write_all(fd, bytes, n) && fchmod(fd, wanted_mode(path)) == 0 && fsync(fd) == 0;
    int number = errno;
    if (close(fd) != 0 && done) {
        done = false;
        number = errno;
    }
    if (done && rename(temporary, path) == 0)
        return true;
    if (done)
        number = errno;
    unlink(temporary);
    return fail_write(path, number, err);
}

bool gt_file_write(const char *path, const void *bytes, size_t n, struct gt_error *err)
{
    if (strcmp(path, "-") == 0)
        return gt_file_print(bytes, n, err);
    struct stat st;
    if (stat(path, &st) == 0 && S_ISDIR(st.st_mode))
        return fail_write(path, EISDIR, err);
    if (stat(path, &st) == 0 && !S_ISREG(st.st_mode))
        return write_in_place(path, bytes, n, err);
    char *target = realpath(path, NULL); /* a link stays a link: its target is replaced */
    struct gt_buffer temporary = {0};
    gt_buffer_format(&temporary, "%s.XXXXXX", target ? target : path);
    bool done = write_beside(target ? target : path, temporary.bytes, bytes, n, err);
    gt_buffer_fini(&temporary);
    free(target);
    return done;
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
