/* docx.c: the text of a Word document (ECMA-376), by libarchive and libxml2 in a child
 * process.
 *
 * How it works: the package names its main part; that is parsed as it is unpacked, without a tree.
 * Its text as a reader sees it: with what was inserted under revision, without what was deleted or
 * hidden, each text box once. Headers, footers, notes and comments are parts of their own and are
 * left out. The numbers that Word puts in front of paragraphs are text (docx_number.h). A line is a
 * paragraph or a part of one up to a break, and its number is the paragraph's.
 *
 * Limits: those of package.h; a document type declaration is refused, so there are no entities to
 * expand; libxml2 stops at 256 nested elements. */
#include "base/memory.h"
#include "base/number.h"
#include "read/docx_number.h"
#include "read/package.h"
#include "read/paragraph.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

enum effect {
    NOTHING,
    PARAGRAPH,
    TEXT,
    GAP,
    BREAK,
    PAGE,
    ROW,
    CELL,
    DROP,
    HYPHEN,
    STYLE,
    OUTLINE,
    RUN,
    HIDDEN,
    LIST,
    LEVEL,
    NUMBER
};

enum { DEEPEST = 64 }; /* paragraphs in each other: text boxes in text boxes */

/* A paragraph that is being read; text boxes hold others. */
struct open_paragraph {
    struct gt_buffer text;
    uint32_t number, page;
    uint32_t level;             /* in its list */
    bool has_text;              /* of its own on this line, behind the number */
    bool heading, item, broken; /* broken: a line of it was ended already */
};

struct word {
    struct gt_raw *raw;
    xmlParserCtxtPtr parser;
    struct gt_docx_numbers *numbers;
    struct open_paragraph open[DEEPEST];
    uint32_t n_open, depth, dropped_at, n_paragraphs, page;
    uint32_t rows; /* how many rows of tables we are in */
    bool in_text, hidden, in_run, starts, in_new_cell;
    bool page_begun; /* no text stands on it yet */
    bool declared, too_deep;
};

static enum effect effect_of(const char *name)
{
    static const struct {
        const char *name;
        enum effect effect;
    } elements[] = {
#define DOCX_ELEMENT(name, effect) {#name, effect},
#include "read/docx_element.def"
#undef DOCX_ELEMENT
    };
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        if (strcmp(elements[i].name, name) == 0)
            return elements[i].effect;
    return NOTHING;
}

/* --- attributes --------------------------------------------------------------------------------
 */

/* The attributes of an element as SAX2 gives them: five pointers each. */
struct attributes {
    const xmlChar **list;
    int n;
};

/* The value of an attribute by its local name, copied to `to`; "" without one. */
static const char *value_of(const struct attributes *attributes, const char *name, char to[256])
{
    to[0] = '\0';
    for (int i = 0; i < attributes->n; i++) {
        const xmlChar **one = attributes->list + 5 * i;
        if (strcmp((const char *)one[0], name) == 0)
            snprintf(to, 256, "%.*s", (int)(one[4] - one[3] < 255 ? one[4] - one[3] : 255),
                     (const char *)one[3]);
    }
    return to;
}

/* Styles of headings, as Word and WPS name them. */
static bool is_heading_style(const char *style)
{
    static const char *const names[] = {"heading", "title", "标题"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strncasecmp(style, names[i], strlen(names[i])) == 0)
            return true;
    return false;
}

static bool is_off(const char *value)
{
    return strcmp(value, "0") == 0 || strcmp(value, "false") == 0 || strcmp(value, "off") == 0;
}

/* --- lines -------------------------------------------------------------------------------------
 */

static struct open_paragraph *innermost(struct word *word)
{
    return word->n_open ? &word->open[word->n_open - 1] : NULL;
}

static void add_text(struct word *word, const char *text, size_t n)
{
    struct open_paragraph *paragraph = innermost(word);
    if (!paragraph || word->hidden)
        return;
    if (!paragraph->has_text)
        paragraph->page = word->page;
    paragraph->has_text = true;
    word->page_begun = false;
    for (size_t i = 0; i < n; i++)
        gt_buffer_add(&paragraph->text, strchr("\r\n\f\v", text[i]) ? " " : text + i, 1);
}

/* Ends a line of the innermost paragraph. */
static void end_line(struct word *word, bool broken)
{
    struct open_paragraph *paragraph = innermost(word);
    struct gt_raw *raw = word->raw;
    if (!paragraph->has_text)
        gt_buffer_clear(&paragraph->text); /* a number alone, or nothing */
    paragraph->has_text = false;
    gt_raw_strip(&paragraph->text);
    struct gt_raw_line *line =
        gt_raw_add(raw, gt_buffer_string(&paragraph->text), paragraph->text.n);
    gt_buffer_clear(&paragraph->text);
    if (!line)
        return;
    gt_raw_measure(line);
    line->page = paragraph->page;
    line->line = paragraph->number;
    line->kind = word->rows           ? GT_LINE_ROW
                 : paragraph->heading ? GT_LINE_HEADING
                 : paragraph->item    ? GT_LINE_ITEM
                                      : GT_LINE_BODY;
    line->starts = raw->n == 1 || (paragraph->broken ? !gt_paragraph_is_open(line - 1)
                                                     : word->starts || !word->in_new_cell);
    paragraph->broken = broken;
    word->starts = true;
    word->in_new_cell = false;
    if (raw->bytes > GT_DOCUMENT_TEXT) /* the caller says so */
        xmlStopParser(word->parser);
}

static void open_paragraph(struct word *word)
{
    if (word->n_open == DEEPEST) {
        word->too_deep = true;
        xmlStopParser(word->parser);
        return;
    }
    struct open_paragraph *paragraph = &word->open[word->n_open++];
    gt_buffer_clear(&paragraph->text);
    paragraph->number = ++word->n_paragraphs;
    paragraph->level = 0;
    paragraph->page = word->page;
    paragraph->heading = paragraph->item = paragraph->broken = false;
}

/* --- what the parser reports -------------------------------------------------------------------
 */

static void take_break(struct word *word, const struct attributes *attributes)
{
    char type[256];
    if (!innermost(word))
        return;
    end_line(word, true);
    if (strcmp(value_of(attributes, "type", type), "page") == 0) {
        word->page++;
        word->page_begun = true;
    }
}

static void set_paragraph(struct word *word, enum effect effect,
                          const struct attributes *attributes)
{
    char value[256];
    struct open_paragraph *paragraph = innermost(word);
    if (!paragraph)
        return;
    value_of(attributes, "val", value);
    if (effect == STYLE)
        paragraph->heading |= is_heading_style(value);
    else if (effect == OUTLINE)
        paragraph->heading |= value[0] >= '0' && value[0] < '9';
    else
        paragraph->item = true;
}

/* The list of a paragraph, or its level there, which comes first. The number that Word shows goes
 * in front of the text. */
static void set_number(struct word *word, enum effect effect, const struct attributes *attributes)
{
    char value[256];
    struct open_paragraph *paragraph = innermost(word);
    uint64_t number;
    if (!paragraph || !gt_number_read_uint(value_of(attributes, "val", value), &number) ||
        number > UINT32_MAX)
        return;
    if (effect == LEVEL)
        paragraph->level = (uint32_t)number;
    else if (paragraph->text.n == 0)
        gt_docx_number(word->numbers, (unsigned)number, paragraph->level, &paragraph->text);
}

static void enter(struct word *word, enum effect effect, const struct attributes *attributes)
{
    char value[256];
    switch (effect) {
    case NOTHING:
        break;
    case PARAGRAPH:
        open_paragraph(word);
        break;
    case TEXT:
        word->in_text = true;
        break;
    case GAP:
        add_text(word, " ", 1);
        break;
    case HYPHEN:
        add_text(word, "-", 1);
        break;
    case BREAK:
        take_break(word, attributes);
        break;
    case PAGE: /* Word notes it behind a break that is written as one, too */
        word->page += !word->page_begun;
        word->page_begun = true;
        break;
    case ROW:
        word->rows++;
        word->starts = true;
        break;
    case CELL:
        word->in_new_cell = true;
        break;
    case DROP:
        word->dropped_at = word->depth;
        break;
    case RUN:
        word->in_run = true;
        break;
    case HIDDEN:
        word->hidden |= word->in_run && !is_off(value_of(attributes, "val", value));
        break;
    case STYLE:
    case OUTLINE:
    case LIST:
        set_paragraph(word, effect, attributes);
        break;
    case LEVEL:
    case NUMBER:
        set_number(word, effect, attributes);
        break;
    }
}

static void start_element(void *context, const xmlChar *name, const xmlChar *prefix,
                          const xmlChar *uri, int n_spaces, const xmlChar **spaces,
                          int n_attributes, int n_defaulted, const xmlChar **attributes)
{
    (void)prefix, (void)uri, (void)n_spaces, (void)spaces, (void)n_defaulted;
    struct word *word = context;
    struct attributes list = {attributes, n_attributes};
    word->depth++;
    if (!word->dropped_at)
        enter(word, effect_of((const char *)name), &list);
}

static void leave(struct word *word, enum effect effect)
{
    if (effect == TEXT) {
        word->in_text = false;
    } else if (effect == RUN) {
        word->in_run = word->hidden = false;
    } else if (effect == PARAGRAPH && word->n_open) {
        end_line(word, false);
        word->n_open--;
    } else if (effect == CELL) { /* the next cell goes on with the row */
        word->starts = false;
        word->in_new_cell = false;
    } else if (effect == ROW) {
        word->rows -= word->rows > 0;
        word->starts = true;
    }
}

static void end_element(void *context, const xmlChar *name, const xmlChar *prefix,
                        const xmlChar *uri)
{
    (void)prefix, (void)uri;
    struct word *word = context;
    if (!word->dropped_at)
        leave(word, effect_of((const char *)name));
    else if (word->dropped_at == word->depth)
        word->dropped_at = 0;
    word->depth--;
}

static void take_characters(void *context, const xmlChar *text, int n)
{
    struct word *word = context;
    if (word->in_text && !word->dropped_at)
        add_text(word, (const char *)text, (size_t)n);
}

static void refuse_declaration(void *context, const xmlChar *name, const xmlChar *public_id,
                               const xmlChar *system_id)
{
    (void)name, (void)public_id, (void)system_id;
    struct word *word = context;
    word->declared = true;
    xmlStopParser(word->parser);
}

/* --- parts -------------------------------------------------------------------------------------
 */

/* Parses a part while it is unpacked. */
static bool feed_parser(void *context, const char *bytes, size_t n)
{
    return xmlParseChunk(context, bytes, (int)n, 0) == 0;
}

/* Parses a part with the parser, which is fresh. A fault of the XML is in parser->errNo. */
static bool parse_part(const struct gt_bytes *file, const char *name, xmlParserCtxtPtr parser,
                       bool *found, struct gt_error *err)
{
    xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    if (!gt_package_read(file, name, feed_parser, parser, found, err))
        return false;
    if (parser->errNo == 0)
        xmlParseChunk(parser, "", 0, 1);
    return true;
}

/* The name of the main part, by the package's relationships: [0] is '\0' where they do not say. */
struct main_part {
    char name[256];
};

static void find_main(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                      int n_spaces, const xmlChar **spaces, int n_attributes, int n_defaulted,
                      const xmlChar **attributes)
{
    (void)prefix, (void)uri, (void)n_spaces, (void)spaces, (void)n_defaulted;
    static const char end[] = "/officeDocument";
    struct main_part *part = context;
    struct attributes list = {attributes, n_attributes};
    char type[256], target[256];
    value_of(&list, "Type", type);
    value_of(&list, "Target", target);
    size_t n = strlen(type), m = strlen(end);
    if (strcmp((const char *)name, "Relationship") == 0 && n > m && strcmp(type + n - m, end) == 0)
        snprintf(part->name, sizeof part->name, "%s", target + (target[0] == '/'));
}

static bool read_relationships(const struct gt_bytes *file, struct main_part *part,
                               struct gt_error *err)
{
    bool found;
    xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC, .startElementNs = find_main};
    xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, part, NULL, 0, NULL);
    if (!parser)
        return gt_fail(err, GT_DATA, "cannot be read as XML", "无法作为 XML 读取");
    bool done = parse_part(file, "_rels/.rels", parser, &found, err);
    xmlFreeParserCtxt(parser);
    return done;
}

static void take_definition(void *context, const xmlChar *name, const xmlChar *prefix,
                            const xmlChar *uri, int n_spaces, const xmlChar **spaces,
                            int n_attributes, int n_defaulted, const xmlChar **attributes)
{
    (void)prefix, (void)uri, (void)n_spaces, (void)spaces, (void)n_defaulted;
    gt_docx_numbers_take(context, (const char *)name, attributes, n_attributes);
}

/* Reads the lists, which stand beside the main part; a document may have none. */
static bool read_numbers(const struct gt_bytes *file, const char *main,
                         struct gt_docx_numbers *numbers, struct gt_error *err)
{
    const char *slash = strrchr(main, '/');
    char name[300];
    bool found;
    xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC, .startElementNs = take_definition};
    xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, numbers, NULL, 0, NULL);
    if (!parser)
        return gt_fail(err, GT_DATA, "cannot be read as XML", "无法作为 XML 读取");
    snprintf(name, sizeof name, "%.*snumbering.xml", slash ? (int)(slash + 1 - main) : 0, main);
    bool done = parse_part(file, name, parser, &found, err);
    xmlFreeParserCtxt(parser);
    return done;
}

static bool judge(const struct word *word, bool found, const struct gt_bytes *file,
                  struct gt_error *err)
{
    if (!found)
        return gt_package_refuse(file, err);
    if (word->declared)
        return gt_fail(err, GT_DATA, "the XML declares a document type, which Word never does",
                       "XML 中含有文档类型声明（DOCTYPE），Word 文档不应如此");
    if (word->too_deep)
        return gt_fail(err, GT_DATA, "more than %d text boxes in each other",
                       "文本框嵌套超过 %d 层", DEEPEST);
    if (word->raw->bytes > GT_DOCUMENT_TEXT)
        return true; /* the caller says so */
    xmlErrorPtr fault = xmlCtxtGetLastError(word->parser);
    if (word->parser->errNo == 0 || (word->parser->wellFormed && !word->parser->disableSAX))
        return true;
    char why[128];
    snprintf(why, sizeof why, "%.*s",
             fault && fault->message ? (int)strcspn(fault->message, "\n") : 1,
             fault && fault->message ? fault->message : "?");
    return gt_fail(err, GT_DATA, "damaged XML (line %d: %s)", "XML 已损坏（第 %d 行：%s）",
                   fault ? fault->line : 0, why);
}

static bool read_word(const struct gt_bytes *file, struct gt_raw *raw, struct gt_error *err)
{
    struct main_part part = {""};
    if (!read_relationships(file, &part, err))
        return false;
    xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC,
                             .internalSubset = refuse_declaration,
                             .startElementNs = start_element,
                             .endElementNs = end_element,
                             .characters = take_characters,
                             .ignorableWhitespace = take_characters};
    struct word *word = gt_xcalloc(1, sizeof *word);
    word->raw = raw;
    word->page = 1;
    word->starts = true;
    word->numbers = gt_docx_numbers_new();
    word->parser = xmlCreatePushParserCtxt(&handler, word, NULL, 0, NULL);
    bool found = false, done = word->parser != NULL;
    if (!done)
        gt_fail(err, GT_DATA, "cannot be read as XML", "无法作为 XML 读取");
    const char *name = part.name[0] ? part.name : "word/document.xml";
    done = done && read_numbers(file, name, word->numbers, err) &&
           parse_part(file, name, word->parser, &found, err) && judge(word, found, file, err);
    raw->flowing = true;
    raw->n_pages = word->page;
    for (uint32_t i = 0; i < DEEPEST; i++)
        gt_buffer_fini(&word->open[i].text);
    xmlFreeParserCtxt(word->parser);
    gt_docx_numbers_free(word->numbers);
    free(word);
    return done;
}

bool gt_form_read_docx(const struct gt_bytes *file, struct gt_raw *raw, struct gt_error *err)
{
    return gt_read_jailed(file, GT_FORM_docx, read_word, raw, err);
}
