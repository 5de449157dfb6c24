/* utf8.c: reading UTF-8 (RFC 3629). */
#include "base/utf8.h"

#include <string.h>

/* How many bytes a sequence has that starts with `lead`; 0 when none does. */
static size_t sequence_length(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if (lead >= 0xE0 && lead <= 0xEF)
        return 3;
    if (lead >= 0xF0 && lead <= 0xF4)
        return 4;
    return 0;
}

/* The second byte's range excludes overlong forms, surrogates and what lies above U+10FFFF. */
static bool second_byte_fits(unsigned char lead, unsigned char second)
{
    switch (lead) {
    case 0xE0:
        return second >= 0xA0 && second <= 0xBF;
    case 0xED:
        return second >= 0x80 && second <= 0x9F;
    case 0xF0:
        return second >= 0x90 && second <= 0xBF;
    case 0xF4:
        return second >= 0x80 && second <= 0x8F;
    default:
        return second >= 0x80 && second <= 0xBF;
    }
}

/* Length of the valid sequence at text, 0 when it is not valid within n bytes. */
static size_t valid_length(const unsigned char *text, size_t n)
{
    size_t length = n ? sequence_length(text[0]) : 0;
    if (length == 0 || length > n)
        return 0;
    if (length > 1 && !second_byte_fits(text[0], text[1]))
        return 0;
    for (size_t i = 2; i < length; i++)
        if ((text[i] & 0xC0) != 0x80)
            return 0;
    return length;
}

bool gt_utf8_check(const char *text, size_t n, size_t *bad)
{
    const unsigned char *bytes = (const unsigned char *)text;
    size_t i = 0;
    while (i < n) {
        size_t length = bytes[i] < 0x80 ? 1 : valid_length(bytes + i, n - i);
        if (length == 0) {
            *bad = i;
            return false;
        }
        i += length;
    }
    return true;
}

uint32_t gt_utf8_next(const char **p)
{
    static const unsigned char mask[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    const unsigned char *bytes = (const unsigned char *)*p;
    if (bytes[0] > 0xE0 && bytes[0] < 0xED && (bytes[1] & 0xC0) == 0x80 &&
        (bytes[2] & 0xC0) == 0x80) { /* nearly all of Chinese text */
        *p += 3;
        return (bytes[0] & 0x0Fu) << 12 | (bytes[1] & 0x3Fu) << 6 | (bytes[2] & 0x3Fu);
    }
    size_t length = *bytes ? valid_length(bytes, 4) : 0; /* never goes on behind a NUL */
    if (length == 0) {
        *p += 1;
        return GT_REPLACEMENT;
    }
    uint32_t code = bytes[0] & mask[length];
    for (size_t i = 1; i < length; i++)
        code = code << 6 | (bytes[i] & 0x3F);
    *p += length;
    return code;
}

size_t gt_utf8_put(uint32_t code, char out[4])
{
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    size_t n = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = n - 1; i > 0; i--, code >>= 6)
        out[i] = (char)(0x80 | (code & 0x3F));
    out[0] = (char)(lead[n] | code);
    return n;
}

size_t gt_utf8_count(const char *text)
{
    size_t n = 0;
    for (; *text; text++)
        n += ((unsigned char)*text & 0xC0) != 0x80;
    return n;
}

size_t gt_utf8_offset(const char *text, size_t at)
{
    const char *p = text;
    while (*p && at > 0) {
        gt_utf8_next(&p);
        at--;
    }
    return (size_t)(p - text);
}

void gt_utf8_trim(char *text)
{
    size_t n = strlen(text), back = 0;
    while (back < 4 && back < n) {
        back++;
        unsigned char byte = (unsigned char)text[n - back];
        if ((byte & 0xC0) == 0x80)
            continue;
        if (sequence_length(byte) > back)
            text[n - back] = '\0';
        return;
    }
}

bool gt_code_is_space(uint32_t code)
{
    return (code >= 0x09 && code <= 0x0D) || code == 0x20 || code == 0x85 || code == 0xA0 ||
           code == 0x1680 || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 ||
           code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000 || code == 0xFEFF;
}

size_t gt_utf8_fold(char *text, size_t n)
{
    size_t kept = 0, i = 0;
    while (i < n) {
        size_t length = valid_length((unsigned char *)text + i, n - i);
        if (length == 0)
            length = 1;
        char one[5] = {0};
        memcpy(one, text + i, length);
        const char *p = one;
        if (!gt_code_is_space(gt_utf8_next(&p))) {
            memmove(text + kept, one, length);
            kept += length;
        }
        i += length;
    }
    return kept;
}

bool gt_code_is_unfit(uint32_t code)
{
    bool control = code < 0x20 || (code >= 0x7F && code <= 0x9F);
    bool separator = code == 0x2028 || code == 0x2029;
    bool reversing = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) ||
                     code == 0x200E || code == 0x200F || code == 0x061C;
    bool invisible = code == 0x00AD || code == 0x200B || (code >= 0x2060 && code <= 0x2064) ||
                     code == 0xFEFF || (code >= 0xFFF9 && code <= 0xFFFB) ||
                     (code >= 0xE0000 && code <= 0xE007F);
    bool noncharacter = (code & 0xFFFE) == 0xFFFE || (code >= 0xFDD0 && code <= 0xFDEF);
    return control || separator || reversing || invisible || noncharacter;
}
