/* name.c: names by their endings: what stands between an ending and where the name begins
 * (name_start.c). Made of class words alone (公共服务平台) it names nothing, unless the text founds
 * it (成立双创服务联盟). */
#include "extract/mention.h"

#include "base/utf8.h"
#include "extract/area.h"
#include "extract/name.h"

#include <string.h>

/* --- what is a name -----------------------------------------------------------------------------
 */

/* “四个革命、一个合作”能源安全新战略: a quote of many words at its head makes a name of it. */
static bool is_motto(const struct gt_scan *scan, uint32_t start, uint32_t ending)
{
    enum { MOTTO_CODES = 8 };
    uint32_t close = scan->codes.code[start] == 0x201C ? scan->mate[start] : GT_NONE;
    return close != GT_NONE && close < ending && close - start > MOTTO_CODES;
}

/* True when a longer word that begins before it holds the ending (国家大学科技园 holds 大学). */
static bool is_inside_word(const struct gt_scan *scan, const struct gt_hit *ending)
{
    for (uint32_t back = 1; back <= 8 && back <= ending->start; back++) {
        uint32_t at = ending->start - back;
        for (uint32_t i = scan->first[at]; i < scan->first[at + 1]; i++) {
            const struct gt_hit *hit = &scan->hit[i];
            enum gt_word_kind kind = gt_scan_lexeme(scan, hit)->kind;
            if (hit->end >= ending->end && kind == GT_WORD_SUFFIX)
                return true;
            bool crosses = hit->end > ending->start && hit->end < ending->end &&
                           hit->end - hit->start == 2 && ending->end - ending->start == 2 &&
                           (kind == GT_WORD_STRONG || kind == GT_WORD_FAINT) &&
                           (scan->strong[hit->end] || scan->faint[hit->end]);
            if (crosses)
                return true; /* 投资本金 is no 资本 */
            bool holds = hit->end > ending->end ||
                         (hit->end == ending->end && ending->end - ending->start == 1);
            if (holds && (kind == GT_WORD_GENERIC || kind == GT_WORD_KEEP))
                return true; /* 布局 is no 局 */
        }
    }
    return false;
}

bool gt_name_is_cut_off(const struct gt_scan *scan, const struct gt_suffix *suffix, uint32_t end)
{
    for (const char *p = suffix->not_before; *p && end < scan->codes.n;)
        if (gt_utf8_next(&p) == scan->codes.code[end])
            return true;
    return false;
}

static bool has_quote(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    for (uint32_t i = start; i < end; i++)
        if (scan->codes.code[i] == 0x201C || scan->codes.code[i] == '"')
            return true;
    return start > 0 && scan->codes.code[start - 1] == 0x201C;
}

/* “十四五”规划, “十五五”电力发展规划. */
static bool is_five_year(const struct gt_scan *scan, const struct gt_suffix *suffix, uint32_t start,
                         uint32_t ending)
{
    if (suffix->policy != GT_SUFFIX_QUOTE && !strstr(suffix->text, "规划"))
        return false;
    for (uint32_t at = start + 1; at < ending; at++)
        if (scan->codes.code[at] == 0x201D && scan->codes.code[at - 1] == U'五')
            return true;
    return false;
}

/* 区, and the sides of a map: 西片区. */
static bool is_side(uint32_t code)
{
    return code == U'区' || code == U'东' || code == U'西' || code == U'南' || code == U'北' ||
           code == U'中';
}

/* True when the name of a known body, no place, begins it. */
static bool begins_body(const struct gt_scan *scan, uint32_t start)
{
    const struct gt_hit *fact = gt_scan_word(scan, start, GT_WORD_FACT);
    if (!fact)
        return false;
    enum gt_node_type type = scan->lexicon->fact[gt_scan_lexeme(scan, fact)->row].type;
    return type != GT_NODE_place && type != GT_NODE_industry && type != GT_NODE_person &&
           type != GT_NODE_programme;
}

static bool begins_place(const struct gt_scan *scan, uint32_t start)
{
    const struct gt_hit *fact = gt_scan_word(scan, start, GT_WORD_FACT);
    return fact && scan->lexicon->fact[gt_scan_lexeme(scan, fact)->row].type == GT_NODE_place;
}

/* Where the measure ends that a name begins with: 20万吨磷酸铁锂项目; its start when none does. */
static uint32_t behind_measure(const struct gt_scan *scan, uint32_t start)
{
    static const char units[] = "千万兆亿个台套米公里平方立吨亩伏安瓦时元家MGWkVh";
    uint32_t at = start, digits = start;
    while (at < scan->codes.n &&
           (gt_code_is_digit(scan->codes.code[at]) || scan->codes.code[at] == '.'))
        at++;
    digits = at;
    for (bool unit = at > start; unit && at < scan->codes.n; at += unit) {
        unit = false;
        for (const char *p = units; *p && !unit;)
            unit = gt_utf8_next(&p) == scan->codes.code[at];
    }
    return at > digits ? at : start;
}

/* 民族医药教育部工程研究中心: the ministry that founded it, behind what it works on. */
static bool is_of_ministry(const struct gt_scan *scan, const struct gt_suffix *suffix,
                           uint32_t start, uint32_t ending)
{
    for (uint32_t at = start + 2; at < ending && suffix->type == GT_NODE_institute; at++) {
        const struct gt_hit *fact = gt_scan_word(scan, at, GT_WORD_FACT);
        if (fact && scan->lexicon->fact[gt_scan_lexeme(scan, fact)->row].type == GT_NODE_agency &&
            !gt_scan_is_edge(scan, at))
            return true;
    }
    return false;
}

/* 1958场景工坊: a number of three digits or more that counts nothing is a name. */
static bool is_numbered(const struct gt_scan *scan, uint32_t start)
{
    uint32_t at = start;
    while (at < scan->codes.n && gt_code_is_digit(scan->codes.code[at]))
        at++;
    return at >= start + 3 && at <= start + 4 && !scan->strong[at + 1] &&
           gt_code_is_han(scan->codes.code[at]) && scan->codes.code[at] != U'年';
}

/* 省科技厅专项: a department, and words that name nothing. */
static bool is_of_department(const struct gt_scan *scan, const struct gt_suffix *suffix,
                             uint32_t start, const struct gt_hit *ending)
{
    const struct gt_hit *bureau = gt_scan_word(scan, start, GT_WORD_BUREAU);
    return bureau && suffix->type == GT_NODE_programme &&
           (bureau->end == ending->start || gt_scan_is_generic(scan, bureau->end, ending->start));
}

/* Types whose endings everyday words stand in front of as often as names: 语音导诊系统. */
static bool is_loose(enum gt_node_type type)
{
    return type == GT_NODE_platform || type == GT_NODE_programme;
}

/* 该校国家大学科技园: the class words are a part's whose body was named before. */
static bool is_part(const struct gt_scan *scan, uint32_t start)
{
    static const char *const bodies[] = {"该校", "该院", "该所", "该园", "该公司", "该企业"};
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        uint32_t n = (uint32_t)gt_utf8_count(bodies[i]);
        if (start >= n && gt_codes_at(&scan->codes, start - n, bodies[i]))
            return true;
    }
    return false;
}

/* 国家4A级旅游景区: a class of the nation's. */
static bool holds_level(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    for (uint32_t i = start; i < end; i++)
        if (scan->codes.code[i] == U'级')
            return true;
    return false;
}

/* 国家新能源综合示范区: what the nation has of a track is one. */
static bool is_national(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    return gt_codes_at(&scan->codes, start, "国家") &&
           !gt_codes_at(&scan->codes, start, "国家级") && !holds_level(scan, start, end) &&
           gt_name_has_track(scan, start, end);
}

/* 建设生物医药中试平台, 建设省级智慧能源服务平台: what is built is one, when it says what for. */
static bool is_built(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    static const char *const levels[] = {"省级", "市级", "区级", "县级"};
    if (start < 2 || (!gt_codes_at(&scan->codes, start - 2, "建设") &&
                      !gt_codes_at(&scan->codes, start - 2, "建成")))
        return false;
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
        start += gt_codes_at(&scan->codes, start, levels[i]) ? 2 : 0;
    const struct gt_hit *track = gt_scan_word(scan, start, GT_WORD_INDUSTRY);
    return track && track->end < end;
}

/* True for 二期 and the like: a later phase is another of its kind. */
static bool is_phase(const struct gt_scan *scan, uint32_t at)
{
    return gt_codes_at(&scan->codes, at, "二期") || gt_codes_at(&scan->codes, at, "三期") ||
           gt_codes_at(&scan->codes, at, "四期");
}

/* True when a name made of class words alone is one by what it says, or is said of it. */
static bool is_named_class(const struct gt_scan *scan, const struct gt_suffix *suffix,
                           uint32_t start, const struct gt_hit *ending, uint32_t words)
{
    enum { FOUNDED_WORDS = 2, SET_UP_WORDS = 3, FOUNDED_CODES = 6, SET_UP_CODES = 6, LONG = 8 };
    uint32_t at = ending->start, n = ending->end - start;
    bool track = gt_name_has_track(scan, start, at);
    bool programme = suffix->type == GT_NODE_programme;
    if (suffix->policy == GT_SUFFIX_TRACK && !is_five_year(scan, suffix, start, at))
        return track;
    if (is_five_year(scan, suffix, start, at))
        return true;
    if (n >= FOUNDED_CODES &&
        (gt_name_is_taken_up(scan, start, ending) || gt_name_is_led(scan, start, ending->end)))
        return true;
    if (suffix->type == GT_NODE_park && words >= FOUNDED_WORDS && is_phase(scan, ending->end))
        return true; /* 传感器小镇二期 */
    if (suffix->policy == GT_SUFFIX_QUOTE && is_motto(scan, start, at))
        return true;
    if (gt_name_is_started(scan, suffix, start))
        return n >= LONG && track;
    if (!programme && is_national(scan, start, at))
        return true;
    if (suffix->type == GT_NODE_fund && words >= SET_UP_WORDS &&
        gt_codes_at(&scan->codes, start, "国家") && !gt_codes_at(&scan->codes, start, "国家级"))
        return true; /* 国家融资担保基金 */
    if (strcmp(suffix->text, "专项资金") == 0 && words >= SET_UP_WORDS)
        return gt_codes_at(&scan->codes, start, "省级") ||
               gt_codes_at(&scan->codes, start, "市级") || gt_codes_at(&scan->codes, start, "中央");
    if (programme && at > start + 4 && scan->codes.code[at - 1] == 0x201D &&
        gt_scan_generic_words(scan, start + 1, at - 1) > 1)
        return true; /* “冷链疫苗载体”项目 */
    if (gt_name_is_of_all(scan, suffix, start, at))
        return true;
    if (words >= SET_UP_WORDS && gt_name_is_set_up(scan, suffix, start))
        return n >= LONG || (n >= SET_UP_CODES && track);
    return words >= FOUNDED_WORDS && n >= FOUNDED_CODES && strcmp(suffix->text, "体系") != 0 &&
           (gt_name_is_founded(scan, start) || is_built(scan, start, at));
}

static bool is_name(const struct gt_scan *scan, const struct gt_suffix *suffix, uint32_t start,
                    const struct gt_hit *ending)
{
    uint32_t front = ending->start - start;
    if (gt_name_is_none(scan, suffix, start, ending))
        return false;
    if (suffix->type == GT_NODE_park && is_numbered(scan, start))
        return true;
    if (front == 0 || is_of_department(scan, suffix, start, ending))
        return false;
    if (is_part(scan, start) || is_of_ministry(scan, suffix, start, ending->start))
        return true;
    uint32_t words = begins_body(scan, start) ? 0 : gt_scan_generic_words(scan, start, ending->end);
    if (words)
        return is_named_class(scan, suffix, start, ending, words);
    bool base = strcmp(suffix->text, "实训基地") == 0 || has_quote(scan, start, ending->start);
    if (!base && (is_loose(suffix->type) || strcmp(suffix->text, "基地") == 0) &&
        !begins_body(scan, start) && !begins_place(scan, start) &&
        gt_scan_is_ordinary(scan, start, ending->end))
        return (strcmp(suffix->text, "体系") != 0 && gt_name_is_founded(scan, start)) ||
               gt_name_is_taken_up(scan, start, ending);
    if (suffix->policy == GT_SUFFIX_QUOTE && !has_quote(scan, start, ending->start))
        return false;
    if (suffix->type == GT_NODE_place && gt_scan_word(scan, start, GT_WORD_COMMON) &&
        gt_scan_is_ordinary(scan, start, ending->end))
        return false; /* 良好社区 */
    if (gt_name_is_figure(scan, suffix, start, ending))
        return false;
    bool of_area = suffix->type == GT_NODE_hospital || suffix->type == GT_NODE_institute ||
                   suffix->type == GT_NODE_university; /* 市中医院 */
    return front >= 2 || is_side(scan->codes.code[start]) ||
           (of_area && gt_area_is_unit(scan->codes.code[start]));
}

/* 区加快发展光子产业工作专班: a working group bears what it is to do, behind 区 or 市. */
static uint32_t group_start(const struct gt_scan *scan, const struct gt_suffix *suffix,
                            uint32_t ending, uint32_t start)
{
    enum { GROUP_CODES = 20 };
    if (strcmp(suffix->text, "专班") != 0 && strcmp(suffix->text, "领导小组") != 0)
        return start;
    for (uint32_t at = ending; at > 0 && ending - at < GROUP_CODES; at--) {
        uint32_t code = scan->codes.code[at - 1];
        if (gt_code_ends_clause(code) || code == 0x3001)
            break;
        if ((code == U'区' || code == U'市') && gt_scan_is_edge(scan, at - 1))
            return at - 1;
    }
    return start;
}

/* 聘请江州大学, 会商区财政局: what is known already ends there and begins later than the name. */
static bool is_known_already(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    for (uint32_t at = start; at < end; at++)
        for (uint32_t i = scan->first[at]; i < scan->first[at + 1] && scan->hit[i].end >= end;
             i++) {
            const struct gt_lexeme *lexeme = gt_scan_lexeme(scan, &scan->hit[i]);
            bool body = lexeme->kind == GT_WORD_FACT &&
                        scan->lexicon->fact[lexeme->row].type != GT_NODE_place;
            bool department = lexeme->kind == GT_WORD_BUREAU &&
                              gt_area_is_unit(scan->codes.code[at]) &&
                              !gt_codes_at(&scan->codes, at, "市场") &&
                              gt_area_start(scan, at) == GT_NONE; /* 云岭市财政局 is one name */
            if (scan->hit[i].end == end && (body || department))
                return at > start;
        }
    return false;
}

/* 全国某某大赛, “云岭杯”全球某某大赛: how wide an event reaches, and its cup, are of its name. */
static uint32_t wide_start(const struct gt_scan *scan, uint32_t start)
{
    bool wide = start >= 2 && (gt_codes_at(&scan->codes, start - 2, "全国") ||
                               gt_codes_at(&scan->codes, start - 2, "全球") ||
                               gt_codes_at(&scan->codes, start - 2, "全省") ||
                               gt_codes_at(&scan->codes, start - 2, "全区"));
    start -= wide ? 2 : 0;
    uint32_t mate = wide && start > 0 ? scan->mate[start - 1] : GT_NONE;
    return mate != GT_NONE && mate < start && scan->codes.code[mate] == 0x201C ? mate : start;
}

/* The type of a name: a centre of the nation or of a university is one of research. */
static enum gt_node_type type_of(const struct gt_scan *scan, const struct gt_suffix *suffix,
                                 uint32_t start, uint32_t end)
{
    if (strcmp(suffix->text, "创新中心") != 0)
        return suffix->type;
    if (is_national(scan, start, end))
        return GT_NODE_institute;
    for (uint32_t at = start; at < end; at++) {
        const struct gt_hit *fact = gt_scan_word(scan, at, GT_WORD_FACT);
        if (fact && fact->end <= end &&
            scan->lexicon->fact[gt_scan_lexeme(scan, fact)->row].type == GT_NODE_university)
            return GT_NODE_institute;
    }
    return suffix->type;
}

/* 江州大学大学科技园: the second is of the park. */
static bool is_repeated(const struct gt_scan *scan, const struct gt_hit *ending)
{
    uint32_t n = ending->end - ending->start;
    return n > 1 && ending->start >= n &&
           memcmp(scan->codes.code + ending->start - n, scan->codes.code + ending->start,
                  n * sizeof *scan->codes.code) == 0;
}

/* SkyNova华南总部: the seat of a firm whose name is Latin, which ends where the characters begin.
 */
static bool is_seat(const struct gt_scan *scan, const struct gt_suffix *suffix, uint32_t start,
                    uint32_t ending)
{
    if (suffix->type != GT_NODE_company || !strstr(suffix->text, "总部") || ending < start + 3)
        return false;
    for (uint32_t at = start; at < ending; at++)
        if (!gt_code_is_latin(scan->codes.code[at]) && !gt_code_is_digit(scan->codes.code[at]))
            return false;
    return true;
}

static void add_name(const struct gt_scan *scan, const struct gt_hit *ending,
                     struct gt_mentions *mentions)
{
    uint32_t row = gt_scan_lexeme(scan, ending)->row;
    const struct gt_suffix *suffix = &gt_suffixes[row];
    if (suffix->policy == GT_SUFFIX_ITEM || suffix->policy == GT_SUFFIX_BRAND ||
        gt_name_is_cut_off(scan, suffix, ending->end) || is_inside_word(scan, ending) ||
        is_repeated(scan, ending))
        return;
    uint32_t start = suffix->policy == GT_SUFFIX_AREA ? gt_area_start(scan, ending->start)
                                                      : gt_name_start(scan, ending->start);
    start = group_start(scan, suffix, ending->start, start);
    if (start != GT_NONE &&
        (gt_codes_at(&scan->codes, start, "国家“") ||
         (gt_codes_at(&scan->codes, start, "协同") && gt_scan_word(scan, start + 2, GT_WORD_FACT))))
        start += 2;
    if (start != GT_NONE && start + 2 < ending->start && is_part(scan, start + 1))
        start++; /* the boundary is 该 */
    if (start != GT_NONE && start >= 2 && gt_codes_at(&scan->codes, start - 2, "自治区"))
        start -= 2;
    if (start != GT_NONE && start > 1 && ending->start == start + 1 &&
        suffix->type == GT_NODE_company && scan->strong[start] == 1 &&
        gt_scan_is_edge(scan, start - 1))
        start--; /* 旗下的和岚创投 */
    if (start == GT_NONE)
        return;
    if (!has_quote(scan, start, ending->start) && gt_name_is_counted(scan, ending->end))
        return;
    if (is_loose(suffix->type) || suffix->type == GT_NODE_park || suffix->type == GT_NODE_institute)
        start = gt_name_built(scan, start, ending->start);
    if (suffix->type == GT_NODE_programme)
        start = behind_measure(scan, start);
    if (suffix->policy != GT_SUFFIX_AREA && !is_name(scan, suffix, start, ending)) {
        start = gt_name_start_over(scan, start, ending->start);
        if (start == GT_NONE || suffix->policy == GT_SUFFIX_QUOTE)
            return;
    }
    if (suffix->type == GT_NODE_event || suffix->type == GT_NODE_alliance)
        start = wide_start(scan, start);
    if (suffix->type == GT_NODE_programme && scan->codes.code[start] == 0x201C &&
        is_five_year(scan, suffix, start, ending->start) && start >= 2 &&
        gt_codes_at(&scan->codes, start - 2, "全国"))
        start -= 2; /* 全国“十四五”电力规划 */
    if (suffix->type == GT_NODE_programme)
        start = gt_name_behind_body(scan, start, ending->start);
    if (is_known_already(scan, start, ending->end))
        return;
    uint32_t end = is_seat(scan, suffix, start, ending->start) ? ending->start : ending->end;
    struct gt_mention *mention = gt_mention_add(
        mentions, GT_MENTION_NAMED, type_of(scan, suffix, start, ending->start), start, end);
    mention->row = row;
    bool phased = suffix->type == GT_NODE_park || suffix->type == GT_NODE_fund;
    if (phased && is_phase(scan, ending->end)) {
        mention = gt_mention_add(mentions, GT_MENTION_NAMED, suffix->type, start, ending->end + 2);
        mention->row = row;
    }
}

/* Phases of a fund: 某某一期、二期两支基金. */
static void add_phases(const struct gt_scan *scan, uint32_t at, struct gt_mentions *mentions)
{
    static const char *const phases[] = {"二期", "三期", "四期"};
    uint32_t end = at + 2, stop = scan->clause_end[at];
    bool fund = false;
    for (uint32_t i = end; i < stop && i < end + 14; i++)
        fund = fund || gt_codes_at(&scan->codes, i, "基金");
    uint32_t start = fund ? gt_name_start(scan, at) : GT_NONE;
    if (start == GT_NONE || at - start < 2 || gt_scan_is_generic(scan, start, at))
        return;
    gt_mention_add(mentions, GT_MENTION_NAMED, GT_NODE_fund, start, end);
    for (size_t k = 0; k < sizeof phases / sizeof *phases; k++)
        if (gt_codes_at(&scan->codes, end, "、") && gt_codes_at(&scan->codes, end + 1, phases[k])) {
            gt_mention_add(mentions, GT_MENTION_NAMED, GT_NODE_fund, end + 1, end + 3);
            end += 3;
        }
}

/* 国家发展改革委基础司: a division of a body of the centre. */
static void add_division(const struct gt_scan *scan, const struct gt_hit *fact,
                         struct gt_mentions *mentions)
{
    enum { LEAST = 2, MOST = 9 };
    const struct gt_fact *body = &scan->lexicon->fact[gt_scan_lexeme(scan, fact)->row];
    uint32_t last = scan->codes.code[fact->end - 1];
    if (body->type != GT_NODE_agency || body->level != GT_LEVEL_national || last == U'院' ||
        last == U'央')
        return;
    for (uint32_t at = fact->end; at < fact->end + MOST && at < scan->codes.n; at++) {
        if (!gt_code_is_han(scan->codes.code[at]) || gt_scan_is_edge(scan, at + 1))
            return;
        if (scan->codes.code[at] == U'司' && at >= fact->end + LEAST - 1) {
            gt_mention_add(mentions, GT_MENTION_NAMED, GT_NODE_agency, fact->start, at + 1);
            return;
        }
    }
}

void gt_find_names(const struct gt_scan *scan, struct gt_mentions *mentions)
{
    const struct gt_metadata *metadata = scan->metadata;
    for (uint32_t at = metadata->body_start; at < metadata->body_end; at++)
        for (uint32_t i = scan->first[at]; i < scan->first[at + 1]; i++)
            if (gt_scan_lexeme(scan, &scan->hit[i])->kind == GT_WORD_SUFFIX)
                add_name(scan, &scan->hit[i], mentions);
            else if (gt_scan_lexeme(scan, &scan->hit[i])->kind == GT_WORD_FACT)
                add_division(scan, &scan->hit[i], mentions);
    for (uint32_t at = metadata->body_start; at < metadata->body_end; at++)
        if (gt_codes_at(&scan->codes, at, "一期"))
            add_phases(scan, at, mentions);
}
