/* ground.c: the ground of each box says its district, where a map has several. */
#include "map/scene.h"

#include <string.h>

static int count_districts(gt_districts districts)
{
    int n = 0;
    for (int d = 0; d < GT_DISTRICTS; d++)
        n += (districts & 1u << d) != 0;
    return n;
}

/* Gives the tints to the districts with most boxes of their own, in the order of the vocabulary; a
 * map of one district needs none. */
static void choose_tints(struct gt_scene *scene)
{
    uint32_t boxes[GT_DISTRICTS] = {0};
    bool chosen[GT_DISTRICTS] = {0};
    int present = 0;
    for (uint32_t i = 0; i < scene->n_boxes; i++)
        for (int d = 0; d < GT_DISTRICTS; d++)
            boxes[d] += scene->boxes[i].districts == 1u << d;
    for (int d = 0; d < GT_DISTRICTS; d++)
        present += boxes[d] > 0;
    for (int n = 0; present > 1 && n < GT_TINTS && n < present; n++) {
        int best = -1;
        for (int d = 0; d < GT_DISTRICTS; d++)
            if (!chosen[d] && boxes[d] && (best < 0 || boxes[d] > boxes[best]))
                best = d;
        if (best >= 0)
            chosen[best] = true;
    }
    for (int d = 0; d < GT_DISTRICTS; d++)
        scene->tint[d] = chosen[d] ? scene->n_tints++ : -1;
}

void gt_scene_tint(struct gt_scene *scene)
{
    const struct gt_theme *theme = scene->theme;
    scene->n_tints = 0;
    memset(scene->tint, -1, sizeof scene->tint);
    if (scene->n_zones == 1)
        choose_tints(scene);
    for (uint32_t i = 0; i < scene->n_boxes; i++) {
        struct gt_scene_box *box = &scene->boxes[i];
        box->ground = GT_GROUND_PLAIN;
        box->fill = theme->box;
        if (scene->n_tints && count_districts(box->districts) > 1) {
            box->ground = GT_GROUND_SHARED;
            box->fill = theme->shared;
        }
        for (int d = 0; d < GT_DISTRICTS; d++)
            if (box->districts == 1u << d && scene->tint[d] >= 0) {
                box->ground = scene->tint[d];
                box->fill = theme->tint[scene->tint[d]];
            }
    }
}
