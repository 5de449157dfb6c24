/* name_none.c: what tells that words with the ending of a name name nothing: a class, a count, a
 * figure of speech, a list in quotes. */
#include "extract/name.h"

#include "extract/area.h"

#include <string.h>

enum { QUOTE_IN_NAME = 24 };

/* How many pluses stand between words in a quote: “政策+产业+资本”. */
static uint32_t count_pluses(const struct gt_scan *scan, uint32_t open)
{
    uint32_t plus = 0;
    for (uint32_t i = open + 1; i < scan->mate[open]; i++)
        plus += scan->codes.code[i] == '+' && gt_code_is_han(scan->codes.code[i - 1]) &&
                gt_code_is_han(scan->codes.code[i + 1]);
    return plus;
}

/* “引力场、智汇源和孵化器”: a quote that holds a list is a figure of speech. */
static bool is_in_slogan(const struct gt_scan *scan, uint32_t start)
{
    for (uint32_t at = start; at > 0 && start - at < QUOTE_IN_NAME; at--) {
        uint32_t open = at - 1, code = scan->codes.code[open];
        if (gt_code_ends_clause(code))
            return false;
        if (code != 0x201C || scan->mate[open] == GT_NONE || scan->mate[open] < start)
            continue;
        for (uint32_t i = open; i < scan->mate[open]; i++)
            if (scan->codes.code[i] == 0x3001)
                return true;
        uint32_t plus = count_pluses(scan, open);
        if (plus > 1 || (plus && start > open + 1))
            return true;
    }
    return false;
}

/* 成为…融合发展的“生命智谷”: a quote behind 的 is a figure of speech, unless a body owns it. */
static bool is_figure(const struct gt_scan *scan, uint32_t start, uint32_t stop)
{
    uint32_t at = start + (start < scan->codes.n && scan->codes.code[start] == 0x201C);
    if (at < 2 || scan->codes.code[at - 1] != 0x201C || scan->codes.code[at - 2] != U'的')
        return false;
    enum { CLASS_MOST = 4 };
    uint32_t shut = scan->mate[at - 1];
    if (shut != GT_NONE && shut + 1 < stop && shut > at && stop <= shut + 1 + CLASS_MOST)
        return false; /* 隔路相望的“云湾里”青创空间 */
    uint32_t owner = at - 2;
    for (uint32_t back = 1; back <= 6 && back <= owner; back++) {
        const struct gt_hit *ending = gt_scan_word(scan, owner - back, GT_WORD_SUFFIX);
        const struct gt_hit *fact = gt_scan_word(scan, owner - back, GT_WORD_FACT);
        if ((ending && ending->end == owner) || (fact && fact->end == owner))
            return false;
    }
    uint32_t n = 0; /* 研究员陈某某的“…”项目 */
    for (uint32_t i = owner; i-- > 0 && n < 3 && gt_code_is_han(scan->codes.code[i]); n++)
        if (n >= 1 && i >= 2 && gt_scan_word(scan, i - 2, GT_WORD_TITLE))
            return false;
    uint32_t close = scan->mate[at - 1]; /* “云岭合伙人”联盟 says what it is */
    return close != GT_NONE && !gt_scan_word(scan, close + 1, GT_WORD_SUFFIX);
}

/* 岚曜智能项目: a firm and what it does here. */
static bool is_of_firm(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    for (uint32_t at = start + 2; at < end && at <= start + 7; at++) {
        const struct gt_hit *tail = gt_scan_word(scan, at, GT_WORD_SUFFIX);
        if (tail && tail->end == end &&
            gt_suffixes[gt_scan_lexeme(scan, tail)->row].policy == GT_SUFFIX_BRAND &&
            !gt_area_is_home(scan, start, at) && !gt_scan_is_ordinary(scan, start, end))
            return true;
    }
    return false;
}

/* 子 in front of 公司 is no end of 电子 and the like. */
static bool is_daughter(const struct gt_scan *scan, uint32_t at)
{
    static const uint32_t before[] = {U'电', U'光', U'量', U'离', U'分', U'原', U'粒', U'种'};
    bool daughter = at > 1 && scan->codes.code[at - 1] == U'子';
    for (size_t i = 0; daughter && i < sizeof before / sizeof *before; i++)
        daughter = scan->codes.code[at - 2] != before[i];
    return daughter;
}

/* 黔云集团全资子公司, 新加坡上市公司, 中国公司: what a firm is, not how it is called. */
static bool is_firm_class(const struct gt_scan *scan, const struct gt_suffix *suffix,
                          uint32_t start, const struct gt_hit *ending)
{
    const struct gt_hit *fact = gt_scan_word(scan, start, GT_WORD_FACT);
    bool place = fact && fact->end == ending->start &&
                 scan->lexicon->fact[gt_scan_lexeme(scan, fact)->row].type == GT_NODE_place;
    return strcmp(suffix->text, "公司") == 0 &&
           (place || is_daughter(scan, ending->start) ||
            (ending->start >= start + 2 && gt_codes_at(&scan->codes, ending->start - 2, "上市")));
}

/* 大连化物所: a place or body, then two to five characters that are no everyday words. */
static bool is_short_institute(const struct gt_scan *scan, uint32_t start, uint32_t ending)
{
    enum { LEAST = 2, MOST = 5 };
    const struct gt_hit *fact = gt_scan_word(scan, start, GT_WORD_FACT);
    return fact && ending >= fact->end + LEAST && ending <= fact->end + MOST &&
           !gt_scan_is_ordinary(scan, fact->end, ending);
}

bool gt_name_is_counted(const struct gt_scan *scan, uint32_t end)
{
    static const uint32_t measures[] = {U'个', U'家', U'处', U'座', U'所', U'间', U'项', U'支'};
    uint32_t at = end;
    while (at < scan->codes.n && gt_code_is_digit(scan->codes.code[at]))
        at++;
    for (size_t i = 0; at > end && at < scan->codes.n && i < sizeof measures / sizeof *measures;
         i++)
        if (scan->codes.code[at] == measures[i])
            return true;
    return false;
}

/* 云岭海关驻高新区办事处: only an office is stationed somewhere. */
static bool is_stationed(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    for (uint32_t i = start + 2; i < end; i++)
        if (scan->codes.code[i] == U'驻')
            return true;
    return false;
}

/* 上海科技企业孵化器 is a class of carriers, licensed by the city. */
static bool is_class_of_place(const struct gt_scan *scan, const struct gt_suffix *suffix,
                              uint32_t start, const struct gt_hit *ending)
{
    if (strcmp(suffix->text, "孵化器") != 0 && strcmp(suffix->text, "众创空间") != 0)
        return false;
    const struct gt_hit *fact = gt_scan_word(scan, start, GT_WORD_FACT);
    return fact && fact->end < ending->end &&
           scan->lexicon->fact[gt_scan_lexeme(scan, fact)->row].type == GT_NODE_place &&
           gt_scan_is_generic(scan, fact->end, ending->end);
}

/* 东南亚电商平台SkyNova, 服务平台“云岭通”: what the name that follows is. */
static bool is_class_of_next(const struct gt_scan *scan, const struct gt_suffix *suffix,
                             uint32_t end)
{
    uint32_t code = end < scan->codes.n ? scan->codes.code[end] : 0;
    bool latin = gt_code_is_latin(code) && end + 2 < scan->codes.n &&
                 gt_code_is_latin(scan->codes.code[end + 2]);
    return suffix->type == GT_NODE_platform && (code == 0x201C || latin);
}

/* 千吨级碳纤维项目计划落户: a verb behind what plans it, for a verb follows. */
static bool is_planning(const struct gt_scan *scan, const struct gt_hit *ending,
                        const struct gt_suffix *suffix)
{
    static const char *const planners[] = {"项目", "公司", "企业", "集团", "园区", "银行"};
    bool verb =
        strcmp(suffix->text, "计划") == 0 && (gt_scan_word(scan, ending->end, GT_WORD_STRONG) ||
                                              gt_scan_word(scan, ending->end, GT_WORD_TRIGGER));
    for (size_t i = 0; verb && i < sizeof planners / sizeof *planners; i++)
        if (gt_codes_at(&scan->codes, ending->start - 2, planners[i]))
            return true;
    return false;
}

bool gt_name_is_none(const struct gt_scan *scan, const struct gt_suffix *suffix, uint32_t start,
                     const struct gt_hit *ending)
{
    uint32_t front = ending->start - start, code = scan->codes.code[start];
    if (front < 2 && suffix->policy == GT_SUFFIX_FREE && (front == 0 || !gt_area_is_unit(code)))
        return true;
    if (suffix->type == GT_NODE_agency && gt_code_is_numeral(code) &&
        (scan->strong[start + 2] || scan->codes.code[start + 1] == U'大'))
        return true; /* 两个大局 */
    if (strcmp(suffix->text, "项目") == 0 && is_of_firm(scan, start, ending->start))
        return true;
    if (gt_codes_at(&scan->codes, start, "一手") || is_class_of_next(scan, suffix, ending->end) ||
        (front >= 2 && is_planning(scan, ending, suffix)))
        return true; /* 一手招平台、一手招工厂 */
    if (is_firm_class(scan, suffix, start, ending))
        return true;
    if (strcmp(suffix->text, "所") == 0 && !is_short_institute(scan, start, ending->start))
        return true;
    return code == 0x201C && scan->mate[start] != GT_NONE && scan->mate[start] > start &&
           count_pluses(scan, start) > 1;
}

bool gt_name_is_figure(const struct gt_scan *scan, const struct gt_suffix *suffix, uint32_t start,
                       const struct gt_hit *ending)
{
    return is_in_slogan(scan, start) || is_figure(scan, start, ending->end) ||
           (suffix->type != GT_NODE_agency && is_stationed(scan, start, ending->start)) ||
           is_class_of_place(scan, suffix, start, ending);
}
