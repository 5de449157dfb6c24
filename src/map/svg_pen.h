/* svg_pen.h: what SVG is written with. Numbers have one decimal; texts are escaped. */
#ifndef GT_MAP_SVG_PEN_H
#define GT_MAP_SVG_PEN_H

#include "base/buffer.h"
#include "map/geometry.h"
#include "map/outline.h"

/* Adds a text as XML character data or attribute value. */
void gt_svg_escape(const char *text, struct gt_buffer *out);

/* An attribute with a blank before it. */
void gt_svg_attribute(struct gt_buffer *out, const char *name, double value);
void gt_svg_word(struct gt_buffer *out, const char *name, const char *value);

/* What stands in a path's d. Offsets are written from where the pen really is, so that rounding
 * adds up to nothing. */
void gt_svg_outline(struct gt_buffer *out, const struct gt_outline *outline);
void gt_svg_path(struct gt_buffer *out, const struct gt_path *path);

/* The same to whole points, for what is only pointed at. */
void gt_svg_path_roughly(struct gt_buffer *out, const struct gt_path *path);

/* The attributes of a rectangle. */
void gt_svg_rect(struct gt_buffer *out, const struct gt_rect *rect);

/* A rectangle as one more part of a path, whose part before began at `from` and is closed. */
void gt_svg_bar(struct gt_buffer *out, struct gt_point from, const struct gt_rect *rect);

/* A title element: the tooltip and the spoken name of what it stands in. */
void gt_svg_title(struct gt_buffer *out, const char *text);

/* A line of text; without font (0) in the size around it; without length (0) as long as the face
 * makes it. */
void gt_svg_text(struct gt_buffer *out, struct gt_point at, const char *text, double font,
                 double length);

/* A box's sign, in its own colour; without font (0) in the size around it. */
void gt_svg_sign(struct gt_buffer *out, struct gt_point at, const char *text, double font,
                 const char *ink);

/* The lines of a label in the size and weight around it, one element each, with their lengths. */
void gt_svg_lines(struct gt_buffer *out, const char *text, struct gt_point at, double font,
                  bool bold);

#endif
