/* clause.c: cutting clauses into lists of names, words that place them, and verbs. */
#include "extract/clause.h"

#include "base/memory.h"
#include "base/rank.h"
#include "base/utf8.h"
#include "extract/group.h"
#include "extract/point.h"

#include <stdlib.h>
#include <string.h>

enum { JOIN_CODES = 12, PERIOD_CODES = 600 };

void gt_clauses_fini(struct gt_clauses *clauses)
{
    free(clauses->part);
    *clauses = (struct gt_clauses){0};
}

/* --- lists -------------------------------------------------------------------------------------
 */

/* Behind what a bracket at `at` holds. */
static uint32_t skip_bracket(const struct gt_scan *scan, uint32_t at)
{
    uint32_t code = at < scan->codes.n ? scan->codes.code[at] : 0;
    bool opens = code == 0xFF08 || code == '(' || code == 0x3014 || code == '[';
    return opens && scan->mate[at] != GT_NONE && scan->mate[at] > at ? scan->mate[at] + 1 : at;
}

static bool is_conjunction(uint32_t code)
{
    return code == U'和' || code == U'与' || code == U'及' || code == U'以' || code == U'或' ||
           code == U'暨' || code == '"' || gt_code_opens(code) || gt_code_closes(code);
}

bool gt_clause_joins(const struct gt_scan *scan, uint32_t from, uint32_t to)
{
    const uint32_t *code = scan->codes.code;
    bool comma = false, plain = true;
    uint32_t n = 0;
    for (uint32_t i = from; i < to; i++) {
        uint32_t behind = skip_bracket(scan, i);
        if (behind > i) {
            i = behind - 1;
            continue;
        }
        bool also = (code[i] == U'，' || code[i] == ',') &&
                    (gt_codes_at(&scan->codes, i + 1, "以及") ||
                     (gt_codes_at(&scan->codes, i + 1, "及") && i + 2 >= to));
        const struct gt_hit *word = gt_scan_word(scan, i, GT_WORD_CLAUSE);
        if ((gt_code_ends_clause(code[i]) && !also) || (word && word->end > word->start + 1))
            return false; /* 由甲批复、依托乙建设 */
        comma = comma || code[i] == U'、';
        plain = plain && (comma || also || is_conjunction(code[i]));
        n++;
    }
    if (to - from > 0 && n == 0)
        return false; /* only a bracket: what is in it belongs to what is in front */
    return n > 0 && n <= JOIN_CODES && (comma || plain);
}

/* Words that tie a name to one behind it that is its own. */
static uint32_t own_word(const struct gt_scan *scan, uint32_t at)
{
    static const char *const words[] = {"全资的",     "控股的",     "下属的", "所属的", "旗下的",
                                        "下属",       "所属",       "旗下",   "下设的", "直属",
                                        "全资子公司", "控股子公司", "子公司", "运营商", "运营方",
                                        "运营公司",   "的"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (gt_codes_at(&scan->codes, at, words[i]))
            return (uint32_t)gt_utf8_count(words[i]);
    return 0;
}

/* Behind 等, 等地, 等5家单位 when 的 follows, so that the names only tell of what comes. */
static uint32_t skip_and_others(const struct gt_scan *scan, uint32_t at)
{
    enum { COUNTED = 8 };
    if (!gt_codes_at(&scan->codes, at, "等"))
        return at;
    for (uint32_t i = at + 1; i < scan->codes.n && i < at + COUNTED; i++) {
        if (gt_code_ends_clause(scan->codes.code[i]))
            break;
        if (scan->codes.code[i] == U'的')
            return i;
    }
    return at;
}

/* --- parts -------------------------------------------------------------------------------------
 */

static struct gt_part *add_part(struct gt_clauses *clauses, enum gt_part_kind kind, uint32_t start,
                                uint32_t end)
{
    clauses->part = gt_xgrow(clauses->part, clauses->n, &clauses->room, sizeof *clauses->part);
    clauses->part[clauses->n] = (struct gt_part){.kind = kind, .start = start, .end = end};
    return &clauses->part[clauses->n++];
}

/* The outermost mention with an entity that starts at `at`; GT_NONE. */
static uint32_t mention_at(const struct gt_mentions *mentions, uint32_t at)
{
    uint32_t m = mentions->cover[at];
    return m != GT_NONE && mentions->item[m].start == at && mentions->item[m].node != GT_NONE
               ? m
               : GT_NONE;
}

/* The next outermost mention from `at` on, within `end`; GT_NONE. */
static uint32_t next_mention(const struct gt_mentions *mentions, uint32_t at, uint32_t end)
{
    for (; at < end; at++)
        if (mention_at(mentions, at) != GT_NONE)
            return mentions->cover[at];
    return GT_NONE;
}

/* 共同, 联合 behind a list, which may end with 等3家单位. */
static bool acts_jointly(const struct gt_scan *scan, uint32_t at)
{
    enum { COUNTED = 8 };
    static const char *const words[] = {"共同", "联合", "合作", "携手", "联手", "共建",  "签署",
                                        "签订", "合办", "联办", "合资", "合伙", "按比例"};
    uint32_t end = gt_codes_at(&scan->codes, at, "等") ? at + COUNTED : at + 1;
    for (; at < end && at < scan->codes.n; at++)
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (gt_codes_at(&scan->codes, at, words[i]))
                return true;
    return false;
}

/* True for names that 的 ties, over some words of no clause, to names behind: 甲孵化的乙. */
static bool is_told(const struct gt_scan *scan, const struct gt_mentions *mentions, uint32_t at)
{
    enum { WORDS = 14 };
    for (uint32_t i = at; i < at + WORDS && i + 1 < scan->codes.n; i++) {
        uint32_t code = scan->codes.code[i];
        if (gt_code_ends_clause(code) || mentions->cover[i] != GT_NONE)
            return false;
        if (code == U'的' && i > at)
            return mention_at(mentions, i + 1) != GT_NONE;
    }
    return false;
}

/* Takes the list of names that starts with mention m. 甲的“乙”、丙的“丁”: a list of 乙 and 丁. */
/* 甲与某国乙: the one that a place right in front says where it is from; GT_NONE. */
static uint32_t one_from(const struct gt_mentions *mentions, uint32_t place)
{
    const struct gt_mention *item = mentions->item;
    uint32_t next = item[place].type == GT_NODE_place && item[place].kind == GT_MENTION_FACT
                        ? mention_at(mentions, item[place].end)
                        : GT_NONE;
    bool body = next != GT_NONE &&
                (item[next].type == GT_NODE_company || item[next].type == GT_NODE_university ||
                 item[next].type == GT_NODE_institute);
    return body ? next : GT_NONE;
}

static void add_names(const struct gt_scan *scan, const struct gt_mentions *mentions, uint32_t m,
                      struct gt_clauses *clauses)
{
    const struct gt_mention *item = mentions->item;
    struct gt_part *part = add_part(clauses, GT_PART_NAMES, item[m].start, item[m].end);
    uint32_t reach = item[m].end + 200 < scan->codes.n ? item[m].end + 200 : scan->codes.n;
    part->member[part->n++] = m;
    while (part->n < GT_PART_MEMBERS) {
        uint32_t next = next_mention(mentions, skip_bracket(scan, part->end), reach);
        if (next == GT_NONE || !gt_clause_joins(scan, part->end, item[next].start))
            break;
        uint32_t own = own_word(scan, item[next].end);
        uint32_t owned =
            own ? mention_at(mentions, item[next].end + own) : one_from(mentions, next);
        if (!part->with && item[next].start == part->end + 1 &&
            scan->codes.code[part->end] == U'与')
            part->with = part->n;
        if (owned != GT_NONE)
            next = owned;
        part->member[part->n++] = next;
        part->end = item[next].end;
    }
    uint32_t behind = skip_and_others(scan, skip_bracket(scan, part->end));
    uint32_t own = own_word(scan, behind);
    uint32_t at = behind + own;
    part->stands = gt_codes_at(&scan->codes, behind, "为代表") ||
                   gt_codes_at(&scan->codes, behind, "等为代表") ||
                   gt_codes_at(&scan->codes, behind, "为主体");
    if (!part->with && part->n > 1 && acts_jointly(scan, part->end))
        part->with = 1;
    part->told = is_told(scan, mentions, behind);
    part->owns = own > 0 || (at < scan->codes.n && mention_at(mentions, at) != GT_NONE);
}

/* Takes 三所高校 for the names that it means; false when it means none. */
static bool add_group(const struct gt_scan *scan, const struct gt_mentions *mentions, uint32_t at,
                      struct gt_clauses *clauses)
{
    uint32_t n = 0, types = 0, end = gt_group_read(scan, at, &n, &types);
    uint32_t list = end == GT_NONE ? GT_NONE : gt_group_find(clauses, mentions, n, types);
    if (list == GT_NONE || (clauses->part[clauses->n - 1].kind == GT_PART_NAMES &&
                            clauses->part[clauses->n - 1].end == at))
        return false; /* none, or 甲、乙、丙三所高校 itself */
    struct gt_part *part = add_part(clauses, GT_PART_NAMES, at, end);
    memcpy(part->member, clauses->part[list].member, n * sizeof *part->member);
    part->n = n;
    part->owns = own_word(scan, end) > 0;
    part->with = acts_jointly(scan, end);
    return true;
}

/* The word of clause_word.def at a place; null. */
static const struct gt_hit *word_at(const struct gt_scan *scan, uint32_t at,
                                    enum gt_clause_word *role)
{
    const struct gt_hit *hit = gt_scan_word(scan, at, GT_WORD_CLAUSE);
    if (hit)
        *role = (enum gt_clause_word)gt_scan_lexeme(scan, hit)->row;
    return hit;
}

/* 在…, 与…: such words count only in front of a name, or where a name may follow soon. */
static bool is_word_here(const struct gt_scan *scan, const struct gt_mentions *mentions,
                         uint32_t at, uint32_t n, enum gt_clause_word role)
{
    enum { SOON = 8, LATER = 16 };
    uint32_t reach = role == GT_CLAUSE_BY || role == GT_CLAUSE_MAKE ? LATER : SOON;
    uint32_t end = at + n + reach;
    bool between =
        at > 0 && mentions->cover[at - 1] != GT_NONE && mention_at(mentions, at + n) != GT_NONE;
    if (n == 1 && !scan->strong[at + 1] && !between)
        return false; /* a piece of another word; 甲同乙 */
    if (role == GT_CLAUSE_BOTH)
        return true;
    end = end < scan->clause_end[at] ? end : scan->clause_end[at];
    return next_mention(mentions, at + n, end + 1 < scan->codes.n ? end + 1 : end) != GT_NONE;
}

/* Where the verb's own word ends: 安排 of 安排…万元. */
static uint32_t word_end(const struct gt_match *match)
{
    return match->n_gaps ? match->gap_start[0] : match->end;
}

/* The longest verb among the matches from *next on that starts at `at`; null. */
static const struct gt_match *verb_at(const struct gt_matches *matches, uint32_t *next, uint32_t at)
{
    const struct gt_match *found = NULL;
    while (*next < matches->n && matches->item[*next].start < at)
        (*next)++;
    for (uint32_t i = *next; i < matches->n && matches->item[i].start == at; i++) {
        const struct gt_match *match = &matches->item[i];
        if (gt_trigger_is_of_frame(match->trigger) && (!found || word_end(match) > word_end(found)))
            found = match;
    }
    return found;
}

/* True where what stands in front of a paragraph's or sentence's start ends a period. */
static bool begins_period(const struct gt_scan *scan, uint32_t at, uint32_t since)
{
    uint32_t s = scan->sentence_at[at];
    const struct gt_sentence *sentence = &scan->sentence[s];
    if (at != sentence->start)
        return scan->clause_start[at] == at && gt_point_begins(scan, at);
    if (s == 0 || sentence->paragraph != scan->sentence[s - 1].paragraph ||
        at > since + PERIOD_CODES)
        return true;
    uint32_t last = scan->codes.code[sentence->start - 1];
    if (gt_point_begins(scan, at))
        return true;
    return last != U'；' && last != ';';
}

struct place {
    uint32_t clause, period, since;
};

static void move_to(const struct gt_scan *scan, uint32_t at, struct place *place)
{
    if (scan->clause_start[at] == at)
        place->clause++;
    if (begins_period(scan, at, place->since)) {
        place->period++;
        place->since = at;
    }
}

/* Adds what stands at a place; returns where it ends. */
static uint32_t add_at(const struct gt_scan *scan, const struct gt_mentions *mentions,
                       const struct gt_matches *matches, uint32_t *next, uint32_t at,
                       struct gt_clauses *clauses)
{
    enum gt_clause_word role = GT_CLAUSE_BY;
    uint32_t m = mention_at(mentions, at), behind = skip_bracket(scan, at);
    if (m != GT_NONE) {
        add_names(scan, mentions, m, clauses);
        uint32_t end = clauses->part[clauses->n - 1].end, own = own_word(scan, end);
        bool owned = end + own < scan->codes.n && mention_at(mentions, end + own) != GT_NONE;
        return owned ? end + own : end; /* 甲运营商乙 */
    }
    if (behind > at)
        return behind;
    if (add_group(scan, mentions, at, clauses))
        return clauses->part[clauses->n - 1].end;
    const struct gt_match *verb = verb_at(matches, next, at);
    const struct gt_hit *word = word_at(scan, at, &role);
    uint32_t n = word ? word->end - word->start : 0;
    if (verb && gt_match_is_doer(scan, verb))
        return verb->end;
    uint32_t end = verb ? word_end(verb) : at;
    if (verb && end - at >= n) {
        bool has_of = scan->codes.code[end - 1] == U'的'; /* 承担的 */
        struct gt_part *part = add_part(clauses, GT_PART_VERB, at, end);
        part->makes = word && n == end - at && role == GT_CLAUSE_MAKE;
        part->joins =
            word && n == end - at && role == GT_CLAUSE_JOIN && mention_at(mentions, end) != GT_NONE;
        part->of = has_of || (end < scan->codes.n && scan->codes.code[end] == U'的');
        return end;
    }
    if (n == 0 || !is_word_here(scan, mentions, at, n, role))
        return at + 1;
    add_part(clauses, GT_PART_WORD, at, at + n)->word = role;
    return at + n;
}

void gt_clauses_find(const struct gt_scan *scan, const struct gt_mentions *mentions,
                     const struct gt_matches *matches, struct gt_clauses *clauses)
{
    struct place place = {0};
    uint32_t next = 0, done = scan->metadata->body_start;
    for (uint32_t at = scan->metadata->body_start; at < scan->metadata->body_end; at++) {
        move_to(scan, at, &place);
        if (at < done)
            continue;
        uint32_t before = clauses->n;
        done = add_at(scan, mentions, matches, &next, at, clauses);
        for (uint32_t i = before; i < clauses->n; i++) {
            clauses->part[i].clause = place.clause;
            clauses->part[i].period = place.period;
        }
    }
}

/* The number of the first part that starts at a place or behind it. */
static uint32_t part_from(const struct gt_clauses *clauses, uint32_t start)
{
    return gt_rank(clauses->part, clauses->n, GT_FIELD(struct gt_part, start), start);
}

static uint32_t part_at(const struct gt_clauses *clauses, uint32_t start, enum gt_part_kind kind)
{
    uint32_t p = part_from(clauses, start);
    bool found = p < clauses->n && clauses->part[p].start == start && clauses->part[p].kind == kind;
    return found ? p : GT_NONE;
}

uint32_t gt_clauses_verb(const struct gt_clauses *clauses, uint32_t start)
{
    return part_at(clauses, start, GT_PART_VERB);
}

uint32_t gt_clauses_names(const struct gt_clauses *clauses, uint32_t start)
{
    return part_at(clauses, start, GT_PART_NAMES);
}
