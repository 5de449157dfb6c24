/* arena.h: memory that is given back all at once. */
#ifndef GT_BASE_ARENA_H
#define GT_BASE_ARENA_H

#include "base/lang.h"

#include <stddef.h>

struct gt_arena_block;
struct gt_arena_kept;

/* Zeroed is valid and empty. */
struct gt_arena {
    struct gt_arena_block *newest;
    struct gt_arena_kept *kept;
};

void gt_arena_fini(struct gt_arena *arena);

/* `size` zeroed bytes, aligned for any type; valid until gt_arena_fini(). */
void *gt_arena_alloc(struct gt_arena *arena, size_t size) __attribute__((returns_nonnull));

/* Takes over what malloc() gave: gt_arena_fini() frees it. */
void gt_arena_keep(struct gt_arena *arena, void *p);

/* Room for n objects of `size` bytes, overflow-checked. */
void *gt_arena_array(struct gt_arena *arena, size_t n, size_t size)
    __attribute__((returns_nonnull));

/* Copies n bytes of text and adds a NUL. */
char *gt_arena_text(struct gt_arena *arena, const char *text, size_t n)
    __attribute__((returns_nonnull));

/* A formatted text. */
char *gt_arena_format(struct gt_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3), returns_nonnull));

/* A text in both languages, of two formats that take the same arguments. */
struct gt_text gt_arena_say(struct gt_arena *arena, const char *en, const char *zh, ...)
    __attribute__((format(printf, 2, 4), format(printf, 3, 4)));

#endif
