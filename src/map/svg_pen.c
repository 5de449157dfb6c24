/* svg_pen.c: numbers, paths and texts as SVG, short and exact to a tenth of a point. */
#include "map/svg_pen.h"

#include "map/label.h"

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

static void add_curve(struct pen *pen, const struct gt_point p[3])
{
    gt_buffer_text(pen->out, "c");
    for (int i = 0; i < 3; i++)
        add_offset(pen, p[i], i == 0);
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

void gt_svg_outline(struct gt_buffer *out, const struct gt_outline *outline)
{
    struct pen pen = {.out = out};
    begin_path(&pen, outline->start);
    for (int i = 0; i < outline->n; i++) {
        if (outline->step[i].curved)
            add_curve(&pen, outline->step[i].p);
        else
            add_line(&pen, outline->step[i].p[2]);
    }
    gt_buffer_text(out, outline->closed ? "z" : "");
}

void gt_svg_path(struct gt_buffer *out, const struct gt_path *path)
{
    struct pen pen = {.out = out};
    begin_path(&pen, path->piece[0].p[0]);
    for (int i = 0; i < path->n; i++)
        add_curve(&pen, path->piece[i].p + 1);
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
    gt_buffer_text(out, "</title>\n");
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

void gt_svg_lines(struct gt_buffer *out, const char *text, struct gt_point at, double font)
{
    struct gt_buffer line = {0};
    for (const char *end; *text; text = *end ? end + 1 : end) {
        end = strchr(text, '\n');
        end = end ? end : text + strlen(text);
        gt_buffer_clear(&line);
        gt_buffer_add(&line, text, (size_t)(end - text));
        const char *words = gt_buffer_string(&line);
        gt_svg_text(out, at, words, 0, gt_label_length(words) * font / 1000);
        at.y += font * GT_LINE_PITCH;
    }
    gt_buffer_fini(&line);
}
