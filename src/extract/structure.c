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

static bool can_have_parts(const struct gt_reading *reading, const struct gt_mention *whole,
                           const struct gt_mention *part)
{
    enum gt_node_type type = reading->entities->item[whole->node].type;
    bool firm = part->type == GT_NODE_company && type != GT_NODE_company;
    bool ending = part->type == type && part->end - whole->end <= 2; /* 某某 of 某某集团 */
    return part->type != GT_NODE_programme && part->type != GT_NODE_event &&
           part->type != GT_NODE_person && !firm && !ending && type != GT_NODE_place &&
           type != GT_NODE_programme;
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

/* Parts of the area by their ending (片区); a park in “” right behind one lies in it. */
static void add_zones(const struct gt_reading *reading, struct gt_relations *relations)
{
    const struct gt_mention *item = reading->mentions->item;
    for (uint32_t i = 0; i < reading->mentions->n; i++) {
        if (item[i].kind != GT_MENTION_NAMED || item[i].type != GT_NODE_place ||
            !gt_codes_at(&reading->scan->codes, item[i].end - 2, "片区"))
            continue;
        struct gt_relation relation = {.source = item[i].node,
                                       .target = reading->entities->home,
                                       .type = GT_EDGE_part_of,
                                       .status = GT_STATUS_ongoing,
                                       .start = item[i].start,
                                       .end = item[i].end,
                                       .rule = "zone",
                                       .by_default = true};
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

/* A policy named after a body supports it: 《云岭区支持某某中心若干措施》. */
static void add_titles(const struct gt_reading *reading, struct gt_relations *relations)
{
    for (uint32_t i = 0; i < reading->entities->n_inside; i++) {
        const struct gt_inside *inside = &reading->entities->inside[i];
        const struct gt_mention *title = &reading->mentions->item[inside->mention];
        enum gt_node_type type = reading->entities->item[inside->entity].type;
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

/* A programme, alliance or working group with an industry in its name works on it. */
static void add_named_tracks(const struct gt_reading *reading, struct gt_relations *relations)
{
    const struct gt_scan *scan = reading->scan;
    const struct gt_mention *item = reading->mentions->item;
    for (uint32_t i = 0; i < reading->mentions->n; i++) {
        bool kind = item[i].type == GT_NODE_programme || item[i].type == GT_NODE_alliance ||
                    (item[i].type == GT_NODE_agency && item[i].kind == GT_MENTION_NAMED);
        if (!kind || item[i].outer != GT_NONE || item[i].node == GT_NONE ||
            item[i].kind == GT_MENTION_ANAPHOR)
            continue;
        for (uint32_t at = item[i].name_start; at < item[i].name_end; at++) {
            const struct gt_hit *hit = gt_scan_word(scan, at, GT_WORD_INDUSTRY);
            bool begins = hit && item[i].type == GT_NODE_programme &&
                          (item[i].kind == GT_MENTION_TITLED || hit->start == item[i].name_start) &&
                          !gt_scan_word(scan, at, GT_WORD_FACT);
            if (!hit || hit->end >= item[i].name_end ||
                (!begins && !gt_codes_at(&scan->codes, hit->end, "产业")))
                continue;
            const char *key = gt_arena_format(scan->arena, "%d %s", (int)GT_NODE_industry,
                                              text_of(reading, hit->start, hit->end));
            struct gt_relation relation = {
                .source = item[i].node,
                .target = gt_strmap_get(&reading->entities->by_key, key),
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

/* 陈某某为主任, 金某为副主任的专家委员会: who heads a body. */
static void add_chairs(const struct gt_reading *reading, struct gt_relations *relations)
{
    static const char *const words[] = {"为主任", "为副主任", "任主任", "任副主任", "担任主任",
                                        "为组长", "为副组长", "任组长", "为理事长", "任理事长",
                                        "任会长", "为会长",   "任主席", "为主席",   "担任副主任"};
    const struct gt_scan *scan = reading->scan;
    const struct gt_mention *item = reading->mentions->item;
    for (uint32_t i = 0; i < reading->mentions->n; i++) {
        if (item[i].type != GT_NODE_person)
            continue;
        const struct gt_sentence *sentence = &scan->sentence[scan->sentence_at[item[i].start]];
        const char *role = NULL;
        for (uint32_t at = item[i].end; !role && at < sentence->end; at++)
            for (size_t k = 0; !role && k < sizeof words / sizeof *words; k++)
                if (gt_codes_at(&scan->codes, at, words[k]))
                    role = strncmp(words[k], "担任", 6) == 0 ? words[k] + 6 : words[k] + 3;
        uint32_t body = GT_NONE;
        for (uint32_t m = i + 1; role && m < reading->mentions->n && item[m].end <= sentence->end;
             m++)
            if (item[m].type == GT_NODE_alliance && item[m].outer == GT_NONE)
                body = m;
        if (body == GT_NONE)
            continue;
        struct gt_relation relation = {
            .source = item[i].node,
            .target = item[body].node,
            .type = GT_EDGE_leads,
            .status = GT_STATUS_ongoing,
            .start = item[i].start,
            .end = item[body].end > item[i].start + 120 ? item[i].start + 120 : item[body].end,
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
        bool owned = item[i].kind == GT_MENTION_QUOTED && item[i].start > 1 &&
                     scan->codes.code[item[i].start - 1] == U'的' &&
                     item[k].end == item[i].start - 1;
        if (!owned || item[k].node == GT_NONE || item[i].node == GT_NONE)
            continue;
        bool programme = item[i].type == GT_NODE_programme;
        bool person = item[k].type == GT_NODE_person;
        struct gt_relation relation = {
            .source = programme ? item[k].node : item[i].node,
            .target = programme ? item[i].node : item[k].node,
            .type = person      ? GT_EDGE_leads
                    : programme ? GT_EDGE_organises
                                : GT_EDGE_part_of,
            .status = GT_STATUS_ongoing,
            .start = item[k].start,
            .end = item[i].end,
            .rule = "possession",
        };
        gt_relation_add(reading, relations, &relation);
    }
}

void gt_find_structure(const struct gt_reading *reading, struct gt_relations *relations)
{
    add_nested(reading, relations);
    add_school_parts(reading, relations);
    add_zones(reading, relations);
    add_titles(reading, relations);
    add_named_tracks(reading, relations);
    add_roles(reading, relations);
    add_chairs(reading, relations);
    add_cited(reading, relations);
    add_possessions(reading, relations);
}
