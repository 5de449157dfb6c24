/* scan.c: words, boundaries, brackets and sentences of a document. */
#include "extract/scan.h"

#include "base/memory.h"
#include "extract/mend.h"

#include <stdlib.h>
#include <string.h>

enum { QUOTE_CODES = 140, GENERIC_CODES = 48, SHORT_QUOTE = 40 };

const struct gt_lexeme *gt_scan_lexeme(const struct gt_scan *scan, const struct gt_hit *hit)
{
    return &scan->lexicon->lexeme[hit->value];
}

/* --- words -------------------------------------------------------------------------------------
 */

/* Puts hits in order of start, longest first. They come by rising end, so none goes farther back
 * than the longest word is long. */
static void sort_hits(struct gt_hits *hits)
{
    for (size_t i = 1; i < hits->n; i++) {
        struct gt_hit hit = hits->item[i];
        size_t to = i;
        for (; to > 0 && hits->item[to - 1].start >= hit.start; to--)
            hits->item[to] = hits->item[to - 1];
        hits->item[to] = hit;
    }
}

static void find_words(struct gt_scan *scan)
{
    struct gt_hits hits = {0};
    uint32_t n = scan->codes.n, next = 0;
    gt_dictionary_find(scan->lexicon->dictionary, scan->codes.code, n, &hits);
    gt_arena_keep(scan->arena, hits.item);
    sort_hits(&hits);
    scan->hit = hits.item;
    scan->first = gt_arena_array(scan->arena, (size_t)n + 2, sizeof *scan->first);
    for (uint32_t at = 0; at <= n + 1; at++) {
        while (next < hits.n && hits.item[next].start < at)
            next++;
        scan->first[at] = next;
    }
}

const struct gt_hit *gt_scan_word(const struct gt_scan *scan, uint32_t at, enum gt_word_kind kind)
{
    if (at >= scan->codes.n)
        return NULL;
    for (uint32_t i = scan->first[at]; i < scan->first[at + 1]; i++)
        if (gt_scan_lexeme(scan, &scan->hit[i])->kind == kind)
            return &scan->hit[i];
    return NULL;
}

/* --- boundaries --------------------------------------------------------------------------------
 */

static void mark_word(uint8_t *ends, const struct gt_hit *hit)
{
    uint32_t n = hit->end - hit->start;
    if (ends[hit->end] < n)
        ends[hit->end] = (uint8_t)n;
}

/* 组建成都某某联盟: 建成 is no word where 组建 ends and the name of a place begins. */
static bool breaks_fact(const struct gt_scan *scan, const struct gt_hit *hit)
{
    for (uint32_t at = hit->start + 1; at < hit->end; at++) {
        const struct gt_hit *fact = gt_scan_word(scan, at, GT_WORD_FACT);
        if (fact && fact->end > hit->end && (scan->strong[at] > 1 || scan->weak[at] > 1))
            return true;
    }
    return false;
}

/* True for a word of two characters whose last one begins another word, when no word begins behind
 * it: 投产 in 某投产业集团, but not 推进 in 推进口岸建设. */
static bool gives_way(const struct gt_scan *scan, const struct gt_hit *hit)
{
    bool crossed = false;
    if (hit->end - hit->start != 2 || hit->end >= scan->codes.n || hit->start == 0 ||
        !gt_code_is_han(scan->codes.code[hit->start - 1]))
        return false; /* ，建成都拉营物流港: nothing in front that it could belong to */
    for (uint32_t i = scan->first[hit->end]; i < scan->first[hit->end + 1]; i++)
        if (scan->hit[i].end > hit->end + 1)
            return false;
    for (uint32_t i = scan->first[hit->end - 1]; i < scan->first[hit->end]; i++)
        crossed = crossed || (scan->hit[i].end > hit->end &&
                              gt_word_covers[gt_scan_lexeme(scan, &scan->hit[i])->kind]);
    return crossed;
}

/* A boundary word inside a longer word that covers it is none: reach[] is how far words that cover
 * go that start at a place or before. */
static void mark_boundaries(struct gt_scan *scan)
{
    uint32_t n = scan->codes.n, reach = 0;
    scan->strong = gt_arena_array(scan->arena, (size_t)n + 1, 1);
    scan->weak = gt_arena_array(scan->arena, (size_t)n + 1, 1);
    scan->faint = gt_arena_array(scan->arena, (size_t)n + 1, 1);
    for (uint32_t at = 0; at < n; at++) {
        uint32_t longest = 0;
        for (uint32_t i = scan->first[at]; i < scan->first[at + 1]; i++) {
            const struct gt_hit *hit = &scan->hit[i];
            enum gt_word_kind kind = gt_scan_lexeme(scan, hit)->kind;
            bool covered = hit->end <= reach || hit->end < longest;
            if (gt_word_covers[kind] && hit->end > longest)
                longest = hit->end;
            bool ordinal = at > 0 && scan->codes.code[at] == U'第' &&
                           gt_code_is_han(scan->codes.code[at - 1]); /* 市第三中学 */
            if (covered || ordinal || hit->end - hit->start > UINT8_MAX || breaks_fact(scan, hit) ||
                gives_way(scan, hit))
                continue;
            bool region = kind == GT_WORD_ANAPHOR && hit->end - hit->start == 3; /* 自治区 */
            if (kind == GT_WORD_STRONG || (kind == GT_WORD_ANAPHOR && !region))
                mark_word(scan->strong, hit);
            else if (kind == GT_WORD_WEAK)
                mark_word(scan->weak, hit);
            else if (kind == GT_WORD_FAINT)
                mark_word(scan->faint, hit);
        }
        reach = longest > reach ? longest : reach;
    }
}

static bool is_measure(uint32_t code)
{
    static const uint32_t measures[] = {U'年', U'月', U'日', U'家', U'个', U'项', U'支', U'只',
                                        U'所', U'场', U'次', U'名', U'位', U'人', U'元', U'条',
                                        U'类', U'轮', U'批', U'大', U'余', U'多', U'届', U'款',
                                        U'亩', U'座', U'处', U'栋', U'套', U'艘', U'笔'};
    for (size_t i = 0; i < sizeof measures / sizeof *measures; i++)
        if (code == measures[i])
            return true;
    return false;
}

/* A count with its measure (5家, 三大, 2024年) ends no name: what follows starts anew. */
static void mark_counts(struct gt_scan *scan)
{
    const uint32_t *code = scan->codes.code;
    for (uint32_t i = 1; i < scan->codes.n; i++) {
        bool counted = gt_code_is_digit(code[i - 1]) ||
                       (gt_code_is_numeral(code[i - 1]) && code[i] != U'人' && code[i] != U'日');
        if (code[i] == U'年' && gt_codes_at(&scan->codes, i + 1, "行动"))
            continue; /* 三年行动方案 */
        if (code[i] == U'年' && (code[i - 1] == U'千' || code[i - 1] == U'百') && i > 1 &&
            !gt_code_is_digit(code[i - 2]) && !gt_code_is_numeral(code[i - 2]))
            continue; /* 千年古镇 */
        if (code[i] == U'轮' && i > 1 && code[i - 2] == U'新')
            continue; /* 新一轮政策 */
        if (counted && is_measure(code[i]) && !scan->strong[i + 1])
            scan->strong[i + 1] = 2;
    }
}

/* --- brackets and quotes -----------------------------------------------------------------------
 */

static bool pairs(uint32_t open, uint32_t close)
{
    return close == (open == '(' ? ')' : open + 1) || (open == 0xFF08 && close == ')') ||
           (open == '(' && close == 0xFF09);
}

/* Quotes and brackets that close within QUOTE_CODES of a paragraph; straight quotes pair in turn.
 */
static void match_brackets(struct gt_scan *scan)
{
    enum { DEPTH = 8 };
    uint32_t open[DEPTH], depth = 0, straight = GT_NONE;
    scan->mate = gt_arena_array(scan->arena, (size_t)scan->codes.n + 1, sizeof *scan->mate);
    for (uint32_t i = 0; i < scan->codes.n; i++) {
        uint32_t code = scan->codes.code[i];
        scan->mate[i] = GT_NONE;
        while (depth && open[0] + QUOTE_CODES < i)
            memmove(open, open + 1, --depth * sizeof *open);
        if (code == '"') {
            bool close = straight != GT_NONE && straight + QUOTE_CODES >= i;
            if (close) {
                scan->mate[i] = straight;
                scan->mate[straight] = i;
            }
            straight = close ? GT_NONE : i;
        } else if (gt_code_opens(code)) {
            if (depth == DEPTH)
                memmove(open, open + 1, --depth * sizeof *open);
            open[depth++] = i;
        } else if (depth && pairs(scan->codes.code[open[depth - 1]], code)) {
            scan->mate[i] = open[--depth];
            scan->mate[open[depth]] = i;
        }
    }
}

/* --- introduced short forms --------------------------------------------------------------------
 */

/* Where the short form begins that a bracket at `open` introduces: （以下简称“某某”）; GT_NONE. */
static uint32_t short_form(const struct gt_scan *scan, uint32_t open, uint32_t *end)
{
    enum { BRACKET = 24 };
    uint32_t close = scan->mate[open], at = GT_NONE;
    if (close == GT_NONE || close < open || close - open > BRACKET)
        return GT_NONE;
    for (uint32_t i = open + 1; i < close && i < open + 5 && at == GT_NONE; i++)
        at = scan->codes.code[i] == U'称' ? i + 1 : GT_NONE;
    while (at != GT_NONE && at < close &&
           (gt_code_opens(scan->codes.code[at]) || scan->codes.code[at] == '"' ||
            scan->codes.code[at] == 0xFF1A || scan->codes.code[at] == U'为'))
        at++;
    while (close > open &&
           (gt_code_closes(scan->codes.code[close - 1]) || scan->codes.code[close - 1] == '"'))
        close--;
    *end = close;
    return at != GT_NONE && close >= at + 3 ? at : GT_NONE;
}

/* Names do not go over a short form that the text introduces: 某某产投联合白鹭资本. */
static void mark_short_forms(struct gt_scan *scan)
{
    enum { FORMS = 32 };
    uint32_t found = 0;
    for (uint32_t open = 0; open < scan->codes.n && found < FORMS; open++) {
        uint32_t code = scan->codes.code[open], end = 0;
        if (code != 0xFF08 && code != '(')
            continue;
        uint32_t start = short_form(scan, open, &end), n = end - start;
        if (start == GT_NONE)
            continue;
        found++;
        for (uint32_t at = end; at + n <= scan->codes.n; at++)
            if (memcmp(scan->codes.code + at, scan->codes.code + start, n * sizeof code) == 0 &&
                !scan->strong[at + n])
                scan->strong[at + n] = (uint8_t)n;
    }
}

/* --- sentences ---------------------------------------------------------------------------------
 */

/* What begins a part on what comes next. */
static bool says_next(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    static const char *const words[] = {"下一步",   "下阶段",   "接下来",  "今后",
                                        "未来打算", "工作打算", "下一阶段"};
    for (uint32_t i = start; i < end && i < start + 24; i++)
        for (size_t k = 0; k < sizeof words / sizeof *words; k++)
            if (gt_codes_at(&scan->codes, i, words[k]))
                return true;
    return false;
}

/* 一、 or （一） or 1、: a numbered part. *chapter: of the highest kind. */
static bool starts_part(const struct gt_scan *scan, uint32_t at, bool *chapter)
{
    const uint32_t *code = scan->codes.code + at;
    uint32_t left = scan->codes.n - at, i = 0;
    bool bracket = left > 3 && (code[0] == 0xFF08 || code[0] == '(');
    i += bracket;
    while (i < left && i < 4 && (gt_code_is_numeral(code[i]) || gt_code_is_digit(code[i])))
        i++;
    *chapter = false;
    if (i == (uint32_t)bracket || i >= left)
        return false;
    if (bracket)
        return code[i] == 0xFF09 || code[i] == ')';
    *chapter = code[i] == 0x3001 && gt_code_is_numeral(code[0]);
    return code[i] == 0x3001 || code[i] == '.' || code[i] == 0xFF0E;
}

static void add_sentence(struct gt_scan *scan, uint32_t start, uint32_t end, uint32_t paragraph)
{
    struct gt_sentence *sentence = &scan->sentence[scan->n_sentences];
    const struct gt_paragraph *p = &scan->folded->paragraphs[paragraph];
    *sentence = (struct gt_sentence){.start = start, .end = end, .paragraph = paragraph};
    bool chapter = false, part = start == p->start && starts_part(scan, start, &chapter);
    bool marked = p->kind == GT_LINE_HEADING;
    sentence->section = chapter || (marked && start == p->start);
    sentence->heading = (marked || part) && end == p->end && end > start &&
                        !gt_code_ends_sentence(scan->codes.code[end - 1]);
    const struct gt_sentence *before = scan->n_sentences ? sentence - 1 : NULL;
    bool starts_next = says_next(scan, start, end) && (sentence->heading || start == p->start);
    sentence->planned = starts_next || (before && before->planned && !sentence->section);
    for (uint32_t i = start; i < end; i++)
        scan->sentence_at[i] = scan->n_sentences;
    scan->n_sentences++;
}

/* No one writes sentences of so many characters; looking through one costs its square. */
enum { LONGEST_SENTENCE = 2000 };

static void cut_sentences(struct gt_scan *scan)
{
    const struct gt_folded *folded = scan->folded;
    uint32_t n = scan->codes.n;
    scan->sentence =
        gt_arena_array(scan->arena, (size_t)n + folded->n_paragraphs + 1, sizeof *scan->sentence);
    scan->sentence_at = gt_arena_array(scan->arena, (size_t)n + 1, sizeof *scan->sentence_at);
    for (uint32_t p = 0; p < folded->n_paragraphs; p++) {
        uint32_t start = folded->paragraphs[p].start, end = folded->paragraphs[p].end;
        for (uint32_t i = start; i < end; i++) {
            bool too_long = i + 1 - start >= LONGEST_SENTENCE;
            if (!gt_code_ends_sentence(scan->codes.code[i]) && i + 1 < end && !too_long)
                continue;
            uint32_t stop = i + 1; /* a closing quote belongs to what it closes */
            while (stop < end && (gt_code_closes(scan->codes.code[stop])) && stop == i + 1)
                stop++;
            add_sentence(scan, start, stop, p);
            start = stop;
            i = stop - 1;
        }
    }
    scan->sentence_at[n] = scan->n_sentences;
}

/* Clauses end at ，：and with their sentence; what stands in brackets or quotes belongs to the
 * clause around it. */
static void cut_clauses(struct gt_scan *scan)
{
    uint32_t n = scan->codes.n;
    scan->clause_start = gt_arena_array(scan->arena, (size_t)n + 1, sizeof *scan->clause_start);
    scan->clause_end = gt_arena_array(scan->arena, (size_t)n + 1, sizeof *scan->clause_end);
    for (uint32_t s = 0; s < scan->n_sentences; s++) {
        uint32_t start = scan->sentence[s].start, end = scan->sentence[s].end, closed = start;
        for (uint32_t i = start; i < end; i++) {
            uint32_t mate = scan->mate[i];
            closed = mate != GT_NONE && mate > closed && mate < end ? mate : closed;
            bool ends = i + 1 == end || (i >= closed && gt_code_ends_clause(scan->codes.code[i]));
            for (uint32_t k = start; ends && k <= i; k++) {
                scan->clause_start[k] = start;
                scan->clause_end[k] = gt_code_ends_clause(scan->codes.code[i]) ? i : i + 1;
            }
            start = ends ? i + 1 : start;
        }
    }
    scan->clause_start[n] = scan->clause_end[n] = n;
}

/* （一）关于设立某某基金。: a heading that says again what was proposed. */
static bool restates(const struct gt_scan *scan, uint32_t at)
{
    enum { HEADING = 40, ORDINAL = 4 };
    const struct gt_sentence *sentence = &scan->sentence[scan->sentence_at[at]];
    if (at != sentence->start || sentence->end - at > HEADING ||
        scan->clause_end[at] + 1 < sentence->end)
        return false;
    for (uint32_t i = at; i < at + ORDINAL && i < sentence->end; i++)
        if (gt_codes_at(&scan->codes, i, "关于"))
            return i > at;
    return false;
}

/* （江发改能源〔2024〕7号）: a document's number names nobody. */
static void mute_numbers(struct gt_scan *scan)
{
    enum { NUMBER = 30 };
    for (uint32_t at = 0; at < scan->codes.n; at++) {
        uint32_t mate = scan->mate[at], code = scan->codes.code[at];
        bool bracket = (code == 0xFF08 || code == '(') && mate != GT_NONE && mate > at;
        if (!bracket || mate > at + NUMBER || !gt_codes_at(&scan->codes, mate - 1, "号"))
            continue;
        memset(scan->mute + at, true, mate - at);
    }
}

/* A clause that speaks of the proposal (你们提出的“…”的建议) states nothing of its own. */
static void mute_proposal(struct gt_scan *scan)
{
    uint32_t n = scan->codes.n;
    scan->mute = gt_arena_array(scan->arena, (size_t)n + 1, sizeof *scan->mute);
    scan->quoted = gt_arena_array(scan->arena, (size_t)n + 1, sizeof *scan->quoted);
    for (uint32_t at = 0; at < n; at++)
        if (scan->codes.code[at] == 0x201C && scan->mate[at] != GT_NONE &&
            scan->mate[at] < at + SHORT_QUOTE)
            memset(scan->quoted + at, true, scan->mate[at] - at + 1);
    mute_numbers(scan);
    for (uint32_t at = 0; at < n; at = scan->clause_end[at] + 1) {
        bool speaker = false, proposal = false;
        if (restates(scan, at))
            speaker = proposal = true;
        for (uint32_t i = at; i < scan->clause_end[at]; i++) {
            speaker =
                speaker || scan->codes.code[i] == U'您' || gt_codes_at(&scan->codes, i, "你们") ||
                gt_codes_at(&scan->codes, i, "提案人") || gt_codes_at(&scan->codes, i, "贵委员");
            proposal = proposal || gt_codes_at(&scan->codes, i, "建议") ||
                       gt_codes_at(&scan->codes, i, "提案") ||
                       gt_codes_at(&scan->codes, i, "问题") || gt_codes_at(&scan->codes, i, "提到");
            speaker = speaker || gt_codes_at(&scan->codes, i, "审签");
            proposal = proposal || gt_codes_at(&scan->codes, i, "审签");
        }
        for (uint32_t i = at; speaker && proposal && i < scan->clause_end[at]; i++)
            scan->mute[i] = true;
    }
}

/* 1.关于“…”的建议: what a point of the proposal was, at the head of the paragraph that answers it.
 */
static void mute_points(struct gt_scan *scan)
{
    for (uint32_t s = 0; s < scan->n_sentences; s++) {
        uint32_t start = scan->sentence[s].start, chapter = start;
        if (start != scan->folded->paragraphs[scan->sentence[s].paragraph].start)
            continue;
        while (chapter < scan->sentence[s].end && chapter < start + 8 &&
               !gt_codes_at(&scan->codes, chapter, "关于"))
            chapter++;
        if (gt_codes_at(&scan->codes, chapter, "关于"))
            memset(scan->mute + chapter, true, scan->clause_end[chapter] - chapter);
    }
}

void gt_scan_init(struct gt_scan *scan, const struct gt_folded *folded,
                  const struct gt_metadata *metadata, const struct gt_lexicon *lexicon,
                  struct gt_arena *arena)
{
    *scan = (struct gt_scan){
        .folded = folded, .metadata = metadata, .lexicon = lexicon, .arena = arena};
    scan->codes = gt_codes_of(folded->text, arena);
    find_words(scan);
    mark_boundaries(scan);
    gt_mend_names(scan);
    mark_counts(scan);
    match_brackets(scan);
    mark_short_forms(scan);
    cut_sentences(scan);
    cut_clauses(scan);
    mute_proposal(scan);
    mute_points(scan);
}

/* --- questions ---------------------------------------------------------------------------------
 */

bool gt_scan_is_edge(const struct gt_scan *scan, uint32_t at)
{
    enum { FIRST_CIRCLED = 0x2460, LAST_CIRCLED = 0x2473 }; /* ①: an item begins behind it */
    if (at == 0 || scan->strong[at])
        return true;
    uint32_t code = scan->codes.code[at - 1];
    bool same = scan->sentence_at[at - 1] == scan->sentence_at[at];
    return !same || gt_code_ends_clause(code) || code == 0x3001 || code == '"' || code == '.' ||
           code == '-' || code == '/' || gt_code_opens(code) || gt_code_closes(code) ||
           code == 0x2014 || code == '*' || (code >= FIRST_CIRCLED && code <= LAST_CIRCLED);
}

/* 国家|政策 in front of 家政: the word that ends inside, and the one that begins there. */
static bool is_torn_at(const struct gt_scan *scan, uint32_t at, uint32_t end)
{
    for (uint32_t i = scan->first[at]; i < scan->first[at + 1]; i++)
        if (scan->hit[i].end > end && scan->hit[i].end - at <= 4)
            return true;
    return false;
}

bool gt_scan_is_torn(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    enum { BACK = 3 };
    for (uint32_t back = 1; back <= BACK && back <= start; back++)
        for (uint32_t i = scan->first[start - back]; i < scan->first[start - back + 1]; i++) {
            uint32_t to = scan->hit[i].end;
            if (to > start && to < end && is_torn_at(scan, to, end))
                return true;
        }
    return false;
}

/* A plus between class words (政策+产业); between digits it is of a name: “3+5+X”. */
static bool is_joining_plus(const struct gt_scan *scan, uint32_t at)
{
    return scan->codes.code[at] == 0x2B && at > 0 && !gt_code_is_digit(scan->codes.code[at - 1]) &&
           !gt_code_is_digit(scan->codes.code[at + 1]);
}

/* True for a word of which names of classes are made; with `ordinary`, any everyday word as well.
 */
static bool is_class_word(const struct gt_scan *scan, const struct gt_hit *hit, bool ordinary)
{
    const struct gt_lexeme *lexeme = gt_scan_lexeme(scan, hit);
    enum gt_suffix_policy policy =
        lexeme->kind == GT_WORD_SUFFIX ? gt_suffixes[lexeme->row].policy : GT_SUFFIX_AREA;
    bool everyday = lexeme->kind == GT_WORD_COMMON || lexeme->kind == GT_WORD_KEEP ||
                    policy == GT_SUFFIX_BRAND ||
                    (lexeme->kind == GT_WORD_STRONG && hit->end > hit->start + 1);
    return lexeme->kind == GT_WORD_GENERIC || lexeme->kind == GT_WORD_INDUSTRY ||
           (policy != GT_SUFFIX_AREA && policy != GT_SUFFIX_BRAND) ||
           lexeme->kind == GT_WORD_WEAK || lexeme->kind == GT_WORD_FAINT || (ordinary && everyday);
}

/* Words by a shortest cut: best[i] is how many words [start, start + i) takes, 0 when it cannot be
 * cut; a character that is a numeral or a digit is a word. */
static uint32_t cut_words(const struct gt_scan *scan, uint32_t start, uint32_t end, bool ordinary)
{
    uint32_t best[GENERIC_CODES + 1] = {1}, n = end - start;
    if (n == 0 || n > GENERIC_CODES)
        return 0;
    for (uint32_t at = 0; at < n; at++) {
        uint32_t code = scan->codes.code[start + at];
        if (!best[at])
            continue;
        if (gt_code_is_digit(code) || gt_code_is_numeral(code) ||
            is_joining_plus(scan, start + at) || code == 0x3001 || code == 0x201C || code == 0x201D)
            if (!best[at + 1] || best[at + 1] > best[at])
                best[at + 1] = best[at];
        for (uint32_t i = scan->first[start + at]; i < scan->first[start + at + 1]; i++) {
            uint32_t to = scan->hit[i].end - start;
            bool head = at == 0 && to == 1 && n > 2 &&
                        gt_scan_lexeme(scan, &scan->hit[i])->kind == GT_WORD_SUFFIX;
            if (to <= n && !head && (!best[to] || best[to] > best[at] + 1) &&
                is_class_word(scan, &scan->hit[i], ordinary))
                best[to] = best[at] + 1;
        }
    }
    return best[n] ? best[n] - 1 + (best[n] == 1) : 0;
}

uint32_t gt_scan_generic_words(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    return cut_words(scan, start, end, false);
}

bool gt_scan_is_generic(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    return gt_scan_generic_words(scan, start, end) > 0;
}

bool gt_scan_is_ordinary(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    return cut_words(scan, start, end, true) > 0;
}
