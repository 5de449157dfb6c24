/* folder.h: an empty folder for one test, gone after it; the test runs inside. */
#ifndef GT_TESTS_FOLDER_H
#define GT_TESTS_FOLDER_H

#include "unit/unit.h"

#include <dirent.h>
#include <ftw.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct folder {
    char path[64], before[4096];
};

static inline int folder_setup(void **state)
{
    struct folder *folder = calloc(1, sizeof *folder);
    snprintf(folder->path, sizeof folder->path, "/tmp/graphtool-test-XXXXXX");
    *state = folder;
    return getcwd(folder->before, sizeof folder->before) && mkdtemp(folder->path) &&
                   chdir(folder->path) == 0
               ? 0
               : -1;
}

static inline int remove_one(const char *path, const struct stat *st, int what, struct FTW *ftw)
{
    (void)st, (void)what, (void)ftw;
    return remove(path);
}

static inline int folder_teardown(void **state)
{
    struct folder *folder = *state;
    int done = chdir(folder->before);
    nftw(folder->path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    free(folder);
    return done;
}

/* How many entries the current folder has, hidden ones too. */
static inline int count_entries(void)
{
    DIR *here = opendir(".");
    int n = 0;
    assert_non_null(here);
    for (struct dirent *entry; (entry = readdir(here));)
        n += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    closedir(here);
    return n;
}

/* Makes a file of a text, without the code under test. */
static inline void put_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static inline void expect_file(const char *path, const char *text)
{
    char found[4096] = "";
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    found[fread(found, 1, sizeof found - 1, file)] = '\0';
    fclose(file);
    assert_string_equal(found, text);
}

#define folder_test(test) cmocka_unit_test_setup_teardown(test, folder_setup, folder_teardown)

#endif
