/* value_reader.h: reading one JSON value into a field, by the kind of its property. */
#ifndef GT_FORMAT_VALUE_READER_H
#define GT_FORMAT_VALUE_READER_H

#include "format/reader.h"

enum {
    GT_SLUG_BYTES = 80,   /* longest identifier */
    GT_TEXT_CODES = 1000, /* longest text, in code points */
    GT_LIST_ITEMS = 1000  /* longest list: adding to one compares with all of it */
};

/* Reads an item into a zeroed field of its kind's type; texts stay the tree's. */
typedef bool gt_value_read(struct gt_reader *reader, const cJSON *item, void *field);

gt_value_read gt_value_slug, gt_value_text, gt_value_label, gt_value_texts, gt_value_date,
    gt_value_hash, gt_value_count, gt_value_share, gt_value_node_type, gt_value_edge_type,
    gt_value_status, gt_value_level, gt_value_district, gt_value_districts;

/* The number of a word in its vocabulary. */
bool gt_value_word(struct gt_reader *reader, const cJSON *item, enum gt_vocabulary vocabulary,
                   int *word);

/* True for a list of at most GT_LIST_ITEMS; anything else is a fault. */
bool gt_value_list(struct gt_reader *reader, const cJSON *item);

/* Adds a fault for an item that stands twice in a list; returns false. */
bool gt_value_refuse_repeated(struct gt_reader *reader, const cJSON *item);

#endif
