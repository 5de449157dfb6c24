/* word_list.c: words of a list compared where they stand, without cutting the list up. */
#include "extract/word_list.h"

#include "base/utf8.h"

#include <string.h>

/* The word at *p, compared from code point `at` on: its length, 0 when it does not stand there. *p
 * goes to the next word. */
static uint32_t take_word(const struct gt_codes *codes, uint32_t at, const char **p)
{
    uint32_t n = 0;
    bool same = true;
    while (same && **p && **p != ' ') {
        same = at + n < codes->n && gt_utf8_next(p) == codes->code[at + n];
        n++;
    }
    *p = strchrnul(*p, ' ');
    *p += **p == ' ';
    return same ? n : 0;
}

uint32_t gt_word_list_at(const struct gt_codes *codes, uint32_t at, const char *words)
{
    uint32_t longest = 0;
    for (const char *p = words; *p;) {
        uint32_t n = take_word(codes, at, &p);
        longest = n > longest ? n : longest;
    }
    return longest;
}

/* Code points of the word at `p`. */
static uint32_t length_of(const char *p)
{
    uint32_t n = 0;
    for (; *p && *p != ' '; p++)
        n += ((unsigned char)*p & 0xC0) != 0x80;
    return n;
}

uint32_t gt_word_list_end(const struct gt_codes *codes, uint32_t at, const char *words)
{
    uint32_t longest = 0;
    for (const char *p = words; *p;) {
        uint32_t n = length_of(p);
        n = n <= at ? take_word(codes, at - n, &p) : take_word(codes, codes->n, &p);
        longest = n > longest ? n : longest;
    }
    return longest;
}

void gt_word_filter_add(struct gt_word_filter *filter, const char *words)
{
    for (const char *p = words; *p; p += *p == ' ') {
        uint32_t code = gt_utf8_next(&p);
        filter->bit[(code & 0xFF) >> 6] |= UINT64_C(1) << (code & 63);
        p = strchrnul(p, ' ');
    }
}
