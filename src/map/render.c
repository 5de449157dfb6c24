/* render.c: a scene's graph as bytes of a format, by gvc in a child process. */
#include "map/draw.h"
#include "map/engine.h"

#include "base/jail.h"

#include <string.h>

static const struct {
    const char *name, *engine;
    bool drawing;
} formats[GT_MAP_FORMATS] = {
#define MAP_FORMAT(name_, engine_, drawing_)                                                       \
    [GT_MAP_##name_] = {.name = #name_, .engine = (engine_), .drawing = (drawing_)},
#include "map/format.def"
#undef MAP_FORMAT
};

enum gt_map_format gt_map_format_find(const char *name)
{
    const char *dot = strrchr(name, '.');
    for (int i = 0; i < GT_MAP_FORMATS; i++)
        if (strcmp(formats[i].name, dot ? dot + 1 : name) == 0)
            return (enum gt_map_format)i;
    return GT_MAP_FORMATS;
}

const char *gt_map_format_name(enum gt_map_format format)
{
    return formats[format].name;
}

/* The date of the newest document as digits and zeros: "20250102". */
static void newest_date(const struct gt_scene *scene, char digits[9])
{
    const char *newest = "";
    for (uint32_t d = 0; d < scene->graph->n_documents; d++) {
        const char *date = scene->graph->documents[d].date;
        if (date && strcmp(date, newest) > 0)
            newest = date;
    }
    memcpy(digits, "19700101", 9);
    for (int n = 0; *newest && n < 8; newest++)
        if (*newest >= '0' && *newest <= '9')
            digits[n++] = *newest;
}

/* A PDF file carries the time of its making, which the same input must not change: cairo's
 * "/CreationDate (D:20260102030405..." becomes the newest document's date, in the same place, so
 * that the file's table of offsets stays right. */
static void settle_date(const struct gt_scene *scene, struct gt_buffer *pdf)
{
    static const char key[] = "/CreationDate (D:";
    size_t length = sizeof key - 1, day = 8, time = 6;
    char digits[9];
    newest_date(scene, digits);
    for (size_t i = 0; i + length + day + time < pdf->n; i++) {
        char *at = pdf->bytes + i;
        if (memcmp(at, key, length) != 0)
            continue;
        memcpy(at + length, digits, day);
        memset(at + length + day, '0', time);
    }
}

/* The child's work. */
static bool render(void *context, struct gt_buffer *out, struct gt_error *err)
{
    const struct gt_scene *scene = context;
    enum gt_map_format format = scene->options->format;
    GVC_t *engine = gt_engine_new(formats[format].drawing);
    Agraph_t *graph = gt_scene_graph(scene);
    char *bytes = NULL;
    unsigned n = 0;
    bool done = gvLayout(engine, graph, "nop2") == 0 &&
                gvRenderData(engine, graph, formats[format].engine, &bytes, &n) == 0;
    if (done)
        gt_buffer_add(out, bytes, n);
    else
        gt_fail(err, GT_BUG, "Graphviz could not write %s", "Graphviz 无法写出 %s",
                formats[format].name);
    gvFreeRenderData(bytes);
    gvFreeLayout(engine, graph);
    agclose(graph);
    gvFreeContext(engine);
    return done;
}

bool gt_scene_draw(const struct gt_scene *scene, struct gt_buffer *out, struct gt_error *err)
{
    struct gt_jail jail = {.what_en = "drawing", .what_zh = "绘图", .seconds = 60};
    union {
        const struct gt_scene *in;
        void *out;
    } context = {.in = scene};
    struct gt_buffer bytes = {0};
    bool done = gt_jail_run(&jail, render, context.out, &bytes, err);
    if (done && scene->options->format == GT_MAP_pdf)
        settle_date(scene, &bytes);
    if (done && scene->options->format == GT_MAP_svg)
        gt_svg_finish(scene, gt_buffer_string(&bytes), out);
    else if (done)
        gt_buffer_add(out, bytes.bytes, bytes.n);
    gt_buffer_fini(&bytes);
    return done;
}
