/* frame_lead.c: who acts in the frame of a clause: its own names, or those of the clauses before.
 *
 * A clause without names of its own goes on with the subject of the one before, within its period
 * (； does not end one; a point does). What a passive clause, or one that says who has which part
 * in it (甲认缴3亿元, 乙任理事长单位), tells of is preferred to those who act there. 双方 are those
 * that acted together last. 支持甲牵头，联合乙组建…: 甲 and 乙. */
#include "extract/frame.h"
#include "extract/word_list.h"

enum { GOVERN = 8, CLAUSES_BACK = 6, CLAUSE_PARTS = GT_FRAME_PARTS, PARTS_BACK = 120 };

/* --- parts -------------------------------------------------------------------------------------
 */

/* The word right in front of names that places them; GT_NONE. */
uint32_t gt_frame_governor(const struct gt_part *part, uint32_t names, uint32_t first)
{
    while (names > first && part[names - 1].kind == GT_PART_NAMES && part[names - 1].owns)
        names--; /* 在甲的乙 */
    if (names == first || part[names - 1].kind != GT_PART_WORD ||
        part[names].start > part[names - 1].end + GOVERN)
        return GT_NONE;
    return names - 1;
}

static bool is_free(const struct gt_part *part, uint32_t names, uint32_t first)
{
    uint32_t by = gt_frame_governor(part, names, first);
    return by == GT_NONE || part[by].word == GT_CLAUSE_MAKE || part[names].stands;
}

bool gt_frame_is_along(const struct gt_part *part, uint32_t names, uint32_t first)
{
    uint32_t by = gt_frame_governor(part, names, first);
    if (names > first && part[names - 1].joins && part[names].n > 1)
        return true;
    return by != GT_NONE && (part[by].word == GT_CLAUSE_WITH || part[by].word == GT_CLAUSE_JOIN);
}

bool gt_frame_has_type(const struct gt_reading *reading, const struct gt_part *names,
                       uint32_t types)
{
    for (uint32_t i = 0; i < names->n; i++)
        if (gt_side_fits(reading, names->member[i], types))
            return true;
    return false;
}

/* The first part of a clause, as far as people read; a line of a million names is none. */
uint32_t gt_frame_clause_first(const struct gt_part *part, uint32_t at)
{
    uint32_t clause = part[at].clause, least = at > CLAUSE_PARTS ? at - CLAUSE_PARTS : 0;
    while (at > least && part[at - 1].clause == clause)
        at--;
    return at;
}

/* --- agents ------------------------------------------------------------------------------------
 */

/* Where the region of the verb begins: behind the last word that makes names act. */
uint32_t gt_frame_region(const struct gt_part *part, uint32_t first, uint32_t verb)
{
    uint32_t region = first;
    for (uint32_t p = first; p + 1 < verb; p++)
        if ((part[p].makes || (part[p].kind == GT_PART_WORD && part[p].word == GT_CLAUSE_MAKE)) &&
            part[p + 1].kind == GT_PART_NAMES)
            region = p + 1;
    return region;
}

uint32_t gt_frame_last_by(const struct gt_part *part, uint32_t first, uint32_t end)
{
    uint32_t found = GT_NONE;
    for (uint32_t p = first; p + 1 < end; p++)
        if (part[p].kind == GT_PART_WORD && part[p].word == GT_CLAUSE_BY &&
            part[p + 1].kind == GT_PART_NAMES)
            found = p;
    return found;
}

/* The head of names: of 甲的乙 the second. */
uint32_t gt_frame_head(const struct gt_part *part, uint32_t names, uint32_t end)
{
    while (names + 1 < end) {
        bool next = part[names + 1].kind == GT_PART_NAMES;
        if (part[names].owns && next && part[names + 1].start <= part[names].end + 3)
            names++;
        else if (part[names].told && next)
            names++;
        else if (part[names].told && names + 2 < end && part[names + 1].of &&
                 part[names + 2].kind == GT_PART_NAMES)
            names += 2;
        else if (part[names].told && names + 3 < end && part[names + 1].kind == GT_PART_WORD &&
                 part[names + 2].of && part[names + 3].kind == GT_PART_NAMES)
            names += 3; /* 甲联合申报的乙 */
        else
            break;
    }
    return names;
}

/* The first names of [first, end) that can be a subject, before any verb; GT_NONE. */
uint32_t gt_frame_told_by(const struct gt_part *part, uint32_t names, uint32_t end)
{
    uint32_t next = names + 1;
    while (next + 1 < end && part[next].kind == GT_PART_WORD &&
           (part[next].word == GT_CLAUSE_WITH || part[next].word == GT_CLAUSE_JOIN))
        next += part[next + 1].kind == GT_PART_NAMES ? 2 : 1;
    bool told = next + 1 < end && part[next].kind == GT_PART_VERB && part[next].of &&
                part[next + 1].kind == GT_PART_NAMES && part[next + 1].start <= part[next].end + 1;
    return told ? next + 1 : GT_NONE;
}

/* 下设甲、乙两个部门: what something has is not what is spoken of next. */
static bool is_held(const struct gt_scan *scan, uint32_t start)
{
    static const char words[] = "设 设有 设立 设置 含 含有 包含 包括 拥有";
    uint32_t at = scan->clause_start[start];
    while (at < start &&
           (gt_codes_at(&scan->codes, at, "下") || gt_codes_at(&scan->codes, at, "内")))
        at++;
    uint32_t n = at < start ? gt_word_list_at(&scan->codes, at, words) : GT_NONE;
    return n != GT_NONE && n > 0 && at + n == start;
}

uint32_t gt_frame_head_names(const struct gt_reading *reading, uint32_t first, uint32_t end,
                             bool strict)
{
    const struct gt_part *part = reading->clauses->part;
    for (uint32_t p = first; p < end; p++) {
        bool verb = part[p].kind == GT_PART_VERB && !part[p].of;
        if (verb && p + 1 < end && part[p + 1].kind == GT_PART_NAMES && part[p + 1].owns)
            p++; /* 位于甲的乙 */
        else if (verb)
            return GT_NONE;
        if (part[p].kind != GT_PART_NAMES || verb)
            continue;
        uint32_t told = gt_frame_told_by(part, p, end); /* 甲与乙申报的丙入选: 丙 */
        uint32_t head = gt_frame_head(part, told == GT_NONE ? p : told, end);
        const struct gt_mention *mention = &reading->mentions->item[part[p].member[0]];
        bool stands = part[p].stands || part[head].stands; /* 以甲孵化的乙为代表: 乙 */
        bool acts = !strict || gt_side_may_act(reading, mention) || stands;
        if ((is_free(part, p, first) || stands) && !part[head].owns && acts &&
            !is_held(reading->scan, part[p].start))
            return head;
        p = head;
    }
    return GT_NONE;
}

static void add_partners(struct gt_frame *frame, uint32_t from, uint32_t end)
{
    for (uint32_t p = from; p < end && frame->n_partners < GT_FRAME_LISTS; p++)
        if (frame->part[p].kind == GT_PART_NAMES &&
            gt_frame_is_along(frame->part, p, frame->first)) {
            uint32_t head = gt_frame_head(frame->part, p, end);
            if (!frame->part[head].owns)
                frame->partner[frame->n_partners++] = head;
        }
}

/* 落户某某园: what stands behind such a verb is where something is, not what it acts on. */
static bool says_where(const struct gt_scan *scan, uint32_t verb)
{
    static const char *const verbs[] = {"落户", "落地", "入驻", "位于", "坐落", "设在", "迁"};
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (gt_codes_at(&scan->codes, verb, verbs[i]))
            return true;
    return false;
}

/* Names that the last verb of [first, end) acts on; GT_NONE. */
static uint32_t last_object(const struct gt_frame *frame, uint32_t first, uint32_t end,
                            uint32_t types)
{
    const struct gt_part *part = frame->part;
    for (uint32_t p = end; p-- > first + 1;)
        if (part[p].kind == GT_PART_NAMES && part[p - 1].kind == GT_PART_VERB && !part[p].owns &&
            gt_frame_has_type(frame->reading, &part[p], types) &&
            !says_where(frame->reading->scan, part[p - 1].start))
            return p;
    return GT_NONE;
}

static void add_along(struct gt_frame *frame, uint32_t from, uint32_t end, uint32_t first)
{
    for (uint32_t p = from; p < end && frame->n_partners < GT_FRAME_LISTS; p++)
        if (frame->part[p].kind == GT_PART_NAMES && gt_frame_is_along(frame->part, p, first))
            frame->partner[frame->n_partners++] = gt_frame_head(frame->part, p, end);
}

/* Takes names of a clause before, [first, end), and those that act along. */
static void take_lead(struct gt_frame *frame, uint32_t names, uint32_t first, uint32_t end)
{
    frame->lead = names;
    frame->inherits = true;
    add_along(frame, names + 1, end, first);
}

/* The head of a clause before, [first, end), when it has one of some types; else GT_NONE. */
static uint32_t head_before(const struct gt_frame *frame, uint32_t first, uint32_t end,
                            uint32_t types)
{
    uint32_t region = gt_frame_region(frame->part, first, end);
    uint32_t head = gt_frame_head_names(frame->reading, first, end, true);
    if (region > first && head != GT_NONE && head >= region) {
        uint32_t maker = gt_frame_head_names(frame->reading, first, region - 1, true);
        head = maker == GT_NONE ? head : maker;
    }
    return head != GT_NONE && gt_frame_has_type(frame->reading, &frame->part[head], types)
               ? head
               : GT_NONE;
}

static uint32_t last_names(const struct gt_frame *frame, uint32_t first, uint32_t end,
                           uint32_t types)
{
    const struct gt_part *part = frame->part;
    for (uint32_t p = end; p-- > first;)
        if (part[p].kind == GT_PART_NAMES && !part[p].owns && is_free(part, p, first) &&
            gt_frame_has_type(frame->reading, &part[p], types) &&
            !is_held(frame->reading->scan, part[p].start))
            return p;
    return GT_NONE;
}

/* One or two types: what has them need not be a subject. */
static bool is_narrow(uint32_t types)
{
    types &= types - 1;
    return (types & (types - 1)) == 0;
}

/* 支持甲牵头，联合乙组建…, 由甲牵头，会同乙…: who was made to act in the clause before; GT_NONE. */
static uint32_t made_before(const struct gt_frame *frame, uint32_t types)
{
    const struct gt_part *part = frame->part;
    uint32_t end = frame->first, names = GT_NONE;
    bool joins = part[end].kind == GT_PART_WORD && part[end].word == GT_CLAUSE_JOIN;
    if (!joins || end == 0 || part[end - 1].period != part[end].period)
        return GT_NONE;
    for (uint32_t p = gt_frame_clause_first(part, end - 1) + 1; p < end; p++) {
        bool word = part[p - 1].kind == GT_PART_WORD &&
                    (part[p - 1].word == GT_CLAUSE_MAKE || part[p - 1].word == GT_CLAUSE_BY);
        if (part[p].kind == GT_PART_NAMES && (word || part[p - 1].makes))
            names = gt_frame_head(part, p, end);
    }
    return names != GT_NONE && gt_frame_has_type(frame->reading, &part[names], types) ? names
                                                                                      : GT_NONE;
}

/* True for a part of the verb's sentence: ； parts those who act along. */
static bool same_sentence(const struct gt_frame *frame, uint32_t part)
{
    const uint32_t *sentence = frame->reading->scan->sentence_at;
    return sentence[frame->part[part].start] == sentence[frame->part[frame->verb].start];
}

/* 拟举办大会，由甲承办，并举行比赛: with 并, who acts in front of 由 goes on, though unnamed;
 * `by` begins the clause of 由. */
static bool acts_unnamed(const struct gt_frame *frame, uint32_t by)
{
    const struct gt_part *part = frame->part;
    const struct gt_scan *scan = frame->reading->scan;
    uint32_t start = scan->clause_start[part[frame->verb].start];
    return by > 0 && gt_codes_at(&scan->codes, start, "并") && same_sentence(frame, by - 1) &&
           gt_frame_head_names(frame->reading, gt_frame_clause_first(part, by - 1), by, true) ==
               GT_NONE;
}

/* The subject of the clauses before that has one of some types. What a passive clause tells of is
 * preferred to who acts in it: 设立甲，由乙管理，投资…: 甲. */
static void inherit(struct gt_frame *frame, uint32_t types)
{
    enum { PLACES = 1 << GT_NODE_place | 1 << GT_NODE_agency };
    const struct gt_part *part = frame->part;
    uint32_t end = frame->first, agents = GT_NONE, agents_end = 0;
    uint32_t made = made_before(frame, types);
    uint32_t aside = GT_NONE, aside_end = 0;
    if (made != GT_NONE) {
        take_lead(frame, made, gt_frame_clause_first(part, made), end);
        return;
    }
    for (int back = 0; back < CLAUSES_BACK && end > 0; back++) {
        if (part[end - 1].period != part[frame->verb].period)
            break;
        uint32_t first = gt_frame_clause_first(part, end - 1),
                 by = gt_frame_last_by(part, first, end);
        uint32_t from = agents != GT_NONE || aside != GT_NONE ? first
                        : by != GT_NONE                       ? by + 1
                                                              : end;
        uint32_t found =
            from < end ? last_object(frame, from, end, types & ~(uint32_t)PLACES) : GT_NONE;
        if (found == GT_NONE)
            found = head_before(frame, first, end, types);
        if (found == GT_NONE && is_narrow(types))
            found = last_names(frame, first, end, types); /* 成立联盟，吸收… */
        bool about = aside == GT_NONE ||
                     (found != GT_NONE && !gt_frame_has_type(frame->reading, &part[found], PLACES));
        if (found != GT_NONE && gt_side_is_aside(frame->reading->scan, part[first].start)) {
            aside_end = aside == GT_NONE ? end : aside_end;
            aside = aside == GT_NONE ? found : aside;
        } else if (found != GT_NONE && about) {
            take_lead(frame, found, first, end);
            return;
        }
        if (agents == GT_NONE && by != GT_NONE && same_sentence(frame, first)) {
            uint32_t actor = gt_frame_head(part, by + 1, end);
            agents = gt_frame_has_type(frame->reading, &part[actor], types) ? actor : GT_NONE;
            agents_end = end;
        } else if (agents == GT_NONE && same_sentence(frame, first) &&
                   gt_frame_head_names(frame->reading, first, end, true) == GT_NONE)
            add_along(frame, first, end, first);
        end = first;
    }
    if (aside != GT_NONE)
        take_lead(frame, aside, gt_frame_clause_first(part, aside), aside_end);
    else if (agents != GT_NONE && !acts_unnamed(frame, gt_frame_clause_first(part, agents)))
        take_lead(frame, agents, gt_frame_clause_first(part, agents), agents_end);
}

static bool says_both(const struct gt_part *part, uint32_t first, uint32_t end)
{
    for (uint32_t p = first; p < end; p++)
        if (part[p].kind == GT_PART_WORD && part[p].word == GT_CLAUSE_BOTH)
            return true;
    return false;
}

/* The first part of the clause that says 双方: the verb's, or the one before when it has no names
 * (双方签署协议，共建…); GT_NONE. */
static uint32_t both_clause(const struct gt_frame *frame)
{
    const struct gt_part *part = frame->part;
    uint32_t first = frame->first;
    if (says_both(part, first, frame->verb))
        return first;
    if (first == 0 || part[first - 1].kind == GT_PART_NAMES || !same_sentence(frame, first - 1))
        return GT_NONE;
    uint32_t before = gt_frame_clause_first(part, first - 1);
    bool named = false;
    for (uint32_t p = before; p < first; p++)
        named = named || part[p].kind == GT_PART_NAMES;
    return !named && says_both(part, before, first) ? before : GT_NONE;
}

/* 甲把课堂开到了乙，双方…: the two bodies of the clause that ends before part `end`. */
static bool take_two(struct gt_frame *frame, uint32_t end)
{
    enum {
        BODIES = 1 << GT_NODE_company | 1 << GT_NODE_university | 1 << GT_NODE_institute |
                 1 << GT_NODE_hospital | 1 << GT_NODE_agency | 1 << GT_NODE_association |
                 1 << GT_NODE_park
    };
    const struct gt_part *part = frame->part;
    uint32_t first = end ? gt_frame_clause_first(part, end - 1) : 0, two[2], n = 0;
    for (uint32_t p = first; p < end && n < 2; p++)
        if (part[p].kind == GT_PART_NAMES && gt_frame_is_along(part, p, first))
            return false;
        else if (part[p].kind == GT_PART_NAMES && !part[p].owns &&
                 gt_frame_has_type(frame->reading, &part[p], BODIES))
            two[n++] = p;
    const struct gt_mention *item = frame->reading->mentions->item;
    if (n < 2 || !same_sentence(frame, first) || gt_frame_last_by(part, first, end) != GT_NONE ||
        item[part[two[0]].member[0]].node == item[part[two[1]].member[0]].node)
        return false;
    frame->lead = two[0];
    frame->partner[frame->n_partners++] = two[1];
    frame->inherits = true;
    return true;
}

/* 双方: the last names that acted together. */
static void find_both(struct gt_frame *frame)
{
    const struct gt_part *part = frame->part;
    uint32_t period = part[frame->verb].period, both = both_clause(frame);
    for (uint32_t p = both;
         p-- > 0 && p + PARTS_BACK > frame->first && part[p].period + 2 >= period;) {
        if (part[p].kind != GT_PART_NAMES)
            continue;
        uint32_t first = gt_frame_clause_first(part, p);
        if (gt_frame_is_along(part, p, first)) {
            uint32_t head = gt_frame_head_names(frame->reading, first, p, false);
            frame->lead = head == GT_NONE ? p : head;
            if (head != GT_NONE)
                frame->partner[frame->n_partners++] = p;
            frame->inherits = true;
            return;
        }
        if (part[p].with || part[p].n == 2) {
            frame->lead = p;
            frame->inherits = true;
            return;
        }
        if (part[p].clause == part[both - 1].clause && take_two(frame, both))
            return;
    }
}

/* The names nearest in front of V的. */
static uint32_t nearest_names(const struct gt_frame *frame)
{
    const struct gt_part *part = frame->part;
    for (uint32_t p = frame->verb; p-- > frame->region;) {
        if (frame->part[p].kind == GT_PART_VERB)
            return GT_NONE;
        bool next_to = p + 1 == frame->verb && part[p].end == part[frame->verb].start;
        if (part[p].kind == GT_PART_NAMES && !part[p].owns &&
            (next_to || is_free(part, p, frame->region))) /* 依据甲印发的: 甲 */
            return p;
    }
    return GT_NONE;
}

/* 位于甲的乙: 乙. */
static uint32_t told_names(const struct gt_frame *frame)
{
    const struct gt_part *part = &frame->part[frame->verb];
    bool tells = frame->verb + 2 < frame->end && part[1].kind == GT_PART_NAMES && part[1].owns &&
                 part[2].kind == GT_PART_NAMES && part[2].start <= part[1].end + 3;
    return tells && frame->verb == frame->region ? frame->verb + 2 : GT_NONE;
}

/* 由甲批复、依托乙建设: 甲 does something of its own in front of 依托. */
static bool acts_elsewhere(const struct gt_frame *frame)
{
    bool acted = false;
    for (uint32_t p = frame->by + 1; p < frame->verb; p++) {
        if (acted && frame->part[p].kind == GT_PART_WORD && frame->part[p].word == GT_CLAUSE_ON)
            return true;
        acted = acted || frame->part[p].kind == GT_PART_VERB;
    }
    return false;
}

/* 会同甲、乙，丙举办…: those of a clause in front that does nothing but say who acts along. */
static void add_before(struct gt_frame *frame)
{
    const struct gt_part *part = frame->part;
    uint32_t end = frame->first;
    if (frame->lead == GT_NONE || frame->region > end || end < 2 ||
        part[end - 1].kind != GT_PART_NAMES || part[end - 2].kind != GT_PART_WORD ||
        part[end - 2].word != GT_CLAUSE_JOIN || gt_frame_clause_first(part, end - 1) != end - 2 ||
        !same_sentence(frame, end - 1))
        return;
    add_along(frame, end - 1, end, end - 2);
}

/* 引入甲: to bring someone in is an act of its own, of whom the sentence is about. */
static bool brings_in(const struct gt_frame *frame)
{
    return gt_codes_at(&frame->reading->scan->codes, frame->part[frame->verb].start, "引入");
}

void gt_frame_find_agents(struct gt_frame *frame, uint32_t types)
{
    const struct gt_part *part = frame->part;
    frame->by = gt_frame_last_by(
        part, frame->region > frame->first ? frame->region - 1 : frame->first, frame->verb);
    if (frame->by != GT_NONE && acts_elsewhere(frame))
        frame->by = GT_NONE;
    if (frame->by != GT_NONE)
        frame->lead = gt_frame_head(part, frame->by + 1, frame->verb);
    else if (part[frame->verb].of)
        frame->lead = nearest_names(frame);
    else
        frame->lead = gt_frame_head_names(frame->reading, frame->region, frame->verb, false);
    if (frame->lead == GT_NONE)
        frame->lead = told_names(frame);
    frame->has_head = frame->lead != GT_NONE;
    add_partners(frame, frame->lead == GT_NONE ? frame->region : frame->lead + 1, frame->verb);
    add_before(frame);
    if (frame->lead != GT_NONE && gt_frame_has_type(frame->reading, &part[frame->lead], types))
        return;
    if (both_clause(frame) != GT_NONE)
        find_both(frame);
    else if (part[frame->verb].of && frame->lead == GT_NONE && made_before(frame, types) != GT_NONE)
        take_lead(frame, made_before(frame, types),
                  gt_frame_clause_first(part, made_before(frame, types)),
                  frame->first); /* 由甲牵头，联合乙成立的丙 */
    else if (frame->by == GT_NONE && !part[frame->verb].of &&
             !(part[frame->verb].makes && frame->verb == frame->first && !brings_in(frame)))
        inherit(frame, types);
}
