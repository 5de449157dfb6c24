/* error.c: recording the first failure. */
#include "base/error.h"

#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

bool gt_fail(struct gt_error *err, enum gt_status status, const char *en, const char *zh, ...)
{
    if (err->status != GT_OK)
        return false;
    va_list ap;
    va_start(ap, zh);
    vsnprintf(err->text, sizeof err->text, err->lang == GT_ZH ? zh : en, ap);
    va_end(ap);
    gt_utf8_trim(err->text);
    err->status = status;
    return false;
}

bool gt_error_prefix(struct gt_error *err, const char *format, ...)
{
    char rest[GT_ERROR_TEXT];
    memcpy(rest, err->text, sizeof rest);
    va_list ap;
    va_start(ap, format);
    int n = vsnprintf(err->text, sizeof err->text, format, ap);
    va_end(ap);
    if (n >= 0 && (size_t)n < sizeof err->text)
        snprintf(err->text + n, sizeof err->text - (size_t)n, "%s", rest);
    gt_utf8_trim(err->text);
    return false;
}
