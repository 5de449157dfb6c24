/* render.c: a scene as bytes of the format that was asked for. */
#include "map/draw.h"

#include "base/jail.h"

#include <string.h>

static const struct {
    const char *name;
    bool jailed;
    bool (*write)(const struct gt_scene *scene, struct gt_buffer *out, struct gt_error *err);
} formats[GT_MAP_FORMATS] = {
#define MAP_FORMAT(name_, jailed_, write_)                                                         \
    [GT_MAP_##name_] = {.name = #name_, .jailed = (jailed_), .write = (write_)},
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

/* The child's work. */
static bool write_in_jail(void *context, struct gt_buffer *out, struct gt_error *err)
{
    const struct gt_scene *scene = context;
    return formats[scene->format].write(scene, out, err);
}

bool gt_scene_draw(const struct gt_scene *scene, struct gt_buffer *out, struct gt_error *err)
{
    struct gt_jail jail = {.what_en = "drawing", .what_zh = "绘图", .seconds = 60};
    union {
        const struct gt_scene *in;
        void *out;
    } context = {.in = scene};
    if (!formats[scene->format].jailed)
        return formats[scene->format].write(scene, out, err);
    return gt_jail_run(&jail, write_in_jail, context.out, out, err);
}
