/* fuzz_decisions.c: a file of decisions, which people edit: it is refused with a place, or every
 * row is kept, also when another is added and taken back. */
#include "fuzz/scratch.h"

#include "curate/decision.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    char path[SCRATCH_PATH];
    struct gt_decisions decisions;
    struct gt_error err = {0};
    scratch_write(scratch_path("decisions.tsv", path), bytes, n);
    if (gt_decisions_read(path, &decisions, &err)) {
        size_t before = decisions.n;
        require(gt_decisions_add(&decisions, "左", "右\t\"x\"", GT_VERDICT_different, "由", &err));
        require(decisions.n == before + 1);
        const struct gt_decision *last = &decisions.item[before];
        require(strcmp(last->left, "左") == 0 && strcmp(last->right, "右\t\"x\"") == 0);
        require(gt_decisions_take_back(&decisions, "左", "右\t\"x\"", GT_VERDICT_different, &err));
        require(decisions.n == before);
    } else {
        require(err.status == GT_DATA && strstr(err.text, path));
    }
    gt_decisions_fini(&decisions);
    unlink(path);
    return 0;
}
