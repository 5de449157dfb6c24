/* test_view.c: views against their definition: for each selected tie its arcs, one by one. */
#include "unit/sample.h"

#include "graph/view_igraph.h"

#include <math.h>
#include <string.h>

static struct gt_view *view_of(const struct gt_graph *graph, const struct gt_selection *selection,
                               struct gt_view_options options)
{
    struct gt_error err = {0};
    struct gt_view *view;
    if (!gt_view_new(graph, selection, &options, &view, &err))
        fail_msg("%s", err.text);
    return view;
}

static double weight_of(const struct gt_graph *graph, const struct gt_edge *edge,
                        enum gt_weight weight)
{
    double sum = 0;
    for (uint32_t i = edge->first; i < edge->first + edge->n; i++)
        sum += gt_statement_share(graph, i);
    return weight == GT_WEIGHT_NONE ? 1 : weight == GT_WEIGHT_COUNT ? edge->n : sum;
}

/* How much arcs from one node to another weigh, and how many there are: the definition. */
static uint32_t plain_arcs(const struct gt_view *view, const struct gt_selected *selected,
                           uint32_t from, uint32_t to, double *weight)
{
    const struct gt_graph *graph = view->graph;
    uint32_t n = 0;
    *weight = 0;
    for (uint32_t e = 0; e < graph->n_edges; e++) {
        const struct gt_edge *edge = &graph->edges[e];
        double w = weight_of(graph, edge, view->options.weight);
        bool in = view->options.direction == GT_DIRECTION_IN;
        bool forward =
            (in ? edge->target : edge->source) == from && (in ? edge->source : edge->target) == to;
        bool back = edge->source == (in ? from : to) && edge->target == (in ? to : from);
        bool either = !view->directed || gt_edge_types[edge->type].mutual;
        if (selected->edge[e] && w > 0 && (forward || (either && back))) {
            n++;
            *weight += w;
        }
    }
    return n;
}

static void expect_edges(const struct gt_view *view)
{
    struct gt_selected selected;
    gt_select(view->graph, &view->selection, &selected);
    assert_int_equal(view->n_vertices, selected.n_nodes);
    uint32_t count = 0;
    for (uint32_t a = 0; a < view->n_vertices; a++)
        for (uint32_t b = view->directed ? 0 : a; b < view->n_vertices; b++) {
            double weight, found = 0;
            uint32_t n = plain_arcs(view, &selected, view->node[a], view->node[b], &weight), m = 0;
            for (uint32_t e = 0; e < view->n_edges; e++)
                if (view->from[e] == a && view->to[e] == b) {
                    m++;
                    found += view->weight ? view->weight[e] : 1;
                    if (view->options.parallel == GT_PARALLEL_MERGE)
                        assert_int_equal(view->tie_offset[e + 1] - view->tie_offset[e], n);
                }
            bool merge = view->options.parallel == GT_PARALLEL_MERGE;
            assert_int_equal(m, merge ? n > 0 : n);
            if (view->weight && fabs(found - weight) > 1e-9)
                fail_msg("%u -> %u weighs %g, expected %g", a, b, found, weight);
            count += m;
        }
    assert_int_equal(view->n_edges, count);
    gt_selected_fini(&selected);
}

/* The ties behind an edge are ties of the graph between its ends, each once. */
static void expect_ties(const struct gt_view *view)
{
    assert_int_equal(view->tie_offset[0], 0);
    for (uint32_t e = 0; e < view->n_edges; e++) {
        assert_true(view->tie_offset[e] < view->tie_offset[e + 1]);
        for (uint32_t i = view->tie_offset[e]; i < view->tie_offset[e + 1]; i++) {
            const struct gt_edge *edge = &view->graph->edges[view->tie[i]];
            uint32_t a = view->vertex[edge->source], b = view->vertex[edge->target];
            assert_true((a == view->from[e] && b == view->to[e]) ||
                        (b == view->from[e] && a == view->to[e]));
            if (i > view->tie_offset[e])
                assert_true(view->tie[i - 1] < view->tie[i]);
        }
    }
}

/* Every edge stands in the rows of its ends, once at each (a loop twice in an undirected view), and
 * rows are ordered by neighbour, then edge. */
static void expect_csr(const struct gt_view *view, const struct gt_csr *csr, const uint32_t *at,
                       const uint32_t *other)
{
    uint32_t n = 0, *seen = calloc((size_t)view->n_edges + 1, sizeof *seen);
    assert_int_equal(csr->offset[0], 0);
    for (uint32_t v = 0; v < view->n_vertices; v++)
        for (uint32_t i = csr->offset[v]; i < csr->offset[v + 1]; i++, n++) {
            uint32_t e = csr->edge[i], w = csr->neighbour[i];
            seen[e]++;
            assert_true((at[e] == v && other[e] == w) ||
                        (!view->directed && other[e] == v && at[e] == w));
            if (i > csr->offset[v]) {
                assert_true(csr->neighbour[i - 1] <= w);
                assert_true(csr->neighbour[i - 1] < w || csr->edge[i - 1] <= e);
            }
        }
    for (uint32_t e = 0; e < view->n_edges; e++)
        assert_int_equal(seen[e], view->directed ? 1 : 2);
    assert_int_equal(n, view->n_edges * (view->directed ? 1 : 2));
    assert_int_equal(n, csr->offset[view->n_vertices]);
    free(seen);
}

static void expect_igraph(const struct gt_view *view)
{
    const igraph_t *graph = &view->foreign->graph;
    assert_int_equal(igraph_vcount(graph), view->n_vertices);
    assert_int_equal(igraph_ecount(graph), view->n_edges);
    assert_int_equal(igraph_is_directed(graph), view->directed);
    for (uint32_t e = 0; e < view->n_edges; e++) {
        uint32_t a = (uint32_t)IGRAPH_FROM(graph, e), b = (uint32_t)IGRAPH_TO(graph, e);
        assert_true((a == view->from[e] && b == view->to[e]) ||
                    (!view->directed && b == view->from[e] && a == view->to[e]));
        if (view->weight) {
            assert_true(fabs(VECTOR(*gt_view_strengths(view))[e] - view->weight[e]) < 1e-12);
            assert_true(fabs(VECTOR(*gt_view_lengths(view))[e] * view->weight[e] - 1) < 1e-12);
        }
    }
    if (!view->weight)
        assert_true(!gt_view_strengths(view) && !gt_view_lengths(view));
}

static void expect_numbers(const struct gt_view *view)
{
    for (uint32_t v = 0; v < view->n_vertices; v++) {
        assert_int_equal(view->vertex[view->node[v]], v);
        if (v)
            assert_true(view->node[v - 1] < view->node[v]);
    }
    for (uint32_t i = 0, v = 0; i < view->graph->n_nodes; i++)
        if (v < view->n_vertices && view->node[v] == i)
            v++;
        else
            assert_int_equal(view->vertex[i], GT_NONE);
}

static void views_are_as_defined(void **state)
{
    (void)state;
    uint64_t seed = 30;
    for (int round = 0; round < 240; round++) {
        uint32_t n = unit_below(&seed, 9);
        struct gt_graph *graph = random_graph(n, unit_below(&seed, 40), &seed);
        struct gt_view_options options = {.direction = (enum gt_direction)(round % 4),
                                          .parallel = (enum gt_parallel)(round / 4 % 2),
                                          .weight = (enum gt_weight)(round / 8 % 3)};
        struct gt_selection selection = {0};
        if (round % 5 == 0)
            selection.node_types = (uint32_t)unit_random(&seed);
        if (round % 7 == 0)
            selection.districts = 1u << unit_below(&seed, 6);
        struct gt_view *view = view_of(graph, &selection, options);
        expect_numbers(view);
        expect_edges(view);
        expect_ties(view);
        expect_csr(view, &view->out, view->from, view->to);
        expect_csr(view, &view->in, view->to, view->from);
        expect_igraph(view);
        assert_int_equal(view->weight != NULL, options.weight != GT_WEIGHT_NONE);
        gt_view_free(view);
        gt_graph_free(graph);
    }
    gt_view_free(NULL);
}

static void views_of_arrays_keep_every_edge(void **state)
{
    (void)state;
    static const uint32_t from[] = {2, 0, 1, 1, 3, 3, 1}, to[] = {0, 2, 1, 1, 1, 1, 3};
    static const double weight[] = {1, 2, 3, 4, 5, 6, 7};
    enum { M = UNIT_COUNT(from) };
    for (int direction = 0; direction < 4; direction++)
        for (int weighted = 0; weighted < 2; weighted++) {
            struct gt_error err = {0};
            struct gt_view *view;
            assert_true(gt_view_of_arrays(5, M, from, to, weighted ? weight : NULL,
                                          (enum gt_direction)direction, &view, &err));
            assert_int_equal(view->n_vertices, 5);
            assert_int_equal(view->n_edges, M);
            for (uint32_t e = 0; e < M; e++) {
                uint32_t given = view->tie[view->tie_offset[e]];
                uint32_t a = from[given], b = to[given];
                bool turned = view->directed ? direction == GT_DIRECTION_IN : a > b;
                assert_int_equal(view->from[e], turned ? b : a);
                assert_int_equal(view->to[e], turned ? a : b);
                if (weighted)
                    assert_true(fabs(view->weight[e] - weight[given]) < 1e-12);
            }
            expect_csr(view, &view->out, view->from, view->to);
            expect_csr(view, &view->in, view->to, view->from);
            expect_igraph(view);
            gt_view_free(view);
        }
}

static void components_are_those_of_a_plain_search(void **state)
{
    (void)state;
    uint64_t seed = 31;
    for (int round = 0; round < 300; round++) {
        uint32_t n = unit_below(&seed, 20), m = n ? unit_below(&seed, 20) : 0, from[20], to[20];
        uint32_t label[20], components;
        for (uint32_t e = 0; e < m; e++) {
            from[e] = unit_below(&seed, n);
            to[e] = unit_below(&seed, n);
        }
        for (uint32_t v = 0; v < n; v++)
            label[v] = v;
        for (uint32_t pass = 0; pass < n; pass++) /* the smallest vertex spreads */
            for (uint32_t e = 0; e < m; e++) {
                uint32_t least = label[from[e]] < label[to[e]] ? label[from[e]] : label[to[e]];
                label[from[e]] = label[to[e]] = least;
            }
        struct gt_error err = {0};
        struct gt_view *view;
        assert_true(
            gt_view_of_arrays(n, m, from, to, NULL, (enum gt_direction)(round % 4), &view, &err));
        uint32_t *of = gt_view_components(view, &components);
        uint32_t size[20] = {0}, smallest[20];
        memset(smallest, 0xFF, sizeof smallest);
        for (uint32_t v = 0; v < n; v++) {
            for (uint32_t w = 0; w < n; w++)
                assert_int_equal(of[v] == of[w], label[v] == label[w]);
            assert_true(of[v] < components);
            size[of[v]]++;
            smallest[of[v]] = v < smallest[of[v]] ? v : smallest[of[v]];
        }
        for (uint32_t c = 1; c < components; c++)
            assert_true(size[c - 1] > size[c] ||
                        (size[c - 1] == size[c] && smallest[c - 1] < smallest[c]));
        free(of);
        gt_view_free(view);
    }
}

static void describes_what_was_measured(void **state)
{
    (void)state;
    uint64_t seed = 32;
    struct gt_graph *graph = random_graph(3, 0, &seed);
    struct gt_selection selection = {.since = "2020"};
    struct gt_view *view =
        view_of(graph, &selection,
                (struct gt_view_options){GT_DIRECTION_OUT, GT_PARALLEL_KEEP, GT_WEIGHT_AMOUNT});
    struct gt_buffer out = {0};
    struct gt_json json = GT_JSON(&out, 0);
    gt_json_object_begin(&json);
    gt_view_describe(view, &json);
    gt_json_object_end(&json);
    assert_string_equal(out.bytes, "{\"direction\":\"out\",\"parallel\":\"keep\",\"weight\":"
                                   "\"amount\",\"since\":\"2020\",\"vertices\":0,\"edges\":0}");
    assert_string_equal(gt_direction_name(GT_DIRECTION_ALL), "all");
    assert_string_equal(gt_direction_name(GT_DIRECTION_STATED), "stated");
    assert_string_equal(gt_direction_name(GT_DIRECTION_IN), "in");
    assert_string_equal(gt_parallel_name(GT_PARALLEL_MERGE), "merge");
    assert_string_equal(gt_weight_name(GT_WEIGHT_NONE), "none");
    assert_string_equal(gt_weight_name(GT_WEIGHT_COUNT), "count");
    gt_buffer_fini(&out);
    gt_view_free(view);
    gt_graph_free(graph);
}

/* igraph's own handler would end the program. */
static void igraph_s_failures_are_ours(void **state)
{
    (void)state;
    struct gt_error err = {0};
    igraph_vector_int_t ends;
    igraph_t graph;
    gt_igraph_start();
    igraph_vector_int_init(&ends, 3);
    igraph_error_t code = igraph_create(&graph, &ends, 0, false);
    igraph_vector_int_destroy(&ends);
    assert_false(gt_igraph_done(code, "create", &err));
    assert_int_equal(err.status, GT_BUG);
    assert_non_null(strstr(err.text, "igraph's create failed: "));
    assert_true(strlen(err.text) > strlen("igraph's create failed: "));
    assert_true(gt_igraph_done(IGRAPH_SUCCESS, "create", &err));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(views_are_as_defined),
        cmocka_unit_test(views_of_arrays_keep_every_edge),
        cmocka_unit_test(components_are_those_of_a_plain_search),
        cmocka_unit_test(describes_what_was_measured),
        cmocka_unit_test(igraph_s_failures_are_ours),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
