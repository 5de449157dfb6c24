/* json_writer.c: writing JSON (RFC 8259). */
#include "base/json_writer.h"

#include "base/number.h"
#include "base/utf8.h"

#include <assert.h>
#include <limits.h>
#include <math.h>

static bool is_inline(const struct gt_json *json)
{
    return json->indent == 0 || json->inlined[json->depth];
}

static void start_line(struct gt_json *json)
{
    gt_buffer_text(json->out, "\n");
    gt_buffer_repeat(json->out, ' ', (size_t)(json->indent * json->depth));
}

/* The comma, and the new line, in front of a value or key. */
static void separate(struct gt_json *json)
{
    if (json->after_key) {
        json->after_key = false;
        return;
    }
    if (json->depth == 0)
        return;
    if (json->filled[json->depth])
        gt_buffer_text(json->out, is_inline(json) && json->indent ? ", " : ",");
    if (!is_inline(json))
        start_line(json);
    json->filled[json->depth] = true;
}

static void begin(struct gt_json *json, const char *bracket)
{
    separate(json);
    gt_buffer_text(json->out, bracket);
    bool one_line = json->inlined[json->depth];
    json->depth++;
    assert(json->depth + 1 < GT_JSON_DEPTH);
    json->filled[json->depth] = false;
    /* set beforehand by gt_json_inline_next(), or inherited */
    json->inlined[json->depth] = json->inlined[json->depth] || (json->depth > 1 && one_line);
}

static void end(struct gt_json *json, const char *bracket)
{
    bool line = json->filled[json->depth] && !is_inline(json);
    json->inlined[json->depth] = false;
    json->depth--;
    if (line)
        start_line(json);
    gt_buffer_text(json->out, bracket);
    if (json->depth == 0 && json->indent)
        gt_buffer_text(json->out, "\n");
}

void gt_json_inline_next(struct gt_json *json)
{
    json->inlined[json->depth + 1] = true;
}

void gt_json_object_begin(struct gt_json *json)
{
    begin(json, "{");
}

void gt_json_object_end(struct gt_json *json)
{
    end(json, "}");
}

void gt_json_array_begin(struct gt_json *json)
{
    begin(json, "[");
}

void gt_json_array_end(struct gt_json *json)
{
    end(json, "]");
}

static void write_escaped(struct gt_buffer *out, uint32_t code)
{
    if (code == '"' || code == '\\')
        gt_buffer_format(out, "\\%c", (char)code);
    else if (code == '\n')
        gt_buffer_text(out, "\\n");
    else if (code == '\t')
        gt_buffer_text(out, "\\t");
    else
        gt_buffer_format(out, "\\u%04x", code);
}

/* A wrong byte (file names may have any) becomes U+FFFD, so that the JSON is valid UTF-8. */
static void write_quoted(struct gt_buffer *out, const char *text)
{
    gt_buffer_add(out, "\"", 1);
    const char *start = text, *end = text, *next = text;
    for (; *end; end = next) {
        uint32_t code = gt_utf8_next(&next);
        if (code >= 0x20 && code != '"' && code != '\\' && code != 0x7F && code != GT_REPLACEMENT)
            continue;
        gt_buffer_add(out, start, (size_t)(end - start));
        write_escaped(out, code);
        start = next;
    }
    gt_buffer_add(out, start, (size_t)(end - start));
    gt_buffer_add(out, "\"", 1);
}

void gt_json_key(struct gt_json *json, const char *key)
{
    separate(json);
    write_quoted(json->out, key);
    gt_buffer_text(json->out, json->indent ? ": " : ":");
    json->after_key = true;
}

void gt_json_text(struct gt_json *json, const char *text)
{
    separate(json);
    if (text)
        write_quoted(json->out, text);
    else
        gt_buffer_text(json->out, "null");
}

void gt_json_number(struct gt_json *json, double value)
{
    char text[GT_NUMBER_TEXT];
    separate(json);
    gt_buffer_text(json->out, isfinite(value) ? gt_number_write(value, text) : "null");
}

void gt_json_uint(struct gt_json *json, uint64_t value)
{
    separate(json);
    char text[GT_NUMBER_TEXT];
    if (value <= LLONG_MAX)
        gt_buffer_text(json->out, gt_number_write_int((long long)value, text));
    else
        gt_buffer_format(json->out, "%llu", (unsigned long long)value);
}

void gt_json_bool(struct gt_json *json, bool value)
{
    separate(json);
    gt_buffer_text(json->out, value ? "true" : "false");
}

void gt_json_null(struct gt_json *json)
{
    separate(json);
    gt_buffer_text(json->out, "null");
}
