/* tooltip.c: what the reader sees when pointing at a box or a line: who, and where it is said. */
#include "map/scene.h"

#include <string.h>

enum { LOCATORS_SHOWN = 2, TIES_SHOWN = 6 };

/* Where a statement stands: 长商务发〔2024〕5号 [120–168]. */
static void add_locator(struct gt_buffer *out, struct gt_scene *scene, uint32_t statement)
{
    const struct gt_graph *graph = scene->graph;
    const struct gt_span *span = &graph->statements[statement].evidence;
    gt_buffer_format(out, "%s [%u–%u]",
                     gt_cite_document(&graph->documents[span->document], &scene->arena),
                     span->start, span->end);
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

static void add_rest(struct gt_buffer *out, uint32_t found, enum gt_lang lang)
{
    if (lang == GT_ZH)
        gt_buffer_format(out, " 等 %u 处", found);
    else
        gt_buffer_format(out, " and %u more", found - LOCATORS_SHOWN);
}

const char *gt_tooltip_of_box(struct gt_scene *scene, const struct gt_scene_box *box)
{
    const struct gt_graph *graph = scene->graph;
    enum gt_lang lang = scene->options->lang;
    struct gt_buffer out = {0};
    add_names(&out, &graph->nodes[box->node], lang);
    uint32_t found = 0;
    uint32_t number = (uint32_t)(box - scene->boxes);
    for (uint32_t i = 0; i < scene->n_lines; i++) {
        const struct gt_scene_line *line = &scene->lines[i];
        if (line->from != number && line->to != number)
            continue;
        for (uint32_t k = line->first; k < line->first + line->n; k++) {
            const struct gt_edge *edge = &graph->edges[scene->ties[k]];
            for (uint32_t s = edge->first; s < edge->first + edge->n; s++) {
                if (++found > LOCATORS_SHOWN)
                    continue;
                gt_buffer_text(&out, found == 1 ? gt_say(lang, "\nEvidence: ", "\n出处：")
                                                : gt_say(lang, "; ", "；"));
                add_locator(&out, scene, s);
            }
        }
    }
    if (found > LOCATORS_SHOWN)
        add_rest(&out, found, lang);
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
    for (uint32_t s = edge->first; s < edge->first + edge->n; s++) {
        gt_buffer_text(out, s == edge->first ? " " : gt_say(lang, "; ", "；"));
        if (s - edge->first == LOCATORS_SHOWN) {
            gt_buffer_text(out, "…");
            break;
        }
        add_locator(out, scene, s);
    }
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
