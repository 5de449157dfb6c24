/* annotation.c: growing lists of annotated documents. */
#include "graph/annotation.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

void gt_annotations_fini(struct gt_annotations *annotations)
{
    for (size_t i = 0; i < annotations->n; i++) {
        free(annotations->item[i].entities);
        free(annotations->item[i].relations);
    }
    free(annotations->item);
    gt_strmap_fini(&annotations->by_document);
    gt_arena_fini(&annotations->arena);
    *annotations = (struct gt_annotations){0};
}

struct gt_annotation *gt_annotations_find(const struct gt_annotations *annotations,
                                          const char *document)
{
    uint32_t number = gt_strmap_get(&annotations->by_document, document);
    return number == GT_NONE ? NULL : &annotations->item[number];
}

struct gt_annotation *gt_annotations_add(struct gt_annotations *annotations, const char *document,
                                         const char *file)
{
    annotations->item =
        gt_xgrow(annotations->item, annotations->n, &annotations->room, sizeof *annotations->item);
    struct gt_annotation *added = &annotations->item[annotations->n++];
    *added = (struct gt_annotation){.document = document, .file = file};
    gt_strmap_put(&annotations->by_document, document, (uint32_t)annotations->n - 1);
    return added;
}

struct gt_annotated_entity *gt_annotation_add_entity(struct gt_annotation *annotation,
                                                     const char *id, const char *type)
{
    annotation->entities = gt_xgrow(annotation->entities, annotation->n_entities,
                                    &annotation->room_entities, sizeof *annotation->entities);
    struct gt_annotated_entity *added = &annotation->entities[annotation->n_entities++];
    *added = (struct gt_annotated_entity){.id = id, .type = type};
    return added;
}

void gt_annotation_add_relation(struct gt_annotation *annotation,
                                const struct gt_annotated_relation *relation)
{
    annotation->relations = gt_xgrow(annotation->relations, annotation->n_relations,
                                     &annotation->room_relations, sizeof *annotation->relations);
    annotation->relations[annotation->n_relations++] = *relation;
}
