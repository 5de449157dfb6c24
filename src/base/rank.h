/* rank.h: where a number stands, or belongs, among records in ascending order of a field. */
#ifndef GT_BASE_RANK_H
#define GT_BASE_RANK_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* A uint32_t that every record of an array has: sizes in bytes. */
struct gt_field {
    size_t record, offset;
};

/* A member of a type; and the one of an array of plain numbers. */
#define GT_FIELD(type, member) ((struct gt_field){sizeof(type), offsetof(type, member)})
#define GT_ITSELF              ((struct gt_field){sizeof(uint32_t), 0})

/* The first of n records (none: NULL will do) that has `value` or more: n when none has. In the
 * header so that sizes are constants in the loop; log n steps. */
static inline uint32_t gt_rank(const void *records, uint32_t n, struct gt_field field,
                               uint32_t value)
{
    uint32_t low = 0, high = n;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2, found;
        memcpy(&found, (const char *)records + middle * field.record + field.offset, sizeof found);
        if (found < value)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

#endif
