/* dot.c: a scene as one cgraph graph whose every position is pinned, rendered by gvc.
 *
 * Grounds are clusters, boxes and lines are nodes and edges, and so are signs, title and legend, so
 * that DOT holds the whole picture and `neato -n2` draws it again. No text of the data
 * becomes a URL, a font, an image or an HTML-like label; backslashes in labels and tooltips are
 * doubled, since Graphviz replaces \N and the like. Graphviz's y goes upwards. */
#include "map/draw.h"

#include "map/engine.h"
#include "map/look.h"
#include "map/outline.h"

#include "base/memory.h"
#include "base/number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double inch = 72, arrow_size = 0.55;

/* The graph being made and a buffer for one attribute's text. */
struct drawing {
    const struct gt_scene *scene;
    Agraph_t *graph, *furniture;
    struct gt_buffer text;
};

/* Two decimals, whatever the locale. */
static void add_number(struct gt_buffer *out, double value)
{
    long hundredths = lround(value * 100);
    const char *sign = hundredths < 0 ? "-" : "";
    hundredths = labs(hundredths);
    gt_buffer_format(out, "%s%ld.%02ld", sign, hundredths / 100, hundredths % 100);
}

static void add_point(struct drawing *drawing, struct gt_point p)
{
    add_number(&drawing->text, p.x);
    gt_buffer_text(&drawing->text, ",");
    add_number(&drawing->text, drawing->scene->height - p.y);
}

static void put(struct drawing *drawing, void *object, const char *name)
{
    gt_engine_put(object, name, gt_buffer_string(&drawing->text));
    gt_buffer_clear(&drawing->text);
}

static void put_number(struct drawing *drawing, void *object, const char *name, double value)
{
    add_number(&drawing->text, value);
    put(drawing, object, name);
}

/* A text in Graphviz's escapes: `end` closes each line: \n centred, \l left, \r right. */
static void put_text(struct drawing *drawing, void *object, const char *name, const char *text,
                     const char *end)
{
    for (; *text; text++) {
        if (*text == '\\')
            gt_buffer_text(&drawing->text, "\\\\");
        else if (*text == '\n')
            gt_buffer_text(&drawing->text, end);
        else
            gt_buffer_add(&drawing->text, text, 1);
    }
    if (strcmp(end, "\\l") == 0 || strcmp(end, "\\r") == 0)
        gt_buffer_text(&drawing->text, end);
    put(drawing, object, name);
}

static void put_place(struct drawing *drawing, Agnode_t *node, const struct gt_rect *rect)
{
    add_point(drawing,
              (struct gt_point){(rect->left + rect->right) / 2, (rect->top + rect->bottom) / 2});
    put(drawing, node, "pos");
    char number[GT_NUMBER_TEXT];
    gt_engine_put(node, "width", gt_number_show(gt_rect_width(rect) / inch, 6, number));
    gt_engine_put(node, "height", gt_number_show(gt_rect_height(rect) / inch, 6, number));
}

/* The name that SVG groups carry until gt_svg_finish(). */
static void put_id(struct drawing *drawing, void *object, char kind, uint32_t number)
{
    gt_buffer_format(&drawing->text, "%c%u", kind, number);
    put(drawing, object, "id");
}

static void put_bounds(struct drawing *drawing, Agraph_t *graph, const struct gt_rect *rect)
{
    add_point(drawing, (struct gt_point){rect->left, rect->bottom});
    gt_buffer_text(&drawing->text, ",");
    add_point(drawing, (struct gt_point){rect->right, rect->top});
    put(drawing, graph, "bb");
}

static void set_defaults(struct drawing *drawing)
{
    static const struct {
        int kind;
        const char *name, *value;
    } row[] = {
        {AGRAPH, "bb", ""},
        {AGRAPH, "pad", "0"},
        {AGRAPH, "margin", "0"},
        {AGRAPH, "outputorder", "edgesfirst"},
        {AGRAPH, "bgcolor", ""},
        {AGRAPH, "pencolor", "transparent"},
        {AGRAPH, "fontname", GT_FONT_FAMILY},
        {AGRAPH, "charset", "UTF-8"},
        {AGRAPH, "layout", "nop2"},
        {AGRAPH, "style", ""},
        {AGRAPH, "class", ""},
        {AGRAPH, "id", ""},
        {AGRAPH, "tooltip", ""},
        {AGNODE, "shape", "box"},
        {AGNODE, "fixedsize", "true"},
        {AGNODE, "margin", "0"},
        {AGNODE, "style", "filled"},
        {AGNODE, "fontname", GT_FONT_FAMILY},
        {AGNODE, "label", ""},
        {AGNODE, "pos", ""},
        {AGNODE, "width", "0"},
        {AGNODE, "height", "0"},
        {AGNODE, "penwidth", "0.8"},
        {AGNODE, "labelloc", "c"},
        {AGEDGE, "pos", ""},
        {AGEDGE, "arrowhead", "normal"},
        {AGEDGE, "arrowtail", "normal"},
        {AGEDGE, "dir", "none"},
        {AGEDGE, "penwidth", "0.8"},
    };
    for (size_t i = 0; i < sizeof row / sizeof *row; i++)
        gt_engine_set(drawing->graph, row[i].kind, row[i].name, row[i].value);
    gt_engine_set(drawing->graph, AGRAPH, "bgcolor", drawing->scene->theme->page);
    char number[GT_NUMBER_TEXT];
    gt_engine_set(drawing->graph, AGEDGE, "arrowsize", gt_number_show(arrow_size, 3, number));
}

/* The grounds: the page, then the zones. A cluster needs a node inside to be kept. */
static void add_grounds(struct drawing *drawing)
{
    const struct gt_scene *scene = drawing->scene;
    struct gt_rect page = {0, 0, scene->width, scene->height};
    Agraph_t *sheet = gt_engine_part(drawing->graph, "cluster_page");
    put_bounds(drawing, sheet, &page);
    gt_engine_put(sheet, "bgcolor", scene->theme->page);
    for (uint32_t z = 0; scene->n_zones > 1 && z < scene->n_zones; z++) {
        gt_buffer_format(&drawing->text, "cluster_%s", scene->zones[z].id);
        Agraph_t *zone = gt_engine_part(sheet, gt_buffer_string(&drawing->text));
        gt_buffer_clear(&drawing->text);
        put_bounds(drawing, zone, &scene->zones[z].ground);
        gt_engine_put(zone, "bgcolor", scene->zones[z].fill);
        gt_buffer_format(&drawing->text, "zone %s", scene->zones[z].id);
        put(drawing, zone, "class");
    }
}

static void add_sign(struct drawing *drawing, uint32_t i, const struct gt_rect *rect)
{
    const struct gt_scene *scene = drawing->scene;
    const struct gt_scene_box *box = &scene->boxes[i];
    const struct gt_node_look *look = &scene->theme->node[box->type];
    enum gt_lang lang = scene->options->lang;
    gt_buffer_format(&drawing->text, "sign:%u", i);
    Agnode_t *sign = gt_engine_node(drawing->furniture, gt_buffer_string(&drawing->text));
    gt_buffer_clear(&drawing->text);
    put_place(drawing, sign, rect);
    put_id(drawing, sign, 's', i);
    gt_engine_put(sign, "class", "sign");
    gt_engine_put(sign, "label", look->sign.in[lang]);
    gt_engine_put(sign, "fillcolor", gt_scene_box_colour(scene, box));
    gt_engine_put(sign, "color", gt_scene_box_colour(scene, box));
    gt_engine_put(sign, "fontcolor", scene->theme->page);
    put_number(drawing, sign, "fontsize", gt_look_sign(box, lang));
    put_number(drawing, sign, "penwidth", gt_look_frame(box));
}

static void add_bars(struct drawing *drawing, uint32_t i)
{
    const struct gt_scene_box *box = &drawing->scene->boxes[i];
    struct gt_rect bar[GT_BARS];
    int n = gt_look_bars(&box->rect, box->rect.left + box->sign_width,
                         drawing->scene->theme->node[box->type].form, box->font, box->ground, bar);
    for (int k = 0; k < n && !box->dot; k++) {
        const char *colour = gt_scene_box_colour(drawing->scene, box);
        gt_buffer_format(&drawing->text, "bar:%u:%d", i, k);
        Agnode_t *node = gt_engine_node(drawing->furniture, gt_buffer_string(&drawing->text));
        gt_buffer_clear(&drawing->text);
        put_place(drawing, node, &bar[k]);
        gt_engine_put(node, "class", "bar");
        gt_engine_put(node, "fillcolor", colour);
        gt_engine_put(node, "color", colour);
        put_number(drawing, node, "penwidth", 0);
    }
}

/* The name in the other language: a text of its own at the foot of the box, since a node's label
 * has one size and colour. */
static void add_second(struct drawing *drawing, uint32_t i)
{
    const struct gt_scene_box *box = &drawing->scene->boxes[i];
    if (!box->second.n_lines)
        return;
    struct gt_rect rect = box->rect;
    rect.left += box->sign_width;
    gt_buffer_format(&drawing->text, "second:%u", i);
    Agnode_t *node = gt_engine_node(drawing->furniture, gt_buffer_string(&drawing->text));
    gt_buffer_clear(&drawing->text);
    put_place(drawing, node, &rect);
    put_text(drawing, node, "label", box->second.text, "\\n");
    gt_engine_put(node, "class", "second");
    gt_engine_put(node, "shape", "none");
    gt_engine_put(node, "style", "");
    gt_engine_put(node, "labelloc", "b");
    gt_engine_put(node, "fontcolor", drawing->scene->theme->quiet);
    put_number(drawing, node, "fontsize", box->second_font);
}

static void add_boxes(struct drawing *drawing, Agnode_t **node)
{
    const struct gt_scene *scene = drawing->scene;
    for (uint32_t i = 0; i < scene->n_boxes; i++) {
        const struct gt_scene_box *box = &scene->boxes[i];
        struct gt_rect label = box->rect;
        label.left += box->sign_width;
        node[i] = gt_engine_node(drawing->graph, box->id);
        put_place(drawing, node[i], &label);
        put_id(drawing, node[i], 'n', i);
        put_text(drawing, node[i], "label", box->label.text, "\\n");
        gt_engine_put(node[i], "labelloc", box->second.n_lines ? "t" : "c");
        put_text(drawing, node[i], "tooltip", box->tooltip, "\n");
        gt_engine_put(node[i], "class", box->classes);
        gt_engine_put(node[i], "fillcolor", box->fill);
        gt_engine_put(node[i], "fontcolor", scene->theme->ink);
        gt_engine_put(node[i], "color", gt_scene_box_colour(scene, box));
        put_number(drawing, node[i], "fontsize", box->font);
        put_number(drawing, node[i], "penwidth", gt_look_frame(box));
    }
    for (uint32_t i = 0; i < scene->n_boxes; i++) {
        add_second(drawing, i);
        struct gt_rect sign = scene->boxes[i].rect;
        sign.right = sign.left + scene->boxes[i].sign_width;
        add_sign(drawing, i, &sign);
        add_bars(drawing, i);
    }
}

/* "s,x,y e,x,y p0 p1 p2 p3 p4 ...": ends with an arrowhead stand in front, the path stops before
 * them. */
static void put_path(struct drawing *drawing, Agedge_t *edge, const struct gt_path *whole,
                     bool tail, bool head, enum gt_head kind)
{
    struct gt_path path = gt_path_between(whole, tail, head, kind);
    if (tail) {
        gt_buffer_text(&drawing->text, "s,");
        add_point(drawing, whole->piece[0].p[0]);
        gt_buffer_text(&drawing->text, " ");
    }
    if (head) {
        gt_buffer_text(&drawing->text, "e,");
        add_point(drawing, whole->piece[whole->n - 1].p[3]);
        gt_buffer_text(&drawing->text, " ");
    }
    add_point(drawing, path.piece[0].p[0]);
    for (int i = 0; i < path.n; i++)
        for (int k = 1; k < 4; k++) {
            gt_buffer_text(&drawing->text, " ");
            add_point(drawing, path.piece[i].p[k]);
        }
    put(drawing, edge, "pos");
    gt_engine_put(edge, "arrowhead", gt_head_names[kind]);
    gt_engine_put(edge, "arrowtail", gt_head_names[kind]);
    gt_engine_put(edge, "dir", head && tail ? "both" : head ? "forward" : tail ? "back" : "none");
}

static void add_lines(struct drawing *drawing, Agnode_t **node)
{
    const struct gt_scene *scene = drawing->scene;
    for (uint32_t i = 0; i < scene->n_lines; i++) {
        const struct gt_scene_line *line = &scene->lines[i];
        Agedge_t *edge = agedge(drawing->graph, node[line->from], node[line->to], NULL, 1);
        struct gt_line_look look = gt_look_of_line(scene, line);
        put_path(drawing, edge, &line->path, line->tail, line->head, look.head);
        put_id(drawing, edge, 'e', i);
        gt_engine_put(edge, "class", line->classes);
        put_text(drawing, edge, "tooltip", line->tooltip, "\n");
        gt_buffer_format(&drawing->text, "%s%02lx", look.colour,
                         lround(gt_look_opacity(scene) * 255));
        put(drawing, edge, "color");
        put_number(drawing, edge, "penwidth", look.width);
        if (look.dashed)
            gt_engine_put(edge, "style", "dashed");
    }
}

static void add_item(struct drawing *drawing, uint32_t i)
{
    static const char *const end[] = {
        [GT_ALIGN_LEFT] = "\\l", [GT_ALIGN_CENTRE] = "\\n", [GT_ALIGN_RIGHT] = "\\r"};
    const struct gt_scene_item *item = &drawing->scene->items[i];
    gt_buffer_format(&drawing->text, "%s:%u", item->group, i);
    Agnode_t *node = gt_engine_node(drawing->furniture, gt_buffer_string(&drawing->text));
    gt_buffer_clear(&drawing->text);
    put_place(drawing, node, &item->rect);
    put_id(drawing, node, 'i', i);
    gt_engine_put(node, "class", item->group);
    gt_engine_put(node, "shape", item->fill || item->stroke ? "box" : "none");
    gt_engine_put(node, "style", item->fill ? "filled" : "");
    gt_engine_put(node, "fillcolor", item->fill ? item->fill : "");
    gt_engine_put(node, "color", item->stroke ? item->stroke : item->fill ? item->fill : "");
    put_number(drawing, node, "penwidth", item->stroke ? item->stroke_width : 0);
    if (!item->text)
        return;
    put_text(drawing, node, "label", item->text, end[item->align]);
    gt_engine_put(node, "fontcolor", item->ink);
    put_number(drawing, node, "fontsize", item->font);
}

/* A circle around the centre, below the boxes. */
static void add_ring(struct drawing *drawing, uint32_t i)
{
    const struct gt_scene_ring *ring = &drawing->scene->rings[i];
    gt_buffer_format(&drawing->text, "ring:%u", i);
    Agnode_t *node = gt_engine_node(drawing->furniture, gt_buffer_string(&drawing->text));
    gt_buffer_clear(&drawing->text);
    struct gt_rect rect =
        gt_rect_around(ring->middle.x, ring->middle.y, 2 * ring->x_radius, 2 * ring->y_radius);
    put_place(drawing, node, &rect);
    put_id(drawing, node, 'r', i);
    gt_engine_put(node, "class", "ring");
    gt_engine_put(node, "shape", "ellipse");
    gt_engine_put(node, "style", "");
    gt_engine_put(node, "color", drawing->scene->theme->rule);
}

static Agnode_t *add_end(struct drawing *drawing, uint32_t i, char end, struct gt_point at)
{
    gt_buffer_format(&drawing->text, "sample:%u%c", i, end);
    Agnode_t *node = gt_engine_node(drawing->furniture, gt_buffer_string(&drawing->text));
    gt_buffer_clear(&drawing->text);
    struct gt_rect rect = gt_rect_around(at.x, at.y, 1, 1);
    put_place(drawing, node, &rect);
    gt_engine_put(node, "shape", "point");
    gt_engine_put(node, "style", "invis");
    return node;
}

static void add_sample(struct drawing *drawing, uint32_t i)
{
    const struct gt_scene_sample *sample = &drawing->scene->samples[i];
    struct gt_path path = gt_path_straight(sample->from, sample->to);
    Agedge_t *edge = agedge(drawing->furniture, add_end(drawing, i, 'a', sample->from),
                            add_end(drawing, i, 'b', sample->to), NULL, 1);
    put_path(drawing, edge, &path, false, sample->headed, sample->head);
    put_id(drawing, edge, 'l', i);
    gt_engine_put(edge, "class", "legend");
    gt_engine_put(edge, "color", sample->colour);
    put_number(drawing, edge, "penwidth", sample->width);
    if (sample->dashed)
        gt_engine_put(edge, "style", "dashed");
}

static Agraph_t *make_graph(const struct gt_scene *scene)
{
    struct drawing drawing = {.scene = scene, .graph = gt_engine_graph("map", false)};
    Agnode_t **node = gt_xcalloc(scene->n_boxes, sizeof(Agnode_t *));
    set_defaults(&drawing);
    add_grounds(&drawing);
    drawing.furniture = gt_engine_part(drawing.graph, "furniture");
    for (uint32_t i = 0; i < scene->n_rings; i++)
        add_ring(&drawing, i);
    add_boxes(&drawing, node);
    add_lines(&drawing, node);
    for (uint32_t i = 0; i < scene->n_items; i++)
        add_item(&drawing, i);
    for (uint32_t i = 0; i < scene->n_samples; i++)
        add_sample(&drawing, i);
    free(node);
    gt_buffer_fini(&drawing.text);
    return drawing.graph;
}

bool gt_dot_write(const struct gt_scene *scene, struct gt_buffer *out, struct gt_buffer *missing,
                  struct gt_error *err)
{
    (void)missing;
    GVC_t *engine = gt_engine_new();
    Agraph_t *graph = make_graph(scene);
    char *bytes = NULL;
    unsigned n = 0;
    bool done =
        gvLayout(engine, graph, "nop2") == 0 && gvRenderData(engine, graph, "dot", &bytes, &n) == 0;
    if (done)
        gt_buffer_add(out, bytes, n);
    else
        gt_fail(err, GT_BUG, "Graphviz could not write DOT", "Graphviz 无法写出 DOT");
    gvFreeRenderData(bytes);
    gvFreeLayout(engine, graph);
    agclose(graph);
    gvFreeContext(engine);
    return done;
}
