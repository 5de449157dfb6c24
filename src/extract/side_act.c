/* side_act.c: who may be the one that acts, by what stands around the name. */
#include "extract/point.h"
#include "extract/side.h"
#include "extract/word_list.h"

/* Words in front of a mention that leave it a subject: connectives, time, verbs that make someone
 * act.
 */
static bool leaves_subject(const struct gt_scan *scan, uint32_t at)
{
    static const struct {
        uint32_t last; /* sign: most words end with it here, or not at all */
        const char *text;
    } words[] = {
        {U'动', "推动"}, {U'持', "支持"},    {U'成', "促成"}, {U'助', "帮助"}, {U'导', "引导"},
        {U'前', "目前"}, {U'时', "同时"},    {U'中', "其中"}, {U'期', "近期"}, {U'来', "近年来"},
        {U'是', "一是"}, {U'是', "二是"},    {U'是', "三是"}, {U'是', "四是"}, {U'是', "五是"},
        {U'们', "我们"}, {U'由', "由"},      {U'托', "委托"}, {U'业', "企业"}, {U'导', "指导"},
        {U'织', "组织"}, {U'助', "协助"},    {U'位', "单位"}, {U'外', "此外"}, {U'外', "另外"},
        {U'如', "例如"}, {U'如', "如"},      {U'是', "是"},   {U'前', "当前"}, {U'现', "现"},
        {U'等', "等"},   {U'中', "中"},      {U'年', "年"},   {U'月', "月"},   {U'日', "日"},
        {U'后', "后"},   {U'进', "持续推进"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (scan->codes.code[at - 1] == words[i].last &&
            gt_codes_end(&scan->codes, at, words[i].text))
            return true;
    return false;
}

/* 印发的《…规划》提出: a policy that sets something out. */
static bool sets_out(const struct gt_scan *scan, const struct gt_mention *mention)
{
    static const char *const verbs[] = {"提出", "明确", "要求", "规定", "聚焦"};
    uint32_t at = mention->end;
    if (mention->type != GT_NODE_programme)
        return false;
    if (at < scan->codes.n && gt_code_opens(scan->codes.code[at]) && scan->mate[at] != GT_NONE)
        at = scan->mate[at] + 1;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (gt_codes_at(&scan->codes, at, verbs[i]))
            return true;
    return false;
}

/* True for a clause that begins with an attribute of its subject. */
static bool begins_attribute(const struct gt_scan *scan, uint32_t at)
{
    static const char *const words[] = {"位于", "坐落", "地处", "落户", "总部", "成立于", "由"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (gt_codes_at(&scan->codes, at, words[i]))
            return true;
    return false;
}

/* 以甲、乙为代表: who stands for the others acts. */
static bool is_exemplar(const struct gt_reading *reading, const struct gt_mention *mention)
{
    static const char *const words[] = {"为代表", "为龙头", "为首"};
    const struct gt_scan *scan = reading->scan;
    for (uint32_t at = mention->end; at < scan->clause_end[mention->start]; at++)
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (gt_codes_at(&scan->codes, at, words[i]))
                return true;
    return false;
}

bool gt_side_may_act(const struct gt_reading *reading, const struct gt_mention *mention)
{
    const struct gt_scan *scan = reading->scan;
    uint32_t at = mention->start;
    struct gt_point point;
    if (at == scan->clause_start[at] || leaves_subject(scan, at) || sets_out(scan, mention) ||
        (gt_point_at(scan, scan->clause_start[at], &point) && point.end == at))
        return true;
    uint32_t code = scan->codes.code[at - 1];
    if (code == U'的' && begins_attribute(scan, scan->clause_start[at]))
        return true; /* 位于某某镇的某某园由…运营 */
    if (code == U'有' && at - 1 == scan->clause_start[at])
        return true; /* 一类是天使类，有某某基金，规模… */
    if ((code == U'以' || code == U'的') && is_exemplar(reading, mention))
        return true;
    return code == ')' || code == 0xFF09 || code == '*';
}

/* The characters that the words below begin with: this is asked of every place of many clauses. */
static bool begins_role(uint32_t code)
{
    switch (code) {
    case U'认':
    case U'实':
    case U'持':
    case U'占':
    case U'任':
    case U'担':
    case U'兼':
    case U'出':
    case U'为':
    case U'当':
    case U'前':
        return true;
    default:
        return false;
    }
}

bool gt_side_is_aside(const struct gt_scan *scan, uint32_t at)
{
    enum { ASIDE = 64 }; /* as long as such clauses are */
    static const char words[] =
        "认缴 实缴 持股 占比 占股 任理事 任副理 任会长 任副会 任组长 任主任 任盟主 担任 兼任 出任 "
        "为理事 为副理 为会长 为组长 当选 任执行 任普通 任管理 任首任 任院长 任所长 任秘书 任名誉 "
        "为管理 为执行 前身为 前身是 前身系";
    uint32_t start = scan->clause_start[at], end = scan->clause_end[at];
    end = end < start + ASIDE ? end : start + ASIDE;
    for (uint32_t i = start; i < end; i++)
        if (begins_role(scan->codes.code[i]) && gt_word_list_at(&scan->codes, i, words))
            return true;
    return false;
}
