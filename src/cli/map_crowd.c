/* map_crowd.c: --backbone and --top: fewer ties, fewer nodes, and a line on the map that says so.
 */
#include "base/memory.h"
#include "base/number.h"
#include "centrality/measure.h"
#include "cli/map_parts.h"
#include "graph/backbone.h"

#include <math.h>
#include <stdlib.h>

enum { MOST_NODES = 10000000 };

void gt_map_remark(struct gt_map_request *request, const struct gt_text *text)
{
    struct gt_text *all = &request->options.remarks;
    struct gt_text before = *all;
    *all = *text;
    if (before.in[GT_EN])
        for (int lang = 0; lang < GT_LANGS; lang++)
            all->in[lang] = gt_arena_format(&request->run->arena, "%s%s%s", before.in[lang],
                                            gt_say((enum gt_lang)lang, "; ", "；"), text->in[lang]);
}

static bool thin_ties(struct gt_map_request *request, struct gt_error *err)
{
    const char *text = request->run->args.value[GT_OPTION_backbone];
    struct gt_run *run = request->run;
    double alpha;
    if (!text)
        return true;
    if (!gt_number_read(text, &alpha) || !(alpha > 0 && alpha <= 1))
        return gt_fail(err, GT_USAGE, "--backbone wants a number above 0, at most 1, not \"%s\"",
                       "--backbone 需要大于 0 且不超过 1 的数，而不是“%s”", text);
    struct gt_left_out out = gt_backbone(run->graph, alpha, &request->selected);
    struct gt_text left_out =
        gt_arena_say(&run->arena, "backbone (alpha %s): %u ties and %u nodes left out",
                     "只画骨架（α=%s），省略 %u 条关系、%u 个节点", text, out.edges, out.nodes);
    gt_map_remark(request, &left_out);
    return true;
}

/* Flags the first `top` nodes by the column that sizes them, those tied with the last, and centres.
 */
static bool *find_largest(const struct gt_map_request *request, uint64_t top)
{
    const struct gt_graph *graph = request->run->graph;
    const struct gt_map_options *options = &request->options;
    const double *column =
        options->size_column ? gt_graph_column(graph, options->size_column) : NULL;
    double *value = gt_xcalloc((size_t)graph->n_nodes + 1, sizeof *value);
    uint32_t *rank = gt_xcalloc((size_t)graph->n_nodes + 1, sizeof *rank);
    bool *keep = gt_xcalloc((size_t)graph->n_nodes + 1, sizeof *keep);
    for (uint32_t i = 0; i < graph->n_nodes; i++)
        value[i] = !request->selected.node[i] ? (double)NAN : column ? column[i] : 0;
    gt_rank(value, graph->n_nodes, true, rank);
    for (uint32_t i = 0; i < graph->n_nodes; i++)
        keep[i] = (rank[i] > 0 && rank[i] <= top) || (options->centre && options->centre[i]);
    free(value);
    free(rank);
    return keep;
}

static bool thin_nodes(struct gt_map_request *request, struct gt_error *err)
{
    struct gt_run *run = request->run;
    uint64_t top;
    if (!gt_args_number(&run->args, GT_OPTION_top, 0, MOST_NODES, &top, err))
        return false;
    if (!top)
        return true;
    if (!request->options.size_column)
        return gt_fail(err, GT_USAGE, "--top wants a measure: not --size none",
                       "--top 需要指标：不能用 --size none");
    bool *keep = find_largest(request, top);
    struct gt_left_out out = gt_selected_keep(run->graph, keep, &request->selected);
    free(keep);
    struct gt_text left_out;
    for (int lang = 0; lang < GT_LANGS; lang++)
        left_out.in[lang] = gt_arena_format(
            &run->arena,
            gt_say((enum gt_lang)lang, "the first %u by %s: %u nodes and %u ties left out",
                   "只画前 %u 名（%s），省略 %u 个节点、%u 条关系"),
            (unsigned)top, request->options.size_title.in[lang], out.nodes, out.edges);
    gt_map_remark(request, &left_out);
    return true;
}

bool gt_map_thin(struct gt_map_request *request, struct gt_error *err)
{
    return thin_ties(request, err) && thin_nodes(request, err);
}
