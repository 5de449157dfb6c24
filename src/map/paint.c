/* paint.c: a scene as PDF or PNG, by cairo and pango.
 *
 * It draws what svg.c writes, from the same outlines, places and colours. Texts are drawn by the
 * faces of the machine; one that comes out wider than our table says is pressed together, so that
 * none leaves its box. Faces are embedded in PDF as subsets by cairo. */
#include "map/draw.h"
#include "map/link.h"
#include "map/look.h"
#include "map/outline.h"
#include "map/png.h"

#include "base/number.h"

#include <cairo-pdf.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <stdlib.h>
#include <string.h>

struct painter {
    const struct gt_scene *scene;
    cairo_t *cairo;
    PangoLayout *layout;
    PangoFontDescription *face;
    struct gt_buffer *missing; /* characters that no face has */
};

/* Sets "#rrggbb". */
static void set_colour(struct painter *painter, const char *colour, double opacity)
{
    unsigned long rgb = strtoul(colour + 1, NULL, 16);
    cairo_set_source_rgba(painter->cairo, (double)(rgb >> 16 & 255) / 255,
                          (double)(rgb >> 8 & 255) / 255, (double)(rgb & 255) / 255, opacity);
}

static void set_dash(struct painter *painter, bool dashed)
{
    cairo_set_dash(painter->cairo, gt_look_dash, dashed ? 2 : 0, 0);
}

static void add_curve(struct painter *painter, const struct gt_point p[3])
{
    cairo_curve_to(painter->cairo, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
}

static void add_outline(struct painter *painter, const struct gt_outline *outline)
{
    cairo_move_to(painter->cairo, outline->start.x, outline->start.y);
    for (int i = 0; i < outline->n; i++) {
        const struct gt_point *p = outline->step[i].p;
        if (outline->step[i].curved)
            add_curve(painter, p);
        else
            cairo_line_to(painter->cairo, p[2].x, p[2].y);
    }
    if (outline->closed)
        cairo_close_path(painter->cairo);
}

/* Fills and draws an outline; null colours do neither. */
static void paint_outline(struct painter *painter, const struct gt_outline *outline,
                          const char *fill, const char *stroke, double width)
{
    add_outline(painter, outline);
    if (fill)
        set_colour(painter, fill, 1), cairo_fill_preserve(painter->cairo);
    if (stroke) {
        set_colour(painter, stroke, 1);
        cairo_set_line_width(painter->cairo, width);
        cairo_stroke_preserve(painter->cairo);
    }
    cairo_new_path(painter->cairo);
}

static void paint_rect(struct painter *painter, const struct gt_rect *rect, const char *fill,
                       const char *stroke)
{
    cairo_rectangle(painter->cairo, rect->left, rect->top, gt_rect_width(rect),
                    gt_rect_height(rect));
    set_colour(painter, fill, 1);
    cairo_fill_preserve(painter->cairo);
    if (stroke) {
        set_colour(painter, stroke, 1);
        cairo_set_line_width(painter->cairo, 0.5);
        cairo_stroke_preserve(painter->cairo);
    }
    cairo_new_path(painter->cairo);
}

/* Adds the characters of the layout's text that no face has. A text has few: each is tried alone.
 */
static void note_missing(struct painter *painter, const char *text)
{
    PangoLayout *one = pango_layout_copy(painter->layout);
    for (const char *p = text, *next; *p; p = next) {
        char sign[8] = "";
        next = g_utf8_next_char(p);
        memcpy(sign, p, (size_t)(next - p) % sizeof sign);
        if (strstr(gt_buffer_string(painter->missing), sign))
            continue;
        pango_layout_set_text(one, sign, -1);
        if (pango_layout_get_unknown_glyphs_count(one))
            gt_buffer_text(painter->missing, sign);
    }
    g_object_unref(one);
}

static void set_weight(struct painter *painter, bool bold)
{
    pango_font_description_set_weight(painter->face,
                                      bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
}

/* A line of text at a baseline; x is its left, middle or right end. */
static void paint_text(struct painter *painter, struct gt_point at, const char *text, double font,
                       enum gt_align align)
{
    static const double part[] = {
        [GT_ALIGN_LEFT] = 0, [GT_ALIGN_CENTRE] = 0.5, [GT_ALIGN_RIGHT] = 1};
    int wide, high;
    pango_font_description_set_absolute_size(painter->face, font * PANGO_SCALE);
    pango_layout_set_font_description(painter->layout, painter->face);
    pango_layout_set_text(painter->layout, text, -1);
    pango_layout_get_size(painter->layout, &wide, &high);
    if (pango_layout_get_unknown_glyphs_count(painter->layout))
        note_missing(painter, text);
    double width = (double)wide / PANGO_SCALE, most = gt_label_width(text) * font / 1000;
    double press = width > most && width > 0 ? most / width : 1;
    double baseline = (double)pango_layout_get_baseline(painter->layout) / PANGO_SCALE;
    cairo_save(painter->cairo);
    cairo_translate(painter->cairo, at.x - width * press * part[align], at.y - baseline);
    cairo_scale(painter->cairo, press, 1);
    pango_cairo_show_layout(painter->cairo, painter->layout);
    cairo_restore(painter->cairo);
}

static void paint_lines_of_text(struct painter *painter, struct gt_point at, const char *text,
                                double font)
{
    struct gt_buffer line = {0};
    for (const char *end; *text; text = *end ? end + 1 : end, at.y += font * GT_LINE_PITCH) {
        end = strchr(text, '\n');
        end = end ? end : text + strlen(text);
        gt_buffer_clear(&line);
        gt_buffer_add(&line, text, (size_t)(end - text));
        paint_text(painter, at, gt_buffer_string(&line), font, GT_ALIGN_CENTRE);
    }
    gt_buffer_fini(&line);
}

static void paint_head(struct painter *painter, const struct gt_path *path, bool at_end,
                       const struct gt_line_look *look)
{
    bool filled;
    struct gt_outline head = gt_outline_head(look->head, path, at_end, &filled);
    add_outline(painter, &head);
    set_dash(painter, false);
    cairo_set_line_width(painter->cairo, GT_LINE_WIDTH);
    if (filled)
        cairo_fill(painter->cairo);
    else
        cairo_stroke(painter->cairo);
}

static void paint_path(struct painter *painter, const struct gt_path *whole, bool tail, bool head,
                       const struct gt_line_look *look)
{
    struct gt_path path = gt_path_between(whole, tail, head, look->head);
    cairo_move_to(painter->cairo, path.piece[0].p[0].x, path.piece[0].p[0].y);
    for (int i = 0; i < path.n; i++)
        add_curve(painter, path.piece[i].p + 1);
    set_dash(painter, look->dashed);
    cairo_set_line_width(painter->cairo, look->width);
    cairo_stroke(painter->cairo);
    if (head)
        paint_head(painter, whole, true, look);
    if (tail)
        paint_head(painter, whole, false, look);
    set_dash(painter, false);
}

static void paint_lines(struct painter *painter)
{
    const struct gt_scene *scene = painter->scene;
    const char *colour[GT_LINE_COLOURS];
    int colours = gt_look_colours(scene, colour);
    for (int c = 0; c < colours; c++)
        for (uint32_t i = 0; i < scene->n_lines; i++) {
            const struct gt_scene_line *line = &scene->lines[i];
            struct gt_line_look look = gt_look_of_line(scene, line);
            if (strcmp(look.colour, colour[c]) != 0)
                continue;
            set_colour(painter, look.colour, gt_look_opacity(scene));
            paint_path(painter, &line->path, line->tail, line->head, &look);
        }
}

/* A rectangle of the page that opens an address, in PDF; nothing in PNG. */
static void paint_link(struct painter *painter, const struct gt_scene_box *box)
{
    const struct gt_rect *rect = &box->rect;
    struct gt_buffer link = {0}, tag = {0};
    char number[GT_NUMBER_TEXT];
    gt_link_of_box(painter->scene, box, &link);
    gt_buffer_text(&tag, "uri='");
    for (const char *p = gt_buffer_string(&link); *p; p++) {
        gt_buffer_text(&tag, *p == '\'' || *p == '\\' ? "\\" : "");
        gt_buffer_add(&tag, p, 1);
    }
    double left = rect->left, top = rect->top, right = rect->right, bottom = rect->bottom;
    cairo_user_to_device(painter->cairo, &left, &top);
    cairo_user_to_device(painter->cairo, &right, &bottom);
    gt_buffer_format(&tag, "' rect=[%s", gt_number_show(left, 6, number));
    gt_buffer_format(&tag, " %s", gt_number_show(top, 6, number));
    gt_buffer_format(&tag, " %s", gt_number_show(right - left, 6, number));
    gt_buffer_format(&tag, " %s]", gt_number_show(bottom - top, 6, number));
    cairo_tag_begin(painter->cairo, CAIRO_TAG_LINK, gt_buffer_string(&tag));
    cairo_tag_end(painter->cairo, CAIRO_TAG_LINK);
    gt_buffer_fini(&link);
    gt_buffer_fini(&tag);
}

static void paint_dot(struct painter *painter, const struct gt_scene_box *box)
{
    const struct gt_rect *rect = &box->rect;
    cairo_arc(painter->cairo, (rect->left + rect->right) / 2, (rect->top + rect->bottom) / 2,
              gt_rect_width(rect) / 2, 0, 2 * G_PI);
    set_colour(painter, gt_scene_box_colour(painter->scene, box), 1);
    cairo_fill(painter->cairo);
}

static void paint_ring(struct painter *painter, const struct gt_scene_ring *ring)
{
    cairo_save(painter->cairo);
    cairo_translate(painter->cairo, ring->middle.x, ring->middle.y);
    cairo_scale(painter->cairo, ring->x_radius, ring->y_radius);
    cairo_arc(painter->cairo, 0, 0, 1, 0, 2 * G_PI);
    cairo_restore(painter->cairo);
    set_colour(painter, painter->scene->theme->rule, 1);
    cairo_set_line_width(painter->cairo, 1);
    cairo_stroke(painter->cairo);
}

static void paint_box(struct painter *painter, const struct gt_scene_box *box)
{
    const struct gt_scene *scene = painter->scene;
    const struct gt_node_look *look = &scene->theme->node[box->type];
    enum gt_lang lang = scene->options->lang;
    struct gt_look_text text = gt_look_of_text(box);
    struct gt_outline frame = gt_outline_frame(&box->rect, look->form, box->font);
    struct gt_outline sign = gt_outline_sign(&box->rect, look->form, box->font, box->sign_width);
    double font = gt_look_sign(box, lang);
    struct gt_point at = {box->rect.left + box->sign_width / 2, gt_look_baseline(&box->rect, font)};
    const char *colour = gt_scene_box_colour(scene, box);
    paint_outline(painter, &frame, box->fill, colour, gt_look_frame(box));
    paint_outline(painter, &sign, colour, NULL, 0);
    struct gt_rect bar[GT_BARS];
    int bars = gt_look_bars(&box->rect, box->rect.left + box->sign_width, look->form, box->font,
                            box->ground, bar);
    for (int i = 0; i < bars; i++)
        paint_rect(painter, &bar[i], colour, NULL);
    set_weight(painter, box->bold);
    set_colour(painter, scene->theme->page, 1);
    paint_text(painter, at, look->sign.in[lang], font, GT_ALIGN_CENTRE);
    set_colour(painter, scene->theme->ink, 1);
    paint_lines_of_text(painter, (struct gt_point){text.x, text.baseline}, box->label.text,
                        box->font);
    set_weight(painter, false);
    if (box->second.n_lines) {
        set_colour(painter, scene->theme->quiet, 1);
        paint_lines_of_text(painter, (struct gt_point){text.x, text.second_baseline},
                            box->second.text, box->second_font);
    }
    if (scene->options->link_base)
        paint_link(painter, box);
}

static void paint_item(struct painter *painter, const struct gt_scene_item *item)
{
    const struct gt_rect *rect = &item->rect;
    if (item->fill || item->stroke) {
        struct gt_outline frame = gt_outline_frame(rect, item->form, gt_rect_height(rect) * 0.7);
        paint_outline(painter, &frame, item->fill, item->stroke, item->stroke_width);
    }
    if (!item->text)
        return;
    double x = item->align == GT_ALIGN_LEFT    ? rect->left
               : item->align == GT_ALIGN_RIGHT ? rect->right
                                               : (rect->left + rect->right) / 2;
    set_colour(painter, item->ink, 1);
    set_weight(painter, item->bold);
    paint_text(painter, (struct gt_point){x, gt_look_baseline(rect, item->font)}, item->text,
               item->font, item->align);
    set_weight(painter, false);
}

static void paint_samples(struct painter *painter)
{
    for (uint32_t i = 0; i < painter->scene->n_samples; i++) {
        const struct gt_scene_sample *sample = &painter->scene->samples[i];
        struct gt_line_look look = {.colour = sample->colour,
                                    .width = sample->width,
                                    .dashed = sample->dashed,
                                    .head = sample->head};
        struct gt_path path = gt_path_straight(sample->from, sample->to);
        set_colour(painter, sample->colour, 1);
        paint_path(painter, &path, false, sample->headed, &look);
    }
}

static void paint_scene(struct painter *painter)
{
    const struct gt_scene *scene = painter->scene;
    const struct gt_rect page = {0, 0, scene->width, scene->height};
    paint_rect(painter, &page, scene->theme->page, NULL);
    for (uint32_t z = 0; scene->n_zones > 1 && z < scene->n_zones; z++)
        paint_rect(painter, &scene->zones[z].ground, scene->zones[z].fill, scene->theme->rule);
    for (uint32_t i = 0; i < scene->n_rings; i++)
        paint_ring(painter, &scene->rings[i]);
    paint_lines(painter);
    for (uint32_t i = 0; i < scene->n_boxes; i++) {
        if (scene->boxes[i].dot)
            paint_dot(painter, &scene->boxes[i]);
        else
            paint_box(painter, &scene->boxes[i]);
    }
    paint_samples(painter);
    for (uint32_t i = 0; i < scene->n_items; i++)
        paint_item(painter, &scene->items[i]);
}

static cairo_status_t take_bytes(void *context, const unsigned char *bytes, unsigned n)
{
    gt_buffer_add(context, bytes, n);
    return CAIRO_STATUS_SUCCESS;
}

/* Paints on a surface `zoom` times as large as the scene. */
static bool paint_on(struct painter *painter, cairo_surface_t *surface, double zoom,
                     struct gt_error *err)
{
    painter->cairo = cairo_create(surface);
    cairo_scale(painter->cairo, zoom, zoom);
    painter->layout = pango_cairo_create_layout(painter->cairo);
    painter->face = pango_font_description_from_string(GT_FONT_FAMILY);
    cairo_font_options_t *exact = cairo_font_options_create();
    cairo_font_options_set_hint_style(exact, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(exact, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(exact, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(pango_layout_get_context(painter->layout), exact);
    pango_layout_set_single_paragraph_mode(painter->layout, true);
    paint_scene(painter);
    cairo_status_t status = cairo_status(painter->cairo);
    cairo_font_options_destroy(exact);
    pango_font_description_free(painter->face);
    g_object_unref(painter->layout);
    cairo_destroy(painter->cairo);
    return status == CAIRO_STATUS_SUCCESS ||
           gt_fail(err, GT_BUG, "cairo could not draw: %s", "cairo 无法绘图：%s",
                   cairo_status_to_string(status));
}

/* The date of the newest document, with the time zeroed: a file must not carry the time of its
 * making, which would differ for the same input. */
static void settle_date(const struct gt_scene *scene, cairo_surface_t *pdf)
{
    const char *newest = "";
    char date[] = "1970-01-01T00:00:00Z";
    for (uint32_t d = 0; d < scene->graph->n_documents; d++) {
        const char *found = scene->graph->documents[d].date;
        if (found && strcmp(found, newest) > 0)
            newest = found;
    }
    size_t n = strlen(newest);
    if (n == 4 || n == 7 || n == 10)
        memcpy(date, newest, n);
    cairo_pdf_surface_set_metadata(pdf, CAIRO_PDF_METADATA_CREATE_DATE, date);
}

static const char *title_of(const struct gt_scene *scene, const char *group)
{
    for (uint32_t i = 0; i < scene->n_items; i++)
        if (strcmp(scene->items[i].group, group) == 0 && scene->items[i].text)
            return scene->items[i].text;
    return "";
}

bool gt_pdf_write(const struct gt_scene *scene, struct gt_buffer *out, struct gt_buffer *missing,
                  struct gt_error *err)
{
    struct painter painter = {.scene = scene, .missing = missing};
    double zoom = gt_scene_zoom(scene);
    cairo_surface_t *pdf = cairo_pdf_surface_create_for_stream(take_bytes, out, scene->width * zoom,
                                                               scene->height * zoom);
    cairo_pdf_surface_set_metadata(pdf, CAIRO_PDF_METADATA_TITLE, title_of(scene, "title"));
    cairo_pdf_surface_set_metadata(pdf, CAIRO_PDF_METADATA_SUBJECT, title_of(scene, "subtitle"));
    cairo_pdf_surface_set_metadata(pdf, CAIRO_PDF_METADATA_CREATOR, "graphtool " GT_VERSION);
    settle_date(scene, pdf);
    bool done = paint_on(&painter, pdf, zoom, err);
    cairo_surface_finish(pdf);
    cairo_surface_destroy(pdf);
    return done;
}

bool gt_png_write(const struct gt_scene *scene, struct gt_buffer *out, struct gt_buffer *missing,
                  struct gt_error *err)
{
    struct painter painter = {.scene = scene, .missing = missing};
    enum { MOST_PIXELS = 100000000, MOST_SIDE = 32767 };
    double dpi = scene->options->dpi > 0 ? scene->options->dpi : GT_DPI;
    double inches = gt_scene_zoom(scene) / 72;
    double wide = ceil(scene->width * inches * dpi), high = ceil(scene->height * inches * dpi);
    if (wide * high > MOST_PIXELS || fmax(wide, high) > MOST_SIDE) {
        double most = fmin(sqrt(MOST_PIXELS / (wide * high)), MOST_SIDE / fmax(wide, high)) * dpi;
        return gt_fail(err, GT_USAGE, "this map can be at most %d dots to the inch (--dpi)",
                       "这张图的分辨率最高为每英寸 %d 点（--dpi）", (int)most);
    }
    cairo_surface_t *image = cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)wide, (int)high);
    struct gt_buffer bytes = {0};
    bool done = paint_on(&painter, image, inches * dpi, err);
    cairo_status_t status = cairo_surface_write_to_png_stream(image, take_bytes, &bytes);
    if (done && status != CAIRO_STATUS_SUCCESS)
        done = gt_fail(err, GT_BUG, "cairo could not write PNG: %s", "cairo 无法写出 PNG：%s",
                       cairo_status_to_string(status));
    if (done)
        gt_png_add_resolution(&bytes, dpi, out);
    cairo_surface_destroy(image);
    gt_buffer_fini(&bytes);
    return done;
}
