/* cmd_check.c: `graphtool check`: every fault of the data, each with its place. */
#include "cli/commands.h"
#include "graph/check.h"

bool gt_cmd_check(struct gt_run *run, struct gt_error *err)
{
    struct gt_table table = {0};
    size_t n;
    const char *const *paths = gt_run_paths(run, &n);
    struct gt_faults list = {.lang = run->lang}, *faults = &list;
    if (!gt_load_all(paths, n, &run->load, faults, NULL, err))
        return false;
    run->graph = run->load.graph;
    gt_check(run->graph, faults);
    if (faults->n == 0)
        gt_table_say(&table,
                     gt_say(run->lang, "no fault: %u documents, %u nodes, %u ties, %u statements",
                            "没有错误：%u 份文件，%u 个节点，%u 条关系，%u 处陈述"),
                     run->graph->n_documents, run->graph->n_nodes, run->graph->n_edges,
                     run->graph->n_statements);
    else
        gt_table_say(&table, gt_say(run->lang, "%llu faults", "%llu 处错误"),
                     (unsigned long long)faults->n);
    gt_table_head(&table, "id", NULL);
    gt_table_head(&table, "place", gt_say(run->lang, "place", "位置"));
    gt_table_head(&table, "fault", gt_say(run->lang, "fault", "错误"));
    for (uint64_t i = 0; i < faults->n && i < GT_FAULTS_KEPT; i++) {
        gt_table_uint(&table, i + 1);
        gt_table_text(&table, faults->kept[i].place);
        gt_table_text(&table, faults->kept[i].text);
    }
    run->status = faults->n ? GT_NO : GT_OK;
    bool done = gt_run_table(run, &table, NULL, err);
    gt_table_fini(&table);
    gt_faults_fini(faults);
    return done;
}
