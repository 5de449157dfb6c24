/* utf8.h: reading UTF-8 (RFC 3629) and folding a document's text.
 *
 * Text inside the program is valid UTF-8, checked once where it enters; the decoders below rely on
 * that, except gt_utf8_check(). */
#ifndef GT_BASE_UTF8_H
#define GT_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { GT_REPLACEMENT = 0xFFFD };

/* True when the n bytes are valid UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
 * Otherwise *bad is the offset of the first wrong byte. */
bool gt_utf8_check(const char *text, size_t n, size_t *bad);

/* Reads the code point at *p (not at the NUL) and moves *p behind it; a wrong byte is read as
 * GT_REPLACEMENT and passed over. Never reads behind a NUL. */
uint32_t gt_utf8_next(const char **p);

/* Writes a code point as up to 4 bytes, without NUL; returns how many. */
size_t gt_utf8_put(uint32_t code, char out[4]);

/* Number of code points of a text. */
size_t gt_utf8_count(const char *text);

/* The byte offset of code point number `at` in a text (its length in bytes when there are fewer).
 */
size_t gt_utf8_offset(const char *text, size_t at);

/* Cuts off the last character of a NUL-terminated text if it is not complete. */
void gt_utf8_trim(char *text);

/* White space as the ontology folds it: Unicode White_Space, and U+FEFF. */
bool gt_code_is_space(uint32_t code);

/* Folds a text in place: drops every white-space character and byte-order mark, and nothing else.
 * Returns the new number of bytes; adds no NUL. */
size_t gt_utf8_fold(char *text, size_t n);

/* True for what no text of a graph may hold, since a terminal obeys it, nobody sees it (two names
 * that look the same must be the same) or XML 1.0 cannot: control characters, line and paragraph
 * separators, marks that change the direction of writing, zero-width blanks and hyphens, tags,
 * noncharacters. Joiners (U+200C, U+200D) are letters' business and stay. */
bool gt_code_is_unfit(uint32_t code);

#endif
