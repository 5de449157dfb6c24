/* number.c: numbers without locale. What is checked here is the form of the text; the C library's
 * conversions run in the "C" locale, whatever a library has set for the process. */
#include "base/number.h"

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    EXACT_DIGITS = 17,   /* what any double needs at most */
    LEAST_EXPONENT = -4, /* 0.0001 */
    MOST_EXPONENT = 16   /* 10000000000000000 */
};

/* Makes "C" this thread's locale; returns the one before. glibc keeps its "C" for good, so nothing
 * is allocated, and nothing fails. */
static locale_t enter_c_locale(void)
{
    return uselocale(newlocale(LC_ALL_MASK, "C", (locale_t)0));
}

static void leave_c_locale(locale_t before)
{
    freelocale(uselocale(before));
}

bool gt_number_read_uint(const char *text, uint64_t *value)
{
    uint64_t sum = 0;
    if (!*text)
        return false;
    for (const char *p = text; *p; p++) {
        if (*p < '0' || *p > '9' || __builtin_mul_overflow(sum, 10u, &sum) ||
            __builtin_add_overflow(sum, (uint64_t)(*p - '0'), &sum))
            return false;
    }
    *value = sum;
    return true;
}

bool gt_number_read(const char *text, double *value)
{
    if (!*text || strspn(text, "0123456789+-.eE") != strlen(text))
        return false;
    char *end;
    locale_t before = enter_c_locale();
    double read = strtod_l(text, &end, uselocale((locale_t)0));
    leave_c_locale(before);
    if (*end || !isfinite(read))
        return false;
    *value = read;
    return true;
}

static void write_special(double value, char out[GT_NUMBER_TEXT])
{
    snprintf(out, GT_NUMBER_TEXT, "%s", isnan(value) ? "nan" : value < 0 ? "-inf" : "inf");
}

/* In the "C" locale. */
static void write_shortest(double value, char out[GT_NUMBER_TEXT])
{
    int digits = 1;
    for (;; digits++) {
        snprintf(out, GT_NUMBER_TEXT, "%.*e", digits - 1, value);
        double read = strtod_l(out, NULL, uselocale((locale_t)0));
        if (digits == EXACT_DIGITS || (read >= value && read <= value))
            break;
    }
    int exponent = (int)strtol(strchr(out, 'e') + 1, NULL, 10);
    if (exponent < LEAST_EXPONENT || exponent > MOST_EXPONENT)
        return;
    int places = digits - 1 - exponent;
    snprintf(out, GT_NUMBER_TEXT, "%.*f", places > 0 ? places : 0, value);
}

const char *gt_number_write_int(long long value, char out[GT_NUMBER_TEXT])
{
    unsigned long long rest =
        value < 0 ? 0ULL - (unsigned long long)value : (unsigned long long)value;
    char *p = out + GT_NUMBER_TEXT - 1;
    *p = '\0';
    do
        *--p = (char)('0' + rest % 10);
    while (rest /= 10);
    if (value < 0)
        *--p = '-';
    return p;
}

/* Numbers of up to four decimals and fifteen digits: no other decimal of so few digits reads back
 * as the same double, so the digits without the zeros at their end are the fewest. */
static bool write_short(double value, char out[GT_NUMBER_TEXT])
{
    enum { PARTS = 10000, DIGITS = 4 };
    double parts = nearbyint(value * PARTS);
    char digits[GT_NUMBER_TEXT];
    if (!(fabs(parts) < 1e15) || value < parts / PARTS || value > parts / PARTS)
        return false;
    long long n = llabs((long long)parts), fraction = n % PARTS;
    const char *whole = gt_number_write_int(n / PARTS, digits);
    char *to = out;
    if (value < 0)
        *to++ = '-';
    to = stpcpy(to, whole);
    if (fraction) {
        *to++ = '.';
        for (int i = 0, place = PARTS / 10; i < DIGITS; i++, place /= 10)
            *to++ = (char)('0' + fraction / place % 10);
        while (to[-1] == '0')
            to--;
    }
    *to = '\0';
    return true;
}

const char *gt_number_write(double value, char out[GT_NUMBER_TEXT])
{
    if (!isfinite(value)) {
        write_special(value, out);
        return out;
    }
    if (write_short(value, out))
        return out;
    locale_t before = enter_c_locale();
    write_shortest(value == 0 ? 0 : value, out); /* no "-0" */
    leave_c_locale(before);
    return out;
}

static void drop_zeros(char out[GT_NUMBER_TEXT])
{
    if (!strchr(out, '.'))
        return;
    size_t n = strlen(out);
    while (out[n - 1] == '0')
        out[--n] = '\0';
    if (out[n - 1] == '.')
        out[n - 1] = '\0';
}

const char *gt_number_show(double value, int digits, char out[GT_NUMBER_TEXT])
{
    double size = fabs(value);
    if (!isfinite(value)) {
        write_special(value, out);
        return out;
    }
    locale_t before = enter_c_locale();
    if (size > 0 && (size < 1e-4 || size >= 1e15)) {
        snprintf(out, GT_NUMBER_TEXT, "%.*g", digits, value);
    } else {
        int places = size > 0 ? digits - 1 - (int)floor(log10(size)) : 0;
        snprintf(out, GT_NUMBER_TEXT, "%.*f", places > 0 ? places : 0, size > 0 ? value : 0);
        drop_zeros(out);
    }
    leave_c_locale(before);
    return out;
}
