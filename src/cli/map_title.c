/* map_title.c: a map's title, which says what was asked for, and its stamp, which says how. */
#include "cli/map_parts.h"

#include <string.h>

bool gt_map_is_flow(const struct gt_args *args)
{
    const char *layout = args->value[GT_OPTION_layout];
    return layout && strcmp(layout, "layered") == 0 && !args->value[GT_OPTION_edge_type];
}

/* "长宁、普陀"; null when no district is asked for. */
static const char *name_districts(struct gt_run *run, gt_districts districts, enum gt_lang lang)
{
    const char *names = NULL;
    for (int d = 0; d < GT_DISTRICTS; d++)
        if (districts >> d & 1)
            names = gt_arena_format(&run->arena, "%s%s%s", names ? names : "",
                                    names ? gt_say(lang, ", ", "、") : "",
                                    gt_district_words[d].title.in[lang]);
    return names;
}

/* Null leaves the title to the map. */
static const char *title_in(const struct gt_map_request *request, enum gt_lang lang)
{
    struct gt_run *run = request->run;
    const struct gt_selection *selection = &request->selection;
    bool flow = gt_map_is_flow(&run->args);
    if (run->args.value[GT_OPTION_title])
        return run->args.value[GT_OPTION_title];
    if (selection->hops) {
        const char *centre = gt_node_label(&run->graph->nodes[selection->around], lang);
        if (selection->hops == 1)
            return gt_arena_format(&run->arena, gt_say(lang, "Around %s", "%s的周围"), centre);
        return gt_arena_format(&run->arena,
                               gt_say(lang, "Around %s: up to %u ties away", "%s的周围：%u 步之内"),
                               centre, selection->hops);
    }
    if (run->args.value[GT_OPTION_compare])
        return NULL;
    const char *names = name_districts(run, selection->districts, lang);
    if (!names)
        return flow ? gt_say(lang, "Flow of capital and support", "资金与支持流向") : NULL;
    return gt_arena_format(&run->arena,
                           flow
                               ? gt_say(lang, "Flow of capital and support: %s", "%s资金与支持流向")
                               : gt_say(lang, "Innovation ecosystem of %s", "%s创新生态图谱"),
                           names);
}

/* The options that decide what is drawn, as they were typed. */
static void add_options(const struct gt_args *args, struct gt_buffer *out)
{
    const gt_option_set aside = GT_HAS(help) | GT_HAS(lang) | GT_HAS(output) | GT_HAS(image) |
                                GT_HAS(title) | GT_HAS(seed) | GT_HAS(theme) | GT_HAS(dpi) |
                                GT_HAS(link_base) | GT_HAS(quality) | GT_HAS(format);
    for (int i = 0; i < GT_OPTIONS; i++)
        if (args->value[i] && !(aside >> i & 1))
            gt_buffer_format(out, " --%s%s%s", gt_options[i].name, *args->value[i] ? " " : "",
                             args->value[i]);
}

/* How the map was asked for and what was read, short enough for a footer: inputs by the first
 * digits of their hashes. */
static struct gt_text make_stamp(struct gt_run *run)
{
    enum { HASH_DIGITS = 8 };
    struct gt_buffer options = {0}, inputs = {0};
    add_options(&run->args, &options);
    for (uint32_t i = 0; i < run->load.n_inputs; i++)
        gt_buffer_format(&inputs, " %.*s", (int)HASH_DIGITS, run->load.inputs[i].sha256);
    struct gt_text stamp = gt_arena_say(&run->arena, "map%s · inputs%s", "map%s · 输入%s",
                                        gt_buffer_string(&options), gt_buffer_string(&inputs));
    gt_buffer_fini(&options);
    gt_buffer_fini(&inputs);
    return stamp;
}

void gt_map_name(struct gt_map_request *request)
{
    for (int lang = 0; lang < GT_LANGS; lang++)
        request->options.title.in[lang] = title_in(request, (enum gt_lang)lang);
    request->options.stamp = make_stamp(request->run);
}
