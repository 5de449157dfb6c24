/* svg_line.c: the lines of a scene as SVG: each with its ends, its tooltip, and a wide unseen copy
 * that the pointer meets. */
#include "map/link.h"
#include "map/look.h"
#include "map/svg_parts.h"
#include "map/svg_pen.h"

#include <math.h>
#include <string.h>

/* A round end is shorter as a circle: its outline begins at the tip, and is half round after two
 * steps. */
static void add_circle(struct gt_buffer *out, const struct gt_outline *head)
{
    struct gt_point tip = head->start, end = head->step[1].p[2];
    gt_buffer_text(out, "<circle");
    gt_svg_attribute(out, "cx", (tip.x + end.x) / 2);
    gt_svg_attribute(out, "cy", (tip.y + end.y) / 2);
    gt_svg_attribute(out, "r", hypot(end.x - tip.x, end.y - tip.y) / 2);
}

void gt_svg_add_head(struct gt_buffer *out, const struct gt_path *path, bool at_end,
                     const struct gt_line_look *look)
{
    bool filled;
    struct gt_outline head = gt_outline_head(look->head, path, at_end, &filled);
    if (look->head == GT_HEAD_dot || look->head == GT_HEAD_odot) {
        add_circle(out, &head);
    } else {
        gt_buffer_text(out, "<path d=\"");
        gt_svg_outline(out, &head);
        gt_buffer_text(out, "\"");
    }
    if (filled)
        gt_svg_word(out, "fill", look->colour);
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
    const char *from = scene->boxes[line->from].id, *to = scene->boxes[line->to].id;
    gt_buffer_format(out, "<%s class=\"%s l%u l%u\"", scene->options->link_base ? "a" : "g",
                     line->classes, line->from, line->to);
    gt_svg_word(out, "data-from", from);
    gt_svg_word(out, "data-to", to);
    add_types(scene, line, out);
    if (line->statements > 1)
        gt_buffer_format(out, " data-statements=\"%u\"", line->statements);
    if (!scene->options->link_base)
        return;
    struct gt_buffer link = {0};
    gt_link_of_line(scene, line, &link);
    gt_svg_word(out, "href", gt_buffer_string(&link));
    gt_buffer_text(out, " tabindex=\"-1\""); /* the Tab key goes from node to node */
    gt_buffer_fini(&link);
}

/* Most lines of a colour are as wide; in an overview all have their own. */
static double usual_width(const struct gt_scene *scene, const char *colour)
{
    bool past = strcmp(colour, scene->theme->past) == 0 && !scene->options->edge_change;
    return past ? GT_PAST_WIDTH : GT_LINE_WIDTH;
}

/* A line, its ends, and the wide unseen copy that the pointer meets. */
static void add_line(const struct gt_scene *scene, uint32_t number, const struct gt_line_look *look,
                     struct gt_buffer *out)
{
    const struct gt_scene_line *line = &scene->lines[number];
    struct gt_path path = gt_path_between(&line->path, line->tail, line->head, look->head);
    open_line(scene, number, out);
    gt_buffer_text(out, ">");
    gt_svg_title(out, line->tooltip);
    gt_buffer_text(out, "<path opacity=\"0\" d=\"");
    gt_svg_path_roughly(out, &path);
    gt_buffer_text(out, "\"/><path d=\"");
    gt_svg_path(out, &path);
    gt_buffer_text(out, "\"");
    if (fabs(look->width - usual_width(scene, look->colour)) > 0.01)
        gt_svg_attribute(out, "stroke-width", look->width);
    if (look->dashed)
        gt_buffer_text(out, " stroke-dasharray=\"4 2.4\"");
    gt_buffer_text(out, "/>");
    if (line->head)
        gt_svg_add_head(out, &line->path, true, look);
    if (line->tail)
        gt_svg_add_head(out, &line->path, false, look);
    gt_buffer_text(out, scene->options->link_base ? "</a>\n" : "</g>\n");
}

/* The lines of one colour, which is written once. */
static void add_colour(const struct gt_scene *scene, const char *colour, struct gt_buffer *out)
{
    bool any = false;
    for (uint32_t i = 0; i < scene->n_lines; i++) {
        struct gt_line_look look = gt_look_of_line(scene, &scene->lines[i]);
        if (strcmp(look.colour, colour) != 0)
            continue;
        if (!any) {
            gt_buffer_format(out, "<g stroke=\"%s\"", colour);
            gt_svg_attribute(out, "stroke-width", usual_width(scene, colour));
            gt_buffer_text(out, ">\n");
        }
        any = true;
        add_line(scene, i, &look, out);
    }
    gt_buffer_text(out, any ? "</g>\n" : "");
}

void gt_svg_add_lines(const struct gt_scene *scene, struct gt_buffer *out)
{
    gt_buffer_text(out, "<g class=\"edges\" fill=\"none\"");
    gt_svg_attribute(out, "opacity", gt_look_opacity(scene));
    gt_buffer_text(out, ">\n");
    const char *colour[GT_LINE_COLOURS];
    int colours = gt_look_colours(scene, colour);
    for (int c = 0; c < colours; c++)
        add_colour(scene, colour[c], out);
    gt_buffer_text(out, "</g>\n");
}
