/* paper.c: maps that must fit a sheet: no text smaller than six points on it.
 *
 * How it works: the page is as large as its boxes ask for, so on a given sheet text comes out small
 * when there is much to draw. The smaller nodes are then left out, and the map says how many: first
 * as many as the area that boxes need lets expect, then, once it is laid out, more until the
 * smallest text is large enough. The largest nodes, and those the map is about, stay. Before any
 * node is left out, boxes move closer together. */
#include "map/paper.h"

#include "map/layout.h"
#include "map/look.h"
#include "map/page.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { FEWEST = 3, MOST_TRIES = 12 };
static const double tolerance = 0.005; /* points, for rounding */

struct ranked {
    double value;
    uint32_t node;
};

static int compare_ranked(const void *p, const void *q)
{
    const struct ranked *a = p, *b = q;
    if (a->value < b->value || a->value > b->value)
        return a->value > b->value ? -1 : 1;
    return a->node < b->node ? -1 : a->node > b->node;
}

/* The selected nodes, those that stay longest first: by the value that sizes them, else by their
 * ties; what the map is about before all. The caller frees. */
static struct ranked *rank_nodes(const struct gt_graph *graph, const struct gt_selected *selected,
                                 const struct gt_map_options *options)
{
    struct ranked *ranked = gt_xcalloc((size_t)selected->n_nodes + 1, sizeof *ranked);
    uint32_t *ties = gt_xcalloc((size_t)graph->n_nodes + 1, sizeof *ties), n = 0;
    const double *column =
        options->size_column ? gt_graph_column(graph, options->size_column) : NULL;
    for (uint32_t e = 0; e < graph->n_edges; e++)
        if (selected->edge[e])
            ties[graph->edges[e].source]++, ties[graph->edges[e].target]++;
    for (uint32_t i = 0; i < graph->n_nodes && n < selected->n_nodes; i++) {
        double value = column ? column[i] : ties[i];
        if (!selected->node[i])
            continue;
        value = isfinite(value) ? value : -INFINITY;
        ranked[n++] = (struct ranked){options->centre && options->centre[i] ? INFINITY : value, i};
    }
    qsort(ranked, n, sizeof *ranked, compare_ranked);
    free(ties);
    return ranked;
}

/* Flags for the first `keep` ranked nodes and the ties among them. */
static void keep_first(const struct gt_graph *graph, const struct gt_selected *all,
                       const struct ranked *ranked, uint32_t keep, struct gt_selected *kept)
{
    memset(kept->node, 0, graph->n_nodes * sizeof *kept->node);
    kept->n_nodes = keep;
    kept->n_edges = 0;
    for (uint32_t i = 0; i < keep; i++)
        kept->node[ranked[i].node] = true;
    for (uint32_t e = 0; e < graph->n_edges; e++) {
        const struct gt_edge *edge = &graph->edges[e];
        kept->edge[e] = all->edge[e] && kept->node[edge->source] && kept->node[edge->target];
        kept->n_edges += kept->edge[e];
    }
}

/* The smallest text of the boxes, in points of the scene. */
static double least_of_boxes(const struct gt_scene *scene)
{
    double least = INFINITY;
    for (uint32_t i = 0; i < scene->n_boxes; i++) {
        const struct gt_scene_box *box = &scene->boxes[i];
        if (box->dot)
            continue;
        least = fmin(least, fmin(box->font, gt_look_sign(box, scene->options->lang)));
        if (box->second.n_lines)
            least = fmin(least, box->second_font);
    }
    return least;
}

double gt_paper_least(const struct gt_scene *scene)
{
    double least = least_of_boxes(scene);
    for (uint32_t i = 0; i < scene->n_items; i++)
        if (scene->items[i].text && *scene->items[i].text)
            least = fmin(least, scene->items[i].font);
    return least * gt_scene_zoom(scene);
}

/* What one try works on. */
struct fitting {
    struct gt_scene *scene;
    const struct gt_graph *graph;
    const struct gt_selected *all;
    struct gt_map_options *options; /* a copy that lives as long as the scene */
    struct gt_text left_out;        /* the caller's own */
    struct gt_selected kept;
    struct ranked *ranked;
    double fill;
};

/* Makes the scene anew of the first `keep` nodes. */
static bool make(struct fitting *fitting, uint32_t keep, struct gt_error *err)
{
    struct gt_map_options *options = fitting->options;
    struct gt_scene *scene = fitting->scene;
    uint32_t out = fitting->all->n_nodes - keep;
    gt_scene_fini(scene);
    *scene = (struct gt_scene){0};
    keep_first(fitting->graph, fitting->all, fitting->ranked, keep, &fitting->kept);
    options->remarks = fitting->left_out;
    for (int lang = 0; lang < GT_LANGS && out; lang++) {
        const char *before = fitting->left_out.in[lang] ? fitting->left_out.in[lang] : "";
        options->remarks.in[lang] = gt_arena_format(
            &scene->arena,
            gt_say((enum gt_lang)lang,
                   "%s%s%u smaller nodes left out to keep text at 6 pt on the sheet",
                   "%s%s限于图幅（最小字号 6 磅），略去 %u 个较小的节点"),
            before, *before ? " · " : "", out);
    }
    scene->fill = fitting->fill;
    return gt_scene_make(scene, fitting->graph, &fitting->kept, options, err);
}

/* True when the boxes can be expected to fit. */
static bool expected_to_fit(struct gt_scene *scene)
{
    double width = gt_scene_expected_width(scene);
    return least_of_boxes(scene) * scene->options->paper->width / width >=
           GT_LEAST_ON_PAPER - tolerance;
}

/* The most nodes that can be expected to fit; the scene is of any number afterwards. */
static bool guess(struct fitting *fitting, uint32_t *keep, struct gt_error *err)
{
    uint32_t low = FEWEST < *keep ? FEWEST : *keep, high = *keep;
    if (!make(fitting, high, err))
        return false;
    if (expected_to_fit(fitting->scene))
        return true;
    while (low + 1 < high) {
        uint32_t middle = low + (high - low) / 2;
        if (!make(fitting, middle, err))
            return false;
        if (expected_to_fit(fitting->scene))
            low = middle;
        else
            high = middle;
    }
    *keep = low;
    return true;
}

static bool too_small(const struct gt_map_options *options, struct gt_error *err)
{
    return gt_fail(
        err, GT_USAGE, "not even a few nodes fit on %s with text of 6 points: take a larger sheet",
        "%s 图幅过小：即使只画少数节点，字号也达不到 6 磅；请用更大的图幅", options->paper->name);
}

/* Lays out `keep` nodes; *least is the smallest text on paper. */
static bool try_count(struct fitting *fitting, uint32_t keep, double *least, struct gt_error *err)
{
    if (!make(fitting, keep, err) || !gt_scene_arrange(fitting->scene, err))
        return false;
    *least = gt_paper_least(fitting->scene);
    return true;
}

static bool is_large_enough(double least)
{
    return least >= GT_LEAST_ON_PAPER - tolerance;
}

/* Between a number that fits and one that does not: a few more tries, for as many as can be. */
static bool refine(struct fitting *fitting, uint32_t good, uint32_t bad, struct gt_error *err)
{
    enum { TRIES = 4 };
    uint32_t last = good;
    double least;
    for (int i = 0; i < TRIES && (bad - good) * 25 > good; i++) {
        last = good + (bad - good) / 2;
        if (!try_count(fitting, last, &least, err))
            return false;
        if (is_large_enough(least))
            good = last;
        else
            bad = last;
    }
    return last == good || try_count(fitting, good, &least, err);
}

/* Tries to have all nodes on the sheet, in a field that is as full as it takes; *done tells. */
static bool fit_all(struct fitting *fitting, bool *done, struct gt_error *err)
{
    static const double fill[] = {GT_FILL, 0.5, 0.56, GT_FILL_MOST};
    for (size_t i = 0; i < sizeof fill / sizeof *fill; i++) {
        uint32_t all = fitting->all->n_nodes;
        double least;
        fitting->fill = fill[i];
        if (!make(fitting, all, err))
            return false;
        if (!expected_to_fit(fitting->scene))
            continue;
        if (!try_count(fitting, all, &least, err))
            return false;
        *done = is_large_enough(least);
        if (*done)
            break;
    }
    return true;
}

static bool fit(struct fitting *fitting, struct gt_error *err)
{
    uint32_t all = fitting->all->n_nodes, keep = all;
    bool done = false;
    if (!fit_all(fitting, &done, err))
        return false;
    if (done)
        return true;
    if (!guess(fitting, &keep, err))
        return false;
    uint32_t bad = keep + keep / 5 + 1; /* more than that is not to be expected */
    bad = bad > all ? all + 1 : bad;
    for (int i = 0; i < MOST_TRIES; i++) {
        double least;
        if (!try_count(fitting, keep, &least, err))
            return false;
        if (is_large_enough(least))
            return keep == all || refine(fitting, keep, bad, err);
        if (keep <= FEWEST)
            break;
        bad = keep;
        double part = least / GT_LEAST_ON_PAPER;
        uint32_t fewer = (uint32_t)(keep * part * part);
        keep = fewer < keep ? fewer : keep - 1;
        keep = keep < FEWEST ? FEWEST : keep;
    }
    return too_small(fitting->options, err);
}

bool gt_paper_fit(struct gt_scene *scene, const struct gt_graph *graph,
                  const struct gt_selected *selected, struct gt_map_options *options,
                  struct gt_error *err)
{
    struct fitting fitting = {
        .scene = scene,
        .graph = graph,
        .all = selected,
        .options = options,
        .left_out = options->remarks,
        .kept = {.node = gt_xcalloc((size_t)graph->n_nodes + 1, sizeof(bool)),
                 .edge = gt_xcalloc((size_t)graph->n_edges + 1, sizeof(bool))},
        .ranked = rank_nodes(graph, selected, options),
    };
    bool done = fit(&fitting, err);
    gt_selected_fini(&fitting.kept);
    free(fitting.ranked);
    return done;
}
