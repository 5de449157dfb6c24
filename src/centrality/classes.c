/* classes.c: the strongly connected classes of a matrix.
 *
 * How it works: Tarjan's algorithm with a stack of its own, since paths may be as long as the graph
 * is large. A class is complete when all that it leads to is complete, which gives the order.
 *
 * R. Tarjan, Depth-first search and linear graph algorithms, SIAM Journal on Computing 1, 1972. */
#include "centrality/classes.h"

#include "base/memory.h"

#include <stdlib.h>

struct search {
    const struct gt_matrix *matrix;
    struct gt_classes *classes;
    uint32_t *order; /* 1, 2, ... when seen first; 0 unseen */
    uint32_t *low;   /* the smallest order known to be reached from here, in the open classes */
    uint32_t *at;    /* next entry of the row to look at */
    uint32_t *path;  /* the vertices whose rows are being read */
    uint32_t n_path;
    uint32_t *open; /* vertices without a class yet, in the order seen */
    uint32_t n_open;
    uint32_t n_seen, n_placed;
};

static void enter_vertex(struct search *search, uint32_t v)
{
    search->order[v] = search->low[v] = ++search->n_seen;
    search->at[v] = search->matrix->row->offset[v];
    search->path[search->n_path++] = v;
    search->open[search->n_open++] = v;
}

static void close_class(struct search *search, uint32_t root)
{
    struct gt_classes *classes = search->classes;
    uint32_t v;
    do {
        v = search->open[--search->n_open];
        classes->of[v] = classes->n;
        classes->member[search->n_placed++] = v;
    } while (v != root);
    classes->first[++classes->n] = search->n_placed;
}

static void leave_vertex(struct search *search, uint32_t v)
{
    search->n_path--;
    if (search->low[v] == search->order[v])
        close_class(search, v);
    if (search->n_path == 0)
        return;
    uint32_t above = search->path[search->n_path - 1];
    if (search->classes->of[v] == GT_NONE && search->low[v] < search->low[above])
        search->low[above] = search->low[v];
}

static void search_from(struct search *search, uint32_t start)
{
    const struct gt_csr *row = search->matrix->row;
    enter_vertex(search, start);
    while (search->n_path > 0) {
        uint32_t v = search->path[search->n_path - 1];
        if (search->at[v] == row->offset[v + 1]) {
            leave_vertex(search, v);
            continue;
        }
        uint32_t next = row->neighbour[search->at[v]++];
        if (search->order[next] == 0)
            enter_vertex(search, next);
        else if (search->classes->of[next] == GT_NONE && search->order[next] < search->low[v])
            search->low[v] = search->order[next];
    }
}

void gt_classes_init(struct gt_classes *classes, const struct gt_matrix *matrix)
{
    uint32_t n = matrix->n;
    *classes = (struct gt_classes){
        .of = gt_xcalloc(n, sizeof *classes->of),
        .first = gt_xcalloc((size_t)n + 1, sizeof *classes->first),
        .member = gt_xcalloc(n, sizeof *classes->member),
    };
    uint32_t *scratch = gt_xcalloc(n, 5 * sizeof *scratch);
    size_t size = n;
    struct search search = {
        .matrix = matrix,
        .classes = classes,
        .order = scratch,
        .low = scratch + size,
        .at = scratch + 2 * size,
        .path = scratch + 3 * size,
        .open = scratch + 4 * size,
    };
    for (uint32_t v = 0; v < n; v++)
        classes->of[v] = GT_NONE;
    for (uint32_t v = 0; v < n; v++)
        if (search.order[v] == 0)
            search_from(&search, v);
    free(scratch);
}

void gt_classes_fini(struct gt_classes *classes)
{
    free(classes->of);
    free(classes->first);
    free(classes->member);
    *classes = (struct gt_classes){0};
}
