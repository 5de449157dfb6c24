/* fuzz_rules.c: a file of the user's rules: refused with file and line, or what it says can be
 * looked for in a text. */
#include "fuzz/scratch.h"

#include "extract/extract.h"

static const char text[] = "云岭区科学技术局关于第1号提案的答复\n某某委员：\n我区打造云岭科学城，集"
                           "聚了蓝鲸生物科技有限公司"
                           "等企业。云岭大学将与白鹭集团合作，围绕氢能开展攻关，由银杏基金出资。\n"
                           "云岭区科学技术局\n2024年5月\n";

/* Makes an extractor with the rules and reads the text with it: one in so many, it is slow. */
static void use(const char *path)
{
    struct gt_error err = {0};
    struct gt_extractor extractor;
    struct gt_folded *folded = NULL;
    struct gt_arena arena = {0};
    struct gt_metadata metadata;
    struct gt_graph *graph = gt_graph_new();
    require(gt_folded_make("a.txt", text, sizeof text - 1, &folded, &err));
    gt_metadata_read(folded, "a.txt", &arena, &metadata);
    require(gt_extractor_init(&extractor, NULL, path, &err));
    require(gt_extract(&extractor, folded, &metadata, "a.txt", graph, &err));
    gt_extractor_fini(&extractor);
    gt_graph_free(graph);
    gt_arena_fini(&arena);
    gt_folded_free(folded);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    enum { USED = 64 };
    char path[SCRATCH_PATH];
    struct gt_triggers triggers = {0};
    struct gt_error err = {0};
    size_t sum = n;
    scratch_write(scratch_path("rules.tsv", path), bytes, n);
    for (size_t i = 0; i < n; i++)
        sum += bytes[i];
    if (gt_triggers_read(&triggers, path, &err)) {
        for (uint32_t i = 0; i < triggers.n_phrases; i++)
            require(triggers.phrase[i].trigger < triggers.n && triggers.phrase[i].n > 0 &&
                    triggers.phrase[i].n <= GT_PIECES && triggers.phrase[i].piece[0].n > 0);
        if (triggers.n && sum % USED == 0)
            use(path);
    } else {
        require(err.status == GT_DATA && strstr(err.text, path));
    }
    gt_triggers_fini(&triggers);
    unlink(path);
    return 0;
}
