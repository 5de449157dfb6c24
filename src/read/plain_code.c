/* plain_code.c: undoing what typesetters put for other characters. */
#include "read/plain_code.h"

#include "base/text.h"
#include "base/utf8.h"

#include <stdbool.h>
#include <string.h>

enum { SOFT_HYPHEN = 0xAD };

/* The blocks whose characters are other characters in disguise: Kangxi radicals, compatibility
 * ideographs, Latin ligatures. */
static bool is_disguise(uint32_t code)
{
    return (code >= 0x2F00 && code <= 0x2FD5) || (code >= 0xF900 && code <= 0xFAFF) ||
           (code >= 0xFB00 && code <= 0xFB06) || (code >= 0x2F800 && code <= 0x2FA1F);
}

static uint32_t of_radical(uint32_t code)
{
    switch (code) {
#define RADICAL(from, to)                                                                          \
    case from:                                                                                     \
        return to;
#include "read/radical.def"
#undef RADICAL
    default:
        return code;
    }
}

size_t gt_code_plain(uint32_t code, char out[GT_PLAIN_CODE])
{
    char decomposed[GT_DECOMPOSED];
    if (code == SOFT_HYPHEN)
        return 0;
    if (!is_disguise(code))
        return gt_utf8_put(of_radical(code), out);
    size_t n = gt_code_decompose(code, decomposed);
    if (n > GT_PLAIN_CODE)
        return gt_utf8_put(code, out);
    memcpy(out, decomposed, n);
    return n;
}
