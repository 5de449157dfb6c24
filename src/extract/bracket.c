/* bracket.c: short forms that brackets introduce: …公司（以下简称“云岭科投”）, 云岭大学（YLU）. */
#include "extract/bracket.h"

#include "base/utf8.h"

enum { BRACKET_CODES = 16 };

/* True when what a bracket holds can be short for what stands in front: Latin letters, or
 * characters of the name in their order. */
static bool is_abbreviation(const struct gt_scan *scan, const struct gt_mention *mention,
                            uint32_t start, uint32_t end)
{
    const uint32_t *code = scan->codes.code;
    uint32_t k = mention->name_start, latin = 0;
    for (uint32_t i = start; i < end; i++) {
        latin += gt_code_is_latin(code[i]);
        if (latin)
            continue;
        while (k < mention->name_end && code[k] != code[i])
            k++;
        if (k++ >= mention->name_end)
            return false;
    }
    return latin == 0 ? end - start >= 2 : latin >= 2;
}

/* The form without quotes around it; null when it is none. */
static const char *form_of(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    const uint32_t *code = scan->codes.code;
    while (start < end && (gt_code_opens(code[start]) || code[start] == '"'))
        start++;
    while (start < end && (gt_code_closes(code[end - 1]) || code[end - 1] == '"'))
        end--;
    if (end - start < 2 || end - start > BRACKET_CODES)
        return NULL;
    return gt_codes_text(&scan->codes, start, end, scan->arena);
}

/* 云岭飞地取名“岚·未来”: the name that is given, in quotes; null when none is. */
static const char *given_name(const struct gt_scan *scan, uint32_t end)
{
    static const char *const words[] = {"取名为", "取名", "起名为", "起名", "定名为", "命名为"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        uint32_t open = end + (uint32_t)gt_utf8_count(words[i]);
        if (!gt_codes_at(&scan->codes, end, words[i]))
            continue;
        bool quoted = open < scan->codes.n && scan->codes.code[open] == 0x201C &&
                      scan->mate[open] != GT_NONE && scan->mate[open] > open;
        return quoted ? form_of(scan, open, scan->mate[open] + 1) : NULL;
    }
    return NULL;
}

const char *gt_bracket_form(const struct gt_scan *scan, const struct gt_mention *mention)
{
    static const char *const words[] = {
#define BRACKET(text_) text_,
#include "extract/bracket.def"
#undef BRACKET
    };
    uint32_t open = mention->end;
    if (open >= scan->codes.n ||
        (scan->codes.code[open] != 0xFF08 && scan->codes.code[open] != '('))
        return given_name(scan, open);
    uint32_t start = open + 1, end = scan->mate[open];
    if (end == GT_NONE || end < start || end - start > BRACKET_CODES + 8)
        return NULL;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (gt_codes_at(&scan->codes, start, words[i])) {
            start += (uint32_t)gt_utf8_count(words[i]);
            start +=
                gt_codes_at(&scan->codes, start, "：") || gt_codes_at(&scan->codes, start, ":");
            return form_of(scan, start, end);
        }
    if (end - start <= BRACKET_CODES && is_abbreviation(scan, mention, start, end))
        return form_of(scan, start, end);
    return NULL;
}
