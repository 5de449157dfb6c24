/* test_pattern.c: patterns compiled to SQL against a matcher that tries everything: every node for
 * every name, every tie for every arrow, every sequence of ties for a variable length. 1,000 random
 * graphs and patterns, some with EXISTS, some with REPEATABLE ELEMENTS. */
#include "unit/unit.h"

#include "base/memory.h"
#include "graph/district.h"
#include "query/pattern.h"

#include <string.h>

enum { ROUNDS = 1000, NODES = 5, TIES = 8, NAMES = 4, ARROWS = 4, LONGEST = 3, ROW = 160 };

static const enum gt_node_type node_types[] = {GT_NODE_fund, GT_NODE_company, GT_NODE_park};
static const enum gt_edge_type edge_types[] = {GT_EDGE_invests_in, GT_EDGE_supports,
                                               GT_EDGE_cooperates_with};
static const enum gt_level levels[] = {GT_LEVEL_NONE, GT_LEVEL_national, GT_LEVEL_municipal};

/* --- random graphs -----------------------------------------------------------------------------
 */

static struct gt_graph *random_graph(uint64_t *state)
{
    struct gt_graph *graph = gt_graph_new();
    struct gt_faults faults = {0};
    uint32_t n = 1 + unit_below(state, NODES), m = unit_below(state, TIES + 1);
    static const char hash[] = "0000000000000000000000000000000000000000000000000000000000000000";
    static const enum gt_district districts[] = {GT_DISTRICT_putuo, GT_DISTRICT_changning};
    for (int d = 0; d < 2; d++)
        gt_graph_put_document(graph,
                              &(struct gt_document){.id = d ? "d1" : "d0",
                                                    .title = "t",
                                                    .issuer = "x",
                                                    .date = "2024",
                                                    .district = districts[d],
                                                    .sha256 = hash,
                                                    .length = 100,
                                                    .place = ""},
                              &faults);
    for (uint32_t i = 0; i < n; i++) {
        char id[] = {'v', (char)('0' + i), '\0'};
        struct gt_node node = {.id = id, .name = id, .place = ""};
        node.type = node_types[unit_below(state, 3)];
        node.level = levels[unit_below(state, 3)];
        if (unit_below(state, 3) == 0)
            node.districts = 1u << districts[unit_below(state, 2)];
        gt_graph_put_node(graph, &node, &faults);
    }
    for (uint32_t i = 0; i < m; i++) {
        struct gt_statement statement = {.evidence = {unit_below(state, 2), i, i + 1}, .place = ""};
        statement.status = (enum gt_edge_status)unit_below(state, 3);
        gt_graph_put_statement(graph, unit_below(state, n), edge_types[unit_below(state, 3)],
                               unit_below(state, n), &statement);
    }
    gt_graph_finish(graph);
    assert_int_equal(faults.n, 0);
    gt_faults_fini(&faults);
    return graph;
}

/* --- random patterns ---------------------------------------------------------------------------
 */

enum test_kind { TEST_EQUAL, TEST_DIFFERENT, TEST_LESS, TEST_NULL, TEST_IN, TEST_STARTS, TESTS };
enum field { FIELD_ID, FIELD_TYPE, FIELD_LEVEL, FIELD_DISTRICT, FIELDS };
enum way { ANY, OUT, IN, MUTUAL, WAYS };

/* A condition on a named node, its tie's status, or two conditions joined. */
struct condition {
    enum { LEAF, STATUS, SAME, EXISTS, AND, OR, NOT } kind;
    uint32_t name, other; /* names of nodes; of STATUS the arrow */
    enum field field;
    enum test_kind test;
    const char *value[2];
    struct condition *left, *right;
};

struct arrow {
    enum way way;
    uint32_t types; /* bits of edge_types; 0: any */
    bool many;
    uint32_t least, most;
    uint32_t from, to; /* names */
    bool starts;       /* a new path begins with `from` */
};

struct pattern {
    uint32_t n_arrows, types_of_name[NAMES];
    struct arrow arrow[ARROWS];
    bool repeatable;
    struct condition *where;
    struct gt_arena arena;
};

static const char *random_value(uint64_t *state, enum field field)
{
    static const char *const values[FIELDS][4] = {
        [FIELD_ID] = {"v0", "v1", "v2", "zz"},
        [FIELD_TYPE] = {"fund", "company", "park", "agency"},
        [FIELD_LEVEL] = {"national", "municipal", "district", "national"},
        [FIELD_DISTRICT] = {"putuo", "changning", "jingan", "putuo"},
    };
    return values[field][unit_below(state, 4)];
}

static struct condition *random_condition(struct pattern *pattern, uint64_t *state, int depth)
{
    struct condition *this = gt_arena_alloc(&pattern->arena, sizeof *this);
    uint32_t draw = unit_below(state, depth > 0 ? 10 : 6);
    uint32_t arrow = unit_below(state, pattern->n_arrows);
    this->name = pattern->arrow[arrow].from;
    this->other = pattern->arrow[unit_below(state, pattern->n_arrows)].to;
    this->field = (enum field)unit_below(state, FIELDS);
    this->test = (enum test_kind)unit_below(state, TESTS);
    if (this->field == FIELD_DISTRICT && this->test != TEST_DIFFERENT && this->test != TEST_IN)
        this->test = TEST_EQUAL;
    for (int i = 0; i < 2; i++)
        this->value[i] = random_value(state, this->field);
    if (draw >= 6) {
        this->kind = draw == 6 ? NOT : draw < 9 ? AND : OR;
        this->left = random_condition(pattern, state, depth - 1);
        this->right = random_condition(pattern, state, depth - 1);
    } else if (draw == 5) {
        this->kind = EXISTS;
    } else if (draw == 4) {
        this->kind = SAME;
    } else if (draw == 3 && !pattern->arrow[arrow].many) {
        this->kind = STATUS;
        this->other = arrow;
        this->value[0] = gt_statuses[unit_below(state, 3)].name;
    }
    return this;
}

static void random_pattern(struct pattern *pattern, uint64_t *state)
{
    pattern->n_arrows = 1 + unit_below(state, ARROWS - 1);
    pattern->repeatable = unit_below(state, 4) == 0;
    for (uint32_t i = 0; i < NAMES; i++)
        pattern->types_of_name[i] = unit_below(state, 3) ? 0 : 1 + unit_below(state, 7);
    for (uint32_t i = 0; i < pattern->n_arrows; i++) {
        struct arrow *arrow = &pattern->arrow[i];
        arrow->starts = i == 0 || unit_below(state, 3) == 0;
        arrow->from = arrow->starts ? unit_below(state, NAMES) : pattern->arrow[i - 1].to;
        arrow->to = unit_below(state, NAMES);
        arrow->way = (enum way)unit_below(state, WAYS);
        arrow->types = unit_below(state, 2) ? 0 : 1 + unit_below(state, 7);
        arrow->many = unit_below(state, 3) == 0;
        arrow->least = unit_below(state, LONGEST);
        arrow->most = arrow->least + unit_below(state, LONGEST - arrow->least + 1);
    }
    if (unit_below(state, 4))
        pattern->where = random_condition(pattern, state, 2);
}

/* --- patterns as text --------------------------------------------------------------------------
 */

static void write_condition(const struct condition *this, struct gt_buffer *out)
{
    static const char *const fields[] = {"id", "type", "level", "district"};
    static const char *const operators[] = {"=", "<>", "<"};
    const char *field = fields[this->field];
    switch (this->kind) {
    case LEAF:
        gt_buffer_format(out, "n%u.%s ", this->name, field);
        if (this->test == TEST_NULL)
            gt_buffer_text(out, "IS NULL");
        else if (this->test == TEST_IN)
            gt_buffer_format(out, "IN ['%s', \"%s\"]", this->value[0], this->value[1]);
        else if (this->test == TEST_STARTS)
            gt_buffer_format(out, "STARTS WITH '%.1s'", this->value[0]);
        else
            gt_buffer_format(out, "%s '%s'", operators[this->test], this->value[0]);
        break;
    case STATUS:
        gt_buffer_format(out, "e%u.status = '%s'", this->other, this->value[0]);
        break;
    case SAME:
        gt_buffer_format(out, "n%u.%s = n%u.%s", this->name,
                         this->field == FIELD_DISTRICT ? "type" : field, this->other,
                         this->field == FIELD_DISTRICT ? "type" : field);
        break;
    case EXISTS:
        gt_buffer_format(out, "EXISTS { (n%u)-[:supports]->(:%s) }", this->name,
                         this->test == TEST_EQUAL ? "fund" : "company|park");
        break;
    case AND:
    case OR:
        gt_buffer_text(out, "(");
        write_condition(this->left, out);
        gt_buffer_text(out, this->kind == AND ? " and " : " OR ");
        write_condition(this->right, out);
        gt_buffer_text(out, ")");
        break;
    case NOT:
        gt_buffer_text(out, "NOT (");
        write_condition(this->left, out);
        gt_buffer_text(out, ")");
        break;
    }
}

/* Types in English or Chinese, at the first place or the second as they come. */
static void write_types(uint32_t types, bool of_nodes, struct gt_buffer *out)
{
    const char *before = ":";
    for (int i = 0; i < 3; i++)
        if (types >> i & 1) {
            const struct gt_text *title = of_nodes ? &gt_node_types[node_types[i]].title
                                                   : &gt_edge_types[edge_types[i]].title;
            const char *name =
                of_nodes ? gt_node_types[node_types[i]].name : gt_edge_types[edge_types[i]].name;
            gt_buffer_format(out, "%s%s", before, i == 1 ? title->in[GT_ZH] : name);
            before = "|";
        }
}

static void write_name(const struct pattern *pattern, uint32_t name, struct gt_buffer *out)
{
    gt_buffer_format(out, "(n%u", name);
    write_types(pattern->types_of_name[name], true, out);
    gt_buffer_text(out, ")");
}

static void write_arrow(const struct pattern *pattern, uint32_t i, struct gt_buffer *out)
{
    static const char *const heads[][2] = {{"-", "-"}, {"-", "->"}, {"<-", "-"}, {"~", "~"}};
    const struct arrow *arrow = &pattern->arrow[i];
    if (arrow->starts) {
        gt_buffer_text(out, i ? ", " : "");
        write_name(pattern, arrow->from, out);
    }
    gt_buffer_format(out, "%s[e%u", heads[arrow->way][0], i);
    write_types(arrow->types, false, out);
    if (arrow->many && i % 2)
        gt_buffer_format(out, "*%u..%u", arrow->least, arrow->most);
    gt_buffer_format(out, "]%s", heads[arrow->way][1]);
    if (arrow->many && i % 2 == 0)
        gt_buffer_format(out, "{%u,%u}", arrow->least, arrow->most);
    write_name(pattern, arrow->to, out);
}

static bool is_named(const struct pattern *pattern, uint32_t name)
{
    for (uint32_t i = 0; i < pattern->n_arrows; i++)
        if (pattern->arrow[i].from == name || pattern->arrow[i].to == name)
            return true;
    return false;
}

static void write_pattern(const struct pattern *pattern, struct gt_buffer *out)
{
    bool first = true;
    gt_buffer_text(out, pattern->repeatable ? "MATCH REPEATABLE ELEMENTS " : "");
    for (uint32_t i = 0; i < pattern->n_arrows; i++)
        write_arrow(pattern, i, out);
    if (pattern->where) {
        gt_buffer_text(out, "\nWHERE ");
        write_condition(pattern->where, out);
    }
    gt_buffer_text(out, "\nRETURN ");
    for (uint32_t i = 0; i < NAMES; i++)
        if (is_named(pattern, i)) {
            gt_buffer_format(out, "%sn%u.id AS n%u", first ? "" : ", ", i, i);
            first = false;
        }
    for (uint32_t i = 0; i < pattern->n_arrows; i++)
        gt_buffer_format(out, ", e%u AS e%u", i, i);
}

/* --- trying everything -------------------------------------------------------------------------
 */

struct rows {
    char (*row)[ROW];
    size_t n, room;
};

struct trial {
    const struct gt_graph *graph;
    const struct pattern *pattern;
    const gt_districts *districts;
    uint32_t node[NAMES];
    uint32_t tie[ARROWS][LONGEST + 1], length[ARROWS];
    uint32_t used[TIES];
    struct rows rows;
};

static const char *field_of(const struct trial *trial, uint32_t name, enum field field)
{
    const struct gt_node *node = &trial->graph->nodes[trial->node[name]];
    switch (field) {
    case FIELD_ID:
        return node->id;
    case FIELD_TYPE:
        return gt_node_types[node->type].name;
    case FIELD_LEVEL:
        return gt_levels[node->level].name;
    case FIELD_DISTRICT:
    case FIELDS:
        break;
    }
    return NULL;
}

/* One way from x to y along a tie. */
static bool leads(const struct gt_edge *edge, enum way way, uint32_t x, uint32_t y)
{
    bool mutual = gt_edge_types[edge->type].mutual;
    bool forward = edge->source == x && edge->target == y;
    bool backward = edge->source == y && edge->target == x;
    switch (way) {
    case ANY:
        return forward || backward;
    case OUT:
        return forward || (mutual && backward);
    case IN:
        return backward || (mutual && forward);
    case MUTUAL:
        return mutual && (forward || backward);
    case WAYS:
        break;
    }
    return false;
}

static bool has_district(const struct trial *trial, const struct condition *this, int value)
{
    int district = gt_vocabulary_find(GT_VOCABULARY_DISTRICT, this->value[value], false);
    return trial->districts[trial->node[this->name]] >> district & 1;
}

enum { NO, YES, UNKNOWN };

static int truth_of_leaf(const struct trial *trial, const struct condition *this)
{
    const char *value = field_of(trial, this->name, this->field);
    if (this->field == FIELD_DISTRICT) {
        bool any =
            has_district(trial, this, 0) || (this->test == TEST_IN && has_district(trial, this, 1));
        return this->test == TEST_DIFFERENT ? !any : any;
    }
    if (this->test == TEST_NULL)
        return !value;
    if (!value)
        return UNKNOWN;
    if (this->test == TEST_IN)
        return strcmp(value, this->value[0]) == 0 || strcmp(value, this->value[1]) == 0;
    if (this->test == TEST_STARTS)
        return value[0] == this->value[0][0];
    int order = strcmp(value, this->value[0]);
    return this->test == TEST_EQUAL ? order == 0 : this->test == TEST_LESS ? order < 0 : order != 0;
}

static bool something_exists(const struct trial *trial, const struct condition *this)
{
    for (uint32_t e = 0; e < trial->graph->n_edges; e++) {
        const struct gt_edge *edge = &trial->graph->edges[e];
        if (edge->type == GT_EDGE_supports && edge->source == trial->node[this->name] &&
            (trial->graph->nodes[edge->target].type == GT_NODE_fund) == (this->test == TEST_EQUAL))
            return true;
    }
    return false;
}

static int truth(const struct trial *trial, const struct condition *this)
{
    int left, right;
    switch (this->kind) {
    case LEAF:
        return truth_of_leaf(trial, this);
    case STATUS:
        return trial->graph->edges[trial->tie[this->other][0]].status ==
               (enum gt_edge_status)gt_vocabulary_find(GT_VOCABULARY_STATUS, this->value[0], false);
    case SAME: {
        enum field field = this->field == FIELD_DISTRICT ? FIELD_TYPE : this->field;
        const char *a = field_of(trial, this->name, field),
                   *b = field_of(trial, this->other, field);
        return a && b ? strcmp(a, b) == 0 : UNKNOWN;
    }
    case EXISTS:
        return something_exists(trial, this);
    case NOT:
        left = truth(trial, this->left);
        return left == UNKNOWN ? UNKNOWN : !left;
    case AND:
    case OR:
        break;
    }
    left = truth(trial, this->left);
    right = truth(trial, this->right);
    int decides = this->kind == OR; /* YES decides OR, NO decides AND */
    if (left == decides || right == decides)
        return decides;
    return left == UNKNOWN || right == UNKNOWN ? UNKNOWN : !decides;
}

static char *next_row(struct rows *rows)
{
    rows->row = gt_xgrow(rows->row, rows->n, &rows->room, sizeof *rows->row);
    char *row = rows->row[rows->n++];
    memset(row, 0, ROW);
    return row;
}

static void add_text(char *row, const char *text)
{
    size_t n = strlen(row);
    snprintf(row + n, ROW - n, "%s", text);
}

static void keep(struct trial *trial)
{
    const struct pattern *pattern = trial->pattern;
    char number[16], *row;
    if (pattern->where && truth(trial, pattern->where) != YES)
        return;
    row = next_row(&trial->rows);
    for (uint32_t i = 0; i < NAMES; i++)
        if (is_named(pattern, i)) {
            add_text(row, trial->graph->nodes[trial->node[i]].id);
            add_text(row, "|");
        }
    for (uint32_t i = 0; i < pattern->n_arrows; i++) {
        for (uint32_t k = 0; k < trial->length[i]; k++) {
            snprintf(number, sizeof number, "%s%u", k ? "," : "", trial->tie[i][k]);
            add_text(row, number);
        }
        add_text(row, "|");
    }
}

static void try_arrow(struct trial *trial, uint32_t i);

/* Extends the walk of arrow i that has come to node x. */
static void try_walk(struct trial *trial, uint32_t i, uint32_t x)
{
    const struct arrow *arrow = &trial->pattern->arrow[i];
    uint32_t least = arrow->many ? arrow->least : 1, most = arrow->many ? arrow->most : 1;
    if (trial->length[i] >= least && x == trial->node[arrow->to])
        try_arrow(trial, i + 1);
    if (trial->length[i] == most)
        return;
    for (uint32_t e = 0; e < trial->graph->n_edges; e++) {
        const struct gt_edge *edge = &trial->graph->edges[e];
        uint32_t type = 0;
        while (edge_types[type] != edge->type)
            type++;
        if ((arrow->types && !(arrow->types >> type & 1)) ||
            (!trial->pattern->repeatable && trial->used[e]))
            continue;
        for (uint32_t y = 0; y < trial->graph->n_nodes; y++) {
            if (!leads(edge, arrow->way, x, y))
                continue;
            trial->tie[i][trial->length[i]++] = e;
            trial->used[e]++;
            try_walk(trial, i, y);
            trial->used[e]--;
            trial->length[i]--;
        }
    }
}

static void try_arrow(struct trial *trial, uint32_t i)
{
    if (i == trial->pattern->n_arrows) {
        keep(trial);
        return;
    }
    trial->length[i] = 0;
    try_walk(trial, i, trial->node[trial->pattern->arrow[i].from]);
    trial->length[i] = 0;
}

/* Every node for every name that the pattern has. */
static void try_names(struct trial *trial, uint32_t name)
{
    if (name == NAMES) {
        try_arrow(trial, 0);
        return;
    }
    for (uint32_t v = 0; v < trial->graph->n_nodes; v++) {
        uint32_t types = trial->pattern->types_of_name[name], type = 0;
        while (node_types[type] != trial->graph->nodes[v].type)
            type++;
        trial->node[name] = v;
        if (!is_named(trial->pattern, name)) {
            try_names(trial, name + 1);
            return;
        }
        if (!types || types >> type & 1)
            try_names(trial, name + 1);
    }
}

/* --- comparing ---------------------------------------------------------------------------------
 */

/* The answer's rows in the form of keep(): nodes, then ties; titles, types, lengths left out. */
static void read_answer(const struct gt_answer *answer, struct rows *rows)
{
    char number[32], *row;
    for (size_t r = 0; r < answer->n_rows; r++) {
        row = next_row(rows);
        for (size_t c = 0; c < answer->n_columns; c++) {
            const struct gt_value *value = &answer->value[r * answer->n_columns + c];
            if (strchr(answer->column[c].name, '_'))
                continue;
            snprintf(number, sizeof number, "%lld", (long long)value->integer);
            add_text(row, value->kind == GT_VALUE_TEXT ? value->text : number);
            add_text(row, "|");
        }
    }
}

static int compare_rows(const void *a, const void *b)
{
    return strcmp(a, b);
}

static size_t ask(const struct gt_graph *graph, const char *text, struct rows *rows)
{
    struct gt_error err = {0};
    struct gt_query *query;
    struct gt_answer answer;
    struct gt_buffer sql = {0};
    const struct gt_query_settings settings = {0};
    const struct gt_query_text match = {.sql = text, .blame = GT_USAGE};
    if (!gt_pattern_compile(&match, &sql, &err))
        fail_msg("%s", err.text);
    const struct gt_query_text select = {.sql = sql.bytes, .blame = GT_USAGE};
    assert_true(gt_query_open(graph, &settings, &query, &err));
    if (!gt_query_ask(query, &select, NULL, 0, &answer, &err))
        fail_msg("%s\n%s\n%s", text, sql.bytes, err.text);
    read_answer(&answer, rows);
    gt_answer_fini(&answer);
    gt_query_close(query);
    gt_buffer_fini(&sql);
    return rows->n;
}

static void expect_same(struct rows *a, struct rows *b, const char *text)
{
    if (a->n)
        qsort(a->row, a->n, ROW, compare_rows);
    if (b->n)
        qsort(b->row, b->n, ROW, compare_rows);
    for (size_t i = 0; i < a->n && i < b->n; i++)
        if (strcmp(a->row[i], b->row[i]) != 0)
            fail_msg("%s\nrow %zu: tried \"%s\", compiled \"%s\"", text, i, a->row[i], b->row[i]);
    if (a->n != b->n)
        fail_msg("%s\n%zu rows tried, %zu compiled", text, a->n, b->n);
}

/* One graph and pattern; returns how many rows both agree on. */
static size_t compare_once(uint64_t *state)
{
    struct gt_graph *graph = random_graph(state);
    struct pattern pattern = {0};
    struct gt_buffer text = {0};
    struct rows compiled = {0};
    gt_districts *districts = gt_district_of_nodes(graph, GT_BY_BOTH);
    random_pattern(&pattern, state);
    struct trial trial = {.graph = graph, .pattern = &pattern, .districts = districts};
    write_pattern(&pattern, &text);
    try_names(&trial, 0);
    size_t n = ask(graph, text.bytes, &compiled);
    expect_same(&trial.rows, &compiled, text.bytes);
    free(trial.rows.row);
    free(compiled.row);
    free(districts);
    gt_buffer_fini(&text);
    gt_arena_fini(&pattern.arena);
    gt_graph_free(graph);
    return n;
}

static void patterns_agree_with_trying_everything(void **test)
{
    (void)test;
    uint64_t state = 20250117;
    size_t filled = 0, rounds = getenv("GT_SLOW") ? 50 * ROUNDS : ROUNDS;
    for (size_t i = 0; i < rounds; i++)
        filled += compare_once(&state) > 0;
    assert_true(filled > rounds / 4); /* the comparison is not one of empty answers */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(patterns_agree_with_trying_everything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
