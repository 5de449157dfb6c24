/* number.h: numbers read and written without locale. */
#ifndef GT_BASE_NUMBER_H
#define GT_BASE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { GT_NUMBER_TEXT = 32 };

/* Reads a whole text as an unsigned count: decimal digits alone. False when it is anything else, or
 * does not fit. */
bool gt_number_read_uint(const char *text, uint64_t *value);

/* Reads a whole text as a finite decimal number ("1.5", "-2e3"). */
bool gt_number_read(const char *text, double *value);

/* The fewest digits that read back as the same double, without exponent from 1e-4 to below 1e17,
 * and never "-0"; "inf", "-inf", "nan" when not finite. Returns out. */
const char *gt_number_write(double value, char out[GT_NUMBER_TEXT]);

/* A whole number in decimal digits. Returns where the text begins, in out. */
const char *gt_number_write_int(long long value, char out[GT_NUMBER_TEXT]);

/* For people: `digits` significant digits, but every one of a whole part; no exponent for 1e-4 ..
 * 1e15, no trailing zeros. Returns out. */
const char *gt_number_show(double value, int digits, char out[GT_NUMBER_TEXT]);

#endif
