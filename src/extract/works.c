/* works.c: works in a list that its end calls one of projects: 甲热电、乙热电二期扩建等项目. */
#include "extract/item.h"

#include "extract/word_list.h"

enum { WORKS_LEAST = 3, WORKS_MOST = 12 };

/* True when nothing but places and industries stands in [start, end). */
static bool holds_only(const struct gt_mentions *mentions, uint32_t start, uint32_t end)
{
    for (uint32_t i = start; i < end; i++) {
        uint32_t m = mentions->cover[i];
        if (m != GT_NONE && (mentions->item[m].start < start || mentions->item[m].end > end ||
                             (mentions->item[m].type != GT_NODE_place &&
                              mentions->item[m].type != GT_NODE_industry)))
            return false;
    }
    return true;
}

/* True for characters of a name that are not all everyday words. */
static bool is_plain(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    for (uint32_t i = start; i < end; i++)
        if (!gt_code_is_han(scan->codes.code[i]) && !gt_code_is_latin(scan->codes.code[i]) &&
            !gt_code_is_digit(scan->codes.code[i]))
            return false;
    return end - start >= WORKS_LEAST && end - start <= WORKS_MOST &&
           !gt_scan_is_ordinary(scan, start, end);
}

/* True for works by their end: 云岭热电二期扩建, 白鹭热电, 岚热九期. */
static bool ends_works(const struct gt_scan *scan, uint32_t end)
{
    static const char *const ends[] = {"扩建", "改扩建", "新建", "迁建", "续建",
                                       "技改", "改造",   "替代", "热电", "机组"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (gt_codes_end(&scan->codes, end, ends[i]))
            return true;
    return end > 1 && scan->codes.code[end - 1] == U'期' &&
           gt_code_is_numeral(scan->codes.code[end - 2]);
}

/* 甲热电、乙热电二期扩建等项目: works in a list that is called one of projects. */
static void add_works(const struct gt_scan *scan, uint32_t at, struct gt_mentions *mentions)
{
    if (!gt_word_list_at(&scan->codes, at + 1, "项目 重点项目 重大项目 工程 重点工程"))
        return;
    uint32_t end = at;
    for (uint32_t i = at; i-- > scan->clause_start[at];) {
        bool head = scan->strong[i] || i == scan->clause_start[at];
        bool comma = scan->codes.code[i] == 0x3001;
        if (!comma && !head)
            continue;
        uint32_t start = comma ? i + 1 : i;
        if (end <= start || (mentions->cover[end - 1] != GT_NONE &&
                             mentions->item[mentions->cover[end - 1]].start < start))
            break;
        if (ends_works(scan, end) && is_plain(scan, start, end) && holds_only(mentions, start, end))
            gt_mention_add(mentions, GT_MENTION_ITEM, GT_NODE_programme, start, end);
        if (head)
            break;
        end = i;
    }
}

void gt_find_works(const struct gt_scan *scan, struct gt_mentions *mentions)
{
    for (uint32_t at = scan->metadata->body_start; at < scan->metadata->body_end; at++)
        if (scan->codes.code[at] == U'等' && mentions->cover[at] == GT_NONE)
            add_works(scan, at, mentions);
}
