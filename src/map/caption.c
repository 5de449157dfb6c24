/* caption.c: the words of title, subtitle, source line and stamp. */
#include "map/caption.h"

#include "map/quality.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_SOURCES = 40 }; /* named on a map; more are counted */

const char *gt_scene_say(struct gt_scene *scene, const struct gt_text *text)
{
    enum gt_lang lang = scene->options->lang;
    if (!scene->options->both || strcmp(text->in[GT_EN], text->in[GT_ZH]) == 0)
        return text->in[lang];
    return gt_arena_format(&scene->arena, "%s %s", text->in[lang], text->in[!lang]);
}

bool *gt_scene_sources(const struct gt_scene *scene)
{
    const struct gt_graph *graph = scene->graph;
    bool *used = gt_xcalloc((size_t)graph->n_documents + 1, sizeof *used);
    for (uint32_t i = 0; i < scene->n_ties; i++) {
        const struct gt_edge *edge = &graph->edges[scene->ties[i]];
        for (uint32_t s = edge->first; s < edge->first + edge->n; s++)
            used[graph->statements[s].evidence.document] = true;
    }
    return used;
}

static const char *keep(struct gt_scene *scene, struct gt_buffer *text)
{
    const char *kept = gt_arena_text(&scene->arena, gt_buffer_string(text), text->n);
    gt_buffer_fini(text);
    return kept;
}

/* --- title -------------------------------------------------------------------------------------
 */

/* "长宁、普陀创新生态图谱": the districts whose replies state what is drawn. */
static const char *title_of_districts(struct gt_scene *scene, enum gt_lang lang)
{
    gt_districts seen = 0;
    bool *used = gt_scene_sources(scene);
    for (uint32_t d = 0; d < scene->graph->n_documents; d++)
        seen |= used[d] ? 1u << scene->graph->documents[d].district : 0;
    free(used);
    struct gt_buffer out = {0};
    for (int d = 0; d < GT_DISTRICTS; d++)
        if (seen & 1u << d)
            gt_buffer_format(&out, "%s%s", out.n ? gt_say(lang, ", ", "、") : "",
                             gt_district_words[d].title.in[lang]);
    gt_buffer_text(&out, out.n ? gt_say(lang, ": innovation ecosystem", "创新生态图谱")
                               : gt_say(lang, "Innovation ecosystem", "创新生态图谱"));
    return keep(scene, &out);
}

static const char *district_title(gt_districts district, enum gt_lang lang)
{
    for (int d = 0; d < GT_DISTRICTS; d++)
        if (district == 1u << d)
            return gt_district_words[d].title.in[lang];
    return "";
}

static const char *made_title(struct gt_scene *scene, enum gt_lang lang)
{
    const struct gt_map_options *options = scene->options;
    for (uint32_t i = 0; options->centre && i < scene->n_boxes; i++)
        if (options->centre[scene->boxes[i].node])
            return gt_arena_format(&scene->arena, gt_say(lang, "Around %s", "%s的周边关系"),
                                   gt_node_label(&scene->graph->nodes[scene->boxes[i].node], lang));
    if (!gt_scene_compares(options))
        return title_of_districts(scene, lang);
    return gt_arena_format(
        &scene->arena,
        gt_say(lang, "%s and %s: two innovation ecosystems", "%s与%s：两区创新生态对照"),
        district_title(options->left, lang), district_title(options->right, lang));
}

static const char *title_in(struct gt_scene *scene, enum gt_lang lang)
{
    const char *given = scene->options->title.in[lang];
    return given ? given : made_title(scene, lang);
}

const char *gt_caption_title(struct gt_scene *scene, enum gt_lang lang)
{
    enum gt_lang first = scene->options->lang;
    const char *title = title_in(scene, lang);
    return lang == first || strcmp(title, title_in(scene, first)) != 0 ? title : "";
}

/* --- subtitle ----------------------------------------------------------------------------------
 */

/* The years of the documents that state what is drawn: "2021–2025". */
static const char *years_of(struct gt_scene *scene, uint32_t *n)
{
    const struct gt_graph *graph = scene->graph;
    bool *used = gt_scene_sources(scene);
    const char *first = NULL, *last = NULL;
    *n = 0;
    for (uint32_t d = 0; d < graph->n_documents; d++) {
        const char *date = graph->documents[d].date;
        *n += used[d];
        if (!used[d] || !date || strlen(date) < 4)
            continue;
        first = !first || strcmp(date, first) < 0 ? date : first;
        last = !last || strcmp(date, last) > 0 ? date : last;
    }
    free(used);
    if (!first || !last)
        return "";
    if (strncmp(first, last, 4) == 0)
        return gt_arena_format(&scene->arena, "%.4s", first);
    return gt_arena_format(&scene->arena, "%.4s–%.4s", first, last);
}

/* Nodes that are drawn, each once. */
static uint32_t count_nodes(const struct gt_scene *scene)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < scene->n_boxes; i++)
        n += scene->boxes[i].twin == GT_NONE || scene->boxes[i].twin > i;
    return n;
}

/* What is in the selection, but not on the map. */
static void add_left_out(const struct gt_scene *scene, enum gt_lang lang, struct gt_buffer *out)
{
    if (scene->left_out)
        gt_buffer_format(
            out,
            gt_say(lang, " · %u ties between the two are not drawn", " · 未画两区之间的关系 %u 条"),
            scene->left_out);
    if (scene->quality.labelled < scene->n_boxes)
        gt_buffer_format(out,
                         gt_say(lang, " · the %u largest have labels", " · 最大的 %u 个有标签"),
                         scene->quality.labelled);
    if (scene->hidden_amounts)
        gt_buffer_format(out, gt_say(lang, " · %u amounts without room", " · %u 个金额无处标注"),
                         scene->hidden_amounts);
    if (scene->options->remarks.in[lang])
        gt_buffer_format(out, " · %s", scene->options->remarks.in[lang]);
}

const char *gt_caption_counts(struct gt_scene *scene, enum gt_lang lang)
{
    const struct gt_graph *graph = scene->graph;
    uint32_t documents;
    const char *years = years_of(scene, &documents);
    struct gt_buffer out = {0};
    gt_buffer_format(&out,
                     gt_say(lang, "%u of %u nodes · %u of %u ties", "节点 %u / %u · 关系 %u / %u"),
                     count_nodes(scene), graph->n_nodes, scene->n_ties, graph->n_edges);
    if (documents)
        gt_buffer_format(&out, gt_say(lang, " · %u replies", " · 答复 %u 份"), documents);
    if (*years)
        gt_buffer_format(&out, gt_say(lang, ", %s", "（%s）"), years);
    add_left_out(scene, lang, &out);
    return keep(scene, &out);
}

/* --- footer ------------------------------------------------------------------------------------
 */

const char *gt_caption_sources(struct gt_scene *scene)
{
    const struct gt_graph *graph = scene->graph;
    enum gt_lang lang = scene->options->lang;
    const struct gt_text lead = GT_TEXT("Sources", "来源");
    bool *used = gt_scene_sources(scene);
    struct gt_buffer out = {0};
    uint32_t n = 0;
    for (uint32_t d = 0; d < graph->n_documents; d++) {
        if (!used[d] || ++n > MOST_SOURCES)
            continue;
        if (out.n)
            gt_buffer_text(&out, gt_say(lang, "; ", "；"));
        else
            gt_buffer_format(&out, gt_say(lang, "%s: ", "%s："), gt_scene_say(scene, &lead));
        gt_buffer_text(&out, gt_cite_document(&graph->documents[d], &scene->arena));
    }
    free(used);
    if (n > MOST_SOURCES)
        gt_buffer_format(&out, gt_say(lang, " and %u more", "，另有 %u 份"), n - MOST_SOURCES);
    return keep(scene, &out);
}

const char *gt_caption_stamp(struct gt_scene *scene, enum gt_lang lang)
{
    const char *stamp = scene->options->stamp.in[lang];
    const struct gt_map_quality unknown = {.nodes = 99999,
                                           .lines = 99999,
                                           .labelled = 9999,
                                           .overlaps = 0,
                                           .crossings = 99999,
                                           .passes = 9999,
                                           .stress = 0.999,
                                           .spread = 0.999,
                                           .cover = 0.999,
                                           .ratio = 1.778,
                                           .score = 9.999};
    const struct gt_map_quality *quality = scene->quality.nodes ? &scene->quality : &unknown;
    return gt_arena_format(&scene->arena, "graphtool %s · %s %u · %s%s%s", GT_VERSION,
                           gt_say(lang, "seed", "种子"), scene->seed,
                           gt_quality_text(quality, lang, &scene->arena), stamp ? " · " : "",
                           stamp ? stamp : "");
}
