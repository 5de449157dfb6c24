/* quote.c: showing a piece of an input in a message. */
#include "format/quote.h"

#include "base/buffer.h"
#include "base/utf8.h"

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

const char *gt_quote_bytes(const char *text, size_t n, enum gt_lang lang, struct gt_arena *arena)
{
    struct gt_buffer out = {0};
    const char *p = text, *end = text + n;
    gt_buffer_text(&out, gt_say(lang, "\"", "“"));
    for (int codes = 0; p < end && codes < GT_QUOTE_CODES; codes++) {
        const char *from = p;
        if (gt_code_is_unfit(gt_utf8_next(&p)))
            gt_buffer_text(&out, "\xEF\xBF\xBD");
        else
            gt_buffer_add(&out, from, (size_t)(p - from));
    }
    gt_buffer_text(&out, p < end ? "…" : "");
    gt_buffer_text(&out, gt_say(lang, "\"", "”"));
    const char *quoted = gt_arena_text(arena, out.bytes, out.n);
    gt_buffer_fini(&out);
    return quoted;
}

const char *gt_quote(const char *text, enum gt_lang lang, struct gt_arena *arena)
{
    return gt_quote_bytes(text, strlen(text), lang, arena);
}
