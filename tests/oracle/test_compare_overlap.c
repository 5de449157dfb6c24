/* test_compare_overlap.c: sides, shares, indices, shared ties and what is shared through a third,
 * against the definitions, read off node by node and tie by tie, on random graphs. */
#include "compare/overlap.h"
#include "compare/through.h"

#include "oracle/compare_random.h"

#include <math.h>

enum { CASES = 300, DOCUMENTS = 4, MOST_NODES = 14, MOST_STATEMENTS = 100 };

static const struct gt_pair pair = {GT_DISTRICT_changning, GT_DISTRICT_putuo};

static gt_districts bit(enum gt_district district)
{
    return (gt_districts)1 << district;
}

/* The two districts, and a third that is compared with neither. */
static enum gt_district some_district(uint64_t *state)
{
    static const enum gt_district some[] = {GT_DISTRICT_changning, GT_DISTRICT_putuo,
                                            GT_DISTRICT_xuhui};
    uint32_t draw = unit_below(state, 5);
    return some[draw < 4 ? draw / 2 : 2];
}

static void put_documents(struct gt_graph *graph, uint64_t *state, struct gt_faults *faults)
{
    for (int i = 0; i < DOCUMENTS; i++) {
        char id[32];
        snprintf(id, sizeof id, "document-%d", i);
        struct gt_document document = {
            .id = id,
            .title = "title",
            .issuer = "issuer",
            .date = "2024-01-01",
            .district = some_district(state),
            .sha256 = "0",
            .place = "test",
        };
        gt_graph_put_document(graph, &document, faults);
    }
}

/* Few types and levels, so that places and agencies of the districts come up often. */
static void put_nodes(struct gt_graph *graph, uint64_t *state, struct gt_faults *faults)
{
    static const enum gt_node_type types[] = {GT_NODE_agency, GT_NODE_place, GT_NODE_industry,
                                              GT_NODE_company};
    uint32_t n = 2 + unit_below(state, MOST_NODES - 1);
    for (uint32_t i = 0; i < n; i++) {
        char id[32];
        uint32_t documents[DOCUMENTS], n_documents = 0;
        snprintf(id, sizeof id, "node-%u", i);
        for (uint32_t d = 0; d < DOCUMENTS; d++)
            if (unit_below(state, 4) == 0)
                documents[n_documents++] = d;
        struct gt_node node = {
            .id = id,
            .type = types[unit_below(state, 4)],
            .name = id,
            .level = unit_below(state, 2) ? GT_LEVEL_district : GT_LEVEL_municipal,
            .documents = {documents, n_documents},
            .place = "test",
        };
        for (uint32_t d = unit_below(state, 3); d > 0; d--)
            node.districts |= bit(some_district(state));
        gt_graph_put_node(graph, &node, faults);
    }
}

static void put_statements(struct gt_graph *graph, uint64_t *state)
{
    static const enum gt_edge_type types[] = {GT_EDGE_part_of, GT_EDGE_focuses_on,
                                              GT_EDGE_located_in, GT_EDGE_cooperates_with};
    uint32_t n = unit_below(state, unit_below(state, 2) ? MOST_STATEMENTS : MOST_NODES);
    for (; n > 0; n--) {
        struct gt_statement statement = {
            .status = (enum gt_edge_status)unit_below(state, GT_STATUSES),
            .evidence = {unit_below(state, DOCUMENTS), n, n + 1},
            .place = "test",
        };
        gt_graph_put_statement(graph, unit_below(state, graph->n_nodes),
                               types[unit_below(state, 4)], unit_below(state, graph->n_nodes),
                               &statement);
    }
}

static struct gt_graph *random_graph(uint64_t *state)
{
    struct gt_graph *graph = gt_graph_new();
    struct gt_faults faults = {0};
    put_documents(graph, state, &faults);
    put_nodes(graph, state, &faults);
    put_statements(graph, state);
    gt_graph_finish(graph);
    assert_int_equal(faults.n, 0);
    gt_faults_fini(&faults);
    return graph;
}

/* --- the definitions ----------------------------------------------------------------------------
 */

static bool states(const struct gt_graph *graph, uint32_t e, enum gt_district district)
{
    for (uint32_t i = 0; i < graph->n_statements; i++)
        if (graph->statements[i].edge == e &&
            graph->documents[graph->statements[i].evidence.document].district == district)
            return true;
    return false;
}

static bool in_ecosystem(const struct gt_graph *graph, uint32_t node, enum gt_district district,
                         enum gt_membership by)
{
    const struct gt_node *this = &graph->nodes[node];
    if (by != GT_BY_EVIDENCE && (this->districts & bit(district)))
        return true;
    if (by == GT_BY_ATTRIBUTE)
        return false;
    for (uint32_t k = 0; k < this->documents.n; k++)
        if (graph->documents[this->documents.item[k]].district == district)
            return true;
    for (uint32_t e = 0; e < graph->n_edges; e++)
        if ((graph->edges[e].source == node || graph->edges[e].target == node) &&
            states(graph, e, district))
            return true;
    return false;
}

static bool stands_for(const struct gt_node *node, enum gt_district this, enum gt_district other)
{
    return (node->type == GT_NODE_place || node->type == GT_NODE_agency) &&
           node->level == GT_LEVEL_district && (node->districts & bit(this)) &&
           !(node->districts & bit(other));
}

static enum gt_side side_of(const struct gt_graph *graph, uint32_t node, enum gt_membership by)
{
    bool a = in_ecosystem(graph, node, pair.a, by), b = in_ecosystem(graph, node, pair.b, by);
    if (!a && !b)
        return GT_SIDE_NEITHER;
    if (stands_for(&graph->nodes[node], pair.a, pair.b))
        return GT_SIDE_A;
    if (stands_for(&graph->nodes[node], pair.b, pair.a))
        return GT_SIDE_B;
    return a && b ? GT_SIDE_SHARED : a ? GT_SIDE_A : GT_SIDE_B;
}

/* --- checks -------------------------------------------------------------------------------------
 */

static bool contains(const struct gt_numbers *list, uint32_t number)
{
    uint32_t times = 0;
    for (uint32_t i = 0; i < list->n; i++) {
        times += list->item[i] == number;
        assert_true(i == 0 || list->item[i - 1] < list->item[i]);
    }
    assert_true(times <= 1);
    return times == 1;
}

static void check_place(const struct gt_share *share, uint32_t number, enum gt_side side)
{
    assert_int_equal(contains(&share->a_only, number), side == GT_SIDE_A);
    assert_int_equal(contains(&share->b_only, number), side == GT_SIDE_B);
    assert_int_equal(contains(&share->shared, number), side == GT_SIDE_SHARED);
}

static uint32_t count_shares(const struct gt_share *share)
{
    return share->a_only.n + share->b_only.n + share->shared.n;
}

static void check_nodes(const struct gt_overlap *overlap, enum gt_membership by)
{
    const struct gt_graph *graph = overlap->graph;
    uint32_t n = 0, in_a = 0, in_b = 0, in_both = 0, own_a = 0, own_b = 0;
    for (uint32_t i = 0; i < graph->n_nodes; i++) {
        enum gt_side side = side_of(graph, i, by);
        assert_int_equal(overlap->side[i], side);
        check_place(&overlap->nodes, i, side);
        for (int type = 0; type < GT_NODE_TYPES; type++)
            check_place(&overlap->node_type[type], i,
                        (int)graph->nodes[i].type == type ? side : GT_SIDE_NEITHER);
        n += side != GT_SIDE_NEITHER;
        in_a += side == GT_SIDE_A || side == GT_SIDE_SHARED;
        in_b += side == GT_SIDE_B || side == GT_SIDE_SHARED;
        in_both += side == GT_SIDE_SHARED;
        own_a += side != GT_SIDE_NEITHER && stands_for(&graph->nodes[i], pair.a, pair.b);
        own_b += side != GT_SIDE_NEITHER && stands_for(&graph->nodes[i], pair.b, pair.a);
    }
    assert_int_equal(count_shares(&overlap->nodes), n);
    assert_int_equal(overlap->own_a, own_a);
    assert_int_equal(overlap->own_b, own_b);
    double smaller = in_a < in_b ? in_a : in_b;
    assert_true(fabs(gt_share_jaccard(&overlap->nodes) - (double)in_both / n) < 1e-12);
    assert_true(smaller > 0 ? fabs(gt_share_overlap(&overlap->nodes) - in_both / smaller) < 1e-12
                            : isnan(gt_share_overlap(&overlap->nodes)));
}

static void check_ties(const struct gt_overlap *overlap)
{
    const struct gt_graph *graph = overlap->graph;
    struct gt_arena arena = {0};
    for (uint32_t e = 0; e < graph->n_edges; e++) {
        const struct gt_edge *edge = &graph->edges[e];
        bool a = states(graph, e, pair.a), b = states(graph, e, pair.b);
        enum gt_side side = a && b ? GT_SIDE_SHARED
                            : a    ? GT_SIDE_A
                            : b    ? GT_SIDE_B
                                   : GT_SIDE_NEITHER;
        side = overlap->edge[e] ? side : GT_SIDE_NEITHER;
        check_place(&overlap->ties, e, side);
        check_place(&overlap->edge_type[edge->type], e, side);
        assert_int_equal(contains(&overlap->between_shared, e),
                         overlap->edge[e] && overlap->side[edge->source] == GT_SIDE_SHARED &&
                             overlap->side[edge->target] == GT_SIDE_SHARED);
    }
    for (uint32_t i = 0; i < graph->n_nodes; i++) {
        struct gt_numbers a = gt_overlap_ties(overlap, i, GT_SIDE_A, &arena);
        struct gt_numbers b = gt_overlap_ties(overlap, i, GT_SIDE_B, &arena);
        for (uint32_t e = 0; e < graph->n_edges; e++) {
            bool of_node =
                overlap->edge[e] && (graph->edges[e].source == i || graph->edges[e].target == i);
            assert_int_equal(contains(&a, e), of_node && states(graph, e, pair.a));
            assert_int_equal(contains(&b, e), of_node && states(graph, e, pair.b));
        }
    }
    gt_arena_fini(&arena);
}

static bool has_end(const struct gt_through_end *end, uint32_t n, uint32_t node, uint32_t edge)
{
    for (uint32_t i = 0; i < n; i++)
        if (end[i].node == node && end[i].edge == edge)
            return true;
    return false;
}

/* True when the result says that edges e (of an A node) and f (of a B node) meet. */
static bool is_through(const struct gt_throughs *throughs, const struct gt_graph *graph, uint32_t e,
                       uint32_t f)
{
    const struct gt_edge *edge = &graph->edges[e], *other = &graph->edges[f];
    uint32_t times = 0;
    for (uint32_t i = 0; i < throughs->n; i++) {
        const struct gt_through *this = &throughs->item[i];
        times += this->thing == edge->target && this->type == edge->type &&
                 has_end(this->a, this->n_a, edge->source, e) &&
                 has_end(this->b, this->n_b, other->source, f);
    }
    assert_true(times <= 1);
    return times == 1;
}

static bool meet(const struct gt_overlap *overlap, uint32_t e, uint32_t f)
{
    const struct gt_graph *graph = overlap->graph;
    const struct gt_edge *x = &graph->edges[e], *y = &graph->edges[f];
    const struct gt_node *thing = &graph->nodes[x->target];
    bool own = thing->type == GT_NODE_place &&
               (stands_for(thing, pair.a, pair.b) || stands_for(thing, pair.b, pair.a));
    return overlap->edge[e] && overlap->edge[f] && x->type == y->type && x->target == y->target &&
           x->type != GT_EDGE_cooperates_with && x->source != x->target && y->source != y->target &&
           overlap->side[x->source] == GT_SIDE_A && overlap->side[y->source] == GT_SIDE_B && !own;
}

/* Counts the pairs of ties that meet. */
static uint32_t check_through(const struct gt_overlap *overlap)
{
    const struct gt_graph *graph = overlap->graph;
    struct gt_throughs throughs;
    uint32_t pairs = 0, listed = 0;
    gt_through_find(overlap, GT_THROUGH_TYPES, &throughs);
    for (uint32_t e = 0; e < graph->n_edges; e++)
        for (uint32_t f = 0; f < graph->n_edges; f++) {
            bool wanted = meet(overlap, e, f);
            assert_int_equal(is_through(&throughs, graph, e, f), wanted);
            pairs += wanted;
        }
    for (uint32_t i = 0; i < throughs.n; i++) {
        const struct gt_through *this = &throughs.item[i], *before = i ? this - 1 : this;
        assert_true(this->n_a > 0 && this->n_b > 0);
        listed += this->n_a * this->n_b;
        assert_true(before->type <= this->type);
        if (i && before->type == this->type) {
            uint32_t was = before->n_a * before->n_b, is = this->n_a * this->n_b;
            assert_true(was > is || (was == is && before->thing < this->thing));
        }
    }
    assert_int_equal(listed, pairs);
    gt_throughs_fini(&throughs);
    return pairs;
}

static void check_views(const struct gt_overlap *overlap)
{
    const struct gt_graph *graph = overlap->graph;
    for (int with = 0; with < 2; with++) {
        struct gt_view *view;
        struct gt_error err = {0};
        assert_true(gt_overlap_view(overlap, with, &view, &err));
        enum gt_side *side = gt_overlap_sides(overlap, view);
        for (uint32_t i = 0; i < graph->n_nodes; i++) {
            const struct gt_node *node = &graph->nodes[i];
            bool place = node->type == GT_NODE_place &&
                         (stands_for(node, pair.a, pair.b) || stands_for(node, pair.b, pair.a));
            assert_int_equal(view->vertex[i] != GT_NONE, with || !place);
            if (view->vertex[i] != GT_NONE)
                assert_int_equal(side[view->vertex[i]], overlap->side[i]);
        }
        free(side);
        gt_view_free(view);
    }
}

static void overlaps_follow_the_definitions(void **unused)
{
    (void)unused;
    static const enum gt_membership membership[] = {GT_BY_BOTH, GT_BY_EVIDENCE, GT_BY_ATTRIBUTE};
    uint64_t state = 23;
    uint32_t compared = 0, met = 0;
    for (int i = 0; i < CASES; i++) {
        struct gt_graph *graph = random_graph(&state);
        struct gt_selection selection = {.by = membership[i % 3]};
        struct gt_overlap *overlap;
        struct gt_error err = {0};
        bool any_a = false, any_b = false;
        for (uint32_t n = 0; n < graph->n_nodes; n++) {
            enum gt_side side = side_of(graph, n, selection.by);
            any_a = any_a || side == GT_SIDE_A || side == GT_SIDE_SHARED;
            any_b = any_b || side == GT_SIDE_B || side == GT_SIDE_SHARED;
        }
        bool done = gt_overlap_new(graph, &selection, pair, &overlap, &err);
        assert_int_equal(done, any_a && any_b);
        if (done) {
            check_nodes(overlap, selection.by);
            check_ties(overlap);
            met += check_through(overlap) > 0;
            check_views(overlap);
            compared++;
        } else {
            assert_int_equal(err.status, GT_USAGE);
        }
        gt_overlap_free(overlap);
        gt_graph_free(graph);
    }
    assert_true(compared > 200 && met > 30);
}

/* What is not selected is on no side, and no tie of it counts. */
static void selections_restrict(void **unused)
{
    (void)unused;
    uint64_t state = 29;
    uint32_t dropped = 0;
    for (int i = 0; i < CASES; i++) {
        struct gt_graph *graph = random_graph(&state);
        struct gt_selection selection = {.edge_types =
                                             1u << GT_EDGE_part_of | 1u << GT_EDGE_focuses_on,
                                         .statuses = 1u << GT_STATUS_ongoing};
        struct gt_overlap *overlap;
        struct gt_selected selected;
        struct gt_error err = {0};
        gt_select(graph, &selection, &selected);
        if (gt_overlap_new(graph, &selection, pair, &overlap, &err)) {
            for (uint32_t n = 0; n < graph->n_nodes; n++) {
                assert_int_equal(overlap->side[n], selected.node[n] ? side_of(graph, n, GT_BY_BOTH)
                                                                    : GT_SIDE_NEITHER);
                dropped += !selected.node[n];
            }
            for (uint32_t e = 0; e < graph->n_edges; e++)
                assert_int_equal(overlap->edge[e], selected.edge[e]);
            check_ties(overlap);
            check_through(overlap);
        }
        gt_overlap_free(overlap);
        gt_selected_fini(&selected);
        gt_graph_free(graph);
    }
    assert_true(dropped > 100);
}

static void shares_name_their_holder(void **unused)
{
    (void)unused;
    uint32_t one[] = {1};
    struct gt_numbers some = {one, 1}, none = {0};
    assert_int_equal(gt_share_holder(&(struct gt_share){none, none, none}), GT_SIDE_NEITHER);
    assert_int_equal(gt_share_holder(&(struct gt_share){some, none, none}), GT_SIDE_A);
    assert_int_equal(gt_share_holder(&(struct gt_share){none, none, some}), GT_SIDE_B);
    assert_int_equal(gt_share_holder(&(struct gt_share){some, none, some}), GT_SIDE_SHARED);
    assert_int_equal(gt_share_holder(&(struct gt_share){none, some, none}), GT_SIDE_SHARED);
    assert_true(isnan(gt_share_jaccard(&(struct gt_share){none, none, none})));
}

static void a_district_is_not_compared_with_itself(void **unused)
{
    (void)unused;
    struct gt_graph *graph = gt_graph_new();
    struct gt_overlap *overlap;
    struct gt_selection selection = {0};
    gt_graph_finish(graph);
    for (int lang = 0; lang < GT_LANGS; lang++) {
        struct gt_error err = {.lang = (enum gt_lang)lang};
        assert_false(
            gt_overlap_new(graph, &selection, (struct gt_pair){pair.a, pair.a}, &overlap, &err));
        assert_int_equal(err.status, GT_USAGE);
        assert_non_null(strstr(err.text, lang == GT_ZH ? "长宁" : "Changning"));
        assert_null(overlap);
    }
    gt_graph_free(graph);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(overlaps_follow_the_definitions),
        cmocka_unit_test(selections_restrict),
        cmocka_unit_test(shares_name_their_holder),
        cmocka_unit_test(a_district_is_not_compared_with_itself),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
