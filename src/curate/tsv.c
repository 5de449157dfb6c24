/* tsv.c: fields and rows. */
#include "curate/tsv.h"

#include "base/memory.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

struct reader {
    const char *p, *end;
    char separator;
    uint32_t line;
    struct gt_tsv *tsv;
    struct gt_faults *faults;
    struct gt_buffer field;
};

void gt_tsv_fini(struct gt_tsv *tsv)
{
    free(tsv->row);
    gt_arena_fini(&tsv->arena);
    *tsv = (struct gt_tsv){0};
}

const char *gt_tsv_field(const struct gt_tsv_row *row, uint32_t i)
{
    return i < row->n ? row->field[i] : "";
}

const char *gt_tsv_place(struct gt_tsv *tsv, const struct gt_tsv_row *row)
{
    return gt_arena_format(&tsv->arena, "%s:%u", tsv->file, row->line);
}

/* --- what the bytes are ------------------------------------------------------------------------
 */

static bool refuse(struct reader *reader, const char *en, const char *zh)
{
    const char *place =
        gt_arena_format(&reader->tsv->arena, "%s:%u", reader->tsv->file, reader->line);
    gt_fault_add(reader->faults, place, "%s", "%s", gt_say(reader->faults->lang, en, zh));
    return false;
}

static bool is_utf16(const char *bytes, size_t n)
{
    return n >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0);
}

static bool check_encoding(struct reader *reader, const char *bytes, size_t n)
{
    size_t bad;
    if (is_utf16(bytes, n))
        return refuse(reader,
                      "this is UTF-16 (\"Unicode text\" of a spreadsheet): save it as UTF-8",
                      "此文件是 UTF-16（表格软件的“Unicode 文本”），请另存为 UTF-8");
    if (!gt_utf8_check(bytes, n, &bad)) {
        for (size_t i = 0; i < bad; i++)
            reader->line += bytes[i] == '\n';
        return refuse(reader, "this is not UTF-8 (GB18030, perhaps): save it as UTF-8",
                      "不是 UTF-8（可能是 GB18030），请另存为 UTF-8");
    }
    return true;
}

/* --- fields ------------------------------------------------------------------------------------
 */

/* What a terminal would obey instead of showing. */
static bool is_control(uint32_t code)
{
    return (code < 0x20 && code != '\t' && code != '\n' && code != '\r') ||
           (code >= 0x7F && code <= 0x9F) || (code >= 0x2028 && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069);
}

static bool at_break(const struct reader *reader)
{
    return reader->p == reader->end || *reader->p == '\n' ||
           (*reader->p == '\r' && (reader->p + 1 == reader->end || reader->p[1] == '\n'));
}

static bool take_code(struct reader *reader)
{
    const char *from = reader->p;
    if (*from == '\n')
        reader->line++;
    uint32_t code = *from ? gt_utf8_next(&reader->p) : 0;
    if (is_control(code))
        return refuse(reader, "found a control character", "发现控制字符");
    gt_buffer_add(&reader->field, from, (size_t)(reader->p - from));
    return true;
}

static bool read_quoted(struct reader *reader)
{
    uint32_t line = reader->line;
    reader->p++;
    for (;;) {
        if (reader->p == reader->end) {
            reader->line = line;
            return refuse(reader, "a quotation mark is opened and not closed", "引号没有配对");
        }
        if (*reader->p == '"') {
            reader->p++;
            if (reader->p == reader->end || *reader->p != '"')
                break;
        }
        if (!take_code(reader))
            return false;
    }
    return at_break(reader) || *reader->p == reader->separator ||
           refuse(reader, "text behind a closing quotation mark", "右引号之后还有文字");
}

static bool read_field(struct reader *reader)
{
    gt_buffer_clear(&reader->field);
    gt_buffer_text(&reader->field, "");
    if (reader->p < reader->end && *reader->p == '"')
        return read_quoted(reader);
    while (!at_break(reader) && *reader->p != reader->separator)
        if (!take_code(reader))
            return false;
    return true;
}

static bool read_row(struct reader *reader, const char *start)
{
    struct gt_tsv *tsv = reader->tsv;
    const char *field[GT_TSV_FIELDS];
    struct gt_tsv_row row = {.line = reader->line};
    row.start = (size_t)(reader->p - start);
    for (bool more = true; more; reader->p += more) {
        if (row.n == GT_TSV_FIELDS)
            return refuse(reader, "too many fields in a row", "一行的字段过多");
        if (!read_field(reader))
            return false;
        field[row.n++] =
            gt_arena_text(&tsv->arena, gt_buffer_string(&reader->field), reader->field.n);
        more = reader->p < reader->end && *reader->p == reader->separator;
    }
    reader->p += reader->p < reader->end && *reader->p == '\r';
    reader->p += reader->p < reader->end;
    reader->line++;
    row.end = (size_t)(reader->p - start);
    row.field = gt_arena_array(&tsv->arena, row.n, sizeof *row.field);
    memcpy(row.field, field, row.n * sizeof *row.field);
    if ((row.n > 1 || *row.field[0]) && start[row.start] != '#') {
        tsv->row = gt_xgrow(tsv->row, tsv->n, &tsv->room, sizeof *tsv->row);
        tsv->row[tsv->n++] = row;
    }
    return true;
}

bool gt_tsv_read(const char *file, const char *bytes, size_t n, struct gt_tsv *tsv,
                 struct gt_faults *faults)
{
    struct reader reader = {.p = bytes, .end = bytes + n, .line = 1, .tsv = tsv, .faults = faults};
    reader.separator = tsv->separator ? tsv->separator : '\t';
    tsv->file = file;
    bool done = check_encoding(&reader, bytes, n);
    if (done && n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
        reader.p += 3;
    while (done && reader.p < reader.end)
        done = read_row(&reader, bytes);
    gt_buffer_fini(&reader.field);
    return done;
}

void gt_tsv_write(struct gt_buffer *out, const char *text, bool first)
{
    text = text ? text : "";
    if (!first)
        gt_buffer_text(out, "\t");
    if (!strpbrk(text, "\t\r\n") && *text != '"' && !(first && *text == '#')) {
        gt_buffer_text(out, text);
        return;
    }
    gt_buffer_text(out, "\"");
    for (const char *p = text; *p; p++)
        gt_buffer_add(out, *p == '"' ? "\"\"" : p, *p == '"' ? 2 : 1);
    gt_buffer_text(out, "\"");
}
