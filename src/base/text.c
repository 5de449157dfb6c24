/* text.c: measuring, comparing and listing UTF-8 text; utf8proc knows Unicode's tables. */
#include "base/text.h"

#include "base/buffer.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

enum { COMBINING_RUN = 30, DISTANCE_CODES = 256, EM = 1000 };

bool gt_texts_have(const struct gt_texts *texts, const char *text)
{
    for (uint32_t i = 0; i < texts->n; i++)
        if (strcmp(texts->item[i], text) == 0)
            return true;
    return false;
}

void gt_texts_add(struct gt_texts *texts, const char *text, struct gt_arena *arena)
{
    if (gt_texts_have(texts, text))
        return;
    /* room is the next power of two, so that it need not be kept */
    if ((texts->n & (texts->n - 1)) == 0) {
        size_t room = texts->n ? (size_t)texts->n * 2 : 1;
        const char **item = gt_arena_array(arena, room, sizeof *item);
        if (texts->n)
            memcpy(item, texts->item, texts->n * sizeof *item);
        texts->item = item;
    }
    texts->item[texts->n++] = text;
}

const char *gt_text_visible(const char *text, const char *kept, struct gt_arena *arena)
{
    struct gt_buffer out = {0};
    char code[4];
    for (const char *p = text; *p;) {
        uint32_t next = gt_utf8_next(&p);
        bool control = next < 0x20 || (next >= 0x7F && next < 0xA0);
        if (control && (next >= 0x7F || !strchr(kept, (int)next)))
            next = GT_REPLACEMENT;
        gt_buffer_add(&out, code, gt_utf8_put(next, code));
    }
    if (strcmp(gt_buffer_string(&out), text) != 0)
        text = gt_arena_text(arena, out.bytes, out.n);
    gt_buffer_fini(&out);
    return text;
}

size_t gt_text_cells(const char *text)
{
    size_t cells = 0;
    while (*text)
        cells += (size_t)utf8proc_charwidth((utf8proc_int32_t)gt_utf8_next(&text));
    return cells;
}

/* Thousandths of an em of U+0020 to U+007E: the advance widths of a common grotesque (Helvetica's
 * metrics, which Arial, Liberation Sans and Nimbus Sans share). */
static const uint16_t latin_width[] = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584,
};

uint32_t gt_code_width(uint32_t code)
{
    if (code >= 0x20 && code <= 0x7E)
        return latin_width[code - 0x20];
    if (utf8proc_charwidth((utf8proc_int32_t)code) == 0)
        return 0;
    /* Quotation marks, dashes and the ellipsis are drawn full-width between Chinese characters. */
    if (code >= 0x2010 && code <= 0x2027)
        return EM;
    return code < 0x1100 ? 600 : EM;
}

uint32_t gt_text_width(const char *text)
{
    uint32_t width = 0;
    while (*text)
        width += gt_code_width(gt_utf8_next(&text));
    return width;
}

/* What gt_text_key() makes of a text, before its white space goes. */
enum {
    KEY_OPTIONS =
        UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE
};

/* The length of the run of combining marks at the end, once a code point is decomposed. What
 * normalisation drops (U+200B) does not end a run, and marks may hide in a letter (U+FF9E). */
static int run_after(int run, uint32_t code)
{
    utf8proc_int32_t part[32]; /* the longest, U+FDFA, has 18 */
    int bound = 0;
    utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)code, part, 32,
                                                 (utf8proc_option_t)KEY_OPTIONS, &bound);
    for (utf8proc_ssize_t i = 0; i < n && i < 32; i++)
        run = utf8proc_get_property(part[i])->combining_class ? run + 1 : 0;
    return run;
}

/* The text without over-long runs of combining marks: normalising those is quadratic. */
static void cap_marks(const char *text, struct gt_buffer *out)
{
    int run = 0;
    while (*text) {
        const char *start = text;
        run = run_after(run, gt_utf8_next(&text));
        if (run <= COMBINING_RUN)
            gt_buffer_add(out, start, (size_t)(text - start));
    }
}

static bool carries_no_name(uint32_t code)
{
    return gt_code_is_space(code) || code == '"' || code == '\'' ||
           (code >= 0x2018 && code <= 0x201F) || (code >= 0x3008 && code <= 0x300F);
}

/* Maps by utf8proc's options, then leaves out the characters of `dropped`. */
static const char *map_text(const char *text, int options, bool (*dropped)(uint32_t code),
                            struct gt_arena *arena)
{
    struct gt_buffer capped = {0}, kept = {0};
    cap_marks(text, &capped);
    utf8proc_uint8_t *mapped = NULL;
    utf8proc_ssize_t n =
        utf8proc_map((const utf8proc_uint8_t *)gt_buffer_string(&capped),
                     (utf8proc_ssize_t)capped.n, &mapped, (utf8proc_option_t)options);
    const char *p = n < 0 ? gt_buffer_string(&capped) : (const char *)mapped;
    const char *end = p + (n < 0 ? (utf8proc_ssize_t)capped.n : n);
    while (p < end) {
        const char *start = p;
        uint32_t code = gt_utf8_next(&p);
        if (!dropped || !dropped(code))
            gt_buffer_add(&kept, start, (size_t)(p - start));
    }
    const char *result = gt_arena_text(arena, gt_buffer_string(&kept), kept.n);
    free(mapped);
    gt_buffer_fini(&capped);
    gt_buffer_fini(&kept);
    return result;
}

const char *gt_text_key(const char *text, struct gt_arena *arena)
{
    return map_text(text, KEY_OPTIONS, carries_no_name, arena);
}

const char *gt_text_form(const char *text, struct gt_arena *arena)
{
    struct gt_buffer kept = {0};
    while (*text) {
        const char *start = text;
        uint32_t code = gt_utf8_next(&text);
        /* the four separators U+001C to U+001F are white space to Python's \s, too */
        if (!gt_code_is_space(code) && !(code >= 0x1C && code <= 0x1F))
            gt_buffer_add(&kept, start, (size_t)(text - start));
    }
    const char *form = map_text(gt_buffer_string(&kept),
                                UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE, NULL, arena);
    gt_buffer_fini(&kept);
    return form;
}

size_t gt_code_decompose(uint32_t code, char out[GT_DECOMPOSED])
{
    utf8proc_int32_t part[GT_DECOMPOSED / 4]; /* the longest, U+FDFA, has 18 */
    int bound = 0;
    utf8proc_ssize_t n =
        utf8proc_decompose_char((utf8proc_int32_t)code, part, GT_DECOMPOSED / 4,
                                (utf8proc_option_t)(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE), &bound);
    size_t bytes = 0;
    if (n <= 0 || n > GT_DECOMPOSED / 4)
        return gt_utf8_put(code, out);
    for (utf8proc_ssize_t i = 0; i < n; i++)
        bytes += gt_utf8_put((uint32_t)part[i], out + bytes);
    return bytes;
}

static uint32_t decode(const char *text, uint32_t *codes)
{
    uint32_t n = 0;
    while (*text && n < DISTANCE_CODES)
        codes[n++] = gt_utf8_next(&text);
    return n;
}

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

uint32_t gt_text_distance(const char *a, const char *b)
{
    uint32_t x[DISTANCE_CODES], y[DISTANCE_CODES], row[3][DISTANCE_CODES + 1];
    uint32_t n = decode(a, x), m = decode(b, y);
    uint32_t *before = row[0], *last = row[1], *now = row[2];
    for (uint32_t j = 0; j <= m; j++)
        last[j] = j;
    for (uint32_t i = 1; i <= n; i++) {
        now[0] = i;
        for (uint32_t j = 1; j <= m; j++) {
            uint32_t replace = last[j - 1] + (x[i - 1] != y[j - 1]);
            now[j] = least(replace, least(last[j], now[j - 1]) + 1);
            if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1])
                now[j] = least(now[j], before[j - 2] + 1);
        }
        uint32_t *spare = before;
        before = last, last = now, now = spare;
    }
    return last[m];
}
