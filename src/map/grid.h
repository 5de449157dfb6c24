/* grid.h: which things lie near a segment or a rectangle, without looking at all of them.
 *
 * How it works: the field is cut into equal cells; each cell lists the things (numbers) whose
 * segment or rectangle enters it. Two things that meet share a cell. What lies outside the field
 * counts to the cells at its border. */
#ifndef GT_MAP_GRID_H
#define GT_MAP_GRID_H

#include "map/geometry.h"

#include <stddef.h>
#include <stdint.h>

struct gt_grid_cell {
    uint32_t *item;
    size_t n, room;
};

struct gt_grid {
    struct gt_rect field;
    double cell_width, cell_height;
    uint32_t columns, rows;
    struct gt_grid_cell *cell;
    uint32_t *covered; /* cells of the thing that was covered last */
    uint32_t n_covered;
    uint32_t *seen, stamp; /* [n_items] so that a search finds each thing once */
    uint32_t *found, n_found;
};

/* A grid over a field for things 0 .. n_items - 1, with about as many cells. */
void gt_grid_init(struct gt_grid *grid, const struct gt_rect *field, uint32_t n_items);
void gt_grid_fini(struct gt_grid *grid);

/* Finds the cells that a segment, or a rectangle, enters: what the functions below work on. */
void gt_grid_cover_segment(struct gt_grid *grid, struct gt_point a, struct gt_point b);
void gt_grid_cover_rect(struct gt_grid *grid, const struct gt_rect *rect);

/* Adds a thing to, or takes it from, the covered cells. */
void gt_grid_add(struct gt_grid *grid, uint32_t item);
void gt_grid_remove(struct gt_grid *grid, uint32_t item);

/* The things in the covered cells, each once: grid->found[0 .. grid->n_found). */
void gt_grid_find(struct gt_grid *grid);

/* The same in the cells that another grid of the same field and number of things covered. */
void gt_grid_find_as(struct gt_grid *grid, const struct gt_grid *covered);

#endif
