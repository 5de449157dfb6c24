/* view.h: a selection of a graph as arrays that measures run on: what was measured is always
 * explicit.
 *
 * Directions: the ontology mixes directed and mutual ties; igraph has one direction for a whole
 * graph. ALL makes the view undirected. OUT and STATED make it directed as stated, mutual ties as
 * two arcs; IN the same with every arc reversed. STATED tells measures to follow their usual
 * convention for directed graphs (degree counts both ends, closeness looks at incoming distances);
 * OUT and IN to follow arcs forward in the view's graph.
 *
 * Parallel ties: MERGE (default) makes one edge of all ties between the same two vertices (in the
 * same direction, when directed); KEEP leaves one for each tie. Self-loops stay. */
#ifndef GT_GRAPH_VIEW_H
#define GT_GRAPH_VIEW_H

#include "graph/ontology.h"
#include "graph/selection.h"

enum gt_direction {
#define DIRECTION(id, ...) GT_DIRECTION_##id,
#include "graph/view_word.def"
#undef DIRECTION
    GT_DIRECTIONS
};
enum gt_parallel {
#define PARALLEL(id, ...) GT_PARALLEL_##id,
#include "graph/view_word.def"
#undef PARALLEL
    GT_PARALLELS
};

/* NONE: no weights. COUNT: number of statements behind an edge. AMOUNT: yuan stated for it, joint
 * sums divided among those that share them; edges without an amount are left out of the view. */
enum gt_weight {
#define WEIGHT(id, ...) GT_WEIGHT_##id,
#include "graph/view_word.def"
#undef WEIGHT
    GT_WEIGHTS
};

/* The words of the policies; behind the last one a row without name. */
extern const struct gt_word gt_direction_words[GT_DIRECTIONS + 1];
extern const struct gt_word gt_parallel_words[GT_PARALLELS + 1];
extern const struct gt_word gt_weight_words[GT_WEIGHTS + 1];

struct gt_view_options {
    enum gt_direction direction;
    enum gt_parallel parallel;
    enum gt_weight weight;
};

/* Compressed sparse rows: what is adjacent to vertex v stands at [offset[v], offset[v+1]), ordered
 * by neighbour, then edge. */
struct gt_csr {
    uint32_t *offset;    /* [n_vertices + 1] */
    uint32_t *neighbour; /* vertex */
    uint32_t *edge;      /* edge of the view */
};

struct gt_view_igraph; /* graph/view_igraph.h */

struct gt_view {
    const struct gt_graph *graph; /* borrowed; must outlive the view. Null for a view of arrays */
    struct gt_selection selection;
    struct gt_view_options options;
    bool directed;
    uint32_t n_vertices, n_edges;
    uint32_t *node;      /* [n_vertices] number in the graph of each vertex; ascending */
    uint32_t *vertex;    /* [graph->n_nodes] vertex of each node, GT_NONE outside */
    uint32_t *from, *to; /* [n_edges] vertices; when undirected, from <= to */
    double *weight;      /* [n_edges] > 0; null without weights */
    uint32_t *tie; /* ties behind view edge e: graph edges tie[tie_offset[e] .. tie_offset[e+1]) */
    uint32_t *tie_offset;
    struct gt_csr out; /* undirected: every edge at both its ends (a self-loop twice) */
    struct gt_csr in;  /* undirected: the same arrays as out */
    struct gt_view_igraph *foreign;
};

/* A view of a selection; ended by gt_view_free(). O(|V| + |E| log |E|). */
GT_MUST_USE bool gt_view_new(const struct gt_graph *graph, const struct gt_selection *selection,
                             const struct gt_view_options *options, struct gt_view **view,
                             struct gt_error *err);

/* A view of plain arrays, for standard graphs and tests: n_edges pairs of vertices below
 * n_vertices, weights (> 0) or null. Parallel edges are kept as given. Arrays are copied. */
GT_MUST_USE bool gt_view_of_arrays(uint32_t n_vertices, uint32_t n_edges, const uint32_t *from,
                                   const uint32_t *to, const double *weight,
                                   enum gt_direction direction, struct gt_view **view,
                                   struct gt_error *err);

void gt_view_free(struct gt_view *view);

/* Component number of each vertex, ignoring direction; components are numbered by size, largest
 * first (ties: smallest vertex). Returns an array of n_vertices that the caller frees; *n is how
 * many there are. */
uint32_t *gt_view_components(const struct gt_view *view, uint32_t *n);

/* The view as members of an open JSON object: direction, parallel, weight, selection, vertices,
 * edges. */
void gt_view_describe(const struct gt_view *view, struct gt_json *json);

const char *gt_direction_name(enum gt_direction direction);
const char *gt_parallel_name(enum gt_parallel parallel);
const char *gt_weight_name(enum gt_weight weight);

#endif
