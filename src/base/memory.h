/* memory.h: allocation that ends the program with a message when memory is out.
 *
 * An analysis cannot go on without its arrays, and half a result is worse than none; so these never
 * return NULL. Sizes are checked for overflow. Large inputs are bounded before they are read. */
#ifndef GT_BASE_MEMORY_H
#define GT_BASE_MEMORY_H

#include <stddef.h>

/* n objects of `size` bytes, zeroed; the caller frees. */
void *gt_xcalloc(size_t n, size_t size) __attribute__((malloc, returns_nonnull));

/* p resized to n objects of `size` bytes; new bytes are not set; the caller frees. */
void *gt_xrealloc(void *p, size_t n, size_t size) __attribute__((returns_nonnull));

/* Makes room for one more item in a growing array: *items has *room items, n of them used.
 * Doubles, so that appending is amortised O(1). */
void *gt_xgrow(void *items, size_t n, size_t *room, size_t size) __attribute__((returns_nonnull));

#endif
