/* paragraph.c: where paragraphs start in a text whose lines were broken to a width.
 *
 * How it works: the width of the page shows as the most frequent right edge of the lines. A line
 * that ends well before it ends its paragraph; a full one goes on in the next, unless it ends a
 * sentence and the next line is indented, numbered (一、（二）3.), or as short as the first line of
 * a paragraph is once its indent of two characters was lost. In a text without such an edge each
 * line is a paragraph, except those that stop in mid-sentence. A wrong join is only possible behind
 * a full stop, where the sentence ends anyway. */
#include "read/paragraph.h"

#include "base/utf8.h"
#include "read/opener.h"

#include <string.h>

enum {
    NARROWEST = 24, /* cells of the narrowest page, */
    WIDEST = 160,   /* and of the widest */
    SLACK = 6,      /* cells by which a full line may end early: an indent lost, and rules of line
                       breaking that push a character or a Latin word on */
    INDENT = 3,     /* cells that are an indent */
    EDGE_LINES = 3, /* lines at least end at an edge, */
    EDGE_SHARE = 4, /* and one line in so many */
    SENTENCE = 40   /* cells of a line that stops in mid-sentence where there is no edge */
};

/* The most frequent right edge, 0 when lines are not broken to a width. Edges differ by the width
 * of a character that may not begin a line, so neighbours count. */
static uint32_t right_edge(const struct gt_raw *raw)
{
    uint32_t count[WIDEST + 4] = {0}, best = 0, most = 0, lines = 0;
    for (uint32_t i = 0; i < raw->n; i++) {
        if (raw->lines[i].furniture)
            continue;
        lines++;
        if (raw->lines[i].extent <= WIDEST)
            count[raw->lines[i].extent]++;
    }
    for (uint32_t e = NARROWEST; e <= WIDEST; e++) {
        uint32_t n = count[e] + count[e + 1] + count[e + 2];
        if (n > most) {
            most = n;
            best = e;
        }
    }
    return most >= EDGE_LINES && most >= lines / EDGE_SHARE ? best : 0;
}

/* The left margin: the smallest indent that is frequent. */
static uint32_t left_margin(const struct gt_raw *raw)
{
    uint32_t count[WIDEST] = {0}, lines = 0, sum = 0;
    for (uint32_t i = 0; i < raw->n; i++) {
        const struct gt_raw_line *line = &raw->lines[i];
        if (line->furniture || line->indent >= WIDEST)
            continue;
        count[line->indent]++;
        lines++;
    }
    for (uint32_t i = 0; i < WIDEST; i++) {
        sum += count[i];
        if (sum > lines / 5)
            return i;
    }
    return 0;
}

/* The last code point of a line, 0 without one. */
static uint32_t last_code(const struct gt_raw_line *line)
{
    const char *p = line->text + line->n;
    if (line->n == 0)
        return 0;
    do
        p--;
    while (p > line->text && ((unsigned char)*p & 0xC0) == 0x80);
    return gt_utf8_next(&p);
}

/* True for what ends a sentence, or an address (委员：), a closing mark behind it included. */
static bool ends_sentence(const struct gt_raw_line *line)
{
    switch (last_code(line)) {
    case 0x3002: /* 。 */
    case 0xFF01: /* ！ */
    case 0xFF1F: /* ？ */
    case 0xFF1B: /* ； */
    case 0xFF1A: /* ： */
    case '!':
    case '?':
    case ';':
    case ':':
    case '.':
        return true;
    default:
        return false;
    }
}

static bool holds(const struct gt_raw_line *line, const char *text)
{
    return memmem(line->text, line->n, text, strlen(text)) != NULL;
}

static bool has_inner_stop(const struct gt_raw_line *line)
{
    return holds(line, "，") || holds(line, "。") || holds(line, "；") || holds(line, "：") ||
           holds(line, "、");
}

/* What the lines of a document have in common, and what the paragraph at hand is like so far. */
struct shape {
    uint32_t edge, margin;
    bool indented; /* first lines of paragraphs still show their indent */
    bool prose;    /* the paragraph has a full stop: it is no heading, nor contacts */
};

static bool is_indented(const struct shape *shape, const struct gt_raw_line *line)
{
    return line->indent >= shape->margin + INDENT;
}

/* As wide as a first line is whose indent was lost. */
static bool lost_indent(const struct shape *shape, const struct gt_raw_line *line)
{
    return !shape->indented && line->extent + 3 <= shape->edge + 1 &&
           line->extent + SLACK >= shape->edge;
}

/* A numbered heading that fills its line: 一、… without any stop behind the number. */
static bool is_full_heading(const struct gt_raw_line *line)
{
    size_t opener = gt_opener_length(line->text, line->n);
    struct gt_raw_line rest = {.text = line->text + opener, .n = line->n - opener};
    return opener && !has_inner_stop(&rest);
}

bool gt_paragraph_is_open(const struct gt_raw_line *line)
{
    return line->extent >= SENTENCE && !ends_sentence(line) && !is_full_heading(line);
}

/* A short line that stops in mid-sentence, below other lines of its paragraph: something broke it.
 */
static bool is_broken_off(const struct shape *shape, const struct gt_raw_line *before,
                          const struct gt_raw_line *line)
{
    return shape->prose && !before->starts && !ends_sentence(before) && !is_indented(shape, line) &&
           gt_opener_length(line->text, line->n) == 0;
}

static bool starts_new(const struct shape *shape, const struct gt_raw_line *before,
                       const struct gt_raw_line *line)
{
    if (line->kind != before->kind)
        return true;
    if (shape->edge == 0)
        return !gt_paragraph_is_open(before) || gt_opener_length(line->text, line->n) > 0;
    if (before->extent + SLACK < shape->edge)
        return !is_broken_off(shape, before, line);
    if (is_indented(shape, line) && (ends_sentence(before) || shape->indented))
        return true;
    if (!ends_sentence(before))
        return is_full_heading(before) &&
               (lost_indent(shape, line) || gt_opener_length(line->text, line->n) > 0);
    bool short_line = line->extent + SLACK < shape->edge && !ends_sentence(line); /* a signature */
    return short_line || gt_opener_length(line->text, line->n) > 0 || lost_indent(shape, line);
}

void gt_paragraphs_guess(struct gt_raw *raw)
{
    struct shape shape = {.edge = right_edge(raw), .margin = left_margin(raw)};
    const struct gt_raw_line *before = NULL;
    uint32_t indented = 0, lines = 0;
    for (uint32_t i = 0; i < raw->n; i++) {
        if (raw->lines[i].furniture)
            continue;
        lines++;
        indented += is_indented(&shape, &raw->lines[i]);
    }
    shape.indented = indented * 20 >= lines; /* of twenty lines one begins a paragraph */
    for (uint32_t i = 0; i < raw->n; i++) {
        struct gt_raw_line *line = &raw->lines[i];
        if (line->furniture)
            continue;
        line->starts = line->starts || !before || starts_new(&shape, before, line);
        shape.prose = (shape.prose && !line->starts) || holds(line, "。");
        before = line;
    }
}
