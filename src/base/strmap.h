/* strmap.h: a table from text to number. */
#ifndef GT_BASE_STRMAP_H
#define GT_BASE_STRMAP_H

#include <stddef.h>
#include <stdint.h>

#define GT_NONE UINT32_MAX /* no such number */

struct gt_strmap_slot;

/* Zeroed is valid and empty. Keys are borrowed and must outlive the table. */
struct gt_strmap {
    struct gt_strmap_slot *slots;
    size_t n, room;
};

void gt_strmap_fini(struct gt_strmap *map);

/* The number of a key, or GT_NONE. */
uint32_t gt_strmap_get(const struct gt_strmap *map, const char *key);

/* Sets the number of a key (borrowed), replacing an older one. */
void gt_strmap_put(struct gt_strmap *map, const char *key, uint32_t value);

#endif
