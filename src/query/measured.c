/* measured.c: the table-valued functions that other layers answer, by the hook: centrality,
 * community, overlap. */
#include "query/function.h"

#include "base/memory.h"

#include <stdlib.h>

static bool fail_unhooked(const struct gt_arguments *arguments, struct gt_error *err)
{
    return gt_fail(err, GT_USAGE, "%s() is not available here", "此处不能使用 %s()",
                   arguments->function);
}

bool gt_fill_centrality(struct gt_query *query, const struct gt_arguments *arguments,
                        struct gt_rows *rows, struct gt_error *err)
{
    static const char *const directions[] = {"all", "stated", "out", "in"};
    static const char *const weights[] = {"none", "count", "amount"};
    int direction = 0, weight = 0;
    uint32_t raw, n = query->graph->n_nodes;
    if (!query->settings.hook || !query->settings.hook->measure)
        return fail_unhooked(arguments, err);
    if (!gt_argument_choice(arguments, 1, directions, 4, &direction, err) ||
        !gt_argument_choice(arguments, 2, weights, 3, &weight, err) ||
        !gt_argument_number(arguments, 3, 0, &raw, err))
        return false;
    const struct gt_query_measure measure = {.name = arguments->text[0],
                                             .options.direction = (enum gt_direction)direction,
                                             .options.weight = (enum gt_weight)weight,
                                             .raw = raw};
    double *value = gt_xcalloc((size_t)n + 1, sizeof *value);
    uint32_t *rank = gt_xcalloc((size_t)n + 1, sizeof *rank);
    bool done = query->settings.hook->measure(query->graph, &measure, value, rank, err);
    for (uint32_t i = 0; i < n && done; i++) {
        if (!rank[i])
            continue;
        gt_rows_node(rows, i);
        gt_rows_real(rows, value[i]);
        gt_rows_integer(rows, rank[i]);
    }
    free(value);
    free(rank);
    return done;
}

bool gt_fill_community(struct gt_query *query, const struct gt_arguments *arguments,
                       struct gt_rows *rows, struct gt_error *err)
{
    const char *method = arguments->text[0] ? arguments->text[0] : "leiden";
    uint32_t n = query->graph->n_nodes;
    if (!query->settings.hook || !query->settings.hook->community)
        return fail_unhooked(arguments, err);
    uint32_t *community = gt_xcalloc((size_t)n + 1, sizeof *community);
    uint32_t *size = gt_xcalloc((size_t)n + 1, sizeof *size);
    bool done = query->settings.hook->community(query->graph, method, community, err);
    for (uint32_t i = 0; i < n && done; i++)
        size[community[i]]++;
    for (uint32_t i = 0; i < n && done; i++) {
        gt_rows_node(rows, i);
        gt_rows_integer(rows, community[i] + 1);
        gt_rows_integer(rows, size[community[i]]);
    }
    free(community);
    free(size);
    return done;
}

bool gt_fill_overlap(struct gt_query *query, const struct gt_arguments *arguments,
                     struct gt_rows *rows, struct gt_error *err)
{
    uint32_t n = query->graph->n_nodes;
    if (!query->settings.hook || !query->settings.hook->overlap)
        return fail_unhooked(arguments, err);
    char *side = gt_xcalloc((size_t)n + 1, 1);
    bool done = query->settings.hook->overlap(query->graph, arguments->text[0], arguments->text[1],
                                              side, err);
    for (uint32_t i = 0; i < n && done; i++) {
        if (!side[i])
            continue;
        gt_rows_node(rows, i);
        gt_rows_word(rows, side[i] == 'a' ? "a" : side[i] == 'b' ? "b" : "shared");
    }
    free(side);
    return done;
}
