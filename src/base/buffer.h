/* buffer.h: bytes that grow: where output is gathered before it is written whole. */
#ifndef GT_BASE_BUFFER_H
#define GT_BASE_BUFFER_H

#include <stddef.h>

/* Zeroed is valid and empty. `bytes` is NUL-terminated once something was added. */
struct gt_buffer {
    char *bytes;
    size_t n, room;
};

void gt_buffer_fini(struct gt_buffer *buffer);

/* Forgets the content, keeps the room. */
void gt_buffer_clear(struct gt_buffer *buffer);

void gt_buffer_add(struct gt_buffer *buffer, const void *bytes, size_t n);
/* Moves the content of `from` from byte `skip` on, at most its end, to the end of `to`; `from` is
 * empty then. O(1) where `to` is empty and nothing is skipped. */
void gt_buffer_take(struct gt_buffer *to, struct gt_buffer *from, size_t skip);
/* Room for n bytes behind the content, which gt_buffer_grown() then makes part of it. */
char *gt_buffer_room(struct gt_buffer *buffer, size_t n) __attribute__((returns_nonnull));
void gt_buffer_grown(struct gt_buffer *buffer, size_t n);
void gt_buffer_text(struct gt_buffer *buffer, const char *text);
void gt_buffer_repeat(struct gt_buffer *buffer, char byte, size_t n);
void gt_buffer_format(struct gt_buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The content as a text, "" when empty; borrows. */
const char *gt_buffer_string(const struct gt_buffer *buffer);

#endif
