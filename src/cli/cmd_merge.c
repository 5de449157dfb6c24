/* cmd_merge.c: `graphtool merge`: accepted drafts into a graph, and which names may be one. */
#include "base/file.h"
#include "base/memory.h"
#include "cli/commands.h"
#include "curate/merge.h"
#include "curate/propose.h"
#include "curate/review.h"
#include "format/differing.h"
#include "format/export.h"
#include "format/graph_reader.h"
#include "graph/check.h"

#include <stdlib.h>
#include <string.h>

/* The drafts, and what their reviews say. */
struct drafts {
    struct gt_run *run;
    struct gt_decisions *decisions;
    const struct gt_graph **graph;
    struct gt_texts *reviews; /* lines that tell what was taken of each */
    size_t n, room;
};

/* --- reading -----------------------------------------------------------------------------------
 */

static bool read_graph(const char *file, const struct gt_buffer *bytes, struct gt_graph **graph,
                       struct gt_error *err)
{
    struct gt_faults faults = {.lang = err->lang};
    *graph = gt_graph_new();
    gt_graph_read(*graph, file, gt_buffer_string(bytes), bytes->n, &faults, NULL);
    gt_graph_finish(*graph);
    bool done = gt_faults_none(&faults, err);
    gt_faults_fini(&faults);
    if (done)
        return true;
    gt_graph_free(*graph);
    *graph = NULL;
    return false;
}

static void tell_review(struct drafts *drafts, const char *file, const struct gt_review *review)
{
    uint32_t count[GT_ANSWERS];
    struct gt_run *run = drafts->run;
    gt_review_count(review, count);
    gt_texts_add(
        drafts->reviews,
        gt_arena_format(&run->arena,
                        gt_say(run->lang, "%s: %u accepted, %u refused, %u unsure, %u open",
                               "%s：通过 %u，否决 %u，存疑 %u，未审 %u"),
                        file, count[GT_ANSWER_yes], count[GT_ANSWER_no], count[GT_ANSWER_unsure],
                        count[GT_ANSWER_NONE]),
        &run->arena);
}

/* Of a draft that was reviewed, the accepted part takes its place. */
static bool take_accepted(struct drafts *drafts, const char *file, struct gt_graph **graph,
                          struct gt_error *err)
{
    struct gt_review review;
    const char *answers = gt_arena_format(&drafts->run->arena, "%s.review.tsv", file);
    if (!gt_file_exists(answers))
        return true;
    bool done = gt_review_open(&review, *graph, answers, drafts->decisions, drafts->run->lang, err);
    if (done) {
        struct gt_graph *accepted = gt_review_accepted(&review);
        tell_review(drafts, file, &review);
        gt_graph_free(*graph);
        *graph = accepted;
    }
    gt_review_close(&review);
    return done;
}

static bool take_draft(void *context, const char *file, const struct gt_buffer *bytes,
                       struct gt_error *err)
{
    struct drafts *drafts = context;
    struct gt_graph *graph;
    if (!read_graph(file, bytes, &graph, err))
        return false;
    drafts->graph = gt_xgrow(drafts->graph, drafts->n, &drafts->room, sizeof *drafts->graph);
    bool done = take_accepted(drafts, file, &graph, err);
    drafts->graph[drafts->n++] = graph;
    return done;
}

/* The graph to merge into; null when the file is not there. */
struct target {
    struct gt_run *run;
    struct gt_graph *graph;
    const char *schema;
};

static bool take_target(void *context, const char *file, const struct gt_buffer *bytes,
                        struct gt_error *err)
{
    struct target *target = context;
    target->schema = gt_graph_read_schema(gt_buffer_string(bytes), bytes->n, &target->run->arena);
    return read_graph(file, bytes, &target->graph, err);
}

/* --decisions, or decisions.tsv beside a file. */
static bool read_decisions(struct gt_run *run, const char *beside, struct gt_decisions *decisions,
                           struct gt_error *err)
{
    const char *file = run->args.value[GT_OPTION_decisions];
    if (file && !gt_file_exists(file))
        return gt_fail(err, GT_FILE, "there is no file %s", "没有文件 %s", file);
    if (!file) {
        const char *slash = strrchr(beside, '/');
        file = gt_arena_format(&run->arena, "%.*sdecisions.tsv",
                               slash ? (int)(slash + 1 - beside) : 0, beside);
    }
    return gt_decisions_read(file, decisions, err);
}

/* --- proposing ---------------------------------------------------------------------------------
 */

static void add_proposals(struct gt_table *table, const struct gt_graph *graph,
                          const struct gt_identity *identity, const struct gt_proposals *proposals,
                          enum gt_lang lang)
{
    for (size_t i = 0; i < proposals->n; i++) {
        const struct gt_proposal *proposal = &proposals->item[i];
        const struct gt_node *left = &graph->nodes[proposal->left];
        const struct gt_node *right = &graph->nodes[proposal->right];
        int verdict = gt_identity_verdict(identity, proposal->left, proposal->right);
        if (verdict == GT_VERDICT_same || verdict == GT_VERDICT_different)
            continue;
        gt_table_text(table, left->id);
        gt_table_text(table, right->id);
        gt_table_text(table, gt_verdicts[GT_VERDICT_unsure].name);
        gt_table_text(table, gt_reasons[proposal->reason].title.in[lang]);
        gt_table_number(table, proposal->confidence);
        gt_table_text(table, gt_reasons[proposal->reason].name);
        gt_table_text(table, gt_node_types[left->type].name);
        gt_table_text(table, gt_node_types[left->type].title.in[lang]);
        gt_table_text(table, left->name);
        gt_table_text(table, right->name);
        gt_table_text(table, proposal->left_form);
        gt_table_text(table, proposal->right_form);
    }
}

static bool propose(struct gt_run *run, struct gt_error *err)
{
    struct gt_decisions decisions = {0};
    struct gt_proposals proposals = {0};
    struct gt_identity identity = {0};
    struct gt_faults faults = {.lang = run->lang};
    struct gt_table table = {0};
    size_t n;
    bool done =
        gt_run_load(run, err) && read_decisions(run, gt_run_paths(run, &n)[0], &decisions, err);
    if (done) {
        gt_identity_find(run->graph, &decisions, &identity, &faults, NULL);
        gt_propose(run->graph, &proposals);
        gt_table_head(&table, "left", NULL);
        gt_table_head(&table, "right", NULL);
        gt_table_head(&table, "verdict", NULL);
        gt_table_head(&table, "reason", NULL);
        gt_table_head(&table, "confidence", gt_say(run->lang, "confidence", "置信度"));
        gt_table_head(&table, "rule", NULL);
        gt_table_head(&table, "type", NULL);
        gt_table_head(&table, "type_name", gt_say(run->lang, "type", "类型"));
        gt_table_head(&table, "left_name", gt_say(run->lang, "left", "左"));
        gt_table_head(&table, "right_name", gt_say(run->lang, "right", "右"));
        gt_table_head(&table, "left_form", NULL);
        gt_table_head(&table, "right_form", NULL);
        add_proposals(&table, run->graph, &identity, &proposals, run->lang);
        done = gt_faults_none(&faults, err) && gt_run_table(run, &table, NULL, err);
    }
    gt_table_fini(&table);
    gt_faults_fini(&faults);
    gt_identity_fini(&identity);
    gt_proposals_fini(&proposals);
    gt_decisions_fini(&decisions);
    return done;
}

/* --- reporting ---------------------------------------------------------------------------------
 */

static void add_size(struct gt_table *table, const char *id, const char *what, uint32_t before,
                     uint32_t after)
{
    gt_table_text(table, id);
    gt_table_text(table, what);
    gt_table_uint(table, before);
    gt_table_uint(table, after);
}

static void add_sizes(struct gt_table *table, const struct gt_merge *merge, enum gt_lang lang)
{
    const struct gt_merge_size *before = &merge->before, *after = &merge->after;
    gt_table_section(table, "size", NULL);
    gt_table_head(table, "id", NULL);
    gt_table_head(table, "what", gt_say(lang, "what", "项目"));
    gt_table_head(table, "before", gt_say(lang, "before", "之前"));
    gt_table_head(table, "after", gt_say(lang, "after", "之后"));
    add_size(table, "documents", gt_say(lang, "documents", "文件"), before->documents,
             after->documents);
    add_size(table, "nodes", gt_say(lang, "nodes", "节点"), before->nodes, after->nodes);
    add_size(table, "edges", gt_say(lang, "ties", "关系"), before->edges, after->edges);
    add_size(table, "statements", gt_say(lang, "statements", "陈述"), before->statements,
             after->statements);
}

static void add_notes(struct gt_table *table, const struct gt_faults *notes, const char *kind,
                      const char *title)
{
    for (uint64_t i = 0; i < notes->n && i < GT_FAULTS_KEPT; i++) {
        gt_table_format(table, "%s-%llu", kind, (unsigned long long)i + 1);
        gt_table_text(table, title);
        gt_table_text(table, notes->kept[i].place);
        gt_table_text(table, notes->kept[i].text);
    }
}

static void fill_report(struct gt_table *table, const struct gt_merge *merge,
                        const struct gt_texts *reviews, const struct gt_graph *graph,
                        enum gt_lang lang)
{
    struct gt_faults broken = {.lang = lang};
    gt_check(graph, &broken, NULL);
    for (uint32_t i = 0; i < reviews->n; i++)
        gt_table_say(table, "%s", reviews->item[i]);
    gt_table_say(
        table,
        gt_say(lang,
               "%u nodes by identifier, %u by name, %u new; %u joined by decisions; "
               "%llu notes, %llu faults that check tells",
               "按标识合入 %u 个节点，按名称 %u 个，新增 %u 个；按判断合并 %u 个；%llu 处提示，"
               "%llu 处 check 所报错误"),
        merge->arrivals[GT_ARRIVAL_BY_ID], merge->arrivals[GT_ARRIVAL_BY_NAME],
        merge->arrivals[GT_ARRIVAL_NEW], merge->n_joined, (unsigned long long)merge->notes->n,
        (unsigned long long)broken.n);
    add_sizes(table, merge, lang);
    gt_table_section(table, "note", gt_say(lang, "Worth a look", "值得一看"));
    gt_table_head(table, "id", NULL);
    gt_table_head(table, "kind", gt_say(lang, "kind", "类别"));
    gt_table_head(table, "place", gt_say(lang, "place", "位置"));
    gt_table_head(table, "text", gt_say(lang, "what", "内容"));
    add_notes(table, merge->notes, "note", gt_say(lang, "note", "提示"));
    add_notes(table, &broken, "fault", gt_say(lang, "fault", "错误"));
    gt_faults_fini(&broken);
}

/* --- merging -----------------------------------------------------------------------------------
 */

/* Writes the graph; the report goes to standard output, or nowhere when the graph goes there. */
static bool write_result(struct gt_run *run, const struct target *target,
                         const struct gt_graph *graph, struct gt_error *err)
{
    struct gt_buffer out = {0};
    const struct gt_export export = {.graph = graph, .schema = target->schema, .lang = run->lang};
    const char *path = run->args.value[GT_OPTION_output];
    gt_export_graph_json(&export, &out);
    bool done = gt_file_write(path ? path : run->args.value[GT_OPTION_into], gt_buffer_string(&out),
                              out.n, err);
    if (path && strcmp(path, "-") == 0)
        gt_buffer_clear(&run->out);
    run->args.value[GT_OPTION_output] = NULL;
    gt_buffer_fini(&out);
    return done;
}

static bool merge(struct gt_run *run, const struct target *target, const struct drafts *drafts,
                  struct gt_error *err)
{
    struct gt_faults faults = {.lang = run->lang}, notes = {.lang = run->lang};
    struct gt_table table = {0};
    struct gt_merge merge = {.decisions = drafts->decisions,
                             .differing = gt_differing_node,
                             .faults = &faults,
                             .notes = &notes};
    struct gt_graph *graph = gt_merge_graphs(&merge, target->graph, drafts->graph, drafts->n);
    bool done = gt_faults_none(&faults, err);
    if (done) {
        fill_report(&table, &merge, drafts->reviews, graph, run->lang);
        done = gt_run_table(run, &table, NULL, err) && write_result(run, target, graph, err);
    }
    gt_table_fini(&table);
    gt_graph_free(graph);
    gt_faults_fini(&faults);
    gt_faults_fini(&notes);
    return done;
}

bool gt_cmd_merge(struct gt_run *run, struct gt_error *err)
{
    struct gt_decisions decisions = {0};
    struct gt_texts reviews = {0};
    struct target target = {.run = run};
    struct drafts drafts = {.run = run, .decisions = &decisions, .reviews = &reviews};
    const char *const into[] = {run->args.value[GT_OPTION_into]};
    if (run->args.value[GT_OPTION_propose])
        return propose(run, err);
    if (!into[0])
        return gt_fail(err, GT_USAGE, "merge wants --into GRAPH.json, or --propose",
                       "merge 需要 --into GRAPH.json 或 --propose");
    bool done = read_decisions(run, into[0], &decisions, err) &&
                (!gt_file_exists(into[0]) ||
                 gt_load_each(into, 1, &run->load, take_target, &target, err)) &&
                gt_load_each(run->args.operand, (size_t)run->args.n_operands, &run->load,
                             take_draft, &drafts, err) &&
                merge(run, &target, &drafts, err);
    for (size_t i = 0; i < drafts.n; i++)
        gt_graph_free((struct gt_graph *)drafts.graph[i]);
    free(drafts.graph);
    gt_graph_free(target.graph);
    gt_decisions_fini(&decisions);
    return done;
}
