/* table.h: results as rows, written as an aligned table, CSV, TSV, JSON or Markdown.
 *
 * A table has one or more sections, each with its own columns. JSON has all rows in one list, a
 * row's section under "section" where there are several; CSV and TSV have the columns of all
 * sections side by side. Texts are borrowed: they live as long as the table. */
#ifndef GT_CLI_TABLE_H
#define GT_CLI_TABLE_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "graph/stamp.h"

#include <stdbool.h>
#include <stdint.h>

enum gt_table_format {
#define TABLE_FORMAT(id, ...) GT_TABLE_##id,
#include "cli/table_format.def"
#undef TABLE_FORMAT
    GT_TABLE_FORMATS
};

extern const char *const gt_table_format_names[GT_TABLE_FORMATS];

/* The format that the ending of a file's name stands for, case aside; GT_TABLE_TEXT for others. */
enum gt_table_format gt_table_format_of_file(const char *path);

enum gt_cell_kind {
    GT_CELL_NONE,
    GT_CELL_TEXT,
    GT_CELL_NUMBER,
    GT_CELL_UINT,
    GT_CELL_BOOL,
    GT_CELL_LIST
};

struct gt_cell {
    enum gt_cell_kind kind;
    const char *text; /* as people read it */
    const char *code; /* as programs read it; null: text */
    double number;
    uint64_t uint;
    struct gt_texts list, codes; /* codes empty: list */
};

struct gt_head {
    const char *key;   /* in JSON, CSV and TSV */
    const char *title; /* in tables and Markdown; null: only in data formats */
    bool grouped;      /* in tables blank where it is the same as in the row above, and so is every
                          grouped column before it */
};

struct gt_section {
    const char *key, *title; /* title null: no heading */
    struct gt_head *heads;
    struct gt_cell *cells; /* row by row */
    size_t n_heads, n_cells, room_heads, room_cells;
};

struct gt_table {
    const char *command;
    struct gt_section *sections;
    size_t n_sections, room_sections;
    struct gt_texts prose; /* lines that say the finding in words */
    struct gt_arena arena;
    bool yes_no_zh; /* words for booleans in tables */
};

void gt_table_fini(struct gt_table *table);

/* A line in words above the sections (tables, Markdown; "summary" in JSON). Copied. */
void gt_table_say(struct gt_table *table, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Opens a section; then its columns; then cells, row by row. */
void gt_table_section(struct gt_table *table, const char *key, const char *title);
void gt_table_head(struct gt_table *table, const char *key, const char *title);
void gt_table_head_grouped(struct gt_table *table, const char *key, const char *title);

void gt_table_text(struct gt_table *table, const char *text); /* null is an empty cell */
void gt_table_number(struct gt_table *table, double number);  /* NAN is an empty cell */
void gt_table_uint(struct gt_table *table, uint64_t number);
void gt_table_bool(struct gt_table *table, bool value);
void gt_table_list(struct gt_table *table, const struct gt_texts *list);

/* A word of a vocabulary: its code in data formats, which no language changes; its title for
 * people. The same for lists. */
void gt_table_word(struct gt_table *table, const char *code, const char *title);
void gt_table_words(struct gt_table *table, const struct gt_texts *codes,
                    const struct gt_texts *titles);

/* A formatted text in a cell; copied. */
void gt_table_format(struct gt_table *table, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Adds the whole table to `out` in a format. JSON says what was measured under "view" (null where
 * there is no view) and how under "stamp". */
void gt_table_write(const struct gt_table *table, enum gt_table_format format,
                    const struct gt_view *view, const struct gt_stamp *stamp,
                    struct gt_buffer *out);

#endif
