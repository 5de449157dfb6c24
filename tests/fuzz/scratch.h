/* scratch.h: files for fuzzing what reads and writes them by name: in memory where there is a file
 * system for that. */
#ifndef GT_TESTS_FUZZ_SCRATCH_H
#define GT_TESTS_FUZZ_SCRATCH_H

#include "fuzz/reader.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SCRATCH_PATH = 128 };

/* The path of a scratch file of this process. */
static inline const char *scratch_path(const char *name, char path[SCRATCH_PATH])
{
    struct stat memory;
    const char *root = stat("/dev/shm", &memory) == 0 && S_ISDIR(memory.st_mode) ? "/dev/shm" : ".";
    snprintf(path, SCRATCH_PATH, "%s/graphtool-fuzz-%d-%s", root, (int)getpid(), name);
    return path;
}

static inline void scratch_write(const char *path, const void *bytes, size_t n)
{
    FILE *file = fopen(path, "wb");
    require(file != NULL && fwrite(bytes, 1, n, file) == n && fclose(file) == 0);
}

#endif
