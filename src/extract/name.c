/* name.c: names by their endings: from 科技园 back to where the name begins.
 *
 * How it works: from every ending the text is walked to the left until something stands there that
 * no name goes over: punctuation, a boundary word (boundary.def), an opening quote. A quoted part
 * is stepped over whole (“云岭里”产业空间). What is then made of class words alone (公共服务平台)
 * names nothing, unless the text founds it (成立双创服务联盟). */
#include "extract/mention.h"

#include "base/utf8.h"
#include "extract/area.h"

#include <string.h>

enum { NAME_CODES = 32, QUOTE_IN_NAME = 24, BRACKET_IN_NAME = 8, FOUND_BACK = 120 };

/* --- where a name begins ------------------------------------------------------------------------
 */

/* True for the ending of a body that has a name of its own: 大学, 集团, but not 系统 or 科技. */
static bool ends_body(const struct gt_scan *scan, const struct gt_hit *ending)
{
    const struct gt_suffix *suffix = &gt_suffixes[gt_scan_lexeme(scan, ending)->row];
    return !gt_suffix_is_common(suffix) && suffix->type != GT_NODE_platform &&
           suffix->type != GT_NODE_programme;
}

/* True when what ends at `at` can be a subject: the area, a department, 我委. */
static bool ends_subject(const struct gt_scan *scan, uint32_t at)
{
    for (uint32_t back = 1; back <= 12 && back <= at; back++) {
        uint32_t start = at - back;
        for (uint32_t i = scan->first[start]; i < scan->first[start + 1]; i++) {
            const struct gt_lexeme *lexeme = gt_scan_lexeme(scan, &scan->hit[i]);
            if (scan->hit[i].end != at)
                continue;
            if (lexeme->kind == GT_WORD_BUREAU || lexeme->kind == GT_WORD_ANAPHOR)
                return true;
            if (lexeme->kind == GT_WORD_SUFFIX && ends_body(scan, &scan->hit[i]))
                return true;
            if (lexeme->kind == GT_WORD_FACT &&
                scan->lexicon->fact[lexeme->row].level == GT_LEVEL_district &&
                scan->lexicon->fact[lexeme->row].type == GT_NODE_place)
                return true;
        }
    }
    return false;
}

/* True when the weak boundary word that ends at `at` heads its phrase. */
static bool is_head(const struct gt_scan *scan, uint32_t at)
{
    for (int words = 0; words < 4; words++) {
        bool weak = scan->weak[at] > 0 || (at > 1 && (gt_codes_at(&scan->codes, at - 2, "投资") ||
                                                      gt_codes_at(&scan->codes, at - 2, "建设")));
        uint32_t length = scan->weak[at] ? scan->weak[at] : scan->faint[at];
        if (!length)
            return false;
        at -= length;
        if (at && gt_code_closes(scan->codes.code[at - 1]))
            return false; /* “云岭巷”建设规划 */
        if (gt_scan_is_edge(scan, at) || (weak && ends_subject(scan, at)))
            return true;
    }
    return false;
}

static uint32_t walk_left(const struct gt_scan *scan, uint32_t ending, bool over_and);

/* Where the body ends whose name begins at `start`: a known one, or a university or institute by
 * its ending; `at` when none does in front of it. */
static uint32_t body_end(const struct gt_scan *scan, uint32_t start, uint32_t at)
{
    const struct gt_hit *fact = gt_scan_word(scan, start, GT_WORD_FACT);
    if (fact)
        return fact->end;
    for (uint32_t i = start + 1; i < at; i++) {
        const struct gt_hit *ending = gt_scan_word(scan, i, GT_WORD_SUFFIX);
        enum gt_node_type type =
            ending ? gt_suffixes[gt_scan_lexeme(scan, ending)->row].type : GT_NODE_place;
        if (type == GT_NODE_university || type == GT_NODE_institute)
            return ending->end;
    }
    return at;
}

/* 与 inside a name: between it and the body that the name begins with there is something that is no
 * name (华东师范大学通信与电子工程学院), whereas 同济大学与复旦大学 are two. */
static bool is_inner_and(const struct gt_scan *scan, uint32_t at)
{
    uint32_t code = scan->codes.code[at];
    if (code != U'与' && code != U'和' && code != U'及')
        return false;
    uint32_t start = walk_left(scan, at, false);
    uint32_t body = start < at ? body_end(scan, start, at) : at;
    if (body >= at)
        return false;
    for (uint32_t i = body; i < at; i++) {
        const struct gt_hit *ending = gt_scan_word(scan, i, GT_WORD_SUFFIX);
        if (ending && ending->end == at &&
            (ends_body(scan, ending) ||
             (ending->end - ending->start >= 4 &&
              gt_suffixes[gt_scan_lexeme(scan, ending)->row].policy == GT_SUFFIX_NAMED)))
            return false;
    }
    return true;
}

/* One step to the left over a quote or bracket that closes at `at`; `at` itself when there is none
 * that a name may hold. */
static uint32_t step_over(const struct gt_scan *scan, uint32_t at)
{
    uint32_t code = scan->codes.code[at - 1], mate = scan->mate[at - 1];
    if (mate == GT_NONE || mate >= at - 1)
        return at;
    bool quote = code == 0x201D || code == '"';
    uint32_t most = quote ? QUOTE_IN_NAME : BRACKET_IN_NAME;
    if (at - mate > most || (code != 0x201D && code != '"' && code != 0xFF09 && code != ')'))
        return at;
    return !quote && gt_scan_is_edge(scan, mate) ? at : mate;
}

/* Latin letters behind a body's name begin the name of its product: 某某中心InnoX平台. */
static bool starts_latin(const struct gt_scan *scan, uint32_t at)
{
    if (at >= scan->codes.n || !gt_code_is_latin(scan->codes.code[at]) ||
        !gt_code_is_han(scan->codes.code[at - 1]))
        return false;
    for (uint32_t back = 2; back <= 12 && back <= at; back++) {
        const struct gt_hit *fact = gt_scan_word(scan, at - back, GT_WORD_FACT);
        const struct gt_hit *ending = gt_scan_word(scan, at - back, GT_WORD_SUFFIX);
        if (fact && fact->end == at &&
            scan->lexicon->fact[gt_scan_lexeme(scan, fact)->row].type != GT_NODE_place)
            return true;
        if (ending && ending->end == at)
            return true;
    }
    return false;
}

static uint32_t walk_left(const struct gt_scan *scan, uint32_t ending, bool over_and)
{
    uint32_t at = ending, floor = scan->sentence[scan->sentence_at[ending]].start;
    if (ending > NAME_CODES && floor < ending - NAME_CODES)
        floor = ending - NAME_CODES;
    while (at > floor) {
        uint32_t over = step_over(scan, at);
        if (over != at) {
            at = over;
            continue;
        }
        if (scan->strong[at] == 1 && over_and && is_inner_and(scan, at - 1)) {
            at--;
            continue;
        }
        if (gt_scan_is_edge(scan, at) || is_head(scan, at) || starts_latin(scan, at))
            break;
        at--;
    }
    return at;
}

/* True when a known name or a place's begins at `at`. */
static bool starts_known(const struct gt_scan *scan, uint32_t at)
{
    return gt_scan_word(scan, at, GT_WORD_FACT) || gt_scan_word(scan, at, GT_WORD_COUNTY);
}

/* Behind what calls the name's owner something: 专业机构北京某某有限公司, 区属国企某某集团. */
static uint32_t behind_title(const struct gt_scan *scan, uint32_t start, uint32_t ending)
{
    enum { TITLE_CODES = 8 };
    uint32_t from = start;
    for (uint32_t at = from; at < ending && at < from + TITLE_CODES; at++) {
        const struct gt_hit *head = gt_scan_word(scan, at, GT_WORD_HEAD);
        if (!head || head->end + 2 > ending || gt_scan_is_generic(scan, head->end, ending))
            continue;
        if (at == from || gt_scan_is_generic(scan, from, at) ||
            (at <= from + 2 && starts_known(scan, head->end)))
            start = head->end;
    }
    return start;
}

/* 推动云岭医谷建设中试平台: behind a verb that has somebody do something, the verb of what is done
 * ends the name of who does it. */
static uint32_t behind_verb(const struct gt_scan *scan, uint32_t start, uint32_t ending)
{
    static const char *const causes[] = {"推动", "支持", "鼓励", "引导", "推进",
                                         "促成", "协助", "指导", "由"};
    static const char *const verbs[] = {"合作建设", "建设", "合作设立", "开发建设"};
    bool caused = false;
    for (size_t i = 0; i < sizeof causes / sizeof *causes; i++) {
        uint32_t n = (uint32_t)gt_utf8_count(causes[i]);
        caused = caused || (start >= n && gt_codes_at(&scan->codes, start - n, causes[i]));
    }
    for (uint32_t at = start + 2; caused && at + 4 < ending; at++)
        for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
            if (gt_codes_at(&scan->codes, at, verbs[i]) && !gt_scan_is_generic(scan, start, at))
                return at + (uint32_t)gt_utf8_count(verbs[i]);
    return start;
}

/* Behind everyday verbs at the head of the phrase, when a name is left: 联系云岭电力公司. */
static uint32_t behind_head(const struct gt_scan *scan, uint32_t start, uint32_t ending)
{
    const struct gt_hit *word = gt_scan_word(scan, start, GT_WORD_COMMON);
    if (!word || gt_scan_lexeme(scan, word)->row != GT_COMMON_VERB || word->end + 1 >= ending ||
        gt_scan_is_ordinary(scan, word->end, ending))
        return start;
    for (uint32_t i = scan->first[start]; i < scan->first[start + 1]; i++) {
        enum gt_word_kind kind = gt_scan_lexeme(scan, &scan->hit[i])->kind;
        if (scan->hit[i].end > word->end && (kind == GT_WORD_FACT || kind == GT_WORD_KEEP))
            return start;
    }
    return word->end;
}

uint32_t gt_name_start(const struct gt_scan *scan, uint32_t ending)
{
    uint32_t start = walk_left(scan, ending, true);
    start = behind_verb(scan, start, ending);
    if (scan->codes.code[start] && start >= 2 && gt_codes_at(&scan->codes, start - 2, "建设"))
        return start;
    bool bounded =
        gt_scan_is_edge(scan, start) || is_head(scan, start) || starts_latin(scan, start);
    return bounded ? behind_title(scan, behind_head(scan, start, ending), ending) : GT_NONE;
}

/* --- what is a name -----------------------------------------------------------------------------
 */

/* True when the text in front of a name founds it: 成立, 设立, also before a long attribute. */
static bool is_founded(const struct gt_scan *scan, uint32_t start)
{
    static const char *const words[] = {"成立", "设立",   "组建",   "设有",   "揭牌",
                                        "筹建", "成立了", "设立了", "组建了", "建成了"};
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

/* “四个革命、一个合作”能源安全新战略: a quote of many words at its head makes a name of it. */
static bool is_motto(const struct gt_scan *scan, uint32_t start, uint32_t ending)
{
    enum { MOTTO_CODES = 8 };
    uint32_t close = scan->codes.code[start] == 0x201C ? scan->mate[start] : GT_NONE;
    return close != GT_NONE && close < ending && close - start > MOTTO_CODES;
}

/* True when the text in front of a name carries it out: 启动先进制造业专项行动. */
static bool is_started(const struct gt_scan *scan, uint32_t start)
{
    static const char *const words[] = {"启动", "实施",   "开展",   "推动",  "推进",
                                        "打造", "启动了", "实施了", "开展了"};
    for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
        uint32_t n = (uint32_t)gt_utf8_count(words[k]);
        if (n <= start && gt_codes_at(&scan->codes, start - n, words[k]))
            return true;
    }
    return false;
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
                           (kind == GT_WORD_STRONG || kind == GT_WORD_FAINT);
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

static bool is_cut_off(const struct gt_scan *scan, const struct gt_suffix *suffix, uint32_t end)
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

static bool has_track(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    for (uint32_t i = start; i < end; i++) {
        const struct gt_hit *hit = gt_scan_word(scan, i, GT_WORD_INDUSTRY);
        if (hit && hit->end <= end)
            return true;
    }
    return false;
}

/* “十四五”规划, in front of its ending. */
static bool is_five_year(const struct gt_scan *scan, uint32_t start, uint32_t ending)
{
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
    }
    return false;
}

/* 成为…融合发展的“生命智谷”: a quote behind 的 is a figure of speech, unless a body owns it. */
static bool is_figure(const struct gt_scan *scan, uint32_t start)
{
    uint32_t at = start + (start < scan->codes.n && scan->codes.code[start] == 0x201C);
    if (at < 2 || scan->codes.code[at - 1] != 0x201C || scan->codes.code[at - 2] != U'的')
        return false;
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

/* 云岭海关驻高新区办事处: only an office is stationed somewhere. */
static bool is_stationed(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    for (uint32_t i = start + 2; i < end; i++)
        if (scan->codes.code[i] == U'驻')
            return true;
    return false;
}

/* 500千伏输变电工程: what begins with a measure is a class. */
static bool is_measured(const struct gt_scan *scan, uint32_t start)
{
    static const uint32_t units[] = {U'千', U'万', U'兆', U'亿', U'个', U'台', U'套',
                                     U'米', U'公', U'平', U'吨', U'亩', 'M',   'k'};
    uint32_t at = start;
    while (at < scan->codes.n &&
           (gt_code_is_digit(scan->codes.code[at]) || scan->codes.code[at] == '.'))
        at++;
    for (size_t i = 0; at > start && i < sizeof units / sizeof *units; i++)
        if (scan->codes.code[at] == units[i])
            return true;
    return false;
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

/* 国家新能源综合示范区: what the nation has of a track is one. */
static bool is_national(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    return gt_codes_at(&scan->codes, start, "国家") &&
           !gt_codes_at(&scan->codes, start, "国家级") && has_track(scan, start, end);
}

/* 建设生物医药中试平台: what is built is one, when it says what for. */
static bool is_built(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    return start >= 2 && gt_codes_at(&scan->codes, start - 2, "建设") &&
           gt_scan_word(scan, start, GT_WORD_INDUSTRY) &&
           gt_scan_word(scan, start, GT_WORD_INDUSTRY)->end < end;
}

static bool is_name(const struct gt_scan *scan, const struct gt_suffix *suffix, uint32_t start,
                    const struct gt_hit *ending)
{
    enum { FOUNDED_WORDS = 2, FOUNDED_CODES = 6, STARTED_CODES = 8 };
    uint32_t front = ending->start - start;
    if (front < 2 && suffix->policy == GT_SUFFIX_FREE)
        return false;
    if (suffix->type == GT_NODE_agency && gt_code_is_numeral(scan->codes.code[start]))
        return false; /* 两个大局 */
    if (suffix->type == GT_NODE_programme && is_measured(scan, start))
        return false;
    if (front == 0 || is_of_department(scan, suffix, start, ending))
        return false;
    if (is_part(scan, start))
        return true;
    uint32_t words = begins_body(scan, start) ? 0 : gt_scan_generic_words(scan, start, ending->end);
    if (words && suffix->policy == GT_SUFFIX_TRACK)
        return gt_scan_word(scan, start, GT_WORD_INDUSTRY) || has_track(scan, start, ending->start);
    if (words && suffix->policy == GT_SUFFIX_QUOTE &&
        (is_five_year(scan, start, ending->start) || is_motto(scan, start, ending->start)))
        return true;
    if (!words && is_loose(suffix->type) && !begins_body(scan, start) &&
        gt_scan_is_ordinary(scan, start, ending->end))
        return is_founded(scan, start);
    if (words && suffix->type == GT_NODE_programme && is_started(scan, start))
        return ending->end - start >= STARTED_CODES && has_track(scan, start, ending->start);
    if (words && suffix->type != GT_NODE_programme && is_national(scan, start, ending->start))
        return true;
    if (words)
        return words >= FOUNDED_WORDS && ending->end - start >= FOUNDED_CODES &&
               (is_founded(scan, start) || is_built(scan, start, ending->start));
    if (suffix->policy == GT_SUFFIX_QUOTE && !has_quote(scan, start, ending->start))
        return false;
    if (is_in_slogan(scan, start) || is_figure(scan, start) ||
        (suffix->type != GT_NODE_agency && is_stationed(scan, start, ending->start)))
        return false;
    if (is_class_of_place(scan, suffix, start, ending))
        return false;
    return front >= 2 || is_side(scan->codes.code[start]);
}

/* 区加快推进生命健康产业工作专班: a working group bears what it is to do, behind 区 or 市. */
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

static void add_name(const struct gt_scan *scan, const struct gt_hit *ending,
                     struct gt_mentions *mentions)
{
    uint32_t row = gt_scan_lexeme(scan, ending)->row;
    const struct gt_suffix *suffix = &gt_suffixes[row];
    if (suffix->policy == GT_SUFFIX_ITEM || suffix->policy == GT_SUFFIX_BRAND ||
        is_cut_off(scan, suffix, ending->end) || is_inside_word(scan, ending))
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
    if (start == GT_NONE ||
        (suffix->policy != GT_SUFFIX_AREA && !is_name(scan, suffix, start, ending)))
        return;
    if (is_known_already(scan, start, ending->end))
        return;
    struct gt_mention *mention =
        gt_mention_add(mentions, GT_MENTION_NAMED, suffix->type, start, ending->end);
    mention->row = row;
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

void gt_find_names(const struct gt_scan *scan, struct gt_mentions *mentions)
{
    const struct gt_metadata *metadata = scan->metadata;
    for (uint32_t at = metadata->body_start; at < metadata->body_end; at++)
        for (uint32_t i = scan->first[at]; i < scan->first[at + 1]; i++)
            if (gt_scan_lexeme(scan, &scan->hit[i])->kind == GT_WORD_SUFFIX)
                add_name(scan, &scan->hit[i], mentions);
    for (uint32_t at = metadata->body_start; at < metadata->body_end; at++)
        if (gt_codes_at(&scan->codes, at, "一期"))
            add_phases(scan, at, mentions);
}
