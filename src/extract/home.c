/* home.c: the issuer and its area from the body alone.
 *
 * A reply without letter-head and signature still says 我省 and 我委: its area has that unit and is
 * the place of that kind which the text names most; its issuer is the department of that area with
 * that letter which the text names most. */
#include "extract/home.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "extract/area.h"

#include <stdlib.h>
#include <string.h>

enum { NAMED_LEAST = 2 }; /* times that a department is named before it is taken for the issuer */

/* The word for the own area that the text has most (我省, 全市), by its unit; null. */
static const char *own_word(const struct gt_scan *scan)
{
    static const char *const units[] = {"省", "市", "区", "县", "州"};
    uint32_t count[sizeof units / sizeof *units] = {0}, best = 0;
    const char *word[sizeof units / sizeof *units] = {0};
    for (uint32_t i = 0; i < scan->first[scan->codes.n]; i++) {
        const struct gt_lexeme *lexeme = gt_scan_lexeme(scan, &scan->hit[i]);
        bool own = lexeme->kind == GT_WORD_ANAPHOR && lexeme->row == GT_ANAPHOR_home &&
                   strncmp(lexeme->text, "我", 3) == 0;
        for (size_t k = 0; own && k < sizeof units / sizeof *units; k++)
            if (strcmp(lexeme->text + 3, units[k]) == 0) {
                count[k]++;
                word[k] = lexeme->text;
            }
    }
    for (uint32_t k = 1; k < sizeof units / sizeof *units; k++)
        best = count[k] > count[best] ? k : best;
    return word[best];
}

/* The name of a place with a unit, null when it has none such. */
static const char *name_with_unit(const struct gt_fact *fact, const char *unit)
{
    size_t n = strlen(unit);
    for (uint32_t i = 0; fact->type == GT_NODE_place && i < fact->names.n; i++) {
        size_t m = strlen(fact->names.item[i]);
        if (m > n && strcmp(fact->names.item[i] + m - n, unit) == 0)
            return fact->names.item[i];
    }
    return NULL;
}

/* The place with that unit which the text names most. */
static const char *own_place(const struct gt_scan *scan, const char *unit)
{
    uint32_t *count = gt_xcalloc(scan->lexicon->n_facts + 1, sizeof *count), best = GT_NONE;
    for (uint32_t i = 0; i < scan->first[scan->codes.n]; i++) {
        const struct gt_lexeme *lexeme = gt_scan_lexeme(scan, &scan->hit[i]);
        if (lexeme->kind != GT_WORD_FACT ||
            !name_with_unit(&scan->lexicon->fact[lexeme->row], unit))
            continue;
        count[lexeme->row]++;
        if (best == GT_NONE || count[lexeme->row] > count[best])
            best = lexeme->row;
    }
    free(count);
    return best == GT_NONE ? NULL : name_with_unit(&scan->lexicon->fact[best], unit);
}

/* The letter of the issuer's own word: 委 of 我委; 0. */
static uint32_t own_letter(const struct gt_scan *scan)
{
    for (uint32_t i = 0; i < scan->first[scan->codes.n]; i++) {
        const struct gt_lexeme *lexeme = gt_scan_lexeme(scan, &scan->hit[i]);
        if (lexeme->kind == GT_WORD_ANAPHOR && lexeme->row == GT_ANAPHOR_issuer &&
            strcmp(lexeme->text, "我们") != 0)
            return scan->codes.code[scan->hit[i].end - 1];
    }
    return 0;
}

/* The department of the own area, with that letter, that the text names most. */
static const char *own_department(const struct gt_scan *scan, const char *unit, uint32_t letter)
{
    uint32_t *count = gt_xcalloc((size_t)gt_n_bureaus + 1, sizeof *count), best = GT_NONE;
    const char *name = NULL;
    for (uint32_t i = 0; letter && i < scan->first[scan->codes.n]; i++) {
        const struct gt_hit *hit = &scan->hit[i];
        const struct gt_lexeme *lexeme = gt_scan_lexeme(scan, hit);
        if (lexeme->kind != GT_WORD_BUREAU || !gt_codes_at(&scan->codes, hit->start, unit) ||
            scan->codes.code[hit->end - 1] != letter || hit->end - hit->start < 4)
            continue;
        count[lexeme->row]++;
        if (best != GT_NONE && count[lexeme->row] <= count[best])
            continue;
        best = lexeme->row;
        name = gt_codes_text(&scan->codes, hit->start, hit->end, scan->arena);
    }
    bool often = best != GT_NONE && count[best] >= NAMED_LEAST;
    free(count);
    return often ? name : NULL;
}

const struct gt_metadata *gt_home_fill(const struct gt_scan *scan)
{
    const struct gt_metadata *known = scan->metadata;
    const char *word = known->district_name ? NULL : own_word(scan);
    if (!word)
        return known;
    const char *unit = word + 3, *place = own_place(scan, unit);
    struct gt_metadata *filled = gt_arena_array(scan->arena, 1, sizeof *filled);
    *filled = *known;
    filled->district_name = place ? place : word;
    if (!filled->issuer_name)
        filled->issuer_name = own_department(scan, unit, own_letter(scan));
    return filled;
}
