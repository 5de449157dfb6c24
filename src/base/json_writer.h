/* json_writer.h: writing JSON (RFC 8259): always valid, the same bytes for the same calls.
 *
 *     gt_json_object_begin(&json);
 *     gt_json_key(&json, "name");  gt_json_text(&json, "东华大学");
 *     gt_json_object_end(&json);
 */
#ifndef GT_BASE_JSON_WRITER_H
#define GT_BASE_JSON_WRITER_H

#include "base/buffer.h"

#include <stdbool.h>
#include <stdint.h>

enum { GT_JSON_DEPTH = 32 };

struct gt_json {
    struct gt_buffer *out; /* borrowed */
    int indent;            /* blanks a level; 0 writes one line */
    int depth;             /* open objects and arrays */
    bool filled[GT_JSON_DEPTH];
    bool inlined[GT_JSON_DEPTH]; /* this level stays on one line */
    bool after_key;
};

#define GT_JSON(buffer, indent_) ((struct gt_json){.out = (buffer), .indent = (indent_)})

void gt_json_object_begin(struct gt_json *json);
void gt_json_object_end(struct gt_json *json);
void gt_json_array_begin(struct gt_json *json);
void gt_json_array_end(struct gt_json *json);

/* The object or array begun next, with all it holds, is written on one line. */
void gt_json_inline_next(struct gt_json *json);

void gt_json_key(struct gt_json *json, const char *key);

/* A null pointer writes null. */
void gt_json_text(struct gt_json *json, const char *text);
/* What is not finite writes null: JSON has no word for it. */
void gt_json_number(struct gt_json *json, double value);
void gt_json_uint(struct gt_json *json, uint64_t value);
void gt_json_bool(struct gt_json *json, bool value);
void gt_json_null(struct gt_json *json);

#endif
