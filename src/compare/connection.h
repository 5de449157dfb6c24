/* connection.h: the shortest connections between two sets of vertices, as examples to look at. */
#ifndef GT_COMPARE_CONNECTION_H
#define GT_COMPARE_CONNECTION_H

#include "compare/side.h"
#include "graph/path.h"

/* The first k of the shortest ways from any GT_SIDE_A vertex to any GT_SIDE_B vertex along a view's
 * arcs: all of the one smallest length in edges (weights are not looked at), fewer when there are
 * no more, none when the sides are not connected. Ways with fewer `plain` vertices come first, then
 * by vertex numbers; where the way is longer than 60 edges, by vertex numbers only. `plain` is null
 * or [n_vertices]: through an institute two districts are connected more closely than through an
 * industry. Of parallel edges the first is taken. Every inner vertex is shared or of neither side.
 * O(|V| + |E|) and k times the length of a way and its vertices' degrees. Ended by
 * gt_paths_fini(). */
void gt_connection_find(const struct gt_view *view, const enum gt_side *side, const bool *plain,
                        uint32_t k, struct gt_paths *paths);

#endif
