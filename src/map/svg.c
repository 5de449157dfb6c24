/* svg.c: what Graphviz's SVG lacks: tooltips, ids that are slugs, classes, a language, a
 * description; what it has too much: comments with names, titles with internal names.
 *
 * How it works: Graphviz writes one element a line and groups as
 *     <g id="n12" class="node ..."> / <title>name</title> / shapes / </g>
 * The pass goes line by line; a group whose id is one of ours gets its opening and title from the
 * scene, everything else is copied. It does not parse XML: it knows what core's SVG renderer of
 * Graphviz 2.42 and later writes, and a test reads the result with a real parser. */
#include "map/draw.h"

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

static bool starts_with(const char *text, const char *start)
{
    return strncmp(text, start, strlen(start)) == 0;
}

/* Opens a group: id (slug), classes, tooltip; null leaves one out. */
static void open_group(struct gt_buffer *out, const char *id, const char *classes,
                       const char *tooltip)
{
    gt_buffer_text(out, "<g");
    if (id) {
        gt_buffer_text(out, " id=\"");
        gt_svg_escape(id, out);
        gt_buffer_text(out, "\"");
    }
    gt_buffer_text(out, " class=\"");
    gt_svg_escape(classes, out);
    gt_buffer_text(out, "\">\n");
    if (tooltip) {
        gt_buffer_text(out, "<title>");
        gt_svg_escape(tooltip, out);
        gt_buffer_text(out, "</title>\n");
    }
}

static void open_line_group(const struct gt_scene *scene, uint32_t number, struct gt_buffer *out)
{
    const struct gt_scene_line *line = &scene->lines[number];
    gt_buffer_text(out, "<g data-from=\"");
    gt_svg_escape(scene->graph->nodes[scene->boxes[line->from].node].id, out);
    gt_buffer_text(out, "\" data-to=\"");
    gt_svg_escape(scene->graph->nodes[scene->boxes[line->to].node].id, out);
    gt_buffer_format(out, "\" class=\"%s\">\n<title>", line->classes);
    gt_svg_escape(line->tooltip, out);
    gt_buffer_text(out, "</title>\n");
}

/* Replaces the opening of a group that is one of ours; false when it is not. */
static bool replace_group(const struct gt_scene *scene, const char *line, struct gt_buffer *out)
{
    static const char opening[] = "<g id=\"";
    if (!starts_with(line, opening))
        return false;
    char kind = line[sizeof opening - 1], *end;
    unsigned long number = strtoul(line + sizeof opening, &end, 10);
    if (end == line + sizeof opening || *end != '"')
        return false;
    if (kind == 'n' && number < scene->n_boxes) {
        const struct gt_scene_box *box = &scene->boxes[number];
        open_group(out, scene->graph->nodes[box->node].id, box->classes, box->tooltip);
    } else if (kind == 's' && number < scene->n_boxes) {
        open_group(out, NULL, "sign", scene->boxes[number].tooltip);
    } else if (kind == 'e' && number < scene->n_lines) {
        open_line_group(scene, (uint32_t)number, out);
    } else if (kind == 'i' && number < scene->n_items) {
        open_group(out, NULL, scene->items[number].group, NULL);
    } else if (kind == 'l' && number < scene->n_samples) {
        open_group(out, NULL, "legend", NULL);
    } else {
        return false;
    }
    return true;
}

/* The text of an item of the scene by its group, "" when there is none. */
static const char *text_of(const struct gt_scene *scene, const char *group)
{
    for (uint32_t i = 0; i < scene->n_items; i++)
        if (strcmp(scene->items[i].group, group) == 0 && scene->items[i].text)
            return scene->items[i].text;
    return "";
}

static void add_head(const struct gt_scene *scene, struct gt_buffer *out)
{
    gt_buffer_text(out, "<title>");
    gt_svg_escape(text_of(scene, "title"), out);
    gt_buffer_text(out, "</title>\n<desc>");
    gt_svg_escape(text_of(scene, "subtitle"), out);
    gt_buffer_text(out, "</desc>\n");
}

/* Behind the end of a comment, a title, or the element that starts at `line`. */
static const char *behind(const char *line, const char *end)
{
    const char *found = strstr(line, end);
    found = found ? found + strlen(end) : line + strlen(line);
    return *found == '\n' ? found + 1 : found;
}

void gt_svg_finish(const struct gt_scene *scene, const char *svg, struct gt_buffer *out)
{
    bool titled = false; /* the whole picture's title and description are written */
    while (*svg) {
        const char *end = strchr(svg, '\n');
        end = end ? end + 1 : svg + strlen(svg);
        if (starts_with(svg, "<!--")) {
            end = behind(svg, "-->");
        } else if (starts_with(svg, "<!DOCTYPE")) {
            end = behind(svg, ".dtd\">");
        } else if (starts_with(svg, "<title>")) {
            end = behind(svg, "</title>");
            if (!titled)
                add_head(scene, out);
            titled = true;
        } else if (starts_with(svg, "<svg ")) {
            gt_buffer_format(out, "<svg role=\"img\" xml:lang=\"%s\" ",
                             scene->options->lang == GT_ZH ? "zh-CN" : "en");
            gt_buffer_add(out, svg + 5, (size_t)(end - svg - 5));
        } else if (!replace_group(scene, svg, out)) {
            gt_buffer_add(out, svg, (size_t)(end - svg));
        }
        svg = end;
    }
}
