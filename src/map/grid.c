/* grid.c: see grid.h. A segment is followed column by column; in each it enters the rows between
 * the heights at which it comes in and goes out. */
#include "map/grid.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

enum { CELLS_LEAST = 16, CELLS_MOST = 1 << 16 };
static const double hair = 1e-6; /* a segment that ends on a border is in both cells */

void gt_grid_init(struct gt_grid *grid, const struct gt_rect *field, uint32_t n_items)
{
    double width = fmax(gt_rect_width(field), 1), height = fmax(gt_rect_height(field), 1);
    double cells = fmin(fmax(n_items * 1.0, CELLS_LEAST), CELLS_MOST);
    double side = sqrt(width * height / cells);
    *grid = (struct gt_grid){.field = *field,
                             .columns = (uint32_t)fmin(ceil(width / side), CELLS_MOST),
                             .rows = (uint32_t)fmin(ceil(height / side), CELLS_MOST)};
    grid->cell_width = width / grid->columns;
    grid->cell_height = height / grid->rows;
    size_t n = (size_t)grid->columns * grid->rows;
    grid->cell = gt_xcalloc(n, sizeof *grid->cell);
    grid->covered = gt_xcalloc(n, sizeof *grid->covered);
    grid->seen = gt_xcalloc((size_t)n_items + 1, sizeof *grid->seen);
    grid->found = gt_xcalloc((size_t)n_items + 1, sizeof *grid->found);
}

void gt_grid_fini(struct gt_grid *grid)
{
    for (size_t i = 0; grid->cell && i < (size_t)grid->columns * grid->rows; i++)
        free(grid->cell[i].item);
    free(grid->cell);
    free(grid->covered);
    free(grid->seen);
    free(grid->found);
    *grid = (struct gt_grid){0};
}

static inline uint32_t step_of(double value, double low, double step, uint32_t n)
{
    double at = (value - low) / step;
    return at <= 0 ? 0 : at >= n ? n - 1 : (uint32_t)at;
}

static uint32_t column_of(const struct gt_grid *grid, double x)
{
    return step_of(x, grid->field.left, grid->cell_width, grid->columns);
}

static inline void cover_column(struct gt_grid *grid, uint32_t column, double top, double bottom)
{
    uint32_t from = step_of(top - hair, grid->field.top, grid->cell_height, grid->rows);
    uint32_t to = step_of(bottom + hair, grid->field.top, grid->cell_height, grid->rows);
    for (uint32_t row = from; row <= to; row++)
        grid->covered[grid->n_covered++] = row * grid->columns + column;
}

void gt_grid_cover_segment(struct gt_grid *grid, struct gt_point a, struct gt_point b)
{
    struct gt_point left = a.x <= b.x ? a : b, right = a.x <= b.x ? b : a;
    uint32_t from = column_of(grid, left.x - hair), to = column_of(grid, right.x + hair);
    double slope = right.x - left.x > hair ? (right.y - left.y) / (right.x - left.x) : 0;
    grid->n_covered = 0;
    for (uint32_t column = from; column <= to; column++) {
        double in = column == from ? left.x : grid->field.left + column * grid->cell_width;
        double out = column == to ? right.x : grid->field.left + (column + 1) * grid->cell_width;
        double y = column == from ? left.y : left.y + (in - left.x) * slope;
        double end = column == to ? right.y : left.y + (out - left.x) * slope;
        cover_column(grid, column, fmin(y, end), fmax(y, end));
    }
}

void gt_grid_cover_rect(struct gt_grid *grid, const struct gt_rect *rect)
{
    uint32_t from = column_of(grid, rect->left - hair), to = column_of(grid, rect->right + hair);
    grid->n_covered = 0;
    for (uint32_t column = from; column <= to; column++)
        cover_column(grid, column, rect->top, rect->bottom);
}

void gt_grid_add(struct gt_grid *grid, uint32_t item)
{
    for (uint32_t i = 0; i < grid->n_covered; i++) {
        struct gt_grid_cell *cell = &grid->cell[grid->covered[i]];
        cell->item = gt_xgrow(cell->item, cell->n, &cell->room, sizeof *cell->item);
        cell->item[cell->n++] = item;
    }
}

void gt_grid_remove(struct gt_grid *grid, uint32_t item)
{
    for (uint32_t i = 0; i < grid->n_covered; i++) {
        struct gt_grid_cell *cell = &grid->cell[grid->covered[i]];
        for (size_t k = 0; k < cell->n; k++)
            if (cell->item[k] == item) {
                cell->item[k] = cell->item[--cell->n];
                break;
            }
    }
}

void gt_grid_find(struct gt_grid *grid)
{
    gt_grid_find_as(grid, grid);
}

void gt_grid_find_as(struct gt_grid *grid, const struct gt_grid *covered)
{
    uint32_t *seen = grid->seen, *found = grid->found, n = 0;
    uint32_t stamp = ++grid->stamp; /* 2^32 searches are more than any map's budget */
    for (uint32_t i = 0; i < covered->n_covered; i++) {
        const struct gt_grid_cell *cell = &grid->cell[covered->covered[i]];
        const uint32_t *item = cell->item, *end = item + cell->n;
        for (; item < end; item++) {
            if (seen[*item] == stamp)
                continue;
            seen[*item] = stamp;
            found[n++] = *item;
        }
    }
    grid->n_found = n;
}
