/* structure.c: ties that names and marks state by themselves. */
#include "extract/relation.h"

#include "base/utf8.h"

#include <string.h>

enum { CITE_CODES = 24, ROLE_CODES = 24 };

static const char *text_of(const struct gt_reading *reading, uint32_t start, uint32_t end)
{
    return gt_codes_text(&reading->scan->codes, start, end, reading->scan->arena);
}

/* What a body whose name begins with another's is to it: a system is run by the park it is named
 * after, an alliance has it as a member; else it is a part (reading rule 12). */
static enum gt_edge_type nested_type(const struct gt_reading *reading,
                                     const struct gt_mention *outer)
{
    const struct gt_scan *scan = reading->scan;
    if (outer->type == GT_NODE_platform && gt_codes_at(&scan->codes, outer->name_end - 2, "体系"))
        return GT_EDGE_operates;
    if (outer->type == GT_NODE_alliance)
        return GT_EDGE_member_of;
    return GT_EDGE_part_of;
}

/* 高新区, 开发区: in front of a name it says where, as a district does. */
static bool is_zone(const struct gt_reading *reading, const struct gt_mention *mention)
{
    return mention->type == GT_NODE_park && mention->end > 0 &&
           reading->scan->codes.code[mention->end - 1] == U'区' &&
           !gt_codes_at(&reading->scan->codes, mention->end - 2, "园区");
}

/* 云岭里二期: a stage of what it is named after. */
static bool is_stage(const struct gt_scan *scan, const struct gt_mention *mention)
{
    return mention->name_end > mention->name_start &&
           scan->codes.code[mention->name_end - 1] == U'期';
}

/* 云岭大学资产经营公司 is the university's; 云岭软件园发展有限公司 need not be the park's. */
static bool owns_firms(enum gt_node_type type)
{
    return type == GT_NODE_company || type == GT_NODE_university || type == GT_NODE_institute ||
           type == GT_NODE_hospital;
}

static bool can_have_parts(const struct gt_reading *reading, const struct gt_mention *whole,
                           const struct gt_mention *part)
{
    enum gt_node_type type = reading->entities->item[whole->node].type;
    bool firm = part->type == GT_NODE_company && !owns_firms(type);
    bool ending = part->type == type && part->end - whole->end <= 2 &&
                  !is_stage(reading->scan, part); /* 某某 of 某某集团 */
    return part->type != GT_NODE_programme && part->type != GT_NODE_event &&
           part->type != GT_NODE_person && !firm && !ending && type != GT_NODE_place &&
           !is_zone(reading, whole) && type != GT_NODE_programme;
}

/* A name that begins with another's (东华大学科技园), and that with a third's; a place in front
 * makes no tie. Nested mentions stand behind the one around them, the longest first. */
static void add_nested(const struct gt_reading *reading, struct gt_relations *relations)
{
    const struct gt_mention *item = reading->mentions->item;
    for (uint32_t i = 0; i < reading->mentions->n; i++) {
        if (item[i].outer == GT_NONE || item[i].node == GT_NONE || i == 0)
            continue;
        const struct gt_mention *part = &item[i - 1]; /* the next longer one */
        if (part->node == GT_NONE || !can_have_parts(reading, &item[i], part))
            continue;
        struct gt_relation relation = {.source = part->node,
                                       .target = item[i].node,
                                       .type = nested_type(reading, part),
                                       .status = GT_STATUS_ongoing,
                                       .start = part->start,
                                       .end = part->end,
                                       .rule = "name-part"};
        if (relation.type != GT_EDGE_part_of) {
            relation.source = item[i].node;
            relation.target = part->node;
        }
        gt_relation_add(reading, relations, &relation);
    }
}

/* 学校科技成果转化中心 is a part of the university spoken of. */
static void add_school_parts(const struct gt_reading *reading, struct gt_relations *relations)
{
    const struct gt_mention *item = reading->mentions->item;
    uint32_t university = GT_NONE;
    for (uint32_t i = 0; i < reading->mentions->n; i++) {
        if (item[i].type == GT_NODE_university && item[i].node != GT_NONE)
            university = item[i].node;
        if (item[i].kind != GT_MENTION_NAMED || university == GT_NONE ||
            !gt_codes_at(&reading->scan->codes, item[i].start, "学校"))
            continue;
        struct gt_relation relation = {.source = item[i].node,
                                       .target = university,
                                       .type = GT_EDGE_part_of,
                                       .status = GT_STATUS_ongoing,
                                       .start = item[i].start,
                                       .end = item[i].end,
                                       .rule = "school-part"};
        gt_relation_add(reading, relations, &relation);
    }
}

/* 东片区, 北部片区: a part of the area by where it lies; 歇马片区 may be a part of anything. */
static bool is_side_of_home(const struct gt_scan *scan, const struct gt_mention *zone)
{
    static const char *const ends[] = {"片区", "部片区"};
    uint32_t code = scan->codes.code[zone->start];
    bool lies = code == U'东' || code == U'西' || code == U'南' || code == U'北' || code == U'中';
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (lies && gt_codes_at(&scan->codes, zone->start + 1, ends[i]))
            return true;
    return false;
}

/* Parts of the area by their ending (片区); a park in “” right behind one lies in it. */
static void add_zones(const struct gt_reading *reading, struct gt_relations *relations)
{
    const struct gt_mention *item = reading->mentions->item;
    for (uint32_t i = 0; i < reading->mentions->n; i++) {
        if (item[i].kind != GT_MENTION_NAMED || item[i].type != GT_NODE_place ||
            !gt_codes_at(&reading->scan->codes, item[i].end - 2, "片区") ||
            gt_scan_word(reading->scan, item[i].start, GT_WORD_FACT))
            continue;
        struct gt_relation relation = {.source = item[i].node,
                                       .target = reading->entities->home,
                                       .type = GT_EDGE_part_of,
                                       .status = GT_STATUS_ongoing,
                                       .start = item[i].start,
                                       .end = item[i].end,
                                       .rule = "zone",
                                       .by_default = true};
        if (is_side_of_home(reading->scan, &item[i]))
            gt_relation_add(reading, relations, &relation);
        if (i + 1 >= reading->mentions->n || item[i + 1].start != item[i].end)
            continue;
        relation.source = item[i + 1].node;
        relation.target = item[i].node;
        relation.type = GT_EDGE_located_in;
        relation.end = item[i + 1].end;
        relation.rule = "zone-park";
        gt_relation_add(reading, relations, &relation);
    }
}

/* 高新区 and the like stand in titles as areas do. */
static bool is_area_name(const struct gt_entity *entity)
{
    static const char *const zones[] = {"高新区", "开发区", "经开区", "新区", "保税区"};
    size_t n = strlen(entity->name);
    for (size_t i = 0; i < sizeof zones / sizeof *zones; i++) {
        size_t m = strlen(zones[i]);
        if (entity->type == GT_NODE_park && n > m && strcmp(entity->name + n - m, zones[i]) == 0)
            return true;
    }
    return false;
}

/* A policy named after a body supports it: 《云岭区支持某某中心若干措施》. */
static void add_titles(const struct gt_reading *reading, struct gt_relations *relations)
{
    for (uint32_t i = 0; i < reading->entities->n_inside; i++) {
        const struct gt_inside *inside = &reading->entities->inside[i];
        const struct gt_mention *title = &reading->mentions->item[inside->mention];
        enum gt_node_type type = reading->entities->item[inside->entity].type;
        if (is_area_name(&reading->entities->item[inside->entity]))
            continue;
        if (type != GT_NODE_park && type != GT_NODE_institute && type != GT_NODE_platform &&
            type != GT_NODE_alliance && type != GT_NODE_university)
            continue;
        struct gt_relation relation = {.source = title->node,
                                       .target = inside->entity,
                                       .type = GT_EDGE_supports,
                                       .status = GT_STATUS_ongoing,
                                       .start = title->start,
                                       .end = title->end,
                                       .rule = "title-of"};
        gt_relation_add(reading, relations, &relation);
    }
}

/* True when the words behind an industry in a title say that it is to grow. */
static bool is_worked_on(const struct gt_scan *scan, uint32_t at)
{
    static const char *const words[] = {"产业", "行业", "发展", "高质量", "创新",
                                        "技术", "建设", "装备", "培育",   "集群",
                                        "试点", "示范", "”",    "+",      "、"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (gt_codes_at(&scan->codes, at, words[i]))
            return true;
    return false;
}

/* True for an industry that a title is about: it says that it is to grow, or names a narrow one; in
 * a name without marks, a narrow one. */
static bool is_special(const struct gt_scan *scan, const struct gt_mention *mention,
                       const struct gt_hit *hit)
{
    enum { NARROW = 4 };
    bool narrow = hit->end - hit->start >= NARROW;
    bool title = mention->kind == GT_MENTION_TITLED || mention->kind == GT_MENTION_UNQUOTED;
    return narrow || (title && is_worked_on(scan, hit->end));
}

/* 指南, 清单: what only lists or regulates works on nothing. */
static bool is_paper(const struct gt_scan *scan, const struct gt_mention *mention)
{
    static const char *const ends[] = {"公告", "指南", "案例", "图谱", "清单", "名单", "目录"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (gt_codes_end(&scan->codes, mention->name_end, ends[i]))
            return true;
    return false;
}

/* 岚溪抽水蓄能电站: what a plant runs on is no field that it works in. */
static bool is_plant(const struct gt_mention *mention)
{
    static const char *const endings[] = {"电站", "电厂", "热电厂", "风电场"};
    const char *text = mention->kind == GT_MENTION_NAMED && mention->row != GT_NONE
                           ? gt_suffixes[mention->row].text
                           : "";
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (strcmp(text, endings[i]) == 0)
            return true;
    return false;
}

/* A programme, alliance or working group with an industry in its name works on it. */
static void add_named_tracks(const struct gt_reading *reading, struct gt_relations *relations)
{
    const struct gt_scan *scan = reading->scan;
    const struct gt_mention *item = reading->mentions->item;
    for (uint32_t i = 0; i < reading->mentions->n; i++) {
        bool kind = item[i].type == GT_NODE_programme || item[i].type == GT_NODE_alliance ||
                    (item[i].type == GT_NODE_agency && item[i].kind == GT_MENTION_NAMED);
        if (!kind || is_plant(&item[i]) || is_paper(scan, &item[i]) || item[i].outer != GT_NONE ||
            item[i].node == GT_NONE || item[i].kind == GT_MENTION_ANAPHOR)
            continue;
        for (uint32_t at = item[i].name_start; at < item[i].name_end; at++) {
            const struct gt_hit *hit = gt_scan_word(scan, at, GT_WORD_INDUSTRY);
            bool begins = hit && item[i].type == GT_NODE_programme &&
                          (is_special(scan, &item[i], hit) || hit->start == item[i].name_start) &&
                          !gt_scan_word(scan, at, GT_WORD_FACT);
            if (!hit || hit->end >= item[i].name_end ||
                (!begins && !gt_codes_at(&scan->codes, hit->end, "产业")))
                continue;
            struct gt_relation relation = {
                .source = item[i].node,
                .target = gt_entities_track(scan, reading->entities, hit->start, hit->end),
                .type = GT_EDGE_focuses_on,
                .status = GT_STATUS_ongoing,
                .start = item[i].start,
                .end = item[i].end,
                .rule = "name-track",
            };
            if (relation.end - relation.start <= 120)
                gt_relation_add(reading, relations, &relation);
            at = hit->end;
        }
    }
}

/* 甲、乙等丙产业: tracks named under their field (reading rule 4). */
static void add_named_under(const struct gt_reading *reading, struct gt_relations *relations)
{
    static const char *const called[] = {"产业", "相关产业", "领域", "赛道", "行业", "产业链"};
    const struct gt_codes *codes = &reading->scan->codes;
    const struct gt_mention *item = reading->mentions->item;
    for (uint32_t i = 1; i < reading->mentions->n; i++) {
        const struct gt_mention *field = &item[i];
        bool named = false;
        for (size_t k = 0; k < sizeof called / sizeof *called; k++)
            named = named || gt_codes_at(codes, field->end, called[k]);
        bool under = field->type == GT_NODE_industry && item[i - 1].type == GT_NODE_industry &&
                     item[i - 1].end + 1 == field->start && gt_codes_end(codes, field->start, "等");
        for (uint32_t k = i; named && under && k-- > 0 && item[k].type == GT_NODE_industry;) {
            struct gt_relation relation = {.source = item[k].node,
                                           .target = field->node,
                                           .type = GT_EDGE_part_of,
                                           .status = GT_STATUS_ongoing,
                                           .start = item[k].start,
                                           .end = field->end,
                                           .rule = "named-under"};
            gt_relation_add(reading, relations, &relation);
            under = k > 0 && item[k - 1].end + 1 == item[k].start &&
                    codes->code[item[k].start - 1] == 0x3001;
        }
    }
}

/* 院士, 校长 and so on between an organisation and a person. */
static void add_roles(const struct gt_reading *reading, struct gt_relations *relations)
{
    const struct gt_scan *scan = reading->scan;
    const struct gt_mention *item = reading->mentions->item;
    for (uint32_t i = 0; i < reading->mentions->n; i++) {
        if (item[i].type != GT_NODE_person || item[i].kind != GT_MENTION_PERSON)
            continue;
        uint32_t end = item[i].start;
        for (uint32_t k = i; k-- > 0 && end - item[k].end <= ROLE_CODES;) {
            if (item[k].outer != GT_NONE)
                continue;
            uint32_t at = item[k].end;
            bool former = gt_codes_at(&scan->codes, at, "原");
            const struct gt_hit *title = gt_scan_word(scan, at + former, GT_WORD_TITLE);
            if (!title && at == item[i].start) /* 江州大学陈某某教授 */
                title = gt_scan_word(scan, item[i].end, GT_WORD_TITLE);
            if (!title || item[k].node == GT_NONE)
                break;
            struct gt_relation relation = {
                .source = item[i].node,
                .target = item[k].node,
                .type = GT_EDGE_affiliated_with,
                .status = former ? GT_STATUS_past : GT_STATUS_ongoing,
                .start = item[k].start,
                .end = item[i].end,
                .role = text_of(reading, title->start, title->end),
                .rule = "role",
            };
            gt_relation_add(reading, relations, &relation);
            if (item[k].start == 0 || scan->codes.code[item[k].start - 1] != 0x3001)
                break;
            end = item[k].start;
        }
    }
}

/* The role in which the words behind a person put it: 担任主任, 当选首任理事长; null. */
static const char *role_behind(const struct gt_reading *reading, uint32_t from, uint32_t to)
{
    static const char *const verbs[] = {"担任", "出任", "兼任", "当选", "任", "为"};
    static const char *const firsts[] = {"首任", "首届", "轮值", "名誉"};
    const struct gt_scan *scan = reading->scan;
    for (uint32_t at = from; at < to; at++)
        for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
            uint32_t role = at + (uint32_t)gt_utf8_count(verbs[i]);
            if (!gt_codes_at(&scan->codes, at, verbs[i]))
                continue;
            for (size_t k = 0; k < sizeof firsts / sizeof *firsts; k++)
                role += gt_codes_at(&scan->codes, role, firsts[k]) ? 2 : 0;
            const struct gt_hit *title = gt_scan_word(scan, role, GT_WORD_TITLE);
            if (title)
                return text_of(reading, title->start, title->end);
        }
    return NULL;
}

/* The role in front of a person: 理事长由某某公司董事长陈某某兼任, 院长为某某教授; null. *at: where
 * it stands. */
static const char *role_ahead(const struct gt_reading *reading, uint32_t from, uint32_t to,
                              uint32_t *at)
{
    static const char *const links[] = {"由", "为", "是", "系", "请的是"};
    const struct gt_scan *scan = reading->scan;
    for (*at = from; *at < to; ++*at) {
        const struct gt_hit *title = gt_scan_word(scan, *at, GT_WORD_TITLE);
        for (size_t i = 0; title && title->end < to && i < sizeof links / sizeof *links; i++)
            if (gt_codes_at(&scan->codes, title->end, links[i]))
                return text_of(reading, title->start, title->end);
    }
    return NULL;
}

static bool can_be_led(const struct gt_mention *mention)
{
    return mention->outer == GT_NONE && mention->node != GT_NONE &&
           (mention->type == GT_NODE_alliance || mention->type == GT_NODE_association ||
            ((mention->type == GT_NODE_institute || mention->type == GT_NODE_university) &&
             mention->kind != GT_MENTION_FACT));
}

/* The body that a person heads: the last alliance behind it in its sentence, else the last body in
 * front that its own role is not of. */
/* The body in whose role a person is spoken of that the text names behind it: the last in front. */
static uint32_t body_before(const struct gt_reading *reading, uint32_t person, uint32_t at)
{
    const struct gt_mention *item = reading->mentions->item;
    uint32_t start = reading->scan->sentence[reading->scan->sentence_at[at]].start;
    for (uint32_t m = person; m-- > 0 && item[m].start >= start;)
        if (item[m].end <= at && can_be_led(&item[m]))
            return m;
    return GT_NONE;
}

static uint32_t body_of(const struct gt_reading *reading, uint32_t person)
{
    const struct gt_mention *item = reading->mentions->item;
    const struct gt_sentence *sentence =
        &reading->scan->sentence[reading->scan->sentence_at[item[person].start]];
    uint32_t body = GT_NONE;
    for (uint32_t m = person + 1; m < reading->mentions->n && item[m].end <= sentence->end; m++)
        if (item[m].type == GT_NODE_alliance && item[m].outer == GT_NONE)
            body = m;
    for (uint32_t m = person; body == GT_NONE && m-- > 0 && item[m].start >= sentence->start;) {
        const struct gt_hit *own = gt_scan_word(reading->scan, item[m].end, GT_WORD_TITLE);
        if (can_be_led(&item[m]) && !(own && own->end == item[person].start))
            body = m;
    }
    return body;
}

/* 陈某某为主任, 金某为副主任的专家委员会: who heads a body. */
static void add_chairs(const struct gt_reading *reading, struct gt_relations *relations)
{
    const struct gt_scan *scan = reading->scan;
    const struct gt_mention *item = reading->mentions->item;
    for (uint32_t i = 0; i < reading->mentions->n; i++) {
        if (item[i].type != GT_NODE_person)
            continue;
        const struct gt_sentence *sentence = &scan->sentence[scan->sentence_at[item[i].start]];
        uint32_t at = 0;
        const char *role =
            role_ahead(reading, scan->clause_start[item[i].start], item[i].start, &at);
        uint32_t body = role ? body_before(reading, i, at) : GT_NONE;
        if (body == GT_NONE) {
            role = role_behind(reading, item[i].end, sentence->end);
            body = role ? body_of(reading, i) : GT_NONE;
        }
        if (body == GT_NONE)
            continue;
        uint32_t start = item[body].start < item[i].start ? item[body].start : item[i].start;
        uint32_t end = item[body].end > item[i].end ? item[body].end : item[i].end;
        struct gt_relation relation = {
            .source = item[i].node,
            .target = item[body].node,
            .type = GT_EDGE_leads,
            .status = GT_STATUS_ongoing,
            .start = start,
            .end = end > start + 120 ? start + 120 : end,
            .role = role,
            .rule = "chair",
        };
        gt_relation_add(reading, relations, &relation);
    }
}

/* 《…办法》（长科委规〔2020〕1号）: the issuer's own number says that it issued it, and when. */
static void add_cited(const struct gt_reading *reading, struct gt_relations *relations)
{
    const struct gt_scan *scan = reading->scan;
    const char *own = scan->metadata->number;
    if (!own)
        return;
    size_t prefix = gt_utf8_offset(own, 3);
    for (uint32_t i = 0; i < reading->mentions->n; i++) {
        const struct gt_mention *mention = &reading->mentions->item[i];
        uint32_t open = mention->end;
        if (mention->kind != GT_MENTION_TITLED || open >= scan->codes.n ||
            scan->mate[open] == GT_NONE || scan->mate[open] > open + CITE_CODES ||
            scan->mate[open] < open)
            continue;
        const char *number = text_of(reading, open + 1, scan->mate[open]);
        if (strncmp(number, own, prefix) != 0)
            continue;
        const char *year = strstr(number, "〔");
        struct gt_relation relation = {
            .source = reading->entities->issuer,
            .target = mention->node,
            .type = GT_EDGE_issues,
            .status = GT_STATUS_past,
            .start = mention->start,
            .end = scan->mate[open] + 1,
            .date = year && strlen(year) > 7 ? gt_arena_text(scan->arena, year + 3, 4) : NULL,
            .rule = "cited-number",
        };
        if (relation.end - relation.start <= 120)
            gt_relation_add(reading, relations, &relation);
    }
}

/* 市委“强链”行动, 市政府2024年专题会议: an agency right in front of what it does, but for a date.
 */
static bool is_undertaking(const struct gt_reading *reading, const struct gt_mention *agency,
                           const struct gt_mention *act)
{
    bool named = act->kind == GT_MENTION_QUOTED || act->kind == GT_MENTION_NAMED;
    if (agency->type != GT_NODE_agency || agency->node == GT_NONE || act->node == GT_NONE ||
        act->outer != GT_NONE || !named || agency->end > act->start ||
        (act->type != GT_NODE_programme && act->type != GT_NODE_event))
        return false;
    for (uint32_t at = agency->end; at < act->start; at++) {
        uint32_t code = reading->scan->codes.code[at];
        if (!gt_code_is_digit(code) && code != U'年' && code != U'月' && code != U'日')
            return false;
    }
    return true;
}

/* 甲集团的“乙项目”: what belongs to whom. */
static void add_possessions(const struct gt_reading *reading, struct gt_relations *relations)
{
    const struct gt_scan *scan = reading->scan;
    const struct gt_mention *item = reading->mentions->item;
    for (uint32_t i = 1; i < reading->mentions->n; i++) {
        uint32_t k = i - 1;
        while (k > 0 && item[k].outer != GT_NONE)
            k--;
        bool latin = item[k].end == item[i].start && item[i].type == GT_NODE_platform &&
                     gt_code_is_latin(scan->codes.code[item[i].start]) && item[i].outer == GT_NONE;
        if (latin && item[k].node != GT_NONE && item[i].node != GT_NONE) {
            struct gt_relation run = {.source = item[k].node,
                                      .target = item[i].node,
                                      .type = GT_EDGE_operates,
                                      .status = GT_STATUS_ongoing,
                                      .start = item[k].start,
                                      .end = item[i].end,
                                      .rule = "possession"};
            gt_relation_add(reading, relations, &run);
        }
        if (is_undertaking(reading, &item[k], &item[i])) {
            struct gt_relation run = {.source = item[k].node,
                                      .target = item[i].node,
                                      .type = GT_EDGE_organises,
                                      .status = GT_STATUS_ongoing,
                                      .start = item[k].start,
                                      .end = item[i].end,
                                      .rule = "undertaking"};
            gt_relation_add(reading, relations, &run);
        }
        bool owned = scan->codes.code[item[i].start] == U'“' && item[i].start > 1 &&
                     scan->codes.code[item[i].start - 1] == U'的' &&
                     item[k].end == item[i].start - 1;
        if (!owned || item[k].node == GT_NONE || item[i].node == GT_NONE)
            continue;
        bool programme = item[i].type == GT_NODE_programme;
        bool person = item[k].type == GT_NODE_person, place = item[k].type == GT_NODE_place;
        struct gt_relation relation = {
            .source = programme ? item[k].node : item[i].node,
            .target = programme ? item[i].node : item[k].node,
            .type = person      ? GT_EDGE_leads
                    : programme ? GT_EDGE_organises
                    : place     ? GT_EDGE_located_in
                                : GT_EDGE_part_of,
            .status = GT_STATUS_ongoing,
            .start = item[k].start,
            .end = item[i].end,
            .rule = "possession",
        };
        gt_relation_add(reading, relations, &relation);
    }
}

/* True when 关于 follows, with further agencies in between. */
static bool heads_title(const struct gt_reading *reading, uint32_t at)
{
    for (int more = 0; more < 4; more++) {
        const struct gt_hit *fact = gt_scan_word(reading->scan, at, GT_WORD_FACT);
        if (gt_codes_at(&reading->scan->codes, at, "关于"))
            return true;
        if (!fact)
            return false;
        at = fact->end;
    }
    return false;
}

/* 《云岭区财政局关于…的办法》: who stands at the head of a title issued it. */
static void add_title_issuers(const struct gt_reading *reading, struct gt_relations *relations)
{
    const struct gt_mention *item = reading->mentions->item;
    for (uint32_t i = 0; i < reading->mentions->n; i++) {
        uint32_t title = item[i].outer;
        if (title == GT_NONE || item[title].kind != GT_MENTION_TITLED || item[i].node == GT_NONE ||
            item[title].node == GT_NONE || item[i].start != item[title].name_start ||
            !heads_title(reading, item[i].end) ||
            (item[i].type != GT_NODE_agency && item[i].type != GT_NODE_place))
            continue;
        struct gt_relation relation = {.source = item[i].node,
                                       .target = item[title].node,
                                       .type = GT_EDGE_issues,
                                       .status = GT_STATUS_past,
                                       .start = item[title].start,
                                       .end = item[title].end,
                                       .rule = "title-issuer"};
        gt_relation_add(reading, relations, &relation);
    }
}

void gt_find_structure(const struct gt_reading *reading, struct gt_relations *relations)
{
    add_nested(reading, relations);
    add_school_parts(reading, relations);
    add_zones(reading, relations);
    add_titles(reading, relations);
    add_title_issuers(reading, relations);
    add_named_tracks(reading, relations);
    add_named_under(reading, relations);
    add_roles(reading, relations);
    add_chairs(reading, relations);
    add_cited(reading, relations);
    add_possessions(reading, relations);
}
