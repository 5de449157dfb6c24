/* furniture.c: page numbers, running headers and footers of a PDF, which are no text.
 *
 * How it works: only the outer lines of a page within its margins are looked at. A page number is a
 * line of nothing else (12, — 3 —, 第 3 页 共 5 页, 3/5, Page 3 of 5) whose number goes with the
 * page. A running line is one that stands at the same height, with the same words once digits are
 * made equal, on enough of the pages; those of left and right pages may differ. A letter-head,
 * which the first page alone has, stays. */
#include "base/memory.h"
#include "base/utf8.h"
#include "read/reader.h"

#include <string.h>

enum {
    OUTER = 3,           /* lines from the top and the bottom of a page that may be furniture */
    MARGIN_TOP = 150,    /* thousandths of the height: what begins above, */
    MARGIN_BOTTOM = 850, /* or below, is in a margin */
    SAME_HEIGHT = 12,    /* thousandths by which a running line may move */
    SHARE = 40,          /* per cent of the pages that a running line is on; two at least */
    NUMBER_BYTES = 48,   /* of a page number at most */
    OFFSET = 50          /* pages in front of a document's first that its numbers may count */
};

/* A line that may be furniture. */
struct candidate {
    uint32_t line, top; /* its number in raw->lines, and height */
    const char *shape;  /* its text without white space, digits as # */
};

/* --- page numbers ------------------------------------------------------------------------------
 */

/* Reads the digits at *p, full-width ones too; false when there are none. */
static bool read_number(const char **p, const char *end, uint32_t *number)
{
    bool any = false;
    *number = 0;
    while (*p < end) {
        const char *next = *p;
        uint32_t code = gt_utf8_next(&next);
        if (code >= 0xFF10 && code <= 0xFF19)
            code = code - 0xFF10 + '0';
        if (code < '0' || code > '9')
            break;
        *number = *number < 100000 ? *number * 10 + (code - '0') : *number;
        any = true;
        *p = next;
    }
    return any;
}

/* Passes over blanks and dashes, and returns whether the rest begins with a word; then over it. */
static bool pass_word(const char **p, const char *end, const char *word)
{
    size_t n = strlen(word);
    if ((size_t)(end - *p) < n || strncasecmp(*p, word, n) != 0)
        return false;
    *p += n;
    return true;
}

static void pass_marks(const char **p, const char *end)
{
    static const char *const marks[] = {"-", "—", "–", "－", "―",  "─", "_", "·", "•", "~",
                                        "|", "(", ")", "（", "）", "[", "]", ".", "‐"};
    for (bool passed = true; passed && *p < end;) {
        const char *next = *p;
        passed = false;
        if (gt_code_is_space(gt_utf8_next(&next))) {
            *p = next;
            passed = true;
        }
        for (size_t i = 0; i < sizeof marks / sizeof *marks && !passed; i++)
            passed = pass_word(p, end, marks[i]);
    }
}

/* True for a page number; *number is it, *bare says that nothing else is there. */
static bool is_page_number(const struct gt_raw_line *line, uint32_t *number, bool *bare)
{
    const char *p = line->text, *end = p + line->n;
    uint32_t all;
    if (line->n > NUMBER_BYTES)
        return false;
    pass_marks(&p, end);
    if (pass_word(&p, end, "第") || pass_word(&p, end, "page"))
        pass_marks(&p, end);
    *bare = p == line->text;
    if (!read_number(&p, end, number))
        return false;
    *bare = *bare && p == end;
    pass_marks(&p, end);
    pass_word(&p, end, "页");
    pass_marks(&p, end);
    if (pass_word(&p, end, "/") || pass_word(&p, end, "／") || pass_word(&p, end, "of") ||
        pass_word(&p, end, "共") || pass_word(&p, end, "，共")) {
        pass_marks(&p, end);
        if (!read_number(&p, end, &all))
            return false;
        pass_marks(&p, end);
        pass_word(&p, end, "页");
        pass_marks(&p, end);
    }
    return p == end;
}

/* --- running lines -----------------------------------------------------------------------------
 */

/* The text without white space, with every digit as #. */
static const char *shape_of(const struct gt_raw_line *line, struct gt_arena *arena)
{
    struct gt_buffer shape = {0};
    const char *p = line->text, *end = p + line->n;
    while (p < end) {
        const char *start = p;
        uint32_t code = gt_utf8_next(&p);
        if ((code >= '0' && code <= '9') || (code >= 0xFF10 && code <= 0xFF19))
            gt_buffer_text(&shape, "#");
        else if (!gt_code_is_space(code))
            gt_buffer_add(&shape, start, (size_t)(p - start));
    }
    const char *kept = gt_arena_text(arena, gt_buffer_string(&shape), shape.n);
    gt_buffer_fini(&shape);
    return kept;
}

struct page_edges {
    struct candidate *items;
    size_t n, room;
};

static void add_candidate(struct page_edges *edges, struct gt_raw *raw, uint32_t line)
{
    edges->items = gt_xgrow(edges->items, edges->n, &edges->room, sizeof *edges->items);
    edges->items[edges->n++] =
        (struct candidate){line, raw->lines[line].top, shape_of(&raw->lines[line], &raw->arena)};
}

static bool in_margin(const struct gt_raw_line *line)
{
    return line->top < MARGIN_TOP || line->top > MARGIN_BOTTOM;
}

/* How many lines of its page [first, end) lie further out, OUTER at most: above a line of the top
 * margin, or below one of the bottom margin. */
static uint32_t lines_outside(const struct gt_raw *raw, uint32_t first, uint32_t end, uint32_t line)
{
    uint32_t n = 0, top = raw->lines[line].top;
    for (uint32_t i = first; i < end && n < OUTER; i++)
        n += top < MARGIN_TOP ? raw->lines[i].top < top : raw->lines[i].top > top;
    return n;
}

/* The outer lines of all pages; poppler's order of reading need not be from above. */
static void gather(struct page_edges *edges, struct gt_raw *raw)
{
    uint32_t first = 0;
    while (first < raw->n) {
        uint32_t end = first;
        while (end < raw->n && raw->lines[end].page == raw->lines[first].page)
            end++;
        for (uint32_t i = first; i < end; i++)
            if (in_margin(&raw->lines[i]) && lines_outside(raw, first, end, i) < OUTER)
                add_candidate(edges, raw, i);
        first = end;
    }
}

/* By shape, then height, then page. */
static int compare(const void *a, const void *b)
{
    const struct candidate *x = a, *y = b;
    int shape = strcmp(x->shape, y->shape);
    if (shape != 0)
        return shape;
    if (x->top != y->top)
        return x->top < y->top ? -1 : 1;
    return x->line < y->line ? -1 : x->line > y->line;
}

static void mark_running(struct page_edges *edges, struct gt_raw *raw)
{
    uint32_t enough = (raw->n_pages * SHARE + 99) / 100;
    enough = enough < 2 ? 2 : enough;
    qsort(edges->items, edges->n, sizeof *edges->items, compare);
    for (size_t first = 0, end; first < edges->n; first = end) {
        const struct candidate *group = &edges->items[first];
        for (end = first; end < edges->n; end++)
            if (strcmp(edges->items[end].shape, group->shape) != 0 ||
                edges->items[end].top - group->top > SAME_HEIGHT)
                break;
        for (size_t i = first; i < end && end - first >= enough; i++)
            raw->lines[edges->items[i].line].furniture = true;
    }
}

/* Marks page numbers: those with dashes or words about them, and bare ones that count as the pages
 * do, from the document's first page or from another (then twice at least). */
static void mark_numbers(const struct page_edges *edges, struct gt_raw *raw)
{
    uint32_t count[2 * OFFSET + 1] = {0};
    count[OFFSET] = 2;
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < edges->n; i++) {
            struct gt_raw_line *line = &raw->lines[edges->items[i].line];
            uint32_t number;
            bool bare;
            if (!is_page_number(line, &number, &bare))
                continue;
            uint32_t offset = number + OFFSET - line->page; /* wraps below to what is too large */
            if (pass == 0 && offset <= 2 * OFFSET)
                count[offset]++;
            else if (pass == 1 && (!bare || (offset <= 2 * OFFSET && count[offset] >= 2)))
                line->furniture = true;
        }
}

/* Two pages with the same line and nothing else have no furniture: it is all that they say. */
static void keep_something(struct gt_raw *raw)
{
    for (uint32_t i = 0; i < raw->n; i++)
        if (!raw->lines[i].furniture)
            return;
    for (uint32_t i = 0; i < raw->n; i++)
        raw->lines[i].furniture = false;
}

void gt_furniture_mark(struct gt_raw *raw)
{
    struct page_edges edges = {0};
    gather(&edges, raw);
    if (edges.n) {
        mark_numbers(&edges, raw);
        mark_running(&edges, raw);
        keep_something(raw);
    }
    free(edges.items);
}
