/* number.c: numbers without locale. The program never calls setlocale(), so the C library's own
 * conversions use the "C" locale; what is checked here is the form of the text. */
#include "base/number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
    double read = (double)strtold(text, &end);
    if (*end || !isfinite(read))
        return false;
    *value = read;
    return true;
}

static const char *write_special(double value, char out[GT_NUMBER_TEXT])
{
    snprintf(out, GT_NUMBER_TEXT, "%s", isnan(value) ? "nan" : value < 0 ? "-inf" : "inf");
    return out;
}

const char *gt_number_write(double value, char out[GT_NUMBER_TEXT])
{
    if (!isfinite(value))
        return write_special(value, out);
    if (value == 0)
        value = 0; /* no "-0" */
    for (int digits = 1; digits <= 17; digits++) {
        snprintf(out, GT_NUMBER_TEXT, "%.*g", digits, value);
        if (strtold(out, NULL) == (long double)value || digits == 17)
            break;
    }
    return out;
}

const char *gt_number_show(double value, int digits, char out[GT_NUMBER_TEXT])
{
    double size = fabs(value);
    if (!isfinite(value) || (value != 0 && (size < 1e-4 || size >= 1e15))) {
        if (!isfinite(value))
            return write_special(value, out);
        snprintf(out, GT_NUMBER_TEXT, "%.*g", digits, value);
        return out;
    }
    int whole = size >= 1 ? (int)floor(log10(size)) + 1 : 0;
    int places = digits - whole;
    if (value == 0 || places < 0)
        places = 0;
    snprintf(out, GT_NUMBER_TEXT, "%.*f", places, value == 0 ? 0 : value);
    if (strchr(out, '.')) {
        size_t n = strlen(out);
        while (out[n - 1] == '0')
            out[--n] = '\0';
        if (out[n - 1] == '.')
            out[n - 1] = '\0';
    }
    return strcmp(out, "-0") == 0 ? out + 1 : out;
}
