/* tooltip.c: what the reader sees when pointing at a box or a line: who, and where it is said. */
#include "map/scene.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum { PLACES_SHOWN = 2, TIES_SHOWN = 6, DOCUMENTS_SHOWN = 4 };

/* Places of one tooltip, as they are written: a document once before all its places in a row, and a
 * place that states two ties once. */
struct locators {
    struct gt_scene *scene;
    struct gt_buffer *out;
    const struct gt_span *last;
    uint32_t shown, left;
};

/* Where a statement stands: 长商务发〔2024〕5号 [120–168] [230–251]；第085号提案答复 [12–40]. */
static void add_locator(struct locators *locators, uint32_t statement)
{
    struct gt_scene *scene = locators->scene;
    const struct gt_span *span = &scene->graph->statements[statement].evidence;
    const struct gt_span *last = locators->last;
    bool same = last && last->document == span->document;
    if (same && last->start == span->start && last->end == span->end)
        return;
    if (locators->shown == PLACES_SHOWN) {
        locators->left++;
        return;
    }
    if (!same)
        gt_buffer_format(locators->out, "%s%s",
                         last ? gt_say(scene->options->lang, "; ", "；") : "",
                         gt_cite_document(&scene->graph->documents[span->document], &scene->arena));
    gt_buffer_format(locators->out, " [%u–%u]", span->start, span->end);
    locators->last = span;
    locators->shown++;
}

static const char *keep(struct gt_scene *scene, struct gt_buffer *out)
{
    const char *text = gt_label_clean(gt_buffer_string(out), true, &scene->arena);
    gt_buffer_fini(out);
    return text;
}

static void add_names(struct gt_buffer *out, const struct gt_node *node, enum gt_lang lang)
{
    const char *title = lang == GT_EN && node->name_en ? node->name_en : node->name;
    gt_buffer_format(out, "%s · %s", title, gt_node_types[node->type].title.in[lang]);
    if (strcmp(title, node->name) != 0)
        gt_buffer_format(out, "\n%s", node->name);
    for (uint32_t i = 0; i < node->aliases.n; i++)
        gt_buffer_format(out, "%s%s",
                         i ? gt_say(lang, ", ", "、") : gt_say(lang, "\nAlso: ", "\n又称："),
                         node->aliases.item[i]);
}

static void add_rest(const struct locators *locators, enum gt_lang lang)
{
    if (!locators->left)
        return;
    if (lang == GT_ZH)
        gt_buffer_format(locators->out, " 等 %u 处", locators->shown + locators->left);
    else
        gt_buffer_format(locators->out, " and %u more", locators->left);
}

/* The documents that state a box's ties, each once: "出处：长商务发〔2024〕5号；第085号提案答复".
 */
static void add_documents(struct gt_scene *scene, uint32_t box, const struct gt_scene_index *index,
                          struct gt_buffer *out)
{
    const struct gt_graph *graph = scene->graph;
    enum gt_lang lang = scene->options->lang;
    bool *seen = gt_xcalloc((size_t)graph->n_documents + 1, sizeof *seen);
    uint32_t n = 0;
    for (uint32_t i = index->offset[box]; i < index->offset[box + 1]; i++) {
        const struct gt_scene_line *line = &scene->lines[index->at[i]];
        for (uint32_t k = line->first; k < line->first + line->n; k++) {
            const struct gt_edge *edge = &graph->edges[scene->ties[k]];
            for (uint32_t s = edge->first; s < edge->first + edge->n; s++)
                seen[graph->statements[s].evidence.document] = true;
        }
    }
    for (uint32_t d = 0; d < graph->n_documents; d++) {
        if (!seen[d] || ++n > DOCUMENTS_SHOWN)
            continue;
        gt_buffer_text(out,
                       n > 1 ? gt_say(lang, "; ", "；") : gt_say(lang, "\nSources: ", "\n出处："));
        gt_buffer_text(out, gt_cite_document(&graph->documents[d], &scene->arena));
    }
    if (n > DOCUMENTS_SHOWN)
        gt_buffer_format(out, gt_say(lang, " and %u more", "，另有 %u 份"), n - DOCUMENTS_SHOWN);
    free(seen);
}

const char *gt_tooltip_of_box(struct gt_scene *scene, const struct gt_scene_box *box,
                              const struct gt_scene_index *index)
{
    struct gt_buffer out = {0};
    add_names(&out, &scene->graph->nodes[box->node], scene->options->lang);
    add_documents(scene, (uint32_t)(box - scene->boxes), index, &out);
    return keep(scene, &out);
}

static void add_tie(struct gt_buffer *out, struct gt_scene *scene, uint32_t e)
{
    const struct gt_graph *graph = scene->graph;
    const struct gt_edge *edge = &graph->edges[e];
    enum gt_lang lang = scene->options->lang;
    gt_buffer_format(out, "%s %s %s%s%s%s", gt_node_label(&graph->nodes[edge->source], lang),
                     gt_edge_types[edge->type].title.in[lang],
                     gt_node_label(&graph->nodes[edge->target], lang), gt_say(lang, " (", "（"),
                     gt_statuses[edge->status].title.in[lang], gt_say(lang, ")", "）"));
    struct locators locators = {.scene = scene, .out = out};
    gt_buffer_text(out, " ");
    for (uint32_t s = edge->first; s < edge->first + edge->n; s++)
        add_locator(&locators, s);
    add_rest(&locators, lang);
}

const char *gt_tooltip_of_line(struct gt_scene *scene, const struct gt_scene_line *line)
{
    struct gt_buffer out = {0};
    for (uint32_t i = 0; i < line->n; i++) {
        if (i)
            gt_buffer_text(&out, "\n");
        if (i == TIES_SHOWN) {
            gt_buffer_text(&out, "…");
            break;
        }
        add_tie(&out, scene, scene->ties[line->first + i]);
    }
    return keep(scene, &out);
}
