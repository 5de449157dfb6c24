/* html.c: the text of a web page, by libxml2's HTML parser in a child process.
 *
 * How it works: the parser reports elements and text as it goes (no tree is built); block elements
 * end lines, what a reader does not see (scripts, navigation, what is hidden) is dropped; of the
 * rest html_part.c takes out what is the site's. Lines keep their number in the source.
 *
 * Limits: GT_DOCUMENT_TEXT bytes, DEEPEST nested elements. */
#include "base/memory.h"
#include "read/html_part.h"
#include "read/paragraph.h"
#include "read/plain.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <string.h>

enum {
    DEEPEST = 2000,    /* elements in each other */
    META_WITHIN = 4096 /* bytes in which a page names its encoding */
};

enum effect { INLINE, BLOCK, HEADING, ITEM, ROW, CELL, BREAK, DROP, OUTSIDE, MAIN };

struct page {
    struct gt_raw *raw;
    xmlParserCtxtPtr parser;
    struct gt_buffer line; /* the text of the line that is being read */
    uint32_t line_number;  /* where it began */
    uint32_t depth, dropped_at, main_at, heading_at, item_at, row_at; /* 0: not within one */
    bool starts;             /* the next line starts a paragraph */
    bool in_new_cell;        /* of a table, no line of which was read yet */
    uint32_t link_at;        /* depth of the link that we are in */
    bool has_words;          /* of the line that is being read, some are in no link */
    struct gt_html_line *of; /* for each raw line */
    size_t room;
    bool too_deep, too_long;
};

static enum effect effect_of_name(const char *name)
{
    static const struct {
        const char *name;
        enum effect effect;
    } elements[] = {
#define HTML_ELEMENT(name, effect) {#name, effect},
#include "read/html_element.def"
#undef HTML_ELEMENT
    };
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        if (strcmp(elements[i].name, name) == 0)
            return elements[i].effect;
    return INLINE;
}

/* The effect of the first known word of a class or id. */
static enum effect effect_of_words(const char *words)
{
    static const struct {
        const char *word;
        enum effect effect;
    } marks[] = {
#define HTML_MARK(word, effect) {word, effect},
#include "read/html_mark.def"
#undef HTML_MARK
    };
    while (*words) {
        words += strspn(words, " \t\r\n");
        size_t n = strcspn(words, " \t\r\n");
        for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
            if (strlen(marks[i].word) == n && strncasecmp(marks[i].word, words, n) == 0)
                return marks[i].effect;
        words += n;
    }
    return INLINE;
}

/* True for a style that hides: "display: none". */
static bool hides(const char *style)
{
    const char *display = strcasestr(style, "display");
    if (!display)
        return false;
    display += strlen("display");
    display += strspn(display, " \t:");
    return strncasecmp(display, "none", 4) == 0;
}

static enum effect effect_of(const char *name, const xmlChar **attributes)
{
    enum effect effect = effect_of_name(name);
    for (; attributes && attributes[0]; attributes += 2) {
        const char *key = (const char *)attributes[0];
        const char *value = attributes[1] ? (const char *)attributes[1] : "";
        if (strcmp(key, "hidden") == 0 || (strcmp(key, "style") == 0 && hides(value)))
            return DROP;
        if (effect != BLOCK || (strcmp(key, "class") != 0 && strcmp(key, "id") != 0))
            continue;
        enum effect marked = effect_of_words(value);
        effect = marked == INLINE ? effect : marked;
    }
    return effect;
}

/* --- lines -------------------------------------------------------------------------------------
 */

static enum gt_line_kind kind_here(const struct page *page)
{
    if (page->heading_at)
        return GT_LINE_HEADING;
    if (page->row_at)
        return GT_LINE_ROW;
    return page->item_at ? GT_LINE_ITEM : GT_LINE_BODY;
}

/* Ends the line that is being read; the next one starts a paragraph, or goes on with this one.
 * Returns the line, null when it was blank. */
static const struct gt_raw_line *end_line(struct page *page, bool starts)
{
    struct gt_raw *raw = page->raw;
    gt_raw_strip(&page->line);
    struct gt_raw_line *line = gt_raw_add(raw, gt_buffer_string(&page->line), page->line.n);
    gt_buffer_clear(&page->line);
    if (!line) {
        page->has_words = false;
        page->starts |= starts && !page->in_new_cell;
        return NULL;
    }
    line->line = page->line_number;
    line->kind = kind_here(page);
    line->starts = page->starts || raw->n == 1 || line[-1].kind != line->kind;
    gt_raw_measure(line);
    page->starts = starts;
    page->in_new_cell = false;
    page->of = gt_xgrow(page->of, raw->n - 1, &page->room, sizeof *page->of);
    page->of[raw->n - 1] =
        (struct gt_html_line){.main = page->main_at != 0, .links = !page->has_words};
    page->has_words = false;
    if (raw->bytes > GT_DOCUMENT_TEXT) {
        page->too_long = true;
        xmlStopParser(page->parser);
    }
    return line;
}

/* <br>: a second one, or one behind what is no open sentence, ends the paragraph. */
static void break_line(struct page *page)
{
    const struct gt_raw_line *line = end_line(page, true);
    if (line)
        page->starts = !gt_paragraph_is_open(line);
}

/* --- what the parser reports -------------------------------------------------------------------
 */

/* Where an element of that effect is noted, null for those that are not. */
static uint32_t *place_of(struct page *page, enum effect effect)
{
    switch (effect) {
    case HEADING:
        return &page->heading_at;
    case ITEM:
        return &page->item_at;
    case ROW:
        return &page->row_at;
    case MAIN:
        return &page->main_at;
    case OUTSIDE:
        return page->main_at ? NULL : &page->dropped_at;
    case DROP:
        return &page->dropped_at;
    case INLINE:
    case BLOCK:
    case CELL:
    case BREAK:
        return NULL;
    }
    return NULL;
}

static void start_element(void *context, const xmlChar *name, const xmlChar **attributes)
{
    struct page *page = context;
    if (++page->depth > DEEPEST) {
        page->too_deep = true;
        xmlStopParser(page->parser);
    }
    if (page->dropped_at)
        return;
    enum effect effect = effect_of((const char *)name, attributes);
    if (effect == BREAK)
        break_line(page);
    else if (effect != INLINE && effect != DROP)
        end_line(page, effect != CELL);
    page->in_new_cell |= effect == CELL;
    if (page->link_at == 0 && strcmp((const char *)name, "a") == 0)
        page->link_at = page->depth;
    uint32_t *at = place_of(page, effect);
    if (at && *at == 0)
        *at = page->depth;
}

static void leave(uint32_t *at, uint32_t depth)
{
    if (*at == depth)
        *at = 0;
}

static void end_element(void *context, const xmlChar *name)
{
    struct page *page = context;
    enum effect effect = effect_of_name((const char *)name);
    if (!page->dropped_at && effect != INLINE && effect != BREAK) {
        end_line(page, true);
        if (effect == CELL) { /* the next cell goes on with the row */
            page->starts = false;
            page->in_new_cell = false;
        }
    }
    leave(&page->dropped_at, page->depth);
    leave(&page->heading_at, page->depth);
    leave(&page->item_at, page->depth);
    leave(&page->row_at, page->depth);
    leave(&page->main_at, page->depth);
    leave(&page->link_at, page->depth);
    page->depth -= page->depth > 0;
}

static void take_text(void *context, const xmlChar *text, int n)
{
    struct page *page = context;
    const char *p = (const char *)text;
    int number = xmlSAX2GetLineNumber(page->parser); /* behind the text */
    if (page->dropped_at)
        return;
    for (int i = 0; i < n; i++)
        number -= p[i] == '\n';
    for (int i = 0; i < n; i++) {
        number += p[i] == '\n';
        bool blank = strchr(" \t\r\n\f\v", p[i]) != NULL;
        if (blank && (page->line.n == 0 || page->line.bytes[page->line.n - 1] == ' '))
            continue;
        if (page->line.n == 0)
            page->line_number = number > 0 ? (uint32_t)number : 1;
        page->has_words |= !blank && page->link_at == 0 && !strchr(" |>·-[]", p[i]);
        gt_buffer_add(&page->line, blank ? " " : p + i, 1);
    }
}

/* --- the page ----------------------------------------------------------------------------------
 */

/* A row of one cell only lays the page out: its text is body. */
static void free_layout_rows(struct gt_raw *raw)
{
    for (uint32_t i = 0; i < raw->n; i++) {
        bool alone = raw->lines[i].starts && (i + 1 == raw->n || raw->lines[i + 1].starts);
        if (alone && raw->lines[i].kind == GT_LINE_ROW)
            raw->lines[i].kind = GT_LINE_BODY;
    }
}

static bool parse(const struct gt_bytes *file, struct gt_raw *raw, struct gt_error *err)
{
    htmlSAXHandler handler = {.initialized = 1,
                              .startElement = start_element,
                              .endElement = end_element,
                              .characters = take_text,
                              .ignorableWhitespace = take_text};
    struct page page = {.raw = raw, .starts = true};
    page.parser = htmlCreateMemoryParserCtxt(file->bytes, (int)file->n);
    if (!page.parser)
        return gt_fail(err, GT_DATA, "cannot be read as HTML", "无法作为 HTML 读取");
    memcpy(page.parser->sax, &handler, sizeof handler);
    page.parser->userData = &page;
    htmlCtxtUseOptions(page.parser, HTML_PARSE_IGNORE_ENC | HTML_PARSE_NONET | HTML_PARSE_NOERROR |
                                        HTML_PARSE_NOWARNING);
    xmlSwitchEncoding(page.parser, XML_CHAR_ENCODING_UTF8);
    htmlParseDocument(page.parser);
    end_line(&page, true);
    gt_html_keep_document(raw, page.of);
    free_layout_rows(raw);
    raw->flowing = true;
    raw->n_pages = 1;
    htmlFreeParserCtxt(page.parser);
    gt_buffer_fini(&page.line);
    free(page.of);
    if (page.too_deep)
        return gt_fail(err, GT_DATA, "more than %d elements in each other", "元素嵌套超过 %d 层",
                       DEEPEST);
    return true; /* too long: the caller says so */
}

/* The encoding that a page claims in <meta charset=…>: copied to `to`, "" without one. */
static void find_charset(const struct gt_bytes *file, char *to, size_t room)
{
    size_t within = file->n < META_WITHIN ? file->n : META_WITHIN, n = 0;
    char *head = gt_xcalloc(within + 1, 1);
    memcpy(head, file->bytes, within);
    const char *p = strcasestr(head, "charset");
    if (p) {
        p += strlen("charset");
        p += strspn(p, " \t\r\n=\"'");
        n = strcspn(p, " \t\r\n\"';/>");
        n = n < room - 1 ? n : room - 1;
        memcpy(to, p, n);
    }
    to[n] = '\0';
    free(head);
}

bool gt_form_read_html(const struct gt_bytes *file, struct gt_raw *raw, struct gt_error *err)
{
    char charset[32];
    struct gt_buffer text = {0};
    find_charset(file, charset, sizeof charset);
    bool done = gt_plain_decode(file, charset, &text, err);
    if (done) {
        struct gt_bytes decoded = {file->name, text.bytes, text.n};
        done = gt_read_jailed(&decoded, GT_FORM_html, parse, raw, err);
    }
    gt_buffer_fini(&text);
    return done;
}
