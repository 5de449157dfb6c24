/* json_tree.h: a JSON file as cJSON's tree, of which every value knows its line. */
#ifndef GT_FORMAT_JSON_TREE_H
#define GT_FORMAT_JSON_TREE_H

#include "base/fault.h"

#include <cjson/cJSON.h>
#include <stdbool.h>
#include <stddef.h>

/* Zeroed is valid and empty. The valueint of every item is its line: cJSON itself sets that field
 * for numbers only, and lossily; numbers are read from valuedouble. */
struct gt_json_tree {
    const char *file; /* as messages name it; borrowed */
    cJSON *root;
};

void gt_json_tree_fini(struct gt_json_tree *tree);

/* Scans and parses n bytes, which a NUL follows. On a fault adds it and returns false. */
GT_MUST_USE bool gt_json_tree_read(const char *file, const char *bytes, size_t n,
                                   struct gt_json_tree *tree, struct gt_faults *faults);

/* Where an item stands: "graphs/a.json:12: /nodes/3/type", the path as a JSON pointer (RFC 6901).
 * O(size of the tree), so not for what may happen a million times. */
const char *gt_json_tree_place(const struct gt_json_tree *tree, const cJSON *item,
                               struct gt_arena *arena);

/* What an item is, for messages: 'the text "compny"', "the number 3", "an object". */
const char *gt_json_show(const cJSON *item, enum gt_lang lang, struct gt_arena *arena);

#endif
