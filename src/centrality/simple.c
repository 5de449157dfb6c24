/* simple.c: merging the sorted rows of a view's out and in arrays. */
#include "centrality/simple.h"

#include "base/memory.h"

#include <stdlib.h>

/* One row of the view that is being read. */
struct row {
    const struct gt_csr *csr;
    uint32_t at, end;
};

static struct row open_row(const struct gt_csr *csr, uint32_t vertex)
{
    return (struct row){csr, csr->offset[vertex], csr->offset[vertex + 1]};
}

/* The neighbour that comes next, GT_NONE at the end. */
static uint32_t peek_row(const struct row *row)
{
    return row->at < row->end ? row->csr->neighbour[row->at] : GT_NONE;
}

/* Adds up and passes all that goes to one neighbour. */
static double take_row(struct row *row, uint32_t neighbour, const double *weight)
{
    double sum = 0;
    for (; peek_row(row) == neighbour; row->at++)
        sum += weight ? weight[row->csr->edge[row->at]] : 1;
    return sum;
}

static uint32_t merge_rows(struct gt_simple *simple, const struct gt_view *view, uint32_t vertex,
                           uint32_t place)
{
    struct row out = open_row(&view->out, vertex), in = open_row(&view->in, vertex);
    for (;;) {
        uint32_t a = peek_row(&out), b = peek_row(&in), next = a < b ? a : b;
        if (next == GT_NONE)
            return place;
        double forward = take_row(&out, next, view->weight);
        double backward = take_row(&in, next, view->weight);
        if (next == vertex) { /* undirected rows hold a self-loop at both its ends */
            simple->loop[vertex] = view->directed ? forward : forward / 2;
            continue;
        }
        simple->neighbour[place] = next;
        simple->forward[place] = forward;
        simple->backward[place++] = backward;
    }
}

void gt_simple_init(struct gt_simple *simple, const struct gt_view *view)
{
    uint32_t n = view->n_vertices;
    size_t room = (size_t)view->out.offset[n] + (view->directed ? view->in.offset[n] : 0);
    *simple = (struct gt_simple){
        .offset = gt_xcalloc((size_t)n + 1, sizeof *simple->offset),
        .neighbour = gt_xcalloc(room, sizeof *simple->neighbour),
        .forward = gt_xcalloc(room, sizeof *simple->forward),
        .backward = gt_xcalloc(room, sizeof *simple->backward),
        .loop = gt_xcalloc(n, sizeof *simple->loop),
    };
    for (uint32_t v = 0; v < n; v++)
        simple->offset[v + 1] = merge_rows(simple, view, v, simple->offset[v]);
}

void gt_simple_fini(struct gt_simple *simple)
{
    free(simple->offset);
    free(simple->neighbour);
    free(simple->forward);
    free(simple->backward);
    free(simple->loop);
    *simple = (struct gt_simple){0};
}
