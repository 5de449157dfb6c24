/* refer.c: further mentions of entities that are known by now.
 *
 * Three ways: the same name elsewhere; a short form that the text introduces, in brackets or behind
 * 以下简称; a class word at the head of its phrase (联盟由…组成, 基金投向…), which means the last
 * entity whose name ends so. */
#include "extract/entity.h"

#include "base/memory.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

enum { CLASS_BACK = 500, FORWARD_CODES = 6, FORWARD_MENTIONS = 200 };

/* --- the same names elsewhere ------------------------------------------------------------------
 */

static bool is_free(const struct gt_mentions *mentions, uint32_t start, uint32_t end)
{
    for (uint32_t i = start; i < end; i++)
        if (mentions->cover[i] != GT_NONE)
            return false;
    return true;
}

/* True when nothing but shorter known names stands there: 江南 of 江南一期. */
static bool is_open(const struct gt_mentions *mentions, uint32_t start, uint32_t end)
{
    for (uint32_t i = start; i < end; i++) {
        uint32_t m = mentions->cover[i];
        if (m != GT_NONE && (mentions->item[m].kind != GT_MENTION_FACT ||
                             mentions->item[m].start < start || mentions->item[m].end > end ||
                             mentions->item[m].end - mentions->item[m].start == end - start))
            return false;
    }
    return true;
}

static struct gt_dictionary *name_dictionary(const struct gt_scan *scan,
                                             const struct gt_entities *entities)
{
    struct gt_dictionary *names = gt_dictionary_new();
    for (uint32_t i = 0; i < entities->n; i++) {
        const struct gt_entity *entity = &entities->item[i];
        if (entity->type == GT_NODE_industry || entity->fact != GT_NONE || entity->home)
            continue;
        for (uint32_t k = 0; k < entity->brief.n; k++)
            gt_dictionary_add(names, entity->brief.item[k], strlen(entity->brief.item[k]), i);
        for (uint32_t k = 0; k <= entity->aliases.n; k++) {
            const char *form = k ? entity->aliases.item[k - 1] : entity->name;
            struct gt_codes codes = gt_codes_of(form, scan->arena);
            if (codes.n >= 3 || (codes.n == 2 && entity->type == GT_NODE_person))
                gt_dictionary_add(names, form, strlen(form), i);
        }
    }
    gt_dictionary_build(names);
    return names;
}

/* Notes names inside titles, once mentions keep their numbers. */
static void find_inside(const struct gt_mentions *mentions, const struct gt_hits *hits,
                        struct gt_entities *entities)
{
    for (size_t i = 0; i < hits->n; i++) {
        const struct gt_hit *hit = &hits->item[i];
        uint32_t m = mentions->cover[hit->start];
        if (m == GT_NONE || mentions->item[m].kind != GT_MENTION_TITLED ||
            mentions->item[m].node == hit->value || hit->end - hit->start < 4)
            continue;
        entities->inside = gt_xgrow(entities->inside, entities->n_inside, &entities->room_inside,
                                    sizeof *entities->inside);
        entities->inside[entities->n_inside++] =
            (struct gt_inside){.mention = m, .entity = hit->value};
    }
}

static void add_found(const struct gt_scan *scan, struct gt_entity *entity, const char *form)
{
    gt_texts_add(&entity->forms, form, scan->arena);
    if (gt_texts_have(&entity->brief, form) && strcmp(form, entity->name) != 0)
        gt_texts_add(&entity->aliases, form, scan->arena);
}

static void find_again(const struct gt_scan *scan, struct gt_mentions *mentions,
                       struct gt_entities *entities, struct gt_hits *hits)
{
    struct gt_dictionary *names = name_dictionary(scan, entities);
    gt_dictionary_find(names, scan->codes.code, scan->codes.n, hits);
    for (size_t i = 0; i < hits->n; i++) {
        const struct gt_hit *hit = &hits->item[i];
        if (hit->start < scan->metadata->body_start || hit->end > scan->metadata->body_end ||
            !is_open(mentions, hit->start, hit->end) ||
            gt_scan_is_generic(scan, hit->start, hit->end))
            continue;
        const struct gt_entity *entity = &entities->item[hit->value];
        struct gt_mention *mention =
            gt_mention_add(mentions, GT_MENTION_ANAPHOR, entity->type, hit->start, hit->end);
        mention->node = hit->value;
    }
    gt_mentions_mute(mentions, scan);
    gt_mentions_settle(mentions, scan->codes.n);
    gt_dictionary_free(names);
    for (uint32_t i = 0; i < mentions->n; i++)
        if (mentions->item[i].node != GT_NONE)
            add_found(scan, &entities->item[mentions->item[i].node],
                      gt_mention_form(scan, &mentions->item[i]));
}

/* --- class words -------------------------------------------------------------------------------
 */

/* True for a name that ends so; what stands in brackets at its end is passed over. */
static bool ends_with(const char *text, const char *end)
{
    size_t n = strlen(text), m = strlen(end);
    const char *bracket = strstr(text, "（");
    if (n > 3 && strcmp(text + n - 3, "）") == 0 && bracket && bracket > text)
        n = (size_t)(bracket - text);
    return n > m && strncmp(text + n - m, end, m) == 0;
}

/* The last entity named before `at` of a type, whose name ends so. */
static uint32_t last_named(const struct gt_mentions *mentions, const struct gt_entities *entities,
                           uint32_t before, uint32_t at, uint32_t types, const char *ending)
{
    const struct gt_mention *item = mentions->item;
    for (uint32_t i = before; i-- > 0 && item[i].end + CLASS_BACK > at;) {
        if (item[i].outer != GT_NONE || item[i].node == GT_NONE)
            continue;
        const struct gt_entity *entity = &entities->item[item[i].node];
        bool fits = types & 1u << entity->type;
        for (uint32_t k = 0; fits && *ending && k <= entity->aliases.n; k++) {
            if (ends_with(k ? entity->aliases.item[k - 1] : entity->name, ending))
                break;
            fits = k < entity->aliases.n;
        }
        if (fits)
            return item[i].node;
    }
    return GT_NONE;
}

struct reference {
    uint32_t start, end, node;
};

struct references {
    struct reference *item;
    size_t n, room;
};

static void add_reference(struct references *references, uint32_t start, uint32_t end,
                          uint32_t node)
{
    references->item =
        gt_xgrow(references->item, references->n, &references->room, sizeof *references->item);
    references->item[references->n++] = (struct reference){start, end, node};
}

static bool is_referring_type(enum gt_node_type type)
{
    return type == GT_NODE_alliance || type == GT_NODE_fund || type == GT_NODE_park ||
           type == GT_NODE_platform || type == GT_NODE_programme || type == GT_NODE_association ||
           type == GT_NODE_event || type == GT_NODE_agency || type == GT_NODE_institute;
}

/* The types of what a class word means: a 中心 may be of several. */
static uint32_t class_types(const struct gt_suffix *suffix)
{
    if (strcmp(suffix->text, "中心") == 0)
        return 1u << GT_NODE_platform | 1u << GT_NODE_park | 1u << GT_NODE_institute;
    return 1u << suffix->type;
}

static bool is_ending_of(const struct gt_entity *entity, const char *form)
{
    for (uint32_t k = 0; k <= entity->aliases.n; k++)
        if (ends_with(k ? entity->aliases.item[k - 1] : entity->name, form))
            return true;
    return false;
}

/* Where an ending of an entity's name that holds [start, end) begins: 联合工作站 of
 * 云岭联合工作站, though 联合 mostly parts names. */
static uint32_t whole_ending(const struct gt_scan *scan, const struct gt_mentions *mentions,
                             const struct gt_entity *entity, uint32_t start, uint32_t end)
{
    enum { MORE = 6 };
    uint32_t best = start;
    for (uint32_t at = start; at > scan->clause_start[start] && at + MORE > start; at--) {
        if (mentions->cover[at - 1] != GT_NONE)
            break;
        if (is_ending_of(entity, gt_codes_text(&scan->codes, at - 1, end, scan->arena)))
            best = at - 1;
    }
    return best;
}

/* A bare class word, or one with class words in front, that an entity's name ends with. */
static void refer_class(const struct gt_scan *scan, const struct gt_mentions *mentions,
                        const struct gt_entities *entities, const struct gt_hit *hit,
                        uint32_t before, struct references *references)
{
    const struct gt_suffix *suffix = &gt_suffixes[gt_scan_lexeme(scan, hit)->row];
    uint32_t start = gt_name_start(scan, hit->start);
    if (!is_referring_type(suffix->type) || start == GT_NONE || hit->end - start > 14 ||
        !is_free(mentions, start, hit->end))
        return;
    const char *form = gt_codes_text(&scan->codes, start, hit->end, scan->arena);
    uint32_t types = class_types(suffix);
    uint32_t node = last_named(mentions, entities, before, start, types, form);
    uint32_t ahead =
        mentions->n - before < FORWARD_MENTIONS ? mentions->n : before + FORWARD_MENTIONS;
    if (node == GT_NONE && hit->end - start >= FORWARD_CODES) /* the full name may come later */
        node = last_named(mentions, entities, ahead, start, types, form);
    if (node == GT_NONE)
        return;
    start = whole_ending(scan, mentions, &entities->item[node], start, hit->end);
    add_reference(references, start, hit->end, node);
}

static void refer_word(const struct gt_scan *scan, const struct gt_mentions *mentions,
                       const struct gt_entities *entities, const struct gt_hit *hit,
                       uint32_t before, struct references *references)
{
    const struct gt_refer *row = &gt_refers[gt_scan_lexeme(scan, hit)->row];
    uint32_t node = last_named(mentions, entities, before, hit->start, row->types, row->ending);
    if (row->head && scan->clause_start[hit->start] != hit->start)
        return;
    if (node != GT_NONE && is_free(mentions, hit->start, hit->end))
        add_reference(references, hit->start, hit->end, node);
}

/* The two names that 前者 and 后者 mean at a place: those of the clause before, or of the one
 * before that; false when it has not two. */
static bool two_before(const struct gt_scan *scan, const struct gt_mentions *mentions,
                       uint32_t before, uint32_t at, uint32_t two[2])
{
    enum { CLAUSES = 2 };
    uint32_t end = scan->clause_start[at], sentence = scan->sentence[scan->sentence_at[at]].start;
    for (int back = 0; back < CLAUSES && end > sentence; back++) {
        uint32_t start = scan->clause_start[end - 1];
        two[0] = two[1] = GT_NONE;
        for (uint32_t i = before; i-- > 0 && mentions->item[i].start >= start;) {
            const struct gt_mention *mention = &mentions->item[i];
            if (mention->outer != GT_NONE || mention->node == GT_NONE || mention->end > end ||
                mention->type == GT_NODE_industry)
                continue;
            uint32_t which = two[1] == GT_NONE ? 1 : 0;
            if (which == 0 && two[0] != GT_NONE)
                break;
            if (which == 1 || mention->node != two[1])
                two[which] = mention->node;
        }
        if (two[0] != GT_NONE)
            return true;
        end = start;
    }
    return false;
}

/* 甲和乙，前者…，后者…: at the head of a clause. */
static void refer_pair(const struct gt_scan *scan, const struct gt_mentions *mentions, uint32_t at,
                       uint32_t before, struct references *references)
{
    bool first = gt_codes_at(&scan->codes, at, "前者");
    uint32_t two[2];
    if (scan->clause_start[at] != at || (!first && !gt_codes_at(&scan->codes, at, "后者")) ||
        !is_free(mentions, at, at + 2) || !two_before(scan, mentions, before, at, two))
        return;
    add_reference(references, at, at + 2, two[first ? 0 : 1]);
}

static void find_references(const struct gt_scan *scan, struct gt_mentions *mentions,
                            struct gt_entities *entities)
{
    struct references references = {0};
    uint32_t before = 0; /* mentions that start before `at` */
    for (uint32_t at = scan->metadata->body_start; at < scan->metadata->body_end; at++) {
        while (before < mentions->n && mentions->item[before].start < at)
            before++;
        refer_pair(scan, mentions, at, before, &references);
        const struct gt_hit *word = gt_scan_word(scan, at, GT_WORD_REFER);
        if (word)
            refer_word(scan, mentions, entities, word, before, &references);
        const struct gt_hit *ending = gt_scan_word(scan, at, GT_WORD_SUFFIX);
        if (ending)
            refer_class(scan, mentions, entities, ending, before, &references);
    }
    for (size_t i = 0; i < references.n; i++) {
        const struct reference *r = &references.item[i];
        struct gt_mention *mention = gt_mention_add(mentions, GT_MENTION_ANAPHOR,
                                                    entities->item[r->node].type, r->start, r->end);
        mention->node = r->node;
        gt_texts_add(&entities->item[r->node].forms, gt_mention_form(scan, mention), scan->arena);
    }
    free(references.item);
    gt_mentions_settle(mentions, scan->codes.n);
}

void gt_entities_refer(const struct gt_scan *scan, struct gt_mentions *mentions,
                       struct gt_entities *entities)
{
    struct gt_hits hits = {0};
    find_again(scan, mentions, entities, &hits);
    find_references(scan, mentions, entities);
    find_inside(mentions, &hits, entities);
    gt_hits_fini(&hits);
}
