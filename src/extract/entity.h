/* entity.h: from mentions to the entities of a document. */
#ifndef GT_EXTRACT_ENTITY_H
#define GT_EXTRACT_ENTITY_H

#include "extract/mention.h"

struct gt_entity {
    const char *name;        /* the fullest form in the text */
    struct gt_codes codes;   /* of the name */
    struct gt_texts aliases; /* other names in the text */
    struct gt_texts forms;   /* all forms in the text, those that mean it only here as well */
    struct gt_texts brief;   /* short forms of a firm, that the text may have elsewhere */
    enum gt_node_type type;
    uint32_t fact;     /* row of the lexicon's facts, GT_NONE */
    uint32_t first;    /* place of its first mention */
    uint32_t n_codes;  /* of its name */
    uint32_t named;    /* outermost mentions of it */
    bool home, issuer; /* the issuer's area; the issuing agency */
    struct gt_amount size;
};

/* An entity's name inside a title. */
struct gt_inside {
    uint32_t mention, entity;
};

/* Entities in the order of their first mention, but home and issuer in front. */
struct gt_entities {
    struct gt_entity *item;
    uint32_t n;
    size_t room;
    uint32_t home, issuer; /* GT_NONE when the document does not tell */
    struct gt_inside *inside;
    uint32_t n_inside;
    size_t room_inside;
    struct gt_strmap by_key; /* "type name" and the like -> number */
};

void gt_entities_fini(struct gt_entities *entities);

/* Gives every mention its entity. Mentions are settled. */
void gt_entities_resolve(const struct gt_scan *scan, struct gt_mentions *mentions,
                         struct gt_entities *entities);

/* Finds further places of names that are known by now, abbreviations that the text introduces
 * (以下简称), and class words that mean an entity (联盟 for the last alliance named); adds and
 * settles their mentions. */
void gt_entities_refer(const struct gt_scan *scan, struct gt_mentions *mentions,
                       struct gt_entities *entities);

/* The industry that stands in [start, end), made when the document has it nowhere else. */
uint32_t gt_entities_track(const struct gt_scan *scan, struct gt_entities *entities, uint32_t start,
                           uint32_t end);

/* The form of a mention in the text, in the document's arena. */
const char *gt_mention_form(const struct gt_scan *scan, const struct gt_mention *mention);

#endif
