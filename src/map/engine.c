/* engine.c: the plugins, and text measured by our own table.
 *
 * Graphviz measures a label with the fonts at hand, so the same graph is drawn differently on two
 * machines. The text layout plugin of this file answers from gt_label_width() with a fixed line
 * pitch. */
#include "map/engine.h"
#include "map/label.h"

#include "base/memory.h"
#include "base/strmap.h"

#include <graphviz/gvplugin.h>
#include <graphviz/gvplugin_textlayout.h>
#include <stdlib.h>

extern gvplugin_library_t gvplugin_core_LTX_library;
extern gvplugin_library_t gvplugin_neato_layout_LTX_library;

static const double line_pitch = 1.25, em = 1000;
/* How far a line is lowered, in ems, so that Chinese characters, not Latin small letters, stand in
 * the middle of their box. */
static const double lowered = 0.02;

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

/* The tables below are never changed; Graphviz's types know no const. */
static gvtextlayout_engine_t table_engine = {.textlayout = measure};

enum { QUALITY = 100 }; /* above that of every other engine */

static gvplugin_installed_t table_types[] = {
    {0, "textlayout", QUALITY, &table_engine, NULL},
    {0, NULL, 0, NULL, NULL},
};
static gvplugin_api_t table_apis[] = {{API_textlayout, table_types}, {(api_t)0, NULL}};
static char library_name[] = "graphtool";
static gvplugin_library_t table_library = {library_name, table_apis};

GVC_t *gt_engine_new(void)
{
    lt_symlist_t plugins[] = {
        {"gvplugin_core_LTX_library", &gvplugin_core_LTX_library},
        {"gvplugin_neato_layout_LTX_library", &gvplugin_neato_layout_LTX_library},
        {"gvplugin_graphtool_LTX_library", &table_library},
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

/* Names of objects and their numbers. Graphviz's own numbers are addresses, by which it orders the
 * parts of a graph: the same graph would be written in another order each time. */
struct names {
    Agraph_t *graph;                     /* keeps the texts until it is closed */
    struct gt_strmap number[AGEDGE + 1]; /* by kind of object */
    char **name;                         /* [n]; null for what has none */
    size_t n, room;
};

static void *open_names(Agraph_t *graph, Agdisc_t *discipline)
{
    (void)discipline;
    struct names *names = gt_xcalloc(1, sizeof *names);
    names->graph = graph;
    return names;
}

static long map_name(void *state, int kind, char *name, IDTYPE *id, int create)
{
    struct names *names = state;
    struct gt_strmap *numbers = &names->number[kind == AGINEDGE ? AGEDGE : kind];
    uint32_t known = name ? gt_strmap_get(numbers, name) : GT_NONE;
    *id = known;
    if (known != GT_NONE)
        return 1;
    if (!create)
        return 0;
    names->name = gt_xgrow(names->name, names->n, &names->room, sizeof *names->name);
    char *kept =
        name ? agstrdup(names->graph, name) : NULL; /* cgraph looks in front of its texts */
    if (kept)
        gt_strmap_put(numbers, kept, (uint32_t)names->n);
    *id = names->n;
    names->name[names->n++] = kept;
    return 1;
}

static long take_number(void *state, int kind, IDTYPE id)
{
    (void)state, (void)kind, (void)id;
    return 0; /* nobody asks for a number of their choice */
}

static void forget_number(void *state, int kind, IDTYPE id)
{
    (void)state, (void)kind, (void)id;
}

static char *name_of(void *state, int kind, IDTYPE id)
{
    const struct names *names = state;
    (void)kind;
    return id < names->n ? names->name[id] : NULL;
}

static void close_names(void *state)
{
    struct names *names = state;
    for (int kind = 0; kind <= AGEDGE; kind++)
        gt_strmap_fini(&names->number[kind]);
    free(names->name);
    free(names);
}

static void register_object(void *state, int kind, void *object)
{
    (void)state, (void)kind, (void)object;
}

static Agiddisc_t numbers_in_turn = {.open = open_names,
                                     .map = map_name,
                                     .alloc = take_number,
                                     .free = forget_number,
                                     .print = name_of,
                                     .close = close_names,
                                     .idregister = register_object};
static Agdisc_t discipline = {.id = &numbers_in_turn};

Agraph_t *gt_engine_graph(const char *name, bool undirected)
{
    return agopen(borrow(name), undirected ? Agundirected : Agdirected, &discipline);
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
