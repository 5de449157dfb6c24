/* draft.c: entities and ties of a document as nodes and statements of a graph. */
#include "extract/draft.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "extract/ecosystem.h"
#include "extract/slug.h"
#include "graph/property.h"

#include <stdlib.h>
#include <string.h>

struct drafting {
    const struct gt_reading *reading;
    struct gt_graph *graph;
    struct gt_faults *faults;
    struct gt_strmap ids, labels; /* taken */
    uint32_t *node;               /* [n entities] number in the graph, GT_NONE: left out */
    gt_districts *districts;      /* [n entities] */
    const char *area;             /* slug of the issuer's area */
    int district;                 /* of district.def, -1 elsewhere */
};

/* Names that mean something else in another district: 区科委, 专家委员会. */
static bool is_relative(const struct drafting *d, const struct gt_entity *entity)
{
    static const char *const areas[] = {"区", "市", "县"};
    for (size_t i = 0; i < sizeof areas / sizeof *areas; i++)
        if (strncmp(entity->name, areas[i], strlen(areas[i])) == 0)
            return true;
    const struct gt_scan *scan = d->reading->scan;
    uint32_t end = entity->first + entity->n_codes;
    return entity->type != GT_NODE_industry && entity->type != GT_NODE_place && entity->first &&
           end <= scan->codes.n && gt_scan_is_generic(scan, entity->first, end);
}

static const char *id_of(struct drafting *d, const struct gt_entity *entity)
{
    const struct gt_scan *scan = d->reading->scan;
    const char *id = entity->fact != GT_NONE ? scan->lexicon->fact[entity->fact].id : NULL;
    if (!id && entity->issuer)
        id = scan->metadata->issuer;
    if (!id) {
        const char *prefix = entity->type == GT_NODE_industry ? "industry"
                             : is_relative(d, entity)         ? d->area
                                                              : NULL;
        id = gt_slug(prefix, entity->name, scan->arena);
    }
    for (int n = 2; gt_strmap_get(&d->ids, id) != GT_NONE; n++) {
        const char *type = gt_node_types[entity->type].name;
        id = n == 2 ? gt_slug(type, entity->name, scan->arena)
                    : gt_arena_format(scan->arena, "%.70s-%d", id, n);
    }
    gt_strmap_put(&d->ids, id, 1);
    return id;
}

/* A short name for maps: the shortest alias of three characters or more, else the beginning. */
static const char *label_of(struct drafting *d, const struct gt_entity *entity)
{
    struct gt_arena *arena = d->reading->scan->arena;
    const char *best = NULL;
    if (entity->n_codes <= GT_LABEL_CODES)
        return NULL;
    for (uint32_t i = 0; i < entity->aliases.n; i++) {
        size_t n = gt_utf8_count(entity->aliases.item[i]);
        if (n >= 3 && n <= GT_LABEL_CODES &&
            gt_strmap_get(&d->labels, entity->aliases.item[i]) == GT_NONE &&
            (!best || n < gt_utf8_count(best)))
            best = entity->aliases.item[i];
    }
    for (size_t keep = GT_LABEL_CODES - 1; !best && keep > 1; keep--) {
        size_t head = gt_utf8_offset(entity->name, keep);
        size_t tail = gt_utf8_offset(entity->name, entity->n_codes - (GT_LABEL_CODES - 1 - keep));
        const char *cut =
            gt_arena_format(arena, "%.*s…%s", (int)head, entity->name, entity->name + tail);
        if (gt_strmap_get(&d->labels, cut) == GT_NONE)
            best = cut;
    }
    if (best)
        gt_strmap_put(&d->labels, best, 1);
    return best;
}

static enum gt_level level_of(const struct drafting *d, const struct gt_entity *entity)
{
    const struct gt_scan *scan = d->reading->scan;
    const char *home = scan->metadata->district_name, *name = entity->name;
    if (entity->fact != GT_NONE)
        return scan->lexicon->fact[entity->fact].level;
    if (entity->type == GT_NODE_industry || entity->type == GT_NODE_person)
        return GT_LEVEL_NONE;
    if (d->district >= 0 && (entity->home || entity->issuer || strncmp(name, "区", 3) == 0 ||
                             (home && strstr(name, home) == name)))
        return GT_LEVEL_district;
    if (d->district >= 0 && (strncmp(name, "上海市", 9) == 0 || strncmp(name, "市", 3) == 0))
        return home && strstr(name, home) ? GT_LEVEL_district : GT_LEVEL_municipal;
    if (strncmp(name, "国家", 6) == 0 || strncmp(name, "中国", 6) == 0)
        return GT_LEVEL_national;
    return GT_LEVEL_NONE;
}

/* Copies a list without the name itself. */
static void copy_texts(struct gt_texts *to, const struct gt_texts *from, const char *without,
                       struct gt_arena *arena)
{
    for (uint32_t i = 0; i < from->n; i++)
        if (!without || strcmp(from->item[i], without) != 0)
            gt_texts_add(to, from->item[i], arena);
}

static void put_node(struct drafting *d, uint32_t number, uint32_t document)
{
    const struct gt_scan *scan = d->reading->scan;
    const struct gt_entity *entity = &d->reading->entities->item[number];
    struct gt_node node = {.id = id_of(d, entity),
                           .type = entity->type,
                           .name = entity->name,
                           .label = label_of(d, entity),
                           .level = level_of(d, entity),
                           .size = entity->size,
                           .place = "draft"};
    if (entity->fact != GT_NONE)
        node.type = scan->lexicon->fact[entity->fact].type;
    if (node.level == GT_LEVEL_district && d->district >= 0)
        node.districts = entity->fact != GT_NONE && scan->lexicon->fact[entity->fact].districts
                             ? scan->lexicon->fact[entity->fact].districts
                             : 1u << d->district;
    if (!node.districts)
        node.districts = entity->fact != GT_NONE && scan->lexicon->fact[entity->fact].districts
                             ? scan->lexicon->fact[entity->fact].districts
                             : d->districts[number];
    if (entity->fact != GT_NONE)
        node.name_en = scan->lexicon->fact[entity->fact].name_en;
    copy_texts(&node.aliases, &entity->aliases, entity->name, scan->arena);
    copy_texts(&node.mentions, &entity->forms, NULL, scan->arena);
    gt_numbers_add(&node.documents, document, scan->arena);
    d->node[number] = gt_graph_put_node(d->graph, &node, d->faults);
}

/* Industries, persons and the places that any reader knows are nodes only where something ties
 * them. */
static bool is_worth(const struct gt_entity *entity)
{
    if (entity->type == GT_NODE_place)
        return entity->fact == GT_NONE && !entity->home;
    return entity->type != GT_NODE_industry && entity->type != GT_NODE_person;
}

static uint32_t put_document(struct drafting *d, const char *file)
{
    const struct gt_scan *scan = d->reading->scan;
    const struct gt_metadata *metadata = scan->metadata;
    uint32_t issuer = d->reading->entities->issuer;
    struct gt_document document = {
        .id = metadata->id,
        .number = metadata->number,
        .title = metadata->title ? metadata->title : metadata->id,
        .issuer = issuer != GT_NONE ? d->graph->nodes[d->node[issuer]].id : d->area,
        .date = metadata->date ? metadata->date : "0001",
        .district = d->district >= 0 ? (enum gt_district)d->district : GT_DISTRICT_elsewhere,
        .file = file,
        .sha256 = scan->folded->sha256,
        .length = scan->folded->length,
        .place = "draft",
    };
    return gt_graph_put_document(d->graph, &document, d->faults);
}

static void put_statements(struct drafting *d, const struct gt_relations *relations,
                           uint32_t document)
{
    for (uint32_t i = 0; i < relations->n; i++) {
        const struct gt_relation *r = &relations->item[i];
        struct gt_statement statement = {
            .status = r->status,
            .date = r->date,
            .amount = r->amount,
            .role = r->role,
            .evidence = {.document = document, .start = r->start, .end = r->end},
            .rule = r->rule,
            .confidence = r->confidence,
            .place = "draft",
        };
        gt_graph_put_statement(d->graph, d->node[r->source], r->type, d->node[r->target],
                               &statement);
    }
}

void gt_draft_put(const struct gt_reading *reading, const struct gt_relations *relations,
                  const char *file, struct gt_graph *graph, struct gt_faults *faults)
{
    const struct gt_metadata *metadata = reading->scan->metadata;
    const struct gt_entities *entities = reading->entities;
    struct drafting d = {.reading = reading, .graph = graph, .faults = faults};
    bool *tied = gt_xcalloc((size_t)entities->n + 1, sizeof *tied);
    d.node = gt_xcalloc((size_t)entities->n + 1, sizeof *d.node);
    d.district = metadata->district
                     ? gt_vocabulary_find(GT_VOCABULARY_DISTRICT, metadata->district, false)
                     : -1;
    d.area = metadata->district ? metadata->district
             : metadata->district_name
                 ? gt_slug(NULL, metadata->district_name, reading->scan->arena)
                 : metadata->id;
    d.districts = gt_xcalloc((size_t)entities->n + 1, sizeof *d.districts);
    gt_ecosystem_find(reading, relations, d.district, d.districts);
    for (uint32_t i = 0; i < relations->n; i++)
        tied[relations->item[i].source] = tied[relations->item[i].target] = true;
    if (entities->issuer != GT_NONE)
        put_node(&d, entities->issuer, 0);
    uint32_t document = put_document(&d, file);
    for (uint32_t i = 0; i < entities->n; i++)
        if (i != entities->issuer &&
            (tied[i] || (is_worth(&entities->item[i]) && entities->item[i].named)))
            put_node(&d, i, document);
    put_statements(&d, relations, document);
    gt_strmap_fini(&d.ids);
    gt_strmap_fini(&d.labels);
    free(d.districts);
    free(d.node);
    free(tied);
}
