/* slug.c: names in Latin letters.
 *
 * How it works: what ICU reads for each character of the first plane was put into a table when
 * the program was built (generate/readings.c); letters and digits stay, and runs of anything else
 * become one hyphen. */
#include "extract/slug.h"

#include "base/buffer.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "extract/codes.h"

#include <string.h>

enum { SLUG_BYTES = 80, HASH_DIGITS = 4, NAME_UNITS = 160, HAN_UNITS = 3 };

enum { PLANE = 0x10000, READING = 8 }; /* characters, and room for one's reading */

static const char readings[PLANE][READING] = {
#define READING(code, text) [code] = text,
#include "extract/readings.def"
#undef READING
};

/* The reading of a character, "-" where it has none. */
static const char *reading_of(uint32_t code, char room[2])
{
    if (code >= PLANE || (code >= 0x80 && !*readings[code]))
        return "-";
    if (code >= 0x80)
        return readings[code];
    room[0] = code >= 'A' && code <= 'Z' ? (char)(code + 'a' - 'A') : (char)code;
    room[1] = '\0';
    return room;
}

/* Adds letters and digits, and a hyphen where something else stood in front. False when something
 * was cut. */
static bool add_words(const char *reading, bool *gap, struct gt_buffer *slug)
{
    for (const char *p = reading; *p; p++) {
        bool plain = (*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9');
        if (!plain) {
            *gap = true;
            continue;
        }
        if (slug->n + 2 > SLUG_BYTES - HASH_DIGITS - 1)
            return false;
        if (*gap && slug->n)
            gt_buffer_add(slug, "-", 1);
        *gap = false;
        gt_buffer_add(slug, p, 1);
    }
    return true;
}

/* Adds the sound of a name; false when something was cut. */
static bool add_sound(const char *name, struct gt_buffer *slug, uint32_t *n_han)
{
    bool gap = slug->n > 0, whole = true;
    for (uint32_t units = 0; whole && *name && units < NAME_UNITS;) {
        char room[2];
        uint32_t code = gt_utf8_next(&name);
        bool han = gt_code_is_han(code);
        *n_han += han;
        units += han ? HAN_UNITS : 1;
        gap = gap || han; /* syllables stay apart */
        whole = add_words(reading_of(code, room), &gap, slug);
        gap = gap || han;
    }
    return whole;
}

const char *gt_slug(const char *prefix, const char *name, struct gt_arena *arena)
{
    char hash[GT_SHA256_TEXT];
    uint32_t n_han = 0;
    struct gt_buffer slug = {0};
    if (prefix)
        gt_buffer_text(&slug, prefix);
    bool whole = add_sound(name, &slug, &n_han);
    if (!whole || n_han < 4 || slug.n == 0)
        gt_buffer_format(&slug, "%s%.*s", slug.n ? "-" : "", HASH_DIGITS,
                         gt_sha256(name, strlen(name), hash));
    const char *text = gt_arena_text(arena, gt_buffer_string(&slug), slug.n);
    gt_buffer_fini(&slug);
    return text;
}
