/* ground.c: the ground of each box says its district, where a map has several; neighbouring groups
 * have grounds of their own. */
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

/* True when the grounds of two zones lie side by side, or corner to corner. */
static bool are_neighbours(const struct gt_scene_zone *a, const struct gt_scene_zone *b)
{
    static const double apart = 4;
    struct gt_rect near = gt_rect_grow(&a->ground, apart);
    return gt_rects_overlap(&near, &b->ground);
}

void gt_scene_tint_groups(struct gt_scene *scene)
{
    const struct gt_theme *theme = scene->theme;
    uint32_t used[GT_TINTS] = {0};
    for (uint32_t z = 0; scene->options->group && z < scene->n_zones; z++) {
        bool taken[GT_TINTS] = {0};
        int best = -1;
        for (uint32_t before = 0; before < z; before++)
            for (int t = 0; t < GT_TINTS; t++)
                taken[t] |= scene->zones[before].fill == theme->tint[t] &&
                            are_neighbours(&scene->zones[z], &scene->zones[before]);
        for (int t = 0; t < GT_TINTS; t++)
            if (!taken[t] && (best < 0 || used[t] < used[best]))
                best = t;
        best = best < 0 ? (int)(z % GT_TINTS) : best;
        scene->zones[z].fill = theme->tint[best];
        used[best]++;
    }
}
