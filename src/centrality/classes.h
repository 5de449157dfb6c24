/* classes.h: the strongly connected classes of a matrix. */
#ifndef GT_CENTRALITY_CLASSES_H
#define GT_CENTRALITY_CLASSES_H

#include "centrality/matrix.h"

/* Strongly connected classes, each with the vertices of its own: member[first[c] .. first[c+1]).
 * A row's entries lie in its own class or in ones with a smaller number. */
struct gt_classes {
    uint32_t n;
    uint32_t *of;     /* [matrix->n] class of each vertex */
    uint32_t *first;  /* [n + 1] */
    uint32_t *member; /* [matrix->n] */
};

/* Ends with gt_classes_fini(). Linear. */
void gt_classes_init(struct gt_classes *classes, const struct gt_matrix *matrix);
void gt_classes_fini(struct gt_classes *classes);

#endif
