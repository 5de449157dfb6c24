/* cmd_extract.c: `graphtool extract`: from replies to drafts of the graph. */
#include "cli/commands.h"
#include "extract/extract.h"
#include "format/export.h"

#include <string.h>

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

bool gt_cmd_extract(struct gt_run *run, struct gt_error *err)
{
    struct gt_extractor extractor;
    struct gt_folded *folded = NULL;
    struct gt_metadata metadata;
    const char *known = run->args.value[GT_OPTION_known];
    bool done = true;
    if (known && strcmp(known, "none") != 0) {
        const char *const paths[] = {known};
        if (!gt_load(paths, 1, &run->load, err))
            return false;
        run->graph = run->load.graph;
    }
    done = gt_extractor_init(&extractor, run->graph, run->args.value[GT_OPTION_rules], err) &&
           gt_folded_read(run->args.operand[0], &folded, err);
    if (done) {
        gt_metadata_read(folded, run->args.operand[0], &run->arena, &metadata);
        struct gt_graph *graph = gt_graph_new();
        done = gt_extract(&extractor, folded, &metadata, base_name(run->args.operand[0]), graph, err);
        struct gt_export export = {.graph = graph, .lang = run->lang};
        if (done)
            gt_export_graph_json(&export, &run->out);
        gt_graph_free(graph);
    }
    gt_folded_free(folded);
    gt_extractor_fini(&extractor);
    return done;
}
