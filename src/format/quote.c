/* quote.c: showing a piece of an input in a message. */
#include "format/quote.h"

#include "base/buffer.h"
#include "base/utf8.h"

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
