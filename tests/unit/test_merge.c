/* test_merge.c: merging loses nothing: on random graphs, drafts and decisions everything that was
 * in the graph and in the drafts is in the result. */
#include "unit/sample.h"

#include "curate/merge.h"

#include <string.h>

enum { ROUNDS = 300 };

/* A random graph whose nodes, here and there, share names and identifiers with those of others. */
static struct gt_graph *draft(uint64_t *seed, uint32_t number)
{
    struct gt_graph *graph = gt_graph_new();
    uint32_t n = 2 + unit_below(seed, 12), m = unit_below(seed, 25);
    char id[32], name[32], alias[32];
    for (uint32_t i = 0; i < 2; i++) {
        snprintf(id, sizeof id, "d%u", number == 0 || unit_below(seed, 2) ? i : number * 2 + i);
        if (gt_graph_document(graph, id) == GT_NONE)
            sample_document(graph, id, "2024", (enum gt_district)0);
    }
    for (uint32_t i = 0; i < n; i++) {
        struct gt_faults faults = {0};
        const char *aliases[1] = {alias};
        snprintf(id, sizeof id, "n%u", unit_below(seed, 4) ? number * 100 + i : i);
        snprintf(name, sizeof name, "青松%u机构", unit_below(seed, 30));
        snprintf(alias, sizeof alias, "别名%u号院", unit_below(seed, 30));
        struct gt_node node = {.id = id,
                               .type = (enum gt_node_type)(unit_below(seed, 2)),
                               .name = name,
                               .aliases = {aliases, unit_below(seed, 2)},
                               .mentions = {aliases, unit_below(seed, 2)},
                               .districts = unit_below(seed, 4),
                               .place = "draft"};
        gt_numbers_add(&node.documents, unit_below(seed, graph->n_documents), &graph->arena);
        if (gt_graph_node(graph, id) == GT_NONE)
            gt_graph_put_node(graph, &node, &faults);
        assert_int_equal(faults.n, 0);
    }
    for (uint32_t i = 0; i < m; i++) {
        uint32_t a = unit_below(seed, graph->n_nodes), b = unit_below(seed, graph->n_nodes);
        if (a != b)
            sample_tie(graph, a, (enum gt_edge_type)unit_below(seed, GT_EDGE_TYPES), b,
                       at(unit_below(seed, graph->n_documents), unit_below(seed, 50)));
    }
    gt_graph_finish(graph);
    return graph;
}

static bool has_text(const struct gt_node *node, const char *text)
{
    return strcmp(node->name, text) == 0 || gt_texts_have(&node->aliases, text) ||
           gt_texts_have(&node->mentions, text);
}

/* True when a node of the result has all that a node had. */
static bool holds(const struct gt_graph *result, const struct gt_node *kept,
                  const struct gt_graph *from, const struct gt_node *node)
{
    bool all = has_text(kept, node->name) && (kept->districts & node->districts) == node->districts;
    for (uint32_t i = 0; i < node->aliases.n; i++)
        all = all && has_text(kept, node->aliases.item[i]);
    for (uint32_t i = 0; i < node->mentions.n; i++)
        all = all && gt_texts_have(&kept->mentions, node->mentions.item[i]);
    for (uint32_t i = 0; i < node->documents.n; i++) {
        uint32_t document = gt_graph_document(result, from->documents[node->documents.item[i]].id),
                 k = 0;
        while (k < kept->documents.n && kept->documents.item[k] != document)
            k++;
        all = all && k < kept->documents.n;
    }
    return all;
}

/* True when some statement of the result says what one said, of nodes that hold its ends. */
static bool states(const struct gt_graph *result, const struct gt_graph *from, uint32_t statement)
{
    const struct gt_statement *said = &from->statements[statement];
    const struct gt_edge *edge = &from->edges[said->edge];
    for (uint32_t i = 0; i < result->n_statements; i++) {
        const struct gt_statement *is = &result->statements[i];
        const struct gt_edge *tie = &result->edges[is->edge];
        bool same = tie->type == edge->type && is->status == said->status &&
                    is->evidence.start == said->evidence.start &&
                    is->evidence.end == said->evidence.end &&
                    strcmp(result->documents[is->evidence.document].id,
                           from->documents[said->evidence.document].id) == 0;
        bool forth = has_text(&result->nodes[tie->source], from->nodes[edge->source].name) &&
                     has_text(&result->nodes[tie->target], from->nodes[edge->target].name);
        bool back = gt_edge_types[edge->type].mutual &&
                    has_text(&result->nodes[tie->target], from->nodes[edge->source].name) &&
                    has_text(&result->nodes[tie->source], from->nodes[edge->target].name);
        if (same && (forth || back))
            return true;
    }
    return false;
}

static void expect_all(const struct gt_graph *result, const struct gt_graph *from)
{
    for (uint32_t i = 0; i < from->n_documents; i++)
        assert_int_not_equal(gt_graph_document(result, from->documents[i].id), GT_NONE);
    for (uint32_t i = 0; i < from->n_nodes; i++) {
        uint32_t k = 0;
        while (k < result->n_nodes && !holds(result, &result->nodes[k], from, &from->nodes[i]))
            k++;
        if (k == result->n_nodes)
            fail_msg("%s (%s) is lost", from->nodes[i].id, from->nodes[i].name);
    }
    for (uint32_t i = 0; i < from->n_statements; i++)
        if (!states(result, from, i))
            fail_msg("statement %u is lost", i);
}

/* A few decisions, as a file would have them. */
static void decide(struct gt_decisions *decisions, uint64_t *seed, struct gt_arena *arena)
{
    static struct gt_decision item[3];
    decisions->journal.file = "decisions.tsv";
    decisions->item = item;
    decisions->n = unit_below(seed, 4);
    for (size_t i = 0; i < decisions->n; i++)
        item[i] = (struct gt_decision){
            .left = gt_arena_format(arena, "青松%u机构", unit_below(seed, 30)),
            .right = gt_arena_format(arena, "别名%u号院", unit_below(seed, 30)),
            .verdict = (enum gt_verdict)unit_below(seed, GT_VERDICTS),
            .line = (uint32_t)i + 1,
        };
}

static void loses_nothing(void **state)
{
    (void)state;
    uint32_t merged = 0, joined = 0, by_name = 0, refused = 0;
    for (uint64_t round = 1; round <= ROUNDS; round++) {
        uint64_t seed = round;
        struct gt_arena arena = {0};
        struct gt_faults faults = {0}, notes = {0};
        struct gt_decisions decisions = {0};
        struct gt_graph *base = draft(&seed, 0), *drafts[2] = {draft(&seed, 1), draft(&seed, 2)};
        decide(&decisions, &seed, &arena);
        struct gt_merge merge = {.decisions = &decisions, .faults = &faults, .notes = &notes};
        struct gt_graph *result =
            gt_merge_graphs(&merge, base, (const struct gt_graph *const *)drafts, 2);
        if (faults.n == 0) {
            expect_all(result, base);
            expect_all(result, drafts[0]);
            expect_all(result, drafts[1]);
            for (uint32_t i = 0; i < result->n_edges; i++)
                assert_int_not_equal(result->edges[i].source, result->edges[i].target);
            merged++;
        }
        refused += faults.n > 0;
        joined += merge.n_joined;
        by_name += merge.arrivals[GT_ARRIVAL_BY_NAME];
        gt_graph_free(base);
        gt_graph_free(drafts[0]);
        gt_graph_free(drafts[1]);
        gt_graph_free(result);
        gt_faults_fini(&faults);
        gt_faults_fini(&notes);
        gt_arena_fini(&arena);
    }
    assert_true(merged > ROUNDS / 2 && joined > 10 && by_name > 100 && refused > 0);
}

static void merges_a_graph_with_itself(void **state)
{
    (void)state;
    for (uint64_t round = 1; round <= ROUNDS; round++) {
        uint64_t seed = round;
        struct gt_faults faults = {0}, notes = {0};
        struct gt_graph *base = draft(&seed, 0);
        const struct gt_graph *drafts[1] = {base};
        struct gt_merge merge = {.faults = &faults, .notes = &notes};
        struct gt_graph *result = gt_merge_graphs(&merge, base, drafts, 1);
        assert_int_equal(faults.n, 0);
        assert_memory_equal(&merge.before, &merge.after, sizeof merge.before);
        gt_graph_free(base);
        gt_graph_free(result);
        gt_faults_fini(&faults);
        gt_faults_fini(&notes);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(loses_nothing),
        cmocka_unit_test(merges_a_graph_with_itself),
    };
    return cmocka_run_group_tests_name("merge", tests, NULL, NULL);
}
