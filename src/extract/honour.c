/* honour.c: titles and lists of the authorities that a body is entered in.
 *
 * Their names go over words that bound other names (首批, 年度): they begin behind the verb that
 * enters the body, hold an area, and end with a word of honour.def at the end of their clause. */
#include "extract/honour.h"

#include "extract/word_list.h"

enum part { GIVES, ENDS, QUOTED };

enum { NAME_LEAST = 6, NAME_MOST = 34 };

static const char *const words[] = {
#define HONOUR(part_, words_) [part_] = words_,
#include "extract/honour.def"
#undef HONOUR
};

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
    bool ends =
        gt_word_list_end(&scan->codes, stop, words[ENDS]) > 0 ||
        (holds_quote(scan, start, stop) && gt_word_list_end(&scan->codes, stop, words[QUOTED]) > 0);
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
    if (gt_word_list_end(&scan->codes, end, words[ENDS]))
        gt_mention_add(mentions, GT_MENTION_QUOTED, GT_NODE_programme, start, end);
}

void gt_find_honours(const struct gt_scan *scan, struct gt_mentions *mentions)
{
    const struct gt_metadata *metadata = scan->metadata;
    struct gt_word_filter gives = {0};
    gt_word_filter_add(&gives, words[GIVES]);
    for (uint32_t i = 0; i < scan->n_sentences; i++)
        if (scan->sentence[i].start >= metadata->body_start)
            add_item(scan, &scan->sentence[i], mentions);
    for (uint32_t at = metadata->body_start; at < metadata->body_end; at++) {
        if (!gt_word_filter_may(&gives, scan->codes.code[at]) ||
            !gt_scan_word(scan, at, GT_WORD_STRONG))
            continue;
        uint32_t start = at + gt_word_list_at(&scan->codes, at, words[GIVES]);
        if (start == at || start >= metadata->body_end || !begins_official(scan, start))
            continue;
        uint32_t end = name_end(scan, start);
        if (end == GT_NONE)
            continue;
        gt_mention_add(mentions, GT_MENTION_QUOTED, GT_NODE_programme, start, end);
        at = end - 1;
    }
}
