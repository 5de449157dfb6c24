/* side.c: which entities stand on a side of a trigger.
 *
 * A sentence without a subject is about the issuer's area (reading rule 7). Objects are the list
 * behind the verb: the first mention that fits and is no attribute (followed by 的), with what is
 * joined to it by 、和与及. */
#include "extract/side.h"
#include "extract/topic.h"
#include "extract/word_list.h"

#include "base/utf8.h"

#include <string.h>

enum { OBJECT_REACH = 26, BEFORE_MENTIONS = 40 };

/* 面向 or 辐射 a place: what follows is no object (reading rule 13). */
static bool is_only_faced(const struct gt_scan *scan, uint32_t at)
{
    static const char *const words[] = {"面向", "辐射",   "立足", "对标",
                                        "连接", "服务于", "走向", "以"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (gt_codes_end(&scan->codes, at, words[i]))
            return true;
    return false;
}

static bool is_attribute(const struct gt_scan *scan, const struct gt_mention *mention)
{
    return mention->end < scan->codes.n && (scan->codes.code[mention->end] == U'的' ||
                                            gt_codes_at(&scan->codes, mention->end, "下属") ||
                                            gt_codes_at(&scan->codes, mention->end, "所属") ||
                                            gt_codes_at(&scan->codes, mention->end, "旗下"));
}

static bool is_country(const struct gt_reading *reading, const struct gt_entity *place)
{
    enum gt_level level = reading->scan->lexicon->fact[place->fact].level;
    return level == GT_LEVEL_national || level == GT_LEVEL_international;
}

/* Nobody founds, builds or supports what any reader knows for long: a city, an academy. */
static bool is_out_of_reach(const struct gt_reading *reading, const struct gt_match *match,
                            const struct gt_mention *mention)
{
    const struct gt_entity *entity = &reading->entities->item[mention->node];
    bool builds =
        match->trigger->edge == GT_EDGE_founds || match->trigger->edge == GT_EDGE_operates;
    if (entity->home)
        return match->trigger->edge == GT_EDGE_supports &&
               (match->n_gaps == 0 || mention->kind == GT_MENTION_ANAPHOR);
    if (mention->kind != GT_MENTION_FACT || entity->fact == GT_NONE ||
        reading->scan->lexicon->fact[entity->fact].known)
        return false;
    return (builds && match->n_gaps == 0) ||
           (entity->type == GT_NODE_place &&
            (builds || (match->trigger->edge == GT_EDGE_supports &&
                        (match->n_gaps == 0 || is_country(reading, entity)))));
}

/* 支持甲公司设立某某中心: what is supported acts itself, and the founding rules tell of it. */
static bool is_made_act(const struct gt_reading *reading, const struct gt_match *match,
                        const struct gt_ends *ends)
{
    static const char *const acts[] = {"成立", "设立", "组建", "共建", "筹建", "发起",
                                       "建立", "打造", "在",   "与",   "创办", "牵头"};
    if (match->trigger->edge != GT_EDGE_supports || match->n_gaps || !ends->n)
        return false;
    uint32_t at = gt_side_mention(reading, ends->mention[ends->n - 1])->end;
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
        if (gt_codes_at(&reading->scan->codes, at, acts[i]))
            return true;
    return false;
}

/* 吸引甲等21个品牌参展: they come and go, and are not there. */
static bool is_visit(const struct gt_reading *reading, const struct gt_match *match,
                     const struct gt_ends *ends)
{
    enum { NEAR = 20 };
    static const char *const acts[] = {"参展", "参加", "参会", "参赛", "参与", "出席", "观展"};
    const struct gt_scan *scan = reading->scan;
    if (match->trigger->edge != GT_EDGE_located_in || !ends->n)
        return false;
    uint32_t at = gt_side_mention(reading, ends->mention[ends->n - 1])->end;
    for (uint32_t stop = at + NEAR; at < stop && at < scan->clause_end[match->start]; at++)
        for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
            if (gt_codes_at(&scan->codes, at, acts[i]))
                return true;
    return false;
}

/* 构建新型电力系统的重要装备: what stands behind 的 is not what is built; only verbs that always
 * speak of industries (聚焦) reach over it. */
static bool is_too_far(const struct gt_reading *reading, const struct gt_match *match,
                       uint32_t from, uint32_t to)
{
    if (match->trigger->target.open)
        return false;
    for (uint32_t at = from; at < to; at++)
        if (reading->scan->codes.code[at] == U'的')
            return true;
    return false;
}

/* 电力, 能源 and the like are industries only where the text calls them so: 发展电力产业. */
static bool is_vague_track(const struct gt_scan *scan, const struct gt_mention *mention)
{
    static const char *const vague[] = {"电力", "能源", "装备", "工业", "交通", "建筑", "教育",
                                        "公路", "铁路", "港口", "设计", "广告", "包装", "显示",
                                        "保险", "粮食", "水利", "住宿", "数据", "节能", "节水"};
    static const char *const called[] = {"产业", "行业", "经济", "领域", "制造", "装备", "业"};
    bool is = false, names = false;
    if (mention->end - mention->start != 2)
        return false;
    for (size_t i = 0; i < sizeof vague / sizeof *vague; i++)
        is = is || gt_codes_at(&scan->codes, mention->start, vague[i]);
    for (size_t i = 0; i < sizeof called / sizeof *called; i++)
        names = names || gt_codes_at(&scan->codes, mention->end, called[i]);
    return is && !names;
}

/* 构建新型电力系统: the industry only says what kind of system. */
static bool is_modifier(const struct gt_reading *reading, const struct gt_match *match,
                        const struct gt_mention *mention)
{
    static const char *const nouns[] = {"系统", "体系", "平台", "项目", "工程", "规划", "政策",
                                        "安全", "市场", "标准", "机组", "设施", "设备", "企业",
                                        "装机", "电量", "交易", "强省", "强市"};
    if (match->trigger->edge != GT_EDGE_focuses_on || match->n_gaps)
        return false;
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        if (gt_codes_at(&reading->scan->codes, mention->end, nouns[i]))
            return true;
    return !match->trigger->target.open && is_vague_track(reading->scan, mention);
}

/* 与甲、乙等地的同类机构合作, 与甲的丙磋商: it is with others that they work, but 与甲的合作. */
static bool is_others(const struct gt_reading *reading, const struct gt_match *match, uint32_t m,
                      uint32_t end)
{
    static const char *const words[] = {"的", "等地的", "等地有关", "有关", "等地同类"};
    struct gt_ends list = {0};
    if (match->trigger->edge != GT_EDGE_cooperates_with || !match->n_gaps)
        return false;
    gt_side_add_list(reading, m, end, ~0u, &list);
    uint32_t at = list.n ? gt_side_mention(reading, list.mention[list.n - 1])->end : end;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (gt_codes_at(&reading->scan->codes, at, words[i]) &&
            at + gt_utf8_count(words[i]) < match->gap_end[0])
            return true;
    return false;
}

/* True when nothing but names of places stands in [from, to): 推动云岭区氢能…, not 推动能源电力….
 */
static bool is_next(const struct gt_reading *reading, uint32_t from, uint32_t to)
{
    const uint32_t *cover = reading->mentions->cover;
    for (; from < to; from++)
        if (cover[from] == GT_NONE || gt_side_mention(reading, cover[from])->type != GT_NODE_place)
            return false;
    return true;
}

static void find_in(const struct gt_reading *reading, const struct gt_match *match, uint32_t start,
                    uint32_t end, uint32_t types, struct gt_ends *ends)
{
    uint32_t reach = match->trigger->target.kind == GT_SIDE_after ? end - start : OBJECT_REACH;
    uint32_t spare = GT_NONE;
    for (uint32_t m = gt_side_first(reading, start);
         m < reading->mentions->n && gt_side_mention(reading, m)->end <= end &&
         gt_side_mention(reading, m)->start <= start + reach;
         m++) {
        const struct gt_mention *mention = gt_side_mention(reading, m);
        if (match->trigger->edge == GT_EDGE_focuses_on && match->n_gaps == 0 &&
            (gt_side_is_body(reading, m) || is_too_far(reading, match, start, mention->start)))
            return; /* 助力某某园区成为绿色低碳示范 */
        if (match->trigger->edge == GT_EDGE_participates_in && match->n_gaps == 0 &&
            mention->start == start && mention->type == GT_NODE_programme &&
            mention->end < reading->scan->codes.n &&
            reading->scan->codes.code[mention->end] == U'的')
            return; /* 推进已列入云岭规划的甲、乙工程: these entered it, and nobody else */
        if (match->trigger->target.kind == GT_SIDE_next && !is_next(reading, start, mention->start))
            return;
        if (!gt_side_fits(reading, m, types) ||
            (match->n_gaps == 0 && is_only_faced(reading->scan, mention->start)) ||
            reading->scan->codes.code[mention->end - 1] == U'内' ||
            is_modifier(reading, match, mention) || is_out_of_reach(reading, match, mention))
            continue;
        if (is_others(reading, match, m, end))
            return;
        if (is_attribute(reading->scan, mention)) {
            spare = spare == GT_NONE ? m : spare;
            continue;
        }
        gt_side_add_list(reading, m, end, types, ends);
        if (is_made_act(reading, match, ends) || is_visit(reading, match, ends))
            ends->n = 0;
        return;
    }
    if (spare != GT_NONE)
        gt_side_add_list(reading, spare, end, types, ends);
}

static void find_left(const struct gt_reading *reading, uint32_t start, uint32_t end,
                      uint32_t types, struct gt_ends *ends)
{
    for (uint32_t m = gt_side_first(reading, end); m-- > 0;) {
        const struct gt_mention *mention = gt_side_mention(reading, m);
        if (mention->end < start || mention->start < start)
            return;
        if (mention->end > end || !gt_side_fits(reading, m, types))
            continue;
        gt_side_add_list(reading, gt_side_list_head(reading, m, start, types), end, types, ends);
        return;
    }
}

/* 出资人有三家：甲2.4亿元、乙1.8亿元；管理人是丙: who is only listed is not what is told of. */
static bool is_listed(const struct gt_scan *scan, uint32_t at)
{
    static const char words[] = "出资人 出资方 股东 合伙人 投资人 发起人";
    uint32_t start = scan->clause_start[at];
    bool colon =
        start && (scan->codes.code[start - 1] == 0xFF1A || scan->codes.code[start - 1] == ':');
    return colon && start > 1 &&
           gt_word_list_at(&scan->codes, scan->clause_start[start - 1], words) > 0;
}

static void find_before(const struct gt_reading *reading, const struct gt_match *match,
                        uint32_t types, struct gt_ends *ends)
{
    const struct gt_scan *scan = reading->scan;
    uint32_t paragraph = scan->sentence[scan->sentence_at[match->start]].paragraph;
    uint32_t m = gt_side_first(reading, match->start), found = GT_NONE;
    for (int i = 0; i < BEFORE_MENTIONS && m-- > 0; i++) {
        const struct gt_mention *mention = gt_side_mention(reading, m);
        if (scan->sentence[scan->sentence_at[mention->start]].paragraph != paragraph)
            break;
        if (mention->end > match->start || !gt_side_fits(reading, m, types))
            continue;
        if (!is_listed(scan, mention->start)) {
            found = m;
            break;
        }
        found = found == GT_NONE ? m : found;
    }
    if (found == GT_NONE)
        return;
    const struct gt_mention *mention = gt_side_mention(reading, found);
    uint32_t start = scan->sentence[scan->sentence_at[mention->start]].start;
    gt_side_add_list(reading, gt_side_list_head(reading, found, start, types), mention->end, types,
                     ends);
}

static void add_fixed(const struct gt_reading *reading, uint32_t entity, uint32_t types,
                      struct gt_ends *ends)
{
    if (entity == GT_NONE || !(types & 1u << reading->entities->item[entity].type))
        return;
    ends->mention[ends->n] = GT_NONE;
    ends->entity[ends->n++] = entity;
    ends->by_default = true;
}

/* 推动某某中心在某某镇落地: the text says where, so that it is not the area as such. */
static bool names_venue(const struct gt_reading *reading, const struct gt_match *match)
{
    if (match->trigger->edge != GT_EDGE_located_in || !match->n_gaps)
        return false;
    for (uint32_t at = match->gap_start[0]; at < match->gap_end[0]; at++)
        if (reading->scan->codes.code[at] == U'在' && reading->scan->strong[at + 1] == 1)
            return true;
    return false;
}

/* True when another name follows at once: 江州 of 江州蓝鲸集团. */
static bool has_neighbour(const struct gt_reading *reading, uint32_t m)
{
    uint32_t end = gt_side_mention(reading, m)->end;
    uint32_t next = gt_side_first(reading, end);
    return next < reading->mentions->n && gt_side_mention(reading, next)->start == end &&
           gt_side_mention(reading, next)->type != GT_NODE_industry;
}

/* 在氢能产业方面。江州市组建了…: the place that the next sentence is about, else the own area. */
static void find_section(const struct gt_reading *reading, const struct gt_match *match,
                         uint32_t types, struct gt_ends *ends)
{
    enum { REACH = 24 };
    const struct gt_scan *scan = reading->scan;
    uint32_t m = gt_side_first(reading, match->end);
    bool ends_there =
        match->end < scan->codes.n && gt_code_ends_clause(scan->codes.code[match->end]);
    for (; ends_there && m < reading->mentions->n &&
           gt_side_mention(reading, m)->start < match->end + REACH;
         m++)
        if (gt_side_fits(reading, m, types & 1u << GT_NODE_place) &&
            gt_side_may_act(reading, gt_side_mention(reading, m)) && !has_neighbour(reading, m)) {
            gt_side_add(reading, ends, m);
            return;
        }
    add_fixed(reading, reading->entities->home, types, ends);
}

/* Who acts where nobody is named: who speaks there, else the issuer's area. */
static uint32_t who_acts(const struct gt_reading *reading, const struct gt_match *match,
                         uint32_t types)
{
    const struct gt_topic *topic = gt_topic_at(reading->topics, match->start);
    uint32_t voice = topic ? topic->voice : GT_NONE;
    bool fits = voice != GT_NONE && types & 1u << reading->entities->item[voice].type;
    bool area = voice == GT_NONE || (!fits && voice == reading->entities->issuer);
    return area ? reading->entities->home : voice;
}

/* Adds what the point has for its title, when it is of the types. */
static bool add_title(const struct gt_reading *reading, const struct gt_match *match,
                      uint32_t types, struct gt_ends *ends)
{
    const struct gt_topic *topic = gt_topic_at(reading->topics, match->start);
    bool titled = topic && topic->title != GT_NONE &&
                  gt_side_mention(reading, topic->title)->end <= match->start &&
                  gt_side_fits(reading, topic->title, types);
    if (titled)
        gt_side_add(reading, ends, topic->title);
    return titled;
}

/* 1.云岭实验室。由甲和乙共建: what is acted on is the point's title, where the clause ends with the
 * verb. */
static bool lacks_object(const struct gt_reading *reading, const struct gt_match *match,
                         enum gt_side_kind kind)
{
    uint32_t end = reading->scan->clause_end[match->end - 1];
    return kind == GT_SIDE_left || kind == GT_SIDE_before || kind == GT_SIDE_topic ||
           kind == GT_SIDE_about || (kind == GT_SIDE_patient && end <= match->end + 1);
}

/* 1.云岭实验室。甲牵头，联合乙组建，主攻光子: who made what the title names is no subject of what
 * follows on it. */
static bool only_made_title(const struct gt_reading *reading, const struct gt_match *match,
                            const struct gt_ends *ends)
{
    static const char *const verbs[] = {"牵头", "组建", "共建", "建设", "发起",
                                        "承建", "运营", "管理", "承担", "设立"};
    const struct gt_scan *scan = reading->scan;
    uint32_t m = ends->n ? ends->mention[0] : GT_NONE;
    enum gt_edge_type edge = match->trigger->edge;
    bool tells = edge == GT_EDGE_focuses_on || edge == GT_EDGE_participates_in ||
                 edge == GT_EDGE_located_in || edge == GT_EDGE_supports ||
                 edge == GT_EDGE_incubates || edge == GT_EDGE_invests_in;
    if (!tells || m == GT_NONE ||
        gt_side_mention(reading, m)->end > scan->clause_start[match->start])
        return false;
    uint32_t end = scan->clause_end[gt_side_mention(reading, m)->start];
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (gt_codes_end(&scan->codes, end, verbs[i]))
            return true;
    return false;
}

/* Puts the point's title in the place of those who only made what it names. */
static void prefer_title(const struct gt_reading *reading, const struct gt_match *match,
                         uint32_t types, struct gt_ends *ends)
{
    struct gt_ends title = {0};
    if (only_made_title(reading, match, ends) && add_title(reading, match, types, &title))
        *ends = title;
}

/* Who acts in a sentence that does not say: who acted in the one before that it goes on with, what
 * the point has for its title; `area`: else who speaks there. */
static void supply(const struct gt_reading *reading, const struct gt_match *match, uint32_t types,
                   bool area, struct gt_ends *ends)
{
    uint32_t before = gt_side_subject_before(reading, match, types);
    if (before != GT_NONE)
        gt_side_add(reading, ends, before);
    else if (!add_title(reading, match, types, ends) && area)
        add_fixed(reading, who_acts(reading, match, types), types, ends);
}

/* A side that the build of the clause tells, with who is to be supplied where it names nobody. */
static void find_framed(const struct gt_reading *reading, const struct gt_match *match,
                        enum gt_side_kind kind, uint32_t types, struct gt_ends *ends)
{
    bool agent = kind == GT_SIDE_agent || kind == GT_SIDE_theme;
    bool acts = agent || kind == GT_SIDE_doer;
    gt_frame_find(reading, match, kind, types, ends);
    if (acts || kind == GT_SIDE_held)
        prefer_title(reading, match, types, ends);
    if ((ends->n == 0 && acts && !ends->barred) || ends->wanting)
        supply(reading, match, types, agent || ends->wanting, ends);
}

void gt_side_find(const struct gt_reading *reading, const struct gt_match *match,
                  const struct gt_side *side, uint32_t types, struct gt_ends *ends)
{
    uint32_t start = 0, end = 0;
    *ends = (struct gt_ends){0};
    types = side->types ? side->types & types : types;
    bool ranged = gt_match_range(reading->scan, match, side->kind, &start, &end);
    switch (side->kind) {
    case GT_SIDE_subject:
    case GT_SIDE_actor:
        gt_side_find_subject(reading, match, types, ends);
        prefer_title(reading, match, types, ends);
        if (ends->n == 0)
            supply(reading, match, types, side->kind == GT_SIDE_subject, ends);
        break;
    case GT_SIDE_object:
    case GT_SIDE_next:
    case GT_SIDE_inside:
    case GT_SIDE_inner:
    case GT_SIDE_after:
        if (ranged)
            find_in(reading, match, start, end, types, ends);
        break;
    case GT_SIDE_left:
        if (ranged)
            find_left(reading, start, end, types, ends);
        break;
    case GT_SIDE_before:
        find_before(reading, match, types, ends);
        break;
    case GT_SIDE_section:
        find_section(reading, match, types, ends);
        break;
#define SIDE_KIND(name, ...) case GT_SIDE_##name:
#include "extract/frame_side.def"
#undef SIDE_KIND
        find_framed(reading, match, side->kind, types, ends);
        break;
    case GT_SIDE_home:
        if (!names_venue(reading, match))
            add_fixed(reading, reading->entities->home, types, ends);
        break;
    case GT_SIDE_issuer:
        add_fixed(reading, reading->entities->issuer, types, ends);
        break;
    case GT_SIDE_KINDS:
        break;
    }
    bool behind =
        side->kind == GT_SIDE_object || side->kind == GT_SIDE_goal || side->kind == GT_SIDE_patient;
    if (ends->n == 0 && behind)
        gt_side_find_counted(reading, match, types, ends);
    if (ends->n == 0 && lacks_object(reading, match, side->kind))
        add_title(reading, match, types, ends);
}
