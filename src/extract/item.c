/* item.c: what stands in lists: names without an ending (集聚了甲、乙、丙等企业), and industries
 * (聚焦甲、乙等领域).
 *
 * How it works: a trigger whose side is open says where a list stands and what its items are. The
 * list is cut at 、 and, where both parts stand alone, at 和与及; it ends at 等, 的, a boundary
 * word or its clause. Outside lists only industries of the lexicon are found. */
#include "extract/item.h"

#include "base/utf8.h"
#include "extract/word_list.h"

#include <string.h>

enum { ITEMS = 40, ITEM_CODES = 12, TRACK_CODES = 16 };

struct list {
    const struct gt_scan *scan;
    struct gt_mentions *mentions;
    const struct gt_side *side;
    uint32_t start[ITEMS], end[ITEMS], n;
    uint32_t tail; /* what follows the list: behind 等 */
    bool etc;      /* it ends with 等 */
};

/* --- cutting -----------------------------------------------------------------------------------
 */

/* True when a list cannot go on at `at`. */
static bool is_stop(const struct list *list, uint32_t at)
{
    const struct gt_scan *scan = list->scan;
    uint32_t code = scan->codes.code[at];
    if (gt_code_is_numeral(code) && at + 1 < scan->codes.n &&
        (scan->codes.code[at + 1] == U'个' || scan->codes.code[at + 1] == U'家' ||
         scan->codes.code[at + 1] == U'大' || scan->codes.code[at + 1] == U'所'))
        return true;
    if (code == U'等' || code == U'的' || gt_code_ends_clause(code) || code == 0x2014)
        return true;
    for (uint32_t i = scan->first[at]; i < scan->first[at + 1]; i++) {
        const struct gt_hit *hit = &scan->hit[i];
        enum gt_word_kind kind = gt_scan_lexeme(scan, hit)->kind;
        if (kind == GT_WORD_STRONG && scan->strong[hit->end] >= 2 &&
            hit->end - hit->start == scan->strong[hit->end])
            return code != U'以' || !gt_codes_at(&scan->codes, at, "以及");
    }
    return scan->strong[at + 1] == 1 && code != U'和' && code != U'与' && code != U'及' &&
           code != U'或';
}

static void add_item(struct list *list, uint32_t start, uint32_t end)
{
    const uint32_t *code = list->scan->codes.code;
    while (start < end && (code[start] == 0x201C || code[start] == '"' || code[start] == 0x300A))
        start++;
    while (start < end &&
           (code[end - 1] == 0x201D || code[end - 1] == '"' || code[end - 1] == 0x300B))
        end--;
    if (start < end && list->n < ITEMS) {
        list->start[list->n] = start;
        list->end[list->n++] = end;
    }
}

/* Length of the conjunction at `at` that may part two items; 0. */
static uint32_t conjunction(const struct gt_scan *scan, uint32_t at)
{
    if (gt_codes_at(&scan->codes, at, "以及"))
        return 2;
    uint32_t code = scan->codes.code[at];
    return (code == U'和' || code == U'与' || code == U'及') && scan->strong[at + 1] == 1;
}

/* True when [start, end) is one word of the industries. */
static bool is_track(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    const struct gt_hit *hit = start < end ? gt_scan_word(scan, start, GT_WORD_INDUSTRY) : NULL;
    return hit && hit->end == end;
}

static bool parts_here(const struct list *list, uint32_t start, uint32_t at, uint32_t stop)
{
    uint32_t n = conjunction(list->scan, at);
    const uint32_t *cover = list->mentions->cover;
    if (n == 2)
        return true;
    if (!n)
        return false;
    if (list->side->types & 1u << GT_NODE_industry)
        return (is_track(list->scan, start, at) && is_track(list->scan, at + 1, stop)) ||
               (list->n > 0 && list->scan->codes.code[at] == U'和' && at >= start + 3 &&
                stop >= at + 4);
    return cover[at - 1] != GT_NONE || (at + 1 < stop && cover[at + 1] != GT_NONE) || list->n > 0;
}

/* Where the item that begins at `start` could end: 、 or a stop. */
static uint32_t item_end(const struct list *list, uint32_t start, uint32_t end)
{
    uint32_t at = start;
    while (at < end) {
        uint32_t m = list->mentions->cover[at], mate = list->scan->mate[at];
        if (m != GT_NONE && list->mentions->item[m].kind != GT_MENTION_INDUSTRY)
            at = list->mentions->item[m].end;
        else if (mate != GT_NONE && mate > at && mate < end)
            at = mate + 1;
        else if (list->scan->codes.code[at] == 0x3001 || is_stop(list, at))
            break;
        else
            at++;
    }
    return at < end ? at : end;
}

/* Where the items begin: behind 了, a place (投向长三角区域“…”), an opening quote around all of
 * them. */
static uint32_t list_start(const struct list *list, uint32_t start, uint32_t *end)
{
    const struct gt_scan *scan = list->scan;
    uint32_t m = start < *end ? list->mentions->cover[start] : GT_NONE;
    while (start < *end && gt_word_list_at(&scan->codes, start, "了 着 过 ： : 如 以 于"))
        start++;
    if (m != GT_NONE && list->mentions->item[m].type == GT_NODE_place &&
        list->side->types & 1u << GT_NODE_industry)
        start = list->mentions->item[m].end;
    if (start >= *end || scan->codes.code[start] != 0x201C || scan->mate[start] == GT_NONE)
        return start;
    for (uint32_t i = start; i < scan->mate[start]; i++)
        if (scan->codes.code[i] == 0x3001) {
            *end = scan->mate[start];
            return start + 1;
        }
    return start;
}

static void cut_list(struct list *list, uint32_t start, uint32_t end)
{
    const struct gt_scan *scan = list->scan;
    start = list_start(list, start, &end);
    while (start < end) {
        uint32_t stop = item_end(list, start, end), from = start;
        for (uint32_t at = start + 1; at < stop; at++)
            if (list->mentions->cover[at] == GT_NONE && parts_here(list, from, at, stop)) {
                add_item(list, from, at);
                from = at + conjunction(scan, at);
            }
        add_item(list, from, stop);
        if (stop >= end || scan->codes.code[stop] != 0x3001) {
            list->etc = stop < scan->codes.n && scan->codes.code[stop] == U'等';
            list->tail = stop + list->etc;
            return;
        }
        start = stop + 1;
    }
    list->tail = end;
}

/* --- names -------------------------------------------------------------------------------------
 */

/* The type that the words behind the list give its items; that of the side when none do. */
static enum gt_node_type tail_type(const struct list *list)
{
    static const struct {
        const char *words;
        enum gt_node_type type;
    } tails[] = {
        {"企业 公司 上市公司 机构 单位", GT_NODE_company},
        {"载体 园区 孵化器 众创空间 基地", GT_NODE_park},
        {"平台 功能性平台", GT_NODE_platform},
        {"高校 大学", GT_NODE_university},
        {"医院", GT_NODE_hospital},
        {"科研院所 研究机构", GT_NODE_institute},
        {"活动 会议 论坛 大赛", GT_NODE_event},
        {"基金", GT_NODE_fund},
        {"协会 行业组织", GT_NODE_association},
        {"联盟", GT_NODE_alliance},
        {"项目 政策 工程 计划", GT_NODE_programme},
        {"地区 等地 县市 区县 城市 省份", GT_NODE_place},
    };
    const struct gt_scan *scan = list->scan;
    uint32_t end = list->tail < scan->codes.n ? scan->clause_end[list->tail] : list->tail;
    for (uint32_t at = list->tail; at < end && at < list->tail + 14; at++)
        for (size_t i = 0; i < sizeof tails / sizeof *tails; i++)
            if (list->side->types & 1u << tails[i].type &&
                gt_word_list_at(&scan->codes, at, tails[i].words))
                return tails[i].type == GT_NODE_programme && list->side->first == GT_NODE_company
                           ? GT_NODE_company /* 蓝鲸科技等19个项目: firms with a project each */
                           : tails[i].type;
    return list->side->first;
}

/* The ending of policy ITEM at the end of [start, end). */
static const struct gt_suffix *item_ending(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    for (uint32_t at = start + 1; at < end; at++) {
        const struct gt_hit *hit = gt_scan_word(scan, at, GT_WORD_SUFFIX);
        if (hit && hit->end == end)
            return &gt_suffixes[gt_scan_lexeme(scan, hit)->row];
    }
    return NULL;
}

static bool is_free(const struct gt_mentions *mentions, uint32_t start, uint32_t end)
{
    for (uint32_t i = start; i < end; i++)
        if (mentions->cover[i] != GT_NONE)
            return false;
    return true;
}

/* True when only known names stand in [start, end): 环某大学策源核. */
static bool holds_facts(const struct gt_mentions *mentions, uint32_t start, uint32_t end)
{
    for (uint32_t i = start; i < end; i++) {
        uint32_t m = mentions->cover[i];
        if (m != GT_NONE && (mentions->item[m].kind != GT_MENTION_FACT ||
                             mentions->item[m].start < start || mentions->item[m].end >= end))
            return false;
    }
    return true;
}

/* True for what can be a name though nothing says so but its list. */
static bool is_plain_name(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    uint32_t n = end - start, letters = 0;
    if (n < 2 || n > ITEM_CODES)
        return false;
    for (uint32_t i = start; i < end; i++) {
        uint32_t code = scan->codes.code[i];
        letters += gt_code_is_han(code) || gt_code_is_latin(code);
        if (scan->strong[i + 1] && i + 1 - scan->strong[i + 1] >= start)
            return false;
        if (gt_code_ends_clause(code) || gt_code_opens(code) || gt_code_closes(code))
            return false;
    }
    return letters >= 2 && !gt_scan_is_ordinary(scan, start, end) && !is_track(scan, start, end);
}

/* …、政策支持五大工程: a list that is counted, and has as many items, is one of names. */
static bool is_counted(const struct list *list, uint32_t start, uint32_t end, uint32_t *stop)
{
    static const char *const numerals[] = {"二", "三", "四", "五", "六", "七", "八", "九", "十"};
    const struct gt_scan *scan = list->scan;
    uint32_t commas = 0;
    for (uint32_t at = start; at < end; at++) {
        commas += scan->codes.code[at] == 0x3001;
        for (uint32_t i = 0; i < sizeof numerals / sizeof *numerals; i++)
            if (commas && gt_codes_at(&scan->codes, at, numerals[i]) && i + 1 == commas &&
                gt_word_list_at(&scan->codes, at + 1,
                                "大工程 大行动 大计划 大专项 项工程 项行动 项计划")) {
                *stop = at;
                return true;
            }
    }
    return false;
}

static void take_counted(struct list *list, uint32_t start, uint32_t stop)
{
    for (uint32_t at = start; at <= stop; at++) {
        if (at < stop && list->scan->codes.code[at] != 0x3001)
            continue;
        if (at - start >= 2 && at - start <= ITEM_CODES)
            gt_mention_add(list->mentions, GT_MENTION_ITEM, list->side->first, start, at);
        start = at + 1;
    }
}

/* Programmes and events go by an ending or quotes. */
static bool is_act(enum gt_node_type type)
{
    return type == GT_NODE_programme || type == GT_NODE_event;
}

static bool is_quoted(const struct gt_scan *scan, uint32_t start)
{
    return start > 0 &&
           (gt_code_opens(scan->codes.code[start - 1]) || scan->codes.code[start - 1] == '"');
}

static void take_names(struct list *list)
{

    for (uint32_t i = 0; i < list->n; i++) {
        uint32_t start = list->start[i], end = list->end[i];
        const struct gt_suffix *ending = item_ending(list->scan, start, end);
        bool listed = list->n > 1 || list->etc;
        bool park_end = ending && ending->type == GT_NODE_park;
        if (!is_plain_name(list->scan, start, end) ||
            !(is_free(list->mentions, start, end) ||
              ((park_end || listed) && holds_facts(list->mentions, start, end))))
            continue;
        bool ends = ending && gt_suffix_is_common(ending) && list->side->types & 1u << ending->type;
        if (!ends && (!listed || list->side->types == 1u << GT_NODE_park))
            continue;
        if (!ends && !(ending && list->side->types & 1u << ending->type) &&
            is_act(list->side->first) && !is_quoted(list->scan, start))
            continue; /* 做好开发规模时序 */
        enum gt_node_type type = tail_type(list);
        if (ending && list->side->types & 1u << ending->type &&
            (!gt_suffix_is_common(ending) || type == list->side->first))
            type = ending->type;
        gt_mention_add(list->mentions, GT_MENTION_ITEM, type, start, end);
    }
}

/* --- industries --------------------------------------------------------------------------------
 */

static const char track_tails[] =
    "产业 领域 行业 赛道 方向 板块 技术领域 服务业 业态 新业态 技术路线";

/* Cuts what names the kind off the end of a track: 生命健康产业 -> 生命健康. */
static uint32_t track_end(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    for (uint32_t at = start + 2; at < end; at++)
        if (gt_word_list_at(&scan->codes, at, "产业 领域 行业 赛道 板块 特色 重点 主导 优势") &&
            !is_track(scan, start, end))
            return at;
    return end;
}

/* Cuts verbs and the area off the beginning: 发展生命健康产业, 区生命健康产业. */
static uint32_t track_start(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    for (uint32_t at = start; at < end;) {
        const struct gt_hit *strong = gt_scan_word(scan, at, GT_WORD_STRONG);
        const struct gt_hit *weak = gt_scan_word(scan, at, GT_WORD_WEAK);
        const struct gt_hit *faint = gt_scan_word(scan, at, GT_WORD_FAINT);
        const struct gt_hit *hit = strong ? strong : weak ? weak : faint;
        const struct gt_hit *track = gt_scan_word(scan, at, GT_WORD_INDUSTRY);
        bool area = scan->codes.code[at] == U'区';
        if (track || (!hit && !area) || (hit && hit->end >= end))
            return at;
        at = area ? at + 1 : hit->end;
    }
    return start;
}

static bool holds_track(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    for (uint32_t at = start; at < end; at++) {
        const struct gt_hit *hit = gt_scan_word(scan, at, GT_WORD_INDUSTRY);
        if (hit && hit->end <= end)
            return true;
    }
    return false;
}

/* True when the words behind the list call it one of industries: 等细分赛道. */
static bool is_called_tracks(const struct list *list)
{
    const struct gt_scan *scan = list->scan;
    uint32_t end = list->tail < scan->codes.n ? scan->clause_end[list->tail] : list->tail;
    for (uint32_t at = list->tail; at < end && at < list->tail + 10; at++)
        if (gt_word_list_at(&scan->codes, at, track_tails))
            return true;
    return false;
}

/* 等7个专项行动, 等方面: no industries. */
static bool is_called_other(const struct list *list)
{
    const struct gt_scan *scan = list->scan;
    uint32_t end = list->tail < scan->codes.n ? scan->clause_end[list->tail] : list->tail;
    for (uint32_t at = list->tail; list->etc && at < end && at < list->tail + 10; at++)
        if (gt_word_list_at(&scan->codes, at, "行动 工作 方面 问题 环节 需求 任务 因素 要素 资源"))
            return true;
    return false;
}

static void add_track(struct list *list, uint32_t start, uint32_t end)
{
    if (is_free(list->mentions, start, end))
        gt_mention_add(list->mentions, GT_MENTION_INDUSTRY, GT_NODE_industry, start, end);
}

/* 新能源新材料: each part stands alone. True when the track was cut so. */
static bool add_parts(struct list *list, uint32_t start, uint32_t end)
{
    const struct gt_scan *scan = list->scan;
    const struct gt_hit *first = gt_scan_word(scan, start, GT_WORD_INDUSTRY);
    if (!first || first->end - start < 3 || (first->end - start) * 2 != end - start ||
        !is_track(scan, first->end, end))
        return false;
    add_track(list, start, first->end);
    add_track(list, first->end, end);
    return true;
}

static bool is_clean_track(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    uint32_t n = end - start;
    if (n < 2 || n > TRACK_CODES || gt_code_is_digit(scan->codes.code[start]))
        return false;
    for (uint32_t i = start; i < end; i++) {
        bool joins = conjunction(scan, i) > 0;
        if (scan->strong[i + 1] && !joins && i + 1 - scan->strong[i + 1] >= start)
            return false;
    }
    return true;
}

/* True when a word of the industries closes [start, end). */
static bool ends_track(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    for (uint32_t at = start; at < end; at++) {
        const struct gt_hit *hit = gt_scan_word(scan, at, GT_WORD_INDUSTRY);
        if (conjunction(scan, at))
            return is_track(scan, start, end);
        if (hit && hit->end == end)
            return true;
    }
    return false;
}

static bool holds_word(const struct gt_scan *scan, uint32_t start, uint32_t end, const char *word)
{
    for (uint32_t i = start; i < end; i++)
        if (gt_codes_at(&scan->codes, i, word))
            return true;
    return false;
}

static void take_tracks(struct list *list)
{
    const struct gt_scan *scan = list->scan;
    bool called = is_called_tracks(list);
    if (!called && is_called_other(list))
        return;
    uint32_t tracks = 0;
    for (uint32_t i = 0; i < list->n; i++)
        tracks += holds_track(scan, list->start[i], list->end[i]);
    for (uint32_t i = 0; i < list->n; i++) {
        uint32_t start = track_start(scan, list->start[i], list->end[i]);
        uint32_t end = track_end(scan, start, list->end[i]);
        bool track = holds_track(scan, start, end);
        bool shown = (called && (list->n > 1 || list->etc)) || (list->n > 1 && tracks > 0);
        if (holds_word(scan, start, end, "企业") || !is_clean_track(scan, start, end) ||
            (!track && !shown) || add_parts(list, start, end))
            continue;
        if (!track && !(called && list->n > 2) && gt_scan_is_generic(scan, start, end))
            continue;
        if (list->n == 1 && list->side->kind == GT_SIDE_object && !called &&
            !ends_track(scan, start, end))
            continue; /* alone, it must be one by its own words */
        add_track(list, start, end);
    }
}

/* --- the stage ---------------------------------------------------------------------------------
 */

void gt_find_items(const struct gt_scan *scan, const struct gt_matches *matches, bool tracks,
                   struct gt_mentions *mentions)
{
    for (uint32_t i = 0; i < matches->n; i++) {
        const struct gt_match *match = &matches->item[i];
        const struct gt_side *sides[] = {&match->trigger->source, &match->trigger->target};
        for (int k = 0; k < 2; k++) {
            struct list list = {.scan = scan, .mentions = mentions, .side = sides[k]};
            bool industries = sides[k]->types & 1u << GT_NODE_industry;
            uint32_t start, end;
            if (!sides[k]->open || industries != tracks ||
                !gt_match_range(scan, match, sides[k]->kind, &start, &end))
                continue;
            uint32_t stop;
            if (sides[k]->first == GT_NODE_programme && is_counted(&list, start, end, &stop)) {
                take_counted(&list, start, stop);
                continue;
            }
            cut_list(&list, start, end);
            if (industries)
                take_tracks(&list);
            else
                take_names(&list);
        }
    }
}

/* 创新药企业——某某医药正式…: a firm behind a dash. */
static void add_behind_dash(const struct gt_scan *scan, uint32_t at, struct gt_mentions *mentions)
{
    static const struct {
        const char *word;
        enum gt_node_type type;
    } classes[] = {{"企业——", GT_NODE_company}, {"公司——", GT_NODE_company},
                   {"基金——", GT_NODE_fund},    {"园区——", GT_NODE_park},
                   {"载体——", GT_NODE_park},    {"平台——", GT_NODE_platform}};
    struct gt_side side = {.types = 0};
    struct list list = {.scan = scan, .mentions = mentions, .side = &side};
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (at >= 4 && gt_codes_at(&scan->codes, at - 4, classes[i].word))
            side = (struct gt_side){.types = 1u << classes[i].type, .first = classes[i].type};
    if (!side.types)
        return;
    cut_list(&list, at, scan->clause_end[at]);
    if (list.n && is_free(mentions, list.start[0], list.end[0]) &&
        is_plain_name(scan, list.start[0], list.end[0]))
        gt_mention_add(mentions, GT_MENTION_ITEM, side.first, list.start[0], list.end[0]);
}

/* Lists that say themselves what they are of: 挖掘一批甲、乙、丙等关联企业. */
static void add_tailed(const struct gt_scan *scan, uint32_t at, struct gt_mentions *mentions)
{
    enum { TAIL_BACK = 60 };
    struct gt_side side = {.types =
                               1u << GT_NODE_company | 1u << GT_NODE_park | 1u << GT_NODE_place,
                           .first = GT_NODE_alliance};
    struct list list = {.scan = scan, .mentions = mentions, .side = &side, .tail = at + 1};
    enum gt_node_type type = tail_type(&list);
    uint32_t start = at, floor = scan->clause_start[at], commas = 0;
    if (type == GT_NODE_alliance)
        return;
    while (start > floor && at - start < TAIL_BACK) {
        uint32_t m = mentions->cover[start - 1];
        if (m != GT_NONE)
            start = mentions->item[m].start;
        else if (scan->strong[start] || gt_code_ends_clause(scan->codes.code[start - 1]))
            break;
        else
            commas += scan->codes.code[--start] == 0x3001;
    }
    if (!commas)
        return;
    const struct gt_hit *verb = gt_scan_word(scan, start, GT_WORD_WEAK);
    if (verb && start == floor && mentions->cover[start] == GT_NONE)
        start = verb->end; /* 支持岚药堂、白鹭药业等企业 */
    side.first = type;
    list.n = 0;
    cut_list(&list, start, at);
    list.tail = at + 1;
    list.etc = true;
    take_names(&list);
}

void gt_find_listed(const struct gt_scan *scan, struct gt_mentions *mentions)
{
    for (uint32_t at = scan->metadata->body_start; at < scan->metadata->body_end; at++) {
        if (scan->codes.code[at] == U'等' && scan->strong[at + 1] && mentions->cover[at] == GT_NONE)
            add_tailed(scan, at, mentions);
        if (scan->codes.code[at] == 0x2014 && at + 2 < scan->codes.n &&
            scan->codes.code[at + 1] == 0x2014)
            add_behind_dash(scan, at + 2, mentions);
    }
}

/* 电力 is an industry where the text calls it so, or lists it: 电力行业, but not 电力系统. */
static bool is_meant(const struct gt_scan *scan, const struct gt_hit *hit)
{
    uint32_t before = hit->start ? scan->codes.code[hit->start - 1] : 0;
    uint32_t after = hit->end < scan->codes.n ? scan->codes.code[hit->end] : 0;
    return gt_scan_lexeme(scan, hit)->row != GT_TRACK_BROAD || before == 0x3001 ||
           after == 0x3001 ||
           gt_word_list_at(&scan->codes, hit->end, "产业 行业 领域 赛道 板块 业");
}

void gt_find_industries(const struct gt_scan *scan, struct gt_mentions *mentions)
{
    for (uint32_t at = scan->metadata->body_start; at < scan->metadata->body_end;) {
        const struct gt_hit *hit = gt_scan_word(scan, at, GT_WORD_INDUSTRY);
        if (hit && is_free(mentions, hit->start, hit->end) && is_meant(scan, hit) &&
            !gt_scan_is_torn(scan, hit->start, hit->end)) {
            gt_mention_add(mentions, GT_MENTION_INDUSTRY, GT_NODE_industry, hit->start, hit->end);
            at = hit->end;
        } else {
            at++;
        }
    }
}
