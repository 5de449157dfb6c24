/* tense.c: planned, past or ongoing. */
#include "extract/tense.h"

enum { LOOK_BACK = 24, DATE_BACK = 60 };

static bool is_in_name(const struct gt_mentions *mentions, uint32_t at)
{
    uint32_t m = mentions->cover[at];
    return m != GT_NONE && mentions->item[m].kind != GT_MENTION_ANAPHOR;
}

/* 将 in front of an object (将生命健康作为) is no future: only before a verb, or an adverb. */
static bool is_future(const struct gt_scan *scan, const struct gt_mentions *mentions, uint32_t at)
{
    if (scan->codes.code[at] != U'将' || gt_codes_at(&scan->codes, at, "将继续") ||
        gt_codes_at(&scan->codes, at, "将进一步"))
        return true;
    uint32_t next = at + 1;
    if (next >= scan->codes.n || mentions->cover[next] != GT_NONE)
        return false;
    for (uint32_t i = scan->first[next]; i < scan->first[next + 1]; i++) {
        enum gt_word_kind kind = gt_scan_lexeme(scan, &scan->hit[i])->kind;
        if (kind == GT_WORD_STRONG || kind == GT_WORD_WEAK || kind == GT_WORD_TRIGGER)
            return true;
    }
    return false;
}

static bool is_sign(const struct gt_scan *scan, const struct gt_mentions *mentions,
                    const struct gt_hit *hit, enum gt_tense_kind tense)
{
    uint32_t n = hit->end - hit->start, code = scan->codes.code[hit->start];
    if (is_in_name(mentions, hit->start) && is_in_name(mentions, hit->end - 1))
        return false;
    if (n == 1 && tense == GT_TENSE_PAST && !scan->strong[hit->end] && code != U'了')
        return false; /* a piece of another word */
    if (tense == GT_TENSE_NONE && n == 1 && gt_codes_at(&scan->codes, hit->start, "未来"))
        return false;
    return tense != GT_TENSE_PLANNED || is_future(scan, mentions, hit->start);
}

/* The signs in [start, end). */
static void find_signs(const struct gt_scan *scan, const struct gt_mentions *mentions,
                       uint32_t start, uint32_t end, bool *found)
{
    for (uint32_t i = scan->first[start]; i < scan->first[end]; i++) {
        const struct gt_lexeme *lexeme = gt_scan_lexeme(scan, &scan->hit[i]);
        if (lexeme->kind == GT_WORD_TENSE && !found[lexeme->row])
            found[lexeme->row] =
                is_sign(scan, mentions, &scan->hit[i], (enum gt_tense_kind)lexeme->row);
    }
}

/* Acts are done once; other ties last. */
static bool is_act(enum gt_edge_type type)
{
    return type == GT_EDGE_founds || type == GT_EDGE_issues || type == GT_EDGE_organises ||
           type == GT_EDGE_transfers_to || type == GT_EDGE_participates_in;
}

bool gt_tense(const struct gt_scan *scan, const struct gt_mentions *mentions,
              const struct gt_match *match, enum gt_edge_status *status)
{
    bool here[GT_TENSES] = {false}, before[GT_TENSES] = {false};
    uint32_t start = scan->clause_start[match->start], end = match->end;
    const struct gt_sentence *sentence = &scan->sentence[scan->sentence_at[match->start]];
    uint32_t from = match->start > start + LOOK_BACK ? match->start - LOOK_BACK : start;
    find_signs(scan, mentions, from, end, here);
    if (from > start) { /* 经与甲局、乙局…共同研究: the sign is the clause's first word */
        bool first[GT_TENSES] = {false};
        find_signs(scan, mentions, start, start + 1, first);
        here[GT_TENSE_NONE] = here[GT_TENSE_NONE] || first[GT_TENSE_NONE];
    }
    here[GT_TENSE_PAST] =
        here[GT_TENSE_PAST] || (end < scan->codes.n && scan->codes.code[end] == U'了');
    if (here[GT_TENSE_NONE])
        return false;
    uint32_t most = start > sentence->start + 80 ? start - 80 : sentence->start;
    find_signs(scan, mentions, most, start, before);
    if (match->trigger->status >= 0)
        *status = (enum gt_edge_status)match->trigger->status;
    else if (here[GT_TENSE_PLANNED] || (!here[GT_TENSE_PAST] && !here[GT_TENSE_ONGOING] &&
                                        (sentence->planned || before[GT_TENSE_PLANNED])))
        *status = GT_STATUS_planned;
    else
        *status = is_act(match->trigger->edge) ? GT_STATUS_past : GT_STATUS_ongoing;
    if (match->trigger->status >= 0 && match->trigger->status != GT_STATUS_planned &&
        (here[GT_TENSE_PLANNED] || sentence->planned))
        *status = GT_STATUS_planned;
    return true;
}

/* --- dates -------------------------------------------------------------------------------------
 */

static uint32_t read_number(const struct gt_scan *scan, uint32_t *at, uint32_t end)
{
    uint32_t value = 0;
    for (int i = 0; *at < end && i < 4 && gt_code_is_digit(scan->codes.code[*at]); i++, (*at)++) {
        uint32_t code = scan->codes.code[*at];
        value = value * 10 + (code >= 0xFF10 ? code - 0xFF10 : code - '0');
    }
    return value;
}

/* Reads a date at *at, 2024年, 2024年6月, 2024年6月3日, 2月4日, and moves behind it; null. */
static const char *read_date(const struct gt_scan *scan, uint32_t *at, uint32_t end)
{
    uint32_t next = *at, year = read_number(scan, &next, end), month = 0;
    if (next >= end)
        return NULL;
    if (scan->codes.code[next] == U'月' && scan->metadata->date && year >= 1 && year <= 12) {
        month = year;
        year = 0;
        for (int i = 0; i < 4; i++)
            year = year * 10 + (uint32_t)(scan->metadata->date[i] - '0');
    } else if (scan->codes.code[next] != U'年' || year < 1980 || year > 2100) {
        return NULL;
    } else {
        *at = ++next;
        month = read_number(scan, &next, end);
        if (next >= end || scan->codes.code[next] != U'月' || month < 1 || month > 12)
            return gt_arena_format(scan->arena, "%04u", year);
    }
    *at = ++next;
    uint32_t day = read_number(scan, &next, end);
    if (next >= end || scan->codes.code[next] != U'日' || day < 1 || day > 28)
        return gt_arena_format(scan->arena, "%04u-%02u", year, month);
    *at = next + 1;
    return gt_arena_format(scan->arena, "%04u-%02u-%02u", year, month, day);
}

const char *gt_tense_date(const struct gt_scan *scan, uint32_t at)
{
    const struct gt_sentence *sentence = &scan->sentence[scan->sentence_at[at]];
    uint32_t start = at > sentence->start + DATE_BACK ? at - DATE_BACK : sentence->start;
    const char *date = NULL;
    for (uint32_t i = start; i < at; i++) {
        bool fresh = gt_code_is_digit(scan->codes.code[i]) &&
                     (i == 0 || !gt_code_is_digit(scan->codes.code[i - 1]));
        uint32_t next = i;
        const char *read = fresh ? read_date(scan, &next, at) : NULL;
        date = read ? read : date;
        i = next > i ? next - 1 : i;
    }
    return date;
}
