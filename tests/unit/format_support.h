/* format_support.h: what the tests of src/format share. */
#ifndef GT_TESTS_FORMAT_SUPPORT_H
#define GT_TESTS_FORMAT_SUPPORT_H

#include "unit/unit.h"

#include "base/buffer.h"
#include "base/memory.h"

#include <string.h>

/* A case of a table, run as a test of its own under its name. */
#define CASES(table, run)                                                                          \
    static int run_cases(const char *group)                                                        \
    {                                                                                              \
        struct CMUnitTest *tests = gt_xcalloc(UNIT_COUNT(table), sizeof *tests);                   \
        for (size_t i = 0; i < UNIT_COUNT(table); i++)                                             \
            tests[i] = (struct CMUnitTest){.name = (table)[i].name,                                \
                                           .test_func = (run),                                     \
                                           .initial_state = (void *)&(table)[i]};                  \
        int failed = _cmocka_run_group_tests(group, tests, UNIT_COUNT(table), NULL, NULL);         \
        free(tests);                                                                               \
        return failed;                                                                             \
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
