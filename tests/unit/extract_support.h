/* extract_support.h: reading an invented sentence as a reply of 云岭区's 科学技术局. */
#ifndef GT_TESTS_EXTRACT_SUPPORT_H
#define GT_TESTS_EXTRACT_SUPPORT_H

#include "extract/extract.h"
#include "unit/unit.h"

#include <stdlib.h>
#include <string.h>

struct sentence {
    struct gt_folded *folded;
    struct gt_metadata metadata;
    struct gt_arena arena;
    struct gt_reading_all all;
};

static inline void read_sentence(const struct gt_extractor *extractor, const char *text, size_t n,
                                 struct sentence *s)
{
    struct gt_error err = {.lang = GT_EN};
    memset(s, 0, sizeof *s);
    if (!gt_folded_make("sentence.txt", text, n, &s->folded, &err))
        fail_msg("%s", err.text);
    s->metadata = (struct gt_metadata){.id = "sentence",
                                       .number = "云科〔2025〕1号",
                                       .issuer_name = "云岭区科学技术局",
                                       .date = "2025-05-12",
                                       .district_name = "云岭区",
                                       .body_end = s->folded->length};
    gt_read_document(extractor, s->folded, &s->metadata, &s->arena, &s->all);
}

static inline void end_sentence(struct sentence *s)
{
    gt_reading_fini(&s->all);
    gt_arena_fini(&s->arena);
    gt_folded_free(s->folded);
}

/* The number of the entity that has this form; GT_NONE. */
static inline uint32_t entity_of(const struct sentence *s, const char *form)
{
    for (uint32_t i = 0; i < s->all.entities.n; i++) {
        const struct gt_entity *entity = &s->all.entities.item[i];
        if (strcmp(entity->name, form) == 0 || gt_texts_have(&entity->aliases, form) ||
            gt_texts_have(&entity->forms, form))
            return i;
    }
    return GT_NONE;
}

/* The tie between two forms; null. */
static inline const struct gt_relation *relation_of(const struct sentence *s, const char *source,
                                                    enum gt_edge_type type, const char *target)
{
    uint32_t a = entity_of(s, source), b = entity_of(s, target);
    for (uint32_t i = 0; a != GT_NONE && b != GT_NONE && i < s->all.relations.n; i++) {
        const struct gt_relation *r = &s->all.relations.item[i];
        bool same = r->source == a && r->target == b;
        bool turned = gt_edge_types[type].mutual && r->source == b && r->target == a;
        if (r->type == type && (same || turned))
            return r;
    }
    return NULL;
}

static inline void print_sentence(const struct sentence *s)
{
    for (uint32_t i = 0; i < s->all.mentions.n; i++) {
        const struct gt_mention *m = &s->all.mentions.item[i];
        print_message("    %s (%s)\n",
                      gt_codes_text(&s->all.scan.codes, m->start, m->end, s->all.scan.arena),
                      gt_node_types[m->type].name);
    }
    for (uint32_t i = 0; i < s->all.relations.n; i++) {
        const struct gt_relation *r = &s->all.relations.item[i];
        print_message("    %s %s %s (%s)\n", s->all.entities.item[r->source].name,
                      gt_edge_types[r->type].name, s->all.entities.item[r->target].name, r->rule);
    }
}

#endif
