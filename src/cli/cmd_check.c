/* cmd_check.c: `graphtool check`: every fault of the data, each with its place, and what is worth a
 * look though it may be right. */
#include "cli/commands.h"
#include "graph/check.h"

static void add_list(struct gt_table *table, const struct gt_faults *list, const char *kind,
                     const char *kind_name)
{
    for (uint64_t i = 0; i < list->n && i < GT_FAULTS_KEPT; i++) {
        gt_table_format(table, "%s-%llu", kind, (unsigned long long)i + 1);
        gt_table_text(table, kind);
        gt_table_text(table, kind_name);
        gt_table_text(table, list->kept[i].place);
        gt_table_text(table, list->kept[i].text);
    }
}

static void say_result(struct gt_table *table, const struct gt_graph *graph,
                       const struct gt_faults *faults, const struct gt_faults *notes,
                       enum gt_lang lang)
{
    gt_table_say(table,
                 gt_say(lang, "%u documents, %u nodes, %u ties, %u statements",
                        "%u 份文件，%u 个节点，%u 条关系，%u 处陈述"),
                 graph->n_documents, graph->n_nodes, graph->n_edges, graph->n_statements);
    gt_table_say(table, gt_say(lang, "%llu faults, %llu notes", "%llu 处错误，%llu 处提示"),
                 (unsigned long long)faults->n, (unsigned long long)notes->n);
    if (faults->n > GT_FAULTS_KEPT)
        gt_table_say(table, gt_say(lang, "the first %d faults are listed", "列出前 %d 处错误"),
                     (int)GT_FAULTS_KEPT);
}

bool gt_cmd_check(struct gt_run *run, struct gt_error *err)
{
    struct gt_table table = {0};
    struct gt_faults faults = {.lang = run->lang}, notes = {.lang = run->lang};
    size_t n;
    const char *const *paths = gt_run_paths(run, &n);
    bool done = gt_load_all(paths, n, &run->load, &faults, &notes, err);
    if (done) {
        gt_check(run->load.graph, &faults, &notes);
        say_result(&table, run->load.graph, &faults, &notes, run->lang);
        gt_table_head(&table, "id", NULL);
        gt_table_head(&table, "kind", NULL);
        gt_table_head(&table, "kind_name", gt_say(run->lang, "kind", "类别"));
        gt_table_head(&table, "place", gt_say(run->lang, "place", "位置"));
        gt_table_head(&table, "text", gt_say(run->lang, "what", "内容"));
        add_list(&table, &faults, "fault", gt_say(run->lang, "fault", "错误"));
        add_list(&table, &notes, "note", gt_say(run->lang, "note", "提示"));
        run->status = faults.n ? GT_NO : GT_OK;
        done = gt_run_table(run, &table, NULL, err);
    }
    gt_table_fini(&table);
    gt_faults_fini(&faults);
    gt_faults_fini(&notes);
    return done;
}
