/* table_write.c: a table as aligned text, Markdown, CSV (RFC 4180), TSV or JSON. */
#include "cli/table.h"

#include "base/memory.h"
#include "base/number.h"

#include <stdlib.h>
#include <string.h>

enum { SHOWN_DIGITS = 4, GAP = 2 };

/* What programs read of a list. */
static const struct gt_texts *listed_codes(const struct gt_cell *cell)
{
    return cell->codes.n ? &cell->codes : &cell->list;
}

static void list_text(const struct gt_texts *list, const char *separator, struct gt_buffer *out)
{
    for (uint32_t i = 0; i < list->n; i++)
        gt_buffer_format(out, "%s%s", i ? separator : "", list->item[i]);
}

/* A cell in one text. Data formats get all digits; people get SHOWN_DIGITS. */
static void cell_text(const struct gt_cell *cell, bool for_people, bool zh, struct gt_buffer *out)
{
    char number[GT_NUMBER_TEXT];
    switch (cell->kind) {
    case GT_CELL_NONE:
        break;
    case GT_CELL_TEXT:
        gt_buffer_text(out, cell->code && !for_people ? cell->code : cell->text);
        break;
    case GT_CELL_NUMBER:
        gt_buffer_text(out, for_people ? gt_number_show(cell->number, SHOWN_DIGITS, number)
                                       : gt_number_write(cell->number, number));
        break;
    case GT_CELL_UINT:
        gt_buffer_format(out, "%llu", (unsigned long long)cell->uint);
        break;
    case GT_CELL_BOOL:
        if (for_people)
            gt_buffer_text(out, cell->uint ? (zh ? "是" : "yes") : "");
        else
            gt_buffer_text(out, cell->uint ? "true" : "false");
        break;
    case GT_CELL_LIST:
        list_text(for_people ? &cell->list : listed_codes(cell),
                  for_people ? gt_say(zh ? GT_ZH : GT_EN, ", ", "、") : ";", out);
        break;
    }
}

/* --- for people --------------------------------------------------------------------------------
 */

static bool is_number(const struct gt_cell *cell)
{
    return cell->kind == GT_CELL_NUMBER || cell->kind == GT_CELL_UINT;
}

/* A column is set flush right when it holds numbers and nothing else. */
static bool column_is_numeric(const struct gt_section *section, size_t column)
{
    bool any = false;
    for (size_t i = column; i < section->n_cells; i += section->n_heads) {
        any = any || is_number(&section->cells[i]);
        if (!is_number(&section->cells[i]) && section->cells[i].kind != GT_CELL_NONE)
            return false;
    }
    return any;
}

/* People are shown a column that has a title and any value. */
static bool column_is_shown(const struct gt_section *section, size_t column)
{
    bool empty = section->n_cells > 0;
    for (size_t i = column; i < section->n_cells && empty; i += section->n_heads) {
        const struct gt_cell *cell = &section->cells[i];
        empty = cell->kind == GT_CELL_NONE || (cell->kind == GT_CELL_TEXT && !*cell->text);
    }
    return section->heads[column].title && !empty;
}

static size_t column_cells(const struct gt_section *section, size_t column, bool zh)
{
    size_t most = gt_text_cells(section->heads[column].title);
    struct gt_buffer text = {0};
    for (size_t i = column; i < section->n_cells; i += section->n_heads) {
        gt_buffer_clear(&text);
        cell_text(&section->cells[i], true, zh, &text);
        size_t cells = gt_text_cells(gt_buffer_string(&text));
        most = cells > most ? cells : most;
    }
    gt_buffer_fini(&text);
    return most;
}

/* One padded field; the last of a line gets no blanks behind it. */
static void write_field(const char *text, size_t width, bool right, bool last,
                        struct gt_buffer *out)
{
    size_t cells = gt_text_cells(text), gap = width > cells ? width - cells : 0;
    if (right)
        gt_buffer_repeat(out, ' ', gap);
    gt_buffer_text(out, text);
    if (!right && !last)
        gt_buffer_repeat(out, ' ', gap);
    if (!last)
        gt_buffer_repeat(out, ' ', GAP);
}

struct layout {
    size_t *width; /* 0: not shown */
    bool *right;
    size_t last; /* the last column that is shown */
};

/* True when a cell says again what the row above says, in a column where that is left out. */
static bool is_repeated(const struct gt_section *section, const struct gt_cell *row, size_t column)
{
    bool same = row && row != section->cells && section->heads[column].grouped;
    for (size_t k = 0; same && k <= column; k++) {
        struct gt_buffer here = {0}, above = {0};
        cell_text(&row[k], true, false, &here);
        cell_text(&row[k] - section->n_heads, true, false, &above);
        same = !section->heads[k].grouped ||
               strcmp(gt_buffer_string(&here), gt_buffer_string(&above)) == 0;
        gt_buffer_fini(&here);
        gt_buffer_fini(&above);
    }
    return same;
}

static void write_line(const struct gt_section *section, const struct layout *layout,
                       const struct gt_cell *cells, bool zh, struct gt_buffer *out)
{
    struct gt_buffer text = {0};
    for (size_t k = 0; k < section->n_heads; k++) {
        if (!layout->width[k])
            continue;
        gt_buffer_clear(&text);
        if (!cells)
            gt_buffer_text(&text, section->heads[k].title);
        else if (!is_repeated(section, cells, k))
            cell_text(&cells[k], true, zh, &text);
        write_field(gt_buffer_string(&text), layout->width[k], layout->right[k], k == layout->last,
                    out);
    }
    while (out->n && out->bytes[out->n - 1] == ' ')
        out->bytes[--out->n] = '\0';
    gt_buffer_text(out, "\n");
    gt_buffer_fini(&text);
}

static void write_text_section(const struct gt_section *section, bool zh, struct gt_buffer *out)
{
    size_t n = section->n_heads;
    struct layout layout = {.width = gt_xcalloc(n, sizeof(size_t)),
                            .right = gt_xcalloc(n, sizeof(bool))};
    for (size_t k = 0; k < n; k++)
        if (column_is_shown(section, k)) {
            layout.width[k] = column_cells(section, k, zh);
            layout.right[k] = column_is_numeric(section, k);
            layout.last = k;
        }
    if (section->title)
        gt_buffer_format(out, "%s\n", section->title);
    write_line(section, &layout, NULL, zh, out);
    for (size_t i = 0; i + n <= section->n_cells && n; i += n)
        write_line(section, &layout, section->cells + i, zh, out);
    free(layout.width);
    free(layout.right);
}

static void write_md_text(const char *text, struct gt_buffer *out)
{
    for (const char *p = text; *p; p++) {
        if (strchr("|\\<*_`[]&~", *p))
            gt_buffer_text(out, "\\");
        gt_buffer_add(out, *p == '\n' ? " " : p, 1);
    }
}

static void write_md_section(const struct gt_section *section, bool zh, struct gt_buffer *out)
{
    struct gt_buffer text = {0};
    if (section->title)
        gt_buffer_format(out, "### %s\n\n", section->title);
    for (size_t k = 0; k < section->n_heads; k++)
        if (column_is_shown(section, k)) {
            gt_buffer_text(out, "| ");
            write_md_text(section->heads[k].title, out);
            gt_buffer_text(out, " ");
        }
    gt_buffer_text(out, "|\n");
    for (size_t k = 0; k < section->n_heads; k++)
        if (column_is_shown(section, k))
            gt_buffer_text(out, column_is_numeric(section, k) ? "| ---: " : "| --- ");
    gt_buffer_text(out, "|\n");
    for (size_t i = 0; i < section->n_cells; i++) {
        size_t k = i % section->n_heads;
        if (column_is_shown(section, k)) {
            gt_buffer_clear(&text);
            cell_text(&section->cells[i], true, zh, &text);
            gt_buffer_text(out, "| ");
            write_md_text(gt_buffer_string(&text), out);
            gt_buffer_text(out, " ");
        }
        if (k + 1 == section->n_heads)
            gt_buffer_text(out, "|\n");
    }
    gt_buffer_fini(&text);
}

static void write_for_people(const struct gt_table *table, bool md, struct gt_buffer *out)
{
    bool zh = table->yes_no_zh;
    for (uint32_t i = 0; i < table->prose.n; i++)
        if (md) {
            write_md_text(table->prose.item[i], out);
            gt_buffer_text(out, "\n\n");
        } else {
            gt_buffer_format(out, "%s\n", table->prose.item[i]);
        }
    for (size_t i = 0; i < table->n_sections; i++) {
        const struct gt_section *section = &table->sections[i];
        bool empty = section->n_cells == 0;
        if (empty && !section->title && table->prose.n)
            continue; /* the words above say it */
        if (out->n && !(md && i == 0))
            gt_buffer_text(out, "\n");
        if (empty && section->title)
            gt_buffer_format(out, "%s%s%s%s\n", md ? "### " : "", section->title,
                             md ? "\n\n" : "\n", zh ? "（无）" : "(none)");
        else if (md)
            write_md_section(&table->sections[i], zh, out);
        else
            write_text_section(&table->sections[i], zh, out);
    }
}

/* --- for programs ------------------------------------------------------------------------------
 */

static void write_csv_text(const char *text, char separator, struct gt_buffer *out)
{
    bool quoted = separator == ',' && (strpbrk(text, ",\"\r\n") != NULL);
    if (quoted)
        gt_buffer_text(out, "\"");
    for (const char *p = text; *p; p++) {
        if (quoted && *p == '"')
            gt_buffer_text(out, "\"");
        bool breaks = separator == '\t' && (*p == '\t' || *p == '\n' || *p == '\r');
        gt_buffer_add(out, breaks ? " " : p, 1); /* TSV has no way to quote them */
    }
    if (quoted)
        gt_buffer_text(out, "\"");
}

/* The keys of all sections, each once, in order. */
static struct gt_texts all_keys(const struct gt_table *table, struct gt_arena *arena)
{
    struct gt_texts keys = {0};
    for (size_t i = 0; i < table->n_sections; i++)
        for (size_t k = 0; k < table->sections[i].n_heads; k++)
            gt_texts_add(&keys, table->sections[i].heads[k].key, arena);
    return keys;
}

static const struct gt_cell *cell_of_key(const struct gt_section *section,
                                         const struct gt_cell *row, const char *key)
{
    for (size_t k = 0; k < section->n_heads; k++)
        if (strcmp(section->heads[k].key, key) == 0)
            return &row[k];
    return NULL;
}

static void write_csv_row(const struct gt_section *section, const struct gt_cell *row,
                          const struct gt_texts *keys, char separator, struct gt_buffer *out)
{
    struct gt_buffer text = {0};
    for (uint32_t k = 0; k < keys->n; k++) {
        const struct gt_cell *cell = cell_of_key(section, row, keys->item[k]);
        gt_buffer_clear(&text);
        if (cell)
            cell_text(cell, false, false, &text);
        if (k)
            gt_buffer_add(out, &separator, 1);
        write_csv_text(gt_buffer_string(&text), separator, out);
    }
    gt_buffer_text(out, "\n");
    gt_buffer_fini(&text);
}

static void write_csv(const struct gt_table *table, char separator, struct gt_buffer *out)
{
    struct gt_arena arena = {0};
    struct gt_texts keys = all_keys(table, &arena);
    bool many = table->n_sections > 1;
    if (many)
        gt_buffer_format(out, "section%c", separator);
    for (uint32_t k = 0; k < keys.n; k++) {
        if (k)
            gt_buffer_add(out, &separator, 1);
        write_csv_text(keys.item[k], separator, out);
    }
    gt_buffer_text(out, "\n");
    for (size_t i = 0; i < table->n_sections; i++) {
        const struct gt_section *section = &table->sections[i];
        for (size_t c = 0; c + section->n_heads <= section->n_cells && section->n_heads;
             c += section->n_heads) {
            if (many)
                gt_buffer_format(out, "%s%c", section->key, separator);
            write_csv_row(section, section->cells + c, &keys, separator, out);
        }
    }
    gt_arena_fini(&arena);
}

/* --- for spreadsheets --------------------------------------------------------------------------
 */

/* A field of a spreadsheet's row; a text that it would take for a formula gets a ' in front (OWASP,
 * "CSV Injection"). */
static void write_sheet_text(const char *text, bool first, struct gt_buffer *out)
{
    struct gt_buffer safe = {0};
    gt_buffer_format(&safe, "%s%s", *text && strchr("=+-@\t\r", *text) ? "'" : "", text);
    if (!first)
        gt_buffer_text(out, ",");
    write_csv_text(gt_buffer_string(&safe), ',', out);
    gt_buffer_fini(&safe);
}

static void write_sheet_cell(const struct gt_cell *cell, bool zh, bool first, struct gt_buffer *out)
{
    struct gt_buffer text = {0};
    bool number = is_number(cell);
    cell_text(cell, !number, zh, &text);
    if (number)
        gt_buffer_format(out, "%s%s", first ? "" : ",", gt_buffer_string(&text));
    else
        write_sheet_text(gt_buffer_string(&text), first, out);
    gt_buffer_fini(&text);
}

/* One line of the columns that people are shown: their titles where there are no cells. */
static void write_sheet_line(const struct gt_section *section, const struct gt_cell *cells, bool zh,
                             struct gt_buffer *out)
{
    bool first = true;
    for (size_t k = 0; k < section->n_heads; k++) {
        if (!column_is_shown(section, k))
            continue;
        if (cells)
            write_sheet_cell(&cells[k], zh, first, out);
        else
            write_sheet_text(section->heads[k].title, first, out);
        first = false;
    }
    gt_buffer_text(out, "\r\n");
}

/* What people read, as CSV that spreadsheets open by a double click: a byte-order mark, or they
 * take UTF-8 for the system's old encoding; one block a section; all digits of numbers. */
static void write_sheet(const struct gt_table *table, struct gt_buffer *out)
{
    gt_buffer_text(out, "\xEF\xBB\xBF");
    for (uint32_t i = 0; i < table->prose.n; i++) {
        write_sheet_text(table->prose.item[i], true, out);
        gt_buffer_text(out, "\r\n");
    }
    for (size_t i = 0; i < table->n_sections; i++) {
        const struct gt_section *section = &table->sections[i];
        if (i || table->prose.n)
            gt_buffer_text(out, "\r\n");
        if (section->title) {
            write_sheet_text(section->title, true, out);
            gt_buffer_text(out, "\r\n");
        }
        write_sheet_line(section, NULL, table->yes_no_zh, out);
        for (size_t c = 0; c < section->n_cells; c += section->n_heads)
            write_sheet_line(section, section->cells + c, table->yes_no_zh, out);
    }
}

/* --- JSON --------------------------------------------------------------------------------------
 */

static void write_json_cell(const struct gt_cell *cell, struct gt_json *json)
{
    switch (cell->kind) {
    case GT_CELL_NONE:
        gt_json_null(json);
        break;
    case GT_CELL_TEXT:
        gt_json_text(json, cell->code ? cell->code : cell->text);
        break;
    case GT_CELL_NUMBER:
        gt_json_number(json, cell->number);
        break;
    case GT_CELL_UINT:
        gt_json_uint(json, cell->uint);
        break;
    case GT_CELL_BOOL:
        gt_json_bool(json, cell->uint != 0);
        break;
    case GT_CELL_LIST:
        gt_json_array_begin(json);
        for (uint32_t i = 0; i < listed_codes(cell)->n; i++)
            gt_json_text(json, listed_codes(cell)->item[i]);
        gt_json_array_end(json);
        break;
    }
}

static void write_json_rows(const struct gt_table *table, struct gt_json *json)
{
    gt_json_key(json, "rows");
    gt_json_array_begin(json);
    for (size_t i = 0; i < table->n_sections; i++) {
        const struct gt_section *section = &table->sections[i];
        for (size_t c = 0; c < section->n_cells; c++) {
            size_t k = c % section->n_heads;
            if (k == 0) {
                gt_json_inline_next(json);
                gt_json_object_begin(json);
                if (table->n_sections > 1) {
                    gt_json_key(json, "section");
                    gt_json_text(json, section->key);
                }
            }
            gt_json_key(json, section->heads[k].key);
            write_json_cell(&section->cells[c], json);
            if (k + 1 == section->n_heads)
                gt_json_object_end(json);
        }
    }
    gt_json_array_end(json);
}

static void write_json(const struct gt_table *table, const struct gt_view *view,
                       const struct gt_stamp *stamp, struct gt_buffer *out)
{
    struct gt_json json = GT_JSON(out, 1);
    gt_json_object_begin(&json);
    gt_json_key(&json, "command");
    gt_json_text(&json, table->command);
    gt_json_key(&json, "view");
    if (view) {
        gt_json_object_begin(&json);
        gt_view_describe(view, &json);
        gt_json_object_end(&json);
    } else {
        gt_json_null(&json);
    }
    gt_json_key(&json, "stamp");
    gt_stamp_write(stamp, &json);
    if (table->prose.n) {
        gt_json_key(&json, "summary");
        gt_json_array_begin(&json);
        for (uint32_t i = 0; i < table->prose.n; i++)
            gt_json_text(&json, table->prose.item[i]);
        gt_json_array_end(&json);
    }
    write_json_rows(table, &json);
    gt_json_object_end(&json);
}

void gt_table_write(const struct gt_table *table, enum gt_table_format format,
                    const struct gt_view *view, const struct gt_stamp *stamp, struct gt_buffer *out)
{
    switch (format) {
    case GT_TABLE_TEXT:
    case GT_TABLE_MD:
        write_for_people(table, format == GT_TABLE_MD, out);
        break;
    case GT_TABLE_CSV:
        write_csv(table, ',', out);
        break;
    case GT_TABLE_TSV:
        write_csv(table, '\t', out);
        break;
    case GT_TABLE_EXCEL:
        write_sheet(table, out);
        break;
    case GT_TABLE_JSON:
        write_json(table, view, stamp, out);
        break;
    case GT_TABLE_FORMATS:
        break;
    }
}
