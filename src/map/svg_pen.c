/* svg_pen.c: numbers, paths and texts as SVG, short and exact to a tenth of a point. */
#include "map/svg_pen.h"

#include "map/look.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

void gt_svg_escape(const char *text, struct gt_buffer *out)
{
    for (; *text; text++) {
        switch (*text) {
        case '&':
            gt_buffer_text(out, "&amp;");
            break;
        case '<':
            gt_buffer_text(out, "&lt;");
            break;
        case '>':
            gt_buffer_text(out, "&gt;");
            break;
        case '"':
            gt_buffer_text(out, "&quot;");
            break;
        default: /* XML 1.0 has no way to write control characters */
            gt_buffer_add(out, (unsigned char)*text < ' ' && *text != '\n' ? " " : text, 1);
        }
    }
}

/* --- numbers and outlines ----------------------------------------------------------------------
 */

/* Tenths of a point as a decimal number without needless zeros: "-.5", "12". */
static void add_tenths(struct gt_buffer *out, long tenths)
{
    const char *sign = tenths < 0 ? "-" : "";
    tenths = labs(tenths);
    if (tenths % 10 && tenths < 10)
        gt_buffer_format(out, "%s.%ld", sign, tenths);
    else if (tenths % 10)
        gt_buffer_format(out, "%s%ld.%ld", sign, tenths / 10, tenths % 10);
    else
        gt_buffer_format(out, "%s%ld", sign, tenths / 10);
}

void gt_svg_attribute(struct gt_buffer *out, const char *name, double value)
{
    gt_buffer_format(out, " %s=\"", name);
    add_tenths(out, lround(value * 10));
    gt_buffer_text(out, "\"");
}

/* The pen of a path: offsets are written from where it really is, so that rounding adds up to
 * nothing. */
struct pen {
    struct gt_buffer *out;
    long x, y;
    bool whole; /* the number before has no decimal point */
};

/* A number of a path; a sign, or a second decimal point, parts it from the one before. */
static void add_part(struct pen *pen, long tenths, bool first)
{
    bool small = tenths % 10 && labs(tenths) < 10;
    if (!first && tenths >= 0 && (!small || pen->whole))
        gt_buffer_text(pen->out, " ");
    add_tenths(pen->out, tenths);
    pen->whole = tenths % 10 == 0;
}

static void add_offset(struct pen *pen, struct gt_point p, bool first)
{
    add_part(pen, lround(p.x * 10) - pen->x, first);
    add_part(pen, lround(p.y * 10) - pen->y, false);
}

static void move_pen(struct pen *pen, struct gt_point p)
{
    pen->x = lround(p.x * 10);
    pen->y = lround(p.y * 10);
}

static void begin_path(struct pen *pen, struct gt_point start)
{
    gt_buffer_text(pen->out, "M");
    add_offset(pen, start, true);
    move_pen(pen, start);
}

/* The two inner points of a long curve are written to whole points: it bends by less than half of
 * one. */
static void add_curve(struct pen *pen, const struct gt_point p[3])
{
    static const double whole_from = 16;
    gt_buffer_text(pen->out, "c");
    for (int i = 0; i < 3; i++) {
        double x = p[i].x - (double)pen->x / 10, y = p[i].y - (double)pen->y / 10;
        bool rough = i < 2 && hypot(x, y) >= whole_from;
        struct gt_point at = {round(x) + (double)pen->x / 10, round(y) + (double)pen->y / 10};
        add_offset(pen, rough ? at : p[i], i == 0);
    }
    move_pen(pen, p[2]);
}

static void add_line(struct pen *pen, struct gt_point p)
{
    long x = lround(p.x * 10) - pen->x, y = lround(p.y * 10) - pen->y;
    if (x == 0 && y == 0)
        return;
    gt_buffer_text(pen->out, y == 0 ? "h" : x == 0 ? "v" : "l");
    if (x && y)
        add_offset(pen, p, true);
    else
        add_tenths(pen->out, x ? x : y);
    move_pen(pen, p);
}

/* A quarter of a circle. A small one is a parabola, which is shorter to write and less than a fifth
 * of a point away. */
static void add_quarter(struct pen *pen, const struct gt_point p[3], struct gt_point corner)
{
    static const double small = 3;
    struct gt_point from = {(double)pen->x / 10, (double)pen->y / 10};
    if (fabs(p[2].x - from.x) > small || fabs(p[2].y - from.y) > small) {
        add_curve(pen, p);
        return;
    }
    gt_buffer_text(pen->out, "q");
    add_offset(pen, corner, true);
    add_offset(pen, p[2], false);
    move_pen(pen, p[2]);
}

void gt_svg_outline(struct gt_buffer *out, const struct gt_outline *outline)
{
    struct pen pen = {.out = out};
    begin_path(&pen, outline->start);
    for (int i = 0; i < outline->n; i++) {
        if (outline->step[i].curved)
            add_quarter(&pen, outline->step[i].p, outline->step[i].corner);
        else
            add_line(&pen, outline->step[i].p[2]);
    }
    gt_buffer_text(out, outline->closed ? "z" : "");
}

/* True when a curve keeps within `far` points of the line between its ends. */
static bool is_straight(const struct gt_curve *curve, double far)
{
    const struct gt_point *p = curve->p;
    double x = p[3].x - p[0].x, y = p[3].y - p[0].y, length = hypot(x, y);
    for (int i = 1; i < 3; i++)
        if (fabs((p[i].x - p[0].x) * y - (p[i].y - p[0].y) * x) > far * length)
            return false;
    return length > 0;
}

static void add_piece(struct pen *pen, const struct gt_curve *piece)
{
    if (is_straight(piece, 0.05))
        add_line(pen, piece->p[3]);
    else
        add_curve(pen, piece->p + 1);
}

void gt_svg_path(struct gt_buffer *out, const struct gt_path *path)
{
    struct pen pen = {.out = out};
    begin_path(&pen, path->piece[0].p[0]);
    for (int i = 0; i < path->n; i++)
        add_piece(&pen, &path->piece[i]);
}

void gt_svg_path_roughly(struct gt_buffer *out, const struct gt_path *path)
{
    static const double rough_by = 4; /* the control points: three quarters of it are the curve's */
    struct pen pen = {.out = out};
    for (int i = 0; i < path->n; i++) {
        struct gt_curve rough;
        for (int k = 0; k < 4; k++)
            rough.p[k] =
                (struct gt_point){round(path->piece[i].p[k].x), round(path->piece[i].p[k].y)};
        if (i == 0)
            begin_path(&pen, rough.p[0]);
        if (is_straight(&path->piece[i], rough_by))
            add_line(&pen, rough.p[3]);
        else
            add_piece(&pen, &rough);
    }
}

void gt_svg_rect(struct gt_buffer *out, const struct gt_rect *rect)
{
    gt_svg_attribute(out, "x", rect->left);
    gt_svg_attribute(out, "y", rect->top);
    gt_svg_attribute(out, "width", gt_rect_width(rect));
    gt_svg_attribute(out, "height", gt_rect_height(rect));
}

void gt_svg_bar(struct gt_buffer *out, struct gt_point from, const struct gt_rect *rect)
{
    struct pen pen = {.out = out};
    move_pen(&pen, from);
    gt_buffer_text(out, "m");
    add_offset(&pen, (struct gt_point){rect->left, rect->top}, true);
    move_pen(&pen, (struct gt_point){rect->left, rect->top});
    add_line(&pen, (struct gt_point){rect->right, rect->top});
    add_line(&pen, (struct gt_point){rect->right, rect->bottom});
    add_line(&pen, (struct gt_point){rect->left, rect->bottom});
    gt_buffer_text(out, "z");
}

void gt_svg_word(struct gt_buffer *out, const char *name, const char *value)
{
    gt_buffer_format(out, " %s=\"", name);
    gt_svg_escape(value, out);
    gt_buffer_text(out, "\"");
}

/* --- text --------------------------------------------------------------------------------------
 */

void gt_svg_title(struct gt_buffer *out, const char *text)
{
    gt_buffer_text(out, "<title>");
    gt_svg_escape(text, out);
    gt_buffer_text(out, "</title>");
}

void gt_svg_text(struct gt_buffer *out, struct gt_point at, const char *text, double font,
                 double length)
{
    gt_buffer_text(out, "<text");
    gt_svg_attribute(out, "x", at.x);
    gt_svg_attribute(out, "y", at.y);
    if (font > 0)
        gt_svg_attribute(out, "font-size", font);
    if (length > 0)
        gt_svg_attribute(out, "textLength", length);
    gt_buffer_text(out, ">");
    gt_svg_escape(text, out);
    gt_buffer_text(out, "</text>");
}

void gt_svg_sign(struct gt_buffer *out, struct gt_point at, const char *text, double font,
                 const char *ink)
{
    gt_buffer_text(out, "<text");
    gt_svg_attribute(out, "x", at.x);
    gt_svg_attribute(out, "y", at.y);
    if (font > 0)
        gt_svg_attribute(out, "font-size", font);
    gt_svg_word(out, "fill", ink);
    gt_buffer_text(out, ">");
    gt_svg_escape(text, out);
    gt_buffer_text(out, "</text>");
}

void gt_svg_lines(struct gt_buffer *out, const char *text, struct gt_point at, double font,
                  bool bold)
{
    struct gt_buffer line = {0};
    for (const char *end; *text; text = *end ? end + 1 : end) {
        end = strchr(text, '\n');
        end = end ? end : text + strlen(text);
        gt_buffer_clear(&line);
        gt_buffer_add(&line, text, (size_t)(end - text));
        const char *words = gt_buffer_string(&line);
        gt_svg_text(out, at, words, 0, round(gt_label_length(words, bold) * font / 1000));
        at.y += font * GT_LINE_PITCH;
    }
    gt_buffer_fini(&line);
}
