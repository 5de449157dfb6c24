/* matrix.c: the adjacency matrix of a view as sparse rows. */
#include "centrality/matrix.h"

struct gt_matrix gt_matrix_of_view(const struct gt_view *view, bool incoming)
{
    return (struct gt_matrix){
        .n = view->n_vertices,
        .row = incoming ? &view->in : &view->out,
        .weight = view->weight,
    };
}

double gt_matrix_row(const struct gt_matrix *matrix, uint32_t v, const double *x)
{
    const struct gt_csr *row = matrix->row;
    double sum = 0;
    for (uint32_t i = row->offset[v]; i < row->offset[v + 1]; i++)
        sum += (matrix->weight ? matrix->weight[row->edge[i]] : 1) * x[row->neighbour[i]];
    return sum;
}
