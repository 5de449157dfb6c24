/* match.c: finding phrases with gaps. */
#include "extract/match.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

_Static_assert(sizeof(wchar_t) == sizeof(uint32_t), "code points are compared as wide characters");

enum { GAP_CODES = 90, FAR_CODES = 160 };

void gt_matches_fini(struct gt_matches *matches)
{
    free(matches->item);
    *matches = (struct gt_matches){0};
}

/* True when [start, end) lies inside a name, so that it is no word of its own. */
static bool is_inside_name(const struct gt_mentions *mentions, uint32_t start, uint32_t end)
{
    if (!mentions)
        return false;
    for (uint32_t i = start; i < end; i++) {
        uint32_t m = mentions->cover[i];
        if (m != GT_NONE && mentions->item[m].kind != GT_MENTION_ANAPHOR)
            return true;
    }
    return false;
}

static bool piece_at(const struct gt_scan *scan, const struct gt_codes *piece, uint32_t at)
{
    return at + piece->n <= scan->codes.n && scan->codes.code[at] == *piece->code &&
           memcmp(scan->codes.code + at, piece->code, piece->n * sizeof *piece->code) == 0;
}

/* Finds the next piece behind `at`; GT_NONE when it does not stand within its gap. */
static uint32_t find_piece(const struct gt_scan *scan, const struct gt_phrase *phrase, uint32_t i,
                           uint32_t at, const struct gt_mentions *mentions)
{
    const struct gt_sentence *sentence = &scan->sentence[scan->sentence_at[at]];
    uint32_t end = phrase->far[i] ? sentence->end : scan->clause_end[at] + 1;
    uint32_t most = at + (phrase->far[i] ? FAR_CODES : GAP_CODES);
    end = end < most ? end : most;
    for (; at < end; at++) {
        const wchar_t *text = (const wchar_t *)scan->codes.code;
        const wchar_t *found = wmemchr(text + at, (wchar_t)*phrase->piece[i].code, end - at);
        at = found ? (uint32_t)(found - text) : end;
        if (found && piece_at(scan, &phrase->piece[i], at) &&
            !is_inside_name(mentions, at, at + phrase->piece[i].n))
            return at;
    }
    return GT_NONE;
}

static bool match_phrase(const struct gt_scan *scan, const struct gt_phrase *phrase,
                         const struct gt_hit *hit, const struct gt_mentions *mentions,
                         struct gt_match *match)
{
    *match = (struct gt_match){.start = hit->start, .end = hit->end};
    if (is_inside_name(mentions, hit->start, hit->end) || scan->quoted[hit->start])
        return false;
    for (uint32_t i = 1; i < phrase->n; i++) {
        if (match->end >= scan->codes.n)
            return false;
        uint32_t at = find_piece(scan, phrase, i, match->end, mentions);
        if (at == GT_NONE || at == match->end)
            return false;
        match->gap_start[match->n_gaps] = match->end;
        match->gap_end[match->n_gaps++] = at;
        match->end = at + phrase->piece[i].n;
    }
    return true;
}

static void drop_pieces(struct gt_matches *matches);

void gt_find_matches(const struct gt_scan *scan, const struct gt_triggers *triggers,
                     const struct gt_mentions *mentions, struct gt_matches *matches)
{
    for (uint32_t at = scan->metadata->body_start; at < scan->metadata->body_end; at++)
        for (uint32_t i = scan->first[at]; i < scan->first[at + 1]; i++) {
            const struct gt_lexeme *lexeme = gt_scan_lexeme(scan, &scan->hit[i]);
            if (lexeme->kind != GT_WORD_TRIGGER)
                continue;
            const struct gt_phrase *phrase = &triggers->phrase[lexeme->row];
            struct gt_match match;
            if (!match_phrase(scan, phrase, &scan->hit[i], mentions, &match))
                continue;
            match.trigger = &triggers->item[phrase->trigger];
            matches->item =
                gt_xgrow(matches->item, matches->n, &matches->room, sizeof *matches->item);
            matches->item[matches->n++] = match;
        }
    drop_pieces(matches);
}

/* A phrase that is only a piece of a longer one says nothing of its own: 包括 in 首批成员包括; so
 * does one of the same tie inside a longer phrase's words. */
static bool is_within(const struct gt_match *a, const struct gt_match *b)
{
    bool inside =
        b->start <= a->start && a->end <= b->end && (b->start < a->start || a->end < b->end);
    if (!inside || a->n_gaps > 0)
        return false;
    if (gt_trigger_is_of_frame(a->trigger) != gt_trigger_is_of_frame(b->trigger))
        return false; /* two ways of reading: each finds its own */
    return (b->n_gaps == 0 || (b->trigger->edge == a->trigger->edge && a->end == b->end));
}

static void drop_pieces(struct gt_matches *matches)
{
    enum { NEAR = 40 };
    bool *drop = gt_xcalloc((size_t)matches->n + 1, sizeof *drop);
    for (uint32_t i = 0; i < matches->n; i++) {
        const struct gt_match *item = matches->item;
        if (item[i].n_gaps)
            continue; /* only words without gaps are pieces */
        for (uint32_t k = i > NEAR ? i - NEAR : 0;
             k < matches->n && item[k].start <= item[i].start && !drop[i]; k++)
            drop[i] = k != i && item[k].end >= item[i].end && is_within(&item[i], &item[k]);
    }
    uint32_t kept = 0;
    for (uint32_t i = 0; i < matches->n; i++)
        if (!drop[i])
            matches->item[kept++] = matches->item[i];
    matches->n = kept;
    free(drop);
}

bool gt_match_range(const struct gt_scan *scan, const struct gt_match *match,
                    enum gt_side_kind kind, uint32_t *start, uint32_t *end)
{
    switch (kind) {
    case GT_SIDE_object:
    case GT_SIDE_next:
        *start = match->end;
        *end = match->end < scan->codes.n ? scan->clause_end[match->end - 1] : match->end;
        return *start < *end;
    case GT_SIDE_after:
        *start = match->end;
        *end = scan->sentence[scan->sentence_at[match->start]].end;
        return *start < *end;
    case GT_SIDE_left:
        *start = scan->clause_start[match->start];
        *end = match->start;
        return *start < *end;
    case GT_SIDE_inside:
    case GT_SIDE_inner: {
        uint32_t gap = kind == GT_SIDE_inner;
        if (gap >= match->n_gaps)
            return false;
        *start = match->gap_start[gap];
        *end = match->gap_end[gap];
        return *start < *end;
    }
    case GT_SIDE_subject:
    case GT_SIDE_actor:
    case GT_SIDE_before:
    case GT_SIDE_section:
#define SIDE_KIND(name, ...) case GT_SIDE_##name:
#include "extract/frame_side.def"
#undef SIDE_KIND
    case GT_SIDE_home:
    case GT_SIDE_issuer:
    case GT_SIDE_KINDS:
        break;
    }
    return false;
}

bool gt_match_is_doer(const struct gt_scan *scan, const struct gt_match *match)
{
    static const char *const nouns[] = {"单位", "主体", "人为", "人是", "人有", "人包括"};
    static const char *const others[] = {"方面", "方案", "方式", "方向", "方法"};
    if (match->n_gaps)
        return false;
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        if (gt_codes_at(&scan->codes, match->end, nouns[i]))
            return true;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (gt_codes_at(&scan->codes, match->end, others[i]))
            return false;
    return gt_codes_at(&scan->codes, match->end, "方");
}
