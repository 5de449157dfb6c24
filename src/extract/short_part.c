/* short_part.c: bodies named after the short name of another: 江工大船舶学院 of 江工大.
 *
 * A mention that nests in a longer one is found with it (structure.c); a short form that the text
 * uses by itself elsewhere is no word of a lexicon, so that names are looked up by how they begin.
 */
#include "base/strmap.h"
#include "extract/relation.h"

enum { LEAST = 3, LEAST_LATIN = 4, MOST = 12 };

static bool can_own(enum gt_node_type type)
{
    return type == GT_NODE_company || type == GT_NODE_university || type == GT_NODE_institute ||
           type == GT_NODE_hospital;
}

static bool can_belong(const struct gt_mention *mention)
{
    bool type = mention->type == GT_NODE_institute || mention->type == GT_NODE_university ||
                mention->type == GT_NODE_park || mention->type == GT_NODE_platform ||
                mention->type == GT_NODE_fund || mention->type == GT_NODE_hospital;
    return type && mention->kind == GT_MENTION_NAMED && mention->outer == GT_NONE &&
           mention->node != GT_NONE;
}

static const char *text_of(const struct gt_reading *reading, uint32_t start, uint32_t end)
{
    return gt_codes_text(&reading->scan->codes, start, end, reading->scan->arena);
}

/* The names of bodies that can have parts, as the text writes them. */
static void list_owners(const struct gt_reading *reading, struct gt_strmap *owners)
{
    const struct gt_mention *item = reading->mentions->item;
    for (uint32_t i = 0; i < reading->mentions->n; i++) {
        uint32_t n = item[i].name_end - item[i].name_start;
        if (item[i].node == GT_NONE || item[i].kind == GT_MENTION_ANAPHOR || n < LEAST ||
            n > MOST || !can_own(reading->entities->item[item[i].node].type))
            continue;
        gt_strmap_put(owners, text_of(reading, item[i].name_start, item[i].name_end), item[i].node);
    }
}

/* The body whose name one begins with, the longest; GT_NONE. */
static uint32_t owner_of(const struct gt_reading *reading, const struct gt_strmap *owners,
                         const struct gt_mention *mention)
{
    const uint32_t *code = reading->scan->codes.code;
    for (uint32_t n = MOST; n >= LEAST; n--) {
        uint32_t at = mention->name_start + n;
        if (at >= mention->name_end)
            continue;
        bool latin = gt_code_is_latin(code[at - 1]);
        if (latin && (n < LEAST_LATIN || gt_code_is_latin(code[at])))
            continue;
        uint32_t node = gt_strmap_get(owners, text_of(reading, mention->name_start, at));
        if (node != GT_NONE && node != mention->node)
            return node;
    }
    return GT_NONE;
}

/* 该校, 该公司, 学院 meant by a reference, or a body by name. */
static bool owns_next(const struct gt_reading *reading, const struct gt_mention *owner)
{
    return owner->node != GT_NONE && owner->outer == GT_NONE &&
           can_own(reading->entities->item[owner->node].type) &&
           (owner->kind == GT_MENTION_ANAPHOR ||
            reading->entities->item[owner->node].type == GT_NODE_university);
}

/* 江州大学的光子学院, 该校科技园: a body right behind the one that it is of. */
static void add_next(const struct gt_reading *reading, struct gt_relations *relations)
{
    const struct gt_mention *item = reading->mentions->item;
    for (uint32_t i = 1; i < reading->mentions->n; i++) {
        uint32_t k = i - 1;
        while (k > 0 && item[k].outer != GT_NONE)
            k--;
        uint32_t gap = item[i].start >= item[k].end ? item[i].start - item[k].end : GT_NONE;
        bool of = gap == 1 && reading->scan->codes.code[item[k].end] == U'的';
        if ((gap != 0 && !of) || !can_belong(&item[i]) || !owns_next(reading, &item[k]))
            continue;
        struct gt_relation relation = {.source = item[i].node,
                                       .target = item[k].node,
                                       .type = GT_EDGE_part_of,
                                       .status = GT_STATUS_ongoing,
                                       .start = item[k].start,
                                       .end = item[i].end,
                                       .rule = "next-part"};
        gt_relation_add(reading, relations, &relation);
    }
}

/* 江州大学“光子雷达”项目: whose project it is, or of which programme. */
static void add_projects(const struct gt_reading *reading, struct gt_relations *relations)
{
    const struct gt_mention *item = reading->mentions->item;
    for (uint32_t i = 1; i < reading->mentions->n; i++) {
        uint32_t k = i - 1;
        while (k > 0 && item[k].outer != GT_NONE)
            k--;
        bool project = reading->scan->codes.code[item[i].start] == U'“' &&
                       item[i].type == GT_NODE_programme && item[k].end == item[i].start &&
                       item[k].node != GT_NONE && item[i].node != GT_NONE &&
                       (gt_codes_at(&reading->scan->codes, item[i].end, "项目") ||
                        gt_codes_end(&reading->scan->codes, item[i].end, "项目"));
        enum gt_node_type type = item[k].type;
        bool whole = type == GT_NODE_programme;
        if (!project || (!whole && !can_own(type)))
            continue;
        struct gt_relation relation = {.source = whole ? item[i].node : item[k].node,
                                       .target = whole ? item[k].node : item[i].node,
                                       .type = whole ? GT_EDGE_part_of : GT_EDGE_organises,
                                       .status = GT_STATUS_ongoing,
                                       .start = item[k].start,
                                       .end = item[i].end,
                                       .rule = "next-project"};
        gt_relation_add(reading, relations, &relation);
    }
}

void gt_find_short_parts(const struct gt_reading *reading, struct gt_relations *relations)
{
    const struct gt_mention *item = reading->mentions->item;
    struct gt_strmap owners = {0};
    list_owners(reading, &owners);
    for (uint32_t i = 0; i < reading->mentions->n; i++) {
        bool nested = i + 1 < reading->mentions->n && item[i + 1].outer == i;
        bool stage = reading->scan->codes.code[item[i].end - 1] == U'期';
        if (nested || stage || !can_belong(&item[i]))
            continue;
        struct gt_relation relation = {.source = item[i].node,
                                       .target = owner_of(reading, &owners, &item[i]),
                                       .type = GT_EDGE_part_of,
                                       .status = GT_STATUS_ongoing,
                                       .start = item[i].start,
                                       .end = item[i].end,
                                       .rule = "short-part"};
        gt_relation_add(reading, relations, &relation);
    }
    gt_strmap_fini(&owners);
    add_next(reading, relations);
    add_projects(reading, relations);
}
