/* track_row.c: industries that only their list, or the verb in front, makes known.
 *
 * A list of which one item is a known industry, and which the text calls so (等领域, 三个方向), is
 * one of industries; so is what a body does nothing with but work on it (主攻…). */
#include "extract/track_row.h"

#include "extract/word_list.h"

enum part { CALLS, WORKS, NEVER };

enum { ROW_ITEMS = 24, ITEM_LEAST = 2, ITEM_MOST = 10, CALL_CODES = 10 };

static const char *const words[] = {
#define TRACK_WORD(part_, words_) [part_] = words_,
#include "extract/track_word.def"
#undef TRACK_WORD
};

struct row {
    uint32_t start[ROW_ITEMS], end[ROW_ITEMS], n;
    uint32_t stop; /* what follows the list */
};

static bool is_letter(uint32_t code)
{
    return gt_code_is_han(code) || gt_code_is_latin(code) || gt_code_is_digit(code) || code == '-';
}

/* Length of what parts two items at `at`; 0. */
static uint32_t joint(const struct gt_scan *scan, uint32_t at)
{
    if (at >= scan->codes.n)
        return 0;
    if (gt_codes_at(&scan->codes, at, "以及"))
        return 2;
    uint32_t code = scan->codes.code[at];
    return code == 0x3001 ||
           ((code == U'和' || code == U'与' || code == U'及') && scan->strong[at + 1] == 1);
}

/* True when an item cannot go on at `at`: 等, a count, a boundary word, a letter of another kind.
 */
static bool is_stop(const struct gt_scan *scan, uint32_t at)
{
    uint32_t code = scan->codes.code[at];
    if (!is_letter(code) || joint(scan, at) || code == U'等' || code == U'的')
        return true;
    if (gt_code_is_numeral(code) && at + 1 < scan->codes.n &&
        (scan->codes.code[at + 1] == U'个' || scan->codes.code[at + 1] == U'大' ||
         scan->codes.code[at + 1] == U'类' || scan->codes.code[at + 1] == U'条'))
        return true;
    const struct gt_hit *strong = gt_scan_word(scan, at, GT_WORD_STRONG);
    return strong && scan->strong[strong->end] == strong->end - at;
}

/* Reads the items from `start` on. False when a name stands among them. */
static bool read_items(const struct gt_scan *scan, const struct gt_mentions *mentions,
                       uint32_t start, struct row *row)
{
    row->n = 0;
    for (uint32_t at = start; row->n < ROW_ITEMS;) {
        uint32_t from = at;
        while (at < scan->codes.n && !is_stop(scan, at)) {
            uint32_t m = mentions->cover[at];
            if (m != GT_NONE && mentions->item[m].type != GT_NODE_industry)
                return false;
            at++;
        }
        row->start[row->n] = from;
        row->end[row->n] = at;
        row->n += at > from;
        row->stop = at;
        uint32_t n = joint(scan, at);
        if (!n || at == from)
            break;
        at += n;
    }
    return row->n > 0;
}

static bool may_be_track(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    if (end < start + ITEM_LEAST || end > start + ITEM_MOST ||
        gt_code_is_digit(scan->codes.code[start]))
        return false;
    for (uint32_t at = start; at < end; at++)
        if (gt_word_list_at(&scan->codes, at, words[NEVER]))
            return false;
    return true;
}

static bool holds_track(const struct gt_scan *scan, const struct row *row)
{
    for (uint32_t i = 0; i < row->n; i++)
        for (uint32_t at = row->start[i]; at < row->end[i]; at++) {
            const struct gt_hit *hit = gt_scan_word(scan, at, GT_WORD_INDUSTRY);
            if (hit && hit->end <= row->end[i])
                return true;
        }
    return false;
}

static bool is_called(const struct gt_scan *scan, uint32_t stop)
{
    uint32_t end = stop < scan->codes.n ? scan->clause_end[stop] : stop;
    for (uint32_t at = stop; at < end && at < stop + CALL_CODES; at++)
        if (gt_word_list_at(&scan->codes, at, words[CALLS]))
            return true;
    return false;
}

/* True when the number behind the list is that of its items: 甲、乙两个赛道. */
static bool is_counted(const struct gt_scan *scan, const struct row *row)
{
    static const char *const numerals[] = {"两", "三", "四", "五", "六", "七", "八", "九", "十"};
    return row->n >= 2 && row->n - 2 < sizeof numerals / sizeof *numerals &&
           gt_codes_at(&scan->codes, row->stop, numerals[row->n - 2]);
}

/* Behind a verb that the first item begins with: 发展研学旅行. */
static uint32_t behind_verb(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    const struct gt_hit *faint = gt_scan_word(scan, start, GT_WORD_FAINT);
    const struct gt_hit *weak = gt_scan_word(scan, start, GT_WORD_WEAK);
    const struct gt_hit *word = weak ? weak : faint;
    bool verb =
        word && word->end + ITEM_LEAST <= end && start + 2 == word->end &&
        !gt_scan_word(scan, start, GT_WORD_INDUSTRY) &&
        (gt_codes_at(&scan->codes, start, "发展") || gt_codes_at(&scan->codes, start, "培育") ||
         gt_codes_at(&scan->codes, start, "建设") || gt_codes_at(&scan->codes, start, "支持"));
    return verb ? word->end : start;
}

static void take_items(const struct gt_scan *scan, const struct row *row, bool counted,
                       struct gt_mentions *mentions)
{
    for (uint32_t i = 0; i < row->n; i++) {
        uint32_t end = row->end[i], start = behind_verb(scan, row->start[i], end);
        while (end > start + ITEM_LEAST + 1 && (gt_codes_at(&scan->codes, end - 2, "产业") ||
                                                gt_codes_at(&scan->codes, end - 2, "领域")))
            end -= 2;
        if (!counted && gt_scan_generic_words(scan, start, end) == 1 &&
            !gt_scan_word(scan, start, GT_WORD_INDUSTRY))
            continue;
        if ((counted ? end >= start + ITEM_LEAST : may_be_track(scan, start, end)) &&
            mentions->cover[start] == GT_NONE && mentions->cover[end - 1] == GT_NONE)
            gt_mention_add(mentions, GT_MENTION_INDUSTRY, GT_NODE_industry, start, end);
    }
}

/* Where the first item begins of the list whose first 、 stands at `at`. */
static uint32_t first_start(const struct gt_scan *scan, uint32_t at)
{
    uint32_t start = at;
    while (start > 0 && at - start <= ITEM_MOST && !gt_scan_is_edge(scan, start))
        start--;
    return start;
}

void gt_find_track_rows(const struct gt_scan *scan, struct gt_mentions *mentions)
{
    const struct gt_metadata *metadata = scan->metadata;
    struct gt_word_filter works = {0};
    struct row row;
    gt_word_filter_add(&works, words[WORKS]);
    for (uint32_t at = metadata->body_start; at < metadata->body_end;) {
        bool word =
            gt_word_filter_may(&works, scan->codes.code[at]) &&
            (gt_scan_word(scan, at, GT_WORD_STRONG) || gt_scan_word(scan, at, GT_WORD_TRIGGER));
        uint32_t verb = word ? gt_word_list_at(&scan->codes, at, words[WORKS]) : 0;
        bool list = scan->codes.code[at] == 0x3001 && mentions->cover[at] == GT_NONE;
        uint32_t start = verb ? at + verb : list ? first_start(scan, at) : at;
        if (start >= metadata->body_end || (!verb && !list) ||
            !read_items(scan, mentions, start, &row)) {
            at++;
            continue;
        }
        bool called = row.n > 1 && is_called(scan, row.stop);
        bool counted = called && is_counted(scan, &row);
        if (verb || counted || (called && holds_track(scan, &row)))
            take_items(scan, &row, counted, mentions);
        at = row.stop > at ? row.stop : at + 1;
    }
}
