/* svg_box.c: the boxes of a scene as SVG. */
#include "map/link.h"
#include "map/look.h"
#include "map/svg_parts.h"
#include "map/svg_pen.h"

#include "base/memory.h"
#include "base/number.h"

#include <math.h>
#include <stdlib.h>

/* " l4 l9": the boxes that each box is tied to, as classes; lines of one pair follow each other. */
static struct gt_buffer *list_ties(const struct gt_scene *scene)
{
    struct gt_buffer *list = gt_xcalloc((size_t)scene->n_boxes + 1, sizeof *list);
    for (uint32_t i = 0; i < scene->n_lines && scene->n_boxes <= GT_SVG_RULES; i++) {
        const struct gt_scene_line *line = &scene->lines[i], *last = i ? line - 1 : NULL;
        if (last && ((last->from == line->from && last->to == line->to) ||
                     (last->from == line->to && last->to == line->from)))
            continue;
        gt_buffer_format(&list[line->from], " l%u", line->to);
        gt_buffer_format(&list[line->to], " l%u", line->from);
    }
    return list;
}

static void open_box(const struct gt_scene *scene, uint32_t number, const char *ties, double usual,
                     struct gt_buffer *out)
{
    const struct gt_scene_box *box = &scene->boxes[number];
    const struct gt_map_options *options = scene->options;
    gt_buffer_text(out, options->link_base ? "<a id=\"n-" : "<g id=\"n-");
    gt_svg_escape(box->id, out);
    gt_buffer_format(out, "\" class=\"%s n%u%s\"", box->classes, number, ties);
    if (options->size_column) {
        char value[GT_NUMBER_TEXT];
        double v = gt_graph_column(scene->graph, options->size_column)[box->node];
        gt_svg_word(out, "data-value", isfinite(v) ? gt_number_show(v, 6, value) : "");
    }
    if (!box->dot && box->font > usual)
        gt_svg_attribute(out, "font-size", box->font);
    gt_buffer_text(out, box->bold ? " font-weight=\"bold\"" : "");
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
    gt_buffer_text(out, "<circle");
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
        gt_buffer_text(out, "<path d=\"");
        gt_svg_outline(out, &frame);
        gt_buffer_text(out, "\"");
    } else { /* the same, shorter */
        gt_buffer_text(out, "<rect");
        gt_svg_rect(out, &box->rect);
        gt_svg_attribute(out, "rx", gt_outline_radius(&box->rect, look->form, box->font));
    }
    gt_buffer_format(out, " fill=\"%s\" stroke=\"%s\"", box->fill, gt_scene_box_colour(scene, box));
    if (box->heavy)
        gt_svg_attribute(out, "stroke-width", gt_look_frame(box));
    gt_buffer_text(out, "/><path d=\"");
    gt_svg_outline(out, &sign);
    struct gt_rect bar[GT_BARS];
    int bars = gt_look_bars(&box->rect, box->rect.left + box->sign_width, look->form, box->font,
                            box->ground, bar);
    for (int i = 0; i < bars; i++)
        gt_svg_bar(out, i ? (struct gt_point){bar[i - 1].left, bar[i - 1].top} : sign.start,
                   &bar[i]);
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
    gt_svg_sign(out, at, look->sign.in[lang], font != box->font ? font : 0, scene->theme->page);
    gt_svg_lines(out, box->label.text, (struct gt_point){text.x, text.baseline}, box->font,
                 box->bold);
    if (!box->second.n_lines)
        return;
    gt_buffer_format(out, "<g class=\"second\" fill=\"%s\"", scene->theme->quiet);
    gt_svg_attribute(out, "font-size", box->second_font);
    gt_buffer_text(out, box->bold ? " font-weight=\"normal\"" : "");
    gt_buffer_text(out, ">");
    gt_svg_lines(out, box->second.text, (struct gt_point){text.x, text.second_baseline},
                 box->second_font, false);
    gt_buffer_text(out, "</g>");
}

/* The size of text that most boxes have. */
static double usual_font(const struct gt_scene *scene)
{
    double least = INFINITY;
    for (uint32_t i = 0; i < scene->n_boxes; i++)
        if (!scene->boxes[i].dot)
            least = fmin(least, scene->boxes[i].font);
    return isfinite(least) ? least : 1;
}

void gt_svg_add_boxes(const struct gt_scene *scene, struct gt_buffer *out)
{
    struct gt_buffer *ties = list_ties(scene);
    const double usual = usual_font(scene);
    gt_buffer_format(out,
                     "<g class=\"nodes\" text-anchor=\"middle\" stroke-width=\".8\" fill=\"%s\"",
                     scene->theme->ink);
    gt_svg_attribute(out, "font-size", usual);
    gt_buffer_text(out, ">\n");
    for (uint32_t i = 0; i < scene->n_boxes; i++) {
        open_box(scene, i, gt_buffer_string(&ties[i]), usual, out);
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
