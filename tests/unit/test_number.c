/* test_number.c: numbers read back as they were written, in any locale, and people can read them.
 */
#include "unit/unit.h"

#include "base/number.h"
#include "base/rank.h"

#include <locale.h>
#include <math.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>

static void reads_counts(void **state)
{
    (void)state;
    uint64_t value = 7;
    assert_true(gt_number_read_uint("0", &value) && value == 0);
    assert_true(gt_number_read_uint("007", &value) && value == 7);
    assert_true(gt_number_read_uint("18446744073709551615", &value) && value == UINT64_MAX);
    static const char *const wrong[] = {"",   "-1",  "+1",   " 1",   "1 ",
                                        "1.", "1e3", "0x10", "１２", "18446744073709551616"};
    for (size_t i = 0; i < UNIT_COUNT(wrong); i++) {
        value = 99;
        if (gt_number_read_uint(wrong[i], &value) || value != 99)
            fail_msg("\"%s\" was read as %llu", wrong[i], (unsigned long long)value);
    }
}

static void refuses_what_is_no_number(void **state)
{
    (void)state;
    static const char *const wrong[] = {"",       "-",     ".",   "e5",    "1e",  "1e+",
                                        "--1",    "1 ",    " 1",  "nan",   "inf", "1e400",
                                        "-1e400", "0x1p3", "1,5", "1.2.3", "1-2", "٣"};
    for (size_t i = 0; i < UNIT_COUNT(wrong); i++) {
        double value = 99;
        if (gt_number_read(wrong[i], &value) || fabs(value - 99) > 0)
            fail_msg("\"%s\" was read as %g", wrong[i], value);
    }
}

/* Decimal texts half-way between two doubles in extended precision: reading by way of long double
 * rounds twice, and ends one bit beside. */
static void reads_the_nearest_double(void **state)
{
    (void)state;
    double value;
    assert_true(gt_number_read("9007199254740993.00000000000000001", &value));
    assert_true(value > 9007199254740993.0 - 1 && value > 9007199254740992.0);
    assert_true(gt_number_read("-2e3", &value) && fabs(value + 2000) < 1e-12);
    assert_true(gt_number_read("1e-400", &value) && fabs(value) <= 0);
}

static void expect_written(double value, const char *expected)
{
    char out[GT_NUMBER_TEXT];
    assert_string_equal(gt_number_write(value, out), expected);
}

static void writes_the_fewest_digits(void **state)
{
    (void)state;
    expect_written(0, "0");
    expect_written(-0.0, "0");
    expect_written(1, "1");
    expect_written(0.1, "0.1");
    expect_written(-0.5, "-0.5");
    expect_written(100, "100");
    expect_written(1.0 / 3, "0.3333333333333333");
    expect_written(0.1 + 0.2, "0.30000000000000004");
    expect_written(5e9, "5000000000");
    expect_written(1e16, "10000000000000000");
    expect_written(1e17, "1e+17");
    expect_written(1e23, "1e+23");
    expect_written(0.0001, "0.0001");
    expect_written(0.00001, "1e-05");
    expect_written(5e-324, "5e-324");
    expect_written(-1.7976931348623157e308, "-1.7976931348623157e+308");
    expect_written(INFINITY, "inf");
    expect_written(-INFINITY, "-inf");
    expect_written(NAN, "nan");
}

static void expect_round_trip(double value)
{
    char out[GT_NUMBER_TEXT];
    double back = 0;
    if (!gt_number_read(gt_number_write(value, out), &back) || back < value || back > value)
        fail_msg("%.17g was written as %s and read as %.17g", value, out, back);
}

static void every_double_comes_back(void **state)
{
    (void)state;
    uint64_t seed = 1;
    for (int i = 0; i < 40000; i++) {
        uint64_t bits = unit_random(&seed);
        double value;
        memcpy(&value, &bits, sizeof value);
        if (isfinite(value))
            expect_round_trip(value);
        expect_round_trip((double)(bits >> 11) / 9007199254740992.0);
        expect_round_trip((double)(bits >> 8));
    }
}

/* The fewest digits, found by trying them all; for values that are written without exponent. */
static void expect_fewest(double value)
{
    char out[GT_NUMBER_TEXT], tried[64];
    double back = 0;
    size_t n = 0, fewest = 0;
    for (const char *p = gt_number_write(value, out); *p; p++)
        n += *p >= '0' && *p <= '9';
    for (int places = 0; places < 20; places++) {
        snprintf(tried, sizeof tried, "%.*f", places, value);
        if (!gt_number_read(tried, &back) || back < value || back > value)
            continue;
        for (const char *p = tried; *p; p++)
            fewest += *p >= '0' && *p <= '9';
        break;
    }
    if (n != fewest || strcmp(out, tried) != 0)
        fail_msg("%.17g was written as %s, not as %s", value, out, tried);
}

static void short_decimals_have_the_fewest_digits(void **state)
{
    (void)state;
    uint64_t seed = 2;
    for (int i = 0; i < 20000; i++) {
        double parts = (double)(int32_t)unit_random(&seed);
        expect_fewest(parts / 10);
        expect_fewest(parts / 100);
        expect_fewest(parts / 10000);
        expect_fewest(parts / 10000 + 1e-9); /* near one, and longer */
    }
}

static void writes_whole_numbers(void **state)
{
    (void)state;
    static const long long values[] = {0, 7, -7, 10, INT32_MIN, INT64_MAX, INT64_MIN};
    char out[GT_NUMBER_TEXT], expected[GT_NUMBER_TEXT];
    for (size_t i = 0; i < UNIT_COUNT(values); i++) {
        snprintf(expected, sizeof expected, "%lld", values[i]);
        assert_string_equal(gt_number_write_int(values[i], out), expected);
    }
}

static void expect_shown(double value, int digits, const char *expected)
{
    char out[GT_NUMBER_TEXT];
    assert_string_equal(gt_number_show(value, digits, out), expected);
}

static void shows_numbers_to_people(void **state)
{
    (void)state;
    expect_shown(0, 4, "0");
    expect_shown(-0.0, 4, "0");
    expect_shown(1, 4, "1");
    expect_shown(1.0 / 3, 4, "0.3333");
    expect_shown(2.0 / 3, 3, "0.667");
    expect_shown(0.05, 3, "0.05");
    expect_shown(0.00012345, 3, "0.000123");
    expect_shown(-0.0004, 3, "-0.0004");
    expect_shown(9.9999, 3, "10");
    expect_shown(1234.5678, 6, "1234.57");
    expect_shown(123456, 3, "123456");
    expect_shown(1e14, 3, "100000000000000");
    expect_shown(2.5e15, 3, "2.5e+15");
    expect_shown(0.00001234, 2, "1.2e-05");
    expect_shown(NAN, 3, "nan");
    expect_shown(-INFINITY, 3, "-inf");
}

/* A locale with a decimal comma, as the C library keeps one in a file (localedef(1) made it): six
 * offsets from 0x20 on, then the texts. */
static const unsigned char comma_locale[] = {
    0x14, 0x11, 0x03, 0x20, 6,   0,    0,    0,   0x20, 0,    0,   0,   0x22, 0,    0,
    0,    0x23, 0,    0,    0,   0x24, 0,    0,   0,    0x28, 0,   0,   0,    0x2c, 0,
    0,    0,    0x2c, 0,    0,   0,    0x2c, 0,   0,    0,    0,   0,   0,    0,    'A',
    'N',  'S',  'I',  '_',  'X', '3',  '.',  '4', '-',  '1',  '9', '6', '8',  0,
};

static bool set_comma_locale(void)
{
    char folder[] = "/tmp/graphtool-test-XXXXXX", path[64];
    if (!mkdtemp(folder))
        return false;
    snprintf(path, sizeof path, "%s/comma", folder);
    assert_int_equal(mkdir(path, 0700), 0);
    snprintf(path, sizeof path, "%s/comma/LC_NUMERIC", folder);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fwrite(comma_locale, 1, sizeof comma_locale, file);
    fclose(file);
    setenv("LOCPATH", folder, 1);
    bool set = setlocale(LC_NUMERIC, "comma") != NULL;
    remove(path);
    snprintf(path, sizeof path, "%s/comma", folder);
    remove(path);
    remove(folder);
    return set;
}

/* A library may set the process's locale; a comma must neither be written nor be needed. */
static void locale_changes_nothing(void **state)
{
    (void)state;
    if (!set_comma_locale()) {
        print_message("# this C library does not read that locale: not tested\n");
        return;
    }
    char point[GT_NUMBER_TEXT];
    snprintf(point, sizeof point, "%.1f", 0.5);
    assert_string_equal(point, "0,5");
    double value = 0;
    expect_written(0.5, "0.5");
    expect_shown(1234.5, 6, "1234.5");
    assert_true(gt_number_read("0.5", &value) && fabs(value - 0.5) <= 0);
    assert_false(gt_number_read("0,5", &value));
    snprintf(point, sizeof point, "%.1f", 0.5);
    assert_string_equal(point, "0,5"); /* the caller's locale is as it was */
    setlocale(LC_ALL, "C");
}

/* Where each value stands in every list of 0 to 6 of the numbers 0, 0, 2, 2, 4, 4: as by counting.
 */
static void ranks_among_ascending_records(void **state)
{
    (void)state;
    struct record {
        char before;
        uint32_t number;
    } records[6];
    uint32_t numbers[6];
    for (uint32_t i = 0; i < UNIT_COUNT(numbers); i++) {
        numbers[i] = i / 2 * 2;
        records[i] = (struct record){.before = (char)i, .number = numbers[i]};
    }
    for (uint32_t n = 0; n <= UNIT_COUNT(numbers); n++)
        for (uint32_t value = 0; value < 7; value++) {
            uint32_t smaller = 0;
            while (smaller < n && numbers[smaller] < value)
                smaller++;
            assert_int_equal(gt_rank(n ? numbers : NULL, n, GT_ITSELF, value), smaller);
            assert_int_equal(gt_rank(records, n, GT_FIELD(struct record, number), value), smaller);
        }
    uint32_t most[] = {UINT32_MAX, UINT32_MAX};
    assert_int_equal(gt_rank(most, 2, GT_ITSELF, UINT32_MAX), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_counts),
        cmocka_unit_test(ranks_among_ascending_records),
        cmocka_unit_test(refuses_what_is_no_number),
        cmocka_unit_test(reads_the_nearest_double),
        cmocka_unit_test(writes_the_fewest_digits),
        cmocka_unit_test(every_double_comes_back),
        cmocka_unit_test(short_decimals_have_the_fewest_digits),
        cmocka_unit_test(writes_whole_numbers),
        cmocka_unit_test(shows_numbers_to_people),
        cmocka_unit_test(locale_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
