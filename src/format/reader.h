/* reader.h: what all functions that read one JSON file share: its tree, its faults, its records.
 *
 * Every function adds what is wrong to the reader's faults and returns whether nothing was. */
#ifndef GT_FORMAT_READER_H
#define GT_FORMAT_READER_H

#include "base/strmap.h"
#include "format/json_tree.h"
#include "graph/graph.h"

#include <stdbool.h>
#include <stddef.h>

/* A record of the file by its id: where it stands, and its number in the graph (GT_NONE: it has
 * faults, so that what refers to it is not told of them again). */
struct gt_entry {
    const cJSON *item;
    uint32_t number;
};

struct gt_entries {
    struct gt_strmap by_id; /* id -> index of entry */
    struct gt_entry *entry;
    size_t n, room;
};

/* The reading of one file. */
struct gt_reader {
    struct gt_json_tree tree;
    struct gt_graph *graph;
    struct gt_faults *faults;
    struct gt_faults *notes; /* null: not wanted */
    struct gt_entries documents, nodes;
    struct gt_arena arena; /* what lives as long as the reading */
};

/* A member of an object: what the file has for it (null: nothing) is found by gt_read_members(). */
struct gt_member {
    const char *name;
    bool required;
    const cJSON *item;
};

/* Finds the members of an object; another type, unknown members and missing ones are faults. */
bool gt_read_members(struct gt_reader *reader, const cJSON *object, struct gt_member *members,
                     size_t n);

/* The place of an item, for a fault; empty when so many faults are kept that none is shown. */
const char *gt_read_place(struct gt_reader *reader, const cJSON *item);

/* The item itself, for a fault; likewise. */
const char *gt_read_show(struct gt_reader *reader, const cJSON *item);

/* Adds "found ITEM, expected ..."; returns false. */
bool gt_read_refuse(struct gt_reader *reader, const cJSON *item, const char *expected_en,
                    const char *expected_zh);

/* The text of an item that is wanted as one; null and a fault when it is none. */
const char *gt_read_text(struct gt_reader *reader, const cJSON *item);

/* True when a record of that id is registered. */
bool gt_entries_have(const struct gt_entries *entries, const cJSON *id);

/* Adds a record under a key, which must outlive the entries. */
void gt_entries_put(struct gt_entries *entries, const char *key, const cJSON *item,
                    uint32_t number);

/* Registers a record of the file by its id; the same id twice is a fault. `item` is the record,
 * `id` its member. */
void gt_entries_add(struct gt_reader *reader, struct gt_entries *entries, const cJSON *item,
                    const cJSON *id, uint32_t number);

/* Looks up the record that an item names. False and a fault when there is none; true with GT_NONE
 * when it is there but has faults. `what` names the records: "node", "节点". */
bool gt_read_reference(struct gt_reader *reader, const struct gt_entries *entries,
                       const cJSON *item, struct gt_text what, uint32_t *number);

void gt_entries_fini(struct gt_entries *entries);

#endif
