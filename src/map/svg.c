/* svg.c: a scene as an SVG document: one that is read, clicked and styled, not only looked at.
 *
 * How it works: the look stands in attributes, so that every viewer shows the same; the style sheet
 * is only about pointing: what has the keyboard's focus or the pointer, and its ties, stay, the
 * rest fades, by :has(), without script. Ids are "n-" and the node's slug, and "z-" and the zone's
 * name; a line is told by data-from, data-to and its family (data-statements: how many places state
 * it, when there are several). The classes n0, n1 ... number the
 * boxes; what is tied to box 7 has the class l7. Every rule is about .gtm alone, so that a page may
 * hold several maps and styles of its own. Names come from data and are escaped; nothing of them
 * reaches the style sheet. A box is its title, its frame, its sign, and texts. */
#include "map/draw.h"

#include "map/look.h"
#include "map/svg_parts.h"
#include "map/svg_pen.h"

#include "base/number.h"

#include <string.h>

static void add_zones(const struct gt_scene *scene, struct gt_buffer *out)
{
    for (uint32_t z = 0; scene->n_zones > 1 && z < scene->n_zones; z++) {
        const struct gt_scene_zone *zone = &scene->zones[z];
        gt_buffer_format(out, "<g id=\"z-%s\" class=\"zone %s\"><rect", zone->id, zone->id);
        gt_svg_rect(out, &zone->ground);
        gt_buffer_format(out, " fill=\"%s\" stroke=\"%s\" stroke-width=\"0.5\"/></g>\n", zone->fill,
                         scene->theme->rule);
    }
}

/* The hops around a centre. */
static void add_rings(const struct gt_scene *scene, struct gt_buffer *out)
{
    for (uint32_t i = 0; i < scene->n_rings; i++) {
        const struct gt_scene_ring *ring = &scene->rings[i];
        gt_buffer_text(out, "<g class=\"ring\">");
        gt_svg_title(out, ring->title);
        gt_buffer_text(out, "<ellipse");
        gt_svg_attribute(out, "cx", ring->middle.x);
        gt_svg_attribute(out, "cy", ring->middle.y);
        gt_svg_attribute(out, "rx", ring->x_radius);
        gt_svg_attribute(out, "ry", ring->y_radius);
        gt_buffer_format(out, " fill=\"none\" stroke=\"%s\"/></g>\n", scene->theme->rule);
    }
}

/* --- title, legend, footer ---------------------------------------------------------------------
 */

static void add_item(const struct gt_scene_item *item, struct gt_buffer *out)
{
    static const char *const anchor[] = {[GT_ALIGN_LEFT] = "",
                                         [GT_ALIGN_CENTRE] = " text-anchor=\"middle\"",
                                         [GT_ALIGN_RIGHT] = " text-anchor=\"end\""};
    const struct gt_rect *rect = &item->rect;
    if (item->fill || item->stroke) {
        struct gt_outline frame = gt_outline_frame(rect, item->form, gt_rect_height(rect) * 0.7);
        gt_buffer_text(out, "<path d=\"");
        gt_svg_outline(out, &frame);
        gt_buffer_format(out, "\" fill=\"%s\"", item->fill ? item->fill : "none");
        if (item->stroke) {
            gt_svg_word(out, "stroke", item->stroke);
            gt_svg_attribute(out, "stroke-width", item->stroke_width);
        }
        gt_buffer_text(out, "/>\n");
    }
    if (!item->text || !*item->text)
        return;
    double x = item->align == GT_ALIGN_LEFT    ? rect->left
               : item->align == GT_ALIGN_RIGHT ? rect->right
                                               : (rect->left + rect->right) / 2;
    gt_buffer_format(out, "<g fill=\"%s\"%s%s>", item->ink, anchor[item->align],
                     item->bold ? " font-weight=\"bold\"" : "");
    gt_svg_text(out, (struct gt_point){x, gt_look_baseline(rect, item->font)}, item->text,
                item->font, gt_label_length(item->text, item->bold) * item->font / 1000);
    gt_buffer_text(out, "</g>\n");
}

/* Items of one group stand together in one element. */
static void add_items(const struct gt_scene *scene, struct gt_buffer *out)
{
    for (uint32_t i = 0; i < scene->n_items; i++) {
        const struct gt_scene_item *item = &scene->items[i];
        if (i == 0 || strcmp(item->group, item[-1].group) != 0)
            gt_buffer_format(out, "%s<g class=\"%s\">\n", i ? "</g>\n" : "", item->group);
        add_item(item, out);
    }
    gt_buffer_text(out, scene->n_items ? "</g>\n" : "");
}

static void add_samples(const struct gt_scene *scene, struct gt_buffer *out)
{
    gt_buffer_text(out, "<g class=\"legend\" fill=\"none\">\n");
    for (uint32_t i = 0; i < scene->n_samples; i++) {
        const struct gt_scene_sample *sample = &scene->samples[i];
        struct gt_line_look look = {.colour = sample->colour, .head = sample->head};
        struct gt_path whole = gt_path_straight(sample->from, sample->to);
        struct gt_path path = gt_path_between(&whole, false, sample->headed, sample->head);
        gt_buffer_format(out, "<g stroke=\"%s\"", sample->colour);
        gt_svg_attribute(out, "stroke-width", sample->width);
        gt_buffer_text(out, "><path d=\"");
        gt_svg_path(out, &path);
        gt_buffer_text(out, sample->dashed ? "\" stroke-dasharray=\"4 2.4\"/>" : "\"/>");
        if (sample->headed)
            gt_svg_add_head(out, &whole, true, &look);
        gt_buffer_text(out, "</g>\n");
    }
    gt_buffer_text(out, "</g>\n");
}

/* --- the whole ---------------------------------------------------------------------------------
 */

/* The texts of a group, one line each. */
static void add_words(const struct gt_scene *scene, const char *group, struct gt_buffer *out)
{
    bool any = false;
    for (uint32_t i = 0; i < scene->n_items; i++) {
        const struct gt_scene_item *item = &scene->items[i];
        if (strcmp(item->group, group) != 0 || !item->text)
            continue;
        gt_buffer_text(out, any ? "\n" : "");
        gt_svg_escape(item->text, out);
        any = true;
    }
}

/* What fades and what stays; see the file. Two sheets, since a reader that does not know :has() or
 * :is() may drop the whole sheet. */
static void add_style(const struct gt_scene *scene, struct gt_buffer *out)
{
    gt_buffer_text(
        out, "<style>\n"
             ".gtm a{text-decoration:none}\n"
             ".gtm .node,.gtm .edge{outline:none}\n"
             ".gtm .edge{pointer-events:stroke}\n"
             ".gtm .edge [opacity]{stroke-width:9}\n"
             ".gtm .node:focus>:nth-child(2),.gtm .node:hover>:nth-child(2){stroke-width:2.4}\n"
             ".gtm .edge:hover :not([opacity]),.gtm .edge:focus :not([opacity]){stroke-width:2.6}\n"
             "</style>\n");
    if (scene->n_boxes > GT_SVG_RULES)
        return;
    gt_buffer_text(out, "<style>\n.gtm:has(.node:hover,.node:focus) :is(.node,.edge)"
                        "{opacity:.12}\n.gtm:has(.node) .node:is(:hover,:focus),\n");
    for (uint32_t i = 0; i < scene->n_boxes; i++)
        gt_buffer_format(out, "%s.gtm:has(.n%u:hover,.n%u:focus) .l%u", i ? "," : "", i, i, i);
    gt_buffer_text(out, "{opacity:1}\n</style>\n");
}

static void add_start(const struct gt_scene *scene, struct gt_buffer *out)
{
    const struct gt_paper *paper = scene->options->paper;
    gt_buffer_format(out,
                     "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                     "<svg xmlns=\"http://www.w3.org/2000/svg\" "
                     "class=\"gtm %s\" role=\"graphics-document document\" xml:lang=\"%s\" "
                     "font-family=\"%s\"",
                     scene->theme->name, scene->options->lang == GT_ZH ? "zh-CN" : "en",
                     GT_FONT_FAMILY);
    char number[GT_NUMBER_TEXT];
    double width = paper ? paper->width : scene->width;
    double height = paper ? paper->height : scene->height;
    gt_buffer_format(out, " width=\"%spt\"", gt_number_show(width, 6, number));
    gt_buffer_format(out, " height=\"%spt\"", gt_number_show(height, 6, number));
    gt_buffer_format(out, " viewBox=\"0 0 %s", gt_number_show(scene->width, 7, number));
    gt_buffer_format(out, " %s\">\n<title>", gt_number_show(scene->height, 7, number));
    add_words(scene, "title", out);
    gt_buffer_text(out, "</title>\n<desc>");
    add_words(scene, "subtitle", out);
    gt_buffer_text(out, "\n");
    add_words(scene, "footer", out);
    gt_buffer_text(out, "</desc>\n");
}

bool gt_svg_write(const struct gt_scene *scene, struct gt_buffer *out, struct gt_buffer *missing,
                  struct gt_error *err)
{
    (void)missing, (void)err;
    add_start(scene, out);
    add_style(scene, out);
    gt_buffer_format(out, "<rect class=\"page\" width=\"100%%\" height=\"100%%\" fill=\"%s\"/>\n",
                     scene->theme->page);
    add_zones(scene, out);
    add_rings(scene, out);
    gt_svg_add_lines(scene, out);
    gt_svg_add_boxes(scene, out);
    add_samples(scene, out);
    add_items(scene, out);
    gt_buffer_text(out, "</svg>\n");
    return true;
}
