/* column.c: pages of a PDF that are set in columns.
 *
 * How it works: a reader gives lines in reading order, so a column to the right begins where the
 * next line stands much higher on the page, and further right. Its lines are moved to the margin
 * of the document, as if there were one column: indents and right edges then tell paragraphs as
 * they do elsewhere, and a paragraph goes on from one column to the next. Only the measures of
 * lines change; furniture counts for nothing. */
#include "base/memory.h"
#include "read/reader.h"

#include <stdlib.h>

enum {
    RISE = 100,     /* thousandths of the page's height by which a new column begins higher, */
    NARROWEST = 12, /* cells by which it begins further right than the margin, */
    FEWEST = 3,     /* lines that it has at least; */
    MARGINS = 400   /* cells of the widest margin */
};

/* The left margin: the smallest indent that a fifth of the lines do not fall short of. */
static uint32_t left_margin(const struct gt_raw *raw)
{
    uint32_t *count = gt_xcalloc(MARGINS, sizeof *count), lines = 0, sum = 0, margin = 0;
    for (uint32_t i = 0; i < raw->n; i++) {
        if (raw->lines[i].furniture || raw->lines[i].indent >= MARGINS)
            continue;
        count[raw->lines[i].indent]++;
        lines++;
    }
    while (margin + 1 < MARGINS && (sum += count[margin]) <= lines / 5)
        margin++;
    free(count);
    return margin;
}

static bool begins_column(const struct gt_raw_line *before, const struct gt_raw_line *line,
                          uint32_t margin)
{
    return line->page == before->page && line->top < before->top &&
           before->top - line->top > RISE && line->indent >= margin + NARROWEST;
}

/* Moves the lines [first, end) of a column to the margin: by the least indent that is near that of
 * its first line; lines further left belong to no column. */
static void move_column(struct gt_raw *raw, uint32_t first, uint32_t end, uint32_t margin)
{
    uint32_t left = raw->lines[first].indent, n = 0, near = left - NARROWEST / 2;
    for (uint32_t i = first; i < end; i++) {
        const struct gt_raw_line *line = &raw->lines[i];
        if (line->furniture || line->indent < near)
            continue;
        n++;
        left = line->indent < left ? line->indent : left;
    }
    for (uint32_t i = first; i < end && n >= FEWEST; i++) {
        struct gt_raw_line *line = &raw->lines[i];
        if (line->furniture || line->indent < near)
            continue;
        line->indent -= left - margin;
        line->extent -= line->extent > left - margin ? left - margin : line->extent;
    }
}

void gt_columns_align(struct gt_raw *raw)
{
    uint32_t margin = left_margin(raw), before = GT_NONE, column = GT_NONE;
    for (uint32_t i = 0; i < raw->n; i++) {
        if (raw->lines[i].furniture)
            continue;
        const struct gt_raw_line *last = before == GT_NONE ? NULL : &raw->lines[before];
        bool begins = last && begins_column(last, &raw->lines[i], margin);
        bool ends = begins || (last && last->page != raw->lines[i].page);
        if (ends && column != GT_NONE) {
            move_column(raw, column, i, margin);
            column = GT_NONE;
        }
        if (begins)
            column = i;
        before = i;
    }
    if (column != GT_NONE)
        move_column(raw, column, raw->n, margin);
}
