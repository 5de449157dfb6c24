/* slug.c: ICU's transliteration, and what makes a slug of its result. */
#include "extract/slug.h"

#include "base/buffer.h"
#include "base/hash.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "extract/codes.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/utrans.h>

enum { SLUG_BYTES = 80, HASH_DIGITS = 4, SOUND_UNITS = 1024, NAME_UNITS = 160 };

struct gt_slugs {
    UTransliterator *sound;
};

bool gt_slugs_new(struct gt_slugs **slugs, struct gt_error *err)
{
    static const UChar id[] = u"Han-Latin; Latin-ASCII; Lower";
    UErrorCode code = U_ZERO_ERROR;
    *slugs = gt_xcalloc(1, sizeof **slugs);
    (*slugs)->sound = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &code);
    if (U_SUCCESS(code))
        return true;
    gt_slugs_free(*slugs);
    *slugs = NULL;
    return gt_fail(err, GT_BUG, "ICU cannot transliterate Chinese: %s", "ICU 无法转写中文：%s",
                   u_errorName(code));
}

void gt_slugs_free(struct gt_slugs *slugs)
{
    if (!slugs)
        return;
    utrans_close(slugs->sound);
    free(slugs);
}

/* The name in UTF-16, a blank around each Chinese character, so that syllables stay apart. */
static int32_t spread(const char *name, UChar *units, uint32_t *n_han)
{
    int32_t n = 0;
    *n_han = 0;
    while (*name && n < NAME_UNITS - 4) {
        uint32_t code = gt_utf8_next(&name);
        bool han = gt_code_is_han(code);
        *n_han += han;
        if (han)
            units[n++] = ' ';
        if (code < 0x10000) {
            units[n++] = (UChar)code;
        } else {
            units[n++] = (UChar)(0xD7C0 + (code >> 10));
            units[n++] = (UChar)(0xDC00 + (code & 0x3FF));
        }
        if (han)
            units[n++] = ' ';
    }
    return n;
}

/* Letters and digits stay, runs of anything else become one hyphen. False when something was cut.
 */
static bool add_words(const UChar *units, int32_t n, size_t most, struct gt_buffer *slug)
{
    bool gap = slug->n > 0;
    for (int32_t i = 0; i < n; i++) {
        UChar u = units[i];
        bool plain = (u >= 'a' && u <= 'z') || (u >= '0' && u <= '9');
        if (!plain) {
            gap = true;
            continue;
        }
        if (slug->n + 2 > most)
            return false;
        if (gap && slug->n)
            gt_buffer_text(slug, "-");
        gap = false;
        char byte = (char)u;
        gt_buffer_add(slug, &byte, 1);
    }
    return true;
}

const char *gt_slug(const struct gt_slugs *slugs, const char *prefix, const char *name,
                    struct gt_arena *arena)
{
    UChar units[SOUND_UNITS];
    char hash[GT_SHA256_TEXT];
    UErrorCode code = U_ZERO_ERROR;
    uint32_t n_han;
    int32_t n = spread(name, units, &n_han), limit = n;
    struct gt_buffer slug = {0};
    utrans_transUChars(slugs->sound, units, &n, SOUND_UNITS, 0, &limit, &code);
    if (prefix)
        gt_buffer_text(&slug, prefix);
    bool whole = U_SUCCESS(code) && add_words(units, n, SLUG_BYTES - HASH_DIGITS - 1, &slug);
    if (!whole || n_han < 4 || slug.n == 0)
        gt_buffer_format(&slug, "%s%.*s", slug.n ? "-" : "", HASH_DIGITS,
                         gt_sha256(name, strlen(name), hash));
    const char *text = gt_arena_text(arena, gt_buffer_string(&slug), slug.n);
    gt_buffer_fini(&slug);
    return text;
}
