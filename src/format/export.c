/* export.c: the table of formats. */
#include "format/export.h"

#include "base/text.h"

#include <math.h>
#include <string.h>

static const struct gt_export_format formats[] = {
#define EXPORT_FORMAT(name_, suffix_, writer, en, zh)                                              \
    {.name = (name_), .suffix = (suffix_), .title = GT_TEXT(en, zh), .write = (writer)},
#include "format/export_format.def"
#undef EXPORT_FORMAT
};

const struct gt_export_format *gt_export_formats(size_t *n)
{
    *n = sizeof formats / sizeof *formats;
    return formats;
}

const struct gt_export_format *gt_export_format_find(const char *name)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strcmp(formats[i].name, name) == 0)
            return &formats[i];
    return NULL;
}

const char *gt_export_format_suggest(const char *name)
{
    const char *best = NULL;
    uint32_t least = UINT32_MAX;
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        uint32_t distance = gt_text_distance(formats[i].name, name);
        if (distance < least && distance <= 1 + strlen(formats[i].name) / 3) {
            least = distance;
            best = formats[i].name;
        }
    }
    return best;
}

bool gt_export_position(const struct gt_export *export, uint32_t node, double *x, double *y)
{
    const double *across = export->x ? export->x : gt_graph_column(export->graph, "x");
    const double *down = export->y ? export->y : gt_graph_column(export->graph, "y");
    if (!across || !down || !isfinite(across[node]) || !isfinite(down[node]))
        return false;
    *x = across[node];
    *y = down[node];
    return true;
}
