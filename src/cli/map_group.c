/* map_group.c: --group-by: which patch of a map each node stands in, and what the patch is called.
 *
 * A community bears the name of its most tied node. Groups that are too small or too many for
 * patches of their own stand together as "others". */
#include "base/memory.h"
#include "centrality/community.h"
#include "cli/map_parts.h"
#include "map/cite.h"

#include <stdlib.h>
#include <string.h>

enum { PATCHES_MOST = 16, COMMUNITY_LEAST = 3 };

/* Groups before the small ones are put together: key[n_nodes], GT_NONE for nodes not drawn. */
struct grouping {
    uint32_t *key;
    uint32_t n_keys, least; /* fewest nodes of a patch */
    struct gt_text *name;   /* [n_keys] */
};

static void init(struct grouping *grouping, const struct gt_map_request *request, uint32_t n_keys)
{
    struct gt_arena *arena = &request->run->arena;
    uint32_t n_nodes = request->run->graph->n_nodes;
    *grouping = (struct grouping){
        .key = gt_arena_array(arena, (size_t)n_nodes + 1, sizeof *grouping->key),
        .name = gt_arena_array(arena, (size_t)n_keys + 1, sizeof *grouping->name),
        .n_keys = n_keys,
        .least = 1,
    };
    for (uint32_t i = 0; i < n_nodes; i++)
        grouping->key[i] = GT_NONE;
}

static bool by_type(const struct gt_map_request *request, struct grouping *grouping,
                    struct gt_error *err)
{
    (void)err;
    init(grouping, request, GT_NODE_TYPES);
    for (uint32_t i = 0; i < request->run->graph->n_nodes; i++)
        if (request->selected.node[i])
            grouping->key[i] = request->run->graph->nodes[i].type;
    for (int type = 0; type < GT_NODE_TYPES; type++)
        grouping->name[type] = gt_node_types[type].title;
    return true;
}

/* The document that names a node or states a tie of it; the last key when there are several. */
static bool by_document(const struct gt_map_request *request, struct grouping *grouping,
                        struct gt_error *err)
{
    const struct gt_graph *graph = request->run->graph;
    uint32_t several = graph->n_documents;
    (void)err;
    init(grouping, request, graph->n_documents + 1);
    uint32_t *key = grouping->key;
    for (uint32_t i = 0; i < graph->n_nodes; i++)
        for (uint32_t k = 0; k < graph->nodes[i].documents.n; k++) {
            uint32_t document = graph->nodes[i].documents.item[k];
            key[i] = key[i] == GT_NONE || key[i] == document ? document : several;
        }
    for (uint32_t s = 0; s < graph->n_statements; s++) {
        const struct gt_edge *edge = &graph->edges[graph->statements[s].edge];
        const uint32_t ends[] = {edge->source, edge->target};
        uint32_t document = graph->statements[s].evidence.document;
        for (int end = 0; end < 2; end++)
            key[ends[end]] =
                key[ends[end]] == GT_NONE || key[ends[end]] == document ? document : several;
    }
    for (uint32_t i = 0; i < graph->n_nodes; i++)
        if (!request->selected.node[i])
            key[i] = GT_NONE;
        else if (key[i] == GT_NONE)
            key[i] = several;
    for (uint32_t d = 0; d < graph->n_documents; d++)
        grouping->name[d].in[GT_EN] = grouping->name[d].in[GT_ZH] =
            gt_cite_document(&graph->documents[d], &request->run->arena);
    grouping->name[several] = (struct gt_text)GT_TEXT("Several documents", "多份文件");
    return true;
}

/* Names each community by its node with the most edges in the view. */
static void name_communities(const struct gt_map_request *request, const struct gt_view *view,
                             struct grouping *grouping)
{
    uint32_t *most = gt_xcalloc((size_t)grouping->n_keys + 1, sizeof *most);
    for (uint32_t v = 0; v < view->n_vertices; v++) {
        uint32_t key = grouping->key[view->node[v]];
        uint32_t degree = view->out.offset[v + 1] - view->out.offset[v];
        if (grouping->name[key].in[GT_EN] && degree <= most[key])
            continue;
        most[key] = degree;
        for (int lang = 0; lang < GT_LANGS; lang++)
            grouping->name[key].in[lang] =
                gt_node_label(&request->run->graph->nodes[view->node[v]], (enum gt_lang)lang);
    }
    for (uint32_t i = 0; i < grouping->n_keys; i++)
        for (int lang = 0; lang < GT_LANGS && grouping->name[i].in[lang]; lang++) /* none drawn */
            grouping->name[i].in[lang] = gt_arena_format(
                &request->run->arena, gt_say((enum gt_lang)lang, "Around %s", "%s一带"),
                grouping->name[i].in[lang]);
    free(most);
}

static bool by_community(const struct gt_map_request *request, struct grouping *grouping,
                         struct gt_error *err)
{
    const struct gt_view_options policy = {0};
    struct gt_view *view = NULL;
    if (!gt_view_new(request->run->graph, &request->selection, &policy, &view, err))
        return false;
    uint32_t *community = gt_xcalloc((size_t)view->n_vertices + 1, sizeof *community), n = 0;
    bool done = gt_community_find(view, "leiden", community, &n, err);
    if (done) {
        init(grouping, request, n);
        grouping->least = COMMUNITY_LEAST;
        for (uint32_t v = 0; v < view->n_vertices; v++)
            if (request->selected.node[view->node[v]])
                grouping->key[view->node[v]] = community[v];
        for (uint32_t v = 0; v < view->n_vertices; v++) /* what is not drawn names no patch */
            if (grouping->key[view->node[v]] == GT_NONE)
                grouping->key[view->node[v]] = n;
        grouping->name =
            gt_arena_array(&request->run->arena, (size_t)n + 2, sizeof *grouping->name);
        grouping->n_keys = n + 1;
        name_communities(request, view, grouping);
        for (uint32_t i = 0; i < request->run->graph->n_nodes; i++)
            if (grouping->key[i] == n)
                grouping->key[i] = GT_NONE;
    }
    free(community);
    gt_view_free(view);
    return done;
}

struct counted {
    uint32_t n, key;
};

static int compare_counted(const void *p, const void *q)
{
    const struct counted *a = p, *b = q;
    if (a->n != b->n)
        return a->n > b->n ? -1 : 1;
    return a->key < b->key ? -1 : a->key > b->key;
}

/* Numbers the patches by size; what is too small or too many goes to the last one. */
static void settle(struct gt_map_request *request, const struct grouping *grouping)
{
    struct gt_arena *arena = &request->run->arena;
    uint32_t n_nodes = request->run->graph->n_nodes, n = 0, others = 0;
    struct counted *count = gt_xcalloc((size_t)grouping->n_keys + 1, sizeof *count);
    uint32_t *patch = gt_xcalloc((size_t)grouping->n_keys + 1, sizeof *patch);
    uint32_t *group = gt_arena_array(arena, (size_t)n_nodes + 1, sizeof *group);
    struct gt_text *name = gt_arena_array(arena, PATCHES_MOST + 1, sizeof *name);
    for (uint32_t i = 0; i < grouping->n_keys; i++)
        count[i].key = i;
    for (uint32_t i = 0; i < n_nodes; i++)
        if (grouping->key[i] != GT_NONE)
            count[grouping->key[i]].n++;
    qsort(count, grouping->n_keys, sizeof *count, compare_counted);
    for (uint32_t i = 0; i < grouping->n_keys; i++) {
        bool own = count[i].n >= grouping->least && n < PATCHES_MOST;
        patch[count[i].key] = own && count[i].n ? n : GT_NONE;
        if (own && count[i].n)
            name[n++] = grouping->name[count[i].key];
        else
            others += count[i].n;
    }
    for (uint32_t i = 0; i < n_nodes; i++) {
        uint32_t of = grouping->key[i] == GT_NONE ? GT_NONE : patch[grouping->key[i]];
        group[i] = of == GT_NONE ? n : of;
    }
    if (others)
        name[n++] = (struct gt_text)GT_TEXT("Others", "其他");
    request->options.group = group;
    request->options.group_name = name;
    request->options.n_groups = n;
    free(count);
    free(patch);
}

bool gt_map_read_groups(struct gt_map_request *request, struct gt_error *err)
{
    static const char *const words[] = {"none", "community", "type", "document"};
    static bool (*const ways[])(const struct gt_map_request *, struct grouping *,
                                struct gt_error *) = {NULL, by_community, by_type, by_document};
    static const struct gt_text remarks[] = {
        GT_TEXT("", ""),
        GT_TEXT("grouped by community (Leiden), named after its most tied node",
                "按社群分组（Leiden 算法），以联系最多的节点命名"),
        GT_TEXT("grouped by type", "按类型分组"),
        GT_TEXT("grouped by the document that names a node", "按提及节点的文件分组"),
    };
    struct grouping grouping;
    int way;
    if (!gt_args_choice(&request->run->args, GT_OPTION_group_by, words, 4, &way, err))
        return false;
    if (way == 0 || request->selected.n_nodes == 0)
        return true;
    if (!ways[way](request, &grouping, err))
        return false;
    settle(request, &grouping);
    gt_map_remark(request, &remarks[way]);
    return true;
}
