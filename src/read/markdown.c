/* markdown.c: the text of a Markdown file, as a reader of the page sees it.
 *
 * How it works: CommonMark's blocks that a line shows by itself (headings, items, quotes, rules,
 * fences, tables, comments, front matter) and its inline marks, line by line, so that each keeps
 * its number. Not read: nesting, emphasis over a line's end, reference links (their words stay).
 * Lines of a paragraph may be broken anywhere; one that ends a sentence ends the paragraph too,
 * since many write that way. */
#include "base/memory.h"
#include "base/utf8.h"
#include "read/paragraph.h"
#include "read/plain.h"

#include <string.h>

enum { FENCE = 3, HEADING_MARKS = 6, ITEM_DIGITS = 9 };

/* Most bytes of a link's words, of its address, of a tag: longer ones are text, so that no line
 * takes more than linear time. */
enum { LINK_WITHIN = 1000 };

struct markdown {
    struct gt_raw *raw;
    struct gt_buffer line; /* the line without its marks */
    bool blank;            /* the line before was blank: a paragraph starts */
    bool comment;          /* within a comment of several lines */
    bool in_link;          /* whose words hold no other link */
    char fence;            /* within fenced code: the character of its fence */
    size_t fence_length;
};

/* --- marks within a line -----------------------------------------------------------------------
 */

static const struct entity {
    const char *name, *text;
} entities[] = {
    {"&nbsp;", " "}, {"&ensp;", " "},  {"&emsp;", " "},  {"&amp;", "&"},   {"&lt;", "<"},
    {"&gt;", ">"},   {"&quot;", "\""}, {"&ldquo;", "“"}, {"&rdquo;", "”"}, {"&middot;", "·"},
};

static const char *take_entity(struct markdown *md, const char *p)
{
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++) {
        size_t n = strlen(entities[i].name);
        if (strncmp(p, entities[i].name, n) == 0) {
            gt_buffer_text(&md->line, entities[i].text);
            return p + n;
        }
    }
    gt_buffer_add(&md->line, p, 1);
    return p + 1;
}

static void take_inline(struct markdown *md, const char *p, const char *end);

/* [words](address) and ![words](address): the words of a link stay, a picture goes. Returns null
 * when it is neither, as in 〔2024〕 written [2024]. */
static const char *take_link(struct markdown *md, const char *p, const char *end)
{
    bool picture = *p == '!';
    const char *open = p + picture, *close = open;
    int depth = 0;
    if (md->in_link)
        return NULL;
    end = end - p > LINK_WITHIN ? p + LINK_WITHIN : end;
    do {
        depth += *close == '[' ? 1 : *close == ']' ? -1 : 0;
        close++;
    } while (close < end && depth > 0);
    if (depth > 0)
        return NULL;
    if (open[1] == '^') /* the mark of a footnote */
        return close;
    if (close == end || *close != '(')
        return NULL;
    const char *behind = memchr(close, ')', (size_t)(end - close));
    if (!behind)
        return NULL;
    md->in_link = true;
    if (!picture)
        take_inline(md, open + 1, close - 1);
    md->in_link = false;
    return behind + 1;
}

/* <br>, </b>, <!-- -->, <https://…>: tags go, addresses stay without their brackets. Null when it
 * is none, as in 3<5. */
static const char *take_tag(struct markdown *md, const char *p, const char *end)
{
    end = end - p > LINK_WITHIN ? p + LINK_WITHIN : end;
    const char *close = memchr(p, '>', (size_t)(end - p));
    if (!close || !(strchr("/!", p[1]) || (p[1] | 32) >= 'a') || (p[1] | 32) > 'z')
        return NULL;
    if (memmem(p, (size_t)(close - p), "://", 3))
        gt_buffer_add(&md->line, p + 1, (size_t)(close - p - 1));
    else
        gt_buffer_text(&md->line, " ");
    return close + 1;
}

static bool is_word(unsigned char byte)
{
    return (byte >= '0' && byte <= '9') || ((byte | 32) >= 'a' && (byte | 32) <= 'z') ||
           byte == '_';
}

/* How many bytes of a run of * _ ~ ` are marks; 0 when they are text, as in 5*6 and a_b. */
static size_t mark_length(const char *start, const char *p, const char *end)
{
    size_t n = 1;
    while (p + n < end && p[n] == *p)
        n++;
    bool before = p > start && is_word((unsigned char)p[-1]);
    bool behind = p + n < end && is_word((unsigned char)p[n]);
    switch (*p) {
    case '*': /* a single one is a mark when there is another */
        return n > 1 || (!(before && behind) &&
                         (memchr(p + n, '*', (size_t)(end - p) - n) ||
                          (p > start && memchr(start, '*', (size_t)(p - start)))))
                   ? n
                   : 0;
    case '_':
        return before && behind ? 0 : n;
    case '~':
        return n == 2 ? n : 0;
    default:
        return n; /* ` */
    }
}

static void take_inline(struct markdown *md, const char *p, const char *end)
{
    const char *start = p;
    while (p < end) {
        const char *next = NULL;
        size_t marks = strchr("*_~`", *p) ? mark_length(start, p, end) : 0;
        if (marks)
            next = p + marks;
        else if (*p == '\\' && p + 1 < end && strchr("\\`*_{}[]()#+-.!|<>~&", p[1]))
            gt_buffer_add(&md->line, p + 1, 1), next = p + 2;
        else if (*p == '[' || (*p == '!' && p + 1 < end && p[1] == '['))
            next = take_link(md, p, end);
        else if (*p == '<' && p + 1 < end)
            next = take_tag(md, p, end);
        else if (*p == '&')
            next = take_entity(md, p);
        if (!next) {
            gt_buffer_add(&md->line, p, 1);
            next = p + 1;
        }
        p = next;
    }
}

/* --- blocks ------------------------------------------------------------------------------------
 */

/* How often a byte stands at p, before end. */
static size_t run_of(const char *p, const char *end, char byte)
{
    size_t n = 0;
    while (p + n < end && p[n] == byte)
        n++;
    return n;
}

static const char *skip_blanks(const char *p, const char *end)
{
    while (p < end && (*p == ' ' || *p == '\t'))
        p++;
    return p;
}

/* True for a line of one mark only, at least n times, blanks aside: *** --- === */
static bool is_ruled(const char *p, const char *end, char mark, size_t n)
{
    size_t marks = 0;
    for (; p < end; p++) {
        if (*p == mark)
            marks++;
        else if (*p != ' ' && *p != '\t')
            return false;
    }
    return marks >= n;
}

static bool is_rule(const char *p, const char *end)
{
    return is_ruled(p, end, '-', 3) || is_ruled(p, end, '*', 3) || is_ruled(p, end, '_', 3);
}

/* True for |---|:---:| below the head of a table. */
static bool is_table_rule(const char *p, const char *end)
{
    bool bar = false, dash = false;
    for (; p < end; p++) {
        if (!strchr("|-: \t", *p))
            return false;
        bar |= *p == '|';
        dash |= *p == '-';
    }
    return bar && dash;
}

/* Underlines the line before as a heading (=== or ---) when it can be one. */
static bool underline(struct markdown *md, const char *p, const char *end)
{
    if (md->blank || md->raw->n == 0 || !(is_ruled(p, end, '=', 1) || is_ruled(p, end, '-', 1)))
        return false;
    struct gt_raw_line *line = &md->raw->lines[md->raw->n - 1];
    if (line->kind != GT_LINE_BODY || memchr(p, ' ', (size_t)(end - p)))
        return false;
    line->kind = GT_LINE_HEADING;
    line->starts = true;
    md->blank = true;
    return true;
}

/* Passes over the mark of an item: - * + and 3. 4) with a blank behind; null when there is none.
 * The number stays, as it is part of what is read. */
static const char *item_text(const char *p, const char *end, bool *numbered)
{
    const char *mark = p;
    *numbered = false;
    while (p < end && p - mark < ITEM_DIGITS && *p >= '0' && *p <= '9')
        p++;
    *numbered = p > mark;
    if (p == end || !strchr(*numbered ? ".)" : "-*+", *p))
        return NULL;
    return p + 1 < end && (p[1] == ' ' || p[1] == '\t') ? p + 1 : NULL;
}

static void add_line(struct markdown *md, const struct gt_plain *at, enum gt_line_kind kind)
{
    struct gt_raw *raw = md->raw;
    struct gt_raw_line *line = gt_raw_add(raw, gt_buffer_string(&md->line), md->line.n);
    if (!line) {
        md->blank = true;
        return;
    }
    const struct gt_raw_line *before = raw->n > 1 ? line - 1 : NULL;
    line->page = raw->n_pages = at->page;
    line->line = at->line;
    line->kind = kind;
    line->starts = !before || md->blank || kind != GT_LINE_BODY ||
                   before->kind == GT_LINE_HEADING || !gt_paragraph_is_open(before);
    gt_raw_measure(line);
    md->blank = false;
}

/* A row of a table: its bars become gaps. */
static void take_row(struct markdown *md, const char *p, const char *end)
{
    while (p < end) {
        const char *bar = p;
        while (bar < end && !(*bar == '|' && bar[-1] != '\\'))
            bar++;
        take_inline(md, p, bar);
        gt_buffer_text(&md->line, " ");
        p = bar + 1;
    }
}

static void take_text(struct markdown *md, const struct gt_plain *at, const char *p,
                      const char *end)
{
    bool numbered;
    enum gt_line_kind kind = GT_LINE_BODY;
    while (p < end && *p == '>') /* quotes in quotes */
        p = skip_blanks(p + 1, end);
    size_t marks = run_of(p, end, '#');
    const char *item = item_text(p, end, &numbered);
    if (marks && marks <= HEADING_MARKS && (p + marks == end || strchr(" \t", p[marks]))) {
        kind = GT_LINE_HEADING;
        p += marks;
        while (end > p && strchr("# \t", end[-1]))
            end--;
    } else if (item) {
        kind = GT_LINE_ITEM;
        p = numbered ? p : item;
    } else if (p < end && *p == '|') {
        take_row(md, p + 1, end);
        add_line(md, at, GT_LINE_ROW);
        return;
    }
    take_inline(md, p, end);
    add_line(md, at, kind);
}

/* Opens or closes fenced code; true when the line was a fence. */
static bool take_fence(struct markdown *md, const char *p, const char *end)
{
    size_t n = p < end && (*p == '`' || *p == '~') ? run_of(p, end, *p) : 0;
    if (n < FENCE || (md->fence && (*p != md->fence || n < md->fence_length)))
        return false;
    if (!md->fence && *p == '`' && memchr(p + n, '`', (size_t)(end - p) - n))
        return false; /* code within the line */
    md->fence = md->fence ? '\0' : *p;
    md->fence_length = n;
    md->blank = true;
    return true;
}

/* Cuts comments out of a line into md->line; true when one is still open at its end. */
static bool cut_comments(struct gt_buffer *kept, bool open, const char *p, const char *end)
{
    while (p < end) {
        const char *mark = memmem(p, (size_t)(end - p), open ? "-->" : "<!--", open ? 3 : 4);
        if (!open)
            gt_buffer_add(kept, p, (size_t)((mark ? mark : end) - p));
        if (!mark)
            break;
        p = mark + (open ? 3 : 4);
        open = !open;
    }
    return open;
}

static void take_line(struct markdown *md, const struct gt_plain *at, const char *p,
                      const char *end)
{
    p = skip_blanks(p, end);
    gt_buffer_clear(&md->line);
    if (take_fence(md, p, end))
        return;
    if (md->fence) {
        gt_buffer_add(&md->line, p, (size_t)(end - p));
        add_line(md, at, GT_LINE_BODY);
    } else if (p == end) {
        md->blank = true;
    } else if (!underline(md, p, end) && !is_rule(p, end) && !is_table_rule(p, end)) {
        take_text(md, at, p, end);
    } else {
        md->blank = true;
    }
}

/* The end of the front matter (--- up to ---), the start of the text without one. */
static const char *behind_front(const char *text)
{
    if (strncmp(text, "\xEF\xBB\xBF", 3) == 0)
        text += 3;
    size_t n = strncmp(text, "---", 3) == 0 ? strcspn(text, "\r\n") : 0;
    if (n != 3)
        return NULL;
    const char *end = strstr(text + n, "\n---");
    const char *colon = strchr(text + n, ':');
    return end && colon && colon < end ? end + 1 : NULL;
}

bool gt_form_read_markdown(const struct gt_bytes *file, struct gt_raw *raw, struct gt_error *err)
{
    struct gt_buffer text = {0}, kept = {0};
    struct markdown md = {.raw = raw, .blank = true};
    bool done = gt_plain_decode(file, "utf-8", &text, err);
    struct gt_plain plain = {.p = gt_buffer_string(&text), .page = 1, .line = 1};
    const char *front = done ? behind_front(plain.p) : NULL, *p;
    size_t n;
    while (done && gt_plain_next(&plain, &p, &n)) {
        if (p <= front)
            continue;
        gt_buffer_clear(&kept);
        md.comment = cut_comments(&kept, md.comment, p, p + n);
        const char *bytes = gt_buffer_string(&kept);
        take_line(&md, &plain, bytes, bytes + kept.n);
    }
    raw->flowing = true;
    gt_buffer_fini(&md.line);
    gt_buffer_fini(&kept);
    gt_buffer_fini(&text);
    return done;
}
