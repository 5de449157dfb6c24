/* scene_zone.c: the parts of the field, and which box stands in which. */
#include "map/scene_make.h"

#include <stdlib.h>

enum zone { ZONE_LEFT, ZONE_SHARED, ZONE_RIGHT, ZONES };

static int only_district(gt_districts districts)
{
    for (int d = 0; d < GT_DISTRICTS; d++)
        if (districts & 1u << d)
            return d;
    return 0;
}

static struct gt_scene_zone make_zone(struct gt_scene *scene, const struct gt_text *title,
                                      const char *id, const char *fill)
{
    return (struct gt_scene_zone){
        .title = gt_label_clean(gt_scene_say(scene, title), false, &scene->arena),
        .name = gt_label_clean(title->in[scene->options->lang], false, &scene->arena),
        .id = id,
        .fill = fill,
    };
}

static void add_groups(struct gt_scene *scene)
{
    const struct gt_map_options *options = scene->options;
    for (uint32_t i = 0; i < options->n_groups; i++)
        scene->zones[i] = make_zone(scene, &options->group_name[i],
                                    gt_arena_format(&scene->arena, "group-%u", i + 1),
                                    scene->theme->tint[i % GT_TINTS]);
}

void gt_scene_add_zones(struct gt_scene *scene)
{
    const struct gt_map_options *options = scene->options;
    const struct gt_theme *theme = scene->theme;
    const struct gt_text shared = GT_TEXT("Shared", "共有");
    bool doubles = gt_scene_doubles(options);
    scene->n_zones = doubles                      ? GT_PICTURES
                     : gt_scene_compares(options) ? ZONES
                     : options->group             ? options->n_groups
                                                  : 1;
    scene->zones = gt_arena_array(&scene->arena, scene->n_zones, sizeof *scene->zones);
    if (options->group)
        add_groups(scene);
    if (!gt_scene_compares(options))
        return;
    const struct gt_word *left = &gt_district_words[only_district(options->left)];
    const struct gt_word *right = &gt_district_words[only_district(options->right)];
    scene->zones[ZONE_LEFT] = make_zone(scene, &left->title, left->name, theme->zone[0]);
    scene->zones[doubles ? 1 : ZONE_RIGHT] =
        make_zone(scene, &right->title, right->name, theme->zone[2]);
    if (!doubles)
        scene->zones[ZONE_SHARED] = make_zone(scene, &shared, "shared", theme->zone[1]);
}

/* The zone of a node in a comparison, ZONES when it is of neither district. A district's own place
 * and agencies are never shared: they stand with the district that they name. */
static uint32_t zone_of(const struct gt_map_options *options, const struct gt_node *node,
                        gt_districts districts)
{
    if (gt_node_is_district_own(node) && (node->districts & (options->left | options->right)))
        districts = node->districts;
    bool left = districts & options->left, right = districts & options->right;
    if (left && right)
        return ZONE_SHARED;
    return left ? ZONE_LEFT : right ? ZONE_RIGHT : ZONES;
}

static struct gt_scene_box *add_box(struct gt_scene *scene, uint32_t number, uint32_t zone)
{
    const struct gt_map_options *options = scene->options;
    const struct gt_node *node = &scene->graph->nodes[number];
    struct gt_scene_box *box = &scene->boxes[scene->n_boxes++];
    *box = (struct gt_scene_box){
        .node = number,
        .zone = zone,
        .type = node->type,
        .twin = GT_NONE,
        .id = node->id,
        .heavy = options->centre && options->centre[number],
        .change =
            options->node_change ? (enum gt_change)options->node_change[number] : GT_CHANGE_KEPT,
    };
    scene->zones[zone].n_boxes++;
    return box;
}

/* Boxes of a node by its zone in the comparison; two, when pictures of both districts have it. */
static void add_compared(struct gt_scene *scene, uint32_t number, uint32_t zone, uint32_t *box_of)
{
    bool shared = zone == ZONE_SHARED, doubles = gt_scene_doubles(scene->options);
    uint32_t n_nodes = scene->graph->n_nodes;
    if (!doubles) {
        add_box(scene, number, zone)->heavy |= shared;
        box_of[number] = scene->n_boxes - 1;
        return;
    }
    for (uint32_t picture = 0; picture < GT_PICTURES; picture++) {
        if (!shared && picture != (zone == ZONE_LEFT ? 0 : 1))
            continue;
        struct gt_scene_box *box = add_box(scene, number, picture);
        box->heavy |= shared;
        box_of[picture * n_nodes + number] = scene->n_boxes - 1;
        if (shared && picture) {
            box->twin = scene->n_boxes - 2;
            box->id = gt_arena_format(&scene->arena, "%s-%s", box->id, scene->zones[1].id);
            scene->boxes[box->twin].twin = scene->n_boxes - 1;
        }
    }
}

void gt_scene_add_boxes(struct gt_scene *scene, const struct gt_selected *selected,
                        uint32_t *box_of)
{
    const struct gt_graph *graph = scene->graph;
    const struct gt_map_options *options = scene->options;
    gt_districts *districts = gt_district_of_nodes(graph, options->by);
    scene->boxes = gt_arena_array(&scene->arena, (size_t)selected->n_nodes * GT_PICTURES,
                                  sizeof *scene->boxes);
    for (uint32_t i = 0; i < graph->n_nodes; i++) {
        uint32_t before = scene->n_boxes;
        if (!selected->node[i])
            continue;
        if (gt_scene_compares(options)) {
            uint32_t zone = zone_of(options, &graph->nodes[i], districts[i]);
            if (zone != ZONES)
                add_compared(scene, i, zone, box_of);
        } else {
            add_box(scene, i, options->group ? options->group[i] : 0);
            box_of[i] = before;
        }
        for (uint32_t k = before; k < scene->n_boxes; k++)
            scene->boxes[k].districts = districts[i];
    }
    free(districts);
}
