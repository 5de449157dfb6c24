/* svg.c: a scene as an SVG document: one that is read, clicked and styled, not only looked at.
 *
 * How it works: the look stands in attributes, so that every viewer shows the same; the style sheet
 * is only about pointing: what has the keyboard's focus or the pointer, and its ties, stay, the
 * rest fades, by :has(), without script. Ids are "n-" and the node's slug, and "z-" and the zone's
 * name; a line is told by data-from, data-to and its family. The classes n0, n1 ... number the
 * boxes; what is tied to box 7 has the class l7. Every rule is about .gtm alone, so that a page may
 * hold several maps and styles of its own. Names come from data and are escaped; nothing of them
 * reaches the style sheet. */
#include "map/draw.h"

#include "map/link.h"
#include "map/look.h"
#include "map/svg_pen.h"

#include "base/memory.h"
#include "base/number.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Maps with more boxes do without fading: a rule for each box would be slow. */
enum { MOST_RULES = 1500 };

static const char *id_of(const struct gt_scene *scene, uint32_t box)
{
    return scene->boxes[box].id;
}

static void add_rect(struct gt_buffer *out, const struct gt_rect *rect)
{
    gt_svg_attribute(out, "x", rect->left);
    gt_svg_attribute(out, "y", rect->top);
    gt_svg_attribute(out, "width", gt_rect_width(rect));
    gt_svg_attribute(out, "height", gt_rect_height(rect));
}

static void add_zones(const struct gt_scene *scene, struct gt_buffer *out)
{
    for (uint32_t z = 0; scene->n_zones > 1 && z < scene->n_zones; z++) {
        const struct gt_scene_zone *zone = &scene->zones[z];
        gt_buffer_format(out, "<g id=\"z-%s\" class=\"zone %s\"><rect", zone->id, zone->id);
        add_rect(out, &zone->ground);
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

/* --- lines -------------------------------------------------------------------------------------
 */

static void add_head(struct gt_buffer *out, const struct gt_curve *curve, bool at_end,
                     const struct gt_line_look *look)
{
    bool filled;
    struct gt_outline head =
        gt_outline_head(look->head, curve->p[at_end ? 2 : 1], curve->p[at_end ? 3 : 0], &filled);
    gt_buffer_text(out, "<path d=\"");
    gt_svg_outline(out, &head);
    gt_buffer_text(out, "\"");
    if (filled)
        gt_buffer_format(out, " fill=\"%s\"", look->colour);
    gt_buffer_text(out, "/>");
}

/* The types of a line's ties, each once, in the ontology's order: "founds supports". */
static void add_types(const struct gt_scene *scene, const struct gt_scene_line *line,
                      struct gt_buffer *out)
{
    bool seen[GT_EDGE_TYPES] = {0}, any = false;
    for (uint32_t i = line->first; i < line->first + line->n; i++)
        seen[scene->graph->edges[scene->ties[i]].type] = true;
    gt_buffer_text(out, " data-types=\"");
    for (int t = 0; t < GT_EDGE_TYPES; t++) {
        if (!seen[t])
            continue;
        gt_buffer_format(out, "%s%s", any ? " " : "", gt_edge_types[t].name);
        any = true;
    }
    gt_buffer_text(out, "\"");
}

static void open_line(const struct gt_scene *scene, uint32_t number, struct gt_buffer *out)
{
    const struct gt_scene_line *line = &scene->lines[number];
    const char *from = id_of(scene, line->from), *to = id_of(scene, line->to);
    gt_buffer_format(out, "<%s class=\"%s l%u l%u\"", scene->options->link_base ? "a" : "g",
                     line->classes, line->from, line->to);
    gt_svg_word(out, "data-from", from);
    gt_svg_word(out, "data-to", to);
    add_types(scene, line, out);
    gt_buffer_format(out, " data-statements=\"%u\"", line->statements);
    if (!scene->options->link_base)
        return;
    struct gt_buffer link = {0};
    gt_link_of_line(scene, line, &link);
    gt_svg_word(out, "href", gt_buffer_string(&link));
    gt_buffer_text(out, " tabindex=\"-1\""); /* the Tab key goes from node to node */
    gt_buffer_fini(&link);
}

/* A line, its ends, and the wide unseen copy that the pointer meets. */
static void add_line(const struct gt_scene *scene, uint32_t number, struct gt_buffer *out)
{
    const struct gt_scene_line *line = &scene->lines[number];
    struct gt_line_look look = gt_look_of_line(scene, line);
    struct gt_curve curve = gt_curve_between(&line->curve, line->tail, line->head, look.head);
    open_line(scene, number, out);
    gt_buffer_format(out, " stroke=\"%s\">", look.colour);
    gt_svg_title(out, line->tooltip);
    gt_buffer_text(out, "<path class=\"hit\" opacity=\"0\" d=\"");
    gt_svg_curve(out, &curve);
    gt_buffer_text(out, "\"/><path d=\"");
    gt_svg_curve(out, &curve);
    gt_buffer_text(out, "\"");
    if (look.width > GT_LINE_WIDTH)
        gt_svg_attribute(out, "stroke-width", look.width);
    if (look.dashed)
        gt_buffer_text(out, " stroke-dasharray=\"4 2.4\"");
    gt_buffer_text(out, "/>");
    if (line->head)
        add_head(out, &line->curve, true, &look);
    if (line->tail)
        add_head(out, &line->curve, false, &look);
    gt_buffer_text(out, scene->options->link_base ? "</a>\n" : "</g>\n");
}

static void add_lines(const struct gt_scene *scene, struct gt_buffer *out)
{
    gt_buffer_text(out, "<g class=\"edges\" fill=\"none\"");
    gt_svg_attribute(out, "stroke-width", GT_LINE_WIDTH);
    gt_svg_attribute(out, "opacity", gt_look_opacity(scene));
    gt_buffer_text(out, ">\n");
    for (uint32_t i = 0; i < scene->n_lines; i++)
        add_line(scene, i, out);
    gt_buffer_text(out, "</g>\n");
}

/* --- boxes -------------------------------------------------------------------------------------
 */

/* " l4 l9": the boxes that each box is tied to, as classes; lines of one pair follow each other. */
static struct gt_buffer *list_ties(const struct gt_scene *scene)
{
    struct gt_buffer *list = gt_xcalloc((size_t)scene->n_boxes + 1, sizeof *list);
    for (uint32_t i = 0; i < scene->n_lines && scene->n_boxes <= MOST_RULES; i++) {
        const struct gt_scene_line *line = &scene->lines[i], *last = i ? line - 1 : NULL;
        if (last && ((last->from == line->from && last->to == line->to) ||
                     (last->from == line->to && last->to == line->from)))
            continue;
        gt_buffer_format(&list[line->from], " l%u", line->to);
        gt_buffer_format(&list[line->to], " l%u", line->from);
    }
    return list;
}

static void open_box(const struct gt_scene *scene, uint32_t number, const char *ties,
                     struct gt_buffer *out)
{
    const struct gt_scene_box *box = &scene->boxes[number];
    const struct gt_map_options *options = scene->options;
    gt_buffer_text(out, options->link_base ? "<a id=\"n-" : "<g id=\"n-");
    gt_svg_escape(id_of(scene, number), out);
    gt_buffer_format(out, "\" class=\"%s n%u l%u%s\"", box->classes, number, number, ties);
    if (options->size_column) {
        char value[GT_NUMBER_TEXT];
        double v = gt_graph_column(scene->graph, options->size_column)[box->node];
        gt_svg_word(out, "data-value", isfinite(v) ? gt_number_show(v, 6, value) : "");
    }
    gt_svg_attribute(out, "font-size", box->font);
    if (options->link_base) {
        struct gt_buffer link = {0};
        gt_link_of_box(scene, box, &link);
        gt_svg_word(out, "href", gt_buffer_string(&link));
        gt_buffer_fini(&link);
    } else {
        gt_buffer_text(out, " tabindex=\"0\" role=\"img\"");
    }
    gt_buffer_text(out, ">");
    gt_svg_title(out, box->tooltip);
}

/* What is too small for a label. */
static void add_dot(const struct gt_scene *scene, const struct gt_scene_box *box,
                    struct gt_buffer *out)
{
    gt_buffer_text(out, "<circle class=\"frame\"");
    gt_svg_attribute(out, "cx", (box->rect.left + box->rect.right) / 2);
    gt_svg_attribute(out, "cy", (box->rect.top + box->rect.bottom) / 2);
    gt_svg_attribute(out, "r", gt_rect_width(&box->rect) / 2);
    gt_buffer_format(out, " fill=\"%s\"/>", gt_scene_box_colour(scene, box));
}

static void add_frame(const struct gt_scene *scene, const struct gt_scene_box *box,
                      struct gt_buffer *out)
{
    const struct gt_node_look *look = &scene->theme->node[box->type];
    struct gt_outline frame = gt_outline_frame(&box->rect, look->form, box->font);
    struct gt_outline sign = gt_outline_sign(&box->rect, look->form, box->font, box->sign_width);
    if (look->form == GT_FORM_CUT) {
        gt_buffer_text(out, "<path class=\"frame\" d=\"");
        gt_svg_outline(out, &frame);
        gt_buffer_text(out, "\"");
    } else { /* the same, shorter */
        gt_buffer_text(out, "<rect class=\"frame\"");
        add_rect(out, &box->rect);
        gt_svg_attribute(out, "rx", gt_outline_radius(&box->rect, look->form, box->font));
    }
    gt_buffer_format(out, " fill=\"%s\" stroke=\"%s\"", box->fill, gt_scene_box_colour(scene, box));
    if (box->heavy)
        gt_svg_attribute(out, "stroke-width", gt_look_frame(box));
    gt_buffer_text(out, "/><path class=\"sign\" d=\"");
    gt_svg_outline(out, &sign);
    gt_buffer_format(out, "\" fill=\"%s\"/>", gt_scene_box_colour(scene, box));
}

static void add_label(const struct gt_scene *scene, const struct gt_scene_box *box,
                      struct gt_buffer *out)
{
    const struct gt_node_look *look = &scene->theme->node[box->type];
    enum gt_lang lang = scene->options->lang;
    struct gt_look_text text = gt_look_of_text(box);
    double font = gt_look_sign(box, lang);
    struct gt_point at = {box->rect.left + box->sign_width / 2, gt_look_baseline(&box->rect, font)};
    gt_buffer_format(out, "<g fill=\"%s\">", scene->theme->page);
    gt_svg_text(out, at, look->sign.in[lang], font, 0);
    gt_buffer_text(out, "</g>");
    gt_svg_lines(out, box->label.text, (struct gt_point){text.x, text.baseline}, box->font);
    if (!box->second.n_lines)
        return;
    gt_buffer_format(out, "<g class=\"second\" fill=\"%s\"", scene->theme->quiet);
    gt_svg_attribute(out, "font-size", box->second_font);
    gt_buffer_text(out, ">");
    gt_svg_lines(out, box->second.text, (struct gt_point){text.x, text.second_baseline},
                 box->second_font);
    gt_buffer_text(out, "</g>");
}

static void add_boxes(const struct gt_scene *scene, struct gt_buffer *out)
{
    struct gt_buffer *ties = list_ties(scene);
    gt_buffer_format(
        out, "<g class=\"nodes\" text-anchor=\"middle\" stroke-width=\"0.8\" fill=\"%s\">\n",
        scene->theme->ink);
    for (uint32_t i = 0; i < scene->n_boxes; i++) {
        open_box(scene, i, gt_buffer_string(&ties[i]), out);
        if (scene->boxes[i].dot) {
            add_dot(scene, &scene->boxes[i], out);
        } else {
            add_frame(scene, &scene->boxes[i], out);
            add_label(scene, &scene->boxes[i], out);
        }
        gt_buffer_text(out, scene->options->link_base ? "</a>\n" : "</g>\n");
        gt_buffer_fini(&ties[i]);
    }
    gt_buffer_text(out, "</g>\n");
    free(ties);
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
    gt_buffer_format(out, "<g fill=\"%s\"%s>", item->ink, anchor[item->align]);
    gt_svg_text(out, (struct gt_point){x, gt_look_baseline(rect, item->font)}, item->text,
                item->font, gt_label_length(item->text) * item->font / 1000);
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
        struct gt_curve whole = gt_curve_straight(sample->from, sample->to);
        struct gt_curve curve = gt_curve_between(&whole, false, sample->headed, sample->head);
        gt_buffer_format(out, "<g stroke=\"%s\"", sample->colour);
        gt_svg_attribute(out, "stroke-width", sample->width);
        gt_buffer_text(out, "><path d=\"");
        gt_svg_curve(out, &curve);
        gt_buffer_text(out, sample->dashed ? "\" stroke-dasharray=\"4 2.4\"/>" : "\"/>");
        if (sample->headed)
            add_head(out, &whole, true, &look);
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
             ".gtm .hit{stroke-width:9}\n"
             ".gtm .node:focus .frame,.gtm .node:hover .frame{stroke-width:2.4}\n"
             ".gtm .edge:hover path:not(.hit),.gtm .edge:focus path:not(.hit){stroke-width:2.6}\n"
             "</style>\n");
    if (scene->n_boxes > MOST_RULES)
        return;
    gt_buffer_text(out, "<style>\n.gtm:has(.node:hover,.node:focus) :is(.node,.edge)"
                        "{opacity:.12}\n");
    for (uint32_t i = 0; i < scene->n_boxes; i++)
        gt_buffer_format(out, "%s.gtm:has(.n%u:hover,.n%u:focus) .l%u", i ? ",\n" : "", i, i, i);
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
    add_lines(scene, out);
    add_boxes(scene, out);
    add_samples(scene, out);
    add_items(scene, out);
    gt_buffer_text(out, "</svg>\n");
    return true;
}
