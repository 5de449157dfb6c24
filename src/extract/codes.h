/* codes.h: a text as an array of code points, and what its characters are. */
#ifndef GT_EXTRACT_CODES_H
#define GT_EXTRACT_CODES_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

/* Code points; borrowed or of an arena. */
struct gt_codes {
    const uint32_t *code;
    uint32_t n;
};

/* The code points of a UTF-8 text, in an arena. */
struct gt_codes gt_codes_of(const char *text, struct gt_arena *arena);

/* [start, end) as UTF-8, in an arena, without what nobody sees (gt_code_is_unfit()). */
const char *gt_codes_text(const struct gt_codes *codes, uint32_t start, uint32_t end,
                          struct gt_arena *arena);

/* As gt_codes_at(), without its short cut. */
bool gt_codes_match(const struct gt_codes *codes, uint32_t at, const char *text);

/* True when the text stands at a place of the codes. Nearly every question ends with the first
 * character, and nearly all texts asked for begin with a Chinese one, of three bytes. */
static inline bool gt_codes_at(const struct gt_codes *codes, uint32_t at, const char *text)
{
    const unsigned char *p = (const unsigned char *)text;
    if (at < codes->n && (p[0] & 0xF0) == 0xE0 &&
        codes->code[at] != ((p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu)))
        return false;
    return gt_codes_match(codes, at, text);
}

/* True when the text stands right in front of a place. */
bool gt_codes_end(const struct gt_codes *codes, uint32_t at, const char *text);

/* Decimal digits, half or full width. */
bool gt_code_is_digit(uint32_t code);
/* 一二三四五六七八九十百千万两零〇 */
bool gt_code_is_numeral(uint32_t code);
bool gt_code_is_latin(uint32_t code);
bool gt_code_is_han(uint32_t code);

/* 。！？；and their half-width forms: a sentence ends here. */
bool gt_code_ends_sentence(uint32_t code);
/* ，：and what ends a sentence. */
bool gt_code_ends_clause(uint32_t code);
bool gt_code_opens(uint32_t code);  /* “《（(〔【「 */
bool gt_code_closes(uint32_t code); /* ”》）)〕】」 */

#endif
