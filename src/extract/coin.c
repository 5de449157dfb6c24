/* coin.c: names that nothing but their make shows.
 *
 * How it works: a coined word is one in which no word of any table stands (岚曜, not 控制). In
 * front of a usual tail of firms' names, with a boundary on both sides, it is a firm; in a list
 * whose other items are firms or parks, or that its sentence calls so, it is one of them. A Latin
 * word with capitals inside (SkyNova) is a name by itself. */
#include "extract/coin.h"

#include "base/utf8.h"
#include "extract/area.h"

#include <string.h>

enum {
    FRONT_LEAST = 2,
    FRONT_MOST = 4,
    ITEM_LEAST = 3,
    ITEM_MOST = 8,
    LATIN_LEAST = 5,
    ITEMS = 24
};

/* --- what is coined -----------------------------------------------------------------------------
 */

static bool is_place(const struct gt_scan *scan, const struct gt_lexeme *lexeme)
{
    return lexeme->kind == GT_WORD_COUNTY ||
           (lexeme->kind == GT_WORD_FACT && scan->lexicon->fact[lexeme->row].type == GT_NODE_place);
}

/* True for a word that no coined name holds. */
static bool is_ordinary(const struct gt_scan *scan, const struct gt_hit *hit)
{
    const struct gt_lexeme *lexeme = gt_scan_lexeme(scan, hit);
    if (hit->end - hit->start < 2 || is_place(scan, lexeme))
        return false;
    if (lexeme->kind == GT_WORD_SUFFIX)
        return gt_suffixes[lexeme->row].policy != GT_SUFFIX_BRAND;
    return lexeme->kind != GT_WORD_KEEP && lexeme->kind != GT_WORD_FACT;
}

/* The first ordinary word that begins in [start, end) ; `end` when there is none. */
static uint32_t first_ordinary(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    for (uint32_t at = start; at < end; at++)
        for (uint32_t i = scan->first[at]; i < scan->first[at + 1]; i++)
            if (is_ordinary(scan, &scan->hit[i]))
                return at;
    return end;
}

/* True when [start, end) is one place's name. */
static bool is_whole_place(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    for (uint32_t i = scan->first[start]; i < scan->first[start + 1]; i++)
        if (scan->hit[i].end == end && is_place(scan, gt_scan_lexeme(scan, &scan->hit[i])))
            return true;
    return false;
}

static bool is_wordlike(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    for (uint32_t i = start; i < end; i++)
        if (!gt_code_is_han(scan->codes.code[i]) && !gt_code_is_latin(scan->codes.code[i]) &&
            !gt_code_is_digit(scan->codes.code[i]))
            return false;
    return true;
}

/* Verbs of one character that no firm's name begins with: 投硬科技. */
static bool is_verb(uint32_t code)
{
    static const uint32_t verbs[] = {U'投', U'抓', U'做', U'建', U'办', U'强', U'扩', U'稳',
                                     U'促', U'引', U'育', U'招', U'补', U'延', U'优', U'管',
                                     U'用', U'助', U'扶', U'非', U'推', U'称', U'该', U'本'};
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (code == verbs[i])
            return true;
    return false;
}

/* What ends an attribute: 友好型, 智能化. */
static bool is_attribute(uint32_t code)
{
    return code == U'型' || code == U'性' || code == U'化' || code == U'类' || code == U'级' ||
           code == U'式' || code == U'用';
}

static bool is_free(const struct gt_mentions *mentions, uint32_t start, uint32_t end)
{
    for (uint32_t i = start; i < end; i++)
        if (mentions->cover[i] != GT_NONE)
            return false;
    return true;
}

/* --- tails --------------------------------------------------------------------------------------
 */

/* True when a name can end at `end`: no letter follows, or a word that begins something else. */
static bool ends_here(const struct gt_scan *scan, const struct gt_mentions *mentions, uint32_t end,
                      bool faint)
{
    if (end >= scan->codes.n || mentions->cover[end] != GT_NONE)
        return true;
    uint32_t code = scan->codes.code[end];
    if ((!gt_code_is_han(code) && !gt_code_is_latin(code)) ||
        gt_codes_at(&scan->codes, end, "项目"))
        return true;
    for (uint32_t i = scan->first[end]; i < scan->first[end + 1]; i++)
        switch (gt_scan_lexeme(scan, &scan->hit[i])->kind) {
        case GT_WORD_STRONG:
        case GT_WORD_WEAK:
        case GT_WORD_TITLE:
        case GT_WORD_TENSE:
        case GT_WORD_CLAUSE:
        case GT_WORD_TRIGGER:
        case GT_WORD_COMMON:
        case GT_WORD_REFER:
        case GT_WORD_ANAPHOR:
            return true;
        case GT_WORD_FACT:
        case GT_WORD_COUNTY:
        case GT_WORD_BUREAU:
        case GT_WORD_INDUSTRY:
        case GT_WORD_GENERIC:
        case GT_WORD_FAINT:
            if (faint && scan->hit[i].end > end + 1)
                return true; /* 低空智联网 is no firm's */
            break;
        case GT_WORD_HEAD:
        case GT_WORD_KEEP:
        case GT_WORD_SUFFIX:
        case GT_WORD_KINDS:
            break;
        }
    return false;
}

/* True when a word of a table crosses `end`, so that no name ends there. */
static bool is_crossed(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    for (uint32_t at = start; at < end; at++)
        for (uint32_t i = scan->first[at]; i < scan->first[at + 1]; i++)
            if (scan->hit[i].end > end && gt_word_covers[gt_scan_lexeme(scan, &scan->hit[i])->kind])
                return true;
    return false;
}

/* True when the tail is a word of its own besides: 能源, not 城投. */
static bool is_common_tail(const struct gt_scan *scan, const struct gt_hit *tail)
{
    for (uint32_t i = scan->first[tail->start]; i < scan->first[tail->start + 1]; i++) {
        enum gt_word_kind kind = gt_scan_lexeme(scan, &scan->hit[i])->kind;
        if (scan->hit[i].end == tail->end && (kind == GT_WORD_GENERIC || kind == GT_WORD_INDUSTRY ||
                                              kind == GT_WORD_COMMON || kind == GT_WORD_FAINT))
            return true;
    }
    return false;
}

/* Behind a place at `start`, when a coined word may stand between it and the tail: 江州岚曜科技. */
static uint32_t behind_place(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    const struct gt_hit *fact = gt_scan_word(scan, start, GT_WORD_FACT);
    bool place = fact && is_place(scan, gt_scan_lexeme(scan, fact));
    return place && fact->end + FRONT_LEAST <= end ? fact->end : start;
}

/* Where the name begins that ends in the tail; GT_NONE when none does. */
static uint32_t front_of(const struct gt_scan *scan, const struct gt_mentions *mentions,
                         const struct gt_hit *tail)
{
    uint32_t start = gt_name_start(scan, tail->start);
    if (start == GT_NONE)
        return GT_NONE;
    for (uint32_t at = tail->start; at-- > start;)
        if (mentions->cover[at] != GT_NONE &&
            mentions->item[mentions->cover[at]].type != GT_NODE_place) {
            start = at + 1;
            break;
        }
    if (tail->start == start + 1 && start > 1 && scan->strong[start] == 1 &&
        gt_scan_is_edge(scan, start - 1))
        start--; /* 旗下的和岚创投 */
    uint32_t own = behind_place(scan, start, tail->start);
    if (tail->start < own + FRONT_LEAST || tail->start > own + FRONT_MOST ||
        is_verb(scan->codes.code[start]) || !is_wordlike(scan, start, tail->start))
        return GT_NONE;
    if (first_ordinary(scan, start, tail->start) < tail->start ||
        is_crossed(scan, start, tail->start))
        return GT_NONE;
    if ((is_whole_place(scan, start, tail->start) || gt_area_is_home(scan, start, tail->start)) &&
        is_common_tail(scan, tail))
        return GT_NONE;
    if (is_attribute(scan->codes.code[tail->start - 1]))
        return GT_NONE;
    return start;
}

static bool holds_one_of(const struct gt_scan *scan, uint32_t start, uint32_t end,
                         const char *const *words, size_t n)
{
    for (uint32_t i = start; i < end; i++)
        for (size_t k = 0; k < n; k++)
            if (gt_codes_at(&scan->codes, i, words[k]))
                return true;
    return false;
}

/* True when the clause is about what is made or studied, not who: 聚焦甲、乙等方向. */
static bool is_of_tracks(const struct gt_scan *scan, const struct gt_mentions *mentions,
                         uint32_t start, uint32_t end)
{
    static const char *const before[] = {"聚焦", "围绕", "瞄准", "专注", "主攻", "布局", "涵盖",
                                         "攻关", "突破", "发展", "研究", "领域", "方向", "涉及"};
    static const char *const after[] = {"领域", "方向", "赛道", "环节",     "板块",
                                        "行业", "路线", "业态", "技术路线", "等技术"};
    enum { AHEAD = 30 };
    uint32_t stop = scan->clause_end[start], from = start;
    while (from > scan->clause_start[start] && mentions->cover[from - 1] == GT_NONE)
        from--; /* words inside names say nothing */
    return holds_one_of(scan, from, start, before, sizeof before / sizeof *before) ||
           holds_one_of(scan, end, stop < end + AHEAD ? stop : end + AHEAD, after,
                        sizeof after / sizeof *after);
}

static bool is_in_list(const struct gt_scan *scan, uint32_t start, uint32_t end)
{
    return (start && scan->codes.code[start - 1] == 0x3001) ||
           (end < scan->codes.n && scan->codes.code[end] == 0x3001);
}

static void add_tail(const struct gt_scan *scan, const struct gt_hit *tail,
                     struct gt_mentions *mentions)
{
    const struct gt_suffix *suffix = &gt_suffixes[gt_scan_lexeme(scan, tail)->row];
    if (suffix->policy != GT_SUFFIX_BRAND || gt_name_is_cut_off(scan, suffix, tail->end) ||
        !ends_here(scan, mentions, tail->end, !is_common_tail(scan, tail)) ||
        is_crossed(scan, tail->start, tail->end))
        return;
    uint32_t before = tail->start ? mentions->cover[tail->start - 1] : GT_NONE;
    const struct gt_mention *firm = before != GT_NONE ? &mentions->item[before] : NULL;
    if (firm && firm->end == tail->start && firm->kind == GT_MENTION_FACT &&
        firm->type == GT_NODE_company) { /* a known firm with its trade behind */
        uint32_t first = firm->start, row = firm->row;
        gt_mention_add(mentions, GT_MENTION_FACT, suffix->type, first, tail->end)->row = row;
        return;
    }
    uint32_t start = front_of(scan, mentions, tail);
    if (start == GT_NONE || (is_common_tail(scan, tail) && is_in_list(scan, start, tail->end) &&
                             is_of_tracks(scan, mentions, start, tail->end)))
        return;
    gt_mention_add(mentions, GT_MENTION_ITEM, suffix->type, start, tail->end);
}

/* --- Latin words --------------------------------------------------------------------------------
 */

/* What a word that begins at `at` calls items of a list; GT_NODE_TYPES: nothing. */
static enum gt_node_type class_at(const struct gt_scan *scan, uint32_t at)
{
    static const struct {
        const char *word;
        enum gt_node_type type;
    } classes[] = {
        {"众创空间", GT_NODE_park},   {"孵化器", GT_NODE_park},    {"载体", GT_NODE_park},
        {"园区", GT_NODE_park},       {"企业", GT_NODE_company},   {"公司", GT_NODE_company},
        {"品牌", GT_NODE_company},    {"首店", GT_NODE_company},   {"商户", GT_NODE_company},
        {"商家", GT_NODE_company},    {"老字号", GT_NODE_company}, {"上下游伙伴", GT_NODE_company},
        {"合作伙伴", GT_NODE_company}};
    for (size_t k = 0; k < sizeof classes / sizeof *classes; k++)
        if (gt_codes_at(&scan->codes, at, classes[k].word))
            return classes[k].type;
    return GT_NODE_TYPES;
}

/* What the words around a list call its items: those close behind it, else those in front in its
 * sentence. */
static enum gt_node_type called(const struct gt_scan *scan, uint32_t at, uint32_t end)
{
    enum { BACK = 60, AHEAD = 10 };
    uint32_t start = scan->sentence[scan->sentence_at[at]].start;
    uint32_t stop = end < scan->codes.n ? scan->clause_end[end] : end;
    enum gt_node_type type = GT_NODE_TYPES;
    static const char *const moves[] = {"相继入驻", "先后入驻", "陆续入驻", "相继落户",
                                        "先后落户", "陆续落户", "相继开业"};
    for (size_t i = 0; i < sizeof moves / sizeof *moves; i++)
        if (gt_codes_at(&scan->codes, end, moves[i]))
            return GT_NODE_company; /* 岚跃、云动相继入驻 */
    for (uint32_t i = end; i < stop && i < end + AHEAD && type == GT_NODE_TYPES; i++)
        type = class_at(scan, i);
    start = at > start + BACK ? at - BACK : start;
    for (uint32_t i = at; i-- > start && type == GT_NODE_TYPES;)
        type = class_at(scan, i);
    return type;
}

/* True when what stands in front says that a firm's name follows: 上市公司, 服务商, 电商平台. */
static bool is_firm_head(const struct gt_scan *scan, uint32_t at)
{
    static const char *const heads[] = {"企业",   "公司",     "机构",   "服务商",   "软件商",
                                        "供应商", "运营商",   "制造商", "设备商",   "零售商",
                                        "开发商", "电商平台", "龙头",   "巨头",     "药企",
                                        "车企",   "集团",     "伙伴",   "零售平台", "贸易商"};
    bool latin = at >= 2 && gt_code_is_latin(scan->codes.code[at]);
    uint32_t before = latin ? scan->codes.code[at - 2] : 0;
    if (latin && scan->codes.code[at - 1] == U'商' && gt_code_is_han(before) && before != U'招' &&
        before != U'工' && before != U'智' && before != U'协')
        return true; /* 物流商Quellyn */
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        uint32_t n = (uint32_t)gt_utf8_count(heads[i]);
        if (at >= n && gt_codes_at(&scan->codes, at - n, heads[i]))
            return true;
    }
    return false;
}

/* Adds the Latin word at `at` when capitals inside make a name of it; returns its end. */
static uint32_t add_latin(const struct gt_scan *scan, uint32_t at, struct gt_mentions *mentions)
{
    uint32_t end = at, inner = 0, small = 0;
    while (end < scan->codes.n && gt_code_is_latin(scan->codes.code[end])) {
        bool capital = scan->codes.code[end] >= 'A' && scan->codes.code[end] <= 'Z';
        inner += capital && small > 0;
        small += !capital;
        end++;
    }
    if (at >= 2 && scan->mate[at - 1] == end && mentions->cover[at - 2] != GT_NONE)
        return end; /* 岚图集市（SkyBazaar）: its name in Latin letters */
    bool capital = scan->codes.code[at] >= 'A' && scan->codes.code[at] <= 'Z';
    for (uint32_t i = at + 2; i + 3 < end; i++)
        if (gt_codes_at(&scan->codes, i, "for") || gt_codes_at(&scan->codes, i, "of"))
            return end; /* a motto without its blanks */
    if (capital && small >= 4 && at >= 2 && end - at >= LATIN_LEAST && is_free(mentions, at, end) &&
        is_firm_head(scan, at)) {
        while (end < scan->codes.n && gt_code_is_digit(scan->codes.code[end]))
            end++; /* 电商平台Quellyn88 */
        gt_mention_add(mentions, GT_MENTION_ITEM, GT_NODE_company, at, end);
        return end; /* 上市公司Quellyn */
    }
    uint32_t next = end < scan->codes.n ? scan->codes.code[end] : 0;
    if (next == '-' || next == '+' || gt_code_is_digit(next))
        return end;
    if (capital && inner && small >= 3 && end - at >= LATIN_LEAST && is_free(mentions, at, end)) {
        enum gt_node_type type = called(scan, at, end);
        gt_mention_add(mentions, GT_MENTION_ITEM, type == GT_NODE_TYPES ? GT_NODE_company : type,
                       at, end);
    }
    return end;
}

/* 云岭·未来工场, VR·云湾: the words around a middle dot are one name; behind is where it starts. */
static void add_dotted(const struct gt_scan *scan, uint32_t dot, struct gt_mentions *mentions)
{
    enum { MOST = 8 };
    uint32_t start = dot, end = dot + 1;
    while (start > 0 && dot - start < MOST && is_wordlike(scan, start - 1, start) &&
           !gt_scan_is_edge(scan, start))
        start--;
    while (end < scan->codes.n && end - dot <= MOST && is_wordlike(scan, end, end + 1)) {
        const struct gt_hit *strong = gt_scan_word(scan, end, GT_WORD_STRONG);
        if (strong && scan->strong[strong->end] == strong->end - end)
            break;
        end++;
    }
    bool wide = dot - start > MOST - 1 || end - dot > MOST;
    if (dot - start < 2 || end - dot < 3 || wide || !gt_scan_is_edge(scan, start) ||
        !is_free(mentions, dot, dot + 1))
        return;
    struct gt_mention *mention =
        gt_mention_add(mentions, GT_MENTION_NAMED, GT_NODE_park, start, end);
    for (uint32_t at = dot + 1; at < end; at++) {
        const struct gt_hit *ending = gt_scan_word(scan, at, GT_WORD_SUFFIX);
        if (ending && ending->end == end)
            mention->type = gt_suffixes[gt_scan_lexeme(scan, ending)->row].type;
    }
}

/* --- lists --------------------------------------------------------------------------------------
 */

struct row {
    uint32_t start[ITEMS], end[ITEMS];
    uint32_t mention[ITEMS]; /* GT_NONE: not named yet */
    uint32_t n;
};

static uint32_t joint(const struct gt_scan *scan, uint32_t at)
{
    uint32_t code = at < scan->codes.n ? scan->codes.code[at] : 0;
    return code == 0x3001 ||
           ((code == U'和' || code == U'与' || code == U'及') && scan->strong[at + 1] == 1);
}

/* True where no name stands but a place's, which may begin another. */
static bool is_open(const struct gt_mentions *mentions, uint32_t at)
{
    uint32_t m = mentions->cover[at];
    return m == GT_NONE ||
           (mentions->item[m].kind == GT_MENTION_FACT && mentions->item[m].type == GT_NODE_place);
}

/* 甲、乙、丙三家伙伴: a list is counted at its end. */
static bool counts(const struct gt_scan *scan, uint32_t at)
{
    uint32_t code = at < scan->codes.n ? scan->codes.code[at] : 0;
    return code == U'家' || code == U'个' || code == U'处' || code == U'所' || code == U'支';
}

/* Where what begins at `start` ends: a joint, a mention, a word that is in no name. */
static uint32_t item_end(const struct gt_scan *scan, const struct gt_mentions *mentions,
                         uint32_t start)
{
    uint32_t at = start, most = start + ITEM_MOST + 1;
    while (at < scan->codes.n && at < most && is_open(mentions, at) &&
           is_wordlike(scan, at, at + 1) && !joint(scan, at) &&
           !(at > start && gt_code_is_numeral(scan->codes.code[at]) && counts(scan, at + 1))) {
        const struct gt_hit *strong = gt_scan_word(scan, at, GT_WORD_STRONG);
        if (strong && scan->strong[strong->end] == strong->end - at)
            break;
        at++;
    }
    return at;
}

static void add_to_row(struct row *row, uint32_t start, uint32_t end, uint32_t mention)
{
    if (row->n == ITEMS || end <= start)
        return;
    row->start[row->n] = start;
    row->end[row->n] = end;
    row->mention[row->n++] = mention;
}

/* Reads the list whose first 、 stands at `at`; returns where it ends. */
static uint32_t read_row(const struct gt_scan *scan, const struct gt_mentions *mentions,
                         uint32_t at, struct row *row)
{
    uint32_t start = at, floor = scan->clause_start[at], m = at ? mentions->cover[at - 1] : GT_NONE;
    row->n = 0;
    while (m == GT_NONE && start > floor && !gt_scan_is_edge(scan, start) &&
           is_open(mentions, start - 1) && at - start <= ITEM_MOST)
        start--;
    const struct gt_hit *verb = m == GT_NONE ? gt_scan_word(scan, start, GT_WORD_WEAK) : NULL;
    if (verb && start == floor && verb->end + ITEM_LEAST <= at)
        start = verb->end; /* 支持岚药堂、白鹭药业等企业 */
    add_to_row(row, m == GT_NONE ? start : mentions->item[m].start, at, m);
    while (at < scan->codes.n && joint(scan, at)) {
        start = at + 1;
        m = mentions->cover[start];
        if (m != GT_NONE && is_open(mentions, start) && !joint(scan, mentions->item[m].end))
            m = GT_NONE; /* a place that an item begins with */
        at = m == GT_NONE ? item_end(scan, mentions, start) : mentions->item[m].end;
        if (at == start || (m == GT_NONE && at < scan->codes.n &&
                            (scan->codes.code[at] == '-' || scan->codes.code[at] == '/')))
            break;
        add_to_row(row, start, at, m);
    }
    return at > start ? at : start;
}

/* The type that the named items of a list have in common; GT_NODE_TYPES when they have none. */
static enum gt_node_type row_type(const struct gt_mentions *mentions, const struct row *row)
{
    enum gt_node_type type = GT_NODE_TYPES;
    for (uint32_t i = 0; i < row->n; i++) {
        if (row->mention[i] == GT_NONE)
            continue;
        enum gt_node_type now = mentions->item[row->mention[i]].type;
        if (now != GT_NODE_company && now != GT_NODE_park)
            return GT_NODE_TYPES;
        if (type != GT_NODE_TYPES && type != now)
            return GT_NODE_TYPES;
        type = now;
    }
    return type;
}

/* True for an item that may be a name: coined at its beginning; all of it where `strict`. */
static bool may_be_name(const struct gt_scan *scan, uint32_t start, uint32_t end, bool strict)
{
    uint32_t n = end - start;
    if (n < ITEM_LEAST || n > ITEM_MOST || gt_code_is_digit(scan->codes.code[start]) ||
        is_crossed(scan, start, end))
        return false;
    uint32_t ordinary = first_ordinary(scan, start, end);
    return ordinary >= (strict ? end : start + FRONT_LEAST) &&
           !(strict && is_whole_place(scan, start, end));
}

/* 涂层企业岚鹰化成与…合资: a coined word behind what calls a firm so, up to a boundary. */
static void add_headed(const struct gt_scan *scan, uint32_t at, struct gt_mentions *mentions)
{
    enum { HEADED_MOST = 5 };
    if (at < 4 || mentions->cover[at - 1] != GT_NONE || !gt_code_is_han(scan->codes.code[at]) ||
        (!gt_codes_at(&scan->codes, at - 3, "旗下的") &&
         (gt_scan_is_edge(scan, at - 2) || gt_codes_at(&scan->codes, at - 2, "集团") ||
          !is_firm_head(scan, at))))
        return;
    uint32_t end = item_end(scan, mentions, at);
    for (uint32_t i = at; i < end; i++)
        if (gt_code_is_digit(scan->codes.code[i]))
            return; /* 企业达78家 */
    if (end < at + ITEM_LEAST || end > at + HEADED_MOST || !may_be_name(scan, at, end, true))
        return;
    gt_mention_add(mentions, GT_MENTION_ITEM, GT_NODE_company, at, end);
}

static void take_row(const struct gt_scan *scan, const struct row *row,
                     struct gt_mentions *mentions)
{
    enum gt_node_type type = row_type(mentions, row);
    bool named = type != GT_NODE_TYPES;
    uint32_t coined = 0, unnamed = 0;
    for (uint32_t i = 0; i < row->n; i++) {
        unnamed += row->mention[i] == GT_NONE;
        coined +=
            row->mention[i] == GT_NONE && may_be_name(scan, row->start[i], row->end[i], !named);
    }
    if (row->n == 0)
        return;
    type = named ? type : called(scan, row->start[0], row->end[row->n - 1]);
    if (!unnamed || type == GT_NODE_TYPES || (!named && (coined < 2 || coined < row->n)))
        return;
    for (uint32_t i = 0; i < row->n; i++)
        if (row->mention[i] == GT_NONE && may_be_name(scan, row->start[i], row->end[i], !named))
            gt_mention_add(mentions, GT_MENTION_ITEM, type, row->start[i], row->end[i]);
}

/* --- the stages ---------------------------------------------------------------------------------
 */

void gt_find_coined(const struct gt_scan *scan, struct gt_mentions *mentions)
{
    const struct gt_metadata *metadata = scan->metadata;
    uint32_t settled = mentions->n;
    for (uint32_t at = metadata->body_start; at < metadata->body_end;) {
        if (mentions->cover[at] != GT_NONE && mentions->cover[at] < settled) {
            at = mentions->item[mentions->cover[at]].end;
            continue;
        }
        for (uint32_t i = scan->first[at]; i < scan->first[at + 1]; i++)
            if (gt_scan_lexeme(scan, &scan->hit[i])->kind == GT_WORD_SUFFIX)
                add_tail(scan, &scan->hit[i], mentions);
        add_headed(scan, at, mentions);
        if (scan->codes.code[at] == 0xB7 || scan->codes.code[at] == 0x30FB ||
            scan->codes.code[at] == 0x2022)
            add_dotted(scan, at, mentions);
        at = gt_code_is_latin(scan->codes.code[at]) ? add_latin(scan, at, mentions) : at + 1;
    }
}

void gt_find_neighbours(const struct gt_scan *scan, struct gt_mentions *mentions)
{
    const struct gt_metadata *metadata = scan->metadata;
    struct row row;
    for (uint32_t at = metadata->body_start; at < metadata->body_end;) {
        if (scan->codes.code[at] != 0x3001 || mentions->cover[at] != GT_NONE ||
            scan->sentence[scan->sentence_at[at]].heading) {
            at++;
            continue;
        }
        uint32_t end = read_row(scan, mentions, at, &row);
        take_row(scan, &row, mentions);
        at = end > at ? end : at + 1;
    }
}
