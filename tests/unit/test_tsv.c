/* test_tsv.c: tables are read back as they were written, and random bytes do no harm. */
#include "unit/unit.h"

#include "curate/tsv.h"

#include <string.h>

enum { ROUNDS = 4000 };

static const char *const pieces[] = {"\t", "\"", "\n", "\r", "\r\n", "#", "a", "青松", " ", "\"\""};

static const char *random_text(uint64_t *seed, struct gt_arena *arena)
{
    const char *text = "";
    for (uint32_t n = unit_below(seed, 5); n > 0; n--)
        text = gt_arena_format(arena, "%s%s", text, pieces[unit_below(seed, UNIT_COUNT(pieces))]);
    return text;
}

static void reads_back_what_it_writes(void **state)
{
    (void)state;
    for (uint64_t round = 1; round <= ROUNDS; round++) {
        uint64_t seed = round;
        struct gt_arena arena = {0};
        struct gt_buffer out = {0};
        struct gt_tsv tsv = {0};
        struct gt_faults faults = {0};
        const char *field[3][4];
        if (round % 3 == 0)
            gt_buffer_text(&out, "\xEF\xBB\xBF");
        for (int row = 0; row < 3; row++) {
            for (int i = 0; i < 4; i++) {
                field[row][i] = i == 3 ? "end" : random_text(&seed, &arena);
                gt_tsv_write(&out, field[row][i], i == 0);
            }
            gt_buffer_text(&out, round % 2 ? "\r\n" : "\n");
        }
        if (!gt_tsv_read("f", out.bytes, out.n, &tsv, &faults))
            fail_msg("round %u: %s", (unsigned)round, faults.kept[0].text);
        assert_int_equal(tsv.n, 3);
        for (uint32_t row = 0; row < 3; row++)
            for (uint32_t i = 0; i < 4; i++)
                assert_string_equal(gt_tsv_field(&tsv.row[row], i), field[row][i]);
        assert_int_equal(tsv.row[2].end, out.n);
        assert_int_equal(tsv.row[1].end, tsv.row[2].start);
        gt_tsv_fini(&tsv);
        gt_faults_fini(&faults);
        gt_buffer_fini(&out);
        gt_arena_fini(&arena);
    }
}

static void survives_random_bytes(void **state)
{
    (void)state;
    static const char alphabet[] = "\"\t\n\r#a\xE9\x9D\x92\xFF\xFE\x1B\0";
    uint32_t read = 0, refused = 0;
    for (uint64_t round = 1; round <= ROUNDS; round++) {
        uint64_t seed = round;
        char bytes[41] = {0};
        size_t n = unit_below(&seed, 40);
        struct gt_tsv tsv = {0};
        struct gt_faults faults = {0};
        for (size_t i = 0; i < n; i++)
            bytes[i] = alphabet[unit_below(&seed, (round % 2) ? 6 : sizeof alphabet)];
        bool done = gt_tsv_read("f", bytes, n, &tsv, &faults);
        assert_int_equal(done, faults.n == 0);
        read += done;
        refused += !done;
        for (size_t i = 0; i < tsv.n; i++)
            assert_true(tsv.row[i].start < tsv.row[i].end && tsv.row[i].end <= n);
        gt_tsv_fini(&tsv);
        gt_faults_fini(&faults);
    }
    assert_true(read > 100 && refused > 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_back_what_it_writes),
        cmocka_unit_test(survives_random_bytes),
    };
    return cmocka_run_group_tests_name("tsv", tests, NULL, NULL);
}
