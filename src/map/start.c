/* start.c: first positions, by Graphviz.
 *
 * How it works: each zone is laid out alone; in it each component with edges, by neato (stress
 * majorization: Gansner, Koren, North, "Graph drawing by stress majorization", GD 2004) or, when it
 * is large or that is asked for, by sfdp (Hu, "Efficient and high-quality force-directed graph
 * drawing", Mathematica Journal 10, 2005), or beyond some thousands by crowd.c. Components are then
 * set on a spiral around the largest, since Graphviz takes minutes for many small ones. */
#include "map/start.h"

#include "map/crowd.h"
#include "map/engine.h"
#include "map/zone.h"

#include "base/jail.h"
#include "base/memory.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NEATO_AT_MOST = 600, SFDP_AT_MOST = 3000, NAME_ROOM = 16 };
static const double inch = 72, golden_angle = 2.399963229728653;

/* Patches are laid out as one, before they are cut. */
static uint32_t zone_of(const struct gt_layout *layout, uint32_t box)
{
    return layout->patches ? 0 : layout->box[box].zone;
}

/* The components of the ties inside zones, each box with its component's first box. */
struct parts {
    uint32_t *first; /* [n_boxes] */
    uint32_t *order; /* [n_boxes] boxes by zone, then size of component, then component */
    uint32_t *size;  /* [n_boxes] of the component that starts with this box */
};

static uint32_t find(uint32_t *first, uint32_t i)
{
    while (first[i] != i)
        i = first[i] = first[first[i]];
    return i;
}

static void join_ties(const struct gt_layout *layout, struct parts *parts)
{
    for (uint32_t i = 0; i < layout->n_boxes; i++)
        parts->first[i] = i;
    for (uint32_t e = 0; e < layout->n_ties; e++) {
        uint32_t a = layout->tie[e].from, b = layout->tie[e].to;
        if (zone_of(layout, a) != zone_of(layout, b))
            continue;
        a = find(parts->first, a), b = find(parts->first, b);
        parts->first[a > b ? a : b] = a > b ? b : a;
    }
    for (uint32_t i = 0; i < layout->n_boxes; i++)
        parts->size[parts->first[i] = find(parts->first, i)]++;
}

struct sort_key {
    uint32_t zone, size, first, box;
};

static int compare_keys(const void *p, const void *q)
{
    const struct sort_key *a = p, *b = q;
    if (a->zone != b->zone)
        return a->zone < b->zone ? -1 : 1;
    if (a->size != b->size)
        return a->size > b->size ? -1 : 1;
    if (a->first != b->first)
        return a->first < b->first ? -1 : 1;
    return a->box < b->box ? -1 : a->box > b->box;
}

static void sort_parts(const struct gt_layout *layout, struct parts *parts)
{
    struct sort_key *key = gt_xcalloc(layout->n_boxes, sizeof *key);
    for (uint32_t i = 0; i < layout->n_boxes; i++) {
        uint32_t first = parts->first[i];
        key[i] = (struct sort_key){zone_of(layout, i), parts->size[first], first, i};
    }
    qsort(key, layout->n_boxes, sizeof *key, compare_keys);
    for (uint32_t i = 0; i < layout->n_boxes; i++)
        parts->order[i] = key[i].box;
    free(key);
}

/* A cgraph of the n boxes of one component, node[i] for box[i]. */
static Agraph_t *make_graph(const struct gt_layout *layout, const uint32_t *box, uint32_t n,
                            Agnode_t **node)
{
    Agraph_t *graph = gt_engine_graph("start", true);
    char text[NAME_ROOM];
    snprintf(text, sizeof text, "%u", layout->seed);
    gt_engine_set(graph, AGRAPH, "start", text);
    gt_engine_set(graph, AGRAPH, "overlap", "true");
    gt_engine_set(graph, AGRAPH, "splines", "false");
    gt_engine_set(graph, AGNODE, "label", "");
    gt_engine_set(graph, AGNODE, "shape", "box");
    for (uint32_t i = 0; i < n; i++) {
        snprintf(text, sizeof text, "%u", box[i]);
        node[box[i]] = agnode(graph, text, 1);
    }
    for (uint32_t e = 0; e < layout->n_ties; e++) {
        Agnode_t *a = node[layout->tie[e].from], *b = node[layout->tie[e].to];
        if (a && b && a != b)
            agedge(graph, a, b, NULL, 1);
    }
    return graph;
}

/* Lays one component out around (0, 0). */
static bool place_component(struct gt_layout *layout, GVC_t *engine, const uint32_t *box,
                            uint32_t n, struct gt_error *err)
{
    if (n == 1) {
        layout->box[*box].x = layout->box[*box].y = 0;
        return true;
    }
    if (n > SFDP_AT_MOST) {
        gt_layout_crowd(layout, box, n);
        return true;
    }
    Agnode_t **node = gt_xcalloc(layout->n_boxes, sizeof(Agnode_t *));
    Agraph_t *graph = make_graph(layout, box, n, node);
    bool done =
        gvLayout(engine, graph, n > NEATO_AT_MOST || layout->springs ? "sfdp" : "neato") == 0;
    double x = 0, y = 0;
    for (uint32_t i = 0; done && i < n; i++) {
        x += ND_coord(node[box[i]]).x / n;
        y += ND_coord(node[box[i]]).y / n;
    }
    for (uint32_t i = 0; done && i < n; i++) {
        layout->box[box[i]].x = ND_coord(node[box[i]]).x - x;
        layout->box[box[i]].y = ND_coord(node[box[i]]).y - y;
    }
    if (done)
        gvFreeLayout(engine, graph);
    else
        gt_fail(err, GT_BUG, "Graphviz could not lay out %u nodes", "Graphviz 无法布局 %u 个节点",
                n);
    agclose(graph);
    free(node);
    return done;
}

/* Moves a component to its place on the spiral; `before` is the area of those placed already. */
static void set_on_spiral(struct gt_layout *layout, const uint32_t *box, uint32_t n, uint32_t turn,
                          uint32_t before)
{
    double radius = before ? inch * 0.7 * sqrt(before + n / 2.0) : 0;
    for (uint32_t i = 0; i < n; i++) {
        layout->box[box[i]].x += radius * cos(turn * golden_angle);
        layout->box[box[i]].y += radius * sin(turn * golden_angle);
    }
}

static bool place_all(struct gt_layout *layout, const struct parts *parts, GVC_t *engine,
                      struct gt_error *err)
{
    uint32_t n = layout->n_boxes;
    for (uint32_t i = 0; i < n;) {
        uint32_t zone = zone_of(layout, parts->order[i]), zone_start = i, turn = 0;
        while (i < n && zone_of(layout, parts->order[i]) == zone) {
            uint32_t size = parts->size[parts->first[parts->order[i]]];
            if (!place_component(layout, engine, &parts->order[i], size, err))
                return false;
            set_on_spiral(layout, &parts->order[i], size, turn++, i - zone_start);
            i += size;
        }
    }
    return true;
}

/* The child's work: lays all out and answers with the positions. */
static bool answer_positions(void *context, struct gt_buffer *out, struct gt_error *err)
{
    struct gt_layout *layout = context;
    size_t n = layout->n_boxes;
    struct parts parts = {.first = gt_xcalloc(n + 1, sizeof(uint32_t)),
                          .order = gt_xcalloc(n + 1, sizeof(uint32_t)),
                          .size = gt_xcalloc(n + 1, sizeof(uint32_t))};
    GVC_t *engine = gt_engine_new();
    join_ties(layout, &parts);
    sort_parts(layout, &parts);
    bool done = place_all(layout, &parts, engine, err);
    for (size_t i = 0; done && i < n; i++) {
        struct gt_point at = {layout->box[i].x, layout->box[i].y};
        gt_buffer_add(out, &at, sizeof at);
    }
    gvFreeContext(engine);
    free(parts.first);
    free(parts.order);
    free(parts.size);
    return done;
}

bool gt_layout_start(struct gt_layout *layout, struct gt_error *err)
{
    struct gt_jail jail = {.what_en = "layout", .what_zh = "布局", .seconds = 60};
    struct gt_buffer out = {0};
    bool done = gt_jail_run(&jail, answer_positions, layout, &out, err);
    for (uint32_t i = 0; done && i < layout->n_boxes; i++) {
        struct gt_point at;
        memcpy(&at, out.bytes + i * sizeof at, sizeof at);
        /* whatever a library answers: a place on the page */
        layout->box[i].x = isfinite(at.x) ? at.x : 0;
        layout->box[i].y = isfinite(at.y) ? at.y : 0;
    }
    if (done && !layout->patches)
        gt_layout_fit(layout);
    gt_buffer_fini(&out);
    return done;
}
