/* inset.c: a comparison's numbers as a small table in the upper right corner: nodes of each type in
 * one district only, in both, in the other only. */
#include "map/scene.h"

#include <math.h>
#include <string.h>

enum { ROWS = 3 };
static const double font_at_scale_1 = 8, row_pitch = 1.45, column = 2.6, em = 1000;
static const char group[] = "inset";

struct table {
    uint32_t count[ROWS][GT_NODE_TYPES], all[GT_NODE_TYPES], sum[ROWS];
    const char *name[ROWS];
    int types; /* present */
};

static int row_of(const struct gt_scene *scene, const struct gt_scene_box *box)
{
    if (gt_scene_doubles(scene->options))
        return box->twin != GT_NONE ? 1 : box->zone ? 2 : 0;
    return (int)box->zone;
}

static void count(struct gt_scene *scene, struct table *table)
{
    bool doubles = gt_scene_doubles(scene->options);
    *table = (struct table){.types = 0};
    for (uint32_t i = 0; i < scene->n_boxes; i++) {
        const struct gt_scene_box *box = &scene->boxes[i];
        int row = row_of(scene, box);
        if (box->twin != GT_NONE && box->twin < i)
            continue; /* counted with its twin */
        table->types += table->all[box->type]++ == 0;
        table->count[row][box->type]++;
        table->sum[row]++;
    }
    table->name[0] = scene->zones[0].title;
    const struct gt_text shared = GT_TEXT("Shared", "共有");
    table->name[1] = gt_scene_say(scene, &shared);
    table->name[2] = scene->zones[doubles ? 1 : 2].title;
}

static double widest_name(const struct table *table, double font)
{
    double widest = 0;
    for (int row = 0; row < ROWS; row++)
        widest = fmax(widest, gt_label_width(table->name[row]) * font / em);
    return widest + font;
}

static void put_number(struct gt_scene *scene, uint32_t number, struct gt_point at, double font)
{
    const char *text = number ? gt_arena_format(&scene->arena, "%u", number) : "–";
    gt_scene_add_text(scene, group, text, at, font, GT_ALIGN_RIGHT,
                      number ? scene->theme->ink : scene->theme->quiet);
}

static void put_table(struct gt_scene *scene, const struct table *table, struct gt_point corner,
                      double font)
{
    double x = corner.x + widest_name(table, font), pitch = font * row_pitch;
    for (int row = 0; row < ROWS; row++)
        gt_scene_add_text(scene, group, table->name[row],
                          (struct gt_point){corner.x, corner.y + pitch * (row + 1.5)}, font,
                          GT_ALIGN_LEFT, scene->theme->ink);
    for (int type = 0; type <= GT_NODE_TYPES; type++) {
        bool total = type == GT_NODE_TYPES;
        if (!total && !table->all[type])
            continue;
        x += font * column;
        struct gt_point head = {x, corner.y + pitch / 2};
        gt_scene_add_text(scene, group,
                          total ? gt_say(scene->options->lang, "all", "合计")
                                : scene->theme->node[type].sign.in[scene->options->lang],
                          head, font, GT_ALIGN_RIGHT,
                          total ? scene->theme->ink : scene->theme->node[type].colour);
        for (int row = 0; row < ROWS; row++)
            put_number(scene, total ? table->sum[row] : table->count[row][type],
                       (struct gt_point){x, corner.y + pitch * (row + 1.5)}, font);
    }
}

/* Right end of the texts above the field. */
static double end_of_titles(const struct gt_scene *scene)
{
    double end = 0;
    for (uint32_t i = 0; i < scene->n_items; i++)
        if (strcmp(scene->items[i].group, "title") == 0 ||
            strcmp(scene->items[i].group, "subtitle") == 0)
            end = fmax(end, scene->items[i].rect.right);
    return end;
}

void gt_inset_add(struct gt_scene *scene)
{
    struct table table;
    if (!gt_scene_compares(scene->options))
        return;
    count(scene, &table);
    double font = fmax(font_at_scale_1 * scene->scale, scene->least_font);
    double width = widest_name(&table, font) + (table.types + 1) * font * column;
    double left = scene->width * (1 - GT_MARGIN) - width, top = scene->width * GT_MARGIN;
    double bottom = top + font * row_pitch * (ROWS + 1);
    /* where the titles leave no room, the legend has the same numbers */
    if (left < end_of_titles(scene) + 2 * font || bottom > scene->zones[0].ground.top)
        return;
    put_table(scene, &table, (struct gt_point){left, top}, font);
}
