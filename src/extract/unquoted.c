/* unquoted.c: programmes that are issued without a title in 《》:
 * 印发了加快培育云岭氢能产业的指导意见.
 *
 * The name is what stands between the word that issues it and the last ending of such a document in
 * the clause. What is only counted or said to be related (一系列政策, 相关办法) names none. */
#include "extract/item.h"

#include <string.h>

enum { NAME_LEAST = 7, NAME_MOST = 45, TRACK_LEAST = 12 };

static const char *const endings[] = {
    "指导意见", "实施意见", "若干意见", "若干措施", "若干政策", "行动计划", "行动方案",
    "实施方案", "工作方案", "管理办法", "实施办法", "实施细则", "条例",     "专项规划",
    "发展规划", "总体规划", "倡议",     "的通知",   "的公告",   "的决定",   "的批复",
    "工作要点", "操作指南", "技术规范", "白皮书",   "三年行动", "任务清单", "标准体系",
};

/* Where the first of several documents ends: 甲办法、《乙》, else `end`. */
static uint32_t first_end(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    for (uint32_t at = start + 2; at < end; at++) {
        bool title =
            scan->codes.code[at] == 0x3001 && at + 1 < end && scan->codes.code[at + 1] == 0x300A;
        if (title && scan->mate[at + 1] != GT_NONE)
            return at;
    }
    return end;
}

/* Where the last ending in [start, end) ends; GT_NONE. */
static uint32_t last_ending(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    uint32_t found = GT_NONE;
    for (uint32_t at = start; at < end; at++)
        for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
            if (gt_codes_at(&scan->codes, at, endings[i])) {
                uint32_t n = gt_codes_of(endings[i], scan->arena).n;
                found = at + n <= end ? at + n : found;
            }
    for (uint32_t at = start + 4; found == GT_NONE && at < end; at++)
        if (scan->codes.code[at] == U'条' && gt_code_is_numeral(scan->codes.code[at - 1]))
            found = at + 1; /* 云岭科技创新十八条 */
    return found;
}

/* True for what is only counted, or named by nothing of its own. */
static bool is_vague(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    static const char *const words[] = {"一系列", "系列", "相关", "有关", "配套", "多项", "若干",
                                        "各类",   "具体", "相应", "一批", "一揽", "专门", "更"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (gt_codes_at(&scan->codes, start, words[i]))
            return true;
    bool attribute = false, track = false; /* what it is for tells it apart */
    for (uint32_t at = start; at < end; at++) {
        track = track || (end - start >= TRACK_LEAST && gt_scan_word(scan, at, GT_WORD_INDUSTRY));
        if (gt_code_is_digit(scan->codes.code[at]) && at < start + 2)
            return true;
        attribute = attribute || scan->codes.code[at] == U'的';
    }
    return !attribute && !track && gt_scan_is_generic(scan, start, end);
}

static bool is_free(const struct gt_mentions *mentions, uint32_t start, uint32_t end)
{
    for (uint32_t at = start; at < end; at++) {
        uint32_t m = mentions->cover[at];
        bool tail = m != GT_NONE && mentions->item[m].kind == GT_MENTION_NAMED &&
                    mentions->item[m].end == end; /* what its ending alone makes a name */
        if (m != GT_NONE && !tail &&
            (mentions->item[m].type == GT_NODE_programme || mentions->item[m].start < start ||
             mentions->item[m].end > end))
            return false;
    }
    return true;
}

void gt_find_unquoted(const struct gt_scan *scan, const struct gt_matches *matches,
                      struct gt_mentions *mentions)
{
    for (uint32_t i = 0; i < matches->n; i++) {
        const struct gt_match *match = &matches->item[i];
        enum gt_side_kind kind = match->trigger->target.kind;
        if (match->trigger->edge != GT_EDGE_issues || match->n_gaps ||
            (kind != GT_SIDE_object && kind != GT_SIDE_patient) || match->end >= scan->codes.n)
            continue;
        uint32_t start = match->end, stop = scan->clause_end[match->end - 1];
        start += gt_codes_at(&scan->codes, start, "了");
        stop = first_end(scan, start, stop);
        uint32_t end = last_ending(scan, start, stop);
        if (end == GT_NONE || end < start + NAME_LEAST || end > start + NAME_MOST ||
            is_vague(scan, start, end) || !is_free(mentions, start, end))
            continue;
        gt_mention_add(mentions, GT_MENTION_UNQUOTED, GT_NODE_programme, start, end);
    }
}
