/* map_diff.c: --diff OLD,NEW: what is new, gone and kept between two states of the graph.
 *
 * Two years (or months, days): what the replies dated so state; other replies are left out. Two
 * files or folders: what stands in each, nodes known by their ids, ties by ends and type. */
#include "base/file.h"
#include "base/memory.h"
#include "cli/map_parts.h"

#include <stdlib.h>
#include <string.h>

enum { OLD, NEW, STATES };

struct pair {
    const char *item[STATES];
    int n;
    struct gt_arena *arena;
};

static bool take(void *context, const char *item, struct gt_error *err)
{
    struct pair *pair = context;
    (void)err;
    if (pair->n < STATES)
        pair->item[pair->n] = gt_arena_text(pair->arena, item, strlen(item));
    pair->n++;
    return true;
}

static bool read_pair(const struct gt_map_request *request, struct pair *pair, struct gt_error *err)
{
    const char *list = request->run->args.value[GT_OPTION_diff];
    *pair = (struct pair){.arena = &request->run->arena};
    if (!list)
        return true;
    if (!gt_args_each(list, take, pair, err))
        return false;
    if (pair->n != STATES || strcmp(pair->item[OLD], pair->item[NEW]) == 0)
        return gt_fail(err, GT_USAGE, "--diff wants two years or two files: OLD,NEW",
                       "--diff 需要两个年份或两个文件：旧,新");
    return true;
}

/* YYYY, YYYY-MM or YYYY-MM-DD. */
static bool is_date(const char *text)
{
    static const char form[] = "0000-00-00";
    size_t n = strlen(text), i = 0;
    bool fits = n == 4 || n == 7 || n == 10;
    for (; fits && i < n; i++)
        fits = form[i] == '-' ? text[i] == '-' : text[i] >= '0' && text[i] <= '9';
    return fits;
}

bool gt_map_load(struct gt_map_request *request, struct gt_error *err)
{
    struct gt_run *run = request->run;
    struct pair pair;
    if (!read_pair(request, &pair, err))
        return false;
    if (!pair.n || (is_date(pair.item[OLD]) && is_date(pair.item[NEW])))
        return gt_run_load(run, err);
    if (run->args.n_operands)
        return gt_fail(err, GT_USAGE, "--diff of two files reads these, and no other graph",
                       "--diff 比较两个文件时不再读取其他图");
    if (!gt_load(pair.item, STATES, &run->load, err))
        return false;
    run->graph = run->load.graph;
    return true;
}

/* What each state has. */
struct states {
    bool *node[STATES], *edge[STATES];
};

static void find_by_date(const struct gt_graph *graph, const struct pair *pair,
                         struct states *states)
{
    for (int state = 0; state < STATES; state++) {
        size_t n = strlen(pair->item[state]);
        for (uint32_t s = 0; s < graph->n_statements; s++) {
            const struct gt_statement *statement = &graph->statements[s];
            const struct gt_edge *edge = &graph->edges[statement->edge];
            const char *date = graph->documents[statement->evidence.document].date;
            if (!date || strncmp(date, pair->item[state], n) != 0)
                continue;
            states->edge[state][statement->edge] = true;
            states->node[state][edge->source] = states->node[state][edge->target] = true;
        }
        for (uint32_t i = 0; i < graph->n_nodes; i++)
            for (uint32_t k = 0; k < graph->nodes[i].documents.n; k++) {
                const char *date = graph->documents[graph->nodes[i].documents.item[k]].date;
                if (date && strncmp(date, pair->item[state], n) == 0)
                    states->node[state][i] = true;
            }
    }
}

/* The tie in words that are the same in every graph. */
static const char *key_of(const struct gt_graph *graph, uint32_t e, struct gt_arena *arena)
{
    const struct gt_edge *edge = &graph->edges[e];
    const char *a = graph->nodes[edge->source].id, *b = graph->nodes[edge->target].id;
    bool turn = gt_edge_types[edge->type].mutual && strcmp(a, b) > 0;
    return gt_arena_format(arena, "%s %s %s", turn ? b : a, gt_edge_types[edge->type].name,
                           turn ? a : b);
}

static bool find_by_file(struct gt_map_request *request, const struct pair *pair,
                         struct states *states, struct gt_error *err)
{
    const struct gt_graph *graph = request->run->graph;
    struct gt_arena *arena = &request->run->arena;
    struct gt_strmap edge_of = {0};
    bool done = true;
    for (uint32_t e = 0; e < graph->n_edges; e++)
        gt_strmap_put(&edge_of, key_of(graph, e, arena), e);
    for (int state = 0; state < STATES && done; state++) {
        struct gt_load load = {0};
        done = gt_load(&pair->item[state], 1, &load, err);
        for (uint32_t i = 0; done && i < load.graph->n_nodes; i++)
            states->node[state][gt_graph_node(graph, load.graph->nodes[i].id)] = true;
        for (uint32_t e = 0; done && e < load.graph->n_edges; e++)
            states->edge[state][gt_strmap_get(&edge_of, key_of(load.graph, e, arena))] = true;
        gt_load_fini(&load);
    }
    gt_strmap_fini(&edge_of);
    return done;
}

static enum gt_change change_of(bool old, bool new)
{
    return old && new ? GT_CHANGE_KEPT : new ? GT_CHANGE_NEW : GT_CHANGE_GONE;
}

static void set_changes(struct gt_map_request *request, const struct states *states)
{
    struct gt_arena *arena = &request->run->arena;
    const struct gt_graph *graph = request->run->graph;
    struct gt_selected *selected = &request->selected;
    unsigned char *node = gt_arena_array(arena, (size_t)graph->n_nodes + 1, 1);
    unsigned char *edge = gt_arena_array(arena, (size_t)graph->n_edges + 1, 1);
    for (uint32_t i = 0; i < graph->n_nodes; i++) {
        bool old = states->node[OLD][i], new = states->node[NEW][i];
        node[i] = (unsigned char)change_of(old, new);
        selected->n_nodes -= selected->node[i] && !old && !new;
        selected->node[i] = selected->node[i] && (old || new);
    }
    for (uint32_t e = 0; e < graph->n_edges; e++) {
        bool old = states->edge[OLD][e], new = states->edge[NEW][e];
        edge[e] = (unsigned char)change_of(old, new);
        selected->n_edges -= selected->edge[e] && !old && !new;
        selected->edge[e] = selected->edge[e] && (old || new);
    }
    request->options.node_change = node;
    request->options.edge_change = edge;
}

/* A file's name without folders and ending; a year as it is. */
static const char *name_of(const struct gt_map_request *request, const char *item)
{
    const char *slash = strrchr(item, '/');
    const char *name = slash && slash[1] ? slash + 1 : item, *dot = strrchr(name, '.');
    return gt_arena_text(&request->run->arena, name,
                         dot && dot > name ? (size_t)(dot - name) : strlen(name));
}

static uint32_t count(const struct gt_map_request *request, enum gt_change change)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < request->run->graph->n_nodes; i++)
        n += request->selected.node[i] && request->options.node_change[i] == change;
    return n;
}

/* Names for the legend, with counts of nodes, and a title. */
static void set_names(struct gt_map_request *request, const struct pair *pair)
{
    struct gt_arena *arena = &request->run->arena;
    const char *old = name_of(request, pair->item[OLD]), *new = name_of(request, pair->item[NEW]);
    struct gt_text *name = request->options.change_name, *title = &request->options.title;
    name[GT_CHANGE_KEPT] =
        gt_arena_say(arena, "kept: in both, %u nodes", "延续：两者都有，%u 个节点",
                     count(request, GT_CHANGE_KEPT));
    name[GT_CHANGE_NEW] =
        gt_arena_say(arena, "new: only in %s, %u nodes", "新增：只见于 %s，%u 个节点", new,
                     count(request, GT_CHANGE_NEW));
    name[GT_CHANGE_GONE] =
        gt_arena_say(arena, "gone: only in %s, %u nodes", "不再提及：只见于 %s，%u 个节点", old,
                     count(request, GT_CHANGE_GONE));
    for (int l = 0; l < GT_LANGS && !request->run->args.value[GT_OPTION_title]; l++) {
        enum gt_lang lang = (enum gt_lang)l;
        const char *before = title->in[lang];
        title->in[lang] = gt_arena_format(
            arena,
            gt_say(lang, "%s, %s to %s: new, gone, kept", "%s（%s 到 %s）：新增、不再提及与延续"),
            before ? before : gt_say(lang, "Innovation ecosystem", "创新生态图谱"), old, new);
    }
}

bool gt_map_read_changes(struct gt_map_request *request, struct gt_error *err)
{
    const struct gt_graph *graph = request->run->graph;
    struct gt_arena *arena = &request->run->arena;
    struct states states;
    struct pair pair;
    if (!read_pair(request, &pair, err))
        return false;
    if (!pair.n)
        return true;
    for (int state = 0; state < STATES; state++) {
        states.node[state] = gt_arena_array(arena, (size_t)graph->n_nodes + 1, sizeof(bool));
        states.edge[state] = gt_arena_array(arena, (size_t)graph->n_edges + 1, sizeof(bool));
    }
    if (is_date(pair.item[OLD]) && is_date(pair.item[NEW]))
        find_by_date(graph, &pair, &states);
    else if (!find_by_file(request, &pair, &states, err))
        return false;
    set_changes(request, &states);
    set_names(request, &pair);
    return true;
}
