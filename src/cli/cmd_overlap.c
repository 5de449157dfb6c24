/* cmd_overlap.c: `graphtool overlap`: two districts: what they share, what each alone has, and what
 * stands between them. */
#include "base/memory.h"
#include "cli/commands.h"
#include "cli/comparison.h"

#include <stdlib.h>

enum { DEFAULT_COUNT = 3, MOST_COUNT = 1000, DEFAULT_TOP = 10, MOST_TOP = 1000000000 };

/* What connects two districts less closely than an organisation does. */
static bool *mark_plain(const struct gt_view *view)
{
    bool *plain = gt_xcalloc(view->n_vertices, sizeof *plain);
    for (uint32_t v = 0; v < view->n_vertices; v++) {
        enum gt_node_type type = view->graph->nodes[view->node[v]].type;
        plain[v] = type == GT_NODE_industry || type == GT_NODE_place;
    }
    return plain;
}

static bool compare(struct gt_comparison *this, uint32_t count, struct gt_error *err)
{
    gt_through_find(this->overlap, GT_THROUGH_TYPES, &this->throughs);
    if (!gt_overlap_view(this->overlap, this->with_places, &this->view, err))
        return false;
    this->side = gt_overlap_sides(this->overlap, this->view);
    gt_crossings_find(this->view, this->side, &this->crossings);
    bool *plain = mark_plain(this->view);
    gt_connection_find(this->view, this->side, plain, count, &this->paths);
    free(plain);
    return gt_separator_find(this->view, this->side, &this->separator, err);
}

static bool write_table(struct gt_run *run, const struct gt_comparison *comparison, uint64_t top,
                        struct gt_error *err)
{
    struct gt_table table = {0};
    gt_comparison_say(comparison, &table);
    gt_comparison_list_shares(comparison, &table);
    gt_comparison_list_ways(comparison, top, &table);
    gt_comparison_list_only(comparison, &table);
    bool done = gt_run_table(run, &table, comparison->view, err);
    gt_table_fini(&table);
    return done;
}

bool gt_cmd_overlap(struct gt_run *run, struct gt_error *err)
{
    struct gt_comparison comparison = {
        .lang = run->lang,
        .with_places = run->args.value[GT_OPTION_through_places] != NULL,
    };
    struct gt_selection selection;
    struct gt_pair pair;
    uint64_t count, top;
    bool done = false;
    if (!gt_run_district(run->args.operand[0], &pair.a, err) ||
        !gt_run_district(run->args.operand[1], &pair.b, err) ||
        !gt_args_count(&run->args, GT_OPTION_count, DEFAULT_COUNT, MOST_COUNT, &count, err) ||
        !gt_args_number(&run->args, GT_OPTION_top, DEFAULT_TOP, MOST_TOP, &top, err) ||
        !gt_run_load(run, err) || !gt_run_selection(run, &selection, err) ||
        !gt_overlap_new(run->graph, &selection, pair, &comparison.overlap, err))
        return false;
    done = compare(&comparison, (uint32_t)count, err) && write_table(run, &comparison, top, err);
    gt_paths_fini(&comparison.paths);
    gt_separator_fini(&comparison.separator);
    gt_crossings_fini(&comparison.crossings);
    gt_throughs_fini(&comparison.throughs);
    free(comparison.side);
    gt_view_free(comparison.view);
    gt_overlap_free(comparison.overlap);
    return done;
}
