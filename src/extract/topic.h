/* topic.h: what a document speaks of where a sentence does not say: a pass that carries the voice
 * and the title of a point over sentences, points and paragraphs. */
#ifndef GT_EXTRACT_TOPIC_H
#define GT_EXTRACT_TOPIC_H

#include "extract/relation.h"

/* From a place on. */
struct gt_topic {
    uint32_t start; /* code point */
    uint32_t voice; /* the entity that speaks for itself: issuer or area; GT_NONE */
    uint32_t title; /* the mention that a point has for its title; GT_NONE */
    uint32_t head;  /* the mention that the point's list is of; GT_NONE */
};

struct gt_topics {
    struct gt_topic *item; /* in the order of the text */
    uint32_t n;
    size_t room;
};

/* Reads the body once. Mentions have their entities. Ends with gt_topics_fini(). O(length). */
void gt_topics_find(const struct gt_reading *reading, struct gt_topics *topics);
void gt_topics_fini(struct gt_topics *topics);

/* What holds in front of a place; null in front of the first. O(log n). */
const struct gt_topic *gt_topic_at(const struct gt_topics *topics, uint32_t at);

#endif
