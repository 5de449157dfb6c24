/* test_memory.c: arenas, buffers and growing arrays; what is too large ends with a message. */
#include "unit/unit.h"

#include "base/arena.h"

#include "base/buffer.h"
#include "base/memory.h"
#include <limits.h>

#include <stdalign.h>
#include <stdbool.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

const char *__asan_default_options(void);

/* Let a refused allocation be NULL, as without the sanitizer. */
const char *__asan_default_options(void)
{
    return "allocator_may_return_null=1";
}

static void arena_bytes_are_zero_aligned_and_apart(void **state)
{
    (void)state;
    enum { N = 3000 };
    struct gt_arena arena = {0};
    uint64_t seed = 3;
    static unsigned char *part[N];
    static size_t size[N];
    for (size_t i = 0; i < N; i++) {
        size[i] = unit_below(&seed, i % 100 == 0 ? 100000 : 200);
        part[i] = gt_arena_alloc(&arena, size[i]);
        assert_int_equal((uintptr_t)part[i] % alignof(max_align_t), 0);
        for (size_t k = 0; k < size[i]; k++)
            assert_int_equal(part[i][k], 0);
        memset(part[i], (int)(i % 251 + 1), size[i]);
    }
    for (size_t i = 0; i < N; i++)
        for (size_t k = 0; k < size[i]; k++)
            assert_int_equal(part[i][k], i % 251 + 1);
    gt_arena_fini(&arena);
    assert_null(arena.newest);
    gt_arena_fini(&arena);
}

static void arena_formats_as_printf_does(void **state)
{
    (void)state;
    struct gt_arena arena = {0};
    char expected[200];
    snprintf(expected, sizeof expected, "%s|%d|%d|%u|%s", "云岭", INT_MIN, INT_MAX, UINT_MAX, "");
    assert_string_equal(
        gt_arena_format(&arena, "%s|%d|%d|%u|%s", "云岭", INT_MIN, INT_MAX, UINT_MAX, ""),
        expected);
    assert_string_equal(gt_arena_format(&arena, "%d%% of %.2s", 5, "abc"), "5% of ab");
    snprintf(expected, sizeof expected, "%.*s|%.*s|%.*s|%d", 3, "abcdef", 9, "gh", 0, "i", -4);
    assert_string_equal(
        gt_arena_format(&arena, "%.*s|%.*s|%.*s|%d", 3, "abcdef", 9, "gh", 0, "i", -4), expected);
    assert_string_equal(gt_arena_format(&arena, "plain"), "plain");
    gt_arena_fini(&arena);
}

static void arena_takes_blocks_of_any_size(void **state)
{
    (void)state;
    struct gt_arena arena = {0};
    static const size_t sizes[] = {4096, 4097, 1 << 20, (1 << 20) + 1, 5 << 20, 1, 0, 16};
    for (size_t i = 0; i < UNIT_COUNT(sizes); i++)
        memset(gt_arena_alloc(&arena, sizes[i]), 1, sizes[i]);
    uint32_t *numbers = gt_arena_array(&arena, 1000, sizeof *numbers);
    numbers[999] = 1;
    assert_int_equal(numbers[0], 0);
    gt_arena_fini(&arena);
}

static void arena_copies_and_formats_text(void **state)
{
    (void)state;
    struct gt_arena arena = {0};
    char text[] = "东华大学";
    const char *copy = gt_arena_text(&arena, text, 6);
    text[0] = 'x';
    assert_string_equal(copy, "东华");
    assert_string_equal(gt_arena_text(&arena, "", 0), "");
    assert_string_equal(gt_arena_format(&arena, "%s/%d", "a", 7), "a/7");
    assert_int_equal(strlen(gt_arena_format(&arena, "%9000d", 1)), 9000);
    gt_arena_fini(&arena);
}

static void arena_frees_what_it_keeps(void **state)
{
    (void)state;
    struct gt_arena arena = {0};
    for (int i = 0; i < 100; i++)
        gt_arena_keep(&arena, gt_xcalloc(10, 1)); /* a leak otherwise, which sanitizers tell */
    gt_arena_keep(&arena, NULL);
    gt_arena_fini(&arena);
    assert_null(arena.kept);
}

static void buffers_change_hands(void **state)
{
    (void)state;
    struct gt_buffer to = {0}, from = {0};
    gt_buffer_text(&from, "id\nanswer");
    const char *bytes = from.bytes;
    gt_buffer_take(&to, &from, 3);
    assert_string_equal(to.bytes, "answer");
    assert_ptr_equal(to.bytes, bytes); /* moved, not copied */
    assert_int_equal(from.n, 0);
    gt_buffer_text(&from, "x more");
    gt_buffer_take(&to, &from, 1);
    assert_string_equal(to.bytes, "answer more");
    assert_int_equal(to.n, 11);
    gt_buffer_take(&to, &from, 0);
    assert_string_equal(to.bytes, "answer more");
    memcpy(gt_buffer_room(&to, 100), "!?", 2);
    gt_buffer_grown(&to, 1);
    assert_string_equal(to.bytes, "answer more!");
    gt_buffer_fini(&to);
    gt_buffer_take(&to, &from, 0); /* nothing into nothing */
    assert_string_equal(gt_buffer_string(&to), "");
    gt_buffer_fini(&to);
}

static void buffer_grows_and_stays_terminated(void **state)
{
    (void)state;
    struct gt_buffer buffer = {0};
    assert_string_equal(gt_buffer_string(&buffer), "");
    gt_buffer_clear(&buffer);
    gt_buffer_add(&buffer, NULL, 0);
    assert_string_equal(buffer.bytes, "");
    for (int i = 0; i < 1000; i++) {
        gt_buffer_text(&buffer, "ab");
        gt_buffer_repeat(&buffer, '-', (size_t)(i % 3));
        gt_buffer_format(&buffer, "%d", i % 10);
        assert_int_equal(strlen(buffer.bytes), buffer.n);
    }
    assert_int_equal(buffer.n, 3000 + 999);
    assert_memory_equal(buffer.bytes, "ab0ab-1ab--2ab3", 15);
    gt_buffer_clear(&buffer);
    assert_string_equal(gt_buffer_string(&buffer), "");
    gt_buffer_add(&buffer, "a\0b", 3);
    assert_int_equal(buffer.n, 3);
    assert_memory_equal(buffer.bytes, "a\0b", 4);
    gt_buffer_fini(&buffer);
    assert_null(buffer.bytes);
}

/* Sizes on both sides of every doubling. */
static void buffer_fits_exactly(void **state)
{
    (void)state;
    for (size_t n = 250; n < 1030; n++) {
        struct gt_buffer buffer = {0};
        gt_buffer_repeat(&buffer, 'x', n);
        gt_buffer_format(&buffer, "%s", "yz");
        assert_int_equal(buffer.n, n + 2);
        assert_string_equal(buffer.bytes + n, "yz");
        gt_buffer_fini(&buffer);
    }
}

static void arrays_grow(void **state)
{
    (void)state;
    size_t n = 0, room = 0;
    uint64_t *items = NULL;
    while (n < 1000) {
        items = gt_xgrow(items, n, &room, sizeof *items);
        assert_true(room > n);
        items[n] = n;
        n++;
    }
    for (size_t i = 0; i < n; i++)
        assert_int_equal(items[i], i);
    items = gt_xrealloc(items, 0, 8);
    free(items);
    unsigned char *bytes = gt_xcalloc(0, 0);
    assert_int_equal(bytes[0], 0);
    free(bytes);
}

static void ask_arena(void)
{
    struct gt_arena arena = {0};
    gt_arena_alloc(&arena, SIZE_MAX);
}

static void ask_arena_nearly(void)
{
    struct gt_arena arena = {0};
    gt_arena_alloc(&arena, SIZE_MAX - 8);
}

static void ask_array(void)
{
    struct gt_arena arena = {0};
    gt_arena_array(&arena, SIZE_MAX / 2 + 2, 2);
}

static void ask_buffer(void)
{
    struct gt_buffer buffer = {0};
    gt_buffer_text(&buffer, "some");
    gt_buffer_repeat(&buffer, 'x', SIZE_MAX - 3);
}

static void ask_large_buffer(void)
{
    struct gt_buffer buffer = {0};
    gt_buffer_repeat(&buffer, 'x', SIZE_MAX / 2 + 100);
}

static void ask_calloc(void)
{
    size_t volatile half = SIZE_MAX / 2 + 2;
    free(gt_xcalloc(half, 2));
}

static void ask_realloc(void)
{
    size_t volatile half = SIZE_MAX / 2 + 2;
    free(gt_xrealloc(NULL, half, 2));
}

static void too_much_ends_with_a_message(void **state)
{
    (void)state;
    static void (*const ask[])(void) = {ask_arena,        ask_arena_nearly, ask_array,  ask_buffer,
                                        ask_large_buffer, ask_calloc,       ask_realloc};
    for (size_t i = 0; i < UNIT_COUNT(ask); i++) {
        int ends[2], status;
        char said[4096] = "";
        assert_int_equal(pipe(ends), 0);
        fflush(NULL);
        pid_t child = fork();
        if (child == 0) {
            dup2(ends[1], STDERR_FILENO);
            alarm(5);
            ask[i]();
            _exit(0);
        }
        close(ends[1]);
        for (size_t n = 0; n < sizeof said - 1;) {
            ssize_t got = read(ends[0], said + n, sizeof said - 1 - n);
            if (got <= 0)
                break;
            n += (size_t)got;
        }
        close(ends[0]);
        waitpid(child, &status, 0);
        if (!WIFEXITED(status) || WEXITSTATUS(status) != 70 || !strstr(said, "out of memory"))
            fail_msg("request %zu ended with status %x: %s", i, (unsigned)status, said);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arena_bytes_are_zero_aligned_and_apart),
        cmocka_unit_test(arena_formats_as_printf_does),
        cmocka_unit_test(arena_takes_blocks_of_any_size),
        cmocka_unit_test(arena_copies_and_formats_text),
        cmocka_unit_test(arena_frees_what_it_keeps),
        cmocka_unit_test(buffers_change_hands),
        cmocka_unit_test(buffer_grows_and_stays_terminated),
        cmocka_unit_test(buffer_fits_exactly),
        cmocka_unit_test(arrays_grow),
        cmocka_unit_test(too_much_ends_with_a_message),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
