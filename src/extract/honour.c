/* honour.c: titles and lists of the authorities that a body is entered in.
 *
 * Their names go over words that bound other names (首批, 年度): they begin behind the verb that
 * enters the body, hold an area, and end with a word of honour.def at the end of their clause. */
#include "extract/honour.h"

#include "base/utf8.h"

#include <string.h>

enum part { GIVES, ENDS, QUOTED };

enum { NAME_LEAST = 6, NAME_MOST = 34, WORD_BYTES = 64 };

static const struct {
    enum part part;
    const char *words;
} honours[] = {
#define HONOUR(part_, words_) {.part = part_, .words = words_},
#include "extract/honour.def"
#undef HONOUR
};

/* Length of the longest word of a part that begins at `at`, or, with `back`, that ends there; 0. */
static uint32_t word_at(const struct gt_scan *scan, enum part part, uint32_t at, bool back)
{
    char word[WORD_BYTES];
    uint32_t longest = 0;
    if (back ? at == 0 : at >= scan->codes.n)
        return 0;
    for (size_t i = 0; i < sizeof honours / sizeof *honours; i++)
        for (const char *p = honours[i].words; honours[i].part == part && *p;) {
            size_t n = strcspn(p, " ");
            const char *sign = p + (back ? n - 3 : 0);
            if (gt_utf8_next(&sign) != scan->codes.code[back ? at - 1 : at]) {
                p += n + (p[n] == ' ');
                continue; /* nearly all part here: the words are Chinese, of three bytes a sign */
            }
            memcpy(word, p, n);
            word[n] = '\0';
            uint32_t codes = (uint32_t)gt_utf8_count(word);
            if (codes > longest && (!back || codes <= at) &&
                gt_codes_at(&scan->codes, back ? at - codes : at, word))
                longest = codes;
            p += n + (p[n] == ' ');
        }
    return longest;
}

/* True when an area, a level or a year stands at the beginning: 江州省首批, 2024年度全省, 国家. */
static bool begins_official(const struct gt_scan *scan, uint32_t at)
{
    static const char *const levels[] = {"国家", "全国", "全省", "全市", "省",
                                         "市",   "第",   "部",   "中国"};
    const struct gt_hit *fact = gt_scan_word(scan, at, GT_WORD_FACT);
    enum gt_node_type type =
        fact ? scan->lexicon->fact[gt_scan_lexeme(scan, fact)->row].type : GT_NODE_TYPES;
    if (type == GT_NODE_place || type == GT_NODE_agency)
        return true;
    if (gt_scan_word(scan, at, GT_WORD_BUREAU) || gt_code_is_digit(scan->codes.code[at]))
        return true;
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
        if (gt_codes_at(&scan->codes, at, levels[i]))
            return true;
    return false;
}

static bool holds_quote(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    for (uint32_t i = start; i < end; i++)
        if (scan->codes.code[i] == 0x201C)
            return true;
    return false;
}

/* Where the name ends that begins at `start`; GT_NONE when it is none. */
static uint32_t name_end(const struct gt_scan *scan, uint32_t start)
{
    uint32_t stop = scan->clause_end[start];
    for (uint32_t at = start; at < stop && at <= start + NAME_MOST; at++) {
        uint32_t code = scan->codes.code[at];
        bool quoted = scan->quoted[at] && code != 0x201C;
        if (!quoted && (code == 0x3001 || code == U'的' || code == U'等' || code == U'并')) {
            stop = at;
            break;
        }
    }
    if (stop < start + NAME_LEAST || stop > start + NAME_MOST)
        return GT_NONE;
    bool ends = word_at(scan, ENDS, stop, true) > 0 ||
                (holds_quote(scan, start, stop) && word_at(scan, QUOTED, stop, true) > 0);
    return ends ? stop : GT_NONE;
}

/* 1.江州柔性配电网示范。: a numbered item that is nothing but a programme's name. */
static void add_item(const struct gt_scan *scan, const struct gt_sentence *sentence,
                     struct gt_mentions *mentions)
{
    uint32_t at = sentence->start, end = sentence->end;
    for (uint32_t i = at; i + 1 < end; i++)
        if (scan->codes.code[i] == 0xFF1A && gt_code_is_digit(scan->codes.code[i + 1]))
            at = i + 1; /* the first item of several in one paragraph */
    uint32_t number = at;
    while (at < end && gt_code_is_digit(scan->codes.code[at]))
        at++;
    if (at == number || at + 1 >= end ||
        (scan->codes.code[at] != '.' && scan->codes.code[at] != 0xFF0E &&
         scan->codes.code[at] != 0x3001))
        return;
    uint32_t start = at + 1;
    const struct gt_hit *fact = gt_scan_word(scan, start, GT_WORD_FACT);
    if (gt_code_ends_sentence(scan->codes.code[end - 1]))
        end--;
    if (!fact || end < start + NAME_LEAST || end > start + NAME_MOST ||
        scan->lexicon->fact[gt_scan_lexeme(scan, fact)->row].type != GT_NODE_place)
        return;
    for (uint32_t i = start; i < end; i++)
        if (gt_code_ends_clause(scan->codes.code[i]) || scan->codes.code[i] == 0x3001)
            return;
    if (word_at(scan, ENDS, end, true))
        gt_mention_add(mentions, GT_MENTION_QUOTED, GT_NODE_programme, start, end);
}

void gt_find_honours(const struct gt_scan *scan, struct gt_mentions *mentions)
{
    const struct gt_metadata *metadata = scan->metadata;
    for (uint32_t i = 0; i < scan->n_sentences; i++)
        if (scan->sentence[i].start >= metadata->body_start)
            add_item(scan, &scan->sentence[i], mentions);
    for (uint32_t at = metadata->body_start; at < metadata->body_end; at++) {
        if (!gt_scan_word(scan, at, GT_WORD_STRONG))
            continue;
        uint32_t start = at + word_at(scan, GIVES, at, false);
        if (start == at || start >= metadata->body_end || !begins_official(scan, start))
            continue;
        uint32_t end = name_end(scan, start);
        if (end == GT_NONE)
            continue;
        gt_mention_add(mentions, GT_MENTION_QUOTED, GT_NODE_programme, start, end);
        at = end - 1;
    }
}
