/* comparison_ways.c: the tables of `graphtool overlap` that say what lies between two districts. */
#include "base/memory.h"
#include "centrality/measure.h"
#include "cli/comparison.h"
#include "cli/evidence.h"

#include <stdlib.h>

static bool is_removed(const struct gt_comparison *this, uint32_t vertex)
{
    for (uint32_t i = 0; i < this->separator.n; i++)
        if (this->separator.vertex[i] == vertex)
            return true;
    return false;
}

static void add_bridge(const struct gt_comparison *this, struct gt_table *table, uint32_t vertex,
                       uint32_t rank)
{
    uint32_t node = this->view->node[vertex];
    double betweenness = this->crossings.betweenness[vertex];
    gt_table_text(table, this->overlap->graph->nodes[node].id);
    gt_table_uint(table, rank);
    gt_table_text(table, gt_comparison_label(this, node));
    gt_comparison_add_type(this, table, node);
    gt_comparison_add_side(this, table, this->side[vertex]);
    gt_table_number(table, betweenness);
    gt_table_number(table, betweenness / (double)this->crossings.connected);
    gt_table_bool(table, is_removed(this, vertex));
}

struct place {
    uint32_t rank, vertex;
};

static int compare_places(const void *a, const void *b)
{
    const struct place *x = a, *y = b;
    if (x->rank != y->rank)
        return x->rank < y->rank ? -1 : 1;
    return (x->vertex > y->vertex) - (x->vertex < y->vertex);
}

/* The vertices by inter-district betweenness; the caller frees. */
static struct place *rank_bridges(const struct gt_comparison *this)
{
    uint32_t n = this->view->n_vertices, *rank = gt_xcalloc(n, sizeof *rank);
    struct place *places = gt_xcalloc(n, sizeof *places);
    gt_rank(this->crossings.betweenness, n, true, rank);
    for (uint32_t v = 0; v < n; v++)
        places[v] = (struct place){rank[v], v};
    if (n)
        qsort(places, n, sizeof *places, compare_places);
    free(rank);
    return places;
}

/* The first `top` nodes by inter-district betweenness (0: all that have any), and the separator. */
static void list_bridges(const struct gt_comparison *this, struct gt_table *table, uint64_t top)
{
    if (this->crossings.connected == 0)
        return;
    struct place *places = rank_bridges(this);
    gt_table_section(table, "bridge",
                     gt_say(this->lang, "Bridges: on the shortest ways from one to the other",
                            "桥梁：位于两区之间最短路径上的节点"));
    gt_table_head(table, "id", NULL);
    gt_table_head(table, "rank", gt_say(this->lang, "rank", "名次"));
    gt_table_head(table, "name", gt_say(this->lang, "name", "名称"));
    gt_table_head(table, "type", gt_say(this->lang, "type", "类型"));
    gt_table_head(table, "side", gt_say(this->lang, "ecosystem", "所在生态"));
    gt_table_head(table, "betweenness", gt_say(this->lang, "betweenness", "区际介数"));
    gt_table_head(table, "share", gt_say(this->lang, "share of pairs", "占相连节点对"));
    gt_table_head(table, "separates", gt_say(this->lang, "to remove", "属分隔集"));
    for (uint32_t i = 0; i < this->view->n_vertices; i++) {
        uint32_t vertex = places[i].vertex;
        bool any = this->crossings.betweenness[vertex] > 0, first = !top || places[i].rank <= top;
        if ((any && first) || is_removed(this, vertex))
            add_bridge(this, table, vertex, places[i].rank);
    }
    free(places);
}

static void list_distances(const struct gt_comparison *this, struct gt_table *table)
{
    gt_table_section(
        table, "distance",
        gt_say(this->lang, "Pairs of a node of each alone by distance", "两区独有节点对的距离"));
    gt_table_head(table, "id", NULL);
    gt_table_head(table, "length", NULL);
    gt_table_head(table, "name", gt_say(this->lang, "ties", "步数"));
    gt_table_head(table, "pairs", gt_say(this->lang, "pairs", "节点对"));
    for (uint32_t d = 1; d < this->crossings.n_lengths; d++) {
        gt_table_format(table, "%u", d);
        gt_table_uint(table, d);
        gt_table_format(table, "%u", d);
        gt_table_uint(table, this->crossings.pairs_at[d]);
    }
    gt_table_text(table, "apart");
    gt_table_text(table, NULL);
    gt_table_text(table, gt_say(this->lang, "no way", "不相连"));
    gt_table_uint(table, this->crossings.apart);
}

/* One tie of a hop: a hop has as many rows as there are ties between its ends. */
static void add_hop(const struct gt_comparison *this, struct gt_table *table, uint32_t number,
                    uint32_t hop, uint32_t tie)
{
    const struct gt_graph *graph = this->overlap->graph;
    const struct gt_path *path = &this->paths.path[number];
    const struct gt_edge *edge = &graph->edges[tie];
    uint32_t from = this->view->node[path->vertex[hop]];
    uint32_t to = this->view->node[path->vertex[hop + 1]];
    gt_table_format(table, "%u.%u", number + 1, hop + 1);
    gt_table_uint(table, number + 1);
    gt_table_text(table, gt_comparison_label(this, from));
    gt_table_text(table, gt_edge_arrow(edge, from));
    gt_table_word(table, gt_edge_types[edge->type].name,
                  gt_edge_types[edge->type].title.in[this->lang]);
    gt_table_text(table, gt_comparison_label(this, to));
    gt_table_word(table, gt_statuses[edge->status].name,
                  gt_statuses[edge->status].title.in[this->lang]);
    gt_comparison_evidence(this, table, tie);
}

static void list_connections(const struct gt_comparison *this, struct gt_table *table)
{
    const struct gt_view *view = this->view;
    if (this->paths.n == 0)
        return;
    gt_table_section(table, "connection",
                     gt_say(this->lang, "Shortest connections, through organisations first",
                            "最短联系，经由机构者优先"));
    gt_table_head(table, "id", NULL);
    gt_table_head(table, "path", gt_say(this->lang, "path", "路径"));
    gt_table_head(table, "from_name", gt_say(this->lang, "from", "从"));
    gt_table_head(table, "direction", "");
    gt_table_head(table, "relation", gt_say(this->lang, "relation", "关系"));
    gt_table_head(table, "to_name", gt_say(this->lang, "to", "到"));
    gt_table_head(table, "status", gt_say(this->lang, "status", "状态"));
    gt_table_head(table, "evidence", gt_say(this->lang, "evidence", "出处"));
    for (uint32_t i = 0; i < this->paths.n; i++)
        for (uint32_t hop = 0; hop < this->paths.path[i].n_edges; hop++) {
            uint32_t edge = this->paths.path[i].edge[hop];
            for (uint32_t t = view->tie_offset[edge]; t < view->tie_offset[edge + 1]; t++)
                add_hop(this, table, i, hop, view->tie[t]);
        }
}

void gt_comparison_list_ways(const struct gt_comparison *comparison, uint64_t top,
                             struct gt_table *table)
{
    list_bridges(comparison, table, top);
    list_distances(comparison, table);
    list_connections(comparison, table);
}
