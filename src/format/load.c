/* load.c: from paths on the command line to one graph. */
#include "format/load.h"

#include "base/file.h"
#include "base/memory.h"
#include "format/graph_reader.h"

#include <string.h>

struct loader {
    struct gt_load *load;
    gt_load_take *take;
    void *context;
    struct gt_strmap read; /* paths that were read: a second time would change nothing */
    struct gt_arena arena;
};

void gt_load_fini(struct gt_load *load)
{
    gt_graph_free(load->graph);
    free(load->inputs);
    gt_arena_fini(&load->arena);
    *load = (struct gt_load){0};
}

static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static void add_input(struct gt_load *load, const char *file, const struct gt_buffer *bytes)
{
    struct gt_input input = {.file = gt_arena_format(&load->arena, "%s", name_of(file))};
    gt_sha256(gt_buffer_string(bytes), bytes->n, input.sha256);
    for (uint32_t i = 0; i < load->n_inputs; i++)
        if (strcmp(load->inputs[i].file, input.file) == 0 &&
            strcmp(load->inputs[i].sha256, input.sha256) == 0)
            return;
    load->inputs = gt_xgrow(load->inputs, load->n_inputs, &load->room, sizeof *load->inputs);
    load->inputs[load->n_inputs++] = input;
}

static bool load_file(struct loader *loader, const char *path, struct gt_error *err)
{
    struct gt_buffer bytes = {0};
    bool done = true;
    if (gt_strmap_get(&loader->read, path) != GT_NONE)
        return true;
    gt_strmap_put(&loader->read, path, 0);
    done = gt_file_read(path, GT_FILE_LIMIT, &bytes, err);
    if (done) {
        const char *file = strcmp(path, "-") == 0 ? "stdin" : path;
        add_input(loader->load, file, &bytes);
        done = loader->take(loader->context, file, &bytes, err);
    }
    gt_buffer_fini(&bytes);
    return done;
}

static bool load_folder(struct loader *loader, const char *path, struct gt_error *err)
{
    const char *const *files;
    size_t n, graphs = 0;
    if (!gt_folder_list(path, ".json", &loader->arena, &files, &n, err))
        return false;
    for (size_t i = 0; i < n; i++) {
        if (strcmp(name_of(files[i]), "schema.json") == 0)
            continue;
        graphs++;
        if (!load_file(loader, files[i], err))
            return false;
    }
    return graphs || gt_fail(err, GT_DATA, "%s: the folder has no graph file (*.json)",
                             "%s：文件夹中没有图数据文件（*.json）", path);
}

bool gt_load_each(const char *const *paths, size_t n, struct gt_load *load, gt_load_take *take,
                  void *context, struct gt_error *err)
{
    struct loader loader = {.load = load, .take = take, .context = context};
    bool done = true;
    for (size_t i = 0; i < n && done; i++)
        done = gt_file_is_folder(paths[i]) ? load_folder(&loader, paths[i], err)
                                           : load_file(&loader, paths[i], err);
    gt_strmap_fini(&loader.read);
    gt_arena_fini(&loader.arena);
    return done;
}

struct reading {
    struct gt_graph *graph;
    struct gt_faults *faults, *notes;
};

static bool read_graph(void *context, const char *file, const struct gt_buffer *bytes,
                       struct gt_error *err)
{
    (void)err; /* what is wrong with the data is told in the faults */
    struct reading *reading = context;
    gt_graph_read(reading->graph, file, gt_buffer_string(bytes), bytes->n, reading->faults,
                  reading->notes);
    return true;
}

bool gt_load_all(const char *const *paths, size_t n, struct gt_load *load, struct gt_faults *faults,
                 struct gt_faults *notes, struct gt_error *err)
{
    load->graph = gt_graph_new();
    struct reading reading = {load->graph, faults, notes};
    bool done = gt_load_each(paths, n, load, read_graph, &reading, err);
    gt_graph_finish(load->graph);
    return done;
}

bool gt_load(const char *const *paths, size_t n, struct gt_load *load, struct gt_error *err)
{
    struct gt_faults faults = {.lang = err->lang};
    bool done = gt_load_all(paths, n, load, &faults, NULL, err) && gt_faults_none(&faults, err);
    gt_faults_fini(&faults);
    return done;
}
