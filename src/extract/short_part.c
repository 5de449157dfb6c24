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
}
