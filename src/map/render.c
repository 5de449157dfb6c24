/* render.c: a scene as bytes of the format that was asked for. */
#include "map/draw.h"

#include "base/jail.h"

#include <string.h>
#include <strings.h>

static const struct {
    const char *name;
    bool jailed;
    bool (*write)(const struct gt_scene *scene, struct gt_buffer *out, struct gt_buffer *missing,
                  struct gt_error *err);
} formats[GT_MAP_FORMATS] = {
#define MAP_FORMAT(name_, jailed_, write_)                                                         \
    [GT_MAP_##name_] = {.name = #name_, .jailed = (jailed_), .write = (write_)},
#include "map/format.def"
#undef MAP_FORMAT
};

enum gt_map_format gt_map_format_find(const char *name)
{
    for (int i = 0; i < GT_MAP_FORMATS; i++)
        if (strcasecmp(formats[i].name, name) == 0)
            return (enum gt_map_format)i;
    return GT_MAP_FORMATS;
}

enum gt_map_format gt_map_format_of_file(const char *path)
{
    const char *slash = strrchr(path, '/'), *dot = strrchr(slash ? slash : path, '.');
    return dot ? gt_map_format_find(dot + 1) : GT_MAP_FORMATS;
}

const char *gt_map_format_name(enum gt_map_format format)
{
    return formats[format].name;
}

/* The child's work. Its answer is the picture, what is missing, and the length of that. */
static bool write_in_jail(void *context, struct gt_buffer *out, struct gt_error *err)
{
    const struct gt_scene *scene = context;
    struct gt_buffer missing = {0};
    bool done = formats[scene->format].write(scene, out, &missing, err);
    const size_t n = missing.n;
    gt_buffer_add(out, gt_buffer_string(&missing), n);
    gt_buffer_add(out, &n, sizeof n);
    gt_buffer_fini(&missing);
    return done;
}

/* Takes a child's answer apart; false when it is none. */
static bool take_answer(const struct gt_buffer *answer, struct gt_buffer *out,
                        struct gt_buffer *missing)
{
    size_t n;
    if (answer->n < sizeof n)
        return false;
    size_t rest = answer->n - sizeof n;
    memcpy(&n, answer->bytes + rest, sizeof n);
    if (n > rest)
        return false;
    gt_buffer_add(out, answer->bytes, rest - n);
    gt_buffer_add(missing, answer->bytes + rest - n, n);
    return true;
}

bool gt_scene_draw(const struct gt_scene *scene, struct gt_buffer *out, struct gt_buffer *missing,
                   struct gt_error *err)
{
    struct gt_jail jail = {.what_en = "drawing", .what_zh = "绘图", .seconds = 60};
    struct gt_buffer answer = {0};
    union {
        const struct gt_scene *in;
        void *out;
    } context = {.in = scene};
    if (!formats[scene->format].jailed)
        return formats[scene->format].write(scene, out, missing, err);
    bool done = gt_jail_run(&jail, write_in_jail, context.out, &answer, err);
    if (done && !take_answer(&answer, out, missing))
        done = gt_fail(err, GT_BUG, "drawing gave no whole picture", "绘图没有给出完整的图");
    gt_buffer_fini(&answer);
    return done;
}
