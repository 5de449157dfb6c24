/* engine.h: Graphviz as this folder uses it: its plugins linked in, and our own width table in
 * place of the machine's fonts. Global state inside: only in a jail, one context at a time. */
#ifndef GT_MAP_ENGINE_H
#define GT_MAP_ENGINE_H

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>

#include <stdbool.h>

/* A context without any configuration file. Ended by gvFreeContext(). */
GVC_t *gt_engine_new(void);

/* An empty graph, undirected or directed. Ended by agclose(). */
Agraph_t *gt_engine_graph(const char *name, bool undirected);

/* A new node, or a new part (subgraph), of that name. */
Agnode_t *gt_engine_node(Agraph_t *graph, const char *name);
Agraph_t *gt_engine_part(Agraph_t *graph, const char *name);

/* Sets the default of an attribute of AGRAPH, AGNODE or AGEDGE. */
void gt_engine_set(Agraph_t *graph, int kind, const char *name, const char *value);

/* Sets an attribute of one graph, node or edge. */
void gt_engine_put(void *object, const char *name, const char *value);

#endif
