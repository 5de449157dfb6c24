/* slug.c: ICU's transliteration, and what makes a slug of its result.
 *
 * How it works: Chinese characters are read one by one, and each reading is kept: ICU needs some
 * 12 microseconds for one, which for all names of a large file would be most of the time. What
 * stands between them is transliterated as a whole. */
#include "extract/slug.h"

#include "base/buffer.h"
#include "base/hash.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "extract/codes.h"
#include "extract/reader.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/utrans.h>

enum { SLUG_BYTES = 80, HASH_DIGITS = 4, SOUND_UNITS = 1024, NAME_UNITS = 160 };

/* The characters whose readings are kept, and the room for one ("zhuang", NUL). */
enum { FIRST_KEPT = 0x4E00, LAST_KEPT = 0x9FFF, READING = 8 };

struct gt_slugs {
    UTransliterator *sound;
    char (*reading)[READING]; /* of FIRST_KEPT and on; "" where it was not looked up yet */
};

bool gt_slugs_new(struct gt_slugs **slugs, struct gt_error *err)
{
    static const UChar id[] = u"Han-Latin; Latin-ASCII; Lower";
    UErrorCode code = U_ZERO_ERROR;
    *slugs = gt_xcalloc(1, sizeof **slugs);
    (*slugs)->reading = gt_xcalloc(LAST_KEPT - FIRST_KEPT + 1, READING);
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
    free(slugs->reading);
    free(slugs);
}

static int32_t put_code(UChar *units, int32_t n, uint32_t code)
{
    if (code < 0x10000) {
        units[n++] = (UChar)code;
    } else {
        units[n++] = (UChar)(0xD7C0 + (code >> 10));
        units[n++] = (UChar)(0xDC00 + (code & 0x3FF));
    }
    return n;
}

/* What is read of a piece of a name. */
struct sound {
    UChar units[SOUND_UNITS];
    int32_t n;
};

/* Replaces a piece by its sound; false when it has none, or one that is too long. */
static bool read_aloud(const struct gt_slugs *slugs, struct sound *sound)
{
    UErrorCode code = U_ZERO_ERROR;
    int32_t limit = sound->n;
    utrans_transUChars(slugs->sound, sound->units, &sound->n, SOUND_UNITS, 0, &limit, &code);
    return U_SUCCESS(code);
}

/* The reading of a character: of those that are kept from the table. */
static bool read_character(const struct gt_slugs *slugs, uint32_t code, struct sound *sound)
{
    char *kept = code >= FIRST_KEPT && code <= LAST_KEPT ? slugs->reading[code - FIRST_KEPT] : NULL;
    if (!kept || !*kept) {
        sound->n = put_code(sound->units, 0, code);
        if (!read_aloud(slugs, sound))
            return false;
        for (int32_t i = 0; kept && i < sound->n && i < READING - 1; i++)
            kept[i] = sound->units[i] < 0x80 ? (char)sound->units[i] : '-';
        return true;
    }
    sound->n = 0;
    while (kept[sound->n]) {
        sound->units[sound->n] = (UChar)kept[sound->n];
        sound->n++;
    }
    return true;
}

/* The 3,755 usual characters, of which nearly all of every text is: rows 16 to 55 of GB 2312. */
static void list_usual(struct gt_buffer *text)
{
    enum { ROW_FIRST = 0xB0, ROW_LAST = 0xD7, CELL_FIRST = 0xA1, CELL_LAST = 0xFE };
    struct gt_buffer codes = {0};
    struct gt_error err = {0};
    for (int row = ROW_FIRST; row <= ROW_LAST; row++)
        for (int cell = CELL_FIRST; cell <= CELL_LAST; cell++) {
            char pair[] = {(char)row, (char)cell};
            gt_buffer_add(&codes, pair, sizeof pair);
        }
    struct gt_bytes bytes = {.bytes = codes.bytes, .n = codes.n};
    if (!gt_encoding_read(&bytes, "gb2312", text, &err))
        gt_buffer_clear(text); /* a system without that table looks each character up later */
    gt_buffer_fini(&codes);
}

void gt_slugs_warm(const struct gt_slugs *slugs)
{
    struct gt_buffer text = {0};
    struct sound sound;
    list_usual(&text);
    for (const char *p = gt_buffer_string(&text); *p;) {
        uint32_t code = gt_utf8_next(&p);
        if (code >= FIRST_KEPT && code <= LAST_KEPT && !read_character(slugs, code, &sound))
            break;
    }
    gt_buffer_fini(&text);
}

/* Letters and digits stay, runs of anything else become one hyphen. False when something was cut.
 */
static bool add_words(const struct sound *sound, size_t most, bool *gap, struct gt_buffer *slug)
{
    for (int32_t i = 0; i < sound->n; i++) {
        UChar u = sound->units[i];
        bool plain = (u >= 'a' && u <= 'z') || (u >= '0' && u <= '9');
        if (!plain) {
            *gap = true;
            continue;
        }
        if (slug->n + 2 > most)
            return false;
        if (*gap && slug->n)
            gt_buffer_text(slug, "-");
        *gap = false;
        char byte = (char)u;
        gt_buffer_add(slug, &byte, 1);
    }
    return true;
}

/* Adds the sound of a name; false when something was cut, or has none. */
static bool add_sound(const struct gt_slugs *slugs, const char *name, struct gt_buffer *slug,
                      uint32_t *n_han)
{
    struct sound sound = {.n = 0};
    bool gap = slug->n > 0, whole = true;
    uint32_t units = 0;
    while (whole && *name && units < NAME_UNITS) {
        const char *next = name;
        uint32_t code = gt_utf8_next(&next);
        bool han = gt_code_is_han(code);
        sound.n = 0;
        if (han) {
            *n_han += 1;
            units += 3;
            gap = true; /* syllables stay apart */
            whole = read_character(slugs, code, &sound);
            name = next;
        }
        while (!han && *name && units < NAME_UNITS) {
            next = name;
            code = gt_utf8_next(&next);
            if (gt_code_is_han(code))
                break;
            sound.n = put_code(sound.units, sound.n, code);
            units++;
            name = next;
        }
        whole = whole && (han || read_aloud(slugs, &sound)) &&
                add_words(&sound, SLUG_BYTES - HASH_DIGITS - 1, &gap, slug);
        gap = gap || han;
    }
    return whole;
}

const char *gt_slug(const struct gt_slugs *slugs, const char *prefix, const char *name,
                    struct gt_arena *arena)
{
    char hash[GT_SHA256_TEXT];
    uint32_t n_han = 0;
    struct gt_buffer slug = {0};
    if (prefix)
        gt_buffer_text(&slug, prefix);
    bool whole = add_sound(slugs, name, &slug, &n_han);
    if (!whole || n_han < 4 || slug.n == 0)
        gt_buffer_format(&slug, "%s%.*s", slug.n ? "-" : "", HASH_DIGITS,
                         gt_sha256(name, strlen(name), hash));
    const char *text = gt_arena_text(arena, gt_buffer_string(&slug), slug.n);
    gt_buffer_fini(&slug);
    return text;
}
