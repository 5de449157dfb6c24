/* stamp.c: what every artefact says of how it was made. */
#include "graph/stamp.h"

static void write_inputs(const struct gt_stamp *stamp, struct gt_json *json)
{
    gt_json_array_begin(json);
    for (uint32_t i = 0; i < stamp->n_inputs; i++) {
        gt_json_object_begin(json);
        gt_json_key(json, "file");
        gt_json_text(json, stamp->inputs[i].file);
        gt_json_key(json, "sha256");
        gt_json_text(json, stamp->inputs[i].sha256);
        gt_json_object_end(json);
    }
    gt_json_array_end(json);
}

static void write_view(const struct gt_stamp *stamp, struct gt_json *json)
{
    gt_json_object_begin(json);
    if (stamp->view)
        gt_view_describe(stamp->view, json);
    else if (stamp->selection)
        gt_selection_describe(stamp->graph, stamp->selection, json);
    gt_json_object_end(json);
}

void gt_stamp_write(const struct gt_stamp *stamp, struct gt_json *json)
{
    gt_json_object_begin(json);
    gt_json_key(json, "tool");
    gt_json_text(json, "graphtool");
    gt_json_key(json, "version");
    gt_json_text(json, GT_VERSION);
    gt_json_key(json, "seed");
    gt_json_uint(json, stamp->seed);
    gt_json_key(json, "inputs");
    write_inputs(stamp, json);
    gt_json_key(json, "view");
    write_view(stamp, json);
    gt_json_object_end(json);
}
