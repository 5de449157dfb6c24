/* error.h: what went wrong, in the user's language, and the exit status that says so.
 *
 * A function that can fail returns bool and takes a `struct gt_error *` last. The first message
 * wins: a caller that knows more adds it in front with gt_error_prefix(). Both languages stand side
 * by side at the place that fails, with the same arguments in the same order, so the compiler
 * checks both. */
#ifndef GT_BASE_ERROR_H
#define GT_BASE_ERROR_H

#include "base/lang.h"

#include <stdbool.h>

/* Exit status of the program; see the manual page. */
enum gt_status {
    GT_OK = 0,
    GT_NO = 1,           /* the answer is "no": faults found, no path */
    GT_USAGE = 2,        /* the command line is wrong */
    GT_DATA = 3,         /* an input is wrong */
    GT_FILE = 4,         /* the file system refused */
    GT_BUG = 70,         /* our own fault */
    GT_INTERRUPTED = 130 /* Ctrl-C */
};

enum { GT_ERROR_TEXT = 2048 };

struct gt_error {
    enum gt_lang lang;     /* set by whoever makes the struct; messages come in it */
    enum gt_status status; /* GT_OK until something failed */
    char text[GT_ERROR_TEXT];
};

#define GT_MUST_USE __attribute__((warn_unused_result))

/* Records a failure unless one is recorded already; always returns false, so that a caller can
 * `return gt_fail(...)`. Text that does not fit is cut at a character. */
bool gt_fail(struct gt_error *err, enum gt_status status, const char *en, const char *zh, ...)
    __attribute__((format(printf, 3, 5), format(printf, 4, 5)));

/* Puts context in front of the recorded message: "graphs/a.json: " + message. Returns false. */
bool gt_error_prefix(struct gt_error *err, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
