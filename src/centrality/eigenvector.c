/* eigenvector.c: a vertex is as central as its neighbours are together.
 *
 * x = (1 / lambda) A x with the largest lambda. ALL: A is symmetric. STATED and IN: a vertex takes
 * from those that point at it in the graph as stated (networkx's left eigenvector); OUT: from those
 * it points at. Weights are strengths; parallel ties add up; an undirected self-loop counts twice,
 * as in igraph.
 *
 * Graphs that are not connected have no single such vector, and what iterative programs print then
 * depends on where they start. Here each component (directions ignored) has its own: the vector of
 * its own largest lambda, whose Euclidean length is the square root of the component's share of the
 * vertices, times its lambda over the largest lambda. So a connected graph has length 1 (networkx),
 * the mean square of a component does not depend on its size, and a loose component counts less
 * than a dense one. Isolates have 0.
 *
 * Directed components are seldom strongly connected. Their lambda is the largest of their strong
 * classes; a class with that lambda which feeds no other with the same gives to all that take from
 * it, directly or not; everybody else has 0, as in the limit of networkx's iteration. Where two
 * such classes do not reach each other their vectors are added, each with mean square 1 in its own
 * class. Acyclic components have lambda 0 and values 0.
 *
 * Normalised: as said. Raw: divided by the largest value, as igraph's `scale` does.
 *
 * O(|E|) a round, see matrix.c. P. Bonacich, Power and centrality: a family of measures, American
 * Journal of Sociology 92, 1987; U. G. Rothblum, Algebraic eigenspaces of nonnegative matrices,
 * Linear Algebra and its Applications 12, 1975. */
#include "centrality/eigenvector.h"

#include "base/memory.h"
#include "centrality/compute.h"
#include "centrality/linear.h"
#include "centrality/perron.h"

#include <math.h>
#include <stdlib.h>

/* Values of lambda that agree to this are one: rounding must not choose between equal classes. */
static const double equal = 1e-9;

/* What is known of each class. */
struct outlook {
    uint32_t *component; /* a class of the same component, the same for all of them */
    double *lambda;      /* [component] the largest radius in it */
    uint32_t *size;      /* [component] vertices */
    bool *top;           /* has lambda */
    bool *leads;         /* ... and feeds no other that has: the source of its component's values */
};

static uint32_t find_root(uint32_t *parent, uint32_t c)
{
    while (parent[c] != c)
        c = parent[c] = parent[parent[c]];
    return c;
}

static void find_components(const struct gt_matrix *matrix, const struct gt_classes *classes,
                            const double *radius, struct outlook *outlook)
{
    uint32_t *parent = outlook->component;
    const struct gt_csr *row = matrix->row;
    for (uint32_t c = 0; c < classes->n; c++)
        parent[c] = c;
    for (uint32_t v = 0; v < matrix->n; v++)
        for (uint32_t i = row->offset[v]; i < row->offset[v + 1]; i++) {
            uint32_t a = find_root(parent, classes->of[v]);
            parent[a] = find_root(parent, classes->of[row->neighbour[i]]);
        }
    for (uint32_t c = 0; c < classes->n; c++) {
        parent[c] = find_root(parent, c);
        outlook->lambda[parent[c]] = fmax(outlook->lambda[parent[c]], radius[c]);
        outlook->size[parent[c]] += classes->first[c + 1] - classes->first[c];
    }
}

/* Goes from the classes that nobody takes from to those that they take from. */
static void find_leaders(const struct gt_matrix *matrix, const struct gt_classes *classes,
                         const double *radius, struct outlook *outlook)
{
    const struct gt_csr *row = matrix->row;
    bool *feeds = gt_xcalloc(classes->n, sizeof *feeds); /* one with the component's lambda */
    for (uint32_t c = classes->n; c-- > 0;) {
        double lambda = outlook->lambda[outlook->component[c]];
        bool top = lambda > 0 && radius[c] >= lambda * (1 - equal);
        outlook->top[c] = top;
        outlook->leads[c] = top && !feeds[c];
        for (uint32_t i = classes->first[c]; i < classes->first[c + 1]; i++) {
            uint32_t v = classes->member[i];
            for (uint32_t k = row->offset[v]; k < row->offset[v + 1]; k++)
                if (classes->of[row->neighbour[k]] != c)
                    feeds[classes->of[row->neighbour[k]]] |= top || feeds[c];
        }
    }
    free(feeds);
}

/* Fills x, class by class, each after those that it takes from. */
static bool spread_values(const struct gt_matrix *matrix, const struct gt_classes *classes,
                          const struct outlook *outlook, const double *own, double *x,
                          struct gt_error *err)
{
    for (uint32_t v = 0; v < matrix->n; v++)
        x[v] = 0;
    for (uint32_t c = 0; c < classes->n; c++) {
        double lambda = outlook->lambda[outlook->component[c]];
        if (outlook->leads[c])
            for (uint32_t i = classes->first[c]; i < classes->first[c + 1]; i++)
                x[classes->member[i]] = own[classes->member[i]];
        else if (lambda > 0 && !outlook->top[c] &&
                 !gt_linear_solve(matrix, classes, c, 1 / lambda, 0, x, err))
            return false;
    }
    return true;
}

static void scale_components(const struct gt_matrix *matrix, const struct gt_classes *classes,
                             const struct outlook *outlook, double *x)
{
    double *factor = gt_xcalloc(classes->n, sizeof *factor), largest = 0;
    for (uint32_t v = 0; v < matrix->n; v++)
        factor[outlook->component[classes->of[v]]] += x[v] * x[v];
    for (uint32_t c = 0; c < classes->n; c++)
        largest = fmax(largest, outlook->lambda[c]);
    for (uint32_t c = 0; c < classes->n; c++)
        if (factor[c] > 0)
            factor[c] = sqrt(outlook->size[c] / (double)matrix->n / factor[c]) *
                        (outlook->lambda[c] / largest);
    for (uint32_t v = 0; v < matrix->n; v++)
        x[v] *= factor[outlook->component[classes->of[v]]];
    free(factor);
}

bool gt_eigenvector_find(const struct gt_matrix *matrix, double *x, struct gt_error *err)
{
    struct gt_classes classes;
    gt_classes_init(&classes, matrix);
    double *radius = gt_xcalloc(classes.n, sizeof *radius);
    double *own = gt_xcalloc(matrix->n, sizeof *own);
    struct outlook outlook = {
        .component = gt_xcalloc(classes.n, sizeof *outlook.component),
        .lambda = gt_xcalloc(classes.n, sizeof *outlook.lambda),
        .size = gt_xcalloc(classes.n, sizeof *outlook.size),
        .top = gt_xcalloc(classes.n, sizeof *outlook.top),
        .leads = gt_xcalloc(classes.n, sizeof *outlook.leads),
    };
    bool done = gt_perron(matrix, &classes, radius, own, err);
    if (done) {
        find_components(matrix, &classes, radius, &outlook);
        find_leaders(matrix, &classes, radius, &outlook);
        done = spread_values(matrix, &classes, &outlook, own, x, err);
    }
    if (done)
        scale_components(matrix, &classes, &outlook, x);
    free(outlook.component);
    free(outlook.lambda);
    free(outlook.size);
    free(outlook.top);
    free(outlook.leads);
    free(own);
    free(radius);
    gt_classes_fini(&classes);
    return done;
}

bool gt_compute_eigenvector(const struct gt_view *view, const struct gt_measure_options *options,
                            double *value, struct gt_error *err)
{
    /* IN has turned the arcs already: who points at a vertex is where its arcs go */
    bool incoming = view->options.direction == GT_DIRECTION_STATED;
    struct gt_matrix matrix = gt_matrix_of_view(view, incoming);
    if (!gt_eigenvector_find(&matrix, value, err))
        return false;
    if (options->raw)
        gt_values_by_largest(value, view->n_vertices);
    return true;
}
