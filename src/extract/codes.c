/* codes.c: code points and their kinds. */
#include "extract/codes.h"

#include "base/buffer.h"
#include "base/utf8.h"

#include <string.h>

struct gt_codes gt_codes_of(const char *text, struct gt_arena *arena)
{
    size_t n = gt_utf8_count(text);
    uint32_t *code = gt_arena_array(arena, n + 1, sizeof *code);
    for (size_t i = 0; i < n; i++)
        code[i] = gt_utf8_next(&text);
    return (struct gt_codes){.code = code, .n = (uint32_t)n};
}

const char *gt_codes_text(const struct gt_codes *codes, uint32_t start, uint32_t end,
                          struct gt_arena *arena)
{
    struct gt_buffer text = {0};
    char bytes[4];
    for (uint32_t i = start; i < end; i++)
        if (!gt_code_is_unfit(codes->code[i])) /* nobody sees it: no part of a name */
            gt_buffer_add(&text, bytes, gt_utf8_put(codes->code[i], bytes));
    const char *copy = gt_arena_text(arena, gt_buffer_string(&text), text.n);
    gt_buffer_fini(&text);
    return copy;
}

bool gt_codes_match(const struct gt_codes *codes, uint32_t at, const char *text)
{
    for (; *text; at++)
        if (at >= codes->n || gt_utf8_next(&text) != codes->code[at])
            return false;
    return true;
}

bool gt_codes_end(const struct gt_codes *codes, uint32_t at, const char *text)
{
    size_t bytes = strlen(text);
    const unsigned char *p = (const unsigned char *)text + bytes;
    if (at > codes->n || at == 0)
        return !*text;
    if (bytes >= 3 && (p[-3] & 0xF0) == 0xE0 &&
        codes->code[at - 1] != ((p[-3] & 0x0Fu) << 12 | (p[-2] & 0x3Fu) << 6 | (p[-1] & 0x3Fu)))
        return false; /* as gt_codes_at(), from the end */
    uint32_t n = (uint32_t)gt_utf8_count(text);
    return n <= at && gt_codes_at(codes, at - n, text);
}

bool gt_code_is_digit(uint32_t code)
{
    return (code >= '0' && code <= '9') || (code >= 0xFF10 && code <= 0xFF19);
}

bool gt_code_is_numeral(uint32_t code)
{
    switch (code) {
    case U'〇':
    case U'零':
    case U'一':
    case U'二':
    case U'两':
    case U'三':
    case U'四':
    case U'五':
    case U'六':
    case U'七':
    case U'八':
    case U'九':
    case U'十':
    case U'百':
    case U'千':
    case U'万':
    case U'亿':
        return true;
    default:
        return false;
    }
}

bool gt_code_is_latin(uint32_t code)
{
    return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') ||
           (code >= 0xC0 && code < 0x250 && code != 0xD7 && code != 0xF7);
}

bool gt_code_is_han(uint32_t code)
{
    return (code >= 0x4E00 && code <= 0x9FFF) || (code >= 0x3400 && code <= 0x4DBF) ||
           (code >= 0x20000 && code <= 0x3134F) || code == 0x3007;
}

bool gt_code_ends_sentence(uint32_t code)
{
    switch (code) {
    case 0x3002: /* 。 */
    case 0xFF01:
    case 0xFF1F:
    case 0xFF1B:
    case ';':
    case '!':
    case '?':
        return true;
    default:
        return false;
    }
}

bool gt_code_ends_clause(uint32_t code)
{
    return code == 0xFF0C || code == ',' || code == 0xFF1A || code == ':' ||
           gt_code_ends_sentence(code);
}

bool gt_code_opens(uint32_t code)
{
    switch (code) {
    case '(':
    case 0xFF08: /* （ */
    case 0x201C: /* “ */
    case 0x2018: /* ‘ */
    case 0x300A: /* 《 */
    case 0x300C: /* 「 */
    case 0x300E: /* 『 */
    case 0x3010: /* 【 */
    case 0x3014: /* 〔 */
        return true;
    default:
        return false;
    }
}

bool gt_code_closes(uint32_t code)
{
    return code == ')' || code == 0x2019 || (code != '(' && gt_code_opens(code - 1));
}
