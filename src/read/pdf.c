/* pdf.c: the text layer of a PDF, by poppler in a child process.
 *
 * How it works: poppler gives each page's text in reading order and a box for each character; a
 * line gets its place on the page from them, by which furniture and paragraphs are told later. What
 * typesetters put for other characters is undone: radicals of the Kangxi block for ideographs,
 * ligatures, soft hyphens, and the hyphen of a Latin word that was broken over two lines.
 *
 * Limits: MOST_PAGES; GT_DOCUMENT_TEXT bytes of text; those of the child. */
#include "base/memory.h"
#include "base/utf8.h"
#include "read/plain_code.h"
#include "read/reader.h"

#include <poppler.h> /* the Makefile includes it first */
#include <string.h>

enum {
    MOST_PAGES = 10000,
    UNREADABLE_SHARE =
        5,              /* a text layer is useless when one character of so many is no character */
    LARGER_TYPE = 120,  /* per cent of the usual size that make a heading, */
    HEADING_CODES = 60, /* of so many characters at most */
    WIDEST_EM = 400     /* points: for counting sizes */
};

struct layer {
    struct gt_raw *raw;
    struct gt_buffer line;
    uint32_t em_count[WIDEST_EM * 2]; /* full-width characters by width in half points */
    uint64_t codes, unreadable;
};

/* The box around the characters of a line, in points from the upper left corner of the page. */
struct box {
    double left, right, top, em;
};

static void widen(struct box *box, const PopplerRectangle *r, bool wide)
{
    double em = wide ? r->x2 - r->x1 : 0;
    box->left = r->x1 < box->left ? r->x1 : box->left;
    box->right = r->x2 > box->right ? r->x2 : box->right;
    box->top = r->y1 < box->top ? r->y1 : box->top;
    box->em = em > box->em ? em : box->em;
}

/* True for what stands where a font has no table of characters: private codes, controls. */
static bool is_unreadable(uint32_t code)
{
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || (code >= 0xE000 && code <= 0xF8FF) ||
           code == GT_REPLACEMENT || code >= 0xF0000;
}

/* A number of points as tenths, safe from the numbers of hostile files. */
static uint32_t tenths(double points)
{
    return points > 0 && points < 1e6 ? (uint32_t)(points * 10) : 0;
}

/* Adds the line that ends here. */
static void end_line(struct layer *layer, const struct box *box, uint32_t page, uint32_t number,
                     double height)
{
    struct gt_raw_line *line =
        gt_raw_add(layer->raw, gt_buffer_string(&layer->line), layer->line.n);
    gt_buffer_clear(&layer->line);
    if (!line)
        return;
    line->page = page;
    line->line = number;
    line->indent = tenths(box->left);
    line->extent = tenths(box->right);
    line->typeface = tenths(box->em);
    double top = height > 0 ? box->top / height * 1000 : 0;
    line->top = top > 0 && top < 1000 ? (uint32_t)top : top >= 1000 ? 1000 : 0;
}

static void take_code(struct layer *layer, uint32_t code)
{
    char plain[GT_PLAIN_CODE];
    layer->codes++;
    layer->unreadable += is_unreadable(code);
    size_t n = gt_code_plain(code, plain);
    gt_buffer_add(&layer->line, plain, n);
}

static void take_page_text(struct layer *layer, const char *text, const PopplerRectangle *boxes,
                           guint n_boxes, uint32_t page, double height)
{
    static const struct box empty = {.left = 1e9, .top = 1e9, .right = -1e9};
    struct box box = empty;
    uint32_t number = 1;
    for (guint i = 0; *text; i++) {
        uint32_t code = gt_utf8_next(&text);
        if (code == '\n' || code == '\r' || code == '\f') {
            end_line(layer, &box, page, number++, height);
            box = empty;
            continue;
        }
        take_code(layer, code);
        if (i >= n_boxes || gt_code_is_space(code))
            continue;
        bool wide = code >= 0x4E00 && code <= 0x9FFF;
        double em = boxes[i].x2 - boxes[i].x1;
        widen(&box, &boxes[i], wide);
        if (wide && em > 0 && em < WIDEST_EM)
            layer->em_count[(size_t)(em * 2)]++;
    }
    end_line(layer, &box, page, number, height);
}

/* True when a page shows a picture: without text it is a scan, not an empty page. */
static bool has_picture(PopplerPage *page)
{
    GList *pictures = poppler_page_get_image_mapping(page);
    bool any = pictures != NULL;
    poppler_page_free_image_mapping(pictures);
    return any;
}

static void take_page(struct layer *layer, PopplerPage *page, uint32_t number)
{
    double width = 0, height = 0;
    PopplerRectangle *boxes = NULL;
    guint n_boxes = 0;
    uint32_t before = layer->raw->n;
    char *text = poppler_page_get_text(page);
    size_t bad;
    poppler_page_get_size(page, &width, &height);
    if (text && gt_utf8_check(text, strlen(text), &bad) &&
        poppler_page_get_text_layout(page, &boxes, &n_boxes))
        take_page_text(layer, text, boxes, n_boxes, number, height);
    if (layer->raw->n == before)
        layer->raw->n_blank_pages += has_picture(page);
    g_free(boxes);
    g_free(text);
}

/* --- the whole layer ---------------------------------------------------------------------------
 */

static bool is_lower(char byte)
{
    return byte >= 'a' && byte <= 'z';
}

/* Puts Latin words together again that were broken with a hyphen. */
static void join_hyphens(struct gt_raw *raw)
{
    for (uint32_t i = 0; i + 1 < raw->n; i++) {
        struct gt_raw_line *line = &raw->lines[i];
        const struct gt_raw_line *next = line + 1;
        if (line->n >= 2 && line->text[line->n - 1] == '-' && is_lower(line->text[line->n - 2]) &&
            is_lower(next->text[0]) && line->page == next->page)
            line->n--;
    }
}

/* Turns points into cells of half an em, and marks lines of larger type as headings. The usual em
 * is the most frequent width of an ideograph. */
static void scale(struct layer *layer)
{
    struct gt_raw *raw = layer->raw;
    size_t usual = 24; /* 12 points, in half points: a page without Chinese */
    for (size_t i = 0; i < WIDEST_EM * 2; i++)
        if (layer->em_count[i] > layer->em_count[usual])
            usual = i;
    double cell = (double)(usual ? usual : 1) * 2.5; /* tenths of a point in half an em */
    for (uint32_t i = 0; i < raw->n; i++) {
        struct gt_raw_line *line = &raw->lines[i];
        char start[4 * HEADING_CODES + 1];
        snprintf(start, sizeof start, "%.*s", (int)(line->n < 240 ? line->n : 240), line->text);
        line->indent = (uint32_t)(line->indent / cell + 0.5);
        line->extent = (uint32_t)(line->extent / cell + 0.5);
        if (line->typeface * 100.0 >= LARGER_TYPE * cell * 2 && line->n < 240 &&
            gt_utf8_count(start) <= HEADING_CODES)
            line->kind = GT_LINE_HEADING;
    }
}

static bool fail_open(const GError *error, struct gt_error *err)
{
    if (error && g_error_matches(error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
        return gt_fail(err, GT_DATA, "a PDF that is protected by a password: save it without",
                       "受密码保护的 PDF：请取消密码后另存");
    return gt_fail(err, GT_DATA, "a damaged PDF (%s)", "PDF 已损坏（%s）",
                   error ? error->message : "?");
}

static bool take_all(PopplerDocument *document, struct layer *layer, struct gt_error *err)
{
    int n = poppler_document_get_n_pages(document);
    if (n > MOST_PAGES)
        return gt_fail(err, GT_DATA, "%d pages, more than the limit of %d",
                       "共 %d 页，超过上限 %d 页", n, MOST_PAGES);
    if (n <= 0)
        return gt_fail(err, GT_DATA, "a damaged PDF (it has no pages)", "PDF 已损坏（没有页面）");
    layer->raw->n_pages = (uint32_t)n;
    for (int i = 0; i < n && layer->raw->bytes <= GT_DOCUMENT_TEXT; i++) {
        PopplerPage *page = poppler_document_get_page(document, i);
        if (!page)
            return gt_fail(err, GT_DATA, "a damaged PDF (page %d)", "PDF 已损坏（第 %d 页）",
                           i + 1);
        take_page(layer, page, (uint32_t)i + 1);
        g_object_unref(page);
    }
    if (layer->unreadable * UNREADABLE_SHARE > layer->codes)
        return gt_fail(err, GT_DATA,
                       "a PDF whose text layer is unreadable (its fonts have no table of "
                       "characters): run a text recognition (OCR) on it",
                       "PDF 的文字层无法识读（字体缺少字符对照表）：请先做文字识别（OCR）");
    return true;
}

static bool read_layer(const struct gt_bytes *file, struct gt_raw *raw, struct gt_error *err)
{
    GError *error = NULL;
    struct layer layer = {.raw = raw};
    GBytes *bytes = g_bytes_new_static(file->bytes, file->n);
    PopplerDocument *document = poppler_document_new_from_bytes(bytes, NULL, &error);
    bool done = document ? take_all(document, &layer, err) : fail_open(error, err);
    if (done) {
        join_hyphens(raw);
        scale(&layer);
    }
    if (document)
        g_object_unref(document);
    g_clear_error(&error);
    g_bytes_unref(bytes);
    gt_buffer_fini(&layer.line);
    return done;
}

bool gt_form_read_pdf(const struct gt_bytes *file, struct gt_raw *raw, struct gt_error *err)
{
    return gt_read_jailed(file, GT_FORM_pdf, read_layer, raw, err);
}
