/* fuzz_answer.c: what a child that a hostile file took over may send to its parent. */
#include "fuzz/reader.h"

#include "read/reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    struct gt_raw raw = {0};
    struct gt_error err = {0};
    if (gt_raw_read(&raw, (const char *)bytes, n, &err)) {
        gt_furniture_mark(&raw);
        gt_columns_align(&raw);
        if (!raw.flowing)
            gt_paragraphs_guess(&raw);
    } else {
        require(err.status != GT_OK);
    }
    gt_raw_fini(&raw);
    return 0;
}
