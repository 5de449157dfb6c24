/* quote.h: showing a piece of an input in a message. */
#ifndef GT_FORMAT_QUOTE_H
#define GT_FORMAT_QUOTE_H

#include "base/arena.h"
#include "base/lang.h"
#include "base/utf8.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { GT_QUOTE_CODES = 40 }; /* longer pieces are cut there */

/* The n bytes (valid UTF-8) in quotation marks of the language. Characters that would act on a
 * terminal instead of being seen stand as U+FFFD. */
const char *gt_quote_bytes(const char *text, size_t n, enum gt_lang lang, struct gt_arena *arena);

const char *gt_quote(const char *text, enum gt_lang lang, struct gt_arena *arena);

#endif
