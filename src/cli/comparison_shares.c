/* comparison_shares.c: the tables of `graphtool overlap` that say who has what. */
#include "cli/comparison.h"
#include "cli/evidence.h"

static void add_share_heads(const struct gt_comparison *this, struct gt_table *table)
{
    const char *a = gt_comparison_district(this, GT_SIDE_A);
    const char *b = gt_comparison_district(this, GT_SIDE_B);
    gt_table_head(table, "id", NULL);
    gt_table_head(table, "name", gt_say(this->lang, "type", "类型"));
    gt_table_head(table, "a_only",
                  gt_arena_format(&table->arena, this->lang == GT_ZH ? "仅%s" : "only %s", a));
    gt_table_head(table, "shared", gt_say(this->lang, "shared", "共有"));
    gt_table_head(table, "b_only",
                  gt_arena_format(&table->arena, this->lang == GT_ZH ? "仅%s" : "only %s", b));
    gt_table_head(table, "jaccard", "Jaccard");
    gt_table_head(table, "overlap", gt_say(this->lang, "overlap coefficient", "重叠系数"));
    gt_table_head(table, "only_in", gt_say(this->lang, "only in", "独有"));
}

static void add_share(const struct gt_comparison *this, struct gt_table *table, const char *id,
                      const char *name, const struct gt_share *share)
{
    enum gt_side holder = gt_share_holder(share);
    if (holder == GT_SIDE_NEITHER)
        return;
    gt_table_text(table, id);
    gt_table_text(table, name);
    gt_table_uint(table, share->a_only.n);
    gt_table_uint(table, share->shared.n);
    gt_table_uint(table, share->b_only.n);
    gt_table_number(table, gt_share_jaccard(share));
    gt_table_number(table, gt_share_overlap(share));
    if (holder == GT_SIDE_SHARED)
        gt_table_text(table, NULL);
    else
        gt_comparison_add_side(this, table, holder);
}

/* Which district is A and which is B, and how large they are. */
static void list_districts(const struct gt_comparison *this, struct gt_table *table)
{
    const struct gt_overlap *overlap = this->overlap;
    const struct gt_share *nodes = &overlap->nodes, *ties = &overlap->ties;
    const uint32_t n_nodes[] = {nodes->a_only.n, nodes->b_only.n};
    const uint32_t n_ties[] = {ties->a_only.n, ties->b_only.n};
    const uint32_t own[] = {overlap->own_a, overlap->own_b};
    gt_table_section(table, "district", gt_say(this->lang, "Districts", "两区"));
    gt_table_head(table, "id", NULL);
    gt_table_head(table, "side", NULL);
    gt_table_head(table, "name", gt_say(this->lang, "district", "区"));
    gt_table_head(table, "nodes", gt_say(this->lang, "nodes", "节点"));
    gt_table_head(table, "own",
                  gt_say(this->lang, "of these its place and agencies", "其中区本身与区级机关"));
    gt_table_head(table, "ties", gt_say(this->lang, "ties stated", "陈述的关系"));
    for (int i = 0; i < 2; i++) {
        gt_table_text(table, gt_district_words[i ? overlap->pair.b : overlap->pair.a].name);
        gt_table_text(table, i ? "b" : "a");
        gt_table_text(table, gt_comparison_district(this, i ? GT_SIDE_B : GT_SIDE_A));
        gt_table_uint(table, n_nodes[i] + nodes->shared.n);
        gt_table_uint(table, own[i]);
        gt_table_uint(table, n_ties[i] + ties->shared.n);
    }
}

static void list_types(const struct gt_comparison *this, struct gt_table *table)
{
    const struct gt_overlap *overlap = this->overlap;
    const char *all = gt_say(this->lang, "all", "全部");
    gt_table_section(table, "node_type", gt_say(this->lang, "Nodes by type", "节点，按类型"));
    add_share_heads(this, table);
    add_share(this, table, "all", all, &overlap->nodes);
    for (int type = 0; type < GT_NODE_TYPES; type++)
        add_share(this, table, gt_node_types[type].name, gt_node_types[type].title.in[this->lang],
                  &overlap->node_type[type]);
    gt_table_section(table, "edge_type",
                     gt_say(this->lang, "Ties by type, by whose replies state them",
                            "关系，按类型与陈述它的答复"));
    add_share_heads(this, table);
    add_share(this, table, "all", all, &overlap->ties);
    for (int type = 0; type < GT_EDGE_TYPES; type++)
        add_share(this, table, gt_edge_types[type].name, gt_edge_types[type].title.in[this->lang],
                  &overlap->edge_type[type]);
}

/* --- what is shared -----------------------------------------------------------------------------
 */

static enum gt_district district_of(const struct gt_comparison *this, enum gt_side side)
{
    return side == GT_SIDE_B ? this->overlap->pair.b : this->overlap->pair.a;
}

/* Where replies of one district state ties of a node. */
static void gather_locators(const struct gt_comparison *this, const struct gt_numbers *ties,
                            enum gt_side side, struct gt_texts *locators, struct gt_arena *arena)
{
    const struct gt_graph *graph = this->overlap->graph;
    for (uint32_t i = 0; i < ties->n; i++) {
        const struct gt_edge *edge = &graph->edges[ties->item[i]];
        for (uint32_t s = edge->first; s < edge->first + edge->n; s++) {
            uint32_t document = graph->statements[s].evidence.document;
            struct gt_buffer text = {0};
            if (graph->documents[document].district != district_of(this, side))
                continue;
            gt_evidence_locator(graph, s, &text);
            gt_texts_add(locators, gt_arena_text(arena, text.bytes, text.n), arena);
            gt_buffer_fini(&text);
        }
    }
}

/* The replies of one district that name a node which they state no tie of. */
static void gather_documents(const struct gt_comparison *this, uint32_t node, enum gt_side side,
                             struct gt_texts *labels, struct gt_arena *arena)
{
    const struct gt_graph *graph = this->overlap->graph;
    const struct gt_numbers *documents = &graph->nodes[node].documents;
    for (uint32_t i = 0; i < documents->n; i++) {
        const struct gt_document *document = &graph->documents[documents->item[i]];
        if (document->district == district_of(this, side))
            gt_texts_add(labels, gt_document_label(document), arena);
    }
}

/* How many ties of a node one district's replies state, and where: people see the first place. */
static void add_ties(const struct gt_comparison *this, struct gt_table *table, uint32_t node,
                     enum gt_side side)
{
    struct gt_numbers ties = gt_overlap_ties(this->overlap, node, side, &table->arena);
    struct gt_texts places = {0};
    gather_locators(this, &ties, side, &places, &table->arena);
    if (ties.n == 0)
        gather_documents(this, node, side, &places, &table->arena);
    gt_table_uint(table, ties.n);
    gt_table_text(table, places.n ? places.item[0] : NULL);
    gt_table_list(table, &places);
}

static void list_shared(const struct gt_comparison *this, struct gt_table *table)
{
    const struct gt_overlap *overlap = this->overlap;
    const char *name[] = {gt_comparison_district(this, GT_SIDE_A),
                          gt_comparison_district(this, GT_SIDE_B)};
    static const char *const ties[] = {"a_ties", "b_ties"};
    static const char *const first[] = {"a_first_evidence", "b_first_evidence"};
    static const char *const evidence[] = {"a_evidence", "b_evidence"};
    if (this->overlap->nodes.shared.n == 0)
        return;
    gt_table_section(table, "shared", gt_say(this->lang, "Shared nodes", "共有节点"));
    gt_table_head(table, "id", NULL);
    gt_table_head(table, "name", gt_say(this->lang, "name", "名称"));
    gt_table_head(table, "type", gt_say(this->lang, "type", "类型"));
    for (int i = 0; i < 2; i++) {
        bool zh = this->lang == GT_ZH;
        gt_table_head(table, ties[i],
                      gt_arena_format(&table->arena, zh ? "%s陈述的关系" : "ties by %s", name[i]));
        gt_table_head(
            table, first[i],
            gt_arena_format(&table->arena, zh ? "%s出处之一" : "first evidence of %s", name[i]));
        gt_table_head(table, evidence[i], NULL);
    }
    for (int type = 0; type < GT_NODE_TYPES; type++)
        for (uint32_t i = 0; i < overlap->node_type[type].shared.n; i++) {
            uint32_t node = overlap->node_type[type].shared.item[i];
            gt_table_text(table, overlap->graph->nodes[node].id);
            gt_table_text(table, gt_comparison_label(this, node));
            gt_comparison_add_type(this, table, node);
            add_ties(this, table, node, GT_SIDE_A);
            add_ties(this, table, node, GT_SIDE_B);
        }
}

static void add_shared_tie(const struct gt_comparison *this, struct gt_table *table,
                           const struct gt_word *reason, uint32_t number)
{
    const struct gt_graph *graph = this->overlap->graph;
    const struct gt_edge *edge = &graph->edges[number];
    gt_table_format(table, "%s %s %s", graph->nodes[edge->source].id,
                    gt_edge_types[edge->type].name, graph->nodes[edge->target].id);
    gt_table_word(table, reason->name, reason->title.in[this->lang]);
    gt_table_text(table, gt_comparison_label(this, edge->source));
    gt_table_word(table, gt_edge_types[edge->type].name,
                  gt_edge_types[edge->type].title.in[this->lang]);
    gt_table_text(table, gt_comparison_label(this, edge->target));
    gt_table_word(table, gt_statuses[edge->status].name,
                  gt_statuses[edge->status].title.in[this->lang]);
    gt_comparison_evidence(this, table, number);
}

static void list_shared_ties(const struct gt_comparison *this, struct gt_table *table)
{
    const struct gt_overlap *overlap = this->overlap;
    if (this->overlap->ties.shared.n + this->overlap->between_shared.n == 0)
        return;
    const struct gt_word stated = {"stated", GT_TEXT("stated by both", "两区都陈述")};
    const struct gt_word between = {"between", GT_TEXT("between shared nodes", "共有节点之间")};
    gt_table_section(table, "shared_tie", gt_say(this->lang, "Shared ties", "共有关系"));
    gt_table_head(table, "id", NULL);
    gt_table_head(table, "reason", gt_say(this->lang, "shared as", "共有方式"));
    gt_table_head(table, "from_name", gt_say(this->lang, "from", "从"));
    gt_table_head(table, "relation", gt_say(this->lang, "relation", "关系"));
    gt_table_head(table, "to_name", gt_say(this->lang, "to", "到"));
    gt_table_head(table, "status", gt_say(this->lang, "status", "状态"));
    gt_table_head(table, "evidence", gt_say(this->lang, "evidence", "出处"));
    for (uint32_t i = 0; i < overlap->ties.shared.n; i++)
        add_shared_tie(this, table, &stated, overlap->ties.shared.item[i]);
    for (uint32_t i = 0; i < overlap->between_shared.n; i++)
        add_shared_tie(this, table, &between, overlap->between_shared.item[i]);
}

/* --- shared through a third ---------------------------------------------------------------------
 */

static void add_ends(const struct gt_comparison *this, struct gt_table *table,
                     const struct gt_through_end *end, uint32_t n)
{
    const struct gt_graph *graph = this->overlap->graph;
    struct gt_texts ids = {0}, names = {0}, evidence = {0};
    for (uint32_t i = 0; i < n; i++) {
        struct gt_buffer text = {0};
        gt_texts_add(&ids, graph->nodes[end[i].node].id, &table->arena);
        gt_texts_add(&names, gt_comparison_label(this, end[i].node), &table->arena);
        gt_evidence_locators(graph, end[i].edge, &text);
        gt_texts_add(&evidence, gt_arena_text(&table->arena, text.bytes, text.n), &table->arena);
        gt_buffer_fini(&text);
    }
    gt_table_words(table, &ids, &names);
    gt_table_list(table, &evidence);
}

static void list_through(const struct gt_comparison *this, struct gt_table *table)
{
    if (this->throughs.n == 0)
        return;
    gt_table_section(table, "through",
                     gt_say(this->lang,
                            "Tied through a third: what a node of each is part of, "
                            "located in or focused on",
                            "经由第三方：两区节点共同隶属、位于或聚焦者"));
    gt_table_head(table, "id", NULL);
    gt_table_head(table, "relation", gt_say(this->lang, "relation", "关系"));
    gt_table_head(table, "name", gt_say(this->lang, "through", "经由"));
    gt_table_head(table, "a_nodes", gt_comparison_district(this, GT_SIDE_A));
    gt_table_head(table, "a_evidence", NULL);
    gt_table_head(table, "b_nodes", gt_comparison_district(this, GT_SIDE_B));
    gt_table_head(table, "b_evidence", NULL);
    for (uint32_t i = 0; i < this->throughs.n; i++) {
        const struct gt_through *item = &this->throughs.item[i];
        gt_table_text(table, this->overlap->graph->nodes[item->thing].id);
        gt_table_word(table, gt_edge_types[item->type].name,
                      gt_edge_types[item->type].title.in[this->lang]);
        gt_table_text(table, gt_comparison_label(this, item->thing));
        add_ends(this, table, item->a, item->n_a);
        add_ends(this, table, item->b, item->n_b);
    }
}

/* --- the gap ------------------------------------------------------------------------------------
 */

/* What each alone has, by type: the names. */
void gt_comparison_list_only(const struct gt_comparison *comparison, struct gt_table *table)
{
    const struct gt_overlap *overlap = comparison->overlap;
    gt_table_section(table, "only", gt_say(comparison->lang, "What only one has", "各自独有"));
    gt_table_head(table, "id", NULL);
    gt_table_head(table, "type", gt_say(comparison->lang, "type", "类型"));
    gt_table_head(table, "only_in", gt_say(comparison->lang, "only in", "独有"));
    gt_table_head(table, "count", gt_say(comparison->lang, "count", "数量"));
    gt_table_head(table, "ids", NULL);
    gt_table_head(table, "names", gt_say(comparison->lang, "names", "名称"));
    for (int type = 0; type < GT_NODE_TYPES; type++)
        for (int i = 0; i < 2; i++) {
            const struct gt_share *share = &overlap->node_type[type];
            const struct gt_numbers *nodes = i ? &share->b_only : &share->a_only;
            struct gt_texts ids = {0}, names = {0};
            if (!nodes->n)
                continue;
            for (uint32_t k = 0; k < nodes->n; k++) {
                gt_texts_add(&ids, overlap->graph->nodes[nodes->item[k]].id, &table->arena);
                gt_texts_add(&names, gt_comparison_label(comparison, nodes->item[k]),
                             &table->arena);
            }
            gt_table_text(table, gt_node_types[type].name);
            gt_table_word(table, gt_node_types[type].name,
                          gt_node_types[type].title.in[comparison->lang]);
            gt_comparison_add_side(comparison, table, i ? GT_SIDE_B : GT_SIDE_A);
            gt_table_uint(table, nodes->n);
            gt_table_list(table, &ids);
            gt_table_list(table, &names);
        }
}

void gt_comparison_list_shares(const struct gt_comparison *comparison, struct gt_table *table)
{
    list_districts(comparison, table);
    list_types(comparison, table);
    list_shared(comparison, table);
    list_shared_ties(comparison, table);
    list_through(comparison, table);
}
