/* format_support.h: what the tests of src/format share. */
#ifndef GT_TESTS_FORMAT_SUPPORT_H
#define GT_TESTS_FORMAT_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/memory.h"
#include "format/load.h"

#include <unistd.h>

/* A case of a table, run as a test of its own under its name. */
#define CASES(table, run)                                                                          \
    static int run_cases(const char *group)                                                        \
    {                                                                                              \
        struct CMUnitTest *tests = gt_xcalloc(sizeof(table) / sizeof *(table), sizeof *tests);     \
        for (size_t i = 0; i < sizeof(table) / sizeof *(table); i++)                               \
            tests[i] = (struct CMUnitTest){.name = (table)[i].name,                                \
                                           .test_func = (run),                                     \
                                           .initial_state = (void *)&(table)[i]};                  \
        int failed =                                                                               \
            _cmocka_run_group_tests(group, tests, sizeof(table) / sizeof *(table), NULL, NULL);    \
        free(tests);                                                                               \
        return failed;                                                                             \
    }

/* A folder of its own for a test. */
static inline char *new_folder(void)
{
    char *folder = strdup("/tmp/graphtool-test-XXXXXX");
    assert_non_null(mkdtemp(folder));
    return folder;
}

static inline const char *in_folder(struct gt_arena *arena, const char *folder, const char *name)
{
    return gt_arena_format(arena, "%s/%s", folder, name);
}

static inline void write_text(const char *path, const char *text)
{
    struct gt_error err = {0};
    assert_true(gt_file_write(path, text, strlen(text), &err));
}

/* Removes what a test wrote: the files of a folder, and the folder. */
static inline void remove_folder(char *folder)
{
    struct gt_arena arena = {0};
    struct gt_error err = {0};
    const char *const *files;
    size_t n;
    assert_true(gt_folder_list(folder, "", &arena, &files, &n, &err));
    for (size_t i = 0; i < n; i++)
        unlink(files[i]);
    rmdir(folder);
    gt_arena_fini(&arena);
    free(folder);
}

/* The text with its first `from` replaced by `to`; the caller frees. */
static inline char *replaced(const char *text, const char *from, const char *to)
{
    const char *at = strstr(text, from);
    struct gt_buffer out = {0};
    assert_non_null(at);
    gt_buffer_add(&out, text, (size_t)(at - text));
    gt_buffer_text(&out, to);
    gt_buffer_text(&out, at + strlen(from));
    return out.bytes;
}

#endif
