/* strmap.c: open addressing with linear probing, at most two thirds full; FNV-1a hash. Iteration is
 * not offered, so hash order never reaches an output. */
#include "base/strmap.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

struct gt_strmap_slot {
    const char *key;
    uint32_t value;
};

static uint64_t hash_text(const char *text)
{
    uint64_t hash = 0xcbf29ce484222325u;
    for (const char *p = text; *p; p++)
        hash = (hash ^ (unsigned char)*p) * 0x100000001b3u;
    return hash ^ hash >> 32;
}

void gt_strmap_fini(struct gt_strmap *map)
{
    free(map->slots);
    *map = (struct gt_strmap){0};
}

/* The slot that holds the key, or the free one where it belongs. */
static struct gt_strmap_slot *find_slot(const struct gt_strmap *map, const char *key)
{
    size_t i = hash_text(key) & (map->room - 1);
    while (map->slots[i].key && strcmp(map->slots[i].key, key) != 0)
        i = (i + 1) & (map->room - 1);
    return &map->slots[i];
}

uint32_t gt_strmap_get(const struct gt_strmap *map, const char *key)
{
    if (map->n == 0)
        return GT_NONE;
    const struct gt_strmap_slot *slot = find_slot(map, key);
    return slot->key ? slot->value : GT_NONE;
}

static void grow(struct gt_strmap *map)
{
    struct gt_strmap old = *map;
    map->room = old.room ? old.room * 2 : 64;
    map->slots = gt_xcalloc(map->room, sizeof *map->slots);
    for (size_t i = 0; i < old.room; i++)
        if (old.slots[i].key)
            *find_slot(map, old.slots[i].key) = old.slots[i];
    free(old.slots);
}

void gt_strmap_put(struct gt_strmap *map, const char *key, uint32_t value)
{
    if ((map->n + 1) * 3 > map->room * 2)
        grow(map);
    struct gt_strmap_slot *slot = find_slot(map, key);
    map->n += !slot->key;
    *slot = (struct gt_strmap_slot){.key = key, .value = value};
}
