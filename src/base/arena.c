/* arena.c: a chain of blocks, each twice as large as the last up to a megabyte. */
#include "base/arena.h"

#include "base/memory.h"
#include "base/number.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 4096, LARGEST_STEP = 1 << 20 };

#define MORE_THAN_ANY (SIZE_MAX / 2) /* ends with the out-of-memory message */

struct gt_arena_block {
    struct gt_arena_block *older;
    size_t used, room;
    alignas(max_align_t) unsigned char bytes[];
};

struct gt_arena_kept {
    struct gt_arena_kept *older;
    void *p;
};

void gt_arena_fini(struct gt_arena *arena)
{
    for (; arena->kept; arena->kept = arena->kept->older)
        free(arena->kept->p);
    while (arena->newest) {
        struct gt_arena_block *older = arena->newest->older;
        free(arena->newest);
        arena->newest = older;
    }
}

static struct gt_arena_block *add_block(struct gt_arena *arena, size_t size)
{
    size_t room = arena->newest ? arena->newest->room * 2 : FIRST_BLOCK;
    if (room > LARGEST_STEP)
        room = LARGEST_STEP;
    if (room < size)
        room = size;
    struct gt_arena_block *block = gt_xcalloc(1, sizeof *block + room);
    block->older = arena->newest;
    block->room = room;
    arena->newest = block;
    return block;
}

void *gt_arena_alloc(struct gt_arena *arena, size_t size)
{
    size_t step = alignof(max_align_t);
    if (size > MORE_THAN_ANY)
        size = MORE_THAN_ANY; /* and rounding up does not wrap around */
    size_t whole = (size + step - 1) / step * step;
    struct gt_arena_block *block = arena->newest;
    if (!block || block->room - block->used < whole)
        block = add_block(arena, whole);
    void *p = block->bytes + block->used;
    block->used += whole;
    return p;
}

void gt_arena_keep(struct gt_arena *arena, void *p)
{
    struct gt_arena_kept *kept = gt_arena_alloc(arena, sizeof *kept);
    *kept = (struct gt_arena_kept){.older = arena->kept, .p = p};
    arena->kept = kept;
}

void *gt_arena_array(struct gt_arena *arena, size_t n, size_t size)
{
    size_t bytes;
    if (__builtin_mul_overflow(n, size, &bytes))
        bytes = MORE_THAN_ANY;
    return gt_arena_alloc(arena, bytes);
}

char *gt_arena_text(struct gt_arena *arena, const char *text, size_t n)
{
    char *p = gt_arena_alloc(arena, n + 1);
    memcpy(p, text, n);
    return p;
}

/* True for a format of plain text, %s, %.*s, %d and %u: printf is slow where a library has added to
 * its table, as libquadmath does, and names and keys are made by the million. */
static bool is_join(const char *format)
{
    for (const char *p = strchr(format, '%'); p; p = strchr(p + 2, '%'))
        if (p[1] != 's' && p[1] != 'd' && p[1] != 'u' && strncmp(p, "%.*s", 4) != 0)
            return false;
    return true;
}

/* A piece of a format: a character of it, or what an argument says. Moves *p behind it. */
static const char *next_piece(const char **p, va_list *ap, char room[GT_NUMBER_TEXT], size_t *n)
{
    const char *text = *p;
    *n = 1;
    if (*text != '%') {
        ++*p;
        return text;
    }
    bool cut = text[1] == '.';
    *p += cut ? sizeof "%.*s" - 1 : sizeof "%s" - 1;
    int most = cut ? va_arg(*ap, int) : -1;
    if (text[1] == 'u' || text[1] == 'd') {
        text = gt_number_write_int(
            text[1] == 'u' ? (long long)va_arg(*ap, unsigned) : (long long)va_arg(*ap, int), room);
    } else {
        text = va_arg(*ap, const char *);
        text = text ? text : "(null)"; /* as printf shows it */
    }
    *n = most < 0 ? strlen(text) : strnlen(text, (size_t)most);
    return text;
}

/* Such a format's text. */
static char *join(struct gt_arena *arena, const char *format, va_list *ap, va_list *again)
{
    char room[GT_NUMBER_TEXT];
    size_t n, sum = 0;
    for (const char *p = format; *p; sum += n)
        next_piece(&p, ap, room, &n);
    char *text = gt_arena_alloc(arena, sum + 1), *to = text;
    for (const char *p = format; *p; to += n) {
        const char *piece = next_piece(&p, again, room, &n);
        memcpy(to, piece, n);
    }
    return text;
}

__attribute__((format(printf, 2, 0))) static char *format_list(struct gt_arena *arena,
                                                               const char *format, va_list ap)
{
    va_list once, again;
    va_copy(once, ap);
    va_copy(again, ap);
    char *p;
    if (is_join(format)) {
        p = join(arena, format, &once, &again);
    } else {
        int n = vsnprintf(NULL, 0, format, once);
        p = gt_arena_alloc(arena, n < 0 ? 1 : (size_t)n + 1);
        if (n >= 0)
            vsnprintf(p, (size_t)n + 1, format, again);
    }
    va_end(once);
    va_end(again);
    return p;
}

char *gt_arena_format(struct gt_arena *arena, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    char *p = format_list(arena, format, ap);
    va_end(ap);
    return p;
}

struct gt_text gt_arena_say(struct gt_arena *arena, const char *en, const char *zh, ...)
{
    struct gt_text text;
    va_list ap;
    va_start(ap, zh);
    text.in[GT_EN] = format_list(arena, en, ap);
    va_end(ap);
    va_start(ap, zh);
    text.in[GT_ZH] = format_list(arena, zh, ap);
    va_end(ap);
    return text;
}
