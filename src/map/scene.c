/* scene.c: the boxes and lines of a map: which there are, how large, in which zone. */
#include "map/scene.h"

#include "base/buffer.h"
#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const double gt_size_fonts[GT_SIZES] = {9.5, 10.5, 12, 14.5, 18};
static const double equal_font = 10;
static const int least_shared_size = 2;  /* shared nodes are what a comparison is about */
static const uint32_t line_limit = 8600; /* widest line of a label, in thousandths of an em */
/* The boxes of a map smaller than this (square points, of an A4 sheet's half million) are enlarged.
 */
static const double area_of_small_map = 90000, most_zoom = 1.6;
static const double em = 1000;
static const double second_part = 0.76; /* of a label's size, for the second language */
static const double item_pitch = 1.3;   /* of texts on the bare page */
static const double dot_side = 3;

enum zone { ZONE_LEFT, ZONE_SHARED, ZONE_RIGHT, ZONES };
enum { PICTURES = 2 }; /* side by side */

bool gt_scene_compares(const struct gt_map_options *options)
{
    return options->left && options->right;
}

bool gt_scene_doubles(const struct gt_map_options *options)
{
    return gt_scene_compares(options) && options->side_by_side;
}

enum gt_map_layout gt_scene_layout(const struct gt_scene *scene)
{
    const struct gt_map_options *options = scene->options;
    if (options->layout != GT_MAP_AUTO)
        return options->layout;
    if (options->centre && !gt_scene_compares(options) && !options->group)
        return GT_MAP_RINGS;
    return scene->n_boxes > GT_MAP_LABELLED ? GT_MAP_OVERVIEW : GT_MAP_FORCE;
}

/* The zone of a node in a comparison, ZONES when it is of neither district. A district's own place
 * and agencies are never shared: they stand with the district that they name. */
static uint32_t zone_of(const struct gt_map_options *options, const struct gt_node *node,
                        gt_districts districts)
{
    if (gt_node_is_district_own(node) && (node->districts & (options->left | options->right)))
        districts = node->districts;
    bool left = districts & options->left, right = districts & options->right;
    if (left && right)
        return ZONE_SHARED;
    return left ? ZONE_LEFT : right ? ZONE_RIGHT : ZONES;
}

static struct gt_scene_box *add_box(struct gt_scene *scene, uint32_t number, uint32_t zone)
{
    const struct gt_map_options *options = scene->options;
    const struct gt_node *node = &scene->graph->nodes[number];
    struct gt_scene_box *box = &scene->boxes[scene->n_boxes++];
    *box = (struct gt_scene_box){
        .node = number,
        .zone = zone,
        .type = node->type,
        .twin = GT_NONE,
        .id = node->id,
        .heavy = options->centre && options->centre[number],
        .change =
            options->node_change ? (enum gt_change)options->node_change[number] : GT_CHANGE_KEPT,
    };
    scene->zones[zone].n_boxes++;
    return box;
}

/* Boxes of a node by its zone in the comparison; two, when pictures of both districts have it. */
static void add_compared(struct gt_scene *scene, uint32_t number, uint32_t zone, uint32_t *box_of)
{
    bool shared = zone == ZONE_SHARED, doubles = gt_scene_doubles(scene->options);
    uint32_t n_nodes = scene->graph->n_nodes;
    if (!doubles) {
        add_box(scene, number, zone)->heavy |= shared;
        box_of[number] = scene->n_boxes - 1;
        return;
    }
    for (uint32_t picture = 0; picture < PICTURES; picture++) {
        if (!shared && picture != (zone == ZONE_LEFT ? 0 : 1))
            continue;
        struct gt_scene_box *box = add_box(scene, number, picture);
        box->heavy |= shared;
        box_of[picture * n_nodes + number] = scene->n_boxes - 1;
        if (shared && picture) {
            box->twin = scene->n_boxes - 2;
            box->id = gt_arena_format(&scene->arena, "%s-%s", box->id, scene->zones[1].id);
            scene->boxes[box->twin].twin = scene->n_boxes - 1;
        }
    }
}

static void add_boxes(struct gt_scene *scene, const struct gt_selected *selected, uint32_t *box_of)
{
    const struct gt_graph *graph = scene->graph;
    const struct gt_map_options *options = scene->options;
    gt_districts *districts = gt_district_of_nodes(graph, options->by);
    scene->boxes =
        gt_arena_array(&scene->arena, (size_t)selected->n_nodes * PICTURES, sizeof *scene->boxes);
    for (uint32_t i = 0; i < graph->n_nodes; i++) {
        uint32_t before = scene->n_boxes;
        if (!selected->node[i])
            continue;
        if (gt_scene_compares(options)) {
            uint32_t zone = zone_of(options, &graph->nodes[i], districts[i]);
            if (zone != ZONES)
                add_compared(scene, i, zone, box_of);
        } else {
            add_box(scene, i, options->group ? options->group[i] : 0);
            box_of[i] = before;
        }
        for (uint32_t k = before; k < scene->n_boxes; k++)
            scene->boxes[k].districts = districts[i];
    }
    free(districts);
}

/* Puts each box in one of GT_SIZES steps by the root of its value: area follows the value. */
static void set_sizes(struct gt_scene *scene, const double *column)
{
    double most = 0;
    for (uint32_t i = 0; column && i < scene->n_boxes; i++)
        most = fmax(most, fabs(column[scene->boxes[i].node])); /* fmax passes NAN over */
    for (int s = 0; s < GT_SIZES; s++)
        scene->size_low[s] = INFINITY, scene->size_high[s] = -INFINITY;
    for (uint32_t i = 0; i < scene->n_boxes; i++) {
        struct gt_scene_box *box = &scene->boxes[i];
        double value = column ? column[box->node] : NAN;
        box->font = equal_font;
        if (!column)
            continue;
        box->size = isfinite(value) && most > 0
                        ? (int)fmin(GT_SIZES - 1, sqrt(fabs(value) / most) * GT_SIZES)
                        : 0;
        box->font = gt_size_fonts[box->size];
        if (isfinite(value)) {
            scene->size_low[box->size] = fmin(scene->size_low[box->size], value);
            scene->size_high[box->size] = fmax(scene->size_high[box->size], value);
        }
    }
}

/* The name in the other language, where it is another name. */
static void measure_second(struct gt_scene *scene, struct gt_scene_box *box,
                           const struct gt_node *node)
{
    enum gt_lang lang = scene->options->lang;
    const char *first = gt_node_label(node, lang), *second = gt_node_label(node, !lang);
    box->second_font = box->font * second_part;
    box->second = (struct gt_label){.text = ""};
    if (scene->options->both && strcmp(first, second) != 0)
        box->second = gt_label_wrap(second, (uint32_t)(line_limit / second_part), &scene->arena);
}

/* The class that tells what became of a part of the map; also in front of a label, as a sign. */
static const char *change_class(const struct gt_scene *scene, enum gt_change change)
{
    static const char *const classes[GT_CHANGES] = {
        [GT_CHANGE_KEPT] = " kept", [GT_CHANGE_NEW] = " new", [GT_CHANGE_GONE] = " gone"};
    return scene->options->node_change ? classes[change] : "";
}

static const char *change_sign(const struct gt_scene *scene, enum gt_change change)
{
    return scene->options->node_change ? scene->theme->change[change].sign : "";
}

const char *gt_scene_box_colour(const struct gt_scene *scene, const struct gt_scene_box *box)
{
    return scene->options->node_change ? scene->theme->change[box->change].colour
                                       : scene->theme->node[box->type].colour;
}

/* Label and extent of a box: padding grows with the text. */
static void measure(struct gt_scene *scene, struct gt_scene_box *box)
{
    const struct gt_node *node = &scene->graph->nodes[box->node];
    enum gt_lang lang = scene->options->lang;
    uint32_t limit = lang == GT_ZH ? line_limit : line_limit * 5 / 4;
    if (box->heavy)
        box->font = fmax(box->font, gt_size_fonts[least_shared_size]);
    box->font *= scene->zoom;
    const char *text = gt_arena_format(&scene->arena, "%s%s", change_sign(scene, box->change),
                                       gt_node_label(node, lang));
    box->label = gt_label_wrap(text, limit, &scene->arena);
    /* whole points: Graphviz rounds sizes, and sign and label must meet */
    box->sign_width = ceil(box->font * 1.45);
    measure_second(scene, box, node);
    double words = fmax(box->label.width * box->font, box->second.width * box->second_font) / em;
    double lines = box->label.n_lines * box->font + box->second.n_lines * box->second_font;
    bool pill = scene->theme->node[box->type].form == GT_FORM_PILL;
    double width = words + box->font * (pill ? 1.25 : 0.9) + box->sign_width;
    double height = lines * GT_LINE_PITCH + box->font * 0.65;
    box->rect = gt_rect_around(0, 0, ceil(width), ceil(height));
    struct gt_buffer classes = {0};
    gt_buffer_format(&classes, "node %s%s%s", gt_node_types[box->type].name,
                     box->heavy ? (gt_scene_compares(scene->options) ? " shared" : " centre") : "",
                     change_class(scene, box->change));
    for (int d = 0; d < GT_DISTRICTS; d++)
        if (box->districts >> d & 1)
            gt_buffer_format(&classes, " %s", gt_district_words[d].name);
    box->classes = gt_arena_text(&scene->arena, classes.bytes, classes.n);
    gt_buffer_fini(&classes);
}

static void measure_dot(struct gt_scene *scene, struct gt_scene_box *box)
{
    double side = dot_side + box->size * 1.5;
    box->label = (struct gt_label){.text = "", .n_lines = 1};
    box->second = (struct gt_label){.text = ""};
    box->sign_width = side;
    box->rect = gt_rect_around(0, 0, side, side);
    box->classes = gt_arena_format(&scene->arena, "node %s dot", gt_node_types[box->type].name);
}

struct ranked {
    double value;
    uint32_t box;
};

static int compare_ranked(const void *p, const void *q)
{
    const struct ranked *a = p, *b = q;
    if (a->value < b->value || a->value > b->value)
        return a->value > b->value ? -1 : 1;
    return a->box < b->box ? -1 : a->box > b->box;
}

/* In an overview all boxes but the largest are dots. */
static void choose_dots(struct gt_scene *scene, const double *column)
{
    if (gt_scene_layout(scene) != GT_MAP_OVERVIEW)
        return;
    uint32_t labels = scene->options->labels ? scene->options->labels : GT_MAP_LABELS;
    struct ranked *ranked = gt_xcalloc(scene->n_boxes, sizeof *ranked);
    for (uint32_t i = 0; i < scene->n_boxes; i++) {
        double value = column ? column[scene->boxes[i].node] : 0;
        ranked[i] = (struct ranked){isfinite(value) ? value : -INFINITY, i};
    }
    qsort(ranked, scene->n_boxes, sizeof *ranked, compare_ranked);
    for (uint32_t i = labels; i < scene->n_boxes; i++)
        scene->boxes[ranked[i].box].dot = !scene->boxes[ranked[i].box].heavy;
    free(ranked);
}

/* Sizes all boxes; those of a small map so that they take their part of a sheet. */
static void measure_all(struct gt_scene *scene, const double *column)
{
    double area = 0;
    choose_dots(scene, column);
    for (int pass = 0; pass < 2; pass++) {
        scene->zoom = pass ? fmax(1, fmin(most_zoom, sqrt(area_of_small_map / area))) : 1;
        set_sizes(scene, column);
        for (uint32_t i = 0; i < scene->n_boxes; i++) {
            struct gt_scene_box *box = &scene->boxes[i];
            if (box->dot)
                measure_dot(scene, box);
            else
                measure(scene, box);
            area += gt_rect_width(&box->rect) * gt_rect_height(&box->rect);
        }
    }
}

struct line_key {
    uint32_t from, to, family, edge;
};

static int compare_lines(const void *p, const void *q)
{
    const struct line_key *a = p, *b = q;
    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    if (a->to != b->to)
        return a->to < b->to ? -1 : 1;
    if (a->family != b->family)
        return a->family < b->family ? -1 : 1;
    return a->edge < b->edge ? -1 : a->edge > b->edge;
}

/* What counts most for the look of several ties: what holds now, then what is to come. */
static enum gt_edge_status stronger(enum gt_edge_status a, enum gt_edge_status b)
{
    static const int strength[GT_STATUSES] = {
        [GT_STATUS_past] = 0, [GT_STATUS_planned] = 1, [GT_STATUS_ongoing] = 2};
    return strength[a] >= strength[b] ? a : b;
}

static void add_tie(struct gt_scene *scene, struct gt_scene_line *line, uint32_t e)
{
    const struct gt_edge *edge = &scene->graph->edges[e];
    bool forward = scene->boxes[line->from].node == edge->source;
    line->status = line->n ? stronger(line->status, edge->status) : edge->status;
    line->statements += edge->n;
    if (scene->options->edge_change) { /* what is kept in one tie is kept in the line */
        enum gt_change change = (enum gt_change)scene->options->edge_change[e];
        line->change = line->n && line->change != change ? GT_CHANGE_KEPT : change;
    }
    for (uint32_t i = edge->first; i < edge->first + edge->n; i++)
        if (scene->graph->statements[i].amount.present)
            line->amount += gt_statement_share(scene->graph, i);
    if (!gt_edge_types[edge->type].mutual) {
        line->head |= forward;
        line->tail |= !forward;
    }
    line->n++;
    scene->ties[scene->n_ties++] = e;
}

/* A line whose only arrowhead is at its beginning is the same line the other way round. */
static void turn_forward(struct gt_scene_line *line)
{
    if (!line->tail || line->head)
        return;
    uint32_t spare = line->from;
    line->from = line->to, line->to = spare;
    line->head = true, line->tail = false;
}

/* True when a tie is drawn in a picture: that of a district whose replies state it; in both when
 * only others do. */
static bool is_of_picture(const struct gt_scene *scene, uint32_t edge, uint32_t picture)
{
    const struct gt_map_options *options = scene->options;
    if (!gt_scene_doubles(options))
        return picture == 0;
    gt_districts of = gt_district_of_edge(scene->graph, edge);
    return of & (picture ? options->right : options->left) ||
           !(of & (options->left | options->right));
}

/* The ties to draw as keys, for lines; ties of a node to itself have no line. */
static uint32_t list_ties(struct gt_scene *scene, const struct gt_selected *selected,
                          const uint32_t *box_of, struct line_key *key)
{
    const struct gt_graph *graph = scene->graph;
    uint32_t n = 0;
    for (uint32_t e = 0; e < graph->n_edges; e++) {
        const struct gt_edge *edge = &graph->edges[e];
        uint32_t before = n;
        if (!selected->edge[e] || edge->source == edge->target)
            continue;
        for (uint32_t picture = 0; picture < PICTURES; picture++) {
            const uint32_t *box = box_of + (size_t)picture * graph->n_nodes;
            uint32_t a = box[edge->source], b = box[edge->target];
            if (a != GT_NONE && b != GT_NONE && is_of_picture(scene, e, picture))
                key[n++] = (struct line_key){a < b ? a : b, a < b ? b : a,
                                             gt_edge_types[edge->type].family, e};
        }
        scene->left_out += gt_scene_doubles(scene->options) && n == before;
    }
    return n;
}

/* One line for each family between two boxes. */
static void add_lines(struct gt_scene *scene, const struct gt_selected *selected,
                      const uint32_t *box_of)
{
    struct line_key *key = gt_xcalloc((size_t)selected->n_edges * PICTURES + 1, sizeof *key);
    uint32_t n = list_ties(scene, selected, box_of, key);
    qsort(key, n, sizeof *key, compare_lines);
    scene->ties = gt_arena_array(&scene->arena, n, sizeof *scene->ties);
    scene->lines = gt_arena_array(&scene->arena, n, sizeof *scene->lines);
    for (uint32_t i = 0; i < n; i++) {
        bool fresh = i == 0 || key[i].from != key[i - 1].from || key[i].to != key[i - 1].to ||
                     key[i].family != key[i - 1].family;
        if (fresh)
            scene->lines[scene->n_lines++] =
                (struct gt_scene_line){.from = key[i].from,
                                       .to = key[i].to,
                                       .family = (enum gt_edge_family)key[i].family,
                                       .first = i};
        add_tie(scene, &scene->lines[scene->n_lines - 1], key[i].edge);
    }
    for (uint32_t i = 0; i < scene->n_lines; i++)
        turn_forward(&scene->lines[i]);
    free(key);
}

static int only_district(gt_districts districts)
{
    for (int d = 0; d < GT_DISTRICTS; d++)
        if (districts & 1u << d)
            return d;
    return 0;
}

static void add_groups(struct gt_scene *scene)
{
    const struct gt_map_options *options = scene->options;
    for (uint32_t i = 0; i < options->n_groups; i++)
        scene->zones[i] = (struct gt_scene_zone){
            .title =
                gt_label_clean(gt_scene_say(scene, &options->group_name[i]), false, &scene->arena),
            .id = gt_arena_format(&scene->arena, "group-%u", i + 1),
            .fill = scene->theme->tint[i % GT_TINTS]};
}

static void add_zones(struct gt_scene *scene)
{
    const struct gt_map_options *options = scene->options;
    const struct gt_theme *theme = scene->theme;
    const struct gt_text shared = GT_TEXT("Shared", "共有");
    bool doubles = gt_scene_doubles(options);
    scene->n_zones = doubles                      ? PICTURES
                     : gt_scene_compares(options) ? ZONES
                     : options->group             ? options->n_groups
                                                  : 1;
    scene->zones = gt_arena_array(&scene->arena, scene->n_zones, sizeof *scene->zones);
    if (options->group)
        add_groups(scene);
    if (!gt_scene_compares(options))
        return;
    const struct gt_word *left = &gt_district_words[only_district(options->left)];
    const struct gt_word *right = &gt_district_words[only_district(options->right)];
    scene->zones[ZONE_LEFT] = (struct gt_scene_zone){
        .title = gt_scene_say(scene, &left->title), .id = left->name, .fill = theme->zone[0]};
    scene->zones[doubles ? 1 : ZONE_RIGHT] = (struct gt_scene_zone){
        .title = gt_scene_say(scene, &right->title), .id = right->name, .fill = theme->zone[2]};
    if (!doubles)
        scene->zones[ZONE_SHARED] = (struct gt_scene_zone){
            .title = gt_scene_say(scene, &shared), .id = "shared", .fill = theme->zone[1]};
}

/* Layouts and divisions of the field that exclude each other. */
static bool check_layout(const struct gt_map_options *options, struct gt_error *err)
{
    bool parted = gt_scene_compares(options) || options->group;
    if (options->group && gt_scene_compares(options))
        return gt_fail(err, GT_USAGE, "groups and a comparison of districts exclude each other",
                       "分组与两区对比不能同时使用");
    if (parted && (options->layout == GT_MAP_RINGS || options->layout == GT_MAP_LAYERED))
        return gt_fail(err, GT_USAGE, "rings and layers have no zones: leave groups and comparison",
                       "环形与分层布局没有分区：不能与分组或对比同用");
    if (options->layout == GT_MAP_RINGS && !options->centre)
        return gt_fail(err, GT_USAGE, "rings want an entity in the middle",
                       "环形布局需要一个中心实体");
    return true;
}

static bool check(const struct gt_scene *scene, const struct gt_selected *selected,
                  struct gt_error *err)
{
    const struct gt_map_options *options = scene->options;
    if (!scene->theme)
        return gt_fail(err, GT_USAGE, "no such theme: %s", "没有这个配色：%s", options->theme);
    if (options->size_column && !gt_graph_column(scene->graph, options->size_column))
        return gt_fail(err, GT_USAGE, "no such column: %s", "没有这一列：%s", options->size_column);
    if (!check_layout(options, err))
        return false;
    if (selected->n_nodes == 0)
        return gt_fail(err, GT_NO, "nothing to draw: the selection is empty",
                       "没有可画的内容：选择为空");
    return true;
}

/* Tooltips and classes. */
static void describe(struct gt_scene *scene)
{
    for (uint32_t i = 0; i < scene->n_boxes; i++)
        scene->boxes[i].tooltip = gt_tooltip_of_box(scene, &scene->boxes[i]);
    for (uint32_t i = 0; i < scene->n_lines; i++) {
        struct gt_scene_line *line = &scene->lines[i];
        line->tooltip = gt_tooltip_of_line(scene, line);
        line->classes =
            gt_arena_format(&scene->arena, "edge %s %s%s", gt_edge_families[line->family].name,
                            gt_statuses[line->status].name, change_class(scene, line->change));
    }
}

bool gt_scene_make(struct gt_scene *scene, const struct gt_graph *graph,
                   const struct gt_selected *selected, const struct gt_map_options *options,
                   struct gt_error *err)
{
    scene->graph = graph;
    scene->options = options;
    scene->theme = gt_theme_find(options->theme);
    if (!check(scene, selected, err))
        return false;
    uint32_t *box_of = gt_xcalloc((size_t)graph->n_nodes * PICTURES, sizeof *box_of);
    for (size_t i = 0; i < (size_t)graph->n_nodes * PICTURES; i++)
        box_of[i] = GT_NONE;
    scene->seed = options->seed;
    add_zones(scene);
    add_boxes(scene, selected, box_of);
    if (scene->n_boxes)
        measure_all(scene,
                    options->size_column ? gt_graph_column(graph, options->size_column) : NULL);
    add_lines(scene, selected, box_of);
    gt_scene_tint(scene);
    free(box_of);
    if (scene->n_boxes == 0)
        return gt_fail(err, GT_NO, "nothing to draw: no node is of either district",
                       "没有可画的内容：没有属于这两个区的节点");
    describe(scene);
    return true;
}

struct gt_scene_index gt_scene_index(const struct gt_scene *scene)
{
    size_t n = scene->n_boxes, m = scene->n_lines;
    struct gt_scene_index index = {.offset = gt_xcalloc(n + 2, sizeof *index.offset),
                                   .at = gt_xcalloc(m * 2 + 1, sizeof *index.at)};
    for (uint32_t i = 0; i < m; i++) {
        index.offset[scene->lines[i].from + 2]++;
        index.offset[scene->lines[i].to + 2]++;
    }
    for (size_t v = 2; v < n + 2; v++)
        index.offset[v] += index.offset[v - 1];
    for (uint32_t i = 0; i < m; i++) {
        index.at[index.offset[scene->lines[i].from + 1]++] = i;
        index.at[index.offset[scene->lines[i].to + 1]++] = i;
    }
    return index;
}

void gt_scene_index_fini(struct gt_scene_index *index)
{
    free(index->offset);
    free(index->at);
}

void gt_scene_fini(struct gt_scene *scene)
{
    free(scene->items);
    free(scene->samples);
    free(scene->rings);
    gt_arena_fini(&scene->arena);
}

struct gt_scene_item *gt_scene_add_item(struct gt_scene *scene, const char *group,
                                        const struct gt_rect *rect)
{
    scene->items = gt_xgrow(scene->items, scene->n_items, &scene->room_items, sizeof *scene->items);
    struct gt_scene_item *item = &scene->items[scene->n_items++];
    *item = (struct gt_scene_item){.rect = *rect, .group = group};
    return item;
}

void gt_scene_add_text(struct gt_scene *scene, const char *group, const char *text,
                       struct gt_point at, double font, enum gt_align align, const char *ink)
{
    const char *clean = gt_label_clean(text, false, &scene->arena);
    double width = gt_label_width(clean) * font / em, height = font * item_pitch;
    double left = align == GT_ALIGN_LEFT    ? at.x
                  : align == GT_ALIGN_RIGHT ? at.x - width
                                            : at.x - width / 2;
    struct gt_rect rect = {left, at.y - height / 2, left + width, at.y + height / 2};
    struct gt_scene_item *item = gt_scene_add_item(scene, group, &rect);
    item->text = clean;
    item->font = font;
    item->align = align;
    item->ink = ink;
}

void gt_scene_add_sample(struct gt_scene *scene, const struct gt_scene_sample *sample)
{
    scene->samples =
        gt_xgrow(scene->samples, scene->n_samples, &scene->room_samples, sizeof *scene->samples);
    scene->samples[scene->n_samples++] = *sample;
}
