/* name_around.c: what the words around a name made of class words say of it: that somebody founds,
 * holds or carries out just this one. */
#include "extract/name.h"

#include "base/utf8.h"

#include <string.h>

enum { FOUND_BACK = 120 };

bool gt_name_has_track(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    for (uint32_t i = start; i < end; i++) {
        const struct gt_hit *hit = gt_scan_word(scan, i, GT_WORD_INDUSTRY);
        if (hit && hit->end <= end)
            return true;
    }
    return false;
}

/* In front of a sum that stands before a name: 设立规模5亿元的某某基金. */
static uint32_t before_amount(const struct gt_scan *scan, uint32_t start)
{
    bool behind = start > 0 && scan->codes.code[start - 1] == U'的';
    uint32_t at = behind ? start - 1 : start;
    if (at == 0 || scan->codes.code[at - 1] != U'元')
        return start;
    while (at > 0 && (gt_code_is_digit(scan->codes.code[at - 1]) ||
                      gt_code_is_numeral(scan->codes.code[at - 1]) ||
                      scan->codes.code[at - 1] == U'元' || scan->codes.code[at - 1] == U'亿' ||
                      scan->codes.code[at - 1] == U'万' || scan->codes.code[at - 1] == '.'))
        at--;
    if (at > 1 && gt_codes_at(&scan->codes, at - 2, "规模"))
        at -= at > 2 && scan->codes.code[at - 3] == U'总' ? 3 : 2;
    return at;
}

/* True when the text in front of a name founds it: 成立, 设立, also before a long attribute. */
bool gt_name_is_founded(const struct gt_scan *scan, uint32_t start)
{
    start = before_amount(scan, start);
    if (start >= 4 && scan->codes.code[start - 2] == U'一' && scan->codes.code[start - 3] == U'了')
        start -= 2; /* 建了一个 */
    static const char *const words[] = {"成立", "设立",   "组建",   "设有",   "揭牌",
                                        "筹建", "成立了", "设立了", "组建了", "建成了",
                                        "建了", "下设",   "内设",   "分设",   "建立了"};
    uint32_t from = scan->sentence[scan->sentence_at[start]].start;
    bool attribute = start && scan->codes.code[start - 1] == U'的';
    uint32_t back = attribute ? FOUND_BACK : 3;
    from = start > from + back ? start - back : from;
    for (uint32_t i = from; i < start; i++)
        for (size_t k = 0; k < sizeof words / sizeof *words; k++)
            if (gt_codes_at(&scan->codes, i, words[k]) &&
                (attribute || i + gt_utf8_count(words[k]) == start))
                return true;
    return false;
}

/* 建设源网荷储示范项目，项目由某某公司承担: the next clause begins with what the name ends with. */
bool gt_name_is_taken_up(const struct gt_scan *scan, uint32_t start, const struct gt_hit *ending)
{
    enum { WORD = 2, MOST = 4 };
    uint32_t at = ending->end, n = ending->end - ending->start;
    if (at + 1 >= scan->codes.n || !gt_code_ends_clause(scan->codes.code[at]) ||
        scan->codes.code[at] == 0xFF1A || at < start + WORD)
        return false;
    for (uint32_t k = n < MOST ? n : MOST; k >= WORD; k--)
        if (at + 1 + k < scan->codes.n &&
            memcmp(scan->codes.code + at + 1, scan->codes.code + at - k,
                   k * sizeof *scan->codes.code) == 0)
            return true;
    return false;
}

/* 电力装备产业集群由某某牵头: a clause that begins with it and says who leads it. */
bool gt_name_is_led(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    enum { AHEAD = 30 };
    static const char *const words[] = {"牵头", "负责", "统筹", "承建",
                                        "运营", "承担", "主办", "挂帅"};
    if (scan->clause_start[start] != start || end >= scan->codes.n ||
        scan->codes.code[end] != U'由' || !gt_name_has_track(scan, start, end))
        return false;
    for (uint32_t at = end; at < scan->clause_end[start] && at < end + AHEAD; at++)
        for (size_t k = 0; k < sizeof words / sizeof *words; k++)
            if (gt_codes_at(&scan->codes, at, words[k]))
                return true;
    return false;
}

/* True for what is carried out, not built: 行动, 工程; of a project only its name tells. */
static bool is_carried_out(const struct gt_suffix *suffix)
{
    static const char *const words[] = {"行动", "工程", "计划", "专项", "规划", "方案", "试点"};
    for (size_t k = 0; suffix->type == GT_NODE_programme && k < sizeof words / sizeof *words; k++)
        if (strstr(suffix->text, words[k]))
            return true;
    return false;
}

/* True when the text in front of a name carries it out: 启动先进制造业专项行动. */
bool gt_name_is_started(const struct gt_scan *scan, const struct gt_suffix *suffix, uint32_t start)
{
    static const char *const words[] = {"启动", "实施",   "开展",   "推动",  "推进",
                                        "打造", "启动了", "实施了", "开展了"};
    for (size_t k = 0; is_carried_out(suffix) && k < sizeof words / sizeof *words; k++) {
        uint32_t n = (uint32_t)gt_utf8_count(words[k]);
        if (n <= start && gt_codes_at(&scan->codes, start - n, words[k]))
            return true;
    }
    return false;
}

/* 世界机器人博览会, 全国机器人产业联盟: the whole world's or nation's of a track. */
bool gt_name_is_of_all(const struct gt_scan *scan, const struct gt_suffix *suffix, uint32_t start,
                       uint32_t ending)
{
    bool kind = suffix->type == GT_NODE_event || suffix->type == GT_NODE_alliance;
    bool wide = gt_codes_at(&scan->codes, start, "世界") ||
                (start >= 2 && (gt_codes_at(&scan->codes, start - 2, "全国") ||
                                gt_codes_at(&scan->codes, start - 2, "全省") ||
                                gt_codes_at(&scan->codes, start - 2, "全区")));
    return kind && wide && gt_name_has_track(scan, start, ending);
}

/* 召开全区能源保供专题会议: what is held, and says what about. */
static bool is_held(const struct gt_scan *scan, uint32_t start)
{
    static const char *const words[] = {"召开", "举办", "举行", "承办", "主办"};
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (start >= 2 && (gt_codes_at(&scan->codes, start - 2, words[k]) ||
                           (start >= 3 && gt_codes_at(&scan->codes, start - 3, words[k]) &&
                            scan->codes.code[start - 1] == U'了')))
            return true;
    return false;
}

/* True when the text in front sets up what says what it is for: 搭建智慧燃气监管平台. */
bool gt_name_is_set_up(const struct gt_scan *scan, const struct gt_suffix *suffix, uint32_t start)
{
    static const char *const words[] = {"建立", "搭建", "建成", "上线", "获批", "共建", "组建"};
    if (suffix->type == GT_NODE_event)
        return is_held(scan, start) || (start > 0 && scan->codes.code[start - 1] == U'届');
    if (suffix->type != GT_NODE_platform && suffix->type != GT_NODE_institute &&
        suffix->type != GT_NODE_university)
        return false;
    bool after = start > 0 && strcmp(suffix->text, "体系") != 0 &&
                 (scan->codes.code[start - 1] == U'了' || scan->codes.code[start - 1] == U'起');
    uint32_t end = after ? start - 1 : start; /* 搭建起, 共建了 */
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (end >= 2 && gt_codes_at(&scan->codes, end - 2, words[k]))
            return true;
    return false;
}
