/* test_igraph.c: measures against igraph's own functions, where the definitions coincide: on random
 * graphs, in all directions, with and without weights. Says by its own settings where they differ:
 * igraph has NAN or 0 for isolates in closeness and eccentricity, counts self-loops in coreness,
 * and leaves eigenvectors of graphs that are not connected open. */
#include "oracle/igraph_ask.h"
#include "oracle/oracle_view.h"

#include <string.h>

struct question {
    const char *measure;
    ask *ask;
    double for_nan;                           /* igraph's NAN is this with us */
    double for_zero;                          /* igraph's 0 is this with us */
    bool weights;                             /* asked with weights, too */
    bool loops;                               /* ... and with self-loops */
    bool normalised;                          /* not raw */
    unsigned only;                            /* directions, one bit each; 0 is all */
    bool (*fits)(const struct gt_view *view); /* null: every graph */
    double tolerance;
};

/* The greatest common divisor of the lengths of all cycles of a strongly connected graph: that of
 * what each arc departs from the numbering by steps from vertex 0. */
static uint32_t period_of(const struct gt_view *view)
{
    uint32_t step[VERTICES] = {0}, period = 0;
    for (uint32_t v = 1; v < view->n_vertices; v++)
        step[v] = VERTICES;
    for (uint32_t round = 0; round < view->n_vertices; round++)
        for (uint32_t e = 0; e < view->n_edges; e++)
            if (step[view->from[e]] + 1 < step[view->to[e]])
                step[view->to[e]] = step[view->from[e]] + 1;
    for (uint32_t e = 0; e < view->n_edges; e++) {
        uint32_t a = period, b = step[view->from[e]] + 1 - step[view->to[e]];
        while (b) {
            uint32_t rest = a % b;
            a = b;
            b = rest;
        }
        period = a;
    }
    return period;
}

/* igraph's eigenvector is unique, and found: of a directed graph that is periodic (a ring) igraph
 * 0.10.2 takes another eigenvalue of the same modulus, or none. */
static bool has_one_eigenvector(const struct gt_view *view)
{
    igraph_bool_t connected = false;
    assert_int_equal(igraph_is_connected(graph_of(view), &connected, IGRAPH_STRONG),
                     IGRAPH_SUCCESS);
    return connected && view->n_vertices > 2 && (!view->directed || period_of(view) == 1);
}

/* igraph's hubs are unique: arcs that share an end, one after the other, are all arcs. */
static bool has_one_group_of_hubs(const struct gt_view *view)
{
    uint32_t group[2 * EDGES];
    for (uint32_t e = 0; e < view->n_edges; e++)
        group[e] = e;
    for (uint32_t round = 0; round < view->n_edges; round++)
        for (uint32_t a = 0; a < view->n_edges; a++)
            for (uint32_t b = 0; b < a; b++)
                if (view->from[a] == view->from[b] || view->to[a] == view->to[b])
                    group[a] = group[b] = group[a] < group[b] ? group[a] : group[b];
    for (uint32_t e = 0; e < view->n_edges; e++)
        if (group[e] != 0)
            return false;
    return view->n_edges > 2;
}

static bool is_asked(const struct question *question, const struct gt_view *view)
{
    igraph_bool_t loops;
    assert_int_equal(igraph_has_loop(graph_of(view), &loops), IGRAPH_SUCCESS);
    return (question->loops || !loops) &&
           (!question->only || question->only >> view->options.direction & 1) &&
           (!view->weight || question->weights) && (!question->fits || question->fits(view));
}

/* False without an answer: ARPACK gives up on the eigenvector of a few rings with a chord. */
static bool compare(const struct question *question, const struct gt_view *view, uint32_t number)
{
    double value[EDGES] = {0}, largest = 0;
    igraph_vector_t result;
    struct gt_error err = {0};
    assert_int_equal(igraph_vector_init(&result, 0), IGRAPH_SUCCESS);
    if (!gt_igraph_done(question->ask(view, &result), question->measure, &err)) {
        igraph_vector_destroy(&result);
        if (question->fits != has_one_eigenvector)
            fail_msg("graph %u: %s", number, err.text);
        return false;
    }
    oracle_measure(question->measure, view, !question->normalised, value);
    igraph_integer_t n = igraph_vector_size(&result);
    for (igraph_integer_t i = 0; i < n; i++)
        largest = isfinite(value[i]) ? fmax(largest, fabs(value[i])) : largest;
    for (igraph_integer_t i = 0; i < n; i++) {
        double theirs = VECTOR(result)[i];
        if (isnan(theirs))
            theirs = question->for_nan;
        if (!(fabs(theirs) > 0))
            theirs = question->for_zero;
        if (!oracle_agree(value[i], theirs, 1000 * largest, question->tolerance))
            fail_msg("%s of graph %u, direction %s: number %d is %.17g, igraph says %.17g",
                     question->measure, number, gt_direction_name(view->options.direction), (int)i,
                     value[i], theirs);
    }
    igraph_vector_destroy(&result);
    return true;
}

static void agrees_with_igraph(void **state)
{
    const struct question *question = *state;
    uint32_t compared = 0;
    for (uint32_t number = 0; number < 3 * RANDOM_GRAPHS; number++) {
        struct random_graph graph = random_graph_make(number);
        for (uint32_t choice = 0; choice < 8; choice++) {
            bool weighted = choice & 1;
            struct gt_view *view = oracle_view(&graph, (enum gt_direction)(choice / 2), weighted);
            /* igraph adds 1 to every distance, and so loses digits, and paths, when lengths are
             * as short as 1 / a sum of yuan; ours are scaled first */
            bool asked = is_asked(question, view) && !(weighted && number % 3 == 1);
            compared += asked && compare(question, view, number);
            gt_view_free(view);
        }
    }
    assert_in_range(compared, 200, UINT32_MAX);
}

enum { UNDIRECTED = 1 << GT_DIRECTION_ALL, STATED = 1 << GT_DIRECTION_STATED };
enum { DIRECTED = STATED | 1 << GT_DIRECTION_OUT | 1 << GT_DIRECTION_IN };

static struct question questions[] = {
    {.measure = "degree", .ask = ask_degree, .loops = true, .tolerance = 1e-12},
    {.measure = "strength",
     .ask = ask_strength,
     .weights = true,
     .loops = true,
     .tolerance = 1e-12},
    {.measure = "betweenness",
     .ask = ask_betweenness,
     .weights = true,
     .loops = true,
     .tolerance = 1e-10},
    {.measure = "closeness",
     .ask = ask_closeness,
     .weights = true,
     .loops = true,
     .for_nan = 0,
     .tolerance = 1e-10},
    {.measure = "harmonic",
     .ask = ask_harmonic,
     .weights = true,
     .loops = true,
     .tolerance = 1e-10},
    {.measure = "eigenvector",
     .ask = ask_eigenvector,
     .weights = true,
     .loops = true,
     .only = UNDIRECTED | STATED,
     .fits = has_one_eigenvector,
     .tolerance = 1e-6},
    {.measure = "pagerank", .ask = ask_pagerank, .weights = true, .loops = true, .tolerance = 1e-8},
    {.measure = "hub",
     .ask = ask_hub,
     .weights = true,
     .loops = true,
     .only = DIRECTED,
     .fits = has_one_group_of_hubs,
     .tolerance = 1e-6},
    {.measure = "authority",
     .ask = ask_authority,
     .weights = true,
     .loops = true,
     .only = DIRECTED,
     .fits = has_one_group_of_hubs,
     .tolerance = 1e-6},
    {.measure = "coreness", .ask = ask_coreness, .tolerance = 1e-12},
    {.measure = "constraint",
     .ask = ask_constraint,
     .weights = true,
     .for_nan = NAN,
     .for_zero = NAN,
     .tolerance = 1e-10},
    {.measure = "clustering_coefficient",
     .ask = ask_clustering,
     .normalised = true,
     .only = UNDIRECTED,
     .tolerance = 1e-12},
    {.measure = "eccentricity",
     .ask = ask_eccentricity,
     .weights = true,
     .loops = true,
     .for_zero = NAN,
     .tolerance = 1e-10},
    {.measure = "articulation_point", .ask = ask_articulation, .loops = true, .tolerance = 1e-12},
    {.measure = "edge_betweenness",
     .ask = ask_edge_betweenness,
     .weights = true,
     .loops = true,
     .tolerance = 1e-10},
};

enum { QUESTIONS = sizeof questions / sizeof *questions };

/* All but katz, which igraph lacks. */
static void every_measure_is_asked_for(void **state)
{
    (void)state;
    size_t n;
    const struct gt_measure *measures = gt_measures(&n);
    assert_int_equal(n, QUESTIONS + 1);
    for (size_t i = 0; i < n; i++) {
        bool asked = strcmp(measures[i].name, "katz") == 0;
        for (size_t k = 0; k < QUESTIONS; k++)
            asked |= strcmp(measures[i].name, questions[k].measure) == 0;
        assert_true(asked);
    }
}

int main(void)
{
    struct CMUnitTest tests[QUESTIONS + 1] = {cmocka_unit_test(every_measure_is_asked_for)};
    for (size_t k = 0; k < QUESTIONS; k++)
        tests[k + 1] = (struct CMUnitTest){
            .name = questions[k].measure,
            .test_func = agrees_with_igraph,
            .initial_state = &questions[k],
        };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
