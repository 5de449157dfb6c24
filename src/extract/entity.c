/* entity.c: one entity for all forms of its name.
 *
 * A form belongs to an entity of its type when it is its name, an inner quoted name
 * (“云岭里”产业空间 = 云岭里), or short for it: its characters in the same order, the same
 * beginning or a place left out, the same ending (张江普陀园 = 张江高新区普陀园). Departments are
 * one by area and kind: 区科委 = 上海市长宁区科学技术委员会 in a reply of that district. */
#include "extract/entity.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "extract/area.h"
#include "extract/bracket.h"
#include "extract/brief.h"

#include <stdlib.h>
#include <string.h>

enum { CANDIDATES = 64 };

void gt_entities_fini(struct gt_entities *entities)
{
    free(entities->item);
    free(entities->inside);
    gt_strmap_fini(&entities->by_key);
    *entities = (struct gt_entities){0};
}

const char *gt_mention_form(const struct gt_scan *scan, const struct gt_mention *mention)
{
    return gt_codes_text(&scan->codes, mention->name_start, mention->name_end, scan->arena);
}

/* --- making ------------------------------------------------------------------------------------
 */

/* Makes a name find its entity, unless it finds another. */
static void put_keys(const struct gt_scan *scan, struct gt_entities *entities,
                     enum gt_node_type type, const char *name, uint32_t number)
{
    const char *keys[] = {
        gt_arena_format(scan->arena, "%d %s", (int)type, name),
        gt_arena_format(scan->arena, "brief %d %s", (int)type,
                        gt_brief_contract(name, scan->arena)),
    };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (gt_strmap_get(&entities->by_key, keys[i]) == GT_NONE)
            gt_strmap_put(&entities->by_key, keys[i], number);
}

static uint32_t add_entity(const struct gt_scan *scan, struct gt_entities *entities,
                           enum gt_node_type type, const char *name, uint32_t first)
{
    entities->item = gt_xgrow(entities->item, entities->n, &entities->room, sizeof *entities->item);
    struct gt_entity *entity = &entities->item[entities->n];
    *entity = (struct gt_entity){.name = name,
                                 .codes = gt_codes_of(name, scan->arena),
                                 .type = type,
                                 .fact = GT_NONE,
                                 .first = first,
                                 .n_codes = (uint32_t)gt_utf8_count(name)};
    put_keys(scan, entities, type, name, entities->n);
    return entities->n++;
}

/* Notes a form that the text has for an entity; the longest is its name. */
static void add_form(const struct gt_scan *scan, struct gt_entities *entities, uint32_t number,
                     const char *form, bool is_name)
{
    struct gt_entity *entity = &entities->item[number];
    uint32_t n = (uint32_t)gt_utf8_count(form);
    gt_texts_add(&entity->forms, form, scan->arena);
    if (!is_name)
        return;
    if (n > entity->n_codes) {
        gt_texts_add(&entity->aliases, entity->name, scan->arena);
        entity->name = form;
        entity->codes = gt_codes_of(form, scan->arena);
        entity->n_codes = n;
    } else if (strcmp(form, entity->name) != 0) {
        gt_texts_add(&entity->aliases, form, scan->arena);
    }
    put_keys(scan, entities, entity->type, form, number);
}

/* Notes what brackets say a name is short for, before what follows: it is no entity of its own. */
static void add_brief(const struct gt_scan *scan, struct gt_entities *entities,
                      const struct gt_mention *mention)
{
    struct gt_entity *entity = &entities->item[mention->node];
    const char *brief = gt_bracket_form(scan, mention);
    if (!brief)
        return;
    gt_texts_add(&entity->forms, brief, scan->arena);
    if (strcmp(brief, entity->name) != 0)
        gt_texts_add(&entity->aliases, brief, scan->arena);
    put_keys(scan, entities, entity->type, brief, mention->node);
}

static uint32_t find_key(const struct gt_scan *scan, const struct gt_entities *entities,
                         enum gt_node_type type, const char *name)
{
    return gt_strmap_get(&entities->by_key, gt_arena_format(scan->arena, "%d %s", (int)type, name));
}

/* --- short forms -------------------------------------------------------------------------------
 */

static bool is_type_with_short_forms(enum gt_node_type type)
{
    return type != GT_NODE_place && type != GT_NODE_industry && type != GT_NODE_person &&
           type != GT_NODE_event;
}

/* True for two firms of which one has a place inside its name that the other has not: 国网公司 and
 * 国网江州供电公司. */
static bool is_branch(const struct gt_scan *scan, const struct gt_codes *a,
                      const struct gt_codes *b)
{
    const struct gt_codes *longer = a->n > b->n ? a : b, *other = a->n > b->n ? b : a;
    for (uint32_t at = 2; at + 4 < longer->n; at++) {
        const char *two = gt_codes_text(longer, at, at + 2, scan->arena);
        uint32_t row = gt_strmap_get(&scan->lexicon->shipped, two);
        if (row != GT_NONE && scan->lexicon->fact[row].type == GT_NODE_place &&
            longer->code[at - 1] != 0xFF08 && longer->code[at - 1] != '(' &&
            !strstr(gt_codes_text(other, 0, other->n, scan->arena), two))
            return true;
    }
    return false;
}

/* The entity of the type that a form is short for, or that is short for it. Only the last ones are
 * looked at: an abbreviation stands near its name, and the time stays linear. */
static uint32_t find_short(const struct gt_scan *scan, const struct gt_entities *entities,
                           enum gt_node_type type, const char *form)
{
    struct gt_codes a = gt_codes_of(form, scan->arena);
    uint32_t looked = 0;
    if (!is_type_with_short_forms(type))
        return GT_NONE;
    for (uint32_t i = entities->n; i-- > 0 && looked < CANDIDATES;) {
        const struct gt_entity *entity = &entities->item[i];
        if (entity->type != type)
            continue;
        looked++;
        const struct gt_codes *b = &entity->codes;
        if ((gt_brief_is_same(&a, b) || gt_brief_is_body(scan, type, &a, b) ||
             gt_brief_is_body(scan, type, b, &a)) &&
            !(type == GT_NODE_company && is_branch(scan, &a, b)))
            return i;
    }
    return GT_NONE;
}

/* --- kinds of mentions -------------------------------------------------------------------------
 */

/* The name without outer quotes; null when there are none around all of it. */
static uint32_t inner_quote(const struct gt_scan *scan, const struct gt_mention *mention,
                            uint32_t *start)
{
    for (uint32_t i = mention->name_start; i < mention->name_end; i++) {
        uint32_t mate = scan->mate[i], code = scan->codes.code[i];
        if ((code == 0x201C || code == '"') && mate != GT_NONE && mate > i + 2 &&
            mate < mention->name_end) {
            *start = i + 1;
            return mate;
        }
    }
    return GT_NONE;
}

static uint32_t resolve_fact(const struct gt_scan *scan, struct gt_entities *entities,
                             const struct gt_mention *mention)
{
    const char *form = gt_mention_form(scan, mention);
    if (mention->row == GT_NONE) { /* the issuer's area, unknown to the lexicons */
        add_form(scan, entities, entities->home, form, true);
        return entities->home;
    }
    uint32_t row = mention->row;
    if (scan->lexicon->fact[row].same != GT_NONE)
        row = scan->lexicon->fact[row].same;
    const char *key = gt_arena_format(scan->arena, "fact %u", row);
    uint32_t number = gt_strmap_get(&entities->by_key, key);
    const struct gt_fact *fact = &scan->lexicon->fact[row];
    for (uint32_t i = 0; number == GT_NONE && i < fact->names.n; i++)
        number = find_key(scan, entities, fact->type, fact->names.item[i]);
    if (number == GT_NONE)
        number = find_key(scan, entities, fact->type, form);
    if (number == GT_NONE)
        number = add_entity(scan, entities, fact->type, form, mention->start);
    entities->item[number].fact = row;
    gt_strmap_put(&entities->by_key, key, number);
    add_form(scan, entities, number, form, true);
    return number;
}

static uint32_t resolve_department(const struct gt_scan *scan, struct gt_entities *entities,
                                   const struct gt_mention *mention)
{
    const char *form = gt_mention_form(scan, mention);
    const char *key = gt_arena_format(scan->arena, "bureau %s %u",
                                      gt_area_key(scan, form, mention->row), mention->row);
    uint32_t number = gt_strmap_get(&entities->by_key, key);
    if (number == GT_NONE)
        number = find_key(scan, entities, GT_NODE_agency, form);
    if (number == GT_NONE)
        number = add_entity(scan, entities, GT_NODE_agency, form, mention->start);
    gt_strmap_put(&entities->by_key, key, number);
    add_form(scan, entities, number, form, true);
    return number;
}

/* True when a short title can stand for a programme: its name ends so, 实施意见（试行） as well. */
static bool stands_for(const struct gt_entity *entity, const char *form)
{
    size_t n = strlen(form), m = strlen(entity->name);
    if (entity->type != GT_NODE_programme || m <= n)
        return false;
    if (strcmp(entity->name + m - n, form) == 0)
        return true;
    const char *at = strstr(entity->name, form);
    return at && (strncmp(at + n, "（", strlen("（")) == 0 || at[n] == '(');
}

/* What 《规划》 means: the last programme of that ending that a clause was about, else the last
 * one. */
static uint32_t find_title(const struct gt_scan *scan, const struct gt_entities *entities,
                           const struct gt_mention *mention, const struct gt_mention *first)
{
    const char *form = gt_mention_form(scan, mention);
    uint32_t last = GT_NONE;
    if (mention->name_end - mention->name_start > 6)
        return GT_NONE;
    for (const struct gt_mention *m = mention; m-- > first;) {
        if (m->outer != GT_NONE || m->node == GT_NONE || m->kind == GT_MENTION_TITLED ||
            !stands_for(&entities->item[m->node], form))
            continue;
        if (scan->clause_start[m->start] == m->start)
            return m->node;
        last = last == GT_NONE ? m->node : last;
    }
    for (uint32_t i = entities->n; last == GT_NONE && i-- > 0;)
        last = stands_for(&entities->item[i], form) ? i : GT_NONE;
    return last;
}

/* 上海某某集团 is the known 上海某某: the ending is all that is left over. */
static uint32_t find_fact(const struct gt_scan *scan, struct gt_entities *entities,
                          const struct gt_mention *mention)
{
    const struct gt_hit *hit = gt_scan_word(scan, mention->start, GT_WORD_FACT);
    if (mention->kind != GT_MENTION_NAMED || !hit || hit->end >= mention->end)
        return GT_NONE;
    uint32_t row = gt_scan_lexeme(scan, hit)->row;
    const struct gt_hit *ending = gt_scan_word(scan, hit->end, GT_WORD_SUFFIX);
    if (scan->lexicon->fact[row].type != mention->type || !ending || ending->end != mention->end)
        return GT_NONE;
    struct gt_mention fact = *mention;
    fact.row = row;
    return resolve_fact(scan, entities, &fact);
}

/* Lets the short forms of a firm find it from here on. */
static void add_firm_forms(const struct gt_scan *scan, struct gt_entities *entities,
                           uint32_t number, const struct gt_mention *mention)
{
    struct gt_texts *forms = &entities->item[number].brief;
    gt_brief_of_firm(scan, mention, forms);
    for (uint32_t i = 0; i < forms->n; i++)
        put_keys(scan, entities, GT_NODE_company, forms->item[i], number);
}

/* The firm that was named by a short form before. */
static uint32_t find_firm(const struct gt_scan *scan, const struct gt_entities *entities,
                          const struct gt_mention *mention)
{
    struct gt_texts forms = {0};
    uint32_t number = GT_NONE;
    if (mention->kind == GT_MENTION_NAMED && mention->type == GT_NODE_company)
        gt_brief_of_firm(scan, mention, &forms);
    for (uint32_t i = 0; i < forms.n && number == GT_NONE; i++)
        number = find_key(scan, entities, GT_NODE_company, forms.item[i]);
    return number;
}

/* 江州市云岭区 is 云岭区. */
static uint32_t resolve_area(const struct gt_scan *scan, struct gt_entities *entities,
                             const struct gt_mention *mention)
{
    const char *form = gt_mention_form(scan, mention);
    uint32_t start = gt_area_last(scan, mention->start, mention->end - 1);
    const char *last = gt_codes_text(&scan->codes, start, mention->end, scan->arena);
    uint32_t number = find_key(scan, entities, GT_NODE_place, last);
    if (number == GT_NONE)
        number = add_entity(scan, entities, GT_NODE_place, form, mention->start);
    add_form(scan, entities, number, form, true);
    add_form(scan, entities, number, last, true);
    return number;
}

static uint32_t resolve_name(const struct gt_scan *scan, struct gt_entities *entities,
                             const struct gt_mention *mention, const struct gt_mention *first)
{
    const char *form = gt_mention_form(scan, mention);
    if (mention->type == GT_NODE_fund && mention->name_end - mention->name_start == 2 &&
        mention > first && mention[-1].type == GT_NODE_fund) { /* 二期 behind 某某一期、 */
        const char *before = gt_mention_form(scan, &mention[-1]);
        uint32_t codes = (uint32_t)gt_utf8_count(before);
        if (codes == 2 && mention - 1 > first)
            before = gt_mention_form(scan, &mention[-2]);
        size_t stem = gt_utf8_offset(before, gt_utf8_count(before) - 2);
        const char *full = gt_arena_format(scan->arena, "%.*s%s", (int)stem, before, form);
        uint32_t phase = find_key(scan, entities, GT_NODE_fund, full);
        if (phase == GT_NONE)
            phase = add_entity(scan, entities, GT_NODE_fund, full, mention->start);
        gt_texts_add(&entities->item[phase].forms, form, scan->arena);
        return phase;
    }
    if (mention->kind == GT_MENTION_NAMED && mention->row != GT_NONE &&
        gt_suffixes[mention->row].policy == GT_SUFFIX_AREA)
        return resolve_area(scan, entities, mention);
    uint32_t start, close = inner_quote(scan, mention, &start);
    uint32_t number = find_key(scan, entities, mention->type, form);
    const char *inner =
        close != GT_NONE ? gt_codes_text(&scan->codes, start, close, scan->arena) : NULL;
    if (number == GT_NONE && inner)
        number = find_key(scan, entities, mention->type, inner);
    if (number == GT_NONE && mention->kind == GT_MENTION_TITLED) {
        number = find_title(scan, entities, mention, first);
        if (number != GT_NONE) {
            gt_texts_add(&entities->item[number].forms, form, scan->arena);
            return number;
        }
    }
    if (number == GT_NONE)
        number = gt_strmap_get(&entities->by_key,
                               gt_arena_format(scan->arena, "brief %d %s", (int)mention->type,
                                               gt_brief_contract(form, scan->arena)));
    if (number == GT_NONE)
        number = find_firm(scan, entities, mention);
    if (number == GT_NONE)
        number = find_fact(scan, entities, mention);
    if (number == GT_NONE)
        number = find_short(scan, entities, mention->type, form);
    if (number == GT_NONE)
        number = add_entity(scan, entities, mention->type, form, mention->start);
    add_form(scan, entities, number, form, true);
    if (mention->kind == GT_MENTION_NAMED && mention->type == GT_NODE_company)
        add_firm_forms(scan, entities, number, mention);
    if (inner && mention->type != GT_NODE_programme && mention->type != GT_NODE_alliance)
        add_form(scan, entities, number, inner, true);
    else if (inner && start == mention->name_start + 1)
        add_form(scan, entities, number, inner, true);
    return number;
}

/* 生命健康产业 is 生命健康. */
static uint32_t resolve_track(const struct gt_scan *scan, struct gt_entities *entities,
                              struct gt_mention *mention)
{
    const char *form = gt_mention_form(scan, mention);
    uint32_t number = find_key(scan, entities, GT_NODE_industry, form);
    if (number == GT_NONE) /* 新型储能 is 储能 */
        number =
            find_key(scan, entities, GT_NODE_industry,
                     strncmp(form, "新型", 6) == 0 ? form + 6
                                                   : gt_arena_format(scan->arena, "新型%s", form));
    if (number == GT_NONE)
        number = add_entity(scan, entities, GT_NODE_industry, form, mention->start);
    else
        add_form(scan, entities, number, form, true);
    gt_texts_add(&entities->item[number].forms, form, scan->arena);
    if (gt_codes_at(&scan->codes, mention->end, "产业")) {
        const char *longer = gt_arena_format(scan->arena, "%s产业", form);
        gt_texts_add(&entities->item[number].aliases, longer, scan->arena);
        gt_texts_add(&entities->item[number].forms, longer, scan->arena);
    }
    return number;
}

uint32_t gt_entities_track(const struct gt_scan *scan, struct gt_entities *entities, uint32_t start,
                           uint32_t end)
{
    struct gt_mention track = {.start = start,
                               .end = end,
                               .name_start = start,
                               .name_end = end,
                               .kind = GT_MENTION_INDUSTRY,
                               .type = GT_NODE_industry};
    return resolve_track(scan, entities, &track);
}

static uint32_t resolve_reference(const struct gt_scan *scan, struct gt_entities *entities,
                                  const struct gt_mention *mention)
{
    uint32_t number = mention->row == GT_ANAPHOR_home ? entities->home : entities->issuer;
    if (number != GT_NONE)
        gt_texts_add(&entities->item[number].forms, gt_mention_form(scan, mention), scan->arena);
    return number;
}

/* --- home and issuer ---------------------------------------------------------------------------
 */

static void add_home(const struct gt_scan *scan, struct gt_entities *entities)
{
    const char *name = scan->metadata->district_name;
    entities->home = GT_NONE;
    if (!name)
        return;
    entities->home = add_entity(scan, entities, GT_NODE_place, name, 0);
    entities->item[entities->home].home = true;
    uint32_t row = gt_strmap_get(&scan->lexicon->shipped, name);
    if (row == GT_NONE)
        return;
    entities->item[entities->home].fact =
        scan->lexicon->fact[row].same != GT_NONE ? scan->lexicon->fact[row].same : row;
    for (uint32_t i = 0; i < scan->lexicon->fact[row].names.n; i++)
        gt_strmap_put(&entities->by_key,
                      gt_arena_format(scan->arena, "%d %s", (int)GT_NODE_place,
                                      scan->lexicon->fact[row].names.item[i]),
                      entities->home);
}

/* True when a name ends with one of the words parted by blanks. */
static bool ends_with_one(const char *name, const char *words)
{
    for (const char *p = words; *p;) {
        size_t n = strcspn(p, " "), m = strlen(name);
        if (m > n && strncmp(name + m - n, p, n) == 0)
            return true;
        p += n + (p[n] == ' ');
    }
    return false;
}

/* The department that the issuer is: the longest full name in it, else by a short form. */
static uint32_t department_of(const char *name)
{
    uint32_t best = GT_NONE;
    for (uint32_t i = 0; i < gt_n_bureaus; i++)
        if (strstr(name, gt_bureaus[i].name) && gt_utf8_count(gt_bureaus[i].name) > 2 &&
            (best == GT_NONE || strlen(gt_bureaus[i].name) > strlen(gt_bureaus[best].name)))
            best = i;
    for (uint32_t i = 0; best == GT_NONE && i < gt_n_bureaus; i++)
        best = strlen(gt_bureaus[i].shorts) > 6 && ends_with_one(name, gt_bureaus[i].shorts) ? i
                                                                                             : best;
    return best;
}

static void add_issuer(const struct gt_scan *scan, struct gt_entities *entities)
{
    const char *name = scan->metadata->issuer_name;
    name = name ? name : "发文机关"; /* every document has one, named or not */
    entities->issuer = add_entity(scan, entities, GT_NODE_agency, name, 0);
    entities->item[entities->issuer].issuer = true;
    if (scan->metadata->issuer_name)
        gt_texts_add(&entities->item[entities->issuer].forms, name, scan->arena);
    uint32_t row = department_of(name);
    if (row != GT_NONE)
        gt_strmap_put(&entities->by_key, gt_arena_format(scan->arena, "bureau home %u", row),
                      entities->issuer);
    const char *brief = gt_area_short_issuer(scan); /* 长宁区科学技术委员会 */
    if (brief)
        gt_strmap_put(&entities->by_key,
                      gt_arena_format(scan->arena, "%d %s", (int)GT_NODE_agency, brief),
                      entities->issuer);
}

static uint32_t resolve(const struct gt_scan *scan, struct gt_entities *entities,
                        struct gt_mention *mention, const struct gt_mention *first)
{
    switch (mention->kind) {
    case GT_MENTION_FACT:
        return resolve_fact(scan, entities, mention);
    case GT_MENTION_BUREAU:
        return resolve_department(scan, entities, mention);
    case GT_MENTION_INDUSTRY:
        return resolve_track(scan, entities, mention);
    case GT_MENTION_ANAPHOR:
        return mention->node != GT_NONE ? mention->node
                                        : resolve_reference(scan, entities, mention);
    case GT_MENTION_TITLED:
    case GT_MENTION_UNQUOTED:
    case GT_MENTION_QUOTED:
    case GT_MENTION_NAMED:
    case GT_MENTION_PERSON:
    case GT_MENTION_ITEM:
    case GT_MENTION_KINDS:
        break;
    }
    return resolve_name(scan, entities, mention, first);
}

/* 桃源智创城（TOP智创城）: a name in brackets behind one of its type, that shares its ending. */
static uint32_t same_in_brackets(const struct gt_scan *scan, const struct gt_mentions *mentions,
                                 struct gt_entities *entities, uint32_t i)
{
    const struct gt_mention *now = &mentions->item[i];
    uint32_t k = i;
    while (k-- > 0 && mentions->item[k].outer != GT_NONE)
        ;
    if (i == 0 || k == GT_NONE || now->outer != GT_NONE || now->start == 0 ||
        mentions->item[k].end != now->start - 1 || mentions->item[k].type != now->type ||
        scan->codes.code[now->start - 1] != 0xFF08 || scan->mate[now->start - 1] != now->end ||
        scan->codes.code[now->end - 1] != scan->codes.code[mentions->item[k].end - 1])
        return GT_NONE;
    uint32_t node = mentions->item[k].node;
    if (node != GT_NONE)
        add_form(scan, entities, node, gt_mention_form(scan, now), true);
    return node;
}

void gt_entities_resolve(const struct gt_scan *scan, struct gt_mentions *mentions,
                         struct gt_entities *entities)
{
    *entities = (struct gt_entities){0};
    add_home(scan, entities);
    add_issuer(scan, entities);
    for (uint32_t i = 0; i < mentions->n; i++) {
        uint32_t same = same_in_brackets(scan, mentions, entities, i);
        mentions->item[i].node =
            same != GT_NONE ? same : resolve(scan, entities, &mentions->item[i], mentions->item);
        if (mentions->item[i].outer != GT_NONE || mentions->item[i].node == GT_NONE)
            continue;
        entities->item[mentions->item[i].node].named++;
        add_brief(scan, entities, &mentions->item[i]);
    }
}
