/* side.c: which entities stand on a side of a trigger.
 *
 * The subject of a Chinese clause stands at its head, or in front of the verb behind 推动, 支持 and
 * the like; a clause without one goes on with that of the clause before; a sentence without one is
 * about the issuer's area (reading rule 7). Objects are the list behind the verb: the first mention
 * that fits and is no attribute (followed by 的), with what is joined to it by 、和与及. */
#include "extract/relation.h"

#include "base/utf8.h"

#include <string.h>

enum { OBJECT_REACH = 26, JOIN_CODES = 14, BEFORE_MENTIONS = 40 };

/* --- what the ontology ties --------------------------------------------------------------------
 */

struct edge_rule {
    enum gt_edge_type type;
    uint32_t sources, targets;
};

static const struct edge_rule *edge_rules(size_t *n)
{
    enum {
#define NODE_TYPE(name, ...) name = 1 << GT_NODE_##name,
#include "graph/node_type.def"
#undef NODE_TYPE
        ANY = (1 << GT_NODE_TYPES) - 1
    };
#define ONLY(types)    (types)
#define ALL_BUT(types) (ANY & ~(types))
    static const struct edge_rule rules[] = {
#define EDGE_RULE(type_, sources_, targets_)                                                       \
    {.type = GT_EDGE_##type_, .sources = (sources_), .targets = (targets_)},
#include "graph/edge_rule.def"
#undef EDGE_RULE
    };
#undef ALL_BUT
#undef ONLY
    *n = sizeof rules / sizeof *rules;
    return rules;
}

uint32_t gt_edge_sources(enum gt_edge_type type)
{
    size_t n;
    uint32_t types = 0;
    const struct edge_rule *rules = edge_rules(&n);
    for (size_t i = 0; i < n; i++)
        types |= rules[i].type == type ? rules[i].sources : 0;
    return types;
}

uint32_t gt_edge_targets(enum gt_edge_type type, uint32_t sources)
{
    size_t n;
    uint32_t types = 0;
    const struct edge_rule *rules = edge_rules(&n);
    for (size_t i = 0; i < n; i++)
        types |= rules[i].type == type && rules[i].sources & sources ? rules[i].targets : 0;
    return types;
}

bool gt_edge_allows(enum gt_edge_type type, enum gt_node_type source, enum gt_node_type target)
{
    return gt_edge_sources(type) & 1u << source &&
           gt_edge_targets(type, 1u << source) & 1u << target;
}

/* --- mentions in the text ----------------------------------------------------------------------
 */

static const struct gt_mention *mention_of(const struct gt_reading *reading, uint32_t m)
{
    return &reading->mentions->item[m];
}

/* The first mention that starts at `at` or behind it (n: none). */
static uint32_t first_from(const struct gt_reading *reading, uint32_t at)
{
    uint32_t low = 0, high = reading->mentions->n;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (reading->mentions->item[middle].start < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool fits(const struct gt_reading *reading, uint32_t m, uint32_t types)
{
    const struct gt_mention *mention = mention_of(reading, m);
    return mention->outer == GT_NONE && mention->node != GT_NONE &&
           types & 1u << reading->entities->item[mention->node].type;
}

static void add_end(const struct gt_reading *reading, struct gt_ends *ends, uint32_t m)
{
    if (ends->n == GT_SIDE_MOST)
        return;
    uint32_t entity = mention_of(reading, m)->node;
    for (uint32_t i = 0; i < ends->n; i++)
        if (ends->entity[i] == entity)
            return;
    ends->mention[ends->n] = m;
    ends->entity[ends->n++] = entity;
}

/* 该院由省、市…共建: such a word ends what is listed. */
static bool parts_list(const struct gt_scan *scan, uint32_t at)
{
    static const uint32_t words[] = {U'由', U'是', U'为', U'在', U'对',
                                     U'向', U'把', U'将', U'被', U'从'};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (scan->codes.code[at] == words[i])
            return scan->strong[at + 1] == 1;
    return false;
}

/* True when only a conjunction, or a short piece of a list, stands between two places. */
static bool is_joined(const struct gt_scan *scan, uint32_t from, uint32_t to)
{
    bool comma = false;
    if (to - from > JOIN_CODES)
        return false;
    for (uint32_t i = from; i < to; i++) {
        uint32_t code = scan->codes.code[i];
        if ((gt_code_ends_clause(code) && code != ':' && code != 0xFF1A) || parts_list(scan, i))
            return false;
        comma = comma || code == 0x3001;
    }
    if (comma || from == to)
        return true;
    for (uint32_t i = from; i < to; i++) {
        uint32_t code = scan->codes.code[i];
        bool joins = code == U'和' || code == U'与' || code == U'及' || code == U'以' ||
                     gt_code_opens(code) || gt_code_closes(code) || code == '"' || code == U'或';
        if (!joins)
            return gt_codes_at(&scan->codes, i, "等") && i + 1 == to;
    }
    return true;
}

static uint32_t head_noun(const struct gt_reading *reading, uint32_t m);

/* Adds a mention and the list that goes on from it within [.., end). */
static void add_list(const struct gt_reading *reading, uint32_t m, uint32_t end, uint32_t types,
                     struct gt_ends *ends)
{
    uint32_t last = mention_of(reading, m)->end;
    add_end(reading, ends, m);
    for (uint32_t i = m + 1; i < reading->mentions->n; i++) {
        const struct gt_mention *next = mention_of(reading, i);
        if (next->outer != GT_NONE || next->start < last)
            continue;
        if (next->end > end || !is_joined(reading->scan, last, next->start))
            break;
        uint32_t owned = head_noun(reading, i);
        if (owned != GT_NONE && mention_of(reading, owned)->end <= end) {
            last = mention_of(reading, owned)->start; /* 甲的“乙”、丙的“丁”: 乙 and 丁 are listed */
            continue;
        }
        if (fits(reading, i, types) && reading->scan->codes.code[next->end - 1] != U'内')
            add_end(reading, ends, i);
        last = next->end;
    }
}

/* The first mention of the list that ends with `m`, not before `start`. */
static uint32_t list_head(const struct gt_reading *reading, uint32_t m, uint32_t start,
                          uint32_t types)
{
    uint32_t head = m;
    for (uint32_t i = m; i-- > 0;) {
        const struct gt_mention *before = mention_of(reading, i);
        if (before->outer != GT_NONE)
            continue;
        if (before->start < start ||
            !is_joined(reading->scan, before->end, mention_of(reading, head)->start))
            break;
        if (fits(reading, i, types))
            head = i;
        else
            break;
    }
    return head;
}

/* --- subjects ----------------------------------------------------------------------------------
 */

/* Words in front of a mention that leave it a subject: connectives, time, verbs that make someone
 * act.
 */
static bool leaves_subject(const struct gt_scan *scan, uint32_t at)
{
    static const char *const words[] = {
        "推动",   "支持", "促成", "帮助", "引导", "目前", "同时", "其中", "近期",
        "近年来", "一是", "二是", "三是", "四是", "五是", "我们", "由",   "联合",
        "指导",   "组织", "协助", "协同", "此外", "另外", "例如", "如",   "是",
        "当前",   "现",   "等",   "中",   "年",   "月",   "日",   "后",   "持续推进",
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        uint32_t n = (uint32_t)gt_utf8_count(words[i]);
        if (n <= at && gt_codes_at(&scan->codes, at - n, words[i]))
            return true;
    }
    return false;
}

static bool is_subject(const struct gt_reading *reading, const struct gt_mention *mention)
{
    const struct gt_scan *scan = reading->scan;
    uint32_t at = mention->start;
    if (at == scan->clause_start[at] || leaves_subject(scan, at))
        return true;
    uint32_t code = scan->codes.code[at - 1];
    return code == ')' || code == 0xFF09 || code == '*';
}

/* What a mention owns or presents: “乙” of 甲集团的“乙”, 陈某某 of 某大学研究员陈某某; GT_NONE. */
static uint32_t head_noun(const struct gt_reading *reading, uint32_t m)
{
    const struct gt_scan *scan = reading->scan;
    uint32_t at = mention_of(reading, m)->end, next = first_from(reading, at);
    const struct gt_hit *title = gt_scan_word(scan, at, GT_WORD_TITLE);
    if (next >= reading->mentions->n)
        return GT_NONE;
    uint32_t start = mention_of(reading, next)->start;
    if (at < scan->codes.n && scan->codes.code[at] == U'的' && start == at + 1)
        return next;
    static const char *const belongs[] = {"下属", "所属", "旗下", "下设"};
    for (size_t i = 0; i < sizeof belongs / sizeof *belongs; i++)
        if (start == at + 2 && gt_codes_at(&scan->codes, at, belongs[i]))
            return next;
    return title && title->end == start ? next : GT_NONE;
}

/* Other places build and run nothing here; and of 我们云岭 the second word counts. */
static bool is_far_place(const struct gt_reading *reading, enum gt_edge_type edge, uint32_t m)
{
    const struct gt_mention *mention = mention_of(reading, m);
    const struct gt_entity *entity = &reading->entities->item[mention->node];
    if (mention->kind == GT_MENTION_ANAPHOR && entity->issuer && m + 1 < reading->mentions->n &&
        mention[1].start == mention->end && mention[1].node == reading->entities->home)
        return true;
    return edge == GT_EDGE_operates && entity->type == GT_NODE_place && !entity->home;
}

/* The subject in [start, end): the last mention that can be one; with `head`, the first. */
static uint32_t subject_in(const struct gt_reading *reading, const struct gt_sentence *clause,
                           enum gt_edge_type edge, uint32_t types, bool head)
{
    uint32_t found = GT_NONE, start = clause->start, end = clause->end;
    for (uint32_t m = first_from(reading, start);
         m < reading->mentions->n && mention_of(reading, m)->end <= end; m++) {
        const struct gt_mention *mention = mention_of(reading, m);
        if (mention->outer != GT_NONE || mention->node == GT_NONE ||
            !is_subject(reading, mention_of(reading, list_head(reading, m, start, ~0u))))
            continue;
        uint32_t owned = m;
        for (uint32_t next = head_noun(reading, m);
             next != GT_NONE && mention_of(reading, next)->end <= end;
             next = head_noun(reading, next))
            owned = next;
        if (!fits(reading, owned, types) || is_far_place(reading, edge, owned))
            continue;
        if (head)
            return owned;
        found = owned;
    }
    return found;
}

/* Where the sentence's subject may come from: ； does not end what is said of one. */
static uint32_t reach_back(const struct gt_scan *scan, uint32_t at)
{
    uint32_t s = scan->sentence_at[at];
    const struct gt_sentence *sentence = &scan->sentence[s];
    while (s > 0 && sentence->paragraph == scan->sentence[s - 1].paragraph) {
        uint32_t last = scan->codes.code[scan->sentence[s - 1].end - 1];
        if ((last != 0xFF1B && last != ';') || sentence->start + 600 < at)
            break;
        sentence = &scan->sentence[--s];
    }
    return sentence->start;
}

/* 云岭产业园方面，该项目…: what the sentence is about. */
static uint32_t topic_of(const struct gt_reading *reading, uint32_t at, uint32_t types)
{
    const struct gt_scan *scan = reading->scan;
    uint32_t start = scan->sentence[scan->sentence_at[at]].start;
    for (uint32_t m = first_from(reading, start);
         m < reading->mentions->n && mention_of(reading, m)->end < at; m++)
        if (fits(reading, m, types) &&
            gt_codes_at(&scan->codes, mention_of(reading, m)->end, "方面"))
            return m;
    return GT_NONE;
}

/* The number of an item that a clause begins: 1 of 一是, 2 of 二要, （二）; 0 for none. */
static uint32_t ordinal_at(const struct gt_scan *scan, uint32_t at)
{
    static const char *const numerals[] = {"一", "二", "三", "四", "五", "六", "七", "八"};
    at += at < scan->codes.n && gt_code_opens(scan->codes.code[at]);
    for (uint32_t i = 0; i < sizeof numerals / sizeof *numerals; i++)
        if (gt_codes_at(&scan->codes, at, numerals[i]) &&
            (gt_codes_at(&scan->codes, at + 1, "是") || gt_codes_at(&scan->codes, at + 1, "要") ||
             gt_codes_at(&scan->codes, at + 1, "）") || gt_codes_at(&scan->codes, at + 1, "、")))
            return i + 1;
    return 0;
}

static void find_subject(const struct gt_reading *reading, const struct gt_match *match,
                         uint32_t types, struct gt_ends *ends)
{
    const struct gt_scan *scan = reading->scan;
    uint32_t start = scan->clause_start[match->start], end = match->start;
    uint32_t floor = reach_back(scan, match->start);
    enum gt_edge_type edge = match->trigger->edge;
    struct gt_sentence clause = {.start = start, .end = end};
    uint32_t m = subject_in(reading, &clause, edge, types, false);
    bool sibling = m == GT_NONE && ordinal_at(scan, start) > 0;
    while (m == GT_NONE && start > floor) {
        end = start;
        start = scan->clause_start[start - 1];
        start = start < floor ? floor : start;
        clause = (struct gt_sentence){.start = start, .end = end};
        uint32_t ordinal = ordinal_at(scan, start);
        if (!sibling)
            m = subject_in(reading, &clause, edge, types, true);
        sibling = (sibling || ordinal > 0) && ordinal != 1;
    }
    if (m == GT_NONE)
        m = topic_of(reading, match->start, types);
    if (m == GT_NONE)
        return;
    uint32_t head = list_head(reading, m, start, types);
    add_list(reading, head, end, types, ends);
}

/* --- other sides -------------------------------------------------------------------------------
 */

/* 面向 or 辐射 a place: what follows is no object (reading rule 13). */
static bool is_only_faced(const struct gt_scan *scan, uint32_t at)
{
    static const char *const words[] = {"面向", "辐射",   "立足", "对标",
                                        "连接", "服务于", "走向", "以"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        uint32_t n = (uint32_t)gt_utf8_count(words[i]);
        if (n <= at && gt_codes_at(&scan->codes, at - n, words[i]))
            return true;
    }
    return false;
}

static bool is_attribute(const struct gt_scan *scan, const struct gt_mention *mention)
{
    return mention->end < scan->codes.n && (scan->codes.code[mention->end] == U'的' ||
                                            gt_codes_at(&scan->codes, mention->end, "下属") ||
                                            gt_codes_at(&scan->codes, mention->end, "所属") ||
                                            gt_codes_at(&scan->codes, mention->end, "旗下"));
}

/* Nobody founds, builds or supports what any reader knows for long: a city, an academy. */
static bool is_out_of_reach(const struct gt_reading *reading, const struct gt_match *match,
                            const struct gt_mention *mention)
{
    const struct gt_entity *entity = &reading->entities->item[mention->node];
    bool builds =
        match->trigger->edge == GT_EDGE_founds || match->trigger->edge == GT_EDGE_operates;
    if (entity->home)
        return match->trigger->edge == GT_EDGE_supports && match->n_gaps == 0;
    if (mention->kind != GT_MENTION_FACT || entity->fact == GT_NONE ||
        reading->scan->lexicon->fact[entity->fact].known)
        return false;
    return (builds && match->n_gaps == 0) ||
           (entity->type == GT_NODE_place && (builds || match->trigger->edge == GT_EDGE_supports));
}

/* 支持甲公司设立某某中心: what is supported acts itself, and the founding rules tell of it. */
static bool is_made_act(const struct gt_reading *reading, const struct gt_match *match,
                        const struct gt_ends *ends)
{
    static const char *const acts[] = {"成立", "设立", "组建", "共建", "筹建", "发起",
                                       "建立", "打造", "在",   "与",   "创办", "牵头"};
    if (match->trigger->edge != GT_EDGE_supports || match->n_gaps || !ends->n)
        return false;
    uint32_t at = mention_of(reading, ends->mention[ends->n - 1])->end;
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
        if (gt_codes_at(&reading->scan->codes, at, acts[i]))
            return true;
    return false;
}

/* 构建新型电力系统: the industry only says what kind of system. */
static bool is_modifier(const struct gt_reading *reading, const struct gt_match *match,
                        const struct gt_mention *mention)
{
    static const char *const nouns[] = {"系统", "体系", "平台", "项目", "工程",
                                        "规划", "政策", "安全", "市场", "标准"};
    if (match->trigger->edge != GT_EDGE_focuses_on || match->n_gaps)
        return false;
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        if (gt_codes_at(&reading->scan->codes, mention->end, nouns[i]))
            return true;
    return false;
}

static void find_in(const struct gt_reading *reading, const struct gt_match *match, uint32_t start,
                    uint32_t end, uint32_t types, struct gt_ends *ends)
{
    uint32_t reach = match->trigger->target.kind == GT_SIDE_after ? end - start : OBJECT_REACH;
    uint32_t spare = GT_NONE;
    for (uint32_t m = first_from(reading, start);
         m < reading->mentions->n && mention_of(reading, m)->end <= end &&
         mention_of(reading, m)->start <= start + reach;
         m++) {
        const struct gt_mention *mention = mention_of(reading, m);
        if (!fits(reading, m, types) ||
            (match->n_gaps == 0 && is_only_faced(reading->scan, mention->start)) ||
            reading->scan->codes.code[mention->end - 1] == U'内' ||
            is_modifier(reading, match, mention) || is_out_of_reach(reading, match, mention))
            continue;
        if (is_attribute(reading->scan, mention)) {
            spare = spare == GT_NONE ? m : spare;
            continue;
        }
        add_list(reading, m, end, types, ends);
        if (is_made_act(reading, match, ends))
            ends->n = 0;
        return;
    }
    if (spare != GT_NONE)
        add_list(reading, spare, end, types, ends);
}

static void find_left(const struct gt_reading *reading, uint32_t start, uint32_t end,
                      uint32_t types, struct gt_ends *ends)
{
    for (uint32_t m = first_from(reading, end); m-- > 0;) {
        const struct gt_mention *mention = mention_of(reading, m);
        if (mention->end < start || mention->start < start)
            return;
        if (mention->end > end || !fits(reading, m, types))
            continue;
        add_list(reading, list_head(reading, m, start, types), end, types, ends);
        return;
    }
}

static void find_before(const struct gt_reading *reading, const struct gt_match *match,
                        uint32_t types, struct gt_ends *ends)
{
    const struct gt_scan *scan = reading->scan;
    uint32_t paragraph = scan->sentence[scan->sentence_at[match->start]].paragraph;
    uint32_t m = first_from(reading, match->start);
    for (int i = 0; i < BEFORE_MENTIONS && m-- > 0; i++) {
        const struct gt_mention *mention = mention_of(reading, m);
        if (scan->sentence[scan->sentence_at[mention->start]].paragraph != paragraph)
            return;
        if (mention->end <= match->start && fits(reading, m, types)) {
            uint32_t start = scan->sentence[scan->sentence_at[mention->start]].start;
            add_list(reading, list_head(reading, m, start, types), mention->end, types, ends);
            return;
        }
    }
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
        find_subject(reading, match, types, ends);
        if (ends->n == 0 && side->kind == GT_SIDE_subject)
            add_fixed(reading, reading->entities->home, types, ends);
        break;
    case GT_SIDE_object:
    case GT_SIDE_inside:
    case GT_SIDE_inner:
        if (ranged)
            find_in(reading, match, start, end, types, ends);
        break;
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
    case GT_SIDE_home:
        add_fixed(reading, reading->entities->home, types, ends);
        break;
    case GT_SIDE_issuer:
        add_fixed(reading, reading->entities->issuer, types, ends);
        break;
    case GT_SIDE_KINDS:
        break;
    }
}
