/* table.c: gathering rows. */
#include "cli/table.h"

#include "base/memory.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

const char *const gt_table_format_names[GT_TABLE_FORMATS] = {
#define TABLE_FORMAT(id, name, ...) [GT_TABLE_##id] = (name),
#include "cli/table_format.def"
#undef TABLE_FORMAT
};

enum gt_table_format gt_table_format_of_file(const char *path)
{
    static const char *const ending[GT_TABLE_FORMATS] = {
#define TABLE_FORMAT(id, name, ending_, what) [GT_TABLE_##id] = (ending_),
#include "cli/table_format.def"
#undef TABLE_FORMAT
    };
    size_t n = strlen(path);
    for (int i = 0; i < GT_TABLE_FORMATS; i++) {
        size_t m = strlen(ending[i]);
        if (m && n > m && strcasecmp(path + n - m, ending[i]) == 0)
            return (enum gt_table_format)i;
    }
    return GT_TABLE_TEXT;
}

void gt_table_fini(struct gt_table *table)
{
    for (size_t i = 0; i < table->n_sections; i++) {
        free(table->sections[i].heads);
        free(table->sections[i].cells);
    }
    free(table->sections);
    gt_arena_fini(&table->arena);
    *table = (struct gt_table){0};
}

__attribute__((format(printf, 2, 0))) static const char *format_text(struct gt_arena *arena,
                                                                     const char *format, va_list ap)
{
    va_list again;
    va_copy(again, ap);
    int n = vsnprintf(NULL, 0, format, ap);
    char *text = gt_arena_alloc(arena, n < 0 ? 1 : (size_t)n + 1);
    if (n >= 0)
        vsnprintf(text, (size_t)n + 1, format, again);
    va_end(again);
    return text;
}

void gt_table_say(struct gt_table *table, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    gt_texts_add(&table->prose, format_text(&table->arena, format, ap), &table->arena);
    va_end(ap);
}

void gt_table_section(struct gt_table *table, const char *key, const char *title)
{
    table->sections = gt_xgrow(table->sections, table->n_sections, &table->room_sections,
                               sizeof *table->sections);
    table->sections[table->n_sections++] = (struct gt_section){.key = key, .title = title};
}

static struct gt_section *last_section(struct gt_table *table)
{
    if (table->n_sections == 0)
        gt_table_section(table, "rows", NULL);
    return &table->sections[table->n_sections - 1];
}

void gt_table_head(struct gt_table *table, const char *key, const char *title)
{
    struct gt_section *section = last_section(table);
    section->heads =
        gt_xgrow(section->heads, section->n_heads, &section->room_heads, sizeof *section->heads);
    section->heads[section->n_heads++] = (struct gt_head){.key = key, .title = title};
}

void gt_table_head_grouped(struct gt_table *table, const char *key, const char *title)
{
    gt_table_head(table, key, title);
    struct gt_section *section = last_section(table);
    section->heads[section->n_heads - 1].grouped = true;
}

static void add_cell(struct gt_table *table, struct gt_cell cell)
{
    struct gt_section *section = last_section(table);
    section->cells =
        gt_xgrow(section->cells, section->n_cells, &section->room_cells, sizeof *section->cells);
    section->cells[section->n_cells++] = cell;
}

void gt_table_text(struct gt_table *table, const char *text)
{
    add_cell(table, (struct gt_cell){.kind = text ? GT_CELL_TEXT : GT_CELL_NONE, .text = text});
}

void gt_table_number(struct gt_table *table, double number)
{
    enum gt_cell_kind kind = isnan(number) ? GT_CELL_NONE : GT_CELL_NUMBER;
    add_cell(table, (struct gt_cell){.kind = kind, .number = number});
}

void gt_table_uint(struct gt_table *table, uint64_t number)
{
    add_cell(table, (struct gt_cell){.kind = GT_CELL_UINT, .uint = number});
}

void gt_table_bool(struct gt_table *table, bool value)
{
    add_cell(table, (struct gt_cell){.kind = GT_CELL_BOOL, .uint = value});
}

void gt_table_list(struct gt_table *table, const struct gt_texts *list)
{
    add_cell(table, (struct gt_cell){.kind = GT_CELL_LIST, .list = *list});
}

void gt_table_word(struct gt_table *table, const char *code, const char *title)
{
    add_cell(table, (struct gt_cell){.kind = GT_CELL_TEXT, .text = title, .code = code});
}

void gt_table_words(struct gt_table *table, const struct gt_texts *codes,
                    const struct gt_texts *titles)
{
    add_cell(table, (struct gt_cell){.kind = GT_CELL_LIST, .list = *titles, .codes = *codes});
}

void gt_table_format(struct gt_table *table, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    gt_table_text(table, format_text(&table->arena, format, ap));
    va_end(ap);
}
