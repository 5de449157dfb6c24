/* phrase.c: names that the build of their phrase shows: members of a list that share the ending of
 * its last one (甲、乙、丙电站), and technologies (湿法磷酸净化技术).
 *
 * A technology is what stands between a boundary and 技术, when more than words of classes is in it
 * and no body or place begins it; what follows must not make another word of it (技术平台). */
#include "extract/phrase.h"

#include <string.h>

enum { ITEM_LEAST = 2, ITEM_MOST = 6, TECHNIQUE_LEAST = 3, TECHNIQUE_MOST = 14 };

static bool is_one_of(const struct gt_scan *scan, uint32_t at, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (gt_codes_at(&scan->codes, at, words[i]))
            return true;
    return false;
}

/* --- shared endings ----------------------------------------------------------------------------
 */

/* True for the ending of what is built in many places at once. */
static bool is_plant(const struct gt_mention *mention)
{
    static const char *const endings[] = {"电站",     "电厂", "热电厂", "风电场",   "机场", "水库",
                                          "高速公路", "高铁", "码头",   "水利枢纽", "灌区", "班列"};
    if (mention->kind != GT_MENTION_NAMED || mention->row == GT_NONE)
        return false;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (strcmp(gt_suffixes[mention->row].text, endings[i]) == 0)
            return true;
    return false;
}

/* Where the item begins that ends at `end`; GT_NONE when none does that may be a name. */
static uint32_t item_start(const struct gt_scan *scan, const struct gt_mentions *mentions,
                           uint32_t end)
{
    uint32_t start = end;
    while (start > 0 && end - start <= ITEM_MOST && !gt_scan_is_edge(scan, start) &&
           gt_code_is_han(scan->codes.code[start - 1]))
        start--;
    if (end < start + ITEM_LEAST || end - start > ITEM_MOST || !gt_scan_is_edge(scan, start) ||
        gt_scan_is_generic(scan, start, end))
        return GT_NONE;
    for (uint32_t at = start; at < end; at++)
        if (mentions->cover[at] != GT_NONE &&
            mentions->item[mentions->cover[at]].type != GT_NODE_place)
            return GT_NONE;
    return start;
}

void gt_find_shared(const struct gt_scan *scan, struct gt_mentions *mentions)
{
    uint32_t settled = mentions->n;
    for (uint32_t i = 0; i < settled; i++) {
        if (mentions->item[i].outer != GT_NONE || !is_plant(&mentions->item[i]))
            continue;
        uint32_t at = mentions->item[i].start;
        while (at > 0 && scan->codes.code[at - 1] == 0x3001) {
            uint32_t start = item_start(scan, mentions, at - 1);
            if (start == GT_NONE)
                break;
            gt_mention_add(mentions, GT_MENTION_UNQUOTED, mentions->item[i].type, start, at - 1);
            at = start;
        }
    }
}

/* --- lines -------------------------------------------------------------------------------------
 */

/* True when the words behind a list call it one of lines: 等区外送电通道. */
static bool is_of_lines(const struct gt_scan *scan, uint32_t at)
{
    enum { AHEAD = 60 };
    static const char *const words[] = {"通道", "线路", "铁路", "高速", "高铁", "公路",
                                        "直流", "航线", "班列", "管道", "管线"};
    uint32_t end = scan->clause_end[at] < at + AHEAD ? scan->clause_end[at] : at + AHEAD;
    for (uint32_t i = at; i < end; i++)
        if (scan->codes.code[i] == U'等' || scan->codes.code[i] == U'条')
            for (uint32_t k = i + 1; k < end && k < i + 10; k++)
                if (is_one_of(scan, k, words, sizeof words / sizeof *words))
                    return true;
    return false;
}

/* Where the end of a line stops that begins at `at`: two to four characters, then a dash, a joint
 * or 等; GT_NONE. */
static uint32_t point_end(const struct gt_scan *scan, uint32_t at)
{
    enum { LEAST = 2, MOST = 5 };
    uint32_t end = at;
    while (end < scan->codes.n && end <= at + MOST && gt_code_is_han(scan->codes.code[end]) &&
           scan->codes.code[end] != U'等' && scan->codes.code[end] != U'和')
        end++;
    return end >= at + LEAST && end <= at + MOST ? end : GT_NONE;
}

/* 岚西—冀北、云东—云中—云南等送电通道: names of lines in a list, by their ends. */
void gt_find_lines(const struct gt_scan *scan, struct gt_mentions *mentions)
{
    enum { ENDS = 6 };
    for (uint32_t at = scan->metadata->body_start; at + 1 < scan->metadata->body_end; at++) {
        if (scan->codes.code[at] != 0x2014 || scan->codes.code[at + 1] == 0x2014 || at < 2)
            continue;
        uint32_t start = at, end = at, ends = 1;
        while (start > 0 && gt_code_is_han(scan->codes.code[start - 1]) && at - start < ENDS &&
               !gt_scan_is_edge(scan, start))
            start--;
        while (end < scan->codes.n && scan->codes.code[end] == 0x2014 && ends < ENDS) {
            uint32_t next = point_end(scan, end + 1);
            if (next == GT_NONE)
                break;
            end = next;
            ends++;
        }
        uint32_t code = end < scan->codes.n ? scan->codes.code[end] : 0;
        bool listed = code == 0x3001 || code == U'等' || code == U'和';
        if (ends > 1 && at >= start + ITEM_LEAST && listed && gt_scan_is_edge(scan, start) &&
            is_of_lines(scan, end))
            gt_mention_add(mentions, GT_MENTION_UNQUOTED, GT_NODE_programme, start, end);
        at = end > at ? end : at;
    }
}

/* --- technologies ------------------------------------------------------------------------------
 */

/* What makes another word of 技术 in front of it. */
static bool goes_on(const struct gt_scan *scan, uint32_t at)
{
    static const char *const words[] = {
        "平台", "中心", "研究", "人员", "人才", "开发", "改造", "转移", "创新", "服务",
        "支撑", "支持", "标准", "要求", "规范", "规程", "水平", "市场", "合同", "交易",
        "学院", "大学", "公司", "企业", "团队", "工人", "工种", "进步", "指导", "培训",
        "手段", "合作", "交流", "联盟", "协会", "装备", "产业", "工程", "大赛", "委员",
        "局",   "厅",   "部",   "员",   "力量", "优势", "骨干", "需求", "监督", "论坛",
        "研发", "推广", "学校", "专家", "成果", "咨询", "评审", "指标", "性"};
    return is_one_of(scan, at, words, sizeof words / sizeof *words);
}

/* True when a body or a place begins at `at`. */
static bool begins_known(const struct gt_scan *scan, uint32_t at)
{
    return gt_scan_word(scan, at, GT_WORD_FACT) || gt_scan_word(scan, at, GT_WORD_BUREAU) ||
           gt_scan_word(scan, at, GT_WORD_COUNTY);
}

static void add_technique(const struct gt_scan *scan, uint32_t at, struct gt_mentions *mentions)
{
    static const char *const verbs[] = {"攻关", "攻克", "研发", "开发", "应用", "研究"};
    uint32_t start = gt_name_start(scan, at);
    if (start != GT_NONE && at > start + 2 &&
        is_one_of(scan, start, verbs, sizeof verbs / sizeof *verbs))
        start += 2; /* 攻关人工造雪技术 */
    if (start == GT_NONE || at < start + TECHNIQUE_LEAST || at - start > TECHNIQUE_MOST ||
        begins_known(scan, start) || gt_scan_is_ordinary(scan, start, at) ||
        gt_code_is_digit(scan->codes.code[start]))
        return;
    for (uint32_t i = start; i < at + 2; i++) {
        uint32_t m = mentions->cover[i];
        bool inner = m == GT_NONE || (mentions->item[m].kind == GT_MENTION_INDUSTRY &&
                                      mentions->item[m].start >= start);
        if (!inner || !gt_code_is_han(scan->codes.code[i]))
            return;
    }
    gt_mention_add(mentions, GT_MENTION_INDUSTRY, GT_NODE_industry, start, at + 2);
}

void gt_find_techniques(const struct gt_scan *scan, struct gt_mentions *mentions)
{
    const struct gt_metadata *metadata = scan->metadata;
    for (uint32_t at = metadata->body_start + TECHNIQUE_LEAST; at < metadata->body_end; at++)
        if (scan->codes.code[at] == U'技' && gt_codes_at(&scan->codes, at, "技术") &&
            !goes_on(scan, at + 2))
            add_technique(scan, at, mentions);
}
