/* engine.c: the plugins, and text measured by our own table.
 *
 * Graphviz measures a label with the fonts at hand, so the same graph is drawn differently on two
 * machines. The text layout plugin of this file answers from gt_label_width() with a fixed line
 * pitch. For PDF and PNG it first asks pango, whose drawing is needed there, and then corrects the
 * height: CJK faces have lines half again as high as their signs, which would tear labels apart. */
#include "map/engine.h"
#include "map/label.h"

#include <graphviz/gvplugin.h>
#include <graphviz/gvplugin_textlayout.h>

extern gvplugin_library_t gvplugin_core_LTX_library;
extern gvplugin_library_t gvplugin_neato_layout_LTX_library;
extern gvplugin_library_t gvplugin_pango_LTX_library;

static const double line_pitch = 1.25, em = 1000;
/* How far a line is lowered, in ems, so that Chinese characters, not Latin small letters, stand in
 * the middle of their box; and what pango's lines are higher than SVG's. */
static const double lowered = 0.02, pango_line = 0.17;

static boolean measure(textspan_t *span, char **path)
{
    double size = span->font->size;
    (void)path; /* null unless Graphviz is asked to be chatty */
    span->layout = NULL;
    span->free_layout = NULL;
    span->size.x = gt_label_width(span->str) * size / em;
    span->size.y = size * line_pitch;
    span->yoffset_layout = 0;
    span->yoffset_centerline = -lowered * size;
    return 1;
}

/* Pango's own engine, found in its plugin's table. */
static const gvtextlayout_engine_t *pango_engine(void)
{
    for (const gvplugin_api_t *api = gvplugin_pango_LTX_library.apis; api->types; api++)
        if (api->api == API_textlayout)
            return api->types->engine;
    return NULL;
}

static boolean measure_by_pango(textspan_t *span, char **path)
{
    const gvtextlayout_engine_t *engine = pango_engine();
    if (!engine || !engine->textlayout(span, path))
        return measure(span, path);
    span->size.x = gt_label_width(span->str) * span->font->size / em;
    span->size.y = span->font->size * line_pitch;
    span->yoffset_layout -= (pango_line + lowered) * span->font->size;
    return 1;
}

/* The tables below are never changed; Graphviz's types know no const. */
static gvtextlayout_engine_t table_engine = {.textlayout = measure};
static gvtextlayout_engine_t pango_table_engine = {.textlayout = measure_by_pango};

/* Quality above that of pango's own engine, so that ours is taken. */
enum { QUALITY = 100 };

static gvplugin_installed_t table_types[] = {
    {0, "textlayout", QUALITY, &table_engine, NULL},
    {0, NULL, 0, NULL, NULL},
};
static gvplugin_installed_t pango_table_types[] = {
    {0, "textlayout", QUALITY, &pango_table_engine, NULL},
    {0, NULL, 0, NULL, NULL},
};
static gvplugin_api_t table_apis[] = {{API_textlayout, table_types}, {(api_t)0, NULL}};
static gvplugin_api_t pango_table_apis[] = {{API_textlayout, pango_table_types}, {(api_t)0, NULL}};
static char library_name[] = "graphtool";
static gvplugin_library_t table_library = {library_name, table_apis};
static gvplugin_library_t pango_table_library = {library_name, pango_table_apis};

GVC_t *gt_engine_new(bool drawing)
{
    lt_symlist_t plugins[] = {
        {"gvplugin_core_LTX_library", &gvplugin_core_LTX_library},
        {"gvplugin_neato_layout_LTX_library", &gvplugin_neato_layout_LTX_library},
        {"gvplugin_graphtool_LTX_library", drawing ? &pango_table_library : &table_library},
        {drawing ? "gvplugin_pango_LTX_library" : NULL,
         drawing ? &gvplugin_pango_LTX_library : NULL},
        {NULL, NULL},
    };
    return gvContextPlugins(plugins, 0);
}

/* cgraph takes texts that it does not change as char *. */
static char *borrow(const char *text)
{
    union {
        const char *in;
        char *out;
    } u = {.in = text};
    return u.out;
}

Agraph_t *gt_engine_graph(const char *name, bool undirected)
{
    return agopen(borrow(name), undirected ? Agundirected : Agdirected, NULL);
}

Agnode_t *gt_engine_node(Agraph_t *graph, const char *name)
{
    return agnode(graph, borrow(name), 1);
}

Agraph_t *gt_engine_part(Agraph_t *graph, const char *name)
{
    return agsubg(graph, borrow(name), 1);
}

void gt_engine_set(Agraph_t *graph, int kind, const char *name, const char *value)
{
    agattr(graph, kind, borrow(name), borrow(value));
}

void gt_engine_put(void *object, const char *name, const char *value)
{
    agsafeset(object, borrow(name), borrow(value), borrow(""));
}
