/* annotation.h: what one document says as annotators compare it: entities by their surface forms,
 * relations by their ends. Lighter than a graph: types and ids are whatever the file has, since a
 * file that is scored may be wrong in any way. */
#ifndef GT_GRAPH_ANNOTATION_H
#define GT_GRAPH_ANNOTATION_H

#include "base/arena.h"
#include "base/strmap.h"
#include "base/text.h"

#include <stddef.h>

struct gt_annotated_entity {
    const char *id, *type; /* type null when the file has none */
    struct gt_texts forms; /* name, label, aliases and mentions, by gt_text_form(); as put */
};

/* Where a file says that something is stated: of several places the first. */
struct gt_annotated_place {
    uint32_t start, end; /* code points of the folded text; both 0 when the file does not say */
    const char *quote;   /* the words, where the file has them; null */
    const char *rule;    /* that found it; null */
};

struct gt_annotated_relation {
    const char *source, *type, *target;
    struct gt_annotated_place place;
};

/* One document. Belongs to the arena of its list. */
struct gt_annotation {
    const char *document; /* its id */
    const char *file;     /* where it was read */
    struct gt_annotated_entity *entities;
    struct gt_annotated_relation *relations;
    size_t n_entities, n_relations, room_entities, room_relations;
};

/* The documents of one or more files. Zeroed is valid and empty. */
struct gt_annotations {
    struct gt_annotation *item;
    size_t n, room;
    struct gt_strmap by_document;
    struct gt_arena arena;
};

void gt_annotations_fini(struct gt_annotations *annotations);

/* The annotation of a document, null when there is none; good until the next is added. */
struct gt_annotation *gt_annotations_find(const struct gt_annotations *annotations,
                                          const char *document);

/* Adds an empty one, whose document has none yet; texts are borrowed. */
struct gt_annotation *gt_annotations_add(struct gt_annotations *annotations, const char *document,
                                         const char *file);

/* Add to an annotation; texts are borrowed. Of two entities with one id the later replaces the
 * earlier at scoring, as in a table by id. */
struct gt_annotated_entity *gt_annotation_add_entity(struct gt_annotation *annotation,
                                                     const char *id, const char *type);
void gt_annotation_add_relation(struct gt_annotation *annotation,
                                const struct gt_annotated_relation *relation);

#endif
