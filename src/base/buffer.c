/* buffer.c: a growing, NUL-terminated array of bytes. */
#include "base/buffer.h"

#include "base/memory.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void gt_buffer_fini(struct gt_buffer *buffer)
{
    free(buffer->bytes);
    *buffer = (struct gt_buffer){0};
}

void gt_buffer_clear(struct gt_buffer *buffer)
{
    buffer->n = 0;
    if (buffer->bytes)
        buffer->bytes[0] = '\0';
}

static void reserve(struct gt_buffer *buffer, size_t more)
{
    size_t want;
    if (__builtin_add_overflow(buffer->n + 1, more, &want))
        want = SIZE_MAX; /* ends with the out-of-memory message */
    if (want <= buffer->room)
        return;
    size_t room = buffer->room ? buffer->room : 256;
    while (room < want)
        room = room > SIZE_MAX / 2 ? SIZE_MAX : room * 2;
    buffer->bytes = gt_xrealloc(buffer->bytes, room, 1);
    buffer->room = room;
}

void gt_buffer_add(struct gt_buffer *buffer, const void *bytes, size_t n)
{
    reserve(buffer, n);
    if (n)
        memcpy(buffer->bytes + buffer->n, bytes, n);
    buffer->n += n;
    buffer->bytes[buffer->n] = '\0';
}

void gt_buffer_take(struct gt_buffer *to, struct gt_buffer *from, size_t skip)
{
    if (to->n > 0) {
        gt_buffer_add(to, gt_buffer_string(from) + skip, from->n - skip);
        gt_buffer_fini(from);
        return;
    }
    gt_buffer_fini(to);
    *to = *from;
    *from = (struct gt_buffer){0};
    if (skip > 0) {
        to->n -= skip;
        memmove(to->bytes, to->bytes + skip, to->n + 1);
    }
}

char *gt_buffer_room(struct gt_buffer *buffer, size_t n)
{
    reserve(buffer, n);
    return buffer->bytes + buffer->n;
}

void gt_buffer_grown(struct gt_buffer *buffer, size_t n)
{
    buffer->n += n;
    buffer->bytes[buffer->n] = '\0';
}

void gt_buffer_text(struct gt_buffer *buffer, const char *text)
{
    gt_buffer_add(buffer, text, strlen(text));
}

void gt_buffer_repeat(struct gt_buffer *buffer, char byte, size_t n)
{
    reserve(buffer, n);
    memset(buffer->bytes + buffer->n, byte, n);
    buffer->n += n;
    buffer->bytes[buffer->n] = '\0';
}

void gt_buffer_format(struct gt_buffer *buffer, const char *format, ...)
{
    va_list ap, again;
    va_start(ap, format);
    va_copy(again, ap);
    int n = vsnprintf(NULL, 0, format, ap);
    va_end(ap);
    if (n > 0) {
        reserve(buffer, (size_t)n);
        vsnprintf(buffer->bytes + buffer->n, (size_t)n + 1, format, again);
        buffer->n += (size_t)n;
    }
    va_end(again);
}

const char *gt_buffer_string(const struct gt_buffer *buffer)
{
    return buffer->bytes ? buffer->bytes : "";
}
