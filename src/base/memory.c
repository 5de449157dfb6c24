/* memory.c: allocation that does not fail. */
#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* Says so without allocating, and leaves by _exit: atexit handlers may allocate. */
static _Noreturn void run_out(void)
{
    static const char text[] = "graphtool: out of memory (内存不足)\n";
    ssize_t ignored = write(STDERR_FILENO, text, sizeof text - 1);
    (void)ignored;
    _exit(70);
}

void *gt_xcalloc(size_t n, size_t size)
{
    void *p = calloc(n ? n : 1, size ? size : 1);
    if (!p)
        run_out();
    return p;
}

void *gt_xrealloc(void *p, size_t n, size_t size)
{
    size_t bytes;
    if (__builtin_mul_overflow(n, size, &bytes))
        run_out();
    void *q = realloc(p, bytes ? bytes : 1);
    if (!q)
        run_out();
    return q;
}

void *gt_xgrow(void *items, size_t n, size_t *room, size_t size)
{
    if (n < *room)
        return items;
    *room = *room ? *room * 2 : 8;
    return gt_xrealloc(items, *room, size);
}
