/* point_list.c: lists whose points are names: 推动某某示范工程建设：1.甲示范。… 2.乙示范。… */
#include "extract/topic.h"

#include "graph/property.h"

/* The points of a list are parts of what the list is of, where both are of one type. */
void gt_find_point_lists(const struct gt_reading *reading, struct gt_relations *relations)
{
    const struct gt_entity *entity = reading->entities->item;
    for (uint32_t i = 0; i < reading->topics->n; i++) {
        const struct gt_topic *topic = &reading->topics->item[i];
        bool again = i > 0 && topic[-1].title == topic->title;
        if (topic->title == GT_NONE || topic->head == GT_NONE || again)
            continue;
        const struct gt_mention *part = &reading->mentions->item[topic->title];
        const struct gt_mention *whole = &reading->mentions->item[topic->head];
        bool near = part->end - whole->start <= GT_EVIDENCE_CODES;
        struct gt_relation relation = {.source = part->node,
                                       .target = whole->node,
                                       .type = GT_EDGE_part_of,
                                       .status = GT_STATUS_ongoing,
                                       .start = near ? whole->start : part->start,
                                       .end = part->end,
                                       .rule = "point"};
        if (entity[part->node].type == entity[whole->node].type)
            gt_relation_add(reading, relations, &relation);
    }
}
