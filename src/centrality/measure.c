/* measure.c: the table of measures, finding one, and spreading its values to nodes. */
#include "centrality/measure.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"
#include "centrality/compute.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The words of measure.def. */
enum { OF_VERTICES = false, OF_EDGES = true };
enum { FIRST_LOW = false, FIRST_HIGH = true };

static const struct gt_measure measures[] = {
#define MEASURE(name_, of, first, use, title_en, title_zh, definition_en, definition_zh, source)   \
    {                                                                                              \
        .name = #name_,                                                                            \
        .of_edges = OF_##of,                                                                       \
        .descending = FIRST_##first,                                                               \
        .weight_use = GT_WEIGHT_##use,                                                             \
        .title = GT_TEXT(title_en, title_zh),                                                      \
        .definition = GT_TEXT(definition_en, definition_zh),                                       \
        .reference = (source),                                                                     \
        .compute = gt_compute_##name_,                                                             \
    },
#include "centrality/measure.def"
#undef MEASURE
};

enum { MEASURES = sizeof measures / sizeof *measures };

const struct gt_measure *gt_measures(size_t *n)
{
    *n = MEASURES;
    return measures;
}

/* --- names -------------------------------------------------------------------------------------
 */

static const struct alias {
    const char *measure, *name;
} aliases[] = {
#define MEASURE_ALIAS(measure_, name_) {#measure_, name_},
#include "centrality/measure_alias.def"
#undef MEASURE_ALIAS
};

enum { KEY_BYTES = 64 };

static void cut_ending(char *key, const char *ending)
{
    size_t n = strlen(key), m = strlen(ending);
    if (n > m && strcmp(key + n - m, ending) == 0)
        key[n - m] = '\0';
}

/* What counts of a name: "Betweenness-Centrality" is "betweenness". Longer names are cut, and so
 * are no measure's. */
static const char *name_key(const char *name, char key[KEY_BYTES])
{
    size_t n = 0;
    for (const char *p = name; *p && n + 1 < KEY_BYTES; p++)
        if (!strchr(" -_", *p))
            key[n++] = (char)(*p >= 'A' && *p <= 'Z' ? *p - 'A' + 'a' : *p);
    key[n] = '\0';
    cut_ending(key, "centrality");
    cut_ending(key, "score");
    cut_ending(key, "中心性");
    return key;
}

static bool same_name(const char *a, const char *b)
{
    char key_a[KEY_BYTES], key_b[KEY_BYTES];
    return strcmp(name_key(a, key_a), name_key(b, key_b)) == 0;
}

const struct gt_measure *gt_measure_find(const char *name)
{
    for (size_t i = 0; i < MEASURES; i++)
        if (same_name(measures[i].name, name) || same_name(measures[i].title.in[GT_EN], name) ||
            same_name(measures[i].title.in[GT_ZH], name))
            return &measures[i];
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
        if (same_name(aliases[i].name, name))
            return gt_measure_find(aliases[i].measure);
    return NULL;
}

const char *gt_measure_suggest(const char *name)
{
    const char *best = NULL;
    size_t n = gt_utf8_count(name);
    uint32_t nearest = 1 + (uint32_t)n / 3; /* farther is a guess */
    for (size_t i = 0; i < MEASURES; i++) {
        uint32_t distance = gt_text_distance(name, measures[i].name);
        bool begins = n >= 3 && strncmp(name, measures[i].name, strlen(name)) == 0;
        if (begins)
            return measures[i].name;
        if (distance < n && (distance < nearest || (distance == nearest && !best))) {
            best = measures[i].name;
            nearest = distance;
        }
    }
    return best;
}

bool gt_measure_named(const char *name, bool of_edges, const struct gt_measure **measure,
                      struct gt_error *err)
{
    struct gt_buffer known = {0};
    *measure = gt_measure_find(name);
    if (*measure && (*measure)->of_edges == of_edges)
        return true;
    if (*measure)
        return gt_fail(err, GT_USAGE,
                       of_edges ? "%s is a measure of nodes, not of ties"
                                : "%s is a measure of ties, not of nodes",
                       of_edges ? "%s 是节点的指标，不是关系的" : "%s 是关系的指标，不是节点的",
                       (*measure)->name);
    for (size_t i = 0; i < MEASURES; i++)
        if (measures[i].of_edges == of_edges)
            gt_buffer_format(&known, "%s%s", known.n ? ", " : "", measures[i].name);
    const char *near = gt_measure_suggest(name);
    if (near)
        gt_fail(err, GT_USAGE, "unknown measure \"%s\"; did you mean %s? (known: %s)",
                "未知指标“%s”；是否为 %s？（可选：%s）", name, near, known.bytes);
    else
        gt_fail(err, GT_USAGE, "unknown measure \"%s\"; known: %s", "未知指标“%s”；可选：%s", name,
                known.bytes);
    gt_buffer_fini(&known);
    return false;
}

bool gt_measure_column(const struct gt_measure *measure, const struct gt_view *view,
                       const struct gt_measure_options *options, double *column,
                       struct gt_error *err)
{
    if (measure->of_edges || !view->graph)
        return gt_fail(err, GT_BUG, "%s has no value for each node", "%s 没有逐节点的值",
                       measure->name);
    double *value = gt_xcalloc(view->n_vertices, sizeof *value);
    bool done = measure->compute(view, options, value, err);
    if (done) {
        for (uint32_t i = 0; i < view->graph->n_nodes; i++)
            column[i] = NAN;
        for (uint32_t v = 0; v < view->n_vertices; v++)
            column[view->node[v]] = value[v];
    }
    free(value);
    return done;
}
