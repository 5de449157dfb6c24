/* scene_line.c: which lines a scene has: one for all ties of a family between two boxes. */
#include "map/scene_make.h"

#include "base/memory.h"

#include <stdlib.h>

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
        for (uint32_t picture = 0; picture < GT_PICTURES; picture++) {
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
void gt_scene_add_lines(struct gt_scene *scene, const struct gt_selected *selected,
                        const uint32_t *box_of)
{
    struct line_key *key = gt_xcalloc((size_t)selected->n_edges * GT_PICTURES + 1, sizeof *key);
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
