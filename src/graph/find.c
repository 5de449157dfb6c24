/* find.c: naming a node, and what to suggest when no node has the name. */
#include "graph/find.h"

#include "base/buffer.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum {
    SUGGESTIONS = 3,
    LONGEST_BYTES = 256 /* gt_text_distance() looks at 256 code points: what is longer seems near */
};

/* How well a node answers to a key: smaller is better, NO_MATCH not at all. */
enum match { BY_NAME, BY_ALIAS, NO_MATCH };

static bool key_is(const char *text, const char *key, struct gt_arena *scratch)
{
    return text && strcmp(gt_text_key(text, scratch), key) == 0;
}

static enum match match_node(const struct gt_node *node, const char *key, struct gt_arena *scratch)
{
    if (key_is(node->name, key, scratch) || key_is(node->label, key, scratch) ||
        key_is(node->name_en, key, scratch))
        return BY_NAME;
    for (uint32_t i = 0; i < node->aliases.n; i++)
        if (key_is(node->aliases.item[i], key, scratch))
            return BY_ALIAS;
    return NO_MATCH;
}

struct candidate {
    uint32_t node, distance;
};

static int compare_candidates(const void *a, const void *b)
{
    const struct candidate *x = a, *y = b;
    if (x->distance != y->distance)
        return x->distance < y->distance ? -1 : 1;
    return (x->node > y->node) - (x->node < y->node);
}

/* Distance from what was typed to one name of a node, in hundredths of its length; a name that
 * contains it, or is contained, is near by what is left over. */
static uint32_t distance_to(const char *name, const char *key, struct gt_arena *scratch)
{
    if (!name)
        return UINT32_MAX;
    const char *other = gt_text_key(name, scratch);
    size_t n = strlen(key), m = strlen(other);
    size_t longer = n > m ? n : m, shorter = n > m ? m : n;
    if (!shorter)
        return UINT32_MAX;
    if (strstr(other, key) || strstr(key, other))
        return (uint32_t)(50 * (longer - shorter) / longer);
    if (longer > LONGEST_BYTES)
        return UINT32_MAX;
    /* bytes over code points: three bytes a Chinese character on both sides cancel out */
    return (uint32_t)(300 * (size_t)gt_text_distance(key, other) / longer);
}

static uint32_t least_distance(const struct gt_node *node, const char *key,
                               struct gt_arena *scratch)
{
    const char *names[] = {node->id, node->name, node->label, node->name_en};
    uint32_t least = UINT32_MAX;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        uint32_t distance = distance_to(names[i], key, scratch);
        least = distance < least ? distance : least;
    }
    for (uint32_t i = 0; i < node->aliases.n; i++) {
        uint32_t distance = distance_to(node->aliases.item[i], key, scratch);
        least = distance < least ? distance : least;
    }
    return least;
}

/* The whole name in the language of the message; Chinese too where Chinese was typed. */
static const char *name_for(const struct gt_node *node, const char *typed, enum gt_lang lang)
{
    bool ascii = true;
    for (const char *p = typed; *p; p++)
        ascii = ascii && (unsigned char)*p < 0x80;
    return lang == GT_EN && ascii && node->name_en ? node->name_en : node->name;
}

static bool fail_unknown(const struct gt_graph *graph, const char *text, const char *key,
                         struct gt_arena *scratch, struct gt_error *err)
{
    struct candidate *list = gt_xcalloc(graph->n_nodes, sizeof *list);
    struct gt_buffer names = {0};
    for (uint32_t i = 0; i < graph->n_nodes; i++)
        list[i] = (struct candidate){i, least_distance(&graph->nodes[i], key, scratch)};
    if (graph->n_nodes)
        qsort(list, graph->n_nodes, sizeof *list, compare_candidates);
    for (uint32_t i = 0; i < SUGGESTIONS && i < graph->n_nodes && list[i].distance < 70; i++) {
        const struct gt_node *node = &graph->nodes[list[i].node];
        gt_buffer_format(&names, "%s%s (%s)", i ? gt_say(err->lang, ", ", "、") : "",
                         name_for(node, text, err->lang), node->id);
    }
    if (names.n)
        gt_fail(err, GT_USAGE, "no entity \"%s\"; did you mean %s?",
                "没有名为“%s”的实体；您要找的是否为 %s？", text, names.bytes);
    else
        gt_fail(err, GT_USAGE, "no entity \"%s\" in the graph", "图中没有名为“%s”的实体", text);
    gt_buffer_fini(&names);
    free(list);
    return false;
}

static bool fail_ambiguous(const struct gt_graph *graph, const char *text, const uint32_t *found,
                           uint32_t n, struct gt_error *err)
{
    struct gt_buffer names = {0};
    for (uint32_t i = 0; i < n; i++)
        gt_buffer_format(&names, "%s%s (%s)", i ? gt_say(err->lang, ", ", "、") : "",
                         name_for(&graph->nodes[found[i]], text, err->lang),
                         graph->nodes[found[i]].id);
    gt_fail(err, GT_USAGE, "\"%s\" names %u entities: %s", "“%s”对应 %u 个实体：%s", text, n,
            names.bytes);
    gt_buffer_fini(&names);
    return false;
}

bool gt_find_node(const struct gt_graph *graph, const char *text, uint32_t *node,
                  struct gt_error *err)
{
    *node = gt_graph_node(graph, text);
    if (*node != GT_NONE)
        return true;
    struct gt_arena scratch = {0};
    const char *key = gt_text_key(text, &scratch);
    *node = gt_graph_node(graph, key); /* an id is its own key */
    if (*node != GT_NONE) {
        gt_arena_fini(&scratch);
        return true;
    }
    uint32_t *found = gt_xcalloc(graph->n_nodes, sizeof *found), n = 0;
    enum match best = NO_MATCH;
    for (uint32_t i = 0; i < graph->n_nodes && *key; i++) {
        enum match match = match_node(&graph->nodes[i], key, &scratch);
        if (match < best)
            n = 0;
        if (match <= best && match != NO_MATCH) {
            best = match;
            found[n++] = i;
        }
    }
    bool done = n == 1;
    if (done)
        *node = found[0];
    else if (n > 1)
        fail_ambiguous(graph, text, found, n, err);
    else
        fail_unknown(graph, text, key, &scratch, err);
    free(found);
    gt_arena_fini(&scratch);
    return done;
}
